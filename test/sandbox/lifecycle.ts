import type { Connection, ConnectionStatus, Endpoint, EndpointState } from './types.ts';
import type { WorldState } from './world.ts';

/** Moves an endpoint to a state, which voids every transition still under way. */
export function setEndpointState(endpoint: Endpoint, state: EndpointState): void {
  endpoint.state = state;
  endpoint.generation += 1;
}

/** After some seconds, moves an endpoint on, unless something else happened to it first. */
export function endpointAfter(
  world: WorldState,
  endpoint: Endpoint,
  step: { seconds: number; change: () => void },
): void {
  const { generation } = endpoint;
  world.after(step.seconds, () => {
    if (endpoint.generation === generation && world.tables.endpoint.get(endpoint.id) === endpoint) step.change();
  });
}

/** The provider accepts: pending, then available. */
export function acceptEndpoint(world: WorldState, endpoint: Endpoint): void {
  endpoint.accepted = true;
  setEndpointState(endpoint, 'pending');
  endpointAfter(world, endpoint, {
    seconds: world.settings.seconds.available,
    change: () => becomeAvailable(endpoint),
  });
}

/** An accepted change: pending, then available with the change in force. */
export function changeEndpoint(world: WorldState, endpoint: Endpoint, seconds: number): void {
  if (world.settings.ec2.dnsFlag === 'at-once') endpoint.privateDnsEnabled = endpoint.privateDnsTarget;
  if (endpoint.state !== 'available' && endpoint.state !== 'pending') {
    endpoint.privateDnsEnabled = endpoint.privateDnsTarget;
    return;
  }
  setEndpointState(endpoint, 'pending');
  endpointAfter(world, endpoint, { seconds, change: () => becomeAvailable(endpoint) });
}

function becomeAvailable(endpoint: Endpoint): void {
  endpoint.privateDnsEnabled = endpoint.privateDnsTarget;
  setEndpointState(endpoint, 'available');
}

/** The provider (or time) ends an endpoint that its owner still has. */
export function endEndpoint(endpoint: Endpoint, state: 'rejected' | 'failed' | 'expired'): void {
  if (endpoint.state === 'deleting' || endpoint.state === 'deleted') return;
  endpoint.accepted = false;
  if (state === 'failed') {
    endpoint.lastError = { code: 'InternalError', message: 'The endpoint could not be made available.' };
  }
  setEndpointState(endpoint, state);
}

/** The owner deletes: deleting, then deleted for a while, then gone. Its interfaces go on their own time. */
export function startDeletingEndpoint(world: WorldState, endpoint: Endpoint): void {
  const { seconds } = world.settings;
  setEndpointState(endpoint, 'deleting');
  detachInterfaces(world, endpoint, endpoint.subnetIds);
  endpointAfter(world, endpoint, {
    seconds: seconds.delete,
    change: () => {
      setEndpointState(endpoint, 'deleted');
      endpoint.privateDnsEnabled = false;
      endpoint.privateDnsTarget = false;
      endpointWentAway(world, endpoint);
      world.after(seconds.deletedVisible, () => world.tables.endpoint.delete(endpoint.id));
    },
  });
}

/** What the Cloud lists about an endpoint that its owner deleted. */
function endpointWentAway(world: WorldState, endpoint: Endpoint): void {
  for (const connection of [...world.tables.connection.values()]) {
    if (connection.endpointId !== endpoint.id) continue;
    const disconnected = connection.status === 'REJECTED' || connection.status === 'DELETING';
    if (disconnected || !world.settings.cloud.stale) world.tables.connection.delete(connection.id);
    else setConnectionStatus(connection, 'STALE');
  }
}

/** Moves a connection to a status, which voids every transition still under way. */
export function setConnectionStatus(connection: Connection, status: ConnectionStatus): void {
  connection.status = status;
  connection.generation += 1;
}

/** After some seconds, moves a connection on, unless something else happened to it first. */
export function connectionAfter(
  world: WorldState,
  connection: Connection,
  step: { seconds: number; change: () => void },
): void {
  const { generation } = connection;
  world.after(step.seconds, () => {
    const current = world.tables.connection.get(connection.id);
    if (current === connection && connection.generation === generation) step.change();
  });
}

/** One network interface for each subnet of an endpoint. */
export function networkInterfacesFor(world: WorldState, endpoint: Endpoint, subnetIds: string[]): void {
  for (const subnetId of subnetIds) {
    const subnet = world.tables.subnet.get(subnetId);
    const base = (subnet?.cidr ?? '10.0.0.0/24').split('.').slice(0, 3).join('.');
    const id = world.id('eni');
    if (subnet) subnet.freeIps -= 1;
    world.tables.eni.set(id, {
      id,
      accountId: endpoint.accountId,
      region: endpoint.region,
      vpcId: endpoint.vpcId,
      subnetId,
      endpointId: endpoint.id,
      groupIds: [...endpoint.groupIds],
      ip: `${base}.${10 + Math.floor(world.random.next() * 200)}`,
      detaching: false,
      tags: {},
    });
  }
}

/** The interfaces of these subnets go away after a while. */
export function detachInterfaces(world: WorldState, endpoint: Endpoint, subnetIds: string[]): void {
  for (const eni of world.tables.eni.values()) {
    if (eni.endpointId !== endpoint.id || !subnetIds.includes(eni.subnetId) || eni.detaching) continue;
    eni.detaching = true;
    world.after(world.settings.seconds.eniDetach, () => {
      world.tables.eni.delete(eni.id);
      const subnet = world.tables.subnet.get(eni.subnetId);
      if (subnet) subnet.freeIps += 1;
    });
  }
}
