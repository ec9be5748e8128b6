import { CLUSTER_CA } from '../../../test/sandbox/cloud/ca.ts';
import type { Recorded } from './tape.ts';

/** An answer as it is sent; undefined: the connection is cut instead. */
export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** What a replay knows of the run that it serves. */
export interface Serving {
  /** When the recording began, on the clock of the replayed run (ms since the epoch). */
  readonly startedAt: number;
  /** Texts of the recording that were of its run alone, and what they are in this one. */
  readonly sameAs: ReadonlyMap<string, string>;
  /** The address that a page of a list was asked from. */
  readonly url: URL;
}

const XML_SERVICES = new Set(['sts', 'ec2']);
/** Statuses that have no body. */
const BODILESS = new Set([204, 205, 304]);

/** The recorded answer, with times of now and something in place of what was reduced to its type and length. */
export function answerOf({ exchange, body }: Recorded, serving: Serving): Answer | undefined {
  const { status, service, call } = exchange;
  if (status === undefined) return undefined;
  const headers = headersOf(exchange.headers ?? {}, serving);
  if (BODILESS.has(status)) return { status, headers, body: '' };
  if (service === 'github-token') return { status, headers, body: tokenBody(status) };
  // A certificate can't be made up of its length.
  if (call === 'GET /clusters/{id}/cert' && status === 200) return { status, headers, body: CLUSTER_CA };
  const filled = filledIn(body, serving);
  if (typeof filled === 'string') return { status, headers, body: filled };
  if (XML_SERVICES.has(service)) return { status, headers, body: xmlOf(filled) };
  return { status, headers, body: JSON.stringify(filled ?? '') };
}

/** A token in the form of one. */
function tokenBody(status: number): string {
  return JSON.stringify(status === 200 ? { value: 'replayed.token.of-nobody' } : { message: 'replayed' });
}

function headersOf(recorded: Readonly<Record<string, unknown>>, serving: Serving): Record<string, string> {
  const entries = Object.entries(recorded).flatMap(([name, value]): [string, string][] => {
    const text = String(value);
    const time = timeOf(text, serving);
    if (name === 'link') return [[name, linkOf(text, serving.url)]];
    if (name === 'x-ratelimit-reset') return time === undefined ? [] : [[name, String(Math.round(time / 1000))]];
    if (time !== undefined) return [[name, new Date(time).toUTCString()]];
    return [[name, String(filledIn(text, serving))]];
  });
  return Object.fromEntries(entries);
}

/** Only whether a list leads on was recorded: the next page is the one after this. */
function linkOf(rels: string, url: URL): string {
  if (!rels.split(' ').includes('next')) return '';
  const next = new URL(url);
  next.searchParams.set('page', String(Number(url.searchParams.get('page') ?? 1) + 1));
  return `<${next.href}>; rel="next"`;
}

/** `t+12.345` as a time of this run; undefined for another text. */
function timeOf(text: string, { startedAt }: Serving): number | undefined {
  const [, seconds] = /^t([+-]\d+\.\d{3})$/.exec(text) ?? [];
  return seconds === undefined ? undefined : startedAt + Number(seconds) * 1000;
}

/** A recorded value as one that could have been answered. */
function filledIn(value: unknown, serving: Serving): unknown {
  if (Array.isArray(value)) return value.map((one) => filledIn(one, serving));
  if (typeof value === 'string') return textOf(value, serving);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, filledIn(one, serving)]));
}

function textOf(text: string, serving: Serving): unknown {
  const same = serving.sameAs.get(text);
  if (same !== undefined) return same;
  const placeholder = /^(string|number|array|object|boolean)(?:\((\d+)\))?$/.exec(text);
  if (placeholder !== null) return placeholderOf(placeholder[1] ?? '', Number(placeholder[2] ?? 0));
  return text.replace(/\bt[+-]\d+\.\d{3}\b/g, (time) => new Date(timeOf(time, serving) ?? 0).toISOString());
}

/** Something of the type and length that was recorded. */
function placeholderOf(type: string, length: number): unknown {
  switch (type) {
    case 'string':
      return 'x'.repeat(length);
    case 'number':
      return Number('1'.repeat(Math.min(Math.max(length, 1), 15)));
    case 'array':
      return [];
    case 'object':
      return {};
    default:
      return false;
  }
}

/** The XML of a tree as the recorder writes it: lists are elements of one name in a row. */
function xmlOf(tree: unknown): string {
  return `<?xml version="1.0" encoding="UTF-8"?>\n${elementsOf(tree)}`;
}

function elementsOf(value: unknown): string {
  if (typeof value !== 'object' || value === null) return escaped(String(value ?? ''));
  return Object.entries(value)
    .map(([name, inner]) => {
      const tag = name.replace(/[^\w.-]/g, '_').replace(/^[^A-Za-z_]/, '_$&');
      const all: readonly unknown[] = Array.isArray(inner) ? inner : [inner];
      return all.map((one) => `<${tag}>${elementsOf(one)}</${tag}>`).join('');
    })
    .join('');
}

function escaped(text: string): string {
  return text.replace(/[&<>]/g, (one) => ({ '&': '&amp;', '<': '&lt;', '>': '&gt;' })[one] ?? one);
}
