import {
  type Endpoint,
  type Group,
  type IngressRule,
  type Source,
  SQL_PORT,
  type Subnet,
  sourceText,
} from '../aws/types.ts';
import { isOurs, WITHOUT_ZONES } from './claims.ts';
import { addStep, block, type Draft, note } from './drafting.ts';

/** Description of every rule that the action adds, and how it knows its own rules again. */
export const RULE_DESCRIPTION = 'cockroachdb-privatelink';

/** Checks that the account in use is one of those allowed. */
export function planAccount(draft: Draft): void {
  const { desired, observed } = draft;
  if (desired.allowedAccountIds.length > 0 && !desired.allowedAccountIds.includes(observed.account)) {
    block(draft, 'wrong-account', {
      cause: `The AWS credentials belong to account ${observed.account || '(unknown)'}, which is not among allowed-account-ids (${list(desired.allowedAccountIds)})`,
      fix: 'Assume a role of an allowed account, or add the account to allowed-account-ids.',
    });
  }
}

/** Checks the account and the VPC before anything is made there. False: nothing about the network can be planned. */
export function planVpc(draft: Draft): boolean {
  const { desired, observed } = draft;
  planAccount(draft);
  const { vpc } = observed;
  if (desired.vpcId === undefined) {
    planVpcDns(draft, observed.endpoints[0]?.vpcId ?? '');
    return true;
  }
  if (vpc === undefined) {
    block(draft, 'vpc-not-found', {
      cause: `There is no VPC ${desired.vpcId} in account ${observed.account || '(unknown)'}, region ${desired.region}`,
      fix: 'Check vpc-id, aws-region and the account of the credentials.',
    });
    return false;
  }
  if (vpc.ownerId !== '' && observed.account !== '' && vpc.ownerId !== observed.account) {
    block(draft, 'vpc-shared', {
      cause: `VPC ${vpc.id} belongs to account ${vpc.ownerId} and is shared with account ${observed.account}`,
      fix: `Run with a role of account ${vpc.ownerId}: only the owner of a VPC can make VPC endpoints in it.`,
    });
  }
  planVpcDns(draft, vpc.id);
  return true;
}

/** Private names resolve only where both DNS attributes of the VPC are on. */
function planVpcDns(draft: Draft, vpcId: string): void {
  const { desired, observed } = draft;
  const { vpcDns } = observed;
  if (!desired.privateDns || vpcDns === undefined || (vpcDns.support && vpcDns.hostnames)) return;
  const off = [vpcDns.support ? '' : 'enableDnsSupport', vpcDns.hostnames ? '' : 'enableDnsHostnames'].filter(
    (one) => one !== '',
  );
  const flags: Readonly<Record<string, string>> = {
    enableDnsSupport: 'enable-dns-support',
    enableDnsHostnames: 'enable-dns-hostnames',
  };
  block(draft, 'vpc-dns-off', {
    cause: `Private DNS needs ${off.join(' and ')}, which ${off.length > 1 ? 'are' : 'is'} off in VPC ${vpcId}`,
    fix: `${off.map((one) => `aws ec2 modify-vpc-attribute --vpc-id ${vpcId} --${flags[one]}`).join('; ')} (or set private-dns: false).`,
  });
}

/** The subnets for an endpoint, and the rule they were picked by; undefined where a blocker was raised instead. */
export interface SubnetChoice {
  readonly subnets: readonly Subnet[];
  readonly rule: string;
}

/**
 * Picks the subnets of an endpoint.
 * Explicit ones are checked and taken. Otherwise each zone that the service lists (by zone ID; an empty list means any zone)
 * gets one: the one the endpoint has there already, else of those with a free address the first by subnet ID.
 * Zones that EC2 refused for this service, in this run or (by a tag on the endpoint) an earlier one, are left out.
 * @param path.endpoint the endpoint as it is; its subnets are kept where they fit
 */
export function chooseSubnets(
  draft: Draft,
  path: { serviceName: string; zoneIds: readonly string[]; endpoint: Endpoint | undefined },
): SubnetChoice | undefined {
  const { zoneIds } = path;
  const refused = refusedZones(draft, path.serviceName, path.endpoint);
  const present = path.endpoint?.subnetIds ?? [];
  const usable = (zone: string) => (zoneIds.length === 0 || zoneIds.includes(zone)) && !refused.has(zone);
  return draft.desired.subnetIds.length > 0
    ? explicitSubnets(draft, usable, zoneIds)
    : onePerZone(draft, { usable, zoneIds, present });
}

