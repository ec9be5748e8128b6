import type { GithubApi } from './api.ts';
import { isAuthorUnknown } from './author.ts';
import { closingComment, type DriftPlace, driftBody, driftTitle, duplicateComment, saysTheSame } from './drift-body.ts';
import {
  type Checks,
  countsOf,
  type DriftReport,
  holdsReport,
  mergedChecks,
  withoutDropped,
  withReport,
} from './drift-checks.ts';
import { readChecks } from './drift-data.ts';
import { hasCode } from './errors.ts';
import { findIssues, LABEL } from './find-issue.ts';
import { type Issue, parseComment, parseIssue } from './parse.ts';
import { writeUntilItStays } from './until-it-stays.ts';

export interface DriftIssue {
  readonly action: 'opened' | 'updated' | 'closed' | 'reopened' | 'unchanged' | 'none';
  /** Empty when there is no issue. */
  readonly url: string;
}

const PERMISSION = 'issues: write';

/** What a run has done so far. */
interface Kept {
  result: DriftIssue;
  /** Number of the issue that this run wrote to, if it had been there. */
  id?: number;
  /** Number of the issue that this run opened. */
  opened?: number;
  /** The issue that this run closed, and the clusters whose findings were too old to keep it open. */
  closed?: { readonly issue: Issue; readonly dropped: readonly string[] };
}

/**
 * Keeps exactly one issue for a place: opened on drift, edited while it lasts, closed when no check of any cluster
 * finds drift, opened again when drift returns. A run replaces what is known about its own clusters and nothing else
 * (see drift-checks.ts). It is found by its hidden first line and its author (see author.ts), never by its title. Of
 * several (two runs at once) the oldest is kept with the findings of all, and the others are closed. Only findings of
 * severity `error` are drift; warnings are listed beside them. Not to be called when the check could not be made: then
 * nothing is known. Where the author of the issue can't be known, nothing is changed and `authorUnknown` is thrown.
 */
export async function keepDriftIssue(api: GithubApi, place: DriftPlace, report: DriftReport): Promise<DriftIssue> {
  const kept: Kept = { result: { action: 'none', url: '' } };
  const what = `the drift issue of ${place.resource} in ${place.owner}/${place.repo}`;
  await writeUntilItStays(api, (isFirst) => look(api, place, { report, kept, isFirst }), what);
  const { result, closed } = kept;
  // First the state, then the words: a run that is killed in between must not say it again every day.
  if (closed !== undefined && result.action === 'closed')
    await say(api, place, { issue: closed.issue, text: closingComment(report, report.at, closed.dropped) });
  return result;
}

interface Look {
  readonly report: DriftReport;
  readonly kept: Kept;
  /** Later ones look whether the run's own part stands. */
  readonly isFirst: boolean;
}

/** Reads, and gives the write that is missing. */
async function look(api: GithubApi, place: DriftPlace, looking: Look): Promise<(() => Promise<void>) | undefined> {
  const { report, kept, isFirst } = looking;
  const drift = report.findings.some((finding) => finding.severity === 'error');
  // A closed issue matters only when there is drift to open it for. What it says is history.
  const found =
    kept.id === undefined
      ? await findIssues(api, place, {
          state: drift ? 'all' : 'open',
          // After its own write a run looks for what another run opened at the same time.
          depth: isFirst ? 'thorough' : 'newest',
        }).catch(nothingLater(isFirst))
      : await sameIssue(api, place, kept.id);
  const [issue, ...others] = found.filter(({ open }) => open || drift);
  const stored = mergedChecks(found.filter(({ open }) => open).map(({ body }) => readChecks(body)));
  const { checks, dropped } = withoutDropped(withReport(stored, report), report.at);
  if (issue === undefined) {
    // A list that lags behind must not make this run open a second one.
    return drift && isFirst ? () => open(api, place, { report, kept, checks }) : undefined;
  }
  // Later, others close their own: else two runs would close one and both say why.
  const duplicates = others.filter((other) => other.open && (isFirst || other.id === kept.opened));
  if (countsOf(checks).error === 0) return () => close(api, place, { kept, issue, duplicates, dropped });
  const body = driftBody(place, checks, { run: report, now: report.at, before: stored });
  if (!stands(body, { issue, duplicates }, looking)) return () => update(api, place, { kept, issue, duplicates, body });
  if (kept.result.action === 'none') kept.result = { action: 'unchanged', url: issue.url };
  // Another run has opened it again for its own clusters.
  if (kept.result.action === 'closed') kept.result = { action: 'updated', url: issue.url };
  return duplicates.length === 0 ? undefined : () => closeDuplicates(api, place, { issue, duplicates });
}

