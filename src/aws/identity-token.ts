import { ActionError } from '../support/errors.ts';
import { tokenError } from './token-errors.ts';

/** The claims of a GitHub OIDC token that a trust policy may look at; never the token itself. */
export interface TokenClaims {
  readonly iss: string;
  readonly aud: string;
  readonly sub: string;
  readonly repository: string;
  readonly repositoryId: string;
  readonly repositoryOwner: string;
  readonly repositoryOwnerId: string;
}

/** Reads the claims without checking the signature (AWS checks it); missing claims are ''. */
export function decodeTokenClaims(token: string): TokenClaims {
  let claims: Record<string, unknown> = {};
  try {
    const parsed: unknown = JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString('utf8'));
    if (typeof parsed === 'object' && parsed !== null) claims = parsed as Record<string, unknown>;
  } catch {
    // Not a readable JWT: AWS will say so, and the claims stay empty.
  }
  const claim = (name: string) => (claims[name] === undefined ? '' : String(claims[name]));
  return {
    iss: claim('iss'),
    aud: claim('aud'),
    sub: claim('sub'),
    repository: claim('repository'),
    repositoryId: claim('repository_id'),
    repositoryOwner: claim('repository_owner'),
    repositoryOwnerId: claim('repository_owner_id'),
  };
}

/**
 * Both spellings of the subject: repositories made since 2026-07-15 (and those that opted in) carry immutable IDs in it
 * (`repo:ORG@ID/REPO@ID:...`), older ones do not. A trust policy written for one refuses the other.
 */
export function bothSubjects(claims: TokenClaims): { old: string; immutable: string } {
  const match = /^repo:([^/@]+)(?:@\d+)?\/([^:@]+)(?:@\d+)?(:.*)?$/.exec(claims.sub);
  if (match === null) return { old: claims.sub, immutable: claims.sub };
  const [, owner, name, rest = ''] = match;
  const ids = claims.repositoryOwnerId !== '' && claims.repositoryId !== '';
  return {
    old: `repo:${owner}/${name}${rest}`,
    immutable: ids
      ? `repo:${owner}@${claims.repositoryOwnerId}/${name}@${claims.repositoryId}${rest}`
      : `repo:${owner}@<owner id>/${name}@<repository id>${rest}`,
  };
}

/** How the OIDC token of the job is had; the runner's environment and its token service, injected. */
export interface TokenSource {
  /** True when the runner offers OIDC tokens to this job (`ACTIONS_ID_TOKEN_REQUEST_URL` and `_TOKEN`). */
  offered: boolean;
  /** True for a run that never gets them: an event of a fork's pull request. */
  isFork(): Promise<boolean>;
  /** True for a GitHub Enterprise Server, which may be too old for OIDC (3.5 and later have it). */
  enterpriseServer: boolean;
  request(audience: string): Promise<string>;
  /** Where the tokens come from. */
  readonly host?: string;
}

/** Fetches a fresh token, each failure as an error of its own. @throws ActionError `oidc-unavailable`, `oidc-failed` */
export async function fetchToken(source: TokenSource, audience: string): Promise<string> {
  if (!source.offered) {
    const fork = await source.isFork();
    throw new ActionError('oidc-unavailable', {
      cause: fork
        ? 'A run for a pull request from a fork gets no OIDC token'
        : source.enterpriseServer
          ? 'Missing permission `id-token: write`, or this GitHub Enterprise Server is older than 3.5 (no OIDC)'
          : 'Missing permission: this job needs `id-token: write`',
      fix: fork
        ? 'Skip the step for forks: `if: github.event.pull_request.head.repo.full_name == github.repository`.'
        : 'Add `permissions: { id-token: write, contents: read }` to the job (and to the caller of a reusable workflow).',
    });
  }
  try {
    return await source.request(audience);
  } catch (error) {
    throw tokenError(error, source.host ?? '');
  }
}

/** Where the token comes from that a role is assumed with. */
export interface WebToken {
  /** The setting that asks for it. */
  readonly name: string;
  /** What it is called in a sentence. */
  readonly words: string;
  /** A fresh one. @throws ActionError */
  get(): Promise<string>;
  /** What to do where it is always too old. */
  readonly expired: string;
}
