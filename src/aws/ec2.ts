import {
  AuthorizeSecurityGroupIngressCommand,
  CreateSecurityGroupCommand,
  CreateTagsCommand,
  CreateVpcEndpointCommand,
  DeleteSecurityGroupCommand,
  DeleteTagsCommand,
  DeleteVpcEndpointsCommand,
  DescribeNetworkInterfacesCommand,
  DescribeSecurityGroupsCommand,
  DescribeSubnetsCommand,
  DescribeVpcAttributeCommand,
  DescribeVpcEndpointsCommand,
  DescribeVpcsCommand,
  EC2Client,
  type Filter,
  type IpPermission,
  ModifyVpcEndpointCommand,
  RevokeSecurityGroupIngressCommand,
  type Tag,
  type TagSpecification,
} from '@aws-sdk/client-ec2';
import type { Clock } from '../support/clock.ts';
import { ActionError } from '../support/errors.ts';
import { withRetry } from '../support/retry.ts';
import { type AwsConnection, refuseForeignAnswers } from './connection.ts';
import type { AwsIdentity } from './credentials.ts';
import { awsCode, awsError, classifyAwsError, hasAwsCode } from './errors.ts';
import { addressesOf, parseEndpoint, parseGroup, parseSubnet, parseVpc } from './parse.ts';
import {
  type Endpoint,
  type Group,
  type IngressRule,
  type Source,
  SQL_PORT,
  type Subnet,
  type Vpc,
  type VpcDns,
} from './types.ts';

/**
 * Endpoint writes have buckets of 4 tokens that fill at 0.3 a second for the whole account (EC2 API request throttling).
 * A crowd of runs gets through them at that pace whatever it does, so a run that is refused stays away for long.
 */
const ENDPOINT_WRITE = /^(Create|Modify|Delete)VpcEndpoints?$/;
const ENDPOINT_WRITE_REFILL = { firstMs: 6_000, longestMs: 90_000 };

/** EC2 answers reads in well under a second; only its writes may take long. */
const READ_TIMEOUT_MS = 30_000;

export interface NewEndpoint {
  readonly vpcId: string;
  readonly serviceName: string;
  readonly subnetIds: readonly string[];
  readonly groupIds: readonly string[];
  /** At most 64 ASCII characters; the same token with the same parameters gives the same endpoint. */
  readonly clientToken: string;
  readonly tags: Readonly<Record<string, string>>;
}

/** What CreateVpcEndpoint can end in besides an error that ends the run. */
export type Creation =
  | { readonly kind: 'created'; readonly endpoint: Endpoint }
  /** The token was used with other parameters: another run is creating, or one did and its endpoint is gone. */
  | { readonly kind: 'token-taken' }
  /** EC2 does not know the service (yet), or does not let this account see it; it says the same in both cases. */
  | { readonly kind: 'service-unknown'; readonly message: string }
  | ZoneRefusal
  /** The security group is not visible yet everywhere. */
  | { readonly kind: 'group-unknown' };

/** All of a VPC, or those of the VPC or the region that carry a tag of some key. */
type Scope =
  | { readonly vpcId: string; readonly tagKey?: string }
  | { readonly vpcId?: string; readonly tagKey: string };
/** Endpoints of a scope, or by ID wherever they are in the region. */
export type EndpointQuery = Scope | { readonly endpointIds: readonly string[] };
/** Groups of a scope, or by ID wherever they are. */
export type GroupQuery = Scope | { readonly ids: readonly string[] };

/** A subnet's zone is not offered by the service, whatever its list says. */
export interface ZoneRefusal {
  readonly kind: 'zone-refused';
  readonly subnetId: string | undefined;
  readonly message: string;
}

export type Modification = 'done' | 'look-again' | ZoneRefusal;

export interface EndpointChange {
  readonly addSubnetIds?: readonly string[];
  readonly removeSubnetIds?: readonly string[];
  readonly addGroupIds?: readonly string[];
  readonly removeGroupIds?: readonly string[];
  readonly privateDns?: boolean;
}

