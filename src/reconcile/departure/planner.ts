import { type Endpoint, type Group, isGone } from '../../aws/types.ts';
import { type Cluster, isRemoved } from '../../cockroach/types.ts';
import type { WallTime } from '../../support/moment.ts';
import { joinShort } from '../../support/text.ts';
import { heldMark } from '../membership/lease.ts';
import { divideClaims, planLeaving } from '../membership/leave.ts';
import { keptFor } from '../model/claimants.ts';
import { type Claim, isOwnClaim, ownerDigest, readClaims, readMarks } from '../model/claims.ts';
import { monthlyCost } from '../model/cost.ts';
import type { Desired } from '../model/desired.ts';
import { endpointMismatch, isManagedEndpoint, isManagedGroup } from '../model/managed.ts';
import type { ClusterView, Facet } from '../model/observed.ts';
import { claimsToRelease, ownClaims } from '../model/own-claims.ts';
import type { Member, Path, Plan } from '../model/plan.ts';
import { doneAt, hasDoneAnything, refusalOf, released, triedAt } from '../model/recall.ts';
import { stepId } from '../model/steps.ts';
import { clusterProblem } from '../plan/clusters.ts';
import { connectionOf, disconnectStep } from '../plan/members.ts';
import { isGroupOf, ownedGroup } from '../plan/owned-group.ts';
import {
  addStep,
  addWait,
  block,
  confirmTouched,
  finish,
  note,
  type PlanDraft,
  type Planning,
  startDraft,
  tagTime,
  warn,
} from '../plan/plan-draft.ts';
import { noteUnmanaged } from '../plan/unmanaged.ts';
import { planAccount } from '../plan/vpc.ts';
import { planDisconnection } from './disconnect-attached.ts';
import { isReadable, planLeftoverConnections, planUnreachable, unreadSinceGone } from './leftover-connections.ts';
import { askedServices, endpointsInScope, hasReleased } from './scope.ts';
import { planGroupDeletion } from './security-group-deletion.ts';
import { mayBeInUse } from './sweep-rules.ts';

/**
 * The planner of leaving: what is left to do until what the goal names is given up, and what nobody else uses is
 * taken down. Pure, like `makePlan`, and empty when nothing is left to do.
 */
export function makeDeparturePlan(given: Planning): Plan {
  const draft = startDraft(given);
  planAccount(draft);
  blockAmbiguous(draft);
  const { goal } = draft.desired;
  if (goal.kind === 'detach-endpoint') return finish(draft, planDisconnection(draft, goal.endpointId));
  const scope = endpointsInScope(draft);
  const paths = scope.map((endpoint) => planEndpoint(draft, endpoint));
  for (const endpoint of draft.observed.endpoints) {
    if (scope.includes(endpoint) || isGone(endpoint)) continue;
    if (!released(draft.journal).has(endpoint.id) && !hasReleased(draft, endpoint)) continue;
    tellKept(draft, endpoint, readClaims(endpoint.tags));
  }
  planGroups(draft, paths);
  planLeftoverConnections(draft);
  planUnreachable(draft, paths);
  if (goal.kind === 'leave-environment') tellForeign(draft);
  confirm(draft);
  return finish(draft, paths);
}

/** Of two clusters of one name only one is meant. */
function blockAmbiguous(draft: PlanDraft): void {
  for (const view of draft.observed.clusters) {
    const problem = view.matches.length > 1 ? clusterProblem(view, '') : undefined;
    if (problem !== undefined) block(draft, problem.code, { ...problem, subject: view.ref });
  }
}

function planEndpoint(draft: PlanDraft, endpoint: Endpoint): Path {
  const { observed, desired } = draft;
  const isReleased = claimsToRelease(draft.desired, draft.observed.clusters);
  const group = ownedGroup(observed.groups, endpoint.vpcId, endpoint.serviceName);
  const members = membersOf(draft, endpoint, isReleased);
  const path: Path = {
    serviceName: endpoint.serviceName,
    service: undefined,
    members,
    endpoint,
    ownership: 'ours',
    superseded: [],
    group,
    subnets: observed.subnets.filter((subnet) => endpoint.subnetIds.includes(subnet.id)),
    subnetRule: 'the subnets that the endpoint is in',
  };
  if (isGone(endpoint)) {
    addWait(draft, {
      kind: 'gone',
      subject: endpoint.id,
      what: `VPC endpoint ${endpoint.id} to be deleted`,
      seen: endpoint.rawState,
      waitingOn: 'AWS is deleting it',
      facets: ['endpoints'],
    });
    return path;
  }
  planLeaving(draft, endpoint, {
    gives: isReleased,
    by: desired.goal.kind === 'leave-environment' ? ownerDigest(desired.owner) : '',
    keeps: isUnclaimedSweep(desired) && mayBeInUse(endpoint, observed.groups, draft.journal.nonce),
    group,
    connected: members.filter((member) => isConnected(draft, member, endpoint.id)).map((member) => member.cluster.id),
    connections: observed.clusters.filter(isReadable).map((view): Facet => `connections:${view.ref}`),
    disconnect(clusterId, after) {
      const member = members.find((one) => one.cluster.id === clusterId);
      if (member !== undefined) addStep(draft, { ...disconnectStep(member, endpoint.id), after });
    },
  });
  const { remaining: left } = divideClaims(
    endpoint,
    isReleased,
    heldMark(draft.journal, endpoint)?.mark.at ?? tagTime(draft),
  );
  if (left.length > 0) tellKept(draft, endpoint, left);
  return path;
}

