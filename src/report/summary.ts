import type { Observed } from '../reconcile/model/observed.ts';
import type { Plan } from '../reconcile/model/plan.ts';
import { trustedOwners } from '../runner/outputs.ts';
import { duration } from '../support/clock.ts';
import { code, fitted, table, text, textAndCommand } from '../support/markdown.ts';
import { costLines } from './cost.ts';
import { pathDiagram } from './diagram.ts';
import type { SummaryFacts } from './summary/facts.ts';
import { headline } from './summary/headline.ts';
import { leftOversPart, stepsDone, sweptTable } from './summary/leaving.ts';
import { connecting, statusTable, worksTable } from './summary/path.ts';
import { findingsTable, probeTable } from './summary/verdict.ts';

/**
 * Characters of a summary. GitHub takes 1 MiB for a step and drops what is longer, and a character of a string is at
 * most three bytes of UTF-8
 * (https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#adding-a-job-summary).
 */
const LONGEST = 340_000;

/** The job summary as Markdown: what was made, adopted and left alone, how to connect, and where the time went. */
export function summaryMarkdown(facts: SummaryFacts): string {
  const { reports } = facts;
  const parts = [
    headline(facts, reports),
    errorPart(facts),
    facts.verdict === undefined ? '' : findingsTable(facts.verdict),
  ];
  // What was not read must not be shown as if it were not there.
  const seen = facts.verdict === undefined || facts.verdict.unchecked.length === 0;
  if (facts.departure) parts.push(leftOversPart(facts), stepsDone(facts));
  parts.push(sweptTable(facts.swept));
  if (facts.plan !== undefined && reports.length > 0 && seen && !facts.departure) {
    parts.push(
      statusTable(facts.plan, reports),
      pathDiagram(facts.plan.paths, facts.observed?.vpc?.id ?? '', facts.region),
    );
    parts.push(worksTable(facts, facts.plan));
    if (!facts.dryRun) parts.push(connecting(reports, facts.apiUrl));
  }
  parts.push(probeTable(facts.probes), ownersTable(facts.observed));
  if (facts.plan !== undefined && facts.dryRun && facts.verdict === undefined) parts.push(planPart(facts.plan));
  if (facts.plan !== undefined && facts.plan.notes.length > 0)
    parts.push(`### Worth knowing\n\n${facts.plan.notes.map(noteLine).join('\n')}`);
  parts.push(timePart(facts));
  const whole = `${parts.filter((part) => part !== '').join('\n\n')}\n`;
  return fitted(whole, { max: LONGEST, rest: 'The outputs and the log have it all.' });
}

function noteLine({ text: said, more = [] }: Plan['notes'][number]): string {
  return `- ${[said, ...more].map(textAndCommand).join('<br/>')}`;
}

function errorPart({ error, errorLink }: SummaryFacts): string {
  if (error === undefined) return '';
  const details =
    error.details.length === 0 ? '' : `\n\n${error.details.map((line) => `- ${textAndCommand(line)}`).join('\n')}`;
  return `> [!CAUTION]\n> **${text(error.message)}**\n>\n> ${textAndCommand(error.fix)}\n>\n> ${code(error.code)}: ${errorLink.startsWith('http') ? `[troubleshooting](${errorLink})` : code(errorLink)}${details}`;
}

/** Who is trusted, with the ID that each entry is read and removed by. */
function ownersTable(observed: Observed | undefined): string {
  const owners = observed === undefined ? [] : trustedOwners(observed);
  if (owners.length === 0) return '';
  const rows = owners.map((owner) => [
    text(owner.cluster_name || owner.cluster_id),
    code(owner.account),
    code(owner.id),
    text(owner.created_at || '–'),
  ]);
  return `### Trusted owners\n\n${table(['Cluster', 'AWS account', 'Entry ID', 'Trusted since'], rows)}`;
}

function planPart(plan: Plan): string {
  if (plan.steps.length === 0) return '### Plan\n\nNo changes needed.';
  const lines = plan.steps.map(
    (step, index) => `${index + 1}. ${text(step.title)}${step.ready ? '' : ` *(once ${text(step.after)})*`}`,
  );
  const costs = costLines(plan).map((line) => `\n\n${text(line)}`);
  return `### Plan\n\n${lines.join('\n')}${costs.join('')}`;
}

function timePart(facts: SummaryFacts): string {
  const spans = facts.spans
    .filter((span) => span.ms >= 50)
    .toSorted((one, other) => other.ms - one.ms)
    .slice(0, 8);
  if (spans.length === 0) return '';
  const rows = spans.map((span) => [
    text(span.what),
    { look: 'read', step: 'request', wait: 'wait' }[span.kind],
    duration(span.ms),
  ]);
  return `<details><summary>Where the time went: ${duration(facts.totalMs)}</summary>\n\n${table(['What', 'Kind', 'Time'], rows)}\n\nSteps and waits overlap, so the rows may add up to more.\n\n</details>`;
}
