import type { GithubApi } from './api.ts';
import { authorUnknown, sortPosts } from './author.ts';
import {
  closingComment,
  type DriftPlace,
  type DriftReport,
  driftBody,
  driftMarker,
  driftTitle,
  duplicateComment,
  saysTheSame,
} from './drift-body.ts';
import { hasCode } from './errors.ts';
import { type Issue, parseComment, parseIssue } from './parse.ts';

export type { DriftFinding, DriftPlace, DriftReport } from './drift-body.ts';

export interface DriftIssue {
  readonly action: 'opened' | 'updated' | 'closed' | 'reopened' | 'unchanged' | 'none';
  /** Empty when there is no issue. */
  readonly url: string;
}

/** Makes the issues easy to find, for people and for us. Never relied on: it may be missing or taken off. */
const LABEL = 'cockroachdb-privatelink';
const PERMISSION = 'issues: write';

/**
 * Keeps exactly one issue for a path: opened on drift, edited while it lasts, closed when the path is clean, opened again
 * when drift returns. It is found by its hidden first line and its author (see author.ts), never by its title.
 * Of several (two runs at once) the oldest is kept and the others are closed. Only findings of severity `error` are
 * drift; warnings are listed beside them. Not to be called when the check could not be made: then nothing is known.
 * Where the author of the issue can't be known, nothing is changed and `authorUnknown` is thrown.
 */
export async function keepDriftIssue(api: GithubApi, place: DriftPlace, report: DriftReport): Promise<DriftIssue> {
  const drift = report.findings.some((finding) => finding.severity === 'error');
  // A closed issue matters only when there is drift to open it for.
  const [kept, ...others] = await findIssues(api, place, drift ? 'all' : 'open');
  if (kept === undefined) return drift ? { action: 'opened', url: await open(api, place, report) } : NO_ISSUE;
  const result = drift ? await write(api, place, { kept, report }) : await close(api, place, { kept, report });
  for (const other of others.filter((issue) => issue.open)) {
    await edit(api, place, { issue: other, change: { state: 'closed', state_reason: 'not_planned' } });
    await say(api, place, { issue: other, text: duplicateComment(kept.id) });
  }
  return result;
}

const NO_ISSUE: DriftIssue = { action: 'none', url: '' };

/**
 * The action's own issues for this place, oldest first. Those with the label are asked for first: usually that is one page.
 * Only if none of them is the action's own, all issues are read, in the order of their creation, which no change moves.
 */
async function findIssues(api: GithubApi, place: DriftPlace, state: 'all' | 'open'): Promise<readonly Issue[]> {
  const marker = driftMarker(place);
  const { owner, repo } = place;
  const look = async (filter: { labels?: string }) => {
    const issues = await api.list(
      {
        route: 'GET /repos/{owner}/{repo}/issues',
        params: { owner, repo, state, sort: 'created', direction: 'asc', ...filter },
        doing: `list the issues of ${owner}/${repo}`,
        permission: PERMISSION,
      },
      parseIssue,
    );
    return sortPosts(
      api,
      issues.filter((issue) => !issue.isPullRequest),
      marker,
    );
  };
  const labelled = await look({ labels: LABEL });
  if (labelled.own.length > 0) return labelled.own;
  const { own, unknown } = await look({});
  if (own.length > 0 || unknown.length === 0) return own;
  throw await authorUnknown(api, unknown, ({ id }) => `issue #${id}`);
}

/** @returns the address of the new issue */
async function open(api: GithubApi, place: DriftPlace, report: DriftReport): Promise<string> {
  const { owner, repo } = place;
  const create = (labels: readonly string[]) =>
    api.create(
      {
        route: 'POST /repos/{owner}/{repo}/issues',
        params: { owner, repo, title: driftTitle(place), body: driftBody(place, report), labels },
        doing: `open an issue in ${owner}/${repo}`,
        permission: PERMISSION,
      },
      parseIssue,
      async () => (await findIssues(api, place, 'open'))[0],
    );
  try {
    return (await create([LABEL])).url;
  } catch (error) {
    // Without the right to label, GitHub drops the label silently; a server that minds it gets the issue without.
    if (!hasCode(error, 'github-denied') || !/label/i.test(String(error))) throw error;
    return (await create([])).url;
  }
}

async function write(
  api: GithubApi,
  place: DriftPlace,
  { kept, report }: { kept: Issue; report: DriftReport },
): Promise<DriftIssue> {
  const body = driftBody(place, report);
  if (kept.open && saysTheSame(kept.body, body)) return { action: 'unchanged', url: kept.url };
  await edit(api, place, { issue: kept, change: kept.open ? { body } : { body, state: 'open' } });
  return { action: kept.open ? 'updated' : 'reopened', url: kept.url };
}

async function close(
  api: GithubApi,
  place: DriftPlace,
  { kept, report }: { kept: Issue; report: DriftReport },
): Promise<DriftIssue> {
  // First the state, then the words: a run that is killed in between must not say it again every day.
  await edit(api, place, { issue: kept, change: { state: 'closed', state_reason: 'completed' } });
  await say(api, place, { issue: kept, text: closingComment(report.runUrl) });
  return { action: 'closed', url: kept.url };
}

async function edit(
  api: GithubApi,
  { owner, repo }: DriftPlace,
  { issue, change }: { issue: Issue; change: Readonly<Record<string, string>> },
): Promise<void> {
  await api.send(
    {
      route: 'PATCH /repos/{owner}/{repo}/issues/{issue_number}',
      params: { owner, repo, issue_number: issue.id, ...change },
      doing: `change issue #${issue.id} of ${owner}/${repo}`,
      permission: PERMISSION,
    },
    parseIssue,
  );
}

/** Says why an issue was closed. That it is closed is what counts: words that GitHub does not take are no failure. */
async function say(
  api: GithubApi,
  { owner, repo }: DriftPlace,
  { issue, text }: { issue: Issue; text: string },
): Promise<void> {
  try {
    await api.send(
      {
        route: 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
        params: { owner, repo, issue_number: issue.id, body: text },
        doing: `comment on issue #${issue.id} of ${owner}/${repo}`,
        permission: PERMISSION,
      },
      parseComment,
    );
  } catch (error) {
    if (!hasCode(error, 'github-denied') && !hasCode(error, 'github-unavailable')) throw error;
  }
}
