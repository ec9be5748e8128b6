import { SQL_PORT } from '../aws/types.ts';
import type { Verdict } from '../operations/verify.ts';
import type { ProbeResult } from '../probe/types.ts';
import { problemOfFinding } from '../reconcile/findings/finding.ts';
import type { Plan } from '../reconcile/model/plan.ts';
import type { ConnectionReport } from '../runner/outputs.ts';
import { duration } from '../support/clock.ts';
import type { Problem } from '../support/errors.ts';
import { counted } from '../support/text.ts';
import { leftOverLines } from './cost.ts';
import type { Log } from './run-log.ts';

/** What the last lines of a run are told through. */
interface Teller {
  readonly log: Log;
  annotate(level: 'error' | 'warning', problem: Problem): void;
}

/** One annotation per finding; errors show as errors only where they fail the step. */
export function tellVerdict(
  runner: Teller,
  verdict: Verdict,
  { failOnDrift, unproved }: { failOnDrift: boolean; unproved: boolean },
): void {
  for (const finding of verdict.findings) {
    runner.annotate(finding.severity === 'error' && failOnDrift ? 'error' : 'warning', problemOfFinding(finding));
  }
  const line = verdictLine(verdict, unproved);
  if (line !== '') runner.log.line(line);
}

/** The result of `verify` in a line; '' where only the probes say it. */
function verdictLine({ findings, unchecked }: Verdict, unproved: boolean): string {
  const errors = findings.filter(({ severity }) => severity === 'error').length;
  const warnings = findings.length - errors;
  const also = warnings === 0 ? '' : `; ${counted(warnings, 'warning')}`;
  if (errors > 0) return `Drift: ${counted(errors, 'difference')}${also}.`;
  if (unchecked.length > 0) return `No drift in what could be checked${also}.`;
  if (unproved) return '';
  return `No drift: everything that was checked is as configured${also}.`;
}

const OUTCOMES = { proved: 'reachable', failed: 'not reachable', outside: 'not checked' } as const;

/** What the probes from this runner saw, a line for each check. */
export function tellProbes(log: Log, probes: readonly ProbeResult[]): void {
  for (const probe of probes) {
    const certificate =
      probe.certificateExpires === undefined ? '' : `; certificate until ${probe.certificateExpires.slice(0, 10)}`;
    log.line(
      `Probe of cluster ${probe.cluster} at ${probe.host || '(no host)'}: ${OUTCOMES[probe.outcome]}${probe.cause === '' ? '' : `, ${probe.cause}`}${certificate}`,
    );
    for (const check of probe.checks) log.line(`  ${check.ok ? '✔' : '✘'} ${check.check}: ${check.detail}`);
  }
}

/** How a run of `ensure` ended. */
export interface Closing {
  readonly end: 'done' | 'pending' | 'planned';
  readonly plan: Plan;
  readonly reports: readonly ConnectionReport[];
  /** How many changes were made at AWS and CockroachDB Cloud. */
  readonly changes: number;
  readonly ms: number;
}

/** The last lines of a run that makes private connections: where each leads, and how many changes that took. */
export function closingLines({ end, plan, reports, changes, ms }: Closing): string[] {
  if (end === 'planned') return [DRY_RUN];
  if (end === 'pending') return pendingLines(plan);
  const connections = reports.map(connectionLine);
  // That there were none is what the plan said.
  if (changes === 0) return connections.length > 0 ? connections : ['Done: no changes'];
  const made = `${counted(changes, 'change')} in ${duration(ms)}`;
  const [only] = connections;
  if (only !== undefined && connections.length === 1) return [`${only}; ${made}`];
  return [...connections, `Done: ${made}`];
}

const DRY_RUN = 'Dry run: nothing was changed.';

function pendingLines({ waits }: Plan): string[] {
  return [
    ...waits.map(({ what, seen }) => `Still pending: waiting for ${what} (${seen})`),
    'Not waiting because `wait: false`; run again to continue.',
  ];
}

function connectionLine(report: ConnectionReport): string {
  const cluster = report.cluster_name || report.cluster_id;
  if (report.status !== 'available') return `Cluster ${cluster}: ${report.status}`;
  const isNamed = report.private_dns_enabled && report.internal_dns !== '';
  const host = isNamed ? ` → ${report.internal_dns}:${SQL_PORT}` : '';
  const isOff = !report.private_dns_enabled && report.internal_dns !== '' ? '; private DNS is off' : '';
  return `Connected: ${cluster}${host} through ${report.endpoint_id}${isOff}`;
}

/** The last lines of a run that removes an environment: what it did, and what remains and why. */
export function tellDeparture(
  log: Log,
  end: 'done' | 'pending' | 'planned',
  { plan, removal }: { plan: Plan; removal: readonly string[] },
): void {
  for (const line of leftOverLines(plan.leftOvers)) log.line(line);
  const lines = end === 'planned' ? [DRY_RUN] : end === 'pending' ? pendingLines(plan) : removal;
  for (const line of lines) log.line(line);
}
