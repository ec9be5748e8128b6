import type { SweepRow } from '../operations/sweep-task.ts';
import type { Verdict } from '../operations/verify.ts';
import { type ConnectionReport, connectionReports, trustedOwners } from '../outputs.ts';
import type { ProbeResult } from '../probe/types.ts';
import type { Observed, Path, Plan } from '../reconcile/model.ts';
import { duration } from '../support/clock.ts';
import type { ActionError } from '../support/errors.ts';
import { costLines, monthlyText, stillThere } from './cost.ts';
import { pathDiagram } from './diagram.ts';
import { code, table, text } from './markdown.ts';
import type { Span } from './story.ts';

export interface SummaryFacts {
  readonly plan: Plan | undefined;
  readonly observed: Observed | undefined;
  readonly wanted: { readonly region: string; readonly privateDns: boolean };
  readonly spans: readonly Span[];
  /** Titles of the steps that were done. */
  readonly done: readonly string[];
  readonly changed: boolean;
  /** IDs of the endpoints and groups that the run made. */
  readonly created: ReadonlySet<string>;
  readonly dryRun: boolean;
  /** The run gives a path up. */
  readonly departure: boolean;
  /** What `sweep` came to; undefined for other operations. */
  readonly swept: readonly SweepRow[] | undefined;
  /** What `verify` found; undefined for other operations. */
  readonly verdict: Verdict | undefined;
  readonly probes: readonly ProbeResult[];
  readonly totalMs: number;
  readonly error: ActionError | undefined;
  readonly errorLink: string;
}

/** The job summary as Markdown: what was made, adopted and left alone, how to connect, and where the time went. */
export function summaryMarkdown(facts: SummaryFacts): string {
  const reports = facts.plan === undefined ? [] : connectionReports(facts.plan, facts.wanted);
  const parts = [
    heading(facts, reports),
    errorPart(facts),
    facts.verdict === undefined ? '' : findingsTable(facts.verdict),
  ];
  // What was not read must not be shown as if it were not there.
  const seen = facts.verdict === undefined || facts.verdict.unchecked.length === 0;
  if (facts.departure) parts.push(leftOversPart(facts), stepsDone(facts));
  parts.push(sweptTable(facts.swept));
  if (facts.plan !== undefined && reports.length > 0 && seen && !facts.departure) {
    parts.push(
      statusTable(facts.plan, reports),
      pathDiagram(facts.plan.paths, facts.observed?.vpc?.id ?? '', facts.wanted.region),
    );
    parts.push(worksTable(facts, facts.plan));
    if (!facts.dryRun) parts.push(connecting(reports));
  }
  parts.push(probeTable(facts.probes), ownersTable(facts.observed));
  if (facts.plan !== undefined && facts.dryRun && facts.verdict === undefined) parts.push(planPart(facts.plan));
  if (facts.plan !== undefined && facts.plan.notes.length > 0)
    parts.push(`### Worth knowing\n\n${facts.plan.notes.map((note) => `- ${text(note.text)}`).join('\n')}`);
  parts.push(timePart(facts));
  return `${parts.filter((part) => part !== '').join('\n\n')}\n`;
}