/** True for a sweep of an endpoint that had no claims when it was judged. */
function isUnclaimedSweep({ goal }: Desired): boolean {
  return goal.kind === 'leave-endpoint' && Object.keys(goal.claims).length === 0;
}

/**
 * The clusters that a departure from an endpoint is about: those given up, and any other that is known to be connected.
 */
function membersOf(
  draft: PlanDraft,
  endpoint: Endpoint,
  isReleased: (claim: Claim, markedAt: WallTime) => boolean,
): Member[] {
  const claims = readClaims(endpoint.tags).filter((claim) => isReleased(claim, tagTime(draft)));
  const members = new Map<string, Member>();
  for (const view of draft.observed.clusters) {
    const [cluster] = view.matches;
    const claim = claims.find((one) => one.clusterId === (cluster?.id ?? view.ref));
    const connection = connectionOf(view, endpoint.id);
    if (connection === undefined && claim === undefined) continue;
    const known = cluster ?? unreadCluster(view.ref, claim?.clusterName ?? '', view.failure === undefined);
    members.set(known.id, { view, cluster: known, connection, trust: undefined });
  }
  return [...members.values()];
}

/** A cluster that is gone, or that the key does not show. */
function unreadCluster(id: string, name: string, gone: boolean): Cluster {
  return {
    id,
    name,
    plan: '',
    cloudProvider: '',
    state: gone ? 'DELETED' : 'UNTOLD',
    stateText: '',
    serverless: false,
    routingId: '',
    regions: [],
  };
}

function isConnected(draft: PlanDraft, { cluster, connection }: Member, endpointId: string): boolean {
  if (connection === undefined || isRemoved(connection)) return false;
  const id = stepId.disconnect(cluster.id, endpointId);
  if (refusalOf(draft.journal, id) !== undefined) return false;
  // The Cloud may keep a rejected connection listed while its endpoint exists: removed once, it is left to the
  // endpoint's end.
  return connection.status !== 'REJECTED' || doneAt(draft.journal, id) === undefined;
}

function tellKept(draft: PlanDraft, endpoint: Endpoint, left: readonly Claim[]): void {
  const isMine = ownClaims(draft.desired, draft.observed.clusters);
  const own = left.filter((claim) => isOwnClaim(claim, draft.desired.owner));
  if (draft.desired.goal.kind === 'leave-environment' && own.some(isMine)) {
    warn(
      draft,
      'departure',
      `Another run claimed ${endpoint.id} for this environment after this run started; that claim is kept`,
    );
  }
  const kept = keptFor(left, draft.desired.owner, (claim) =>
    own.includes(claim) && !isMine(claim) ? ' for another cluster' : '',
  );
  draft.leftOvers.push({
    what: `VPC endpoint ${endpoint.id}`,
    ...(left.length === 0 ? { why: `no environment claims it; EC2 reports it as ${endpoint.rawState}` } : kept),
    monthly: monthlyCost(endpoint.subnetIds.length),
  });
}

/** Groups of endpoints that are gone. */
function planGroups(draft: PlanDraft, paths: readonly Path[]): void {
  const isMine = ownClaims(draft.desired, draft.observed.clusters);
  const { goal } = draft.desired;
  for (const group of draft.observed.groups) {
    if (!isManagedGroup(group)) continue;
    if (goal.kind !== 'leave-group' && !inScope(group)) continue;
    if (goal.kind === 'leave-group' && group.id !== goal.groupId) continue;
    const unread = paths.some((path) => path.group?.id === group.id) ? undefined : unreadBehind(draft, group);
    if (unread === undefined) planGroupDeletion(draft, group);
    else keepForUnread(draft, group, unread);
  }
  function inScope(group: Group): boolean {
    return (
      paths.some((path) => path.group?.id === group.id) ||
      readMarks(group.tags).length > 0 ||
      // Marked by this run, which a read of groups may not show by the time that the endpoint is gone.
      triedAt(draft.journal, stepId.markGroup(group.id)) !== undefined ||
      (goal.kind === 'leave-environment' &&
        (readClaims(group.tags).some(isMine) ||
          // The group of an endpoint that another environment is just creating has its claim, and no endpoint yet.
          (readClaims(group.tags).length === 0 && askedServices(draft).some((name) => isGroupOf(group, name)))))
    );
  }
}

