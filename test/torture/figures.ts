import { readFileSync, writeFileSync } from 'node:fs';
import { matchesGlob, relative } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Reporter, TestCase, TestModule } from 'vitest/node';
import { between, table } from '../../scripts/markdown-table.ts';
import { PARTS } from './parts.ts';
import './tally.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const page = `${root}docs/reliability.md`;

/** Ends `npm run torture` with the table of its parts; `FIGURES=1` also writes that into docs/reliability.md. */
export const figures: Reporter = {
  onTestRunEnd(modules) {
    const text = figuresOf(modules);
    process.on('exit', () => console.log(`\n${text}\n`));
    if (process.env['FIGURES'] === '1')
      writeFileSync(page, between(readFileSync(page, 'utf8'), 'figures', `\n${text}\n`));
  },
};

/** The part that a test file belongs to, undefined for the tests that `npm run torture` leaves out. */
export function partOf(file: string): string | undefined {
  return PARTS.find(({ files }) => files.some((glob) => matchesGlob(file, glob)))?.part;
}

function figuresOf(modules: readonly TestModule[]): string {
  const rows = PARTS.map(({ part }) => {
    const own = modules.filter((module) => partOf(relative(root, module.moduleId)) === part);
    const counts = own.flatMap((module) => [...module.children.allTests()]).map(countsOf);
    // A file that could not even be loaded has no tests to fail.
    const broken = own.filter((module) => module.state() === 'failed' && module.errors().length > 0).length;
    return { part, tried: sum(counts.map((one) => one.tried)) + broken, passed: sum(counts.map((one) => one.passed)) };
  });
  const all = { part: 'All', tried: sum(rows.map((row) => row.tried)), passed: sum(rows.map((row) => row.passed)) };
  const shown = [...rows, all].map(({ part, tried, passed }) => [part, grouped(tried), grouped(passed)]);
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
