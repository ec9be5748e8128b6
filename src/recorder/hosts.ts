import { isPlace } from './places.ts';
import type { StandIns } from './stand-ins.ts';

/** Ends of the names that everybody's hosts have in common. */
const SUFFIXES = [
  ...['cockroachlabs.cloud', 'crdb.io', 'cockroachlabs.com', 'cockroachlabs.internal'],
  ...['amazonaws.com', 'amazonaws.com.cn', 'api.aws', 'amazonaws.eu', 'awsapps.com', 'aws.amazon.com'],
  ...['github.com', 'api.github.com', 'githubusercontent.com', 'ghe.com', 'docs.github.com'],
];
/** `com.amazonaws.vpce.us-east-1.vpce-svc-0123456789abcdef0` */
const SERVICE_NAME = /^(?:com\.amazonaws|aws\.api|cn\.com\.amazonaws|eu\.amazonaws)\./;
/** Labels of services, the same for every customer. */
const LABELS = new Set([
  ...['ec2', 'sts', 'vpce', 'vpc', 'api', 'iam', 'portal', 'sso', 'oidc', 'www', 'cn', 'gov', 'us-gov', 'internal'],
  ...['token', 'actions', 'pipelines', 'pipelinesproxy', 'vstoken', 'results-receiver', 'docs', 'dualstack'],
  ...['fips', 'ec2-fips', 'sts-fips'],
]);
const ID = /^((?:vpce|vpce-svc)-[0-9a-f]{8,17})(?:-(.*))?$/;

/** True for a name with dots that is a host or an endpoint service, and no word of a program. */
export function isPublicName(name: string): boolean {
  const lower = name.toLowerCase();
  return SERVICE_NAME.test(lower) || SUFFIXES.some((suffix) => lower === suffix || lower.endsWith(`.${suffix}`));
}

/**
 * A host with stand-ins for the labels that identify its owner. Regions, zones and common ends stay; any other
 * end becomes `.invalid`.
 */
export function cleanHost(host: string, { standIns }: { standIns: StandIns }): string {
  const lower = host.toLowerCase();
  const one = (text: string) => hostLabel(text, standIns);
  if (SERVICE_NAME.test(lower))
    return lower
      .split('.')
      .map((text, at) => (at < 2 ? text : one(text)))
      .join('.');
  const suffix = SUFFIXES.filter((end) => lower === end || lower.endsWith(`.${end}`)).toSorted(
    (a, b) => b.length - a.length,
  )[0];
  if (lower === suffix) return lower;
  const labels = suffix === undefined ? lower : lower.slice(0, -suffix.length - 1);
  return `${labels.split('.').map(one).join('.')}.${suffix ?? 'invalid'}`;
}

function hostLabel(text: string, standIns: StandIns): string {
  if (LABELS.has(text) || text === '*') return text;
  const [, id, rest] = ID.exec(text) ?? [];
  if (id !== undefined) return `${standIns.resource(id)}${rest === undefined ? '' : `-${hostRest(rest, standIns)}`}`;
  if (isPlace(text)) return text;
  const [, internal = '', name = ''] = /^(internal-)?(.*)$/.exec(text) ?? [];
  return `${internal}${standIns.name('host', name)}`;
}

/** The random part of a name of AWS, perhaps with a zone behind it. */
function hostRest(rest: string, standIns: StandIns): string {
  const [random = '', ...zone] = rest.split('-');
  const kept = isPlace(zone.join('-')) ? `-${zone.join('-')}` : '';
  return `${standIns.hex(random)}${kept}`;
}
