import { expect } from 'vitest';
import type { RunOptions } from '../harness/run-action.ts';
import { ids, type Sandbox } from '../sandbox/index.ts';
import { claimants, expectDeparted, leave, type Shared, sharedPath, type User } from './departures.ts';
import { expectNothingLeft, expectSuccess, leavingMarks } from './paths.ts';

/** Where a run is killed: before or after its n-th request that changes something took effect. */
export type Kill = NonNullable<RunOptions['killAtRequest']>;

const A = { environment: 'branch:a' };
const B = { environment: 'branch:b' };

/** Paths to be left by branch:a: who is on them, and how many changing requests a delete makes at most. */
export const PATHS = {
  Standard: { users: [A] as User[], writes: 4 },
  Advanced: { users: [{ ...A, cluster: ids.advancedCluster }] as User[], writes: 4 },
  'Standard, two clusters': { users: [A, { ...A, cluster: ids.secondStandardCluster }] as User[], writes: 5 },
  'shared by two environments': { users: [A, B] as User[], writes: 3 },
  'shared, with a cluster of its own': {
    users: [A, { ...A, cluster: ids.secondStandardCluster }, B] as User[],
    writes: 4,
  },
};

/** All places at which a delete of so many writes can be killed. */
export function allKills(writes: number): Kill[] {
  return Array.from({ length: writes }, (_, index) =>
    (['before', 'after'] as const).map((when) => ({ n: index + 1, when, mutatingOnly: true })),
  ).flat();
}

/** A path that a killed delete of branch:a was to take down, and what the same delete must come to. */
export async function killedDelete(box: Sandbox, users: readonly User[], kill: Kill): Promise<void> {
  const path = sharedPath(box, users);
  const killed = await leave(box, 'branch:a', { killAtRequest: kill });
  expect(killed.signal, killed.log).toBe('SIGKILL');
  expectSuccess(await leave(box, 'branch:a'));
  expectLeft(box, path, users);
  expectDeparted(await leave(box, 'branch:a'), 'absent');
}

/** Nothing is left of branch:a, and the others have all that they had. */
function expectLeft(box: Sandbox, { endpoint }: Shared, users: readonly User[]): void {
  const others = users.filter((one) => one.environment !== 'branch:a');
  const clusterOf = (user: User) => user.cluster ?? ids.standardCluster;
  if (others.length === 0) {
    for (const user of users) expectNothingLeft(box, clusterOf(user));
    return;
  }
  expect(claimants(endpoint)).toEqual(others.map((one) => one.environment));
  expect(endpoint.state).toBe('available');
  expect(box.world.connections().map(({ clusterId, status }) => `${clusterId} ${status}`)).toEqual([
    ...new Set(others.map((user) => `${clusterOf(user)} AVAILABLE`)),
  ]);
  // A mark of the killed run may stand until it dies; an `ensure` then removes it.
  expect(leavingMarks(endpoint).length).toBeLessThanOrEqual(1);
}
