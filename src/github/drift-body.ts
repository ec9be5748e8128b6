import { hiddenMarker, LONGEST_BODY, linkTo, plain, posted, sameLines, withoutMentions } from './markdown.ts';

/** What one issue is about: a path that an environment asked for. Clusters are rows in it. */
export interface DriftPlace {
  readonly owner: string;
  readonly repo: string;
  readonly environment: string;
  /** `vpc-…`, or `vpce-…` where `endpoint-id` was given. */
  readonly resource: string;
  readonly region: string;
}

export interface DriftFinding {
  readonly check: string;
  readonly severity: 'error' | 'warning';
  readonly subject: string;
  readonly expected: string;
  readonly found: string;
  readonly fix: string;
}

export interface DriftReport {
  readonly findings: readonly DriftFinding[];
  readonly runUrl: string;
}

/** GitHub takes 256 characters. */
const LONGEST_TITLE = 200;
/** The line that names the run: it may differ although nothing changed. */
const RUN_LINE = /^<sub>Last changed by .*<\/sub>$/m;

/** The hidden marker by which the issue of a place is found again. */
export function driftMarker({ environment, resource, region }: DriftPlace): string {
  return hiddenMarker('drift', [environment || 'default', resource, region]);
}

/** Title of the issue; cut, so that GitHub takes it. */
export function driftTitle({ environment, resource, region }: DriftPlace): string {
  const where = ` in ${plain(resource, 60)} (${plain(region, 40)})`;
  const name = plain(environment, LONGEST_TITLE - where.length - 40);
  return withoutMentions(`PrivateLink drift: ${name === '' ? 'default' : name}${where}`);
}

/** The whole text of the issue. It depends on the findings and not on their order; the run is named in one line. */
export function driftBody(place: DriftPlace, { findings, runUrl }: DriftReport): string {
  const lines = findings.map((finding) => ({ rank: rank(finding), text: `\n${row(finding)}` }));
  const sorted = lines.toSorted((one, other) => compare(one.rank, other.rank));
  const head = [
    driftMarker(place),
    `The private path of environment **${posted(place.environment || 'default', 200)}** in **${posted(place.resource, 60)}**, **${posted(place.region, 40)}**, is not as it was asked for: ${counts(findings)}.`,
    `| | Check | Where | Expected | Found | How to mend it |\n|---|---|---|---|---|---|`,
  ].join('\n\n');
  const tail = [
    'This issue is kept by `operation: verify` with `drift-issue: true`. It is closed when a check finds no drift, and opened again when drift returns. What is written into this text by hand is overwritten; comments stay.',
    `<sub>Last changed by ${linkTo('this run', runUrl)}.</sub>`,
  ].join('\n\n');
  let body = head;
  let rows = 0;
  for (const { text } of sorted) {
    // Room for the note below, too.
    if (body.length + text.length + tail.length + 200 > LONGEST_BODY) break;
    body += text;
    rows += 1;
  }
  const rest = sorted.length - rows;
  const more = rest === 0 ? '' : `\n\n*And ${rest} more, which do not fit here: the job summary has them all.*`;
  return `${body}${more}\n\n${tail}`;
}

/** True if two texts say the same, whichever run wrote them and whatever an edit did to their line ends. */
export function saysTheSame(one: string, other: string): boolean {
  const essence = (body: string) => sameLines(body).replace(RUN_LINE, '');
  return essence(one) === essence(other);
}

/** What is said when the issue is closed. */
export function closingComment(runUrl: string): string {
  return `${linkTo('The check', runUrl)} found no drift: the path is as it was asked for. This issue is opened again if drift returns.`;
}

/** What is said when an issue is closed because an older one has its place. */
export function duplicateComment(kept: number): string {
  return `A duplicate of #${kept}, which is kept for this path: two runs opened an issue at the same time.`;
}

function row(finding: DriftFinding): string {
  const { check, severity, subject, expected, found, fix } = finding;
  const cells = [severity === 'error' ? '❌ error' : '⚠️ warning', ...[check, subject, expected, found, fix].map(cell)];
  return `| ${cells.join(' | ')} |`;
}

const cell = (value: string) => posted(value) || '–';

function counts(findings: readonly DriftFinding[]): string {
  const count = (severity: DriftFinding['severity'], word: string) => {
    const number = findings.filter((finding) => finding.severity === severity).length;
    return number === 0 ? [] : [`${number} ${word}${number === 1 ? '' : 's'}`];
  };
  return [...count('error', 'error'), ...count('warning', 'warning')].join(' and ');
}

function rank({ severity, subject, check, expected, found, fix }: DriftFinding): string {
  return JSON.stringify([severity, subject, check, expected, found, fix]);
}

function compare(one: string, other: string): number {
  return one < other ? -1 : one > other ? 1 : 0;
}
