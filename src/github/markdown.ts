import { createHash } from 'node:crypto';
import { parted } from '../support/commands.ts';
import { oneLine, shortened } from '../support/errors.ts';
import { code, fences, text, textWithCode } from '../support/markdown.ts';
import type { WallTime } from '../support/moment.ts';

/** Longest body of an issue or comment that GitHub takes, in characters. */
export const LONGEST_BODY = 65_536;

/** Splits `@` from the name after it: GitHub looks for mentions after Markdown, so a backslash or entity hides none. */
const GAP = '\u200b';

/** The hidden line by which a text is found again. Holds a hash only, so no key can close it. */
export function hiddenMarker(kind: 'drift' | 'comment', key: readonly string[]): string {
  const hash = createHash('sha256').update(JSON.stringify(key)).digest('hex').slice(0, 32);
  return `<!-- cockroachdb-privatelink:${kind}:${hash} -->`;
}

/** Text that mentions nobody, refers to no issue or commit, and otherwise reads the same. */
export function inert(markdown: string): string {
  return withoutCommits(withoutReferences(withoutMentions(markdown)));
}

function withoutMentions(markdown: string): string {
  return markdown.replace(/(?<![A-Za-z0-9_])(@|&#0*64;|&#x0*40;|&commat;)(?=[A-Za-z0-9&])/gi, `$1${GAP}`);
}

/**
 * A value in one line of plain text: no control or direction characters, no half of a pair, cut to `most` characters.
 */
export function plain(value: string, max: number): string {
  const enough = value.slice(0, max * 10);
  const line = oneLine(enough.toWellFormed().replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, ''));
  return shortened(line, max);
}

/** A value in the Markdown of an issue: it shows as itself, links to nothing, mentions nobody and refers to nothing. */
export function posted(value: string, max = 1_000): string {
  return inert(text(plain(value, max)));
}

/** The same with what stands in backticks as code, and the command at its end as code on a line of its own. */
export function postedWithCommand(value: string, max = 1_000): string {
  const { said, command } = parted(plain(value, max));
  const shown = textWithCode(said, (part) => inert(text(part)));
  if (command === '') return shown;
  return said === '' ? code(command) : `${shown}<br/>${code(command)}`;
}

/** A link to a run, or just the words where the address is none. */
export function linkTo(words: string, url: string): string {
  const address = URL.canParse(url) ? new URL(url) : undefined;
  if (address === undefined || !/^https?:$/.test(address.protocol)) return words;
  const href = address.href.replace(/[()|`\\]/g, (one) => `%${one.charCodeAt(0).toString(16)}`);
  return `[${words}](${href})`;
}

/** A run of a workflow, as the runner's variables name it. */
export interface WorkflowRun {
  readonly runUrl: string;
  /** As GitHub counts the runs of the workflow; '' where it is not known. */
  readonly runNumber: string;
  /** The commit that the run is for; '' where it is not known. */
  readonly commit: string;
}

/** A run with its number, its commit and the time: "run 12, commit 0123456, 2026-11-02 03:17 UTC". */
export function runText({ runUrl, runNumber, commit }: WorkflowRun, at: WallTime): string {
  const name = linkTo(/^\d+$/.test(runNumber) ? `run ${runNumber}` : 'this run', runUrl);
  const sha = /^[0-9a-f]{7,64}$/.test(commit) ? [`commit ${code(commit.slice(0, 7))}`] : [];
  const time = `${new Date(at).toISOString().slice(0, 16).replace('T', ' ')} UTC`;
  return [name, ...sha, time].join(', ');
}

/** Markdown with line feeds only, as GitHub may have changed them in an edit by hand. */
export function sameLines(markdown: string): string {
  return markdown.replace(/\r\n?/g, '\n').trimEnd();
}

/** Markdown in which no number is taken for an issue, whose page would then say that it was mentioned. */
function withoutReferences(markdown: string): string {
  return markdown.replace(/((?<!&)\\?#|&#0*35;|&#x0*23;|&num;)(?=\d)/gi, `$1${GAP}`);
}

/** A SHA as GitHub sees one: after a space or a bracket, of 7 to 40 digits. Source: remarkjs/remark-github 22. */
const COMMIT = /(?<![\w\-/.=%&#])[0-9a-f]{7,40}(?!\w|-[0-9a-f]{4}-[0-9a-f]{4}-)/gi;
/** Longest run of hexadecimal digits that is no SHA. */
const SHORT = /.{6}(?=.)/g;

/**
 * Markdown in which nothing is taken for `GH-3`, a commit or the page of an issue (GitHub docs, Autolinked references
 * and URLs). IDs of AWS and of clusters, and plain numbers such as accounts, stay as they are: people copy them.
 */
function withoutCommits(markdown: string): string {
  return markdown
    .replace(/(?<![A-Za-z0-9])(GH-)(?=\d)/gi, `$1${GAP}`)
    .replace(/(\/(?:issues|pulls?|discussions|commits?)\/)(?=[0-9a-f])/gi, `$1${GAP}`)
    .replace(COMMIT, (sha) => (/[a-f]/i.test(sha) ? sha.replace(SHORT, `$&${GAP}`) : sha));
}

/**
 * Code and the targets of links, where GitHub looks for no reference. No text from elsewhere can hold one unescaped.
 */
const OPAQUE = /(<code>.*?<\/code>|\]\([^)\s]*\))/;

/**
 * Somebody else's Markdown made fit for a comment: it mentions nobody, refers to no issue and opens no hidden part,
 * except in fenced blocks, which show as they are.
 */
export function harmless(markdown: string): string {
  const inFence = fences();
  return sameLines(markdown.toWellFormed())
    .split('\n')
    .map((line) => (inFence(line) === '' ? shown(line) : line))
    .join('\n');
}

function shown(line: string): string {
  return withoutReferences(withoutMentions(line))
    .replaceAll('<!--', '&lt;!--')
    .split(OPAQUE)
    .map((part, index) => (index % 2 === 0 ? withoutCommits(part) : part))
    .join('');
}
