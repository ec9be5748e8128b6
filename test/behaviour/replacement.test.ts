import { describe, expect } from 'vitest';
import { ids } from '../sandbox/index.ts';
import type { Endpoint } from '../sandbox/types.ts';
import { behaviour } from '../support/in-memory.ts';
import { managedTags } from '../support/managed.ts';
import {
  advanced,
  claims,
  errorText,
  expectFailure,
  expectOnePath,
  expectSuccess,
  leavingMarks,
  liveEndpoints,
  PLANS,
  standard,
  theEndpoint,
} from '../support/paths.ts';
import { mutations, run } from '../support/run.ts';

/** A short read lag, so that the leaving mark of what is replaced is waited out quickly. */
const SHORT_LAG = { env: { PRIVATELINK_READ_LAG_SECONDS: '4', PRIVATELINK_DECISION_SECONDS: '60' } };
const CLAIM_OF_OTHERS = `cockroachdb-privatelink/claim/${'f'.repeat(40)}`;
const OTHERS = `v1 repo=1 kind=pr cluster=${ids.standardCluster} used=2026-01-01T00:00:00.000Z run=abc name=pr:7`;

describe('endpoints of ours that will not come back', () => {
  for (const state of ['failed', 'expired'] as const) {
    for (const { plan, worldOf, clusterId } of PLANS) {
      behaviour(`${plan}: ${state} is replaced, with all claims`, worldOf(), async (box) => {
        expectSuccess(await run(box, { cluster: clusterId }, SHORT_LAG));
        const old = theEndpoint(box);
        box.world.setTags(old.id, { [CLAIM_OF_OTHERS]: OTHERS });
        const claimed = Object.keys(claims(old));
        box.world.endEndpoint(old.id, state);
        box.world.setConnectionStatus(clusterId, old.id, state === 'failed' ? 'FAILED' : 'EXPIRED');
        const result = await run(box, { cluster: clusterId }, SHORT_LAG);
        expectSuccess(result);
        expect(result.outputs).toMatchObject({ created: 'true', status: 'available' });
        const heir = theEndpoint(box);
        expect(heir.id).not.toBe(old.id);
        expect(claimed).toHaveLength(2);
        expect(Object.keys(claims(heir)).toSorted()).toEqual(claimed.toSorted());
        expect(claims(heir)[CLAIM_OF_OTHERS]).toBe(OTHERS);
        expectOnePath(box, clusterId);
        expect(mutations(await run(box, { cluster: clusterId }, SHORT_LAG))).toEqual([]);
      });
    }
  }

  behaviour('what failed is marked and waited for before it is deleted', standard(), async (box) => {
    expectSuccess(await run(box, {}, SHORT_LAG));
    const old = theEndpoint(box);
    box.world.endEndpoint(old.id, 'failed');
    const seen: { marks: number; heirs: number }[] = [];
    box.onRequest(({ request, when }) => {
      if (when !== 'before' || request.action !== 'DeleteVpcEndpoints') return;
      seen.push({ marks: leavingMarks(old).length, heirs: liveEndpoints(box).filter((one) => one !== old).length });
    });
    const result = await run(box, {}, SHORT_LAG);
    expectSuccess(result);
    expect(seen).toEqual([{ marks: 1, heirs: 1 }]);
    const marked = result.requests.find((one) => one.action === 'CreateTags')?.at ?? 0;
    const deleted = result.requests.find((one) => one.action === 'DeleteVpcEndpoints')?.at ?? 0;
    expect(deleted - marked).toBeGreaterThanOrEqual(8_000);
  });
});

