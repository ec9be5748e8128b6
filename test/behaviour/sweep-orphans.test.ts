import { describe, expect } from 'vitest';
import { ids, type Sandbox } from '../sandbox/index.ts';
import { BLIND, madeHoursAgo, type Shared, sharedPath, sweepRun, sweptRows, type User } from '../support/departures.ts';
import { behaviour } from '../support/in-memory.ts';
import { expectFailure, expectSuccess, liveEndpoints, ownedGroups, standard } from '../support/paths.ts';
import { mutations } from '../support/run.ts';

const SERVICE = 'cockroachdb-privatelink/service';
const PRODUCTION: User = { environment: 'production', idleHours: 48 };

describe('orphans', () => {
  for (const [ageHours, goes] of [
    [50, true],
    [20, false],
  ] as const) {
    behaviour(`a group without endpoint, ${ageHours} h old: ${goes ? 'goes' : 'stays'}`, standard(), async (box) => {
      const { id } = orphanGroup(box, ageHours);
      const result = await sweepRun(box);
      expectSuccess(result);
      expect(ownedGroups(box).map((one) => one.id)).toEqual(goes ? [] : [id]);
      // The group is no owner of itself.
      expect(result.summary).toContain(`| ${goes ? '🧹 deleted' : '– kept'} | – | <code>${id}</code><br/>`);
      expect(result.log).toMatch(
        new RegExp(`^${goes ? 'deleted' : 'kept'} +${id} +${ids.vpc} +no VPC endpoint uses it`, 'm'),
      );
      expect(result.log).not.toMatch(/^Deleted /m);
    });

    if (goes)
      behaviour(
        'a group that cannot be deleted is named once, with its reason once in the summary',
        standard(),
        async (box) => {
          const { id } = orphanGroup(box, ageHours);
          const refusal = { status: 403, code: 'UnauthorizedOperation', times: 99 };
          box.faults.add({ match: { action: 'DeleteSecurityGroup' }, kind: 'status', ...refusal });
          const result = await sweepRun(box);
          expectFailure(result, 'sweep-incomplete');
          expect(result.log).toContain(`Not swept: security group ${id}\n`);
          expect(result.summary).toContain(`**1 of 1 could not be swept: security group ${id}.**`);
          expect(result.summary).not.toContain('### Details');
          for (const text of [result.log, result.summary]) expect(text).not.toContain(`${id} on ${id}`);
        },
      );

    behaviour(
      `an endpoint of a deleted cluster, ${ageHours} h old: ${goes ? 'goes' : 'stays'}`,
      standard(),
      async (box) => {
        withoutCluster(box, [PRODUCTION], { ageHours });
        expectSuccess(await sweepRun(box));
        expect(liveEndpoints(box)).toHaveLength(goes ? 0 : 1);
      },
    );
  }

  behaviour('without a creation tag stay, and the table says why', standard(), async (box) => {
    const { id } = orphanGroup(box, 50);
    box.world.setTags(id, { 'cockroachdb-privatelink/created-at': null });
    const result = await sweepRun(box);
    expectSuccess(result);
    expect(sweptRows(result)[`security group ${id}`]?.why).toContain('has no creation time');
  });

  behaviour('are not groups that a stranger’s endpoint uses', standard(), async (box) => {
    const group = orphanGroup(box, 50);
    box.world.createEndpoint({
      vpcId: ids.vpc,
      serviceName: 'com.amazonaws.vpce.us-east-1.vpce-svc-0ddddddddddddddd',
      groupIds: [group.id],
    });
    const result = await sweepRun(box);
    expectSuccess(result);
    expect(sweptRows(result)).not.toHaveProperty([`security group ${group.id}`]);
    expect(ownedGroups(box)).toHaveLength(1);
    expect(mutations(result)).toEqual([]);
  });

  const unproved: Record<string, (box: Sandbox) => Shared> = {
    'another repository claims it too': (box) =>
      withoutCluster(box, [PRODUCTION, { ...PRODUCTION, repositoryId: '5' }]),
    'one of its clusters is there': (box) =>
      withoutCluster(box, [PRODUCTION, { ...PRODUCTION, cluster: ids.secondStandardCluster }]),
    'a claim cannot be read': (box) => {
      const shared = withoutCluster(box, [PRODUCTION]);
      box.world.setTags(shared.endpoint.id, { 'cockroachdb-privatelink/claim/0123': 'garbled' });
      return shared;
    },
    'an environment used it within the grace': (box) => withoutCluster(box, [PRODUCTION, { environment: 'x' }]),
    'the key may not list the organization': (box) => {
      const shared = withoutCluster(box, [PRODUCTION]);
      const match = (one: { action: string }) => one.action === 'GET /api/v1/clusters';
      box.faults.add({ match, kind: 'status', status: 403, code: '7', times: 99 });
      return shared;
    },
    'the cluster answers 403': (box) => {
      const shared = withoutCluster(box, [PRODUCTION]);
      const match = (one: { action: string }) => one.action === `GET /api/v1/clusters/${ids.standardCluster}`;
      box.faults.add({ match, kind: 'status', status: 403, code: '7', times: 99 });
      return shared;
    },
  };
  for (const [what, build] of Object.entries(unproved)) {
    behaviour(`stay where ${what}`, standard(), async (box) => {
      const { endpoint } = build(box);
      const result = await sweepRun(box);
      expectSuccess(result);
      expect(mutations(result)).toEqual([]);
      expect(liveEndpoints(box).map((one) => one.id)).toEqual([endpoint.id]);
    });
  }

  // What CockroachDB Cloud answers for a cluster that a key has no role on is not known: 403, or 404 as for a deleted one.
  const blind = standard({ cloud: { unseen: 404 } }, (seed) =>
    seed.serviceAccounts.push({ key: BLIND, name: 'blind', clusterIds: [] }),
  );
  behaviour('stay where the key sees no cluster at all', blind, async (box) => {
    const { endpoint } = sharedPath(box, [PRODUCTION], { ageHours: 50 });
    const result = await sweepRun(box, { inputs: { 'cockroach-api-key': BLIND } });
    expectSuccess(result);
    expect(mutations(result)).toEqual([]);
    expect(liveEndpoints(box).map((one) => one.id)).toEqual([endpoint.id]);
  });
});

function orphanGroup(box: Sandbox, ageHours: number) {
  return box.world.createGroup({
    vpcId: ids.vpc,
    name: 'cockroachdb-privatelink vpce-svc-0ccccccccccccccc1',
    tags: { ...madeHoursAgo(box, ageHours), [SERVICE]: 'com.amazonaws.vpce.us-east-1.vpce-svc-0ccccccccccccccc1' },
  });
}

/** A path whose first cluster is deleted. */
function withoutCluster(box: Sandbox, users: User[], options: { ageHours?: number } = {}): Shared {
  const shared = sharedPath(box, users, options);
  for (const one of box.world.connections(ids.standardCluster)) box.world.tables.connection.delete(one.id);
  box.world.tables.cluster.delete(ids.standardCluster);
  return shared;
}
