import { creationRefusal, modificationRefusal, requeueOn } from '../../../src/aws/ec2/refusals.ts';
import type { Creation, Ec2, EndpointQuery, GroupQuery, Modification } from '../../../src/aws/ec2.ts';
import { awsError, hasAwsCode, meaningOf } from '../../../src/aws/errors.ts';
import { type Endpoint, type IngressRule, SQL_PORT } from '../../../src/aws/types.ts';
import { isTooLate, type Limit, refuseLate } from '../../../src/support/moment.ts';
import type { Caller } from '../../sandbox/aws/caller.ts';
import { endpointActions } from '../../sandbox/aws/ec2-actions/endpoint-writes.ts';
import { groupActions } from '../../sandbox/aws/ec2-actions/groups.ts';
import { ruleActions } from '../../sandbox/aws/ec2-actions/rules.ts';
import { tagActions } from '../../sandbox/aws/ec2-actions/tags.ts';
import { type Ec2Action, ec2Context } from '../../sandbox/aws/ec2-context.ts';
import { AwsError, queryParams } from '../../sandbox/aws/query-protocol.ts';
import type { WorldState } from '../../sandbox/world.ts';
import { toEndpoint, toGroup } from './ec2-views.ts';
import { Killed, type Line } from './trouble.ts';

const ACTIONS: Readonly<Record<string, Ec2Action>> = {
  ...endpointActions,
  ...groupActions,
  ...ruleActions,
  ...tagActions,
};

type Flat = Record<string, string>;

/** EC2 without its protocol: the sandbox's own actions over the sandbox's own state, and answers as the client gives them. */
export function inMemoryEc2(world: WorldState, caller: Caller, line: Line): Ec2 {
  return inTime({ world, caller, line }, undefined);
}

/** @param limit how long the decision behind the writes holds */
function inTime(
  { world, caller, line }: { world: WorldState; caller: Caller; line: Line },
  limit: Limit | undefined,
): Ec2 {
  /** @param recover the refusals that are an answer, as in the client */
  async function write<T>(action: string, flat: Flat, done: T, recover: (error: unknown) => T | undefined): Promise<T> {
    try {
      const effect = () => {
        world.tick();
        ACTIONS[action]?.(ec2Context({ world, caller, action, params: queryParams(flat) }));
        world.tick();
      };
      await line.carry(true, effect, () => refuseLate(limit, line.clock));
      return done;
    } catch (error) {
      if (error instanceof Killed || isTooLate(error)) throw error;
      const refusal = asSdkError(error);
      const recovered = recover(refusal);
      if (recovered !== undefined) return recovered;
      throw awsError(refusal, `ec2:${action}`, action);
    }
  }

  const read = <T>(look: () => T): Promise<T> =>
    line.carry(false, () => {
      world.tick();
      return look();
    });

  return {
    vpc: (vpcId) =>
      read(() => {
        const vpc = world.read('vpc').find((one) => one.id === vpcId);
        if (vpc === undefined) return undefined;
        return { id: vpc.id, ownerId: vpc.accountId, cidrs: vpc.cidrs.map((one) => one.cidr) };
      }),
    vpcDns: (vpcId) =>
      read(() => {
        const vpc = world.read('vpc').find((one) => one.id === vpcId);
        return vpc === undefined ? undefined : { support: vpc.dnsSupport, hostnames: vpc.dnsHostnames };
      }),
    subnets: (vpcId) =>
      read(() =>
        world
          .read('subnet')
          .filter((one) => one.vpcId === vpcId)
          .map(({ id, azId, freeIps }) => ({
            id,
            vpcId,
            zoneId: azId,
            zoneName: azId,
            freeAddresses: freeIps,
            unfit: '',
          })),
      ),
    endpoints: (of) =>
      read(() =>
        world
          .read('endpoint')
          .map(toEndpoint)
          .filter((one) => fits(of, one)),
      ),
    groups: (of) =>
      read(() => {
        const rules = world.read('rule');
        const groups = world.read('group').map((group) => toGroup(group, rules));
        return groups.filter((one) => fits(of, one));
      }),
    interfaceAddresses: () => Promise.resolve(new Map()),
    async createGroup({ vpcId, name, description, tags }) {
      const flat = { VpcId: vpcId, GroupName: name, GroupDescription: description, ...tagged('security-group', tags) };
      const kind = await write<'created' | 'name-taken'>('CreateSecurityGroup', flat, 'created', (error) =>
        hasAwsCode(error, 'InvalidGroup.Duplicate') ? 'name-taken' : undefined,
      );
      const made = [...world.tables.group.values()].findLast((one) => one.vpcId === vpcId && one.name === name);
      return kind === 'created' ? { kind, groupId: made?.id ?? '' } : { kind };
    },
    authorizeIngress: (groupId, sources, description) =>
      write(
        'AuthorizeSecurityGroupIngress',
        {
          GroupId: groupId,
          ...permissions(
            sources.map((source) => ({ ...SQL, source })),
            description,
          ),
        },
        'done',
        requeueOn('AuthorizeSecurityGroupIngress', 'rule-exists', 'group-gone'),
      ),
    revokeIngress: (groupId, rules) =>
      write(
        'RevokeSecurityGroupIngress',
        { GroupId: groupId, ...permissions(rules) },
        'done',
        requeueOn('RevokeSecurityGroupIngress', 'rule-gone', 'group-gone', 'busy'),
      ),
    createEndpoint: ({ vpcId, serviceName, subnetIds, groupIds, clientToken, tags }) =>
      write<Creation | 'created'>(
        'CreateVpcEndpoint',
        {
          VpcId: vpcId,
          ServiceName: serviceName,
          VpcEndpointType: 'Interface',
          PrivateDnsEnabled: 'false',
          ClientToken: clientToken,
          ...numbered('SubnetId', subnetIds),
          ...numbered('SecurityGroupId', groupIds),
          ...tagged('vpc-endpoint', tags),
        },
        'created',
        creationRefusal,
      ).then((answer) => (answer === 'created' ? { kind: answer, endpoint: madeBy(world, clientToken) } : answer)),
    modifyEndpoint: (endpointId, change) =>
      write<Modification>(
        'ModifyVpcEndpoint',
        {
          VpcEndpointId: endpointId,
          ...numbered('AddSubnetId', change.addSubnetIds),
          ...numbered('RemoveSubnetId', change.removeSubnetIds),
          ...numbered('AddSecurityGroupId', change.addGroupIds),
          ...numbered('RemoveSecurityGroupId', change.removeGroupIds),
          ...(change.privateDns === undefined ? {} : { PrivateDnsEnabled: String(change.privateDns) }),
        },
        'done',
        (error) => modificationRefusal(error, endpointId),
      ),
    deleteEndpoint: (endpointId) =>
      write<void>('DeleteVpcEndpoints', numbered('VpcEndpointId', [endpointId]), undefined, () => undefined),
    deleteGroup: (groupId) =>
      write<Awaited<ReturnType<Ec2['deleteGroup']>>>(
        'DeleteSecurityGroup',
        { GroupId: groupId },
        { kind: 'deleted' },
        (error) => {
          const meaning = meaningOf(error, 'DeleteSecurityGroup');
          if (meaning === 'group-gone') return { kind: 'deleted' };
          return meaning === 'in-use' ? { kind: 'in-use', message: String((error as Error).message) } : undefined;
        },
      ),
    setTags: (ids, tags) =>
      write(
        'CreateTags',
        { ...numbered('ResourceId', ids), ...tagList('Tag', tags) },
        'done',
        requeueOn('CreateTags', 'endpoint-gone', 'group-gone'),
      ),
    removeTags: (ids, tags) =>
      write(
        'DeleteTags',
        { ...numbered('ResourceId', ids), ...tagList('Tag', tags) },
        'done',
        requeueOn('DeleteTags', 'endpoint-gone', 'group-gone', 'busy'),
      ),
    notAfter: (until) => inTime({ world, caller, line }, until),
    close: () => undefined,
  };
}

