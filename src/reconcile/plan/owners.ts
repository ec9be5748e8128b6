import { type Cluster, connectionMeaning, nameOf, type TrustedOwner } from '../../cockroach/types.ts';
import { list } from '../../support/words.ts';
import type { TrustedOwnersWish } from '../model/desired.ts';
import type { ClusterView } from '../model/observed.ts';
import { stepId } from '../model/steps.ts';
import { addStep, block, type PlanDraft, warn } from './plan-draft.ts';

/** The accounts that are meant, `self` resolved. */
export function wantedOwners(wish: TrustedOwnersWish, account: string | undefined): string[] {
  return [...new Set(wish.accounts.flatMap((one) => (one === 'self' ? (account ?? []) : one)))];
}

/** True where trusted owners are asked of a Standard cluster; said before anything that its API answered about them. */
export function refuseOwnersOnStandard(draft: PlanDraft, view: ClusterView, cluster: Cluster): boolean {
  if (draft.desired.trustedOwners === undefined || !cluster.serverless) return false;
  block(draft, 'owners-standard', {
    cause: `Cluster ${nameOf(cluster)} is a Standard cluster; trusted owners exist only on Advanced`,
    fix: 'Leave trusted-owners out for Standard clusters.',
    subject: view.ref,
  });
  return true;
}

/**
 * Plans the trusted owners of one cluster (Advanced, limited access).
 * @returns what must come first before this account can make an endpoint
 */
export function planOwners(draft: PlanDraft, view: ClusterView, cluster: Cluster): string | undefined {
  const wish = draft.desired.trustedOwners;
  if (wish === undefined) return undefined;
  const name = nameOf(cluster);
  const present = view.owners ?? [];
  const wanted = wantedOwners(wish, draft.observed.account);
  if (wish.mode === 'remove') {
    for (const owner of present.filter((one) => wanted.includes(one.accountId)))
      planUntrust(draft, { view, cluster, owner, kept: [], after: undefined });
    return undefined;
  }
  const self = draft.observed.account;
  const isExact = wish.mode === 'exact' && draft.desired.goal.kind !== 'trusted-owners-only';
  if (isExact && self !== undefined && !wanted.includes(self) && !wanted.includes('*')) {
    block(draft, 'account-not-trusted', {
      cause: `trusted-owners (exact) leaves out AWS account ${self}, which this step connects to cluster ${name}`,
      fix: 'Add `self` to trusted-owners.',
      subject: view.ref,
    });
    return undefined;
  }
  const missing = wanted.filter((account) => !present.some((one) => one.accountId === account));
  for (const accountId of missing) {
    addStep(draft, {
      id: stepId.trust(cluster.id, accountId),
      title: `trust AWS account ${accountId} on cluster ${name}`,
      action: { kind: 'trust', clusterRef: view.ref, clusterId: cluster.id, accountId },
    });
  }
  if (wish.mode === 'exact') {
    for (const owner of present.filter((one) => !wanted.includes(one.accountId)))
      planUntrust(draft, {
        view,
        cluster,
        owner,
        kept: wanted,
        after: missing.length > 0 ? 'the accounts that stay are trusted' : undefined,
      });
  }
  const left = wish.mode === 'exact' ? wanted : [...wanted, ...present.map((one) => one.accountId)];
  if (left.includes('*') && new Set(left).size > 1) {
    warn(
      draft,
      'trusts-everyone',
      `Cluster ${name} trusts every AWS account (*), so the accounts listed beside it restrict nothing`,
    );
  }
  const isMissing = self !== undefined && missing.includes(self);
  return isMissing || (missing.includes('*') && !present.some((one) => one.accountId === self))
    ? 'this AWS account is trusted'
    : undefined;
}

/** An account is untrusted only when none of its endpoints is connected; anything else would cut a path. */
function planUntrust(
  draft: PlanDraft,
  given: {
    view: ClusterView;
    cluster: Cluster;
    owner: TrustedOwner;
    kept: readonly string[];
    after: string | undefined;
  },
): void {
  const { view, cluster, owner, kept, after } = given;
  const using = view.connections.filter(
    (one) =>
      (owner.accountId === '*' || one.ownerAccount === owner.accountId || one.ownerAccount === '') &&
      ['pending', 'available'].includes(connectionMeaning(one)),
  );
  const stillTrusted =
    owner.accountId === '*'
      ? using.filter(
          (one) =>
            !kept.includes(one.ownerAccount) &&
            view.owners?.every((other) => other.accountId !== one.ownerAccount) === true,
        )
      : using;
  if (stillTrusted.length > 0) {
    block(draft, 'owner-in-use', {
      cause: `AWS account ${owner.accountId} still has ${stillTrusted.length === 1 ? 'an endpoint' : 'endpoints'} connected to cluster ${nameOf(cluster)}: ${list(stillTrusted.map((one) => one.endpointId))}`,
      fix: 'Disconnect these endpoints first, or keep the account in trusted-owners.',
      subject: view.ref,
    });
    return;
  }
  addStep(draft, {
    id: stepId.untrust(cluster.id, owner.id),
    title: `stop trusting AWS account ${owner.accountId} on cluster ${nameOf(cluster)}`,
    action: { kind: 'untrust', clusterRef: view.ref, clusterId: cluster.id, owner },
    after,
  });
}
