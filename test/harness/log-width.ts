import { parted } from '../../src/support/commands.ts';

/** What a line of the log has room for, but for what is pasted or quoted in one piece. */
const WIDTH = 120;
const INDENT = 4;
/** As of a policy or a token, which nobody breaks. */
const LONG_WORD = 100;

const indentOf = (line: string) => line.length - line.trimStart().length;
const isCommand = (line: string) => parted(line.trimStart()).said === '' && parted(line.trimStart()).command !== '';

/** True where a line goes on in the next: its first word had no room, or it is the command that the line ends with. */
function goesOn(line: string, next: string): boolean {
  if (line.startsWith('##[') || indentOf(next) < INDENT || indentOf(next) > indentOf(line) + INDENT) return false;
  const [word = ''] = next.trimStart().split(' ');
  return isCommand(next) ? line.endsWith(':') : line.length + 1 + word.length >= WIDTH;
}

/** The log as the action told it, each text in one line. */
export function unwrapped(log: string): string {
  const lines: string[] = [];
  let last = '';
  for (const line of log.split('\n')) {
    if (lines.length > 0 && goesOn(last, line)) lines.push(`${lines.pop()} ${line.trimStart()}`);
    else lines.push(line);
    last = line;
  }
  return lines.join('\n');
}

/** Lines of the log that could have been broken and are too wide for a window. */
export function wideLines(stdout: string): string[] {
  return stdout
    .split('\n')
    .filter((line) => !line.split(' ').some((word) => word.length > LONG_WORD))
    .filter((line) => line.length > WIDTH && !line.startsWith('::') && !isCommand(line))
    .filter((line) => line.trimStart().includes(' ') && line.lastIndexOf(' ', WIDTH) > indentOf(line))
    .map((line) => `a line of the log that is ${line.length} characters wide: ${line.slice(0, 200)}`);
}
