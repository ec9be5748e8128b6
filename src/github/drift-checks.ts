import type { WallTime } from '../support/moment.ts';
import { plain, type WorkflowRun } from './markdown.ts';

/**
 * What the checks of all clusters found that share one issue. Each run knows about its own clusters only, so the issue
 * holds the findings of every cluster as hidden data, and a run replaces those of its own. A cluster without findings
 * is not in it.
 */
export interface Checks {
  readonly clusters: ReadonlyMap<string, ClusterCheck>;
  readonly findings: readonly ClusterFinding[];
}

export interface DriftFinding {
  readonly check: string;
  readonly severity: 'error' | 'warning';
  readonly subject: string;
  readonly expected: string;
  readonly found: string;
  readonly fix: string;
}

/** A finding, and whose checks found it. Those clusters have to be checked again before it is gone. */
export interface ClusterFinding extends DriftFinding {
  readonly clusters: readonly string[];
}

/** The last check of a cluster that has findings. */
export interface ClusterCheck {
  /** What people call the cluster, where the input `cluster` has its ID and the name is known. */
  readonly name?: string;
  readonly at: WallTime;
  readonly runUrl: string;
  /** Instead of its findings, where the issue has no room for them. */
  readonly counts?: Counts;
}

export interface Counts {
  readonly error: number;
  readonly warning: number;
}

/** What one run found. */
export interface DriftReport extends WorkflowRun {
  /** All clusters that it checked, as the input `cluster` has them. */
  readonly clusters: readonly string[];
  /** Their names, where those are known. */
  readonly names?: ReadonlyMap<string, string>;
  readonly findings: readonly ClusterFinding[];
  readonly at: WallTime;
}

/** What people call a cluster of the issue. */
export function shownName({ clusters }: Checks, cluster: string): string {
  return clusters.get(cluster)?.name ?? cluster;
}

const DAY_MS = 86_400_000;
/** A check that finds the same again is noted this often. Each note is a change of the issue. */
const NOTED_EACH_MS = 7 * DAY_MS;
/** From then on the issue says that a cluster was not checked: a weekly check was missed. */
const OLD_MS = 15 * DAY_MS;
/** From then on it no longer counts: a monthly check was missed. The cluster was probably removed from the workflow. */
export const DROPPED_DAYS = 35;

export const NOTHING: Checks = { clusters: new Map(), findings: [] };

/** The checks of several issues: of each cluster the newest. */
export function mergedChecks(all: readonly Checks[]): Checks {
  return all.reduce((one, other) => {
    const newer = [...other.clusters].filter(([name, { at }]) => at > (one.clusters.get(name)?.at ?? -1));
    const names = new Set(newer.map(([name]) => name));
    const rest = [...other.clusters.keys()].filter((name) => !names.has(name));
    return {
      clusters: new Map([...one.clusters, ...newer]),
      findings: joined([...without(one.findings, names), ...without(other.findings, new Set(rest))]),
    };
  }, NOTHING);
}

/**
 * The checks after a run: what it found takes the place of all that was known about its clusters, and of nothing else.
 */
export function withReport(checks: Checks, report: DriftReport): Checks {
  const { clusters: names, findings, runUrl, at } = report;
  const own = new Set(names);
  const next = {
    clusters: new Map([...checks.clusters].filter(([name]) => !own.has(name))),
    findings: joined([...without(checks.findings, own), ...findings.map(clipped)]),
  };
  const counted = new Set<string>();
  for (const name of own) {
    if (findingsOfCluster(next, name).length === 0) continue;
    const before = checks.clusters.get(name);
    const isNoted =
      before !== undefined && Math.abs(at - before.at) < NOTED_EACH_MS && findsTheSame(checks, next, name);
    const known = plain(report.names?.get(name) ?? before?.name ?? '', 100);
    const named = known === '' || known === name ? {} : { name: known };
    next.clusters.set(name, { ...(isNoted ? before : { at, runUrl }), ...named });
    if (isNoted && before.counts !== undefined) counted.add(name);
  }
  return { ...next, findings: without(next.findings, counted) };
}

/** True if the checks hold what a run found: all of it, and nothing else about its clusters. */
export function holdsReport(checks: Checks, report: DriftReport): boolean {
  const next = withReport(checks, report);
  return report.clusters.every((name) => findsTheSame(checks, next, name));
}

/** The checks without clusters that no run has checked for long. */
export function withoutDropped(checks: Checks, now: WallTime): { checks: Checks; dropped: string[] } {
  const dropped = [...checks.clusters].flatMap(([name, { at }]) =>
    isOlder(at, now, DROPPED_DAYS * DAY_MS) ? [name] : [],
  );
  const gone = new Set(dropped);
  return {
    checks: {
      clusters: new Map([...checks.clusters].filter(([name]) => !gone.has(name))),
      findings: joined(without(checks.findings, gone)),
    },
    dropped: dropped.map((name) => shownName(checks, name)).toSorted(),
  };
}

