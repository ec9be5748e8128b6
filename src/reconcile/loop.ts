import { ActionError, cancelled } from '../support/errors.ts';
import { noteClaims, type RunMemory, withCreated } from './memory.ts';
import type { Blocker, Desired, Facet, Memory, Observed, Plan, Step, Wait } from './model.ts';
import { observeAgain, observeAll, type Worlds } from './observe.ts';
import { observeDeparture, observeDepartureAgain } from './observe-departure.ts';
import type { Outcome } from './outcome.ts';
import { makeDeparturePlan } from './plan-departure.ts';
import { makePlan } from './planner.ts';

/** What the loop tells while it runs; the report makes a story of it. */
export interface Listener {
  planned(plan: Plan, observed: Observed): void;
  stepStarted(step: Step): void;
  stepEnded(step: Step, outcome: Outcome | undefined, ms: number): void;
  /** Called whenever a wait begins, shows another state, or is over (`seen` undefined). */
  waiting(wait: Wait, seen: string | undefined, ms: number): void;
  heartbeat(waits: readonly Wait[], elapsedMs: number, remainingMs: number): void;
  info(line: string): void;
}

export interface LoopRules {
  readonly desired: Desired;
  readonly worlds: Worlds;
  readonly memory: RunMemory;
  readonly signal: AbortSignal;
  /** When all waits must be over, ms since the epoch. */
  readonly deadline: number;
  readonly wait: boolean;
  readonly dryRun: boolean;
  readonly listener: Listener;
  /** What the run is about: making a path, or leaving one. */
  readonly task: Task;
}

/** How the loop looks and plans. */
export interface Task {
  observe(desired: Desired, worlds: Worlds): Promise<Observed>;
  observeAgain(observed: Observed, facets: Iterable<Facet>, desired: Desired, worlds: Worlds): Promise<Observed>;
  plan(given: { desired: Desired; observed: Observed; memory: Memory; now: number }): Plan;
}

/** Makes the path, or mends it. */
export const MAKE_PATH: Task = { observe: observeAll, observeAgain, plan: makePlan };

/** Gives the path up, and takes down what nobody else uses. */
export const LEAVE_PATH: Task = {
  observe: observeDeparture,
  observeAgain: observeDepartureAgain,
  plan: makeDeparturePlan,
};

export interface LoopResult {
  readonly observed: Observed;
  readonly plan: Plan;
  /** `done`: nothing is left; `pending`: something moves and was not waited for; `planned`: a dry run. */
  readonly end: 'done' | 'pending' | 'planned';
}

const HEARTBEAT_MS = 30_000;
/** A step whose answer is lost this often in a row is not going to be answered. */
const MOST_LOSSES = 6;
const QUICKEST_POLL_MS = 300;
const SLOWEST_POLL_MS = 5_000;

/**
 * Reads both worlds, plans, does what is ready, waits for what moves, and begins again until nothing is left.
 * Every blocker known at a time is raised together, before any write of that round.
 * @throws ActionError for blockers, time-out, cancel and whatever a step could not mend
 */
