import type { Endpoint, Group } from '../../aws/types.ts';
import { isLastingRefusal } from '../../cockroach/errors.ts';
import type { Cluster } from '../../cockroach/types.ts';
import { momentOf, wallTime } from '../../support/moment.ts';
import { MANAGED_BY, readClaims } from '../model/claims.ts';
import { clustersNamed, isDeleted, readinessOf } from '../model/cluster-state.ts';
import type { Desired } from '../model/desired.ts';
import { isManagedEndpoint, isManagedGroup } from '../model/managed.ts';
import { type ClusterView, type Facet, type Observed, readTimes } from '../model/observed.ts';
import { isClusterId, memoise, outranked, type Worlds } from '../observe.ts';
import { marksOn } from '../plan/owned-group.ts';
import { givenUp } from './given-up.ts';

/**
 * Reads what a departure has to know: the endpoints and owned groups of the VPC, and of each cluster that is named, given
 * up or under a mark its connections. A cluster that is gone, or that the key may not read, does not stop the AWS side.
 * @throws ActionError where AWS cannot be read, or the Cloud is out of reach
 */
export async function observeDeparture(desired: Desired, worlds: Worlds): Promise<Observed> {
  const began = momentOf(worlds.clock);
  const clusterList = memoise(() => worlds.cloud.listClusters());
  const named = Promise.all(desired.clusters.map((ref) => readView(ref, { worlds, clusterList, services: true })));
  named.catch(() => undefined);
  const home = { account: worlds.account() };
  const reads = Promise.all([home.account, readEndpoints(desired, worlds), readGroups(desired, worlds)]);
  const [account, endpoints, groups] = await reads.catch(async (error: unknown) => {
    throw await outranked(error, desired, home);
  });
  const views = await named;
  const clusters = [...views, ...(await readClaimed({ views, endpoints, groups }, desired, worlds))];
  const facets: Facet[] = ['account', 'endpoints', 'groups', ...clusters.map(connectionsOf)];
  const nothing = { vpc: undefined, vpcDns: undefined, subnets: [] };
  return { account, clusters, ...nothing, endpoints, groups, ...readTimes(facets, began) };
}

/** Reads the given facets again, and clusters that claims name since. */
export async function observeDepartureAgain(
  observed: Observed,
  facets: Iterable<Facet>,
  { desired, worlds }: { desired: Desired; worlds: Worlds },
): Promise<Observed> {
  const began = momentOf(worlds.clock);
  const wanted = new Set(facets);
  const [endpoints, groups, views] = await Promise.all([
    wanted.has('endpoints') ? readEndpoints(desired, worlds) : observed.endpoints,
    wanted.has('groups') ? readGroups(desired, worlds) : observed.groups,
    Promise.all(
      observed.clusters.map((view) => (wanted.has(connectionsOf(view)) ? readConnections(view, worlds) : view)),
    ),
  ]);
  const more = await readClaimed({ views, endpoints, groups }, desired, worlds);
  const read = readTimes([...wanted, ...more.map(connectionsOf)], began, observed);
  return { ...observed, endpoints, groups, clusters: [...views, ...more], ...read };
}

function connectionsOf({ ref }: Pick<ClusterView, 'ref'>): Facet {
  return `connections:${ref}`;
}

function readEndpoints({ endpointId, vpcId }: Desired, { ec2 }: Worlds): Promise<Endpoint[]> {
  if (endpointId !== undefined) return ec2.endpoints({ endpointIds: [endpointId] });
  return vpcId === undefined ? Promise.resolve([]) : ec2.endpoints({ vpcId });
}

function readGroups({ endpointId, vpcId }: Desired, { ec2 }: Worlds): Promise<Group[]> {
  if (endpointId !== undefined || vpcId === undefined) return Promise.resolve([]);
  return ec2.groups({ vpcId, tagKey: MANAGED_BY });
}

