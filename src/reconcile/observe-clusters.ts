import type { CloudClient } from '../cockroach/client.ts';
import { isLastingRefusal, isNotFound } from '../cockroach/errors.ts';
import type { Cluster } from '../cockroach/types.ts';
import { type ActionError, isActionError, isOwnFailure } from '../support/errors.ts';
import { isSimilar, nearestOf } from '../support/nearest.ts';
import { clustersNamed, isDeleted, readinessOf } from './model/cluster-state.ts';
import type { Desired } from './model/desired.ts';
import type { ClusterView, Facet } from './model/observed.ts';
import { clusterProblem, regionNeeded } from './plan/clusters.ts';

/** How clusters are read; what `tolerant` means: observe.ts. */
export interface ClusterReading {
  readonly desired: Desired;
  readonly cloud: CloudClient;
  readonly isTolerant: boolean;
  /** Services are of no use to a cluster that only claims name. */
  readonly onlyConnections?: boolean;
  /** Is told of a cluster that was read, while the rest of it is. */
  found(cluster: Cluster): void;
  /** All clusters of the organization; asked for once. */
  clusterList(): Promise<Cluster[]>;
  /** The first page of that list, which is all of it in nearly every organization; read once. */
  firstClusters(): Promise<Cluster[]>;
}

/** From so many clusters on, one list costs less than asking for each. */
const LISTED_FROM = 2;

/** Cluster IDs are UUIDs; anything else is a name. */
export function isClusterId(ref: string): boolean {
  return /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(ref);
}

type Networking = Pick<ClusterView, 'services' | 'connections' | 'owners' | 'failure'>;
const NOTHING: Networking = { services: [], connections: [], owners: undefined, failure: undefined };

/** One cluster with its services and connections; by ID all at once, by name after the list. */
export async function observeCluster(ref: string, reading: ClusterReading): Promise<ClusterView> {
  try {
    const found = isClusterId(ref) ? clusterById(ref, reading) : clustersByName(ref, reading);
    const networking = isClusterId(ref)
      ? readNetworking(ref, found, reading)
      : found.then(([only]) => (only === undefined ? NOTHING : readNetworking(only.id, found, reading)));
    // Awaited only if the cluster is worth it; a failure before that must not count as unhandled.
    networking.catch(() => undefined);
    const matches = await found;
    const nearest =
      matches.length > 0 || isClusterId(ref) ? undefined : nearestCluster(ref, await reading.clusterList());
    if (!isWorthReading({ ref, matches }, reading)) return { ref, matches, nearest, ...NOTHING };
    for (const cluster of matches) reading.found(cluster);
    const read = await networking;
    // Until a cluster is created, networking calls answer 404, which says nothing.
    const isCreating = matches.every((one) => readinessOf(one) === 'creating');
    return { ref, matches, nearest, ...read, failure: isCreating ? undefined : read.failure };
  } catch (error) {
    if (!reading.isTolerant || !isLastingRefusal(error)) throw error;
    return { ref, matches: [], ...NOTHING, failure: error };
  }
}

/**
 * A cluster by its ID. If the run has several, it is looked up in the list first. A cluster that the list lacks is read
 * by itself: only that answer shows whether it doesn't exist, the key can't see it, or it is on a later page.
 */
async function clusterById(ref: string, reading: ClusterReading): Promise<Cluster[]> {
  const list = await listForIds(reading);
  const id = ref.toLowerCase();
  const cluster = list.find((one) => one.id === id) ?? (await reading.cloud.getCluster(ref));
  return cluster === undefined || (reading.isTolerant && isDeleted(cluster)) ? [] : [cluster];
}

/**
 * The list as far as IDs are looked for in it: whole where a name needs that anyway, and otherwise one page, so that it
 * never takes more than one request more than asking for each. A key may read clusters and not list them.
 */
async function listForIds({ desired, clusterList, firstClusters }: ClusterReading): Promise<readonly Cluster[]> {
  if (desired.clusters.length < LISTED_FROM) return [];
  try {
    return await (desired.clusters.every(isClusterId) ? firstClusters() : clusterList());
  } catch (error) {
    if (isLastingRefusal(error)) return [];
    throw error;
  }
}

async function clustersByName(ref: string, { clusterList }: ClusterReading): Promise<Cluster[]> {
  return clustersNamed(await clusterList(), ref);
}

