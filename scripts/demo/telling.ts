const WIDTH = 110;

/** What a workflow writes where the sandbox has a secret of its own. */
const written: Record<string, string> = { 'cockroach-api-key': '$' + '{{ secrets.COCKROACH_API_KEY }}' };

export const say = (text = '') => console.log(text);
const colour = process.stdout.isTTY === true && (process.env['NO_COLOR'] ?? '') === '';
const paint = (code: number, text: string) => (colour ? `\u001b[${code}m${text}\u001b[0m` : text);
export const bold = (text: string) => paint(1, text);
export const dim = (text: string) => paint(2, text);

export function heading(text: string): void {
  say();
  say(bold(`── ${text} ${'─'.repeat(Math.max(3, WIDTH - text.length - 4))}`));
  say();
}

export function showStep(inputs: Record<string, string>): void {
  say('  - uses: OWNER/cockroachdb-privatelink-action@COMMIT_SHA');
  say('    with:');
  for (const [name, value] of Object.entries(inputs)) say(`      ${name}: ${written[name] ?? value}`);
  say();
}

/** Prints a line in the given indent; a long one goes on below, indented further. */
export function sayWrapped(text: string, indent: number, shade: (text: string) => string = (same) => same): void {
  let line = '';
  let margin = indent;
  for (const word of text.split(' ')) {
    if (line !== '' && margin + line.length + 1 + word.length > WIDTH) {
      say(' '.repeat(margin) + shade(line));
      line = '';
      margin = indent + 4;
    }
    line = line === '' ? word : `${line} ${word}`;
  }
  say(' '.repeat(margin) + shade(line));
}

export const red = (text: string) => paint(31, text);
const yellow = (text: string) => paint(33, text);

const INDENT_AFTER: Readonly<Record<string, number>> = { endgroup: 2, group: 6, error: 2 };

/** The log as the runner shows it: groups as indented sections, annotations marked, debug lines hidden. */
export function showLog(log: string): void {
  let indent = 2;
  const lines = log.trimEnd().split('\n');
  // The failure, which comes last, goes on in the lines after it; findings have one line each.
  const failure = lines.findLastIndex((line) => line.startsWith('##[error]'));
  for (const [index, line] of lines.entries()) {
    const [, command, rest = ''] = /^##\[(\w+)\](.*)$/.exec(line) ?? [];
    if (command === 'group') say(`  ▾ ${bold(rest)}`);
    else if (command === 'error') sayWrapped(`Error: ${rest}`, 2, red);
    else if (command === 'warning') sayWrapped(`Warning: ${rest}`, indent, yellow);
    else if (command !== 'debug' && command !== 'endgroup') {
      sayWrapped(line.trimStart(), indent + line.length - line.trimStart().length);
    }
    indent = index === failure ? 9 : (INDENT_AFTER[command ?? ''] ?? indent);
  }
}

/** The outputs as a table; after an earlier run of the same step only those that differ. */
export function showOutputs(
  outputs: Record<string, string>,
  summaryFile: string,
  earlier?: { number: number; outputs: Record<string, string> },
): void {
  const differs = Object.entries(outputs).filter(([name, value]) => value !== (earlier?.outputs[name] ?? ''));
  const width = Math.max(...differs.map(([name]) => name.length));
  say();
  say(`  ${bold('Outputs')}${earlier === undefined ? '' : ` (those that differ from run ${earlier.number})`}`);
  for (const [name, value] of differs) {
    const room = WIDTH - width - 6;
    const text = value.length > room ? `${value.slice(0, room - 1)}…` : value;
    const shown = name === 'summary-markdown' ? `see ${summaryFile}` : text || '(empty)';
    say(`    ${name.padEnd(width)}  ${shown}`);
  }
  const empty = Object.keys(outputs).filter((name) => outputs[name] === '');
  if (earlier === undefined && empty.length > 0) say(dim(`    empty: ${empty.join(', ')}`));
}
