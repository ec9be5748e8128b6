import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { createAuthority } from '../harness/certificates.ts';
import { type ProxyOptions, startProxy, type TestProxy } from '../harness/proxy.ts';
import { startTlsFront } from '../harness/tls-front.ts';
import type { Sandbox } from '../sandbox/index.ts';
import { expectFailure, expectSuccess } from '../support/expectations.ts';
import { standard } from '../support/paths.ts';
import { sandboxFor } from '../support/processes.ts';
import { mutations, run } from '../support/run.ts';

// Which address goes where is a table of test/unit/proxies.test.ts. These are whole runs over real sockets.

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
};
const NOWHERE_HOSTS = ['ec2.sandbox.invalid:80', 'sts.sandbox.invalid:80'];

const routesTo = ({ urls }: Sandbox) => ({
  'ec2.sandbox.invalid:80': urls.ec2,
  'sts.sandbox.invalid:80': urls.sts,
});

const hostsOf = (proxy: TestProxy) => [...new Set(proxy.passed)].sort();

describe('a proxy for http', () => {
  it.each(['HTTP_PROXY', 'all_proxy'])('in %s carries what goes to AWS', async (variable) => {
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

  it('is not asked for the runner itself, whatever Node is told', async () => {
    const sandbox = await sandboxFor(standard());
    const proxy = await proxyFor();
    const env = { ALL_PROXY: proxy.url, HTTP_PROXY: proxy.url, NODE_USE_ENV_PROXY: '1' };
    expectSuccess(await run(sandbox, { 'dry-run': 'true' }, { env }));
    expect(proxy.passed).toEqual([]);
  });

  it('that nobody answers is named as a thing to check', async () => {
    const sandbox = await sandboxFor(standard());
    const proxy = await startProxy();
    await proxy.close();
    const result = await run(sandbox, {}, { env: { ...NOWHERE, HTTP_PROXY: proxy.url } });
    expectFailure(result, 'aws-unavailable', /proxy of the runner/, /ECONNREFUSED/);
    expect(sandbox.mutations()).toEqual([]);
  });
});

describe('a proxy that asks for credentials', () => {
  const credentials = { user: 'runner', password: 'p@ss/w0rd: for 100% of us' };

  it('turns away wrong ones, and the error shows neither', async () => {
    const sandbox = await sandboxFor(standard());
    const proxy = await proxyFor({
      credentials: { user: 'runner', password: 'another one' },
      routes: routesTo(sandbox),
    });
    const wrong = proxy.url.replace('another%20one', encodeURIComponent(credentials.password));
    watch(sandbox, wrong, credentials);
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
    expectFailure(result, 'input-invalid', /^HTTP_PROXY: /);
    expect(result.requests).toEqual([]);
    expect(result.masks).toContain('100%of-it-secret');
  });
});

/** The password in each spelling must not be seen anywhere. */
function watch(sandbox: Sandbox, url: string, { user, password }: { user: string; password: string }): void {
  sandbox.world.secrets.add(password).add(encodeURIComponent(password)).add(new URL(url).password);
  sandbox.world.secrets.add(Buffer.from(`${user}:${password}`).toString('base64'));
}

const HOSTS = ['api', 'cloud', 'ec2', 'sts', 'token'] as const;
const hostOf = (service: string) => `${service}.sandbox.invalid`;

/** Every service behind TLS, under names that only the proxy knows. */
async function behindTls(sandbox: Sandbox, options: Pick<ProxyOptions, 'tls' | 'credentials'> = {}) {
  const { urls } = sandbox;
  const of = { api: urls.github, cloud: urls.cloud, ec2: urls.ec2, sts: urls.sts, token: urls.oidc };
  const front = await startTlsFront(Object.fromEntries(HOSTS.map((one) => [hostOf(one), of[one]])));
  const routes = Object.fromEntries(HOSTS.map((one) => [`${hostOf(one)}:443`, front.address]));
  const proxy = await proxyFor({ routes, ...options });
  closing.push(front);
  sandbox.world.issues.set(7, {
    ...{ number: 7, state: 'open', title: '', body: '', labels: [], user: 'octocat', pullHead: 'a' },
    ...{ createdAt: 0, updatedAt: 0 },
  });
  const env = {
    AWS_ENDPOINT_URL_EC2: `https://${hostOf('ec2')}`,
    AWS_ENDPOINT_URL_STS: `https://${hostOf('sts')}`,
    COCKROACH_SERVER: `https://${hostOf('cloud')}`,
    GITHUB_API_URL: `https://${hostOf('api')}`,
    ACTIONS_ID_TOKEN_REQUEST_URL: `https://${hostOf('token')}/token?api-version=2.0`,
    NODE_EXTRA_CA_CERTS: front.certificate,
  };
  return { proxy, env, all: Object.keys(routes).sort() };
}

const EVERY_CLIENT = { environment: 'pr:7', comment: 'true' };
const credentials = { user: 'runner', password: 'a password: of 100% proxy' };

describe('a proxy for https carries all clients in tunnels', () => {
  it.each([
    {
      how: 'HTTPS_PROXY with a blank before and a line break after it',
      env: (url: string) => ({ HTTPS_PROXY: ` ${url}\n` }),
    },
    { how: 'https_proxy without a scheme', env: (url: string) => ({ https_proxy: url.replace('http://', '') }) },
    {
      how: 'ALL_PROXY, whatever NODE_USE_ENV_PROXY says',
      env: (url: string) => ({ ALL_PROXY: url, NODE_USE_ENV_PROXY: '1' }),
    },
  ])('in $how', async ({ env }) => {
    const sandbox = await sandboxFor(standard());
    const behind = await behindTls(sandbox, { credentials });
    watch(sandbox, behind.proxy.url, credentials);
    const result = await run(sandbox, EVERY_CLIENT, {
      env: { ...behind.env, ...env(behind.proxy.url), RUNNER_DEBUG: '1' },
    });
    expectSuccess(result);
    expect(result.outputs['status']).toBe('available');
    expect(hostsOf(behind.proxy)).toEqual(behind.all);
    expect(behind.proxy.refused()).toBe(0);
    expect(result.masks).toContain(credentials.password);
    expect(sandbox.world.comments.size).toBe(1);
  });

  it('that is reached by TLS itself, with certificates of two private authorities', async () => {
    const sandbox = await sandboxFor(standard());
    const authority = createAuthority('proxy authority');
    const behind = await behindTls(sandbox, { credentials, tls: authority.issue(['localhost']) });
    const folder = mkdtempSync(join(tmpdir(), 'authorities-'));
    try {
      const both = join(folder, 'both.pem');
      writeFileSync(both, `${readFileSync(behind.env.NODE_EXTRA_CA_CERTS, 'utf8')}${authority.certificate}`);
      const env = { ...behind.env, HTTPS_PROXY: behind.proxy.url, NODE_EXTRA_CA_CERTS: both };
      const result = await run(sandbox, EVERY_CLIENT, { env });
      expectSuccess(result);
      expect(hostsOf(behind.proxy)).toEqual(behind.all);
      expect(sandbox.world.comments.size).toBe(1);
    } finally {
      rmSync(folder, { recursive: true });
    }
  });

  it('but for hosts that NO_PROXY names by their domain alone', async () => {
    const sandbox = await sandboxFor(standard());
    const behind = await behindTls(sandbox);
    const env = { ...behind.env, HTTPS_PROXY: behind.proxy.url, NO_PROXY: 'example.com SANDBOX.invalid.' };
    const result = await run(sandbox, { 'timeout-seconds': '30' }, { env });
    expect(result.exitCode).toBe(1);
    expect(behind.proxy.passed).toEqual([]);
    expect(sandbox.requests).toEqual([]);
  });

  // On Linux that is the file that OpenSSL knows, on macOS the keychain, on Windows the store (Node.js docs, --use-system-ca).
  it('with certificates of an authority that the system trusts, by NODE_USE_SYSTEM_CA', async () => {
    const sandbox = await sandboxFor(standard());
    const { env: given, proxy, all } = await behindTls(sandbox);
    const { NODE_EXTRA_CA_CERTS: file, ...env } = { ...given, HTTPS_PROXY: proxy.url };
    const inputs = { ...EVERY_CLIENT, 'dry-run': 'true' };
    const trusting = { ...env, SSL_CERT_FILE: file, NODE_USE_SYSTEM_CA: '1' };
    expectSuccess(await run(sandbox, inputs, { env: trusting }));
    expect(hostsOf(proxy)).toEqual(all);
  });

  it('and believes none of them without NODE_EXTRA_CA_CERTS', async () => {
    const sandbox = await sandboxFor(standard());
    const behind = await behindTls(sandbox);
    const env = { ...behind.env, HTTPS_PROXY: behind.proxy.url, NODE_EXTRA_CA_CERTS: undefined };
    const result = await run(sandbox, { 'timeout-seconds': '30' }, { env });
    expectFailure(result, result.outputs['error-code'] ?? '', /certificate/i);
    expect(sandbox.requests).toEqual([]);
  });
});
