import type { Verdict } from '../../operations/verify.ts';
import type { ProbeResult } from '../../probe/types.ts';
import { code, table, text, textAndCommand } from '../../support/markdown.ts';

/** The findings of `verify`: check, expected, found, fix. */
export function findingsTable(verdict: Verdict): string {
  const rows = verdict.findings.map((one) => [
    `${one.severity === 'error' ? '❌' : '⚠️'} ${code(one.check)}${one.subject === '' ? '' : `<br/>${text(one.subject)}`}`,
    text(one.expected),
    text(one.found),
    textAndCommand(one.fix),
  ]);
  const unchecked = verdict.unchecked.map(({ what, error }) => [
    `❔ ${text(what)}`,
    'to be read',
    `${code(error.code)} ${text(error.message)}`,
    textAndCommand(error.fix),
  ]);
  if (rows.length + unchecked.length === 0) return '';
  return `### Findings\n\n${table(['Check', 'Expected', 'Found', 'How to mend it'], [...rows, ...unchecked])}`;
}

/** What the probes from this runner saw. */
export function probeTable(probes: readonly ProbeResult[]): string {
  if (probes.length === 0) return '';
  const mark = { proved: '✅', failed: '❌', outside: '❔' };
  const rows = probes.map((probe) => [
    `${mark[probe.outcome]} ${text(probe.cluster)}<br/>${code(probe.host)}`,
    probe.checks.map((check) => `${check.ok ? '✔' : '✘'} ${check.check}: ${text(check.detail)}`).join('<br/>') || '–',
    probe.outcome === 'proved' ? '–' : `${code(probe.code ?? '')} ${text(probe.cause)} ${text(probe.fix)}`,
    probe.certificateExpires?.slice(0, 10) ?? '–',
  ]);
  return `### Probe from this runner\n\n${table(['Cluster', 'Checks', 'Cause and fix', 'Certificate until'], rows)}`;
}