/** Zones that EC2 does not offer the service in, whatever its list says. */
export function refusedZones(draft: Draft, serviceName: string, endpoint: Endpoint | undefined): Set<string> {
  const known = endpoint?.tags[WITHOUT_ZONES]?.split(' ').filter((zone) => zone !== '') ?? [];
  return new Set([...known, ...(draft.memory.refusedZones.get(serviceName) ?? [])]);
}

function explicitSubnets(
  draft: Draft,
  usable: (zone: string) => boolean,
  zoneIds: readonly string[],
): SubnetChoice | undefined {
  const { desired, observed } = draft;
  const known = new Map(observed.subnets.map((subnet) => [subnet.id, subnet]));
  const subnets = desired.subnetIds.map((id) => known.get(id)).filter((subnet) => subnet !== undefined);
  const strangers = desired.subnetIds.filter((id) => !known.has(id));
  const outside = subnets.filter((subnet) => !usable(subnet.zoneId));
  const doubled = subnets.filter((subnet, index) => subnets.findIndex((one) => one.zoneId === subnet.zoneId) !== index);
  if (strangers.length > 0) {
    block(draft, 'subnet-invalid', {
      cause: `${strangers.join(', ')} ${strangers.length > 1 ? 'are no subnets' : 'is no subnet'} of VPC ${desired.vpcId}`,
      fix: `Take subnet-ids from VPC ${desired.vpcId}, which has ${list(observed.subnets.map((one) => one.id))}.`,
    });
  }
  for (const subnet of doubled) {
    block(draft, 'subnet-invalid', {
      cause: `subnet-ids has more than one subnet in availability zone ${subnet.zoneId}: ${subnet.id} and another`,
      fix: 'Name at most one subnet for each availability zone.',
    });
  }
  if (outside.length > 0) {
    block(draft, 'az-none', {
      cause: `The endpoint service is not in the availability zone of ${outside.map((one) => `${one.id} (${one.zoneId})`).join(', ')}`,
      fix: `Name subnets in ${list(zoneIds)}.`,
    });
  }
  if (strangers.length + doubled.length + outside.length > 0) return undefined;
  return { subnets, rule: 'the subnets of subnet-ids' };
}

function onePerZone(
  draft: Draft,
  choice: { usable: (zone: string) => boolean; zoneIds: readonly string[]; present: readonly string[] },
): SubnetChoice | undefined {
  const { desired, observed } = draft;
  const fit = observed.subnets.filter((subnet) => !subnet.unfit && choice.usable(subnet.zoneId));
  const byZone = Map.groupBy(fit, (subnet) => subnet.zoneId);
  const subnets: Subnet[] = [];
  for (const zone of [...byZone.keys()].sort()) {
    const inZone = (byZone.get(zone) ?? []).toSorted((one, other) => (one.id < other.id ? -1 : 1));
    const pick = inZone.find((one) => choice.present.includes(one.id)) ?? inZone.find((one) => one.freeAddresses > 0);
    if (pick !== undefined) subnets.push(pick);
    else
      note(
        draft,
        'zones',
        `No subnet in availability zone ${zone} has a free IP address; the endpoint does without that zone`,
        true,
      );
  }
  if (subnets.length > 0) {
    const without = choice.zoneIds.filter((zone) => !byZone.has(zone));
    if (without.length > 0)
      note(draft, 'zones', `VPC ${desired.vpcId} has no subnet in ${list(without)}, where the endpoint service is too`);
    return {
      subnets,
      rule: 'one subnet in each availability zone of the endpoint service; the first by ID that has a free address',
    };
  }
  if (fit.length > 0) {
    block(draft, 'subnet-full', {
      cause: `No subnet of VPC ${desired.vpcId} in ${list(byZone.keys())} has a free IP address`,
      fix: 'Free addresses, or add a subnet in one of these availability zones.',
    });
    return undefined;
  }
  block(draft, 'az-none', {
    cause: `VPC ${desired.vpcId} has no subnet in an availability zone of the endpoint service (${list(choice.zoneIds)}); its subnets are in ${list(new Set(observed.subnets.map((one) => one.zoneId)))}`,
    fix: 'Add a subnet in one of the zones of the service, or use a peered VPC that has one. Zone IDs count, names differ by account.',
  });
  return undefined;
}

