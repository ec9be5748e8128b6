import { code, text, textAndCommand } from '../../support/markdown.ts';
import type { SummaryFacts } from './facts.ts';

/** Failures that the findings of `verify` explain. */
const VERDICT_CODES: ReadonlySet<string> = new Set(['drift', 'could-not-check']);

/** True where the run failed with something other than what `verify` found. */
export function isFailure({ error }: SummaryFacts): boolean {
  return error !== undefined && !VERDICT_CODES.has(error.code);
}

/** The problem, its fix and the page about it; then each problem where there are several. */
export function problemPart(facts: SummaryFacts): string {
  const { error, errorLink } = facts;
  if (error === undefined) return '';
  const [cause = '', ...said] = error.message.split('\n');
  const kind = error.code === 'cancelled' ? 'WARNING' : 'CAUTION';
  const page = errorLink.startsWith('http') ? `[troubleshooting](${errorLink})` : code(errorLink);
  const box = [
    `[!${kind}]`,
    `**${text(cause)}**`,
    '',
    ...said.flatMap((line) => [text(line), '']),
    `Fix: ${withPages(textAndCommand(error.fix), errorLink)}`,
    '',
    `${code(error.code)}: ${page}`,
  ];
  // The tables of findings and of failed reads have them already.
  const details = isFailure(facts) ? error.details : [];
  const list =
    details.length === 0
      ? ''
      : `\n\n### Details\n\n${details.map((line) => `- ${withPages(textAndCommand(line), errorLink)}`).join('\n')}`;
  return `${box.map((line) => `> ${line}`.trimEnd()).join('\n')}${list}`;
}

/** A page of this repository that a text names, as `text` escapes it. */
const PAGE = /\bdocs\/[a-z-]+\.md\\#[a-z-]+/g;

/** Markdown with links to the pages that it names, which are where the page about the error is. */
function withPages(markdown: string, errorLink: string): string {
  const [base = '', page] = errorLink.split(/(?=docs\/troubleshooting\.md)/);
  if (page === undefined || !base.startsWith('http')) return markdown;
  return markdown.replaceAll(PAGE, (path) => `[${path}](${base}${path.replace('\\', '')})`);
}

/** What to run once the problem is fixed. */
export function nextPart(facts: SummaryFacts): string {
  const { operation, dryRun, error, created, environment, attached } = facts;
  if (operation === undefined || error === undefined || !isFailure(facts)) return '';
  const again = {
    ensure: 'It reads AWS and CockroachDB Cloud, and continues from what exists.',
    delete: 'It continues with what remains.',
    sweep: 'It continues with what remains.',
    verify: '',
  }[operation];
  const first = `After the fix, run this step again. ${dryRun ? '' : again}`.trim();
  const undo =
    created.size === 0 || attached
      ? ''
      : `To remove this environment, run the action with ${code('operation: delete')} and ${code(`environment: ${environment || 'default'}`)}.`;
  // The fix of a cancelled run is to run it again.
  const lines = [error.code === 'cancelled' ? '' : first, undo].filter((line) => line !== '');
  return lines.length === 0 ? '' : `### Next step\n\n${lines.join('\n\n')}`;
}
