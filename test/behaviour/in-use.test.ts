import { describe, expect } from 'vitest';
import { ids, type MemorySandbox, type Sandbox } from '../sandbox/index.ts';
import { claimTags, leave, SHORT, sharedPath, sweepRun } from '../support/departures.ts';
import { behaviour } from '../support/in-memory.ts';
import {
  claims,
  errorText,
  expectFailure,
  expectSuccess,
  liveEndpoints,
  standard,
  theEndpoint,
} from '../support/paths.ts';
import { mutations, run } from '../support/run.ts';

const A = { environment: 'branch:a' };
const B = { environment: 'branch:b' };
const { standardCluster, secondStandardCluster } = ids;
const HOUR = 3_600_000;

/** Notes each request of this kind with what holds at that moment. */
function atRequests<T>(box: Sandbox, action: RegExp, look: () => T, when: 'before' | 'after' = 'before'): T[] {
  const seen: T[] = [];
  box.onRequest((event) => {
    if (event.when === when && action.test(event.request.action)) seen.push(look());
  });
  return seen;
}

/** Holds each request of this kind back for so long before it takes effect. */
function slow(box: MemorySandbox, action: RegExp, seconds: number): void {
  box.onRequest(async ({ request, when }) => {
    if (when === 'before' && action.test(request.action)) await box.clock.sleep(seconds * 1000);
  });
}

const statusOf = (box: Sandbox, cluster: string) => box.world.connections(cluster).map((one) => one.status);

describe('what clients use is not cut', () => {
  behaviour('the younger of two endpoints serves until the older one is available', standard(), async (box) => {
    const { endpoint: younger } = sharedPath(box, [A]);
    const older = box.world.createEndpoint({
      ...{ vpcId: ids.vpc, serviceName: younger.serviceName, state: 'pending', accepted: true },
      ...{ subnetIds: [...younger.subnetIds], groupIds: [...younger.groupIds], tags: { ...younger.tags } },
      createdAt: box.clock.now() - HOUR,
    });
    box.world.after(90, () => {
      older.state = 'available';
    });
    const seen = atRequests(box, /^DeleteVpcEndpoints$|^DELETE .*private-endpoint-connections/, () => older.state);
    expectSuccess(await run(box, A, { env: SHORT }));
    expect(seen.length).toBeGreaterThan(0);
    expect(seen).toEqual(seen.map(() => 'available'));
    expect(liveEndpoints(box).map((one) => one.id)).toEqual([older.id]);
  });

  behaviour(
    'private DNS is turned on only when every cluster of the endpoint is connected',
    standard(),
    async (box) => {
      slow(box, new RegExp(`^POST .*/${secondStandardCluster}/.*private-endpoint-connections$`), 25);
      const seen = atRequests(box, /^ModifyVpcEndpoint$/, () => [
        ...statusOf(box, standardCluster),
        ...statusOf(box, secondStandardCluster),
      ]);
      expectSuccess(await run(box, { ...A, cluster: `${standardCluster}, ${secondStandardCluster}` }));
      expect(seen).toEqual([['AVAILABLE', 'AVAILABLE']]);
    },
  );

  behaviour(
    'an endpoint that serves one cluster is not replaced for another that is rejected',
    standard(),
    async (box) => {
      const { endpoint } = sharedPath(box, [A, { ...A, cluster: secondStandardCluster }]);
      const reject = () => box.world.setConnectionStatus(secondStandardCluster, endpoint.id, 'REJECTED');
      reject();
      box.onRequest(({ request, when }) => {
        if (when === 'after' && request.action.startsWith(`POST /api/v1/clusters/${secondStandardCluster}/`)) reject();
      });
      const result = await run(box, { ...A, cluster: `${standardCluster}, ${secondStandardCluster}` }, { env: SHORT });
      expectFailure(result, 'connection-rejected');
      expect(mutations(result)).not.toContain('CreateVpcEndpoint');
      expect(mutations(result)).not.toContain('DeleteVpcEndpoints');
      expect([theEndpoint(box).id, statusOf(box, standardCluster)]).toEqual([endpoint.id, ['AVAILABLE']]);
    },
  );

  behaviour('delete by endpoint-id refuses a claimed endpoint that EC2 is changing', standard(), async (box) => {
    const { endpoint } = sharedPath(box, [A]);
    endpoint.state = 'pending';
    const inputs = { operation: 'delete', 'endpoint-id': endpoint.id, 'vpc-id': '' };
    const result = await run(box, inputs, { env: SHORT });
    expectFailure(result, 'endpoint-claimed');
    expect(errorText(result)).toContain('branch:a');
    expect([mutations(result), statusOf(box, standardCluster)]).toEqual([[], ['AVAILABLE']]);
  });
});

