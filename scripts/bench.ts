/**
 * Measures what a run costs beyond what AWS and CockroachDB Cloud themselves take, and writes the table of
 * docs/performance.md.
 *   --peer PATH   a checkout of aws-actions/configure-aws-credentials to compare with
 *   --only A,B    only these parts: start, login, memory, trips, tricks, recorder, slow, usual, quick, scale;
 *                 then nothing is written
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus } from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { PARTS } from './bench/parts.ts';
import { markdownTable, type Row } from './bench/table.ts';

const { values } = parseArgs({ options: { peer: { type: 'string' }, only: { type: 'string' } } });
const page = path.resolve(import.meta.dirname, '../docs/performance.md');
const [START, END] = ['<!-- benchmark:start -->', '<!-- benchmark:end -->'];

function peerName(folder: string): string {
  const { version } = JSON.parse(readFileSync(path.join(folder, 'package.json'), 'utf8')) as { version: string };
  return `configure-aws-credentials ${version}`;
}

const rows: Row[] = [];
const chosen = values.only?.split(',');
for (const [name, measure] of Object.entries(PARTS)) {
  if (chosen?.includes(name) === false) continue;
  const startedAt = performance.now();
  process.stderr.write(`${name} … `);
  rows.push(...(await measure({ peer: values.peer })));
  process.stderr.write(`${((performance.now() - startedAt) / 1000).toFixed(0)} s\n`);
}

const about = [
  `Node ${process.versions.node}`,
  `${cpus().length} processors`,
  ...(values.peer === undefined ? [] : [peerName(values.peer)]),
];
const text = `Measured with ${about.join(', ')}.\n\n${markdownTable(rows)}`;
console.log(text);
if (chosen === undefined) {
  const document = readFileSync(page, 'utf8');
  const [from, to] = [document.indexOf(START), document.indexOf(END)];
  if (from < 0 || to < from) throw new Error(`${page} has no markers ${START} and ${END}`);
  writeFileSync(page, `${document.slice(0, from + START.length)}\n${text}\n${document.slice(to)}`);
}
