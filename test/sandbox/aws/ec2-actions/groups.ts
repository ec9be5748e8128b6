import type { Group } from '../../types.ts';
import { type Ec2Action, type Ec2Context, requestTagKeys } from '../ec2-context.ts';
import { applyFilters, byIds, paginate, tagSet } from '../listing.ts';
import { AwsError } from '../query-protocol.ts';
import { readTagSpecification } from '../tag-rules.ts';
import { groupResource } from './endpoint-parts.ts';
import { groupView, ruleView } from './views.ts';

// Source: EC2 API reference, CreateSecurityGroup.
const NAME_CHARACTERS = /^[a-zA-Z0-9 ._\-:/()#,@[\]+=&;{}!$*]*$/;
const GROUP_ID = {
  prefix: 'sg',
  notFound: 'InvalidGroup.NotFound',
  malformed: 'InvalidGroupId.Malformed',
  label: 'security group',
};
const RULE_ID = {
  prefix: 'sgr',
  notFound: 'InvalidSecurityGroupRuleId.NotFound',
  malformed: 'InvalidSecurityGroupRuleId.Malformed',
  label: 'security group rule ID',
};

/** Refuses a group name, or a description of group or rule, that EC2 would not take. */
export function checkText(text: string, field: string): void {
  if (text.length > 255 || !NAME_CHARACTERS.test(text)) {
    const allowed = 'a-z, A-Z, 0-9, spaces, and ._-:/()#,@[]+=&;{}!$*';
    throw new AwsError('InvalidParameterValue', `Invalid ${field}. Up to 255 of ${allowed} are allowed: ${text}`);
  }
}

/** The caller's group, for a write; unknown while its creation still spreads. */
export function ownGroup({ world, caller }: Ec2Context, id: string): Group {
  const own = [...world.tables.group.values()].filter((group) => {
    const young = world.now() - group.createdAt < world.settings.propagation.group * 1000;
    return group.accountId === caller.accountId && group.region === caller.region && !young;
  });
  const [group] = byIds(own, [id], GROUP_ID);
  if (!group) throw new AwsError('InvalidGroup.NotFound', `The security group '${id}' does not exist`);
  return group;
}

const DescribeSecurityGroups: Ec2Action = (context) => {
  context.authorize([{ path: '*' }]);
  const { world, caller, params } = context;
  const rules = world.read('rule');
  const own = world
    .read('group')
    .filter((group) => group.region === caller.region && group.accountId === caller.accountId);
  const found = byIds(own, params.list('GroupId'), GROUP_ID);
  const names = params.list('GroupName');
  const named = names.length ? found.filter((group) => names.includes(group.name)) : found;
  const ingress = (group: Group) => rules.filter((rule) => rule.groupId === group.id && !rule.egress);
  const rows = applyFilters(context, named, {
    'vpc-id': (group) => [group.vpcId],
    'group-id': (group) => [group.id],
    'group-name': (group) => [group.name],
    'owner-id': (group) => [group.accountId],
    description: (group) => [group.description],
    'ip-permission.cidr': (group) => ingress(group).map((rule) => rule.cidr),
    'ip-permission.group-id': (group) => ingress(group).map((rule) => rule.sourceGroupId),
    'ip-permission.from-port': (group) => ingress(group).map((rule) => String(rule.fromPort)),
    'ip-permission.to-port': (group) => ingress(group).map((rule) => String(rule.toPort)),
    'ip-permission.protocol': (group) => ingress(group).map((rule) => rule.protocol),
  });
  const { page, nextToken } = paginate(context, rows);
  return { securityGroupInfo: page.map((group) => groupView(world, group, rules)), nextToken };
};

const DescribeSecurityGroupRules: Ec2Action = (context) => {
  context.authorize([{ path: '*' }]);
  const { world, caller, params } = context;
  const own = world.read('rule').filter((rule) => rule.region === caller.region && rule.accountId === caller.accountId);
  const found = byIds(own, params.list('SecurityGroupRuleId'), RULE_ID);
  const rows = applyFilters(context, found, {
    'group-id': (rule) => [rule.groupId],
    'security-group-rule-id': (rule) => [rule.id],
  });
  const { page, nextToken } = paginate(context, rows);
  return { securityGroupRuleSet: page.map((rule) => ruleView(world, rule)), nextToken };
};

const CreateSecurityGroup: Ec2Action = (context) => {
  const { world, caller, params } = context;
  const name = params.get('GroupName') ?? '';
  const description = params.get('GroupDescription') ?? '';
  const vpcId = params.get('VpcId') ?? '';
  const tags = readTagSpecification(context, 'security-group');
  const vpc = world.tables.vpc.get(vpcId);
  const keys = requestTagKeys(tags);
  const created = { path: 'security-group/*', keys: { ...keys, 'ec2:CreateAction': 'CreateSecurityGroup' } };
  context.authorize(
    [
      { path: 'security-group/*', keys },
      { path: `vpc/${vpcId}`, tags: vpc?.tags ?? {}, keys: { 'ec2:VpcID': vpcId } },
    ],
    Object.keys(tags).length ? { action: 'CreateTags', resources: [created] } : undefined,
  );
  if (!name || !description) {
    const missing = name ? 'GroupDescription' : 'GroupName';
    throw new AwsError('MissingParameter', `The request must contain the parameter ${missing}`);
  }
  checkText(name, 'security group name');
  checkText(description, 'security group description');
  if (name.toLowerCase().startsWith('sg-')) {
    throw new AwsError('InvalidParameterValue', `Group names may not be in the format sg-*: ${name}`);
  }
  const visible = vpc && (vpc.accountId === caller.accountId || vpc.sharedWith.includes(caller.accountId));
  if (!visible || vpc.region !== caller.region) {
    throw new AwsError('InvalidVpcID.NotFound', `The vpc ID '${vpcId}' does not exist`);
  }
  if (name.toLowerCase() === 'default') {
    throw new AwsError('InvalidGroup.Reserved', `The security group name '${name}' is reserved`);
  }
  const groups = [...world.tables.group.values()];
  if (groups.some((other) => other.vpcId === vpcId && other.name.toLowerCase() === name.toLowerCase())) {
    throw new AwsError('InvalidGroup.Duplicate', `The security group '${name}' already exists for VPC '${vpcId}'`);
  }
  const mine = groups.filter((other) => other.accountId === caller.accountId && other.region === caller.region);
  if (mine.length >= world.settings.ec2.quotas.groupsPerRegion) {
    throw new AwsError('SecurityGroupLimitExceeded', 'The maximum number of security groups has been reached.');
  }
  const id = world.id('sg');
  const home = { accountId: caller.accountId, region: caller.region, vpcId };
  world.tables.group.set(id, { id, ...home, name, description, createdAt: world.now(), tags });
  const egressId = world.id('sgr');
  world.tables.rule.set(egressId, {
    id: egressId,
    groupId: id,
    accountId: caller.accountId,
    region: caller.region,
    egress: true,
    protocol: '-1',
    fromPort: -1,
    toPort: -1,
    cidr: '0.0.0.0/0',
    cidr6: null,
    sourceGroupId: null,
    prefixListId: null,
    description: null,
    tags: {},
  });
  const securityGroupArn = `arn:${caller.partition}:ec2:${caller.region}:${caller.accountId}:security-group/${id}`;
  return { return: true, groupId: id, tagSet: tagSet(tags), securityGroupArn };
};

const DeleteSecurityGroup: Ec2Action = (context) => {
  const { world, params } = context;
  const id = params.get('GroupId') ?? '';
  const group = ownGroup(context, id);
  context.authorize([groupResource(world, id)]);
  if (group.name === 'default') {
    throw new AwsError('CannotDelete', `the specified group: "${id}" name: "default" cannot be deleted by a user`);
  }
  const attached = [...world.tables.eni.values()].some((eni) => eni.groupIds.includes(id));
  const rules = [...world.tables.rule.values()];
  const referenced = rules.some((rule) => rule.sourceGroupId === id && rule.groupId !== id);
  if (attached || referenced) {
    throw new AwsError(world.settings.ec2.groupInUse, `resource ${id} has a dependent object`);
  }
  world.tables.group.delete(id);
  for (const rule of rules) if (rule.groupId === id) world.tables.rule.delete(rule.id);
  return { return: true, groupId: id };
};

export const groupActions = {
  DescribeSecurityGroups,
  DescribeSecurityGroupRules,
  CreateSecurityGroup,
  DeleteSecurityGroup,
};
