import type { IngressRule } from '../../aws/types.ts';

/**
 * Protocols that have ports, or a type and a code in their place: number to name. EC2 shows every other one by its
 * number.
 */
const PORTED: Readonly<Record<string, string>> = { '1': 'icmp', '6': 'tcp', '17': 'udp', '58': 'icmpv6' };

/** A rule in words: `26257/tcp from 10.0.0.0/16`. */
export function ruleText(rule: IngressRule): string {
  const account = rule.sourceAccount === undefined ? '' : ` of account ${rule.sourceAccount}`;
  return `${trafficText(rule)} from ${rule.from}${account}`;
}

function trafficText(rule: IngressRule): string {
  const { fromPort, toPort } = rule;
  const name = protocolName(rule);
  if (name === '-1') return 'all traffic';
  if (!isPorted(name)) return `protocol ${name}`;
  if (fromPort < 0) return `all ${name}`;
  if (name.startsWith('icmp')) return `${name} type ${fromPort}`;
  return `${fromPort === toPort ? fromPort : `${fromPort}-${toPort}`}/${name}`;
}

function protocolName({ protocol }: IngressRule): string {
  return PORTED[protocol] ?? protocol;
}

function isPorted(name: string): boolean {
  return Object.values(PORTED).includes(name);
}

/**
 * The command that removes a rule, to be pasted as it stands; undefined where the source is of a kind that isn't known.
 * Rules have IDs, but DescribeSecurityGroups doesn't show them, so the rule is named by what it lets in.
 */
export function revokeCommand(region: string, groupId: string, rule: IngressRule): string | undefined {
  const source = sourceShorthand(rule);
  if (source === undefined) return undefined;
  const ports = isPorted(protocolName(rule)) ? `FromPort=${rule.fromPort},ToPort=${rule.toPort},` : '';
  const permission = `IpProtocol=${rule.protocol},${ports}${source}`;
  return `aws ec2 revoke-security-group-ingress --region ${region} --group-id ${groupId} --ip-permissions '${permission}'`;
}

/** The source as the AWS CLI takes it. */
function sourceShorthand({ source, from, sourceAccount }: IngressRule): string | undefined {
  if (source !== undefined && 'groupId' in source) {
    const account = sourceAccount === undefined ? '' : `,UserId=${sourceAccount}`;
    return `UserIdGroupPairs=[{GroupId=${source.groupId}${account}}]`;
  }
  if (source !== undefined) return `IpRanges=[{CidrIp=${source.cidr}}]`;
  if (isPrefixList(from)) return `PrefixListIds=[{PrefixListId=${from}}]`;
  if (/^[0-9a-f:.]+\/\d+$/i.test(from)) return `Ipv6Ranges=[{CidrIpv6=${from}}]`;
  return undefined;
}

/** True for the ID of a prefix list. */
export function isPrefixList(from: string): boolean {
  return /^pl-\w+$/.test(from);
}
