/**
 * Writes the tables of inputs and outputs in README.md from action.yml, between their markers.
 * With --check it writes nothing and exits 1 when they are stale.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';

interface Entry {
  description?: string;
  default?: string;
}
interface Metadata {
  inputs: Record<string, Entry>;
  outputs: Record<string, Entry>;
}

const root = path.resolve(import.meta.dirname, '..');
const readme = path.join(root, 'README.md');

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ').trim();
const code = (text: string | undefined) => (text === undefined || text === '' ? '' : `\`${text}\``);

/** A table with its columns aligned, as the formatter wants it. */
function table(head: string[], rows: string[][]): string {
  const widths = head.map((_, column) => Math.max(3, ...[head, ...rows].map((row) => row[column]?.length ?? 0)));
  const line = (row: string[], filler = ' ') =>
    `| ${row.map((text, column) => text.padEnd(widths[column] ?? 0, filler)).join(' | ')} |`;
  return [line(head), line(Array(head.length).fill(''), '-'), ...rows.map((row) => line(row))].join('\n');
}

/** Puts the text between `<!-- name:start -->` and `<!-- name:end -->`. */
function between(document: string, name: string, text: string): string {
  const [start, end] = [`<!-- ${name}:start -->`, `<!-- ${name}:end -->`];
  const from = document.indexOf(start);
  const to = document.indexOf(end);
  if (from < 0 || to < from) throw new Error(`README.md has no markers ${start} and ${end}`);
  return `${document.slice(0, from + start.length)}\n${text}\n${document.slice(to)}`;
}

const { inputs, outputs } = parse(readFileSync(path.join(root, 'action.yml'), 'utf8')) as Metadata;
const inputTable = table(
  ['Input', 'Default', 'Meaning'],
  Object.entries(inputs).map(([name, entry]) => [code(name), code(entry.default), cell(entry.description ?? '')]),
);
const outputTable = table(
  ['Output', 'Meaning'],
  Object.entries(outputs).map(([name, entry]) => [code(name), cell(entry.description ?? '')]),
);

const old = readFileSync(readme, 'utf8');
const fresh = between(between(old, 'inputs', inputTable), 'outputs', outputTable);
if (process.argv.includes('--check')) {
  if (fresh !== old) {
    console.error('The tables of README.md are not what action.yml says. Run: npm run readme');
    process.exitCode = 1;
  }
} else if (fresh !== old) {
  writeFileSync(readme, fresh);
}
