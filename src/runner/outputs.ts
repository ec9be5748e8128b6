import { isGone } from '../aws/types.ts';
import { type Cluster, connectionMeaning } from '../cockroach/types.ts';
import { sameRegion } from '../reconcile/model/cluster-state.ts';
import { createdMonthlyCost } from '../reconcile/model/cost.ts';
import { isManagedEndpoint } from '../reconcile/model/managed.ts';
import type { Observed } from '../reconcile/model/observed.ts';
import type { Member, Path, Plan } from '../reconcile/model/plan.ts';
import { isInternal } from '../reconcile/model/steps.ts';
import { connectionOptions, connectionUrl } from './connection-url.ts';
import { type Status, type StatusBasis, statusOf, statusWithoutPath, viewsWithoutPath, worstOf } from './status.ts';

/** Every output with the value it has before anything is known; the one list of their names. */
export const DEFAULT_OUTPUTS = {
  'endpoint-id': '',
  status: 'failed',
  'endpoint-state': '',
  'connection-status': '',
  'service-name': '',
  'security-group-id': '',
  'private-dns-enabled': '',
  'internal-dns': '',
  'connection-options': '',
  'connection-url': '',
  'ca-cert-path': '',
  connections: '[]',
  'trusted-owners': '[]',
  'aws-account-id': '',
  changed: 'false',
  created: 'false',
  drift: '[]',
  'drift-count': '0',
  plan: '[]',
  'plan-count': '',
  'monthly-cost': '',
  'summary-markdown': '',
  'error-code': '',
} as const satisfies Record<string, string>;

export type OutputName = keyof typeof DEFAULT_OUTPUTS;
export type Outputs = Partial<Record<OutputName, string>>;

/** The private path of one cluster as an entry of the output `connections`. */
export interface ConnectionReport {
  readonly cluster_id: string;
  readonly cluster_name: string;
  readonly plan: string;
  readonly status: Status;
  readonly endpoint_id: string;
  readonly endpoint_state: string;
  readonly connection_status: string;
  readonly service_name: string;
  readonly security_group_id: string;
  readonly private_dns_enabled: boolean;
  readonly internal_dns: string;
  readonly connection_options: string;
  /** Without user and password; '' where the host, or the routing ID of a Standard cluster, isn't known. */
  readonly connection_url: string;
  /** Where this run wrote the CA certificate of an Advanced cluster; '' otherwise. */
  readonly ca_cert_path: string;
}

/** What a run expects, as far as outputs depend on it. */
export interface Expected {
  readonly region: string;
  readonly privateDns: boolean;
  /**
   * Whether each cluster is to have a private connection; not where one is removed, or only trusted owners are kept.
   */
  readonly everyCluster: boolean;
}

/** What `verify` found out beyond the plan, by cluster ID. */
export interface Judged {
  /** Clusters whose private connection is not as configured. */
  readonly different: ReadonlySet<string>;
  /** Clusters of which a read failed that their status rests on. */
  readonly unread: ReadonlySet<string>;
}

/** A plan, what it rests on, and what its outputs are measured by. */
interface Standing {
  readonly plan: Plan;
  readonly observed: Observed;
  readonly expected: Expected;
}

/**
 * One entry per cluster that was found, in the order in which the workflow names them. States are those that AWS and
 * CockroachDB Cloud reported last; what this run changed since then shows in `status` only.
 */