/** The most similar name of a cluster that exists; undefined where none is similar. */
export function nearestCluster(ref: string, list: readonly Cluster[]): string | undefined {
  const names = list.filter((one) => !isDeleted(one) && one.name !== '').map((one) => one.name);
  const name = names.length === 0 ? undefined : nearestOf(ref, names);
  // Logs of public repositories are public: a name that nobody misspelt stays unnamed.
  return name !== undefined && isSimilar(ref, name) ? name : undefined;
}

/** False where nothing that the cluster's networking says would change the plan. */
function isWorthReading(view: Pick<ClusterView, 'ref' | 'matches'>, { desired, isTolerant }: ClusterReading): boolean {
  if (!isTolerant) return clusterProblem(view, regionNeeded(desired)) === undefined;
  const [only, ...others] = view.matches;
  return only !== undefined && others.length === 0 && readinessOf(only) !== 'creating';
}

/**
 * Services and connections. Where the run is strict, a failure is kept for the planner: another blocker may explain it.
 */
async function readNetworking(
  clusterId: string,
  found: Promise<Cluster[]>,
  { desired, cloud, isTolerant, onlyConnections = false }: ClusterReading,
): Promise<Networking> {
  const needsNoServices = onlyConnections || desired.goal.kind === 'trusted-owners-only';
  const rest = Promise.all([needsNoServices ? [] : cloud.listServices(clusterId), cloud.listConnections(clusterId)]);
  rest.catch(() => undefined);
  try {
    // First, since its refusal tells more than theirs; and only where the cluster has them.
    const asked = desired.trustedOwners !== undefined && (await found)[0]?.serverless === false;
    const owners = asked ? await cloud.listTrustedOwners(clusterId) : undefined;
    const [services, connections] = await rest;
    return { services, connections, owners, failure: undefined };
  } catch (error) {
    if (isTolerant || !isOwnFailure(error)) throw error;
    return { ...NOTHING, failure: error };
  }
}

/**
 * The facets of a cluster that are wanted, read again. One that cannot be read any more may have been deleted since.
 */
export async function refreshCluster(
  view: ClusterView,
  wanted: ReadonlySet<Facet>,
  { cloud, isTolerant, found }: ClusterReading,
): Promise<ClusterView> {
  const [cluster, ...others] = view.matches;
  if (cluster === undefined || (isTolerant && others.length > 0)) return view;
  const { id } = cluster;
  const networking = refreshNetworking(view, { id, wanted, cloud }).catch((error: unknown) => {
    if (!isKept(error, isTolerant)) throw error;
    const { services, connections, owners } = view;
    return { services, connections: isTolerant ? [] : connections, owners, failure: error };
  });
  networking.catch(() => undefined);
  const isAsked = wanted.has(`cluster:${view.ref}`);
  const fresh = isAsked ? await cloud.getCluster(id) : cluster;
  if (isAsked && fresh !== undefined) found(fresh);
  const read = await networking;
  if (isTolerant && read.failure !== undefined && read.failure !== view.failure) {
    const still = await cloud.getCluster(id).catch(() => cluster);
    if (still === undefined || isDeleted(still)) return { ...view, matches: [], ...NOTHING };
  }
  return { ...view, matches: fresh === undefined ? [] : [fresh], ...read };
}

/**
 * A refusal that is kept with the cluster. Strict: a 404 only, which the planner forgives where the cluster was just
 * created.
 */
function isKept(error: unknown, isTolerant: boolean): error is ActionError {
  if (isTolerant) return isLastingRefusal(error);
  return isActionError(error) && isNotFound(error.cause);
}

async function refreshNetworking(
  { ref, services, connections, owners, failure }: ClusterView,
  { id, wanted, cloud }: { id: string; wanted: ReadonlySet<Facet>; cloud: CloudClient },
): Promise<Networking> {
  const asks = (['services', 'connections', 'owners'] as const).filter((kind) => wanted.has(`${kind}:${ref}`));
  if (asks.length === 0) return { services, connections, owners, failure };
  const [freshServices, freshConnections, freshOwners] = await Promise.all([
    asks.includes('services') ? cloud.listServices(id) : services,
    asks.includes('connections') ? cloud.listConnections(id) : connections,
    asks.includes('owners') ? cloud.listTrustedOwners(id) : owners,
  ]);
  return { services: freshServices, connections: freshConnections, owners: freshOwners, failure: undefined };
}

/** Loads once, at first use. */
export function memoise<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | undefined;
  return () => {
    loaded ??= load();
    return loaded;
  };
}
