import { globSync, readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { partOf, writtenRow } from '../torture/figures.ts';
import { PARTS } from '../torture/parts.ts';

it('every long test belongs to a part of the figures', () => {
  const files = globSync('test/{torture,model}/**/*.test.ts').map((file) => file.replaceAll('\\', '/'));
  expect(files.length).toBeGreaterThan(0);
  expect(files.filter((file) => partOf(file) === undefined)).toEqual([]);
});

it('every test that takes a sample is run whole by npm run torture', () => {
  const sampled = globSync('test/**/*.test.ts').filter((file) =>
    /\bTORTURE\b|(?<!\.)\b(sample|atPlaces)\(/.test(readFileSync(file, 'utf8')),
  );
  const left = sampled.filter((file) => partOf(file.replaceAll('\\', '/')) === undefined);
  expect(left.filter((file) => !file.endsWith('torture-parts.test.ts'))).toEqual([]);
});

it('docs/reliability.md says of each part what is tried', () => {
  const figures =
    readFileSync('docs/reliability.md', 'utf8').split('## Figures')[1]?.split('<!-- figures:start')[0] ?? '';
  const rows = [...figures.matchAll(/^\| ([^|]+?) +\|/gm)]
    .map((match) => match[1])
    .filter((text) => !/^-+$/.test(text ?? ''));
  expect(rows).toEqual(['Part', ...PARTS.map(({ part }) => part)]);
});

it('the row of a part is found again in the page', () => {
  const row = '| Races | 12,345 | 12,344 |';
  const page = `| Races | what is tried | 1 |\n<!-- figures:start -->\n\n${row}\n<!-- figures:end -->\n`;
  expect(writtenRow(page, 'Races')).toEqual({ part: 'Races', tried: 12_345, passed: 12_344 });
  expect(writtenRow(page, 'Cancelling')).toBeUndefined();
});
