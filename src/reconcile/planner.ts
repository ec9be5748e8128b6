import type { Endpoint } from '../aws/types.ts';
import type { EndpointService } from '../cockroach/types.ts';
import { list } from '../support/words.ts';
import { claimTags, planClaims } from './adopting.ts';
import { isOurs, otherClaims } from './claims.ts';
import { block, confirmTouched, type Draft, finish, note, postpone, startDraft } from './drafting.ts';
import { connectionOf, isGone } from './members.ts';
import type { Desired, Facet, Member, Memory, Observed, Path, Plan } from './model.ts';
import { type Candidate, planClusters } from './plan-clusters.ts';
import { planCondemned } from './plan-condemned.ts';
import {
  givenUpEndpoints,
  planConnection,
  planEndpointState,
  planPrivateDns,
  planStaleConnections,
} from './plan-connections.ts';
import { chooseEndpoint, type EndpointChoice, planCreation, sharers } from './plan-endpoint.ts';
import { planGroups } from './plan-groups.ts';
import { planRepairs } from './plan-repairs.ts';
import { planVpc } from './plan-vpc.ts';

/**
 * The planner: what is left to do, to wait for and to complain about, given what is wanted, what was seen and what this
 * run did so far. Pure: the same arguments give the same plan, and nothing is read or written.
 *
 * An empty plan (no steps, no waits, no blockers) means that the path is as it was asked for, and that every change of
 * this run has been seen by a read that began after it.
 */
export function makePlan(given: { desired: Desired; observed: Observed; memory: Memory; now: number }): Plan {
  const draft = startDraft(given);
  const networkKnown = planVpc(draft);
  const candidates = planClusters(draft);
  const paths = networkKnown ? groupByService(draft, candidates).map((group) => planPath(draft, group)) : [];
  const notBefore = Math.max(0, ...paths.map((path) => settledBy(draft, path)));
  const settled = (draft.observed.readAt.endpoints ?? 0) >= notBefore;
  const unseen: Facet[] = [...(settled ? [] : (['endpoints'] as const)), ...connectionsSinceClaim(draft, paths)];
  confirmTouched(draft, { unseen, notBefore });
  return finish(draft, paths);
}

interface Group {
  readonly serviceName: string;
  readonly service: EndpointService | undefined;
  readonly candidates: readonly Candidate[];
  readonly label: string;
}

/** Clusters that report one service name share one endpoint; a cluster whose service is not there yet stands alone. */
function groupByService(draft: Draft, candidates: readonly Candidate[]): Group[] {
  const groups = Map.groupBy(candidates, (one) => one.service?.name ?? `\u0000${one.cluster.id}`);
  return [...groups.values()].map((members) => {
    const names = members.map((one) => one.cluster.name || one.cluster.id);
    const zoneLists = members.map((one) => one.service?.zoneIds ?? []);
    const service = members[0]?.service;
    if (new Set(zoneLists.map((zones) => zones.toSorted().join())).size > 1) {
      note(
        draft,
        'zones',
        `Clusters ${list(names)} list different availability zones for one endpoint service; those of ${names[0]} are used`,
        true,
      );
    }
    return {
      serviceName: service?.name ?? '',
      service,
      candidates: members,
      label: service === undefined ? `cluster ${list(names)}` : `${service.name} (${list(names)})`,
    };
  });
}

function planPath(draft: Draft, group: Group): Path {
  return draft.desired.endpointId === undefined
    ? planVpcPath(draft, group)
    : planAttached(draft, group, draft.desired.endpointId);
}

