import { ActionError, isActionError } from '../support/errors.ts';
import type { Author, Post } from './parse.ts';

/**
 * Which issues and comments are the action's own.
 *
 * The hidden marker alone proves nothing: anybody can paste or quote it. An issue or comment is the action's own only
 * if
 * - its text begins with the marker, as the action writes it: nothing before it, and nothing else on its line, and
 * - its author is the account that the token in use writes as (`viewer` of the GraphQL API, the only place that reports
 * it for every kind of token: REST's `GET /user` refuses the tokens of apps, and so `GITHUB_TOKEN`).
 *
 * Two accounts are the same if their numeric IDs are; a login can be renamed and registered again. Where one of the two
 * has no ID, login and kind decide. What can't be decided is unknown, and then nothing is changed.
 *
 * `performed_via_github_app` is not read: it is also set on what another account writes through an app.
 */

/** Reports whose token it is. */
interface Token {
  self(): Promise<Author | undefined>;
}

/** Issues or comments whose text begins with the marker, oldest first. */
export interface Sorted<P extends Post> {
  readonly own: readonly P[];
  /** Perhaps the action's own. */
  readonly unknown: readonly P[];
}

/**
 * Sorts out the action's own among issues or comments. The token's account is asked for only where the marker was
 * found.
 */
export async function sortPosts<P extends Post>(token: Token, posts: readonly P[], marker: string): Promise<Sorted<P>> {
  const marked = posts.filter(({ body }) => beginsWith(marker, body)).toSorted((one, other) => one.id - other.id);
  if (marked.length === 0) return { own: [], unknown: [] };
  const self = await token.self();
  const by = (wanted: boolean | undefined) => marked.filter(({ author }) => isSelf(author, self) === wanted);
  return { own: by(true), unknown: by(undefined) };
}

/** True if the first line of the text is the marker, whatever line ends an edit gave it. */
function beginsWith(marker: string, body: string): boolean {
  return body.startsWith(marker) && /^(\r?\n|$)/.test(body.slice(marker.length));
}

/**
 * Whether an author is the account of the token; undefined where that can't be known.
 * @param author undefined for an account that is gone
 * @param self undefined where GitHub doesn't report whose token it is
 */
function isSelf(author: Post['author'], self: Author | undefined): boolean | undefined {
  if (author === undefined || self === undefined) return undefined;
  if (author.id !== undefined && self.id !== undefined) return author.id === self.id;
  const sameName = nameOf(author.login) === nameOf(self.login);
  const sameKind = author.bot === self.login.endsWith(BOT_SUFFIX);
  // One alone may be a renamed account, or a server that shows bots without the suffix.
  return sameName === sameKind ? sameName : undefined;
}

const BOT_SUFFIX = '[bot]';
const nameOf = (login: string) => login.toLowerCase().replace(BOT_SUFFIX, '');

/**
 * The error for issues or comments that may be the action's own or another owner's. Nothing was changed; it is reported
 * as a warning.
 * @param nameOfOne `issue #7`
 */
export async function authorUnknown<P extends Post>(
  token: Token,
  posts: readonly P[],
  nameOfOne: (post: P) => string,
): Promise<ActionError> {
  const named = posts.slice(0, MOST_NAMES);
  const names = named.map(nameOfOne).join(', ');
  const pages = named.map(({ url }) => url).join(' ');
  const text =
    (await token.self()) === undefined
      ? {
          cause: `GitHub doesn't report whose token this is; unchanged: ${names}`,
          fix: `Set github-token to one whose account GraphQL's \`viewer\` reports, such as the default, and check ${pages}`,
        }
      : {
          cause: `GitHub doesn't show who wrote ${names}; nothing was changed`,
          fix: `Delete it, or the first line of its text (hidden on the page), and run again: ${pages}`,
        };
  return new ActionError('github-denied', text, { cause: UNKNOWN });
}

/** The most issues or comments that one message names. */
const MOST_NAMES = 10;
const UNKNOWN = 'author-unknown';

/** True for the error of `authorUnknown`. */
export function isAuthorUnknown(error: unknown): boolean {
  return isActionError(error) && error.cause === UNKNOWN;
}
