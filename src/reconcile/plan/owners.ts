import { type Cluster, connectionMeaning, nameOf, type TrustedOwner } from '../../cockroach/types.ts';
import { counted, joinShort } from '../../support/text.ts';
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
    fix: 'Remove trusted-owners for Standard clusters.',
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
  const present = view.owners ?? [];
  const wanted = wantedOwners(wish, draft.observed.account);
  if (wish.mode === 'remove') {
    for (const owner of present.filter((one) => wanted.includes(one.accountId)))
      planUntrust(draft, owner, { view, cluster, kept: [], after: undefined });
    return undefined;
  }
  if (wish.mode === 'exact' && refuseWithoutSelf(draft, { view, cluster, wanted })) return undefined;
  const missing = wanted.filter((account) => !present.some((one) => one.accountId === account));
  for (const accountId of missing) {
    addStep(draft, {
      id: stepId.trust(cluster.id, accountId),
      title: `trust AWS account ${accountId} on cluster ${nameOf(cluster)}`,
      action: { kind: 'trust', clusterRef: view.ref, clusterId: cluster.id, accountId },
    });
  }
  const surplus = wish.mode === 'exact' ? present.filter((one) => !wanted.includes(one.accountId)) : [];
  const after = missing.length > 0 ? 'the remaining accounts are trusted' : undefined;
  for (const owner of surplus) planUntrust(draft, owner, { view, cluster, kept: wanted, after });
  const staying = present.filter((one) => !surplus.includes(one)).map((one) => one.accountId);
  warnOfEveryone(draft, cluster, new Set([...wanted, ...staying]));
  return isTrustMissing(draft, present, missing) ? 'this AWS account is trusted' : undefined;
}

/** Refuses a list that would take away the path that this run makes; true where it did. */
function refuseWithoutSelf(
  draft: PlanDraft,
  { view, cluster, wanted }: { view: ClusterView; cluster: Cluster; wanted: readonly string[] },
): boolean {
  const self = draft.observed.account;
  if (draft.desired.goal.kind === 'trusted-owners-only' || self === undefined) return false;
  if (wanted.includes(self) || wanted.includes('*')) return false;
  block(draft, 'account-not-trusted', {
    cause: `trusted-owners omits AWS account ${self}, which this run connects to cluster ${nameOf(cluster)}`,
    fix: 'Add `self` to trusted-owners, or set trusted-owners-mode: add.',
    subject: view.ref,
  });
  return true;
}

function warnOfEveryone(draft: PlanDraft, cluster: Cluster, accounts: ReadonlySet<string>): void {
  if (!accounts.has('*') || accounts.size === 1) return;
  warn(
    draft,
    'trusts-everyone',
    `Cluster ${nameOf(cluster)} trusts every AWS account (*), so its other trusted owners restrict nothing`,
  );
}

/** True where this account is trusted only once those that are missing are. */
function isTrustMissing(
  { observed: { account } }: PlanDraft,
  present: readonly TrustedOwner[],
  missing: readonly string[],
): boolean {
  if (account !== undefined && missing.includes(account)) return true;
  return missing.includes('*') && !present.some((one) => one.accountId === account);
}

/** An account is untrusted only when none of its endpoints is connected; anything else would cut a path. */
function planUntrust(
  draft: PlanDraft,
  owner: TrustedOwner,
  given: { view: ClusterView; cluster: Cluster; kept: readonly string[]; after: string | undefined },
): void {
  const { view, cluster, kept, after } = given;
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
      cause: `AWS account ${owner.accountId} still has ${counted(stillTrusted.length, 'endpoint')} connected to cluster ${nameOf(cluster)}`,
      fix: `Disconnect ${joinShort(stillTrusted.map((one) => one.endpointId))} first, or keep the account in trusted-owners.`,
      subject: view.ref,
    });
    return;
  }
  addStep(draft, {
    id: stepId.untrust(cluster.id, owner.id),
    title: `remove trusted owner ${owner.accountId} from cluster ${nameOf(cluster)}`,
    action: { kind: 'untrust', clusterRef: view.ref, clusterId: cluster.id, owner },
    after,
  });
}
