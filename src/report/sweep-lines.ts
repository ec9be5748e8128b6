import type { SweepRow } from '../operations/sweep/task.ts';

/** As wide as their longest words. */
const WIDTHS = { outcome: 14, resource: 23, vpcId: 22 };
/** The log has all rows up to here; the output `plan` has the rest too. */
const MAX_ROWS = 500;

/** What `sweep` did, for the log: a table, the commands for what only a person may delete, and a last line. */
export function sweepLines(rows: readonly SweepRow[], isDryRun: boolean): string[] {
  const row = (outcome: string, resource: string, vpcId: string) =>
    `${outcome.padEnd(WIDTHS.outcome)}  ${resource.padEnd(WIDTHS.resource)}  ${vpcId.padEnd(WIDTHS.vpcId)}  `;
  const shown = rows.slice(0, MAX_ROWS);
  return [
    ...(rows.length === 0 ? [] : [`${row('Outcome', 'Resource', 'VPC')}Reason`]),
    ...shown.map((one) => `${row(one.outcome, one.resource, one.vpcId)}${aboutText(one)}`),
    ...(rows.length > MAX_ROWS ? [`${rows.length - MAX_ROWS} more rows are in the output plan`] : []),
    ...shown.flatMap(({ command, resource }) =>
      command === undefined ? [] : [`To delete ${resource} yourself:`, command],
    ),
    lastLine(rows, isDryRun),
  ];
}

/** Who used it, where that is not the resource itself, and why it goes or stays. */
function aboutText({ what, resource, why }: SweepRow): string {
  return what.endsWith(resource) ? why : `${what}: ${why}`;
}

function lastLine(rows: readonly SweepRow[], isDryRun: boolean): string {
  const count = (outcome: SweepRow['outcome']) => rows.filter((row) => row.outcome === outcome).length;
  if (isDryRun) return `Dry run: ${count('would be swept')} would be swept, ${count('kept')} kept; nothing was changed`;
  return `Sweep: ${count('swept')} swept, ${count('kept')} kept, ${count('failed')} failed`;
}
