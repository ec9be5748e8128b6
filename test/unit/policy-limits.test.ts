import {
  AuthorizeSecurityGroupIngressCommand,
  CreateSecurityGroupCommand,
  CreateTagsCommand,
  CreateVpcEndpointCommand,
  DeleteSecurityGroupCommand,
  DeleteTagsCommand,
  DeleteVpcEndpointsCommand,
  DescribeVpcAttributeCommand,
  EC2Client,
  ModifyVpcEndpointCommand,
  RevokeSecurityGroupIngressCommand,
} from '@aws-sdk/client-ec2';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { filledIn, type PolicyName, pagePolicy } from '../harness/role-policies.ts';
import { ids, type Sandbox, standardWorld, startSandbox } from '../sandbox/index.ts';

const MANAGED_BY = 'cockroachdb-privatelink/managed-by';
const MANAGED = { Key: MANAGED_BY, Value: 'github-action' };
const CLAIM = { Key: 'cockroachdb-privatelink/claim/0', Value: 'v1' };
const MARK = { Key: 'cockroachdb-privatelink/leaving/run', Value: 'v1' };
const OTHER_VPC = 'vpc-0aaa1111bbb22220d';

let sandbox: Sandbox;
let client: EC2Client;
/** An endpoint and a group of the action, and those of somebody else. */
const own = { endpoint: '', group: '' };
/** An endpoint of a service of AWS that somebody gave the tags of the action. */
let forged = '';
const foreign = { endpoint: '', group: '' };
/** A group of the action, and a subnet, in another VPC. */
let otherGroup = '';
const OTHER_SUBNET = 'subnet-0bbb1111bbb22220d';

beforeAll(async () => {
  const options = standardWorld();
  options.world?.vpcs.push({
    id: OTHER_VPC,
    accountId: ids.account,
    cidrs: [{ cidr: '10.9.0.0/16', state: 'associated' }],
  });
  const [usual] = options.world?.subnets ?? [];
  if (usual !== undefined)
    options.world?.subnets.push({ ...usual, id: OTHER_SUBNET, vpcId: OTHER_VPC, cidr: '10.9.0.0/24' });
  sandbox = await startSandbox({ ...options, settings: { throttle: { ec2: false } } });
  const { world } = sandbox;
  const place = (tags: Record<string, string>, name: string) => ({
    endpoint: world.createEndpoint({ vpcId: ids.vpc, serviceName: ids.standardServiceName, tags: { ...tags } }).id,
    group: world.createGroup({ vpcId: ids.vpc, name, tags: { ...tags } }).id,
  });
  Object.assign(own, place({ [MANAGED_BY]: 'github-action', [CLAIM.Key]: CLAIM.Value }, 'own'));
  const service = 'com.amazonaws.us-east-1.ssm';
  const tags = { [MANAGED_BY]: 'github-action', 'cockroachdb-privatelink/service': service };
  forged = world.createEndpoint({ vpcId: ids.vpc, serviceName: service, tags }).id;
  otherGroup = world.createGroup({ vpcId: OTHER_VPC, name: 'other', tags: { [MANAGED_BY]: 'github-action' } }).id;
  Object.assign(foreign, place({ team: 'data' }, 'foreign'));
  client = new EC2Client({
    region: ids.region,
    endpoint: sandbox.urls.ec2,
    maxAttempts: 1,
    credentials: { accessKeyId: ids.accessKeyId, secretAccessKey: ids.secretAccessKey },
  });
});
afterAll(() => sandbox.close());

/** Attaches a policy of the README for the first VPC, as a reader would. */
function attach(policy: PolicyName): void {
  sandbox.iam.policies = filledIn(sandbox, pagePolicy(policy), ids.region).filter((one) =>
    JSON.stringify(one).includes(`${ids.account}:vpc/${ids.vpc}`),
  );
}

const tag = (id: string, ...Tags: { Key: string; Value: string }[]) =>
  client.send(new CreateTagsCommand({ Resources: [id], Tags, DryRun: true }));
const untag = (id: string, Key: string) =>
  client.send(new DeleteTagsCommand({ Resources: [id], Tags: [{ Key }], DryRun: true }));
const create = (change: { service?: string; tags?: { Key: string; Value: string }[]; vpc?: string }) =>
  client.send(
    new CreateVpcEndpointCommand({
      VpcId: change.vpc ?? ids.vpc,
      ServiceName: change.service ?? ids.standardServiceName,
      VpcEndpointType: 'Interface',
      TagSpecifications: [{ ResourceType: 'vpc-endpoint', Tags: change.tags ?? [MANAGED] }],
      DryRun: true,
    }),
  );
