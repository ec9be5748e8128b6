import { readFileSync, writeFileSync } from 'node:fs';
import { matchesGlob, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Reporter, TestCase, TestModule } from 'vitest/node';
import { between, table } from '../../scripts/markdown-table.ts';
import { PARTS } from './parts.ts';
import './tally.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const page = `${root}docs/reliability.md`;

/**
 * Ends `npm run torture` with the table of its parts; `FIGURES=1` also writes that into docs/reliability.md. A part that was not
 * run keeps the row that the page has of it, so that parts can be measured one by one.
 */
export const figures: Reporter = {
  onTestRunEnd(modules) {
    const rows = figuresOf(modules);
    process.on('exit', () => console.log(`\n${asTable(rows)}\n`));
    if (process.env['FIGURES'] !== '1') return;
    const text = readFileSync(page, 'utf8');
    const kept = rows.map((row) => (row.tried > 0 ? row : (writtenRow(text, row.part) ?? row)));
    writeFileSync(page, between(text, 'figures', `\n${asTable(kept)}\n`));
  },
};

/** The part that a test file belongs to, undefined for the tests that `npm run torture` leaves out. */
export function partOf(file: string): string | undefined {
  return PARTS.find(({ files }) => files.some((glob) => matchesGlob(file, glob)))?.part;
}

interface Row {
  readonly part: string;
  readonly tried: number;
  readonly passed: number;
}

function figuresOf(modules: readonly TestModule[]): Row[] {
  return PARTS.map(({ part }) => {
    const own = modules.filter((module) => partOf(relative(root, module.moduleId)) === part);
    const counts = own.flatMap((module) => [...module.children.allTests()]).map(countsOf);
    // A file that could not even be loaded has no tests to fail.
    const broken = own.filter((module) => module.state() === 'failed' && module.errors().length > 0).length;
    return { part, tried: sum(counts.map((one) => one.tried)) + broken, passed: sum(counts.map((one) => one.passed)) };
  });
}

/** The row of a part as the page has it. */
export function writtenRow(text: string, part: string): Row | undefined {
  const figuresText = text.split('<!-- figures:start -->')[1] ?? '';
  const cells = figuresText.split('\n').map((line) => line.split('|').map((cell) => cell.trim()));
  const [, , tried, passed] = cells.find(([, name]) => name === part) ?? [];
  if (tried === undefined || passed === undefined || passed === '') return undefined;
  return { part, tried: count(tried), passed: count(passed) };
}

function asTable(rows: readonly Row[]): string {
  const all = { part: 'All', tried: sum(rows.map((row) => row.tried)), passed: sum(rows.map((row) => row.passed)) };
  const shown = [...rows, all].map(({ part, tried, passed }) =>
    tried === 0 ? [part, 'not measured', ''] : [part, grouped(tried), grouped(passed)],
  );
  return table(['Part', 'Cases tried', 'Passed'], shown);
}

function countsOf(test: TestCase): { tried: number; passed: number } {
  const { state } = test.result();
  if (state === 'skipped') return { tried: 0, passed: 0 };
  const { cases = 1, passedCases = 0 } = test.meta();
  return { tried: cases, passed: state === 'passed' ? cases : passedCases };
}

const sum = (numbers: readonly number[]) => numbers.reduce((total, one) => total + one, 0);
const grouped = (count: number) => count.toLocaleString('en-US');
const count = (text: string) => Number(text.replaceAll(',', ''));
