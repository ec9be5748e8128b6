import type { Answer, Exchange, ServiceDefinition } from '../exchange.ts';
import type { WorldState } from '../world.ts';
import { issueRoute } from './issues.ts';
import { type GithubKnobs, githubKnobs, type Permission } from './knobs.ts';
import { repositoryRoute } from './repository.ts';
import { type Call, json, refuse } from './responses.ts';
import { searchIssues } from './search.ts';
import { accountId } from './views.ts';

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
  if (exchange.method === 'GET' && path === '/search/issues') return searchIssues(world, knobs, exchange);
  const { owner, name, id } = world.repository;
  const roots = [`/repos/${owner}/${name}`, `/repositories/${id}`].map((one) => one.toLowerCase());
  const root = roots.find((one) => path.toLowerCase() === one || path.toLowerCase().startsWith(`${one}/`));
  if (root === undefined) return refuse(404, 'Not Found');
  const call = { world, knobs, exchange, path: path.slice(root.length), input };
  return forbidden(call) ?? repositoryRoute(call) ?? issueRoute(call) ?? refuse(404, 'Not Found');
}

function viewer({ login, viewer: told }: GithubKnobs, { query }: Record<string, unknown>): Answer {
  if (!/^query \{ viewer \{ login databaseId \} \}$/.test(String(query))) {
    return json(200, { errors: [{ type: 'undefinedField', message: 'The sandbox knows the viewer only' }] });
  }
  if (told !== undefined) return json(200, { data: { viewer: told } });
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
  if (knobs.archived) return refuse(403, 'Repository was archived so is read-only.');
  return granted.includes('write') ? undefined : refuse(403, 'Resource not accessible by integration');
}
