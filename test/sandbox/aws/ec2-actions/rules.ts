import { addRule } from '../../populate.ts';
import type { Group, Rule } from '../../types.ts';
import { canonicalIpv4, canonicalIpv6 } from '../cidr.ts';
import { type Ec2Action, type Ec2Context, requestTagKeys } from '../ec2-context.ts';
import { AwsError, type QueryParams } from '../query-protocol.ts';
import { readTagSpecification } from '../tag-rules.ts';
import { groupResource } from './endpoint-parts.ts';
import { checkText, ownGroup } from './groups.ts';
import { permissionsView, ruleView } from './views.ts';

type Wanted = Pick<
  Rule,
  'protocol' | 'fromPort' | 'toPort' | 'cidr' | 'cidr6' | 'sourceGroupId' | 'prefixListId' | 'description'
>;

/** One entry for each source among `IpPermissions.N`. */
function readPermissions({ world, action }: Ec2Context, params: QueryParams): Wanted[] {
  return params.structures('IpPermissions').flatMap((permission) => {
    const protocol = protocolName(permission.get('IpProtocol') ?? '');
    const base = { protocol, ...readPorts(protocol, permission) };
    const none = { cidr: null, cidr6: null, sourceGroupId: null, prefixListId: null };
    const text = (source: QueryParams) => {
      const description = source.get('Description') ?? null;
      if (description !== null) checkText(description, 'rule description');
      return description;
    };
    const wanted: Wanted[] = [];
    for (const range of permission.structures('IpRanges')) {
      const given = range.get('CidrIp') ?? '';
      const cidr = canonicalIpv4(given);
      if (!cidr) throw new AwsError('InvalidParameterValue', `CIDR block ${given} is malformed`);
      wanted.push({ ...base, ...none, cidr, description: text(range) });
    }
    for (const range of permission.structures('Ipv6Ranges')) {
      const given = range.get('CidrIpv6') ?? '';
      const cidr6 = canonicalIpv6(given);
      if (!cidr6) throw new AwsError('InvalidParameterValue', `CIDR block ${given} is malformed`);
      wanted.push({ ...base, ...none, cidr6, description: text(range) });
    }
    for (const pair of permission.structures('Groups')) {
      const id = pair.get('GroupId') ?? '';
      const source = world.tables.group.get(id);
      // A rule whose group was deleted can still be revoked. Source: VPC peering guide, stale security group rules.
      const known = source === undefined ? action === 'RevokeSecurityGroupIngress' : isOf(source, pair.get('UserId'));
      if (!known) {
        throw new AwsError('InvalidGroup.NotFound', `The security group '${id}' does not exist`);
      }
      wanted.push({ ...base, ...none, sourceGroupId: id, description: text(pair) });
    }
    for (const list of permission.structures('PrefixListIds')) {
      wanted.push({ ...base, ...none, prefixListId: list.get('PrefixListId') ?? '', description: text(list) });
    }
    if (wanted.length === 0) {
      throw new AwsError('InvalidParameterValue', 'The permission names no source');
    }
    return wanted;
  });
}

const isOf = (group: Group, account: string | undefined) => account === undefined || account === group.accountId;

const protocolName = (given: string) =>
  ({ '6': 'tcp', '17': 'udp', '1': 'icmp', '58': 'icmpv6' })[given] ?? given.toLowerCase();

/** Ports of TCP and UDP, type and code of ICMP; every other protocol has none, whatever is given. Source: EC2 API reference, IpPermission. */
function readPorts(protocol: string, permission: QueryParams): { fromPort: number; toPort: number } {
  const range = { fromPort: Number(permission.get('FromPort')), toPort: Number(permission.get('ToPort')) };
  const { fromPort, toPort } = range;
  if (protocol === 'icmp' || protocol === 'icmpv6') {
    if (!(fromPort >= -1 && fromPort <= 255 && toPort >= -1 && toPort <= 255)) {
      throw new AwsError('InvalidParameterValue', `Invalid type and code: ${fromPort}, ${toPort}`);
    }
    return range;
  }
  if (protocol !== 'tcp' && protocol !== 'udp') return { fromPort: -1, toPort: -1 };
  if (!(fromPort >= 0 && fromPort <= toPort && toPort <= 65535)) {
    throw new AwsError('InvalidParameterValue', `Invalid port range: ${fromPort}-${toPort}`);
  }
  return range;
}

const same = (a: Wanted, b: Wanted) =>
  a.protocol === b.protocol &&
  a.fromPort === b.fromPort &&
  a.toPort === b.toPort &&
  a.cidr === b.cidr &&
  a.cidr6 === b.cidr6 &&
  a.sourceGroupId === b.sourceGroupId &&
  a.prefixListId === b.prefixListId;