/** What the probes from this runner saw. */
function probeTable(probes: readonly ProbeResult[]): string {
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

/** Who is trusted, with the ID that each entry is read and removed by. */
function ownersTable(observed: Observed | undefined): string {
  const owners = observed === undefined ? [] : trustedOwners(observed);
  if (owners.length === 0) return '';
  const rows = owners.map((owner) => [
    text(owner.cluster_name || owner.cluster_id),
    code(owner.account),
    code(owner.id),
    text(owner.created_at || '–'),
  ]);
  return `### Trusted owners\n\n${table(['Cluster', 'AWS account', 'Entry ID', 'Trusted since'], rows)}`;
}

/** Failures that the verdict itself tells. */
const VERDICT_CODES: ReadonlySet<string> = new Set(['drift', 'could-not-check']);

function heading(facts: SummaryFacts, reports: readonly ConnectionReport[]): string {
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
  if (all) return facts.changed ? '✅ available' : '✅ available, nothing to change';
  return reports.length === 0 ? '✅ trusted owners as asked for' : '⏳ under way';
}

function departureWords({ plan, done }: SummaryFacts): string {
  if (plan !== undefined && plan.waits.length + plan.steps.length > 0) return '⏳ leaving, under way';
  if (done.length === 0) return '✅ nothing was there to delete';
  return plan?.leftOvers.length === 0 ? '✅ deleted' : '✅ left; others still use what stays';
}

function sweptWords(rows: readonly SweepRow[], dryRun: boolean): string {
  const count = (outcome: SweepRow['outcome']) => rows.filter((row) => row.outcome === outcome).length;
  if (dryRun) return `📝 sweep: ${count('would be swept')} would go, nothing was changed`;
  return `🧹 sweep: ${count('swept')} gone, ${count('kept')} kept`;
}

/** More rows than this make a summary that nobody reads. */
const MOST_SWEPT_ROWS = 200;

/** What went, what stays and why, and what failed. */
function sweptTable(rows: readonly SweepRow[] | undefined): string {
  if (rows === undefined) return '';
  const unseen = 'Paths made with `endpoint-id` (attach only) carry no claims: sweep does not see them.';
  if (rows.length === 0) return `Nothing of the action is in this region.\n\n${unseen}`;
  const mark = { swept: '🧹', 'would be swept': '📝', kept: '–', failed: '❌' };
  const order = ['failed', 'swept', 'would be swept', 'kept'];
  const lines = rows
    .toSorted((one, other) => order.indexOf(one.outcome) - order.indexOf(other.outcome))
    .slice(0, MOST_SWEPT_ROWS)
    .map((row) => [
      `${mark[row.outcome]} ${row.outcome}`,
      text(row.what),
      `${code(row.resource)}<br/>${code(row.vpcId)}`,
      text(row.why),
    ]);
  const more = rows.length > MOST_SWEPT_ROWS ? `\n\nand ${rows.length - MOST_SWEPT_ROWS} more, in the log` : '';
  return `${table(['Outcome', 'What', 'Where', 'Why'], lines)}${more}\n\n${unseen}`;
}

/** What a departure leaves, and what that costs. */
function leftOversPart({ plan, done, dryRun, error }: SummaryFacts): string {
  if (plan === undefined) return '';
  const over = error === undefined && plan.steps.length + plan.waits.length === 0;
  const left = over || dryRun ? plan.leftOvers : stillThere(plan);
  if (left.length === 0) return over && done.length > 0 ? '### What is left\n\nNothing.' : '';
  const rows = left.map(({ what, why, monthly }) => [
    text(what),
    text(why),
    monthly > 0 ? `${monthlyText(monthly)} (price of us-east-1; data is extra)` : '–',
  ]);
  return `### What ${dryRun ? 'will be' : 'is'} left\n\n${table(['What', 'Why', 'Cost'], rows)}`;
}

function stepsDone({ done }: SummaryFacts): string {
  return done.length === 0 ? '' : `### Done\n\n${done.map((title) => `- ${text(title)}`).join('\n')}`;
}

function verdictWords(verdict: Verdict, probes: readonly ProbeResult[]): string {
  const drift = verdict.findings.filter((one) => one.severity === 'error').length;
  const warnings = verdict.findings.length - drift;
  if (verdict.unchecked.length > 0)
    return `❔ could not check everything${drift > 0 ? `, ${drift} difference${drift > 1 ? 's' : ''} found` : ''}`;
  if (drift > 0) return `⚠️ drift: ${drift} difference${drift > 1 ? 's' : ''}`;
  if (probes.some((one) => one.outcome === 'failed')) return '❌ no difference found, but the probe failed';
  if (probes.some((one) => one.outcome === 'outside')) return '❔ no difference found, but the probe could not check';
  return warnings > 0 ? `✅ clean, ${warnings} warning${warnings > 1 ? 's' : ''}` : '✅ clean';
}

/** The findings of `verify`: check, expected, found, fix. */
function findingsTable(verdict: Verdict): string {
  const rows = verdict.findings.map((one) => [
    `${one.severity === 'error' ? '❌' : '⚠️'} ${code(one.check)}${one.subject === '' ? '' : `<br/>${text(one.subject)}`}`,
    text(one.expected),
    text(one.found),
    text(one.fix),
  ]);
  const unchecked = verdict.unchecked.map(({ what, error }) => [
    `❔ ${text(what)}`,
    'to be read',
    `${code(error.code)} ${text(error.message)}`,
    text(error.fix),
  ]);
  if (rows.length + unchecked.length === 0) return '';
  return `### Findings\n\n${table(['Check', 'Expected', 'Found', 'How to mend it'], [...rows, ...unchecked])}`;
}

function errorPart({ error, errorLink }: SummaryFacts): string {
  if (error === undefined) return '';
  const details = error.details.length === 0 ? '' : `\n\n${error.details.map((line) => `- ${text(line)}`).join('\n')}`;
  return `> [!CAUTION]\n> **${text(error.message)}**\n>\n> ${text(error.fix)}\n>\n> ${code(error.code)}: ${errorLink.startsWith('http') ? `[troubleshooting](${errorLink})` : code(errorLink)}${details}`;
}

function statusTable(plan: Plan, reports: readonly ConnectionReport[]): string {
  const rows = reports.map((report) => [
    `${text(report.cluster_name || report.cluster_id)}<br/>${code(report.cluster_id)}`,
    text(report.plan),
    `**${report.status}**`,
    `${code(report.endpoint_id)}<br/>${text(report.endpoint_state || '–')}`,
    text(report.connection_status.replace(/^STATUS_/, '').toLowerCase() || '–'),
    report.endpoint_id === '' ? '–' : report.private_dns_enabled ? 'on' : 'off',
  ]);
  const services = plan.paths.filter((path) => path.serviceName !== '').map((path) => code(path.serviceName));
  const service = services.length === 0 ? '' : `\n\nEndpoint service: ${services.join(', ')}`;
  return `${table(['Cluster', 'Plan', 'Status', 'VPC endpoint', 'Connection', 'Private DNS'], rows)}${service}`;
}

/** What was made, adopted and left alone. */
function worksTable(facts: SummaryFacts, plan: Plan): string {
  const rows = plan.paths
    .flatMap((path) => [endpointRow(facts, path), groupRow(facts, path)])
    .filter((row) => row !== undefined);
  const done =
    facts.done.length === 0
      ? ''
      : `\n\n<details><summary>${facts.done.length} steps done</summary>\n\n${facts.done.map((title) => `- ${text(title)}`).join('\n')}\n\n</details>`;
  return rows.length === 0 ? done.trim() : `### What is there\n\n${table(['What', 'Whose', 'Where'], rows)}${done}`;
}

function endpointRow(facts: SummaryFacts, path: Path): string[] | undefined {
  if (path.endpoint === undefined) return undefined;
  const whose = {
    ours: facts.created.has(path.endpoint.id) ? 'made by this run' : 'made by the action, kept',
    'not-ours': 'not made by the action: connected, otherwise left alone',
    attached: 'given by endpoint-id: connected, otherwise left alone',
    none: '',
  }[path.ownership];
  const where = path.subnets.map((subnet) => `${code(subnet.zoneId)} ${code(subnet.id)}`).join('<br/>');
  return [`VPC endpoint ${code(path.endpoint.id)}`, whose, where === '' ? '–' : where];
}

function groupRow(facts: SummaryFacts, path: Path): string[] | undefined {
  const { group, endpoint } = path;
  if (group !== undefined) {
    const sources = group.ingress.map((rule) =>
      rule.source === undefined ? 'other' : 'cidr' in rule.source ? rule.source.cidr : rule.source.groupId,
    );
    return [
      `Security group ${code(group.id)}`,
      facts.created.has(group.id) ? 'made by this run' : 'made by the action, kept',
      `26257/tcp from ${[...new Set(sources)].map(code).join(', ') || 'nowhere'}`,
    ];
  }
  if (endpoint === undefined || endpoint.groupIds.length === 0) return undefined;
  return [`Security groups ${endpoint.groupIds.map(code).join(', ')}`, 'not made by the action, left alone', '–'];
}

function connecting(reports: readonly ConnectionReport[]): string {
  const usable = reports.filter((report) => report.internal_dns !== '');
  if (usable.length === 0) return '';
  const strings = usable.map((report) => {
    // Standard clusters have certificates of public roots, Advanced ones of a CA of their own.
    const options = report.connection_options === '' ? '&sslrootcert=<ca.crt>' : `&${report.connection_options}`;
    const string = `postgresql://<user>:<password>@${hostOnly(report.internal_dns)}:26257/<database>?sslmode=verify-full${options}`;
    // A block for each, so that GitHub's copy button gives one string and nothing else.
    return `**${text(report.cluster_name || report.cluster_id)}**\n\n\`\`\`text\n${string}\n\`\`\``;
  });
  const standard = usable.some((report) => report.connection_options !== '');
  const advanced = usable.filter((report) => report.connection_options === '');
  return [
    '### Connect',
    ...strings,
    [
      '- The host resolves to the VPC endpoint only inside the VPC, through its own resolver; elsewhere it needs a Resolver rule.',
      ...(standard
        ? [
            '- A Standard cluster shares its host: `options=--cluster%3D<routing ID>` tells the proxy which cluster is meant.',
          ]
        : []),
      ...advanced.map(
        (report) =>
          `- The CA of ${text(report.cluster_name || report.cluster_id)} is at ${code(`<Cloud address>/clusters/${report.cluster_id}/cert`)}.`,
      ),
      '- Idle connections are dropped after 350 seconds: keep TCP keep-alive below that, or set a maximum idle time in the pool.',
    ].join('\n'),
  ].join('\n\n');
}

/** A host name out of an API answer, in the characters that host names have. */
function hostOnly(name: string): string {
  return name.replace(/[^A-Za-z0-9.-]/g, '').slice(0, 253);
}

function planPart(plan: Plan): string {
  if (plan.steps.length === 0) return '### Plan\n\nNothing to do: everything is as it was asked for.';
  const lines = plan.steps.map(
    (step, index) => `${index + 1}. ${text(step.title)}${step.after === '' ? '' : ` *(once ${text(step.after)})*`}`,
  );
  const costs = costLines(plan).map((line) => `\n\n${text(line)}`);
  return `### Plan\n\n${lines.join('\n')}${costs.join('')}`;
}

function timePart(facts: SummaryFacts): string {
  const spans = facts.spans
    .filter((span) => span.ms >= 50)
    .toSorted((one, other) => other.ms - one.ms)
    .slice(0, 8);
  if (spans.length === 0) return '';
  const rows = spans.map((span) => [
    text(span.what),
    { look: 'read', step: 'request', wait: 'wait' }[span.kind],
    duration(span.ms),
  ]);
  return `<details><summary>Where the time went: ${duration(facts.totalMs)}</summary>\n\n${table(['What', 'Kind', 'Time'], rows)}\n\nSteps and waits overlap, so the rows may add up to more.\n\n</details>`;
}
