import fc from 'fast-check';
import { bothPlans, type DeepPartial, ids, type Settings, standardWorld } from '../../sandbox/index.ts';
import { LAG_MS } from '../in-memory/bench.ts';
import type { Trouble } from '../in-memory/trouble.ts';
import { HAND } from './hand.ts';

export const ENVIRONMENTS = ['main', 'branch:b', 'pr:7'] as const;

/** One run of the action, as a walk draws it. */
export interface RunAct {
  readonly operation: 'ensure' | 'delete';
  readonly environment: string;
  readonly clusters: readonly string[];
  /** What the step asks for beside that. */
  readonly wish: Readonly<Record<string, string>>;
  readonly trouble?: Trouble | undefined;
}

/** One change by hand; `at` picks one of several things that it can be made to. */
export interface HandAct {
  readonly what: string;
  readonly at: number;
}

export type Act =
  | { readonly kind: 'hand'; readonly hand: HandAct }
  | { readonly kind: 'runs'; readonly runs: readonly RunAct[]; readonly hand?: { act: HandAct; afterMs: number } }
  | { readonly kind: 'time'; readonly seconds: number };

/** A random walk: what the world is like, what happens in it, and who wants a path in the end. */
export interface Walk {
  readonly plans: 'standard' | 'both';
  readonly settings: DeepPartial<Settings>;
  readonly acts: readonly Act[];
  readonly end: { readonly environment: string; readonly clusters: readonly string[]; readonly named: boolean };
  /** Of the order of turns, of jitter and of lags. */
  readonly seed: number;
}

/** Nothing takes long, so that walks are short. */
export const BRISK = {
  serviceCreate: 2,
  acceptance: 1,
  available: 1,
  connection: 1,
  modify: 1,
  dns: 2,
  delete: 2,
  eniDetach: 3,
};

/** The world that a walk begins in. */
export function seedOf({ plans }: Pick<Walk, 'plans'>) {
  return plans === 'both' ? bothPlans() : standardWorld();
}

const WISHES: readonly Record<string, string>[] = [
  {},
  { 'private-dns': 'false' },
  { 'allowed-cidrs': '10.99.0.0/16' },
  { 'subnet-ids': ids.subnets.slice(0, 2).join(',') },
];

function clustersOf(plans: Walk['plans']): fc.Arbitrary<readonly string[]> {
  const { standardCluster: one, secondStandardCluster: other, advancedCluster: advanced } = ids;
  const standard = [[one], [one], [other], [one, other]];
  return fc.constantFrom(...(plans === 'standard' ? standard : [[advanced], [advanced], [one], [one, advanced]]));
}

const trouble: fc.Arbitrary<Trouble> = fc.record({
  at: fc.integer({ min: 1, max: 12 }),
  writes: fc.boolean(),
  how: fc.constantFrom('lose', 'kill', 'freeze', 'suspend'),
  when: fc.constantFrom('before', 'after'),
  ms: fc.constantFrom(20_000, 20_000, 400_000),
});

const handAct: fc.Arbitrary<HandAct> = fc.record({
  what: fc.constantFrom(...Object.keys(HAND)),
  at: fc.nat(3),
});

function runAct(plans: Walk['plans']): fc.Arbitrary<RunAct> {
  return fc.record({
    operation: fc.constantFrom('ensure', 'ensure', 'ensure', 'delete'),
    environment: fc.constantFrom(...ENVIRONMENTS),
    clusters: clustersOf(plans),
    wish: fc.constantFrom(...WISHES),
    trouble: fc.option(trouble, { nil: undefined }),
  });
}

/** Steps of one environment that run at the same time ask for the same: two that do not would undo each other's work. */
function ofOneMind(runs: readonly RunAct[]): RunAct[] {
  return runs.map((run) => {
    const first = runs.find((one) => one.environment === run.environment) ?? run;
    return { ...run, wish: first.wish };
  });
}

function act(plans: Walk['plans']): fc.Arbitrary<Act> {
  const run = runAct(plans);
  return fc.oneof(
    { weight: 4, arbitrary: fc.record({ kind: fc.constant('hand' as const), hand: handAct }) },
    {
      weight: 4,
      arbitrary: fc.record({ kind: fc.constant('runs' as const), runs: fc.tuple(run) }),
    },
    {
      weight: 2,
      arbitrary: fc.record(
        {
          kind: fc.constant('runs' as const),
          runs: fc.array(run, { minLength: 1, maxLength: 3 }).map(ofOneMind),
          hand: fc.record({ act: handAct, afterMs: fc.nat(20_000) }),
        },
        { requiredKeys: ['kind', 'runs'] },
      ),
    },
    { weight: 1, arbitrary: fc.record({ kind: fc.constant('time' as const), seconds: fc.nat(200) }) },
  );
}

/** How the two clouds behave where nobody knows, and how far reads lag. */
const settings: fc.Arbitrary<DeepPartial<Settings>> = fc.record({
  stale: fc.record({
    mode: fc.constantFrom('max', 'random'),
    seconds: fc.oneof(fc.constant({}), fc.constantFrom(...lags())),
  }),
  ec2: fc.record({
    dnsFlag: fc.constantFrom('with-available', 'at-once'),
    modifyWhileNotAvailable: fc.constantFrom('refuse', 'accept'),
    deadToken: fc.constantFrom('replay-dead-id', 'create-new'),
    groupInUse: fc.constantFrom('DependencyViolation', 'InvalidGroup.InUse'),
  }),
  cloud: fc.record({
    standardAccept: fc.constantFrom('at-creation', 'first-connection'),
    listUnadded: fc.boolean(),
    addAgain: fc.constantFrom(200, 409),
    keepRejected: fc.boolean(),
    stale: fc.boolean(),
    deleteRejected: fc.constantFrom(200, 404),
  }),
});

/** All kinds of objects together, and each of them alone. */
function lags(): NonNullable<NonNullable<DeepPartial<Settings>['stale']>['seconds']>[] {
  const seconds = LAG_MS / 1000;
  const all = { endpoint: seconds, group: seconds, rule: seconds, connection: seconds, cloudService: seconds };
  return [all, ...Object.entries(all).map(([kind, lag]) => ({ [kind]: lag }))];
}

/** All walks. */
export const walks: fc.Arbitrary<Walk> = fc.constantFrom('standard' as const, 'both' as const).chain((plans) =>
  fc.record({
    plans: fc.constant(plans),
    settings,
    acts: fc.array(act(plans), { minLength: 1, maxLength: 7 }),
    end: fc.record({
      environment: fc.constantFrom(...ENVIRONMENTS),
      clusters: clustersOf(plans),
      named: fc.boolean(),
    }),
    seed: fc.nat(1_000_000),
  }),
);
