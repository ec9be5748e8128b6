import {
  AuthorizeSecurityGroupIngressCommand,
  CreateSecurityGroupCommand,
  CreateTagsCommand,
  CreateVpcEndpointCommand,
  type CreateVpcEndpointCommandInput,
  DeleteSecurityGroupCommand,
  DeleteTagsCommand,
  DeleteVpcEndpointsCommand,
  DescribeNetworkInterfacesCommand,
  DescribeSecurityGroupRulesCommand,
  DescribeSecurityGroupsCommand,
  DescribeSubnetsCommand,
  DescribeVpcAttributeCommand,
  DescribeVpcEndpointServicesCommand,
  DescribeVpcEndpointsCommand,
  EC2Client,
  ModifyVpcEndpointCommand,
  paginateDescribeSubnets,
  RevokeSecurityGroupIngressCommand,
} from '@aws-sdk/client-ec2';
import { afterEach, describe, expect, test } from 'vitest';
import { type DeepPartial, ids, type Sandbox, type Settings, standardWorld, startSandbox } from '../sandbox/index.ts';

const open: Sandbox[] = [];
afterEach(async () => {
  for (const sandbox of open.splice(0)) await sandbox.close();
});

async function world(settings: DeepPartial<Settings> = {}) {
  const usual = { seconds: { createEndpoint: 0 }, throttle: { ec2: false } };
  const sandbox = await startSandbox({ ...standardWorld(), rate: 1, settings: { ...usual, ...settings } });
  open.push(sandbox);
  const credentials = { accessKeyId: ids.accessKeyId, secretAccessKey: ids.secretAccessKey };
  const ec2 = new EC2Client({ region: ids.region, endpoint: sandbox.urls.ec2, credentials, maxAttempts: 1 });
  const wanted = (more: Partial<CreateVpcEndpointCommandInput> = {}): CreateVpcEndpointCommandInput => ({
    VpcId: ids.vpc,
    ServiceName: ids.standardServiceName,
    VpcEndpointType: 'Interface',
    SubnetIds: [...ids.subnets],
    PrivateDnsEnabled: false,
    ...more,
  });
  const create = async (more: Partial<CreateVpcEndpointCommandInput> = {}) =>
    (await ec2.send(new CreateVpcEndpointCommand(wanted(more)))).VpcEndpoint?.VpcEndpointId ?? '';
  const look = async (id: string) =>
    (await ec2.send(new DescribeVpcEndpointsCommand({ VpcEndpointIds: [id] }))).VpcEndpoints?.[0];
  const group = async (name = 'path') =>
    (await ec2.send(new CreateSecurityGroupCommand({ GroupName: name, Description: name, VpcId: ids.vpc }))).GroupId ??
    '';
  return { sandbox, ec2, create, look, group, later: (seconds: number) => sandbox.clock.advance(seconds * 1000) };
}

const codeOf = async (promise: Promise<unknown>) => {
  try {
    await promise;
  } catch (error) {
    return (error as { name: string }).name;
  }
  return 'no error';
};

const permission = (cidr: string) => ({
  IpProtocol: 'tcp',
  FromPort: 26257,
  ToPort: 26257,
  IpRanges: [{ CidrIp: cidr }],
});

