import type { Exchange, RecordingFile } from '../read.ts';

export type Tree = Readonly<Record<string, unknown>>;

/** An exchange with its body, which the file may only name. */
export interface Answered {
  readonly exchange: Exchange;
  readonly body: unknown;
  readonly end: number;
}

/** All exchanges of a recording, with their bodies. */
export function answeredOf({ exchanges }: RecordingFile): Answered[] {
  const bodies = new Map<number, unknown>();
  return exchanges.map((exchange) => {
    const body = exchange.same === undefined ? exchange.body : bodies.get(exchange.same);
    bodies.set(exchange.n, body);
    return { exchange, body, end: exchange.start + exchange.ms };
  });
}

/** True for a request that changes something at AWS or CockroachDB Cloud. */
export function isChange({ service, call }: Exchange): boolean {
  if (service === 'ec2') return !call.startsWith('Describe');
  return service === 'cloud' && !call.startsWith('GET ');
}

export function isTree(value: unknown): value is Tree {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** A value by its path; lists on the way give their first. */
export function at(value: unknown, path: string): unknown {
  let here = value;
  for (const name of path.split('.')) here = isTree(here) ? here[name] : undefined;
  return here;
}

/** The same as a text; '' where there is none. */
export function textAt(value: unknown, path: string): string {
  const found = at(value, path);
  return typeof found === 'string' ? found : '';
}

/** The rows of a list: of JSON an array, of XML one `item` or several. */
export function rowsAt(value: unknown, path: string): Tree[] {
  const found = at(value, path);
  const rows = isTree(found) ? found['item'] : found;
  return (Array.isArray(rows) ? rows : [rows]).filter(isTree);
}

/** The texts of a list. */
export function textsAt(value: unknown, path: string): string[] {
  const found = at(value, path);
  const rows = isTree(found) ? found['item'] : found;
  return (Array.isArray(rows) ? rows : [rows]).filter((one): one is string => typeof one === 'string' && one !== '');
}
