import { oneLine } from '../support/errors.ts';

/**
 * Text as one line of the log that the runner takes for nothing else. It looks for commands at the start of a line
 * (`::`, after white space) and, in the older form, anywhere (`##[`).
 */
export function logLine(text: string): string {
  return oneLine(text).replace(/^::/, ': :').replaceAll('##[', '# #[');
}
