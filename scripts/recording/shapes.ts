/**
 * How a stand-in is known: each keeps the shape of what it stands for and carries a mark (docs/recordings.md). These
 * patterns are written from that page and not taken from the recorder.
 */

/** Prefixes of the IDs of AWS, longest first. */
const PREFIXES =
  'vpc-cidr-assoc|subnet-cidr-assoc|vpce-svc-perm|vpce-svc|vpce-rsc|eni-attach|dopt-assoc|eipalloc|eipassoc|rtbassoc|aclassoc|subnet|' +
  'vpce|vpc|sgr|sg|eni|rtb|dopt|acl|eigw|igw|nat|pcx|tgw|vgw|cgw|ami|vol|snap|pl|lt';
const NAMES = 'cluster|owner|repo|branch|env|role|name|host|user|routing|tag|page';

/** Stand-ins by their kind. A name says its kind itself. */
const STAND_INS = {
  email: 'user-fade[0-9a-f]{8}@example\\.invalid',
  uuid: '[0-9a-f]{8}-fade-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}',
  resource: `(?:${PREFIXES})-(?:0fade[0-9a-f]{12}|fade[0-9a-f]{4})`,
  name: `(?:${NAMES})-fade[0-9a-f]{8}`,
  ipv6: '2001:db8:fade:[0-9a-f]{1,4}(?:(?::[0-9a-f]{1,4}){4}|::/\\d{1,3})',
  ipv4: '(?:24\\d|25[0-5])(?:\\.(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)){3}(?:/(?:3[0-2]|[12]?\\d))?',
  account: '0000[1-9]\\d{7}',
  number: '99[1-9]\\d{6}',
  hex: 'fade[0-9a-f]{4,124}',
} as const;
type Kind = keyof typeof STAND_INS;

const pattern = Object.entries(STAND_INS).map(([kind, one]) => `(?<${kind}>${one})`);
const STAND_IN = new RegExp(`(?<![A-Za-z0-9])(?:${pattern.join('|')})(?![A-Za-z0-9])(?!\\.\\d)`, 'g');

/** What each kind is called in the table of what was replaced. */
const CALLED: Readonly<Record<Kind, string>> = {
  email: 'e-mail addresses',
  uuid: 'UUIDs (clusters and others of the Cloud)',
  resource: 'resource IDs',
  name: 'names',
  ipv6: 'IPv6 addresses and blocks',
  ipv4: 'IPv4 addresses and blocks',
  account: 'AWS accounts',
  number: 'numbers (repositories, pull requests)',
  hex: 'digests, tokens and nonces',
};
const PLURAL: Readonly<Record<string, string>> = {
  repo: 'repositories',
  branch: 'branches and tags of Git',
  env: 'environments',
  routing: 'routing IDs',
  name: 'other names',
  page: 'page tokens',
  tag: 'tags',
};

/** Every stand-in in a text, with what its kind is called. */
export function standInsIn(text: string): { kind: string; standIn: string }[] {
  return [...text.matchAll(STAND_IN)].map(({ 0: standIn, groups = {} }) => {
    const kind = (Object.keys(groups) as Kind[]).find((one) => groups[one] !== undefined) ?? 'name';
    const prefix = /^(.*?)-0?fade/.exec(standIn)?.[1] ?? '';
    if (kind === 'name') return { kind: PLURAL[prefix] ?? `${prefix}s`, standIn };
    return { kind: kind === 'resource' ? `${CALLED[kind]} (${prefix}-…)` : CALLED[kind], standIn };
  });
}

/** The stand-ins of UUIDs: clusters are among them. */
export function uuidsIn(text: string): string[] {
  return [...new Set([...text.matchAll(new RegExp(STAND_INS.uuid, 'g'))].map(([one]) => one))];
}

/** What stands for a whole value. */
export const PLACEHOLDER = /^(?:(?:string|number|array|object)\(\d{1,9}\)|boolean|null)$/;

