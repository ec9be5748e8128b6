import { expect } from 'vitest';
import type { RunOptions, RunResult } from '../harness/run-action.ts';
import { type DeepPartial, ids, type Sandbox, type SandboxOptions, type Settings } from '../sandbox/index.ts';
import { claimants, fill, leave, SHORT, sharedPath, type User } from '../support/departures.ts';
import { expectSuccess } from '../support/expectations.ts';
import { advanced, expectNothingLeft, expectOnePath, standard, theEndpoint } from '../support/paths.ts';
import { run } from '../support/run.ts';

/** Nothing takes long, so that a run polls little and its requests can be gone through one by one. */
const BRISK: DeepPartial<Settings> = {
  seconds: {
    ...{ serviceCreate: 1, acceptance: 0.5, available: 1, connection: 0.5, modify: 0.5, dns: 1 },
    ...{ delete: 1, eniDetach: 1, createEndpoint: 0.5, disconnect: 0.5 },
  },
};

const { standardCluster, secondStandardCluster, advancedCluster } = ids;
const CLUSTERS = [standardCluster, secondStandardCluster, advancedCluster];
const A: User = { environment: 'branch:a' };
const B: User = { environment: 'branch:b' };
const second = (user: User): User => ({ ...user, cluster: secondStandardCluster });
const GONE: User = { environment: 'branch:gone', idleHours: 30 };

/** One piece of work that a run is to do, and what the world is when it is done. */
export interface Work {
  name: string;
  operation: 'ensure' | 'delete' | 'sweep' | 'verify';
  world(): SandboxOptions;
  /** Who has a path before; the endpoint was made for them. */
  before: readonly User[];
  /** Tags of others fill the endpoint. */
  full?: true;
  /** Who has a path after. */
  after: readonly User[];
  inputs: Record<string, string>;
}

const standardBrisk = () => standard(BRISK);
const advancedBrisk = () => advanced(BRISK);
const onAdvanced = (user: User): User => ({ ...user, cluster: advancedCluster });
const ensureOf = (environment: string, cluster: string) => ({ environment, cluster });
const deleteOf = (environment: string) => ({ environment, cluster: '' });
const VERIFY: Work = {
  name: 'verify',
  operation: 'verify',
  world: standardBrisk,
  before: [A],
  after: [A],
  inputs: ensureOf('branch:a', standardCluster),
};
const SWEEP = { cluster: '', 'vpc-id': '' };

export const WORKS: readonly Work[] = [
  {
    name: 'ensure, Standard',
    operation: 'ensure',
    world: standardBrisk,
    before: [],
    after: [A],
    inputs: ensureOf('branch:a', standardCluster),
  },
  {
    name: 'ensure, Advanced',
    operation: 'ensure',
    world: advancedBrisk,
    before: [],
    after: [onAdvanced(A)],
    inputs: ensureOf('branch:a', advancedCluster),
  },
  {
    name: 'ensure, two clusters',
    operation: 'ensure',
    world: standardBrisk,
    before: [],
    after: [A, second(A)],
    inputs: ensureOf('branch:a', `${standardCluster},${secondStandardCluster}`),
  },
  {
    name: 'ensure, joining another environment',
    operation: 'ensure',
    world: standardBrisk,
    before: [B],
    after: [second(A), B],
    inputs: ensureOf('branch:a', secondStandardCluster),
  },
  {
    name: 'delete, Standard',
    operation: 'delete',
    world: standardBrisk,
    before: [A],
    after: [],
    inputs: deleteOf('branch:a'),
  },
  {
    name: 'delete, Advanced',
    operation: 'delete',
    world: advancedBrisk,
    before: [onAdvanced(A)],
    after: [],
    inputs: deleteOf('branch:a'),
  },
  {
    name: 'delete, two clusters',
    operation: 'delete',
    world: standardBrisk,
    before: [A, second(A)],
    after: [],
    inputs: deleteOf('branch:a'),
  },
  {
    name: 'delete, shared by two environments',
    operation: 'delete',
    world: standardBrisk,
    before: [A, B],
    after: [B],
    inputs: deleteOf('branch:a'),
  },
  {
    name: 'delete, shared, with a cluster of its own',
    operation: 'delete',
    world: standardBrisk,
    before: [A, second(A), B],
    after: [B],
    inputs: deleteOf('branch:a'),
  },
  {
    name: 'delete at 50 tags',
    operation: 'delete',
    world: standardBrisk,
    before: [A],
    full: true,
    after: [],
    inputs: deleteOf('branch:a'),
  },
  {
    name: 'delete at 50 tags, shared, with a cluster of its own',
    operation: 'delete',
    world: standardBrisk,
    before: [A, second(A), B],
    full: true,
    after: [B],
    inputs: deleteOf('branch:a'),
  },
  {
    name: 'sweep at 50 tags',
    operation: 'sweep',
    world: standardBrisk,
    before: [GONE],
    full: true,
    after: [],
    inputs: SWEEP,
  },
  VERIFY,
  { name: 'sweep', operation: 'sweep', world: standardBrisk, before: [GONE], after: [], inputs: SWEEP },
  {
    name: 'sweep, shared by two environments',
    operation: 'sweep',
    world: standardBrisk,
    before: [second({ ...GONE, environment: 'pr:7' }), { environment: 'branch:main', idleHours: 30 }],
    after: [{ environment: 'branch:main' }],
    inputs: SWEEP,
  },
];

/** Makes what was there before the work. */
export function prepare(box: Sandbox, { before, full }: Work): void {
  const pull = { title: '', body: '', state: 'closed' as const, labels: [], user: 'octocat', pullHead: 'gone' };
  box.world.issues.set(7, { ...pull, number: 7, createdAt: 0, updatedAt: 0 });
  if (before.length === 0) return;
  const { endpoint } = sharedPath(box, before);
  if (full === true) fill(box, endpoint);
}

/** Runs the work once. */
export function attempt(
  box: Sandbox,
  { operation, inputs }: Work,
  { inputs: more, ...options }: RunOptions = {},
): Promise<RunResult> {
  return run(box, { operation, ...inputs, ...more }, { ...options, env: { ...SHORT, ...options.env } });
}

/** Everything is as the work should leave it: one whole path for those who are to have one, or nothing. */
export function expectEnd(box: Sandbox, { after }: Pick<Work, 'after'>): void {
  const clusterOf = (user: User) => user.cluster ?? standardCluster;
  const clusters = [...new Set(after.map(clusterOf))];
  if (clusters.length === 0) {
    expectNothing(box);
    return;
  }
  for (const cluster of clusters) expectOnePath(box, cluster);
  const connected = box.world.connections().map((one) => one.clusterId);
  expect(connected.toSorted()).toEqual(clusters.toSorted());
  expect(claimants(theEndpoint(box))).toEqual(after.map((one) => one.environment).toSorted());
}

/** Takes down what the work left, one environment after the other, and looks that nothing is left. */
export async function expectTakenDown(box: Sandbox, { after }: Work): Promise<void> {
  for (const environment of new Set(after.map((one) => one.environment))) {
    expectSuccess(await leave(box, environment));
  }
  expectNothing(box);
}

/** Nothing of the action is left anywhere. */
export function expectNothing(box: Sandbox): void {
  for (const cluster of CLUSTERS) expectNothingLeft(box, cluster);
}
