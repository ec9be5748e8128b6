import type { Observed } from './reconcile/model/observed.ts';
import type { Member, Path, Plan } from './reconcile/model/plan.ts';
import { isGone } from './reconcile/plan/members.ts';

/** Every output with the value it has before anything is known; the one list of their names. */
export const DEFAULT_OUTPUTS = {
  'endpoint-id': '',
  status: 'absent',
  'endpoint-state': '',
  'connection-status': '',
  'service-name': '',
  'security-group-id': '',
  'private-dns-enabled': '',
  'internal-dns': '',
  'connection-options': '',
  connections: '[]',
  'trusted-owners': '[]',
  'aws-account-id': '',
  changed: 'false',
  created: 'false',
  drift: '[]',
  'drift-count': '0',
  plan: '[]',
  'summary-markdown': '',
  'error-code': '',
} as const satisfies Record<string, string>;

export type OutputName = keyof typeof DEFAULT_OUTPUTS;
export type Outputs = Partial<Record<OutputName, string>>;

/** From bad to good; with several clusters the worst counts. */
const STATUSES = ['failed', 'rejected', 'absent', 'pending', 'available', 'deleted'] as const;
export type Status = (typeof STATUSES)[number];

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
}

/** One entry per cluster, in the order in which the workflow names them. */
export function connectionReports(plan: Plan, wanted: { region: string; privateDns: boolean }): ConnectionReport[] {
  return plan.paths.flatMap((path) => path.members.map((member) => reportOf(path, member, wanted)));
}

function reportOf(path: Path, member: Member, wanted: { region: string; privateDns: boolean }): ConnectionReport {
  const { endpoint } = path;
  const { cluster, connection } = member;
  const region = cluster.regions.find((one) => one.name.replace(/^aws-/, '') === wanted.region);
  return {
    cluster_id: cluster.id,
    cluster_name: cluster.name,
    plan: cluster.plan,
    status: statusOf(path, member, wanted.privateDns),
    endpoint_id: endpoint?.id ?? '',
    endpoint_state: endpoint?.rawState ?? '',
    connection_status: connection?.rawStatus ?? '',
    service_name: path.serviceName,
    security_group_id: path.group?.id ?? '',
    private_dns_enabled: endpoint?.privateDns ?? false,
    internal_dns: region?.internalDns ?? '',
    connection_options:
      cluster.serverless && cluster.routingId !== ''
        ? `options=--cluster%3D${encodeURIComponent(cluster.routingId)}`
        : '',
  };
}

/** Our word for both raw states; never `available` while private DNS was asked for and is off. */
function statusOf(path: Path, { connection }: Member, privateDns: boolean): Status {
  const { endpoint } = path;
  if (endpoint === undefined) return condemnedStatus(path);
  const status = connection?.status ?? '';
  if (['failed', 'expired'].includes(endpoint.state) || ['FAILED', 'EXPIRED'].includes(status)) return 'failed';
  if (endpoint.state === 'rejected' || status === 'REJECTED') return 'rejected';
  const both = endpoint.state === 'available' && status === 'AVAILABLE';
  return both && (endpoint.privateDns || !privateDns) ? 'available' : 'pending';
}

/** Without an endpoint that can serve: how the last one ended, if it is still there. */
function condemnedStatus({ condemned }: Path): Status {
  if (condemned.length === 0) return 'absent';
  return condemned.some((one) => one.state === 'failed' || one.state === 'expired') ? 'failed' : 'rejected';
}

/** The outputs that a plan tells: scalars where all clusters agree, lists for the rest. */
export function outputsOf(plan: Plan, observed: Observed, wanted: { region: string; privateDns: boolean }): Outputs {
  const reports = connectionReports(plan, wanted);
  const steps = plan.steps.map((step) => ({
    id: step.id,
    step: step.title,
    after: step.after,
    bookkeeping: step.bookkeeping,
  }));
  return {
    ...scalarsOf(reports),
    status: STATUSES.find((status) => reports.some((one) => one.status === status)) ?? 'absent',
    connections: JSON.stringify(reports),
    'trusted-owners': JSON.stringify(trustedOwners(observed)),
    'aws-account-id': observed.account,
    plan: JSON.stringify(steps),
  };
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
  };
}

/** The outputs of a run that left before the end: what was begun is pending, even where there is no endpoint yet. */
export function pendingOutputs(
  plan: Plan,
  observed: Observed,
  wanted: { region: string; privateDns: boolean },
): Outputs {
  const { status, connections = '[]' } = outputsOf(plan, observed, wanted);
  const reports = JSON.parse(connections) as ConnectionReport[];
  const begun = (one: Status) => (one === 'absent' ? 'pending' : one);
  return {
    status: begun(status as Status),
    connections: JSON.stringify(reports.map((report) => ({ ...report, status: begun(report.status) }))),
  };
}

/**
 * The outputs of a run that gave up what it was asked to: `absent` where there was nothing to give up.
 * @param told the output `connections` as it was told before the end
 */
export function departedOutputs(told: string, observed: Observed, left: boolean): Outputs {
  const status: Status = left ? 'deleted' : 'absent';
  const stands = (id: string) => observed.endpoints.some((one) => one.id === id && !isGone(one));
  const reports = (JSON.parse(told) as ConnectionReport[]).map((report) => ({
    ...report,
    status,
    connection_status: '',
    ...(stands(report.endpoint_id) ? {} : { endpoint_state: 'deleted', private_dns_enabled: false }),
  }));
  return { status, connections: JSON.stringify(reports), ...scalarsOf(reports) };
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
