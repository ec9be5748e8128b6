import { describe, expect } from 'vitest';
import { ids } from '../sandbox/index.ts';
import { behaviour } from '../support/in-memory.ts';
import { expectFailure, expectOnePath, expectSuccess, PLANS, standard, theEndpoint } from '../support/paths.ts';
import { mutations, run } from '../support/run.ts';

const connections = (clusterId: string) => `/api/v1/clusters/${clusterId}/networking/private-endpoint-connections`;

describe('adding a connection', () => {
  for (const listUnadded of [true, false]) {
    const { worldOf, clusterId } = PLANS[1];
    behaviour(
      `endpoints that wait are ${listUnadded ? '' : 'not '}listed`,
      worldOf({ cloud: { listUnadded } }),
      async (box) => {
        expectSuccess(await run(box, { cluster: clusterId }));
        expect(box.count(`POST ${connections(clusterId)}`)).toBe(1);
        expectOnePath(box, clusterId);
      },
    );
  }

  for (const addAgain of [200, 409] as const) {
    // The answer is lost and the list lags, so that nothing tells the run that it was done.
    const settings = { cloud: { addAgain }, stale: { seconds: { connection: 12 } } };
    behaviour(`asked for twice, answered ${addAgain}`, standard(settings), async (box) => {
      box.faults.add({ match: { action: `POST ${connections(ids.standardCluster)}` }, when: 'after', kind: 'reset' });
      expectSuccess(await run(box));
      expect(box.count(`POST ${connections(ids.standardCluster)}`)).toBeGreaterThanOrEqual(2);
      expectOnePath(box, ids.standardCluster);
    });
  }

  for (const badEndpoint of [400, 'STATUS_FAILED'] as const) {
    behaviour(
      `the endpoint goes away before it is added: ${badEndpoint}`,
      standard({ cloud: { badEndpoint } }),
      async (box) => {
        const remove = box.onRequest(({ request, when }) => {
          if (when !== 'before' || request.action !== `POST ${connections(ids.standardCluster)}`) return;
          remove();
          box.world.vanishEndpoint(theEndpoint(box).id);
        });
        const env = { env: { PRIVATELINK_READ_LAG_SECONDS: '4' } };
        const first = await run(box, {}, env);
        if (badEndpoint === 400) expectSuccess(first);
        else if (first.exitCode !== 0) expectFailure(first, 'connection-failed');
        expectSuccess(await run(box, {}, env));
        // An entry about an endpoint that is gone may stay listed; the living path is what counts.
        const { id } = theEndpoint(box);
        const mine = box.world.connections(ids.standardCluster).filter((one) => one.endpointId === id);
        expect(mine.map((one) => one.status)).toEqual(['AVAILABLE']);
      },
    );
  }
});

describe('left-overs of before', () => {
  for (const { plan, worldOf, clusterId } of PLANS) {
    behaviour(`${plan}: REJECTED is attached again`, worldOf(), async (box) => {
      expectSuccess(await run(box, { cluster: clusterId }));
      const { id } = theEndpoint(box);
      box.world.rejectConnection(clusterId, id);
      const result = await run(box, { cluster: clusterId });
      expectSuccess(result);
      expect(mutations(result)).toEqual([`POST ${connections(clusterId)}`]);
      expect(theEndpoint(box).id).toBe(id);
      expectOnePath(box, clusterId);
    });

    behaviour(`${plan}: DELETING is waited for, then connected`, worldOf(), async (box) => {
      expectSuccess(await run(box, { cluster: clusterId }));
      const { id } = theEndpoint(box);
      box.world.setConnectionStatus(clusterId, id, 'DELETING');
      let looks = 0;
      box.onRequest(({ request, when }) => {
        if (when !== 'after' || request.action !== `GET ${connections(clusterId)}`) return;
        looks += 1;
        if (looks !== 3) return;
        // How it ends: Advanced lists it as rejected while the endpoint lives, Standard drops it.
        if (plan === 'Advanced') box.world.rejectConnection(clusterId, id);
        else box.world.tables.connection.clear();
      });
      const result = await run(box, { cluster: clusterId });
      expectSuccess(result);
      expect(mutations(result)).toEqual([`POST ${connections(clusterId)}`]);
      expect(result.log).toContain('DELETING');
      expectOnePath(box, clusterId);
    });
  }

  for (const status of ['STALE', 'FAILED', 'EXPIRED'] as const) {
    behaviour(`${status} is removed, then connected`, standard(), async (box) => {
      expectSuccess(await run(box));
      const { id } = theEndpoint(box);
      box.world.setConnectionStatus(ids.standardCluster, id, status);
      const result = await run(box);
      expectSuccess(result);
      expect(mutations(result)).toEqual([
        `DELETE ${connections(ids.standardCluster)}/${id}`,
        `POST ${connections(ids.standardCluster)}`,
      ]);
      expectOnePath(box, ids.standardCluster);
    });
  }

  behaviour('a stale entry of an endpoint that is gone is removed', standard(), async (box) => {
    expectSuccess(await run(box));
    const gone = theEndpoint(box).id;
    box.world.vanishEndpoint(gone);
    expect(box.world.connections().map((one) => one.status)).toEqual(['STALE']);
    const result = await run(box);
    expectSuccess(result);
    expect(mutations(result)).toContain(`DELETE ${connections(ids.standardCluster)}/${gone}`);
    expectOnePath(box, ids.standardCluster);
  });
});

describe('a connection that ends badly', () => {
  for (const outcome of ['FAILED', 'EXPIRED'] as const) {
    behaviour(`${outcome} every time: named, and the run ends`, standard(), async (box) => {
      box.world.scriptConnections({ outcome, times: 99 });
      const result = await run(box, { 'timeout-seconds': '1200' });
      expect(result.exitCode).toBe(1);
      expect(['connection-failed', 'endpoint-failed']).toContain(result.outputs['error-code']);
      expect(result.outputs['status']).toBe('failed');
      expect(result.log).toContain(outcome);
    });
  }

  behaviour('FAILED once: the next run makes it good', standard(), async (box) => {
    box.world.scriptConnections({ outcome: 'FAILED' });
    const env = { env: { PRIVATELINK_READ_LAG_SECONDS: '4' } };
    await run(box, {}, env);
    expectSuccess(await run(box, {}, env));
    await box.clock.sleep(10_000);
    expectOnePath(box, ids.standardCluster);
  });
});
