import type { Endpoint } from '../../aws/types.ts';
import { list } from '../../support/words.ts';
import { type Claim, WITHOUT_ZONES } from '../model/claims.ts';
import { stepId } from '../model/steps.ts';
import { withoutZones } from './endpoint.ts';
import type { GroupChoice } from './groups.ts';
import { addStep, block, type PathDraft, type PlanDraft } from './plan-draft.ts';
import { rulesFirst } from './rules.ts';
import { noteShared } from './shared.ts';
import { chooseSubnets } from './subnets.ts';
import { addTagStep } from './tagging.ts';

/** Plans what brings subnets and groups of our endpoint back to what is asked for. True when something is to be changed. */
export function planRepairs(
  draft: PathDraft,
  endpoint: Endpoint,
  given: { zoneIds: readonly string[]; groups: GroupChoice; sharedWith: readonly Claim[] },
): boolean {
  const { desired } = draft;
  const choice = chooseSubnets(draft, { zoneIds: given.zoneIds, serviceName: endpoint.serviceName, endpoint });
  const zones = withoutZones(draft, endpoint.serviceName, endpoint);
  if (zones[WITHOUT_ZONES] !== undefined && zones[WITHOUT_ZONES] !== endpoint.tags[WITHOUT_ZONES]) {
    addTagStep(draft, {
      id: stepId.noteZones(endpoint.id, zones[WITHOUT_ZONES]),
      title: `note on ${endpoint.id} that EC2 refuses ${zones[WITHOUT_ZONES]}`,
      action: { kind: 'claim', what: 'refused-zones', endpointId: endpoint.id, tags: zones },
    });
  }
  // Subnets that cannot be told are left as they are; the blocker says why.
  const wanted = choice?.subnets.map((one) => one.id) ?? endpoint.subnetIds;
  const wantedGroups = given.groups.groupIds ?? [];
  const addSubnetIds = wanted.filter((id) => !endpoint.subnetIds.includes(id));
  const surplusSubnets =
    choice !== undefined && desired.subnetIds.length > 0 ? endpoint.subnetIds.filter((id) => !wanted.includes(id)) : [];
  const addGroupIds = wantedGroups.filter((id) => !endpoint.groupIds.includes(id));
  const surplusGroups =
    given.groups.groupIds === undefined ? [] : endpoint.groupIds.filter((id) => !wantedGroups.includes(id));
  const shared = given.sharedWith.length > 0;
  if (shared && surplusSubnets.length + surplusGroups.length > 0) {
    const surplus = list([...surplusSubnets, ...surplusGroups]);
    noteShared(draft, `${endpoint.id} has ${surplus}, which is not asked for here; it stays`, given.sharedWith);
  }
  const removeSubnetIds = shared ? [] : surplusSubnets;
  const removeGroupIds = shared ? [] : surplusGroups;
  if (addSubnetIds.length + removeSubnetIds.length + addGroupIds.length + removeGroupIds.length === 0) {
    return false;
  }
  const swap = inSequence(draft, {
    addSubnetIds,
    removeSubnetIds,
    keep: endpoint.subnetIds.filter((id) => wanted.includes(id)),
  });
  if (swap === undefined) {
    block(draft, 'subnet-invalid', {
      cause: `VPC endpoint ${endpoint.id} is only in ${list(endpoint.subnetIds)}, in the same availability zone as the asked-for ${list(addSubnetIds)}, and EC2 allows one subnet a zone`,
      fix: 'Add a subnet in a second availability zone to subnet-ids, or delete the endpoint and create it anew.',
    });
    return false;
  }
  const changes = [
    swap.add.length > 0 ? `add ${list(swap.add)}` : '',
    swap.remove.length > 0 ? `remove ${list(swap.remove)}` : '',
    addGroupIds.length > 0 ? `attach ${list(addGroupIds)}` : '',
    removeGroupIds.length > 0 ? `detach ${list(removeGroupIds)}` : '',
  ].filter((one) => one !== '');
  addStep(draft, {
    id: stepId.modify(endpoint.id, changes.join(';')),
    title: `mend VPC endpoint ${endpoint.id}: ${changes.join(', ')}`,
    action: {
      kind: 'modify-endpoint',
      endpointId: endpoint.id,
      addSubnetIds: swap.add,
      removeSubnetIds: swap.remove,
      addGroupIds,
      removeGroupIds,
    },
    after: endpoint.state === 'available' ? rulesFirst(draft, addGroupIds[0]) : 'the endpoint is available',
  });
  const addLater = addSubnetIds.filter((id) => !swap.add.includes(id));
  const removeLater = removeSubnetIds.filter((id) => !swap.remove.includes(id));
  if (addLater.length + removeLater.length > 0) {
    addStep(draft, {
      id: stepId.modify(endpoint.id, 'later'),
      title: `mend VPC endpoint ${endpoint.id}: ${[addLater.length > 0 ? `add ${list(addLater)}` : '', removeLater.length > 0 ? `remove ${list(removeLater)}` : ''].filter((one) => one !== '').join(', ')}`,
      action: {
        kind: 'modify-endpoint',
        endpointId: endpoint.id,
        addSubnetIds,
        removeSubnetIds,
        addGroupIds: [],
        removeGroupIds: [],
      },
      after: 'the first change is made; EC2 allows one subnet a zone',
    });
  }
  return true;
}

/** EC2 refuses a second subnet in a zone, so a swap within a zone removes first and adds in the next round. Undefined: impossible. */
function inSequence(
  draft: PlanDraft,
  change: { addSubnetIds: string[]; removeSubnetIds: string[]; keep: string[] },
): { add: string[]; remove: string[] } | undefined {
  const zone = (id: string) => draft.observed.subnets.find((one) => one.id === id)?.zoneId ?? id;
  const leaving = new Set(change.removeSubnetIds.map(zone));
  const blocked = change.addSubnetIds.filter((id) => leaving.has(zone(id)));
  const free = change.addSubnetIds.filter((id) => !leaving.has(zone(id)));
  if (blocked.length === 0) return { add: free, remove: change.removeSubnetIds };
  if (change.keep.length > 0) return { add: [], remove: change.removeSubnetIds };
  return free.length > 0 ? { add: free, remove: [] } : undefined;
}
