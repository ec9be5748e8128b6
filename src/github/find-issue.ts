import type { GithubApi } from './api.ts';
import { authorUnknown, sortPosts } from './author.ts';
import { type DriftPlace, driftMarker, VISIBLE_WORDS } from './drift-body.ts';
import { isCode } from './errors.ts';
import { type Issue, parseIssue, parseSearch } from './parse.ts';

/** Makes the issues easy to find, for people and for us. Never relied on: it may be missing or taken off. */
export const LABEL = 'cockroachdb-privatelink';
const PERMISSION = 'issues: write';

/** Pages of 100. With these a new issue costs at most ten requests, however many issues the repository has. */
const LABEL_PAGES = 2;
const AUTHOR_PAGES = 3;

/** How far an issue is looked for: `newest` where only one of the last minutes matters. */
export type Depth = 'thorough' | 'newest';

interface Found {
  readonly issues: readonly Issue[];
  /** Nothing of the list was left out. */
  readonly isWhole: boolean;
}

/**
 * The action's own issues for a place, oldest first. The cost does not grow with the issues of others:
 *
 * 1. the newest with the label;
 * 2. the newest of the token's account, since a person may have taken the label off;
 * 3. GitHub's search, for older ones without the label. Its index lags by minutes, which step 2 covers, and on
 * Enterprise Server lacks hidden text (pfnet-research/alertmanager-to-github 28), so it is asked for visible words.
 *
 * Each step is taken only if those before it show none of the action's own.
 * @throws ActionError where one of the steps fails, so that no second issue is opened; or `authorUnknown`
 */
export async function findIssues(
  api: GithubApi,
  place: DriftPlace,
  { state, depth }: { state: 'all' | 'open'; depth: Depth },
): Promise<readonly Issue[]> {
  const unknown = new Map<number, Issue>();
  const pages = (max: number) => (depth === 'newest' ? 1 : max);
  const newest = (filter: Readonly<Record<string, string>>, max: number): Promise<Found> =>
    api
      .newest(ask(place, { state, ...filter }), parseIssue, pages(max))
      .then(({ rows, isWhole }) => ({ issues: rows, isWhole }));
  const steps = [
    () => newest({ labels: LABEL }, LABEL_PAGES),
    () => ofAuthor(api, newest),
    () => searched(api, place, state),
  ];
  if (depth === 'newest') steps.pop();
  for (const step of steps) {
    const { issues, isWhole } = await step();
    const sorted = await sortPosts(
      api,
      issues.filter((issue) => !issue.isPullRequest),
      driftMarker(place),
    );
    if (sorted.own.length > 0) return sorted.own;
    for (const issue of sorted.unknown) unknown.set(issue.id, issue);
    // All that the account has written was read.
    if (step === steps[1] && isWhole && issues.length > 0) break;
  }
  if (unknown.size === 0) return [];
  throw await authorUnknown(api, [...unknown.values()], ({ id }) => `issue #${id}`);
}

/**
 * The newest issues of the token's account; of everybody where GitHub doesn't report whose token it is. GraphQL names
 * an app without the suffix that REST gives it on some servers, so both spellings are tried.
 */
async function ofAuthor(
  api: GithubApi,
  newest: (filter: Readonly<Record<string, string>>, max: number) => Promise<Found>,
): Promise<Found> {
  const self = await api.self();
  if (self === undefined) return newest({}, AUTHOR_PAGES);
  const names = self.login.endsWith('[bot]') ? [self.login] : [self.login, `${self.login}[bot]`];
  for (const creator of names) {
    const found = await newest({ creator }, AUTHOR_PAGES).catch((error: unknown) => {
      // GitHub refuses the name of nobody.
      if (!isCode(error, 422)) throw error;
      return { issues: [], isWhole: false };
    });
    if (found.issues.length > 0) return found;
  }
  return { issues: [], isWhole: false };
}

/** The newest hundred that GitHub's search finds by what the text shows. */
async function searched(api: GithubApi, place: DriftPlace, state: 'all' | 'open'): Promise<Found> {
  const { owner, repo, resource } = place;
  const q = `"${resource}" "${VISIBLE_WORDS}" repo:${owner}/${repo} is:issue${state === 'open' ? ' state:open' : ''}`;
  const issues = await api.send(
    {
      route: 'GET /search/issues',
      params: { q, sort: 'created', order: 'desc', per_page: 100 },
      doing: `search the issues of ${owner}/${repo}`,
      permission: PERMISSION,
    },
    parseSearch,
  );
  return { issues, isWhole: false };
}

function ask({ owner, repo }: DriftPlace, filter: Readonly<Record<string, string>>) {
  return {
    route: 'GET /repos/{owner}/{repo}/issues',
    params: { owner, repo, sort: 'created', direction: 'desc', ...filter },
    doing: `list the issues of ${owner}/${repo}`,
    permission: PERMISSION,
  } as const;
}
