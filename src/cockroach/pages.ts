import { ActionError } from '../support/errors.ts';
import { nextPageOf } from './parse.ts';

/** Rows of a page; the API gives as many or fewer, and says where the next begins. */
export const CLOUD_PAGE_SIZE = 500;
/** Half a million rows: a longer list is a server that leads on without end. */
const MOST_PAGES = 1_000;

/**
 * Reads a list whole, or as many pages of it as are enough. `pagination.next_page` is followed wherever the API sends
 * it, also for lists that the specification knows no pages of: what is cut in silence looks as if it were not there
 * (TF provider PR 122, for the IP allowlist).
 * @param read one page, by its query: '' or `?a=b`
 * @param options the query of every page, as `a=b`, and how many pages are enough; all if not given
 * @throws ActionError `cloud-refused` where a page comes again or the list does not end
 */
export async function readPages<T>(
  read: (query: string) => Promise<unknown>,
  parse: (page: unknown) => readonly T[],
  { query = '', pages = Number.POSITIVE_INFINITY }: { query?: string; pages?: number | undefined } = {},
): Promise<T[]> {
  const rows: T[] = [];
  const seen = new Set<string>();
  for (let page = ''; ; ) {
    const parts = [query, page === '' ? '' : `pagination.page=${encodeURIComponent(page)}`].filter((one) => one !== '');
    const answer = await read(parts.length === 0 ? '' : `?${parts.join('&')}`);
    rows.push(...parse(answer));
    page = nextPageOf(answer);
    if (page === '' || seen.size + 1 >= pages) return rows;
    if (seen.has(page) || seen.size >= MOST_PAGES) {
      throw new ActionError('cloud-refused', {
        cause: 'CockroachDB Cloud keeps returning more pages of a list',
        fix: 'Run again. If it persists, look for a proxy that changes answers, or ask Cockroach Labs support.',
      });
    }
    seen.add(page);
  }
}
