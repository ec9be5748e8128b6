/** One line of the table: what was measured, beside what is asked for. */
export interface Row {
  readonly what: string;
  readonly measured: string;
  /** Empty where nothing is asked. */
  readonly asked: string;
  /** Undefined where nothing is asked, or where it could not be measured. */
  readonly met?: boolean | undefined;
}

/** A row for a figure that must not be above a limit. */
export function limited(
  what: string,
  value: number,
  { limit, told }: { limit: number; told(value: number): string },
): Row {
  return { what, measured: told(value), asked: `at most ${told(limit)}`, met: value <= limit };
}

/** A table in Markdown with its columns aligned, as the pages have it. */
export function markdownTable(rows: readonly Row[]): string {
  const verdict = (met: boolean | undefined) => (met === undefined ? '' : met ? 'yes' : '**no**');
  const lines = [
    ['What', 'Measured', 'Required', 'Met'],
    ...rows.map(({ what, measured, asked, met }) => [what, measured, asked, verdict(met)]),
  ];
  const widths = [0, 1, 2, 3].map((column) => Math.max(...lines.map((line) => line[column]?.length ?? 0)));
  const text = (line: readonly string[]) =>
    `| ${widths.map((width, column) => (line[column] ?? '').padEnd(width)).join(' | ')} |`;
  const [head = [], ...body] = lines;
  return [text(head), `| ${widths.map((width) => '-'.repeat(width)).join(' | ')} |`, ...body.map(text)].join('\n');
}
