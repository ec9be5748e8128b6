import { ActionError, isActionError, isOwnFailure, type Problem } from '../support/errors.ts';
import type { Outcome } from './apply/outcome.ts';
import { withGoneClusters } from './gone-clusters.ts';
import type { Desired } from './model/desired.ts';
import type { RunJournal } from './model/journal.ts';
import type { Facet, Observed } from './model/observed.ts';
import type { Blocker, Plan, Wait } from './model/plan.ts';
import { isOutOfPatience, unconfirmed } from './model/recall.ts';
import { isReady, type ReadyStep, type StepId, sideOf } from './model/steps.ts';
import { withCreated, witness } from './model/witness.ts';
import { observeAgain, observeAll } from './observe.ts';
import type { Planning } from './plan/plan-draft.ts';
import { suspectOf, timeout, trackWaits, type Unsettled, type WaitListener, type WaitRules } from './waiting.ts';

/** What the loop tells while it runs; the report makes a story of it. */
export interface Listener extends WaitListener {
  planned(plan: Plan, observed: Observed): void;
  stepStarted(step: ReadyStep): void;
  /** @param outcome undefined for a failure; `cancelled` where the run was cancelled before the answer */
  stepEnded(step: ReadyStep, outcome: Outcome | 'cancelled' | undefined, ms: number): void;
  info(line: string): void;
  /** What the run rests on was read; `planned` says so too. */
  stateRead(): void;
}

export interface LoopRules extends WaitRules {
  readonly desired: Desired;
  readonly wait: boolean;
  readonly dryRun: boolean;
  readonly listener: Listener;
  /** The planner of the goal. */
  plan(given: Planning): Plan;
}

export interface LoopResult {
  readonly observed: Observed;
  readonly plan: Plan;
  /** `done`: nothing is left; `pending`: something moves and was not waited for; `planned`: a dry run. */
  readonly end: 'done' | 'pending' | 'planned';
}

/** A step that has been sent at least so often, for so long, and never got an answer is not going to get one. */
const LEAST_LOSSES = 3;
const OUTAGE_MS = 90_000;
/** What the last reads of a run may take. */
const LAST_READS_MS = 10_000;
/** Between two rounds in which a step only learned that it must look again. */
const LONGEST_PAUSE_MS = 5_000;

/**
 * Reads AWS and CockroachDB Cloud, plans, does what is ready, waits for what moves, and begins again until nothing is
 * left. Every blocker known at a time is raised together, before any write of that round.
 * @throws ActionError for blockers, time-out, cancel and whatever a step could not mend
 */
export async function reconcile(rules: LoopRules): Promise<LoopResult> {
  const { desired, clients, journal, listener } = rules;
  const waits = trackWaits(rules);
  const trouble: Trouble = { losses: new Map(), setbacks: 0 };
  let observed = await withGoneClusters(await observeAll(desired, clients), rules);
  for (;;) {
    observed = withCreated(observed, journal, desired.readLagMs);
    const { clock } = clients;
    witness(journal, observed, { ...desired, now: clock.now(), wallNow: clock.wall() });
    const plan = planNow(rules, observed);
    listener.planned(plan, observed);
    waits.update(plan.waits);
    const ready = plan.steps.filter(isReady);
    const open = plan.waits.filter((wait) => wait.kind !== 'confirm');
    const isStuck = ready.length === 0 && open.length === 0;
    raise(plan.blockers.filter((blocker) => isStuck || !blocker.late));
    if (rules.dryRun) return { observed, plan, end: 'planned' };
    if (ready.length > 0) {
      observed = await takeSteps(ready, plan, { ...rules, observed, trouble });
      continue;
    }
    if (plan.waits.length === 0) return { observed, plan, end: 'done' };
    if (isPatienceOver(plan.waits, rules)) {
      journal.entries.push({ kind: 'out-of-patience' });
      continue;
    }
    if (!rules.wait && open.some((wait) => wait.brief !== true)) return { observed, plan, end: 'pending' };
    const due = await waits.sleep(plan.waits);
    observed = await lookAgain(due, plan.waits, { ...rules, observed });
  }
}