export function connectionReports({ plan, observed, expected }: Standing, judged?: Judged): ConnectionReport[] {
  // Steps that remove a private connection are no sign that it is not as configured.
  const basis = expected.everyCluster
    ? { plan, privateDns: expected.privateDns, clusters: observed.clusters }
    : { plan: { ...plan, steps: [], blockers: [] }, privateDns: false, clusters: [] };
  const planned = plan.paths.flatMap((path) =>
    path.members.map((member) => reportOf(member.cluster, path, { basis, member, expected })),
  );
  const others = viewsWithoutPath(observed, plan).flatMap((view) =>
    view.matches.length === 1 && view.matches[0] !== undefined
      ? [{ ...reportOf(view.matches[0], undefined, { basis, expected }), status: statusWithoutPath(view) }]
      : [],
  );
  const order = observed.clusters.flatMap(({ matches }) => matches.map((one) => one.id));
  return [...planned, ...(expected.everyCluster ? others : [])]
    .map((report) => ({ ...report, status: judgedStatus(report, judged) }))
    .toSorted((one, other) => order.indexOf(one.cluster_id) - order.indexOf(other.cluster_id));
}

function judgedStatus({ status, cluster_id }: ConnectionReport, judged: Judged | undefined): Status {
  if (judged?.unread.has(cluster_id) === true) return 'failed';
  return status === 'available' && judged?.different.has(cluster_id) === true ? 'degraded' : status;
}

function reportOf(
  cluster: Cluster,
  path: Path | undefined,
  { basis, member, expected }: { basis: StatusBasis; member?: Member; expected: Expected },
): ConnectionReport {
  const endpoint = path?.endpoint;
  const reported = endpoint?.asRead ?? endpoint;
  const host = cluster.regions.find((one) => sameRegion(one.name, expected.region))?.internalDns ?? '';
  return {
    cluster_id: cluster.id,
    cluster_name: cluster.name,
    plan: cluster.plan,
    status: path === undefined || member === undefined ? 'absent' : statusOf(path, member, basis),
    endpoint_id: endpoint?.id ?? '',
    endpoint_state: reported?.rawState ?? '',
    connection_status: member?.connection?.rawStatus ?? '',
    service_name: path?.serviceName ?? '',
    security_group_id: path?.group?.id ?? '',
    private_dns_enabled: reported?.privateDns ?? false,
    internal_dns: host,
    connection_options: connectionOptions(cluster),
    connection_url: connectionUrl(cluster, host),
    ca_cert_path: '',
  };
}

/**
 * The outputs that a plan tells: scalars where all clusters agree, lists for the rest.
 * @param reports of these clusters, from `connectionReports`
 */
export function outputsOf({ plan, observed, expected }: Standing, reports: readonly ConnectionReport[]): Outputs {
  const notFound = expected.everyCluster
    ? viewsWithoutPath(observed, plan).filter((view) => view.matches.length !== 1)
    : [];
  return {
    ...reportOutputs(reports),
    status: worstOf([...reports.map((one) => one.status), ...notFound.map(statusWithoutPath)]),
    'trusted-owners': JSON.stringify(trustedOwners(observed)),
    'aws-account-id': observed.account ?? '',
  };
}

/** What the plan of `ensure`, `verify` or `delete` shows in: its steps, how many they are, and what they cost. */
export function planOutputs(plan: Plan): Outputs {
  const told = plan.steps.map((step) => ({
    id: step.id,
    step: step.title,
    after: step.ready ? '' : step.after,
    bookkeeping: isInternal(step),
  }));
  // Of a plan that lacks what could not be read, neither is known.
  if (plan.unread !== undefined) return { plan: JSON.stringify(told) };
  return {
    plan: JSON.stringify(told),
    'plan-count': String(told.filter((step) => !step.bookkeeping).length),
    'monthly-cost': dollars(createdMonthlyCost(plan)),
  };
}

function dollars(cost: number | undefined): string {
  if (cost === undefined) return '';
  return cost === 0 ? '0' : cost.toFixed(2);
}

/** The outputs that reports alone tell. */
export function reportOutputs(reports: readonly ConnectionReport[]): Outputs {
  const told = reports.map(withoutUnusable);
  return {
    ...scalarsOf(told),
    status: worstOf(told.map((one) => one.status)),
    connections: JSON.stringify(told),
  };
}