/** Attach only: the endpoint is somebody else's and is only connected. */
function planAttached(draft: Draft, group: Group, endpointId: string): Path {
  const endpoint = draft.observed.endpoints.find((one) => one.id === endpointId && !isGone(one));
  const path = draftPath(draft, group, {
    choice: { kind: 'not-ours', endpoint, condemned: [] },
    ownership: 'attached',
  });
  if (endpoint === undefined) {
    block(draft, 'endpoint-not-found', {
      cause: `There is no VPC endpoint ${endpointId} in account ${draft.observed.account || '(unknown)'}, region ${draft.desired.region}`,
      fix: 'Check endpoint-id, aws-region and the account of the credentials.',
    });
    return path;
  }
  if (draft.desired.vpcId !== undefined && endpoint.vpcId !== draft.desired.vpcId) {
    block(draft, 'endpoint-not-found', {
      cause: `VPC endpoint ${endpointId} is in VPC ${endpoint.vpcId}, not in ${draft.desired.vpcId}`,
      fix: 'Correct vpc-id or leave it out.',
    });
    return path;
  }
  if (group.service !== undefined && endpoint.serviceName !== group.serviceName) {
    block(draft, 'endpoint-other-service', {
      cause: `VPC endpoint ${endpointId} is for ${endpoint.serviceName}, but ${list(names(group))} needs ${group.serviceName}`,
      fix: 'Give an endpoint for the service of the cluster, or vpc-id to have one made.',
    });
    return path;
  }
  planForeign(draft, group, { endpoint, members: path.members, ownership: 'attached' });
  return path;
}

/** The usual case: adopt, create or mend the endpoint of the VPC. */
function planVpcPath(draft: Draft, group: Group): Path {
  const { observed } = draft;
  const givenUp = replaceable(draft, group);
  const choice: EndpointChoice =
    group.service === undefined
      ? { kind: 'none', endpoint: undefined, condemned: [] }
      : chooseEndpoint(observed.endpoints, group.serviceName, givenUp);
  if (choice.kind === 'ambiguous') {
    const rivals = observed.endpoints.filter((one) => one.serviceName === group.serviceName && !isGone(one));
    block(draft, 'endpoint-ambiguous', {
      cause: `VPC ${draft.desired.vpcId} has ${rivals.length} endpoints for ${group.serviceName} that the action did not make: ${list(rivals.map((one) => `${one.id} (${one.rawState})`))}`,
      fix: 'Name the one that is meant in endpoint-id, or delete the others.',
    });
    return draftPath(draft, group, { choice, ownership: 'none' });
  }
  if (choice.kind === 'not-ours' && choice.endpoint !== undefined) {
    const path = draftPath(draft, group, { choice, ownership: 'not-ours' });
    planForeign(draft, group, { endpoint: choice.endpoint, members: path.members, ownership: 'not-ours' });
    return path;
  }
  blockShortLived(draft, group, choice);
  return planOwn(draft, group, choice);
}

/** An endpoint that this run made and that failed at once would fail again: the run says how it ended. */
function blockShortLived(draft: Draft, group: Group, { condemned }: EndpointChoice): void {
  const made = new Set(draft.memory.createdEndpoints.map((one) => one.endpoint.id));
  for (const endpoint of condemned.filter(
    (one) => made.has(one.id) && (one.state === 'failed' || one.state === 'expired'),
  )) {
    const told = group.candidates
      .map((one) => connectionOf(one.view, endpoint.id)?.rawStatus)
      .filter((status) => status !== undefined);
    block(draft, 'endpoint-failed', {
      cause: `VPC endpoint ${endpoint.id}, which this run made, is ${endpoint.rawState}${endpoint.failure === '' ? '' : ` (${endpoint.failure})`}${told.length === 0 ? '' : `; CockroachDB Cloud shows its connection as ${told.join(', ')}`}`,
      fix: 'Run again to have it replaced; if that one fails too, ask Cockroach Labs support with its ID.',
    });
  }
}

