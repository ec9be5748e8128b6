import { ActionError, oneLine, quoted } from '../support/errors.ts';
import { fixForPage } from '../support/foreign-page.ts';
import type { Classified } from '../support/retry.ts';
import { unreachable, wireProblem } from '../support/wire.ts';

const WHO = "GitHub's token service";
const DOING = 'issue an OIDC token';

/** An answer of the token service, or of something in its place, that is no token. */
class TokenRefusal extends Error {
  override readonly name = 'TokenRefusal' as const;
  readonly status: number;
  /** What the body is, where it is not of the service. */
  readonly page: string | undefined;

  /** @param said the service's own words */
  constructor(status: number, said: string, page: string | undefined) {
    super(said);
    this.status = status;
    this.page = page;
  }
}

/** An answer of 2xx without a token. @param result the JSON of it, null where it is none */
export function noToken(status: number, result: unknown): Error {
  const isPage = result === null || typeof result !== 'object';
  return new TokenRefusal(status, 'the answer contains no token', isPage ? 'no JSON' : undefined);
}

/** The toolkit's error for another status; its message is the whole body where that is no JSON. */
export function tokenRefusal(error: Error & { readonly statusCode: number; readonly result?: unknown }): Error {
  const { statusCode, result, message } = error;
  if (typeof result === 'object' && result !== null) {
    const { message: said, errorMessage } = result as { message?: unknown; errorMessage?: unknown };
    return new TokenRefusal(statusCode, String(said ?? errorMessage ?? ''), undefined);
  }
  const page = /^\s*</.test(message) ? 'HTML' : /^Failed request: \(\d+\)$/.test(message) ? 'empty body' : 'no JSON';
  return new TokenRefusal(statusCode, '', page);
}

/**
 * What a failed request for a token says about trying again: the service may fail for a moment too; what it refuses
 * (4xx but for 408 and 429, and 3xx, which is not followed) stays refused.
 */
export function classifyTokenError(error: unknown): Classified {
  if (!isRefusal(error)) return wireProblem(error) ?? { failure: 'transient' };
  const { status } = error;
  const passes = status < 300 || status >= 500 || status === 408 || status === 429;
  return { failure: passes ? 'transient' : 'final' };
}

/** The error a person sees where there is no token. */
export function tokenError(error: unknown, host: string): ActionError {
  if (!isRefusal(error)) {
    return new ActionError('oidc-failed', unreachable(error, { who: WHO, doing: DOING, host }), { cause: error });
  }
  const { status, message, page } = error;
  const about = `${WHO}${host === '' ? '' : ` at ${host}`}, asked to ${DOING}`;
  const text =
    page === undefined
      ? {
          cause: `${WHO} returned no OIDC token: HTTP ${status}`,
          fix: 'Run again; if it persists, check https://www.githubstatus.com.',
        }
      : {
          cause: `The answer is not from ${WHO}: HTTP ${status}, ${page}`,
          fix: fixForPage(
            status,
            'Check the proxy, firewall or sign-in page between the runner and GitHub, then run again.',
          ),
        };
  return new ActionError(
    'oidc-failed',
    { ...text, said: quoted(about, oneLine(message), `HTTP ${status}`) },
    { cause: error },
  );
}

function isRefusal(error: unknown): error is TokenRefusal {
  return error instanceof Error && error.name === 'TokenRefusal';
}
