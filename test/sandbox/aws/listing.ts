import type { Tags } from '../types.ts';
import type { Ec2Context } from './ec2-context.ts';
import { AwsError, globMatch } from './query-protocol.ts';

/** Values of an object by filter name. */
export type FilterFields<T> = Record<string, (item: T) => (string | null | undefined)[]>;

/** Keeps the rows that all `Filter.N` of a request let through. Values may hold `*` and `?`. */
export function applyFilters<T extends { tags: Tags }>(context: Ec2Context, rows: T[], fields: FilterFields<T>): T[] {
  return context.params.structures('Filter').reduce((left, filter) => {
    const name = filter.get('Name') ?? '';
    const patterns = filter.list('Value');
    const field = fieldOf(name, fields);
    if (!field) throw new AwsError('InvalidParameterValue', `The filter '${name}' is invalid`);
    if (patterns.length > 200) throw new AwsError('FilterLimitExceeded', 'The maximum number of filter values is 200');
    const fits = (value: string | null | undefined) =>
      value !== null && value !== undefined && patterns.some((pattern) => globMatch(pattern, value));
    return left.filter((row) => field(row).some(fits));
  }, rows);
}

function fieldOf<T extends { tags: Tags }>(name: string, fields: FilterFields<T>) {
  if (name === 'tag-key') return (row: T) => Object.keys(row.tags);
  if (name.startsWith('tag:')) return (row: T) => [row.tags[name.slice(4)]];
  return fields[name];
}

/** Cuts one page out of the rows, by MaxResults and NextToken. */
export function paginate<T>(
  context: Ec2Context,
  rows: T[],
  limits: { least: number; most?: number } = { least: 5 },
): { page: T[]; nextToken: string | undefined } {
  const { params, world } = context;
  const asked = params.get('MaxResults');
  const most = limits.most ?? 1000;
  let size = world.settings.ec2.pageSize;
  if (asked !== undefined) {
    const count = Number(asked);
    if (!Number.isInteger(count) || count < limits.least || count > most) {
      const range = `Expecting a value between ${limits.least} and ${most}.`;
      throw new AwsError('InvalidParameterValue', `Value ( ${asked} ) for parameter maxResults is invalid. ${range}`);
    }
    size = Math.min(size, count);
  }
  const token = params.get('NextToken');
  let start = 0;
  if (token) {
    const match = /^page:(\w+):(\d+)$/.exec(Buffer.from(token, 'base64url').toString());
    if (match?.[1] !== context.action) {
      throw new AwsError('InvalidNextToken', 'The token is invalid');
    }
    start = Number(match[2]);
  }
  const end = start + size;
  const nextToken = end < rows.length ? Buffer.from(`page:${context.action}:${end}`).toString('base64url') : undefined;
  return { page: rows.slice(start, end), nextToken };
}

/** Picks rows by ID; an unknown or misspelt ID refuses the whole request. */
export function byIds<T extends { id: string }>(
  rows: T[],
  ids: string[],
  names: { prefix: string; notFound: string; malformed: string; label: string },
): T[] {
  if (ids.length === 0) return rows;
  for (const id of ids) {
    if (!new RegExp(`^${names.prefix}-[0-9a-f]{8,17}$`).test(id)) {
      throw new AwsError(names.malformed, `Invalid id: "${id}" (expecting "${names.prefix}-...")`);
    }
    if (!rows.some((row) => row.id === id)) {
      throw new AwsError(names.notFound, `The ${names.label} '${id}' does not exist`);
    }
  }
  return rows.filter((row) => ids.includes(row.id));
}

/** Tags as EC2 lists them. */
export function tagSet(tags: Tags): { key: string; value: string }[] {
  return Object.entries(tags).map(([key, value]) => ({ key, value }));
}
