import { describe, expect } from 'vitest';
import { bothPlans, emptySeed, ids, type MemorySandbox, type SandboxOptions } from '../sandbox/index.ts';
import { warningsOf } from '../support/expectations.ts';
import { behaviour } from '../support/in-memory.ts';
import {
  advanced,
  errorText,
  expectFailure,
  expectRefusal,
  expectSuccess,
  liveEndpoints,
  ownedGroups,
  sources,
  standard,
  theEndpoint,
} from '../support/paths.ts';
import { mutations, run } from '../support/run.ts';

/** What is named in an input passes the same checks as what the action picks by itself: before the first write, and in a dry run. */
interface Row {
  readonly name: string;
  readonly code: string;
  readonly says: string;
  /** Makes the world as it is, and gives the inputs that name something in it. */
  inputs(box: MemorySandbox): Record<string, string>;
}

const [first] = ids.subnets;
const OUTPOST = 'arn:aws:outposts:us-east-1:111122223333:outpost/op-0123456789abcdef0';
const subnet = (box: MemorySandbox, azId: string, change: object) => ({
  'subnet-ids': `${first},${box.world.addSubnet({ vpcId: ids.vpc, azId, cidr: '10.20.9.0/24', ...change }).id}`,
});
const elsewhere = { ...emptySeed().vpcs[0], id: 'vpc-0ddd1111bbb22220c', accountId: ids.account };

const SUBNETS: readonly Row[] = [
  {
    name: 'an IPv6-only subnet',
    code: 'subnet-invalid',
    says: 'is IPv6-only',
    inputs: (box) => subnet(box, 'use1-az2', { ipv6Native: true }),
  },
  {
    name: 'a subnet on an Outpost',
    code: 'subnet-invalid',
    says: 'is on an Outpost',
    inputs: (box) => subnet(box, 'use1-az2', { outpostArn: OUTPOST }),
  },
  {
    name: 'a subnet without a free address',
    code: 'subnet-full',
    says: 'has no free IP address',
    inputs: (box) => subnet(box, 'use1-az2', { freeIps: 0 }),
  },
  {
    name: 'two subnets in one zone',
    code: 'subnet-invalid',
    says: 'use1-az1',
    inputs: (box) => subnet(box, 'use1-az1', {}),
  },
  {
    name: 'a subnet of another VPC',
    code: 'subnet-invalid',
    says: ids.vpc,
    inputs: (box) => subnet(box, 'use1-az2', { vpcId: elsewhere.id }),
  },
  {
    name: 'a subnet that is not there',
    code: 'subnet-invalid',
    says: 'subnet-0123456789abcdef0',
    inputs: () => ({ 'subnet-ids': 'subnet-0123456789abcdef0' }),
  },
];

const ZONES: readonly Row[] = [
  {
    name: 'a subnet in a zone without the service',
    code: 'az-none',
    says: `${ids.oddSubnet} (use1-az3)`,
    inputs: () => ({ 'subnet-ids': ids.oddSubnet }),
  },
  {
    name: 'a subnet in a Local Zone',
    code: 'az-none',
    says: 'use1-bos1-az1',
    inputs: (box) => subnet(box, 'use1-bos1-az1', {}),
  },
];

const GROUPS: readonly Row[] = [
  {
    name: 'a security group that is not there',
    code: 'group-invalid',
    says: 'sg-0123456789abcdef0',
    inputs: () => ({ 'security-group-ids': 'sg-0123456789abcdef0' }),
  },
  {
    name: 'a security group of another VPC',
    code: 'group-invalid',
    says: elsewhere.id,
    inputs: (box) => ({ 'security-group-ids': box.world.createGroup({ vpcId: elsewhere.id, name: 'mine' }).id }),
  },
];

const peered = { ...elsewhere, id: 'vpc-0eee1111bbb22220c', accountId: ids.otherAccount };
const withPeer = () => standard({}, (seed) => void seed.vpcs.push(peered));
const withOther: (world: typeof standard) => SandboxOptions = (world) =>
  world({}, (seed) => void seed.vpcs.push(elsewhere));

