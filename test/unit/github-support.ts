import { type GithubApi, openGithub } from '../../src/github/api.ts';
import type { DriftPlace } from '../../src/github/drift-body.ts';
import type { DriftFinding, DriftReport } from '../../src/github/drift-checks.ts';
import { type ActionError, isActionError } from '../../src/support/errors.ts';
import { wallTime } from '../../src/support/moment.ts';
import { memoryNetwork } from '../harness/memory-network.ts';
import { type GithubKnobs, githubKnobs } from '../sandbox/github/knobs.ts';
import { type LoggedRequest, type MemorySandbox, openSandbox } from '../sandbox/index.ts';
import type { Issue } from '../sandbox/world.ts';

export const REPOSITORY = { owner: 'acme', repo: 'shop' } as const;

/** The path that the tests of the drift issue are about, and reports on it. */
export const PLACE: DriftPlace = { ...REPOSITORY, environment: 'staging', resource: 'vpc-0aaa', region: 'us-east-1' };
export const finding = (changes: Partial<DriftFinding> = {}): DriftFinding => ({
  check: 'ingress-missing',
  severity: 'error',
  subject: 'sg-0abc',
  expected: '26257/tcp from 10.0.0.0/16',
  found: 'no rule',
  fix: 'Run operation: ensure',
  ...changes,
});
/** When the reports were made, unless a test says otherwise. */
export const CHECKED_AT = wallTime(Date.UTC(2026, 10, 2, 3, 17));
/** The commit that every run is for. */
export const COMMIT = '0123456789abcdef0123456789abcdef01234567';
/** What a run found for its clusters; each finding is about all of them. */
export const report = (
  findings: readonly DriftFinding[],
  run = 1,
  clusters: readonly string[] = ['orders'],
): DriftReport => ({
  clusters,
  findings: findings.map((one) => ({ ...one, clusters })),
  runUrl: `https://github.example/acme/shop/actions/runs/${run}`,
  runNumber: String(run),
  commit: COMMIT,
  at: CHECKED_AT,
});
export const DRIFT = report([finding()]);
export const CLEAN = report([], 2);

export interface GithubWorld {
  sandbox: MemorySandbox;
  knobs: GithubKnobs;
  api: GithubApi;
  /** What would be shown in a debug log. */
  debug: string[];
  abort: AbortController;
  /** Where each request went, whatever the sandbox took it for: `GET https://api.github.com/…`. */
  addresses: string[];
  /** `POST /repos/acme/shop/issues` and so on, of the requests that may change something. */
  changes(): string[];
  reads(pattern: RegExp): LoggedRequest[];
  /** Puts an issue or pull request there, as if it had always been. */
  addIssue(issue: Partial<Issue> & { number: number }): Issue;
  openIssues(): Issue[];
  commentsOf(number: number): string[];
}

/** What a run has to say about its clusters. */
export const said = (markdown: string, clusters: readonly string[] = ['orders']) => ({ clusters, markdown });

/** A sandbox in memory and the API of its GitHub, opened as the action opens it. */
export async function githubWorld(
  changes: { token?: string; deadlineMs?: number; apiUrl?: string } = {},
): Promise<GithubWorld> {
  const sandbox = openSandbox();
  const { world, time } = sandbox;
  const { clock } = time;
  const debug: string[] = [];
  const addresses: string[] = [];
  const abort = new AbortController();
  const apiUrl = changes.apiUrl ?? sandbox.urls.github;
  const knobs = githubKnobs(world);
  knobs.origin = new URL(apiUrl).origin;
  const door = await sandbox.openDoor('unit-test');
  const { githubFetch } = memoryNetwork({
    door,
    clock,
    inside: sandbox.inside,
    awake: async () => undefined,
    isDead: () => false,
  });
  const opened = await openGithub({
    apiUrl,
    token: changes.token ?? sandbox.tokens.github,
    userAgent: 'unit-test',
    clock,
    signal: abort.signal,
    deadline: clock.now() + (changes.deadlineMs ?? 3_600_000),
    debug: (line) => debug.push(line),
    fetch(input, init) {
      addresses.push(`${init?.method} ${input}`);
      return githubFetch(input, init);
    },
  });
  // Time passes while anybody waits for an answer.
  const driven = Object.entries(opened).map(([name, call]) => {
    const run = call as (...given: unknown[]) => Promise<unknown>;
    return [name, (...given: unknown[]) => time.drive(run(...given))];
  });
  const api = Object.fromEntries(driven) as GithubApi;
  return {
    sandbox,
    knobs,
    api,
    debug,
    abort,
    addresses,
    changes: () => sandbox.mutations().map(({ action }) => action),
    reads: (pattern) => sandbox.requests.filter(({ action, mutating }) => !mutating && pattern.test(action)),
    addIssue(issue) {
      const at = world.now() - 1_000_000 + issue.number;
      const times = { createdAt: at, updatedAt: at };
      const full: Issue = {
        title: `Issue ${issue.number}`,
        body: 'Something else',
        state: 'open',
        labels: [],
        pullHead: null,
        user: 'octocat',
        ...times,
        ...issue,
      };
      world.issues.set(full.number, full);
      return full;
    },
    openIssues: () => [...world.issues.values()].filter(({ state, pullHead }) => state === 'open' && pullHead === null),
    commentsOf: (number) =>
      [...world.comments.values()].filter(({ issue }) => issue === number).map(({ body }) => body),
  };
}

/** The ActionError that a call ends in. */
export async function failure(call: Promise<unknown>): Promise<ActionError> {
  try {
    await call;
  } catch (error) {
    if (isActionError(error)) return error;
    throw error;
  }
  throw new Error('the call did not fail');
}

/** Two runs of the same thing that both have looked before either of them has posted. */
export async function twoAtOnce(world: GithubWorld, run: () => Promise<unknown>): Promise<void> {
  const both = Promise.withResolvers<void>();
  let posts = 0;
  const remove = world.sandbox.onRequest(async ({ request, when }) => {
    if (when !== 'before' || !request.action.startsWith('POST /repos/')) return;
    posts += 1;
    if (posts === 2) both.resolve();
    await both.promise;
  });
  await Promise.all([run(), run()]);
  remove();
}