/** Where only optional waits are left, and the run does not wait or has no time left to: it ends without them. */
function isPatienceOver(waits: readonly Wait[], { wait, deadline, clients, journal }: LoopRules): boolean {
  const isNearlyUp = !wait || deadline - clients.clock.now() < LAST_READS_MS;
  return isNearlyUp && !isOutOfPatience(journal) && waits.every((one) => one.optional === true);
}

/** Reads what is due, and with it what nobody waits for; a connection once its endpoint has moved. */
async function lookAgain(
  due: ReadonlySet<Facet>,
  waits: readonly Wait[],
  { observed: before, ...rules }: LoopRules & { observed: Observed },
): Promise<Observed> {
  const unseen = due.size === 0 ? [] : unseenFacets(before, rules.journal, waits);
  const observed = await observeAgain(before, [...due, ...unseen], rules);
  const behind = waits.filter((wait) => wait.change === 'connection-behind').flatMap((wait) => wait.facets);
  const fresh = endpointsMoved(before, observed) ? behind.filter((facet) => !due.has(facet)) : [];
  return fresh.length > 0 ? observeAgain(observed, fresh, rules) : observed;
}

function planNow({ plan, desired, journal, clients: { clock } }: LoopRules, observed: Observed): Plan {
  return plan({ desired, observed, journal, now: clock.now(), wallNow: clock.wall() });
}

/** Whether an endpoint came to a state that it stays in, good or bad: then its connection is worth a look too. */
function endpointsMoved(before: Observed, after: Observed): boolean {
  return after.endpoints.some(
    ({ id, state }) => state !== 'pending' && before.endpoints.find((one) => one.id === id)?.state !== state,
  );
}

/**
 * What a step changed and no wait reads anyway: read beside the next look, so that the run needs no round of its own
 * for it.
 */
function unseenFacets(observed: Observed, journal: RunJournal, waits: readonly Wait[]): Facet[] {
  const later = new Set(waits.flatMap((wait) => [...wait.facets, ...(wait.readAfterwards ?? [])]));
  return unconfirmed(journal, observed).filter((facet) => !later.has(facet));
}

/** What went wrong so far without an end to the run. */
interface Trouble {
  /** By step: since when its answers are lost, and how many were. */
  readonly losses: Map<StepId, { since: number; count: number }>;
  /** Rounds in a row in which a step only learned that it must look again. */
  setbacks: number;
}

/** A round of the loop that takes steps. */
interface Round extends LoopRules {
  readonly observed: Observed;
  readonly trouble: Trouble;
}

/** Does steps and returns what is known then; where one was not done, after a pause and another look. */
async function takeSteps(ready: readonly ReadyStep[], { waits }: Plan, rules: Round): Promise<Observed> {
  const { clients, listener, trouble } = rules;
  const { after, again, unsettled, failures } = await applyAll(ready, rules);
  listener.planned(planNow(rules, after), after);
  raiseFailures(failures);
  trouble.setbacks = again === undefined ? 0 : trouble.setbacks + 1;
  if (again === undefined) return after;
  if (clients.clock.now() > rules.deadline) throw timeout(waits, rules, unsettled);
  await clients.clock.sleep(Math.min(LONGEST_PAUSE_MS, 200 * 2 ** trouble.setbacks), rules.signal);
  return observeAgain(after, again, rules);
}

interface Applied {
  after: Observed;
  /** Facets to read again at once, undefined where every step was done. */
  again: Set<Facet> | undefined;
  /** A step that was not done, one whose answer was lost before all others. */
  unsettled: Unsettled | undefined;
  failures: unknown[];
}

