import type { GithubApi } from './api.ts';
import { authorUnknown, isAuthorUnknown, sortPosts } from './author.ts';
import { hiddenMarker, sameLines } from './markdown.ts';
import { type Post, parseComment } from './parse.ts';
import { hasSection, readSections, type Section, sectionOf, sectionsBody, withSection } from './sections.ts';
import { writeUntilItStays } from './until-it-stays.ts';

export interface CommentPlace {
  readonly owner: string;
  readonly repo: string;
  readonly pullNumber: number;
  /** What the comment is about, one comment each: environment, VPC or endpoint, and region. */
  readonly key: string;
}

/** What a run has to say. */
export interface CommentText {
  /** The clusters that it is about, as the input `cluster` has them; none for all of the environment. */
  readonly clusters: readonly string[];
  /** Their names, where those are known. */
  readonly names?: ReadonlyMap<string, string>;
  /** Fenced blocks show as they are, elsewhere it is made to mention nobody. */
  readonly markdown: string;
}

export interface KeptComment {
  readonly action: 'created' | 'updated' | 'unchanged';
  readonly url: string;
}

const PERMISSION = 'pull-requests: write';

/** What a run has done so far. */
interface Kept {
  result: KeptComment;
  /** ID of the comment that this run wrote to, if it had been there. */
  id?: number;
  /** ID of the comment that this run created. */
  created?: number;
}

/**
 * Keeps one comment for a key on a pull request, edited in place. Each run writes the section of its own clusters (see
 * sections.ts). The comment is found by its hidden first line and its author (see author.ts); of several the oldest is
 * kept with the sections of all, and the others are deleted. Where its author can't be known, nothing is changed and
 * `authorUnknown` is thrown.
 */
export async function keepComment(api: GithubApi, place: CommentPlace, text: CommentText): Promise<KeptComment> {
  const own = sectionOf(text.clusters, text.markdown, text.names);
  const kept: Kept = { result: { action: 'unchanged', url: '' } };
  const what = `the comment on pull request #${place.pullNumber} of ${place.owner}/${place.repo}`;
  await writeUntilItStays(api, (isFirst) => look(api, place, { own, kept, isFirst }), what);
  return kept.result;
}

/** Reads, and gives the write that is missing. */
async function look(
  api: GithubApi,
  place: CommentPlace,
  { own, kept, isFirst }: { own: Section; kept: Kept; isFirst: boolean },
): Promise<(() => Promise<void>) | undefined> {
  const found =
    kept.id === undefined
      ? await findComments(api, place).catch(nothingLater(isFirst))
      : await sameComment(api, place, kept.id);
  const [comment, ...others] = found;
  const sections = withSection(
    found.flatMap(({ body }) => readSections(body)),
    own,
  );
  const body = sectionsBody(marker(place), sections, own);
  if (comment === undefined) return isFirst ? () => create(api, place, { body, kept }) : undefined;
  // Later, others delete their own.
  const duplicates = others.filter((other) => isFirst || other.id === kept.created);
  const isWhole = isFirst || duplicates.length > 0;
  const stands = isWhole ? sameLines(comment.body) === sameLines(body) : hasSection(readSections(comment.body), own);
  if (kept.result.url === '') kept.result = { action: 'unchanged', url: comment.url };
  if (stands && duplicates.length === 0) return undefined;
  return async () => {
    if (!stands) {
      await change(api, place, { comment, body });
      const isStillNew = kept.result.action === 'created' && kept.result.url === comment.url;
      if (!isStillNew) Object.assign(kept, { id: comment.id, result: { action: 'updated', url: comment.url } });
    }
    for (const duplicate of duplicates) await remove(api, place, duplicate);
  };
}

/** The whole text of a comment that one run wrote. */
export function commentBody(place: CommentPlace, { clusters, markdown, names }: CommentText): string {
  const own = sectionOf(clusters, markdown, names);
  return sectionsBody(marker(place), [own], own);
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

/** The comment that this run wrote to, as it is by now; it may be gone. */
async function sameComment(api: GithubApi, place: CommentPlace, id: number): Promise<readonly Post[]> {
  const comment = await api.sendIfThere(
    {
      ...ask(place, 'read the comment on'),
      route: 'GET /repos/{owner}/{repo}/issues/comments/{comment_id}',
      params: { owner: place.owner, repo: place.repo, comment_id: id },
    },
    parseComment,
  );
  return comment === undefined ? [] : [comment];
}

/** After the first write, comments that may be another's are no reason to fail: they are left alone. */
function nothingLater(isFirst: boolean): (error: unknown) => readonly Post[] {
  return (error) => {
    if (isFirst || !isAuthorUnknown(error)) throw error;
    return [];
  };
}

async function create(
  api: GithubApi,
  place: CommentPlace,
  { body, kept }: { body: string; kept: Kept },
): Promise<void> {
  const { id, url } = await api.create(
    {
      ...ask(place, 'comment on'),
      route: 'POST /repos/{owner}/{repo}/issues/{issue_number}/comments',
      params: { owner: place.owner, repo: place.repo, issue_number: place.pullNumber, body },
    },
    parseComment,
    async () => (await findComments(api, place))[0],
  );
  Object.assign(kept, { result: { action: 'created', url }, created: id });
}

async function change(
  api: GithubApi,
  place: CommentPlace,
  { comment, body }: { comment: Post; body: string },
): Promise<void> {
  await api.send(
    {
      ...ask(place, 'change the comment on'),
      route: 'PATCH /repos/{owner}/{repo}/issues/comments/{comment_id}',
      params: { owner: place.owner, repo: place.repo, comment_id: comment.id, body },
    },
    parseComment,
  );
}

async function remove(api: GithubApi, place: CommentPlace, { id }: Post): Promise<void> {
  await api.sendIfThere(
    {
      ...ask(place, 'delete a duplicate comment on'),
      route: 'DELETE /repos/{owner}/{repo}/issues/comments/{comment_id}',
      params: { owner: place.owner, repo: place.repo, comment_id: id },
    },
    () => undefined,
  );
}

function ask({ owner, repo, pullNumber }: CommentPlace, verb: string): { doing: string; permission: string } {
  return { doing: `${verb} pull request #${pullNumber} of ${owner}/${repo}`, permission: PERMISSION };
}