const createGroup = (change: { tags?: { Key: string; Value: string }[]; vpc?: string }) =>
  client.send(
    new CreateSecurityGroupCommand({
      VpcId: change.vpc ?? ids.vpc,
      GroupName: 'new',
      Description: 'new',
      TagSpecifications: [{ ResourceType: 'security-group', Tags: change.tags ?? [MANAGED] }],
      DryRun: true,
    }),
  );
const RULE = [{ IpProtocol: 'tcp', FromPort: 26257, ToPort: 26257, IpRanges: [{ CidrIp: '10.0.0.0/8' }] }];
const authorize = (GroupId: string) =>
  client.send(new AuthorizeSecurityGroupIngressCommand({ GroupId, IpPermissions: RULE, DryRun: true }));
const revoke = (GroupId: string) =>
  client.send(new RevokeSecurityGroupIngressCommand({ GroupId, IpPermissions: RULE, DryRun: true }));
const modify = (VpcEndpointId: string, change: { AddSubnetIds?: string[]; AddSecurityGroupIds?: string[] } = {}) =>
  client.send(new ModifyVpcEndpointCommand({ VpcEndpointId, PrivateDnsEnabled: false, DryRun: true, ...change }));
const remove = (...VpcEndpointIds: string[]) =>
  client.send(new DeleteVpcEndpointsCommand({ VpcEndpointIds, DryRun: true }));
const removeGroup = (GroupId: string) => client.send(new DeleteSecurityGroupCommand({ GroupId, DryRun: true }));
const readDns = (VpcId: string) =>
  client.send(new DescribeVpcAttributeCommand({ VpcId, Attribute: 'enableDnsSupport', DryRun: true }));

interface Attempt {
  what: string;
  call: () => Promise<unknown>;
}

const ALLOWED: Attempt[] = [
  { what: 'create an endpoint with the tag', call: () => create({}) },
  { what: 'create a group with the tag', call: () => createGroup({}) },
  { what: 'change its endpoint', call: () => modify(own.endpoint) },
  { what: 'delete its endpoint', call: () => remove(own.endpoint) },
  { what: 'change its group', call: () => authorize(own.group) },
  { what: 'write a claim on its endpoint', call: () => tag(own.endpoint, CLAIM) },
  { what: 'take a claim off its endpoint', call: () => untag(own.endpoint, CLAIM.Key) },
  { what: 'mark its group', call: () => tag(own.group, MARK) },
  { what: 'take a mark off its group', call: () => untag(own.group, MARK.Key) },
  { what: 'delete its group', call: () => removeGroup(own.group) },
  { what: 'read the VPC', call: () => readDns(ids.vpc) },
];

const FORBIDDEN: Attempt[] = [
  { what: 'brand an endpoint of somebody else', call: () => tag(foreign.endpoint, MANAGED) },
  { what: 'brand a group of somebody else', call: () => tag(foreign.group, MANAGED) },
  { what: 'write a claim on an endpoint of somebody else', call: () => tag(foreign.endpoint, CLAIM) },
  { what: 'brand an endpoint together with a claim', call: () => tag(foreign.endpoint, CLAIM, MANAGED) },
  { what: 'take the brand off its own', call: () => untag(own.endpoint, MANAGED_BY) },
  {
    what: 'take all tags off its own',
    call: () => client.send(new DeleteTagsCommand({ Resources: [own.endpoint], DryRun: true })),
  },
  { what: 'give its own any other tag', call: () => tag(own.endpoint, { Key: 'team', Value: 'x' }) },
  { what: 'give its own group any other tag', call: () => tag(own.group, { Key: 'team', Value: 'x' }) },
  { what: 'take the brand off its own group', call: () => untag(own.group, MANAGED_BY) },
  { what: 'tag a VPC', call: () => tag(ids.vpc, MANAGED) },
  { what: 'change an endpoint of somebody else', call: () => modify(foreign.endpoint) },
  { what: 'delete an endpoint of somebody else', call: () => remove(foreign.endpoint) },
  { what: 'delete an endpoint of a service of AWS that has the tags', call: () => remove(forged) },
  { what: 'delete one of somebody else beside its own', call: () => remove(own.endpoint, foreign.endpoint) },
  { what: 'delete a group of somebody else', call: () => removeGroup(foreign.group) },
  { what: 'open a group of somebody else', call: () => authorize(foreign.group) },
  { what: 'close a group of somebody else', call: () => revoke(foreign.group) },
  { what: 'open a group of the action in another VPC', call: () => authorize(otherGroup) },
  { what: 'close a group of the action in another VPC', call: () => revoke(otherGroup) },
  { what: 'delete a group of the action in another VPC', call: () => removeGroup(otherGroup) },
  { what: 'write a claim on a group of the action in another VPC', call: () => tag(otherGroup, CLAIM) },
  { what: 'add a group of another VPC', call: () => modify(own.endpoint, { AddSecurityGroupIds: [otherGroup] }) },
  { what: 'add a subnet of another VPC', call: () => modify(own.endpoint, { AddSubnetIds: [OTHER_SUBNET] }) },
  { what: 'create an endpoint without the tag', call: () => create({ tags: [{ Key: 'team', Value: 'x' }] }) },
  {
    what: 'create an endpoint for another kind of service',
    call: () => create({ service: 'com.amazonaws.us-east-1.s3' }),
  },
  { what: 'create an endpoint in another VPC', call: () => create({ vpc: OTHER_VPC }) },
  { what: 'create a group without the tag', call: () => createGroup({ tags: [{ Key: 'team', Value: 'x' }] }) },
  { what: 'create a group in another VPC', call: () => createGroup({ vpc: OTHER_VPC }) },
  { what: 'read the attributes of another VPC', call: () => readDns(OTHER_VPC) },
];

