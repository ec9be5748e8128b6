import { acceptEndpoint, connectionAfter, endEndpoint, setConnectionStatus } from '../lifecycle.ts';
import type { Cluster, Connection, Endpoint } from '../types.ts';
import type { WorldState } from '../world.ts';
import { badRequest, CloudError, notFound } from './responses.ts';

/** Connections of a cluster as the list shows them. */
export function listConnections(world: WorldState, cluster: Cluster): Connection[] {
  const listed = world.read('connection').filter((connection) => connection.clusterId === cluster.id);
  return [...listed, ...unadded(world, cluster, { listed, endpoints: world.read('endpoint') })];
}

/** The provider side of AWS PrivateLink knows of every endpoint that asks to be accepted. */
function unadded(
  world: WorldState,
  cluster: Cluster,
  { listed, endpoints }: { listed: readonly Connection[]; endpoints: readonly Endpoint[] },
): Connection[] {
  if (cluster.plan !== 'ADVANCED' || !world.settings.cloud.listUnadded) return [];
  return endpoints
    .filter((endpoint) => endpoint.state === 'pendingAcceptance')
    .filter((endpoint) => !listed.some((connection) => connection.endpointId === endpoint.id))
    .flatMap((endpoint) => {
      const service = serviceFor(world, { cluster, endpoint });
      return service ? [newConnection({ cluster, endpoint, serviceId: service.id, status: 'PENDING_ACCEPTANCE' })] : [];
    });
}

function newConnection(parts: {
  cluster: Cluster;
  endpoint: Pick<Endpoint, 'id' | 'region' | 'serviceName' | 'accountId'>;
  serviceId: string;
  status: Connection['status'];
}): Connection {
  const { cluster, endpoint, serviceId, status } = parts;
  return {
    id: `${cluster.id}/${endpoint.id}`,
    clusterId: cluster.id,
    endpointId: endpoint.id,
    region: endpoint.region,
    serviceId,
    serviceName: endpoint.serviceName,
    ownerId: endpoint.accountId,
    status,
    generation: 0,
  };
}

function serviceFor(world: WorldState, { cluster, endpoint }: { cluster: Cluster; endpoint: Endpoint }) {
  for (const own of world.tables.cloudService.values()) {
    if (own.clusterId !== cluster.id || !own.serviceId) continue;
    const service = world.tables.service.get(own.serviceId);
    if (service?.name === endpoint.serviceName) return service;
  }
  return undefined;
}

/** POST private-endpoint-connections. */
export function addConnection(world: WorldState, cluster: Cluster, endpointId: string): Connection {
  const { cloud, seconds } = world.settings;
  if (!/^vpce-[0-9a-f]{8,17}$/.test(endpointId)) throw badRequest(`invalid endpoint id "${endpointId}"`);
  const endpoint = world.tables.endpoint.get(endpointId);
  const alive = endpoint && endpoint.state !== 'deleted' && endpoint.state !== 'deleting' ? endpoint : undefined;
  const service = alive ? serviceFor(world, { cluster, endpoint: alive }) : undefined;
  const key = `${cluster.id}/${endpointId}`;
  if (!alive || !service) {
    if (cloud.badEndpoint === 400) throw badRequest(`endpoint ${endpointId} could not be found for this cluster`);
    const own = [...world.tables.cloudService.values()].find((one) => one.clusterId === cluster.id);
    const region = own?.region ?? cluster.regions[0]?.name ?? world.region;
    const serviceName = world.tables.service.get(own?.serviceId ?? '')?.name ?? '';
    const guess = { id: endpointId, region, serviceName, accountId: '' };
    const failed = newConnection({ cluster, endpoint: guess, serviceId: own?.serviceId ?? '', status: 'FAILED' });
    world.tables.connection.set(key, failed);
    return failed;
  }
  const present = world.tables.connection.get(key);
  if (present && ['AVAILABLE', 'PENDING', 'PENDING_ACCEPTANCE'].includes(present.status)) {
    if (cloud.addAgain !== 200)
      throw new CloudError(6, `endpoint ${endpointId} already exists`, { status: cloud.addAgain });
    return present;
  }
  if (present?.status === 'DELETING') throw new CloudError(9, `endpoint ${endpointId} is being removed`);
  const trusted = isTrusted(world, cluster, alive.accountId);
  if (!trusted && cloud.untrusted === 'refuse-400') {
    throw badRequest(`owner ${alive.accountId} of endpoint ${endpointId} is not trusted`);
  }
  if (!trusted && cloud.untrusted === 'refuse-403') {
    throw new CloudError(7, `AWS account ${alive.accountId} is not a trusted owner of this cluster`);
  }
  const connection = present ?? newConnection({ cluster, endpoint: alive, serviceId: service.id, status: 'PENDING' });
  const reattached = present?.status === 'REJECTED';
  world.tables.connection.set(key, connection);
  // The list keeps showing a rejected one as such until the work has begun.
  if (!reattached) setConnectionStatus(connection, cluster.plan === 'ADVANCED' ? 'PENDING_ACCEPTANCE' : 'PENDING');
  else connection.generation += 1;
  const outcome =
    scriptedOutcome(world, cluster) ?? (trusted ? undefined : cloud.untrusted === 'fail' ? 'FAILED' : 'REJECTED');
  connectionAfter(world, connection, {
    seconds: seconds.acceptance,
    change: () => (outcome ? end(connection, { endpoint: alive, outcome }) : attach(world, connection, alive)),
  });
  return connection;
}