/** Does all steps at the same time and lets all of them end, so that what one did is known even if another failed. */
async function applyAll(ready: readonly ReadyStep[], rules: Round): Promise<Applied> {
  const { clients, listener } = rules;
  // Loaded here: most runs find nothing to do.
  const { applyStep } = await import('./apply/apply.ts');
  const results = await Promise.allSettled(
    ready.map(async (step) => {
      const started = clients.clock.now();
      listener.stepStarted(step);
      try {
        const outcome = await applyStep(step, { ...rules, log: listener.info });
        listener.stepEnded(step, outcome, clients.clock.now() - started);
        return { step, outcome };
      } catch (error) {
        const isCancelled = isActionError(error) && error.code === 'cancelled';
        listener.stepEnded(step, isCancelled ? 'cancelled' : undefined, clients.clock.now() - started);
        throw error;
      }
    }),
  );
  const applied: Applied = { after: rules.observed, again: undefined, unsettled: undefined, failures: [] };
  for (const result of results) {
    if (result.status === 'rejected') applied.failures.push(result.reason);
    else noteOutcome(applied, result.value, rules);
  }
  return applied;
}

function noteOutcome(
  applied: Applied,
  { step, outcome }: { step: ReadyStep; outcome: Outcome },
  { clients, trouble: { losses } }: Round,
): void {
  if (outcome.patch !== undefined) applied.after = outcome.patch(applied.after);
  if (outcome.kind === 'done') {
    losses.delete(step.id);
    return;
  }
  const unanswered = outcome.unanswered === true;
  applied.again = new Set([...(applied.again ?? []), ...outcome.facets]);
  if (unanswered || applied.unsettled?.unanswered !== true) applied.unsettled = { step, why: outcome.why, unanswered };
  if (!unanswered) return;
  const now = clients.clock.now();
  const before = losses.get(step.id) ?? { since: now, count: 0 };
  const lost = { ...before, count: before.count + 1 };
  losses.set(step.id, lost);
  if (lost.count >= LEAST_LOSSES && now - lost.since >= OUTAGE_MS)
    applied.failures.push(lostForGood(step, outcome.why, lost));
}

function lostForGood(step: ReadyStep, why: string, { count }: { count: number }): ActionError {
  const cloud = sideOf(step.action) === 'cloud';
  return new ActionError(cloud ? 'cloud-unavailable' : 'aws-unavailable', {
    cause: `${cloud ? 'CockroachDB Cloud' : 'AWS'} gave no clear answer in ${count} attempts of one step`,
    said: `"${step.title}": ${why}`,
    fix: suspectOf(step) ?? 'Run again later; every run continues from the current state.',
  });
}

/**
 * Raises what steps failed with that were done at the same time; a cancel, or what nobody foresaw, goes before all
 * else.
 */
function raiseFailures(failures: readonly unknown[]): void {
  const [first] = failures;
  if (first === undefined) return;
  const foreseen = failures.filter(isOwnFailure);
  if (foreseen.length < failures.length) throw failures.find((one) => !foreseen.includes(one as ActionError));
  // Of failures in the same words one tells it all.
  const distinct = [...new Map(foreseen.map((one) => [one.message, one])).values()];
  if (distinct.length === 1) throw first;
  raise(
    distinct.map((one) => ({ ...one, cause: one.message })),
    first,
  );
}

/** Raises blockers as one error: the first gives the code, all are listed. */
function raise(
  blockers: readonly (Pick<Blocker, 'code' | 'cause' | 'said' | 'fix'> & Problem)[],
  origin?: unknown,
): void {
  const [first, ...more] = blockers;
  if (first === undefined) return;
  throw new ActionError(
    first.code,
    {
      cause: more.length === 0 ? first.cause : `${first.cause} (and ${more.length} more)`,
      ...(first.said === undefined ? {} : { said: first.said }),
      fix: first.fix,
      details: more.length === 0 ? [] : blockers.map((one) => `${one.code}: ${factsOf(one)}. ${one.fix}`),
      problems: more.length === 0 ? [] : blockers.map(problemOf),
    },
    { cause: origin },
  );
}

function factsOf({ cause, said }: Pick<Blocker, 'cause' | 'said'>): string {
  return said === undefined ? cause : `${cause}: ${said}`;
}

function problemOf(blocker: Pick<Blocker, 'cause' | 'said'> & Problem): Problem {
  const { code, cause, said, fix, details = [] } = blocker;
  return { code, cause: said === undefined ? cause : `${cause}\n${said}`, fix, details };
}
