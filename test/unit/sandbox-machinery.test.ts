import {
  CreateSecurityGroupCommand,
  CreateTagsCommand,
  CreateVpcEndpointCommand,
  DescribeSecurityGroupsCommand,
  DescribeVpcEndpointsCommand,
  DescribeVpcsCommand,
  EC2Client,
} from '@aws-sdk/client-ec2';
import { afterEach, describe, expect, test } from 'vitest';
import { readOnlyPolicy } from '../sandbox/aws/iam.ts';
import { type DeepPartial, ids, type Sandbox, type Settings, standardWorld, startSandbox } from '../sandbox/index.ts';

const open: Sandbox[] = [];
afterEach(async () => {
  for (const sandbox of open.splice(0)) await sandbox.close();
});

async function world(settings: DeepPartial<Settings> = {}) {
  const usual = { seconds: { createEndpoint: 0 } };
  const sandbox = await startSandbox({ ...standardWorld(), rate: 1, settings: { ...usual, ...settings } });
  open.push(sandbox);
  const credentials = { accessKeyId: ids.accessKeyId, secretAccessKey: ids.secretAccessKey };
  const ec2 = new EC2Client({ region: ids.region, endpoint: sandbox.urls.ec2, credentials, maxAttempts: 1 });
  const group = (tags: Record<string, string> = {}) => {
    const Tags = Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
    const TagSpecifications = Tags.length ? [{ ResourceType: 'security-group' as const, Tags }] : [];
    const names = { GroupName: 'g', Description: 'g', VpcId: ids.vpc };
    return ec2.send(new CreateSecurityGroupCommand({ ...names, TagSpecifications }));
  };
  const groups = async () => {
    const Filters = [{ Name: 'group-name', Values: ['g'] }];
    return (await ec2.send(new DescribeSecurityGroupsCommand({ Filters }))).SecurityGroups ?? [];
  };
  return { sandbox, ec2, group, groups };
}

const refusal = async (promise: Promise<unknown>) => {
  try {
    await promise;
  } catch (error) {
    return error as Error & { $metadata?: { httpStatusCode?: number } };
  }
  throw new Error('nothing was refused');
};

describe('faults', () => {
  test('before and after the effect', async () => {
    const { sandbox, group, groups } = await world();
    const match = { service: 'ec2', action: 'CreateSecurityGroup' } as const;
    sandbox.faults.add({ match, kind: 'reset' });
    await refusal(group());
    expect(await groups()).toHaveLength(0);
    sandbox.faults.add({ match, kind: 'reset', when: 'after' });
    await refusal(group());
    expect(await groups()).toHaveLength(1);
    expect(sandbox.requests.filter(({ errorCode }) => errorCode === 'reset')).toHaveLength(2);
  });

  test('throttle, HTML, half an answer, the second only', async () => {
    const { sandbox, ec2 } = await world();
    const vpcs = () => ec2.send(new DescribeVpcsCommand({}));
    sandbox.faults.add({ match: { action: 'DescribeVpcs', nth: 2 }, kind: 'throttle' });
    await vpcs();
    expect(await refusal(vpcs())).toMatchObject({ name: 'RequestLimitExceeded', $metadata: { httpStatusCode: 503 } });
    await vpcs();
    sandbox.faults.add({ match: () => true, kind: 'html' });
    expect((await refusal(vpcs())).$metadata?.httpStatusCode).toBe(502);
    sandbox.faults.add({ match: () => true, kind: 'truncated' });
    await refusal(vpcs());
    sandbox.faults.add({ match: () => true, kind: 'hang' });
    await refusal(ec2.send(new DescribeVpcsCommand({}), { abortSignal: AbortSignal.timeout(50) }));
    await vpcs();
  });

  test('a hook can cut a request off before it takes effect', async () => {
    const { sandbox, group, groups } = await world();
    const remove = sandbox.onRequest(({ request, when }) =>
      request.mutating && when === 'before' ? 'drop' : undefined,
    );
    await refusal(group());
    remove();
    expect(await groups()).toHaveLength(0);
    expect(sandbox.mutations()).toHaveLength(1);
  });
});

test('lagging reads show the past, by kind', async () => {
  const { sandbox, ec2, group, groups } = await world({ stale: { seconds: { group: 30 } }, propagation: { group: 5 } });
  const { GroupId = '' } = await group();
  expect(await groups()).toHaveLength(0);
  const tag = () => ec2.send(new CreateTagsCommand({ Resources: [GroupId], Tags: [{ Key: 'a', Value: '1' }] }));
  expect((await refusal(tag())).name).toBe('InvalidGroup.NotFound');
  sandbox.clock.advance(31_000);
  await tag();
  expect(await groups()).toMatchObject([{ GroupId, Tags: [] }]);
  expect(await ec2.send(new DescribeVpcsCommand({}))).toMatchObject({ Vpcs: [{ VpcId: ids.vpc }] });
  sandbox.clock.advance(31_000);
  expect(await groups()).toMatchObject([{ Tags: [{ Key: 'a', Value: '1' }] }]);
  sandbox.settings.stale.seconds = {};
  expect(await groups()).toHaveLength(1);
});

