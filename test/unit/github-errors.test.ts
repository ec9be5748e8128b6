import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { inspect, promisify } from 'node:util';
import { afterEach, describe, expect, it, onTestFinished, vi } from 'vitest';
import { openGithub } from '../../src/github/api.ts';
import { driftMarker } from '../../src/github/drift-body.ts';
import { keepDriftIssue } from '../../src/github/drift-issue.ts';
import { liveBranches, pullRequestState } from '../../src/github/live-refs.ts';
import { systemNetwork } from '../../src/network.ts';
import { type Clock, systemClock } from '../../src/support/clock.ts';
import { wallTime } from '../../src/support/moment.ts';
import { startProxy } from '../harness/proxy.ts';
import { startSandbox } from '../sandbox/index.ts';
import { DRIFT, failure, type GithubWorld, githubWorld, REPOSITORY } from './github-support.ts';

afterEach(() => vi.restoreAllMocks());

const PLACE = { ...REPOSITORY, environment: 'default', resource: 'vpc-0aaa', region: 'us-east-1' };
const branches = ({ api }: GithubWorld) => liveBranches(api, REPOSITORY);
const drift = ({ api }: GithubWorld) => keepDriftIssue(api, PLACE, DRIFT);

describe('refusals', () => {
  it('name the permission that is missing', async () => {
    const world = await githubWorld();
    world.knobs.permissions = { contents: 'read', issues: 'read' };
    const error = await failure(drift(world));
    expect(error.code).toBe('github-denied');
    expect(error.message).toBe(
      'Missing permission: the GitHub token needs `issues: write`.\nGitHub, asked to open an issue in acme/shop: "Resource not accessible by integration" (HTTP 403)',
    );
    expect(error.fix).toMatch(/`permissions: issues: write`.*forks and Dependabot/);
    expect(world.changes()).toEqual(['POST /repos/acme/shop/issues']);
  });

  it('say that issues are switched off', async () => {
    const world = await githubWorld();
    world.knobs.issuesEnabled = false;
    const error = await failure(drift(world));
    expect(error).toMatchObject({ code: 'github-denied', fix: expect.stringContaining('Turn on issues') });
    expect(error.message).toMatch(
      /^Issues are disabled .*\n.*"Issues has been disabled in this repository\." \(HTTP 410\)$/,
    );
    expect(world.sandbox.requests).toHaveLength(1);
  });

  it('say that the token is not accepted, without it', async () => {
    const token = 'ghs_thisTokenIsNotTheRightOne0123456789';
    const world = await githubWorld({ token });
    const error = await failure(branches(world));
    expect(error).toMatchObject({ code: 'github-denied', message: expect.stringContaining('"Bad credentials"') });
    for (const text of [inspect(error, { depth: 20, showHidden: true }), JSON.stringify(error), ...world.debug]) {
      expect(text).not.toContain(token);
    }
    expect(world.debug.length).toBeGreaterThan(0);
  });

  it('quote GitHub on what it did not like, in one line', async () => {
    const world = await githubWorld();
    const match = { service: 'github', action: /^POST .*issues$/ } as const;
    world.sandbox.faults.add({ match, kind: 'status', status: 422, message: 'Validation\n::error::Failed' });
    expect((await failure(drift(world))).message).toBe(
      'GitHub refused the request with HTTP 422.\nGitHub, asked to open an issue in acme/shop: "Validation ::error::Failed" (HTTP 422)',
    );
  });
});

