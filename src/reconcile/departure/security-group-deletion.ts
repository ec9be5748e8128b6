import { type Endpoint, type Group, isGone } from '../../aws/types.ts';
import { oneLine, shortened } from '../../support/errors.ts';
import { joinShort } from '../../support/text.ts';
import { isManagedEndpoint } from '../model/managed.ts';
import { heldGroup } from '../model/recall.ts';
import { stepId } from '../model/steps.ts';
import { usersOf } from '../plan/owned-group.ts';
import { addStep, addWait, block, type PlanDraft } from '../plan/plan-draft.ts';

/** How long EC2 may say that a group without an endpoint is in use, while the network interfaces of the endpoint go. */
const DETACH_PATIENCE_MS = 10 * 60_000;
/** Between two tries to delete a group that is still in use. */
const RETRY_MS = 5_000;

/** Plans the end of a group of ours that no endpoint uses any more; one that an endpoint uses is left alone. */
export function planGroupDeletion(draft: PlanDraft, group: Group): void {
  const { journal, now, observed } = draft;
  const users = usersOf(group, observed.endpoints);
  const title = `delete security group ${group.id} ("${group.name}")`;
  if (users.length > 0) {
    const leaving = draft.steps.some(
      ({ action }) => action.kind === 'delete-endpoint' && users.some((one) => one.id === action.endpointId),
    );
    if (users.every((one) => isGone(one) || leaving)) {
      addStep(draft, {
        id: stepId.deleteGroup(group.id),
        title,
        action: { kind: 'delete-group', groupId: group.id },
        after: 'its VPC endpoint is deleted',
      });
    } else if (draft.desired.goal.kind === 'leave-environment') tellUsed(draft, group, users);
    return;
  }
  const held = heldGroup(journal, group.id);
  if (held !== undefined && held.at - held.since >= DETACH_PATIENCE_MS) {
    draft.leftOvers.push({ what: `security group ${group.id}`, why: 'something still uses it', monthly: 0 });
    block(draft, 'group-in-use', {
      cause: `Security group ${group.id} can't be deleted, because something still uses it`,
      said: `EC2: "${shortened(oneLine(held.why), 500)}"`,
      fix: `Remove what uses it, including rules of other groups that name it, and run again. To list its network interfaces: aws ec2 describe-network-interfaces --region ${draft.desired.region} --filters 'Name=group-id,Values=${group.id}'`,
      late: true,
      subject: group.id,
    });
    return;
  }
  if (held !== undefined) {
    addWait(draft, {
      kind: 'detached',
      subject: group.id,
      what: `AWS to detach the network interfaces of the VPC endpoint from ${group.id}`,
      seen: 'still in use',
      waitingOn: 'AWS detaches the network interfaces of a deleted endpoint after a while',
      facets: ['groups'],
      notBefore: held.at + RETRY_MS,
    });
    if (now - held.at < RETRY_MS) return;
  }
  addStep(draft, {
    id: stepId.deleteGroup(group.id),
    title,
    action: { kind: 'delete-group', groupId: group.id },
  });
}

/** A group that stays although its endpoint goes. With an endpoint that stays, the endpoint is what is told. */
function tellUsed(draft: PlanDraft, group: Group, users: readonly Endpoint[]): void {
  const told = new Set(draft.leftOvers.map(({ what }) => what));
  const staying = users.filter((one) => !isGone(one) && !told.has(`VPC endpoint ${one.id}`));
  if (staying.some(isManagedEndpoint) || staying.length === 0) return;
  const why = `used by VPC endpoint ${joinShort(staying.map(({ id }) => id))}`;
  draft.leftOvers.push({ what: `security group ${group.id}`, why, monthly: 0 });
}