describe('rejected endpoints of ours', () => {
  behaviour('are connected again first', advanced(), async (box) => {
    const cluster = { cluster: ids.advancedCluster };
    expectSuccess(await run(box, cluster, SHORT_LAG));
    const { id } = theEndpoint(box);
    box.world.rejectConnection(ids.advancedCluster, id);
    const result = await run(box, cluster, SHORT_LAG);
    expectSuccess(result);
    expect(result.outputs).toMatchObject({ 'endpoint-id': id, created: 'false' });
    expectOnePath(box, ids.advancedCluster);
  });

  behaviour('that stay rejected for two minutes are replaced, once', { rate: 25, ...advanced() }, async (box) => {
    const cluster = { cluster: ids.advancedCluster };
    expectSuccess(await run(box, cluster, SHORT_LAG));
    const { id } = theEndpoint(box);
    box.world.rejectConnection(ids.advancedCluster, id);
    box.world.scriptConnections({ outcome: 'REJECTED' });
    const result = await run(box, cluster, SHORT_LAG);
    expectSuccess(result);
    expect(result.outputs['created']).toBe('true');
    expect(theEndpoint(box).id).not.toBe(id);
    expect(result.requests.filter((one) => one.action === 'CreateVpcEndpoint')).toHaveLength(1);
    const created = result.requests.find((one) => one.action === 'CreateVpcEndpoint')?.at ?? 0;
    const asked = result.requests.find((one) => /^POST .*connections$/.test(one.action))?.at ?? 0;
    expect(created - asked).toBeGreaterThanOrEqual(119_000);
    expectOnePath(box, ids.advancedCluster);
  });

  behaviour('a second rejection is an answer', { rate: 25, ...advanced() }, async (box) => {
    box.world.scriptConnections({ outcome: 'REJECTED', times: 99 });
    const result = await run(box, { cluster: ids.advancedCluster }, SHORT_LAG);
    expectFailure(result, 'connection-rejected');
    expect(errorText(result)).toContain('trusted owner');
    expect(result.outputs['status']).toBe('rejected');
    expect(result.requests.filter((one) => one.action === 'CreateVpcEndpoint').length).toBeLessThanOrEqual(2);
    expect(liveEndpoints(box).length).toBeLessThanOrEqual(2);
  });
});

describe('duplicates of ours', () => {
  const twinOf = (endpoint: Endpoint, createdAt: number, tags: Record<string, string>) => ({
    vpcId: endpoint.vpcId,
    serviceName: endpoint.serviceName,
    subnetIds: [...endpoint.subnetIds],
    groupIds: [...endpoint.groupIds],
    createdAt,
    tags,
  });

  behaviour('the oldest is kept, claims move to it, the younger goes', standard(), async (box) => {
    expectSuccess(await run(box, {}, SHORT_LAG));
    const kept = theEndpoint(box);
    const twin = box.world.createEndpoint(
      twinOf(kept, kept.createdAt + 1000, {
        ...managedTags(kept.serviceName),
        [CLAIM_OF_OTHERS]: OTHERS,
      }),
    );
    box.world.connect(ids.standardCluster, twin.id);
    const result = await run(box, {}, SHORT_LAG);
    expectSuccess(result);
    expect(theEndpoint(box).id).toBe(kept.id);
    expect(claims(theEndpoint(box))[CLAIM_OF_OTHERS]).toBe(OTHERS);
    expect(leavingMarks(theEndpoint(box))).toEqual([]);
    // The removal of the other connection goes on by itself.
    await box.clock.sleep(10_000);
    expectOnePath(box, ids.standardCluster);
  });

  behaviour('an older twin takes over, with private DNS handed on', standard(), async (box) => {
    expectSuccess(await run(box, {}, SHORT_LAG));
    const young = theEndpoint(box);
    const old = box.world.createEndpoint(twinOf(young, young.createdAt - 1000, managedTags(young.serviceName)));
    const result = await run(box, {}, SHORT_LAG);
    expectSuccess(result);
    expect(theEndpoint(box).id).toBe(old.id);
    expect(Object.keys(claims(theEndpoint(box)))).toHaveLength(1);
    expectOnePath(box, ids.standardCluster);
  });
});