describe('who leaves', () => {
  behaviour('decides two read lags after its mark was written, however long that took', standard(), async (box) => {
    sharedPath(box, [A]);
    slow(box, /^CreateTags$/, 20);
    const marked = atRequests(box, /^CreateTags$/, () => box.clock.now(), 'after');
    const destroyed = atRequests(box, /^DeleteVpcEndpoints$|^DELETE .*connections/, () => box.clock.now());
    expectSuccess(await leave(box, 'branch:a'));
    expect(destroyed.length).toBeGreaterThan(0);
    const readLagMs = Number(SHORT.PRIVATELINK_READ_LAG_SECONDS) * 1000;
    expect(Math.min(...destroyed) - (marked[0] ?? 0)).toBeGreaterThanOrEqual(2 * readLagMs);
  });

  behaviour('a sweep keeps what its environment has claimed again since', standard(), async (box) => {
    const { endpoint } = sharedPath(box, [{ environment: 'branch:gone', idleHours: 30 }]);
    const [key = ''] = Object.keys(claims(endpoint));
    box.onRequest(({ request, when }) => {
      if (when !== 'after' || request.action !== 'CreateTags') return;
      const [fresh = ''] = Object.values(claimTags(box, [{ environment: 'branch:gone' }]));
      box.world.setTags(endpoint.id, { [key]: fresh });
    });
    const result = await sweepRun(box);
    expectSuccess(result);
    expect(mutations(result)).not.toContain('DeleteVpcEndpoints');
    expect([Object.keys(claims(theEndpoint(box))), statusOf(box, standardCluster)]).toEqual([[key], ['AVAILABLE']]);
  });

  behaviour('with a key that loses its rights meanwhile says that the connection stays', standard(), async (box) => {
    const { endpoint } = sharedPath(box, [A]);
    box.onRequest(({ request, when }) => {
      if (when !== 'after' || request.action !== 'CreateTags') return;
      box.faults.add({
        match: { service: 'cloud' },
        ...{ kind: 'status', status: 403, code: '7', message: 'user does not have permission' },
        times: Number.POSITIVE_INFINITY,
      });
    });
    const result = await leave(box, 'branch:a');
    expectFailure(result, 'cloud-denied');
    expect(errorText(result)).toContain(endpoint.id);
    expect(statusOf(box, standardCluster)).not.toEqual([]);
  });

  behaviour('disconnects a cluster that nobody claims any more, and no other', standard(), async (box) => {
    const { endpoint } = sharedPath(box, [A, { ...B, cluster: secondStandardCluster }]);
    // A run of the same environment gave its claim up and died before it disconnected the cluster.
    const killed = await leave(box, 'branch:a', { killAtRequest: { n: 2, when: 'before', mutatingOnly: true } });
    expect(killed.signal).toBe('SIGKILL');
    const own = Object.entries(claims(endpoint)).find(([, value]) => value.includes('name=branch:a'));
    box.world.setTags(endpoint.id, { [own?.[0] ?? '']: null });
    expectSuccess(await leave(box, 'branch:a'));
    expect([statusOf(box, standardCluster), statusOf(box, secondStandardCluster)]).toEqual([[], ['AVAILABLE']]);
    expect(theEndpoint(box).id).toBe(endpoint.id);
  });

  behaviour('a sweep keeps the environment of a pull request that is nowhere to be found', standard(), async (box) => {
    const { endpoint } = sharedPath(box, [{ environment: 'pr:4711', idleHours: 99 }]);
    const result = await sweepRun(box);
    expectSuccess(result);
    expect([mutations(result), theEndpoint(box).id]).toEqual([[], endpoint.id]);
    expect(result.log).toContain('GitHub shows no pull request #4711');
  });
});
