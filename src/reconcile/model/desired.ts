import type { Owner } from './claims.ts';
import type { Goal } from './goal.ts';

/** What a run is to bring about, free of anything that is observed. */
export interface Desired<G extends Goal = Goal> {
  readonly goal: G;
  readonly clusters: readonly string[];
  readonly region: string;
  /** Empty: one per availability zone of the service. */
  readonly subnetIds: readonly string[];
  /** Empty: one group made and owned by the action. */
  readonly securityGroupIds: readonly string[];
  readonly allowedCidrs: readonly string[];
  readonly allowedSecurityGroupIds: readonly string[];
  readonly privateDns: boolean;
  /** Undefined: not asked. */
  readonly trustedOwners: TrustedOwnersWish | undefined;
  readonly tags: Readonly<Record<string, string>>;
  readonly allowedAccountIds: readonly string[];
  readonly owner: Owner;
  readonly readLagMs: number;
  readonly decisionMs: number;
}

/** Which AWS accounts a cluster is to trust. */
export interface TrustedOwnersWish {
  /** 12 digits, `self` for the account in use, or `*`. */
  readonly accounts: readonly string[];
  /** `add` what is missing, make it `exact`, or `remove` what is listed. */
  readonly mode: 'add' | 'exact' | 'remove';
}
