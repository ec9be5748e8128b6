import { describe, expect } from 'vitest';
import { ids } from '../sandbox/index.ts';
import { behaviour } from '../support/in-memory.ts';
import { managedTags } from '../support/managed.ts';
import { expectOnePath, expectSuccess, liveEndpoints, PLANS, standard, theEndpoint } from '../support/paths.ts';
import { run } from '../support/run.ts';

const SHORT_LAG = { env: { PRIVATELINK_READ_LAG_SECONDS: '4' } };

describe('an endpoint deleted by hand whose group is still there', () => {
  for (const { plan, worldOf, clusterId } of PLANS) {
    for (const deadToken of ['replay-dead-id', 'create-new'] as const) {
      const how = `${plan}, ${deadToken}`;
      const again = async (box: Parameters<typeof expectOnePath>[0], old: string) => {
        const result = await run(box, { cluster: clusterId }, SHORT_LAG);
        expectSuccess(result);
        expect(result.outputs).toMatchObject({ created: 'true', status: 'available' });
        expect(theEndpoint(box).id).not.toBe(old);
        expect(liveEndpoints(box)).toHaveLength(1);
        // The entry of the old endpoint may turn stale only after this run has looked: the next one clears it away.
        await box.clock.sleep(40_000);
        expectSuccess(await run(box, { cluster: clusterId }, SHORT_LAG));
        expectOnePath(box, clusterId);
      };

      behaviour(`${how}: gone without a trace`, worldOf({ ec2: { deadToken } }), async (box) => {
        expectSuccess(await run(box, { cluster: clusterId }, SHORT_LAG));
        const { id } = theEndpoint(box);
        box.world.vanishEndpoint(id);
        await again(box, id);
      });

      behaviour(
        `${how}: still being deleted`,
        worldOf({ ec2: { deadToken }, seconds: { delete: 40 } }),
        async (box) => {
          expectSuccess(await run(box, { cluster: clusterId }, SHORT_LAG));
          const { id } = theEndpoint(box);
          box.world.deleteEndpoint(id);
          await again(box, id);
        },
      );

      behaviour(
        `${how}: deleted and still listed`,
        worldOf({ ec2: { deadToken }, seconds: { delete: 0, deletedVisible: 3600 } }),
        async (box) => {
          expectSuccess(await run(box, { cluster: clusterId }, SHORT_LAG));
          const { id } = theEndpoint(box);
          box.world.deleteEndpoint(id);
          await box.clock.sleep(1_000);
          await again(box, id);
        },
      );
    }
  }
});

describe('a token that another run has used', () => {
  const taken = (times: number) => ({
    match: { action: 'CreateVpcEndpoint' },
    kind: 'status' as const,
    status: 400,
    code: 'IdempotentParameterMismatch',
    message: 'The request uses the same client token as a previous, but non-identical request.',
    times,
  });

  behaviour('its endpoint is adopted when it shows', standard(), async (box) => {
    box.faults.add(taken(99));
    let other = '';
    // It shows with the first look after the refusal.
    box.onRequest(({ request, when }) => {
      if (other !== '' || when !== 'before' || request.action !== 'DescribeVpcEndpoints') return;
      if (box.count('CreateVpcEndpoint') === 0) return;
      other = box.world.createEndpoint({
        vpcId: ids.vpc,
        serviceName: ids.standardServiceName,
        subnetIds: [...ids.subnets],
        groupIds: box.world.groups((one) => one.name.startsWith('cockroachdb-privatelink')).map((one) => one.id),
        tags: managedTags(ids.standardServiceName),
      }).id;
    });
    const result = await run(box);
    expectSuccess(result);
    expect(result.outputs).toMatchObject({ 'endpoint-id': other, created: 'false' });
    expect(box.count('CreateVpcEndpoint')).toBe(1);
    expectOnePath(box, ids.standardCluster);
  });

  behaviour('if none ever shows, another token is tried', standard(), async (box) => {
    box.faults.add(taken(1));
    expectSuccess(await run(box, {}, SHORT_LAG));
    const calls = box.requests.filter((one) => one.action === 'CreateVpcEndpoint');
    expect(calls.length).toBe(2);
    expect(new Set(calls.map((one) => one.params['ClientToken'])).size).toBe(2);
    expect((calls[1]?.at ?? 0) - (calls[0]?.at ?? 0)).toBeGreaterThanOrEqual(8_000);
    expect(liveEndpoints(box)).toHaveLength(1);
    expectOnePath(box, ids.standardCluster);
  });
});
