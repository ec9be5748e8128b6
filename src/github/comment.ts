import { fitted } from '../support/markdown.ts';
import type { GithubApi } from './api.ts';
import { authorUnknown, sortPosts } from './author.ts';
import { harmless, hiddenMarker, LONGEST_BODY, sameLines } from './markdown.ts';
import { type Post, parseComment } from './parse.ts';

export interface CommentPlace {
  readonly owner: string;
  readonly repo: string;
  readonly pullNumber: number;
  /** What the comment is about, one comment each: environment and VPC. */
  readonly key: string;
}

export interface KeptComment {
  readonly action: 'created' | 'updated' | 'unchanged';
  readonly url: string;
}

const PERMISSION = 'pull-requests: write';

/**
 * Keeps one comment for a key on a pull request, edited in place. It is found by its hidden first line and its author
 * (see author.ts); of several the oldest is kept and the others are deleted. Where its author can't be known, nothing is
 * changed and `authorUnknown` is thrown.
 * @param markdown its text; fenced blocks show as they are, elsewhere it is made to mention nobody
 */
export async function keepComment(api: GithubApi, place: CommentPlace, markdown: string): Promise<KeptComment> {
  const body = commentBody(place, markdown);
  const [kept, ...others] = await findComments(api, place);
  if (kept === undefined) {
    const made = await api.create(
      {
        ...ask(place, 'comment on'),
        route: 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
        params: { owner: place.owner, repo: place.repo, issue_number: place.pullNumber, body },
      },
      parseComment,
      async () => (await findComments(api, place))[0],
    );
    return { action: 'created', url: made.url };
  }
  const same = sameLines(kept.body) === sameLines(body);
  if (!same) {
    await api.send(
      {
        ...ask(place, 'change the comment on'),
        route: 'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}',
        params: { owner: place.owner, repo: place.repo, comment_id: kept.id, body },
      },
      parseComment,
    );
  }
  for (const other of others) {
    await api.sendIfThere(
      {
        ...ask(place, 'delete a duplicate comment on'),
        route: 'DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}',
        params: { owner: place.owner, repo: place.repo, comment_id: other.id },
      },
      () => undefined,
    );
  }
  return { action: same ? 'unchanged' : 'updated', url: kept.url };
}

/** The whole text of the comment, never longer than GitHub takes. */
export function commentBody(place: CommentPlace, markdown: string): string {
  const head = `${marker(place)}\n\n`;
  return head + fitted(harmless(markdown), { most: LONGEST_BODY - head.length, rest: 'The job summary has more.' });
}

function marker({ key }: CommentPlace): string {
  return hiddenMarker('comment', [key]);
}

async function findComments(api: GithubApi, place: CommentPlace): Promise<readonly Post[]> {
  const comments = await api.list(
    {
      ...ask(place, 'list the comments on'),
      route: 'GET /repos/{owner}/{repo}/issues/{issue_number}/comments',
      params: { owner: place.owner, repo: place.repo, issue_number: place.pullNumber },
    },
    parseComment,
  );
  const { own, unknown } = await sortPosts(api, comments, marker(place));
  if (own.length > 0 || unknown.length === 0) return own;
  throw await authorUnknown(api, unknown, ({ id }) => `comment ${id}`);
}

function ask({ owner, repo, pullNumber }: CommentPlace, verb: string): { doing: string; permission: string } {
  return { doing: `${verb} pull request #${pullNumber} of ${owner}/${repo}`, permission: PERMISSION };
}
