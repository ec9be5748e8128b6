import { describe, expect } from 'vitest';
import { leavingMark, ownerDigest } from '../../src/reconcile/model/claims.ts';
import { wallTime } from '../../src/support/moment.ts';
import { ids } from '../sandbox/index.ts';
import { claimants, claimTags, connected, expectDeparted, leave, sharedPath } from '../support/departures.ts';
import { behaviour } from '../support/in-memory.ts';
import { expectNothingLeft, expectSuccess, leavingMarks, standard } from '../support/paths.ts';

const A = { environment: 'branch:a' };
const B = { environment: 'branch:b' };

describe('several users of one endpoint', () => {
  behaviour(
    'a cluster stays connected until its last user leaves, whatever repository that is',
    standard(),
    async (box) => {
      const other = { repositoryId: '5', environment: 'branch:a' };
      const second = ids.secondStandardCluster;
      const { endpoint } = sharedPath(box, [A, B, other, { ...A, cluster: second }]);
      const statuses = () =>
        Object.fromEntries(box.world.connections().map((one) => [one.clusterId, one.status] as const));
      const first = await leave(box, 'branch:a');
      expectDeparted(first, 'deleted');
      // Only branch:a used the second cluster; the first has two users left.
      expect(statuses()).toEqual({ [ids.standardCluster]: 'AVAILABLE' });
      expect(claimants(endpoint)).toEqual(['branch:a', 'branch:b']);
      expect(leavingMarks(endpoint)).toEqual([]);
      expectDeparted(await leave(box, 'branch:b'), 'deleted');
      expect(statuses()).toEqual({ [ids.standardCluster]: 'AVAILABLE' });
      expectDeparted(await leave(box, 'branch:a'), 'absent');
      expectDeparted(await leave(box, 'branch:a', { env: { GITHUB_REPOSITORY_ID: '5' } }), 'deleted');
      expectNothingLeft(box, ids.standardCluster);
    },
  );

  behaviour('all of them leave at once: nothing is left', standard(), async (box) => {
    sharedPath(box, [A, B, { environment: 'c', cluster: ids.secondStandardCluster }]);
    for (const result of await Promise.all(['branch:a', 'branch:b', 'c'].map((name) => leave(box, name))))
      expectSuccess(result);
    expectNothingLeft(box, ids.standardCluster);
    expectNothingLeft(box, ids.secondStandardCluster);
  });

  behaviour('who died between claim and cluster is taken up again by the same delete', standard(), async (box) => {
    // Two that left at once have both given up their claim, and neither came to disconnect the cluster.
    const second = ids.secondStandardCluster;
    const { endpoint } = sharedPath(box, [{ environment: 'c' }]);
    connected(box, second, endpoint.id);
    const owner = { serverUrl: 'https://github.com', repositoryId: ids.repositoryId, environment: 'branch:a' };
    const mark = leavingMark('dead', wallTime(box.clock.now()), { by: ownerDigest(owner), clusterIds: [second] });
    box.world.setTags(endpoint.id, { [mark.key]: mark.value });
    expectDeparted(await leave(box, 'branch:b'), 'absent');
    expectDeparted(await leave(box, 'branch:a'), 'deleted');
    expect(box.world.connections().map((one) => one.clusterId)).toEqual([ids.standardCluster]);
    expect(claimants(endpoint)).toEqual(['c']);
  });

  behaviour('twice the same leaves at once: nothing is left', standard(), async (box) => {
    sharedPath(box, [A]);
    for (const result of await Promise.all([leave(box, 'branch:a'), leave(box, 'branch:a')])) expectSuccess(result);
    expectNothingLeft(box, ids.standardCluster);
  });

  behaviour('a claim of a clock that is far ahead is given up too', standard(), async (box) => {
    sharedPath(box, [{ ...A, idleHours: -3 }]);
    expectDeparted(await leave(box, 'branch:a'), 'deleted');
    expectNothingLeft(box, ids.standardCluster);
  });

  behaviour('a claim that cannot be read keeps the endpoint, unless its cluster is named', standard(), async (box) => {
    const { endpoint } = sharedPath(box, [A]);
    const [key = ''] = Object.keys(claimTags(box, [A]));
    box.world.setTags(endpoint.id, { [key]: 'garbled' });
    expectDeparted(await leave(box, 'branch:a'), 'absent');
    expectDeparted(await leave(box, 'branch:a', { inputs: { cluster: ids.standardCluster } }), 'deleted');
    expectNothingLeft(box, ids.standardCluster);
  });

  behaviour('a name that a claim had no room for is no proof of another cluster', standard(), async (box) => {
    const [east, west] = [ids.standardCluster, ids.secondStandardCluster];
    for (const [id, end] of [
      [east, 'east'],
      [west, 'west'],
    ] as const)
      box.world.changeCluster(id, { name: `orders-of-the-whole-world-${end}` });
    const { endpoint } = sharedPath(box, [A, { ...A, cluster: west }]);
    const result = await leave(box, 'branch:a', { inputs: { cluster: 'orders-of-the-whole-world-east' } });
    expectDeparted(result, 'deleted');
    expect(box.world.connections().map((one) => one.clusterId)).toEqual([west]);
    expect(claimants(endpoint)).toEqual(['branch:a']);
  });
});
