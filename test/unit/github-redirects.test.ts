import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { type GithubApi, openGithub } from '../../src/github/api.ts';
import { parseRows } from '../../src/github/parse.ts';
import { systemNetwork } from '../../src/network.ts';
import { systemClock } from '../../src/support/clock.ts';
import { failure } from './github-support.ts';

/** A server that notes what comes, and answers a path with a redirect or an empty list. */
async function server(redirects: ReadonlyMap<string, { status: number; location?: string | undefined }>) {
  const got: string[] = [];
  const listening = createServer((incoming, outgoing) => {
    got.push(
      `${incoming.method} ${incoming.url}${incoming.headers.authorization === undefined ? ' without token' : ''}`,
    );
    const found = redirects.get(incoming.url ?? '');
    const location = found?.location === undefined ? {} : { Location: found.location };
    outgoing.writeHead(found?.status ?? 200, { 'Content-Type': 'application/json', ...location });
    outgoing.end(incoming.url?.includes('graphql') ? '{"data":{"viewer":{"login":"moved","databaseId":1}}}' : '[]');
  });
  await new Promise<void>((resolve) => listening.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    listening.close();
    listening.closeAllConnections();
  });
  return { origin: `http://127.0.0.1:${(listening.address() as AddressInfo).port}`, got };
}

const CALLS = {
  GET: (api: GithubApi) => api.send({ route: 'GET /a', params: {}, doing: 'read', permission: 'p' }, parseRows),
  LIST: (api: GithubApi) =>
    api.list({ route: 'GET /a', params: { per_page: 1 }, doing: 'list', permission: 'p' }, String),
  PATCH: (api: GithubApi) => api.send({ route: 'PATCH /a', params: {}, doing: 'change', permission: 'p' }, parseRows),
  POST: (api: GithubApi) => api.send({ route: 'POST /a', params: {}, doing: 'post', permission: 'p' }, parseRows),
  DELETE: (api: GithubApi) =>
    api.sendIfThere({ route: 'DELETE /a', params: {}, doing: 'delete', permission: 'p' }, parseRows),
  GRAPHQL: (api: GithubApi) => api.self(),
} as const;
type Call = keyof typeof CALLS;
const PATHS: Record<Call, string> = {
  ...{ GET: '/api/v3/a', LIST: '/api/v3/a?per_page=1', PATCH: '/api/v3/a', POST: '/api/v3/a', DELETE: '/api/v3/a' },
  GRAPHQL: '/api/graphql',
};
const STATUSES = [301, 302, 303, 307, 308] as const;

/** Redirects all requests of a call to `location`, in which `HERE` and `FOREIGN` are two origins. */
async function redirected(call: Call, status: number, location: string | undefined) {
  const elsewhere = await server(new Map());
  const redirects = new Map<string, { status: number; location?: string | undefined }>();
  const here = await server(redirects);
  const filled = location
    ?.replace('HERE', here.origin)
    .replace('FOREIGN', elsewhere.origin.replace('127.0.0.1', 'localhost'));
  redirects.set(PATHS[call], { status, location: filled });
  const api = await openGithub({
    ...{ apiUrl: `${here.origin}/api/v3`, token: 'a-token', userAgent: 'unit-test', clock: systemClock },
    ...{ signal: new AbortController().signal, deadline: Date.now() + 20_000, debug: () => undefined },
    fetch: systemNetwork({}).githubFetch,
  });
  return { run: () => CALLS[call](api), here, elsewhere };
}

const each = (calls: readonly Call[], statuses: readonly number[]) =>
  calls.flatMap((call) => statuses.map((status) => [call, status] as const));

describe('a redirect', () => {
  it.each(each(Object.keys(CALLS) as Call[], STATUSES))(
    'of %s (%i) to another origin is not followed',
    async (call, status) => {
      const { run, here, elsewhere } = await redirected(call, status, 'FOREIGN/api/v3/b');
      const error = await failure(run());
      expect(error.code).toBe('github-unavailable');
      expect(error.message).toMatch(/^Could not .*: GitHub's answer points to http:\/\/localhost:\d+$/);
      expect(error.fix).toContain(`(${here.origin}/api/v3)`);
      expect(here.got).toHaveLength(1);
      expect(elsewhere.got).toEqual([]);
    },
  );

  it.each([
    ['outside the base path', 'HERE/b'],
    ['without a scheme', '//localhost:1/api/v3/b'],
    ['with a user name', 'http://me@127.0.0.1/api/v3/b'],
    ['that is no address', 'http://['],
    ['to a file', 'file:///etc/passwd'],
    ['without an address', undefined],
  ])('%s is not followed', async (_, location) => {
    const { run, here } = await redirected('GET', 302, location);
    expect(await failure(run())).toMatchObject({ code: 'github-unavailable' });
    expect(here.got).toEqual(['GET /api/v3/a']);
  });

  it.each(each(['GET'], STATUSES))('of %s (%i) within the API is followed', async (call, status) => {
    const { run, here } = await redirected(call, status, 'HERE/api/v3/repositories/1/a');
    expect(await run()).toEqual([]);
    expect(here.got).toEqual(['GET /api/v3/a', 'GET /api/v3/repositories/1/a']);
  });

  it.each(each(['PATCH', 'POST', 'DELETE'], [307, 308]))(
    'of %s (%i) within the API is followed',
    async (call, status) => {
      const { run, here } = await redirected(call, status, '/api/v3/repositories/1/a');
      expect(await run()).toEqual([]);
      expect(here.got).toEqual([`${call} /api/v3/a`, `${call} /api/v3/repositories/1/a`]);
    },
  );

  // GitHub answers 301 for an issue that was transferred to another repository.
  it.each(each(['PATCH', 'POST', 'DELETE'], [301, 302, 303]))(
    'of %s (%i) changes nothing elsewhere',
    async (call, status) => {
      const { run, here } = await redirected(call, status, 'HERE/api/v3/repositories/2/a');
      const error = await failure(run());
      expect(error.message).toMatch(/: GitHub's answer moves it to http:.*\/api\/v3\/repositories\/2\/a$/);
      expect(error.fix).toMatch(/^Check whether .* transferred, then run again/);
      expect(here.got).toEqual([`${call} /api/v3/a`]);
    },
  );

  it('that leads in circles is given up', async () => {
    const { run, here } = await redirected('GET', 302, 'HERE/api/v3/a');
    expect(await failure(run())).toMatchObject({
      message: "Could not read: GitHub's answer redirects more than 5 times",
    });
    expect(here.got).toHaveLength(6);
  });
});