/** Name of the group for a service: the lock that keeps two runs from making two, since EC2 allows each name once a VPC. */
export function groupName(serviceName: string): string {
  return sanitise(`cockroachdb-privatelink ${serviceName.split('.').at(-1) ?? serviceName}`);
}

/** True for the group that the action makes for a service, by its name: that is what is unique in a VPC. */
export function isGroupOf(group: Group, serviceName: string): boolean {
  return group.name.toLowerCase() === groupName(serviceName).toLowerCase();
}

/** Text in the characters that EC2 allows in names and descriptions of groups and rules (at most 255). */
export function sanitise(text: string): string {
  return text.replace(/[^A-Za-z0-9 ._\-:/()#,@[\]+=&;{}!$*]/g, '_').slice(0, 255);
}

/** The group that the action owns for a service, if it is there. */
export function ownedGroup(
  groups: readonly Group[],
  vpcId: string | undefined,
  serviceName: string,
): Group | undefined {
  return groups.find((group) => group.vpcId === vpcId && isGroupOf(group, serviceName) && isOurs(group));
}

/** What is decided about the groups of an endpoint. */
export interface GroupChoice {
  /** IDs to attach; undefined until the owned group is made. */
  readonly groupIds: readonly string[] | undefined;
  readonly owned: Group | undefined;
}

/**
 * Plans the groups for a path: checks explicit ones, or makes the owned one and keeps its rules.
 * @param sharedWith environments of other claims; while there are any, rules are only added
 * @param after what must come first before a group can be made, '' if nothing
 */
export function planGroups(
  draft: Draft,
  serviceName: string,
  state: { sharedWith: readonly string[]; after: string; label: string; claims: Readonly<Record<string, string>> },
): GroupChoice {
  const { desired, observed } = draft;
  if (desired.securityGroupIds.length > 0) {
    const known = new Map(observed.groups.map((group) => [group.id, group]));
    for (const id of desired.securityGroupIds) {
      const group = known.get(id);
      if (group?.vpcId === desired.vpcId) continue;
      block(draft, 'group-invalid', {
        cause:
          group === undefined
            ? `There is no security group ${id} in region ${desired.region}`
            : `Security group ${id} is in VPC ${group.vpcId}, not in ${desired.vpcId}`,
        fix: `Name security groups of VPC ${desired.vpcId} in security-group-ids, or leave it empty to have one made.`,
      });
    }
    return { groupIds: desired.securityGroupIds, owned: undefined };
  }
  const group = ownedGroup(observed.groups, desired.vpcId, serviceName);
  if (group === undefined) {
    planNewGroup(draft, serviceName, state);
    return { groupIds: undefined, owned: undefined };
  }
  planRules(draft, group, state.sharedWith);
  return { groupIds: [group.id], owned: group };
}

/** How often EC2 may call the name taken, a read lag apart, before that is believed. */
const MOST_NAME_TAKEN = 2;

function planNewGroup(
  draft: Draft,
  serviceName: string,
  { after, label, claims }: { after: string; label: string; claims: Readonly<Record<string, string>> },
): void {
  const { desired, observed } = draft;
  const name = groupName(serviceName);
  const taken = observed.groups.find(
    (group) => group.vpcId === desired.vpcId && group.name.toLowerCase() === name.toLowerCase(),
  );
  if (taken !== undefined) {
    block(draft, 'group-name-taken', {
      cause: `Security group ${taken.id} has the name "${name}" but was not made by the action`,
      fix: 'Rename or delete it, or name groups of your own in security-group-ids.',
    });
    return;
  }
  const id = `create-group:${serviceName || label}`;
  if ((draft.memory.done.get(id)?.times ?? 0) >= MOST_NAME_TAKEN) {
    block(draft, 'group-name-taken', {
      cause: `EC2 says that VPC ${desired.vpcId} has a security group named "${name}", but shows none that the action made`,
      fix: 'Look for a group whose name differs only in upper and lower case, and rename or delete it.',
    });
    return;
  }
  const sources = wantedSources(draft).map(sourceText);
  addStep(draft, {
    id,
    title: `create the security group ${serviceName === '' ? `for ${label}` : `"${name}"`} for ${SQL_PORT}/tcp from ${list(sources)}`,
    action: {
      kind: 'create-group',
      serviceName,
      vpcId: desired.vpcId ?? '',
      name,
      description: sanitise(`CockroachDB Cloud PrivateLink: SQL to ${serviceName}. Made by a GitHub Action.`),
      claims,
    },
    after,
    facets: ['groups'],
  });
  addStep(draft, {
    id: `authorize:new:${serviceName || label}`,
    title: `let ${SQL_PORT}/tcp in from ${list(sources)} through the new security group`,
    action: { kind: 'authorize-ingress', groupId: '', sources: wantedSources(draft) },
    after: 'the security group is there',
    facets: ['groups'],
  });
}

/** Who may come in: what the workflow lists, else every CIDR block of the VPC. */
export function wantedSources({ desired, observed }: Pick<Draft, 'desired' | 'observed'>): Source[] {
  const { allowedCidrs, allowedSecurityGroupIds } = desired;
  const listed = allowedCidrs.length + allowedSecurityGroupIds.length > 0;
  const cidrs = listed ? allowedCidrs : (observed.vpc?.cidrs ?? []);
  return [...cidrs.map((cidr) => ({ cidr })), ...allowedSecurityGroupIds.map((groupId) => ({ groupId }))];
}

function planRules(draft: Draft, group: Group, sharedWith: readonly string[]): void {
  const wanted = wantedSources(draft);
  const wantedTexts = new Set(wanted.map(sourceText));
  // A rule of ours that somebody widened is put back: a narrow one beside it first.
  const sqlRules = group.ingress.filter(
    (rule) => isSqlRule(rule) && (rule.description !== RULE_DESCRIPTION || isOnlySqlRule(rule)),
  );
  const present = new Set(sqlRules.map((rule) => (rule.source === undefined ? '' : sourceText(rule.source))));
  const missing = wanted.filter((source) => !present.has(sourceText(source)));
  const stale = group.ingress.filter(
    (rule) =>
      rule.source !== undefined &&
      rule.description === RULE_DESCRIPTION &&
      !(isOnlySqlRule(rule) && wantedTexts.has(sourceText(rule.source))),
  );
  if (missing.length > 0) {
    const texts = missing.map(sourceText);
    addStep(draft, {
      id: `authorize:${group.id}:${texts.join(',')}`,
      title: `let ${SQL_PORT}/tcp in from ${list(texts)} through ${group.id}`,
      action: { kind: 'authorize-ingress', groupId: group.id, sources: missing },
      facets: ['groups'],
    });
  }
  if (stale.length === 0) return;
  const texts = stale.map((rule) => (rule.source === undefined ? '' : sourceText(rule.source)));
  if (sharedWith.length > 0) {
    note(
      draft,
      'shared-setting',
      `${group.id} lets in ${list(texts)}, which is not asked for here; it stays while ${list(sharedWith)} uses the endpoint too`,
    );
    return;
  }
  addStep(draft, {
    id: `revoke:${group.id}:${texts.join(',')}`,
    title: `take the stale rules for ${list(texts)} out of ${group.id}`,
    action: { kind: 'revoke-ingress', groupId: group.id, rules: stale },
    facets: ['groups'],
  });
}

/** A rule that lets the SQL port in, alone or in a wider range. */
export function isSqlRule(rule: IngressRule): boolean {
  if (rule.protocol === '-1') return true;
  return (rule.protocol === 'tcp' || rule.protocol === '6') && rule.fromPort <= SQL_PORT && rule.toPort >= SQL_PORT;
}

/** A rule that lets the SQL port in and nothing else. */
function isOnlySqlRule(rule: IngressRule): boolean {
  return isSqlRule(rule) && rule.fromPort === SQL_PORT && rule.toPort === SQL_PORT;
}

/** At most eight items of a list, in words. */
export function list(items: Iterable<string>): string {
  const all = [...items];
  if (all.length === 0) return 'none';
  return all.length <= 8 ? all.join(', ') : `${all.slice(0, 8).join(', ')} and ${all.length - 8} more`;
}
