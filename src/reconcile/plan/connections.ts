import { type Endpoint, isGone } from '../../aws/types.ts';
import { type Cluster, connectionText, nameOf } from '../../cockroach/types.ts';
import { isOfPlace } from '../model/cluster-state.ts';
import type { ChangeKind, Member } from '../model/plan.ts';
import { doneAt } from '../model/recall.ts';
import { stepId } from '../model/steps.ts';
import { isLocked } from './locks.ts';
import { connectionOf, disconnectStep } from './members.ts';
import { addStep, addWait, block, type PlanDraft } from './plan-draft.ts';

/** How long a connection may stay rejected after this run asked for it, before that is taken as an answer. */
const REJECTED_PATIENCE_MS = 120_000;

/** IDs of endpoints whose connection stayed rejected in this run although the run asked for it. */
export function rejectedForGood(draft: PlanDraft): Set<string> {
  const found = new Set<string>();
  for (const view of draft.observed.clusters) {
    const cluster = view.matches[0];
    if (cluster === undefined) continue;
    for (const endpoint of draft.observed.endpoints) {
      const connection = connectionOf(view, endpoint.id);
      const rejected = connection?.status === 'REJECTED' || (endpoint.state === 'rejected' && connection !== undefined);
      if (rejected && askedFor(draft, cluster, endpoint.id) >= REJECTED_PATIENCE_MS) found.add(endpoint.id);
    }
  }
  return found;
}

/** Milliseconds since this run first asked for the connection, or -1 if it did not. */
function askedFor(draft: PlanDraft, cluster: Cluster, endpointId: string): number {
  const at = doneAt(draft.journal, stepId.connect(cluster.id, endpointId));
  return at === undefined ? -1 : draft.now - at;
}

/** What a connection joins: a cluster, and the endpoint of its path. */
interface Joined {
  readonly member: Member;
  readonly endpoint: Endpoint;
}

/** Plans the Cloud's side of one cluster: connect, take away left-overs, wait, or name what is in the way. */
function planConnection(draft: PlanDraft, joined: Joined): void {
  const { member, endpoint } = joined;
  const asked = askedFor(draft, member.cluster, endpoint.id);
  const status = member.connection?.status ?? 'ABSENT';
  if (status === 'AVAILABLE' && endpoint.state !== 'rejected') return;
  if (status === 'ABSENT' || status === 'DELETED' || (status === 'PENDING_ACCEPTANCE' && asked < 0)) {
    // The list may show an endpoint that knocked at the service before anybody asked for it (PENDING_ACCEPTANCE).
    connect(draft, joined);
  } else if (status === 'REJECTED' || endpoint.state === 'rejected') {
    planRejected(draft, joined, asked);
  } else if (status === 'STALE' || status === 'FAILED' || status === 'EXPIRED') {
    planRenewal(draft, joined, asked);
  } else if (status === 'DELETING') {
    waitConnected(draft, joined, 'CockroachDB Cloud is still removing the earlier connection');
    connectLater(draft, joined);
  } else {
    waitConnected(draft, joined, 'CockroachDB Cloud has to accept the connection; this usually takes about a minute');
  }
}

/** @param asked milliseconds since this run first asked for the connection, or -1 */
function planRejected(draft: PlanDraft, joined: Joined, asked: number): void {
  if (asked < 0) {
    connect(draft, joined, REJECTED_PATIENCE_MS);
  } else if (asked < REJECTED_PATIENCE_MS) {
    waitConnected(draft, joined, 'CockroachDB Cloud still shows the earlier rejection');
  } else {
    block(draft, 'connection-rejected', {
      cause: `CockroachDB Cloud rejects the connection of cluster ${nameOf(joined.member.cluster)} to ${joined.endpoint.id}`,
      fix: `Check that AWS account ${draft.observed.account ?? 'of this run'} is a trusted owner of the cluster, if it has any, and that the endpoint is in the right account. Otherwise ask Cockroach Labs support.`,
    });
  }
}

/** A connection that leads nowhere is removed and made anew, unless it failed in this run. */
function planRenewal(draft: PlanDraft, joined: Joined, asked: number): void {
  const { member, endpoint } = joined;
  if (asked >= 0 && member.connection?.status !== 'STALE') {
    block(draft, 'connection-failed', {
      cause: `The connection of cluster ${nameOf(member.cluster)} to ${endpoint.id} is in state ${member.connection?.rawStatus}`,
      fix: 'Run again to have the connection removed and created again. If it fails again, ask Cockroach Labs support with the endpoint ID.',
    });
    return;
  }
  addStep(draft, disconnectStep(member, endpoint.id));
  connectLater(draft, joined);
}

