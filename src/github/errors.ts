import { ActionError, describeError, type ErrorCode, isActionError, oneLine, shortened } from '../support/errors.ts';
import { type Failure, networkFailure } from '../support/retry.ts';
import { refusedAddress } from './address.ts';

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

interface Answer {
  readonly status: number;
  /** GitHub's own words, cut to one line; empty for an answer that is not JSON. */
  readonly said: string;
  header(name: string): string | undefined;
}

/** Longest time that a limit is waited for; a longer one is an error that says when it ends. */
const LONGEST_LIMIT_MS = 60_000;

/**
 * What a failed request says about trying again. GitHub answers 403 or 429 for a limit, as for a missing permission;
 * `retry-after`, `x-ratelimit-remaining: 0` or its words tell them apart (docs: "Rate limits for the REST API").
 */
export function classifyGithubError(error: unknown, now: number): { failure: Failure; retryAfterMs?: number } {
  if (error instanceof Error && error.name === 'BrokenAnswer') return { failure: 'transient' };
  const answer = answerOf(error);
  if (answer === undefined) return { failure: networkFailure(error) ?? 'final' };
  const limitMs = limitOf(answer, now);
  if (limitMs !== undefined) {
    return limitMs > LONGEST_LIMIT_MS ? { failure: 'final' } : { failure: 'throttled', retryAfterMs: limitMs };
  }
  if (answer.status === 408 || (answer.status >= 500 && answer.status !== 501)) return { failure: 'transient' };
  return { failure: 'final' };
}

/** The error a person sees for a request that failed for good. Holds neither the token nor a request. */
export function githubError(error: unknown, { doing, permission }: Purpose, now: number): ActionError {
  const refused = refusedAddress(error);
  if (refused !== undefined) {
    return unavailable(error, `Could not ${doing}: GitHub's answer ${refused.message}`, refused.fix);
  }
  const answer = answerOf(error);
  if (answer === undefined) {
    return unavailable(
      error,
      `GitHub could not be asked to ${doing}: ${describeError(error)}`,
      'Check the network and proxy of the runner and the status page of GitHub, then run again.',
    );
  }
  const { status, said } = answer;
  const words = `${said === '' ? 'no message' : said} (HTTP ${status})`;
  const limitMs = limitOf(answer, now);
  if (limitMs !== undefined) {
    const until = new Date(now + limitMs).toISOString().slice(11, 16);
    return unavailable(
      error,
      `GitHub's rate limit stands in the way to ${doing}, until about ${until} UTC: ${words}`,
      'Run again after that, or spread the runs: all jobs of a repository share the limit of their tokens.',
    );
  }
  if (status >= 500 || status === 408) {
    return unavailable(error, `GitHub failed to ${doing}: ${words}`, 'Run again later; look at the status of GitHub.');
  }
  const permissions = `Give the job \`permissions: ${permission}\` (a job that lists permissions has no others); runs for forks and Dependabot have a token that only reads.`;
  if (status === 401) {
    return denied(
      error,
      `GitHub does not accept the token to ${doing}: ${words}`,
      `Leave github-token at its default, or give one that is valid. ${permissions}`,
    );
  }
  if (status === 403) return denied(error, `The GitHub token may not ${doing}: ${words}`, permissions);
  if (status === 404) {
    return denied(
      error,
      `GitHub knows nothing there to ${doing}, or hides it from the token: ${words}`,
      `Check that it exists. ${permissions}`,
    );
  }
  if (status === 410) {
    return denied(
      error,
      `GitHub has switched off what is needed to ${doing}: ${words}`,
      'Turn on issues in the settings of the repository, or leave drift-issue off.',
    );
  }
  return denied(error, `GitHub refused to ${doing}: ${words}`, `Read its words above. ${permissions}`);
}

/** True for an error that this project raised with this code. */
export function hasCode(error: unknown, code: ErrorCode): boolean {
  return isActionError(error) && error.code === code;
}

/** True for an answer with one of these statuses. */
export function hasStatus(error: unknown, ...statuses: readonly number[]): boolean {
  const answer = answerOf(error);
  return answer !== undefined && statuses.includes(answer.status);
}

/** True for a refusal that is a limit, not a missing permission. */
export function isLimit(error: unknown, now: number): boolean {
  const answer = answerOf(error);
  return answer !== undefined && limitOf(answer, now) !== undefined;
}

/** How long the limit lasts that the answer tells of, undefined if it tells of none. */
function limitOf(answer: Answer, now: number): number | undefined {
  if (answer.status !== 403 && answer.status !== 429) return undefined;
  const after = Number(answer.header('retry-after') || Number.NaN);
  if (Number.isFinite(after)) return Math.max(0, after * 1000);
  if (answer.header('x-ratelimit-remaining') === '0') {
    const reset = Number(answer.header('x-ratelimit-reset') || Number.NaN) * 1000;
    return Number.isFinite(reset) ? Math.max(1_000, reset - now) : LONGEST_LIMIT_MS;
  }
  const limited = answer.status === 429 || /rate limit|abuse detection/i.test(answer.said);
  return limited ? LONGEST_LIMIT_MS : undefined;
}

/** The HTTP answer in octokit's error, undefined if there was none. Octokit calls a request without answer a 500. */
function answerOf(error: unknown): Answer | undefined {
  if (!(error instanceof Error) || !('response' in error)) return undefined;
  const response = error.response as { status?: unknown; headers?: unknown; data?: unknown } | undefined;
  if (typeof response?.status !== 'number') return undefined;
  const headers = (response.headers ?? {}) as Record<string, unknown>;
  return {
    status: response.status,
    said: saidBy(response.data),
    header: (name) => (headers[name] === undefined ? undefined : String(headers[name])),
  };
}

function saidBy(data: unknown): string {
  if (typeof data !== 'object' || data === null || !('message' in data)) return '';
  const errors = 'errors' in data && Array.isArray(data.errors) ? data.errors : [];
  const details = errors.map((one) => (typeof one === 'string' ? one : String(one?.message ?? one?.code ?? '')));
  const parts = [String(data.message), ...details].filter((part) => part !== '');
  return shortened(oneLine(parts.join(': ')), 300);
}

function denied(error: unknown, cause: string, fix: string): ActionError {
  return new ActionError('github-denied', { cause, fix }, { cause: error });
}

function unavailable(error: unknown, cause: string, fix: string): ActionError {
  return new ActionError('github-unavailable', { cause, fix }, { cause: error });
}
