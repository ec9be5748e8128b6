/**
 * Whose issues and comments count as the action's own.
 *
 * The hidden marker alone proves nothing: anybody may paste it. So an issue or comment counts only if its author is
 * - the user or app that the token in use belongs to (`viewer` of the GraphQL API, the only place that tells it for
 *   every kind of token: REST's `GET /user` refuses the tokens of apps, and so `GITHUB_TOKEN`), or
 * - `github-actions[bot]`, so that a change from the default token to another one goes on with what is there, or
 * - where GitHub refuses to tell whose token it is: any bot, never a person.
 *
 * `performed_via_github_app` is not asked: it is also set on what a stranger writes through an app.
 */
export interface Author {
  readonly id: number;
  readonly login: string;
}

/** The bot that every `GITHUB_TOKEN` acts as, on every GitHub server. Only bots have brackets in their names. */
const ACTIONS_BOT = 'github-actions[bot]';

/** @param self whom the token belongs to, undefined if GitHub does not tell */
export function isOurs(author: (Author & { readonly bot: boolean }) | undefined, self: Author | undefined): boolean {
  if (author === undefined) return false;
  if (self === undefined) return author.bot;
  const login = author.login.toLowerCase();
  return author.id === self.id || login === self.login.toLowerCase() || (author.bot && login === ACTIONS_BOT);
}
