import type { Answer, Exchange, ServiceDefinition } from './http-service.ts';
import type { Issue, WorldState } from './world.ts';

const json = (status: number, value: unknown, headers: Record<string, string> = {}): Answer => ({
  status,
  headers: { 'Content-Type': 'application/json; charset=utf-8', ...headers },
  body: JSON.stringify(value),
  ...(status >= 400 ? { errorCode: String(status) } : {}),
});

/** The GitHub REST API, as far as branches, pull requests, issues and comments go. */
export function githubService(world: WorldState, token: string): ServiceDefinition {
  return {
    service: 'github',
    describe: ({ method, url }) => ({ action: `${method} ${url.pathname}`, mutating: method !== 'GET' }),
    error: ({ status, message, retryAfter }) =>
      json(status, { message }, retryAfter === undefined ? {} : { 'Retry-After': String(retryAfter) }),
    throttled: { status: 403, code: '403', message: 'You have exceeded a secondary rate limit.', retryAfter: 60 },
    handle(exchange) {
      const authorization = exchange.headers.authorization ?? '';
      if (!/^(bearer|token) /i.test(authorization) || authorization.split(' ')[1] !== token) {
        return json(401, { message: 'Bad credentials' });
      }
      const { owner, name } = world.repository;
      const root = `/repos/${owner}/${name}`.toLowerCase();
      const path = decodeURIComponent(exchange.url.pathname);
      if (!path.toLowerCase().startsWith(root)) return json(404, { message: 'Not Found' });
      return route(world, exchange, path.slice(root.length)) ?? json(404, { message: 'Not Found' });
    },
  };
}

function route(world: WorldState, exchange: Exchange, path: string): Answer | undefined {
  const { method } = exchange;
  const { repository } = world;
  const input = (exchange.body ? JSON.parse(exchange.body) : {}) as Record<string, unknown>;
  if (method === 'GET' && path === '') {
    return json(200, {
      id: Number(repository.id),
      name: repository.name,
      full_name: `${repository.owner}/${repository.name}`,
      default_branch: repository.defaultBranch,
      owner: { login: repository.owner, id: Number(repository.ownerId) },
    });
  }
  if (method === 'GET' && path === '/branches') {
    return paged(exchange, [...world.branches].map(branchView));
  }
  const branch = /^\/branches\/(.+)$/.exec(path)?.[1];
  if (method === 'GET' && branch) {
    return world.branches.has(branch) ? json(200, branchView(branch)) : json(404, { message: 'Branch not found' });
  }
  const state = exchange.params.state ?? 'open';
  const wanted = (issue: Issue) => state === 'all' || issue.state === state;
  if (method === 'GET' && path === '/pulls') {
    const pulls = [...world.issues.values()].filter((issue) => issue.pullHead !== null && wanted(issue));
    return paged(exchange, pulls.map(pullView));
  }
  const pull = world.issues.get(Number(/^\/pulls\/(\d+)$/.exec(path)?.[1]));
  if (method === 'GET' && pull?.pullHead) return json(200, pullView(pull));
  if (path === '/issues') {
    if (method === 'POST') return json(201, issueView(createIssue(world, input)));
    const labels = (exchange.params.labels ?? '').split(',').filter(Boolean);
    const fits = (issue: Issue) => labels.every((label) => issue.labels.includes(label));
    return paged(exchange, [...world.issues.values()].filter((issue) => wanted(issue) && fits(issue)).map(issueView));
  }
  return issueRoute(world, { exchange, path, input });
}

function issueRoute(
  world: WorldState,
  { exchange, path, input }: { exchange: Exchange; path: string; input: Record<string, unknown> },
): Answer | undefined {
  const { method } = exchange;
  const comment = world.comments.get(Number(/^\/issues\/comments\/(\d+)$/.exec(path)?.[1]));
  if (comment) {
    if (method === 'PATCH') comment.body = String(input.body ?? '');
    if (method === 'DELETE') world.comments.delete(comment.id);
    return method === 'DELETE' ? { status: 204, body: '' } : json(200, commentView(comment));
  }
  const [, number, tail] = /^\/issues\/(\d+)(\/comments)?$/.exec(path) ?? [];
  const issue = world.issues.get(Number(number));
  if (!issue) return undefined;
  if (tail && method === 'POST') {
    const id = 9000 + world.comments.size + 1;
    const made = { id, issue: issue.number, body: String(input.body ?? ''), user: BOT, createdAt: world.now() };
    world.comments.set(id, made);
    return json(201, commentView(made));
  }
  if (tail) {
    return paged(exchange, [...world.comments.values()].filter((one) => one.issue === issue.number).map(commentView));
  }
  if (method === 'PATCH') {
    if (typeof input.title === 'string') issue.title = input.title;
    if (typeof input.body === 'string') issue.body = input.body;
    if (input.state === 'open' || input.state === 'closed') issue.state = input.state;
    if (Array.isArray(input.labels)) issue.labels = input.labels.map(String);
    issue.updatedAt = world.now();
  }
  return json(200, issueView(issue));
}

const BOT = 'github-actions[bot]';

function createIssue(world: WorldState, input: Record<string, unknown>): Issue {
  const number = Math.max(100, ...world.issues.keys()) + 1;
  const issue: Issue = {
    number,
    title: String(input.title ?? ''),
    body: String(input.body ?? ''),
    state: 'open',
    labels: Array.isArray(input.labels) ? input.labels.map(String) : [],
    pullHead: null,
    user: BOT,
    createdAt: world.now(),
    updatedAt: world.now(),
  };
  world.issues.set(number, issue);
  return issue;
}

const when = (at: number) => new Date(at).toISOString();
const user = (login: string) => ({ login, type: login.endsWith('[bot]') ? 'Bot' : 'User' });
const branchView = (name: string) => ({ name, commit: { sha: '0'.repeat(40) }, protected: false });
const pullView = (issue: Issue) => ({
  number: issue.number,
  state: issue.state,
  title: issue.title,
  head: { ref: issue.pullHead },
  updated_at: when(issue.updatedAt),
});
const issueView = (issue: Issue) => ({
  number: issue.number,
  title: issue.title,
  body: issue.body,
  state: issue.state,
  labels: issue.labels.map((name) => ({ name })),
  user: user(issue.user),
  created_at: when(issue.createdAt),
  updated_at: when(issue.updatedAt),
  html_url: `https://github.com/sandbox/issues/${issue.number}`,
  ...(issue.pullHead === null ? {} : { pull_request: {} }),
});
const commentView = (comment: { id: number; body: string; user: string; createdAt: number }) => ({
  id: comment.id,
  body: comment.body,
  user: user(comment.user),
  created_at: when(comment.createdAt),
  updated_at: when(comment.createdAt),
});

/** One page, with the Link header that leads on. */
function paged({ url, params, headers }: Exchange, rows: unknown[]): Answer {
  const size = Math.min(100, Math.max(1, Number(params.per_page ?? 30)));
  const page = Math.max(1, Number(params.page ?? 1));
  const next = new URL(url);
  next.host = String(headers.host);
  next.searchParams.set('page', String(page + 1));
  const more = page * size < rows.length;
  return json(200, rows.slice((page - 1) * size, page * size), more ? { Link: `<${next}>; rel="next"` } : {});
}
