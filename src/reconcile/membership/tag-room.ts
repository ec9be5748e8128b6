import type { Endpoint, Group } from '../../aws/types.ts';
import { joinShort } from '../../support/text.ts';
import { isActionTag, type LeavingMark, readMarks } from '../model/claims.ts';
import { ownedGroup } from '../plan/owned-group.ts';
import { block, type PlanDraft } from '../plan/plan-draft.ts';

/** Marks that stand on the owned group of an endpoint and not on the endpoint itself. */
export function groupMarks(groups: readonly Group[], endpoint: Endpoint): LeavingMark[] {
  const group = ownedGroup(groups, endpoint.vpcId, endpoint.serviceName);
  if (group === undefined) return [];
  return readMarks(group.tags).filter((mark) => endpoint.tags[mark.key] === undefined);
}

/** Keys that a message names: what a list shows in full. */
const MOST_NAMED = 8;

/**
 * No mark fits: says which tags can go.
 * @param late where all else is to be done first
 */
export function blockFull(draft: PlanDraft, resource: Endpoint | Group, late = false): void {
  const foreign = Object.keys(resource.tags).filter((key) => !isActionTag(key) && !key.startsWith('aws:'));
  const named = foreign.toSorted().slice(0, MOST_NAMED);
  block(draft, 'tag-limit', {
    cause: `${resource.id} has 50 tags, EC2's limit: no room for the removal mark that a deletion needs`,
    fix:
      named.length === 0
        ? 'Run operation: delete for another environment that no longer needs the endpoint, then run again.'
        : `Remove ${named.length === 1 ? 'the tag' : 'one of the tags'} ${joinShort(named)} from ${resource.id}, then run again.`,
    subject: resource.id,
    late,
  });
}