/** There is no URL to a private connection that can't be used: one that is absent, pending, rejected or removed. */
function withoutUnusable(report: ConnectionReport): ConnectionReport {
  const isThere = report.status === 'available' || report.status === 'degraded';
  return isThere ? report : { ...report, connection_url: '', ca_cert_path: '' };
}

/** Each field of the reports, where all of them agree on it. */
function scalarsOf(reports: readonly ConnectionReport[]): Outputs {
  const only = (pick: (report: ConnectionReport) => string) => {
    const values = new Set(reports.map(pick));
    return values.size === 1 ? ([...values][0] ?? '') : '';
  };
  return {
    'endpoint-id': only((one) => one.endpoint_id),
    'endpoint-state': only((one) => one.endpoint_state),
    'connection-status': only((one) => one.connection_status),
    'service-name': only((one) => one.service_name),
    'security-group-id': only((one) => one.security_group_id),
    'private-dns-enabled': only((one) => (one.endpoint_id === '' ? '' : String(one.private_dns_enabled))),
    'internal-dns': only((one) => one.internal_dns),
    'connection-options': only((one) => one.connection_options),
    'connection-url': only((one) => one.connection_url),
    'ca-cert-path': only((one) => one.ca_cert_path),
  };
}

/**
 * The reports of a run that ends while something is under way: what it began is pending, even where there is no
 * endpoint yet.
 */
export function pendingReports(reports: readonly ConnectionReport[]): ConnectionReport[] {
  return reports.map((report) => ({
    ...report,
    status: report.status === 'absent' || report.status === 'degraded' ? 'pending' : report.status,
  }));
}

/**
 * The outputs of a run that removed its environment from a private connection: `absent` where there was nothing to
 * remove.
 * @param reports as they were before the end
 * @param observed the last read of the run
 */
export function departedOutputs(reports: readonly ConnectionReport[], observed: Observed, removed: boolean): Outputs {
  const status: Status = removed ? 'deleted' : unmanagedStatus(observed);
  const stands = (id: string) => observed.endpoints.some((one) => one.id === id && !isGone(one));
  const departed = reports.map((report) => ({
    ...report,
    status,
    connection_status: '',
    ...(stands(report.endpoint_id) ? {} : { endpoint_state: 'deleted', private_dns_enabled: false }),
  }));
  return { ...reportOutputs(departed), status };
}

/**
 * `absent`, unless a cluster that was read is connected to an endpoint that this action does not manage, and so does
 * not remove.
 */
function unmanagedStatus({ endpoints, clusters }: Observed): Status {
  const ids = new Set(endpoints.filter((one) => !isManagedEndpoint(one) && !isGone(one)).map((one) => one.id));
  const states = clusters
    .flatMap((view) => view.connections)
    .filter((one) => ids.has(one.endpointId))
    .map(connectionMeaning)
    .filter((meaning) => meaning === 'available' || meaning === 'pending');
  return worstOf(states);
}

/** A trusted owner of one cluster, as the output `trusted-owners` has it. */
export interface OwnerReport {
  readonly cluster_id: string;
  readonly cluster_name: string;
  readonly id: string;
  readonly account: string;
  readonly created_at: string;
}

/** The output `trusted-owners`: every trusted owner of every cluster that was asked about. */
export function trustedOwners(observed: Observed): OwnerReport[] {
  return observed.clusters.flatMap(({ matches: [cluster], owners }) =>
    (owners ?? []).map((owner) => ({
      cluster_id: cluster?.id ?? '',
      cluster_name: cluster?.name ?? '',
      id: owner.id,
      account: owner.accountId,
      created_at: owner.createdAt,
    })),
  );
}

/** Writes outputs as soon as they are known and only when they change; the runner keeps the last value of each. */
export function outputWriter(write: (name: OutputName, value: string) => void) {
  const written = new Map<string, string>();
  return (outputs: Outputs): void => {
    for (const [name, value] of Object.entries(outputs) as [OutputName, string][]) {
      if (written.get(name) === value) continue;
      written.set(name, value);
      write(name, value);
    }
  };
}
