import { concernedViews } from '../../operations/judged.ts';
import type { Verdict } from '../../operations/verify.ts';
import type { ProbeResult } from '../../probe/types.ts';
import { code, table, text, textAndCommand } from '../../support/markdown.ts';
import { joinShort } from '../../support/text.ts';

/** The findings of `verify`, each with the clusters that it concerns. */
export function findingsTable({ findings, observed, plan }: Verdict): string {
  if (findings.length === 0) return '';
  const rows = findings.map((one) => [
    `${one.severity === 'error' ? '❌' : '⚠️'} ${code(one.check)}${one.subject === '' ? '' : `<br/>${text(one.subject)}`}`,
    text(joinShort(concernedViews(one, { observed, plan }).map(({ ref, matches }) => matches[0]?.name || ref))),
    text(one.expected),
    text(one.found),
    textAndCommand(one.fix),
  ]);
  return `### Findings\n\n${table(['Check', 'Clusters', 'Expected', 'Found', 'Fix'], rows)}`;
}

/** What `verify` could not read, which is neither drift nor its absence. */
export function uncheckedTable({ unchecked }: Verdict): string {
  if (unchecked.length === 0) return '';
  const rows = unchecked.map(({ what, error }) => [
    `❔ ${text(what)}`,
    `${code(error.code)} ${text(error.message)}`,
    textAndCommand(error.fix),
  ]);
  return `### Not checked\n\n${table(['Not read', 'Problem', 'Fix'], rows)}`;
}

/** What the probes from this runner saw. */
export function probeTable(probes: readonly ProbeResult[]): string {
  if (probes.length === 0) return '';
  const mark = { proved: '✅', failed: '❌', outside: '❔' };
  const rows = probes.map((probe) => [
    `${mark[probe.outcome]} ${text(probe.cluster)}<br/>${code(probe.host)}`,
    probe.checks.map((check) => `${check.ok ? '✔' : '✘'} ${check.check}: ${text(check.detail)}`).join('<br/>') || '–',
    probe.outcome === 'proved'
      ? '–'
      : `${code(probe.code ?? '')} ${text(probe.cause)}<br/>Fix: ${textAndCommand(probe.fix)}`,
    probe.certificateExpires?.slice(0, 10) ?? '–',
  ]);
  return `### Probe from this runner\n\n${table(['Cluster', 'Checks', 'Problem and fix', 'Certificate expires'], rows)}`;
}
