import { type Endpoint, isDead, isGone } from '../../aws/types.ts';
import { nameOf } from '../../cockroach/types.ts';
import { joinShort } from '../../support/text.ts';
import { namedEndpoint, vpcOf } from '../model/goal.ts';
import { endpointMismatch } from '../model/managed.ts';
import type { Member, Path } from '../model/plan.ts';
import { planBothSides } from './connections.ts';
import { block, note, type PlanDraft } from './plan-draft.ts';
import { planPrivateDns } from './private-dns.ts';
import { draftPath, names, type ServiceGroup } from './service-group.ts';
import { noteUnmanaged } from './unmanaged.ts';

/** Attach only: the endpoint is somebody else's and is only connected. */
export function planAttached(draft: PlanDraft, group: ServiceGroup): Path {
  const { goal } = draft.desired;
  const endpointId = namedEndpoint(goal);
  const vpcId = vpcOf(goal);
  const endpoint = draft.observed.endpoints.find((one) => one.id === endpointId && !isGone(one));
  const path = draftPath(draft, group, {
    choice: { kind: 'not-ours', endpoint, superseded: [] },
    ownership: 'attached',
  });
  if (endpoint === undefined) {
    block(draft, 'endpoint-not-found', {
      cause: `There is no VPC endpoint ${endpointId} in account ${draft.observed.account ?? '(unknown)'}, region ${draft.desired.region}`,
      fix: 'Check endpoint-id, aws-region and the account of the credentials.',
    });
    return path;
  }
  if (vpcId !== undefined && endpoint.vpcId !== vpcId) {
    block(draft, 'endpoint-not-found', {
      cause: `VPC endpoint ${endpointId} is in VPC ${endpoint.vpcId}, not in ${vpcId}`,
      fix: 'Correct vpc-id or remove it.',
    });
    return path;
  }
  if (group.service !== undefined && endpoint.serviceName !== group.serviceName) {
    block(draft, 'endpoint-other-service', {
      cause: `VPC endpoint ${endpointId} isn't for the endpoint service of cluster ${joinShort(names(group), 2)}`,
      fix: `Set endpoint-id to an endpoint for ${group.serviceName}, or set vpc-id to have one created. This one is for ${endpoint.serviceName}.`,
    });
    return path;
  }
  planForeign(draft, { endpoint, members: path.members, ownership: 'attached' });
  return path;
}

/** An endpoint that is not ours: connect it, change nothing, and say what its owner must mend. */
export function planForeign(
  draft: PlanDraft,
  {
    endpoint,
    members,
    ownership,
  }: { endpoint: Endpoint; members: readonly Member[]; ownership: 'not-ours' | 'attached' },
): void {
  const { desired } = draft;
  const mismatch = ownership === 'not-ours' ? endpointMismatch(endpoint) : undefined;
  const wants: string[] = [];
  if (isDead(endpoint))
    wants.push(`delete it (${endpoint.rawState}${endpoint.failure === '' ? '' : `: ${endpoint.failure}`})`);
  const subnets = desired.subnetIds.filter((id) => !endpoint.subnetIds.includes(id));
  if (subnets.length > 0) wants.push(`add ${joinShort(subnets)} to its subnets`);
  const groups = desired.securityGroupIds.filter((id) => !endpoint.groupIds.includes(id));
  if (groups.length > 0) wants.push(`attach ${joinShort(groups)}`);
  if (wants.length > 0) {
    block(draft, 'not-ours', {
      cause:
        mismatch === undefined
          ? `VPC endpoint ${endpoint.id} needs a change, but isn't managed by this action`
          : `VPC endpoint ${endpoint.id} isn't managed: ${mismatch.why}`,
      fix: `Ask its owner to ${wants.join('; ')}.`,
    });
    return;
  }
  const kept = 'This action connects clusters to it and never modifies it.';
  if (ownership === 'not-ours' && mismatch !== undefined) noteUnmanaged(draft, endpoint, { mismatch, kept });
  else if (ownership === 'not-ours')
    note(draft, 'not-ours', { text: `VPC endpoint ${endpoint.id} isn't managed by this action`, more: [kept] });
  note(draft, 'no-claim', {
    text: `This action keeps no claim on VPC endpoint ${endpoint.id}: \`delete\` and \`sweep\` won't disconnect it`,
    more: [
      `To disconnect it, run \`operation: delete\` with \`endpoint-id: ${endpoint.id}\` and \`cluster: ${joinShort(members.map(({ cluster }) => nameOf(cluster)))}\`.`,
    ],
  });
  const settled = planBothSides(draft, endpoint, members);
  planPrivateDns(draft, endpoint, { ownership, settled, sharedWith: [], superseded: [] });
}
