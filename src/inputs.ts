import { isIP } from 'node:net';
import { canonicalCidr } from './support/cidr.ts';
import { ActionError, oneLine } from './support/errors.ts';

export type Operation = 'ensure' | 'verify' | 'delete' | 'sweep';

/** What the workflow asked for: every input parsed, checked and frozen. Lists are without duplicates and in their order. */
export interface Request {
  readonly operation: Operation;
  readonly clusters: readonly string[];
  readonly apiKey: string;
  readonly apiUrl: URL;
  readonly region: string;
  readonly roleArn: string | undefined;
  readonly roleSessionName: string;
  readonly roleDurationSeconds: number;
  readonly audience: string;
  readonly allowedAccountIds: readonly string[];
  readonly vpcId: string | undefined;
  readonly subnetIds: readonly string[];
  readonly securityGroupIds: readonly string[];
  readonly allowedCidrs: readonly string[];
  readonly allowedSecurityGroupIds: readonly string[];
  readonly endpointId: string | undefined;
  readonly environment: string;
  readonly privateDns: boolean;
  /** Undefined: not asked. */
  readonly trustedOwners: { readonly accounts: readonly string[]; readonly mode: 'add' | 'exact' } | undefined;
  /** Only trusted owners are asked for: no endpoint, no environment. */
  readonly ownersOnly: boolean;
  readonly tags: Readonly<Record<string, string>>;
  readonly wait: boolean;
  readonly timeoutSeconds: number;
  readonly dryRun: boolean;
  readonly failOnDrift: boolean;
  readonly probe: boolean;
  readonly driftIssue: boolean;
  readonly comment: boolean;
  readonly githubToken: string;
  /** Read lag that the claims protocol reckons with, milliseconds (`PRIVATELINK_READ_LAG_SECONDS`). */
  readonly readLagMs: number;
  /** Longest time between a decision and its call, milliseconds (`PRIVATELINK_DECISION_SECONDS`). */
  readonly decisionMs: number;
}

type Env = Readonly<Record<string, string | undefined>>;

const DEFAULT_API_URL = 'https://cockroachlabs.cloud';
/** EC2 allows 50 tags a resource; ours (managed-by, created, service, Name), claims and six reserve slots need room. */
const MOST_USER_TAGS = 20;

/**
 * Reads all inputs, once, and reports every mistake at once.
 * @param input the runner's value of an input, trimmed, '' when unset (`core.getInput`)
 * @param env the process environment, for the documented fallbacks
 * @throws ActionError `input-invalid` with one line of `details` per mistake; nothing was sent anywhere
 */
export function readRequest(input: (name: string) => string, env: Env): Request {
  const mistakes: string[] = [];
  const read = reader(input, mistakes);

  const operation = read.oneOf('operation', ['ensure', 'verify', 'delete', 'sweep'], 'ensure');
  checkAvailable(operation, input);
  const request: Request = {
    operation,
    clusters: read.list('cluster', isClusterReference, 'a cluster ID or cluster name', 50),
    apiKey: read.secret('cockroach-api-key', env['COCKROACH_API_KEY'], 'COCKROACH_API_KEY'),
    apiUrl: read.apiUrl('cockroach-api-url', env['COCKROACH_SERVER']),
    region: read.region('aws-region', env['AWS_REGION'] || env['AWS_DEFAULT_REGION'], !needsAws(input)),
    roleArn: read.optional(
      'role-to-assume',
      /^arn:aws[a-z-]*:iam::\d{12}:role\/[\w+=,.@/-]{1,577}$/,
      'an IAM role ARN',
    ),
    roleSessionName:
      read.optional('role-session-name', /^[\w+=,.@-]{2,64}$/, '2 to 64 letters, digits or _+=,.@-') ??
      `cockroachdb-privatelink-${(env['GITHUB_RUN_ID'] ?? 'local').replace(/[^\w-]/g, '').slice(0, 38)}`,
    roleDurationSeconds: read.integer('role-duration-seconds', { least: 900, most: 43_200, otherwise: 3600 }),
    audience:
      read.optional('audience', /^[\x21-\x7e]{1,255}$/, 'at most 255 printable characters') ?? 'sts.amazonaws.com',
    allowedAccountIds: read.list('allowed-account-ids', /^\d{12}$/, 'a 12-digit AWS account ID', 500),
    vpcId: read.optional('vpc-id', resourceId('vpc'), 'a VPC ID (vpc-...)'),
    subnetIds: read.list('subnet-ids', resourceId('subnet'), 'a subnet ID (subnet-...)', 30),
    securityGroupIds: read.list('security-group-ids', resourceId('sg'), 'a security group ID (sg-...)', 16),
    allowedCidrs: read.cidrs('allowed-cidrs'),
    allowedSecurityGroupIds: read.list(
      'allowed-security-group-ids',
      resourceId('sg'),
      'a security group ID (sg-...)',
      60,
    ),
    endpointId: read.optional('endpoint-id', resourceId('vpce'), 'a VPC endpoint ID (vpce-...)'),
    environment: read.environment('environment'),
    privateDns: read.boolean('private-dns', true),
    trustedOwners: read.trustedOwners(),
    ownersOnly: isOwnersOnly(input),
    tags: read.tags('tags'),
    wait: read.boolean('wait', true),
    timeoutSeconds: read.integer('timeout-seconds', { least: 30, most: 21_000, otherwise: 3600 }),
    dryRun: read.boolean('dry-run', false),
    failOnDrift: read.boolean('fail-on-drift', true),
    probe: read.boolean('probe', false),
    driftIssue: read.boolean('drift-issue', false),
    comment: read.boolean('comment', false),
    githubToken: input('github-token'),
    readLagMs: seconds(env, 'PRIVATELINK_READ_LAG_SECONDS', 30, mistakes),
    decisionMs: seconds(env, 'PRIVATELINK_DECISION_SECONDS', 60, mistakes),
  };
  checkUnused(read);
  checkProxies(env, mistakes);
  checkTogether(request, input, mistakes);
  if (mistakes.length > 0) {
    throw new ActionError('input-invalid', {
      cause: mistakes.length === 1 ? `${mistakes[0]}` : `${mistakes.length} inputs are wrong`,
      fix: 'Correct the `with:` block of the step; nothing was sent to AWS or CockroachDB Cloud.',
      ...(mistakes.length > 1 ? { details: mistakes } : {}),
    });
  }
  return Object.freeze(request);
}

