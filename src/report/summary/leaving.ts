import { isWhole, type SweepRow } from '../../operations/sweep/row.ts';
import { monthlyText } from '../../reconcile/model/cost.ts';
import { code, table, text, textAndCommand } from '../../support/markdown.ts';
import { counted, series } from '../../support/text.ts';
import { stillThere } from '../cost.ts';
import { deletedThings, outcomeText } from '../sweep-lines.ts';
import type { Fold, SummaryFacts } from './facts.ts';

/** More rows than this make a summary that nobody reads. */
const MOST_SWEPT_ROWS = 200;

/** What was deleted and released, what is kept and why, and what failed. */
export function sweptTable(rows: readonly SweepRow[] | undefined): string {
  if (rows === undefined) return '';
  const unseen = 'Private connections made with `endpoint-id` carry no claims, so sweep does not see them.';
  if (rows.length === 0)
    return `No VPC endpoint or security group in this region has the tag of this action.\n\n${unseen}`;
  const mark = { swept: '🧹', 'would be swept': '📝', kept: '–', failed: '❌' };
  const order = ['failed', 'swept', 'would be swept', 'kept'];
  const lines = rows
    .toSorted((one, other) => order.indexOf(one.outcome) - order.indexOf(other.outcome))
    .slice(0, MOST_SWEPT_ROWS)
    .map((row) => [
      `${mark[row.outcome]} ${outcomeText(row)}`,
      isWhole(row) ? '–' : text(row.what),
      `${code(row.resource)}<br/>${code(row.vpcId)}`,
      [
        text(row.why),
        ...[series(deletedThings(row))].filter((list) => list !== '').map((list) => text(`Deleted: ${list}`)),
        ...(row.command === undefined ? [] : [`Delete it: ${code(row.command)}`]),
      ].join('<br/>'),
    ]);
  const more = rows.length > MOST_SWEPT_ROWS ? `\n\n${rows.length - MOST_SWEPT_ROWS} more rows are in the log.` : '';
  return `${table(['Outcome', 'Owner', 'Resource', 'Reason'], lines)}${more}\n\n${unseen}`;
}

/** What was removed, what remains and why, and what that costs. */
export function remainingPart({ plan, removal, dryRun, error }: SummaryFacts): string {
  if (plan === undefined) return '';
  const over = error === undefined && plan.steps.length + plan.waits.length === 0;
  const left = over || dryRun ? plan.leftOvers : stillThere(plan);
  const said = removal.map((line) => text(line)).join('\n\n');
  if (left.length === 0) return said;
  const rows = left.map(({ what, why, monthly, more = [] }) => [
    text(what),
    [why, ...more].map(textAndCommand).join('<br/>'),
    monthly > 0 ? `${monthlyText(monthly)} (price of us-east-1; data is extra)` : '–',
  ]);
  const remaining = `### Remaining${dryRun ? ' after the run' : ''}\n\n${table(['Resource', 'Reason', 'Cost'], rows)}`;
  return said === '' ? remaining : `${said}\n\n${remaining}`;
}

/** The steps that were completed, folded. */
export function completedSteps({ done }: SummaryFacts, fold: Fold): string {
  const titles = done.map((title) => `- ${text(title)}`).join('\n');
  return done.length === 0 ? '' : fold(counted(done.length, 'completed step'), titles);
}