function connect(draft: PlanDraft, joined: Joined, patienceMs = 0): void {
  const { member, endpoint } = joined;
  const id = stepId.connect(member.cluster.id, endpoint.id);
  addStep(draft, { id, ...connectStep(joined), after: member.trust, patienceMs });
}

function connectLater(draft: PlanDraft, joined: Joined): void {
  const id = stepId.connectAgain(joined.member.cluster.id, joined.endpoint.id);
  addStep(draft, { id, ...connectStep(joined), after: 'the earlier connection is removed' });
}

function connectStep({ member: { view, cluster }, endpoint }: Joined) {
  return {
    title: `connect cluster ${nameOf(cluster)} to ${endpoint.id}`,
    action: { kind: 'connect', clusterRef: view.ref, clusterId: cluster.id, endpointId: endpoint.id } as const,
  };
}

function waitConnected(draft: PlanDraft, { member, endpoint }: Joined, waitingOn: string): void {
  const { view, cluster, connection } = member;
  const facet = `connections:${view.ref}` as const;
  addWait(draft, {
    kind: 'connection',
    subject: `${cluster.id}:${endpoint.id}`,
    change: isWatched(endpoint) ? 'connection-behind' : 'connection',
    what: `the connection of cluster ${nameOf(cluster)} to ${endpoint.id} to become available`,
    seen: connection === undefined ? 'not listed' : connectionText(connection),
    waitingOn,
    facets: isWatched(endpoint) || endpoint.state === 'available' ? [facet] : [facet, 'endpoints'],
  });
}

/**
 * Takes away connections that CockroachDB Cloud calls stale: their endpoint was deleted outside of it, and they stay
 * listed until someone removes them. Only those of this account, and none whose endpoint is still there.
 */
export function planStaleConnections(draft: PlanDraft, member: Member): void {
  const { desired, observed } = draft;
  for (const connection of member.view.connections) {
    const live = observed.endpoints.some((one) => one.id === connection.endpointId && !isGone(one));
    const isOurs = isOfPlace(connection, { account: observed.account, region: desired.region });
    if (connection.status === 'STALE' && isOurs && !live) addStep(draft, disconnectStep(member, connection.endpointId));
  }
}

/** True while the endpoint's own state is waited for: the Cloud calls a connection available only after that. */
function isWatched({ state }: Endpoint): boolean {
  return state !== 'available' && state !== 'rejected';
}

/** Waits for the endpoint's own state; returns true when EC2 calls it available. */
function planEndpointState(draft: PlanDraft, endpoint: Endpoint): boolean {
  if (!isWatched(endpoint)) return endpoint.state === 'available';
  addWait(draft, {
    kind: 'endpoint',
    subject: endpoint.id,
    change: changeOf(draft, endpoint),
    what:
      changeOf(draft, endpoint) === 'private-dns'
        ? `private DNS of ${endpoint.id} to be ${draft.desired.privateDns ? 'on' : 'off'}`
        : `VPC endpoint ${endpoint.id} to become available`,
    seen: endpoint.rawState || 'no state reported',
    waitingOn:
      endpoint.state === 'pendingacceptance'
        ? 'CockroachDB Cloud has to accept the connection'
        : 'AWS is making the change',
    facets: ['endpoints'],
  });
  return false;
}

function changeOf({ journal }: PlanDraft, { id, state }: Endpoint): ChangeKind {
  if (state === 'pendingacceptance') return 'acceptance';
  const isDns = [stepId.dnsOn(id), stepId.dnsOff(id)].some((step) => doneAt(journal, step) !== undefined);
  return isDns ? 'private-dns' : 'available';
}

/** Plans connections and the endpoint's state; true when both sides are available. */
export function planBothSides(draft: PlanDraft, endpoint: Endpoint, members: readonly Member[]): boolean {
  for (const member of members) {
    planConnection(draft, { member, endpoint });
    planStaleConnections(draft, member);
  }
  const available = planEndpointState(draft, endpoint);
  // A cluster that is locked does not hold up the others.
  const isConnected = ({ connection }: Member) => connection?.status === 'AVAILABLE';
  return (
    available &&
    members.some(isConnected) &&
    members.every((member) => isConnected(member) || isLocked(draft, member.cluster))
  );
}
