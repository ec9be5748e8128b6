import { SQL_PORT } from '../aws/types.ts';
import type { Cluster } from '../cockroach/types.ts';

/** What a connection string has between `postgresql://` and its end. */
interface UrlParts {
  /** `USER:PASSWORD`; left out in outputs, which hold no login. */
  readonly login?: string;
  readonly database: string;
  /** Parameters in their order; '' for none. */
  readonly parameters: readonly string[];
}

/** A connection string that has the client check certificate and host name; the only place that makes one. */
export function connectionString(host: string, { login, database, parameters }: UrlParts): string {
  const query = ['sslmode=verify-full', ...parameters].filter((one) => one !== '').join('&');
  return `postgresql://${login === undefined ? '' : `${login}@`}${hostOnly(host)}:${SQL_PORT}/${database}?${query}`;
}

/**
 * The parameter by which a shared host tells the clusters of its tenants apart; empty for a cluster with its own host.
 * Source: cockroachdb/cockroach, pkg/ccl/sqlproxyccl, "cluster identifier" in the parameter `options`.
 */
export function connectionOptions({ serverless, routingId }: Cluster): string {
  return serverless && routingId !== '' ? `options=--cluster%3D${encodeURIComponent(routingId)}` : '';
}

/**
 * The URL of a private connection for outputs, which cross jobs: without user and password, and without the path of a
 * file. '' where the host isn't known, or the routing ID without which a shared host refuses every client.
 */
export function connectionUrl(cluster: Cluster, host: string): string {
  if (hostOnly(host) !== host || host === '' || (cluster.serverless && cluster.routingId === '')) return '';
  return connectionString(host, { database: 'defaultdb', parameters: [connectionOptions(cluster)] });
}

/** The command that downloads the CA certificate of an Advanced cluster. It is public: no key is sent. */
export function caCommand(clusterId: string, apiUrl: URL | undefined): string {
  const base = (apiUrl?.href ?? 'https://cockroachlabs.cloud').replace(/\/+$/, '');
  const url = `${base}/clusters/${encodeURIComponent(clusterId)}/cert`;
  return `curl --fail --output ca.crt '${url.replaceAll("'", '%27')}'`;
}

/** A host name out of an API answer, in the characters that host names have. */
function hostOnly(name: string): string {
  return name.replace(/[^A-Za-z0-9.-]/g, '').slice(0, 253);
}
