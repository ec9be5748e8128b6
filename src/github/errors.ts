import { ActionError, describeError, type ErrorCode, isActionError, quoted } from '../support/errors.ts';
import { contentTypeOf, fixForPage } from '../support/foreign-page.ts';
import type { Classified } from '../support/retry.ts';
import { retryAfterMs } from '../support/retry-after.ts';
import { unreachable, wireProblem } from '../support/wire.ts';
import { refusedAddress } from './address.ts';
import { answerOf, type GithubAnswer, type GithubMeaning, githubMeaning } from './refusals.ts';

/** What a request is for, in words for the person who reads its error. */
export interface Purpose {
  /** What is being done, as a verb phrase: "list the branches of acme/shop". */
  readonly doing: string;
  /** The permission of the job's token that it needs: `issues: write`. */
  readonly permission: string;
}

/** A 2xx answer that does not hold what the API documents: cut short, or of something between here and GitHub. */
export class BrokenAnswer extends Error {
  override readonly name = 'BrokenAnswer' as const;
}

/** Longest time that a limit is waited for; a longer one is an error that says when it ends. */
const LONGEST_LIMIT_MS = 60_000;

/**
 * What a failed request says about trying again. GitHub answers 403, 422 or 429 for a limit, and other refusals with
 * the same statuses; refusals.ts tells them apart.
 */
export function classifyGithubError(error: unknown, now: number): Classified {
  if (isBroken(error)) return { failure: 'transient' };
  const answer = answerOf(error);
  if (answer === undefined) return wireProblem(error) ?? { failure: 'final' };
  const limitMs = limitOf(answer, now);
  if (limitMs !== undefined) {
    return limitMs > LONGEST_LIMIT_MS ? { failure: 'final' } : { failure: 'throttled', retryAfterMs: limitMs };
  }
  // Whoever answered: a proxy that has no time now may have some later.
  const passes = [408, 429].includes(answer.status) || (answer.status >= 500 && answer.status !== 501);
  if (!passes) return { failure: 'final' };
  const waitMs = retryAfterMs(answer.header('retry-after'), now);
  return { failure: 'transient', ...(waitMs === undefined ? {} : { retryAfterMs: waitMs }) };
}

/** Why a try failed, in a few words for the log. */
export function githubReason(error: unknown): string {
  const answer = answerOf(error);
  if (answer === undefined) return wireProblem(error)?.words ?? describeError(error);
  return `HTTP ${answer.status}, ${answer.said || contentTypeOf(answer.header('content-type'))}`;
}

/** The error a person sees for a request that failed for good. Holds neither the token nor a request. */
export function githubError(error: unknown, { doing, permission }: Purpose, now: number): ActionError {
  const refused = refusedAddress(error);
  if (refused !== undefined) {
    return unavailable(error, `Could not ${doing}: GitHub's answer ${refused.message}`, refused.fix);
  }
  const answer = answerOf(error);
  if (answer === undefined) {
    const text = isBroken(error)
      ? brokenWords(error, doing)
      : unreachable(error, { who: 'GitHub', doing, host: hostOf(error) });
    return new ActionError('github-unavailable', text, { cause: error });
  }
  const { code, cause, fix } = wordsFor(answer, permission, now);
  const who = githubMeaning(answer) === 'foreign' ? hostOf(error) || 'GitHub' : 'GitHub';
  const said = quoted(`${who}, asked to ${doing}`, answer.said, `HTTP ${answer.status}`);
  return new ActionError(code, { cause, said, fix }, { cause: error });
}

function isBroken(error: unknown): error is BrokenAnswer {
  return error instanceof Error && error.name === 'BrokenAnswer';
}

function brokenWords({ message }: BrokenAnswer, doing: string) {
  return {
    cause: 'The answer does not match the GitHub API',
    said: `Asked to ${doing}: ${message}`,
    fix: 'Check GITHUB_API_URL and the proxy, firewall or sign-in page between the runner and GitHub, then run again.',
  };
}

/** Where a request of octokit went, '' where that is not known. */
function hostOf(error: unknown): string {
  const request = error instanceof Error && 'request' in error ? (error.request as { url?: unknown }) : undefined;
  const url = String(request?.url ?? '');
  return URL.canParse(url) ? new URL(url).host : '';
}

interface Words {
  readonly code: ErrorCode;
  readonly cause: string;
  readonly fix: string;
}

