import { oneLine } from '../../support/errors.ts';
import { code, text, textAndCommand, textWithCode } from '../../support/markdown.ts';
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
    `**${textWithCode(cause)}**`,
    '',
    ...said.flatMap((line) => [text(line), '']),
    `Fix: ${withPages(textAndCommand(error.fix), errorLink)}`,
    '',
    `${code(error.code)}: ${page}`,
  ];
  // The tables of findings, of failed reads and of a sweep have them already.
  const details = isFailure(facts) && facts.swept === undefined ? error.details : [];
  const list = details.length === 0 ? '' : `\n\n### Details\n\n${detailsList(details, errorLink)}`;
  return `${box.map((line) => `> ${line}`.trimEnd()).join('\n')}${list}`;
}

/** Claims of a token and a condition of a policy: to be copied as they are. Such a line cannot end a fenced block. */
const COPIED = /^(?:(?:token|iss|aud|sub(?:, [\w ]+)?): |"Condition": )/;

/** Details as bullets; what is to be copied as a block, below its title. */
function detailsList(details: readonly string[], errorLink: string): string {
  const isCopied = (line = '') => COPIED.test(line);
  const parts = details.map((line, index) => {
    if (isCopied(line)) {
      const open = isCopied(details[index - 1]) ? '' : '\n```text\n';
      return `${open}${oneLine(line)}${isCopied(details[index + 1]) ? '' : '\n```\n'}`;
    }
    const shown = withPages(textAndCommand(line), errorLink);
    return line.endsWith(':') && isCopied(details[index + 1]) ? `\n${shown}` : `- ${shown}`;
  });
  return parts.join('\n').trim().replaceAll('\n\n\n', '\n\n');
}

/** A page of this repository that a text names, as `text` escapes it. */
const PAGE = /\bdocs\/[a-z-]+\.md\\#[a-z-]+/g;

/** Markdown with links to the pages that it names, which are where the page about the error is. */
function withPages(markdown: string, errorLink: string): string {
  const [base = '', page] = errorLink.split(/(?=docs\/troubleshooting\.md)/);
  if (page === undefined || !base.startsWith('http')) return markdown;
  return markdown.replaceAll(PAGE, (path) => `[${path}](${base}${path.replace('\\', '')})`);
}

/** A fix that is to run again already, which is not said twice. */
const RUN_AGAIN = /^Run (?:it )?again\b/;

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
  const lines = [error.code === 'cancelled' || RUN_AGAIN.test(error.fix) ? '' : first, undo].filter(
    (line) => line !== '',
  );
  return lines.length === 0 ? '' : `### Next step\n\n${lines.join('\n\n')}`;
}