function refused({ name, code, says, inputs }: Row, world: SandboxOptions): void {
  behaviour(`${name}: refused before the first write`, world, async (box) => {
    const given = inputs(box);
    for (const more of [{}, { 'dry-run': 'true' }]) {
      const result = await run(box, { ...given, ...more });
      expectRefusal(result, code);
      expect(errorText(result)).toContain(says);
    }
    const verified = await run(box, { ...given, operation: 'verify' });
    expect(verified.outputs).toMatchObject({ 'error-code': 'drift', drift: expect.stringContaining(`"${code}"`) });
  });
}

describe('what an input names, where the endpoint service is there', () => {
  for (const row of [...SUBNETS, ...ZONES, ...GROUPS]) refused(row, withOther(standard));
});

describe('what an input names, where the endpoint service is still to be made', () => {
  const cluster = { cluster: ids.advancedCluster };
  for (const row of [...SUBNETS, ...GROUPS])
    refused({ ...row, inputs: (box) => ({ ...cluster, ...row.inputs(box) }) }, withOther(advanced));

  behaviour(
    'the VPC has no subnet that could do: refused before the service is made, as for named ones',
    advanced({}, (seed) => {
      for (const one of seed.subnets) one.ipv6Native = true;
    }),
    async (box) => expectRefusal(await run(box, cluster), 'az-none'),
  );
});

describe('what stays right', () => {
  behaviour('a named subnet that is full since the endpoint is in it', standard(), async (box) => {
    const inputs = { 'subnet-ids': ids.subnets.slice(0, 2).join() };
    expectSuccess(await run(box, inputs));
    for (const id of ids.subnets) Object.assign(box.world.tables.subnet.get(id) ?? {}, { freeIps: 0 });
    const again = await run(box, inputs);
    expectSuccess(again);
    expect(mutations(again)).toEqual([]);
    expectSuccess(await run(box, { ...inputs, operation: 'verify' }));
  });

  behaviour('a client group of another VPC, which may be peered', withOther(standard), async (box) => {
    const { id } = box.world.createGroup({ vpcId: elsewhere.id, name: 'clients' });
    expectSuccess(await run(box, { 'allowed-security-group-ids': id }));
    expect(sources(box, ownedGroups(box)[0]?.id)).toEqual([id]);
  });

  behaviour('a mistake is told once, however many services the clusters have', bothPlans(), async (box) => {
    const result = await run(box, {
      cluster: `${ids.standardCluster}\n${ids.advancedCluster}`,
      'subnet-ids': 'subnet-0123456789abcdef0',
    });
    expectRefusal(result, 'subnet-invalid');
    expect(errorText(result)).not.toContain('more)');
  });
});

describe('a client group that this account does not show', () => {
  const inputs = { 'allowed-security-group-ids': 'sg-0123456789abcdef0' };

  behaviour(
    'not there: told in a dry run, and the run ends soon, before there is an endpoint',
    standard(),
    async (box) => {
      const dry = await run(box, { ...inputs, 'dry-run': 'true' });
      expectSuccess(dry);
      expect(warningsOf(dry).map((one) => one.message)).toEqual([
        expect.stringContaining('this account has no sg-0123456789abcdef0'),
      ]);
      const result = await run(box, inputs);
      expectFailure(result, 'group-invalid');
      expect(errorText(result)).toContain("The security group 'sg-0123456789abcdef0' does not exist");
      expect(liveEndpoints(box)).toEqual([]);
      expect(result.durationMs).toBeLessThan(120_000);
    },
  );

  behaviour('of a peered VPC of another account: EC2 takes its rule', withPeer(), async (box) => {
    const { id } = box.world.createGroup({ vpcId: peered.id, name: 'clients' });
    expectSuccess(await run(box, { 'allowed-security-group-ids': id }));
    expect(sources(box, ownedGroups(box)[0]?.id)).toEqual([id]);
    const again = await run(box, { 'allowed-security-group-ids': id });
    expectSuccess(again);
    expect([mutations(again), warningsOf(again)]).toEqual([[], []]);
    expectSuccess(await run(box, { 'allowed-security-group-ids': id, operation: 'verify' }));
  });
});

