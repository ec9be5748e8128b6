import type { Endpoint } from '../../aws/types.ts';
import type { Cluster } from '../../cockroach/types.ts';
import { wallTime } from '../../support/moment.ts';
import { counted } from '../../support/text.ts';
import {
  claimKey,
  claimValue,
  hasRoomFor,
  type LeavingMark,
  needsClaim,
  ownerDigest,
  readClaims,
  readMarks,
} from '../model/claims.ts';
import { type Facet, readMoment } from '../model/observed.ts';
import { claimsKnown, claimTriedAt } from '../model/recall.ts';
import { stepId } from '../model/steps.ts';
import { ownedGroup } from '../plan/owned-group.ts';
import { addStep, addWait, block, type PlanDraft, tagTime } from '../plan/plan-draft.ts';
import { addTagStep } from '../plan/tagging.ts';
import { heldMark, isMarkAlive, isQuiet } from './lease.ts';
import { planRelease, releasableClaims } from './released-claims.ts';
import { groupMarks } from './tag-room.ts';

/** The claims of this run on clusters, as tags. */
export function claimTags(
  { desired, journal }: Pick<PlanDraft, 'desired' | 'journal'>,
  clusters: readonly Cluster[],
  at = journal.startedAtWall,
): Record<string, string> {
  return Object.fromEntries(
    clusters.map((cluster) => [
      claimKey(desired.owner, cluster.id),
      claimValue(desired.owner, cluster, { at, nonce: journal.nonce }),
    ]),
  );
}

/**
 * Plans the claims of this run on an endpoint of ours, and respects the leaving marks of others on it: the adopter's
 * part of the protocol that leave.ts has the other part of.
 * @returns `held-by-leaver` while a living mark says that the endpoint may be about to go: then only the claim is
 * written; `unconfirmed` until a read has shown the claim: nothing is changed before that, since what was seen may be
 * about to go
 */
export function planClaims(
  draft: PlanDraft,
  endpoint: Endpoint,
  clusters: readonly Cluster[],
): 'joined' | 'unconfirmed' | 'held-by-leaver' {
  const { desired, journal, observed } = draft;
  const read = readMoment(observed, 'endpoints');
  const all = readMarks(endpoint.tags);
  const held = heldMark(journal, endpoint);
  const onGroup = groupMarks(observed.groups, endpoint).filter((mark) => !isMarkAlive(mark, read.wall, desired));
  const marks = all.filter((mark) => mark.nonce !== journal.nonce);
  const alive = marks.filter((mark) => isMarkAlive(mark, read.wall, desired));
  const claims = planOwnClaims(draft, endpoint, { clusters, marks });
  if (claims === 'no-room') return 'joined';
  planDeadMarks(draft, endpoint, [
    ...all.filter((mark) =>
      mark.nonce === journal.nonce ? held !== undefined && isQuiet(held, read, desired) : !alive.includes(mark),
    ),
    ...onGroup,
  ]);
  const holding = alive.filter((mark) => holdsBack(draft, endpoint, { mark, clusters }));
  if (holding.length === 0) {
    if (claims === 'written') planSight(draft, endpoint, clusters);
    if (claims !== 'seen') return 'unconfirmed';
    planRelease(draft, endpoint);
    return 'joined';
  }
  addWait(draft, {
    kind: 'leaving',
    subject: endpoint.id,
    endpointId: endpoint.id,
    what: `another run that has marked ${endpoint.id} for removal to finish`,
    seen: `${holding.length} removal mark${holding.length > 1 ? 's' : ''}`,
    waitingOn: 'another run of this action; its mark expires by itself',
    // What it disconnected before it saw the claim shows in a read that began when its mark was gone.
    facets: ['endpoints', ...connectionsOf(draft, clusters)],
  });
  return 'held-by-leaver';
}

/**
 * Waits for the read that shows the claims. What another run disconnected before it saw them shows in a read beside it.
 */
function planSight(draft: PlanDraft, endpoint: Endpoint, clusters: readonly Cluster[]): void {
  addWait(draft, {
    kind: 'claimed',
    subject: endpoint.id,
    what: `the claim on ${endpoint.id} to show`,
    seen: 'written',
    waitingOn: 'the next read shows it',
    facets: ['endpoints', ...connectionsOf(draft, clusters)],
    brief: true,
  });
}

/** The reads that show how these clusters are connected. */
function connectionsOf({ observed }: PlanDraft, clusters: readonly Cluster[]): Facet[] {
  return observed.clusters
    .filter((view) => view.matches.some((one) => clusters.some(({ id }) => id === one.id)))
    .map((view): Facet => `connections:${view.ref}`);
}

