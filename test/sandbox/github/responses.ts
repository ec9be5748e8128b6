import type { Answer, Exchange } from '../exchange.ts';
import type { WorldState } from '../world.ts';
import { type GithubKnobs, githubKnobs } from './knobs.ts';

/** A request on its way through the routes. */
export interface Call {
  world: WorldState;
  knobs: GithubKnobs;
  exchange: Exchange;
  /** The path after the repository's own. */
  path: string;
  input: Record<string, unknown>;
}

export const json = (status: number, value: unknown, headers: Record<string, string> = {}): Answer => ({
  status,
  headers: {
    'Content-Type': 'application/json; charset=utf-8',
    'X-GitHub-Request-Id': 'C0DE:2A:1F0E:3D:65A1',
    ...headers,
  },
  body: JSON.stringify(value),
  ...(status >= 400 ? { errorCode: String(status) } : {}),
});
const DOCS = 'https://docs.github.com/rest';
export const refuse = (status: number, message: string, more: object = {}) =>
  json(status, { message, ...more, documentation_url: DOCS, status: String(status) });
export const invalid = (resource: string, field: string, message: string) =>
  refuse(422, 'Validation Failed', { errors: [{ resource, field, code: 'custom', message }] });

/**
 * One page, with the Link header that leads to the others. The addresses name the repository by its ID, and those of the
 * issue list hold a cursor: as on GitHub, pages of it beyond the 99th can be reached in no other way.
 */
export function paged<T>(
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
  // In memory a request names no host; then it is GitHub's own.
  const asked = headers.host === undefined ? 'https://api.github.com' : `http://${headers.host}`;
  const link = (rel: string, number: number) => {
    const target = new URL(`${url.pathname}${url.search}`, githubKnobs(world).origin ?? asked);
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
