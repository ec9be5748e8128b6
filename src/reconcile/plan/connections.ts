import { type Endpoint, isGone } from '../../aws/types.ts';
import { type Cluster, connectionText, nameOf } from '../../cockroach/types.ts';
import type { Claim } from '../model/claims.ts';
import { isOfPlace } from '../model/cluster-state.ts';
import { isManagedEndpoint } from '../model/managed.ts';
import type { ChangeKind, Member } from '../model/plan.ts';
import { doneAt, refusalOf, triedAt } from '../model/recall.ts';
import { stepId } from '../model/steps.ts';
import { addStep, addWait, block, type Draft, note } from './drafting.ts';
import { isLocked } from './locks.ts';
import { connectionOf, disconnectStep } from './members.ts';
import { noteShared } from './shared.ts';

/** How long a connection may stay rejected after this run asked for it, before that is taken as an answer. */
const REJECTED_PATIENCE_MS = 120_000;

/** IDs of endpoints whose connection stayed rejected in this run although the run asked for it. */
export function givenUpEndpoints(draft: Draft): Set<string> {
  const givenUp = new Set<string>();
  for (const view of draft.observed.clusters) {
    const cluster = view.matches[0];
    if (cluster === undefined) continue;
    for (const endpoint of draft.observed.endpoints) {
      const connection = connectionOf(view, endpoint.id);
      const rejected = connection?.status === 'REJECTED' || (endpoint.state === 'rejected' && connection !== undefined);
      if (rejected && askedFor(draft, cluster, endpoint.id) >= REJECTED_PATIENCE_MS) givenUp.add(endpoint.id);
    }
  }
  return givenUp;
}

/** Milliseconds since this run first asked for the connection, or -1 if it did not. */
function askedFor(draft: Draft, cluster: Cluster, endpointId: string): number {
  const at = doneAt(draft.journal, stepId.connect(cluster.id, endpointId));
  return at === undefined ? -1 : draft.now - at;
}

/** Plans the Cloud's side of one cluster: connect, take away left-overs, wait, or name what is in the way. */
function planConnection(draft: Draft, member: Member, endpoint: Endpoint): void {
  const { cluster, view, connection } = member;
  const facet = `connections:${view.ref}` as const;
  const name = nameOf(cluster);
  const asked = askedFor(draft, cluster, endpoint.id);
  const connect = (patienceMs = 0) =>
    addStep(draft, {
      id: stepId.connect(cluster.id, endpoint.id),
      title: `connect cluster ${name} to ${endpoint.id}`,
      action: { kind: 'connect', clusterRef: view.ref, clusterId: cluster.id, endpointId: endpoint.id },
      after: member.trust,
      patienceMs,
    });
  const connectLater = () =>
    addStep(draft, {
      id: stepId.connectAgain(cluster.id, endpoint.id),
      title: `connect cluster ${name} to ${endpoint.id}`,
      action: { kind: 'connect', clusterRef: view.ref, clusterId: cluster.id, endpointId: endpoint.id },
      after: 'the connection of before is gone',
    });
  const wait = (mover: string) =>
    addWait(draft, {
      kind: 'connection',
      subject: `${cluster.id}:${endpoint.id}`,
      change: isWatched(endpoint) ? 'connection-behind' : 'connection',
      what: `the connection of cluster ${name} to ${endpoint.id} to become available`,
      seen: connection === undefined ? 'not listed' : connectionText(connection),
      mover,
      facets: isWatched(endpoint) || endpoint.state === 'available' ? [facet] : [facet, 'endpoints'],
    });

  const status = connection?.status ?? 'ABSENT';
  if (status === 'AVAILABLE' && endpoint.state !== 'rejected') return;
  if (status === 'ABSENT' || status === 'DELETED' || (status === 'PENDING_ACCEPTANCE' && asked < 0)) {
    // The list may show an endpoint that knocked at the service before anybody asked for it (PENDING_ACCEPTANCE).
    connect();
  } else if (status === 'REJECTED' || endpoint.state === 'rejected') {
    if (asked < 0) connect(REJECTED_PATIENCE_MS);
    else if (asked < REJECTED_PATIENCE_MS) wait('CockroachDB Cloud still shows the rejection of before');
    else blockRejected(draft, { name, endpoint });
  } else if (status === 'STALE' || status === 'FAILED' || status === 'EXPIRED') {
    if (asked >= 0 && status !== 'STALE') {
      block(draft, 'connection-failed', {
        cause: `CockroachDB Cloud shows the connection of cluster ${name} to ${endpoint.id} as ${connection?.rawStatus}`,
        fix: 'Run again to have it removed and made anew; if it fails again, ask Cockroach Labs support with the endpoint ID.',
      });
      return;
    }
    addStep(draft, disconnectStep(member, endpoint.id));
    connectLater();
  } else if (status === 'DELETING') {
    wait('CockroachDB Cloud is still removing the connection of before');
    connectLater();
  } else {
    wait('CockroachDB Cloud has to accept the connection; this usually takes about a minute');
  }
}

function blockRejected(draft: Draft, rejected: { name: string; endpoint: Endpoint }): void {
  block(draft, 'connection-rejected', {
    cause: `CockroachDB Cloud keeps rejecting the connection of cluster ${rejected.name} to ${rejected.endpoint.id}`,
    fix: `Check that AWS account ${draft.observed.account ?? 'of this run'} is a trusted owner of the cluster, if it has any, and that the endpoint is in the right account; else ask support.`,
  });
}

