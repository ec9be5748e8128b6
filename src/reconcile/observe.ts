import type { Ec2 } from '../aws/ec2.ts';
import type { Group, Vpc } from '../aws/types.ts';
import type { CloudClient } from '../cockroach/client.ts';
import { isNotFound } from '../cockroach/errors.ts';
import type { Cluster } from '../cockroach/types.ts';
import type { Clock } from '../support/clock.ts';
import { ActionError, isActionError } from '../support/errors.ts';
import { momentOf } from '../support/moment.ts';
import { several } from '../support/several.ts';
import { MANAGED_BY } from './model/claims.ts';
import { clustersNamed, readinessOf } from './model/cluster-state.ts';
import type { Desired } from './model/desired.ts';
import { type ClusterView, type Facet, type Observed, readTimes } from './model/observed.ts';
import { clusterProblem } from './plan/clusters.ts';
import { accountProblem, vpcProblem } from './plan/vpc.ts';

/** The two worlds as the reconciler reaches them. */
export interface Worlds {
  readonly ec2: Ec2;
  readonly cloud: CloudClient;
  /** The AWS account in use; asked for once. */
  account(): Promise<string>;
  readonly clock: Clock;
}

/** More than the Cloud API takes in a second from one service account, so that none of its turns is missed. */
export const CLUSTERS_AT_ONCE = 30;

/**
 * Reads everything, all at the same time: the Cloud half needs no AWS credentials and does not wait for them.
 * @throws ActionError where AWS or the Cloud cannot be read; clusters that are not there are no error here
 */
export async function observeAll(desired: Desired, worlds: Worlds): Promise<Observed> {
  const began = momentOf(worlds.clock);
  const { vpcId } = desired;
  const clusterList = memoise(() => worlds.cloud.listClusters());
  const found = observeEndpoints(desired, worlds);
  found.catch(() => undefined);
  const home = {
    account: needsAccount(desired) ? worlds.account() : Promise.resolve(''),
    vpc: vpcId === undefined ? undefined : worlds.ec2.vpc(vpcId),
  };
  const reads = Promise.all([
    several(desired.clusters, CLUSTERS_AT_ONCE, (ref) => observeCluster(ref, { desired, worlds, clusterList })),
    home.account,
    home.vpc,
    observeVpcDns(desired, { worlds, found }),
    vpcId === undefined || desired.endpointId !== undefined ? [] : worlds.ec2.subnets(vpcId),
    found,
    observeGroups(desired, worlds),
  ]);
  const [clusters, account, vpc, vpcDns, subnets, endpoints, groups] = await reads.catch(async (error: unknown) => {
    throw await outranked(error, desired, home);
  });
  const facets: Facet[] = ['account', 'vpc', 'subnets', 'endpoints', 'groups'];
  for (const ref of desired.clusters)
    facets.push(`cluster:${ref}`, `services:${ref}`, `connections:${ref}`, `owners:${ref}`);
  return { account, clusters, vpc, vpcDns, subnets, endpoints, groups, ...readTimes(facets, began) };
}

/**
 * A read that failed, or what explains it: in another account, or for a VPC that is not there or belongs to somebody else,
 * most reads are denied, and no permission would help.
 */
export async function outranked(
  error: unknown,
  { vpcId, region, allowedAccountIds }: Pick<Desired, 'vpcId' | 'region' | 'allowedAccountIds'>,
  home: { readonly account: Promise<string>; readonly vpc?: Promise<Vpc | undefined> | undefined },
): Promise<unknown> {
  if (!isActionError(error) || error.code === 'cancelled') return error;
  const [account, vpc] = await Promise.allSettled([home.account, home.vpc]);
  if (account.status === 'rejected') return error;
  const isVpcRead = vpcId !== undefined && home.vpc !== undefined && vpc.status === 'fulfilled';
  const problem =
    accountProblem(account.value, allowedAccountIds) ??
    (isVpcRead ? vpcProblem(vpc.value, { vpcId, region, account: account.value }) : undefined);
  return problem === undefined ? error : new ActionError(problem.code, problem, { cause: error });
}

