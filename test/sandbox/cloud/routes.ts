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

/** One page of a list, by `pagination.page` and `pagination.limit`. */
function paged<T>({ settings }: WorldState, params: Record<string, string>, all: readonly T[]) {
  const asked = Number(params['pagination.limit'] ?? 500);
  if (!(asked >= 1)) throw badRequest('invalid pagination limit');
  const limit = Math.min(asked, settings.cloud.pageSize);
  const page = params['pagination.page'];
  const start = page ? Number(Buffer.from(page, 'base64url').toString().split(':')[1]) : 0;
  if (!Number.isInteger(start)) throw badRequest('invalid pagination page');
  const more = start + limit < all.length;
  const pagination = more ? { next_page: Buffer.from(`page:${start + limit}`).toString('base64url') } : {};
  return { rows: all.slice(start, start + limit), pagination };
}

/** Lists that the specification knows no pages of: whole, unless a world says that they come in pages all the same. */
function unspecifiedPages(world: WorldState, params: Record<string, string>, ...[name, all]: [string, unknown[]]) {
  if (!world.settings.cloud.pagesEverywhere) return { [name]: all };
  const { rows, pagination } = paged(world, params, all);
  return { [name]: rows, pagination };
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
      const { rows, pagination } = paged(world, params, all);
      return { clusters: rows.map(clusterView), pagination };
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
    run({ world, cluster, params }) {
      const { rows, pagination } = paged(world, params, cluster.allowlist);
      return { allowlist: rows, propagating: false, pagination };
    },
  },
  {
    method: 'GET',
    path: under('/networking/private-endpoint-services'),
    roles: WRITE,
    run({ world, cluster, params }) {
      const rows = world.read('cloudService').filter((service) => service.clusterId === cluster.id);
      return unspecifiedPages(
        world,
        params,
        'services',
        rows.map((service) => serviceView(world, service)),
      );
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
    run: ({ world, cluster, params }) =>
      unspecifiedPages(
        world,
        params,
        'connections',
        listConnections(world, cluster).map((connection) => connectionView(world, connection)),
      ),
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
    run({ world, cluster, params }) {
      const rows = listOwners(world, cluster).map(ownerView);
      const page = unspecifiedPages(world, params, 'trusted_owners', rows);
      return rows.length === 0 && world.settings.cloud.omitEmptyLists ? {} : page;
    },
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
