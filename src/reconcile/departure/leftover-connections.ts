import { isGone } from '../../aws/types.ts';
import { type Cluster, type Connection, connectionText, nameOf } from '../../cockroach/types.ts';
import { readClaims } from '../model/claims.ts';
import { isOfPlace } from '../model/cluster-state.ts';
import type { ClusterView, Facet } from '../model/observed.ts';
import type { Path } from '../model/plan.ts';
import { doneAt, refusalOf, released } from '../model/recall.ts';
import { stepId } from '../model/steps.ts';
import { connectionOf, disconnectStep } from '../plan/members.ts';
import { addStep, addWait, block, note, type PlanDraft, warn } from '../plan/plan-draft.ts';

/** True for a cluster that is there and whose connections this key may read. */
export function isReadable(view: ClusterView): boolean {
  return view.matches.length === 1 && view.failure === undefined;
}

/** Connections whose endpoint is gone: being removed, or left by an endpoint that was deleted first. */
export function planLeftoverConnections(draft: PlanDraft): void {
  for (const view of draft.observed.clusters) {
    const [cluster] = view.matches;
    if (cluster === undefined || view.matches.length > 1) continue;
    for (const connection of view.connections) planLeftoverConnection(draft, { view, cluster, connection });
  }
}

function planLeftoverConnection(
  draft: PlanDraft,
  { view, cluster, connection }: { view: ClusterView; cluster: Cluster; connection: Connection },
): void {
  const { desired, observed, journal } = draft;
  const endpoint = observed.endpoints.find((one) => one.id === connection.endpointId);
  const alive = endpoint !== undefined && !isGone(endpoint);
  const id = stepId.disconnect(cluster.id, connection.endpointId);
  const asked = doneAt(journal, id) !== undefined;
  if (refusalOf(journal, id) !== undefined) return;
  const mine =
    (desired.goal.kind === 'leave-environment' || desired.goal.kind === 'leave-group') &&
    isOfPlace(connection, { account: observed.account, region: desired.region });
  if (connection.status === 'STALE' && !alive && (mine || asked)) {
    addStep(draft, disconnectStep({ view, cluster, connection, trust: undefined }, connection.endpointId));
  } else if (asked && connection.status === 'DELETING') {
    addWait(draft, {
      kind: 'disconnected',
      subject: `${cluster.id}:${connection.endpointId}`,
      what: `the connection of cluster ${nameOf(cluster)} to ${connection.endpointId} to be removed`,
      seen: connectionText(connection),
      waitingOn: 'CockroachDB Cloud is removing it',
      facets: [`connections:${view.ref}`],
    });
  }
}

/**
 * Connections of given-up clusters, not read since their endpoint was seen to be gone: the Cloud may still list them.
 */
export function unreadSinceGone({ journal, observed }: PlanDraft): Facet[] {
  const goneAt = observed.readAt.endpoints ?? 0;
  const ids = new Set(
    [...released(journal)]
      .filter(([id]) => !observed.endpoints.some((one) => one.id === id && one.state !== 'deleted'))
      .flatMap(([, clusterIds]) => [...clusterIds]),
  );
  return observed.clusters
    .filter((view) => isReadable(view) && view.matches.some((one) => ids.has(one.id)))
    .map((view): Facet => `connections:${view.ref}`)
    .filter((facet) => (observed.readAt[facet] ?? 0) < goneAt);
}

/**
 * Clusters that the Cloud does not show, or does not let go of, do not stop the AWS side. What is known of them is told
 * with the plan, and where something may be left at the Cloud, the run fails with it once all else is done.
 */
export function planUnreachable(draft: PlanDraft, paths: readonly Path[]): void {
  for (const { view, cluster } of paths.flatMap((path) => path.members)) {
    const name = nameOf(cluster);
    if (view.failure !== undefined) {
      const text = `The connections of cluster ${name} cannot be read (${view.failure.message}); the AWS side is deleted anyway`;
      warn(draft, 'departure', text);
    } else if (view.matches.length === 0) {
      (view.nearest === undefined ? note : warn)(
        draft,
        'departure',
        `${meantBy(view)}Cluster ${name} is not visible to this API key (deleted, or without a role on it): its connections were not checked, only the AWS side is deleted`,
      );
    }
  }
  tellUnread(draft, paths);
  for (const [endpointId, clusterIds] of released(draft.journal)) {
    for (const clusterId of clusterIds) blockLeft(draft, endpointId, clusterId);
  }
}

/** A name that may have been misspelt is no cluster that was deleted. */
function meantBy({ nearest }: Pick<ClusterView, 'nearest'>): string {
  return nearest === undefined ? '' : `Did you mean "${nearest}"? `;
}

/** Clusters that no endpoint of this run leads to, and whose connections were not seen. */
function tellUnread(draft: PlanDraft, paths: readonly Path[]): void {
  const members = new Set(paths.flatMap((path) => path.members.map((member) => member.view.ref)));
  const releasedIds = new Set([...released(draft.journal).values()].flatMap((ids) => [...ids]));
  for (const { ref, matches, nearest, failure } of draft.observed.clusters) {
    // Of what this run released, the end of the run tells more.
    if (members.has(ref) || releasedIds.has(ref)) continue;
    if (failure !== undefined) {
      warn(draft, 'departure', `The connections of cluster ${ref} were not checked: ${failure.message}`);
    } else if (matches.length === 0) {
      (nearest === undefined ? note : warn)(
        draft,
        'departure',
        `${meantBy({ nearest })}Cluster ${ref} is not visible to this API key (deleted, or without a role on it): its connections were not checked`,
      );
    }
  }
}

/** Fails the run for a connection that it could not remove, unless it is seen to be gone or another claim wants it. */
function blockLeft(draft: PlanDraft, endpointId: string, clusterId: string): void {
  const { observed, journal } = draft;
  const view = observed.clusters.find((one) => one.ref === clusterId || one.matches.some(({ id }) => id === clusterId));
  const failure = view?.failure ?? refusalOf(journal, stepId.disconnect(clusterId, endpointId));
  if (view === undefined || failure === undefined) return;
  if (isReadable(view) && (connectionOf(view, endpointId)?.status ?? 'DELETED') === 'DELETED') return;
  // The Cloud may drop it by itself once the endpoint is gone: the last look tells.
  if (unreadSinceGone(draft).includes(`connections:${view.ref}`)) return;
  const endpoint = observed.endpoints.find((one) => one.id === endpointId && !isGone(one));
  const claims = endpoint === undefined ? [] : readClaims(endpoint.tags);
  if (claims.some((claim) => claim.clusterId === clusterId)) return;
  const name = view.matches[0]?.name || clusterId;
  const what = `the connection of cluster ${name} to ${endpointId} at CockroachDB Cloud`;
  draft.leftOvers.push({ what, why: isReadable(view) ? 'could not be removed' : 'could not be read', monthly: 0 });
  block(draft, failure.code, {
    cause: `${endpoint === undefined ? `VPC endpoint ${endpointId} is deleted` : `VPC endpoint ${endpointId} is kept for other environments`}, but ${isReadable(view) ? what : `the connections of cluster ${name}`} could not be ${isReadable(view) ? 'removed' : 'read'}: ${failure.message}`,
    fix: `${failure.fix} Then disconnect it with operation: delete, endpoint-id: ${endpointId} and cluster: ${clusterId}, or in the Cloud Console.`,
    late: true,
    subject: clusterId,
  });
}
