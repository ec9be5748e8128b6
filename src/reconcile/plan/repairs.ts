import type { Endpoint } from '../../aws/types.ts';
import { joinShort } from '../../support/text.ts';
import { type Claim, WITHOUT_ZONES } from '../model/claims.ts';
import { type Of, stepId } from '../model/steps.ts';
import { withoutZones } from './endpoint.ts';
import type { GroupChoice } from './groups.ts';
import { addStep, block, type PathDraft, type PlanDraft } from './plan-draft.ts';
import { rulesFirst } from './rules.ts';
import { noteShared } from './shared.ts';
import { chooseSubnets } from './subnets.ts';
import { addTagStep } from './tagging.ts';

/** What becomes of the subnets and groups of an endpoint. */
type Repair = Omit<Of<'modify-endpoint'>, 'kind' | 'endpointId'>;

const NO_GROUPS = { addGroupIds: [], removeGroupIds: [] } as const;

/** What the endpoint should have, and the claims of other environments on it. */
interface Asked {
  readonly zoneIds: readonly string[];
  readonly groups: GroupChoice;
  readonly sharedWith: readonly Claim[];
}

/**
 * Plans what brings subnets and groups of our endpoint back to what is asked for. True when something is to be changed.
 */
export function planRepairs(draft: PathDraft, endpoint: Endpoint, given: Asked): boolean {
  const choice = chooseSubnets(draft, { zoneIds: given.zoneIds, serviceName: endpoint.serviceName, endpoint });
  noteRefusedZones(draft, endpoint);
  // Subnets that cannot be told are left as they are; the blocker says why.
  const wanted = choice?.subnets.map((one) => one.id) ?? endpoint.subnetIds;
  const repair = repairOf(draft, endpoint, { ...given, subnetIds: wanted });
  if (inWords(repair).length === 0) return false;
  const { addSubnetIds, removeSubnetIds, addGroupIds } = repair;
  const keep = endpoint.subnetIds.filter((id) => wanted.includes(id));
  const swap = inSequence(draft, repair, keep);
  if (swap === undefined) {
    block(draft, 'subnet-invalid', {
      cause: `VPC endpoint ${endpoint.id} can't change its only subnet within an availability zone`,
      fix: `Add a subnet in a second availability zone to subnet-ids, or delete the endpoint and run again. It is only in ${joinShort(endpoint.subnetIds)}, in the same zone as ${joinShort(addSubnetIds)}, and EC2 allows one subnet in each zone.`,
    });
    return false;
  }
  const first = { ...repair, addSubnetIds: swap.add, removeSubnetIds: swap.remove };
  const changes = inWords(first);
  addStep(draft, {
    id: stepId.modify(endpoint.id, changes.join(';')),
    title: `update VPC endpoint ${endpoint.id}: ${changes.join(', ')}`,
    action: { kind: 'modify-endpoint', endpointId: endpoint.id, ...first },
    after: endpoint.state === 'available' ? rulesFirst(draft, addGroupIds[0]) : 'the endpoint is available',
  });
  const later = inWords({
    addSubnetIds: addSubnetIds.filter((id) => !swap.add.includes(id)),
    removeSubnetIds: removeSubnetIds.filter((id) => !swap.remove.includes(id)),
    ...NO_GROUPS,
  });
  if (later.length > 0) {
    addStep(draft, {
      id: stepId.modify(endpoint.id, 'later'),
      title: `update VPC endpoint ${endpoint.id}: ${later.join(', ')}`,
      action: { kind: 'modify-endpoint', endpointId: endpoint.id, addSubnetIds, removeSubnetIds, ...NO_GROUPS },
      after: 'the first change is done; EC2 allows one subnet in each zone',
    });
  }
  return true;
}

/** Keeps zones that EC2 refused on the endpoint, so that no later run asks for them again. */
function noteRefusedZones(draft: PathDraft, endpoint: Endpoint): void {
  const tags = withoutZones(draft, endpoint.serviceName, endpoint);
  const zones = tags[WITHOUT_ZONES];
  if (zones === undefined || zones === endpoint.tags[WITHOUT_ZONES]) return;
  addTagStep(draft, {
    id: stepId.noteZones(endpoint.id, zones),
    title: `register on ${endpoint.id} that EC2 refuses ${zones}`,
    action: { kind: 'claim', what: 'refused-zones', endpointId: endpoint.id, tags },
  });
}

/** What to add and remove; what is surplus stays, and is noted, while other environments use the endpoint. */
function repairOf(draft: PathDraft, endpoint: Endpoint, asked: Asked & { subnetIds: readonly string[] }): Repair {
  const { subnetIds, sharedWith } = asked;
  const groupIds = asked.groups.groupIds ?? endpoint.groupIds;
  const addSubnetIds = subnetIds.filter((id) => !endpoint.subnetIds.includes(id));
  const removeSubnetIds =
    draft.desired.subnetIds.length > 0 ? endpoint.subnetIds.filter((id) => !subnetIds.includes(id)) : [];
  const addGroupIds = groupIds.filter((id) => !endpoint.groupIds.includes(id));
  const removeGroupIds = endpoint.groupIds.filter((id) => !groupIds.includes(id));
  if (sharedWith.length === 0) return { addSubnetIds, removeSubnetIds, addGroupIds, removeGroupIds };
  const surplus = [...removeSubnetIds, ...removeGroupIds];
  if (surplus.length > 0)
    noteShared(draft, `${endpoint.id} keeps ${joinShort(surplus)}, which isn't configured here,`, sharedWith);
  return { addSubnetIds, removeSubnetIds: [], addGroupIds, removeGroupIds: [] };
}

/** Every change that is one, in words. */
function inWords({ addSubnetIds, removeSubnetIds, addGroupIds, removeGroupIds }: Repair): string[] {
  const changes = [
    ['add', addSubnetIds],
    ['remove', removeSubnetIds],
    ['attach', addGroupIds],
    ['detach', removeGroupIds],
  ] as const;
  return changes.filter(([, ids]) => ids.length > 0).map(([verb, ids]) => `${verb} ${joinShort(ids)}`);
}

/**
 * EC2 refuses a second subnet in a zone, so a swap within a zone removes first and adds in the next round. Undefined:
 * impossible.
 * @param keep subnets of the endpoint that stay
 */
function inSequence(
  draft: PlanDraft,
  { addSubnetIds, removeSubnetIds }: Repair,
  keep: readonly string[],
): { add: readonly string[]; remove: readonly string[] } | undefined {
  const zone = (id: string) => draft.observed.subnets.find((one) => one.id === id)?.zoneId ?? id;
  const leaving = new Set(removeSubnetIds.map(zone));
  const blocked = addSubnetIds.filter((id) => leaving.has(zone(id)));
  const free = addSubnetIds.filter((id) => !leaving.has(zone(id)));
  if (blocked.length === 0) return { add: free, remove: removeSubnetIds };
  if (keep.length > 0) return { add: [], remove: removeSubnetIds };
  return free.length > 0 ? { add: free, remove: [] } : undefined;
}
