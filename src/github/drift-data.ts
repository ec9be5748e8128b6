import { wallTime } from '../support/moment.ts';
import {
  type Checks,
  type ClusterCheck,
  type ClusterFinding,
  clipped,
  countsOfOne,
  findingsOfCluster,
  inOrder,
  joined,
  NOTHING,
  without,
} from './drift-checks.ts';
import { hiddenData, MOST_UNPACKED, readHiddenData } from './hidden-data.ts';
import { plain } from './markdown.ts';

/** The checks in the text of an issue; none in the text of an older version, or where the data was damaged. */
export function readChecks(body: string): Checks {
  for (const line of body.split('\n')) {
    const value = readHiddenData('checks', line);
    if (value !== undefined) return parsed(value);
  }
  return NOTHING;
}

/** Room for the data in the text of an issue. */
const LONGEST_DATA = 30_000;

/**
 * The checks as a hidden line. Where they take more than `LONGEST_DATA`, clusters with the most findings keep only the
 * number of them, and the issue links to the run that has them.
 * @returns undefined where not even that has room
 */
export function packedChecks(checks: Checks): { line: string; checks: Checks } | undefined {
  let rest = checks;
  for (;;) {
    const value = toJson(rest);
    const line = JSON.stringify(value).length > MOST_UNPACKED ? undefined : hiddenData('checks', value);
    if (line !== undefined && line.length <= LONGEST_DATA) return { line, checks: rest };
    const full = inOrder(rest).filter(([, { counts }]) => counts === undefined);
    if (full.length === 0) return undefined;
    const max = full.toSorted(
      ([one], [other]) => findingsOfCluster(rest, other).length - findingsOfCluster(rest, one).length,
    );
    rest = counted(rest, new Set(max.slice(0, Math.ceil(max.length / 10)).map(([name]) => name)));
  }
}

function counted(checks: Checks, names: ReadonlySet<string>): Checks {
  const each = [...checks.clusters].map(
    ([name, check]) => [name, names.has(name) ? { ...check, counts: countsOfOne(checks, name) } : check] as const,
  );
  return {
    clusters: new Map(each),
    findings: without(checks.findings, names),
  };
}

/** Findings and names of clusters go by the place in the list of clusters, which is short. */
function toJson(checks: Checks): unknown {
  const clusters = inOrder(checks);
  const place = new Map(clusters.map(([name], index) => [name, index]));
  const names = clusters.flatMap(([, { name }], index) => (name === undefined ? [] : [[index, name]]));
  return {
    ...(names.length === 0 ? {} : { names }),
    clusters: clusters.map(([name, { at, runUrl, counts }]) => [
      name,
      Math.floor(at),
      runUrl,
      ...(counts === undefined ? [] : [counts.error, counts.warning]),
    ]),
    findings: checks.findings.map(({ clusters: names, severity, subject, check, expected, found, fix }) => [
      names.map((name) => place.get(name)),
      severity,
      subject,
      check,
      expected,
      found,
      fix,
    ]),
  };
}

/** What can be read of the data. What is not as this version writes it is left out, whoever wrote it. */
function parsed(value: unknown): Checks {
  const { clusters, findings, names: called } = (value ?? {}) as Record<string, unknown>;
  const shown = new Map(rows(called).map(([place, name]) => [place, name]));
  const checks = rows(clusters).map((row, place) => parsedCluster(row, shown.get(place)));
  const names = checks.map((one) => one?.[0]);
  const all = rows(findings).flatMap((row) => parsedFinding(row, names) ?? []);
  const known = new Map(checks.flatMap((one) => (one === undefined ? [] : [one])));
  const counted = new Set([...known].flatMap(([name, { counts }]) => (counts === undefined ? [] : [name])));
  const kept = joined(without(all, counted));
  const named = new Set([...counted, ...kept.flatMap((one) => one.clusters)]);
  return { clusters: new Map([...known].filter(([name]) => named.has(name))), findings: kept };
}

/** The most rows that are read; far more than a run can check. */
const MOST_ROWS = 10_000;

function rows(value: unknown): unknown[][] {
  return Array.isArray(value) ? value.slice(0, MOST_ROWS).map((row) => (Array.isArray(row) ? row : [])) : [];
}

function parsedCluster(
  [name, at, runUrl, error, warning]: unknown[],
  shown: unknown,
): [string, ClusterCheck] | undefined {
  if (typeof name !== 'string' || name !== plain(name, 100) || name === '' || !isCount(at)) return undefined;
  const check = {
    ...(typeof shown === 'string' && plain(shown, 100) !== '' ? { name: plain(shown, 100) } : {}),
    at: wallTime(at),
    runUrl: typeof runUrl === 'string' ? plain(runUrl, 500) : '',
  };
  return [name, isCount(error) && isCount(warning) ? { ...check, counts: { error, warning } } : check];
}

function parsedFinding(
  [places, severity, ...words]: unknown[],
  names: readonly (string | undefined)[],
): ClusterFinding | undefined {
  if (severity !== 'error' && severity !== 'warning') return undefined;
  if (!Array.isArray(places) || words.length !== 5 || !words.every((word) => typeof word === 'string'))
    return undefined;
  const clusters = places.flatMap((place) => (isCount(place) ? (names[place] ?? []) : []));
  if (clusters.length === 0) return undefined;
  const [subject = '', check = '', expected = '', found = '', fix = ''] = words;
  return clipped({ clusters, severity, subject, check, expected, found, fix });
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0;
