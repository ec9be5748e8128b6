import type { RecordingFile } from '../read.ts';
import { type Answered, answeredOf, isTree } from './exchanges.ts';

/** What is compared of the answers to one call: sets of words, so that neither order nor number counts. */
export interface Traits {
  readonly service: string;
  readonly call: string;
  /** Names of parameters. */
  readonly parameters: ReadonlySet<string>;
  /** Statuses, with the code of an error. */
  readonly statuses: ReadonlySet<string>;
  readonly headers: ReadonlySet<string>;
  /** Fields of answers without an error, by their path, with the types that they had. */
  readonly fields: ReadonlyMap<string, ReadonlySet<string>>;
  /** Fields that hold words, with every word that they had. */
  readonly words: ReadonlyMap<string, ReadonlySet<string>>;
}

/** Fields whose words are compared. */
const WORDS = new Set(
  'state status code message type vpcendpointtype ipaddresstype dnsrecordiptype plan cloud_provider statusmessage network_visibility'.split(
    ' ',
  ),
);
/** Headers that are of the connection and not of the service. */
const OF_CONNECTION = new Set(['date', 'content-length', 'retry-after']);

/** The traits of every call of a recording. */
export function traitsOf(recording: RecordingFile): Map<string, Traits> {
  const byCall = Map.groupBy(answeredOf(recording), ({ exchange }) => `${exchange.service} ${exchange.call}`);
  return new Map([...byCall].map(([key, all]) => [key, traits(all)]));
}

function traits(all: readonly Answered[]): Traits {
  const { service = '', call = '' } = all[0]?.exchange ?? {};
  const fields = new Map<string, Set<string>>();
  const words = new Map<string, Set<string>>();
  for (const { exchange, body } of all) {
    for (const [path, value] of leaves(body, '')) {
      const name = path.split('.').at(-1)?.toLowerCase() ?? '';
      if (exchange.status !== undefined && exchange.status < 300) add(fields, path, typeOf(value));
      if (WORDS.has(name) && typeof value !== 'object') add(words, path, generalized(String(value)));
    }
  }
  return {
    service,
    call,
    parameters: new Set(all.flatMap(({ exchange }) => parametersOf(exchange.params))),
    statuses: new Set(all.map(statusOf)),
    headers: new Set(all.flatMap(({ exchange }) => headersOf(exchange.headers))),
    fields,
    words,
  };
}

function add(map: Map<string, Set<string>>, key: string, value: string): void {
  const set = map.get(key) ?? new Set();
  map.set(key, set.add(value));
}

/** Every field with its value, lists without the places of their rows. */
function* leaves(value: unknown, path: string): Generator<[string, unknown]> {
  if (Array.isArray(value)) {
    if (value.length === 0) yield [path, value];
    for (const one of value) yield* leaves(one, path);
  } else if (isTree(value)) {
    if (path !== '') yield [path, value];
    for (const [name, inner] of Object.entries(value)) yield* leaves(inner, path === '' ? name : `${path}.${name}`);
  } else if (value !== undefined) yield [path, value];
}

function typeOf(value: unknown): string {
  if (value === '' || (Array.isArray(value) && value.length === 0)) return 'empty';
  if (isTree(value)) return 'object';
  const [, placeholder] = /^(string|number|array|object|boolean)(?:\(\d+\))?$/.exec(String(value)) ?? [];
  return placeholder ?? typeof value;
}

/** A text without what is of its recording only: stand-ins, times, lengths. */
export function generalized(text: string): string {
  return text
    .replace(/[0-9a-f]{8}-fade-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}/g, '<uuid>')
    .replace(/\b([a-z]+(?:-[a-z]+)*)-0?fade[0-9a-f]+/g, '<$1>')
    .replace(/\b(?:fade[0-9a-f]+|0000\d{8}|99\d{7}|[0-9a-f]{12,})\b/g, '<id>')
    .replace(/\b2[45]\d(?:\.\d{1,3}){3}(?:\/\d+)?/g, '<address>')
    .replace(/\bt[+-]\d+\.\d{3}\b/g, '<time>')
    .replace(/\b(string|number|array|object)\(\d+\)/g, '$1')
    .replace(/\[\d+\]/g, '[]');
}

function parametersOf(params: unknown): string[] {
  return [...leaves(params, '')].map(([path]) => path.replace(/\.\d+(?=\.|$)/g, '.N'));
}

function headersOf(headers: unknown): string[] {
  if (!isTree(headers)) return [];
  return Object.entries(headers).flatMap(([name, value]) => {
    if (OF_CONNECTION.has(name)) return [];
    return [name === 'content-type' ? `${name}: ${String(value)}` : name];
  });
}

function statusOf({ exchange, body }: Answered): string {
  if (exchange.error !== undefined) return `no answer (${exchange.error})`;
  const status = String(exchange.status);
  if (exchange.status === undefined || exchange.status < 300) return status;
  const codes = [...leaves(body, '')].filter(([path]) => /(?:^|\.)code$/i.test(path)).map(([, value]) => String(value));
  return [status, ...new Set(codes)].join(' ');
}
