import { nameOf } from '../cockroach/types.ts';
import type { Verdict } from '../operations/verify.ts';
import type { ProbeResult } from '../probe/types.ts';
import { problemOfFinding } from '../reconcile/findings/finding.ts';
import type { Plan } from '../reconcile/model/plan.ts';
import type { Problem } from '../support/errors.ts';
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
  if (verdict.findings.length === 0 && verdict.unchecked.length === 0 && !unproved) {
    runner.log.line('No drift: everything that was checked is as configured.');
  }
}

/** What the probes from this runner saw, a line for each check. */
export function tellProbes(log: Log, probes: readonly ProbeResult[]): void {
  for (const probe of probes) {
    const certificate =
      probe.certificateExpires === undefined ? '' : `; certificate until ${probe.certificateExpires.slice(0, 10)}`;
    log.line(
      `probe of cluster ${probe.cluster} at ${probe.host || '(no host)'}: ${probe.outcome}${probe.cause === '' ? '' : `, ${probe.cause}`}${certificate}`,
    );
    for (const check of probe.checks) log.line(`  ${check.ok ? '✔' : '✘'} ${check.check}: ${check.detail}`);
  }
}

/** The last lines of a run that makes a path. */
export function tellEnd(
  log: Log,
  end: 'done' | 'pending' | 'planned',
  { plan, changed }: { plan: Plan; changed: boolean },
): void {
  if (end === 'planned') {
    log.line('Dry run: nothing was changed.');
  } else if (end === 'pending') {
    for (const wait of plan.waits) {
      log.line(`Not waited for: ${wait.what} (${wait.seen}). A later run goes on from here.`);
    }
  } else {
    for (const path of plan.paths) {
      for (const { cluster } of path.members) {
        log.line(`Private connection of cluster ${nameOf(cluster)} is available: ${path.endpoint?.id ?? ''}`);
      }
    }
    if (!changed) log.line('Nothing was changed.');
  }
}

/** The last lines of a run that removes an environment: what it did, and what remains and why. */
export function tellDeparture(
  log: Log,
  end: 'done' | 'pending' | 'planned',
  { plan, removal }: { plan: Plan; removal: readonly string[] },
): void {
  for (const line of leftOverLines(plan.leftOvers)) log.line(line);
  if (end === 'planned') {
    log.line('Dry run: nothing was changed.');
  } else if (end === 'pending') {
    for (const wait of plan.waits)
      log.line(`Not waited for: ${wait.what} (${wait.seen}). A later run goes on from here.`);
  } else {
    for (const line of removal) log.line(line);
  }
}
