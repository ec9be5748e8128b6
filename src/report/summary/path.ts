import { SQL_PORT } from '../../aws/types.ts';
import type { Path, Plan } from '../../reconcile/model/plan.ts';
import type { ConnectionReport } from '../../runner/outputs.ts';
import { code, table, text } from '../../support/markdown.ts';
import type { SummaryFacts } from './facts.ts';

/** Each cluster with the state of its path. */
export function statusTable(plan: Plan, reports: readonly ConnectionReport[]): string {
  const rows = reports.map((report) => [
    `${text(report.cluster_name || report.cluster_id)}<br/>${code(report.cluster_id)}`,
    text(report.plan),
    `**${report.status}**`,
    `${code(report.endpoint_id)}<br/>${text(report.endpoint_state || '–')}`,
    text(report.connection_status.replace(/^STATUS_/, '').toLowerCase() || '–'),
    report.endpoint_id === '' ? '–' : report.private_dns_enabled ? 'on' : 'off',
  ]);
  const services = plan.paths.flatMap(({ serviceName }) => (serviceName === undefined ? [] : [code(serviceName)]));
  const service = services.length === 0 ? '' : `\n\nEndpoint service: ${services.join(', ')}`;
  return `${table(['Cluster', 'Plan', 'Status', 'VPC endpoint', 'Connection', 'Private DNS'], rows)}${service}`;
}

/** What was made, adopted and left alone. */
export function worksTable(facts: SummaryFacts, plan: Plan): string {
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
      `${SQL_PORT}/tcp from ${[...new Set(sources)].map(code).join(', ') || 'nowhere'}`,
    ];
  }
  if (endpoint === undefined || endpoint.groupIds.length === 0) return undefined;
  return [`Security groups ${endpoint.groupIds.map(code).join(', ')}`, 'not made by the action, left alone', '–'];
}

/**
 * Connection strings for psql, and what else to know.
 * @param apiUrl where the CA certificates of Advanced clusters are
 */
export function connecting(reports: readonly ConnectionReport[], apiUrl: URL | undefined): string {
  const usable = reports.filter((report) => report.internal_dns !== '');
  if (usable.length === 0) return '';
  const strings = usable.map((report) => {
    // Standard clusters have certificates of public roots, Advanced ones of a CA of their own. Without either libpq
    // reads ~/.postgresql/root.crt, which a fresh machine lacks (PostgreSQL docs, libpq, sslrootcert).
    const options =
      report.connection_options === '' ? 'sslrootcert=ca.crt' : `sslrootcert=system&${report.connection_options}`;
    const string = `postgresql://USER:PASSWORD@${hostOnly(report.internal_dns)}:${SQL_PORT}/DATABASE?sslmode=verify-full&${options}`;
    const ca = report.connection_options === '' ? `\n\n${block('sh', caCommand(report.cluster_id, apiUrl))}` : '';
    return `**${text(report.cluster_name || report.cluster_id)}**${ca}\n\n${block('text', string)}`;
  });
  const standard = usable.some((report) => report.connection_options !== '');
  return [
    '### Connect',
    ...strings,
    [
      '- The host resolves to the VPC endpoint only inside the VPC, through its own resolver; elsewhere it needs a Resolver rule.',
      ...(standard
        ? [
            '- A Standard cluster shares its host: `options=--cluster%3D<routing ID>` tells the proxy which cluster is meant.',
            '- `sslrootcert=system` needs psql and libpq 16 or later. For older ones name a file of public roots, on Debian and Ubuntu `sslrootcert=/etc/ssl/certs/ca-certificates.crt`.',
            '- Drivers that do not use libpq, such as node-postgres, have roots of their own: leave `sslrootcert=system` out.',
          ]
        : []),
      '- Idle connections are dropped after 350 seconds: keep TCP keep-alive below that, or set a maximum idle time in the pool.',
    ].join('\n'),
  ].join('\n\n');
}

/** A block of its own, so that GitHub's copy button gives this and nothing else. */
function block(language: string, content: string): string {
  return `\`\`\`${language}\n${content}\n\`\`\``;
}

/** The command that downloads the CA certificate of an Advanced cluster. It is public: no key is sent. */
function caCommand(clusterId: string, apiUrl: URL | undefined): string {
  const base = (apiUrl?.href ?? 'https://cockroachlabs.cloud').replace(/\/+$/, '');
  const url = `${base}/clusters/${encodeURIComponent(clusterId)}/cert`;
  return `curl --fail --output ca.crt '${url.replaceAll("'", '%27')}'`;
}

/** A host name out of an API answer, in the characters that host names have. */
function hostOnly(name: string): string {
  return name.replace(/[^A-Za-z0-9.-]/g, '').slice(0, 253);
}