/**
 * What the project asks of EC2. Reads are paged through and repeated through short outages; a call that changes something
 * is sent again only when it was certainly not executed (throttled, not sent). All throw ActionError or `cancelled`.
 */
export interface Ec2 {
  /** The VPC, or undefined where this account and region have none of that ID. */
  vpc(vpcId: string): Promise<Vpc | undefined>;
  /** Both DNS attributes; undefined where the VPC is not there. EC2 answers one attribute a call. */
  vpcDns(vpcId: string): Promise<VpcDns | undefined>;
  subnets(vpcId: string): Promise<Subnet[]>;
  /** The interface endpoints of the query; those that EC2 still lists as deleted too. */
  endpoints(of: EndpointQuery): Promise<Endpoint[]>;
  /** The groups of the query. */
  groups(of: GroupQuery): Promise<Group[]>;
  /** The private addresses (IPv4 and IPv6) of network interfaces, by interface ID. */
  interfaceAddresses(ids: readonly string[]): Promise<Map<string, string[]>>;
  /** The new group's ID, or `name-taken` where the VPC has a group of this name (case-insensitive). */
  createGroup(group: {
    vpcId: string;
    name: string;
    description: string;
    tags: Readonly<Record<string, string>>;
  }): Promise<{ kind: 'created'; groupId: string } | { kind: 'name-taken' }>;
  /** Lets 26257/tcp in from the sources; `look-again` where a rule exists already or the group is not visible yet. */
  authorizeIngress(groupId: string, sources: readonly Source[], description: string): Promise<'done' | 'look-again'>;
  /** Takes rules away by value; rules that are gone already give `look-again`. */
  revokeIngress(groupId: string, rules: readonly IngressRule[]): Promise<'done' | 'look-again'>;
  createEndpoint(endpoint: NewEndpoint): Promise<Creation>;
  /** `look-again` where the endpoint is not visible (yet or any more) or still being changed, or the call was throttled. */
  modifyEndpoint(endpointId: string, change: EndpointChange): Promise<Modification>;
  /** One that is not there counts as deleted. */
  deleteEndpoint(endpointId: string, until: number): Promise<void>;
  /** `in-use` where a network interface or a rule of another group still uses it; one that is not there counts as deleted. */
  deleteGroup(groupId: string): Promise<{ kind: 'deleted' } | { kind: 'in-use'; message: string }>;
  /** Writes the tags on all the resources; `look-again` where one of them is not there. */
  setTags(resourceIds: readonly string[], tags: Readonly<Record<string, string>>): Promise<'done' | 'look-again'>;
  /** Removes each tag only if it still has the value given. Not tried again after `until` (ms). */
  removeTags(
    resourceIds: readonly string[],
    tags: Readonly<Record<string, string>>,
    until?: number,
  ): Promise<'done' | 'look-again'>;
  close(): void;
}

export interface Ec2Deps {
  connection: AwsConnection;
  identity: AwsIdentity;
  clock: Clock;
  signal: AbortSignal;
  deadline: number;
  debug(line: string): void;
}

