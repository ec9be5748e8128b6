import { LEAVE_PATH } from '../../../src/reconcile/departure.ts';
import { MAKE_PATH, reconcile } from '../../../src/reconcile/loop.ts';
import { startMemory } from '../../../src/reconcile/memory.ts';
import type { Desired, Plan } from '../../../src/reconcile/model.ts';
import '../../../src/reconcile/apply.ts';
import { type ActionError, isActionError } from '../../../src/support/errors.ts';
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
const DECISION_MS = 60_000;
/** How long a leaving mark of a run that died holds others back. */
export const MARK_LIFE_MS = 2 * LAG_MS + 2 * DECISION_MS;
/** More than any wait: two marks that have to die, and the patience with network interfaces. */
const BUDGET_MS = 1_800_000;

/** The sandbox's state, a person at its console, and virtual time, all in this process. */
export interface Bench {
  readonly world: WorldState & ByHand;
  readonly turns: Turns;
}

/** What a run came to. */
export type Ending =
  | { readonly kind: 'done'; readonly plan: Plan; readonly writes: number }
  | { readonly kind: 'failed'; readonly error: ActionError; readonly writes: number }
  | { readonly kind: 'killed' };

export interface Step {
  readonly operation: 'ensure' | 'delete';
  readonly environment: string;
  readonly change?: Partial<Desired>;
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
  settings.throttle = { ec2: false, cloud: false };
  const state = createWorldState({ clock, settings, seed, randomSeed: 1, keepsPast: false });
  populate(state, seed);
  state.tick();
  return { world: Object.assign(state, byHand(state)), turns };
}

let runs = 0;

/** Plays one run of the reconciler in the bench, beside others if there are any. */
export async function play(
  { world, turns }: Bench,
  { operation, environment, change, trouble }: Step,
): Promise<Ending> {
  runs += 1;
  const who = `run-${runs}`;
  const line = createLine(trouble, {
    turn: (write) => turns.turn(who, write),
    sleep: (ms) => turns.sleep(who, ms),
  });
  let writes = 0;
  const counted = {
    carry<T>(write: boolean, effect: () => T): Promise<T> {
      if (write) writes += 1;
      return line.carry(write, effect);
    },
  };
  const desired: Desired = {
    clusters: [ids.standardCluster],
    region: ids.region,
    vpcId: ids.vpc,
    endpointId: undefined,
    subnetIds: [],
    securityGroupIds: [],
    allowedCidrs: [],
    allowedSecurityGroupIds: [],
    privateDns: true,
    trustedOwners: undefined,
    ownersOnly: false,
    tags: {},
    allowedAccountIds: [],
    owner: { serverUrl: 'https://github.com', repositoryId: ids.repositoryId, environment },
    readLagMs: LAG_MS,
    decisionMs: DECISION_MS,
    ...change,
    leave: operation === 'delete' ? { kind: 'environment' } : undefined,
  };
  const startedAt = turns.now();
  try {
    const { plan } = await reconcile({
      desired,
      worlds: {
        ec2: inMemoryEc2(world, CALLER, counted),
        cloud: inMemoryCloud(world, counted),
        account: () => Promise.resolve(ids.account),
        clock: { now: turns.now, sleep: (ms) => turns.sleep(who, ms) },
      },
      memory: startMemory(who.padEnd(12, '-'), startedAt),
      signal: new AbortController().signal,
      deadline: startedAt + BUDGET_MS,
      wait: true,
      dryRun: false,
      listener: SILENT,
      task: operation === 'delete' ? LEAVE_PATH : MAKE_PATH,
    });
    return { kind: 'done', plan, writes };
  } catch (error) {
    if (error instanceof Killed) return { kind: 'killed' };
    if (!isActionError(error)) throw error;
    return { kind: 'failed', error, writes };
  }
}

const SILENT = {
  planned: () => undefined,
  stepStarted: () => undefined,
  stepEnded: () => undefined,
  waiting: () => undefined,
  heartbeat: () => undefined,
  info: () => undefined,
};