/** The issue that is kept, and others of the same place. */
interface Found {
  readonly issue: Issue;
  readonly duplicates: readonly Issue[];
}

/** True where the issue is open and says what it is to say. */
function stands(body: string, { issue, duplicates }: Found, { report, isFirst }: Look): boolean {
  const isWhole = isFirst || duplicates.length > 0;
  return issue.open && (isWhole ? saysTheSame(issue.body, body) : holdsReport(readChecks(issue.body), report));
}

async function close(
  api: GithubApi,
  place: DriftPlace,
  { kept, issue, duplicates, dropped }: Found & { kept: Kept; dropped: readonly string[] },
): Promise<void> {
  await edit(api, place, { issue, change: { state: 'closed', state_reason: 'completed' } });
  Object.assign(kept, { id: issue.id, result: { action: 'closed', url: issue.url }, closed: { issue, dropped } });
  await closeDuplicates(api, place, { issue, duplicates });
}

async function update(
  api: GithubApi,
  place: DriftPlace,
  { kept, issue, duplicates, body }: Found & { kept: Kept; body: string },
): Promise<void> {
  await edit(api, place, { issue, change: issue.open ? { body } : { body, state: 'open' } });
  const isStillNew = issue.open && issue.url === kept.result.url && /opened$/.test(kept.result.action);
  if (!isStillNew)
    Object.assign(kept, { id: issue.id, result: { action: issue.open ? 'updated' : 'reopened', url: issue.url } });
  await closeDuplicates(api, place, { issue, duplicates });
}

/** The issue that this run wrote to, as it is by now; it may be gone. */
async function sameIssue(api: GithubApi, { owner, repo }: DriftPlace, id: number): Promise<readonly Issue[]> {
  const issue = await api.sendIfThere(
    {
      route: 'GET /repos/{owner}/{repo}/issues/{issue_number}',
      params: { owner, repo, issue_number: id },
      doing: `read issue #${id} of ${owner}/${repo}`,
      permission: PERMISSION,
    },
    parseIssue,
  );
  return issue === undefined ? [] : [issue];
}

/** After the first write, issues that may be another's are no reason to fail: they are left alone. */
function nothingLater(isFirst: boolean): (error: unknown) => readonly Issue[] {
  return (error) => {
    if (isFirst || !isAuthorUnknown(error)) throw error;
    return [];
  };
}

/** Closes issues whose findings the kept one has by then. */
async function closeDuplicates(api: GithubApi, place: DriftPlace, { issue, duplicates }: Found): Promise<void> {
  for (const duplicate of duplicates) {
    await edit(api, place, { issue: duplicate, change: { state: 'closed', state_reason: 'not_planned' } });
    await say(api, place, { issue: duplicate, text: duplicateComment(issue.id) });
  }
}

async function open(
  api: GithubApi,
  place: DriftPlace,
  { report, kept, checks }: Omit<Look, 'isFirst'> & { checks: Checks },
): Promise<void> {
  const { owner, repo } = place;
  const body = driftBody(place, checks, { run: report, now: report.at });
  const create = (labels: readonly string[]) =>
    api.create(
      {
        route: 'POST /repos/{owner}/{repo}/issues',
        params: { owner, repo, title: driftTitle(place), body, labels },
        doing: `open an issue in ${owner}/${repo}`,
        permission: PERMISSION,
      },
      parseIssue,
      async () => (await findIssues(api, place, { state: 'open', depth: 'newest' }))[0],
    );
  const { id, url } = await create([LABEL]).catch((error: unknown) => {
    // Without the right to label, GitHub drops the label silently; a server that minds it gets the issue without.
    if (!hasCode(error, 'github-denied') || !/label/i.test(String(error))) throw error;
    return create([]);
  });
  Object.assign(kept, { result: { action: 'opened', url }, opened: id });
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
