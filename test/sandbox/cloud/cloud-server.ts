import { createBuckets } from '../aws/buckets.ts';
import type { Answer, Exchange, ServiceDefinition } from '../exchange.ts';
import type { Cluster, ServiceAccount } from '../types.ts';
import type { WorldState } from '../world.ts';
import { caAnswer } from './ca.ts';
import { CloudError, codeOf, denied, errorAnswer, json, notFound } from './responses.ts';
import { routes } from './routes.ts';

const VERSIONS = ['latest', '2024-09-16', '2023-04-10', '2022-09-20', '2022-03-31'];
const LIMIT = { size: 10, perSecond: 10 };

/** The CockroachDB Cloud API, as far as it is about private endpoints. */
export function cloudService(world: WorldState): ServiceDefinition {
  const buckets = createBuckets(() => world.now());
  const handle = ({ method, url, headers, body, params }: Exchange): Answer => {
    const certificate = caAnswer(world, method, url.pathname);
    if (certificate !== undefined) return certificate;
    const version = String(headers['cc-version'] ?? 'latest');
    const echo = { 'Cc-Version': version === 'latest' ? '2024-09-16' : version };
    try {
      if (!VERSIONS.includes(version)) throw new CloudError(3, 'invalid Cc-Version.');
      const account = world.serviceAccounts.get(/^Bearer (.+)$/.exec(headers.authorization ?? '')?.[1] ?? '');
      if (!account) throw new CloudError(16, 'invalid credentials');
      if (world.settings.throttle.cloud && !buckets.take(account.key, LIMIT)) {
        const status = world.settings.cloud.rateLimitStatus;
        throw new CloudError(8, 'rate limit exceeded', { status, retryAfter: 1 });
      }
      for (const route of routes) {
        const match = route.path.exec(url.pathname);
        if (!match || route.method !== method) continue;
        if (!route.roles.some((role) => account.roles.includes(role))) throw denied();
        const [, clusterId, rest] = match.map((part) => decodeURIComponent(part ?? ''));
        const cluster = clusterId === undefined ? undefined : visibleCluster(world, { account, clusterId });
        if (cluster !== undefined && url.pathname.includes('/networking/')) refuseWhenCreating(world, cluster);
        if (method !== 'GET') refuseWhenLocked(world, cluster);
        const result = route.run({ world, account, cluster: cluster as Cluster, rest: rest ?? '', body, params });
        return json(200, result, echo);
      }
      throw notFound('Not Found');
    } catch (failure) {
      if (!(failure instanceof CloudError)) throw failure;
      return errorAnswer(failure, echo);
    }
  };
  return {
    service: 'cloud',
    describe: ({ method, url }) => ({ action: `${method} ${url.pathname}`, mutating: method !== 'GET' }),
    handle,
    error: ({ status, code, message, retryAfter }) =>
      errorAnswer(
        new CloudError(/^\d+$/.test(code) ? Number(code) : codeOf(status), message, {
          status,
          ...(retryAfter === undefined ? {} : { retryAfter }),
        }),
      ),
    throttled: { status: 429, code: '8', message: 'rate limit exceeded', retryAfter: 1 },
  };
}

function visibleCluster(
  world: WorldState,
  { account, clusterId }: { account: ServiceAccount; clusterId: string },
): Cluster {
  if (!/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(clusterId)) {
    throw new CloudError(3, `invalid argument: invalid cluster id "${clusterId}"`);
  }
  const cluster = world.read('cluster').find((one) => one.id === clusterId);
  if (!cluster) throw notFound(`internal call failed: cluster '${clusterId}' not found`);
  if (account.clusterIds && !account.clusterIds.includes(clusterId)) {
    if (world.settings.cloud.unseen === 403) throw denied();
    throw notFound(`internal call failed: cluster '${clusterId}' not found`);
  }
  return cluster;
}

/** New clusters answer so until they are CREATED (cockroachdb/terraform-provider-cockroach 34). */
function refuseWhenCreating(world: WorldState, { id, state }: Cluster): void {
  if (state !== 'CREATING' || world.settings.cloud.networkingWhileCreating !== 404) return;
  throw notFound(`internal call failed: cluster '${id}' not found`);
}

function refuseWhenLocked(world: WorldState, cluster: Cluster | undefined): void {
  const lock = world.settings.cloud.clusterLock || (cluster?.state === 'LOCKED' && 409);
  if (lock === 503) throw new CloudError(14, 'service unavailable');
  if (lock === 400) throw new CloudError(9, "couldn't lock cluster");
  if (lock === 409) throw new CloudError(10, 'cluster lock is held');
}
