import { describe, expect, it } from 'vitest';
import { keepComment } from '../../src/github/comment.ts';
import { keepDriftIssue } from '../../src/github/drift-issue.ts';
import { liveBranches } from '../../src/github/live-refs.ts';
import type { PlainAnswer } from '../sandbox/faults.ts';
import { CLEAN, DRIFT, failure, githubWorld, PLACE, REPOSITORY } from './github-support.ts';

const DOCS = 'https://docs.github.com/rest';
const json = (status: number, message: string, headers: Record<string, string> = {}): PlainAnswer => ({
  status,
  headers: { 'Content-Type': 'application/json; charset=utf-8', ...headers },
  body: JSON.stringify({ message, documentation_url: DOCS, status: String(status) }),
});
const page = (status: number, type: string, body: string): PlainAnswer => ({
  status,
  headers: type === '' ? {} : { 'Content-Type': type },
  body,
});
const BLOCKED = '<html><head><title>Blocked</title></head><body>Blocked by policy</body></html>';

interface Row {
  answer: PlainAnswer;
  code: 'github-denied' | 'github-unavailable';
  /** How often a list is asked for that is always answered so, in two minutes at most. */
  tries: number;
  /** What the first line says. */
  says: RegExp;
  /** What is to be done about it. */
  fix: RegExp;
  source: string;
}

/** Only a missing permission is answered with one. */
const PERMISSION = /permissions: contents: read/;

const ROWS: Readonly<Record<string, Row>> = {
  'a token without the permission': {
    answer: json(403, 'Resource not accessible by integration'),
    ...{ code: 'github-denied', tries: 1, says: /^Missing permission: .*`contents: read`/, fix: PERMISSION },
    source: 'GitHub REST API, Troubleshooting',
  },
  'a fine-grained token without the permission': {
    answer: json(403, 'Resource not accessible by personal access token'),
    ...{ code: 'github-denied', tries: 1, says: /^Missing permission/, fix: PERMISSION },
    source: 'GitHub REST API, Troubleshooting',
  },
  'a secondary limit by its words': {
    answer: json(403, 'You have exceeded a secondary rate limit. Please wait a few minutes before you try again.'),
    ...{ code: 'github-unavailable', tries: 3, says: /rate limit/, fix: /Run again after that/ },
    source: 'JasonEtco/create-an-issue 142',
  },
  'the primary limit by its header': {
    answer: json(403, 'API rate limit exceeded for installation ID 1.', {
      'x-ratelimit-remaining': '0',
      'x-ratelimit-reset': '4102444800',
    }),
    ...{ code: 'github-unavailable', tries: 1, says: /rate limit is reached, until about/, fix: /spread the runs/ },
    source: 'GitHub REST API, Rate limits',
  },
  'a limit by its time alone': {
    answer: json(403, 'Forbidden', { 'Retry-After': '30' }),
    ...{ code: 'github-unavailable', tries: 5, says: /rate limit/, fix: /Run again after that/ },
    source: 'GitHub REST API, Rate limits',
  },
  'a limit by its header alone': {
    answer: json(403, 'Forbidden', { 'x-ratelimit-remaining': '0', 'x-ratelimit-reset': '4102444800' }),
    ...{ code: 'github-unavailable', tries: 1, says: /rate limit/, fix: /spread the runs/ },
    source: 'GitHub REST API, Rate limits',
  },
  'a limit by its status alone': {
    answer: json(429, 'Slow down'),
    ...{ code: 'github-unavailable', tries: 3, says: /rate limit/, fix: /Run again after that/ },
    source: 'GitHub REST API, Rate limits',
  },
  'content that comes too quickly': {
    answer: json(422, 'was submitted too quickly'),
    ...{ code: 'github-unavailable', tries: 3, says: /rate limit/, fix: /Run again after that/ },
    source: 'cli/cli 4801',
  },
  'a limit with a time': {
    answer: json(429, 'Too many requests', { 'Retry-After': '30' }),
    ...{ code: 'github-unavailable', tries: 5, says: /rate limit/, fix: /Run again after that/ },
    source: 'GitHub REST API, Rate limits',
  },
  'single sign-on': {
    answer: json(
      403,
      'Resource protected by organization SAML enforcement. You must grant your Personal Access token access to this organization.',
    ),
    ...{ code: 'github-denied', tries: 1, says: /single sign-on/, fix: /authorize the token/ },
    source: 'cli/cli 2661',
  },
  'an IP allow list': {
    answer: json(
      403,
      'Although you appear to have the correct authorization credentials, the `acme` organization has an IP allow list enabled, and your IP address is not permitted to access this resource.',
    ),
    ...{ code: 'github-denied', tries: 1, says: /IP allow list/, fix: /address of the runner/ },
    source: 'aquasecurity/trivy 10567',
  },
  'an archived repository': {
    answer: json(403, 'Repository was archived so is read-only.'),
    ...{ code: 'github-denied', tries: 1, says: /is archived/, fix: /Unarchive/ },
    source: 'r-universe-org/help 247',
  },
  'a locked conversation': {
    answer: json(403, 'Unable to create comment because issue is locked.'),
    ...{ code: 'github-denied', tries: 1, says: /is locked/, fix: /Unlock/ },
    source: 'probot/stale 25; renovatebot/renovate 6215',
  },
  'issues that are switched off': {
    answer: json(410, 'Issues are disabled for this repo'),
    ...{ code: 'github-denied', tries: 1, says: /Issues are disabled/, fix: /Turn on issues/ },
    source: 'ossf/allstar 64',
  },
  'another refusal with 403': {
    answer: json(403, 'Repository access blocked'),
    ...{
      code: 'github-denied',
      tries: 1,
      says: /refused the request with HTTP 403/,
      fix: /Correct what GitHub's message names/,
    },
    source: 'GitHub REST API, Troubleshooting',
  },
  'a token that is not accepted': {
    answer: json(401, 'Bad credentials'),
    ...{ code: 'github-denied', tries: 1, says: /does not accept github-token/, fix: /valid/ },
    source: 'GitHub REST API, Authentication',
  },
  'what is not there': {
    answer: json(404, 'Not Found'),
    ...{ code: 'github-denied', tries: 1, says: /does not find/, fix: /Check that it exists/ },
    source: 'GitHub REST API, Troubleshooting',
  },
  'a page of a firewall, 403': {
    answer: page(403, 'text/html; charset=utf-8', BLOCKED),
    ...{ code: 'github-unavailable', tries: 1, says: /The answer is not from GitHub: HTTP 403, text\/html/ },
    ...{ fix: /proxy, firewall or sign-in page/, source: 'actions/runner on networks with a filter' },
  },
  'a page of a firewall, 404': {
    answer: page(404, 'text/html', BLOCKED),
    ...{ code: 'github-unavailable', tries: 1, says: /The answer is not from GitHub: HTTP 404, text\/html/ },
    ...{ fix: /proxy, firewall or sign-in page/, source: 'actions/runner on networks with a filter' },
  },
  'an empty 404': {
    answer: page(404, '', ''),
    ...{ code: 'github-unavailable', tries: 1, says: /HTTP 404, no content type/, fix: /proxy, firewall/ },
    source: 'load balancers without a backend',
  },
  'JSON of a gateway, 404': {
    answer: page(404, 'application/json', '{"error":"no route"}'),
    ...{ code: 'github-unavailable', tries: 1, says: /HTTP 404, application\/json/, fix: /proxy, firewall/ },
    source: 'API gateways in front of a GitHub Enterprise Server',
  },
};

