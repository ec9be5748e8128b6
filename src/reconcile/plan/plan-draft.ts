import { later, type Moment, type WallTime, wallTime } from '../../support/moment.ts';
import type { Desired } from '../model/desired.ts';
import type { Goal, MakePath } from '../model/goal.ts';
import type { Journal } from '../model/journal.ts';
import type { Facet, Observed } from '../model/observed.ts';
import type { Blocker, LeftOver, Note, Plan, Wait } from '../model/plan.ts';
import { doneAt, unconfirmed } from '../model/recall.ts';
import {
  isInternal,
  type LaterAction,
  type ReadyStep,
  type Step,
  type StepAction,
  type StepId,
  showsIn,
  sideOf,
} from '../model/steps.ts';

/** What a planner is given. */
export interface Planning<G extends Goal = Goal> {
  readonly desired: Desired<G>;
  readonly observed: Observed;
  readonly journal: Journal;
  /** By the run's own clock: for what this run did and saw. */
  readonly now: number;
  /** By the wall clock: for what other runs wrote, and for what may have taken too long. */
  readonly wallNow: WallTime;
}

/** What every part of the planner is given, and what it writes into. Nothing outside it is read. */
export interface PlanDraft<G extends Goal = Goal> extends Planning<G> {
  readonly steps: Step[];
  readonly waits: Wait[];
  readonly blockers: Blocker[];
  readonly notes: Note[];
  readonly leftOvers: LeftOver[];
}

/** What every step on an endpoint or group needs whose service is not there yet. */
export const SERVICE_FIRST = 'the endpoint service is available';

/** The draft of a run that makes a path in a VPC. */
export type PathDraft = PlanDraft<MakePath>;

/** True for the draft of a run that makes a path in a VPC. */
export function makesPath(draft: PlanDraft): draft is PathDraft {
  return draft.desired.goal.kind === 'make-path';
}

/** A draft with nothing in it yet. */
export function startDraft<G extends Goal>(given: Planning<G>): PlanDraft<G> {
  return { ...given, steps: [], waits: [], blockers: [], notes: [], leftOvers: [] };
}

/** The moment of planning, by both clocks. */
export function presentMoment({ now, wallNow }: Planning): Moment {
  return { mono: now, wall: wallNow };
}

/**
 * The time that goes into a tag, and that tags are compared with: the wall clock's, unless that has stepped back since
 * the run began. A mark that seems older than it is would not hold others back.
 */
export function tagTime({ journal, now, wallNow }: Planning): WallTime {
  return later(wallNow, wallTime(journal.startedAtWall + (now - journal.startedAt)));
}

/** A step to be planned. */
export type StepText = {
  readonly id: StepId;
  readonly title: string;
  /** How long a done step may take to show before it is done again; at least the read lag. */
  readonly patienceMs?: number;
} & (
  | {
      readonly action: StepAction;
      /** What must come first; undefined where the step can be done now. */
      readonly after?: string | undefined;
    }
  | { readonly action: LaterAction; readonly after: string }
);

/**
 * Adds a step, or a wait where this run has done that very step a moment ago: a read may lag behind a write,
 * and asking twice costs tokens that come back at 0.3 a second.
 */
export function addStep(draft: PlanDraft, text: StepText): void {
  const { id, title, patienceMs = 0 } = text;
  if (isLater(text)) {
    draft.steps.push({ id, title, ready: false, after: text.after, action: text.action });
    return;
  }
  const done = doneAt(draft.journal, id);
  const patience = Math.max(patienceMs, draft.desired.readLagMs);
  if (done !== undefined && draft.now - done < patience) waitShown(draft, { id, title, action: text.action });
  else draft.steps.push({ id, title, ready: true, action: text.action });
}

function isLater(text: StepText): text is StepText & { readonly after: string } {
  return text.after !== undefined;
}

/**
 * Waits until a read shows the effect of a step that this run has done.
 * @param facets the reads that may show it, where they are more than the kind of step tells
 */
export function waitShown(
  draft: PlanDraft,
  { id, title, action }: Pick<ReadyStep, 'id' | 'title' | 'action'>,
  facets = showsIn(action),
): void {
  addWait(draft, {
    kind: 'shown',
    subject: id,
    what: `the effect of "${title}" to show`,
    seen: 'requested, not visible yet',
    waitingOn: sideOf(action) === 'cloud' ? 'CockroachDB Cloud' : 'AWS',
    facets,
    ...('endpointId' in action && !isInternal({ action }) ? { endpointId: action.endpointId } : {}),
  });
}

/** Lets the steps that were planned from an index on wait for something that comes first. */
export function postpone(draft: PlanDraft, from: number, after: string): void {
  for (const [index, step] of draft.steps.entries()) {
    if (index >= from && step.ready) draft.steps[index] = { ...step, ready: false, after };
  }
}

/** Waits for something that moves by itself. */
export function addWait(draft: PlanDraft, wait: Wait): void {
  draft.waits.push(wait);
}

/**
 * Says what stands in the way; what holds for several services is said once. It stops the run before its next write; a
 * `late` one when nothing else is left to do.
 */
export function block(
  draft: PlanDraft,
  code: Blocker['code'],
  text: {
    cause: string;
    said?: string | undefined;
    fix: string;
    late?: boolean;
    subject?: string;
    log?: readonly string[];
  },
): void {
  const { subject = '' } = text;
  if (draft.blockers.some((one) => one.code === code && one.cause === text.cause && one.subject === subject)) return;
  draft.blockers.push({
    code,
    cause: text.cause,
    ...(text.said === undefined ? {} : { said: text.said }),
    fix: text.fix,
    late: text.late ?? false,
    subject,
    ...(text.log === undefined ? {} : { log: text.log }),
  });
}

/** Tells something that stops nothing; each text once. What follows the text stands on lines of its own. */
export function note(draft: PlanDraft, code: Note['code'], said: string | Pick<Note, 'text' | 'more'>): void {
  addNote(draft, { code, warning: false, ...(typeof said === 'string' ? { text: said } : said) });
}

/** Tells something that stops nothing, as a warning. */
export function warn(draft: PlanDraft, code: Note['code'], text: string): void {
  addNote(draft, { code, text, warning: true });
}

/** Tells something that stops nothing, with all that there is to it; each text once. */
export function addNote({ notes }: PlanDraft, fresh: Note): void {
  if (!notes.some((one) => one.text === fresh.text)) notes.push(fresh);
}

/**
 * Nothing is done until it was seen: once nothing else is left to do, every facet that a step changed is read once
 * more.
 * @param more what else has not been seen well enough, and from when on a read will do
 */
export function confirmTouched(
  draft: PlanDraft,
  more: { unseen: readonly Facet[]; notBefore: number } = { unseen: [], notBefore: 0 },
): void {
  if (draft.waits.length > 0 || draft.steps.some((step) => step.ready)) return;
  const changed = unconfirmed(draft.journal, draft.observed);
  const unseen = [...new Set([...changed, ...more.unseen])];
  if (unseen.length === 0) return;
  addWait(draft, {
    kind: 'confirm',
    subject: '',
    what: 'a last read of what was changed',
    seen: 'not read again yet',
    waitingOn: 'the next read shows it',
    facets: unseen,
    notBefore: more.notBefore,
    brief: true,
  });
}

/** The plan that the parts have written. */
export function finish(draft: PlanDraft, paths: Plan['paths']): Plan {
  return {
    steps: draft.steps,
    waits: draft.waits,
    blockers: draft.blockers,
    notes: draft.notes,
    paths,
    leftOvers: draft.leftOvers,
  };
}
