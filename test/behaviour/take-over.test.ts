import { describe, expect } from 'vitest';
import type { RunResult } from '../harness/run-action.ts';
import { ids, type Sandbox } from '../sandbox/index.ts';
import type { Endpoint } from '../sandbox/types.ts';
import { claimants, connected, expectDeparted, leave, SHORT, sweepRun, sweptRows } from '../support/departures.ts';
import { behaviour } from '../support/in-memory.ts';
import { managedTags } from '../support/managed.ts';
import {
  claims,
  expectNothingLeft,
  expectSuccess,
  liveEndpoints,
  ownedGroups,
  sources,
  standard,
  theEndpoint,
} from '../support/paths.ts';
import { mutations, run } from '../support/run.ts';

/** What makes an endpoint the action's. */
const OURS = managedTags(ids.standardServiceName);
const NOT_OURS = { 'cockroachdb-privatelink/managed-by': null };
const HOUR = 3_600_000;

/** A connected endpoint as another tool leaves it: a group of its own, two of three zones, no private DNS. */
function madeElsewhere(box: Sandbox): { endpoint: Endpoint; groupId: string } {
  const group = box.world.createGroup({ vpcId: ids.vpc, name: 'crdb-endpoint' });
  box.world.addRule({ groupId: group.id, cidr: '10.0.0.0/8' });
  const endpoint = box.world.createEndpoint({
    vpcId: ids.vpc,
    serviceName: ids.standardServiceName,
    subnetIds: ids.subnets.slice(0, 2),
    groupIds: [group.id],
    tags: { Name: 'crdb', team: 'platform' },
  });
  connected(box, ids.standardCluster, endpoint.id);
  return { endpoint, groupId: group.id };
}

/** What `verify` found, by check; the Standard world has an open IP allowlist. */
function checks(verified: RunResult): string[] {
  return (JSON.parse(verified.outputs['drift'] ?? '[]') as { check: string }[]).map((one) => one.check);
}

/** Clean and at rest: a second run writes nothing and `verify` finds nothing that counts. */
async function expectKept(box: Sandbox, inputs: Record<string, string> = {}): Promise<void> {
  const second = await run(box, inputs, { env: SHORT });
  expectSuccess(second);
  expect(mutations(second)).toEqual([]);
  const verified = await run(box, { operation: 'verify', ...inputs });
  expectSuccess(verified);
  expect(verified.outputs['drift-count']).toBe('0');
  expect(checks(verified)).toEqual(['public-access']);
}

