import { describe, expect, it } from 'vitest';
import { filledIn, type PolicyName, pagePolicy } from '../harness/role-policies.ts';
import { TORTURE } from '../harness/torture.ts';
import type { PolicyStatement } from '../sandbox/aws/iam.ts';
import { ids } from '../sandbox/index.ts';
import { errorsOf } from '../support/expectations.ts';
import { behaviour } from '../support/in-memory.ts';
import { standard, theEndpoint } from '../support/paths.ts';
import { run } from '../support/run.ts';
import { buildPath } from '../support/verify.ts';
import { RIGHTS } from './permissions.ts';

const many = (value: string | string[] | undefined): string[] => [value ?? []].flat();
const shortened = (resource: string) => resource.replace(/^arn:aws:ec2:REGION:ACCOUNT_ID:/, '');

/** A policy as its single rights: statements with one action and one resource each. */
function rightsOf(policy: PolicyName): { right: string; statement: PolicyStatement }[] {
  return pagePolicy(policy).Statement.flatMap((statement) =>
    many(statement.Action).flatMap((Action) =>
      many(statement.Resource).map((Resource) => ({
        right: `${statement.Sid} ${Action} ${shortened(Resource)}`,
        statement: { ...statement, Action, Resource },
      })),
    ),
  );
}

/** The policy without one of its rights. */
const without = (policy: PolicyName, right: string) => ({
  Statement: rightsOf(policy).flatMap((one) => (one.right === right ? [] : [one.statement])),
});

/** A finished path is one whose host nobody but this machine is asked for. */
const world = () =>
  standard({}, (seed) => {
    for (const cluster of seed.clusters) for (const region of cluster.regions) region.internalDns = 'localhost';
    for (const service of seed.services) service.privateDnsName = 'localhost';
  });

const QUICK_READS = { PRIVATELINK_READ_LAG_SECONDS: '2' };

describe('the policies of docs/iam.md', () => {
  it.each(['policy', 'verify-policy'] as const)('%s: a row here for each right, and none that is dead', (policy) => {
    const rows = RIGHTS.filter((one) => one.policy === policy).map(({ right }) => right);
    expect(rows.toSorted()).toEqual(
      rightsOf(policy)
        .map(({ right }) => right)
        .toSorted(),
    );
  });

  for (const { policy, right, names = right.split(' ')[1] ?? '', spoil, inputs = {} } of RIGHTS) {
    behaviour(`${policy}: without ${right} the error names it`, world(), async (sandbox) => {
      if (spoil !== undefined) spoil(sandbox, buildPath(sandbox));
      sandbox.iam.policies = filledIn(sandbox, without(policy, right), ids.region);
      const result = await run(sandbox, { 'timeout-seconds': '600', ...inputs }, { env: QUICK_READS });
      expect([result.exitCode, result.outputs['error-code']], result.log).toEqual([
        1,
        policy === 'policy' ? 'aws-denied' : 'could-not-check',
      ]);
      const told = errorsOf(result)
        .map(({ message }) => message)
        .join('\n');
      expect(told).toContain(`is not authorized to perform: ${names}`);
      expect(told).toContain(`Allow ${names} in the policy of the role`);
      const resource = right.split(' ')[2]?.replace('VPC_ID', ids.vpc).replace('*', '') ?? '';
      expect(told).toContain(resource);
    });
  }
});

describe('ec2:ModifyVpcEndpoint on the VPC, where AWS', () => {
  behaviour('does not check it, is not missed', standard({ iam: { modifyChecksVpc: false } }), async (box) => {
    const path = buildPath(box);
    box.world.setPrivateDns(path.endpoint, false);
    const policy = without('policy', 'ChangeEndpointsInVpc ec2:ModifyVpcEndpoint vpc/VPC_ID');
    box.iam.policies = filledIn(box, policy, ids.region);
    expect((await run(box)).outputs).toMatchObject({ status: 'available', 'error-code': '' });
  });
});

describe('route53:AssociateVPCWithHostedZone, where AWS', () => {
  const lacking = 'PrivateDns route53:AssociateVPCWithHostedZone *';

  behaviour(
    'does not check it, is not missed',
    standard({ ec2: { hostedZonePermission: 'not-checked' } }),
    async (box) => {
      box.iam.policies = filledIn(box, without('policy', lacking), ids.region);
      const result = await run(box);
      expect(result.outputs).toMatchObject({ status: 'available', 'error-code': '' });
      expect(theEndpoint(box).privateDnsEnabled).toBe(true);
    },
  );

  // The first is out of time after the second call that hangs; the other gives up after the sixth.
  const cases = [['200', 'timeout'], ...(TORTURE ? [['3600', 'aws-unavailable'] as const] : [])] as const;
  for (const [seconds, code] of cases) {
    const title = `hangs for lack of it, is the suspect when ${seconds} s are given`;
    behaviour(title, { ...standard({ ec2: { hostedZonePermission: 'hangs' } }), rate: 30 }, async (box) => {
      const path = buildPath(box);
      box.world.setPrivateDns(path.endpoint, false);
      box.iam.policies = filledIn(box, without('policy', lacking), ids.region);
      const result = await run(box, { 'timeout-seconds': seconds });
      expect([result.exitCode, result.outputs['error-code']], result.log).toEqual([1, code]);
      expect(errorsOf(result)[0]?.message).toContain('route53:AssociateVPCWithHostedZone');
      expect(result.outputs['status']).toBe('pending');
    });
  }
});
