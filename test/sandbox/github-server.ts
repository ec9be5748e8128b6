import type { Answer, Exchange, ServiceDefinition } from './http-service.ts';
import type { Issue, WorldState } from './world.ts';

type Permission = 'contents' | 'issues' | 'pull-requests';

/** How GitHub itself stands, beside the objects in it. */
export interface GithubKnobs {
  /** Whom the token belongs to; `null`: the GraphQL API does not tell. */
  login: string | null;
  /** What the token may do; a permission left out is none. */
  permissions: Partial<Record<Permission, 'read' | 'write'>>;
  /** A private repository answers 404 to who may not read it; a public one can be read by everybody. */
  visibility: 'public' | 'private';
  issuesEnabled: boolean;
  /** False: labels of new issues are dropped silently, as for tokens without push access. */
  mayLabel: boolean;
  /** Requests left until the primary limit, and virtual seconds until that is reset. */
  rateLimit: { remaining: number; resetSeconds: number };
  /** Repositories of the heads of pull requests that come from a fork. */
  forks: Map<number, string>;
  /** Why issues were closed. */
  reasons: Map<number, string | null>;
}

const ACTIONS_BOT = 'github-actions[bot]';
const knobsOf = new WeakMap<WorldState, GithubKnobs>();

/** The knobs of a world's GitHub; they may be turned at any time. */
export function githubKnobs(world: WorldState): GithubKnobs {
  const knobs = knobsOf.get(world) ?? {
    login: ACTIONS_BOT,
    permissions: { contents: 'read', issues: 'write', 'pull-requests': 'write' },
    visibility: 'public',
    issuesEnabled: true,
    mayLabel: true,
    rateLimit: { remaining: Number.POSITIVE_INFINITY, resetSeconds: 3600 },
    forks: new Map(),
    reasons: new Map(),
  };
  knobsOf.set(world, knobs);
  return knobs;
}

interface Call {
  world: WorldState;
  knobs: GithubKnobs;
  exchange: Exchange;
  /** The path after the repository's own. */
  path: string;
  input: Record<string, unknown>;
}

const json = (status: number, value: unknown, headers: Record<string, string> = {}): Answer => ({
  status,
  headers: { 'Content-Type': 'application/json; charset=utf-8', ...headers },
  body: JSON.stringify(value),
  ...(status >= 400 ? { errorCode: String(status) } : {}),
});
const DOCS = 'https://docs.github.com/rest';
const refuse = (status: number, message: string, more: object = {}) =>
  json(status, { message, ...more, documentation_url: DOCS, status: String(status) });
const invalid = (resource: string, field: string, message: string) =>
  refuse(422, 'Validation Failed', { errors: [{ resource, field, code: 'custom', message }] });

/** The GitHub REST API, as far as branches, pull requests, issues and comments go, and the GraphQL `viewer`. */
export function githubService(world: WorldState, token: string): ServiceDefinition {
  return {
    service: 'github',
    describe: ({ method, url }) => ({
      action: `${method} ${url.pathname}`,
      mutating: method !== 'GET' && !url.pathname.endsWith('/graphql'),
    }),
    error: ({ status, message, retryAfter }) =>
      json(status, { message }, retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) }),
    throttled: { status: 403, code: '403', message: 'You have exceeded a secondary rate limit.', retryAfter: 60 },
    handle(exchange) {
      const knobs = githubKnobs(world);
      const authorization = exchange.headers.authorization ?? '';
      if (!/^(bearer|token) /i.test(authorization) || authorization.split(' ')[1] !== token) {
        return refuse(401, 'Bad credentials');
      }
      const limit = limited(world, knobs);
      const answer = limit.spent
        ? refuse(403, 'API rate limit exceeded for installation ID 1.')
        : answerTo(world, knobs, exchange);
      return { ...answer, headers: { ...answer.headers, ...limit.headers } };
    },
  };
}

/** Counts a request against the primary limit. */
function limited(world: WorldState, { rateLimit }: GithubKnobs): { spent: boolean; headers: Record<string, string> } {
  const spent = rateLimit.remaining <= 0;
  if (!spent) rateLimit.remaining -= 1;
  const remaining = Math.min(1000, rateLimit.remaining);
  const reset = Math.floor(world.now() / 1000) + rateLimit.resetSeconds;
  const headers = {
    'x-ratelimit-limit': '1000',
    'x-ratelimit-remaining': String(remaining),
    'x-ratelimit-used': String(1000 - remaining),
    'x-ratelimit-reset': String(reset),
    'x-ratelimit-resource': 'core',
  };
  return { spent, headers };
}

