/**
 * Writes the tables of inputs and outputs in README.md from action.yml, those of proxies in docs/recipes.md from the
 * rows of their test, and that of questions in docs/first-contact.md, between their markers, and aligns the columns of
 * every table in the pages. With --check it writes nothing and exits 1 when something is stale.
 */
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { NO_PROXY_ROWS } from '../test/support/no-proxy-rows.ts';
import { PROXY, PROXY_ROWS, type ProxyRow } from '../test/support/proxy-rows.ts';
import { type Entry, groupsOf, requiredText } from './action-entries.ts';
import { questionTable } from './first-contact/question-table.ts';
import { between, table } from './markdown-table.ts';

const root = path.resolve(import.meta.dirname, '..');

const cell = (text: string) => text.replaceAll('|', '\\|').replaceAll('\n', ' ').trim();
/** A description of action.yml, whose pages are links. */
const described = (text: string) => cell(text).replaceAll(/docs\/[\w-]+\.md/g, '[$&]($&)');
const code = (text: string | undefined) => (text === undefined || text === '' ? '' : `\`${text}\``);

const LIST = /[,;] (?:several )?on separate lines, with commas, or as a JSON array/;
const metadata = readFileSync(path.join(root, 'action.yml'), 'utf8');

/** One row for each entry, below a row with the name of its group. */
const grouped = (of: 'inputs' | 'outputs', rowOf: (entry: Entry) => string[]) =>
  groupsOf(metadata, of).flatMap(({ name, entries }) => {
    const rows = entries.map(rowOf);
    return [[`**${name}**`, ...(rows[0] ?? []).slice(1).map(() => '')], ...rows];
  });
const inputTable = table(
  ['Input', 'Default', 'Meaning'],
  grouped('inputs', ({ name, description, default: value }) => [
    code(name),
    requiredText(name) ?? code(value),
    described(description.replace(LIST, ' (list)')),
  ]),
);
const outputTable = table(
  ['Output', 'Meaning'],
  grouped('outputs', ({ name, description }) => [code(name), described(description)]),
);

/** A variable as it is written; quoted where its value would not be seen otherwise. */
const assignment = (name: string, value: string) =>
  `\`${name}=${/^$|[\s"]/.test(value) ? JSON.stringify(value) : value}\``;

const WAYS: Readonly<Record<string, string>> = { direct: 'directly', refused: 'the run stops' };

/** The rows that have something to tell, each with what decides in it. */
function proxyTable(rows: readonly ProxyRow[], isShown: (name: string) => boolean): string {
  const told = rows.filter(({ note }) => note !== '');
  return table(
    ['Variables', 'Request to', 'Goes', 'Notes'],
    told.map(({ env, address, way, note }) => [
      Object.entries(env)
        .flatMap(([name, value]) => (isShown(name) ? [cell(assignment(name, value))] : []))
        .join(' '),
      address === undefined ? 'any service' : code(address),
      WAYS[way] ?? (way === PROXY ? 'through the proxy' : `through ${code(way)}`),
      cell(note),
    ]),
  );
}

/** The cells of one line of a table; a bar that is escaped is text. */
const cellsOf = (line: string) =>
  line
    .trim()
    .slice(1, -1)
    .split(/(?<!\\)\|/)
    .map((text) => text.trim());

/** The page with the columns of its tables aligned. */
function aligned(page: string): string {
  return page.replace(/^( *)\|.*\|\n\1\|[ |:-]+\|\n(?:\1\|.*\|\n)*/gm, (block, indent: string) => {
    const [head = [], , ...rows] = block.trimEnd().split('\n').map(cellsOf);
    return `${table(head, rows).replaceAll(/^/gm, indent)}\n`;
  });
}

/** The page with what is written from elsewhere. */
function filled(page: string, old: string): string {
  if (page === 'README.md') return between(between(old, 'inputs', inputTable), 'outputs', outputTable);
  if (page === 'docs/first-contact.md') return between(old, 'questions', questionTable());
  if (page !== 'docs/recipes.md') return old;
  const proxies = between(
    old,
    'proxies',
    proxyTable(PROXY_ROWS, () => true),
  );
  return between(
    proxies,
    'no-proxy',
    proxyTable(NO_PROXY_ROWS, (name) => name !== 'HTTPS_PROXY'),
  );
}

const stale: string[] = [];
for (const page of ['README.md', 'CONTRIBUTING.md', ...globSync('docs/**/*.md', { cwd: root })]) {
  const file = path.join(root, page);
  const old = readFileSync(file, 'utf8');
  const written = filled(page, old);
  const fresh = aligned(written);
  if (fresh === old) continue;
  stale.push(page);
  if (!process.argv.includes('--check')) writeFileSync(file, fresh);
}
if (stale.length > 0 && process.argv.includes('--check')) {
  console.error(
    `The tables of ${stale.join(', ')} are not as action.yml, the rows of the tests and the alignment want them. Run: npm run readme`,
  );
  process.exitCode = 1;
}