describe('policies', () => {
  const arn = (path: string) => `arn:aws:ec2:${ids.region}:${ids.account}:${path}`;

  test('read only', async () => {
    const { sandbox, group, groups } = await world();
    sandbox.iam.policies = [readOnlyPolicy];
    await groups();
    const error = await refusal(group());
    expect(error).toMatchObject({ name: 'UnauthorizedOperation', $metadata: { httpStatusCode: 403 } });
    expect(error.message).toMatch(/because no identity-based policy allows the ec2:CreateSecurityGroup action/);
    expect(error.message).toMatch(/Encoded authorization failure message: \S{50}/);
  });

  test('tags of the request and of the resource', async () => {
    const { sandbox, ec2, group } = await world();
    const owner = 'aws:RequestTag/owner';
    const condition = { StringEquals: { 'ec2:CreateAction': 'CreateSecurityGroup' } };
    sandbox.iam.policies = [
      {
        Statement: [
          { Effect: 'Allow', Action: 'ec2:CreateSecurityGroup', Resource: arn(`vpc/${ids.vpc}`) },
          {
            Effect: 'Allow',
            Action: 'ec2:CreateSecurityGroup',
            Resource: arn('security-group/*'),
            Condition: { StringEquals: { [owner]: 'me' } },
          },
          { Effect: 'Allow', Action: 'ec2:CreateTags', Resource: arn('security-group/*'), Condition: condition },
        ],
      },
    ];
    expect((await refusal(group())).message).toContain(
      'on resource: arn:aws:ec2:us-east-1:111122223333:security-group/*',
    );
    expect((await refusal(group({ owner: 'you' }))).name).toBe('UnauthorizedOperation');
    const { GroupId = '' } = await group({ owner: 'me' });
    const tag = (Key: string) => ec2.send(new CreateTagsCommand({ Resources: [GroupId], Tags: [{ Key, Value: '' }] }));
    expect((await refusal(tag('x'))).name).toBe('UnauthorizedOperation');
    sandbox.iam.policies = [
      {
        Statement: {
          Effect: 'Allow',
          Action: 'ec2:CreateTags',
          Resource: '*',
          Condition: {
            StringLike: { 'aws:ResourceTag/owner': 'm?' },
            'ForAllValues:StringLike': { 'aws:TagKeys': 'mine/*' },
            Null: { 'aws:RequestTag/mine/a': 'false' },
          },
        },
      },
    ];
    await tag('mine/a');
    expect((await refusal(tag('mine/b'))).name).toBe('UnauthorizedOperation');
    expect((await refusal(tag('yours'))).name).toBe('UnauthorizedOperation');
  });

  test('endpoints by service name; a dry run comes after the check', async () => {
    const { sandbox, ec2 } = await world();
    const create = (DryRun: boolean) =>
      ec2.send(
        new CreateVpcEndpointCommand({
          DryRun,
          VpcId: ids.vpc,
          ServiceName: ids.standardServiceName,
          VpcEndpointType: 'Interface',
          PrivateDnsEnabled: false,
        }),
      );
    const like = (name: string) => ({ StringLike: { 'ec2:VpceServiceName': name } });
    const statement = { Effect: 'Allow', Action: 'ec2:CreateVpcEndpoint' } as const;
    const vpc = { ...statement, Resource: arn('vpc/*') };
    const endpoint = { ...statement, Resource: arn('vpc-endpoint/*') };
    sandbox.iam.policies = [{ Statement: [vpc, { ...endpoint, Condition: like('com.amazonaws.us-east-1.*') }] }];
    expect((await refusal(create(true))).name).toBe('UnauthorizedOperation');
    sandbox.iam.policies = [{ Statement: [vpc, { ...endpoint, Condition: like('com.amazonaws.vpce.us-east-1.*') }] }];
    expect(await refusal(create(true))).toMatchObject({ name: 'DryRunOperation', $metadata: { httpStatusCode: 412 } });
    await create(false);
  });
});

test('what a person does by hand', async () => {
  const { sandbox, ec2 } = await world();
  const { world: hands } = sandbox;
  const group = hands.createGroup({ vpcId: ids.vpc, name: 'by hand' });
  const rule = hands.addRule({ groupId: group.id, cidr: '0.0.0.0/0' });
  expect(hands.rules(group.id)).toEqual([rule]);
  hands.removeRule(rule.id);
  const endpoint = hands.createEndpoint({ vpcId: ids.vpc, serviceName: ids.standardServiceName });
  hands.setPrivateDns(endpoint.id, true);
  hands.setTags(endpoint.id, { Name: 'mine' });
  const { VpcEndpoints } = await ec2.send(new DescribeVpcEndpointsCommand({}));
  expect(VpcEndpoints).toMatchObject([{ PrivateDnsEnabled: true, Tags: [{ Key: 'Name', Value: 'mine' }] }]);
  hands.deleteEndpoint(endpoint.id);
  expect(hands.endpoint(endpoint.id).state).toBe('deleting');
});
