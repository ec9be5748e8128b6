import { afterEach, describe, expect, it } from 'vitest';
import { type ProxyOptions, startProxy, type TestProxy } from '../harness/proxy.ts';
import { startTlsFront } from '../harness/tls-front.ts';
import type { Sandbox } from '../sandbox/index.ts';
import { expectFailure, expectSuccess } from '../support/expectations.ts';
import { standard } from '../support/paths.ts';
import { sandboxFor } from '../support/processes.ts';
import { mutations, run } from '../support/run.ts';

const closing: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(closing.splice(0).map((one) => one.close()));
});

async function proxyFor(options: ProxyOptions = {}): Promise<TestProxy> {
  const proxy = await startProxy(options);
  closing.push(proxy);
  return proxy;
}

/** Addresses at which nothing listens: whatever reaches the sandbox under them went through a proxy. */
const NOWHERE = {
  AWS_ENDPOINT_URL_EC2: 'http://ec2.sandbox.invalid',
  AWS_ENDPOINT_URL_STS: 'http://sts.sandbox.invalid',
  COCKROACH_SERVER: 'http://127.0.0.99:9',
};
const NOWHERE_HOSTS = ['127.0.0.99:9', 'ec2.sandbox.invalid:80', 'sts.sandbox.invalid:80'];

const routesTo = ({ urls }: Sandbox) => ({
  'ec2.sandbox.invalid:80': urls.ec2,
  'sts.sandbox.invalid:80': urls.sts,
  '127.0.0.99:9': urls.cloud,
});

const hostsOf = (proxy: TestProxy) => [...new Set(proxy.passed)].sort();

describe('a proxy for http', () => {
  it.each(['HTTP_PROXY', 'http_proxy'])('in %s carries what goes to AWS and to CockroachDB Cloud', async (variable) => {
    const sandbox = await sandboxFor(standard());
    const proxy = await proxyFor({ routes: routesTo(sandbox) });
    const result = await run(sandbox, {}, { env: { ...NOWHERE, [variable]: proxy.url } });
    expectSuccess(result);
    expect(result.outputs['status']).toBe('available');
    expect(hostsOf(proxy)).toEqual(NOWHERE_HOSTS);
  });

  it('is not asked when there is no variable', async () => {
    const sandbox = await sandboxFor(standard());
    const proxy = await proxyFor({ routes: routesTo(sandbox) });
    const result = await run(sandbox, { 'timeout-seconds': '30' }, { env: NOWHERE });
    expect(result.exitCode).toBe(1);
    expect(result.outputs['error-code']).toMatch(/^(aws|cloud)-unavailable$/);
    expect(proxy.passed).toEqual([]);
  });

  it.each(['NO_PROXY', 'no_proxy'])('is not asked for hosts that %s names', async (variable) => {
    const sandbox = await sandboxFor(standard());
    const proxy = await proxyFor();
    const env = { HTTP_PROXY: proxy.url, HTTPS_PROXY: proxy.url, [variable]: 'example.com,127.0.0.1' };
    const result = await run(sandbox, { 'dry-run': 'true' }, { env });
    expectSuccess(result);
    expect(proxy.passed).toEqual([]);
  });

  it('is asked for the hosts that NO_PROXY does not name, on both sides', async () => {
    const sandbox = await sandboxFor(standard());
    const proxy = await proxyFor({ routes: routesTo(sandbox) });
    const aws = {
      AWS_ENDPOINT_URL_EC2: NOWHERE.AWS_ENDPOINT_URL_EC2,
      AWS_ENDPOINT_URL_STS: NOWHERE.AWS_ENDPOINT_URL_STS,
    };
    const onlyAws = await run(
      sandbox,
      { 'dry-run': 'true' },
      { env: { ...aws, HTTP_PROXY: proxy.url, NO_PROXY: '127.0.0.1' } },
    );
    expectSuccess(onlyAws);
    expect(hostsOf(proxy)).toEqual(['ec2.sandbox.invalid:80', 'sts.sandbox.invalid:80']);

    proxy.passed.length = 0;
    const cloud = { COCKROACH_SERVER: NOWHERE.COCKROACH_SERVER };
    const onlyCloud = await run(
      sandbox,
      { 'dry-run': 'true' },
      { env: { ...cloud, HTTP_PROXY: proxy.url, NO_PROXY: '127.0.0.1' } },
    );
    expectSuccess(onlyCloud);
    expect(hostsOf(proxy)).toEqual(['127.0.0.99:9']);
  });

  it('that nobody answers is named as a thing to check', async () => {
    const sandbox = await sandboxFor(standard());
    const proxy = await startProxy();
    await proxy.close();
    const result = await run(sandbox, {}, { env: { HTTP_PROXY: proxy.url } });
    expect(result.outputs['error-code']).toMatch(/^(aws|cloud)-unavailable$/);
    expectFailure(result, result.outputs['error-code'] ?? '', /proxy of the runner/, /ECONNREFUSED/);
    expect(sandbox.mutations()).toEqual([]);
  });
});

