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

/** A table of cells that are Markdown already. */
export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [
    `| ${head.join(' | ')} |`,
    `|${head.map(() => '---').join('|')}|`,
    ...rows.map((row) => `| ${row.join(' | ')} |`),
  ].join('\n');
}
