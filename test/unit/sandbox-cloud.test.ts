import { existsSync, readFileSync } from 'node:fs';
import { afterEach, describe, expect, test } from 'vitest';
import { type Schema, schemaMistakes } from '../harness/json-schema.ts';
import { bothPlans, type DeepPartial, ids, type Sandbox, type Settings, startSandbox } from '../sandbox/index.ts';

const specification = new URL('../../../shared/cloud-api/openapi.json', import.meta.url);
const open: Sandbox[] = [];
afterEach(async () => {
  for (const sandbox of open.splice(0)) await sandbox.close();
});

interface OpenApi {
  paths: Record<
    string,
    Record<string, { responses: Record<string, { content?: Record<string, { schema: Schema }> }> }>
  >;
  components: { schemas: Record<string, Schema> };
}

// The shapes that matter, for checkouts without the specification beside them.
const REQUIRED: Record<string, string[]> = {
  'private-endpoint-services': ['services'],
  'private-endpoint-connections': ['connections'],
  allowlist: ['allowlist', 'propagating'],
  'connection-string': ['connection_string', 'params'],
};
const api = existsSync(specification) ? (JSON.parse(readFileSync(specification, 'utf8')) as OpenApi) : null;
if (!api)
  console.warn('The API specification is not beside this checkout: only the built-in list of shapes is checked.');

function mistakes(method: string, path: string, body: Record<string, unknown>): string[] {
  if (!api) {
    const tail = path.split('?')[0]?.split('/').at(-1) ?? '';
    if (method !== 'GET') return [];
    return (REQUIRED[tail] ?? []).filter((name) => !(name in body));
  }
  const parts = (path.split('?')[0] ?? '').split('/');
  const template = Object.keys(api.paths).find((candidate) => {
    const names = candidate.split('/');
    return names.length === parts.length && names.every((name, at) => name.startsWith('{') || name === parts[at]);
  });
  const schema =
    api.paths[template ?? '']?.[method.toLowerCase()]?.responses['200']?.content?.['application/json']?.schema;
  if (!schema) return [`no schema for ${method} ${path}`];
  return schemaMistakes(schema, { value: body, schemas: api.components.schemas });
}

async function world(settings: DeepPartial<Settings> = {}) {
  const usual = { throttle: { cloud: false } };
  const sandbox = await startSandbox({ ...bothPlans(), rate: 1, settings: { ...usual, ...settings } });
  open.push(sandbox);
  const call = async (
    method: string,
    path: string,
    options: { body?: unknown; key?: string; version?: string } = {},
  ) => {
    const full = `/api/v1/clusters${path}`;
    const response = await fetch(`${sandbox.urls.cloud}${full}`, {
      method,
      headers: { Authorization: `Bearer ${options.key ?? ids.apiKey}`, 'Cc-Version': options.version ?? '2024-09-16' },
      ...(options.body ? { body: JSON.stringify(options.body) } : {}),
    });
    // biome-ignore lint/suspicious/noExplicitAny: bodies of many shapes
    const body = (await response.json()) as any;
    if (response.ok) expect(mistakes(method, full, body)).toEqual([]);
    return { status: response.status, body, headers: response.headers };
  };
  const net = (cluster: string, tail: string) => `/${cluster}/networking/private-endpoint-${tail}`;
  const status = async (cluster: string, endpointId: string) => {
    const { body } = await call('GET', net(cluster, 'connections'));
    const found = body.connections.find((one: { endpoint_id: string }) => one.endpoint_id === endpointId);
    return found?.status as string | undefined;
  };
  const endpoint = (serviceName: string, state: 'pendingAcceptance' | 'available' = 'pendingAcceptance') =>
    sandbox.world.createEndpoint({ vpcId: ids.vpc, serviceName, state, subnetIds: [ids.subnets[0]] });
  return { sandbox, call, net, status, endpoint, later: (seconds: number) => sandbox.clock.advance(seconds * 1000) };
}

