import type { Cluster, ServiceAccount } from '../types.ts';
import type { WorldState } from '../world.ts';
import { addConnection, listConnections, removeConnection } from './connections.ts';
import { badRequest, CloudError, notFound } from './responses.ts';
import { createServices } from './services.ts';
import { addOwner, findOwner, listOwners, removeOwner } from './trusted-owners.ts';
import { clusterView, connectionView, ownerView, serviceView } from './views.ts';

export interface RouteContext {
  world: WorldState;
  account: ServiceAccount;
  cluster: Cluster;
  /** Last path part, where there is one. */
  rest: string;
  body: string;
  params: Record<string, string>;
}

interface Route {
  method: string;
  path: RegExp;
  roles: string[];
  run(context: RouteContext): unknown;
}

// Source: the role lists in the API specification.
const WRITE = ['CLUSTER_ADMIN', 'CLUSTER_OPERATOR_WRITER'];
const ADMIN = ['CLUSTER_ADMIN'];
const DEVELOP = [...WRITE, 'CLUSTER_DEVELOPER'];
const READ = [...DEVELOP, 'ORG_ADMIN', 'FOLDER_ADMIN', 'FOLDER_MOVER', 'METRICS_VIEWER', 'CLUSTER_MONITOR'];

const under = (tail: string) => new RegExp(`^/api/v1/clusters/([^/]+)${tail}$`);
const CONNECTIONS = '/networking/private-endpoint-connections';
const OWNERS = '/networking/private-endpoint-trusted-owners';

function readJson(body: string): Record<string, unknown> {
  try {
    const value: unknown = JSON.parse(body);
    if (typeof value === 'object' && value !== null) return value as Record<string, unknown>;
  } catch {
    // falls through to the refusal
  }
  throw new CloudError(3, 'proto: syntax error (line 1:1): unexpected token');
}

/** A list, or nothing at all where the API may leave an empty one out. */
function optionalList(world: WorldState, name: string, rows: unknown[]): Record<string, unknown> {
  return rows.length === 0 && world.settings.cloud.omitEmptyLists ? {} : { [name]: rows };
}

export const routes: Route[] = [
  {
    method: 'GET',
    path: /^\/api\/v1\/clusters$/,
    roles: READ,
    run({ world, account, params }) {
      const inactive = params.show_inactive === 'true';
      const all = world
        .read('cluster')
        .filter((cluster) => inactive || cluster.state !== 'DELETED')
        .filter((cluster) => !account.clusterIds || account.clusterIds.includes(cluster.id));
      const limit = Number(params['pagination.limit'] ?? 500);
      if (!(limit >= 1)) throw badRequest('invalid pagination limit');
      const page = params['pagination.page'];
      const start = page ? Number(Buffer.from(page, 'base64url').toString().split(':')[1]) : 0;
      if (!Number.isInteger(start)) throw badRequest('invalid pagination page');
      const more = start + limit < all.length;
      const pagination = more ? { next_page: Buffer.from(`page:${start + limit}`).toString('base64url') } : {};
      return { clusters: all.slice(start, start + limit).map(clusterView), pagination };
    },
  },
  { method: 'GET', path: under(''), roles: READ, run: ({ cluster }) => clusterView(cluster) },
  {
    method: 'GET',
    path: under('/connection-string'),
    roles: READ,
    run({ cluster, params }) {
      const host = cluster.regions[0]?.sqlDns ?? '';
      const database = params.database ?? 'defaultdb';
      const user = params.sql_user;
      const who = user ? `${user}@` : '';
      return {
        connection_string: `postgresql://${who}${host}:26257/${database}?sslmode=verify-full`,
        params: { Host: host, Port: '26257', Database: database, ...(user ? { Username: user } : {}) },
      };
    },
  },
  {
    method: 'GET',
    path: under('/networking/allowlist'),
    roles: DEVELOP,
    run: ({ cluster }) => ({ allowlist: cluster.allowlist, propagating: false }),
  },
  {
    method: 'GET',
    path: under('/networking/private-endpoint-services'),
    roles: WRITE,
    run({ world, cluster }) {
      const rows = world.read('cloudService').filter((service) => service.clusterId === cluster.id);
      return { services: rows.map((service) => serviceView(world, service)) };
    },
  },
  {
    method: 'POST',
    path: under('/networking/private-endpoint-services'),
    roles: WRITE,
    run: ({ world, cluster }) => ({
      services: createServices(world, cluster).map((service) => serviceView(world, service)),
    }),
  },
  {
    method: 'GET',
    path: under(CONNECTIONS),
    roles: WRITE,
    run: ({ world, cluster }) => ({
      connections: listConnections(world, cluster).map((connection) => connectionView(world, connection)),
    }),
  },
  {
    method: 'POST',
    path: under(CONNECTIONS),
    roles: WRITE,
    run({ world, cluster, body }) {
      const id = readJson(body).endpoint_id;
      if (typeof id !== 'string' || id === '') throw badRequest('endpoint_id is required');
      return connectionView(world, addConnection(world, cluster, id));
    },
  },
  {
    method: 'DELETE',
    path: under(`${CONNECTIONS}/([^/]+)`),
    roles: WRITE,
    run({ world, cluster, rest }) {
      removeConnection(world, cluster, rest);
      return {};
    },
  },
  {
    method: 'GET',
    path: under(OWNERS),
    roles: WRITE,
    run: ({ world, cluster }) => optionalList(world, 'trusted_owners', listOwners(world, cluster).map(ownerView)),
  },
  {
    method: 'POST',
    path: under(OWNERS),
    roles: ADMIN,
    run({ world, cluster, body }) {
      const { type, external_owner_id: owner } = readJson(body);
      if (type !== 'AWS_ACCOUNT_ID') throw new CloudError(3, `proto: invalid value for enum type: "${String(type)}"`);
      return { trusted_owner: ownerView(addOwner(world, cluster, String(owner ?? ''))) };
    },
  },
  {
    method: 'GET',
    path: under(`${OWNERS}/([^/]+)`),
    roles: WRITE,
    run({ world, cluster, rest }) {
      const owner = findOwner(world, cluster, rest);
      if (!owner) throw notFound(`trusted owner ${rest} not found`);
      return { trusted_owner: ownerView(owner) };
    },
  },
  {
    method: 'DELETE',
    path: under(`${OWNERS}/([^/]+)`),
    roles: ADMIN,
    run: ({ world, cluster, rest }) => ({ trusted_owner: ownerView(removeOwner(world, cluster, rest)) }),
  },
];
