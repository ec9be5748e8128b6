import type { SweepRow } from '../../operations/sweep/row.ts';
import type { Verdict } from '../../operations/verify.ts';
import type { ProbeResult } from '../../probe/types.ts';
import { counted } from '../../support/text.ts';
import { outcomeCounts } from '../sweep-lines.ts';
import type { SummaryFacts } from './facts.ts';
import { isFailure } from './problem.ts';

/** The first line of a summary: the result of the run. */
export function headline(facts: SummaryFacts): string {
  return `## CockroachDB Cloud PrivateLink: ${headingWords(facts)}`;
}

function headingWords(facts: SummaryFacts): string {
  const { error, reports } = facts;
  if (error?.code === 'cancelled') return '⚪ cancelled';
  // The probe fails the step, and the check found no drift all the same.
  if (facts.verdict !== undefined && error?.code.startsWith('probe-')) return verdictWords(facts.verdict, facts.probes);
  if (isFailure(facts)) return '❌ failed';
  if (facts.swept !== undefined) return sweptWords(facts.swept, facts.dryRun);
  if (facts.departure && !facts.dryRun) return departureWords(facts);
  if (facts.verdict !== undefined) return verdictWords(facts.verdict, facts.probes);
  if (error !== undefined) return '❌ failed';
  if (facts.dryRun) return dryRunWords(facts);
  return reports.length === 0 ? ownersWords(facts) : connectedWords(facts);
}

function connectedWords({ reports, changed }: SummaryFacts): string {
  if (reports.some((report) => report.status !== 'available')) return '⏳ pending';
  return changed ? '✅ available' : '✅ available, no changes needed';
}

function ownersWords({ plan, changed }: SummaryFacts): string {
  if (plan === undefined || plan.steps.length + plan.waits.length > 0) return '⏳ pending';
  return changed ? '✅ trusted owners as configured' : '✅ trusted owners as configured, no changes needed';
}

function dryRunWords({ plan }: SummaryFacts): string {
  const steps = plan?.steps.length ?? 0;
  return `📝 dry run: ${steps === 0 ? 'no step planned' : `${counted(steps, 'step')} planned`}, nothing was changed`;
}

function departureWords(facts: SummaryFacts): string {
  const { plan, done } = facts;
  if (plan !== undefined && plan.waits.length + plan.steps.length > 0) return '⏳ being removed';
  if (done.length === 0) return '⚪ nothing was deleted';
  const kept = plan?.leftOvers.length ?? 0;
  if (facts.attached) return '✅ disconnected';
  return kept === 0 ? '✅ deleted' : `✅ removed; ${counted(kept, 'resource')} kept`;
}

function sweptWords(rows: readonly SweepRow[], dryRun: boolean): string {
  const count = (outcome: SweepRow['outcome']) => rows.filter((row) => row.outcome === outcome).length;
  if (dryRun) return `📝 sweep, dry run: ${count('would be swept')} would be swept, ${count('kept')} would be kept`;
  return `🧹 sweep: ${outcomeCounts(rows)}`;
}

function verdictWords(verdict: Verdict, probes: readonly ProbeResult[]): string {
  const drift = verdict.findings.filter((one) => one.severity === 'error').length;
  const warnings = verdict.findings.length - drift;
  if (verdict.unchecked.length > 0)
    return `❔ could not check everything${drift > 0 ? `, ${counted(drift, 'difference')} found` : ''}`;
  if (drift > 0) return `⚠️ drift: ${counted(drift, 'difference')}`;
  if (probes.some((one) => one.outcome === 'failed')) return '❌ no drift, but the probe failed';
  if (probes.some((one) => one.outcome === 'outside')) return '❔ no drift, but the probe could not check';
  return warnings > 0 ? `✅ no drift, ${counted(warnings, 'warning')}` : '✅ no drift';
}
