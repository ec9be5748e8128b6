import type { Observed } from '../reconcile/model/observed.ts';
import type { Plan } from '../reconcile/model/plan.ts';
import { trustedOwners } from '../runner/outputs.ts';
import { duration } from '../support/clock.ts';
import { code, fitted, table, text, textAndCommand } from '../support/markdown.ts';
import { costLines } from './cost.ts';
import { pathDiagram } from './diagram.ts';
import type { SummaryFacts } from './summary/facts.ts';
import { headline } from './summary/headline.ts';
import { completedSteps, remainingPart, sweptTable } from './summary/leaving.ts';
import { connectionStrings, resourcesTable, statusTable } from './summary/path.ts';
import { isFailure, nextPart, problemPart } from './summary/problem.ts';
import { findingsTable, probeTable, uncheckedTable } from './summary/verdict.ts';

/**
 * Characters of a summary. GitHub takes 1 MiB for a step and drops what is longer, and a character of a string is at
 * most three bytes of UTF-8
 * (https://docs.github.com/en/actions/reference/workflows-and-actions/workflow-commands#adding-a-job-summary).
 */
const LONGEST = 340_000;

/** What a summary is made of, in its order; '' for what a run has nothing to say about. */
interface Parts {
  /** What decides whether somebody reads on: the result, the problem with its fix, the plan, the status. */
  readonly answer: readonly string[];
  /** What is looked up later: connection strings, resources, notes, times, the picture. */
  readonly reference: readonly string[];
}

/** The job summary as Markdown, the answer first. */
export function summaryMarkdown(facts: SummaryFacts): string {
  const { answer, reference } = partsOf(facts);
  const whole = `${joined([headline(facts), ...answer, ...reference])}\n`;
  return fitted(whole, { max: LONGEST, rest: 'For the rest, see the log and the outputs.' });
}

/**
 * The comment on a pull request: the result and the run that it is from, with the reference folded.
 * @param writtenBy the run, as Markdown; GitHub's own words, in which nothing is hidden, so that its link stays one
 * @param hide takes secrets out of the rest
 */
export function commentMarkdown(
  facts: SummaryFacts,
  { writtenBy, hide }: { writtenBy: string; hide(markdown: string): string },
): string {
  const { answer, reference } = partsOf(facts);
  const folded = joined(reference);
  const details = folded === '' ? '' : `<details><summary>Details</summary>\n\n${folded}\n\n</details>`;
  const rest = hide(joined([...answer, details]));
  return `${joined([hide(headline(facts)), `<sub>Written by ${writtenBy}</sub>`, rest])}\n`;
}

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n');
}

function partsOf(facts: SummaryFacts): Parts {
  if (isFailure(facts)) return failureParts(facts);
  if (facts.swept !== undefined) return { answer: [sweptTable(facts.swept)], reference: [timePart(facts)] };
  if (facts.departure) return departureParts(facts);
  if (facts.verdict !== undefined) return verdictParts(facts);
  if (facts.dryRun) return dryRunParts(facts);
  return {
    answer: [probeTable(facts.probes), statusTable(facts), pendingPart(facts), completedSteps(facts)],
    reference: [
      connectionStrings(facts),
      resourcesTable(facts),
      ownersTable(facts.observed),
      notesPart(facts),
      timePart(facts),
      picturePart(facts),
    ],
  };
}

/** The problem and its fix, what exists, and what to run next; no picture, and no connection string. */
function failureParts(facts: SummaryFacts): Parts {
  const { verdict } = facts;
  return {
    answer: [
      problemPart(facts),
      ...(verdict === undefined ? [] : [findingsTable(verdict), uncheckedTable(verdict)]),
      probeTable(facts.probes),
      sweptTable(facts.swept),
      ...(facts.departure ? [remainingPart(facts)] : existingParts(facts)),
      nextPart(facts),
      completedSteps(facts),
    ],
    reference: [ownersTable(facts.observed), notesPart(facts), timePart(facts)],
  };
}

/** What was not read must not be shown as if it did not exist. */
function existingParts(facts: SummaryFacts): string[] {
  const isRead = facts.verdict === undefined || facts.verdict.unchecked.length === 0;
  return isRead ? [statusTable(facts), resourcesTable(facts)] : [];
}

function verdictParts(facts: SummaryFacts): Parts {
  const { verdict, error } = facts;
  if (verdict === undefined) return { answer: [], reference: [] };
  const [status = '', resources = ''] = existingParts(facts);
  const isSound = error === undefined && verdict.unchecked.length === 0;
  return {
    answer: [problemPart(facts), findingsTable(verdict), uncheckedTable(verdict), probeTable(facts.probes), status],
    reference: [
      isSound ? connectionStrings(facts) : '',
      resources,
      ownersTable(facts.observed),
      notesPart(facts),
      timePart(facts),
      isSound ? picturePart(facts) : '',
    ],
  };
}

function departureParts(facts: SummaryFacts): Parts {
  return {
    answer: [
      planPart(facts),
      remainingPart(facts),
      facts.dryRun ? '' : pendingPart(facts),
      notesPart(facts),
      completedSteps(facts),
    ],
    reference: [ownersTable(facts.observed), timePart(facts)],
  };
}

function dryRunParts(facts: SummaryFacts): Parts {
  return {
    answer: [planPart(facts), statusTable(facts)],
    reference: [
      resourcesTable(facts),
      ownersTable(facts.observed),
      notesPart(facts),
      timePart(facts),
      picturePart(facts),
    ],
  };
}

/** What is still under way at the end of a run that does not wait for it. */
function pendingPart({ plan }: SummaryFacts): string {
  const waits = plan?.waits ?? [];
  if (waits.length === 0) return '';
  const lines = waits.map((wait) => `- ${text(`${wait.what}: ${wait.seen}; ${wait.waitingOn}`)}`);
  return `### Pending\n\n${lines.join('\n')}\n\nRun this step again to continue.`;
}

function notesPart({ plan }: SummaryFacts): string {
  const notes = plan?.notes ?? [];
  return notes.length === 0 ? '' : `### Notes\n\n${notes.map(noteLine).join('\n')}`;
}

function noteLine({ text: said, more = [] }: Plan['notes'][number]): string {
  return `- ${[said, ...more].map(textAndCommand).join('<br/>')}`;
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

/** The plan of a dry run. */
function planPart({ plan, dryRun }: SummaryFacts): string {
  if (plan === undefined || !dryRun) return '';
  const steps = plan.steps.map(
    (step, index) => `${index + 1}. ${text(step.title)}${step.ready ? '' : ` *(once ${text(step.after)})*`}`,
  );
  const waits = plan.waits.map((wait) => `- Wait for ${text(`${wait.what}: ${wait.seen}; ${wait.waitingOn}`)}`);
  const lists = [steps, waits].filter((list) => list.length > 0).map((list) => list.join('\n'));
  const costs = costLines(plan).map((line) => text(line));
  return joined(['### Plan', ...(lists.length === 0 ? ['No changes needed.'] : lists), ...costs]);
}

function picturePart({ plan, observed, region }: SummaryFacts): string {
  const picture = pathDiagram(plan?.paths ?? [], observed?.vpc?.id ?? '', region);
  return picture === '' ? '' : `### Diagram\n\n${picture}`;
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
  return `<details><summary>Time: ${duration(facts.totalMs)}</summary>\n\n${table(['Step', 'Kind', 'Time'], rows)}\n\nSteps and waits overlap, so the rows can add up to more.\n\n</details>`;
}