describe('doors', () => {
  test('keys, roles, versions and unknown clusters', async () => {
    const { call, net } = await world();
    expect(await call('GET', '', { key: 'wrong' })).toMatchObject({ status: 401, body: { code: 16 } });
    const services = net(ids.advancedCluster, 'services');
    expect(await call('GET', services, { key: ids.readOnlyApiKey })).toMatchObject({
      status: 403,
      body: { code: 7, message: 'user does not have permission' },
    });
    expect(await call('GET', '', { version: '1999-01-01' })).toMatchObject({
      status: 400,
      body: { message: 'invalid Cc-Version.' },
    });
    const unknown = await call('GET', '/00000000-0000-4000-8000-000000000000');
    expect(unknown).toMatchObject({ status: 404, body: { code: 5 } });
    expect(unknown.headers.get('cc-version')).toBe('2024-09-16');
  });

  test('ten requests a second', async () => {
    const { call, sandbox } = await world({ throttle: { cloud: true } });
    const answers = await Promise.all(Array.from({ length: 14 }, () => call('GET', '')));
    const refused = answers.filter(({ status }) => status === 429);
    expect(refused.length).toBeGreaterThanOrEqual(2);
    expect(refused[0]?.headers.get('retry-after')).toBe('1');
    sandbox.settings.cloud.rateLimitStatus = 400;
    const late = await Promise.all(Array.from({ length: 14 }, () => call('GET', '')));
    expect(late.some(({ status, body }) => status === 400 && body.message === 'rate limit exceeded')).toBe(true);
  });

  test('clusters in pages, and one by one', async () => {
    const { call } = await world();
    const first = await call('GET', '?pagination.limit=2');
    expect(first.body.clusters).toHaveLength(2);
    const second = await call('GET', `?pagination.limit=2&pagination.page=${first.body.pagination.next_page}`);
    expect(second.body.clusters.map(({ id }: { id: string }) => id)).toEqual([ids.secondStandardCluster]);
    expect((await call('GET', `/${ids.standardCluster}`)).body.config.serverless.routing_id).toBeTruthy();
    expect((await call('GET', `/${ids.standardCluster}/networking/allowlist`)).body.allowlist).toHaveLength(1);
    expect((await call('GET', `/${ids.advancedCluster}/connection-string?os=LINUX`)).body.params.Port).toBe('26257');
  });
});

describe('reads that lag', () => {
  test.each([ids.standardCluster, ids.advancedCluster])(
    'do not bring back a removed connection of %s',
    async (cluster) => {
      const { call, net, status, endpoint, later, sandbox } = await world({ stale: { seconds: { connection: 20 } } });
      sandbox.settings.cloud.keepRejected = false;
      if (cluster === ids.advancedCluster) sandbox.world.makeServices(cluster);
      const [service] = (await call('GET', net(cluster, 'services'))).body.services;
      const connections = net(cluster, 'connections');
      const { id } = endpoint(service.name, 'available');
      await call('POST', connections, { body: { endpoint_id: id } });
      later(60);
      await call('DELETE', `${connections}/${id}`);
      later(10);
      expect(await status(cluster, id)).toMatch(/AVAILABLE$/);
      expect(await call('DELETE', `${connections}/${id}`)).toMatchObject({ status: 404, body: { code: 5 } });
      later(60);
      expect(await status(cluster, id)).toBeUndefined();
    },
  );
});

