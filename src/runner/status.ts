import { isDead } from '../aws/types.ts';
import { connectionMeaning } from '../cockroach/types.ts';
import { readinessOf } from '../reconcile/model/cluster-state.ts';
import type { ClusterView, Observed } from '../reconcile/model/observed.ts';
import type { Member, Path, Plan } from '../reconcile/model/plan.ts';
import { isInternal, type Step } from '../reconcile/model/steps.ts';

/**
 * The states of a private connection, worst first; of several clusters the worst counts.
 * - `absent`: a read showed no VPC endpoint.
 * - `pending`: endpoint or connection is not available, or something is under way at AWS or CockroachDB Cloud.
 * - `degraded`: both sides are available, nothing is under way, and something else is not as configured.
 */
export const STATUSES = ['failed', 'rejected', 'absent', 'pending', 'degraded', 'available', 'deleted'] as const;
export type Status = (typeof STATUSES)[number];

/** The worst of these, `absent` where there are none. */
export function worstOf(statuses: readonly Status[]): Status {
  return STATUSES.find((one) => statuses.includes(one)) ?? 'absent';
}

/** What a status depends on beyond the states of endpoint and connection. */
export interface StatusBasis {
  readonly plan: Plan;
  /** Whether private DNS is configured. */
  readonly privateDns: boolean;
  readonly clusters: readonly ClusterView[];
}

/** The status of the private connection of one cluster. */
export function statusOf(path: Path, member: Member, { plan, privateDns, clusters }: StatusBasis): Status {
  const { endpoint } = path;
  if (endpoint === undefined) return statusWithoutEndpoint(path);
  const connection = member.connection === undefined ? undefined : connectionMeaning(member.connection);
  if (isDead(endpoint) || connection === 'failed') return 'failed';
  if (endpoint.state === 'rejected' || connection === 'rejected') return 'rejected';
  if (endpoint.state !== 'available' || connection !== 'available') return 'pending';
  const ids = new Set([endpoint.id, ...path.superseded.map((one) => one.id)]);
  if (plan.waits.some((wait) => wait.endpointId !== undefined && ids.has(wait.endpointId))) return 'pending';
  return (privateDns && !endpoint.privateDns) || isDifferent({ plan, clusters }, path, member)
    ? 'degraded'
    : 'available';
}

/** The status of a cluster that no path was planned for. */
export function statusWithoutPath({ matches: [cluster, ...others], failure }: ClusterView): Status {
  if (failure !== undefined) return 'failed';
  return cluster !== undefined && readinessOf(cluster) === 'creating' && others.length === 0 ? 'pending' : 'absent';
}

/** Without an endpoint that can serve: how the last one ended, if it is still there. */
function statusWithoutEndpoint({ superseded }: Path): Status {
  if (superseded.length === 0) return 'absent';
  return superseded.some(isDead) ? 'failed' : 'rejected';
}

/** True where the plan changes or complains about something that this cluster's private connection consists of. */
function isDifferent({ plan, clusters }: Pick<StatusBasis, 'plan' | 'clusters'>, path: Path, member: Member): boolean {
  const others = new Set(
    clusters
      .filter(({ matches }) => !matches.some((one) => one.id === member.cluster.id))
      .flatMap(({ ref, matches }) => [ref, ...matches.map((one) => one.id)]),
  );
  return (
    plan.steps.some((step) => !isInternal(step) && isAbout(step, path, member)) ||
    plan.blockers.some(({ subject }) => subject === '' || isOneOf(subject, path, member) || isAboutAll(subject))
  );

  function isAboutAll(subject: string): boolean {
    const ofPaths = plan.paths.some((one) => subject === one.endpoint?.id || subject === one.group?.id);
    return !others.has(subject) && !ofPaths;
  }
}

function isAbout({ action }: Step, path: Path, member: Member): boolean {
  if ('clusterId' in action) return action.clusterId === member.cluster.id;
  if ('endpointId' in action) return action.endpointId !== undefined && isOneOf(action.endpointId, path, member);
  // A group that is yet to be created is told by the step that creates it.
  if ('groupId' in action) return action.groupId !== undefined && action.groupId === path.group?.id;
  return action.serviceName === path.serviceName;
}

function isOneOf(id: string, { endpoint, superseded, group }: Path, { view, cluster }: Member): boolean {
  const ids = [endpoint?.id, group?.id, view.ref, cluster.id, ...superseded.map((one) => one.id)];
  return ids.includes(id);
}

/** Clusters of the workflow that no path was planned for. */
export function viewsWithoutPath({ clusters }: Observed, { paths }: Plan): ClusterView[] {
  const planned = new Set(paths.flatMap((path) => path.members.map((member) => member.cluster.id)));
  return clusters.filter(({ matches }) => !matches.some((one) => planned.has(one.id)));
}
