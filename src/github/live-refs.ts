import { ActionError } from '../support/errors.ts';
import { type GithubApi, PAGE_SIZE } from './api.ts';
import { parseBranch, parsePullState, parseRows } from './parse.ts';

export interface Repository {
  readonly owner: string;
  readonly repo: string;
}

/** How often a long list of branches is read again until it holds nothing new. */
const MOST_PASSES = 4;

/**
 * The names of all branches of this repository; branches of forks are not among them.
 *
 * What is missing here may be taken down, so nothing may be missing. A branch that is deleted while a long list is read
 * moves a later one to a page that was read before: such a list is read again until it adds no name. A list without any
 * branch is an error, since the run itself comes from one.
 */
export async function liveBranches(api: GithubApi, { owner, repo }: Repository): Promise<Set<string>> {
  const found = new Set<string>();
  for (let pass = 1; pass <= MOST_PASSES; pass += 1) {
    const before = found.size;
    const names = await api.list(
      {
        route: 'GET /repos/{owner}/{repo}/branches',
        params: { owner, repo },
        doing: `list the branches of ${owner}/${repo}`,
        permission: 'contents: read',
        fullPageLeadsOn: true,
      },
      parseBranch,
    );
    for (const name of names) found.add(name);
    if (names.length < PAGE_SIZE || (pass > 1 && found.size === before)) break;
  }
  if (found.size > 0) return found;
  throw new ActionError('github-unavailable', {
    cause: `GitHub lists no branches in ${owner}/${repo}, although it must have one`,
    fix: 'Run again. If it persists, check that github-token can read this repository (permissions: contents: read).',
  });
}

/**
 * Whether a pull request of this repository is open, whichever repository its branch is in. `absent` only if GitHub
 * shows the pull requests of the repository to this token and this one is not among them: GitHub also answers 404 for
 * what it hides.
 */
export async function pullRequestState(
  api: GithubApi,
  { owner, repo, number }: Repository & { readonly number: number },
): Promise<'open' | 'closed' | 'absent'> {
  const permission = 'pull-requests: read';
  const state = await api.sendIfThere(
    {
      route: 'GET /repos/{owner}/{repo}/pulls/{pull_number}',
      params: { owner, repo, pull_number: number },
      doing: `read pull request #${number} of ${owner}/${repo}`,
      permission,
    },
    parsePullState,
  );
  if (state !== undefined) return state;
  await api.send(
    {
      route: 'GET /repos/{owner}/{repo}/pulls',
      params: { owner, repo, per_page: 1 },
      doing: `list the pull requests of ${owner}/${repo}`,
      permission,
    },
    parseRows,
  );
  return 'absent';
}
