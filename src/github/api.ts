import type { getOctokit } from '@actions/github';
import type { Clock } from '../support/clock.ts';
import { ActionError, describeError, isActionError } from '../support/errors.ts';
import { contentTypeOf } from '../support/foreign-page.ts';
import type { Progress } from '../support/progress.ts';
import { withRetry } from '../support/retry.ts';
import { fetchWithin, nextPage } from './address.ts';
import {
  BrokenAnswer,
  classifyGithubError,
  githubError,
  githubReason,
  hasCode,
  isRefusedWith,
  type Purpose,
} from './errors.ts';
import { type Author, parseRows, parseViewer } from './parse.ts';
import { isIssuesOff } from './refusals.ts';

export interface GithubDeps {
  /** `GITHUB_API_URL`, which the runner sets on every kind of GitHub server. */
  readonly apiUrl: string | undefined;
  readonly token: string;
  readonly userAgent: string;
  readonly fetch: typeof fetch;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** When the whole run must be over (ms of the run's own clock). */
  readonly deadline: number;
  /** Undefined: nobody listens. */
  readonly progress?: Progress | undefined;
  debug(line: string): void;
}

export interface Ask extends Purpose {
  readonly route: `${'GET' | 'POST' | 'PATCH' | 'DELETE'} /${string}`;
  readonly params: Readonly<Record<string, unknown>>;
  /** A full page has another after it although GitHub names none; for lists of which nothing may be missing. */
  readonly fullPageLeadsOn?: boolean;
}

/** What the project asks of GitHub. All throw ActionError (`github-denied`, `github-unavailable`) or `cancelled`. */
export interface GithubApi {
  /** One request; a POST is repeated only when it was certainly not executed. */
  send<T>(ask: Ask, read: (data: unknown) => T): Promise<T>;
  /** Like `send`, but `undefined` where GitHub itself answers 404. */
  sendIfThere<T>(ask: Ask, read: (data: unknown) => T): Promise<T | undefined>;
  /**
   * A POST that makes something: when its answer was lost, `find` looks whether it was made before it is sent again.
   */
  create<T>(ask: Ask, read: (data: unknown) => T, find: () => Promise<T | undefined>): Promise<T>;
  /** The rows of a list, over all pages. A list that does not end is an error. */
  list<T>(ask: Ask, read: (row: unknown) => T): Promise<T[]>;
  /** The rows of the first pages of a list, and whether they are all. */
  newest<T>(ask: Ask, read: (row: unknown) => T, pages: number): Promise<{ rows: T[]; isWhole: boolean }>;
  /** Whom the token belongs to; undefined where GitHub does not tell. Asked once. */
  self(): Promise<Author | undefined>;
  /** Waits until what other runs had begun to write has landed. Not the same time in each run, so that they part. */
  settle(): Promise<void>;
}

type Octokit = ReturnType<typeof getOctokit>;
type Sent = { readonly data: unknown; readonly link?: string | undefined };

/** The most that GitHub gives at once. */
export const PAGE_SIZE = 100;
/** A list of more pages than this is a server that leads in circles. */
const MOST_PAGES = 2_000;
/** One try: GitHub itself gives a request up after 10 s. */
const ANSWER_MS = 30_000;
/** How long one request is tried for: enough for two limits of a minute, GitHub's usual ones. */
const PATIENCE_MS = 130_000;
/** How long a lost request may still take effect before it is looked for. */
const SETTLE_MS = 3_000;
/** Least and most time from a read to the write that rests on it, in another run that does the same. */
const LEAST_OVERTAKE_MS = 2_000;
const MOST_OVERTAKE_MS = 4_000;

/** Opens GitHub's API. Loads octokit, and sends nothing. */
export async function openGithub(deps: GithubDeps): Promise<GithubApi> {
  const octokit = await loadOctokit(deps);
  const { clock, signal } = deps;
  const attempt = createAttempt(deps);
  const exchange = createExchange(octokit, attempt);
  const pages = createPages(octokit, exchange);
  let known: { self: Author | undefined } | undefined;

  async function inWords<T>(purpose: Purpose, run: () => Promise<T>): Promise<T> {
    try {
      return await run();
    } catch (error) {
      throw isActionError(error) ? error : githubError(error, purpose, clock.wall());
    }
  }

  const api: GithubApi = {
    send: (ask, read) => inWords(ask, () => exchange(ask, undefined, ({ data }) => read(data))),

    sendIfThere: (ask, read) =>
      inWords(ask, () => exchange(ask, undefined, ({ data }) => read(data)).catch(undefinedIfGone)),

    async create(ask, read, find) {
      try {
        return await api.send(ask, read);
      } catch (error) {
        if (!hasCode(error, 'github-unavailable')) throw error;
        await clock.sleep(SETTLE_MS, signal);
        return (await find()) ?? (await api.send(ask, read));
      }
    },

    list: (ask, read) =>
      inWords(ask, async () => {
        const { rows, isWhole } = await pages(ask, read, MOST_PAGES);
        if (!isWhole) throw new BrokenAnswer(`its list has more than ${MOST_PAGES} pages`);
        return rows;
      }),

    newest: (ask, read, max) => inWords(ask, () => pages(ask, read, max)),

    settle: () => clock.sleep(LEAST_OVERTAKE_MS + Math.random() * (MOST_OVERTAKE_MS - LEAST_OVERTAKE_MS), signal),

    async self() {
      known ??= {
        self: await inWords({ doing: 'read the account of the token', permission: 'contents: read' }, () =>
          attempt('viewer', true, async (request) =>
            parseViewer(await octokit.graphql('query { viewer { login databaseId } }', { request })),
          ).catch(undefinedIfUntold),
        ),
      };
      return known.self;
    },
  };
  return api;
}

type RequestOptions = { readonly signal: AbortSignal; readonly log: ReturnType<typeof quiet> };

/** Runs one request with its time limit and its retries; throws what octokit threw last, or `cancelled`. */
type Attempt = <T>(name: string, repeatable: boolean, request: (options: RequestOptions) => Promise<T>) => Promise<T>;

function createAttempt(deps: GithubDeps): Attempt {
  const { clock, signal } = deps;
  return (name, repeatable, request) =>
    withRetry(
      async (over) => {
        const started = clock.now();
        const time = () => `${(clock.now() - started).toFixed(0)} ms`;
        try {
          const answer = await request({ signal: AbortSignal.any([signal, over]), log: quiet(deps) });
          deps.debug(`GitHub ${name}: done in ${time()}`);
          return answer;
        } catch (error) {
          deps.debug(`GitHub ${name}: ${describeError(error)} in ${time()}`);
          throw error;
        }
      },
      {
        clock,
        signal,
        deadline: Math.min(deps.deadline, clock.now() + PATIENCE_MS),
        repeatable,
        tryMs: ANSWER_MS,
        classify: (error) => classifyGithubError(error, clock.wall()),
        telling: { progress: deps.progress, what: `GitHub ${name}`, why: githubReason },
        onRetry: ({ number, delayMs }) =>
          deps.debug(`GitHub ${name}: try ${number} failed, again in ${delayMs.toFixed(0)} ms`),
      },
    );
}

/** Sends a request. `url`: the whole address of a further page, undefined for the request as it is asked. */
type Exchange = <T>(ask: Ask, url: string | undefined, read: (sent: Sent) => T) => Promise<T>;

function createExchange(octokit: Octokit, attempt: Attempt): Exchange {
  return (ask, url, read) => {
    const route = url === undefined ? ask.route : `GET ${url}`;
    const params = url === undefined ? ask.params : {};
    return attempt(ask.route, !ask.route.startsWith('POST '), async (request) => {
      const { data, headers, status } = await octokit.request(route, { ...params, request });
      // Octokit gives what is not JSON as text.
      if (typeof data === 'string' && status !== 204) {
        const { host } = new URL(octokit.request.endpoint.DEFAULTS.baseUrl);
        throw new BrokenAnswer(`${host} answered HTTP ${status} with ${contentTypeOf(headers['content-type'])}`);
      }
      return read({ data, link: headers.link });
    });
  };
}

/**
 * Reads the pages of a list. GitHub leads from one to the next by a Link header; large lists can be read in no other
 * way. `most`: pages that are read; a list with more of them is not whole.
 */
function createPages(octokit: Octokit, exchange: Exchange): GithubApi['newest'] {
  return async <T>(ask: Ask, read: (row: unknown) => T, max: number) => {
    const rows: T[] = [];
    const seen = new Set<string>();
    const { url: firstUrl } = octokit.request.endpoint(ask.route, ask.params);
    let url: string | undefined;
    for (let number = 1; number <= max; number += 1) {
      const params = { per_page: PAGE_SIZE, ...ask.params, ...(number === 1 ? {} : { page: number }) };
      const page = await exchange({ ...ask, params }, url, ({ data, link }) => ({
        rows: parseRows(data).map(read),
        link,
      }));
      rows.push(...page.rows);
      url = nextPage(octokit.request.endpoint.DEFAULTS.baseUrl, page.link, url ?? firstUrl);
      if (url === undefined && !(ask.fullPageLeadsOn && page.rows.length >= PAGE_SIZE)) return { rows, isWhole: true };
      if (url !== undefined) refuseCircle(seen, url);
    }
    return { rows, isWhole: false };
  };
}

/** @throws BrokenAnswer where the list has led to this page before */
function refuseCircle(seen: Set<string>, url: string): void {
  if (seen.has(url)) throw new BrokenAnswer('its list repeats a page');
  seen.add(url);
}

/**
 * The toolkit reads the event when it is loaded, and throws where that is malformed. Nothing here needs the event, so
 * its file is not named to it.
 */
async function toolkitWithoutEvent(): Promise<typeof import('@actions/github')> {
  const { GITHUB_EVENT_PATH: file } = process.env;
  delete process.env['GITHUB_EVENT_PATH'];
  try {
    return await import('@actions/github');
  } finally {
    if (file !== undefined) process.env['GITHUB_EVENT_PATH'] = file;
  }
}

async function loadOctokit(deps: GithubDeps): Promise<Octokit> {
  if (deps.token === '') {
    throw new ActionError('github-denied', {
      cause: 'The input github-token is empty',
      fix: 'Leave github-token at its default, which is the token of the job.',
    });
  }
  try {
    const { getOctokit } = await toolkitWithoutEvent();
    const baseUrl = deps.apiUrl?.replace(/\/+$/, '') ?? '';
    const octokit = getOctokit(deps.token, {
      ...(baseUrl === '' ? {} : { baseUrl }),
      userAgent: deps.userAgent,
      log: quiet(deps),
    });
    // Every request of octokit passes here, REST and GraphQL. Its own fetch would read the proxy variables by rules of
    // its own.
    octokit.hook.before('request', (options) => {
      options.request.fetch = fetchWithin(options.baseUrl, deps.fetch);
    });
    return octokit;
  } catch (error) {
    throw new ActionError(
      'github-unavailable',
      {
        cause: `GitHub's API cannot be used: ${describeError(error)}`,
        fix: 'Leave GITHUB_API_URL as the runner sets it.',
      },
      { cause: error },
    );
  }
}

/** Octokit's log, which otherwise goes to the step's own output. */
function quiet({ debug }: GithubDeps) {
  const say = (line: string) => debug(`octokit: ${line}`);
  return { debug: () => undefined, info: () => undefined, warn: say, error: say };
}

/**
 * For `catch`: undefined where GitHub itself says that it is not there. An issue that was deleted is answered with 410.
 */
function undefinedIfGone(error: unknown): undefined {
  const isGone = isRefusedWith(error, 404) || (isRefusedWith(error, 410) && !isIssuesOff(error));
  if (!isGone) throw error;
}

/** For `catch`: undefined where GitHub does not say whose token it is. */
function undefinedIfUntold(error: unknown): undefined {
  if (!isUntold(error)) throw error;
}

/** GitHub answered, but does not say whose token it is: a refusal, or a server without this part of the API. */
function isUntold(error: unknown): boolean {
  if (error instanceof Error && error.name === 'GraphqlResponseError') {
    return !/rate.?limit/i.test(JSON.stringify((error as Error & { errors?: unknown }).errors ?? ''));
  }
  if (error instanceof Error && error.name === 'BrokenAnswer') return true;
  return isRefusedWith(error, 400, 403, 404, 405, 410, 422, 501);
}
