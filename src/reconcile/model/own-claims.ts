import type { WallTime } from '../../support/moment.ts';
import { type Claim, claimKey, clusterNameInClaim, isFromFuture, isOwnClaim } from './claims.ts';
import type { Desired } from './desired.ts';
import type { ClusterView } from './observed.ts';

/**
 * Whether a claim is the owner's and on a cluster that is asked for: by its ID, or by the name that the claim stores.
 * @param views what was seen of the clusters that the workflow names
 */
export function ownClaims(
  { owner, clusters }: Pick<Desired, 'owner' | 'clusters'>,
  views: readonly ClusterView[],
): (claim: Claim) => boolean {
  if (clusters.length === 0) return (claim) => isOwnClaim(claim, owner);
  const ids = new Set(clusters.map((ref) => ref.toLowerCase()));
  // A name that a claim cuts off could be that of another cluster.
  const names = new Set(clusters.filter((ref) => clusterNameInClaim(ref) === ref));
  for (const view of views) {
    if (clusters.includes(view.ref)) for (const cluster of view.matches) ids.add(cluster.id.toLowerCase());
  }
  // The key tells too, for a claim whose value cannot be read.
  const keys = new Set([...ids].map((id) => claimKey(owner, id)));
  return (claim) =>
    keys.has(claim.key) ||
    (isOwnClaim(claim, owner) && (ids.has(claim.clusterId.toLowerCase()) || names.has(claim.clusterName)));
}

/**
 * Whether a run gives a claim up.
 * `markedAt`: a claim of the owner that is younger than the leaving mark is another run's, which stays.
 */
export function claimsToRelease(
  desired: Desired,
  views: readonly ClusterView[],
): (claim: Claim, markedAt: WallTime) => boolean {
  const { goal } = desired;
  if (goal.kind === 'leave-endpoint') return (claim) => goal.claims[claim.key] === claim.value;
  if (goal.kind !== 'leave-environment') return () => false;
  const isOwn = ownClaims(desired, views);
  return (claim, markedAt) => isOwn(claim) && (claim.lastUsed <= markedAt || isFromFuture(claim, markedAt));
}
