import { isWhole, type SweepRow } from '../operations/sweep/row.ts';
import { counted } from '../support/text.ts';
import { removedBy } from './departure-words.ts';

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
    ...shown.map((one) => `${row(outcomeText(one), one.resource, one.vpcId)}${aboutText(one)}`),
    ...(rows.length > MAX_ROWS ? [`${rows.length - MAX_ROWS} more rows are in the output plan`] : []),
    ...new Set(shown.flatMap(deletedThings).map((one) => `Deleted ${one}`)),
    ...shown.flatMap(({ command, resource }) =>
      command === undefined ? [] : [`To delete ${resource} yourself:`, command],
    ),
    lastLine(rows, isDryRun),
  ];
}

/** Who used it, where that is not the resource itself, and why it goes or stays. */
function aboutText(row: SweepRow): string {
  return isWhole(row) ? row.why : `${row.what}: ${row.why}`;
}

/** What became of a resource or of the claim on it, in a word or two: `deleted`, `claim released`, `kept`. */
export function outcomeText({ outcome, resource, removal }: SweepRow): string {
  if (outcome !== 'swept' || removal === undefined) return outcome;
  const isDeleted = removal.actions.some(
    (action) =>
      (action.kind === 'delete-endpoint' && action.endpointId === resource) ||
      (action.kind === 'delete-group' && action.groupId === resource),
  );
  if (isDeleted) return 'deleted';
  // An answer may have been lost, and another run may have been first.
  return removal.actions.some((action) => action.kind === 'unclaim') ? 'claim released' : 'gone';
}

/** What was deleted, where that is more than the resource of the row; each a noun phrase. */
export function deletedThings(row: SweepRow): readonly string[] {
  const { removal, resource } = row;
  if (removal === undefined) return [];
  const { deleted } = removedBy(removal.actions, removal.observed);
  const isOnlyItself = isWhole(row) && deleted.length === 1 && deleted[0]?.endsWith(resource) === true;
  return isOnlyItself ? [] : deleted;
}

/** `1 claim released, 2 deleted, 3 kept`: the rows by their outcomes. */
export function outcomeCounts(rows: readonly SweepRow[]): string {
  const count = (outcome: string) => rows.filter((row) => outcomeText(row) === outcome).length;
  const [released, gone] = [count('claim released'), count('gone')];
  return [
    ...(released === 0 ? [] : [`${counted(released, 'claim')} released`]),
    `${count('deleted')} deleted`,
    ...(gone === 0 ? [] : [`${gone} gone`]),
    `${count('kept')} kept`,
  ].join(', ');
}

function lastLine(rows: readonly SweepRow[], isDryRun: boolean): string {
  const count = (outcome: SweepRow['outcome']) => rows.filter((row) => row.outcome === outcome).length;
  if (isDryRun) return `Dry run: ${count('would be swept')} would be swept, ${count('kept')} kept; nothing was changed`;
  return `Sweep: ${outcomeCounts(rows)}, ${count('failed')} failed`;
}
