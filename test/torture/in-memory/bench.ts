import { readInputs } from '../../../src/inputs/inputs.ts';
import { deletePath } from '../../../src/operations/delete.ts';
import { ensure } from '../../../src/operations/ensure.ts';
import type { OperationDeps } from '../../../src/operations/operation.ts';
import { carryOut } from '../../../src/operations/sweep/task.ts';
import { type Verdict, verify } from '../../../src/operations/verify.ts';
// The loop loads it when it first does something; time must not pass for that.
import '../../../src/reconcile/apply/apply.ts';
import type { LeaveGoal } from '../../../src/reconcile/model/goal.ts';
import { type ActionError, isActionError } from '../../../src/support/errors.ts';
import { momentOf } from '../../../src/support/moment.ts';
import { type ByHand, byHand } from '../../sandbox/by-hand.ts';
import { type DeepPartial, ids, type SandboxOptions, type Settings } from '../../sandbox/index.ts';
import { populate } from '../../sandbox/populate.ts';
import { applySettings, defaultSettings } from '../../sandbox/settings.ts';
import { createWorldState, type WorldState } from '../../sandbox/world.ts';
import { inMemoryCloud } from './cloud.ts';
import { inMemoryEc2 } from './ec2.ts';
import { createLine, Killed, type Trouble } from './trouble.ts';
import { createTurns, type Turns } from './turns.ts';

/** Any time will do; a fixed one makes walks repeatable. */
const START = Date.UTC(2026, 10, 23);
const CALLER = {
  accountId: ids.account,
  arn: `arn:aws:sts::${ids.account}:assumed-role/walker/walk`,
  partition: 'aws',
  region: ids.region,
  policies: null,
};
/** Short, so that walks are; the proportions are those of the defaults. */
export const LAG_MS = 3_000;
export const DECISION_MS = 60_000;
/** How long a leaving mark of a run that died holds others back. */
export const MARK_LIFE_MS = 3 * LAG_MS + 2 * DECISION_MS;
/** More than any wait: two marks that have to die, and the patience with network interfaces. */
const BUDGET_SECONDS = 1_800;
const HOME = { serverUrl: 'https://github.com', repositoryId: ids.repositoryId };

/** The sandbox's state, a person at its console, and virtual time, all in this process. */
export interface Bench {
  readonly world: WorldState & ByHand;
  readonly turns: Turns;
  /** A name for the next run. */
  nextRun(): string;
}

/** What a run came to. */
export type Ending =
  | { readonly kind: 'done'; readonly writes: number }
  | { readonly kind: 'failed'; readonly error: ActionError; readonly writes: number }
  | { readonly kind: 'killed' };

export interface Step {
  /** `sweep`: has `goal`, as a sweep does that has judged its environments gone. */
  readonly operation: 'ensure' | 'delete' | 'sweep';
  readonly environment: string;
  /** What differs from an ordinary step. */
  readonly inputs?: Readonly<Record<string, string>>;
  readonly goal?: LeaveGoal;
  readonly trouble?: Trouble | undefined;
}

/** @param choose which of several runs goes on, see turns.ts */
export function makeBench(
  { world: seed, settings: changes }: SandboxOptions,
  choose: (waiting: readonly string[]) => number,
): Bench {
  if (seed === undefined) throw new Error('a bench needs a world');
  const turns = createTurns(START, choose);
  const clock = {
    rate: 1,
    now: turns.now,
    date: () => new Date(turns.now()),
    sleep: (ms: number) => turns.sleep('world', ms),
    advance: turns.pass,
    env: () => ({}),
  };
  const settings = applySettings(defaultSettings(), changes as DeepPartial<Settings>);
  settings.throttle = { ec2: false, cloud: false, elsewhere: 0 };
  const keepsPast = Object.values(settings.stale.seconds).some((seconds) => seconds > 0);
  const state = createWorldState({ clock, settings, seed, randomSeed: 1, keepsPast });
  populate(state, seed);
  state.tick();
  let runs = 0;
  const nextRun = () => {
    runs += 1;
    return `run-${runs}`;
  };
  return { world: Object.assign(state, byHand(state)), turns, nextRun };
}

/** Plays one run of the action's own operations in the bench, beside others if there are any. */
export async function play(bench: Bench, step: Step): Promise<Ending> {
  const { operation, environment, inputs, goal, trouble } = step;
  const run = prepare(bench, trouble);
  const request = requestOf({
    operation,
    environment: operation === 'sweep' ? '' : environment,
    cluster: operation === 'sweep' ? '' : ids.standardCluster,
    ...inputs,
  });
  try {
    if (operation === 'ensure') await ensure(request, run.deps);
    else if (operation === 'delete') await deletePath(request, run.deps);
    else {
      const task = { vpcId: ids.vpc, resource: 'what is gone', goal, going: [GOING], kept: [] };
      const [row] = await carryOut(task, request, run.deps);
      if (row?.error !== undefined) throw row.error;
    }
    return { kind: 'done', writes: run.writes() };
  } catch (error) {
    if (error instanceof Killed) return { kind: 'killed' };
    if (!isActionError(error)) throw error;
    return { kind: 'failed', error, writes: run.writes() };
  }
}

/** One `verify` in the bench. */
export function look(bench: Bench, environment: string, inputs: Readonly<Record<string, string>>): Promise<Verdict> {
  return verify(requestOf({ operation: 'verify', environment, ...inputs }), prepare(bench, undefined).deps);
}

const GOING = { what: 'what is gone', why: 'its branch is gone', claimKey: undefined };

/** The effects of one run. */
function prepare(
  { world, turns, nextRun }: Bench,
  trouble: Trouble | undefined,
): { deps: OperationDeps; writes(): number } {
  const who = nextRun();
  const line = createLine(trouble, {
    now: turns.now,
    turn: (write) => turns.turn(who, write),
    sleep: (ms) => turns.sleep(who, ms),
  });
  let writes = 0;
  const counted = {
    clock: line.clock,
    carry<T>(write: boolean, effect: () => T, send?: () => void): Promise<T> {
      if (write) writes += 1;
      return line.carry(write, effect, send);
    },
  };
  const started = momentOf(line.clock);
  const deps = {
    clients: {
      ec2: inMemoryEc2(world, CALLER, counted),
      cloud: inMemoryCloud(world, counted),
      account: () => Promise.resolve(ids.account),
      clock: line.clock,
    },
    signal: new AbortController().signal,
    listener: SILENT,
    deadline: started.mono + BUDGET_SECONDS * 1000,
    started,
    nonce: who.padEnd(12, '-'),
    home: HOME,
  };
  return { deps, writes: () => writes };
}

/** The inputs of a step, read as the action reads them. */
function requestOf(inputs: Readonly<Record<string, string>>) {
  const all: Readonly<Record<string, string>> = {
    'cockroach-api-key': ids.apiKey,
    'aws-region': ids.region,
    'vpc-id': ids.vpc,
    'private-dns': 'true',
    wait: 'true',
    'timeout-seconds': `${BUDGET_SECONDS}`,
    ...inputs,
  };
  return readInputs((name) => all[name] ?? '', {
    PRIVATELINK_READ_LAG_SECONDS: `${LAG_MS / 1000}`,
    PRIVATELINK_DECISION_SECONDS: `${DECISION_MS / 1000}`,
  });
}

const SILENT = {
  planned: () => undefined,
  stepStarted: () => undefined,
  stepEnded: () => undefined,
  waiting: () => undefined,
  heartbeat: () => undefined,
  info: () => undefined,
  stateRead: () => undefined,
};
