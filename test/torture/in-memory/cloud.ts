import type { CloudClient } from '../../../src/cockroach/client.ts';
import { CloudRefusal, cloudError, isCloudRefusal } from '../../../src/cockroach/errors.ts';
import {
  parseCluster,
  parseConnection,
  parseConnections,
  parseServices,
  parseTrustedOwner,
  parseTrustedOwners,
} from '../../../src/cockroach/parse.ts';
import { isTooLate, type Limit, refuseLate } from '../../../src/support/moment.ts';
import { addConnection, listConnections, removeConnection } from '../../sandbox/cloud/connections.ts';
import { CloudError, notFound } from '../../sandbox/cloud/responses.ts';
import { createServices } from '../../sandbox/cloud/services.ts';
import { addOwner, findOwner, listOwners, removeOwner } from '../../sandbox/cloud/trusted-owners.ts';
import { clusterView, connectionView, ownerView, serviceView } from '../../sandbox/cloud/views.ts';
import type { Cluster } from '../../sandbox/types.ts';
import type { WorldState } from '../../sandbox/world.ts';
import { Killed, type Line } from './trouble.ts';

/** The Cloud API without its protocol: the sandbox's own state and rules, and answers as the client gives them. */
export function inMemoryCloud(world: WorldState, line: Line): CloudClient {
  const clusterOf = (id: string): Cluster => {
    const cluster = world.read('cluster').find((one) => one.id === id);
    if (cluster === undefined || cluster.state === 'DELETED') throw notFound(`cluster '${id}' not found`);
    return cluster;
  };

  /**
   * @param name method and end of the path, by which refusals are told apart
   * @param answers refusals that are an answer, by their status
   */
  async function call<T>(
    name: string,
    run: () => T,
    { answers = {}, limit }: { answers?: Readonly<Record<number, T>>; limit?: Limit } = {},
  ): Promise<T> {
    const effect = () => {
      world.tick();
      const result = run();
      world.tick();
      return result;
    };
    try {
      return await line.carry(!name.startsWith('GET '), effect, () => refuseLate(limit, line.clock));
    } catch (error) {
      if (error instanceof Killed || isTooLate(error)) throw error;
      const refusal = asRefusal(error, name);
      if (isCloudRefusal(refusal) && refusal.status in answers) return answers[refusal.status] as T;
      throw cloudError(refusal, 'ask the Cloud');
    }
  }

  const servicesOf = (id: string) =>
    parseServices({
      services: world
        .read('cloudService')
        .filter((one) => one.clusterId === clusterOf(id).id)
        .map((one) => serviceView(world, one)),
    });

  const unused = () => Promise.reject(new Error('walks have no use for this request'));
  return {
    pause: () => 0,
    getCluster: (id) =>
      call('GET /api/v1/clusters/id', () => parseCluster(clusterView(clusterOf(id))), { answers: { 404: undefined } }),
    listClusters: () =>
      call('GET /api/v1/clusters', () => world.read('cluster').map((one) => parseCluster(clusterView(one)))),
    listServices: (id) => call('GET /private-endpoint-services', () => servicesOf(id)),
    createServices: (id) =>
      call('POST /private-endpoint-services', () => {
        createServices(world, clusterOf(id));
        return servicesOf(id);
      }),
    listConnections: (id) =>
      call('GET /private-endpoint-connections', () =>
        parseConnections({
          connections: listConnections(world, clusterOf(id)).map((one) => connectionView(world, one)),
        }),
      ),
    addConnection: (id, endpointId) =>
      call(
        'POST /private-endpoint-connections',
        () => parseConnection(connectionView(world, addConnection(world, clusterOf(id), endpointId))),
        {
          answers: { 409: undefined },
        },
      ),
    deleteConnection: (id, endpointId, limit) =>
      call<void>('DELETE /private-endpoint-connections/id', () => removeConnection(world, clusterOf(id), endpointId), {
        answers: { 404: undefined },
        limit,
      }),
    listTrustedOwners: (id) =>
      call('GET /private-endpoint-trusted-owners', () =>
        parseTrustedOwners({ trusted_owners: listOwners(world, clusterOf(id)).map(ownerView) }),
      ),
    getTrustedOwner: (id, ownerId) =>
      call('GET /private-endpoint-trusted-owners/id', () => {
        const owner = findOwner(world, clusterOf(id), ownerId);
        return owner === undefined ? undefined : parseTrustedOwner(ownerView(owner));
      }),
    addTrustedOwner: (id, accountId) =>
      call(
        'POST /private-endpoint-trusted-owners',
        () => parseTrustedOwner(ownerView(addOwner(world, clusterOf(id), accountId))),
        {
          answers: { 409: undefined },
        },
      ),
    removeTrustedOwner: (id, ownerId, limit) =>
      call<void>('DELETE /private-endpoint-trusted-owners/id', () => void removeOwner(world, clusterOf(id), ownerId), {
        answers: { 404: undefined },
        limit,
      }),
    listAllowlist: () => Promise.resolve([]),
    clusterCa: unused,
  };
}

function asRefusal(error: unknown, name: string): unknown {
  if (!(error instanceof CloudError)) return error;
  const { status, code, message } = error;
  return new CloudRefusal(name, { status, body: JSON.stringify({ code, message }), retryAfter: undefined });
}