const REGION =
  '(?:us|us-gov|eu|eusc-de|ap|sa|ca|me|af|il|mx|cn|us-iso|us-isob|us-isof|eu-isoe)-(?:north|south|east|west|central|northeast|northwest|southeast|southwest)-\\d';
const ZONE = '(?:us|usg|eu|ap|sa|ca|me|af|il|mx|cn|eusc)(?:n|s|e|w|c|ne|nw|se|sw)\\d-az\\d';
/** What is the same for everybody: places, times from the start, lengths, versions, addresses that every machine has. */
const COMMON = [
  `(?:aws-)?${REGION}[a-f]?`,
  ZONE,
  't[+-]\\d{1,9}\\.\\d{3}',
  '\\[\\d{1,4}\\]',
  'v1',
  'v\\d\\d\\.\\d(?:\\.\\d{1,2})?',
  '0\\.0\\.0\\.0(?:/0)?|127\\.0\\.0\\.1|169\\.254\\.169\\.254|169\\.254\\.170\\.(?:2|23)',
  '::1?(?:/\\d{1,3})?|fd00:ec2::(?:254|23)',
  '%(?:20|2[56CF]|3[ABDF])',
  '26257|1024|4096|65535',
];
const CLEAN = new RegExp(
  `(?<![A-Za-z0-9])(?:${COMMON.join('|')})(?![A-Za-z0-9])(?!\\.\\d)|\\[\\d{1,4}\\]|%(?:20|2[56CF]|3[ABDF])`,
  'g',
);

/** What a find leaves behind, and what is known to be clean: nothing is joined over it. */
export const GAP = '\uffff';

/** A text without what is known to be clean. */
export function withoutClean(text: string): string {
  return text.replace(STAND_IN, GAP).replace(CLEAN, GAP);
}

const SUFFIX =
  /(?:^|\.)(?:cockroachlabs\.(?:cloud|com|internal)|crdb\.io|amazonaws\.(?:com|com\.cn|eu)|api\.aws|awsapps\.com|aws\.amazon\.com|github\.com|githubusercontent\.com|ghe\.com|invalid)$/;
const COMMON_LABELS = new Set(
  'ec2 sts vpce vpc api iam portal sso oidc www cn gov us-gov internal token actions pipelines pipelinesproxy vstoken results-receiver docs dualstack fips ec2-fips sts-fips *'.split(
    ' ',
  ),
);
const LABEL = new RegExp(
  `^(?:(?:internal-)?host-fade[0-9a-f]{8}|(?:vpce|vpce-svc)-(?:0fade[0-9a-f]{12}|fade[0-9a-f]{4})(?:-fade[0-9a-f]{0,60}(?:-(?:${REGION}[a-f]?|${ZONE}))?)?|(?:aws-)?${REGION}[a-f]?|${ZONE})$`,
);
/** A name with dots whose last label is that of hosts, whatever its words are. */
const HOST =
  /(?<![A-Za-z0-9@*-])(?:[A-Za-z0-9*](?:[A-Za-z0-9*-]*[A-Za-z0-9*])?\.)+(?:com|net|org|io|dev|cloud|app|ai|co|cn|eu|de|uk|us|aws|internal|local|corp|lan|home|intranet|test|arpa|invalid)(?![\w-]|\.[A-Za-z[])/gi;

/** Hosts in a text: those that are clean become a gap, the others are returned. */
export function hostsIn(text: string): { rest: string; foreign: string[] } {
  const foreign: string[] = [];
  const rest = text.replace(HOST, (host) => {
    if (/^(?:com|cn|aws|eu)\.(?:amazonaws|api|com)\./.test(host)) return host;
    const suffix = SUFFIX.exec(host);
    const labels = host.slice(0, suffix?.index ?? host.length).split('.');
    const clean =
      suffix !== null && labels.every((label) => label === '' || COMMON_LABELS.has(label) || LABEL.test(label));
    if (!clean) foreign.push(host);
    return GAP;
  });
  return { rest, foreign };
}
