import { applyStep } from '../../src/reconcile/apply/apply.ts';
import { makeDeparturePlan } from '../../src/reconcile/departure/planner.ts';
import { withGoneClusters } from '../../src/reconcile/gone-clusters.ts';
import type { Desired } from '../../src/reconcile/model/desired.ts';
import type { LeaveGoal } from '../../src/reconcile/model/goal.ts';
import { type RunJournal, startJournal } from '../../src/reconcile/model/journal.ts';
import type { Facet, Observed } from '../../src/reconcile/model/observed.ts';
import type { Plan, Wait } from '../../src/reconcile/model/plan.ts';
import { unconfirmed } from '../../src/reconcile/model/recall.ts';
import type { ReadyStep } from '../../src/reconcile/model/steps.ts';
import { withCreated, witness } from '../../src/reconcile/model/witness.ts';
import type { Clients } from '../../src/reconcile/observe.ts';
import { observeAgain, observeAll } from '../../src/reconcile/observe.ts';
import { makePlan } from '../../src/reconcile/plan/planner.ts';
import { isActionError } from '../../src/support/errors.ts';
import { type Moment, wallTime } from '../../src/support/moment.ts';
import { clientsOf, type Fate, type Line, type Sight } from './clients.ts';
import type { Mutation } from './mutations.ts';
import { type Bounds, TICK_MS, VPC, type World } from './world.ts';

// One run of the reconciler as a machine whose steps the scheduler picks: `loop.ts` taken apart at the points where time
// may pass or another run may go on. Looking, planning and every call are the shipped functions.

/** What a run is asked for. */
export interface Errand {
  readonly operation: 'ensure' | 'delete' | 'sweep';
  readonly environment: string;
  readonly clusters: readonly string[];
  /** What a sweep has judged. */
  readonly goal?: LeaveGoal;
}

/** A step that is planned and not done yet. */
export interface Pending {
  readonly step: ReadyStep;
  /** The latest moment at which it may take effect. */
  readonly until: number;
}

export type Phase =
  | { readonly kind: 'new' }
  | {
      readonly kind: 'acting';
      readonly pending: readonly Pending[];
      /** What was planned from, and what it has become by the steps that are done. */
      readonly base: Observed;
      readonly after: Observed;
      readonly again: readonly Facet[] | undefined;
    }
  | { readonly kind: 'waiting'; readonly waits: readonly Wait[]; readonly observed: Observed }
  | { readonly kind: 'again'; readonly facets: readonly Facet[]; readonly observed: Observed }
  | { readonly kind: 'done' | 'killed' }
  | { readonly kind: 'failed'; readonly why: string };

export interface Run {
  readonly errand: Errand;
  readonly nonce: string;
  readonly journal: RunJournal;
  readonly phase: Phase;
  /** For how long its machine was suspended, in milliseconds. */
  readonly stood: number;
}

/** What the clocks of a run show. */
function momentIn(world: World, { stood }: Pick<Run, 'stood'>): Moment {
  return { mono: world.now - stood, wall: wallTime(world.now) };
}

/** What a run works under. */
export interface Conditions {
  readonly bounds: Bounds;
  readonly mutation: Mutation;
}

/** What a run and the world have become. */
export interface Moved {
  readonly run: Run;
  readonly world: World;
}

export function newRun(errand: Errand, nonce: string): Run {
  return {
    errand,
    nonce,
    journal: startJournal(nonce, { mono: 0, wall: wallTime(0) }),
    phase: { kind: 'new' },
    stood: 0,
  };
}

export function isOver({ phase }: Run): boolean {
  return phase.kind === 'done' || phase.kind === 'killed' || phase.kind === 'failed';
}

export function desiredOf({ operation, environment, clusters, goal }: Errand, bounds: Bounds): Desired {
  return {
    clusters,
    region: 'us-east-1',
    goal:
      operation === 'ensure' ? { kind: 'make-path', vpcId: VPC } : (goal ?? { kind: 'leave-environment', vpcId: VPC }),
    subnetIds: [],
    securityGroupIds: [],
    allowedCidrs: [],
    allowedSecurityGroupIds: [],
    privateDns: false,
    trustedOwners: undefined,
    tags: {},
    allowedAccountIds: [],
    owner: { serverUrl: 'https://github.com', repositoryId: '1', environment },
    readLagMs: bounds.lag * TICK_MS,
    decisionMs: bounds.decision * TICK_MS,
  };
}

function plannerOf({ operation }: Errand): typeof makePlan {
  return operation === 'ensure' ? makePlan : makeDeparturePlan;
}

/** The facets that the run would read if it looked now; undefined where it has nothing to look at yet. `all` for its first look. */
export function dueFacets({ phase, journal, stood }: Run, now: number): readonly Facet[] | 'all' | undefined {
  if (phase.kind === 'new') return 'all';
  if (phase.kind === 'again') return phase.facets;
  if (phase.kind !== 'waiting') return undefined;
  return facetsAt(phase, journal, now - stood);
}

/** What a waiting run reads at a time of its own clock: what its waits are due for, and what its steps changed and no wait watches. */
export function facetsAt(
  { waits, observed }: Extract<Phase, { kind: 'waiting' }>,
  journal: RunJournal,
  now: number,
): readonly Facet[] | undefined {
  const due = waits.filter((wait) => (wait.notBefore ?? 0) <= now).flatMap((wait) => wait.facets);
  if (due.length === 0) return undefined;
  const unseen = unconfirmed(journal, observed).filter((facet) => !waits.some((wait) => wait.facets.includes(facet)));
  return [...new Set([...due, ...unseen])];
}

