import type { Cluster, TrustedOwner } from '../cockroach/types.ts';
import { addStep, block, type Draft, note } from './drafting.ts';
import type { ClusterView, TrustedOwnersWish } from './model.ts';
import { list } from './plan-network.ts';

/** The accounts that are meant, `self` resolved. */
export function wantedOwners(wish: TrustedOwnersWish, account: string): string[] {
  return [...new Set(wish.accounts.map((one) => (one === 'self' ? account : one)).filter((one) => one !== ''))];
}

/**
 * Plans the trusted owners of one cluster (Advanced, limited access).
 * @returns what must come first before this account can make an endpoint, '' if nothing
 */
export function planOwners(draft: Draft, view: ClusterView, cluster: Cluster): string {
  const wish = draft.desired.trustedOwners;
  if (wish === undefined) return '';
  const name = cluster.name || cluster.id;
  if (cluster.serverless) {
    block(draft, 'owners-standard', {
      cause: `Cluster ${name} is a Standard cluster; trusted owners exist only on Advanced`,
      fix: 'Leave trusted-owners out for Standard clusters.',
      subject: view.ref,
    });
    return '';
  }
  const present = view.owners ?? [];
  const wanted = wantedOwners(wish, draft.observed.account);
  if (wish.mode === 'remove') {
    for (const owner of present.filter((one) => wanted.includes(one.accountId)))
      planUntrust(draft, { view, cluster, owner });
    return '';
  }
  const missing = wanted.filter((account) => !present.some((one) => one.accountId === account));
  for (const accountId of missing) {
    addStep(draft, {
      id: `trust:${cluster.id}:${accountId}`,
      title: `trust AWS account ${accountId} on cluster ${name}`,
      action: { kind: 'trust', clusterRef: view.ref, clusterId: cluster.id, accountId },
      facets: [`owners:${view.ref}`],
    });
  }
  if (wish.mode === 'exact') {
    for (const owner of present.filter((one) => !wanted.includes(one.accountId)))
      planUntrust(draft, { view, cluster, owner });
  }
  const left = wish.mode === 'exact' ? wanted : [...wanted, ...present.map((one) => one.accountId)];
  if (left.includes('*') && new Set(left).size > 1) {
    note(
      draft,
      'trusts-everyone',
      `Cluster ${name} trusts every AWS account (*), so the accounts listed beside it restrict nothing`,
      true,
    );
  }
  const mine = draft.observed.account;
  return missing.includes(mine) || (missing.includes('*') && !present.some((one) => one.accountId === mine))
    ? 'this AWS account is trusted'
    : '';
}

/** An account is untrusted only when none of its endpoints is connected; anything else would cut a path. */
function planUntrust(
  draft: Draft,
  { view, cluster, owner }: { view: ClusterView; cluster: Cluster; owner: TrustedOwner },
): void {
  const using = view.connections.filter(
    (one) =>
      (owner.accountId === '*' || one.ownerAccount === owner.accountId) &&
      (one.status.startsWith('PENDING') || one.status === 'AVAILABLE'),
  );
  const stillTrusted =
    owner.accountId === '*'
      ? using.filter((one) => view.owners?.every((other) => other.accountId !== one.ownerAccount) === true)
      : using;
  if (stillTrusted.length > 0) {
    block(draft, 'owner-in-use', {
      cause: `AWS account ${owner.accountId} still has ${stillTrusted.length === 1 ? 'an endpoint' : 'endpoints'} connected to cluster ${cluster.name || cluster.id}: ${list(stillTrusted.map((one) => one.endpointId))}`,
      fix: 'Disconnect these endpoints first, or keep the account in trusted-owners.',
      subject: view.ref,
    });
    return;
  }
  addStep(draft, {
    id: `untrust:${cluster.id}:${owner.id}`,
    title: `stop trusting AWS account ${owner.accountId} on cluster ${cluster.name || cluster.id}`,
    action: { kind: 'untrust', clusterRef: view.ref, clusterId: cluster.id, owner },
    facets: [`owners:${view.ref}`],
  });
}
