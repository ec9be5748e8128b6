import type { ErrorCode } from '../../src/support/errors.ts';
import { FAULT_NAMES, type FaultName, LASTING_NAMES } from './fault-kinds.ts';
import type { Work } from './works.ts';

/** How a run ends: with exit 0 and its work done, or with exit 1 and a code; then the next run finishes the work. */
export type Ending = 'well' | ErrorCode;

interface Row {
  faults: readonly FaultName[];
  requests: readonly string[];
  /** In which operations; all if left out. */
  of?: readonly Work['operation'][];
  /** In which works, by name; all if left out. */
  works?: readonly string[];
  ending: Ending;
  /** The connection stays, and the error says with which command it goes. */
  leavesConnection?: true;
}

const SIGN_IN = ['GET token', 'AssumeRoleWithWebIdentity'];
const EC2_READS = [
  ...['DescribeVpcs', 'DescribeVpcAttribute', 'DescribeSubnets'],
  ...['DescribeVpcEndpoints', 'DescribeSecurityGroups'],
];
const EC2_WRITES = [
  ...['CreateSecurityGroup', 'AuthorizeSecurityGroupIngress', 'CreateVpcEndpoint', 'ModifyVpcEndpoint'],
  ...['CreateTags', 'DeleteTags', 'DeleteVpcEndpoints', 'DeleteSecurityGroup'],
];
const CLOUD_READS = ['GET cluster', 'GET services', 'GET connections', 'GET allowlist'];
const CLOUD_WRITES = ['POST services', 'POST connections', 'DELETE connection'];
const GITHUB = ['GET branches', 'GET pulls'];
const EC2 = [...EC2_READS, ...EC2_WRITES];
const CLOUD = [...CLOUD_READS, ...CLOUD_WRITES];
const ALL = [...SIGN_IN, ...EC2, ...CLOUD, ...GITHUB];

/** What passes by itself: the run looks again, or asks again where nothing can be done twice. */
const PASSING: readonly FaultName[] = [
  ...(['status 500', 'status 500, done', 'status 503', 'status 503, done', 'status 503 with Retry-After'] as const),
  ...(['connection reset', 'connection reset, done', 'no answer', 'no answer, done'] as const),
  ...(['an HTML page', 'an HTML page, done', 'an HTML page that claims success', 'an answer cut short'] as const),
  ...(['throttled: RequestLimitExceeded', 'throttled: Throttling', 'throttled: ThrottlingException'] as const),
  ...(['throttled: EC2ThrottledException', 'throttled: BandwidthLimitExceeded'] as const),
  ...(['throttled: Unavailable', 'throttled: IDPCommunicationError'] as const),
  ...(['throttled: 429', 'throttled: 429 with Retry-After', 'throttled: 503 with Retry-After'] as const),
  ...(['throttled: 400 with Retry-After', 'throttled: 403', 'throttled: 403 with Retry-After'] as const),
];
const BROKEN: readonly FaultName[] = ['status 500', 'status 503', 'an HTML page'];
const THROTTLED: readonly FaultName[] = ['throttled: RequestLimitExceeded', 'throttled: 429 with Retry-After'];
/** Not sent for longer than what was read may count: where they are throttled, the run looks again. */
const DECIDED_ANEW = ['ModifyVpcEndpoint', 'DeleteVpcEndpoints', 'DeleteTags', 'DELETE connection'];
const without = (all: readonly string[], some: readonly string[]) => all.filter((one) => !some.includes(one));
const ONE_CLUSTER = ['delete, Standard', 'delete, Advanced', 'delete at 50 tags'];
const SOME_CLUSTERS = [
  'delete, shared, with a cluster of its own',
  'delete at 50 tags, shared, with a cluster of its own',
];
const ONE_PATH = ['ensure', 'delete'] as const;

/** Without the certificate of a cluster's CA a run has all but one output, and warns. */
const CERTIFICATE: Row = { faults: FAULT_NAMES, requests: ['GET cert'], ending: 'well' };