/** The clusters that were due for a check, and when each was last checked. */
export function oldChecks(checks: Checks, now: WallTime): [name: string, at: WallTime][] {
  return inOrder(checks).flatMap(([name, { at }]) =>
    isOlder(at, now, OLD_MS) ? [[name, at] as [string, WallTime]] : [],
  );
}

/** A time that is yet to come was not written by a check: it counts as old, so that it ends too. */
function isOlder(at: WallTime, now: WallTime, ms: number): boolean {
  return at < now - ms || at > now + DAY_MS;
}

/** Clusters in the order of their names. */
export function inOrder({ clusters }: Checks): [name: string, check: ClusterCheck][] {
  return [...clusters].toSorted(([one], [other]) => (one < other ? -1 : 1));
}

/**
 * How many findings are new and how many are gone; undefined where some are not known one by one, or where nothing was
 * found before.
 */
export function changesOf(before: Checks, after: Checks): { added: number; gone: number } | undefined {
  const isCounted = [before, after].some(({ clusters }) => [...clusters.values()].some(({ counts }) => counts));
  if (isCounted || before.findings.length === 0) return undefined;
  const [old, now] = [before, after].map(({ findings }) => new Set(findings.map(content)));
  const missing = (from: ReadonlySet<string> = new Set(), other: ReadonlySet<string> = new Set()) =>
    [...from].filter((one) => !other.has(one)).length;
  return { added: missing(now, old), gone: missing(old, now) };
}

/** How many findings there are, those that have no room included. */
export function countsOf({ clusters, findings }: Checks): Counts {
  const count = (severity: DriftFinding['severity']) =>
    findings.filter((one) => one.severity === severity).length +
    [...clusters.values()].reduce((sum, { counts }) => sum + (counts?.[severity] ?? 0), 0);
  return { error: count('error'), warning: count('warning') };
}

/** What the check of one cluster found. */
export function findingsOfCluster({ findings }: Checks, name: string): ClusterFinding[] {
  return findings.filter(({ clusters }) => clusters.includes(name));
}

/** Whether two checks of a cluster found the same; of findings that have no room only the number is known. */
function findsTheSame(one: Checks, other: Checks, name: string): boolean {
  const isCounted = [one, other].some(({ clusters }) => clusters.get(name)?.counts !== undefined);
  const [before, after] = [one, other].map((checks) =>
    isCounted ? JSON.stringify(countsOfOne(checks, name)) : contentOf(findingsOfCluster(checks, name)),
  );
  return before === after;
}

/** How many findings the check of one cluster had. */
export function countsOfOne(checks: Checks, name: string): Counts {
  const count = (severity: DriftFinding['severity']) =>
    findingsOfCluster(checks, name).filter((one) => one.severity === severity).length;
  const { error, warning } = checks.clusters.get(name)?.counts ?? { error: count('error'), warning: count('warning') };
  return { error, warning };
}

const contentOf = (findings: readonly ClusterFinding[]) => findings.map(content).toSorted().join('\n');

/** What a finding says, whoever found it: by this it is the same, and sorted. */
function content({ severity, subject, check, expected, found, fix }: DriftFinding): string {
  return JSON.stringify([severity, subject, check, expected, found, fix]);
}

/** The findings of other clusters than these. */
export function without(findings: readonly ClusterFinding[], names: ReadonlySet<string>): ClusterFinding[] {
  return findings.flatMap((finding) => {
    const clusters = finding.clusters.filter((name) => !names.has(name));
    return clusters.length === 0 ? [] : [{ ...finding, clusters }];
  });
}

/** Each finding once, for all clusters whose checks found it; errors first. */
export function joined(findings: readonly ClusterFinding[]): ClusterFinding[] {
  const all = new Map<string, ClusterFinding>();
  for (const finding of findings) {
    const key = content(finding);
    const clusters = new Set([...(all.get(key)?.clusters ?? []), ...finding.clusters]);
    all.set(key, { ...finding, clusters: [...clusters].toSorted() });
  }
  return [...all].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, finding]) => finding);
}

/** A finding of which every text is one line and has room. */
export function clipped(finding: ClusterFinding): ClusterFinding {
  const { clusters, severity, subject, check, expected, found, fix } = finding;
  const clip = (value: string) => plain(value, 1_000);
  return {
    clusters,
    severity,
    subject: clip(subject),
    check: clip(check),
    expected: clip(expected),
    found: clip(found),
    fix: clip(fix),
  };
}