function answerTo(world: WorldState, knobs: GithubKnobs, exchange: Exchange): Answer {
  const input = (exchange.body ? JSON.parse(exchange.body) : {}) as Record<string, unknown>;
  // An Enterprise Server has its REST API below /api/v3, and GraphQL beside it.
  const path = decodeURIComponent(exchange.url.pathname).replace(/^\/api(\/v3)?(?=\/)/, '');
  if (exchange.method === 'POST' && path === '/graphql') return viewer(knobs, input);
  const { owner, name, id } = world.repository;
  const roots = [`/repos/${owner}/${name}`, `/repositories/${id}`].map((one) => one.toLowerCase());
  const root = roots.find((one) => path.toLowerCase() === one || path.toLowerCase().startsWith(`${one}/`));
  if (root === undefined) return refuse(404, 'Not Found');
  const call = { world, knobs, exchange, path: path.slice(root.length), input };
  return forbidden(call) ?? repositoryRoute(call) ?? issueRoute(call) ?? refuse(404, 'Not Found');
}

function viewer({ login }: GithubKnobs, { query }: Record<string, unknown>): Answer {
  if (!/^query \{ viewer \{ login databaseId \} \}$/.test(String(query))) {
    return json(200, { errors: [{ type: 'undefinedField', message: 'The sandbox knows the viewer only' }] });
  }
  if (login === null) {
    return json(200, {
      data: null,
      errors: [{ type: 'FORBIDDEN', message: 'Resource not accessible by integration' }],
    });
  }
  return json(200, { data: { viewer: { login, databaseId: accountId(login) } } });
}

/** The refusal for what the token may not do. Comments of pull requests need either of two permissions. */
function forbidden({ knobs, exchange, path, world }: Call): Answer | undefined {
  const comment = world.comments.get(Number(/^\/issues\/comments\/(\d+)/.exec(path)?.[1]));
  const number = comment?.issue ?? Number(/^\/(?:issues|pulls)\/(\d+)/.exec(path)?.[1]);
  const onPull = Boolean(world.issues.get(number)?.pullHead);
  const needed: Permission[] = path.startsWith('/pulls')
    ? ['pull-requests']
    : path.startsWith('/issues')
      ? ['issues', ...(onPull ? (['pull-requests'] as const) : [])]
      : ['contents'];
  const granted = needed.map((one) => knobs.permissions[one]);
  if (exchange.method === 'GET') {
    if (knobs.visibility === 'public' || granted.some(Boolean)) return undefined;
    return Object.keys(knobs.permissions).length === 0
      ? refuse(404, 'Not Found')
      : refuse(403, 'Resource not accessible by integration');
  }
  return granted.includes('write') ? undefined : refuse(403, 'Resource not accessible by integration');
}

function repositoryRoute({ world, knobs, exchange, path }: Call): Answer | undefined {
  if (exchange.method !== 'GET') return undefined;
  const { repository } = world;
  if (path === '') {
    return json(200, {
      id: Number(repository.id),
      name: repository.name,
      full_name: `${repository.owner}/${repository.name}`,
      default_branch: repository.defaultBranch,
      owner: { login: repository.owner, id: Number(repository.ownerId) },
    });
  }
  if (path === '/branches') return paged(world, exchange, { rows: [...world.branches].sort(), view: branchView });
  const branch = /^\/branches\/(.+)$/.exec(path)?.[1];
  if (branch) return world.branches.has(branch) ? json(200, branchView(branch)) : refuse(404, 'Branch not found');
  if (path === '/pulls') {
    const pulls = ordered(world, exchange).filter((issue) => issue.pullHead !== null);
    return paged(world, exchange, { rows: pulls, view: (issue) => pullView(world, knobs, issue) });
  }
  const pull = world.issues.get(Number(/^\/pulls\/(\d+)$/.exec(path)?.[1]));
  return pull?.pullHead ? json(200, pullView(world, knobs, pull)) : undefined;
}