describe('network reads', () => {
  test('zone names are the account’s own, zone IDs are not', async () => {
    const { ec2 } = await world();
    const { Subnets } = await ec2.send(
      new DescribeSubnetsCommand({ Filters: [{ Name: 'vpc-id', Values: [ids.vpc] }] }),
    );
    const zones = Subnets?.map((subnet) => `${subnet.AvailabilityZoneId} ${subnet.AvailabilityZone}`);
    expect(zones).toEqual(['use1-az1 us-east-1c', 'use1-az2 us-east-1d', 'use1-az3 us-east-1e', 'use1-az4 us-east-1f']);
  });

  test('pages, and one attribute for each call', async () => {
    const { ec2, sandbox } = await world({ ec2: { pageSize: 2 } });
    const found: string[] = [];
    for await (const page of paginateDescribeSubnets({ client: ec2 }, {})) {
      found.push(...(page.Subnets ?? []).map((subnet) => subnet.SubnetId ?? ''));
    }
    expect(found).toHaveLength(4);
    expect(sandbox.count('DescribeSubnets')).toBe(2);
    const attribute = await ec2.send(
      new DescribeVpcAttributeCommand({ VpcId: ids.vpc, Attribute: 'enableDnsHostnames' }),
    );
    expect(attribute.EnableDnsHostnames?.Value).toBe(true);
    expect(attribute.EnableDnsSupport).toBeUndefined();
  });

  test('a key, date and token are wanted', async () => {
    const { sandbox } = await world();
    const credentials = { accessKeyId: 'AKIAUNKNOWN', secretAccessKey: 'x' };
    const stranger = new EC2Client({ region: ids.region, endpoint: sandbox.urls.ec2, credentials, maxAttempts: 1 });
    expect(await codeOf(stranger.send(new DescribeSubnetsCommand({})))).toBe('AuthFailure');
    expect((await fetch(`${sandbox.urls.ec2}/?Action=DescribeVpcs`)).status).toBe(403);
  });
});

