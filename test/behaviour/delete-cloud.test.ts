import { describe, expect } from 'vitest';
import { atPlaces } from '../harness/torture.ts';
import { ids, type WorldSeed } from '../sandbox/index.ts';
import { BLIND, claimants, connected, expectDeparted, leave, sharedPath } from '../support/departures.ts';
import { behaviour } from '../support/in-memory.ts';
import {
  advanced,
  errorLine,
  expectFailure,
  expectNothingLeft,
  liveEndpoints,
  ownedGroups,
  PLANS,
  standard,
  type theEndpoint,
} from '../support/paths.ts';
import { mutations } from '../support/run.ts';

/** A key that nobody knows. */
const UNKNOWN = 'CCDB1_unknownKeyId_unknownSecret0123456789abcd';
const withBlindKey = (seed: WorldSeed) => {
  seed.serviceAccounts.push({ key: BLIND, name: 'blind', clusterIds: [] });
};
const A = { environment: 'branch:a' };
const status = (box: Parameters<typeof theEndpoint>[0], cluster: string = ids.standardCluster) =>
  box.world.connections(cluster).map((one) => one.status);

const MAY_NOT = { status: 403, code: '7', message: 'user does not have permission' } as const;

describe('a cluster that is deleted already', () => {
  for (const ref of ['', ids.standardCluster, ids.standardName]) {
    behaviour(`does not stop the AWS side (cluster: ${ref || 'not named'})`, standard(), async (box) => {
      sharedPath(box, [A]);
      for (const one of box.world.connections()) box.world.tables.connection.delete(one.id);
      box.world.tables.cluster.delete(ids.standardCluster);
      const result = await leave(box, 'branch:a', { inputs: { cluster: ref } });
      expectDeparted(result, 'deleted');
      expectNothingLeft(box, ids.standardCluster);
    });
  }

  behaviour('is not mistaken for a new one of its name', standard(), async (box) => {
    const gone = 'f6666666-6666-4666-8666-666666666666';
    const { endpoint } = sharedPath(box, [
      { ...A, cluster: gone, clusterName: ids.standardName },
      { environment: 'branch:b' },
    ]);
    const result = await leave(box, 'branch:a', { inputs: { cluster: ids.standardName } });
    expectDeparted(result, 'deleted');
    expect(claimants(endpoint)).toEqual(['branch:b']);
    expect(status(box)).toEqual(['AVAILABLE']);
  });
});

describe('a VPC that is gone, with all that was in it', () => {
  for (const ref of ['', ids.standardName]) {
    const left = ref === '' ? 'finds nothing' : 'clears the entry at the Cloud away';
    behaviour(`${left} (cluster: ${ref || 'not named'})`, standard(), async (box) => {
      const { endpoint, groupId } = sharedPath(box, [A]);
      box.world.vanishEndpoint(endpoint.id);
      box.world.deleteGroup(groupId);
      box.world.setConnectionStatus(ids.standardCluster, endpoint.id, 'STALE');
      for (const table of ['subnet', 'vpc'] as const) box.world.tables[table].clear();
      box.iam.policies = [{ Version: '2012-10-17', Statement: [{ Effect: 'Allow', Action: '*', Resource: '*' }] }];
      expectDeparted(await leave(box, 'branch:a', { inputs: { cluster: ref } }), ref === '' ? 'absent' : 'deleted');
      expect(status(box)).toEqual(ref === '' ? ['STALE'] : []);
      expectDeparted(
        await leave(box, 'branch:a', { inputs: { cluster: ids.standardCluster } }),
        ref === '' ? 'deleted' : 'absent',
      );
      expectNothingLeft(box, ids.standardCluster);
    });
  }
});

describe('a key that is refused', () => {
  const keys = [
    { what: 'not known (401)', key: UNKNOWN, code: 'cloud-key-rejected', unseen: 403 },
    { what: 'not for this cluster (403)', key: BLIND, code: 'cloud-denied', unseen: 403 },
  ] as const;
  for (const { what, key, code, unseen } of keys) {
    for (const ref of ['', ids.standardName]) {
      const name = `${what}: the AWS side goes and the step says what may be left (cluster: ${ref || 'not named'})`;
      behaviour(name, standard({ cloud: { unseen } }, withBlindKey), async (box) => {
        sharedPath(box, [A]);
        const result = await leave(box, 'branch:a', { inputs: { 'cockroach-api-key': key, cluster: ref } });
        expect([liveEndpoints(box), ownedGroups(box)]).toEqual([[], []]);
        expect(status(box)).toEqual(['STALE']);
        expectFailure(result, code);
        expect(errorLine(result)).toMatch(/VPC endpoint vpce-\w+ is deleted.*b2222222-.* could not be read/);
        expect(result.summary).toContain('delete VPC endpoint');
        expect(result.outputs['status']).toBe('failed');
      });
    }
  }

  behaviour(
    'as 404, like a cluster that is gone: the AWS side goes',
    standard({ cloud: { unseen: 404 } }, withBlindKey),
    async (box) => {
      sharedPath(box, [A]);
      const result = await leave(box, 'branch:a', { inputs: { 'cockroach-api-key': BLIND } });
      expectDeparted(result, 'deleted');
      expect([liveEndpoints(box), ownedGroups(box)]).toEqual([[], []]);
      expect(result.log).toContain('is not visible to this API key');
    },
  );

  behaviour(
    'while others keep the endpoint: the claim goes, and the step says what is left',
    standard({}, withBlindKey),
    async (box) => {
      const { endpoint } = sharedPath(box, [A, { environment: 'branch:b', cluster: ids.secondStandardCluster }]);
      const result = await leave(box, 'branch:a', { inputs: { 'cockroach-api-key': BLIND } });
      expectFailure(result, 'cloud-denied');
      expect(claimants(endpoint)).toEqual(['branch:b']);
      expect(status(box)).toEqual(['AVAILABLE']);
    },
  );

  for (const stale of [true, false]) {
    behaviour(
      `for changes only (stale: ${stale}): the AWS side goes, and the step fails only if something is left`,
      standard({ cloud: { stale } }),
      async (box) => {
        sharedPath(box, [A]);
        box.faults.add({ match: { action: /^DELETE / }, kind: 'status', ...MAY_NOT, times: 99 });
        const result = await leave(box, 'branch:a');
        expect([liveEndpoints(box), ownedGroups(box)]).toEqual([[], []]);
        expect(status(box)).toEqual(stale ? ['STALE'] : []);
        if (stale) expectFailure(result, 'cloud-denied');
        else expectDeparted(result, 'deleted');
      },
    );
  }
});