/** A client for one region. Nothing is sent before the first call. */
export function createEc2(deps: Ec2Deps): Ec2 {
  // Made at first use: a run that only asks for trusted owners by number has no region and never needs it.
  let made: EC2Client | undefined;
  const client = () => {
    made ??= refuseForeignAnswers(
      new EC2Client({ ...deps.connection.settings, credentials: deps.identity.credentials }),
    );
    return made;
  };
  const send = { abortSignal: deps.signal };

  /**
   * Runs one API call with the retries that its nature allows.
   * @param recover turns refusals that are an answer into a value; undefined means: not one of those
   */
  async function call<T>(
    action: string,
    doing: string,
    run: () => Promise<T>,
    options: { recover?: (error: unknown) => T | undefined; until?: number } = {},
  ): Promise<T> {
    const started = deps.clock.now();
    const reads = action.startsWith('Describe');
    try {
      const result = await withRetry(run, {
        clock: deps.clock,
        signal: deps.signal,
        deadline: Math.min(deps.deadline, options.until ?? deps.deadline),
        repeatable: reads,
        ...(reads ? { tryMs: READ_TIMEOUT_MS } : {}),
        ...(ENDPOINT_WRITE.test(action) ? { refill: ENDPOINT_WRITE_REFILL } : {}),
        classify: classifyAwsError,
        onRetry: ({ number, delayMs, error }) =>
          deps.debug(
            `AWS ec2:${action}: try ${number} failed (${awsCode(error) || 'network'}), again in ${delayMs.toFixed(0)} ms`,
          ),
      });
      deps.debug(`AWS ec2:${action}: ok in ${deps.clock.now() - started} ms`);
      return result;
    } catch (error) {
      deps.debug(`AWS ec2:${action}: ${awsCode(error) || 'failed'} after ${deps.clock.now() - started} ms`);
      const recovered = options.recover?.(error);
      if (recovered !== undefined) return recovered;
      if (error instanceof Error && error.name === 'ActionError') throw error;
      throw awsError(error, `ec2:${action}`, doing);
    }
  }

  async function pages<T>(
    page: (token: string | undefined) => Promise<{ items: T[]; next: string | undefined }>,
  ): Promise<T[]> {
    const all: T[] = [];
    const seen = new Set<string>();
    for (let token: string | undefined; ; ) {
      const { items, next } = await page(token);
      all.push(...items);
      if (next === undefined || next === '' || seen.has(next)) return all;
      seen.add(next);
      token = next;
    }
  }

  return {
    vpc: (vpcId) =>
      call('DescribeVpcs', `read VPC ${vpcId}`, async () => {
        const answer = await client().send(new DescribeVpcsCommand({ Filters: [filter('vpc-id', vpcId)] }), send);
        const vpc = (answer.Vpcs ?? []).find((one) => one.VpcId === vpcId);
        return vpc === undefined ? undefined : parseVpc(vpc);
      }),

    vpcDns(vpcId) {
      const attribute = (name: 'enableDnsSupport' | 'enableDnsHostnames') =>
        call<boolean | 'vpc-gone'>(
          'DescribeVpcAttribute',
          `read ${name} of VPC ${vpcId}`,
          async () => {
            const answer = await client().send(
              new DescribeVpcAttributeCommand({ VpcId: vpcId, Attribute: name }),
              send,
            );
            return (name === 'enableDnsSupport' ? answer.EnableDnsSupport : answer.EnableDnsHostnames)?.Value === true;
          },
          { recover: (error) => (hasAwsCode(error, 'InvalidVpcID.NotFound') ? 'vpc-gone' : undefined) },
        );
      return Promise.all([attribute('enableDnsSupport'), attribute('enableDnsHostnames')]).then(
        ([support, hostnames]) =>
          support === 'vpc-gone' || hostnames === 'vpc-gone' ? undefined : { support, hostnames },
      );
    },

    subnets: (vpcId) =>
      call('DescribeSubnets', `list the subnets of VPC ${vpcId}`, () =>
        pages(async (NextToken) => {
          const answer = await client().send(
            new DescribeSubnetsCommand({ Filters: [filter('vpc-id', vpcId)], NextToken }),
            send,
          );
          return { items: (answer.Subnets ?? []).map(parseSubnet), next: answer.NextToken };
        }),
      ),

    endpoints: (of) =>
      call('DescribeVpcEndpoints', 'list the VPC endpoints', () =>
        pages(async (NextToken) => {
          const Filters = 'endpointIds' in of ? [filter('vpc-endpoint-id', ...of.endpointIds)] : scopeFilters(of);
          const answer = await client().send(new DescribeVpcEndpointsCommand({ Filters, NextToken }), send);
          const items = (answer.VpcEndpoints ?? [])
            .map(parseEndpoint)
            .filter((one) => ('endpointIds' in of ? of.endpointIds.includes(one.id) : one.interface));
          return { items, next: answer.NextToken };
        }),
      ),

    groups: (of) =>
      call('DescribeSecurityGroups', 'list the security groups', () =>
        pages(async (NextToken) => {
          const answer = await client().send(
            new DescribeSecurityGroupsCommand({
              Filters: 'ids' in of ? [filter('group-id', ...of.ids)] : scopeFilters(of),
              NextToken,
            }),
            send,
          );
          return { items: (answer.SecurityGroups ?? []).map(parseGroup), next: answer.NextToken };
        }),
      ),

    async interfaceAddresses(ids) {
      if (ids.length === 0) return new Map();
      const rows = await call('DescribeNetworkInterfaces', 'read the network interfaces of the VPC endpoints', () =>
        pages(async (NextToken) => {
          const answer = await client().send(
            new DescribeNetworkInterfacesCommand({ Filters: [filter('network-interface-id', ...ids)], NextToken }),
            send,
          );
          return { items: answer.NetworkInterfaces ?? [], next: answer.NextToken };
        }),
      );
      return new Map(rows.map((row) => [row.NetworkInterfaceId ?? '', addressesOf(row)]));
    },

    createGroup: (group) =>
      call<{ kind: 'created'; groupId: string } | { kind: 'name-taken' }>(
        'CreateSecurityGroup',
        `create the security group ${group.name}`,
        async () => {
          const answer = await client().send(
            new CreateSecurityGroupCommand({
              VpcId: group.vpcId,
              GroupName: group.name,
              Description: group.description,
              TagSpecifications: tagged('security-group', group.tags),
            }),
            send,
          );
          return { kind: 'created', groupId: answer.GroupId ?? '' };
        },
        { recover: (error) => (hasAwsCode(error, 'InvalidGroup.Duplicate') ? { kind: 'name-taken' } : undefined) },
      ),

    authorizeIngress: (groupId, sources, description) =>
      call<'done' | 'look-again'>(
        'AuthorizeSecurityGroupIngress',
        `let port ${SQL_PORT} in through ${groupId}`,
        async () => {
          const permission = permissionFor(
            { protocol: 'tcp', fromPort: SQL_PORT, toPort: SQL_PORT },
            sources,
            description,
          );
          await client().send(
            new AuthorizeSecurityGroupIngressCommand({ GroupId: groupId, IpPermissions: [permission] }),
            send,
          );
          return 'done';
        },
        {
          recover: (error) =>
            hasAwsCode(error, 'InvalidPermission.Duplicate', 'InvalidGroup.NotFound', 'InvalidGroupId.NotFound')
              ? 'look-again'
              : undefined,
        },
      ),

    revokeIngress: (groupId, rules) =>
      call<'done' | 'look-again'>(
        'RevokeSecurityGroupIngress',
        `take stale rules out of ${groupId}`,
        async () => {
          const permissions = rules.flatMap((rule) =>
            rule.source === undefined ? [] : [permissionFor(rule, [rule.source])],
          );
          await client().send(
            new RevokeSecurityGroupIngressCommand({ GroupId: groupId, IpPermissions: permissions }),
            send,
          );
          return 'done';
        },
        {
          recover: (error) =>
            hasAwsCode(error, 'InvalidPermission.NotFound', 'InvalidGroup.NotFound', 'InvalidGroupId.NotFound')
              ? 'look-again'
              : undefined,
        },
      ),

    createEndpoint: (endpoint) =>
      call<Creation>(
        'CreateVpcEndpoint',
        `create a VPC endpoint in ${endpoint.vpcId} for ${endpoint.serviceName}`,
        async () => {
          // No policy and no DnsOptions: third-party services refuse both. Private DNS is refused before the Cloud accepts.
          const answer = await client().send(
            new CreateVpcEndpointCommand({
              VpcId: endpoint.vpcId,
              ServiceName: endpoint.serviceName,
              VpcEndpointType: 'Interface',
              SubnetIds: [...endpoint.subnetIds],
              SecurityGroupIds: [...endpoint.groupIds],
              PrivateDnsEnabled: false,
              ClientToken: endpoint.clientToken,
              TagSpecifications: tagged('vpc-endpoint', endpoint.tags),
            }),
            send,
          );
          return { kind: 'created', endpoint: parseEndpoint(answer.VpcEndpoint ?? {}) };
        },
        { recover: creationRefusal },
      ),

    modifyEndpoint: (endpointId, change) =>
      call<Modification>(
        'ModifyVpcEndpoint',
        `modify VPC endpoint ${endpointId}`,
        async () => {
          await client().send(
            new ModifyVpcEndpointCommand({
              VpcEndpointId: endpointId,
              ...some('AddSubnetIds', change.addSubnetIds),
              ...some('RemoveSubnetIds', change.removeSubnetIds),
              ...some('AddSecurityGroupIds', change.addGroupIds),
              ...some('RemoveSecurityGroupIds', change.removeGroupIds),
              ...(change.privateDns === undefined ? {} : { PrivateDnsEnabled: change.privateDns }),
            }),
            send,
          );
          return 'done';
        },
        {
          // What EC2 answers to a change of an endpoint that is still being changed is undocumented; these are the likely words.
          recover: (error) =>
            isEndpointGone(awsCode(error)) ||
            isNotExecuted(error) ||
            hasAwsCode(error, 'IncorrectState', 'InvalidState') ||
            (hasAwsCode(error, 'OperationNotPermitted') && /state|pending/i.test(String((error as Error).message)))
              ? 'look-again'
              : zoneRefusal(error),
          // Never sent twice on one read: the endpoint may be shared, and another run may have made the change by then.
          until: 0,
        },
      ),

    deleteEndpoint: (endpointId, until) =>
      call(
        'DeleteVpcEndpoints',
        `delete VPC endpoint ${endpointId}`,
        async () => {
          // EC2 answers 200 even where it did not delete; the truth stands in Unsuccessful.
          const answer = await client().send(new DeleteVpcEndpointsCommand({ VpcEndpointIds: [endpointId] }), send);
          const refused = (answer.Unsuccessful ?? []).find((item) => !isEndpointGone(item.Error?.Code ?? ''));
          if (refused !== undefined) {
            throw new ActionError('aws-refused', {
              cause: `AWS refused to delete VPC endpoint ${endpointId}: ${refused.Error?.Message ?? 'no reason given'} (${refused.Error?.Code ?? 'no code'})`,
              fix: 'Read its words above, mend what they name and run again.',
            });
          }
        },
        { until },
      ),

    deleteGroup: (groupId) =>
      call<{ kind: 'deleted' } | { kind: 'in-use'; message: string }>(
        'DeleteSecurityGroup',
        `delete the security group ${groupId}`,
        async () => {
          await client().send(new DeleteSecurityGroupCommand({ GroupId: groupId }), send);
          return { kind: 'deleted' };
        },
        {
          recover: (error) => {
            if (isGroupGone(error)) return { kind: 'deleted' };
            if (!hasAwsCode(error, 'DependencyViolation', 'InvalidGroup.InUse')) return undefined;
            return { kind: 'in-use', message: error instanceof Error ? error.message : '' };
          },
        },
      ),

    setTags: (resourceIds, tags) =>
      call<'done' | 'look-again'>(
        'CreateTags',
        `tag ${resourceIds.join(' and ')}`,
        async () => {
          await client().send(new CreateTagsCommand({ Resources: [...resourceIds], Tags: tagList(tags) }), send);
          return 'done';
        },
        { recover: (error) => (isGone(error) ? 'look-again' : undefined) },
      ),

    removeTags: (resourceIds, tags, until) =>
      call<'done' | 'look-again'>(
        'DeleteTags',
        `remove tags of ${resourceIds.join(' and ')}`,
        async () => {
          await client().send(new DeleteTagsCommand({ Resources: [...resourceIds], Tags: tagList(tags) }), send);
          return 'done';
        },
        {
          ...(until === undefined ? {} : { until }),
          recover: (error) => (isGone(error) ? 'look-again' : undefined),
        },
      ),

    close: () => made?.destroy(),
  };
}

