import { ActionError } from '../support/errors.ts';
import type { WallTime } from '../support/moment.ts';
import { bullets, counted, joinShort, series } from '../support/text.ts';
import {
  type Checks,
  type ClusterFinding,
  changesOf,
  countsOf,
  DROPPED_DAYS,
  inOrder,
  NOTHING,
  oldChecks,
  shownName,
} from './drift-checks.ts';
import { packedChecks, readChecks } from './drift-data.ts';
import {
  hiddenMarker,
  inert,
  LONGEST_BODY,
  linkTo,
  plain,
  posted,
  postedWithCommand,
  runText,
  sameLines,
  type WorkflowRun,
} from './markdown.ts';

/** What one issue is about: the private connections of an environment in one place. The clusters are in its data. */
export interface DriftPlace {
  readonly owner: string;
  readonly repo: string;
  readonly environment: string;
  /** `vpc-…`, or `vpce-…` where `endpoint-id` was given. */
  readonly resource: string;
  readonly region: string;
}

/** Words of every issue's text, by which GitHub's search finds it. */
export const VISIBLE_WORDS = 'private path of environment';
/** GitHub takes 256 characters. */
const LONGEST_TITLE = 200;
/** The line that names the run: it may differ although nothing changed. */
const RUN_LINE = /^<sub>Last changed by .*<\/sub>$/m;
/** The hidden line with the data: the same data may be packed in other characters. */
const DATA_LINE = /^<!-- cockroachdb-privatelink:checks:.*$/m;

/** The hidden marker by which the issue of a place is found again. */
export function driftMarker({ environment, resource, region }: DriftPlace): string {
  return hiddenMarker('drift', [environment || 'default', resource, region]);
}

/** Title of the issue; cut, so that GitHub takes it. */
export function driftTitle({ environment, resource, region }: DriftPlace): string {
  const where = ` in ${plain(resource, 60)} (${plain(region, 40)})`;
  const name = plain(environment, LONGEST_TITLE - where.length - 40);
  return inert(`PrivateLink drift: ${name === '' ? 'default' : name}${where}`);
}

/** The run that writes the issue, and what the issue said before it. */
export interface DriftWriter {
  readonly run: WorkflowRun;
  readonly now: WallTime;
  readonly before?: Checks;
}

/**
 * The whole text of the issue. It depends on the checks and the day; the run that wrote it is named in one line.
 * @throws ActionError where the issue has no room for the clusters
 */
export function driftBody(place: DriftPlace, all: Checks, { run, now, before = NOTHING }: DriftWriter): string {
  const packed = packedChecks(all);
  if (packed === undefined) throw noRoom(place, all);
  const { checks, line } = packed;
  const resource = posted(place.resource, 60);
  const head = [
    driftMarker(place),
    `**${inWords(countsOf(checks))}** in the private connection of environment **${posted(place.environment || 'default', 200)}** in **${resource}**, **${posted(place.region, 40)}**.`,
    `<sub>Last changed by ${runText(run, now)}${changeWords(changesOf(before, all))}</sub>`,
  ];
  const tail = [
    ...lines(countedLines(checks)),
    ...lines(oldLines(checks, now)),
    `<details><summary>About this issue</summary>\n\n${about(resource)}\n\n</details>`,
    line,
  ].join('\n\n');
  const room = LONGEST_BODY - head.join('\n\n').length - tail.length;
  return [...head, ...lines(findingsTable(checks, room)), tail].join('\n\n');
}

function changeWords(changes: ReturnType<typeof changesOf>): string {
  if (changes === undefined) return '';
  const { added, gone } = changes;
  const words = [...(added > 0 ? [`${added} new`] : []), ...(gone > 0 ? [`${gone} no longer found`] : [])];
  return words.length === 0 ? '' : `: ${words.join(', ')}`;
}

function about(resource: string): string {
  return [
    '- `operation: verify` with `drift-issue: true` keeps this issue. Each check replaces the findings of its own clusters only.',
    '- The issue is closed when no check finds drift, and opened again when drift returns.',
    '- Changes to this text are overwritten. Comments stay.',
    `- Search words: ${VISIBLE_WORDS}, ${resource}`,
  ].join('\n');
}

