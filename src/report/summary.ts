import type { Observed } from '../reconcile/model/observed.ts';
import type { Plan } from '../reconcile/model/plan.ts';
import { trustedOwners } from '../runner/outputs.ts';
import { duration } from '../support/clock.ts';
import { code, fitted, table, text, textAndCommand } from '../support/markdown.ts';
import { counted, joinShort } from '../support/text.ts';
import { costLines } from './cost.ts';
import { pathDiagram } from './diagram.ts';
import type { Fold, SummaryFacts } from './summary/facts.ts';
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
  /** What a reader needs first: the result, the problem with its fix, the plan, the status. */
  readonly answer: readonly string[];
  /** What belongs to the answer in a summary; a comment folds it. */
  readonly more: readonly string[];
  /** What is looked up later: connection strings, resources, notes, times, the picture. */
  readonly reference: readonly string[];
}

/** The job summary as Markdown, the answer first. */
export function summaryMarkdown(facts: SummaryFacts): string {
  const { answer, more, reference } = partsOf(facts, folded);
  const whole = `${joined([headline(facts), ...answer, ...more, ...reference])}\n`;
  return fitted(whole, { max: LONGEST, rest: 'For the rest, see the log and the outputs.' });
}

/**
 * The comment on a pull request: the result, the run that it is from and what that changed; all else in one fold.
 * @param writtenBy the run, as Markdown; GitHub's own words, in which nothing is hidden, so that its link stays one
 * @param hide takes secrets out of the rest
 */
export function commentMarkdown(
  facts: SummaryFacts,
  { writtenBy, hide }: { writtenBy: string; hide(markdown: string): string },
): string {
  const { answer, more, reference } = partsOf(facts, (title, content) => `### ${title}\n\n${content}`);
  const content = joined([...more, ...reference]);
  const details = content === '' ? '' : folded('Details', content);
  const rest = hide(joined([...answer, changesPart(facts), details]));
  return `${joined([hide(headline(facts)), `<sub>Written by ${writtenBy}</sub>`, rest])}\n`;
}

const folded: Fold = (title, content) => `<details><summary>${title}</summary>\n\n${content}\n\n</details>`;

function joined(parts: readonly string[]): string {
  return parts.filter((part) => part !== '').join('\n\n');
}

/** What the run changed, in a line; '' where the answer says it. */
function changesPart({ changes, removal, swept }: SummaryFacts): string {
  if (changes.length === 0 || removal.length > 0 || swept !== undefined) return '';
  const words = changes.map((one) => `${one.slice(0, 1).toLowerCase()}${one.slice(1)}`);
  return text(`${counted(changes.length, 'change')}: ${joinShort(words)}`);
}

function partsOf(facts: SummaryFacts, fold: Fold): Parts {
  if (isFailure(facts)) return failureParts(facts, fold);
  if (facts.swept !== undefined)
    return { answer: [sweptTable(facts.swept)], more: [], reference: [timePart(facts, fold)] };
  if (facts.departure) return departureParts(facts, fold);
  if (facts.verdict !== undefined) return verdictParts(facts, fold);
  if (facts.dryRun) return dryRunParts(facts, fold);
  return {
    answer: [probeTable(facts.probes), statusTable(facts), pendingPart(facts)],
    more: [completedSteps(facts, fold)],
    reference: [
      connectionStrings(facts, fold),
      resourcesTable(facts),
      ownersTable(facts.observed),
      notesPart(facts),
      timePart(facts, fold),
      picturePart(facts),
    ],
  };
}

/** The problem and its fix, what exists, and what to run next; no picture, and no connection string. */
function failureParts(facts: SummaryFacts, fold: Fold): Parts {
  const { verdict } = facts;
  const [status = '', resources = ''] = facts.departure ? [remainingPart(facts)] : existingParts(facts);
  return {
    answer: [
      problemPart(facts),
      ...(verdict === undefined ? [] : [findingsTable(verdict), uncheckedTable(verdict)]),
      probeTable(facts.probes),
      sweptTable(facts.swept),
      status,
    ],
    more: [resources, nextPart(facts), completedSteps(facts, fold)],
    reference: [ownersTable(facts.observed), notesPart(facts), timePart(facts, fold)],
  };
}

/** What was not read must not be shown as if it did not exist. */
function existingParts(facts: SummaryFacts): string[] {
  const isRead = facts.verdict === undefined || facts.verdict.unchecked.length === 0;
  return isRead ? [statusTable(facts), resourcesTable(facts)] : [];
}

function verdictParts(facts: SummaryFacts, fold: Fold): Parts {
  const { verdict, error } = facts;
  if (verdict === undefined) return { answer: [], more: [], reference: [] };
  const [status = '', resources = ''] = existingParts(facts);
  const isSound = error === undefined && verdict.unchecked.length === 0;
  return {
    answer: [problemPart(facts), findingsTable(verdict), uncheckedTable(verdict), probeTable(facts.probes), status],
    more: [],
    reference: [
      isSound ? connectionStrings(facts, fold) : '',
      resources,
      ownersTable(facts.observed),
      notesPart(facts),
      timePart(facts, fold),
      isSound ? picturePart(facts) : '',
    ],
  };
}

function departureParts(facts: SummaryFacts, fold: Fold): Parts {
  return {
    answer: [planPart(facts), remainingPart(facts), facts.dryRun ? '' : pendingPart(facts), notesPart(facts)],
    more: [completedSteps(facts, fold)],
    reference: [ownersTable(facts.observed), timePart(facts, fold)],
  };
}

function dryRunParts(facts: SummaryFacts, fold: Fold): Parts {
  return {
    answer: [planPart(facts), statusTable(facts)],
    more: [],
    reference: [
      resourcesTable(facts),
      ownersTable(facts.observed),
      notesPart(facts),
      timePart(facts, fold),
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

function timePart(facts: SummaryFacts, fold: Fold): string {
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
  const content = `${table(['Step', 'Kind', 'Time'], rows)}\n\nSteps and waits overlap, so the rows can add up to more.`;
  return fold(`Time: ${duration(facts.totalMs)}`, content);
}
