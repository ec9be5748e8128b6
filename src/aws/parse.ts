import type {
  IpPermission,
  NetworkInterface,
  SecurityGroup as SdkGroup,
  Subnet as SdkSubnet,
  Vpc as SdkVpc,
  Tag,
  VpcEndpoint,
} from '@aws-sdk/client-ec2';
import { canonicalCidr } from '../support/cidr.ts';
import {
  type Endpoint,
  endpointState,
  type Group,
  type IngressRule,
  type Source,
  type Subnet,
  type Vpc,
} from './types.ts';

const same = (one: string | undefined, other: string) => (one ?? '').toLowerCase() === other;

/** `Vpc.CidrBlock` is only the primary block; all associated ones stand in `CidrBlockAssociationSet`. */
export function parseVpc(vpc: SdkVpc): Vpc {
  const associated = (vpc.CidrBlockAssociationSet ?? [])
    .filter((entry) => same(entry.CidrBlockState?.State, 'associated'))
    .map((entry) => entry.CidrBlock);
  const blocks = associated.length > 0 ? associated : [vpc.CidrBlock];
  const cidrs = blocks.map((block) => canonicalCidr(block ?? '')).filter((block) => block !== undefined);
  return { id: vpc.VpcId ?? '', ownerId: vpc.OwnerId ?? '', cidrs: [...new Set(cidrs)] };
}

/** One that cannot take an endpoint (IPv6-only, or on an Outpost) is marked as unfit. */
export function parseSubnet(subnet: SdkSubnet): Subnet {
  return {
    id: subnet.SubnetId ?? '',
    vpcId: subnet.VpcId ?? '',
    zoneId: subnet.AvailabilityZoneId ?? '',
    zoneName: subnet.AvailabilityZone ?? '',
    freeAddresses: subnet.AvailableIpAddressCount ?? 0,
    unfit: subnet.Ipv6Native === true ? 'is IPv6-only' : (subnet.OutpostArn ?? '') === '' ? '' : 'is on an Outpost',
  };
}

/** The state is compared in small letters; the words of EC2 are kept beside it. */
export function parseEndpoint(endpoint: VpcEndpoint): Endpoint {
  const rawState = String(endpoint.State ?? '');
  return {
    id: endpoint.VpcEndpointId ?? '',
    vpcId: endpoint.VpcId ?? '',
    ownerId: endpoint.OwnerId ?? '',
    serviceName: endpoint.ServiceName ?? '',
    state: endpointState(rawState),
    rawState,
    interface: same(endpoint.VpcEndpointType, 'interface'),
    subnetIds: endpoint.SubnetIds ?? [],
    groupIds: (endpoint.Groups ?? []).map((group) => group.GroupId ?? '').filter((id) => id !== ''),
    networkInterfaceIds: endpoint.NetworkInterfaceIds ?? [],
    privateDns: endpoint.PrivateDnsEnabled === true,
    createdAt: endpoint.CreationTimestamp?.getTime() ?? 0,
    tags: parseTags(endpoint.Tags),
    requesterManaged: endpoint.RequesterManaged === true,
    failure: [endpoint.LastError?.Message ?? endpoint.LastError?.Code, endpoint.FailureReason]
      .filter((part) => part !== undefined && part !== '')
      .join('; '),
  };
}

/** Each source of a rule becomes a rule of its own, as EC2 itself counts them. */
export function parseGroup(group: SdkGroup): Group {
  return {
    id: group.GroupId ?? '',
    name: group.GroupName ?? '',
    vpcId: group.VpcId ?? '',
    ownerId: group.OwnerId ?? '',
    tags: parseTags(group.Tags),
    ingress: (group.IpPermissions ?? []).flatMap((permission) => parsePermission(permission, group.OwnerId)),
  };
}

/** EC2 merges all sources of one protocol and port range into one permission; this takes them apart again. */
function parsePermission(permission: IpPermission, ownerId: string | undefined): IngressRule[] {
  const rule = (
    source: Source | undefined,
    from: string | undefined,
    description: string | undefined,
  ): IngressRule => ({
    protocol: String(permission.IpProtocol ?? ''),
    fromPort: permission.FromPort ?? -1,
    toPort: permission.ToPort ?? -1,
    source,
    from: from ?? '',
    description: description ?? '',
  });
  return [
    ...(permission.IpRanges ?? []).map((range) => {
      const cidr = canonicalCidr(range.CidrIp ?? '');
      return rule(cidr === undefined ? undefined : { cidr }, cidr ?? range.CidrIp, range.Description);
    }),
    ...(permission.UserIdGroupPairs ?? []).map((pair) => ({
      ...rule(pair.GroupId === undefined ? undefined : { groupId: pair.GroupId }, pair.GroupId, pair.Description),
      ...(pair.UserId === undefined || pair.UserId === ownerId ? {} : { sourceAccount: pair.UserId }),
    })),
    ...(permission.Ipv6Ranges ?? []).map((range) => rule(undefined, range.CidrIpv6, range.Description)),
    ...(permission.PrefixListIds ?? []).map((list) => rule(undefined, list.PrefixListId, list.Description)),
  ];
}

/** Tags as a record; without those that have no key. */
export function parseTags(tags: readonly Tag[] | undefined): Record<string, string> {
  return Object.fromEntries((tags ?? []).map((tag) => [tag.Key ?? '', tag.Value ?? '']).filter(([key]) => key !== ''));
}

/** Every private address of a network interface. */
export function addressesOf(row: NetworkInterface): string[] {
  const all = [
    row.PrivateIpAddress,
    ...(row.PrivateIpAddresses ?? []).map((one) => one.PrivateIpAddress),
    ...(row.Ipv6Addresses ?? []).map((one) => one.Ipv6Address),
  ];
  return [...new Set(all.filter((address) => address !== undefined && address !== ''))] as string[];
}