/** An endpoint that the action made or will make. */
function planOwn(draft: Draft, group: Group, choice: EndpointChoice): Path {
  const { endpoint, condemned } = choice;
  // What is replaced carries the claims until they are moved.
  const sharedWith = [...new Set([endpoint, ...condemned].flatMap((one) => sharers(draft, one)))];
  const path = draftPath(draft, group, { choice, ownership: endpoint === undefined ? 'none' : 'ours' });
  const serviceMissing = group.service === undefined ? 'the endpoint service is available' : '';
  const claims = claimTags(
    draft,
    path.members.map((one) => one.cluster),
  );
  const groups = planGroups(draft, group.serviceName, {
    sharedWith,
    after: serviceMissing,
    label: group.label,
    claims,
  });
  if (endpoint === undefined) {
    const trust = group.candidates.find((one) => one.trust !== '')?.trust ?? '';
    const { subnets } = planCreation(
      draft,
      {
        serviceName: group.serviceName,
        service: group.service,
        claims,
        label: group.label,
      },
      { groups, condemned, after: serviceMissing || trust },
    );
    planLater(draft, group);
    planCondemned(draft, condemned, { heir: undefined, members: path.members });
    return { ...path, group: groups.owned, subnets: subnets?.subnets ?? [], subnetRule: subnets?.rule ?? '' };
  }
  const standing = planClaims(
    draft,
    endpoint,
    path.members.map((one) => one.cluster),
  );
  if (standing !== 'held') {
    const from = draft.steps.length;
    const zoneIds = group.service?.zoneIds ?? [];
    const mending = planRepairs(draft, endpoint, { zoneIds, serviceName: group.serviceName, groups, sharedWith });
    const settled = planBothSides(draft, endpoint, path.members) && !mending;
    planPrivateDns(draft, endpoint, { ownership: 'ours', settled, sharedWith, condemned });
    if (standing === 'unseen') postpone(draft, from, 'the claim of this run is seen');
  }
  planCondemned(draft, condemned, { heir: endpoint, members: path.members });
  return { ...path, group: groups.owned };
}

/** An endpoint that is not ours: connect it, change nothing, and say what its owner must mend. */
function planForeign(
  draft: Draft,
  group: Group,
  {
    endpoint,
    members,
    ownership,
  }: { endpoint: Endpoint; members: readonly Member[]; ownership: 'not-ours' | 'attached' },
): void {
  const { desired } = draft;
  const wants: string[] = [];
  if (endpoint.state === 'failed' || endpoint.state === 'expired')
    wants.push(`delete it: it is ${endpoint.rawState}${endpoint.failure === '' ? '' : ` (${endpoint.failure})`}`);
  const subnets = desired.subnetIds.filter((id) => !endpoint.subnetIds.includes(id));
  if (subnets.length > 0) wants.push(`add ${list(subnets)} to its subnets`);
  const groups = desired.securityGroupIds.filter((id) => !endpoint.groupIds.includes(id));
  if (groups.length > 0) wants.push(`attach ${list(groups)}`);
  if (wants.length > 0) {
    block(draft, 'not-ours', {
      cause: `VPC endpoint ${endpoint.id} serves ${group.serviceName} but was not made by the action, so it is not changed`,
      fix: `Its owner must ${wants.join('; ')}.`,
    });
    return;
  }
  if (ownership === 'not-ours')
    note(
      draft,
      'not-ours',
      `VPC endpoint ${endpoint.id} was not made by the action: it is connected and otherwise left alone`,
    );
  const settled = planBothSides(draft, endpoint, members);
  if (settled || !desired.privateDns)
    planPrivateDns(draft, endpoint, { ownership, settled, sharedWith: [], condemned: [] });
}

/** Plans connections and the endpoint's state; true when both sides are available. */
function planBothSides(draft: Draft, endpoint: Endpoint, members: readonly Member[]): boolean {
  for (const member of members) {
    planConnection(draft, member, endpoint, endpoint.id);
    planStaleConnections(draft, member);
  }
  const available = planEndpointState(draft, endpoint);
  return available && members.every((member) => member.connection?.status === 'AVAILABLE');
}

