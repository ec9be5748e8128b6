import { SQL_PORT } from '../../aws/types.ts';
import type { Path } from '../../reconcile/model/plan.ts';
import { code, table, text } from '../../support/markdown.ts';
import type { SummaryFacts } from './facts.ts';

/** Each cluster with the state of its private connection. */
export function statusTable({ reports }: SummaryFacts): string {
  if (reports.length === 0) return '';
  const rows = reports.map((report) => [
    `${text(report.cluster_name || report.cluster_id)}<br/>${code(report.cluster_id)}`,
    text(report.plan),
    `**${report.status}**`,
    report.endpoint_id === '' ? '–' : `${code(report.endpoint_id)}<br/>${text(report.endpoint_state || '–')}`,
    text(report.connection_status.replace(/^STATUS_/, '').toLowerCase() || '–'),
    report.endpoint_id === '' ? '–' : report.private_dns_enabled ? 'on' : 'off',
  ]);
  return `### Status\n\n${table(['Cluster', 'Cluster plan', 'Status', 'VPC endpoint', 'Connection', 'Private DNS'], rows)}`;
}

/** What exists: whose it is, and where it is. */
export function resourcesTable(facts: SummaryFacts): string {
  const rows = (facts.plan?.paths ?? [])
    .flatMap((path) => [serviceRow(path), endpointRow(facts, path), groupRow(facts, path)])
    .filter((row) => row !== undefined);
  return rows.length === 0 ? '' : `### Resources\n\n${table(['Resource', 'Owner', 'Details'], rows)}`;
}

function serviceRow({ serviceName }: Path): string[] | undefined {
  return serviceName === undefined ? undefined : ['Endpoint service', 'CockroachDB Cloud', code(serviceName)];
}

const UNMANAGED = 'not managed by this action; never modified';

function endpointRow({ created }: SummaryFacts, path: Path): string[] | undefined {
  if (path.endpoint === undefined) return undefined;
  const owner = {
    ours: ownerOf(path.endpoint.id, created),
    'not-ours': UNMANAGED,
    attached: 'given by the input `endpoint-id`; never modified',
    none: '–',
  }[path.ownership];
  const zones = path.subnets.map((subnet) => `${code(subnet.zoneId)} ${code(subnet.id)}`).join('<br/>');
  return [`VPC endpoint ${code(path.endpoint.id)}`, owner, zones === '' ? '–' : zones];
}

function ownerOf(id: string, created: ReadonlySet<string>): string {
  return created.has(id) ? 'this action, created by this run' : 'this action';
}

function groupRow({ created }: SummaryFacts, { group, endpoint }: Path): string[] | undefined {
  if (group !== undefined) {
    const sources = group.ingress.map((rule) =>
      rule.source === undefined ? 'other' : 'cidr' in rule.source ? rule.source.cidr : rule.source.groupId,
    );
    const from = [...new Set(sources)].map(code).join(', ');
    return [
      `Security group ${code(group.id)}`,
      ownerOf(group.id, created),
      from === '' ? 'no ingress rule' : `${SQL_PORT}/tcp from ${from}`,
    ];
  }
  if (endpoint === undefined || endpoint.groupIds.length === 0) return undefined;
  return [`Security groups ${endpoint.groupIds.map(code).join(', ')}`, UNMANAGED, '–'];
}

/**
 * Connection strings for psql of the private connections that are available, and how to use them. The CA certificates
 * of Advanced clusters are at `apiUrl`.
 */
export function connectionStrings({ reports, apiUrl }: SummaryFacts): string {
  const named = reports.filter((report) => report.internal_dns !== '' && report.status === 'available');
  const usable = named.filter((report) => report.private_dns_enabled);
  if (usable.length === 0 && named.length > 0) return NO_NAME;
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
    `### Connection string${usable.length > 1 ? 's' : ''}`,
    ...strings,
    [
      '- The host resolves to the VPC endpoint only inside the VPC, through its own resolver. Elsewhere it needs a Route 53 Resolver rule.',
      ...(standard
        ? [
            '- Standard clusters share a host. `options=--cluster%3D<routing ID>` selects the cluster.',
            '- `sslrootcert=system` needs psql and libpq 16 or later. For older versions, name a file of public roots. On Debian and Ubuntu: `sslrootcert=/etc/ssl/certs/ca-certificates.crt`.',
            '- Drivers that do not use libpq, such as node-postgres, have their own roots. Omit `sslrootcert=system` for them.',
          ]
        : []),
      '- Idle connections are dropped after 350 seconds. Keep TCP keep-alive below that, or set a maximum idle time in the pool.',
    ].join('\n'),
  ].join('\n\n');
}

const NO_NAME =
  '### Connection string\n\nPrivate DNS is off, so the private host name does not lead to the VPC endpoint. Set `private-dns: true`, or make a DNS record for it.';

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
