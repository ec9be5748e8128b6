import { claimKey, readClaims } from '../../../src/reconcile/model/claims.ts';
import { groupName } from '../../../src/reconcile/model/managed.ts';
import type { ErrorCode } from '../../../src/support/errors.ts';
import { ids } from '../../sandbox/index.ts';
import type { Endpoint } from '../../sandbox/types.ts';
import { isManaged, isOwned } from '../../support/managed.ts';
import type { Bench } from '../in-memory/bench.ts';

type World = Bench['world'];

/** What the world itself says, beside what the action does: judged on the sandbox's own tables. */
export function liveEndpoints(world: World, filter: (one: Endpoint) => boolean = () => true): Endpoint[] {
  return world.endpoints((one) => one.state !== 'deleting' && one.state !== 'deleted' && filter(one));
}

/** Name of the endpoint service of a cluster, '' where it has none yet. */
export function serviceOf(world: World, clusterId: string): string {
  const own = [...world.tables.cloudService.values()].find((one) => one.clusterId === clusterId);
  return world.tables.service.get(own?.serviceId ?? '')?.name ?? '';
}

const strangersOf = (world: World, clusters: readonly string[]) => {
  const services = clusters.map((id) => serviceOf(world, id));
  return liveEndpoints(world, (one) => !isManaged(one) && services.includes(one.serviceName));
};

const clustersIn = (world: World, clusters: readonly string[], state: string) =>
  clusters.some((id) => world.tables.cluster.get(id)?.state === state);

const full = ({ tags }: { tags: Record<string, string> }) => Object.keys(tags).length > 40;

/** What must be true of the world where a run ends with a code. A code that is not here is no way to end. */
export const BLOCKERS: Partial<Record<ErrorCode, (world: World, clusters: readonly string[]) => boolean>> = {
  'not-ours': (world, clusters) =>
    strangersOf(world, clusters).some((one) => !one.privateDnsEnabled || one.state !== 'available'),
  'endpoint-ambiguous': (world, clusters) => strangersOf(world, clusters).length > 1,
  'dns-conflict': (world, clusters) => strangersOf(world, clusters).some((one) => one.privateDnsTarget),
  'group-name-taken': (world, clusters) =>
    clusters.some((id) => {
      const name = groupName(serviceOf(world, id)).toLowerCase();
      return world.groups((one) => one.name.toLowerCase() === name && !isOwned(one)).length > 0;
    }),
  'vpc-dns-off': (world) => {
    const vpc = world.tables.vpc.get(ids.vpc);
    return vpc !== undefined && !(vpc.dnsSupport && vpc.dnsHostnames);
  },
  'subnet-full': (world) => [...world.tables.subnet.values()].some((one) => one.freeIps <= 0),
  'cluster-not-found': (world, clusters) => clustersIn(world, clusters, 'DELETED'),
  // Nobody unlocks it in this walk.
  timeout: (world, clusters) => clustersIn(world, clusters, 'LOCKED'),
  // One that the action may not replace.
  'connection-rejected': (world, clusters) => strangersOf(world, clusters).some((one) => one.state === 'rejected'),
  'tag-limit': (world) => liveEndpoints(world).some(full),
};

/** Codes that say that CockroachDB Cloud turned a connection down; true as long as it was told to. */
export const TURNED_DOWN: readonly ErrorCode[] = ['connection-rejected', 'connection-failed', 'endpoint-failed'];

/** Everything that is missing from the path of a cluster for an environment; [] where it is whole. */
export function missingFrom(world: World, clusterId: string, environment: string): string[] {
  const service = serviceOf(world, clusterId);
  const mine = liveEndpoints(world, (one) => isManaged(one) && one.serviceName === service);
  const connected = world.connections(clusterId).filter((one) => one.status === 'AVAILABLE');
  const isConnected = (one: Endpoint) => connected.some(({ endpointId }) => endpointId === one.id);
  const endpoint = mine[0] ?? liveEndpoints(world).find(isConnected);
  const missing: string[] = [];
  const must = (holds: boolean, what: string) => {
    if (!holds) missing.push(what);
  };
  must(mine.length <= 1, `${mine.length} endpoints of ours`);
  must(endpoint?.state === 'available', `the endpoint is ${endpoint?.state ?? 'missing'}`);
  must(endpoint?.privateDnsEnabled === true, 'private DNS is off');
  must(endpoint !== undefined && isConnected(endpoint), 'not connected');
  if (endpoint === undefined || !isManaged(endpoint)) return missing;
  const owner = { serverUrl: 'https://github.com', repositoryId: ids.repositoryId, environment };
  must(endpoint.tags[claimKey(owner, clusterId)] !== undefined, 'no claim');
  const groups = world.groups((one) => isOwned(one) && one.name === groupName(service));
  must(groups.length === 1, `${groups.length} groups of ours`);
  must(endpoint.groupIds.includes(groups[0]?.id ?? ''), 'the group is not attached');
  const sources = world.rules(groups[0]?.id ?? '').map((rule) => rule.cidr);
  for (const { cidr } of world.tables.vpc.get(ids.vpc)?.cidrs ?? [])
    must(sources.includes(cidr), `no rule for ${cidr}`);
  return missing;
}

/** What is there of the action's, in words. */
export function leftOf(world: World): string[] {
  return [
    ...liveEndpoints(world, isManaged).map((one) => `${one.id} with ${readClaims(one.tags).length} claims`),
    ...world.groups(isOwned).map((one) => `${one.id} "${one.name}"`),
  ];
}