/** What follows once the endpoint is there, so that a dry run shows the whole way. */
function planLater(draft: Draft, group: Group): void {
  for (const { view, cluster } of group.candidates) {
    planStaleConnections(draft, { view, cluster, connection: undefined, trust: '' });
    draft.steps.push({
      id: `connect:${cluster.id}:new`,
      title: `connect cluster ${cluster.name || cluster.id} to the new VPC endpoint`,
      action: { kind: 'connect', clusterRef: view.ref, clusterId: cluster.id, endpointId: '' },
      ready: false,
      after: 'the endpoint is there',
      bookkeeping: false,
    });
  }
  if (!draft.desired.privateDns) return;
  draft.steps.push({
    id: `dns-on:new:${group.serviceName || group.label}`,
    title: `turn on private DNS of the new VPC endpoint`,
    action: { kind: 'set-private-dns', endpointId: '', enabled: true },
    ready: false,
    after: 'both sides are available',
    bookkeeping: false,
  });
}

/**
 * Endpoints of ours to be replaced because the Cloud keeps rejecting them: once in a run for each service, and never one
 * that serves other environments or another cluster of this run. One that EC2 calls rejected serves nobody.
 */
function replaceable(draft: Draft, group: Group): Set<string> {
  const replaced = draft.memory.createdEndpoints.filter(
    (one) => one.endpoint.serviceName === group.serviceName && one.replacing.length > 0,
  );
  const done = new Set(replaced.flatMap((one) => one.replacing));
  const rejected = givenUpEndpoints(draft);
  return new Set(
    draft.observed.endpoints
      .filter((endpoint) => {
        if (done.has(endpoint.id)) return true;
        if (!rejected.has(endpoint.id) || replaced.length > 0 || !isOurs(endpoint)) return false;
        if (endpoint.state === 'rejected') return true;
        if (otherClaims(endpoint.tags, draft.desired.owner).length > 0) return false;
        return !group.candidates.some(
          (one) => connectionOf(one.view, endpoint.id)?.status === 'AVAILABLE' && endpoint.state === 'available',
        );
      })
      .map((endpoint) => endpoint.id),
  );
}

/**
 * Connections that were not read since this run last wrote to a shared endpoint: until its claim stood there, another run
 * that left may have disconnected the cluster.
 */
function connectionsSinceClaim({ memory, observed }: Draft, paths: readonly Path[]): Facet[] {
  const written = memory.touched.get('endpoints') ?? 0;
  return paths
    .filter((path) => path.ownership === 'ours')
    .flatMap((path) => path.members.map((member): Facet => `connections:${member.view.ref}`))
    .filter((facet) => (observed.readAt[facet] ?? 0) <= written && written > 0);
}

/**
 * When a read must begin at the earliest to prove that the endpoint is settled. Where another run may have changed it too,
 * a read that lags can show its end of the change from before ours; only a read lag later that is ruled out.
 */
function settledBy({ memory, desired }: Draft, { endpoint }: Path): number {
  const modifiedAt = endpoint === undefined ? undefined : memory.modified.get(endpoint.id);
  if (endpoint === undefined || modifiedAt === undefined) return 0;
  const made = memory.createdEndpoints.some((one) => one.endpoint.id === endpoint.id);
  const alone = made && otherClaims(endpoint.tags, desired.owner).length === 0;
  return alone ? 0 : modifiedAt + desired.readLagMs;
}

function draftPath(
  draft: Draft,
  group: Group,
  { choice, ownership }: { choice: EndpointChoice; ownership: Path['ownership'] },
): Path {
  const { endpoint } = choice;
  return {
    serviceName: group.serviceName,
    service: group.service,
    members: group.candidates.map(({ view, cluster, trust }) => ({
      trust,
      view,
      cluster,
      connection: connectionOf(view, endpoint?.id),
    })),
    endpoint,
    ownership,
    condemned: choice.condemned,
    group: undefined,
    subnets: draft.observed.subnets.filter((subnet) => endpoint?.subnetIds.includes(subnet.id) ?? false),
    subnetRule: endpoint === undefined ? '' : 'the subnets that the endpoint is in',
  };
}

function names(group: Group): string[] {
  return group.candidates.map((one) => one.cluster.name || one.cluster.id);
}