describe('an endpoint that was made elsewhere and is given both tags', () => {
  behaviour(
    'is not taken over by the first alone: ensure shows the command that sets the second',
    standard(),
    async (box) => {
      const { endpoint } = madeElsewhere(box);
      const first = { 'cockroachdb-privatelink/managed-by': 'github-action' };
      box.world.setTags(endpoint.id, first);
      const inputs = { 'private-dns': 'false' };
      const result = await run(box, inputs, { env: SHORT });
      expectSuccess(result);
      expect(mutations(result)).toEqual([]);
      expect(result.outputs).toMatchObject({
        status: 'available',
        'endpoint-id': endpoint.id,
        'security-group-id': '',
      });
      const lines = result.log.split('\n');
      const command =
        lines[
          lines.indexOf('This action connects clusters to it and never modifies it. To have it managed, set the tag:') +
            1
        ] ?? '';
      expect(result.summary).toContain('create-tags');
      // Carried out as it stands.
      const form = /^aws ec2 create-tags --region us-east-1 --resources (vpce-\w+) --tags 'Key=([^,]+),Value=(\S+)'$/;
      const [, id = '', key = '', value = ''] = form.exec(command) ?? [];
      box.world.setTags(id, { [key]: value });
      const second = await run(box, inputs, { env: SHORT });
      expectSuccess(second);
      expect(claimants(theEndpoint(box))).toEqual(['default']);
      await expectKept(box, inputs);
    },
  );

  behaviour(
    'gets the group of the action in place of its own, the subnets it lacks and private DNS',
    standard(),
    async (box) => {
      const { endpoint, groupId } = madeElsewhere(box);
      box.world.setTags(endpoint.id, OURS);
      const planned = await run(box, { 'dry-run': 'true' });
      expectSuccess(planned);
      expect(mutations(planned)).toEqual([]);
      const result = await run(box, {}, { env: SHORT });
      expectSuccess(result);
      expect(result.outputs).toMatchObject({ status: 'available', created: 'false', 'endpoint-id': endpoint.id });
      const [owned, ...more] = ownedGroups(box);
      expect(more).toEqual([]);
      const after = theEndpoint(box);
      expect(after.groupIds).toEqual([owned?.id]);
      expect(sources(box, owned?.id)).toEqual(['10.20.0.0/16', '100.64.0.0/20']);
      expect(after.subnetIds.toSorted()).toEqual([...ids.subnets].toSorted());
      expect(after.privateDnsEnabled).toBe(true);
      // Nothing of before is lost or changed: its tags, its connection, and the group, which is only taken off.
      expect(after.tags).toMatchObject({ Name: 'crdb', team: 'platform' });
      expect(claimants(after)).toEqual(['default']);
      expect(sources(box, groupId)).toEqual(['10.0.0.0/8']);
      expect(mutations(result).filter((action) => action.includes('private-endpoint-connections'))).toEqual([]);
      await expectKept(box);
      expectDeparted(await leave(box, 'default'), 'deleted');
      expectNothingLeft(box, ids.standardCluster);
      expect(box.world.groups((one) => one.id === groupId)).toHaveLength(1);
    },
  );

  behaviour('keeps the groups and subnets that the step names', standard(), async (box) => {
    const { endpoint, groupId } = madeElsewhere(box);
    const named = { 'security-group-ids': groupId, 'subnet-ids': endpoint.subnetIds.join(',') };
    box.world.setTags(endpoint.id, OURS);
    const result = await run(box, named, { env: SHORT });
    expectSuccess(result);
    expect(mutations(result)).toEqual(['CreateTags', 'ModifyVpcEndpoint']);
    expect(theEndpoint(box)).toMatchObject({ groupIds: [groupId], subnetIds: endpoint.subnetIds });
    expect(theEndpoint(box).privateDnsEnabled).toBe(true);
    expect(ownedGroups(box)).toEqual([]);
    await expectKept(box, named);
  });

  behaviour("is nobody's until a run claims it: delete takes it down, sweep does not", standard(), async (box) => {
    const { endpoint } = madeElsewhere(box);
    box.world.setTags(endpoint.id, OURS);
    const swept = await sweepRun(box);
    expectDeparted(swept, 'absent');
    expect(sweptRows(swept)[`VPC endpoint ${endpoint.id}`]).toMatchObject({
      outcome: 'kept',
      why: 'no environment claims it; EC2 reports it as available; about $14.60 a month',
    });
    expectDeparted(await leave(box, 'branch:any', { inputs: { cluster: ids.standardCluster } }), 'deleted');
    expect(liveEndpoints(box)).toEqual([]);
  });
});

describe('an endpoint of the action that loses the tag', () => {
  /** The one tag that says so, off what the action made, as docs/terraform.md has it. */
  function handOver(box: Sandbox): Endpoint {
    const endpoint = theEndpoint(box);
    for (const { id } of [endpoint, ...ownedGroups(box)]) box.world.setTags(id, NOT_OURS);
    return endpoint;
  }

  behaviour('is left alone by every operation', standard(), async (box) => {
    expectSuccess(await run(box, { environment: 'branch:gone' }, { env: SHORT }));
    const { id, groupIds } = handOver(box);
    const before = structuredClone(box.world.endpoint(id));
    box.clock.advance(48 * HOUR);
    const ensured = await run(box, { environment: 'branch:gone' }, { env: SHORT });
    expectSuccess(ensured);
    expect(mutations(ensured)).toEqual([]);
    expect(ensured.outputs).toMatchObject({ status: 'available', 'endpoint-id': id, 'security-group-id': '' });
    const verified = await run(box, { operation: 'verify' });
    expectSuccess(verified);
    expect(verified.outputs['drift-count']).toBe('0');
    expect(checks(verified)).toEqual(['public-access', 'not-ours']);
    expectDeparted(await leave(box, 'branch:gone', { inputs: { cluster: ids.standardCluster } }), 'available');
    const swept = await sweepRun(box);
    expectDeparted(swept, 'absent');
    expect(box.world.endpoint(id)).toEqual(before);
    expect(Object.keys(claims(before))).toHaveLength(1);
    expect(box.world.groups((one) => groupIds.includes(one.id))).toHaveLength(1);
  });

  behaviour('keeps its group though the group still has its tag: sweep tells nothing else', standard(), async (box) => {
    expectSuccess(await run(box, {}, { env: SHORT }));
    const [group] = ownedGroups(box);
    handOver(box);
    box.world.setTags(group?.id ?? '', OURS);
    box.clock.advance(48 * HOUR);
    const swept = await sweepRun(box);
    expectDeparted(swept, 'absent');
    expect(sweptRows(swept)).toEqual({});
    expect(ownedGroups(box)).toHaveLength(1);
  });
});