describe('rules before the endpoint', () => {
  behaviour(
    'rules that EC2 refuses: no endpoint is made beside them, which would cost money and let nobody in',
    standard(),
    async (box) => {
      // One more than the quota is at first.
      const inputs = { 'allowed-cidrs': Array.from({ length: 61 }, (_, index) => `10.1.${index}.0/24`).join() };
      const result = await run(box, inputs);
      expectFailure(result, 'aws-quota');
      expect(mutations(result)).toEqual(['CreateSecurityGroup', 'AuthorizeSecurityGroupIngress']);
      const again = await run(box, inputs);
      expectFailure(again, 'aws-quota');
      expect(mutations(again)).toEqual(['AuthorizeSecurityGroupIngress']);
      expect(liveEndpoints(box)).toEqual([]);
    },
  );

  behaviour('an endpoint keeps its groups until the rules of the new one are in', standard(), async (box) => {
    const { id } = box.world.createGroup({ vpcId: ids.vpc, name: 'mine' });
    expectSuccess(await run(box, { 'security-group-ids': id }));
    const match = { action: 'AuthorizeSecurityGroupIngress' };
    box.faults.add({ match, kind: 'status', status: 400, code: 'RulesPerSecurityGroupLimitExceeded', times: 1 });
    expectFailure(await run(box), 'aws-quota');
    expect(theEndpoint(box).groupIds).toEqual([id]);
    expectSuccess(await run(box));
    expect(theEndpoint(box).groupIds).toEqual([ownedGroups(box)[0]?.id]);
  });

  for (const [code, message, says, quota] of [
    [
      'VpcEndpointLimitExceeded',
      'The maximum number of VPC endpoints has been reached.',
      /^Quota reached: Interface VPC endpoints per VPC\.$/m,
      'L-29B6F2EB',
    ],
    [
      'VpcEndpointLimitExceeded',
      'The limit is 50.',
      /^Quota reached: Interface VPC endpoints per VPC; the limit is 50/m,
      'L-29B6F2EB',
    ],
    ['ResourceLimitExceeded', 'no', /^A quota of the AWS account is reached \(ResourceLimitExceeded\)/m, undefined],
  ] as const) {
    behaviour(`a quota is named, with its limit where AWS says it: ${code}, ${message}`, standard(), async (box) => {
      box.faults.add({ match: { action: 'CreateVpcEndpoint' }, kind: 'status', status: 400, code, message });
      const result = await run(box);
      expectFailure(result, 'aws-quota');
      expect(errorText(result)).toMatch(says);
      expect(errorText(result)).toContain(`"${message}"`);
      const command = `aws service-quotas get-service-quota --service-code vpc --region us-east-1 --quota-code ${quota} --query Quota.Value`;
      const lines = result.log.split('\n');
      expect(lines.includes(command)).toBe(quota !== undefined);
      expect(lines.includes('To see your limit, run:')).toBe(quota !== undefined);
      const detail = `- To see your limit, run:<br/><code>${command}</code>`;
      expect(result.summary.includes(detail)).toBe(quota !== undefined);
    });
  }

  behaviour('the endpoint is made once its rules are in', standard(), async (box) => {
    const result = await run(box);
    expectSuccess(result);
    expect(mutations(result).slice(0, 3)).toEqual([
      'CreateSecurityGroup',
      'AuthorizeSecurityGroupIngress',
      'CreateVpcEndpoint',
    ]);
    expect(theEndpoint(box).groupIds).toEqual([ownedGroups(box)[0]?.id]);
  });
});
