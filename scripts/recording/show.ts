import { answerOf, parametersOf } from './facts.ts';
import type { Exchange, RecordingFile } from './read.ts';
import { standInsIn } from './shapes.ts';

/** In a narrower terminal there is room for nothing but the calls. */
const LEAST_WIDTH = 80;

/**
 * A recording for a person: what was run, every exchange, how it ended, and what was replaced.
 * @param columns of the terminal
 */
export function showRecording(recording: RecordingFile, columns: number): string[] {
  const width = Math.max(LEAST_WIDTH, columns);
  return [
    ...headLines(recording),
    '',
    ...exchangeLines(recording.exchanges, width),
    '',
    ...endLines(recording),
    '',
    'What was replaced',
    ...replacedLines(recording),
  ].map((line) => cutTo(printable(line), width));
}

/** One value a line, since a person must see all of it before it is shared. */
function headLines({ head }: RecordingFile): string[] {
  const { run = {}, inputs = {} } = head;
  const rows = (values: Readonly<Record<string, unknown>>) =>
    Object.entries(values)
      .filter(([, value]) => value !== '')
      .flatMap(([name, value]) =>
        Array.isArray(value) ? [`  ${name}:`, ...value.map((one) => `    ${one}`)] : [`  ${name}: ${value}`],
      );
  return [
    `Action ${head['action']}, Node ${head['node']}, ${head['platform']}, ${head['started']}`,
    'Run (of variables that are set, only the names are written)',
    ...rows(run),
    'Inputs',
    ...rows(inputs),
  ];
}

/** One exchange, or several in which the same was asked and answered. */
interface Row {
  readonly first: Exchange;
  readonly answer: string;
  last: Exchange;
  count: number;
}

function rowsOf(exchanges: readonly Exchange[]): Row[] {
  const rows: Row[] = [];
  const latest = new Map<string, Row>();
  const byNumber = new Map(exchanges.map((one) => [one.n, one]));
  for (const exchange of exchanges) {
    const { body } = exchange.same === undefined ? exchange : (byNumber.get(exchange.same) ?? exchange);
    const answer = JSON.stringify([exchange.status, exchange.error, body, exchange.waits]);
    const key = JSON.stringify([exchange.service, exchange.call, exchange.params]);
    const row = latest.get(key);
    if (row?.answer === answer) {
      row.count += 1;
      row.last = exchange;
      continue;
    }
    const added = { first: { ...exchange, body }, answer, last: exchange, count: 1 };
    latest.set(key, added);
    rows.push(added);
  }
  return rows;
}

/** A line for each row, and its parameters below it. */
function exchangeLines(exchanges: readonly Exchange[], width: number): string[] {
  if (exchanges.length === 0) return ['No exchanges: nothing was sent.'];
  const rows = rowsOf(exchanges);
  const cells = rows.map(({ first, last, count }) => [
    count === 1 ? String(first.n) : `${first.n} ×${count}`,
    count === 1 ? seconds(first.start) : `${seconds(first.start)} to ${seconds(last.start)}`,
    count === 1 ? seconds(first.ms) : '',
    String(first.service),
    callOf(first),
    answerOf(first),
    (first.waits ?? []).join(', '),
  ]);
  const [heads = '', ...lines] = table([['n', 'start', 'length', 'service', 'call', 'answer', 'waits for'], ...cells]);
  return [heads, ...lines.flatMap((line, at) => [line, ...parameterLines(rows[at]?.first, width)])];
}

function parameterLines(exchange: Exchange | undefined, width: number): string[] {
  const text = exchange === undefined ? '' : parametersOf(exchange);
  return text === '' ? [] : [cutTo(`        ${text}`, width)];
}

/** So that a row fits into 120 columns. */
const WIDEST = [7, 16, 6, 12, 33, 24, 10];

function table(rows: readonly (readonly string[])[]): string[] {
  const columns = WIDEST.map((most, at) => Math.min(most, Math.max(...rows.map((row) => (row[at] ?? '').length))));
  return rows.map((row) =>
    row
      .map((cell, at) => cutTo(cell, columns[at] ?? 10).padEnd(columns[at] ?? 10))
      .join('  ')
      .trimEnd(),
  );
}

/** `GET private-endpoint-services`: a path is known by its end. */
function callOf({ call }: Exchange): string {
  const [method = '', path] = call.split(' ');
  if (path === undefined || !path.startsWith('/')) return call;
  const parts = path.split('/').filter((part) => part !== '');
  const named = parts.findLastIndex((part) => !part.startsWith('{'));
  const shown = parts.slice(named);
  return `${method} ${shown.join('/')}`;
}

function endLines({ end, cut }: RecordingFile): string[] {
  if (end === undefined)
    return [
      `No last line: the run was killed${cut === '' ? '' : `, in the middle of a line of ${cut.length} characters`}.`,
    ];
  const { outputs } = end;
  const told = ['status', 'error-code', 'changed', 'drift-count', 'plan-count']
    .filter((name) => (outputs[name] ?? '') !== '')
    .map((name) => `${name} ${String(outputs[name])}`);
  return [
    `Ended with exit code ${end.exit} after ${seconds(end.ms)}: ${told.join(', ')}`,
    `Steps: ${end.steps.length === 0 ? 'none' : end.steps.join(', ')}`,
  ];
}

function replacedLines({ lines }: RecordingFile): string[] {
  const kinds = new Map<string, Set<string>>();
  let values = 0;
  let words = 0;
  for (const { text } of lines) {
    values += (text.match(/"(?:string|number|array|object)\(\d+\)"|"boolean"/g) ?? []).length;
    words += (text.match(/\[\d{1,4}\](?!\.|$)/g) ?? []).length;
    for (const { kind, standIn } of standInsIn(text)) kinds.set(kind, (kinds.get(kind) ?? new Set()).add(standIn));
  }
  const rows = [...kinds]
    .map(([kind, all]): [string, number] => [kind, all.size])
    .toSorted(([a], [b]) => (a < b ? -1 : 1));
  return [
    ...rows.map(([kind, count]) => `  ${String(count).padStart(5)}  ${kind}`),
    `  ${String(values).padStart(5)}  values of which only type and length are written`,
    `  ${String(words).padStart(5)}  words of which only the length is written`,
  ];
}

function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(1)} s`;
}

function cutTo(text: string, width: number): string {
  return text.length <= width ? text : `${text.slice(0, width - 1)}…`;
}

/** A file from another person may hold what moves the cursor. */
function printable(text: string): string {
  return text.replace(/[^\x20-\x7e…×]/g, '?');
}