/** Issues and pull requests of the state asked for, in the order asked for: GitHub's default is the newest first. */
function ordered(world: WorldState, { params }: Exchange): Issue[] {
  const { state = 'open', sort = 'created', direction = 'desc' } = params;
  const key = (issue: Issue) => (sort === 'updated' ? issue.updatedAt : issue.createdAt);
  const rising = [...world.issues.values()]
    .filter((issue) => state === 'all' || issue.state === state)
    .sort((one, other) => key(one) - key(other) || one.number - other.number);
  return direction === 'asc' ? rising : rising.reverse();
}

function issueRoute(call: Call): Answer | undefined {
  const { world, knobs, exchange, path, input } = call;
  const { method } = exchange;
  if (path === '/issues') {
    if (!knobs.issuesEnabled) return refuse(410, 'Issues has been disabled in this repository.');
    if (method === 'POST') return createIssue(call);
    const labels = (exchange.params.labels ?? '').split(',').filter(Boolean);
    const rows = ordered(world, exchange).filter((issue) => labels.every((label) => issue.labels.includes(label)));
    return paged(world, exchange, { rows, view: (issue) => issueView(world, knobs, issue) });
  }
  const commentId = /^\/issues\/comments\/(\d+)$/.exec(path)?.[1];
  if (commentId) return commentRoute(call, Number(commentId));
  const [, number, tail] = /^\/issues\/(\d+)(\/comments)?$/.exec(path) ?? [];
  const issue = world.issues.get(Number(number));
  if (!issue) return undefined;
  if (!knobs.issuesEnabled && issue.pullHead === null) {
    return refuse(410, 'Issues has been disabled in this repository.');
  }
  if (tail && method === 'POST') {
    if (tooLong(input.body)) return invalid('IssueComment', 'body', BODY_TOO_LONG);
    const id = Math.max(9000, ...world.comments.keys()) + 1;
    const user = knobs.login ?? ACTIONS_BOT;
    const made = { id, issue: issue.number, body: String(input.body ?? ''), user, createdAt: world.now() };
    world.comments.set(id, made);
    return json(201, commentView(world, made));
  }
  if (tail) {
    const comments = [...world.comments.values()].filter((one) => one.issue === issue.number);
    comments.sort((one, other) => one.id - other.id);
    return paged(world, exchange, { rows: comments, view: (one) => commentView(world, one) });
  }
  if (method === 'PATCH') {
    if (tooLong(input.body)) return invalid('Issue', 'body', BODY_TOO_LONG);
    if (typeof input.title === 'string') issue.title = input.title;
    if (typeof input.body === 'string') issue.body = input.body;
    if (input.state === 'open' || input.state === 'closed') {
      issue.state = input.state;
      knobs.reasons.set(issue.number, input.state === 'open' ? 'reopened' : String(input.state_reason ?? 'completed'));
    }
    if (Array.isArray(input.labels)) issue.labels = input.labels.map(String);
    issue.updatedAt = world.now();
  }
  return json(200, issueView(world, knobs, issue));
}

function commentRoute({ world, exchange: { method }, input }: Call, id: number): Answer | undefined {
  const comment = world.comments.get(id);
  if (!comment) return undefined;
  if (method === 'DELETE') {
    world.comments.delete(id);
    return { status: 204, body: '' };
  }
  if (method === 'PATCH') {
    if (tooLong(input.body)) return invalid('IssueComment', 'body', BODY_TOO_LONG);
    comment.body = String(input.body ?? '');
  }
  return json(200, commentView(world, comment));
}

const BODY_TOO_LONG = 'body is too long (maximum is 65536 characters)';
const tooLong = (body: unknown) => typeof body === 'string' && body.length > 65_536;

function createIssue({ world, knobs, input }: Call): Answer {
  const title = String(input.title ?? '');
  if (title === '') return refuse(422, 'Validation Failed', { errors: [{ code: 'missing_field', field: 'title' }] });
  if (title.length > 256) return invalid('Issue', 'title', 'title is too long (maximum is 256 characters)');
  if (tooLong(input.body)) return invalid('Issue', 'body', BODY_TOO_LONG);
  const number = Math.max(100, ...world.issues.keys()) + 1;
  const issue: Issue = {
    number,
    title,
    body: String(input.body ?? ''),
    state: 'open',
    labels: knobs.mayLabel && Array.isArray(input.labels) ? input.labels.map(String) : [],
    pullHead: null,
    user: knobs.login ?? ACTIONS_BOT,
    createdAt: world.now(),
    updatedAt: world.now(),
  };
  world.issues.set(number, issue);
  return json(201, issueView(world, knobs, issue));
}

