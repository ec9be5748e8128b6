import type { Endpoint, Group, Subnet, Vpc, VpcDns } from '../../aws/types.ts';
import type { Cluster, Connection, EndpointService, TrustedOwner } from '../../cockroach/types.ts';
import type { ActionError } from '../../support/errors.ts';
import { type Moment, type WallTime, wallTime } from '../../support/moment.ts';

/** Both clients as last read. */
export interface Observed {
  /** Undefined where no read needed it, or where it could not be read. */
  readonly account: string | undefined;
  readonly clusters: readonly ClusterView[];
  readonly vpc: Vpc | undefined;
  readonly vpcDns: VpcDns | undefined;
  readonly subnets: readonly Subnet[];
  readonly endpoints: readonly Endpoint[];
  /** Groups that the action owns in the VPC, and those that the workflow names. */
  readonly groups: readonly Group[];
  /** Clusters that are gone and that this environment still claims; absent where no such claim made it worth a read. */
  readonly goneClusters?: GoneClusters;
  /** When the read of each facet that is shown here began, by the run's own clock. */
  readonly readAt: Readonly<Partial<Record<Facet, number>>>;
  /** The same by the wall clock: what is compared with times in tags of other runs, or may be too old. */
  readonly readAtWall: Readonly<Partial<Record<Facet, WallTime>>>;
}

/** When the read of a facet began, by both clocks; long ago where it was never read. */
export function readMoment({ readAt, readAtWall }: Observed, facet: Facet): Moment {
  return { mono: readAt[facet] ?? 0, wall: readAtWall[facet] ?? wallTime(0) };
}

/** The times of reads that began at a moment, laid over those of before. */
export function readTimes(
  facets: Iterable<Facet>,
  began: Moment,
  before: Pick<Observed, 'readAt' | 'readAtWall'> = { readAt: {}, readAtWall: {} },
): Pick<Observed, 'readAt' | 'readAtWall'> {
  const each = [...facets];
  return {
    readAt: { ...before.readAt, ...Object.fromEntries(each.map((facet) => [facet, began.mono])) },
    readAtWall: { ...before.readAtWall, ...Object.fromEntries(each.map((facet) => [facet, began.wall])) },
  };
}

/**
 * By ID: the API gives the state of the cluster as DELETED, or has no such cluster and lists others (`confirmedGone`).
 */
export type GoneClusters = Readonly<Record<string, 'deleted' | 'absent'>>;

/** What was seen of one cluster that the workflow named. */
export interface ClusterView {
  /** The reference as given: an ID or a name. */
  readonly ref: string;
  /** Every cluster that the reference fits: none, one, or several of one name. */
  readonly matches: readonly Cluster[];
  /** Where no name fits: the most similar one of a cluster that the key can see, if one is similar. */
  readonly nearest?: string | undefined;
  readonly services: readonly EndpointService[];
  readonly connections: readonly Connection[];
  /** Undefined where they were not asked for or could not be read. */
  readonly owners: readonly TrustedOwner[] | undefined;
  /**
   * Why services or connections could not be read; the planner lets it pass where the cluster itself is the blocker.
   */
  readonly failure: ActionError | undefined;
}

/**
 * One independently readable part of the world. `cluster:`, `services:`, `connections:` and `owners:` are followed by a
 * cluster reference.
 */
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
