import { inspect } from 'node:util';

/**
 * Every way a run can end badly, as a stable code. Each has a heading of the same name in docs/troubleshooting.md;
 * a test keeps the two lists equal. A code is part of the interface (output `error-code`): never rename one.
 */
export const ERROR_CODES = [
  'input-invalid',
  'cancelled',
  'timeout',
  'internal',
  'node-too-old',
  'secret-in-output',
  'runner-files',
  // Signing in to AWS
  'oidc-unavailable',
  'oidc-failed',
  'role-not-assumed',
  'oidc-provider-missing',
  'oidc-token-rejected',
  'aws-credentials-missing',
  'aws-credentials-failed',
  'aws-credentials-invalid',
  'region-not-enabled',
  'wrong-account',
  // AWS
  'aws-denied',
  'aws-refused',
  'aws-unavailable',
  'aws-quota',
  'vpc-not-found',
  'vpc-shared',
  'vpc-dns-off',
  'subnet-invalid',
  'az-none',
  'subnet-full',
  'group-invalid',
  'group-name-taken',
  'group-in-use',
  'endpoint-not-found',
  'endpoint-ambiguous',
  'endpoint-other-service',
  'endpoint-claimed',
  'endpoint-failed',
  'service-not-visible',
  'dns-conflict',
  'dns-name-missing',
  'not-ours',
  'tag-limit',
  'tags-removed',
  // CockroachDB Cloud
  'cloud-key-rejected',
  'cloud-denied',
  'cloud-refused',
  'cloud-unavailable',
  'cluster-not-found',
  'cluster-ambiguous',
  'cluster-basic',
  'cluster-not-aws',
  'cluster-not-ready',
  'cluster-region',
  'standard-legacy',
  'service-failed',
  'connection-rejected',
  'connection-failed',
  'owners-not-enabled',
  'owners-denied',
  'owners-standard',
  'owner-in-use',
  'account-not-trusted',
  // GitHub
  'github-denied',
  'github-unavailable',
  // probe
  'probe-name-unknown',
  'probe-public-address',
  'probe-other-endpoint',
  'probe-time-out',
  'probe-refused',
  'probe-reset',
  'probe-not-postgres',
  'probe-certificate',
  'probe-certificate-name',
  'probe-outside',
  // sweep
  'sweep-incomplete',
  // verify
  'drift',
  'could-not-check',
] as const;

export type ErrorCode = (typeof ERROR_CODES)[number];

/** The longest first line of a problem: lists of annotations show no more of it. */
export const LONGEST_HEADLINE = 100;

/** One problem, as an annotation shows it. */
export interface Problem {
  /** A code, a check of `verify`, or what else it is about. */
  readonly code: ErrorCode | (string & {});
  /** The fact in one line; further lines say more. */
  readonly cause: string;
  /** '' where there is nothing to do. */
  readonly fix: string;
  /** Lines that belong to the fix: claims, a policy, a command to paste. */
  readonly details?: readonly string[];
}

/**
 * A failure that a person can act on.
 *
 * `message` is the cause in one line and, on a second one, what another service said; `fix` is what to do about it in
 * one line. Neither holds a secret. Compare `code`, never `instanceof`: the bundle may hold two copies of a class.
 */
export class ActionError extends Error {
  override readonly name = 'ActionError' as const;
  readonly code: ErrorCode;
  readonly fix: string;
  /** Several causes found at once, one line each; empty where `message` says it all. */
  readonly details: readonly string[];
  /** Several problems found at once, each with its own fix; empty where there is one. */
  readonly problems: readonly Problem[];

  constructor(
    code: ErrorCode,
    text: {
      cause: string;
      said?: string;
      fix: string;
      details?: readonly string[];
      problems?: readonly Problem[];
    },
    options?: ErrorOptions,
  ) {
    super(text.said === undefined ? text.cause : `${text.cause}.\n${text.said}`, options);
    this.code = code;
    this.fix = text.fix;
    this.details = text.details ?? [];
    this.problems = text.problems ?? [];
  }
}

/** What a run that failed has to show: each of several problems, or the one that it has. */
export function problemsOf({ code, message, fix, details, problems }: ActionError): readonly Problem[] {
  return problems.length > 0 ? problems : [{ code, cause: message, fix, details }];
}

/**
 * What another service said, for `said` of an error: whole, since it may be there to be copied.
 * @param about who said it and when: "EC2, asked to read VPC vpc-1"
 * @param known code and status: "UnauthorizedOperation, HTTP 403"
 */
export function quoted(about: string, words: string, known: string): string {
  const said = shortened(oneLine(words), LONGEST_QUOTE);
  return `${about}: ${said === '' ? 'no message' : `"${said}"`} (${known})`;
}

/** Longer than any refusal; a whole page is not quoted. */
const LONGEST_QUOTE = 4_000;

/** True for an error that this project raised on purpose, whichever copy of the class made it. */
export function isActionError(error: unknown): error is ActionError {
  return error instanceof Error && error.name === 'ActionError' && 'code' in error && 'fix' in error;
}

/** True for a failure of the run itself: an error raised on purpose that no cancel ended in. */
export function isOwnFailure(error: unknown): error is ActionError {
  return isActionError(error) && error.code !== 'cancelled';
}

/** The error that an abort by the user (or the runner's cancel) ends in. */
export function cancelled(): ActionError {
  return new ActionError('cancelled', {
    cause: 'The run was cancelled before it finished',
    fix: 'Run it again: it reads the current state and continues from there.',
  });
}

/** One line of text for any thrown value, with the messages of its `cause` chain; at most 500 characters. */
export function describeError(error: unknown): string {
  const parts: string[] = [];
  for (let at: unknown = error, depth = 0; at !== undefined && at !== null && depth < 5; depth += 1) {
    const text = at instanceof Error ? describeOne(at) : typeof at === 'string' ? at : inspect(at);
    if (text !== '' && !parts.some((part) => part.includes(text))) parts.push(text);
    at = at instanceof Error ? at.cause : undefined;
  }
  return shortened(oneLine(parts.join(': ')), 500);
}

function describeOne(error: Error): string {
  const code = 'code' in error && typeof error.code === 'string' ? error.code : '';
  if (error.message === '') return code === '' ? error.name : code;
  return code === '' || error.message.includes(code) ? error.message : `${error.message} (${code})`;
}

/**
 * Text of at max `max` characters, with `…` for what is left out. By that mark a secret is seen that was cut
 * (secrets.ts).
 */
export function shortened(text: string, max: number): string {
  return text.length <= max ? text : `${text.slice(0, max - 1).toWellFormed()}…`;
}

/**
 * Text with line breaks, control characters (C0 and C1, which a terminal or the runner may obey) and characters that
 * turn its direction replaced by spaces; safe in a log line or annotation.
 */
export function oneLine(text: string): string {
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this removes
  return text.replace(/[\u0000-\u001f\u007f-\u009f\u2028-\u202e\u2066-\u2069]+/g, ' ').trim();
}
