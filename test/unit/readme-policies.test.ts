import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import type { PolicyDocument } from '../sandbox/aws/iam.ts';
import { bothPlans, ids, type LoggedRequest, standardRegion } from '../sandbox/index.ts';
import { run, sandboxFor } from '../scenario/support.ts';

const readme = readFileSync(new URL('../../README.md', import.meta.url), 'utf8');

type Policy = PolicyDocument & { Statement: { Action: string | string[] }[] };

/** A policy of the README, filled in for the sandbox. */
function policyOf(marker: string): Policy {
  const block = new RegExp(`<!-- ${marker}:start -->\\n\`\`\`json\\n(.*?)\`\`\`\\n<!-- ${marker}:end -->`, 's').exec(
    readme,
  );
  const text = (block?.[1] ?? '')
    .replaceAll('REGION', ids.region)
    .replaceAll('ACCOUNT_ID', ids.account)
    .replaceAll('VPC_ID', ids.vpc);
  return JSON.parse(text) as Policy;
}

/** The EC2 actions that runs asked for. */
const usedBy = (...runs: { requests: LoggedRequest[] }[]) => [
  ...new Set(
    runs.flatMap(({ requests }) =>
      requests.filter(({ service }) => service === 'ec2').map(({ action }) => `ec2:${action}`),
    ),
  ),
];

const allowedBy = (policy: Policy) => [
  ...new Set(policy.Statement.flatMap(({ Action }) => Action).filter((action) => action.startsWith('ec2:'))),
];

describe('the permission policy of the README for verify', () => {
  it('is enough for verify with a probe and for a dry run, and allows no action that is never used', async () => {
    const policy = policyOf('verify-policy');
    const options = bothPlans();
    for (const subnet of options.world?.subnets ?? []) subnet.cidr = subnet.cidr.replace('10.', '127.');
    const sandbox = await sandboxFor(options);
    // A name and addresses for which nobody but this machine is asked.
    sandbox.world.changeCluster(ids.standardCluster, { regions: [{ ...standardRegion(), internalDns: 'localhost' }] });
    const made = await run(sandbox);
    expect(made.outputs['status']).toBe('available');
    sandbox.iam.policies = [policy];
    const plan = await run(sandbox, { cluster: ids.advancedCluster, 'dry-run': 'true' });
    expect(plan.annotations.filter(({ level }) => level === 'error')).toEqual([]);
    expect(plan.exitCode).toBe(0);
    const verified = await run(sandbox, { operation: 'verify', probe: 'true' });
    expect(verified.outputs['error-code']).toBe('probe-outside');
    expect(verified.outputs['drift-count']).toBe('0');
    expect(usedBy(plan, verified).toSorted()).toEqual(allowedBy(policy).toSorted());
  });
});

describe('the permission policy of the README for ensure, delete and sweep', () => {
  it('is enough for a first run, for every repair and for leaving, and allows no EC2 action that is never used', async () => {
    const policy = policyOf('policy');
    const sandbox = await sandboxFor({ ...bothPlans(), settings: { iam: { policies: [policy] } } });
    const { world } = sandbox;
    const inputs = { cluster: `${ids.standardCluster}, ${ids.advancedCluster}` };
    const first = await run(sandbox, inputs);
    expect(first.annotations.filter(({ level }) => level === 'error')).toEqual([]);
    expect(first.outputs['status']).toBe('available');

    const [standard, advanced] = [ids.standardServiceName, ''].map(
      (name) => world.endpoints((one) => (one.serviceName === ids.standardServiceName) === (name !== ''))[0],
    );
    if (standard === undefined || advanced === undefined) throw new Error('the first run made no two endpoints');
    const claim = Object.keys(standard.tags).find((key) => key.includes('/claim/')) ?? '';
    const dead = new Date(sandbox.clock.now() - 3_600_000).toISOString();
    world.setTags(standard.id, { [claim]: null, 'cockroachdb-privatelink/leaving/dead': `v1 at=${dead} clusters=` });
    world.addRule({
      groupId: standard.groupIds[0] ?? '',
      cidr: '192.0.2.0/24',
      description: 'cockroachdb-privatelink',
    });
    world.setEndpointSubnets(standard.id, standard.subnetIds.slice(0, 2));
    world.endEndpoint(advanced.id, 'failed');
    const second = await run(sandbox, inputs);
    expect(second.annotations.filter(({ level }) => level === 'error')).toEqual([]);
    expect(second.outputs['status']).toBe('available');
    expect(world.endpoint(standard.id).tags).not.toHaveProperty('cockroachdb-privatelink/leaving/dead');

    // A zone that EC2 refuses although the service lists it is noted on the endpoint.
    const [refused = ''] = ids.subnets.slice(-1);
    world.setEndpointSubnets(standard.id, ids.subnets.slice(0, 2));
    sandbox.faults.add({
      match: { action: 'ModifyVpcEndpoint' },
      kind: 'status',
      status: 400,
      code: 'InvalidParameter',
      message: `The VPC endpoint service does not support the availability zone of the subnet: ${refused}.`,
    });
    const third = await run(sandbox, inputs);
    expect(third.annotations.filter(({ level }) => level === 'error')).toEqual([]);
    expect(world.endpoint(standard.id).tags).toHaveProperty('cockroachdb-privatelink/without-zones', 'use1-az4');

    const fourth = await run(sandbox, { ...inputs, operation: 'delete' });
    expect(fourth.annotations.filter(({ level }) => level === 'error')).toEqual([]);
    expect(fourth.outputs['status']).toBe('deleted');

    expect(allowedBy(policy).toSorted()).toEqual(usedBy(first, second, third, fourth).toSorted());
  });

  it('does not let the action touch an endpoint of somebody else', async () => {
    const policy = policyOf('policy');
    const sandbox = await sandboxFor({ ...bothPlans(), settings: { iam: { policies: [policy] } } });
    await run(sandbox);
    const [endpoint] = sandbox.world.endpoints();
    if (endpoint === undefined) throw new Error('the first run made no endpoint');
    // Still the action's by its tag when it is read, somebody else's when it is written.
    sandbox.onRequest(({ request, when }) => {
      if (when === 'before' && request.action === 'ModifyVpcEndpoint')
        sandbox.world.setTags(endpoint.id, { 'cockroachdb-privatelink/managed-by': 'somebody-else' });
    });
    sandbox.world.setPrivateDns(endpoint.id, false);
    const second = await run(sandbox);
    expect(second.exitCode).toBe(1);
    expect(second.outputs['error-code']).toBe('aws-denied');
    expect(sandbox.world.endpoint(endpoint.id).privateDnsEnabled).toBe(false);
  });
});