/** Operations that this version does not have are refused before anything else is said about the inputs. */
function checkAvailable(operation: Operation, input: (name: string) => string): void {
  if (operation === 'ensure' || operation === 'verify' || (operation === 'delete' && isOwnersOnly(input))) return;
  throw new ActionError('not-available-yet', {
    cause:
      operation === 'delete'
        ? 'operation delete is part of this version only for trusted-owners alone'
        : `operation ${operation} is not part of this version`,
    fix: 'Use operation: ensure or verify; the changelog tells when the others arrive.',
  });
}

/** Strictly parsed even while nothing reads them, so that a typing error never lies dormant. */
function checkUnused(read: ReturnType<typeof reader>): void {
  read.integer('sweep-grace-hours', { least: 13, most: 100_000, otherwise: 24 });
}

/** Where Node, the AWS SDK and undici look for a proxy. */
export const PROXY_VARIABLES = [
  'HTTPS_PROXY',
  'https_proxy',
  'HTTP_PROXY',
  'http_proxy',
  'ALL_PROXY',
  'all_proxy',
] as const;

/** A proxy address that cannot be used is named here, not shown: it may hold a password. */
function checkProxies(env: Env, mistakes: string[]): void {
  for (const name of PROXY_VARIABLES) {
    const value = env[name] ?? '';
    if (value === '') continue;
    try {
      const { username, password } = new URL(value);
      decodeURIComponent(`${username}${password}`);
    } catch {
      mistakes.push(`${name}: is not a usable address (special characters in the password must be percent-encoded)`);
    }
  }
}

/** Only trusted owners are asked for: no endpoint, no environment. */
function isOwnersOnly(input: (name: string) => string): boolean {
  return input('trusted-owners') !== '' && ['vpc-id', 'endpoint-id', 'environment'].every((name) => input(name) === '');
}

/** Trusted owners by number are the Cloud's alone; `self` and the guard need to know the account. */
function needsAws(input: (name: string) => string): boolean {
  return (
    !isOwnersOnly(input) ||
    /(^|[\n,])\s*self\s*($|[\n,])/.test(input('trusted-owners')) ||
    input('allowed-account-ids') !== ''
  );
}