describe('what GitHub refuses a request for, by status and words', () => {
  it.each(Object.entries(ROWS))('%s', async (_, { answer, code, tries, says, fix }) => {
    const world = await githubWorld();
    const match = { service: 'github' } as const;
    world.sandbox.faults.add({ match, kind: 'rewrite', rewrite: () => answer, times: 99 });
    const error = await failure(liveBranches(world.api, REPOSITORY));
    expect([error.code, world.sandbox.requests.length]).toEqual([code, tries]);
    const [first = '', said = ''] = error.message.split('\n');
    expect(first).toMatch(says);
    expect(first.length).toBeLessThanOrEqual(100);
    expect(error.fix).toMatch(fix);
    if (fix !== PERMISSION && tries === 1 && answer.status !== 404) expect(error.fix).not.toMatch(PERMISSION);
    const { message = '' } = answer.body.startsWith('{"m') ? JSON.parse(answer.body) : {};
    expect(said).toContain(message === '' ? 'no message' : `"${message}" (HTTP ${answer.status})`);
    expect(said).not.toContain('<');
  });

  it('a page that claims success is no list, and is asked for again', async () => {
    const world = await githubWorld();
    const rewrite = () => page(200, 'text/html', BLOCKED);
    world.sandbox.faults.add({ match: { service: 'github' }, kind: 'rewrite', rewrite, times: 2 });
    expect(await liveBranches(world.api, REPOSITORY)).toEqual(new Set(['main']));
    expect(world.sandbox.requests).toHaveLength(3);
    world.sandbox.faults.add({ match: { service: 'github' }, kind: 'rewrite', rewrite, times: 999 });
    const error = await failure(liveBranches(world.api, REPOSITORY));
    expect(error.code).toBe('github-unavailable');
    expect(error.message).toMatch(/HTTP 200 with text\/html/);
  });
});

describe('what GitHub does not take', () => {
  it('content that comes too quickly is sent again after a minute', async () => {
    const world = await githubWorld();
    const match = { service: 'github', action: /^POST .*issues$/ } as const;
    world.sandbox.faults.add({ match, kind: 'status', status: 422, message: 'was submitted too quickly' });
    expect((await keepDriftIssue(world.api, PLACE, DRIFT)).action).toBe('opened');
    const [refused, sent] = world.sandbox.mutations();
    expect((sent?.at ?? 0) - (refused?.at ?? 0)).toBeGreaterThanOrEqual(60_000);
    expect(world.openIssues()).toHaveLength(1);
  });

  it('a comment on a locked pull request', async () => {
    const world = await githubWorld();
    world.addIssue({ number: 7, pullHead: 'a' });
    world.knobs.locked.add(7);
    const error = await failure(
      keepComment(world.api, { ...REPOSITORY, pullNumber: 7, key: 'k' }, { clusters: [], markdown: 'text' }),
    );
    expect(error.message).toMatch(/^The conversation is locked/);
    expect(error.fix).not.toMatch(/permissions/);
  });

  it('an issue in an archived repository', async () => {
    const world = await githubWorld();
    world.knobs.archived = true;
    expect((await failure(keepDriftIssue(world.api, PLACE, DRIFT))).message).toMatch(/^The repository is archived/);
    expect(await keepDriftIssue(world.api, PLACE, CLEAN)).toMatchObject({ action: 'none' });
  });
});
