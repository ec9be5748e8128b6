import { parted } from '../support/commands.ts';
import { oneLine } from '../support/errors.ts';

/** At most 120 characters fit; one of them is for the blank that keeps a line from being a command. */
const WIDTH = 119;
const LONG_WORD = 100;
const INDENT = '    ';

/**
 * Text as one line of the log that the runner takes for nothing else. It looks for commands at the start of a line
 * (`::`, after white space) and, in the older form, anywhere (`##[`).
 */
export function logLine(text: string): string {
  return noCommand(oneLine(text));
}

function noCommand(line: string): string {
  return line.replace(/^(\s*)::/, '$1: :').replaceAll('##[', '# #[');
}

/**
 * Text as lines of the log, none wider than fits. A command at its end stands on a line of its own, in one piece, since
 * it is there to be pasted. A text with a word that nearly fills a line, such as a policy, is not broken at all.
 */
export function logLines(text: string): string[] {
  const indent = ' '.repeat(text.length - text.trimStart().length);
  const { said, command } = parted(oneLine(text).replaceAll('##[', '# #['));
  if (said === '') return [logLine(command)];
  const lines = wrapped(`${indent}${said.trimEnd()}`, `${indent}${INDENT}`);
  return [...lines, ...(command === '' ? [] : [`${indent}${INDENT}${command}`])].map(noCommand);
}

/** Breaks a text at its spaces. @param indent of all lines but the first */
function wrapped(text: string, indent: string): string[] {
  if (text.split(' ').some((word) => word.length > LONG_WORD)) return [text];
  const lines: string[] = [];
  let rest = text;
  while (rest.length > WIDTH) {
    const start = rest.length - rest.trimStart().length;
    const before = rest.lastIndexOf(' ', WIDTH);
    const at = before > start ? before : rest.indexOf(' ', WIDTH);
    if (at < 0) break;
    lines.push(rest.slice(0, at).trimEnd());
    rest = `${indent}${rest.slice(at + 1)}`;
  }
  return [...lines, rest];
}
