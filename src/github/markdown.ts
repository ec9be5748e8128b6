import { createHash } from 'node:crypto';
import { parted } from '../support/commands.ts';
import { oneLine, shortened } from '../support/errors.ts';
import { code, fences, text } from '../support/markdown.ts';

/** Longest body of an issue or comment that GitHub takes, in characters. */
export const LONGEST_BODY = 65_536;

/** Splits `@` from the name after it: GitHub looks for mentions after Markdown, so a backslash or entity hides none. */
const GAP = '\u200b';

/** The hidden line by which a text is found again. Holds a hash only, so no key can close it. */
export function hiddenMarker(kind: 'drift' | 'comment', key: readonly string[]): string {
  const hash = createHash('sha256').update(JSON.stringify(key)).digest('hex').slice(0, 32);
  return `<!-- cockroachdb-privatelink:${kind}:${hash} -->`;
}

/** Text that mentions nobody and is otherwise the same. */
export function withoutMentions(markdown: string): string {
  return markdown.replace(/(?<![A-Za-z0-9_])(@|&#0*64;|&#x0*40;|&commat;)(?=[A-Za-z0-9&])/gi, `$1${GAP}`);
}

/** A value in one line of plain text: no control or direction characters, no half of a pair, cut to `most` characters. */
export function plain(value: string, most: number): string {
  const enough = value.slice(0, most * 10);
  const line = oneLine(enough.toWellFormed().replace(/[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, ''));
  return shortened(line, most);
}

/** A value in the Markdown of an issue: it shows as itself, links to nothing, mentions nobody and refers to nothing. */
export function posted(value: string, most = 1_000): string {
  return withoutReferences(withoutMentions(text(plain(value, most))));
}

/** The same with the command at its end as code on a line of its own. */
export function postedWithCommand(value: string, most = 1_000): string {
  const { said, command } = parted(plain(value, most));
  if (command === '') return posted(value, most);
  return said === '' ? code(command) : `${posted(said, most)}<br/>${code(command)}`;
}

/** A link to a run, or just the words where the address is none. */
export function linkTo(words: string, url: string): string {
  const address = URL.canParse(url) ? new URL(url) : undefined;
  if (address === undefined || !/^https?:$/.test(address.protocol)) return words;
  const href = address.href.replace(/[()|`\\]/g, (one) => `%${one.charCodeAt(0).toString(16)}`);
  return `[${words}](${href})`;
}

/** Markdown with line feeds only, as GitHub may have changed them in an edit by hand. */
export function sameLines(markdown: string): string {
  return markdown.replace(/\r\n?/g, '\n').trimEnd();
}

/** Markdown in which no number is taken for an issue, whose page would then say that it was mentioned. */
function withoutReferences(markdown: string): string {
  return markdown.replace(/(?<!&)(\\?#)(?=\d)/g, `$1${GAP}`);
}

/**
 * Somebody else's Markdown made fit for a comment: it mentions nobody, refers to no issue and opens no hidden part, except
 * in fenced blocks, which show as they are.
 */
export function harmless(markdown: string): string {
  const inFence = fences();
  return sameLines(markdown.toWellFormed())
    .split('\n')
    .map((line) =>
      inFence(line) === '' ? withoutReferences(withoutMentions(line)).replaceAll('<!--', '&lt;!--') : line,
    )
    .join('\n');
}
