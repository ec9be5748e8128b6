import {
  DescribeNetworkInterfacesCommand,
  DescribeSecurityGroupsCommand,
  DescribeSubnetsCommand,
  DescribeVpcAttributeCommand,
  DescribeVpcEndpointsCommand,
  DescribeVpcsCommand,
  type Filter,
} from '@aws-sdk/client-ec2';
import { hasAwsCode } from '../errors.ts';
import { addressesOf, parseEndpoint, parseGroup, parseSubnet, parseVpc } from '../parse.ts';
import type { Endpoint, Group, Subnet, Vpc, VpcDns } from '../types.ts';
import { type Caller, pages } from './call.ts';

/** All of a VPC, or those of the VPC or the region that carry a tag of some key. */
type Scope =
  | { readonly vpcId: string; readonly tagKey?: string }
  | { readonly vpcId?: string; readonly tagKey: string };
/** Endpoints of a scope, or by ID wherever they are in the region. */
export type EndpointQuery = Scope | { readonly endpointIds: readonly string[] };
/** Groups of a scope, or by ID wherever they are. */
export type GroupQuery = Scope | { readonly ids: readonly string[] };

export interface Reads {
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
}

/** What is read of EC2. */
export function reads(caller: Caller): Reads {
  const { client, sending, call } = caller;
  const endpoints = (Filters: Filter[], isWanted: (one: Endpoint) => boolean) =>
    call({ action: 'DescribeVpcEndpoints', doing: 'list the VPC endpoints' }, () =>
      pages(async (NextToken) => {
        const answer = await client().send(new DescribeVpcEndpointsCommand({ Filters, NextToken }), sending);
        return { items: (answer.VpcEndpoints ?? []).map(parseEndpoint).filter(isWanted), next: answer.NextToken };
      }),
    );
  const groups = (Filters: Filter[]) =>
    call({ action: 'DescribeSecurityGroups', doing: 'list the security groups' }, () =>
      pages(async (NextToken) => {
        const answer = await client().send(new DescribeSecurityGroupsCommand({ Filters, NextToken }), sending);
        return { items: (answer.SecurityGroups ?? []).map(parseGroup), next: answer.NextToken };
      }),
    );
  const interfaces = (Filters: Filter[]) =>
    call({ action: 'DescribeNetworkInterfaces', doing: 'read the network interfaces of the VPC endpoints' }, () =>
      pages(async (NextToken) => {
        const answer = await client().send(new DescribeNetworkInterfacesCommand({ Filters, NextToken }), sending);
        return { items: answer.NetworkInterfaces ?? [], next: answer.NextToken };
      }),
    );
  return {
    vpc: (vpcId) =>
      call({ action: 'DescribeVpcs', doing: `read VPC ${vpcId}` }, async () => {
        const answer = await client().send(new DescribeVpcsCommand({ Filters: [filter('vpc-id', vpcId)] }), sending);
        const vpc = (answer.Vpcs ?? []).find((one) => one.VpcId === vpcId);
        return vpc === undefined ? undefined : parseVpc(vpc);
      }),

    vpcDns: (vpcId) =>
      Promise.all([
        vpcAttribute(caller, vpcId, 'enableDnsSupport'),
        vpcAttribute(caller, vpcId, 'enableDnsHostnames'),
      ]).then(([support, hostnames]) =>
        support === 'vpc-gone' || hostnames === 'vpc-gone' ? undefined : { support, hostnames },
      ),

    subnets: (vpcId) =>
      call({ action: 'DescribeSubnets', doing: `list the subnets of VPC ${vpcId}` }, () =>
        pages(async (NextToken) => {
          const answer = await client().send(
            new DescribeSubnetsCommand({ Filters: [filter('vpc-id', vpcId)], NextToken }),
            sending,
          );
          return { items: (answer.Subnets ?? []).map(parseSubnet), next: answer.NextToken };
        }),
      ),

    endpoints: (of) =>
      'endpointIds' in of
        ? inParts(of.endpointIds, (ids) =>
            endpoints([filter('vpc-endpoint-id', ...ids)], (one) => ids.includes(one.id)),
          )
        : endpoints(scopeFilters(of), (one) => one.interface),

    groups: (of) =>
      'ids' in of ? inParts(of.ids, (ids) => groups([filter('group-id', ...ids)])) : groups(scopeFilters(of)),

    async interfaceAddresses(ids) {
      const rows = await inParts(ids, (some) => interfaces([filter('network-interface-id', ...some)]));
      return new Map(rows.map((row) => [row.NetworkInterfaceId ?? '', addressesOf(row)]));
    },
  };
}

function vpcAttribute(
  { client, sending, call }: Caller,
  vpcId: string,
  name: 'enableDnsSupport' | 'enableDnsHostnames',
): Promise<boolean | 'vpc-gone'> {
  return call<boolean | 'vpc-gone'>(
    {
      action: 'DescribeVpcAttribute',
      doing: `read ${name} of VPC ${vpcId}`,
      recover: (error) => (hasAwsCode(error, 'InvalidVpcID.NotFound') ? 'vpc-gone' : undefined),
    },
    async () => {
      const answer = await client().send(new DescribeVpcAttributeCommand({ VpcId: vpcId, Attribute: name }), sending);
      return (name === 'enableDnsSupport' ? answer.EnableDnsSupport : answer.EnableDnsHostnames)?.Value === true;
    },
  );
}

/** What EC2 takes as values of one filter. */
const MOST_VALUES = 200;

/** Rows that are asked for by ID, however many these are. */
async function inParts<T>(
  ids: readonly string[],
  read: (some: readonly string[]) => Promise<readonly T[]>,
): Promise<T[]> {
  const parts = Array.from({ length: Math.ceil(ids.length / MOST_VALUES) }, (_, index) =>
    ids.slice(index * MOST_VALUES, (index + 1) * MOST_VALUES),
  );
  return (await Promise.all(parts.map(read))).flat();
}

function scopeFilters({ vpcId, tagKey }: Scope): Filter[] {
  return [
    ...(vpcId === undefined ? [] : [filter('vpc-id', vpcId)]),
    ...(tagKey === undefined ? [] : [filter('tag-key', tagKey)]),
  ];
}

function filter(Name: string, ...Values: string[]): Filter {
  return { Name, Values };
}
