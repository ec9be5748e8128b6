import type { Endpoint, Subnet } from '../../aws/types.ts';
import { list } from '../../support/words.ts';
import { WITHOUT_ZONES } from '../model/claims.ts';
import { zonesRefused } from '../model/recall.ts';
import { block, type Draft, note, type PathDraft, warn } from './drafting.ts';

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
  draft: PathDraft,
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
  return new Set([...known, ...zonesRefused(draft.journal, serviceName)]);
}

function explicitSubnets(
  draft: PathDraft,
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
      cause: `${strangers.join(', ')} ${strangers.length > 1 ? 'are no subnets' : 'is no subnet'} of VPC ${desired.goal.vpcId}`,
      fix: `Take subnet-ids from VPC ${desired.goal.vpcId}, which has ${list(observed.subnets.map((one) => one.id))}.`,
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
  draft: PathDraft,
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
      warn(
        draft,
        'zones',
        `No subnet in availability zone ${zone} has a free IP address; the endpoint does without that zone`,
      );
  }
  if (subnets.length > 0) {
    const without = choice.zoneIds.filter((zone) => !byZone.has(zone));
    if (without.length > 0)
      note(
        draft,
        'zones',
        `VPC ${desired.goal.vpcId} has no subnet in ${list(without)}, where the endpoint service is too`,
      );
    return {
      subnets,
      rule: 'one subnet in each availability zone of the endpoint service; the first by ID that has a free address',
    };
  }
  if (fit.length > 0) {
    block(draft, 'subnet-full', {
      cause: `No subnet of VPC ${desired.goal.vpcId} in ${list(byZone.keys())} has a free IP address`,
      fix: 'Free addresses, or add a subnet in one of these availability zones.',
    });
    return undefined;
  }
  block(draft, 'az-none', {
    cause: `VPC ${desired.goal.vpcId} has no subnet in an availability zone of the endpoint service (${list(choice.zoneIds)}); its subnets are in ${list(new Set(observed.subnets.map((one) => one.zoneId)))}`,
    fix: 'Add a subnet in one of the zones of the service, or use a peered VPC that has one. Zone IDs count, names differ by account.',
  });
  return undefined;
}
