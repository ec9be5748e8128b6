import { describe, expect } from 'vitest';
import { type DeepPartial, ids, type Sandbox, type Settings } from '../sandbox/index.ts';
import { claimants, claimTags, leave, sharedPath, type User } from '../support/departures.ts';
import { behaviour } from '../support/in-memory.ts';
import { claims, expectNothingLeft, expectRefusal, expectSuccess, standard, theEndpoint } from '../support/paths.ts';
import { mutations, plannedSteps, run } from '../support/run.ts';

const DAY = 24 * 3_600_000;
const NIGHTLY = { environment: 'nightly' };
/** A cluster that this world does not have. */
const GONE = 'f6666666-6666-4666-8666-666666666666';
const uuid = (n: number) => `f6666666-6666-4666-8666-${n.toString(16).padStart(12, '0')}`;

/** A role that lets a key see one cluster only; the API denies all knowledge of any other. */
const ONE_CLUSTER = 'CCDB1_narrowKeyId_narrowSecret0123456789abcdef0';
const narrow = () =>
  standard({ cloud: { unseen: 404 } } satisfies DeepPartial<Settings>, (seed) => {
    seed.serviceAccounts.push({ key: ONE_CLUSTER, name: 'narrow', clusterIds: [ids.secondStandardCluster] });
  });

/** Makes a Standard cluster, as a job of the night does. */
function makeCluster({ world }: Sandbox, id: string, name: string): void {
  const like = world.tables.cluster.get(ids.standardCluster);
  if (like === undefined) throw new Error('this world has no Standard cluster');
  world.tables.cluster.set(id, { ...like, id, name, createdAt: world.clock.now() });
  const row = `${id}/${ids.region}`;
  const service = { id: row, clusterId: id, region: ids.region, status: 'AVAILABLE' as const };
  world.tables.cloudService.set(row, { ...service, serviceId: ids.standardService });
}

/** Deletes it, with its connections; the API goes on to show it as deleted. */
function deleteCluster({ world }: Sandbox, id: string): void {
  for (const one of world.connections(id)) world.tables.connection.delete(one.id);
  world.tables.cloudService.delete(`${id}/${ids.region}`);
  world.changeCluster(id, { state: 'DELETED' });
}

/** The clusters that an environment claims on the endpoint. */
function claimed(box: Sandbox, environment: string): string[] {
  const own = Object.values(claims(theEndpoint(box))).filter((value) => value.endsWith(`name=${environment}`));
  return own.map((value) => /cluster=(\S+)/.exec(value)?.[1] ?? '').toSorted();
}

/** A finished private connection of the second cluster, on which an earlier cluster is still claimed. */
function earlier(box: Sandbox, former: Partial<User> = {}): void {
  const use = { cluster: GONE, clusterName: 'earlier', ...former };
  const now = { ...NIGHTLY, cluster: ids.secondStandardCluster };
  const { endpoint } = sharedPath(box, [now, { environment: 'other', cluster: ids.standardCluster }]);
  box.world.setTags(
    endpoint.id,
    claimTags(box, [
      { ...NIGHTLY, ...use },
      { environment: 'other', ...use },
    ]),
  );
}

const again = { ...NIGHTLY, cluster: ids.secondStandardCluster };

describe('an environment whose cluster is made again and again', () => {
  behaviour('keeps one claim for fifty nights, and leaves as always', standard(), async (box) => {
    sharedPath(box, [{ environment: 'other' }, { environment: 'other', cluster: GONE, clusterName: 'earlier' }]);
    for (let night = 1; night <= 50; night += 1) {
      makeCluster(box, uuid(night), 'nightly');
      const result = await run(box, { ...NIGHTLY, cluster: uuid(night) });
      expectSuccess(result);
      expect(claimed(box, 'nightly'), `night ${night}`).toEqual([uuid(night)]);
      expect(Object.keys(theEndpoint(box).tags).length).toBeLessThanOrEqual(7);
      if (night % 25 === 0) {
        const second = await run(box, { ...NIGHTLY, cluster: uuid(night) });
        expect(mutations(second)).toEqual([]);
        expect(second.requests).toHaveLength(11);
      }
      deleteCluster(box, uuid(night));
      box.clock.advance(DAY);
    }
    expect(claimed(box, 'other')).toEqual([ids.standardCluster, GONE].toSorted());
    expect(box.world.connections().map((one) => one.clusterId)).toEqual([ids.standardCluster]);
    expectSuccess(await leave(box, 'nightly'));
    expect(claimants(theEndpoint(box))).toEqual(['other', 'other']);
    expectSuccess(await leave(box, 'other'));
    expectNothingLeft(box, ids.standardCluster);
  });

  behaviour('and whose claims fill the endpoint gets a claim before the others go', standard(), async (box) => {
    const nights = Array.from({ length: 42 }, (_, index) => uuid(index + 1));
    const { endpoint } = sharedPath(box, [{ environment: 'other' }]);
    box.world.setTags(
      endpoint.id,
      claimTags(
        box,
        nights.map((cluster) => ({ ...NIGHTLY, cluster, clusterName: 'nightly' })),
      ),
    );
    for (const id of nights) {
      makeCluster(box, id, 'nightly');
      deleteCluster(box, id);
    }
    makeCluster(box, GONE, 'nightly');
    let left = -1;
    box.onRequest(({ request, when }) => {
      if (when === 'before' && request.action === 'DeleteTags') left = claimed(box, 'nightly').indexOf(GONE);
    });
    const result = await run(box, { ...NIGHTLY, cluster: GONE });
    expectSuccess(result);
    expect(left, 'its place among the claims when others were removed').toBeGreaterThanOrEqual(0);
    expect(claimed(box, 'nightly')).toEqual([GONE]);
    expect(claimed(box, 'other')).toEqual([ids.standardCluster]);
  });

  behaviour('and that has no room even for that is told so', standard(), async (box) => {
    earlier(box);
    const most = Object.fromEntries(Array.from({ length: 44 }, (_, index) => [`team-${index}`, 'x']));
    box.world.setTags(theEndpoint(box).id, most);
    makeCluster(box, uuid(1), 'earlier');
    expectRefusal(await run(box, { ...NIGHTLY, cluster: uuid(1) }), 'tag-limit');
  });
});