describe('connections', () => {
  for (const { plan, worldOf, clusterId } of PLANS) {
    for (const stale of [true, false]) {
      behaviour(
        `${plan}, stale ${stale}: one that is made while the mark is waited out goes too`,
        worldOf({ cloud: { stale } }),
        async (box) => {
          const { endpoint } = sharedPath(box, [{ ...A, cluster: clusterId }]);
          box.world.tables.connection.clear();
          box.onRequest(({ request, when }) => {
            if (when === 'after' && request.action === 'CreateTags') connected(box, clusterId, endpoint.id);
            return undefined;
          });
          expectDeparted(await leave(box, 'branch:a'), 'deleted');
          expectNothingLeft(box, clusterId);
        },
      );
    }
  }

  const knobs = [
    { keepRejected: true, deleteRejected: 404 },
    { keepRejected: true, deleteRejected: 200 },
    { keepRejected: false },
    { statusPrefix: false },
    { stale: false },
    { regionField: 'none', omitEmptyLists: false },
  ] as const;
  for (const cloud of atPlaces(knobs, 0, 3)) {
    behaviour(`go with the endpoint (Advanced, ${JSON.stringify(cloud)})`, advanced({ cloud }), async (box) => {
      sharedPath(box, [{ ...A, cluster: ids.advancedCluster }]);
      expectDeparted(await leave(box, 'branch:a'), 'deleted');
      expectNothingLeft(box, ids.advancedCluster);
    });
  }

  for (const state of atPlaces(['REJECTED', 'FAILED', 'EXPIRED', 'PENDING', 'PENDING_ACCEPTANCE'] as const, 0, 4)) {
    behaviour(`go in state ${state} too`, advanced(), async (box) => {
      const { endpoint } = sharedPath(box, [{ ...A, cluster: ids.advancedCluster }]);
      box.world.setConnectionStatus(ids.advancedCluster, endpoint.id, state);
      expectDeparted(await leave(box, 'branch:a'), 'deleted');
      expectNothingLeft(box, ids.advancedCluster);
    });
  }

  for (const clusterLock of atPlaces([503, 400, 409] as const, 0, 2)) {
    behaviour(
      `a lock of the cluster (${clusterLock}) is waited out, even past the decision time`,
      standard(),
      async (box) => {
        sharedPath(box, [A]);
        box.settings.cloud.clusterLock = clusterLock;
        let tries = 0;
        let first = 0;
        box.onRequest(({ request, when }) => {
          if (when !== 'before' || !request.action.startsWith('DELETE ')) return undefined;
          tries += 1;
          first ||= request.at;
          if (request.at - first > 25_000) box.settings.cloud.clusterLock = false;
          return undefined;
        });
        const result = await leave(box, 'branch:a', { env: { PRIVATELINK_DECISION_SECONDS: '10' } });
        expectDeparted(result, 'deleted');
        expect(tries).toBeGreaterThan(2);
        expectNothingLeft(box, ids.standardCluster);
      },
    );
  }

  behaviour('that are stale and of another region or account stay', standard(), async (box) => {
    sharedPath(box, [A]);
    const usual = {
      clusterId: ids.standardCluster,
      serviceId: '',
      serviceName: 's',
      status: 'STALE',
      generation: 0,
    } as const;
    for (const [endpointId, region, ownerId] of [
      ['vpce-0aaaaaaaaaaaaaaa1', 'eu-west-1', ids.account],
      ['vpce-0aaaaaaaaaaaaaaa2', ids.region, ids.otherAccount],
      ['vpce-0aaaaaaaaaaaaaaa3', ids.region, ids.account],
    ] as const) {
      const id = `${ids.standardCluster}/${endpointId}`;
      box.world.tables.connection.set(id, { id, endpointId, region, ownerId, ...usual });
    }
    expectDeparted(await leave(box, 'branch:a'), 'deleted');
    expect(box.world.connections(ids.standardCluster).map((one) => one.endpointId)).toEqual([
      'vpce-0aaaaaaaaaaaaaaa1',
      'vpce-0aaaaaaaaaaaaaaa2',
    ]);
  });
});

describe('a cluster name that two clusters have', () => {
  behaviour('is an error before anything is done', standard(), async (box) => {
    sharedPath(box, [A, { ...A, cluster: ids.secondStandardCluster }]);
    box.world.changeCluster(ids.secondStandardCluster, { name: ids.standardName });
    const result = await leave(box, 'branch:a', { inputs: { cluster: ids.standardName } });
    expectFailure(result, 'cluster-ambiguous');
    expect(mutations(result)).toEqual([]);
  });
});