/** True for a call that was throttled or never sent. */
function isNotExecuted(error: unknown): boolean {
  return ['throttled', 'not-sent'].includes(classifyAwsError(error).failure);
}

/** Describe and Modify say InvalidVpcEndpointId.NotFound, DeleteVpcEndpoints InvalidVpcEndpoint.NotFound. */
function isEndpointGone(code: string): boolean {
  return /^InvalidVpcEndpoint(Id)?\.NotFound$/i.test(code);
}

function isGroupGone(error: unknown): boolean {
  return hasAwsCode(error, 'InvalidGroup.NotFound', 'InvalidGroupId.NotFound', 'InvalidSecurityGroupID.NotFound');
}

function isGone(error: unknown): boolean {
  return isEndpointGone(awsCode(error)) || isGroupGone(error);
}

function creationRefusal(error: unknown): Creation | undefined {
  const message = error instanceof Error ? error.message : '';
  if (hasAwsCode(error, 'IdempotentParameterMismatch')) return { kind: 'token-taken' };
  if (hasAwsCode(error, 'InvalidServiceName')) return { kind: 'service-unknown', message };
  if (isGroupGone(error)) return { kind: 'group-unknown' };
  return zoneRefusal(error);
}

function zoneRefusal(error: unknown): ZoneRefusal | undefined {
  const message = error instanceof Error ? error.message : '';
  if (!/does not support the availability zone of the subnet/i.test(message)) return undefined;
  return { kind: 'zone-refused', subnetId: /subnet-[0-9a-f]+/.exec(message)?.[0], message };
}