describe('endpoints', () => {
  test('pending, available, deleting, deleted, not found', async () => {
    const { ec2, create, look, later } = await world();
    const id = await create();
    expect((await look(id))?.State).toBe('pending');
    later(21);
    expect((await look(id))?.State).toBe('available');
    await ec2.send(new DeleteVpcEndpointsCommand({ VpcEndpointIds: [id] }));
    expect((await look(id))?.State).toBe('deleting');
    later(21);
    expect((await look(id))?.State).toBe('deleted');
    later(61);
    expect(await codeOf(look(id))).toBe('InvalidVpcEndpointId.NotFound');
    const again = await ec2.send(new DeleteVpcEndpointsCommand({ VpcEndpointIds: [id] }));
    expect(again.Unsuccessful?.[0]?.Error?.Code).toBe('InvalidVpcEndpoint.NotFound');
  });

  test('waits for acceptance where the service asks for it', async () => {
    const { create, look, later, ec2 } = await world({ cloud: { standardAccept: 'first-connection' } });
    const id = await create();
    later(600);
    expect((await look(id))?.State).toBe('pendingAcceptance');
    expect((await look(id))?.DnsEntries).toEqual([]);
    const dns = ec2.send(new ModifyVpcEndpointCommand({ VpcEndpointId: id, PrivateDnsEnabled: true }));
    await expect(dns).rejects.toThrow(/^Private DNS can only be enabled after the endpoint connection is accepted/);
  });

  test('the same token makes one endpoint; other parameters are refused', async () => {
    const { create } = await world();
    const id = await create({ ClientToken: 't-1' });
    expect(await create({ ClientToken: 't-1' })).toBe(id);
    expect(await create({ ClientToken: 't-2' })).not.toBe(id);
    expect(await codeOf(create({ ClientToken: 't-1', SubnetIds: [] }))).toBe('IdempotentParameterMismatch');
  });

  test.each(['replay-dead-id', 'create-new'] as const)('a token of a deleted endpoint: %s', async (deadToken) => {
    const { create, ec2, later } = await world({ ec2: { deadToken } });
    const id = await create({ ClientToken: 't-1' });
    await ec2.send(new DeleteVpcEndpointsCommand({ VpcEndpointIds: [id] }));
    later(300);
    expect((await create({ ClientToken: 't-1' })) === id).toBe(deadToken === 'replay-dead-id');
  });

  test('private DNS passes through pending, and refuses a second endpoint', async () => {
    const { create, ec2, later, look } = await world();
    const [first, second] = [await create(), await create()];
    later(21);
    const enable = (id: string) =>
      ec2.send(new ModifyVpcEndpointCommand({ VpcEndpointId: id, PrivateDnsEnabled: true }));
    await enable(first);
    expect(await look(first)).toMatchObject({ State: 'pending', PrivateDnsEnabled: false });
    expect(await codeOf(enable(first))).toBe('OperationInProgress');
    later(31);
    expect(await look(first)).toMatchObject({ State: 'available', PrivateDnsEnabled: true });
    await expect(enable(second)).rejects.toThrow(/conflicting DNS domain for internal-shared/);
  });

  test('what AWS refuses at creation', async () => {
    const { create, sandbox } = await world();
    expect(await codeOf(create({ VpcEndpointType: undefined }))).toBe('InvalidParameter');
    expect(await codeOf(create({ VpcEndpointType: undefined, SubnetIds: [] }))).toBe('InvalidServiceName');
    expect(await codeOf(create({ ServiceName: `${ids.standardServiceName}0` }))).toBe('InvalidServiceName');
    await expect(create({ SubnetIds: [ids.oddSubnet] })).rejects.toThrow(/availability zone of the subnet/);
    const twin = sandbox.world.addSubnet({ vpcId: ids.vpc, azId: 'use1-az1', cidr: '10.20.9.0/24' });
    expect(await codeOf(create({ SubnetIds: [ids.subnets[0], twin.id] }))).toBe('DuplicateSubnetsInSameZone');
    expect(await codeOf(create({ PolicyDocument: '{}' }))).toBe('InvalidParameter');
    sandbox.settings.ec2.quotas.endpointsPerVpc = 0;
    expect(await codeOf(create())).toBe('VpcEndpointLimitExceeded');
    sandbox.world.setVpcDns(ids.vpc, { hostnames: false });
    await expect(create({ PrivateDnsEnabled: true })).rejects.toThrow(/requires both enableDnsSupport/);
  });

  test('a service that does not trust the account does not exist for it', async () => {
    const { ec2, create, sandbox } = await world();
    const describe = () =>
      ec2.send(new DescribeVpcEndpointServicesCommand({ ServiceNames: [ids.standardServiceName] }));
    expect((await describe()).ServiceDetails?.[0]).toMatchObject({
      AvailabilityZoneIds: ['use1-az1', 'use1-az2', 'use1-az4'],
      PrivateDnsNameVerificationState: 'verified',
    });
    sandbox.world.changeService(ids.standardService, { allowed: [ids.otherAccount] });
    expect(await codeOf(describe())).toBe('InvalidServiceName');
    expect(await codeOf(create())).toBe('InvalidServiceName');
    sandbox.settings.ec2.untrusted = 'created-then-rejected';
    const id = await create();
    sandbox.clock.advance(11_000);
    expect(sandbox.world.endpoint(id).state).toBe('rejected');
  });

  test('endpoint writes have a bucket of four', async () => {
    const { create, sandbox, later } = await world({ throttle: { ec2: true } });
    for (let n = 0; n < 4; n += 1) await create();
    expect(await codeOf(create())).toBe('RequestLimitExceeded');
    expect(sandbox.requests.at(-1)?.status).toBe(503);
    later(3.4);
    await create();
  });
});

