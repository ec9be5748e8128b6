import type { Endpoint, Subnet } from '../../aws/types.ts';
import { joinShort } from '../../support/text.ts';
import { WITHOUT_ZONES } from '../model/claims.ts';
import type { Blocker } from '../model/plan.ts';
import { zonesRefused } from '../model/recall.ts';
import { block, note, type PathDraft, type PlanDraft, warn } from './plan-draft.ts';

/** The subnets for an endpoint, and the rule they were picked by; undefined where a blocker was raised instead. */
export interface SubnetChoice {
  readonly subnets: readonly Subnet[];
  readonly rule: string;
}

/** What a choice of subnets goes by. */
interface Rules {
  /** Zones of the service as it lists them; [] means any. */
  readonly zoneIds: readonly string[];
  /** Whether the service is in a zone, as far as its list and EC2's refusals tell. */
  readonly usable: (zone: string) => boolean;
  /** Subnets that the endpoint is in. */
  readonly present: readonly string[];
}

/**
 * Picks the subnets of an endpoint. Explicit ones pass the same checks as those that are picked.
 * Without explicit ones each zone that the service lists (by zone ID; an empty list means any zone) gets one: the one
 * the endpoint has there already, else of those with a free address the first by subnet ID. Zones that EC2 refused for
 * this service, in this run or (by a tag on the endpoint) an earlier one, are left out.
 * @param path.zoneIds undefined until there is a service: then nothing is picked, and what no zone could cure is a
 * blocker
 * @param path.endpoint the endpoint as it is; its subnets are kept where they fit
 */
export function chooseSubnets(
  draft: PathDraft,
  path: { serviceName: string | undefined; zoneIds: readonly string[] | undefined; endpoint: Endpoint | undefined },
): SubnetChoice | undefined {
  const { zoneIds = [] } = path;
  const refused = refusedZones(draft, path.serviceName, path.endpoint);
  const present = path.endpoint?.subnetIds ?? [];
  const usable = (zone: string) => (zoneIds.length === 0 || zoneIds.includes(zone)) && !refused.has(zone);
  const rules: Rules = { zoneIds, usable, present };
  const isExplicit = draft.desired.subnetIds.length > 0;
  if (path.zoneIds !== undefined) return isExplicit ? explicitSubnets(draft, rules) : onePerZone(draft, rules);
  if (isExplicit) explicitSubnets(draft, rules);
  else if (!draft.observed.subnets.some((one) => problemOf(one, rules) === undefined)) onePerZone(draft, rules);
  return undefined;
}

/** Why an endpoint can't be in a subnet; undefined where it can. One that it is in already fits, full or not. */
function problemOf(subnet: Subnet, { usable, present }: Rules): 'zone' | 'unfit' | 'full' | undefined {
  if (!usable(subnet.zoneId)) return 'zone';
  if (present.includes(subnet.id)) return undefined;
  if (subnet.unfit !== '') return 'unfit';
  return subnet.freeAddresses > 0 ? undefined : 'full';
}

/** Zones that EC2 does not offer the service in, whatever its list says. */
export function refusedZones(
  draft: PlanDraft,
  serviceName: string | undefined,
  endpoint: Endpoint | undefined,
): Set<string> {
  const known = endpoint?.tags[WITHOUT_ZONES]?.split(' ').filter((zone) => zone !== '') ?? [];
  return new Set([...known, ...(serviceName === undefined ? [] : zonesRefused(draft.journal, serviceName))]);
}

/** The subnets that the workflow names; each that can't be taken is a blocker of its own. */
function explicitSubnets(draft: PathDraft, rules: Rules): SubnetChoice | undefined {
  const { desired, observed } = draft;
  const known = new Map(observed.subnets.map((subnet) => [subnet.id, subnet]));
  const subnets: Subnet[] = [];
  let isSound = true;
  for (const id of desired.subnetIds) {
    const subnet = known.get(id);
    const problem =
      subnet === undefined
        ? {
            code: 'subnet-invalid' as const,
            cause: `${id} isn't a subnet of VPC ${desired.goal.vpcId}`,
            fix: `Choose subnet-ids from VPC ${desired.goal.vpcId}, which has ${joinShort(known.keys())}.`,
          }
        : explicitProblem(subnet, { rules, isDoubled: subnets.some(({ zoneId }) => zoneId === subnet.zoneId) });
    if (problem !== undefined) block(draft, problem.code, problem);
    if (subnet !== undefined) subnets.push(subnet);
    isSound &&= problem === undefined;
  }
  return isSound ? { subnets, rule: 'the subnets of subnet-ids' } : undefined;
}