describe('a claim of the environment on a cluster that the run does not name', () => {
  behaviour('is released where the state of the cluster is DELETED; that is no change', standard(), async (box) => {
    earlier(box);
    makeCluster(box, GONE, 'earlier');
    deleteCluster(box, GONE);
    const dry = await run(box, { ...again, 'dry-run': 'true' });
    expect(plannedSteps(dry)).toMatchObject([{ bookkeeping: true, step: expect.stringContaining('earlier') }]);
    expect(mutations(dry)).toEqual([]);
    expectSuccess(await run(box, { ...again, operation: 'verify' }));
    const result = await run(box, again);
    expectSuccess(result);
    expect(mutations(result)).toEqual(['DeleteTags']);
    expect(result.outputs['changed']).toBe('false');
    expect(claimed(box, 'nightly')).toEqual([ids.secondStandardCluster]);
    expect(claimed(box, 'other')).toContain(GONE);
  });

  const absences: [string, Partial<User>, boolean][] = [
    ['used six days ago', { idleHours: 6 * 24 }, false],
    ['used seven days ago', { idleHours: 7 * 24 }, true],
    ['whose name belongs to a cluster of the run', { clusterName: ids.secondStandardName }, true],
    ['whose name belongs to a cluster that the run does not name', { clusterName: ids.standardName }, false],
    ['without a name', { clusterName: '' }, false],
  ];
  for (const [what, former, goes] of absences) {
    const end = goes ? 'is released' : 'stays';
    behaviour(`${end} where the API has no such cluster: ${what}`, standard(), async (box) => {
      earlier(box, former);
      const result = await run(box, again);
      expectSuccess(result);
      expect(mutations(result)).toEqual(goes ? ['DeleteTags'] : []);
      expect(claimed(box, 'nightly').includes(GONE)).toBe(!goes);
      expect(claimed(box, 'other')).toContain(GONE);
    });
  }

  behaviour('stays where the cluster is there', standard(), async (box) => {
    earlier(box, { cluster: ids.standardCluster, clusterName: ids.standardName, idleHours: 100 * 24 });
    const result = await run(box, again);
    expectSuccess(result);
    expect(mutations(result)).toEqual([]);
    expect(result.requests, 'one list more than without such a claim').toHaveLength(12);
  });

  behaviour('stays where the key sees no other cluster and the claim is in use', narrow(), async (box) => {
    earlier(box, { cluster: ids.standardCluster, clusterName: ids.standardName, idleHours: 6 * 24 });
    const result = await run(box, { ...again, 'cockroach-api-key': ONE_CLUSTER });
    expectSuccess(result);
    expect(mutations(result)).toEqual([]);
  });

  behaviour('stays where the API does not answer for that cluster', standard(), async (box) => {
    earlier(box, { idleHours: 100 * 24 });
    const fault = { match: { action: new RegExp(GONE) }, kind: 'status' as const, status: 403, times: 1_000 };
    box.faults.add(fault);
    const result = await run(box, again);
    expectSuccess(result);
    expect(mutations(result)).toEqual([]);
  });

  behaviour('stays where the list of clusters is empty', standard(), async (box) => {
    earlier(box, { idleHours: 100 * 24 });
    const rewrite = () => ({ body: '{"clusters":[]}' });
    box.faults.add({ match: { action: 'GET /api/v1/clusters' }, kind: 'rewrite', rewrite, times: 1_000 });
    const result = await run(box, again);
    expectSuccess(result);
    expect(mutations(result)).toEqual([]);
  });

  behaviour('stays where it was written again since it was read', standard(), async (box) => {
    earlier(box, { idleHours: 7 * 24 });
    box.onRequest(({ request, when }) => {
      if (when !== 'before' || request.action !== 'DeleteTags') return;
      box.world.setTags(theEndpoint(box).id, claimTags(box, [{ ...NIGHTLY, cluster: GONE, clusterName: 'earlier' }]));
    });
    expectSuccess(await run(box, again));
    expect(claimed(box, 'nightly')).toContain(GONE);
  });
});
