import { oneLine, shortened } from './errors.ts';

/** Tab, line feed, vertical tab, form feed, carriage return, space. */
const ASCII_WHITE_SPACE = '\t\n\v\f\r ';

/** Text without the ASCII white space around it. Any other space can be part of a name, and stays. */
export function trimAscii(text: string): string {
  const isSpace = (at: number) => ASCII_WHITE_SPACE.includes(text.charAt(at));
  let start = 0;
  let end = text.length;
  while (start < end && isSpace(start)) start += 1;
  while (end > start && isSpace(end - 1)) end -= 1;
  return text.slice(start, end);
}

/** A value on one line, with white space that nobody sees written out, as `<U+3000>`. */
export function visible(value: string): string {
  const spaced = value.replace(/[^\S\t\n\v\f\r ]/g, (space) => {
    const code = (space.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return `<U+${code}>`;
  });
  return oneLine(spaced);
}

/** A value as messages show it: visible, in quotation marks and cut. */
export function quotedValue(value: string, max = 60): string {
  return JSON.stringify(shortened(visible(value), max));
}