describe('security groups', () => {
  test('names are unique without case, and of allowed characters', async () => {
    const { group } = await world();
    await group('Path-A');
    expect(await codeOf(group('path-a'))).toBe('InvalidGroup.Duplicate');
    expect(await codeOf(group("it's"))).toBe('InvalidParameterValue');
    expect(await codeOf(group('sg-mine'))).toBe('InvalidParameterValue');
    expect(await codeOf(group('default'))).toBe('InvalidGroup.Reserved');
  });

  test('blocks are stored without host bits; duplicates refuse the whole request', async () => {
    const { ec2, group } = await world();
    const GroupId = await group();
    const allow = (...cidrs: string[]) =>
      ec2.send(new AuthorizeSecurityGroupIngressCommand({ GroupId, IpPermissions: cidrs.map(permission) }));
    await allow('100.68.0.18/18');
    expect(await codeOf(allow('10.1.0.0/16', '100.68.0.0/18'))).toBe('InvalidPermission.Duplicate');
    const rules = await ec2.send(
      new DescribeSecurityGroupRulesCommand({ Filters: [{ Name: 'group-id', Values: [GroupId] }] }),
    );
    const ingress = rules.SecurityGroupRules?.filter((rule) => !rule.IsEgress);
    expect(ingress?.map((rule) => rule.CidrIpv4)).toEqual(['100.68.0.0/18']);
    const revoke = (cidr: string) =>
      ec2.send(new RevokeSecurityGroupIngressCommand({ GroupId, IpPermissions: [permission(cidr)] }));
    expect(await codeOf(revoke('10.9.0.0/16'))).toBe('InvalidPermission.NotFound');
    const SecurityGroupRuleIds = [ingress?.[0]?.SecurityGroupRuleId ?? ''];
    await ec2.send(new RevokeSecurityGroupIngressCommand({ GroupId, SecurityGroupRuleIds }));
    const left = await ec2.send(new DescribeSecurityGroupsCommand({ GroupIds: [GroupId] }));
    expect(left.SecurityGroups?.[0]?.IpPermissions ?? []).toEqual([]);
  });

  test('a group in use stays until the interfaces are gone', async () => {
    const { ec2, group, create, later } = await world();
    const GroupId = await group();
    const id = await create({ SecurityGroupIds: [GroupId] });
    const remove = () => ec2.send(new DeleteSecurityGroupCommand({ GroupId }));
    expect(await codeOf(remove())).toBe('DependencyViolation');
    const Filters = [{ Name: 'group-id', Values: [GroupId] }];
    const { NetworkInterfaces } = await ec2.send(new DescribeNetworkInterfacesCommand({ Filters }));
    expect(NetworkInterfaces).toHaveLength(3);
    expect(NetworkInterfaces?.[0]).toMatchObject({ RequesterManaged: true, InterfaceType: 'vpc_endpoint' });
    await ec2.send(new DeleteVpcEndpointsCommand({ VpcEndpointIds: [id] }));
    expect(await codeOf(remove())).toBe('DependencyViolation');
    later(16);
    await remove();
    expect(await codeOf(remove())).toBe('InvalidGroup.NotFound');
  });
});

describe('tags', () => {
  test('a tag goes only if its value matches', async () => {
    const { ec2, create, look } = await world();
    const id = await create({
      TagSpecifications: [{ ResourceType: 'vpc-endpoint', Tags: [{ Key: 'claim/a', Value: '1' }] }],
    });
    const tags = async () => (await look(id))?.Tags?.map(({ Key, Value }) => `${Key}=${Value}`);
    await ec2.send(new CreateTagsCommand({ Resources: [id], Tags: [{ Key: 'claim/b', Value: '2' }] }));
    await ec2.send(new DeleteTagsCommand({ Resources: [id], Tags: [{ Key: 'claim/a', Value: 'other' }] }));
    expect(await tags()).toEqual(['claim/a=1', 'claim/b=2']);
    await ec2.send(new DeleteTagsCommand({ Resources: [id], Tags: [{ Key: 'claim/a', Value: '1' }] }));
    await ec2.send(new DeleteTagsCommand({ Resources: [id], Tags: [{ Key: 'claim/b' }] }));
    expect(await tags()).toEqual([]);
  });

  test('limits', async () => {
    const { ec2, create } = await world();
    const id = await create();
    const add = (Key: string, Value = '') =>
      ec2.send(new CreateTagsCommand({ Resources: [id], Tags: [{ Key, Value }] }));
    expect(await codeOf(add('aws:mine'))).toBe('InvalidParameterValue');
    expect(await codeOf(add('k'.repeat(129)))).toBe('InvalidParameterValue');
    expect(await codeOf(add('k', 'v'.repeat(257)))).toBe('InvalidParameterValue');
    const Tags = Array.from({ length: 50 }, (_, n) => ({ Key: `k${n}`, Value: '' }));
    await ec2.send(new CreateTagsCommand({ Resources: [id], Tags }));
    expect(await codeOf(add('one-more'))).toBe('TagLimitExceeded');
  });
});