const ingressOf = ({ world }: Ec2Context, group: Group) =>
  [...world.tables.rule.values()].filter((rule) => rule.groupId === group.id && !rule.egress);

const describe = (rule: Wanted) => {
  const peer = rule.cidr ?? rule.cidr6 ?? rule.sourceGroupId ?? rule.prefixListId;
  return `peer: ${peer}, ${rule.protocol.toUpperCase()}, from port: ${rule.fromPort}, to port: ${rule.toPort}, ALLOW`;
};

const AuthorizeSecurityGroupIngress: Ec2Action = (context) => {
  const { world, params } = context;
  const group = ownGroup(context, params.get('GroupId') ?? '');
  const tags = readTagSpecification(context, 'security-group-rule');
  const tagged = Object.keys(tags).length > 0;
  const keys = requestTagKeys(tags);
  const rule = { path: 'security-group-rule/*', keys };
  const created = { ...rule, keys: { ...keys, 'ec2:CreateAction': 'AuthorizeSecurityGroupIngress' } };
  context.authorize(
    [groupResource(world, group.id), ...(tagged ? [rule] : [])],
    tagged ? { action: 'CreateTags', resources: [created] } : undefined,
  );
  const wanted = readPermissions(context, params);
  if (wanted.length === 0) throw new AwsError('MissingParameter', 'The request must contain IpPermissions');
  const present = ingressOf(context, group);
  for (const [index, one] of wanted.entries()) {
    if (present.some((rule) => same(rule, one))) {
      throw new AwsError('InvalidPermission.Duplicate', `the specified rule "${describe(one)}" already exists`);
    }
    if (wanted.slice(0, index).some((earlier) => same(earlier, one))) {
      throw new AwsError('InvalidParameterValue', 'The same permission must not appear multiple times');
    }
  }
  const most = world.settings.ec2.quotas.rulesPerGroup;
  const all: Wanted[] = [...present, ...wanted];
  // IPv4 and IPv6 count apart; a group or prefix list counts in both.
  const shared = all.filter((one) => one.sourceGroupId ?? one.prefixListId).length;
  const worst = Math.max(all.filter((one) => one.cidr).length, all.filter((one) => one.cidr6).length) + shared;
  if (worst > most) {
    throw new AwsError(
      'RulesPerSecurityGroupLimitExceeded',
      'The maximum number of rules per security group has been reached.',
    );
  }
  const rules = wanted.map((one) => addRule(world, { groupId: group.id, ...one, tags: { ...tags } }));
  return { return: true, securityGroupRuleSet: rules.map((one) => ruleView(world, one)) };
};

const RevokeSecurityGroupIngress: Ec2Action = (context) => {
  const { world, params } = context;
  const group = ownGroup(context, params.get('GroupId') ?? '');
  context.authorize([groupResource(world, group.id)]);
  const present = ingressOf(context, group);
  const ids = params.list('SecurityGroupRuleId');
  const values = readPermissions(context, params);
  if (ids.length && values.length) {
    throw new AwsError('InvalidParameterCombination', 'Rule IDs and permissions cannot be given together');
  }
  if (!ids.length && !values.length) throw new AwsError('MissingParameter', 'The request names no rule');
  const unknown: Wanted[] = [];
  const doomed: Rule[] = [];
  for (const id of ids) {
    const rule = present.find((one) => one.id === id);
    if (!rule) {
      throw new AwsError('InvalidSecurityGroupRuleId.NotFound', `The security group rule ID '${id}' does not exist`);
    }
    doomed.push(rule);
  }
  for (const value of values) {
    const rule = present.find((one) => same(one, value));
    if (rule) doomed.push(rule);
    else if (world.tables.vpc.get(group.vpcId)?.isDefault) unknown.push(value);
    else {
      const text = 'The specified rule does not exist in this security group.';
      throw new AwsError('InvalidPermission.NotFound', text);
    }
  }
  for (const rule of doomed) world.tables.rule.delete(rule.id);
  return {
    return: true,
    unknownIpPermissionSet: unknown.length
      ? permissionsView(
          world,
          unknown.map((one) => ({ ...one, id: '', groupId: '', accountId: '', region: '', egress: false, tags: {} })),
        )
      : undefined,
    revokedSecurityGroupRuleSet: doomed.map((rule) => ({
      securityGroupRuleId: rule.id,
      groupId: rule.groupId,
      isEgress: false,
      ipProtocol: rule.protocol,
      fromPort: rule.fromPort,
      toPort: rule.toPort,
      cidrIpv4: rule.cidr,
      cidrIpv6: rule.cidr6,
      referencedGroupId: rule.sourceGroupId,
      description: rule.description,
    })),
  };
};

export const ruleActions = { AuthorizeSecurityGroupIngress, RevokeSecurityGroupIngress };