/** The rules that hold between inputs. */
function checkTogether(request: Request, input: (name: string) => string, mistakes: string[]): void {
  const mistake = (when: boolean, text: string) => {
    if (when) mistakes.push(text);
  };
  mistake(
    request.clusters.length === 0 && input('cluster') === '',
    'cluster: is required; give a cluster ID or an exact cluster name',
  );
  mistake(
    request.vpcId === undefined &&
      request.endpointId === undefined &&
      input('vpc-id') === '' &&
      input('endpoint-id') === '' &&
      !request.ownersOnly,
    'vpc-id: is required (or endpoint-id, to attach to an endpoint that is there)',
  );
  if (request.endpointId !== undefined) {
    const makers = ['subnet-ids', 'security-group-ids', 'allowed-cidrs', 'allowed-security-group-ids', 'tags'];
    for (const name of makers) {
      mistake(input(name) !== '', `${name}: has no meaning with endpoint-id, which is never created or modified`);
    }
  }
  if (request.securityGroupIds.length > 0) {
    for (const name of ['allowed-cidrs', 'allowed-security-group-ids']) {
      mistake(input(name) !== '', `${name}: has no meaning with security-group-ids, whose rules are never changed`);
    }
  }
  const partition = request.roleArn === undefined ? undefined : request.roleArn.split(':')[1];
  mistake(
    partition !== undefined && request.region !== '' && partition !== partitionOf(request.region),
    `role-to-assume: is in partition ${partition}, but region ${request.region} is in ${partitionOf(request.region)}`,
  );
}

/** The AWS partition that a region belongs to, by the region's prefix. */
function partitionOf(region: string): string {
  if (region.startsWith('cn-')) return 'aws-cn';
  if (region.startsWith('us-gov-')) return 'aws-us-gov';
  if (region.startsWith('eusc-')) return 'aws-eusc';
  const iso = /^(us-iso[bf]?|eu-isoe)-/.exec(region)?.[1];
  return iso === undefined
    ? 'aws'
    : `aws-${iso
        .replace(/^(us|eu)-/, '')
        .replace(/^isob/, 'iso-b')
        .replace(/^isof/, 'iso-f')
        .replace(/^isoe/, 'iso-e')}`;
}

function resourceId(prefix: string): RegExp {
  return new RegExp(`^${prefix}-[0-9a-f]{8,17}$`);
}

/** Cluster names are 6 to 20 lower-case characters today; older ones may be wider, so only what cannot be a name is refused. */
const isClusterReference = /^[A-Za-z0-9][\w.-]{0,63}$/;

