import { closeSync, writeSync } from 'node:fs';
import type { Clock } from '../support/clock.ts';
import { wireProblem } from '../support/wire.ts';
import type { Cleaner } from './clean.ts';
import { cleanBody, cleanHeaders, type Question, type RawBody } from './exchanges.ts';

/** An answer as it came. */
export interface RawAnswer {
  readonly status: number;
  header(name: string): string | undefined;
  /** Undefined: nobody read it. */
  readonly text: string | undefined;
  /** Reads the body of an answer in XML. */
  readonly parseXml?: RawBody['parseXml'];
}

/** A request that is under way. Exactly one of the two is called. */
export interface Pending {
  answered(answer: RawAnswer): void;
  failed(error: unknown): void;
}

/** One open recording. None of it throws: a run goes on without a recording that can't be written. */
export interface Recorder {
  begin(question: () => Question): Pending;
  /** Notes what a plan waits for, which is said of every exchange until the next one. */
  waiting(kinds: readonly string[]): void;
  /** Writes a line that is no exchange. */
  line(value: unknown): void;
  /** The number of the newest exchange, 0 before the first. */
  last(): number;
  /** The first error of writing. */
  trouble(): unknown;
  close(): void;
}

/**
 * Writes a recording: each line at once and whole, so that a process that is killed leaves whole lines.
 * @param file an open file descriptor
 */
export function createRecorder({ file, clock, cleaner }: { file: number; clock: Clock; cleaner: Cleaner }): Recorder {
  const started = clock.now();
  const lines = lineWriter(file);
  const order = createOrder();
  const bodyOf = bodiesOnce(cleaner);
  let waits: readonly string[] = [];

  return {
    begin(question) {
      const { n, after } = order.begin();
      const start = clock.now();
      const waited = waits.length === 0 ? {} : { waits };
      const ended = (rest: (asked: Question) => Record<string, unknown>) => {
        const times = { start: rounded(start - started), ms: rounded(clock.now() - start) };
        order.ended(n, after);
        lines.attempt(() => {
          const asked = question();
          const { service, host, call, params } = asked;
          return { n, after, ...times, ...waited, service, host, call, params, ...rest(asked) };
        });
      };
      return {
        answered: ({ status, header, text, parseXml }) =>
          ended((asked) => ({
            status,
            headers: cleanHeaders(header, cleaner),
            ...(text === undefined ? {} : bodyOf(n, asked, { text, parseXml })),
          })),
        failed: (error) => ended(() => ({ error: cleaner.words.text(failureOf(error)) })),
      };
    },
    waiting(kinds) {
      waits = kinds;
    },
    line: (value) => lines.attempt(() => value),
    last: order.last,
    trouble: lines.trouble,
    close: lines.close,
  };
}

/** Writes JSON lines; after the first failure none. */
function lineWriter(file: number) {
  let trouble: unknown;
  let open = true;
  const guarded = (run: () => void) => {
    try {
      run();
    } catch (error) {
      trouble ??= error;
    }
  };
  return {
    attempt(value: () => unknown) {
      if (!open || trouble !== undefined) return;
      guarded(() => {
        const bytes = Buffer.from(`${JSON.stringify(value())}\n`);
        // A short write leaves half a line; no other must follow it.
        if (writeSync(file, bytes) !== bytes.length) throw new Error('the disk took only a part of a line');
      });
    },
    trouble: () => trouble,
    close() {
      if (open) guarded(() => closeSync(file));
      open = false;
    },
  };
}

/** Numbers exchanges by their start, and knows which of those that ended no later one has waited for. */
function createOrder() {
  let count = 0;
  const frontier = new Set<number>();
  return {
    begin() {
      count += 1;
      return { n: count, after: [...frontier].toSorted((a, b) => a - b) };
    },
    ended(n: number, after: readonly number[]) {
      for (const one of after) frontier.delete(one);
      frontier.add(n);
    },
    last: () => count,
  };
}

/** Too short a body is as well written again as named. */
const WORTH_NAMING = 40;

/** An answer that is the same as the last one to the same call is named, not repeated: a run that waits reads a lot. */
function bodiesOnce(cleaner: Cleaner) {
  const bodies = new Map<string, { n: number; json: string }>();
  return (n: number, { service, call, params }: Question, raw: RawBody): Record<string, unknown> => {
    const body = cleanBody(service, raw, cleaner);
    const json = JSON.stringify(body);
    const key = JSON.stringify([call, params]);
    const before = bodies.get(key);
    if (before?.json === json && json.length > WORTH_NAMING) return { same: before.n };
    bodies.set(key, { n, json });
    return { body };
  };
}

/** What came in place of an answer: the code of Node or of a library, or the name of the error. */
function failureOf(error: unknown): string {
  return wireProblem(error)?.code ?? (error instanceof Error ? error.name : 'no answer');
}

function rounded(ms: number): number {
  return Math.round(ms * 10) / 10;
}
