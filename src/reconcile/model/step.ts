import type { IngressRule, Source } from '../../aws/types.ts';
import type { TrustedOwner } from '../../cockroach/types.ts';

interface StepBase {
  /** The same for the same step on the same thing, so that a step is known again after it was done. */
  readonly id: string;
  /** What it does, in words, beginning with a verb. */
  readonly title: string;
  /** False while something else must come first; `after` then says what. */
  readonly ready: boolean;
  readonly after: string;
  /** Claims and marks: never drift, never `changed`. */
  readonly bookkeeping: boolean;
}

export type Step = StepBase & { readonly action: StepAction };

export type StepAction =
  | { readonly kind: 'create-services'; readonly clusterRef: string; readonly clusterId: string }
  | {
      readonly kind: 'create-group';
      readonly serviceName: string;
      readonly vpcId: string;
      readonly name: string;
      readonly description: string;
      /** Claims of this run, so that its environment can find the group again where it never came to an endpoint. */
      readonly claims: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'authorize-ingress'; readonly groupId: string; readonly sources: readonly Source[] }
  | { readonly kind: 'revoke-ingress'; readonly groupId: string; readonly rules: readonly IngressRule[] }
  | {
      readonly kind: 'create-endpoint';
      readonly serviceName: string;
      readonly vpcId: string;
      readonly subnetIds: readonly string[];
      readonly groupIds: readonly string[];
      readonly tokenParts: readonly string[];
      readonly salt: number;
      readonly replacing: readonly string[];
      readonly tags: Readonly<Record<string, string>>;
    }
  | { readonly kind: 'claim'; readonly endpointId: string; readonly tags: Readonly<Record<string, string>> }
  /** Removes claims, each only where it still has the value given. */
  | {
      readonly kind: 'unclaim';
      readonly endpointId: string;
      readonly tags: Readonly<Record<string, string>>;
      readonly clusterIds: readonly string[];
    }
  | ({ readonly kind: 'mark' } & Marking)
  | ({ readonly kind: 'unmark' } & Marking)
  | {
      readonly kind: 'modify-endpoint';
      readonly endpointId: string;
      readonly addSubnetIds: readonly string[];
      readonly removeSubnetIds: readonly string[];
      readonly addGroupIds: readonly string[];
      readonly removeGroupIds: readonly string[];
    }
  | { readonly kind: 'connect'; readonly clusterRef: string; readonly clusterId: string; readonly endpointId: string }
  | {
      readonly kind: 'disconnect';
      readonly clusterRef: string;
      readonly clusterId: string;
      readonly endpointId: string;
    }
  | { readonly kind: 'set-private-dns'; readonly endpointId: string; readonly enabled: boolean }
  | { readonly kind: 'delete-endpoint'; readonly endpointId: string }
  | { readonly kind: 'delete-group'; readonly groupId: string }
  | { readonly kind: 'trust'; readonly clusterRef: string; readonly clusterId: string; readonly accountId: string }
  | { readonly kind: 'untrust'; readonly clusterRef: string; readonly clusterId: string; readonly owner: TrustedOwner };

/** A leaving mark, as a tag of an endpoint and of the group that is known to outlive it. */
interface Marking {
  readonly endpointId: string;
  readonly groupId: string | undefined;
  /** Only the group is marked: the endpoint has no room yet. */
  readonly groupOnly?: true;
  readonly tags: Readonly<Record<string, string>>;
}