/** What CreateVpcEndpoint answers: the endpoint that its token stands for, or the ID of one that is gone. */
function madeBy(world: WorldState, token: string): Endpoint {
  const known = [...world.clientTokens].find(([key]) => key.endsWith(`/${token}`))?.[1];
  const endpoint = world.tables.endpoint.get(known?.endpointId ?? '');
  if (endpoint !== undefined) return toEndpoint(endpoint);
  const gone = { state: 'deleted' as const, rawState: 'deleted', interface: true, createdAt: 0, tags: {}, failure: '' };
  const nothing = { subnetIds: [], groupIds: [], networkInterfaceIds: [], privateDns: false, requesterManaged: false };
  return { id: known?.endpointId ?? '', vpcId: '', ownerId: '', serviceName: '', ...gone, ...nothing };
}

function asSdkError(error: unknown): unknown {
  if (!(error instanceof AwsError)) return error;
  const { code, message, status } = error;
  return Object.assign(new Error(message), { name: code, Code: code, $metadata: { httpStatusCode: status } });
}

function fits(
  of: EndpointQuery | GroupQuery,
  one: { id: string; vpcId: string; tags: Readonly<Record<string, string>> },
): boolean {
  if ('endpointIds' in of) return of.endpointIds.includes(one.id);
  if ('ids' in of) return of.ids.includes(one.id);
  return (of.vpcId === undefined || of.vpcId === one.vpcId) && (of.tagKey === undefined || of.tagKey in one.tags);
}

function numbered(name: string, values: readonly string[] = []): Flat {
  return Object.fromEntries(values.map((value, index) => [`${name}.${index + 1}`, value]));
}

function tagList(prefix: string, tags: Readonly<Record<string, string>>): Flat {
  const pairs = Object.entries(tags).flatMap(([key, value], index) => [
    [`${prefix}.${index + 1}.Key`, key],
    [`${prefix}.${index + 1}.Value`, value],
  ]);
  return Object.fromEntries(pairs) as Flat;
}

function tagged(type: string, tags: Readonly<Record<string, string>>): Flat {
  return { 'TagSpecification.1.ResourceType': type, ...tagList('TagSpecification.1.Tag', tags) };
}

const SQL = { protocol: 'tcp', fromPort: SQL_PORT, toPort: SQL_PORT };

function permissions(
  rules: readonly Pick<IngressRule, 'protocol' | 'fromPort' | 'toPort' | 'source'>[],
  description?: string,
): Flat {
  const flat: Flat = {};
  for (const [index, { protocol, fromPort, toPort, source }] of rules.entries()) {
    const prefix = `IpPermissions.${index + 1}`;
    flat[`${prefix}.IpProtocol`] = protocol;
    flat[`${prefix}.FromPort`] = String(fromPort);
    flat[`${prefix}.ToPort`] = String(toPort);
    if (source === undefined) continue;
    const range = 'cidr' in source ? `${prefix}.IpRanges.1` : `${prefix}.Groups.1`;
    flat[`${range}.${'cidr' in source ? 'CidrIp' : 'GroupId'}`] = 'cidr' in source ? source.cidr : source.groupId;
    if (description !== undefined) flat[`${range}.Description`] = description;
  }
  return flat;
}
