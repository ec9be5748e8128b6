import type { Endpoint } from '../../aws/types.ts';
import { type Claim, clusterNameInClaim, isOwnClaim, readClaims } from '../model/claims.ts';
import { stepId } from '../model/steps.ts';
import { addStep, type PlanDraft } from '../plan/plan-draft.ts';

/**
 * A claim on a cluster that the API does not have, and whose name is not in use again, is released after so long
 * without use.
 */
const IDLE_MS = 7 * 24 * 3_600_000;
/** A name of this length in a claim may be the beginning of a longer one. */
const CUT_AT = clusterNameInClaim('x'.repeat(256)).length;

/**
 * Claims of this environment on clusters that are gone, so that they can be released: bookkeeping of an environment
 * whose cluster is made again and again would fill the endpoint. The only place that decides it. A key whose role is
 * too low sees a living cluster as absent, so an absence counts only with more: the cluster's name belongs to another
 * one of this run, or the environment has not used the claim for seven days.
 */
export function releasableClaims({ desired, observed, wallNow }: PlanDraft, { tags }: Pick<Endpoint, 'tags'>): Claim[] {
  const { goneClusters = {} } = observed;
  const present = observed.clusters.flatMap((view) => view.matches);
  return readClaims(tags).filter((claim) => {
    if (!isOwnClaim(claim, desired.owner) || present.some((one) => one.id === claim.clusterId)) return false;
    const proof = goneClusters[claim.clusterId];
    if (proof !== 'absent') return proof === 'deleted';
    const isReplaced = claim.clusterName.length < CUT_AT && present.some((one) => one.name === claim.clusterName);
    return isReplaced || (claim.lastUsed > 0 && wallNow - claim.lastUsed >= IDLE_MS);
  });
}

/** The claims of an endpoint that go on to count where it is replaced. */
export function livingClaims(draft: PlanDraft, endpoint: Pick<Endpoint, 'tags'>): Claim[] {
  const keys = new Set(releasableClaims(draft, endpoint).map((claim) => claim.key));
  return readClaims(endpoint.tags).filter((claim) => !keys.has(claim.key));
}

/**
 * Plans the release of those claims, by key and value. Only for an endpoint on which a read has shown the claim of this
 * run and no living mark: so the endpoint is never without a claim because of it.
 */
export function planRelease(draft: PlanDraft, endpoint: Endpoint): void {
  const claims = releasableClaims(draft, endpoint);
  if (claims.length === 0) return;
  const what =
    claims.length === 1
      ? `the claim for deleted cluster ${claims[0]?.clusterName || claims[0]?.clusterId}`
      : `the claims for ${claims.length} deleted clusters`;
  addStep(draft, {
    id: stepId.release(
      endpoint.id,
      claims.map((claim) => claim.key),
    ),
    title: `release ${what} on ${endpoint.id}`,
    action: {
      kind: 'unclaim',
      endpointId: endpoint.id,
      tags: Object.fromEntries(claims.map((claim) => [claim.key, claim.value])),
      clusterIds: claims.map((claim) => claim.clusterId),
    },
  });
}