const DRY_RUN = /DryRunOperation|would have succeeded/;

describe('the policy for ensure', () => {
  it.each(ALLOWED)('lets the role $what', async ({ call }) => {
    attach('policy');
    await expect(call()).rejects.toThrow(DRY_RUN);
  });

  it.each(FORBIDDEN)('does not let the role $what', async ({ call }) => {
    attach('policy');
    await expect(call()).rejects.toMatchObject({ name: 'UnauthorizedOperation' });
    // It is the policy that forbids it, and not a mistake in the request.
    sandbox.iam.policies = null;
    await expect(call()).rejects.toThrow(DRY_RUN);
  });
});

describe('the policy for verify', () => {
  it.each(ALLOWED.filter(({ what }) => what !== 'read the VPC'))('does not let the role $what', async ({ call }) => {
    attach('verify-policy');
    await expect(call()).rejects.toMatchObject({ name: 'UnauthorizedOperation' });
  });
});

describe('the policy for everyone but the role', () => {
  const ALL = { Effect: 'Allow', Action: '*', Resource: '*' } as const;
  /** Everything is allowed but what the policy denies; `except` is who it does not hold for. */
  const deny = (except: string) => {
    const policy = JSON.stringify(pagePolicy('tag-policy')).replaceAll('arn:aws:iam::ACCOUNT_ID:role/ROLE', except);
    sandbox.iam.policies = [{ Statement: ALL }, JSON.parse(policy)];
  };
  const SOMEBODY = `arn:aws:iam::${ids.account}:role/privatelink`;
  const CALLER = `arn:aws:iam::${ids.account}:user/deployer`;
  const TAGS = [MANAGED, CLAIM, MARK, { Key: 'cockroachdb-privatelink/service', Value: 'x' }];
  const other = { Key: 'team', Value: 'x' };
  const denied: Attempt[] = [
    ...TAGS.flatMap((one): Attempt[] => [
      { what: `write ${one.Key} on an endpoint`, call: () => tag(foreign.endpoint, other, one) },
      { what: `write ${one.Key} on a group`, call: () => tag(foreign.group, one) },
      { what: `remove ${one.Key} from an endpoint`, call: () => untag(own.endpoint, one.Key) },
    ]),
    { what: 'create an endpoint with the tag', call: () => create({}) },
    { what: 'create a group with the tag', call: () => createGroup({}) },
    {
      what: 'remove all tags of an endpoint',
      call: () => client.send(new DeleteTagsCommand({ Resources: [own.endpoint], DryRun: true })),
    },
  ];
  const allowed: Attempt[] = [
    { what: 'write another tag', call: () => tag(own.endpoint, other) },
    { what: 'create an endpoint with another tag', call: () => create({ tags: [other] }) },
    {
      what: 'remove all tags of an endpoint without the tag',
      call: () => client.send(new DeleteTagsCommand({ Resources: [foreign.endpoint], DryRun: true })),
    },
  ];

  it.each(denied)('does not let others $what, but the role', async ({ call }) => {
    deny(SOMEBODY);
    await expect(call()).rejects.toMatchObject({ name: 'UnauthorizedOperation' });
    deny(CALLER);
    await expect(call()).rejects.toThrow(DRY_RUN);
  });

  it.each(allowed)('lets others $what', async ({ call }) => {
    deny(SOMEBODY);
    await expect(call()).rejects.toThrow(DRY_RUN);
  });
});
