import { BrokenAnswer } from './errors.ts';

/** An account, as far as the project reads one. */
export interface Author {
  readonly login: string;
  /** Undefined where GitHub reports none. */
  readonly id: number | undefined;
}

/** An issue or a comment, as far as the project reads one. */
export interface Post {
  /** Number of an issue, ID of a comment. */
  readonly id: number;
  readonly body: string;
  readonly url: string;
  /** Undefined for an account that is gone. */
  readonly author: (Author & { readonly bot: boolean }) | undefined;
}

export interface Issue extends Post {
  readonly open: boolean;
  readonly isPullRequest: boolean;
}

/** An issue, or a pull request, which GitHub lists among them. */
export function parseIssue(value: unknown): Issue {
  const issue = record(value, 'an issue');
  return {
    ...post(issue, number(issue['number'], 'the number of an issue')),
    open: oneOf(issue['state'], ['open', 'closed']) === 'open',
    isPullRequest: issue['pull_request'] !== undefined && issue['pull_request'] !== null,
  };
}

/** A comment of an issue or pull request. */
export function parseComment(value: unknown): Post {
  const comment = record(value, 'a comment');
  return post(comment, number(comment['id'], 'the ID of a comment'));
}

/** The name of a branch. */
export function parseBranch(value: unknown): string {
  const { name } = record(value, 'a branch');
  if (typeof name !== 'string' || name === '') throw new BrokenAnswer('GitHub sent a branch without a name');
  return name;
}

/** The issues that GitHub's search found. */
export function parseSearch(value: unknown): readonly Issue[] {
  return parseRows(record(value, 'a search result')['items']).map(parseIssue);
}

/** A list of anything. */
export function parseRows(value: unknown): readonly unknown[] {
  if (!Array.isArray(value)) throw new BrokenAnswer('GitHub sent something that is not a list');
  return value;
}

/** Whether a pull request is open. */
export function parsePullState(value: unknown): 'open' | 'closed' {
  return oneOf(record(value, 'a pull request')['state'], ['open', 'closed']);
}

/** The answer to `viewer { login databaseId }`. */
export function parseViewer(value: unknown): Author {
  const viewer = record(record(value, 'an answer')['viewer'], 'a viewer');
  if (typeof viewer['login'] !== 'string') throw new BrokenAnswer('GitHub sent a viewer without a login');
  return { id: idOf(viewer['databaseId']), login: viewer['login'] };
}

function post(value: Record<string, unknown>, id: number): Post {
  return {
    id,
    body: typeof value['body'] === 'string' ? value['body'] : '',
    url: typeof value['html_url'] === 'string' ? value['html_url'] : '',
    author: author(value['user']),
  };
}

function author(value: unknown): Post['author'] {
  if (typeof value !== 'object' || value === null) return undefined;
  const { id, login, type } = value as Record<string, unknown>;
  return typeof login === 'string' ? { id: idOf(id), login, bot: type === 'Bot' } : undefined;
}

const idOf = (value: unknown) => (typeof value === 'number' && value > 0 ? value : undefined);

function record(value: unknown, what: string): Record<string, unknown> {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new BrokenAnswer(`GitHub sent something that is not ${what}`);
  }
  return value as Record<string, unknown>;
}

function number(value: unknown, what: string): number {
  if (typeof value !== 'number' || !Number.isSafeInteger(value)) throw new BrokenAnswer(`GitHub did not send ${what}`);
  return value;
}

function oneOf<T extends string>(value: unknown, known: readonly T[]): T {
  const found = known.find((one) => one === value);
  if (found === undefined) throw new BrokenAnswer(`GitHub sent a state that is not one of ${known.join(', ')}`);
  return found;
}
