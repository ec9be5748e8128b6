import { isGone } from '../../aws/types.ts';
import { connectionText, nameOf } from '../../cockroach/types.ts';
import { claimantsOf } from '../model/claimants.ts';
import { readClaims } from '../model/claims.ts';
import { vpcOf } from '../model/goal.ts';
import { isManagedEndpoint } from '../model/managed.ts';
import type { ClusterView } from '../model/observed.ts';
import type { Member, Path } from '../model/plan.ts';
import { clusterProblem } from '../plan/clusters.ts';
import { connectionOf, disconnectStep } from '../plan/members.ts';
import { addStep, addWait, block, confirmTouched, note, type PlanDraft, warn } from '../plan/plan-draft.ts';

/**
 * Plans the end of connections to an endpoint that the workflow names (attach only): the clusters are disconnected, the
 * endpoint itself is never touched. Without claims nobody knows who else uses the pair, so this cuts every user of it.
 */
export function planDisconnection(draft: PlanDraft, endpointId: string): Path[] {
  const endpoint = draft.observed.endpoints.find((one) => one.id === endpointId);
  const vpcId = vpcOf(draft.desired.goal);
  if (endpoint !== undefined && vpcId !== undefined && endpoint.vpcId !== vpcId) {
    block(draft, 'endpoint-not-found', {
      cause: `VPC endpoint ${endpointId} is in VPC ${endpoint.vpcId}, not in ${vpcId}`,
      fix: 'Correct vpc-id or remove it.',
    });
  }
  const paths = draft.observed.clusters.flatMap((view) => planView(draft, view, endpointId));
  confirmTouched(draft);
  return paths.map((members) => ({
    serviceName: endpoint?.serviceName ?? '',
    service: undefined,
    members: [members],
    endpoint,
    ownership: 'attached' as const,
    superseded: [],
    group: undefined,
    subnets: [],
    subnetRule: '',
  }));
}

function planView(draft: PlanDraft, view: ClusterView, endpointId: string): Member[] {
  const problem = clusterProblem(view, '');
  if (view.failure !== undefined) {
    block(draft, view.failure.code, { cause: view.failure.message, fix: view.failure.fix, subject: view.ref });
    return [];
  }
  if (problem?.code === 'cluster-ambiguous') {
    block(draft, problem.code, { ...problem, subject: view.ref });
    return [];
  }
  const [cluster] = view.matches;
  if (cluster === undefined) {
    warn(
      draft,
      'departure',
      `No cluster ${view.ref} is visible to this API key: its connection was not checked and not removed`,
    );
    return [];
  }
  const member = { view, cluster, connection: connectionOf(view, endpointId), trust: undefined };
  planEnd(draft, member, endpointId);
  return [member];
}

/** Plans the end of the connection of one cluster, if there is one. */
function planEnd(draft: PlanDraft, member: Member, endpointId: string): void {
  const { view, cluster, connection } = member;
  const name = nameOf(cluster);
  if (connection === undefined || connection.status === 'DELETED') return;
  const endpoint = draft.observed.endpoints.find((one) => one.id === endpointId);
  // EC2 goes on listing a deleted endpoint, with its tags, for a while.
  const claims =
    endpoint !== undefined && isManagedEndpoint(endpoint) && !isGone(endpoint) ? readClaims(endpoint.tags) : [];
  const users = claims.filter((claim) => claim.clusterId === cluster.id);
  if (users.length > 0) {
    const { text, log } = claimantsOf(users, draft.desired.owner);
    block(draft, 'endpoint-claimed', {
      cause: `Cluster ${name} is in use through ${endpointId}, claimed by ${text}`,
      fix: 'Set vpc-id and environment in place of endpoint-id: this action created the endpoint, and its last environment disconnects the cluster.',
      subject: view.ref,
      log,
    });
    return;
  }
  if (connection.status === 'DELETING') {
    addWait(draft, {
      kind: 'disconnected',
      subject: `${cluster.id}:${endpointId}`,
      what: `the connection of cluster ${name} to ${endpointId} to be removed`,
      seen: connectionText(connection),
      waitingOn: 'CockroachDB Cloud is removing it',
      facets: [`connections:${view.ref}`],
    });
    return;
  }
  if (connection.status === 'REJECTED') {
    // The Cloud may keep listing it so, whatever is done, until the endpoint is gone.
    note(
      draft,
      'departure',
      `The connection of cluster ${name} to ${endpointId} is rejected and carries no traffic; CockroachDB Cloud may list it until the endpoint is deleted`,
    );
    return;
  }
  warn(
    draft,
    'not-ours',
    `Disconnecting cluster ${name} from ${endpointId} cuts off all its clients: no claims show who they are`,
  );
  addStep(draft, disconnectStep(member, endpointId));
}