/** The run looks, and plans on what it sees. */
export async function look(given: Moved & { sight: Sight }, conditions: Conditions): Promise<Moved> {
  const { run, world, sight } = given;
  const desired = desiredOf(run.errand, conditions.bounds);
  const clients = clientsOf({ world, sight, fate: 'done', matchesValues: true, stood: run.stood });
  const at = momentIn(world, run);
  const journal = run.phase.kind === 'new' ? startJournal(run.nonce, at) : copyOf(run.journal);
  const observed = await lookAgain({ ...run, journal }, { desired, clients, now: at.mono });
  return { world, run: planOn({ ...run, journal }, observed, { ...conditions, desired, at }) };
}

async function lookAgain(
  { phase, journal }: Run,
  { desired, clients, now }: { desired: Desired; clients: Clients; now: number },
): Promise<Observed> {
  if (phase.kind === 'again') return observeAgain(phase.observed, phase.facets, { desired, clients });
  if (phase.kind === 'waiting')
    return observeAgain(phase.observed, facetsAt(phase, journal, now) ?? [], { desired, clients });
  return withGoneClusters(await observeAll(desired, clients), { desired, clients });
}

type Planning = Conditions & { desired: Desired; at: Moment };

/** What the loop does between a look and the next thing that takes time. */
function planOn(run: Run, seen: Observed, { desired, at, mutation, bounds }: Planning): Run {
  const { journal, errand } = run;
  const { mono: now, wall: wallNow } = at;
  const observed = withCreated(seen, journal, desired.readLagMs);
  witness(journal, observed, { ...desired, now, wallNow });
  const plan = plannerOf(errand)({ desired: mutation.planFor(desired), observed, journal, now, wallNow });
  const ready = mutation.ready(plan.steps);
  const problem = blockerOf(plan, ready);
  if (problem !== undefined) return { ...run, phase: { kind: 'failed', why: problem } };
  if (ready.length > 0) {
    const pending = ready.map((step) => ({ step, until: lastMoment(step, { now: wallNow, bounds }) }));
    return { ...run, phase: { kind: 'acting', pending, base: observed, after: observed, again: undefined } };
  }
  if (plan.waits.length === 0) return { ...run, phase: { kind: 'done' } };
  return { ...run, phase: { kind: 'waiting', waits: plan.waits, observed } };
}

function blockerOf(plan: Plan, ready: readonly ReadyStep[]): string | undefined {
  const open = plan.waits.filter((wait) => wait.kind !== 'confirm');
  const raised = plan.blockers.find((blocker) => !blocker.late || (ready.length === 0 && open.length === 0));
  return raised === undefined ? undefined : `${raised.code}: ${raised.cause}`;
}

const DESTRUCTIVE = new Set(['unclaim', 'disconnect', 'delete-endpoint']);

/** What destroys may come however late: the run itself sees to that. Everything else is bound to the plan. */
function lastMoment({ action }: ReadyStep, { now, bounds }: { now: number; bounds: Bounds }): number {
  return DESTRUCTIVE.has(action.kind) ? Number.POSITIVE_INFINITY : now + bounds.decision * TICK_MS;
}

/** The run makes one of its calls; after the last one it plans again. */
export async function act(given: Moved & { index: number; fate: Fate }, conditions: Conditions): Promise<Moved> {
  const { run, index } = given;
  const { phase } = run;
  if (phase.kind !== 'acting') throw new Error('the run has nothing to do');
  const one = phase.pending[index];
  if (one === undefined) throw new Error('there is no such step');
  const desired = desiredOf(run.errand, conditions.bounds);
  const journal = copyOf(run.journal);
  const line: Line = {
    world: given.world,
    sight: undefined,
    fate: given.fate,
    matchesValues: conditions.mutation.matchesValues,
    stood: run.stood,
    ...conditions.mutation.whileActing(phase.base, momentIn(given.world, run)),
  };
  const context = { desired, observed: phase.base, journal, clients: clientsOf(line), log: () => undefined };
  const outcome = await applyStep(one.step, context).catch((error: unknown) => {
    if (!isActionError(error)) throw error;
    return { kind: 'failed' as const, why: `${error.code}: ${error.message}` };
  });
  const { world } = line;
  if (outcome.kind === 'failed') return { world, run: { ...run, journal, phase: outcome } };
  const after = outcome.patch === undefined ? phase.after : outcome.patch(phase.after);
  const again = outcome.kind === 'done' ? phase.again : [...(phase.again ?? []), ...outcome.facets];
  const pending = phase.pending.filter((_, at) => at !== index);
  const next: Run = { ...run, journal };
  if (pending.length > 0) return { world, run: { ...next, phase: { ...phase, pending, after, again } } };
  if (again !== undefined) return { world, run: { ...next, phase: { kind: 'again', facets: again, observed: after } } };
  const at = momentIn(world, run);
  const seen = conditions.mutation.afterSteps({ errand: run.errand, observed: after, at });
  return { world, run: planOn(next, seen, { ...conditions, desired, at }) };
}

/** Only appended to by the shipped functions. */
function copyOf(journal: RunJournal): RunJournal {
  return { ...journal, entries: [...journal.entries] };
}
