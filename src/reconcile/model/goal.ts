/**
 * What a run is to bring about: decided once, from the inputs (inputs/goal.ts, operations/sweep/sweep.ts), and asked of
 * nobody again. Pure.
 */
export type Goal = ConnectGoal | LeaveGoal;

/** Goals of `ensure` and `verify`; trusted owners are also removed by `delete`. */
export type ConnectGoal =
  | MakePath
  /** Exactly this endpoint is connected, and never changed. `vpcId`: where it has to be. */
  | { readonly kind: 'attach-endpoint'; readonly endpointId: string; readonly vpcId: string | undefined }
  /** Only the trusted owners, no endpoint. */
  | { readonly kind: 'trusted-owners-only' };

/** A private connection over an endpoint of the VPC, which is created where there is none. */
export interface MakePath {
  readonly kind: 'make-path';
  readonly vpcId: string;
}

/** Goals of `delete` and `sweep`. */
export type LeaveGoal =
  /** The owner's claims are given up: on the clusters of `Desired.clusters`, or all where that is empty. */
  | { readonly kind: 'leave-environment'; readonly vpcId: string }
  /** The clusters are disconnected from this endpoint, which keeps no claims. */
  | { readonly kind: 'detach-endpoint'; readonly endpointId: string; readonly vpcId: string | undefined }
  /**
   * Exactly these claims (key → value as judged) on one endpoint, and the endpoint if nobody else claims it by then.
   */
  | {
      readonly kind: 'leave-endpoint';
      readonly vpcId: string;
      readonly endpointId: string;
      readonly claims: Readonly<Record<string, string>>;
    }
  /** One group that no endpoint uses. */
  | { readonly kind: 'leave-group'; readonly vpcId: string; readonly groupId: string };

/** True for what `delete` and `sweep` give up. */
export function isLeaving(goal: Goal): goal is LeaveGoal {
  switch (goal.kind) {
    case 'make-path':
    case 'attach-endpoint':
    case 'trusted-owners-only':
      return false;
    case 'leave-environment':
    case 'detach-endpoint':
    case 'leave-endpoint':
    case 'leave-group':
      return true;
  }
}

/** The VPC of a goal, as far as the workflow names it. */
export function vpcOf(goal: Goal): string | undefined {
  return 'vpcId' in goal ? goal.vpcId : undefined;
}

/** The endpoint that the workflow names and the action neither creates nor changes; undefined for other goals. */
export function namedEndpoint(goal: Goal): string | undefined {
  return goal.kind === 'attach-endpoint' || goal.kind === 'detach-endpoint' ? goal.endpointId : undefined;
}
