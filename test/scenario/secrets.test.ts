import { createServer, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import { advancedWorld, ids, standardWorld } from '../sandbox/index.ts';
import { expectFailure, expectSuccess } from './expectations.ts';
import { run, sandboxFor } from './support.ts';

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

describe('secrets', () => {
  it.each(['standard', 'advanced'])('never come out of a first run, not even with debug logging (%s)', async (plan) => {
    const standard = plan === 'standard';
    const sandbox = await sandboxFor(standard ? standardWorld() : advancedWorld());
    const cluster = standard ? ids.standardCluster : ids.advancedCluster;
    const result = await run(sandbox, { cluster }, { env: { RUNNER_DEBUG: '1', ACTIONS_STEP_DEBUG: 'true' } });
    expectSuccess(result);
    expect(result.annotations.filter(({ level }) => level === 'debug').length).toBeGreaterThan(10);
    expect(sandbox.secrets().length).toBeGreaterThanOrEqual(7);
    expect(result.masks).toContain(ids.apiKey);
    expect([result.state, result.exportedEnv]).toEqual([{}, {}]);
  });

  it('never come out of a run that fails at each side, with debug logging', async () => {
    for (const service of ['sts', 'ec2', 'cloud'] as const) {
      const sandbox = await sandboxFor(standardWorld());
      sandbox.faults.add({ match: { service }, kind: 'status', status: 400, code: 'Strange', message: 'no', times: 9 });
      const result = await run(sandbox, {}, { env: { RUNNER_DEBUG: '1' } });
      expectFailure(result, service === 'cloud' ? 'cloud-refused' : 'aws-refused', /no/);
    }
  });

  it('do not come out when the API repeats the key in its refusal', async () => {
    const sandbox = await sandboxFor(standardWorld());
    const message = `bad header: Bearer ${ids.apiKey}`;
    sandbox.faults.add({ match: { service: 'cloud' }, kind: 'status', status: 400, message, times: 9 });
    const result = await run(sandbox);
    expect(result.outputs['error-code']).toBe('cloud-refused');
    expect(result.log).toContain('bad header');
    // The runner stars masked values out of the log; nothing does so for outputs and the summary, where Markdown
    // escapes the underscores of the key and so only seems to hide it.
    const shown = [result.log, result.summary, ...Object.values(result.outputs)].join('\n').replaceAll('\\', '');
    expect(shown).not.toContain(ids.apiKey);
  });

  it('are masked before anything else is printed', async () => {
    const sandbox = await sandboxFor(standardWorld());
    const result = await run(sandbox, { 'dry-run': 'true' });
    expect(result.stdout.split('\n')[0]).toBe(`::add-mask::${ids.apiKey}`);
  });
});

describe('a key', () => {
  it.each([301, 302, 307, 308])('does not follow a redirect (%i) to another host', async (status) => {
    const sandbox = await sandboxFor(standardWorld());
    const elsewhere = await serverThatSays(200, { 'Content-Type': 'application/json' }, '{}');
    const redirecting = await serverThatSays(status, { Location: `${elsewhere.url}/api/v1/clusters` });
    const result = await run(sandbox, { 'cockroach-api-url': redirecting.url });
    expect(redirecting.got.length).toBeGreaterThan(0);
    expect(redirecting.got[0]?.authorization).toBe(`Bearer ${ids.apiKey}`);
    expect(elsewhere.got).toEqual([]);
    expectFailure(result, 'cloud-refused', new RegExp(`HTTP ${status}`));
    expect(sandbox.mutations()).toEqual([]);
  });

  it('that CockroachDB Cloud does not know is an error that does not show it', async () => {
    const sandbox = await sandboxFor(standardWorld());
    const key = 'CCDB1_nobodysKeyId_nobodysSecret0123456789';
    sandbox.world.secrets.add(key);
    const result = await run(sandbox, { 'cockroach-api-key': key });
    expectFailure(result, 'cloud-key-rejected', /cockroach-api-key/);
    expect(sandbox.mutations()).toEqual([]);
  });

  it('comes from COCKROACH_API_KEY where the input is empty', async () => {
    const sandbox = await sandboxFor(standardWorld());
    const env = { COCKROACH_API_KEY: ids.apiKey };
    const result = await run(sandbox, { 'cockroach-api-key': '', 'dry-run': 'true' }, { env });
    expectSuccess(result);
    expect(result.masks).toContain(ids.apiKey);
  });
});
