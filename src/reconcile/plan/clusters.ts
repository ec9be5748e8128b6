import { type Cluster, type NamedService, nameOf } from '../../cockroach/types.ts';
import { capitalized } from '../../support/text.ts';
import { quotedValue } from '../../support/white-space.ts';
import { isDeleted, readinessOf, sameRegion } from '../model/cluster-state.ts';
import type { Desired } from '../model/desired.ts';
import { isEndpointService } from '../model/managed.ts';
import type { ClusterView, Facet } from '../model/observed.ts';
import { becameCreatedAt } from '../model/recall.ts';
import { stepId } from '../model/steps.ts';
import { planOwners, refuseOwnersOnStandard } from './owners.ts';
import { addStep, addWait, block, type PlanDraft } from './plan-draft.ts';

/** A cluster that may have a private path, with its service of the region once that is there. */
export interface Candidate {
  readonly view: ClusterView;
  readonly cluster: Cluster;
  /** Undefined until the service is available and named. */
  readonly service: NamedService | undefined;
  /** What must come first before this account can make an endpoint for it. */
  readonly trust: string | undefined;
}

/** Creating the services of a cluster takes minutes in which the list may be empty. */
const SERVICE_PATIENCE_MS = 10 * 60_000;

/** How long after its creation the service of a Standard cluster may be missing in the list. */
const LISTED_LATE_MS = 60_000;

/** Checks every cluster, asks for services that are missing, and returns the clusters that can go on. */
export function planClusters(draft: PlanDraft): Candidate[] {
  const candidates: Candidate[] = [];
  const seen = new Set<string>();
  for (const view of draft.observed.clusters) {
    const problem = clusterProblem(view, regionNeeded(draft.desired));
    if (problem !== undefined) {
      block(draft, problem.code, { ...problem, subject: view.ref });
      continue;
    }
    const cluster = view.matches[0];
    if (cluster === undefined || seen.has(cluster.id)) continue;
    seen.add(cluster.id);
    if (refuseOwnersOnStandard(draft, view, cluster)) continue;
    if (planClusterCreation(draft, view, cluster)) continue;
    if (view.failure !== undefined) {
      block(draft, view.failure.code, { cause: view.failure.message, fix: view.failure.fix, subject: view.ref });
      continue;
    }
    const trust = planOwners(draft, view, cluster);
    if (draft.desired.goal.kind === 'trusted-owners-only') continue;
    candidates.push({ view, cluster, service: planService(draft, view, cluster), trust });
  }
  return candidates;
}

/**
 * Waits for a cluster that is being created, and for a read of it that began when it was; true while there is one of
 * these waits.
 */
function planClusterCreation(draft: PlanDraft, view: ClusterView, cluster: Cluster): boolean {
  const { ref } = view;
  const name = nameOf(cluster);
  const networking: Facet[] = [`services:${ref}`, `connections:${ref}`];
  if (draft.desired.trustedOwners !== undefined && !cluster.serverless) networking.push(`owners:${ref}`);
  if (readinessOf(cluster) === 'creating') {
    addWait(draft, {
      kind: 'cluster',
      subject: cluster.id,
      change: 'cluster',
      what: `cluster ${name} to be created`,
      seen: cluster.stateText,
      waitingOn: 'CockroachDB Cloud creates the cluster; this can take half an hour',
      facets: [`cluster:${ref}`],
    });
    return true;
  }
  const createdAt = becameCreatedAt(draft.journal, cluster.id);
  const isRead = networking.every((facet) => (draft.observed.readAt[facet] ?? 0) >= (createdAt ?? 0));
  // Networking calls may answer 404 for a moment longer.
  const isLate = view.failure !== undefined && createdAt !== undefined && draft.now - createdAt < LISTED_LATE_MS;
  if (isRead && !isLate) return false;
  addWait(draft, {
    kind: 'cluster-read',
    subject: cluster.id,
    what: `the first read of the networking of cluster ${name}`,
    seen: 'not read since it was created',
    waitingOn: 'CockroachDB Cloud',
    facets: networking,
    brief: true,
  });
  return true;
}

interface Problem {
  code:
    | 'cluster-not-found'
    | 'cluster-ambiguous'
    | 'cluster-not-aws'
    | 'cluster-basic'
    | 'cluster-not-ready'
    | 'cluster-region';
  cause: string;
  fix: string;
}

/** The region that a cluster has to be in; undefined where only its trusted owners matter. */
export function regionNeeded({ goal, region }: Pick<Desired, 'goal' | 'region'>): string | undefined {
  return goal.kind === 'trusted-owners-only' ? undefined : region;
}

/**
 * Why a cluster cannot have a private path in the region, or undefined if it can. Also tells which reads are worth
 * their failure.
 * @param region undefined where it does not matter
 */
