import type { Cluster } from '../sandbox/types.ts';

/**
 * What a state of the cluster means, by hand. Sources: Cloud API specification, ClusterState.Type ("LOCKED: An exclusive
 * operation is being performed on this cluster"); cockroachdb/terraform-provider-cockroach 34 (networking calls answer 404
 * until the cluster is CREATED), PR 105 and PR 127 (automatic jobs lock a cluster for a short time).
 */

export type State = Cluster['state'];
/** For the rest of a test. */
export const EVER = Number.POSITIVE_INFINITY;

/** One run of `ensure` beside a cluster in these states. */
export interface StateRow {
  readonly is: string;
  /** There is a finished private connection before the run. */
  readonly finished: boolean;
  readonly states: readonly [State, number][];
  readonly inputs?: Record<string, string>;
  readonly exit: 0 | 1;
  readonly code?: string;
  readonly status: string;
  /** On Advanced, where the endpoint comes after the service that a lock delays. */
  readonly advancedStatus?: string;
  /** How often the Cloud is asked for a change. */
  readonly writes: number;
  readonly says: RegExp;
}

export const ENSURE_ROWS: readonly StateRow[] = [
  {
    is: 'LOCKED for five seconds, nothing there',
    finished: false,
    states: [
      ['LOCKED', 5],
      ['CREATED', EVER],
    ],
    exit: 0,
    status: 'available',
    writes: 1,
    says: /is available/,
  },
  {
    is: 'LOCKED for a minute, nothing there',
    finished: false,
    states: [
      ['LOCKED', 60],
      ['CREATED', EVER],
    ],
    exit: 0,
    status: 'available',
    writes: 1,
    says: /cluster \S+ to be unlocked[: (]+LOCKED/,
  },
  {
    is: 'LOCKED for good, nothing there',
    finished: false,
    states: [['LOCKED', EVER]],
    inputs: { 'timeout-seconds': '60' },
    exit: 1,
    code: 'timeout',
    status: 'pending',
    advancedStatus: 'absent',
    writes: 0,
    says: /to be unlocked\.\nLast seen: LOCKED; CockroachDB Cloud is changing the cluster/,
  },
  {
    is: 'LOCKED, wait: false, nothing there',
    finished: false,
    states: [['LOCKED', EVER]],
    inputs: { wait: 'false' },
    exit: 0,
    status: 'pending',
    writes: 0,
    says: /to be unlocked \(LOCKED\)/,
  },
  {
    is: 'LOCKED for good, finished',
    finished: true,
    states: [['LOCKED', EVER]],
    exit: 0,
    status: 'available',
    writes: 0,
    says: /Note: Cluster \S+ is in state LOCKED; no change to it is needed/,
  },
  {
    is: 'LOCKED, wait: false, finished',
    finished: true,
    states: [['LOCKED', EVER]],
    inputs: { wait: 'false' },
    exit: 0,
    status: 'available',
    writes: 0,
    says: /Note: Cluster \S+ is in state LOCKED/,
  },
  {
    is: 'LOCKED, dry run, nothing there',
    finished: false,
    states: [['LOCKED', EVER]],
    inputs: { 'dry-run': 'true' },
    exit: 0,
    status: 'absent',
    writes: 0,
    says: /Dry run: nothing was changed/,
  },
  {
    is: 'CREATING for two minutes',
    finished: false,
    states: [
      ['CREATING', 120],
      ['CREATED', EVER],
    ],
    exit: 0,
    status: 'available',
    writes: 1,
    says: /cluster \S+ to be created[: (]+CREATING/,
  },
  {
    is: 'CREATING, then LOCKED',
    finished: false,
    states: [
      ['CREATING', 60],
      ['LOCKED', 60],
      ['CREATED', EVER],
    ],
    exit: 0,
    status: 'available',
    writes: 1,
    says: /to be unlocked[: (]+LOCKED/,
  },
  {
    is: 'CREATING for good',
    finished: false,
    states: [['CREATING', EVER]],
    inputs: { 'timeout-seconds': '90' },
    exit: 1,
    code: 'timeout',
    status: 'pending',
    writes: 0,
    says: /to be created\.\nLast seen: CREATING; CockroachDB Cloud creates the cluster/,
  },
  {
    is: 'CREATING, wait: false',
    finished: false,
    states: [['CREATING', EVER]],
    inputs: { wait: 'false' },
    exit: 0,
    status: 'pending',
    writes: 0,
    says: /to be created \(CREATING\)/,
  },
  {
    is: 'CREATING, and then it fails',
    finished: false,
    states: [
      ['CREATING', 60],
      ['CREATION_FAILED', EVER],
    ],
    exit: 1,
    code: 'cluster-not-ready',
    status: 'absent',
    writes: 0,
    says: /could not create it/,
  },
  {
    is: 'CREATION_FAILED',
    finished: false,
    states: [['CREATION_FAILED', EVER]],
    exit: 1,
    code: 'cluster-not-ready',
    status: 'absent',
    writes: 0,
    says: /waiting does not change this state/,
  },
  {
    is: 'DELETED',
    finished: true,
    states: [['DELETED', EVER]],
    exit: 1,
    code: 'cluster-not-found',
    status: 'absent',
    writes: 0,
    says: /is deleted/,
  },
  {
    is: 'a state of later days, finished',
    finished: true,
    states: [['SUSPENDED' as State, EVER]],
    exit: 0,
    status: 'available',
    writes: 0,
    says: /is in state SUSPENDED/,
  },
];
