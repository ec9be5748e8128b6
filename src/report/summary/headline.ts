import type { SweepRow } from '../../operations/sweep/task.ts';
import type { Verdict } from '../../operations/verify.ts';
import type { ProbeResult } from '../../probe/types.ts';
import type { ConnectionReport } from '../../runner/outputs.ts';
import { counted } from '../../support/text.ts';
import type { SummaryFacts } from './facts.ts';

/** Failures that the verdict itself tells. */
const VERDICT_CODES: ReadonlySet<string> = new Set(['drift', 'could-not-check']);

/** The first line of a summary: what came of the run. */
export function headline(facts: SummaryFacts, reports: readonly ConnectionReport[]): string {
  return `## CockroachDB Cloud PrivateLink: ${headingWords(facts, reports)}`;
}

function headingWords(facts: SummaryFacts, reports: readonly ConnectionReport[]): string {
  if (facts.error !== undefined && !VERDICT_CODES.has(facts.error.code)) return '❌ failed';
  if (facts.swept !== undefined) return sweptWords(facts.swept, facts.dryRun);
  if (facts.departure && !facts.dryRun) return departureWords(facts);
  const all = reports.length > 0 && reports.every((report) => report.status === 'available');
  if (facts.verdict !== undefined) return verdictWords(facts.verdict, facts.probes);
  if (facts.error !== undefined) return '❌ failed';
  if (facts.dryRun) return '📝 plan only, nothing was changed';
  if (all) return facts.changed ? '✅ available' : '✅ available, no changes needed';
  const isOver = facts.plan !== undefined && facts.plan.steps.length + facts.plan.waits.length === 0;
  return reports.length === 0 && isOver ? '✅ trusted owners as configured' : '⏳ pending';
}

function departureWords({ plan, done }: SummaryFacts): string {
  if (plan !== undefined && plan.waits.length + plan.steps.length > 0) return '⏳ being removed';
  if (done.length === 0) return '⚪ nothing was deleted';
  const kept = plan?.leftOvers.length ?? 0;
  return kept === 0 ? '✅ deleted' : `✅ removed; ${counted(kept, 'resource')} kept`;
}

function sweptWords(rows: readonly SweepRow[], dryRun: boolean): string {
  const count = (outcome: SweepRow['outcome']) => rows.filter((row) => row.outcome === outcome).length;
  if (dryRun) return `📝 sweep: ${count('would be swept')} would go, nothing was changed`;
  return `🧹 sweep: ${count('swept')} gone, ${count('kept')} kept`;
}

function verdictWords(verdict: Verdict, probes: readonly ProbeResult[]): string {
  const drift = verdict.findings.filter((one) => one.severity === 'error').length;
  const warnings = verdict.findings.length - drift;
  if (verdict.unchecked.length > 0)
    return `❔ could not check everything${drift > 0 ? `, ${counted(drift, 'difference')} found` : ''}`;
  if (drift > 0) return `⚠️ drift: ${counted(drift, 'difference')}`;
  if (probes.some((one) => one.outcome === 'failed')) return '❌ no difference found, but the probe failed';
  if (probes.some((one) => one.outcome === 'outside')) return '❔ no difference found, but the probe could not check';
  return warnings > 0 ? `✅ clean, ${counted(warnings, 'warning')}` : '✅ clean';
}