/** A cluster that a claim on a group without an endpoint names, and whose connections could not be read. */
function unreadBehind({ observed }: PlanDraft, group: Group): ClusterView | undefined {
  const ids = new Set(readClaims(group.tags).map((claim) => claim.clusterId));
  return observed.clusters.find(({ ref, failure }) => failure !== undefined && ids.has(ref));
}

/** The group is what is left that names the cluster: without it, no later run would find its connection. */
function keepForUnread(draft: PlanDraft, group: Group, { ref, failure }: ClusterView): void {
  if (failure === undefined) return;
  draft.leftOvers.push({
    what: `security group ${group.id}`,
    why: `connections of cluster ${ref} were not read`,
    monthly: 0,
  });
  block(draft, failure.code, {
    cause: `Security group ${group.id} is kept, because the connections of cluster ${ref} could not be read: ${failure.message}`,
    fix: failure.fix,
    late: true,
    subject: ref,
  });
}

/**
 * Endpoints that aren't managed and serve a named cluster, or carry claims of this environment: they stay, with their
 * connections.
 */
function tellForeign(draft: PlanDraft): void {
  const isMine = ownClaims(draft.desired, draft.observed.clusters);
  for (const endpoint of draft.observed.endpoints) {
    if (isManagedEndpoint(endpoint) || isGone(endpoint)) continue;
    const mismatch = endpointMismatch(endpoint);
    const serves = askedServices(draft).includes(endpoint.serviceName);
    if (!serves && !(mismatch !== undefined && readClaims(endpoint.tags).some(isMine))) continue;
    if (mismatch !== undefined) {
      noteUnmanaged(draft, endpoint, { mismatch, kept: 'It is kept, with its connections.' });
      draft.leftOvers.push({
        what: `VPC endpoint ${endpoint.id}`,
        why: `not managed: ${mismatch.why}`,
        monthly: monthlyCost(endpoint.subnetIds.length),
      });
      continue;
    }
    note(draft, 'not-ours', {
      text: `VPC endpoint ${endpoint.id} serves ${joinShort(draft.desired.clusters)} but isn't managed by this action`,
      more: [
        'It is kept, with its connections.',
        `To disconnect it, run \`operation: delete\` with \`endpoint-id: ${endpoint.id}\` and \`cluster\`.`,
      ],
    });
    draft.leftOvers.push({
      what: `VPC endpoint ${endpoint.id}`,
      why: `not created by this action${connectionsText(draft, endpoint)}`,
      monthly: monthlyCost(endpoint.subnetIds.length),
    });
  }
}

/** The connections of the clusters that were read to an endpoint, as part of a sentence; '' without any. */
function connectionsText({ observed }: PlanDraft, endpoint: Endpoint): string {
  const listed = observed.clusters.flatMap((view) => {
    const connection = connectionOf(view, endpoint.id);
    return connection === undefined
      ? []
      : [`connection of cluster ${view.matches[0]?.name || view.ref}: ${connection.rawStatus}`];
  });
  return listed.length === 0 ? '' : `; ${joinShort(listed)}`;
}

/**
 * Ends on reads that show everything that was done, and what a run that was killed a moment before this one had made.
 */
function confirm(draft: PlanDraft): void {
  const { journal, observed, desired } = draft;
  const notBefore = desired.goal.kind === 'leave-environment' ? journal.startedAt + desired.readLagMs : 0;
  const early = (['endpoints', 'groups'] as const).filter((facet) => (observed.readAt[facet] ?? 0) < notBefore);
  const idle = draft.waits.length === 0 && !draft.steps.some((step) => step.ready);
  if (!idle || early.length === 0 || hasDoneAnything(journal)) {
    confirmTouched(draft, { unseen: [...early, ...unreadSinceGone(draft)], notBefore });
    return;
  }
  addWait(draft, {
    kind: 'lag',
    subject: '',
    what: 'AWS to show recent changes',
    seen: 'reads may lag',
    waitingOn: 'AWS shows them after some seconds',
    facets: early,
    notBefore,
    brief: true,
  });
}