describe('limits', () => {
  it('a secondary limit is waited for as long as GitHub says, and what it refused is sent again', async () => {
    const world = await githubWorld();
    const { sandbox } = world;
    sandbox.faults.add({ match: { service: 'github', mutating: true }, kind: 'throttle' });
    sandbox.faults.add({
      match: { service: 'github', action: /branches/ },
      kind: 'status',
      status: 429,
      retryAfter: 7,
    });
    expect((await drift(world)).action).toBe('opened');
    const [first, second] = sandbox.mutations();
    expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(60_000);
    await branches(world);
    const [refused, answered] = world.reads(/branches/);
    expect((answered?.at ?? 0) - (refused?.at ?? 0)).toBeGreaterThanOrEqual(7_000);
  });

  it('a limit without a time is waited for a minute', async () => {
    const world = await githubWorld();
    const message = 'You have exceeded a secondary rate limit.';
    world.sandbox.faults.add({ match: { service: 'github' }, kind: 'status', status: 403, message });
    await branches(world);
    const [refused, answered] = world.reads(/branches/);
    expect((answered?.at ?? 0) - (refused?.at ?? 0)).toBeGreaterThanOrEqual(60_000);
  });

  it('a longer one is an error at once that says when it ends', async () => {
    const world = await githubWorld();
    world.knobs.rateLimit = { remaining: 0, resetSeconds: 3_000 };
    const error = await failure(branches(world));
    expect(error.code).toBe('github-unavailable');
    const [, hour, minute] = /until about (\d\d):(\d\d) UTC\.\n.*"API rate limit exceeded/.exec(error.message) ?? [];
    const end = new Date(world.sandbox.clock.now() + 3_000_000);
    const late = end.getUTCHours() * 60 + end.getUTCMinutes() - (Number(hour) * 60 + Number(minute));
    expect((late + 1440) % 1440).toBeLessThanOrEqual(10);
    expect(world.sandbox.requests).toHaveLength(1);
    world.knobs.rateLimit = { remaining: 1_000, resetSeconds: 3_000 };
    const match = { service: 'github' } as const;
    world.sandbox.faults.add({ match, kind: 'status', status: 429, retryAfter: 90, times: 9 });
    expect(await failure(branches(world))).toMatchObject({ code: 'github-unavailable' });
    expect(world.sandbox.requests).toHaveLength(2);
  });

  it('the primary limit is waited for when it ends soon', async () => {
    const world = await githubWorld();
    world.knobs.rateLimit = { remaining: 0, resetSeconds: 40 };
    world.sandbox.onRequest(({ when }) => {
      if (when === 'after') world.knobs.rateLimit.remaining = 1_000;
    });
    expect(await branches(world)).toEqual(new Set(['main']));
    const [refused, answered] = world.reads(/branches/);
    expect((answered?.at ?? 0) - (refused?.at ?? 0)).toBeGreaterThanOrEqual(39_000);
  });

  it('one that does not end is given up within three minutes', async () => {
    const world = await githubWorld();
    world.sandbox.faults.add({ match: { service: 'github' }, kind: 'throttle', times: 1e6 });
    const error = await failure(branches(world));
    expect(error).toMatchObject({
      code: 'github-unavailable',
      message: expect.stringContaining('secondary rate limit'),
    });
    expect(world.sandbox.requests).toHaveLength(3);
  });
});

describe('outages', () => {
  it('short ones of a read go by unseen', async () => {
    const world = await githubWorld();
    world.sandbox.faults.add({ match: { service: 'github' }, kind: 'status', status: 503, times: 3 });
    expect(await branches(world)).toEqual(new Set(['main']));
    expect(world.sandbox.requests).toHaveLength(4);
  });

  it('long ones are told, in words and not in HTML', async () => {
    const world = await githubWorld();
    world.sandbox.faults.add({ match: { service: 'github' }, kind: 'html', times: 1e6 });
    const error = await failure(branches(world));
    expect(error).toMatchObject({ code: 'github-unavailable' });
    expect(error.message).toBe(
      'The answer is not from GitHub: HTTP 502, text/html.\napi.github.com, asked to list the branches of acme/shop: no message (HTTP 502)',
    );
  });

  it.each([
    { what: 'a server that is not there', apiUrl: 'http://127.0.0.1:29/', says: /ECONNREFUSED/ },
    { what: 'an address that is none', apiUrl: 'not an address', says: /./ },
  ])('$what', async ({ apiUrl, says }) => {
    // There is a socket: pauses between tries are short in earnest, and what bounds a try is not.
    const sleep: Clock['sleep'] = (ms, signal) => systemClock.sleep(ms < 20_000 ? ms / 100 : ms, signal);
    let waited = 0;
    const clock: Clock = {
      now: () => systemClock.now() + waited,
      wall: () => wallTime(systemClock.wall() + waited),
      sleep(ms, signal) {
        if (ms < 20_000) waited += ms;
        return sleep(ms, signal);
      },
    };
    const api = await openGithub({
      ...{ apiUrl, token: 'a-token', userAgent: 'unit-test', clock, signal: new AbortController().signal },
      ...{ deadline: Date.now() + 3_600_000, debug: () => undefined, fetch: systemNetwork({}).githubFetch },
    });
    const error = await failure(liveBranches(api, REPOSITORY));
    expect(error).toMatchObject({ code: 'github-unavailable', message: expect.stringMatching(says) });
  });

  it('a token that is none', async () => {
    expect(await failure(githubWorld({ token: '' }))).toMatchObject({
      code: 'github-denied',
      fix: expect.stringContaining('github-token'),
    });
  });

  it('an answer that never comes is asked for again', async () => {
    const world = await githubWorld();
    world.sandbox.faults.add({ match: { service: 'github' }, kind: 'hang' });
    expect(await branches(world)).toEqual(new Set(['main']));
    expect(world.sandbox.requests.length).toBeGreaterThanOrEqual(2);
  });

  it('GraphQL that fails is no reason to guess whose issue it is', async () => {
    const world = await githubWorld();
    world.addIssue({ number: 7, user: 'github-actions[bot]', body: driftMarker(PLACE) });
    const match = { service: 'github', action: 'POST /graphql' } as const;
    world.sandbox.faults.add({ match, kind: 'status', status: 502, times: 1e6 });
    expect(await failure(drift(world))).toMatchObject({ code: 'github-unavailable' });
    world.sandbox.faults.clear();
    world.sandbox.faults.add({ match, kind: 'status', status: 403, message: 'Resource not accessible' });
    expect(await failure(drift(world))).toMatchObject({
      code: 'github-denied',
      message: expect.stringContaining('whose token this is'),
    });
    expect(world.openIssues()).toHaveLength(1);
    expect(world.changes()).toEqual([]);
  });

  it('a cancelled run stops at once', async () => {
    const world = await githubWorld();
    world.sandbox.faults.add({ match: { service: 'github' }, kind: 'hang' });
    world.sandbox.onRequest(() => world.abort.abort());
    expect(await failure(branches(world))).toMatchObject({ code: 'cancelled' });
    expect(await failure(pullRequestState(world.api, { ...REPOSITORY, number: 1 }))).toMatchObject({
      code: 'cancelled',
    });
    expect(world.sandbox.requests).toHaveLength(1);
  });

  it('nothing starts after the deadline of the run', async () => {
    const world = await githubWorld({ deadlineMs: 200 });
    world.sandbox.faults.add({ match: { service: 'github' }, kind: 'status', status: 503, times: 1e6 });
    const started = world.sandbox.clock.now();
    expect(await failure(branches(world))).toMatchObject({ code: 'github-unavailable' });
    const last = world.sandbox.requests.at(-1)?.at ?? Number.POSITIVE_INFINITY;
    expect(last - started).toBeLessThanOrEqual(200);
  });
});