/** Views of clusters that no view shows yet and that claims to be given up, or marks, name. */
async function readClaimed(
  { views, endpoints, groups }: { views: readonly ClusterView[] } & Pick<Observed, 'endpoints' | 'groups'>,
  desired: Desired,
  worlds: Worlds,
): Promise<ClusterView[]> {
  const { leave } = desired;
  const isGiven = givenUp(desired, views);
  const givenClusters = ({ tags }: Endpoint | Group) =>
    readClaims(tags)
      .filter((claim) => isGiven(claim, wallTime(Number.POSITIVE_INFINITY)))
      .map((claim) => claim.clusterId);
  const ids = endpoints
    .filter(
      (endpoint) => isManagedEndpoint(endpoint) && (leave?.kind !== 'endpoint' || endpoint.id === leave.endpointId),
    )
    .flatMap((endpoint) => [
      ...givenClusters(endpoint),
      ...marksOn(endpoint, groups).flatMap((mark) => mark.clusterIds),
    ]);
  // Where the endpoint was deleted by hand, the group still names the clusters of the run that created both.
  const managed = groups.filter(isManagedGroup);
  const ofGroups =
    leave?.kind === 'group'
      ? managed
          .filter((one) => one.id === leave.groupId)
          .flatMap((one) => readClaims(one.tags).map((claim) => claim.clusterId))
      : leave?.kind === 'environment'
        ? managed.flatMap(givenClusters)
        : [];
  const known = new Set(views.flatMap((view) => [view.ref, ...view.matches.map((one) => one.id)]));
  const fresh = [...new Set([...ids, ...ofGroups])].filter((id) => isClusterId(id) && !known.has(id));
  return Promise.all(
    fresh.map((ref) => readView(ref, { worlds, clusterList: () => Promise.resolve([]), services: false })),
  );
}

const NOTHING = { services: [], connections: [], owners: undefined, failure: undefined };

/** One cluster with its connections, in whatever state it is; `failure` holds a refusal to show it. */
async function readView(
  ref: string,
  reading: { worlds: Worlds; clusterList(): Promise<Cluster[]>; services: boolean },
): Promise<ClusterView> {
  const { cloud } = reading.worlds;
  try {
    const byId = isClusterId(ref);
    const networking = byId ? readNetworking(ref, reading) : undefined;
    networking?.catch(() => undefined);
    const found = byId ? [await cloud.getCluster(ref)] : clustersNamed(await reading.clusterList(), ref);
    const matches = found.filter((one) => one !== undefined && !isDeleted(one)) as Cluster[];
    const [only] = matches;
    if (only === undefined || matches.length > 1) return { ref, matches, ...NOTHING };
    // Until a cluster is created, networking calls answer 404; it has no connection.
    if (readinessOf(only) === 'creating') return { ref, matches, ...NOTHING };
    return { ref, matches, ...NOTHING, ...(await (networking ?? readNetworking(only.id, reading))) };
  } catch (error) {
    return refused(ref, error);
  }
}

async function readNetworking(
  id: string,
  { worlds: { cloud }, services }: { worlds: Worlds; services: boolean },
): Promise<Pick<ClusterView, 'services' | 'connections'>> {
  const [listed, connections] = await Promise.all([services ? cloud.listServices(id) : [], cloud.listConnections(id)]);
  return { services: listed, connections };
}

/** The connections of a cluster that was there; it may have been deleted since. */
async function readConnections(view: ClusterView, { cloud }: Worlds): Promise<ClusterView> {
  const [cluster, ...more] = view.matches;
  if (cluster === undefined || more.length > 0) return view;
  try {
    return { ...view, connections: await cloud.listConnections(cluster.id) };
  } catch (error) {
    if (!isLastingRefusal(error)) throw error;
    const still = await cloud.getCluster(cluster.id).catch(() => cluster);
    if (still === undefined || isDeleted(still)) return { ...view, matches: [], ...NOTHING };
    return { ...view, connections: [], failure: error };
  }
}

function refused(ref: string, error: unknown): ClusterView {
  if (!isLastingRefusal(error)) throw error;
  return { ref, matches: [], ...NOTHING, failure: error };
}
