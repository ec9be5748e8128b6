// How objects of the world look on the wire.
import type { Endpoint, Group, Rule, Service } from '../../types.ts';
import type { WorldState } from '../../world.ts';
import { tagSet } from '../listing.ts';
import type { Xml } from '../query-protocol.ts';
import { zoneName } from '../zones.ts';

export const FULL_ACCESS =
  '{\n  "Statement": [\n    {\n      "Action": "*", \n      "Effect": "Allow", \n      "Principal": "*", \n      "Resource": "*"\n    }\n  ]\n}';

/** Group IDs with names. */
export function groupRefs(world: WorldState, ids: string[]): { groupId: string; groupName: string }[] {
  return ids.map((groupId) => ({ groupId, groupName: world.tables.group.get(groupId)?.name ?? '' }));
}

/** One endpoint as DescribeVpcEndpoints and CreateVpcEndpoint show it. */
export function endpointView(world: WorldState, endpoint: Endpoint): { [name: string]: Xml } {
  const service = findService(world, endpoint.serviceName);
  const { ec2 } = world.settings;
  const gone = endpoint.state === 'deleted';
  const state = ec2.pascalStates ? endpoint.state.charAt(0).toUpperCase() + endpoint.state.slice(1) : endpoint.state;
  const enis = [...world.tables.eni.values()].filter((eni) => eni.endpointId === endpoint.id && !eni.detaching);
  return {
    vpcEndpointId: endpoint.id,
    vpcEndpointType: endpoint.type,
    vpcId: endpoint.vpcId,
    serviceName: endpoint.serviceName,
    serviceRegion: endpoint.region,
    state,
    policyDocument: FULL_ACCESS,
    routeTableIdSet: [],
    subnetIdSet: gone ? [] : endpoint.subnetIds,
    groupSet: gone ? [] : groupRefs(world, endpoint.groupIds),
    ipAddressType: endpoint.ipAddressType,
    dnsOptions: { dnsRecordIpType: endpoint.ipAddressType },
    privateDnsEnabled: endpoint.privateDnsEnabled,
    requesterManaged: endpoint.requesterManaged,
    networkInterfaceIdSet: enis.map(({ id }) => id),
    dnsEntrySet: service && !gone ? dnsEntries(world, endpoint, service) : [],
    creationTimestamp: new Date(endpoint.createdAt).toISOString(),
    ownerId: endpoint.accountId,
    tagSet: tagSet(endpoint.tags),
    lastError: endpoint.lastError,
    failureReason: endpoint.lastError?.message,
  };
}

function dnsEntries(world: WorldState, endpoint: Endpoint, service: Service): Xml[] {
  if (!endpoint.accepted && !world.settings.ec2.dnsEntriesBeforeAcceptance) return [];
  const random = endpoint.id.slice(-8);
  const { accountId, region } = endpoint;
  const host = `${service.id}.${region}.vpce.amazonaws.com`;
  const zones = endpoint.subnetIds.flatMap((id) => world.tables.subnet.get(id)?.azId ?? []);
  const zonal = zones.map((azId) => `${endpoint.id}-${random}-${zoneName(world, { accountId, region, azId })}.${host}`);
  const entries: Xml[] = [`${endpoint.id}-${random}.${host}`, ...zonal].map((dnsName) => ({
    dnsName,
    hostedZoneId: 'Z7HUB22UULQXV',
  }));
  if (endpoint.privateDnsEnabled && service.privateDnsName) {
    entries.push({ dnsName: service.privateDnsName, hostedZoneId: 'Z0123456789PRIVATE' });
  }
  return entries;
}

/** The endpoint service of this name. */
export function findService(world: WorldState, name: string): Service | undefined {
  return [...world.tables.service.values()].find((service) => service.name === name);
}

/** One rule as a row of its own. */
export function ruleView(world: WorldState, rule: Rule): { [name: string]: Xml } {
  const source = rule.sourceGroupId ? world.tables.group.get(rule.sourceGroupId) : undefined;
  return {
    securityGroupRuleId: rule.id,
    groupId: rule.groupId,
    groupOwnerId: rule.accountId,
    isEgress: rule.egress,
    ipProtocol: rule.protocol,
    fromPort: rule.fromPort,
    toPort: rule.toPort,
    cidrIpv4: rule.cidr,
    cidrIpv6: rule.cidr6,
    prefixListId: rule.prefixListId,
    referencedGroupInfo: rule.sourceGroupId
      ? { groupId: rule.sourceGroupId, userId: source?.accountId ?? rule.accountId, vpcId: source?.vpcId }
      : undefined,
    description: rule.description,
    tagSet: tagSet(rule.tags),
    securityGroupRuleArn: `arn:aws:ec2:${rule.region}:${rule.accountId}:security-group-rule/${rule.id}`,
  };
}

/**
 * A source group: with its account, and with its VPC where that is another one. A group that is gone has no account any more.
 * Source: EC2 API reference, UserIdGroupPair.
 */
function groupPair({ tables }: WorldState, { groupId, sourceGroupId, description }: Rule): Xml {
  const source = tables.group.get(sourceGroupId ?? '');
  const peered = source !== undefined && source.vpcId !== tables.group.get(groupId)?.vpcId;
  return {
    groupId: sourceGroupId,
    userId: source?.accountId,
    vpcId: peered ? source.vpcId : undefined,
    peeringStatus: peered ? 'active' : undefined,
    description,
  };
}

/** Protocols whose rules have ports, or a type and a code in their place. */
const WITH_PORTS = ['tcp', 'udp', 'icmp', 'icmpv6'];

/** Rules merged by protocol and ports, the way DescribeSecurityGroups lists them. */
export function permissionsView(world: WorldState, rules: Rule[]): Xml[] {
  const merged = new Map<string, Rule[]>();
  for (const rule of rules) {
    const key = `${rule.protocol}/${rule.fromPort}/${rule.toPort}`;
    merged.set(key, [...(merged.get(key) ?? []), rule]);
  }
  return [...merged.values()].map((same) => {
    const [first] = same as [Rule];
    const ported = WITH_PORTS.includes(first.protocol);
    return {
      ipProtocol: first.protocol,
      fromPort: ported ? first.fromPort : undefined,
      toPort: ported ? first.toPort : undefined,
      groups: same.filter((rule) => rule.sourceGroupId).map((rule) => groupPair(world, rule)),
      ipRanges: same.filter((rule) => rule.cidr).map((rule) => ({ cidrIp: rule.cidr, description: rule.description })),
      ipv6Ranges: same
        .filter((rule) => rule.cidr6)
        .map((rule) => ({ cidrIpv6: rule.cidr6, description: rule.description })),
      prefixListIds: same
        .filter((rule) => rule.prefixListId)
        .map((rule) => ({ prefixListId: rule.prefixListId, description: rule.description })),
    };
  });
}

/** One group with its merged rules. */
export function groupView(world: WorldState, group: Group, rules: Rule[]): { [name: string]: Xml } {
  const own = rules.filter((rule) => rule.groupId === group.id);
  return {
    groupId: group.id,
    groupName: group.name,
    groupDescription: group.description,
    securityGroupArn: `arn:aws:ec2:${group.region}:${group.accountId}:security-group/${group.id}`,
    ownerId: group.accountId,
    vpcId: group.vpcId,
    ipPermissions: permissionsView(
      world,
      own.filter((rule) => !rule.egress),
    ),
    ipPermissionsEgress: permissionsView(
      world,
      own.filter((rule) => rule.egress),
    ),
    tagSet: tagSet(group.tags),
  };
}