/** A request that fails once. Each pair of fault and request of an operation has exactly one row. */
export const ONCE: readonly Row[] = [
  { faults: PASSING, requests: ALL, ending: 'well' },
  CERTIFICATE,
  // The run signs in anew: nothing was executed.
  { faults: ['clock skew', 'expired credentials'], requests: EC2, ending: 'well' },
  { faults: ['expired credentials'], requests: ['AssumeRoleWithWebIdentity'], ending: 'well' },
  { faults: ['expired credentials'], requests: ['GET token'], of: ONE_PATH, ending: 'oidc-failed' },
  { faults: ['expired credentials'], requests: CLOUD, of: ['ensure'], ending: 'cloud-key-rejected' },
  { faults: ['expired credentials'], requests: CLOUD, works: ONE_CLUSTER, ending: 'cloud-key-rejected' },
  {
    faults: ['expired credentials'],
    requests: CLOUD_WRITES,
    works: SOME_CLUSTERS,
    ending: 'cloud-key-rejected',
    leavesConnection: true,
  },
  // What cannot be read of one cluster does not stop a delete; the next look shows it.
  { faults: ['expired credentials'], requests: CLOUD_READS, works: SOME_CLUSTERS, ending: 'well' },
  { faults: ['expired credentials'], requests: ['GET token', ...CLOUD], of: ['verify'], ending: 'could-not-check' },
  {
    faults: ['expired credentials'],
    requests: CLOUD,
    of: ['sweep'],
    ending: 'sweep-incomplete',
    leavesConnection: true,
  },
  { faults: ['expired credentials'], requests: GITHUB, of: ['sweep'], ending: 'github-denied' },
  { faults: ['expired credentials'], requests: ['GET token'], of: ['sweep'], ending: 'oidc-failed' },
];

/** A request that fails as often as it is made, in a run that may last two and a half minutes. */
export const ALWAYS: readonly Row[] = [
  CERTIFICATE,
  { faults: LASTING_NAMES, requests: ['GET token'], of: ONE_PATH, ending: 'oidc-failed' },
  { faults: LASTING_NAMES, requests: ['AssumeRoleWithWebIdentity'], of: ONE_PATH, ending: 'aws-unavailable' },
  { faults: LASTING_NAMES, requests: EC2_READS, of: ONE_PATH, ending: 'aws-unavailable' },
  { faults: BROKEN, requests: EC2_WRITES, of: ONE_PATH, ending: 'aws-unavailable' },
  // The time of the run is up before a write was lost often enough.
  { faults: ['no answer'], requests: EC2_WRITES, of: ONE_PATH, ending: 'timeout' },
  { faults: ['no answer'], requests: CLOUD_WRITES, of: ONE_PATH, ending: 'cloud-unavailable' },
  { faults: THROTTLED, requests: without(EC2_WRITES, DECIDED_ANEW), of: ONE_PATH, ending: 'aws-unavailable' },
  { faults: THROTTLED, requests: DECIDED_ANEW, of: ONE_PATH, ending: 'timeout' },
  { faults: LASTING_NAMES, requests: CLOUD_READS, of: ONE_PATH, ending: 'cloud-unavailable' },
  { faults: BROKEN, requests: CLOUD_WRITES, of: ONE_PATH, ending: 'cloud-unavailable' },
  { faults: THROTTLED, requests: without(CLOUD_WRITES, DECIDED_ANEW), of: ONE_PATH, ending: 'cloud-unavailable' },
  { faults: LASTING_NAMES, requests: [...SIGN_IN, ...EC2, ...CLOUD], of: ['verify'], ending: 'could-not-check' },
  { faults: LASTING_NAMES, requests: ['GET token'], of: ['sweep'], ending: 'oidc-failed' },
  { faults: LASTING_NAMES, requests: ['AssumeRoleWithWebIdentity'], of: ['sweep'], ending: 'aws-unavailable' },
  { faults: LASTING_NAMES, requests: EC2_READS, of: ['sweep'], ending: 'aws-unavailable' },
  { faults: LASTING_NAMES, requests: [...EC2_WRITES, ...CLOUD], of: ['sweep'], ending: 'sweep-incomplete' },
  { faults: LASTING_NAMES, requests: GITHUB, of: ['sweep'], ending: 'github-unavailable' },
];

/** The row of a table for a pair; throws where there is none, or more than one. */
export function rowOf(rows: readonly Row[], given: { fault: FaultName; request: string; work: Work }): Row {
  const { fault, request, work } = given;
  const found = rows.filter(
    (row) =>
      row.faults.includes(fault) &&
      row.requests.includes(request) &&
      (row.of === undefined || row.of.includes(work.operation)) &&
      (row.works === undefined || row.works.includes(work.name)),
  );
  const [row] = found;
  if (row === undefined || found.length > 1)
    throw new Error(`the table has ${found.length} rows for ${request}: ${fault}, ${work.operation}`);
  return row;
}