/** Accepts the endpoint if it waits for that, and follows it until it is available. */
function attach(world: WorldState, connection: Connection, endpoint: Endpoint): void {
  setConnectionStatus(connection, 'PENDING');
  if (endpoint.state === 'pendingAcceptance' || endpoint.state === 'rejected') acceptEndpoint(world, endpoint);
  const follow = () => {
    if (endpoint.state === 'available') {
      const { connection: seconds } = world.settings.seconds;
      connectionAfter(world, connection, { seconds, change: () => setConnectionStatus(connection, 'AVAILABLE') });
    } else if (endpoint.state === 'pending') connectionAfter(world, connection, { seconds: 1, change: follow });
    else if (endpoint.state === 'rejected') setConnectionStatus(connection, 'REJECTED');
    else if (endpoint.state === 'expired') setConnectionStatus(connection, 'EXPIRED');
    else setConnectionStatus(connection, 'FAILED');
  };
  follow();
}

function end(
  connection: Connection,
  { endpoint, outcome }: { endpoint: Endpoint; outcome: 'REJECTED' | 'FAILED' | 'EXPIRED' },
): void {
  setConnectionStatus(connection, outcome);
  const states = { REJECTED: 'rejected', FAILED: 'failed', EXPIRED: 'expired' } as const;
  endEndpoint(endpoint, states[outcome]);
}

function scriptedOutcome(world: WorldState, cluster: Cluster) {
  const entry = world.connectionScript.find(
    (one) => one.times > 0 && (one.clusterId === null || one.clusterId === cluster.id),
  );
  if (!entry) return undefined;
  entry.times -= 1;
  return entry.outcome;
}

/** Whether the cluster lets endpoints of this AWS account in. */
function isTrusted(world: WorldState, cluster: Cluster, accountId: string): boolean {
  if (!cluster.trustEnforced || cluster.plan !== 'ADVANCED') return true;
  return [...world.tables.trustedOwner.values()].some(
    (owner) => owner.clusterId === cluster.id && [accountId, '*'].includes(owner.externalOwnerId),
  );
}

/** DELETE private-endpoint-connections/{id}. */
export function removeConnection(world: WorldState, cluster: Cluster, endpointId: string): void {
  const key = `${cluster.id}/${endpointId}`;
  const { cloud, seconds } = world.settings;
  const endpoint = world.tables.endpoint.get(endpointId);
  let connection = world.tables.connection.get(key);
  if (!connection) {
    // As things are, not as a read that lags shows them: an entry that is gone does not come back.
    [connection] = endpoint ? unadded(world, cluster, { listed: [], endpoints: [endpoint] }) : [];
    if (!connection || !endpoint) throw notFound(`private endpoint connection ${endpointId} not found`);
    world.tables.connection.set(key, connection);
  }
  if (connection.status === 'REJECTED' && cloud.deleteRejected === 404) {
    throw notFound(`private endpoint connection ${endpointId} not found`);
  }
  if (connection.status === 'DELETING' || connection.status === 'REJECTED') return;
  const { id } = connection;
  const gone = () => world.tables.connection.delete(id);
  if (connection.status === 'STALE' || !endpoint || endpoint.state === 'deleted') return void gone();
  const doomed = connection;
  setConnectionStatus(doomed, 'DELETING');
  connectionAfter(world, doomed, {
    seconds: seconds.disconnect,
    change() {
      if (cluster.plan !== 'ADVANCED') return gone();
      endEndpoint(endpoint, 'rejected');
      const listed = cloud.keepRejected && endpoint.state !== 'deleted';
      return listed ? setConnectionStatus(doomed, 'REJECTED') : gone();
    },
  });
}