/** The parsers, each naming the input in what it reports. Values that are wrong are reported and replaced by a harmless one. */
function reader(input: (name: string) => string, mistakes: string[]) {
  const show = (value: string) => JSON.stringify(oneLine(value).slice(0, 60));

  function list(name: string, form: RegExp, what: string, most: number): string[] {
    const entries = [
      ...new Set(
        input(name)
          .split(/[\n,]+/)
          .map((entry) => entry.trim())
          .filter((entry) => entry !== ''),
      ),
    ];
    const wrong = entries.filter((entry) => !form.test(entry));
    for (const entry of wrong.slice(0, 5)) mistakes.push(`${name}: ${show(entry)} is not ${what}`);
    if (wrong.length > 5) mistakes.push(`${name}: and ${wrong.length - 5} more entries that are not ${what}`);
    if (entries.length > most) mistakes.push(`${name}: has ${entries.length} entries, at most ${most} are possible`);
    return entries.filter((entry) => form.test(entry));
  }

  return {
    list,

    oneOf<T extends string>(name: string, allowed: readonly T[], otherwise: T): T {
      const value = input(name) || otherwise;
      const found = allowed.find((word) => word === value);
      if (found === undefined) mistakes.push(`${name}: ${show(value)} is none of ${allowed.join(', ')}`);
      return found ?? otherwise;
    },

    optional(name: string, form: RegExp, what: string): string | undefined {
      const value = input(name);
      if (value === '') return undefined;
      if (form.test(value)) return value;
      mistakes.push(`${name}: ${show(value)} is not ${what}`);
      return undefined;
    },

    boolean(name: string, otherwise: boolean): boolean {
      const value = input(name);
      if (value === '') return otherwise;
      if (/^(true|True|TRUE)$/.test(value)) return true;
      if (!/^(false|False|FALSE)$/.test(value)) mistakes.push(`${name}: ${show(value)} is neither true nor false`);
      return false;
    },

    integer(name: string, range: { least: number; most: number; otherwise: number }): number {
      const value = input(name);
      if (value === '') return range.otherwise;
      const number = /^\d{1,9}$/.test(value) ? Number(value) : Number.NaN;
      if (number >= range.least && number <= range.most) return number;
      mistakes.push(`${name}: ${show(value)} is not a whole number from ${range.least} to ${range.most}`);
      return range.otherwise;
    },

    /** Never shows the value. A key with white space or control characters could not go into a header. */
    secret(name: string, fallback: string | undefined, variable: string): string {
      const value = input(name) || (fallback ?? '').trim();
      if (value === '')
        mistakes.push(
          `${name}: is required (or the environment variable ${variable}); a secret is empty in runs from forks`,
        );
      else if (!/^[\x21-\x7e]{1,4096}$/.test(value))
        mistakes.push(`${name}: holds white space or characters that no key has`);
      return value;
    },

    apiUrl(name: string, fallback: string | undefined): URL {
      const value = input(name) || (fallback ?? '').trim() || DEFAULT_API_URL;
      const url = URL.canParse(value) ? new URL(value) : undefined;
      const loopback = url !== undefined && isLoopback(url.hostname);
      if (url === undefined || !(url.protocol === 'https:' || (url.protocol === 'http:' && loopback))) {
        mistakes.push(`${name}: must be an https address (http only on loopback)`);
      } else if (url.username !== '' || url.password !== '' || url.search !== '' || url.hash !== '') {
        mistakes.push(`${name}: must be a plain address without user, query or fragment`);
      } else {
        return url;
      }
      return new URL(DEFAULT_API_URL);
    },

    region(name: string, fallback: string | undefined, optional: boolean): string {
      const value = input(name) || (fallback ?? '').trim();
      if (value === '' && optional) return '';
      if (/^[a-z]{2,4}(-[a-z]+){1,2}-\d{1,2}$/.test(value)) return value;
      mistakes.push(
        value === '' ? `${name}: is required (or AWS_REGION)` : `${name}: ${show(value)} is not an AWS region`,
      );
      return '';
    },

    cidrs(name: string): string[] {
      const entries = list(name, /.*/, '', 60);
      const canonical = entries.map((entry) => canonicalCidr(entry) ?? (isIP(entry) === 4 ? `${entry}/32` : undefined));
      entries.forEach((entry, index) => {
        if (canonical[index] === undefined) mistakes.push(`${name}: ${show(entry)} is not an IPv4 CIDR block`);
      });
      return [...new Set(canonical.filter((cidr) => cidr !== undefined))];
    },

    environment(name: string): string {
      const value = input(name) || 'default';
      // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this refuses
      if (value.length > 500 || /[\u0000-\u001f\u007f]/.test(value))
        mistakes.push(`${name}: must be one line of at most 500 characters`);
      if (/^branch:\s*$/.test(value)) mistakes.push(`${name}: branch: needs the name of a branch`);
      if (/^pr:/.test(value) && !/^pr:[1-9]\d{0,9}$/.test(value))
        mistakes.push(`${name}: ${show(value)} needs the number of a pull request (pr:123)`);
      return value;
    },

    trustedOwners(): Request['trustedOwners'] {
      const accounts = list('trusted-owners', /^(\d{12}|self|\*)$/, 'a 12-digit AWS account ID, self or *', 200);
      const mode = this.oneOf('trusted-owners-mode', ['add', 'exact'], 'add');
      return accounts.length === 0 ? undefined : { accounts, mode };
    },

    tags(name: string): Record<string, string> {
      const tags: Record<string, string> = {};
      const lines = input(name)
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => line !== '');
      for (const line of lines) {
        const at = line.indexOf('=');
        const key = line.slice(0, at).trim();
        const value = line.slice(at + 1).trim();
        if (at < 1) mistakes.push(`${name}: ${show(line)} is not key=value`);
        else if (!/^[\p{L}\p{N}\p{Zs}_.:/=+\-@]{1,128}$/u.test(key))
          mistakes.push(`${name}: ${show(key)} is not a tag key (at most 128 letters, digits, spaces or _.:/=+-@)`);
        else if (!/^[\p{L}\p{N}\p{Zs}_.:/=+\-@]{0,256}$/u.test(value))
          mistakes.push(
            `${name}: the value of ${show(key)} is not a tag value (at most 256 letters, digits, spaces or _.:/=+-@)`,
          );
        else if (/^(aws:|cockroachdb-privatelink\/)/i.test(key))
          mistakes.push(`${name}: ${show(key)} starts with a reserved prefix`);
        else if (Object.hasOwn(tags, key)) mistakes.push(`${name}: ${show(key)} is given twice`);
        else tags[key] = value;
      }
      if (lines.length > MOST_USER_TAGS)
        mistakes.push(`${name}: has ${lines.length} tags, at most ${MOST_USER_TAGS} are possible`);
      return tags;
    },
  };
}

/** A host that cannot leave this machine. */
function isLoopback(hostname: string): boolean {
  return hostname === 'localhost' || hostname === '[::1]' || /^127\.\d{1,3}\.\d{1,3}\.\d{1,3}$/.test(hostname);
}

function seconds(env: Env, name: string, otherwise: number, mistakes: string[]): number {
  const value = (env[name] ?? '').trim();
  const number = value === '' ? otherwise : Number(value);
  if (Number.isFinite(number) && number >= 0 && number <= 3600) return number * 1000;
  mistakes.push(`${name}: must be a number of seconds from 0 to 3600`);
  return otherwise * 1000;
}