function explicitProblem(
  subnet: Subnet,
  { rules, isDoubled }: { rules: Rules; isDoubled: boolean },
): Pick<Blocker, 'code' | 'cause' | 'fix'> | undefined {
  const { id, zoneId, unfit } = subnet;
  if (isDoubled) {
    return {
      code: 'subnet-invalid',
      cause: `subnet-ids has several subnets in availability zone ${zoneId}, among them ${id}`,
      fix: 'Set at most one subnet for each availability zone.',
    };
  }
  const zones = rules.zoneIds.filter(rules.usable);
  switch (problemOf(subnet, rules)) {
    case 'unfit':
      return {
        code: 'subnet-invalid',
        cause: `Subnet ${id} of subnet-ids ${unfit}, so it can't have a VPC endpoint`,
        fix: 'Use an IPv4 or dual-stack subnet of the Region, or leave subnet-ids empty.',
      };
    case 'zone':
      return {
        code: 'az-none',
        cause: `The endpoint service is not in the availability zone of ${id} (${zoneId})`,
        fix: `Use subnets in ${zones.length === 0 ? 'other availability zones' : joinShort(zones)}.`,
      };
    case 'full':
      return {
        code: 'subnet-full',
        cause: `Subnet ${id} of subnet-ids has no free IP address`,
        fix: 'Free an address in it, or use another subnet.',
      };
    default:
      return undefined;
  }
}

function onePerZone(draft: PathDraft, rules: Rules): SubnetChoice | undefined {
  const { desired, observed } = draft;
  const withProblems = observed.subnets.map((subnet) => ({ ...subnet, problem: problemOf(subnet, rules) }));
  const fit = withProblems.filter(({ problem }) => problem === undefined || problem === 'full');
  const byZone = Map.groupBy(fit, (subnet) => subnet.zoneId);
  const subnets: Subnet[] = [];
  for (const zone of [...byZone.keys()].sort()) {
    const inZone = (byZone.get(zone) ?? []).toSorted((one, other) => (one.id < other.id ? -1 : 1));
    const pick =
      inZone.find((one) => rules.present.includes(one.id)) ?? inZone.find((one) => one.problem === undefined);
    if (pick !== undefined) subnets.push(pick);
    else
      warn(
        draft,
        'zones',
        `No subnet in availability zone ${zone} has a free IP address, so the endpoint isn't in that zone`,
      );
  }
  if (subnets.length > 0) {
    const without = rules.zoneIds.filter((zone) => !byZone.has(zone));
    if (without.length > 0)
      note(
        draft,
        'zones',
        `VPC ${desired.goal.vpcId} has no subnet in ${joinShort(without)}, where the endpoint service is also offered`,
      );
    return {
      subnets,
      rule: 'one subnet in each availability zone of the endpoint service; the first by ID that has a free address',
    };
  }
  if (fit.length > 0) {
    block(draft, 'subnet-full', {
      cause: `No subnet of VPC ${desired.goal.vpcId} in ${joinShort(byZone.keys())} has a free IP address`,
      fix: 'Free addresses, or add a subnet in one of these availability zones.',
    });
    return undefined;
  }
  const unfit = withProblems.filter(({ problem }) => problem === 'unfit').map((one) => `${one.id} ${one.unfit}`);
  const why =
    unfit.length > 0
      ? `Its subnets don't fit: ${joinShort(unfit)}.`
      : `Its subnets are in ${joinShort(new Set(observed.subnets.map((one) => one.zoneId)))}.`;
  const where = rules.zoneIds.length === 0 ? 'a zone of the service' : joinShort(rules.zoneIds);
  block(draft, 'az-none', {
    cause: `VPC ${desired.goal.vpcId} has no usable subnet in an availability zone of the endpoint service`,
    fix: `Add a subnet in ${where}, or use a peered VPC that has one. ${why} Compare zone IDs; zone names differ by account.`,
  });
  return undefined;
}
