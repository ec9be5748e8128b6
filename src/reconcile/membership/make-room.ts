import type { Endpoint, Group } from '../../aws/types.ts';
import { claimantsOf } from '../model/claimants.ts';
import { type Claim, isFull, type LeavingMark, leavingMark, readMarks } from '../model/claims.ts';
import { readMoment } from '../model/observed.ts';
import { stepId } from '../model/steps.ts';
import { addStep, addWait, type PlanDraft, tagTime } from '../plan/plan-draft.ts';
import { addTagStep } from '../plan/tagging.ts';
import { isMarkAlive } from './lease.ts';
import { blockFull } from './tag-room.ts';

/**
 * Leaving an endpoint that has all the tags that EC2 allows, so that no mark fits. A claim is never overwritten with a
 * mark, since no adopter would see that; and no claim is removed before a mark tells what hangs on it, since a run that
 * is killed in between would leave an endpoint that nobody finds again. So the owned group, which has tags of its own,
 * is marked first, then one claim is removed, and the mark takes its place. From there on all goes as always
 * (leave.ts). Pure.
 */

/** What is known where an endpoint has no room for a mark. */
interface Crowd {
  readonly group: Group | undefined;
  /** Digest of the owner that leaves, '' where several do. */
  readonly by: string;
  /** Claims that are given up; one of them makes room. */
  readonly given: readonly Claim[];
  /** Marks of runs that died; one of them makes room where no claim does. */
  readonly dead: readonly LeavingMark[];
  /** Clusters that may be disconnected. */
  readonly clusterIds: readonly string[];
}

/** Plans how a full endpoint gets room for the mark of this run. */
export function planRoom(draft: PlanDraft, endpoint: Endpoint, { group, by, given, dead, clusterIds }: Crowd): void {
  const { journal, observed, desired } = draft;
  const [claim] = given;
  const [old] = dead.filter((one) => endpoint.tags[one.key] !== undefined);
  if (claim === undefined && old === undefined) {
    const { wall } = readMoment(observed, 'endpoints');
    if (readMarks(endpoint.tags).some((one) => isMarkAlive(one, wall, desired))) {
      addWait(draft, {
        kind: 'leaving',
        subject: endpoint.id,
        what: `another run that has marked ${endpoint.id} for removal to finish`,
        seen: 'no room for a second removal mark',
        waitingOn: 'another run of this action; its mark expires by itself',
        facets: ['endpoints', 'groups'],
      });
    } else blockFull(draft, endpoint);
    return;
  }
  if (group === undefined) {
    blockFull(draft, endpoint);
    return;
  }
  const { key, value } = leavingMark(journal.nonce, tagTime(draft), {
    by,
    // What makes room comes first: it is known from nowhere else by then.
    clusterIds: [...new Set([...(claim === undefined ? (old?.clusterIds ?? []) : [claim.clusterId]), ...clusterIds])],
  });
  if (group.tags[key] === undefined) {
    if (isFull(group.tags)) {
      blockFull(draft, group);
      return;
    }
    addTagStep(draft, {
      id: stepId.markGroupFirst(endpoint.id),
      title: `mark ${group.id} for removal first, as ${endpoint.id} has no room for a mark`,
      action: { kind: 'mark', endpointId: endpoint.id, groupId: group.id, groupOnly: true, tags: { [key]: value } },
    });
  }
  const after = group.tags[key] === undefined ? 'its security group is marked' : undefined;
  if (claim !== undefined) {
    addStep(draft, {
      id: stepId.unclaim(endpoint.id),
      title: `release the claim of ${claimantsOf([claim], desired.owner).text} on ${endpoint.id} to make room for the mark`,
      action: {
        kind: 'unclaim',
        endpointId: endpoint.id,
        tags: { [claim.key]: claim.value },
        clusterIds: [claim.clusterId],
      },
      after,
    });
  } else if (old !== undefined) {
    addStep(draft, {
      id: stepId.makeRoom(endpoint.id, old.key),
      title: `remove an expired removal mark from ${endpoint.id} to make room for another`,
      action: { kind: 'unmark', endpointId: endpoint.id, groupId: undefined, tags: { [old.key]: old.value } },
      after,
    });
  }
}
