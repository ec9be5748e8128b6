import type { Ec2 } from '../../src/aws/ec2.ts';
import type { Endpoint, Group } from '../../src/aws/types.ts';
import type { CloudClient } from '../../src/cockroach/client.ts';
import { CloudRefusal, cloudError } from '../../src/cockroach/errors.ts';
import type { Cluster, Connection } from '../../src/cockroach/types.ts';
import type { Clients } from '../../src/reconcile/observe.ts';
import { ActionError } from '../../src/support/errors.ts';
import { type Limit, refuseLate, wallTime } from '../../src/support/moment.ts';
import { type Thing, truth, write } from './shelf.ts';
import { isConnected, SERVICE, VPC, type World } from './world.ts';

export const ACCOUNT = '111122223333';
/** EC2's limit of tags on one resource. */
export const MOST_TAGS = 50;

/** What the next reads show. */
export interface Sight {
  readonly endpoints: readonly Endpoint[];
  readonly groups: readonly Group[];
  readonly connections: Readonly<Record<string, readonly Thing[]>>;
}

/** What befalls the next call. */
export type Fate = 'done' | 'lost-before' | 'lost-after';

/** One run's way to the world. The world in it is replaced with every call. */
export interface Line {
  world: World;
  readonly sight: Sight | undefined;
  readonly fate: Fate;
  /** DeleteTags of EC2 spares a tag whose value is another; false to see what that is good for. */
  readonly matchesValues: boolean;
  /** For how long the run's machine was suspended, in milliseconds: its monotonic clock stood still. */
  readonly stood: number;
  /** What its wall clock shows, if not the time of the world. */
  readonly wall?: number;
}

/** The clients of `Clients` over the abstract world: each call takes effect at once. */
export function clientsOf(line: Line): Clients {
  return { ec2: ec2Of(line), cloud: cloudOf(line), account: async () => ACCOUNT, clock: clockOf(line) };
}

function clockOf(line: Line): Clients['clock'] {
  return {
    now: () => line.world.now - line.stood,
    wall: () => wallTime(line.wall ?? line.world.now),
    sleep: () => Promise.reject(new Error('the model lets time go by itself')),
  };
}

const NO_ANSWER = Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });

async function call<T>(line: Line, code: 'aws-unavailable' | 'cloud-unavailable', effect: () => T): Promise<T> {
  const lost = () => new ActionError(code, { cause: 'no answer', fix: 'look again' }, { cause: NO_ANSWER });
  if (line.fate === 'lost-before') throw lost();
  const answer = effect();
  if (line.fate === 'lost-after') throw lost();
  return answer;
}

function unused(): Promise<never> {
  return Promise.reject(new Error('the model has no use for this call'));
}