/** A number for every account, always the same; that of the Actions bot is GitHub's own. */
function accountId(login: string): number {
  if (login === ACTIONS_BOT) return 41_898_282;
  return [...login].reduce((sum, letter) => (sum * 31 + (letter.codePointAt(0) ?? 0)) % 90_000_000, 1_000);
}

const when = (at: number) => new Date(at).toISOString();
const user = (login: string) => ({ login, id: accountId(login), type: login.endsWith('[bot]') ? 'Bot' : 'User' });
const branchView = (name: string) => ({ name, commit: { sha: '0'.repeat(40) }, protected: false });
const pageOf = ({ repository: { owner, name } }: WorldState, issue: Issue) =>
  `https://github.com/${owner}/${name}/${issue.pullHead === null ? 'issues' : 'pull'}/${issue.number}`;
const pullView = (world: WorldState, knobs: GithubKnobs, issue: Issue) => ({
  number: issue.number,
  state: issue.state,
  title: issue.title,
  head: {
    ref: issue.pullHead,
    repo: { full_name: knobs.forks.get(issue.number) ?? `${world.repository.owner}/${world.repository.name}` },
  },
  html_url: pageOf(world, issue),
  updated_at: when(issue.updatedAt),
});
const issueView = (world: WorldState, knobs: GithubKnobs, issue: Issue) => ({
  number: issue.number,
  title: issue.title,
  body: issue.body,
  state: issue.state,
  state_reason: knobs.reasons.get(issue.number) ?? null,
  labels: issue.labels.map((name) => ({ name })),
  user: user(issue.user),
  created_at: when(issue.createdAt),
  updated_at: when(issue.updatedAt),
  html_url: pageOf(world, issue),
  ...(issue.pullHead === null ? {} : { pull_request: { html_url: pageOf(world, issue) } }),
});
const commentView = (
  world: WorldState,
  comment: { id: number; issue: number; body: string; user: string; createdAt: number },
) => {
  const issue = world.issues.get(comment.issue);
  return {
    id: comment.id,
    body: comment.body,
    user: user(comment.user),
    html_url: issue ? `${pageOf(world, issue)}#issuecomment-${comment.id}` : '',
    created_at: when(comment.createdAt),
    updated_at: when(comment.createdAt),
  };
};

/**
 * One page, with the Link header that leads to the others. The addresses name the repository by its ID, and those of the
 * issue list hold a cursor: as on GitHub, pages of it beyond the 99th can be reached in no other way.
 */
function paged<T>(
  world: WorldState,
  { url, params, headers }: Exchange,
  { rows, view }: { rows: readonly T[]; view: (row: T) => unknown },
): Answer {
  const size = Math.min(100, Math.max(1, Number(params.per_page ?? 30)));
  const page = Math.max(1, Number(params.page ?? 1));
  const byCursor = url.pathname.endsWith('/issues');
  if (byCursor && page > 99 && !params.after) {
    return refuse(
      422,
      'Pagination with the page parameter is not supported for large datasets, please use cursor based pagination (after/before)',
    );
  }
  const start = byCursor && params.after ? Number(atob(params.after)) : (page - 1) * size;
  const last = Math.max(1, Math.ceil(rows.length / size));
  const link = (rel: string, number: number) => {
    const target = new URL(url);
    target.host = String(headers.host);
    target.pathname = target.pathname.replace(/\/repos\/[^/]+\/[^/]+/, `/repositories/${world.repository.id}`);
    target.searchParams.set('page', String(number));
    if (byCursor) target.searchParams.set('after', btoa(String((number - 1) * size)));
    return `<${target}>; rel="${rel}"`;
  };
  const links = [
    ...(page > 1 ? [link('prev', page - 1)] : []),
    ...(page < last ? [link('next', page + 1), link('last', last)] : []),
    ...(page > 1 ? [link('first', 1)] : []),
  ];
  return json(200, rows.slice(start, start + size).map(view), links.length === 0 ? {} : { Link: links.join(', ') });
}
