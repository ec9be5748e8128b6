import { later, type Moment, type WallTime, wallTime } from '../../support/moment.ts';
import type { Desired } from '../model/desired.ts';
import type { Memory } from '../model/memory.ts';
import type { Facet, Observed } from '../model/observed.ts';
import type { Blocker, LeftOver, Note, Plan, Wait } from '../model/plan.ts';
import type { Step, StepAction } from '../model/step.ts';

/** What a planner is given. */
export interface Planning {
  readonly desired: Desired;
  readonly observed: Observed;
  readonly memory: Memory;
  /** By the run's own clock: for what this run did and saw. */
  readonly now: number;
  /** By the wall clock: for what other runs wrote, and for what may have taken too long. */
  readonly wallNow: WallTime;
}

/** What every part of the planner is given, and what it writes into. Nothing outside it is read. */
export interface Draft extends Planning {
  readonly steps: Step[];
  readonly waits: Wait[];
  readonly blockers: Blocker[];
  readonly notes: Note[];
  readonly leftOvers: LeftOver[];
}

/** A draft with nothing in it yet. */
export function startDraft(given: Planning): Draft {
  return { ...given, steps: [], waits: [], blockers: [], notes: [], leftOvers: [] };
}

/** The moment of planning, by both clocks. */
export function presentMoment({ now, wallNow }: Planning): Moment {
  return { mono: now, wall: wallNow };
}

/**
 * The time that goes into a tag, and that tags are compared with: the wall clock's, unless that has stepped back since the
 * run began. A mark that seems older than it is would not hold others back.
 */
export function tagTime({ memory, now, wallNow }: Planning): WallTime {
  return later(wallNow, wallTime(memory.startedAtWall + (now - memory.startedAt)));
}

export interface StepText {
  id: string;
  title: string;
  action: StepAction;
  /** What must come first; absent or '' when the step can be done now. */
  after?: string | undefined;
  bookkeeping?: boolean;
  /** Where the step shows once it is done. */
  facets: readonly Facet[];
  /** How long a done step may take to show before it is done again; at least the read lag. */
  patienceMs?: number;
}

/**
 * Adds a step, or a wait where this run has done that very step a moment ago: a read may lag behind a write,
 * and asking twice costs tokens that come back at 0.3 a second.
 */
export function addStep(draft: Draft, text: StepText): void {
  const after = text.after ?? '';
  const done = draft.memory.done.get(text.id);
  const patience = Math.max(text.patienceMs ?? 0, draft.desired.readLagMs);
  if (after === '' && done !== undefined && draft.now - done.at < patience) {
    waitShown(draft, text);
    return;
  }
  draft.steps.push({
    id: text.id,
    title: text.title,
    action: text.action,
    ready: after === '',
    after,
    bookkeeping: text.bookkeeping ?? false,
  });
}

/** Waits until a read shows the effect of a step that this run has done. */
export function waitShown(draft: Draft, { id, title, facets, action, bookkeeping }: StepText): void {
  addWait(draft, {
    id: `shown:${id}`,
    what: `the effect of "${title}" to show`,
    seen: 'asked for, not visible yet',
    mover: facets.some((facet) => facet.includes(':')) ? 'CockroachDB Cloud' : 'AWS',
    facets,
    ...('endpointId' in action && bookkeeping !== true ? { endpointId: action.endpointId } : {}),
  });
}

/** Lets the steps that were planned from an index on wait for something that comes first. */
export function postpone(draft: Draft, from: number, after: string): void {
  for (const [index, step] of draft.steps.entries()) {
    if (index >= from && step.ready) draft.steps[index] = { ...step, ready: false, after };
  }
}

/** Waits for something that moves by itself. */
export function addWait(draft: Draft, wait: Wait): void {
  draft.waits.push(wait);
}

/**
 * Says what stands in the way; what holds for several services is said once. It stops the run before its next write; a `late`
 * one when nothing else is left to do.
 */
export function block(
  draft: Draft,
  code: Blocker['code'],
  text: { cause: string; fix: string; late?: boolean; subject?: string; log?: readonly string[] },
): void {
  const { subject = '' } = text;
  if (draft.blockers.some((one) => one.code === code && one.cause === text.cause && one.subject === subject)) return;
  draft.blockers.push({
    code,
    cause: text.cause,
    fix: text.fix,
    late: text.late ?? false,
    subject,
    ...(text.log === undefined ? {} : { log: text.log }),
  });
}

/** Tells something that stops nothing; each text once. What follows the text stands on lines of its own. */
export function note(draft: Draft, code: Note['code'], said: string | Pick<Note, 'text' | 'more'>): void {
  addNote(draft, { code, warning: false, ...(typeof said === 'string' ? { text: said } : said) });
}

/** Tells something that stops nothing, as a warning. */
export function warn(draft: Draft, code: Note['code'], text: string): void {
  addNote(draft, { code, text, warning: true });
}

/** Tells something that stops nothing, with all that there is to it; each text once. */
export function addNote({ notes }: Draft, fresh: Note): void {
  if (!notes.some((one) => one.text === fresh.text)) notes.push(fresh);
}

/** True where a read of the facet began after the last step of this run that changed it. */
export function isConfirmed(draft: Draft, facet: Facet): boolean {
  const touched = draft.memory.touched.get(facet);
  return touched === undefined || (draft.observed.readAt[facet] ?? 0) > touched;
}

/**
 * Nothing is done until it was seen: once nothing else is left to do, every facet that a step changed is read once more.
 * @param more what else has not been seen well enough, and from when on a read will do
 */
export function confirmTouched(
  draft: Draft,
  more: { unseen: readonly Facet[]; notBefore: number } = { unseen: [], notBefore: 0 },
): void {
  if (draft.waits.length > 0 || draft.steps.some((step) => step.ready)) return;
  const touched = [...draft.memory.touched.keys()].filter((facet): facet is Facet => !isConfirmed(draft, facet));
  const unseen = [...new Set([...touched, ...more.unseen])];
  if (unseen.length === 0) return;
  addWait(draft, {
    id: 'confirm',
    what: 'a last look at what was changed',
    seen: 'not read again yet',
    mover: 'nobody: this is one more read',
    facets: unseen,
    notBefore: more.notBefore,
    brief: true,
  });
}

/** The plan that the parts have written. */
export function finish(draft: Draft, paths: Plan['paths']): Plan {
  return {
    steps: draft.steps,
    waits: draft.waits,
    blockers: draft.blockers,
    notes: draft.notes,
    paths,
    leftOvers: draft.leftOvers,
  };
}