/** Trusted owners given by number are the Cloud's business alone: such a run needs no AWS credentials. */
function needsAccount({ ownersOnly, trustedOwners, allowedAccountIds }: Desired): boolean {
  return !ownersOnly || allowedAccountIds.length > 0 || trustedOwners?.accounts.includes('self') === true;
}

/** Reads the given facets again, all at the same time, and returns the rest as it was. */
export async function observeAgain(
  observed: Observed,
  facets: Iterable<Facet>,
  { desired, worlds }: { desired: Desired; worlds: Worlds },
): Promise<Observed> {
  const began = momentOf(worlds.clock);
  const wanted = new Set(facets);
  const [endpoints, groups, clusters] = await Promise.all([
    wanted.has('endpoints') ? observeEndpoints(desired, worlds) : observed.endpoints,
    wanted.has('groups') ? observeGroups(desired, worlds) : observed.groups,
    several(observed.clusters, CLUSTERS_AT_ONCE, (view) => refreshCluster(view, wanted, worlds)),
  ]);
  return { ...observed, endpoints, groups, clusters, ...readTimes(wanted, began, observed) };
}

/** The DNS attributes of the VPC that is named, or of the one that an attached endpoint turns out to be in. */
async function observeVpcDns(
  { vpcId, endpointId, privateDns }: Desired,
  { worlds, found }: { worlds: Worlds; found: Promise<Observed['endpoints']> },
): Promise<Observed['vpcDns']> {
  if (!privateDns) return undefined;
  if (vpcId !== undefined) return worlds.ec2.vpcDns(vpcId);
  const home = endpointId === undefined ? undefined : (await found)[0]?.vpcId;
  return home === undefined || home === '' ? undefined : worlds.ec2.vpcDns(home);
}

function observeEndpoints(desired: Desired, worlds: Worlds): Promise<Observed['endpoints']> {
  if (desired.endpointId !== undefined) return worlds.ec2.endpoints({ endpointIds: [desired.endpointId] });
  return desired.vpcId === undefined ? Promise.resolve([]) : worlds.ec2.endpoints({ vpcId: desired.vpcId });
}

async function observeGroups(desired: Desired, worlds: Worlds): Promise<Group[]> {
  const { vpcId, endpointId, securityGroupIds, allowedSecurityGroupIds } = desired;
  if (vpcId === undefined || endpointId !== undefined) return [];
  if (securityGroupIds.length > 0) return worlds.ec2.groups({ ids: securityGroupIds });
  const [managed, allowed] = await Promise.all([
    worlds.ec2.groups({ vpcId, tagKey: MANAGED_BY }),
    allowedSecurityGroupIds.length === 0 ? [] : worlds.ec2.groups({ ids: allowedSecurityGroupIds }),
  ]);
  return [...managed, ...allowed.filter(({ id }) => managed.every((one) => one.id !== id))];
}

/** Cluster IDs are UUIDs; anything else is a name. */
export function isClusterId(ref: string): boolean {
  return /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/i.test(ref);
}

/** From so many clusters on, one list of all costs less than asking for each. */
const MANY_CLUSTERS = 20;

interface ClusterReading {
  desired: Desired;
  worlds: Worlds;
  clusterList(): Promise<Cluster[]>;
}

/** A cluster by its ID: out of the list where many are asked for, else, and where the list does not have it, by itself. */
async function clusterById(
  ref: string,
  { desired, worlds, clusterList }: ClusterReading,
): Promise<Cluster | undefined> {
  const list = desired.clusters.length < MANY_CLUSTERS ? [] : await clusterList();
  const id = ref.toLowerCase();
  return list.find((one) => one.id === id) ?? (await worlds.cloud.getCluster(ref));
}