function filter(Name: string, ...Values: string[]): Filter {
  return { Name, Values };
}

function scopeFilters({ vpcId, tagKey }: Scope): Filter[] {
  return [
    ...(vpcId === undefined ? [] : [filter('vpc-id', vpcId)]),
    ...(tagKey === undefined ? [] : [filter('tag-key', tagKey)]),
  ];
}

function some<K extends string>(key: K, values: readonly string[] | undefined): { [name in K]?: string[] } {
  return (values === undefined || values.length === 0 ? {} : { [key]: [...values] }) as { [name in K]?: string[] };
}

function tagList(tags: Readonly<Record<string, string>>): Tag[] {
  return Object.entries(tags).map(([Key, Value]) => ({ Key, Value }));
}

function tagged(
  ResourceType: 'security-group' | 'vpc-endpoint',
  tags: Readonly<Record<string, string>>,
): TagSpecification[] {
  return [{ ResourceType, Tags: tagList(tags) }];
}

function permissionFor(
  rule: { protocol: string; fromPort: number; toPort: number },
  sources: readonly Source[],
  Description?: string,
): IpPermission {
  const described = Description === undefined ? {} : { Description };
  const cidrs = sources.flatMap((source) => ('cidr' in source ? [{ CidrIp: source.cidr, ...described }] : []));
  const groups = sources.flatMap((source) => ('groupId' in source ? [{ GroupId: source.groupId, ...described }] : []));
  return {
    IpProtocol: rule.protocol,
    FromPort: rule.fromPort,
    ToPort: rule.toPort,
    ...(cidrs.length > 0 ? { IpRanges: cidrs } : {}),
    ...(groups.length > 0 ? { UserIdGroupPairs: groups } : {}),
  };
}