export function clusterProblem(
  view: Pick<ClusterView, 'ref' | 'matches' | 'nearest'>,
  region: string | undefined,
): Problem | undefined {
  const [cluster, ...others] = view.matches;
  if (cluster === undefined) {
    return {
      code: 'cluster-not-found',
      cause: `No cluster ${view.ref} is visible to this API key`,
      fix: `${view.nearest === undefined ? '' : `Did you mean ${quotedValue(view.nearest)}? `}Check the ID or the exact name, and that the service account has a role on the cluster.`,
    };
  }
  if (others.length > 0) {
    return {
      code: 'cluster-ambiguous',
      cause: `${view.matches.length} clusters have the name ${view.ref}`,
      fix: `Set cluster to the ID of one of them: ${view.matches.map((one) => one.id).join(', ')}.`,
    };
  }
  const name = cluster.name === '' ? cluster.id : `${cluster.name} (${cluster.id})`;
  if (cluster.cloudProvider !== '' && cluster.cloudProvider !== 'AWS') {
    return {
      code: 'cluster-not-aws',
      cause: `Cluster ${name} runs on ${cluster.cloudProvider}, not on AWS`,
      fix: 'Use a cluster on AWS, or the private connectivity of that cloud: AWS PrivateLink reaches only clusters on AWS.',
    };
  }
  if (cluster.plan === 'basic') {
    return {
      code: 'cluster-basic',
      cause: `Cluster ${name} is on the Basic plan`,
      fix: 'Change the plan of the cluster to Standard or Advanced: Basic has no private connectivity.',
    };
  }
  if (isDeleted(cluster)) {
    return {
      code: 'cluster-not-found',
      cause: `Cluster ${name} is deleted`,
      fix: 'Set cluster to the ID or the name of a cluster that exists.',
    };
  }
  if (readinessOf(cluster) === 'over') {
    return {
      code: 'cluster-not-ready',
      cause: `Cluster ${name} is in state ${cluster.stateText}`,
      fix: 'Create the cluster again: CockroachDB Cloud could not create it, and waiting does not change this state.',
    };
  }
  const regions = cluster.regions.map((one) => one.name).filter((one) => one !== '');
  if (region !== undefined && regions.length > 0 && !regions.some((one) => sameRegion(one, region))) {
    return {
      code: 'cluster-region',
      cause: `Cluster ${name} is not in region ${region}`,
      fix: `Set aws-region to a region of the cluster (${regions.join(', ')}) and use a VPC there; other regions need peering or a transit gateway.`,
    };
  }
  return undefined;
}

/** The cluster's service in the region if it can be used now; else what there is to do or to wait for. */
function planService(draft: PlanDraft, view: ClusterView, cluster: Cluster): NamedService | undefined {
  const { region } = draft.desired;
  const service = view.services.find((one) => sameRegion(one.region, region));
  const what = serviceText(cluster, region);
  if (service === undefined) {
    planMissingService(draft, view, cluster);
    return undefined;
  }
  if (service.cloudProvider !== '' && service.cloudProvider !== 'AWS') {
    block(draft, 'cluster-not-aws', {
      cause: `${capitalized(what)} is on ${service.cloudProvider}`,
      fix: 'Use a cluster on AWS.',
      subject: view.ref,
    });
    return undefined;
  }
  if (['CREATE_FAILED', 'DELETING', 'DELETE_FAILED'].includes(service.status)) {
    block(draft, 'service-failed', {
      cause: `${capitalized(what)} is in state ${service.statusText}`,
      fix: 'Ask Cockroach Labs support: the API can neither delete nor recreate a service.',
      subject: view.ref,
    });
    return undefined;
  }
  if (service.name !== undefined && !isEndpointService(service.name)) {
    // What the action creates for it could not be distinguished from what other owners create.
    block(draft, 'service-failed', {
      cause: `CockroachDB Cloud reports ${service.name}, which isn't the name of an endpoint service`,
      fix: 'Ask Cockroach Labs support for the endpoint service of the cluster.',
      subject: view.ref,
    });
    return undefined;
  }
  if (service.status === 'AVAILABLE' && service.name !== undefined) return { ...service, name: service.name };
  addWait(draft, {
    kind: 'service',
    subject: cluster.id,
    what: `${what} to become available`,
    seen: service.statusText || 'no state reported',
    waitingOn: 'CockroachDB Cloud creates the service; this can take several minutes',
    change: 'service',
    facets: [`services:${view.ref}`],
    // The cluster learns its private host name together with the service.
    readAfterwards: [`cluster:${view.ref}`],
  });
  return undefined;
}

/**
 * A Standard cluster has its service from the beginning, which may be listed late; that of an Advanced one is created.
 */
function planMissingService(draft: PlanDraft, view: ClusterView, cluster: Cluster): void {
  const { region } = draft.desired;
  const what = serviceText(cluster, region);
  if (!cluster.serverless) {
    addStep(draft, {
      id: stepId.createServices(cluster.id),
      title: `create ${what}`,
      action: { kind: 'create-services', clusterRef: view.ref, clusterId: cluster.id },
      patienceMs: SERVICE_PATIENCE_MS,
    });
    return;
  }
  const createdAt = becameCreatedAt(draft.journal, cluster.id);
  if (createdAt !== undefined && draft.now - createdAt < LISTED_LATE_MS) {
    addWait(draft, {
      kind: 'service',
      subject: cluster.id,
      what: `${what} to be listed`,
      seen: 'not listed',
      waitingOn: 'CockroachDB Cloud may list it some seconds after the cluster is created',
      facets: [`services:${view.ref}`],
      readAfterwards: [`cluster:${view.ref}`],
    });
    return;
  }
  block(draft, 'standard-legacy', {
    cause: `CockroachDB Cloud lists no endpoint service in ${region} for Standard cluster ${nameOf(cluster)}`,
    fix: 'Restore the cluster into a new Standard cluster, or ask Cockroach Labs support: it is on the legacy architecture or in a region without private endpoints.',
    subject: view.ref,
  });
}

function serviceText(cluster: Cluster, region: string): string {
  return `the private endpoint service of cluster ${nameOf(cluster)} in ${region}`;
}
