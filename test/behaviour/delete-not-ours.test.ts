import { describe, expect } from 'vitest';
import { ids, type Sandbox } from '../sandbox/index.ts';
import { claimTags, connected, expectDeparted, leave, sharedPath } from '../support/departures.ts';
import { behaviour } from '../support/in-memory.ts';
import { advanced, errorText, expectRefusal, standard } from '../support/paths.ts';
import { mutations } from '../support/run.ts';

const A = { environment: 'branch:a' };
const B = { environment: 'branch:b' };

describe('what the action did not make', () => {
  const foreign = (box: Sandbox) => {
    const endpoint = box.world.createEndpoint({
      vpcId: ids.vpc,
      serviceName: ids.standardServiceName,
      subnetIds: [...ids.subnets],
    });
    connected(box, ids.standardCluster, endpoint.id);
    return endpoint;
  };

  behaviour('stays, connected, with its cost and why', standard(), async (box) => {
    const { id } = foreign(box);
    const result = await leave(box, 'branch:a', { inputs: { cluster: ids.standardCluster } });
    expectDeparted(result, 'available');
    expect(result.log).toMatch(
      new RegExp(
        `Remaining: VPC endpoint ${id}, not created by this action; connection of cluster ${ids.standardName}: STATUS_AVAILABLE, about \\$21\\.90 a month`,
      ),
    );
    expect(result.log).toContain("isn't managed by this action");
    expect(box.world.connections().map((one) => one.status)).toEqual(['AVAILABLE']);
    expectDeparted(await leave(box, 'branch:a'), 'absent');
  });

  behaviour('and carries its group and claims by hand: nothing of it is touched', standard(), async (box) => {
    const endpoint = foreign(box);
    box.world.setTags(endpoint.id, claimTags(box, [A]));
    const before = structuredClone(box.world.endpoint(endpoint.id));
    expectDeparted(await leave(box, 'branch:a'), 'absent');
    expect(box.world.endpoint(endpoint.id)).toEqual(before);
  });

  for (const keepRejected of [true, false]) {
    for (const plan of ['Standard', 'Advanced'] as const) {
      const world = plan === 'Standard' ? standard : advanced;
      const cluster = plan === 'Standard' ? ids.standardCluster : ids.advancedCluster;
      behaviour(
        `is disconnected with endpoint-id and cluster, once (${plan}, keepRejected ${keepRejected})`,
        world({ cloud: { keepRejected } }),
        async (box) => {
          const service = plan === 'Standard' ? box.world.services()[0] : box.world.makeServices(cluster)[0];
          const { id } = box.world.createEndpoint({ vpcId: ids.vpc, serviceName: service?.name ?? '' });
          connected(box, cluster, id);
          const inputs = { cluster, environment: '', 'endpoint-id': id, 'vpc-id': '' };
          const result = await leave(box, '', { inputs });
          expectDeparted(result, 'deleted');
          expect(result.log).toMatch(/cuts off all its clients/);
          expect(mutations(result)).toEqual([expect.stringMatching(/^DELETE .*private-endpoint-connections/)]);
          expect(box.world.endpoint(id).tags).toEqual({});
          const again = await leave(box, '', { inputs });
          expectDeparted(again, 'absent');
        },
      );
    }
  }

  behaviour('endpoint-id in another VPC than vpc-id: an error', standard(), async (box) => {
    const { id } = foreign(box);
    const inputs = { cluster: ids.standardCluster, 'endpoint-id': id, 'vpc-id': 'vpc-0123456789abcdef0' };
    expectRefusal(await leave(box, '', { inputs }), 'endpoint-not-found');
  });

  behaviour('endpoint-id of an endpoint that is gone: its stale entry is cleared away', standard(), async (box) => {
    const { id } = foreign(box);
    box.world.vanishEndpoint(id);
    const inputs = { cluster: ids.standardCluster, environment: '', 'endpoint-id': id, 'vpc-id': '' };
    expectDeparted(await leave(box, '', { inputs }), 'deleted');
    expect(box.world.connections()).toEqual([]);
  });

  behaviour('endpoint-id of our own endpoint with claims: endpoint-claimed', standard(), async (box) => {
    const { endpoint } = sharedPath(box, [B]);
    const inputs = { cluster: ids.standardCluster, 'endpoint-id': endpoint.id, 'vpc-id': '' };
    const result = await leave(box, 'branch:a', { inputs });
    expectRefusal(result, 'endpoint-claimed');
    expect(errorText(result)).toContain('branch:b');
  });

  behaviour(
    'endpoint-id of our own endpoint while EC2 deletes it: its claims hold nothing',
    standard(),
    async (box) => {
      const { endpoint } = sharedPath(box, [B]);
      box.world.deleteEndpoint(endpoint.id);
      expect(box.world.endpoint(endpoint.id).state).toBe('deleting');
      const inputs = { cluster: ids.standardCluster, environment: '', 'endpoint-id': endpoint.id, 'vpc-id': '' };
      expectDeparted(await leave(box, '', { inputs }), 'deleted');
      expect(box.world.connections().filter((one) => one.status === 'AVAILABLE')).toEqual([]);
    },
  );
});
