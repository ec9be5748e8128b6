import type { Endpoint, Group, Subnet } from '../../aws/types.ts';
import type { Cluster, Connection, EndpointService } from '../../cockroach/types.ts';
import type { ErrorCode } from '../../support/errors.ts';
import type { ClusterView, Facet } from './observed.ts';
import type { Step } from './steps.ts';

export interface Plan {
  readonly steps: readonly Step[];
  readonly waits: readonly Wait[];
  readonly blockers: readonly Blocker[];
  readonly notes: readonly Note[];
  readonly paths: readonly Path[];
  /** Empty where a path is wanted. */
  readonly leftOvers: readonly LeftOver[];
  /**
   * Reads that failed, by their names (`endpoints`, `connections:` and a cluster), in words; only `verify` plans
   * without them.
   */
  readonly unread?: ReadonlyMap<string, string>;
}

/** What a wait is for. Which of them `verify` reports: findings/findings.ts. */
export type WaitKind =
  | 'cluster'
  | 'cluster-read'
  | 'service'
  | 'unlocked'
  | 'host-name'
  | 'endpoint'
  | 'creation'
  | 'connection'
  | 'disconnected'
  | 'dns-name'
  | 'gone'
  | 'detached'
  | 'claimed'
  | 'mark'
  | 'leaving'
  | 'shown'
  | 'retag'
  | 'lag'
  | 'confirm';

/** Changes that take long, each with times of its own; see poll-schedule.ts. */
export type ChangeKind =
  | 'cluster'
  | 'service'
  | 'acceptance'
  | 'available'
  | 'private-dns'
  | 'connection'
  | 'connection-behind'
  | 'deletion';

/** Something that moves by itself and is worth waiting for. */
export interface Wait {
  readonly kind: WaitKind;
  /** What it is about: the ID of a resource, or of a step; with the kind it makes a wait known again. */
  readonly subject: string;
  /** The change that is waited for; undefined for what shows soon or whose time nobody knows. */
  readonly change?: ChangeKind;
  /** What is waited for, as a noun phrase: "VPC endpoint vpce-1 to become available". */
  readonly what: string;
  /** Its state as last seen; a line is logged whenever this changes. */
  readonly seen: string;
  /** Who has to move: shown when the time is up. */
  readonly waitingOn: string;
  readonly facets: readonly Facet[];
  /** What changes with it and is read once when the wait is over. */
  readonly readAfterwards?: readonly Facet[];
  /** Not worth looking before this time. */
  readonly notBefore?: number;
  /** Worth waiting for, but not failing for: left out with `wait: false` and when the time is nearly up. */
  readonly optional?: boolean;
  /** The endpoint that moves. */
  readonly endpointId?: string;
  /** Seconds that the protocol needs, not what the run is about: waited for even with `wait: false`. */
  readonly brief?: boolean;
}

/** The same for the same wait in the next plan. */
export function waitKey({ kind, subject }: Wait): string {
  return `${kind}:${subject}`;
}

/** Something the run cannot mend. */
export interface Blocker {
  readonly code: ErrorCode;
  readonly cause: string;
  /** What another service said of it. */
  readonly said?: string;
  readonly fix: string;
  /** Raised only when nothing else is left to do: what an owner elsewhere must change after we connected. */
  readonly late: boolean;
  /** What it is about: a resource ID, or a cluster as the workflow names it. */
  readonly subject: string;
  /** Lines that only the log has. */
  readonly log?: readonly string[];
}

/** Told by departures only, so no check of `verify`. */
type DepartureNote = 'departure';

/** Something worth telling that neither stops nor changes anything. */
export interface Note {
  readonly code:
    | 'shared-setting'
    | 'not-ours'
    | 'zones'
    | 'trusts-everyone'
    | 'cluster-locked'
    | 'manual-rules'
    | 'no-claim'
    | 'internal-dns-missing'
    | 'client-group-unseen'
    | DepartureNote;
  readonly text: string;
  readonly warning: boolean;
  /** What follows, each a line of its own: a sentence, or a command to paste. */
  readonly more?: readonly string[];
  /** Lines that only the log has. */
  readonly log?: readonly string[];
}

/** One private path: the clusters that report one endpoint service, and the endpoint that serves them. */
export interface Path {
  /** Undefined until the service has a name. */
  readonly serviceName: string | undefined;
  readonly service: EndpointService | undefined;
  readonly members: readonly Member[];
  readonly endpoint: Endpoint | undefined;
  readonly ownership: 'ours' | 'not-ours' | 'attached' | 'none';
  /** Endpoints of ours that are on their way out. */
  readonly superseded: readonly Endpoint[];
  /** The owned group, where the action keeps one. */
  readonly group: Group | undefined;
  /** Subnets of the endpoint, or those it will be made in. */
  readonly subnets: readonly Subnet[];
  /** Why these subnets: the rule in words. */
  readonly subnetRule: string;
}

/** A cluster as a member of a path: what was seen of it, and its connection to the path's endpoint. */
export interface Member {
  readonly view: ClusterView;
  readonly cluster: Cluster;
  readonly connection: Connection | undefined;
  /** What must come first before this account may connect. */
  readonly trust: string | undefined;
}

/** Something that a departure leaves where it is. */
export interface LeftOver {
  /** What it is, e.g. `VPC endpoint vpce-1`. */
  readonly what: string;
  readonly why: string;
  /** US dollars a month, 0 for what costs nothing. */
  readonly monthly: number;
  /** What follows, each a line of its own. */
  readonly more?: readonly string[];
  /** Lines that only the log has. */
  readonly log?: readonly string[];
}