/**
 * Takes away connections that CockroachDB Cloud calls stale: their endpoint was deleted outside of it, and they stay
 * listed until someone removes them. Only those of this account, and none whose endpoint is still there.
 */
export function planStaleConnections(draft: Draft, member: Member): void {
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
function planEndpointState(draft: Draft, endpoint: Endpoint): boolean {
  if (!isWatched(endpoint)) return endpoint.state === 'available';
  addWait(draft, {
    kind: 'endpoint',
    subject: endpoint.id,
    change: changeOf(draft, endpoint),
    what: `VPC endpoint ${endpoint.id} to become available`,
    seen: endpoint.rawState || 'without a state',
    mover:
      endpoint.state === 'pendingacceptance'
        ? 'CockroachDB Cloud has to accept the connection'
        : 'AWS is making the change',
    facets: ['endpoints'],
  });
  return false;
}

function changeOf({ journal }: Draft, { id, state }: Endpoint): ChangeKind {
  if (state === 'pendingacceptance') return 'acceptance';
  return doneAt(journal, stepId.dnsOn(id)) !== undefined ? 'private-dns' : 'available';
}

/** Plans connections and the endpoint's state; true when both sides are available. */
export function planBothSides(draft: Draft, endpoint: Endpoint, members: readonly Member[]): boolean {
  for (const member of members) {
    planConnection(draft, member, endpoint);
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

/** What private DNS needs from the rest of the path. */
export interface DnsState {
  readonly ownership: 'ours' | 'not-ours' | 'attached';
  /** Both sides are available and nothing else is to be changed at the endpoint. */
  readonly settled: boolean;
  /** Claims of other environments. */
  readonly sharedWith: readonly Claim[];
  /** Endpoints of ours that are on their way out. */
  readonly condemned: readonly Endpoint[];
}

/** Plans private DNS: on once both sides are available, off where it was asked off and nobody else wants it. */
export function planPrivateDns(draft: Draft, endpoint: Endpoint, state: DnsState): void {
  const wanted = draft.desired.privateDns;
  if (endpoint.privateDns === wanted) return;
  if (!wanted) {
    planDnsOff(draft, endpoint, state);
    return;
  }
  if (state.ownership !== 'ours') {
    block(draft, 'not-ours', {
      cause: `Private DNS of VPC endpoint ${endpoint.id} is off, and the endpoint is not the action's to change`,
      fix: `Set private-dns: false here, or have its owner run: aws ec2 modify-vpc-endpoint --region ${draft.desired.region} --vpc-endpoint-id ${endpoint.id} --private-dns-enabled`,
      late: true,
    });
    return;
  }
  // An endpoint that is being deleted holds its name until it is gone, and one of ours may hold it without showing it.
  const refused = refusalOf(draft.journal, stepId.dnsOn(endpoint.id)) !== undefined;
  const holder = draft.observed.endpoints.find(
    (one) =>
      one.id !== endpoint.id &&
      one.serviceName === endpoint.serviceName &&
      (one.privateDns || (refused && isManagedEndpoint(one))) &&
      one.vpcId === endpoint.vpcId &&
      one.state !== 'deleted',
  );
  if (holder !== undefined && isGone(holder)) {
    addWait(draft, {
      kind: 'gone',
      subject: holder.id,
      endpointId: endpoint.id,
      change: 'deletion',
      what: `VPC endpoint ${holder.id}, which still holds the private DNS name, to be gone`,
      seen: holder.rawState,
      mover: 'AWS is deleting it',
      facets: ['endpoints'],
    });
  } else if (holder !== undefined && !state.condemned.includes(holder)) {
    block(draft, 'dns-conflict', {
      cause: `VPC endpoint ${holder.id} for the same service already has private DNS in VPC ${endpoint.vpcId}; only one can`,
      fix: `Delete ${holder.id} or turn its private DNS off, or set private-dns: false.`,
    });
    return;
  }
  const retryAt = refused
    ? (triedAt(draft.journal, stepId.dnsOn(endpoint.id))?.mono ?? 0) + draft.desired.readLagMs
    : 0;
  if (holder === undefined && draft.now < retryAt) {
    addWait(draft, {
      kind: 'dns-name',
      subject: endpoint.id,
      endpointId: endpoint.id,
      what: `the private DNS name of ${endpoint.id}, which AWS says is in use, to be free`,
      seen: 'in use',
      mover: 'AWS may still be releasing it from an endpoint that was deleted',
      facets: ['endpoints'],
      notBefore: retryAt,
    });
    return;
  }
  addStep(draft, {
    id: stepId.dnsOn(endpoint.id),
    title: `turn on private DNS of ${endpoint.id}`,
    action: { kind: 'set-private-dns', endpointId: endpoint.id, enabled: true },
    after:
      holder !== undefined
        ? `${holder.id}, which holds the name, is gone`
        : state.settled
          ? undefined
          : 'both sides are available',
  });
}

function planDnsOff(draft: Draft, endpoint: Endpoint, state: DnsState): void {
  if (state.ownership !== 'ours') {
    note(
      draft,
      'not-ours',
      `Private DNS of ${endpoint.id} is on; the endpoint is not the action's to change, so it stays on`,
    );
  } else if (state.sharedWith.length > 0) {
    noteShared(draft, `Private DNS of ${endpoint.id} stays on`, state.sharedWith);
  } else {
    addStep(draft, {
      id: stepId.dnsOff(endpoint.id),
      title: `turn off private DNS of ${endpoint.id}`,
      action: { kind: 'set-private-dns', endpointId: endpoint.id, enabled: false },
      after: state.settled ? undefined : 'both sides are available',
    });
  }
}