/** True if two texts say the same, whichever run wrote them and whatever an edit did to their line ends. */
export function saysTheSame(one: string, other: string): boolean {
  const essence = (body: string) => {
    const { clusters, findings } = readChecks(body);
    const text = sameLines(body).replace(RUN_LINE, '').replace(DATA_LINE, '').trimEnd();
    return JSON.stringify([text, inOrder({ clusters, findings }), findings]);
  };
  return essence(one) === essence(other);
}

/** What is said when the issue is closed. */
export function closingComment(run: WorkflowRun, at: WallTime, dropped: readonly string[]): string {
  const old =
    dropped.length === 0
      ? ''
      : ` No run has checked ${names(dropped)} for ${DROPPED_DAYS} days, so earlier findings there no longer count.`;
  return `The check found no drift: ${runText(run, at)}.${old} This issue is opened again if drift returns.`;
}

/** What is said when an issue is closed because an older one has its place. */
export function duplicateComment(kept: number): string {
  return `A duplicate of #${kept}, which is kept. It has the findings of both: two runs opened an issue at the same time.`;
}

const lines = (text: string) => (text === '' ? [] : [text]);

/** Room for the note below the table. */
const NOTE_ROOM = 200;

/** A row for each finding that has room, and a note where some have none. */
function findingsTable(checks: Checks, room: number): string {
  if (checks.findings.length === 0) return '';
  let table = '| Check | Clusters | Expected | Found | Fix |\n|---|---|---|---|---|';
  let shown = 0;
  for (const finding of checks.findings) {
    const next = `\n${row(finding, checks)}`;
    if (table.length + next.length + NOTE_ROOM > room) break;
    table += next;
    shown += 1;
  }
  const rest = checks.findings.length - shown;
  return rest === 0 ? table : `${table}\n\n*${rest} more findings do not fit here. See the job summary of the run.*`;
}

function row({ clusters, severity, check, subject, expected, found, fix }: ClusterFinding, checks: Checks): string {
  const name = `${severity === 'error' ? '❌' : '⚠️'} ${posted(check)}${subject === '' ? '' : `<br/>${posted(subject)}`}`;
  const shown = new Set(clusters.map((cluster) => shownName(checks, cluster)));
  const cells = [names([...shown]), posted(expected), posted(found), postedWithCommand(fix)].map((cell) => cell || '–');
  return `| ${[name, ...cells].join(' | ')} |`;
}

/** The most clusters that are named in one place; the data has them all. */
const MOST_NAMES = 20;

function names(clusters: readonly string[]): string {
  return joinShort(
    clusters.map((name) => posted(name, 100)),
    MOST_NAMES,
  );
}

/** The clusters whose findings the data has no room for, each with the run that has them. */
function countedLines(checks: Checks): string {
  const counted = inOrder(checks).flatMap(([name, { counts, runUrl }]) =>
    counts === undefined
      ? []
      : [`${posted(shownName(checks, name), 100)}: ${inWords(counts)}; see ${linkTo('its check', runUrl)}`],
  );
  return withTitle('The findings of these clusters do not fit here. They count too:', counted);
}

function oldLines(checks: Checks, now: WallTime): string {
  const old = oldChecks(checks, now).map(
    ([name, at]) =>
      `${posted(shownName(checks, name), 100)}: last checked ${new Date(Math.min(at, now)).toISOString().slice(0, 10)}`,
  );
  return withTitle(
    `Not checked for two weeks. After ${DROPPED_DAYS} days the findings of a cluster no longer count. To drop them now, close this issue:`,
    old,
  );
}

function withTitle(title: string, all: readonly string[]): string {
  return all.length === 0 ? '' : [title, '', ...bullets(all, MOST_NAMES)].join('\n');
}

function inWords({ error, warning }: { error: number; warning: number }): string {
  const some = (number: number, noun: string) => (number === 0 ? [] : [counted(number, noun)]);
  return series([...some(error, 'difference'), ...some(warning, 'warning')]);
}

function noRoom({ owner, repo, resource }: DriftPlace, { clusters }: Checks): ActionError {
  return new ActionError('github-denied', {
    cause: `The drift issue of ${resource} in ${owner}/${repo} has no room for ${clusters.size} clusters with findings`,
    fix: 'Repair the first findings, or give the clusters several environments, each with an issue of its own.',
  });
}
