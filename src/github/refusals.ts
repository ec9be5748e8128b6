import { isActionError, oneLine } from '../support/errors.ts';

/** What a refusal of GitHub's API means to this project. */
export type GithubMeaning =
  /** Refused for the rate; not executed. */
  | 'limit'
  | 'token-rejected'
  /** The job's token lacks a permission. */
  | 'permission'
  /** The organization's single sign-on has not let the token in. */
  | 'single-sign-on'
  | 'address-not-allowed'
  | 'archived'
  | 'locked'
  | 'issues-off'
  /** Not there, or hidden from the token. */
  | 'absent'
  /** GitHub is out of order. */
  | 'failed'
  /** Something between the runner and GitHub answered in its place. */
  | 'foreign';

/** An answer of GitHub, or of something in its place, as far as its meaning goes. */
export interface GithubAnswer {
  readonly status: number;
  /**
   * Whether GitHub itself answered: its request ID is there, or a refusal in its own shape. Proxies send HTML, text or
   * JSON of their own.
   */
  readonly ofGithub: boolean;
  /** GitHub's own words in one line. */
  readonly said: string;
  header(name: string): string | undefined;
}

interface Row {
  readonly meaning: GithubMeaning;
  readonly statuses?: readonly number[];
  readonly words?: RegExp;
  /** What else the answer must be. */
  readonly fits?: (answer: GithubAnswer) => boolean;
  /** Where it is known from. */
  readonly source: string;
}

const LIMITS = 'GitHub REST API, Rate limits';

/**
 * Every refusal of GitHub that this project knows; the first row that fits counts. The status alone says little: 403
 * has six meanings.
 */
export const GITHUB_REFUSALS: readonly Row[] = [
  {
    meaning: 'foreign',
    fits: ({ ofGithub }) => !ofGithub,
    source:
      'ansible/ansibullbot 845 (every answer of GitHub has X-GitHub-Request-Id); a proxy or firewall sends a page of its own',
  },
  {
    meaning: 'limit',
    statuses: [403, 429],
    fits: ({ header }) => Number.isFinite(Number(header('retry-after') || Number.NaN)),
    source: LIMITS,
  },
  {
    meaning: 'limit',
    statuses: [403, 429],
    fits: ({ header }) => header('x-ratelimit-remaining') === '0',
    source: LIMITS,
  },
  { meaning: 'limit', statuses: [429], source: LIMITS },
  { meaning: 'limit', statuses: [403], words: /rate limit|abuse detection/i, source: 'octokit/rest.js 127' },
  {
    meaning: 'limit',
    statuses: [403, 422],
    words: /submitted too quickly/i,
    source: 'cli/cli 4801: content is created at most 20 times a minute and 150 times an hour',
  },
  { meaning: 'failed', statuses: [408, 500, 502, 503, 504], source: 'GitHub REST API, Troubleshooting' },
  { meaning: 'token-rejected', statuses: [401], source: 'GitHub REST API, Authentication ("Bad credentials")' },
  {
    meaning: 'single-sign-on',
    statuses: [403],
    words: /\bSAML\b/,
    source: 'cli/cli 2661; gr2m/octokit-plugin-create-pull-request 67',
  },
  { meaning: 'address-not-allowed', statuses: [403], words: /IP allow list/i, source: 'aquasecurity/trivy 10567' },
  { meaning: 'archived', statuses: [403], words: /\barchived\b/i, source: 'r-universe-org/help 247' },
  {
    meaning: 'locked',
    statuses: [403, 422],
    words: /\b(is|conversation|been) locked\b/i,
    source: 'probot/stale 25; renovatebot/renovate 6215',
  },
  {
    meaning: 'issues-off',
    statuses: [404, 410],
    words: /issues? (are|is|has been|have been) disabled/i,
    source: 'ossf/allstar 64; ansible/ansibullbot 845',
  },
  {
    meaning: 'permission',
    statuses: [403],
    words: /resource not accessible by|must have (admin|push|write)|not have permission/i,
    source: 'GitHub REST API, Troubleshooting ("Resource not accessible by integration")',
  },
  {
    meaning: 'absent',
    statuses: [404, 410],
    source: 'GitHub REST API, Troubleshooting: 404 also hides what a token may not see',
  },
];

/** What a refusal of GitHub means, undefined for one that this project does not know. */
export function githubMeaning(answer: GithubAnswer): GithubMeaning | undefined {
  const { status, said } = answer;
  const row = GITHUB_REFUSALS.find(
    ({ statuses, words, fits }) =>
      (statuses === undefined || statuses.includes(status)) &&
      (words === undefined || words.test(said)) &&
      (fits === undefined || fits(answer)),
  );
  return row?.meaning;
}

/** True for an error of octokit that says that the repository has no issues: they are switched off in its settings. */
export function isIssuesOff(error: unknown): boolean {
  const answer = answerOf(isActionError(error) ? error.cause : error);
  return answer !== undefined && githubMeaning(answer) === 'issues-off';
}

/** The HTTP answer in octokit's error, undefined if there was none. Octokit calls a request without answer a 500. */
export function answerOf(error: unknown): GithubAnswer | undefined {
  if (!(error instanceof Error) || !('response' in error)) return undefined;
  const response = error.response as { status?: unknown; headers?: unknown; data?: unknown } | undefined;
  if (typeof response?.status !== 'number') return undefined;
  const headers = (response.headers ?? {}) as Record<string, unknown>;
  const { data } = response;
  const isRefusal = isObject(data) && typeof data['message'] === 'string' && 'documentation_url' in data;
  return {
    status: response.status,
    ofGithub: isRefusal || headers['x-github-request-id'] !== undefined,
    said: isObject(data) ? saidBy(data) : '',
    header: (name) => (headers[name] === undefined ? undefined : String(headers[name])),
  };
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null;
}

/** The message, and what each of its `errors` says. */
function saidBy({ message, errors }: Record<string, unknown>): string {
  const details = (Array.isArray(errors) ? errors : []).map((one) =>
    typeof one === 'string' ? one : String(one?.message ?? one?.code ?? ''),
  );
  return oneLine([String(message ?? ''), ...details].filter((part) => part !== '').join(': '));
}
