import { describe, expect } from 'vitest';
import { ids, type Sandbox } from '../sandbox/index.ts';
import { behaviour } from '../support/in-memory.ts';
import {
  advanced,
  claims,
  expectFailure,
  expectSuccess,
  leavingMarks,
  liveEndpoints,
  ownedGroups,
  sources,
  standard,
  theEndpoint,
} from '../support/paths.ts';
import { mutations, run } from '../support/run.ts';

/** Short times of the protocol: a mark is waited out in 8 s and dead after 28 s. */
const SHORT = { env: { PRIVATELINK_READ_LAG_SECONDS: '4', PRIVATELINK_DECISION_SECONDS: '10' } };
/** For what takes minutes. */
const FAST = { rate: 25 };

/** A second endpoint of the action beside the first, as a run that was killed while replacing leaves it. */
function addReplacement(box: Sandbox, clusterId: string): string {
  const old = theEndpoint(box);
  const { id } = box.world.createEndpoint({
    vpcId: ids.vpc,
    serviceName: old.serviceName,
    subnetIds: [...old.subnetIds],
    groupIds: [...old.groupIds],
    state: 'available',
    tags: { ...old.tags },
  });
  box.world.connect(clusterId, id);
  return id;
}

describe('what a replacement must not break', () => {
  behaviour('the rules that another environment asked for stay', standard(), async (box) => {
    expectSuccess(await run(box, { environment: 'one', 'allowed-cidrs': '10.1.0.0/16' }, SHORT));
    expectSuccess(await run(box, { environment: 'two', 'allowed-cidrs': '10.2.0.0/16' }, SHORT));
    const [group] = ownedGroups(box);
    expect(sources(box, group?.id)).toEqual(['10.1.0.0/16', '10.2.0.0/16']);
    box.world.endEndpoint(theEndpoint(box).id, 'failed');
    const result = await run(box, { environment: 'one', 'allowed-cidrs': '10.1.0.0/16' }, SHORT);
    expectSuccess(result);
    expect(Object.keys(claims(theEndpoint(box)))).toHaveLength(2);
    expect(mutations(result)).not.toContain('RevokeSecurityGroupIngress');
    expect(sources(box, group?.id)).toEqual(['10.1.0.0/16', '10.2.0.0/16']);
  });

  behaviour(
    'a replacement that serves is not given up for the rejected one',
    { ...advanced(), ...FAST },
    async (box) => {
      const cluster = ids.advancedCluster;
      expectSuccess(await run(box, { cluster }, SHORT));
      const old = theEndpoint(box);
      const heir = addReplacement(box, cluster);
      await box.clock.sleep(10_000);
      box.world.rejectConnection(cluster, old.id);
      box.world.scriptConnections({ outcome: 'REJECTED', clusterId: cluster, times: 9 });
      expect(box.world.connections(cluster).find((one) => one.endpointId === heir)?.status).toBe('AVAILABLE');
      const result = await run(box, { cluster }, SHORT);
      expectSuccess(result);
      expect(result.outputs['endpoint-id']).toBe(heir);
      const removed = result.requests.filter(
        (one) => /^DELETE .*connections/.test(one.action) && one.action.includes(heir),
      );
      expect(removed).toEqual([]);
      expect(liveEndpoints(box).map((one) => one.id)).toEqual([heir]);
    },
  );

  behaviour('runs that do not wait get rid of what is replaced in the end', { ...standard(), ...FAST }, async (box) => {
    expectSuccess(await run(box, {}, SHORT));
    const old = theEndpoint(box);
    box.world.endEndpoint(old.id, 'failed');
    let status = '';
    for (let runs = 0; runs < 5 && status !== 'available'; runs += 1) {
      const result = await run(box, { wait: 'false' }, SHORT);
      expectSuccess(result);
      status = result.outputs['status'] ?? '';
      await box.clock.sleep(40_000);
    }
    expect(status).toBe('available');
    expect(liveEndpoints(box).map((one) => one.id)).not.toContain(old.id);
  });

  behaviour('a delete that is throttled for long takes effect only under a living mark', standard(), async (box) => {
    expectSuccess(await run(box, {}, SHORT));
    const old = theEndpoint(box);
    box.world.endEndpoint(old.id, 'failed');
    const release = box.faults.add({ match: { action: 'DeleteVpcEndpoints' }, kind: 'throttle', times: 999 });
    const tries: number[] = [];
    const ages: number[] = [];
    box.onRequest(({ request, when }) => {
      if (request.action !== 'DeleteVpcEndpoints') return;
      const now = box.clock.now();
      if (when === 'before') tries.push(now);
      // Once the mark is dead another run may claim the endpoint; this is when the throttling ends.
      if (now - (tries[0] ?? now) > 35_000) release();
      if (when !== 'after' || old.state !== 'deleting' || ages.length > 0) return;
      const marks = leavingMarks(old).map((key) => Date.parse(/at=(\S+)/.exec(old.tags[key] ?? '')?.[1] ?? ''));
      ages.push(now - Math.max(...marks));
    });
    expectSuccess(await run(box, {}, SHORT));
    expect(tries.length).toBeGreaterThan(2);
    expect(ages).toHaveLength(1);
    expect(ages[0]).toBeLessThan(28_000);
  });

  behaviour('the mark of this run does not stay on an endpoint that is kept', standard(), async (box) => {
    expectSuccess(await run(box, {}, SHORT));
    const old = theEndpoint(box);
    const heir = addReplacement(box, ids.standardCluster);
    await box.clock.sleep(10_000);
    box.onRequest(({ request, when }) => {
      if (when === 'after' && request.action === 'CreateTags' && leavingMarks(box.world.endpoint(heir)).length > 0)
        if (old.state !== 'failed') box.world.vanishEndpoint(old.id);
    });
    expectSuccess(await run(box, {}, SHORT));
    expect(liveEndpoints(box).map((one) => one.id)).toEqual([heir]);
    expect(leavingMarks(theEndpoint(box))).toEqual([]);
  });
});

describe('refusals that will not pass', () => {
  behaviour('a change that EC2 does not permit is told at once, in its words', standard(), async (box) => {
    const message = 'The operation is not permitted on an endpoint under this policy.';
    const fault = { kind: 'status', status: 400, code: 'OperationNotPermitted', message, times: 999 } as const;
    box.faults.add({ match: { action: 'ModifyVpcEndpoint' }, ...fault });
    const result = await run(box, { 'timeout-seconds': '120' }, SHORT);
    expectFailure(result, 'aws-refused');
    expect(result.log).toContain(message);
  });
});
