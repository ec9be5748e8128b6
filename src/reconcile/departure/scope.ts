import type { Endpoint } from '../../aws/types.ts';
import { isRemoved } from '../../cockroach/types.ts';
import { wallTime } from '../../support/moment.ts';
import { leavingMark, ownerDigest, readClaims, readMarks } from '../model/claims.ts';
import type { Journal } from '../model/journal.ts';
import { isManagedEndpoint } from '../model/managed.ts';
import { claimsToRelease } from '../model/own-claims.ts';
import { doneAt, triedAt } from '../model/recall.ts';
import { stepId } from '../model/steps.ts';
import { connectionOf } from '../plan/members.ts';
import { marksOn } from '../plan/owned-group.ts';
import { type PlanDraft, tagTime } from '../plan/plan-draft.ts';

/**
 * The endpoints that this run takes part in: with a claim to give up, under its own mark, or left by a run that died.
 */
export function endpointsInScope(draft: PlanDraft): Endpoint[] {
  const { goal } = draft.desired;
  const isReleased = claimsToRelease(draft.desired, draft.observed.clusters);
  return draft.observed.endpoints.filter((endpoint) => {
    if (!isManagedEndpoint(endpoint) || endpoint.state === 'deleted') return false;
    // Claims of its environment since then are another run's: each would claim and mark anew because of the other.
    if (hasReleased(draft, endpoint)) return false;
    if (hasUnfinishedLeave(draft, endpoint)) return true;
    const claims = readClaims(endpoint.tags);
    const given = claims.some((claim) => isReleased(claim, tagTime(draft)));
    if (goal.kind === 'leave-endpoint') return endpoint.id === goal.endpointId && (given || claims.length === 0);
    if (goal.kind !== 'leave-environment') return false;
    return given || (claims.length === 0 && isAbandoned(draft, endpoint));
  });
}

/**
 * True where an endpoint without claims is one that a run began to leave, or serves a cluster that the workflow names.
 */
function isAbandoned(draft: PlanDraft, endpoint: Endpoint): boolean {
  const key = ownMarkKey(draft.journal);
  const isMarked = marksOn(endpoint, draft.observed.groups).some((mark) => mark.key !== key);
  return isMarked || askedServices(draft).includes(endpoint.serviceName);
}

/** True where this run has given up what it had to, and has taken its mark off. */
export function hasReleased({ journal }: PlanDraft, endpoint: Endpoint): boolean {
  return doneAt(journal, stepId.unmark(endpoint.id, ownMarkKey(journal))) !== undefined;
}

function ownMarkKey({ nonce }: Journal): string {
  return leavingMark(nonce, wallTime(0), { by: '', clusterIds: [] }).key;
}

/**
 * True where this run has begun to leave the endpoint and is not done, or one of its environment died between giving up
 * a claim and disconnecting its cluster. A mark alone is no work: whoever uses the endpoint next removes it.
 */
function hasUnfinishedLeave(draft: PlanDraft, endpoint: Endpoint): boolean {
  const { journal, desired, observed } = draft;
  const key = ownMarkKey(journal);
  const marking = [stepId.mark(endpoint.id), stepId.markGroupFirst(endpoint.id)];
  if (marking.some((id) => triedAt(journal, id) !== undefined)) return true;
  // Another endpoint can have the same group, and so the mark of this run on it: only its own tags tell.
  if (readMarks(endpoint.tags).some((mark) => mark.key === key)) return true;
  const marks = marksOn(endpoint, observed.groups);
  if (desired.goal.kind !== 'leave-environment') return false;
  const claimed = new Set(readClaims(endpoint.tags).map((claim) => claim.clusterId));
  const left = marks.filter((mark) => mark.by === ownerDigest(desired.owner)).flatMap((mark) => mark.clusterIds);
  return observed.clusters.some((view) => {
    const connection = connectionOf(view, endpoint.id);
    const isNamed = view.matches.some(({ id }) => left.includes(id) && !claimed.has(id));
    return isNamed && connection !== undefined && !isRemoved(connection);
  });
}

/** Names of the services of the clusters that the workflow names. */
export function askedServices({ desired, observed }: PlanDraft): string[] {
  return observed.clusters
    .filter((view) => desired.clusters.includes(view.ref))
    .flatMap((view) => view.services.flatMap((one) => one.name ?? []));
}