/** Writes the claims that are missing, old, or older than a mark that may give them up, and tells how they stand. */
function planOwnClaims(
  draft: PlanDraft,
  endpoint: Endpoint,
  { clusters, marks }: { clusters: readonly Cluster[]; marks: readonly LeavingMark[] },
): 'seen' | 'written' | 'missing' | 'no-room' {
  const { desired, journal, observed } = draft;
  const threats = marks.filter((mark) => mark.by === '' || mark.by === ownerDigest(desired.owner)).map((one) => one.at);
  const threatened = Math.max(0, ...threats);
  const written = new Map(readClaims(endpoint.tags).map((claim) => [claim.key, claim.lastUsed]));
  const wanted = clusters.filter(({ id }) => {
    const key = claimKey(desired.owner, id);
    return needsClaim(endpoint.tags, key, tagTime(draft)) || (written.get(key) ?? 0) <= threatened;
  });
  if (wanted.length === 0) {
    const writtenAt = claimTriedAt(journal, endpoint.id);
    return writtenAt === 0 || (observed.readAt.endpoints ?? 0) > writtenAt ? 'seen' : 'written';
  }
  // Younger than any mark that may give it up, whatever the clocks of the runners say.
  const at = threatened > 0 ? wallTime(Math.max(tagTime(draft), threatened + 1)) : journal.startedAtWall;
  const tags = claimTags(draft, wanted, at);
  const fresh = Object.keys(tags).filter((key) => endpoint.tags[key] === undefined).length;
  if (fresh > 0 && !hasRoomFor(endpoint.tags, fresh, releasableClaims(draft, endpoint).length)) {
    block(draft, 'tag-limit', {
      cause: `VPC endpoint ${endpoint.id} has ${Object.keys(endpoint.tags).length} tags and no room for ${counted(fresh, 'more claim')}`,
      fix: 'Use endpoint-id (attach only, no claims) for further environments, or remove the claim tags of environments that no longer exist.',
    });
    return 'no-room';
  }
  addTagStep(draft, {
    id: stepId.claim(endpoint.id, threatened, Object.keys(tags)),
    title: `register environment ${desired.owner.environment} on ${endpoint.id}`,
    action: { kind: 'claim', what: 'own', endpointId: endpoint.id, tags },
  });
  return 'missing';
}

/** Removes marks of runs that died, and one that this run wrote before the endpoint turned out to stay. */
function planDeadMarks(draft: PlanDraft, endpoint: Endpoint, dead: readonly LeavingMark[]): void {
  const group = ownedGroup(draft.observed.groups, endpoint.vpcId, endpoint.serviceName);
  for (const mark of spentMarks(endpoint, dead)) {
    const groupId = group?.tags[mark.key] === undefined ? undefined : group.id;
    addStep(draft, {
      id: stepId.unmark(endpoint.id, mark.key),
      title: `remove the ${mark.nonce === draft.journal.nonce ? '' : 'expired '}removal mark from ${endpoint.id}`,
      action: { kind: 'unmark', endpointId: endpoint.id, groupId, tags: { [mark.key]: mark.value } },
    });
  }
}

/**
 * Marks that nobody needs. Those that tell which clusters nobody claims are kept: a later departure needs them; but of
 * one environment's only the youngest of those that tell the same, or a delete that is killed each night would fill the
 * endpoint.
 */
function spentMarks(endpoint: Endpoint, dead: readonly LeavingMark[]): LeavingMark[] {
  const claimed = new Set(readClaims(endpoint.tags).map((claim) => claim.clusterId));
  const kept: LeavingMark[] = [];
  return dead
    .toSorted((one, other) => other.at - one.at)
    .filter((mark) => {
      const left = mark.clusterIds.filter((id) => !claimed.has(id));
      const isSpent = kept.some((one) => one.by === mark.by && left.every((id) => one.clusterIds.includes(id)));
      if (left.length === 0 || isSpent) return true;
      kept.push(mark);
      return false;
    });
}

/**
 * Whether a living mark keeps this run from using the endpoint. The run behind it decides on a read that shows every
 * claim that stood when the mark was written, so a mark that is younger than this run's claims can only harm them where
 * it may give up claims of this very owner.
 */
function holdsBack(
  { desired, journal }: PlanDraft,
  endpoint: Endpoint,
  { mark, clusters }: { mark: LeavingMark; clusters: readonly Cluster[] },
): boolean {
  if (mark.by === '' || mark.by === ownerDigest(desired.owner)) return true;
  const known = claimsKnown(journal);
  return clusters.some(({ id }) => {
    const key = claimKey(desired.owner, id);
    const since = known.find((one) => one.endpointId === endpoint.id && one.key === key)?.since;
    return since === undefined || since > mark.at;
  });
}
