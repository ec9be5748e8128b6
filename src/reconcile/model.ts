import type { Endpoint, Group, IngressRule, Source, Subnet, Vpc, VpcDns } from '../aws/types.ts';
import type { Cluster, Connection, EndpointService, TrustedOwner } from '../cockroach/types.ts';
import type { ActionError, ErrorCode } from '../support/errors.ts';
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

/** One independently readable part of the world. `cluster:`, `services:`, `connections:` and `owners:` are followed by a cluster reference. */
export type Facet =
  | `cluster:${string}`
  | `services:${string}`
  | `connections:${string}`
  | `owners:${string}`
  | 'account'
  | 'vpc'
  | 'subnets'
  | 'endpoints'
  | 'groups';

/** What was seen of one cluster that the workflow named. */
export interface ClusterView {
  /** The reference as given: an ID or a name. */
  readonly ref: string;
  /** Every cluster that the reference fits: none, one, or several of one name. */
  readonly matches: readonly Cluster[];
  readonly services: readonly EndpointService[];
  readonly connections: readonly Connection[];
  /** Undefined where they were not asked for or could not be read. */
  readonly owners: readonly TrustedOwner[] | undefined;
  /** Why services or connections could not be read; the planner lets it pass where the cluster itself is the blocker. */
  readonly failure: ActionError | undefined;
}

/** Both worlds as last read. */
export interface Observed {
  readonly account: string;
  readonly clusters: readonly ClusterView[];
  readonly vpc: Vpc | undefined;
  readonly vpcDns: VpcDns | undefined;
  readonly subnets: readonly Subnet[];
  readonly endpoints: readonly Endpoint[];
  /** Groups that the action owns in the VPC, and those that the workflow names. */
  readonly groups: readonly Group[];
  /** When the read of each facet that is shown here began. */
  readonly readAt: Readonly<Partial<Record<Facet, number>>>;
}

/** What this run did so far; the only thing the planner knows besides the two worlds. */
export interface Memory {
  readonly nonce: string;
  readonly startedAt: number;
  /** By step ID: when it was last done, and how often. */
  readonly done: ReadonlyMap<string, { readonly at: number; readonly times: number }>;
  /** By step ID: when a call of it last ended, answered or not. One without an answer may have taken effect. */
  readonly tried: ReadonlyMap<string, number>;
  /** When a step last changed a facet. */
  readonly touched: ReadonlyMap<Facet, number>;
  /** By endpoint: when this run last asked EC2 to change it. */
  readonly modified: ReadonlyMap<string, number>;
  /** Endpoints that this run created, as EC2 answered, newest last. */
  readonly createdEndpoints: readonly {
    readonly endpoint: Endpoint;
    readonly at: number;
    readonly replacing: readonly string[];
  }[];
  readonly createdGroups: readonly { readonly group: Group; readonly at: number }[];
  /** By service: when EC2 said that the creation token is taken, and how many tokens were tried before. */
  readonly tokenTaken: ReadonlyMap<string, { readonly at: number; readonly salt: number }>;
  /** By service: since when EC2 says that it does not know it. */
  readonly serviceUnknownSince: ReadonlyMap<string, number>;
  /** By service: zones that EC2 refused although the service lists them. */
  readonly refusedZones: ReadonlyMap<string, ReadonlySet<string>>;
  /** By endpoint and key: since when this run knows of its claims, at the latest. */
  readonly claimSeen: ReadonlyMap<string, number>;
  /** By endpoint: clusters whose claims this run has given up, by removing them or with the endpoint. */
  readonly givenUp: ReadonlyMap<string, ReadonlySet<string>>;
  /** By step: how it was refused, where the run goes on all the same. */
  readonly refused: ReadonlyMap<string, ActionError>;
  /** By group: when EC2 last said that something still uses it, since when it says so, and in which words. */
  readonly heldGroups: ReadonlyMap<string, { readonly at: number; readonly since: number; readonly why: string }>;
}

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
  readonly tags: Readonly<Record<string, string>>;
}

