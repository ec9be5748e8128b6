import { oneLine } from '../support/errors.ts';

/** Text for a Markdown table or paragraph: whatever it holds, it shows as itself. */
export function text(value: string): string {
  return oneLine(value)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/([\\`*_{}[\]()#+!|~@$-])/g, '\\$1');
}

/** Inline code, '–' for nothing. HTML, since a backtick in the value would end Markdown's own. */
export function code(value: string): string {
  if (value === '') return '–';
  const shown = oneLine(value)
    .replace(/&/g, '&amp;')
    .replace(/</g, '&lt;')
    .replace(/>/g, '&gt;')
    .replace(/\|/g, '&#124;');
  return `<code>${shown.replace(/[`*_[\]\\~$@:]/g, (one) => `&#${one.codePointAt(0)};`)}</code>`;
}

export function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  return [
    `| ${head.join(' | ')} |`,
    `|${head.map(() => '---').join('|')}|`,
    ...rows.map((row) => `| ${row.join(' | ')} |`),
  ].join('\n');
}
