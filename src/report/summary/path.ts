import { SQL_PORT } from '../../aws/types.ts';
import type { Path } from '../../reconcile/model/plan.ts';
import { caCommand, connectionString } from '../../runner/connection-url.ts';
import { code, table, text } from '../../support/markdown.ts';
import type { Fold, SummaryFacts } from './facts.ts';

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
 * Connection strings for psql of the private connections that are available, what other clients need instead, and how
 * to use them. The CA certificates of Advanced clusters are at `apiUrl`.
 */
export function connectionStrings({ reports, apiUrl }: SummaryFacts, fold: Fold): string {
  const named = reports.filter((report) => report.connection_url !== '' && report.status === 'available');
  const usable = named.filter((report) => report.private_dns_enabled);
  if (usable.length === 0 && named.length > 0) return NO_NAME;
  if (usable.length === 0) return '';
  const strings = usable.map((report) => {
    const ca = isStandard(report) ? '' : `\n\n${block('sh', caCommand(report.cluster_id, apiUrl))}`;
    return `**${nameOf(report)}**${ca}\n\n${block('text', stringFor(report, ROOTS_OF_LIBPQ))}`;
  });
  return [
    `### Connection string${usable.length > 1 ? 's' : ''}`,
    ...strings,
    ...[usable.find(isStandard), usable.find((report) => !isStandard(report))].flatMap((report) =>
      report === undefined ? [] : [otherClients(report, usable.length > 1, fold)],
    ),
    [
      '- The host resolves to the VPC endpoint only inside the VPC, through its own resolver. Elsewhere it needs a Route 53 Resolver rule.',
      ...(usable.some(isStandard)
        ? [
            '- Standard clusters share a host. `options=--cluster%3D<routing ID>` selects the cluster.',
            '- `sslrootcert=system` needs psql and libpq 16 or later.',
          ]
        : []),
      '- Idle connections are dropped after 350 seconds. Keep TCP keep-alive below that, or set a maximum idle time in the pool.',
    ].join('\n'),
  ].join('\n\n');
}

const NO_NAME =
  '### Connection string\n\nPrivate DNS is off, so the private host name does not lead to the VPC endpoint. Set `private-dns: true`, or make a DNS record for it.';

type Report = SummaryFacts['reports'][number];

function nameOf(report: Report): string {
  return text(report.cluster_name || report.cluster_id);
}

/** Standard clusters have certificates of public roots, Advanced ones of a CA of their own. */
function isStandard(report: Report): boolean {
  return report.connection_options !== '';
}

/** Without it libpq reads ~/.postgresql/root.crt, which a fresh machine lacks (PostgreSQL docs, libpq, sslrootcert). */
const ROOTS_OF_LIBPQ = 'sslrootcert=system';
/** Where Debian and Ubuntu have the public roots. */
const ROOTS_OF_DEBIAN = 'sslrootcert=/etc/ssl/certs/ca-certificates.crt';
/** Has pgjdbc use the public roots of Java; its own default reads the file that libpq does (pgjdbc docs, sslfactory). */
const ROOTS_OF_JAVA = 'sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory';
const OWN_CA = 'sslrootcert=ca.crt';

/** @param roots how the client is told of the public roots; an Advanced cluster has its own CA instead */
function stringFor(report: Report, roots: string): string {
  const parameters = [isStandard(report) ? roots : OWN_CA, report.connection_options];
  return connectionString(report.internal_dns, { login: 'USER:PASSWORD', database: 'DATABASE', parameters });
}

/** The same for pgjdbc, which takes no login before the host. */
function jdbcString(report: Report): string {
  const parameters = [isStandard(report) ? ROOTS_OF_JAVA : OWN_CA, report.connection_options];
  return `jdbc:${connectionString(report.internal_dns, { database: 'DATABASE', parameters })}&user=USER&password=PASSWORD`;
}

/** The string for each client that needs another one; folded, since most readers use one client. */
function otherClients(report: Report, isExample: boolean, fold: Fold): string {
  const strings: readonly (readonly [string, string])[] = isStandard(report)
    ? [
        ['psql and libpq before 16, on Debian and Ubuntu', stringFor(report, ROOTS_OF_DEBIAN)],
        ['node-postgres and Go (pgx), which use the roots of Node.js and of the machine', stringFor(report, '')],
        ['Java (JDBC)', jdbcString(report)],
      ]
    : [['psql, node-postgres and Go (pgx) take the string above; Java (JDBC) takes this one', jdbcString(report)]];
  const parts = strings.map(([client, string]) => `${client}:\n\n${block('text', string)}`);
  const title = `Other clients${isExample ? ` (${nameOf(report)})` : ''}`;
  return fold(title, parts.join('\n\n'));
}

/** A block of its own, so that GitHub's copy button gives this and nothing else. */
function block(language: string, content: string): string {
  return `\`\`\`${language}\n${content}\n\`\`\``;
}