export type Step = StepBase & { readonly action: StepAction };

/** The long waits, each with times of its own; see pace.ts. */
export type WaitKind =
  | 'service'
  | 'acceptance'
  | 'available'
  | 'private-dns'
  | 'connection'
  | 'connection-behind'
  | 'deletion';

/** Something that moves by itself and is worth waiting for. */
export interface Wait {
  readonly id: string;
  /** Undefined for what shows soon or whose time nobody knows. */
  readonly kind?: WaitKind;
  /** What is waited for, as a noun phrase: "VPC endpoint vpce-1 to become available". */
  readonly what: string;
  /** Its state as last seen; a line is logged whenever this changes. */
  readonly seen: string;
  /** Who has to move: shown when the time is up. */
  readonly mover: string;
  readonly facets: readonly Facet[];
  /** What changes with it and is read once when the wait is over. */
  readonly readAfterwards?: readonly Facet[];
  /** Not worth looking before this time. */
  readonly notBefore?: number;
  /** Seconds that the protocol needs, not what the run is about: waited for even with `wait: false`. */
  readonly brief?: boolean;
}

/** Something the run cannot mend. */
export interface Blocker {
  readonly code: ErrorCode;
  readonly cause: string;
  readonly fix: string;
  /** Raised only when nothing else is left to do: what an owner elsewhere must change after we connected. */
  readonly late: boolean;
  /** What it is about: a resource ID, or a cluster as the workflow names it. */
  readonly subject: string;
}

/** Told by departures only, so no check of `verify`. */
type DepartureNote = 'departure';

/** Something worth telling that neither stops nor changes anything. */
export interface Note {
  readonly code: 'shared-setting' | 'not-ours' | 'zones' | 'trusts-everyone' | DepartureNote;
  readonly text: string;
  readonly warning: boolean;
}

/** A cluster as a member of a path: what was seen of it, and its connection to the path's endpoint. */
export interface Member {
  readonly view: ClusterView;
  readonly cluster: Cluster;
  readonly connection: Connection | undefined;
  /** What must come first before this account may connect, '' if nothing. */
  readonly trust: string;
}

/** A difference between what is wanted and what is there, in words; what `verify` reports. */
export interface Finding {
  /** Stable ID; each has a heading in docs/troubleshooting.md. */
  readonly check: string;
  /** Only errors count as drift. */
  readonly severity: 'error' | 'warning';
  readonly subject: string;
  readonly expected: string;
  readonly found: string;
  readonly fix: string;
}

/** One private path: the clusters that report one endpoint service, and the endpoint that serves them. */
export interface Path {
  /** '' until the service has a name. */
  readonly serviceName: string;
  readonly service: EndpointService | undefined;
  readonly members: readonly Member[];
  readonly endpoint: Endpoint | undefined;
  readonly ownership: 'ours' | 'not-ours' | 'attached' | 'none';
  /** Endpoints of ours that are on their way out. */
  readonly condemned: readonly Endpoint[];
  /** The owned group, where the action keeps one. */
  readonly group: Group | undefined;
  /** Subnets of the endpoint, or those it will be made in. */
  readonly subnets: readonly Subnet[];
  /** Why these subnets: the rule in words. */
  readonly subnetRule: string;
}

/** Something that a departure leaves where it is. */
export interface LeftOver {
  /** What it is, e.g. `VPC endpoint vpce-1`. */
  readonly what: string;
  readonly why: string;
  /** US dollars a month, 0 for what costs nothing. */
  readonly monthly: number;
}

export interface Plan {
  readonly steps: readonly Step[];
  readonly waits: readonly Wait[];
  readonly blockers: readonly Blocker[];
  readonly notes: readonly Note[];
  readonly paths: readonly Path[];
  /** Empty where a path is wanted. */
  readonly leftOvers: readonly LeftOver[];
}
