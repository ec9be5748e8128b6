import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { startTlsFront } from '../harness/tls-front.ts';
import { ids } from '../sandbox/index.ts';
import { expectFailure, expectSuccess } from '../support/expectations.ts';
import { standard } from '../support/paths.ts';
import { sandboxFor } from '../support/processes.ts';
import { run } from '../support/run.ts';

const closing: (() => void)[] = [];
afterEach(() => {
  for (const close of closing.splice(0)) close();
});

/** A server that gives every request the same answer and keeps its headers. */
async function serverThatSays(status: number, headers: Record<string, string>, body = '') {
  const got: IncomingHttpHeaders[] = [];
  const server = createServer((incoming, outgoing) => {
    got.push(incoming.headers);
    outgoing.writeHead(status, headers).end(body);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  closing.push(() => {
    server.close();
    server.closeAllConnections();
  });
  return { url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`, got };
}

describe('credentials of GitHub and AWS', () => {
  const services = [
    { service: 'oidc', code: /^could-not-check$/ },
    { service: 'sts', code: /^could-not-check$/ },
    { service: 'ec2', code: /^could-not-check$/ },
    { service: 'github', code: /^github-/ },
  ] as const;
  it.each(services)('do not follow a redirect of $service to another host', async ({ service, code }) => {
    const sandbox = await sandboxFor(standard());
    const elsewhere = await serverThatSays(200, { 'Content-Type': 'application/json' }, '{}');
    // Another host name, at which the same machine answers.
    const Location = `${elsewhere.url.replace('127.0.0.1', 'localhost')}/`;
    sandbox.faults.add({
      match: { service },
      kind: 'rewrite',
      rewrite: () => ({ status: 307, headers: { Location }, body: '' }),
      times: 1000,
    });
    const inputs = { operation: 'verify', 'drift-issue': 'true', 'fail-on-drift': 'false', 'timeout-seconds': '30' };
    const result = await run(sandbox, inputs);
    expect(result.exitCode, result.log).toBe(1);
    expect(result.outputs['error-code']).toMatch(code);
    const carried = elsewhere.got.map((headers) => [headers.authorization, headers['x-amz-security-token']]);
    expect(carried.flat().filter((value) => value !== undefined)).toEqual([]);
  });
});

describe('a key', () => {
  it.each([301, 302, 307, 308])('does not follow a redirect (%i) to another host', async (status) => {
    const sandbox = await sandboxFor(standard());
    const elsewhere = await serverThatSays(200, { 'Content-Type': 'application/json' }, '{}');
    const redirecting = await serverThatSays(status, { Location: `${elsewhere.url}/api/v1/clusters` });
    const result = await run(sandbox, { 'cockroach-api-url': redirecting.url });
    expect(redirecting.got.length).toBeGreaterThan(0);
    expect(redirecting.got[0]?.authorization).toBe(`Bearer ${ids.apiKey}`);
    expect(elsewhere.got).toEqual([]);
    expectFailure(result, 'cloud-unavailable', new RegExp(`HTTP ${status}`));
    expect(sandbox.mutations()).toEqual([]);
  });

  it('does not go to a server whose certificate nobody vouches for, and no input changes that', async () => {
    const sandbox = await sandboxFor(standard());
    const front = await startTlsFront({ localhost: sandbox.urls.cloud });
    closing.push(() => void front.close());
    const url = front.address.replace('http://127.0.0.1', 'https://localhost');
    const result = await run(sandbox, { 'cockroach-api-url': url, 'timeout-seconds': '30' });
    expectFailure(result, 'cloud-unavailable', /certificate/);
    expect(sandbox.requests.filter(({ service }) => service === 'cloud')).toEqual([]);
    const trusted = await run(
      sandbox,
      { 'cockroach-api-url': url, 'dry-run': 'true' },
      { env: { NODE_EXTRA_CA_CERTS: front.certificate } },
    );
    expectSuccess(trusted);
  });
});