describe('a proxy that asks for credentials', () => {
  const credentials = { user: 'runner', password: 'p@ss/w0rd: for 100% of us' };

  function watch(sandbox: Sandbox, url: string): void {
    const { password } = new URL(url);
    const { user } = credentials;
    sandbox.world.secrets.add(password).add(credentials.password);
    sandbox.world.secrets.add(Buffer.from(`${user}:${credentials.password}`).toString('base64'));
  }

  it('gets those of the address, which show nowhere', async () => {
    const sandbox = await sandboxFor(standard());
    const proxy = await proxyFor({ credentials, routes: routesTo(sandbox) });
    watch(sandbox, proxy.url);
    const result = await run(sandbox, {}, { env: { ...NOWHERE, HTTP_PROXY: proxy.url, RUNNER_DEBUG: '1' } });
    expectSuccess(result);
    expect(hostsOf(proxy)).toEqual(NOWHERE_HOSTS);
    expect(proxy.refused()).toBe(0);
    expect(result.masks).toContain(credentials.password);
  });

  it('turns away wrong ones, and the error shows neither', async () => {
    const sandbox = await sandboxFor(standard());
    const proxy = await proxyFor({
      credentials: { user: 'runner', password: 'another one' },
      routes: routesTo(sandbox),
    });
    const wrong = proxy.url.replace('another%20one', encodeURIComponent(credentials.password));
    watch(sandbox, wrong);
    const result = await run(
      sandbox,
      { 'timeout-seconds': '30' },
      { env: { ...NOWHERE, HTTP_PROXY: wrong, RUNNER_DEBUG: '1' } },
    );
    expect(result.exitCode).toBe(1);
    expectFailure(result, result.outputs['error-code'] ?? '', /407|proxy/i);
    expect(proxy.refused()).toBeGreaterThan(0);
    expect(mutations(result)).toEqual([]);
  });

  it('whose address cannot be read is named, not shown', async () => {
    const sandbox = await sandboxFor(standard());
    sandbox.world.secrets.add('100%of-it-secret');
    const result = await run(sandbox, {}, { env: { HTTP_PROXY: 'http://runner:100%of-it-secret@127.0.0.1:9' } });
    expect(result.outputs['error-code']).not.toBe('internal');
    expectFailure(result, result.outputs['error-code'] ?? '', /HTTP_PROXY/);
  });
});

describe('a proxy for https', () => {
  it.each(['HTTPS_PROXY', 'https_proxy'])(
    'in %s carries TLS to AWS and to CockroachDB Cloud in tunnels',
    async (variable) => {
      const sandbox = await sandboxFor(standard());
      const { urls } = sandbox;
      const hosts = {
        'ec2.sandbox.invalid': urls.ec2,
        'sts.sandbox.invalid': urls.sts,
        'cloud.sandbox.invalid': urls.cloud,
      };
      const front = await startTlsFront(hosts);
      closing.push(front);
      const routes = Object.fromEntries(Object.keys(hosts).map((host) => [`${host}:443`, front.address]));
      const credentials = { user: 'runner', password: 'a password of a proxy' };
      sandbox.world.secrets.add(credentials.password).add(encodeURIComponent(credentials.password));
      const proxy = await proxyFor({ routes, credentials });
      const env = {
        AWS_ENDPOINT_URL_EC2: 'https://ec2.sandbox.invalid',
        AWS_ENDPOINT_URL_STS: 'https://sts.sandbox.invalid',
        COCKROACH_SERVER: 'https://cloud.sandbox.invalid',
        NODE_EXTRA_CA_CERTS: front.certificate,
        [variable]: proxy.url,
      };
      const result = await run(sandbox, {}, { env });
      expectSuccess(result);
      expect(result.outputs['status']).toBe('available');
      expect(hostsOf(proxy)).toEqual(Object.keys(routes).sort());

      const distrusted = await run(
        sandbox,
        { 'timeout-seconds': '30' },
        { env: { ...env, NODE_EXTRA_CA_CERTS: undefined } },
      );
      expect(distrusted.exitCode).toBe(1);
      expectFailure(distrusted, distrusted.outputs['error-code'] ?? '', /certificate/i);
      expect(sandbox.world.endpoints().map(({ id }) => id)).toEqual([result.outputs['endpoint-id']]);
    },
  );
});