export async function reconcile(rules: LoopRules): Promise<LoopResult> {
  const { desired, worlds, memory, listener, task } = rules;
  const waits = trackWaits(rules);
  const losses = new Map<string, number>();
  let setbacks = 0;
  let observed = await task.observe(desired, worlds);
  for (;;) {
    observed = withCreated(observed, memory, desired.readLagMs);
    noteClaims(memory, observed, { owner: desired.owner, now: worlds.clock.now() });
    const plan = task.plan({ desired, observed, memory, now: worlds.clock.now() });
    listener.planned(plan, observed);
    waits.update(plan.waits);
    const ready = plan.steps.filter((step) => step.ready);
    const open = plan.waits.filter((wait) => wait.id !== 'confirm');
    raise(plan.blockers.filter((blocker) => !blocker.late || (ready.length === 0 && open.length === 0)));
    if (rules.dryRun) return { observed, plan, end: 'planned' };

    if (ready.length > 0) {
      const { after, again, lost, failure } = await applyAll(ready, { ...rules, observed, losses });
      observed = after;
      listener.planned(task.plan({ desired, observed, memory, now: worlds.clock.now() }), observed);
      if (failure !== undefined) throw failure;
      setbacks = again === undefined ? 0 : setbacks + 1;
      if (again !== undefined) {
        if (worlds.clock.now() > rules.deadline) throw timeout(plan.waits, rules, lost);
        await worlds.clock.sleep(Math.min(SLOWEST_POLL_MS, 200 * 2 ** setbacks), rules.signal);
        observed = await task.observeAgain(observed, again, desired, worlds);
      }
      continue;
    }
    if (plan.waits.length === 0) return { observed, plan, end: 'done' };
    if (!rules.wait && open.some((wait) => wait.brief !== true)) return { observed, plan, end: 'pending' };
    const due = await waits.sleep(plan.waits);
    observed = await task.observeAgain(observed, due, desired, worlds);
  }
}

interface Applied {
  after: Observed;
  /** Facets to read again at once, undefined where every step was done. */
  again: Set<Facet> | undefined;
  /** A step whose answer was lost. */
  lost: Step | undefined;
  failure: unknown;
}

/** Does all steps at the same time and lets all of them end, so that what one did is known even if another failed. */
async function applyAll(
  ready: readonly Step[],
  rules: LoopRules & { observed: Observed; losses: Map<string, number> },
): Promise<Applied> {
  const { worlds, listener, losses } = rules;
  // Loaded here: most runs find nothing to do.
  const { applyStep } = await import('./apply.ts');
  const results = await Promise.allSettled(
    ready.map(async (step) => {
      const started = worlds.clock.now();
      listener.stepStarted(step);
      try {
        const outcome = await applyStep(step, { ...rules, log: listener.info });
        listener.stepEnded(step, outcome, worlds.clock.now() - started);
        return outcome;
      } catch (error) {
        listener.stepEnded(step, undefined, worlds.clock.now() - started);
        throw error;
      }
    }),
  );
  const applied: Applied = { after: rules.observed, again: undefined, lost: undefined, failure: undefined };
  for (const [index, result] of results.entries()) {
    const step = ready[index];
    if (result.status === 'rejected') {
      applied.failure ??= result.reason;
      continue;
    }
    const outcome = result.value;
    if (outcome.patch !== undefined) applied.after = outcome.patch(applied.after);
    if (outcome.kind === 'done' || step === undefined) continue;
    applied.again = new Set([...(applied.again ?? []), ...outcome.facets]);
    if (outcome.lost !== true) continue;
    applied.lost = step;
    const count = (losses.get(step.id) ?? 0) + 1;
    losses.set(step.id, count);
    if (count >= MOST_LOSSES) applied.failure ??= lostForGood(step, outcome.why);
  }
  return applied;
}

function lostForGood(step: Step, why: string): ActionError {
  const cloud = ['create-services', 'connect', 'disconnect', 'trust', 'untrust'].includes(step.action.kind);
  return new ActionError(cloud ? 'cloud-unavailable' : 'aws-unavailable', {
    cause: `No answer came to "${step.title}", ${MOST_LOSSES} times: ${why}`,
    fix: suspectOf(step) ?? 'Run again later; every run goes on from what is there.',
  });
}

/** What most likely keeps a step from being answered, where something is known for that. */
function suspectOf(step: Step | undefined): string | undefined {
  return step?.action.kind === 'set-private-dns'
    ? 'EC2 hangs here where a permission is missing: allow route53:AssociateVPCWithHostedZone beside ec2:ModifyVpcEndpoint, then run again.'
    : undefined;
}

/** Raises blockers as one error: the first gives the code, all are listed. */
function raise(blockers: readonly Blocker[]): void {
  const [first, ...more] = blockers;
  if (first === undefined) return;
  throw new ActionError(first.code, {
    cause: more.length === 0 ? first.cause : `${first.cause} (and ${more.length} more)`,
    fix: first.fix,
    details: more.length === 0 ? [] : blockers.map((one) => `${one.code}: ${one.cause}. ${one.fix}`),
  });
}