describe('Advanced', () => {
  test('from no service to a connection, and back', async () => {
    const { call, net, status, endpoint, later, sandbox } = await world();
    const at = net(ids.advancedCluster, 'services');
    expect((await call('GET', at)).body.services).toEqual([]);
    const made = await call('POST', at);
    expect(made.body.services).toMatchObject([{ status: 'CREATING', name: '', endpoint_service_id: '' }]);
    later(31);
    const [service] = (await call('POST', at)).body.services;
    expect(service).toMatchObject({ status: 'AVAILABLE', region_name: ids.region });
    const { id } = endpoint(service.name);
    expect(await status(ids.advancedCluster, id)).toBe('STATUS_PENDING_ACCEPTANCE');
    const connections = net(ids.advancedCluster, 'connections');
    await call('POST', connections, { body: { endpoint_id: id } });
    expect(sandbox.world.endpoint(id).state).toBe('pendingAcceptance');
    later(11);
    expect(sandbox.world.endpoint(id).state).toBe('pending');
    later(26);
    expect(sandbox.world.endpoint(id).state).toBe('available');
    later(6);
    expect(await status(ids.advancedCluster, id)).toBe('STATUS_AVAILABLE');

    await call('DELETE', `${connections}/${id}`);
    expect(await status(ids.advancedCluster, id)).toBe('STATUS_DELETING');
    later(6);
    expect(await status(ids.advancedCluster, id)).toBe('STATUS_REJECTED');
    expect(sandbox.world.endpoint(id).state).toBe('rejected');
    await call('POST', connections, { body: { endpoint_id: id } });
    expect(await status(ids.advancedCluster, id)).toBe('STATUS_REJECTED');
    later(60);
    expect(await status(ids.advancedCluster, id)).toBe('STATUS_AVAILABLE');
    sandbox.world.deleteEndpoint(id);
    later(30);
    expect(await status(ids.advancedCluster, id)).toBe('STATUS_STALE');
    await call('DELETE', `${connections}/${id}`);
    expect(await status(ids.advancedCluster, id)).toBeUndefined();
    expect((await call('DELETE', `${connections}/${id}`)).status).toBe(404);
  });

  test('trusted owners', async () => {
    const { call, net, sandbox, endpoint, later, status } = await world();
    const owners = net(ids.advancedCluster, 'trusted-owners');
    expect((await call('GET', owners)).body).toEqual({});
    const body = { type: 'AWS_ACCOUNT_ID', external_owner_id: ids.otherAccount };
    const added = (await call('POST', owners, { body })).body.trusted_owner;
    expect((await call('GET', `${owners}/${added.id}`)).body.trusted_owner).toEqual(added);
    expect((await call('POST', owners, { body })).status).toBe(409);
    expect((await call('GET', net(ids.standardCluster, 'trusted-owners'))).status).toBe(400);

    sandbox.world.changeCluster(ids.advancedCluster, { trustEnforced: true });
    const [service] = sandbox.world.makeServices(ids.advancedCluster);
    const { id } = endpoint(service?.name ?? '');
    await call('POST', net(ids.advancedCluster, 'connections'), { body: { endpoint_id: id } });
    later(11);
    expect(await status(ids.advancedCluster, id)).toBe('STATUS_REJECTED');

    expect((await call('DELETE', `${owners}/${added.id}`)).body.trusted_owner).toEqual(added);
    sandbox.settings.cloud.trustedOwners = 501;
    expect((await call('GET', owners)).status).toBe(501);
  });

  test('scripted ends', async () => {
    const { call, net, sandbox, endpoint, later, status } = await world();
    const [service] = sandbox.world.makeServices(ids.advancedCluster);
    sandbox.world.scriptConnections({ outcome: 'EXPIRED' });
    const { id } = endpoint(service?.name ?? '');
    await call('POST', net(ids.advancedCluster, 'connections'), { body: { endpoint_id: id } });
    later(11);
    expect(await status(ids.advancedCluster, id)).toBe('STATUS_EXPIRED');
    expect(sandbox.world.endpoint(id).state).toBe('expired');
  });
});

describe('Standard', () => {
  test('one endpoint for two clusters; removing one leaves the other', async () => {
    const { call, net, status, endpoint, later, sandbox } = await world();
    expect((await call('POST', net(ids.standardCluster, 'services'))).status).toBe(501);
    const { id } = endpoint(ids.standardServiceName, 'available');
    for (const cluster of [ids.standardCluster, ids.secondStandardCluster]) {
      await call('POST', net(cluster, 'connections'), { body: { endpoint_id: id } });
    }
    later(60);
    expect(await status(ids.secondStandardCluster, id)).toBe('STATUS_AVAILABLE');
    await call('DELETE', `${net(ids.standardCluster, 'connections')}/${id}`);
    later(60);
    expect(await status(ids.standardCluster, id)).toBeUndefined();
    expect(await status(ids.secondStandardCluster, id)).toBe('STATUS_AVAILABLE');
    expect(sandbox.world.endpoint(id).state).toBe('available');
  });

  test('knobs of what is undocumented', async () => {
    const { call, net, endpoint, sandbox, later } = await world();
    const { id } = endpoint(ids.standardServiceName, 'available');
    const at = net(ids.standardCluster, 'connections');
    const add = (endpoint_id: string) => call('POST', at, { body: { endpoint_id } });
    await add(id);
    later(60);
    expect((await add(id)).status).toBe(200);
    sandbox.settings.cloud.addAgain = 409;
    expect((await add(id)).status).toBe(409);
    expect((await add('vpce-00000000000000000')).status).toBe(400);
    sandbox.settings.cloud.badEndpoint = 'STATUS_FAILED';
    expect((await add('vpce-00000000000000000')).body.status).toBe('STATUS_FAILED');
    sandbox.settings.cloud.clusterLock = 409;
    expect((await add(id)).body.message).toBe('cluster lock is held');
  });
});
