import { counted } from '../../../src/support/text.ts';
import type { Difference } from './differences.ts';
import type { Comparison } from './run.ts';

/** Wider columns are cut with `…`; `--json` has everything. */
const WIDEST = 40;

/** A comparison as lines for a person. */
export function comparisonLines({ differences, explained, unexplained, left }: Comparison): string[] {
  const lines =
    differences.length === 0
      ? ['The sandbox answers as recorded: no difference in fields, words, statuses, states and times.']
      : [`${counted(differences.length, 'difference')} between the recording and the sandbox:`, ...table(differences)];
  if (explained.length > 0) {
    lines.push('', 'With these settings the sandbox answers as recorded, as far as they go:');
    for (const [first = '', ...others] of explained)
      lines.push(`  --against ${first}${others.length === 0 ? '' : ` (or ${others.join(', ')})`}`);
  }
  if (explained.length > 0 && unexplained.length > 0)
    lines.push('', 'Differences that no setting of the sandbox explains:', ...table(unexplained));
  if (differences.length > 0 && explained.length === 0)
    lines.push('', 'No setting of the sandbox explains any of them.');
  if (left.length > 0)
    lines.push('', 'Not compared, since the sandbox was not given it:', ...left.map((one) => `  ${one}`));
  return lines;
}

function table(differences: readonly Difference[]): string[] {
  const rows = [
    ['Where', 'What', 'Recorded', 'Sandbox'],
    ...differences.map((one) => [`${one.service} ${one.call}`, one.what, one.recorded, one.sandbox]),
  ].map((row) => row.map(shortened));
  const widths = [0, 1, 2].map((column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  return rows.map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd());
}

function shortened(text: string): string {
  return text.length <= WIDEST ? text : `…${text.slice(1 - WIDEST)}`;
}