/** @param lost the step that got no answer, if the time ran out over one */
function timeout(waits: readonly Wait[], rules: LoopRules, lost?: Step): ActionError {
  const seconds = Math.round((rules.deadline - rules.memory.startedAt) / 1000);
  const lines = waits.map((wait) => `waited for ${wait.what}: last seen ${wait.seen}; ${wait.mover}`);
  if (lost !== undefined) lines.unshift(`no answer came to "${lost.title}"`);
  return new ActionError('timeout', {
    cause: `The time of ${seconds} s is up; ${lines[0] ?? 'the last step did not succeed in time'}`,
    fix: suspectOf(lost) ?? 'Run again, it goes on from here; raise timeout-seconds if the other side is merely slow.',
    details: lines.length > 1 ? lines : [],
  });
}

interface Entry {
  wait: Wait;
  since: number;
  changedAt: number;
  /** When it is to be looked at next. */
  dueAt: number;
  looks: number;
}

/** Keeps the waits of a run: tells when one begins, changes or ends, beats, and decides when to look again. */
function trackWaits(rules: LoopRules) {
  const { worlds, listener, signal, deadline, memory } = rules;
  const known = new Map<string, Entry>();
  let beatAt = 0;

  /** Takes note of what is waited for now, and tells what began, changed or ended. */
  function update(waits: readonly Wait[]): void {
    const now = worlds.clock.now();
    for (const [id, entry] of known) {
      if (waits.some((wait) => wait.id === id)) continue;
      known.delete(id);
      listener.waiting(entry.wait, undefined, now - entry.since);
    }
    for (const wait of waits) {
      const entry = known.get(wait.id);
      if (entry?.wait.seen === wait.seen) {
        entry.wait = wait;
        continue;
      }
      const fresh = { wait, since: entry?.since ?? now, changedAt: now, dueAt: now, looks: 0 };
      fresh.dueAt = dueAt(fresh, now);
      known.set(wait.id, fresh);
      listener.waiting(wait, wait.seen, now - fresh.since);
    }
    if (now >= beatAt + HEARTBEAT_MS) {
      const real = waits.filter((wait) => wait.id !== 'confirm');
      if (beatAt > 0 && real.length > 0) listener.heartbeat(real, now - memory.startedAt, deadline - now);
      beatAt = now;
    }
  }

  /** Often while a change is near, then ever less; with jitter, so that runs started together spread out. */
  function dueAt(entry: Entry, now: number): number {
    if (entry.wait.id === 'confirm' && entry.looks === 0) return Math.max(now, entry.wait.notBefore ?? 0);
    const calm = Math.min(SLOWEST_POLL_MS, Math.max(QUICKEST_POLL_MS, (now - entry.changedAt) * 0.12));
    return Math.max(now + calm * (0.85 + 0.3 * Math.random()), entry.wait.notBefore ?? 0);
  }

  return {
    update,
    /** Sleeps until the next look is due and returns the facets to look at. */
    async sleep(waits: readonly Wait[]): Promise<Set<Facet>> {
      const now = worlds.clock.now();
      if (signal.aborted) throw cancelled();
      if (now >= deadline) throw timeout(waits, rules);
      const entries = [...known.values()];
      const next = Math.min(...entries.map((entry) => entry.dueAt));
      await worlds.clock.sleep(Math.min(next, deadline, now + HEARTBEAT_MS) - now, signal);
      // Whatever is due about now is looked at together: one shared read for each facet, never one for each waiter.
      const then = worlds.clock.now();
      const due = entries.filter((entry) => entry.dueAt <= Math.max(then + QUICKEST_POLL_MS / 2, next));
      for (const entry of due) {
        entry.looks += 1;
        entry.dueAt = dueAt(entry, then);
      }
      return new Set(due.flatMap((entry) => entry.wait.facets));
    },
  };
}