/** What a refusal means in words, and what to do about it. A permission is advised only where one is missing. */
function wordsFor(answer: GithubAnswer, permission: string, now: number): Words {
  const meaning = githubMeaning(answer);
  if (meaning === 'limit') return limitWords(answer, now);
  if (meaning === 'foreign') {
    const type = contentTypeOf(answer.header('content-type'));
    return {
      code: 'github-unavailable',
      cause: `The answer is not from GitHub: HTTP ${answer.status}, ${type}`,
      fix: fixForPage(
        answer.status,
        'Check GITHUB_API_URL and the proxy, firewall or sign-in page between the runner and GitHub, then run again.',
      ),
    };
  }
  const permissions = `Give the job \`permissions: ${permission}\` (a job that lists permissions has no others); runs for forks and Dependabot have a read-only token.`;
  if (meaning === 'permission') {
    const cause = `Missing permission: the GitHub token needs \`${permission}\``;
    return { code: 'github-denied', cause, fix: permissions };
  }
  if (meaning === 'absent') {
    const cause = 'GitHub does not find it, or hides it from the token (HTTP 404)';
    return { code: 'github-denied', cause, fix: `Check that it exists. ${permissions}` };
  }
  if (meaning !== undefined) return FIXED[meaning];
  return {
    code: 'github-denied',
    cause: `GitHub refused the request with HTTP ${answer.status}`,
    fix: "Correct what GitHub's message names.",
  };
}

const FIXED = {
  failed: {
    code: 'github-unavailable',
    cause: 'GitHub is unavailable',
    fix: 'Run again later; check https://www.githubstatus.com.',
  },
  'token-rejected': {
    code: 'github-denied',
    cause: 'GitHub does not accept github-token',
    fix: 'Leave github-token at its default, or give one that is valid.',
  },
  'single-sign-on': {
    code: 'github-denied',
    cause: 'github-token is not authorized for SAML single sign-on of the organization',
    fix: 'Leave github-token at its default, or authorize the token for the organization (Settings, Developer settings, Configure SSO).',
  },
  'address-not-allowed': {
    code: 'github-denied',
    cause: "The organization's IP allow list does not contain the address of this runner",
    fix: 'Add the address of the runner, or that of its proxy, to the IP allow list of the organization.',
  },
  archived: {
    code: 'github-denied',
    cause: 'The repository is archived, so GitHub accepts no changes',
    fix: 'Unarchive the repository, or set drift-issue and comment to false.',
  },
  locked: {
    code: 'github-denied',
    cause: 'The conversation is locked, so GitHub accepts no comments',
    fix: 'Unlock the conversation, or set comment to false.',
  },
  'issues-off': {
    code: 'github-denied',
    cause: 'Issues are disabled in the repository',
    fix: 'Turn on issues in the settings of the repository, or set drift-issue to false.',
  },
} as const satisfies Partial<Record<GithubMeaning, Words>>;

function limitWords(answer: GithubAnswer, now: number): Words {
  const until = new Date(now + (limitOf(answer, now) ?? 0)).toISOString().slice(11, 16);
  return {
    code: 'github-unavailable',
    cause: `GitHub's rate limit is reached, until about ${until} UTC`,
    fix: 'Run again after that, or spread the runs: all jobs of a repository share the limit of their tokens.',
  };
}

/** True for an error that this project raised with this code. */
export function hasCode(error: unknown, code: ErrorCode): boolean {
  return isActionError(error) && error.code === code;
}

/** True for an error for which GitHub gave this status. */
export function isCode(error: unknown, status: number): boolean {
  return isActionError(error) && isRefusedWith(error.cause, status);
}

/** True for an answer of GitHub itself with one of these statuses, which is no limit. */
export function isRefusedWith(error: unknown, ...statuses: readonly number[]): boolean {
  const answer = answerOf(error);
  return answer !== undefined && statuses.includes(answer.status) && !OTHERS.includes(githubMeaning(answer));
}

/** Answers that say nothing about what was requested. */
const OTHERS: readonly (GithubMeaning | undefined)[] = ['limit', 'foreign'];

/** How long the limit lasts that the answer tells of, undefined if it tells of none. */
function limitOf(answer: GithubAnswer, now: number): number | undefined {
  if (githubMeaning(answer) !== 'limit') return undefined;
  const after = retryAfterMs(answer.header('retry-after'), now);
  if (after !== undefined) return after;
  if (answer.header('x-ratelimit-remaining') !== '0') return LONGEST_LIMIT_MS;
  const reset = Number(answer.header('x-ratelimit-reset') || Number.NaN) * 1000;
  return Number.isFinite(reset) ? Math.max(1_000, reset - now) : LONGEST_LIMIT_MS;
}

function unavailable(error: unknown, cause: string, fix: string): ActionError {
  return new ActionError('github-unavailable', { cause, fix }, { cause: error });
}