/** @param limit how long the decision behind the writes holds */
function ec2Of(line: Line, limit?: Limit): Ec2 {
  // A call that looks by itself (a group whose name is taken) sees how things are.
  const sight = () => line.sight ?? { endpoints: truth(line.world.endpoints), groups: truth(line.world.groups) };
  const change = async <T>(effect: (world: World) => T) => {
    refuseLate(limit, clockOf(line));
    return call(line, 'aws-unavailable', () => effect(line.world));
  };
  return {
    vpc: async () => ({ id: VPC, ownerId: ACCOUNT, cidrs: [] }),
    vpcDns: async () => ({ support: true, hostnames: true }),
    subnets: async () => [
      { id: 'subnet-1', vpcId: VPC, zoneId: 'use1-az1', zoneName: 'us-east-1a', freeAddresses: 9, unfit: '' },
    ],
    endpoints: async () => [...sight().endpoints],
    groups: async () => [...sight().groups],
    interfaceAddresses: unused,
    authorizeIngress: unused,
    revokeIngress: unused,
    modifyEndpoint: (id, { addGroupIds = [], removeGroupIds = [] }) =>
      change((world) => {
        const there = truth(world.endpoints).find((one) => one.id === id && one.state === 'available');
        if (there === undefined) return { kind: 'requeue', why: 'not there' };
        if (addGroupIds.some((group) => !truth(world.groups).some((one) => one.id === group)))
          return {
            kind: 'outdated',
            error: new ActionError('aws-refused', { cause: 'no such group', fix: 'run again' }),
          };
        const groupIds = [...there.groupIds.filter((one) => !removeGroupIds.includes(one)), ...addGroupIds];
        const set = { at: world.now, id, change: { kind: 'set', fields: { groupIds } } } as const;
        line.world = { ...world, endpoints: write(world.endpoints, set) };
        return 'done';
      }),
    createGroup: ({ vpcId, name, tags }) =>
      change((world) => {
        if (truth(world.groups).some((one) => one.name === name)) return { kind: 'name-taken' };
        const id = `sg-${world.made + 1}`;
        const thing: Group = { id, name, vpcId, ownerId: ACCOUNT, tags: sorted(tags), ingress: [] };
        line.world = { ...put(world, 'groups', thing), made: world.made + 1 };
        return { kind: 'created', groupId: id };
      }),
    createEndpoint: ({ clientToken, serviceName, subnetIds, groupIds, tags }) =>
      change((world) => {
        if (groupIds.some((id) => !truth(world.groups).some((one) => one.id === id))) return { kind: 'group-unknown' };
        const known = world.tokens[clientToken];
        const made = world.made + 1;
        const id = known ?? `vpce-${made}`;
        const endpoint = endpointOf(world, { id, serviceName, subnetIds, groupIds, tags });
        if (known === undefined) {
          line.world = { ...put(world, 'endpoints', endpoint), made, tokens: { ...world.tokens, [clientToken]: id } };
          return { kind: 'created', endpoint };
        }
        const there = truth(world.endpoints).find((one) => one.id === id);
        if (there === undefined) return { kind: 'created', endpoint: { ...endpoint, state: 'deleted', tags: {} } };
        return sameAsked(there, endpoint) ? { kind: 'created', endpoint: there } : { kind: 'token-taken' };
      }),
    deleteEndpoint: (id) =>
      change((world) => {
        if (!truth(world.endpoints).some((one) => one.id === id && one.state === 'available')) return;
        const fields = { state: 'deleting', rawState: 'deleting' } as const;
        const endpoints = write(world.endpoints, { at: world.now, id, change: { kind: 'set', fields } });
        line.world = { ...world, endpoints, dying: { ...world.dying, [id]: world.now } };
      }),
    deleteGroup: (id) =>
      change((world) => {
        if (!truth(world.groups).some((one) => one.id === id)) return { kind: 'deleted' };
        if (truth(world.endpoints).some((one) => one.groupIds.includes(id)))
          return { kind: 'in-use', message: 'an endpoint uses it' };
        line.world = { ...world, groups: write(world.groups, { at: world.now, id, change: { kind: 'gone' } }) };
        return { kind: 'deleted' };
      }),
    setTags: (ids, tags) =>
      change((world) => {
        const there: readonly Thing[] = [...truth(world.endpoints), ...truth(world.groups)];
        if (there.some((one) => ids.includes(one.id) && Object.keys({ ...one.tags, ...tags }).length > MOST_TAGS))
          throw new ActionError('tag-limit', { cause: 'no more tags fit', fix: 'remove some' });
        return changeTags(line, ids, () => tags);
      }),
    removeTags: (ids, tags) =>
      change(() =>
        changeTags(line, ids, (before) => {
          const hit = Object.keys(tags).filter(
            (key) => key in before && (!line.matchesValues || before[key] === tags[key]),
          );
          return Object.fromEntries(hit.map((key) => [key, null]));
        }),
      ),
    notAfter: (until) => ec2Of(line, until),
    close: () => undefined,
  };
}

/** All or nothing, as EC2 has it: one resource that is not there refuses the call. */
function changeTags(
  line: Line,
  ids: readonly string[],
  change: (before: Thing['tags']) => Readonly<Record<string, string | null>>,
): 'done' | 'requeue' {
  const { world } = line;
  const there: readonly Thing[] = [...truth(world.endpoints), ...truth(world.groups)].filter((one) =>
    ids.includes(one.id),
  );
  if (there.length < ids.length) return 'requeue';
  for (const { id, tags } of there) {
    const changes = change(tags);
    if (Object.keys(changes).length === 0) continue;
    const one = { at: world.now, id, change: { kind: 'tags', tags: changes } } as const;
    line.world = id.startsWith('sg-')
      ? { ...line.world, groups: write(line.world.groups, one) }
      : { ...line.world, endpoints: write(line.world.endpoints, one) };
  }
  return 'done';
}