/** One cluster with its services and connections; by ID all three at once, by name after the list. */
async function observeCluster(ref: string, reading: ClusterReading): Promise<ClusterView> {
  if (isClusterId(ref)) {
    const found = clusterById(ref, reading);
    const networking = readNetworking(ref, found, reading);
    // Awaited only if the cluster is worth it; a failure before that must not count as unhandled.
    networking.catch(() => undefined);
    const cluster = await found;
    return viewOf({ ref, matches: cluster === undefined ? [] : [cluster] }, networking, reading.desired);
  }
  const matches = clustersNamed(await reading.clusterList(), ref);
  const [only] = matches;
  const networking =
    only !== undefined && matches.length === 1 ? readNetworking(only.id, Promise.resolve(only), reading) : undefined;
  return viewOf({ ref, matches }, networking, reading.desired);
}

type Networking = Promise<Pick<ClusterView, 'services' | 'connections' | 'owners' | 'failure'>>;

/** Services and connections; a failure is kept for the planner, since another blocker may explain it. */
async function readNetworking(
  clusterId: string,
  cluster: Promise<Cluster | undefined>,
  { desired, worlds: { cloud } }: ClusterReading,
): Networking {
  const rest = Promise.all([desired.ownersOnly ? [] : cloud.listServices(clusterId), cloud.listConnections(clusterId)]);
  rest.catch(() => undefined);
  try {
    // First, since its refusal tells more than theirs; and only where the cluster has them.
    const asked = desired.trustedOwners !== undefined && (await cluster)?.serverless === false;
    const owners = asked ? await cloud.listTrustedOwners(clusterId) : undefined;
    const [services, connections] = await rest;
    return { services, connections, owners, failure: undefined };
  } catch (error) {
    if (!isActionError(error) || error.code === 'cancelled') throw error;
    return { services: [], connections: [], owners: undefined, failure: error };
  }
}

async function viewOf(
  { ref, matches }: Pick<ClusterView, 'ref' | 'matches'>,
  networking: Networking | undefined,
  { ownersOnly, region }: Desired,
): Promise<ClusterView> {
  const none = { services: [], connections: [], owners: undefined, failure: undefined };
  const hopeless = clusterProblem({ ref, matches }, ownersOnly ? '' : region) !== undefined;
  if (hopeless) networking?.catch(() => undefined);
  if (hopeless || networking === undefined) return { ref, matches, ...none };
  const read = await networking;
  // Until a cluster is created, networking calls answer 404, which says nothing.
  const isCreating = matches.every((one) => readinessOf(one) === 'creating');
  return { ref, matches, ...read, failure: isCreating ? undefined : read.failure };
}

async function refreshCluster(view: ClusterView, wanted: ReadonlySet<Facet>, { cloud }: Worlds): Promise<ClusterView> {
  const id = view.matches[0]?.id;
  if (id === undefined) return view;
  const networking = refreshNetworking(view, { id, wanted, cloud });
  networking.catch(() => undefined);
  const cluster = wanted.has(`cluster:${view.ref}`) ? await cloud.getCluster(id) : view.matches[0];
  return { ...view, matches: cluster === undefined ? [] : [cluster], ...(await networking) };
}

/** A 404 is kept for the planner, which forgives it for a while where the cluster was just created. */
async function refreshNetworking(
  { ref, services, connections, owners, failure }: ClusterView,
  { id, wanted, cloud }: { id: string; wanted: ReadonlySet<Facet>; cloud: Worlds['cloud'] },
): Networking {
  const asks = (['services', 'connections', 'owners'] as const).filter((kind) => wanted.has(`${kind}:${ref}`));
  if (asks.length === 0) return { services, connections, owners, failure };
  try {
    const [freshServices, freshConnections, freshOwners] = await Promise.all([
      asks.includes('services') ? cloud.listServices(id) : services,
      asks.includes('connections') ? cloud.listConnections(id) : connections,
      asks.includes('owners') ? cloud.listTrustedOwners(id) : owners,
    ]);
    return { services: freshServices, connections: freshConnections, owners: freshOwners, failure: undefined };
  } catch (error) {
    if (!isActionError(error) || !isNotFound(error.cause)) throw error;
    return { services, connections, owners, failure: error };
  }
}

/** Loads once, at first use. */
export function memoise<T>(load: () => Promise<T>): () => Promise<T> {
  let loaded: Promise<T> | undefined;
  return () => {
    loaded ??= load();
    return loaded;
  };
}
