import type { Owner } from './claims.ts';

/** What a run is to bring about, free of anything that is observed. */
export interface Desired {
  readonly clusters: readonly string[];
  readonly region: string;
  readonly vpcId: string | undefined;
  /** Attach only: use exactly this endpoint and never change it. */
  readonly endpointId: string | undefined;
  /** Empty: one per availability zone of the service. */
  readonly subnetIds: readonly string[];
  /** Empty: one group made and owned by the action. */
  readonly securityGroupIds: readonly string[];
  readonly allowedCidrs: readonly string[];
  readonly allowedSecurityGroupIds: readonly string[];
  readonly privateDns: boolean;
  /** Undefined: not asked. */
  readonly trustedOwners: TrustedOwnersWish | undefined;
  /** Only the trusted owners are asked for, no endpoint. */
  readonly ownersOnly: boolean;
  readonly tags: Readonly<Record<string, string>>;
  readonly allowedAccountIds: readonly string[];
  readonly owner: Owner;
  /** What is to be given up instead of being made; undefined where a path is wanted. */
  readonly leave: Leave | undefined;
  readonly readLagMs: number;
  readonly decisionMs: number;
}

/** What a run gives up. */
export type Leave =
  /** The owner's claims: on the clusters of `Desired.clusters`, or all where that is empty. */
  | { readonly kind: 'environment' }
  /** Exactly these claims (key → value as judged) on one endpoint, and the endpoint if nobody else claims it by then. */
  | { readonly kind: 'endpoint'; readonly endpointId: string; readonly claims: Readonly<Record<string, string>> }
  /** One group that no endpoint uses. */
  | { readonly kind: 'group'; readonly groupId: string };

/** Which AWS accounts a cluster is to trust. */
export interface TrustedOwnersWish {
  /** 12 digits, `self` for the account in use, or `*`. */
  readonly accounts: readonly string[];
  /** `add` what is missing, make it `exact`, or `remove` what is listed. */
  readonly mode: 'add' | 'exact' | 'remove';
}
