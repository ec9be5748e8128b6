import type { Issue, WorldState } from '../world.ts';
import { ACTIONS_BOT, type GithubKnobs, githubKnobs } from './knobs.ts';

/** A number for every account, always the same; that of the Actions bot is GitHub's own. */
export function accountId(login: string): number {
  if (login === ACTIONS_BOT) return 41_898_282;
  return [...login].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 90_000_000, 1_000);
}

const when = (at: number) => new Date(at).toISOString();
function user({ accounts }: GithubKnobs, login: string) {
  const type = login.endsWith('[bot]') ? 'Bot' : 'User';
  const shown = accounts.get(login);
  return shown === null ? null : { login, id: accountId(login), type, ...shown };
}
export const branchView = (name: string) => ({ name, commit: { sha: '0'.repeat(40) }, protected: false });
const pageOf = ({ repository: { owner, name } }: WorldState, issue: Issue) =>
  `https://github.com/${owner}/${name}/${issue.pullHead === null ? 'issues' : 'pull'}/${issue.number}`;
export const pullView = (world: WorldState, knobs: GithubKnobs, issue: Issue) => ({
  number: issue.number,
  state: issue.state,
  title: issue.title,
  head: {
    ref: issue.pullHead,
    repo: { full_name: knobs.forks.get(issue.number) ?? `${world.repository.owner}/${world.repository.name}` },
  },
  html_url: pageOf(world, issue),
  updated_at: when(issue.updatedAt),
});
export const issueView = (world: WorldState, knobs: GithubKnobs, issue: Issue) => ({
  number: issue.number,
  title: issue.title,
  body: issue.body,
  state: issue.state,
  state_reason: knobs.reasons.get(issue.number) ?? null,
  labels: issue.labels.map((name) => ({ name })),
  user: user(knobs, issue.user),
  created_at: when(issue.createdAt),
  updated_at: when(issue.updatedAt),
  html_url: pageOf(world, issue),
  ...(issue.pullHead === null ? {} : { pull_request: { html_url: pageOf(world, issue) } }),
});
export const commentView = (
  world: WorldState,
  comment: { id: number; issue: number; body: string; user: string; createdAt: number },
) => {
  const issue = world.issues.get(comment.issue);
  return {
    id: comment.id,
    body: comment.body,
    user: user(githubKnobs(world), comment.user),
    html_url: issue ? `${pageOf(world, issue)}#issuecomment-${comment.id}` : '',
    created_at: when(comment.createdAt),
    updated_at: when(comment.createdAt),
  };
};