function put<K extends 'endpoints' | 'groups'>(world: World, shelf: K, thing: Thing): World {
  const one = { at: world.now, id: thing.id, change: { kind: 'put', thing } };
  return { ...world, [shelf]: { ...world[shelf], young: [...world[shelf].young, one] } };
}

function sorted(tags: Thing['tags']): Thing['tags'] {
  return Object.fromEntries(Object.entries(tags).toSorted(([one], [other]) => (one < other ? -1 : 1)));
}

/** EC2 compares what a token was used with; claims differ from run to run. */
function sameAsked(one: Endpoint, other: Endpoint): boolean {
  return (
    JSON.stringify([one.groupIds, one.subnetIds, one.tags]) ===
    JSON.stringify([other.groupIds, other.subnetIds, other.tags])
  );
}

function endpointOf(
  world: World,
  made: Pick<Endpoint, 'id' | 'serviceName' | 'subnetIds' | 'groupIds' | 'tags'>,
): Endpoint {
  return {
    ...made,
    tags: sorted(made.tags),
    vpcId: VPC,
    ownerId: ACCOUNT,
    state: 'available',
    rawState: 'available',
    interface: true,
    networkInterfaceIds: [],
    privateDns: false,
    createdAt: world.now,
    requesterManaged: false,
    failure: '',
  };
}

function cloudOf(line: Line): CloudClient {
  const connectionsOf = (id: string) => (line.sight?.connections[id] ?? []).map((one) => connectionOf(one.id));
  return {
    getCluster: async (id) => clusterOf(id),
    listClusters: async () => [],
    pause: () => 0,
    listServices: async () => [
      {
        region: 'us-east-1',
        cloudProvider: 'AWS',
        status: 'AVAILABLE',
        statusText: 'AVAILABLE',
        name: SERVICE,
        zoneIds: [],
      },
    ],
    listConnections: async (id) => connectionsOf(id),
    addConnection: (id, endpointId) =>
      call(line, 'cloud-unavailable', () => {
        const { world } = line;
        if (isConnected(world, id, endpointId)) return undefined;
        const there = truth(world.endpoints).some((one) => one.id === endpointId && one.state === 'available');
        if (!there) {
          const refusal = { status: 404, body: '{"code":5,"message":"no such endpoint"}', retryAfter: undefined };
          throw cloudError(new CloudRefusal('POST /private-endpoint-connections', refusal), 'connect the cluster');
        }
        const change = { kind: 'put', thing: { id: endpointId, tags: {} } } as const;
        line.world = withConnections(world, id, { at: world.now, id: endpointId, change });
        return connectionOf(endpointId);
      }),
    async deleteConnection(id, endpointId, limit) {
      refuseLate(limit, clockOf(line));
      return call(line, 'cloud-unavailable', () => {
        const { world } = line;
        if (!isConnected(world, id, endpointId)) return;
        line.world = withConnections(world, id, { at: world.now, id: endpointId, change: { kind: 'gone' } });
      });
    },
    createServices: unused,
    listTrustedOwners: unused,
    getTrustedOwner: unused,
    addTrustedOwner: unused,
    removeTrustedOwner: unused,
    listAllowlist: unused,
    clusterCa: unused,
  };
}

function withConnections(world: World, clusterId: string, one: Parameters<typeof write<Thing>>[1]): World {
  const shelf = world.connections[clusterId];
  if (shelf === undefined) throw new Error(`no cluster ${clusterId}`);
  return { ...world, connections: { ...world.connections, [clusterId]: write(shelf, one) } };
}

function connectionOf(endpointId: string): Connection {
  return {
    endpointId,
    region: 'us-east-1',
    serviceName: SERVICE,
    status: 'AVAILABLE',
    rawStatus: 'STATUS_AVAILABLE',
    ownerAccount: ACCOUNT,
  };
}

function clusterOf(id: string): Cluster {
  return {
    id,
    name: `cluster-${id.slice(0, 1)}`,
    plan: 'standard',
    cloudProvider: 'AWS',
    state: 'CREATED',
    stateText: 'CREATED',
    serverless: true,
    routingId: 'r',
    regions: [{ name: 'us-east-1', internalDns: 'internal.cluster.example' }],
  };
}
