import { parted } from './commands.ts';
import { oneLine } from './errors.ts';

/** Text for a Markdown table or paragraph: whatever it holds, it shows as itself and links to nothing. */
export function text(value: string): string {
  return (
    oneLine(value)
      .replace(/&/g, '&amp;')
      .replace(/</g, '&lt;')
      .replace(/>/g, '&gt;')
      .replace(/[\\`*_{}[\]()#!|~@$]|^[+-]/g, '\\$&')
      // GitHub makes links of bare addresses, also of mail; a character of no width keeps those apart.
      .replace(/@(?=[\w-]+\\?\.)/g, '@\u200b')
      .replace(/:(?=\/\/)/g, '&#58;')
      .replace(/(?<=www)\./gi, '&#46;')
  );
}

/** Inline code, '–' for nothing. HTML, since a backtick in the value would end Markdown's own. */
export function code(value: string): string {
  if (value === '') return '–';
  const shown = oneLine(value)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/\|/g, '&#124;');
  const escaped = shown.replace(/[`*_[\]\\~$@:]|(?<=www)\./gi, (one) => `&#${one.codePointAt(0)};`);
  return `<code>${escaped}</code>`;
}

/** A word or setting in backticks, as our own texts write it: closed before a space, punctuation or the end. */
const SPAN = /(?<=^|[\s(])`([^`\s](?:[^`]*[^`\s])?)`(?=$|[\s.,;:!?)])/;

/**
 * Text in which what stands in backticks is code. Each piece is escaped for its place, so that backticks from elsewhere
 * make code of what they hold at most.
 * @param plainly shows what stands outside
 */
export function textWithCode(value: string, plainly: (part: string) => string = text): string {
  return oneLine(value)
    .split(SPAN)
    .map((part, index) => {
      if (index % 2 === 1) return code(part);
      const [, before = '', inner = '', after = ''] = /^(\s*)(.*?)(\s*)$/s.exec(part) ?? [];
      return inner === '' ? part : `${before}${plainly(inner)}${after}`;
    })
    .join('');
}

/**
 * Text with the command at its end as code on a line of its own: copied from the page, it is what was meant to be run.
 * What stands in backticks before it is code too.
 */
export function textAndCommand(value: string): string {
  const { said, command } = parted(oneLine(value));
  if (command === '') return textWithCode(value);
  return said === '' ? code(command) : `${textWithCode(said)}<br/>${code(command)}`;
}

/** A table of cells that are Markdown already. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [
    `| ${head.join(' | ')} |`,
    `|${head.map(() => '---').join('|')}|`,
    ...rows.map((row) => `| ${row.join(' | ')} |`),
  ].join('\n');
}

/**
 * Markdown of at most `most` characters: cut after a whole line, with what is left open closed, and a note at its end.
 * @param rest where the reader finds the rest, as a sentence
 */
export function fitted(markdown: string, { max, rest }: { max: number; rest: string }): string {
  if (markdown.length <= max) return markdown;
  const note = `\n\n*Cut here: the text is longer than GitHub accepts. ${rest}*`;
  const room = max - note.length - 200;
  const head = markdown.slice(0, room);
  const kept = (head.includes('\n') ? head.slice(0, head.lastIndexOf('\n')) : head).toWellFormed();
  const inFence = fences();
  let open = '';
  let depth = 0;
  for (const line of kept.split('\n')) {
    open = inFence(line);
    if (open !== '') continue;
    depth += (line.match(/<details\b/gi)?.length ?? 0) - (line.match(/<\/details>/gi)?.length ?? 0);
  }
  const closing = `${open === '' ? '' : `\n${open}`}${'\n\n</details>'.repeat(Math.min(10, Math.max(0, depth)))}`;
  return `${kept}${closing}${note}`;
}

/**
 * Tells line by line whether it belongs to a fenced block: its fence, or ''. A block counts only after an empty line;
 * elsewhere it may be part of an HTML block and be shown as text. The closing fence counts as outside.
 */
export function fences(): (line: string) => string {
  let fence = '';
  let afterEmpty = true;
  return (line) => {
    const mark = /^ {0,3}(`{3,}|~{3,})(.*)$/.exec(line);
    const [, ticks = '', rest = ''] = mark ?? [];
    if (fence === '') {
      if (afterEmpty && ticks.length <= 100 && ticks !== '' && !(ticks.startsWith('`') && rest.includes('`')))
        fence = ticks;
    } else if (ticks.startsWith(fence) && rest.trim() === '') {
      fence = '';
    }
    afterEmpty = line.trim() === '';
    return fence;
  };
}