describe('the way to GitHub', () => {
  const script = `
    const { openGithub } = await import(process.env.API);
    const { liveBranches } = await import(process.env.LIVING);
    const { systemClock } = await import(process.env.CLOCK);
    const { systemNetwork } = await import(process.env.NETWORK);
    const api = await openGithub({
      apiUrl: process.env.GITHUB_API_URL,
      token: process.env.TOKEN,
      userAgent: 'unit-test',
      clock: systemClock,
      signal: new AbortController().signal,
      deadline: Date.now() + 5_000,
      debug: () => undefined,
      fetch: systemNetwork(process.env).githubFetch,
    });
    const names = await liveBranches(api, { owner: 'acme', repo: 'shop' });
    const self = await api.self();
    console.log(JSON.stringify({ branches: names.size, self: self?.login }));
  `;
  const sourceOf = (file: string) => fileURLToPath(new URL(`../../src/${file}`, import.meta.url));

  it('is GITHUB_API_URL, also of an Enterprise Server, through the proxy of the runner', async () => {
    const sandbox = await startSandbox();
    onTestFinished(() => sandbox.close());
    for (let index = 0; index < 120; index += 1) sandbox.world.branches.add(`b${index}`);
    const proxy = await startProxy({ routes: { 'ghes.sandbox.invalid:80': sandbox.urls.github } });
    onTestFinished(() => proxy.close());
    const { stdout, stderr } = await promisify(execFile)(process.execPath, ['--input-type=module', '-e', script], {
      env: {
        API: sourceOf('github/api.ts'),
        LIVING: sourceOf('github/live-refs.ts'),
        CLOCK: sourceOf('support/clock.ts'),
        NETWORK: sourceOf('network.ts'),
        GITHUB_API_URL: 'http://ghes.sandbox.invalid/api/v3',
        TOKEN: sandbox.tokens.github,
        http_proxy: proxy.url,
      },
    });
    expect(stderr).toBe('');
    expect(JSON.parse(stdout)).toEqual({ branches: 121, self: 'github-actions[bot]' });
    expect(new Set(proxy.passed)).toEqual(new Set(['ghes.sandbox.invalid:80']));
    expect(new Set(sandbox.requests.map(({ action }) => action))).toEqual(
      new Set([
        'GET /api/v3/repos/acme/shop/branches',
        'GET /api/v3/repositories/700000001/branches',
        'POST /api/graphql',
      ]),
    );
    expect(sandbox.requests[0]?.headers['user-agent']).toMatch(/^unit-test /);
  });
});
