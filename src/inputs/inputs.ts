import { type EventNames, namesOfEvent } from '../github/event.ts';
import { eventUnread } from '../runner/runner-files.ts';
import { ActionError } from '../support/errors.ts';
import { readProxies } from '../support/proxies.ts';
import { trimAscii } from '../support/white-space.ts';
import { environmentMistake, isBranchOrPull } from './environment-name.ts';
import {
  type InputMistake,
  type InputValue,
  inputReader,
  listEntries,
  MOST_RULES,
  type SecretsWithheld,
} from './parsers.ts';

export type Operation = 'ensure' | 'verify' | 'delete' | 'sweep';

/**
 * What the workflow asked for: every input parsed, checked and frozen. Lists are without duplicates and in their order.
 */
export interface ActionInputs {
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
  /** How long an environment must have been idle before `sweep` takes it down, milliseconds. */
  readonly sweepGraceMs: number;
  readonly githubToken: string;
  /** The file of the recording, '' for none. It is open already when the inputs are read. */
  readonly record: string;
  /** Read lag that the claims protocol reckons with, milliseconds (`PRIVATELINK_READ_LAG_SECONDS`). */
  readonly readLagMs: number;
  /** Longest time between a decision and its call, milliseconds (`PRIVATELINK_DECISION_SECONDS`). */
  readonly decisionMs: number;
}

type Env = Readonly<Record<string, string | undefined>>;

/** What is known of the run that the inputs are for. */
export interface AboutRun {
  /** Why a secret may be empty through no fault of the workflow. */
  readonly withheld?: SecretsWithheld | undefined;
  /** What the event says about names; without it only what the variables say. */
  readonly event?: EventNames | undefined;
  /** What is wrong with the input `record`, whose file is made before the inputs are read. */
  readonly recordMistake?: InputMistake | undefined;
}

/**
 * Reads all inputs, once, and reports every mistake at once.
 * @param input the runner's value of an input without the ASCII white space around it, '' when unset
 * @param env the process environment, for the documented fallbacks
 * @throws ActionError `input-invalid` with one of `problems` per mistake; nothing was sent anywhere
 */
export function readInputs(
  input: InputValue,
  env: Env,
  { withheld, event = namesOfEvent({ payload: {} }, env), recordMistake }: AboutRun = {},
): ActionInputs {
  const mistakes: InputMistake[] = [];
  const request = parseInputs(inputReader(input, mistakes, withheld), { input, env, mistakes });
  mistakes.push(...readProxies(env).mistakes);
  if (recordMistake !== undefined) mistakes.push(recordMistake);
  checkTogether(request, input, mistakes);
  const { operation, environment } = request;
  const misnamed = operation === 'sweep' ? undefined : environmentMistake(environment, { operation, event });
  if (misnamed !== undefined) mistakes.push({ cause: `environment: ${misnamed.cause}`, fix: misnamed.fix });
  if (mistakes.length > 0) throw invalid(mistakes);
  const judged = isBranchOrPull(environment) && operation !== 'verify' && operation !== 'sweep';
  if (judged && event.unread !== undefined) throw eventUnread('environment', event.unread);
  return Object.freeze(request);
}

type InputReader = ReturnType<typeof inputReader>;

/** Each input by itself, in the order in which mistakes are reported. */
function parseInputs(
  read: InputReader,
  { input, env, mistakes }: { input: InputValue; env: Env; mistakes: InputMistake[] },
): ActionInputs {
  return {
    operation: read.oneOf('operation', ['ensure', 'verify', 'delete', 'sweep'], 'ensure'),
    clusters: read.list('cluster', { form: CLUSTER_REFERENCE, what: 'a cluster ID or cluster name', max: 500 }),
    apiKey: read.secret('cockroach-api-key', env['COCKROACH_API_KEY'], 'COCKROACH_API_KEY'),
    apiUrl: read.apiUrl('cockroach-api-url', env['COCKROACH_SERVER']),
    ...signInInputs(read, input, env),
    ...pathInputs(read),
    environment: read.environment('environment'),
    privateDns: read.boolean('private-dns', true),
    trustedOwners: read.trustedOwners(),
    ownersOnly: isOwnersOnly(input),
    tags: read.tags('tags'),
    wait: read.boolean('wait', true),
    timeoutSeconds: read.integer('timeout-seconds', { min: 30, max: 21_000, fallback: 3600 }),
    dryRun: read.boolean('dry-run', false),
    failOnDrift: read.boolean('fail-on-drift', true),
    probe: read.boolean('probe', false),
    driftIssue: read.boolean('drift-issue', false),
    comment: read.boolean('comment', false),
    sweepGraceMs: read.integer('sweep-grace-hours', { min: 13, max: 100_000, fallback: 24 }) * 3_600_000,
    githubToken: input('github-token'),
    record: input('record'),
    readLagMs: seconds(env, { name: 'PRIVATELINK_READ_LAG_SECONDS', fallback: 30, min: 0 }, mistakes),
    decisionMs: seconds(env, { name: 'PRIVATELINK_DECISION_SECONDS', fallback: 60, min: 5 }, mistakes),
  };
}

/** Where the run signs in at AWS, and as whom. */
function signInInputs(read: InputReader, input: InputValue, env: Env) {
  return {
    region: read.region('aws-region', env['AWS_REGION'] || env['AWS_DEFAULT_REGION'], !needsAws(input)),
    roleArn: read.optional(
      'role-to-assume',
      // Source: IAM API reference, CreateRole: a path of printable ASCII, a name of at most 64 characters.
      /^arn:aws[a-z-]*:iam::\d{12}:role\/(?:[\x21-\x7e]{1,510}\/)?[\w+=,.@-]{1,64}$/,
      'an IAM role ARN',
    ),
    roleSessionName:
      read.optional('role-session-name', /^[\w+=,.@-]{2,64}$/, '2 to 64 letters, digits or _+=,.@-') ??
      `cockroachdb-privatelink-${(env['GITHUB_RUN_ID'] ?? 'local').replace(/[^\w-]/g, '').slice(0, 38)}`,
    roleDurationSeconds: read.integer('role-duration-seconds', { min: 900, max: 43_200, fallback: 3600 }),
    audience:
      read.optional('audience', /^[\x21-\x7e]{1,255}$/, 'at most 255 printable characters') ?? 'sts.amazonaws.com',
    allowedAccountIds: read.list('allowed-account-ids', {
      form: /^\d{12}$/,
      what: 'a 12-digit AWS account ID',
      max: 500,
    }),
  };
}

/** What the private path is made of in the VPC. */
function pathInputs(read: InputReader) {
  return {
    vpcId: read.optional('vpc-id', resourceId('vpc'), 'a VPC ID (vpc-...)'),
    subnetIds: read.list('subnet-ids', { form: resourceId('subnet'), what: 'a subnet ID (subnet-...)', max: 30 }),
    securityGroupIds: read.list('security-group-ids', {
      form: resourceId('sg'),
      what: 'a security group ID (sg-...)',
      max: 16,
    }),
    allowedCidrs: read.cidrs('allowed-cidrs'),
    allowedSecurityGroupIds: read.list('allowed-security-group-ids', {
      form: resourceId('sg'),
      what: 'a security group ID (sg-...)',
      max: MOST_RULES,
    }),
    endpointId: read.optional('endpoint-id', resourceId('vpce'), 'a VPC endpoint ID (vpce-...)'),
  };
}

function invalid(mistakes: readonly InputMistake[]): ActionError {
  const problems = mistakes.map((one) => {
    const { cause, fix = usualFix(cause) } = typeof one === 'string' ? { cause: one } : one;
    return { code: 'input-invalid', cause, fix: `${fix}; nothing was sent to AWS or CockroachDB Cloud.` };
  });
  const [first, ...more] = problems;
  if (first !== undefined && more.length === 0) return new ActionError('input-invalid', first);
  return new ActionError('input-invalid', {
    cause: headlineOf(problems),
    fix: 'Correct each of them in the step; nothing was sent to AWS or CockroachDB Cloud.',
    details: mistakes.map((one) => (typeof one === 'string' ? one : `${one.cause}. ${one.fix}`)),
    problems,
  });
}

/** How many inputs are wrong; of one input, how many mistakes it has. */
function headlineOf(problems: readonly { cause: string }[]): string {
  const names = new Set(problems.map(({ cause }) => cause.slice(0, cause.indexOf(':'))));
  const [only] = names;
  return names.size === 1 ? `${only}: several mistakes` : `${names.size} inputs are wrong`;
}

/** Where a value has to change: inputs have hyphens in their names, variables underscores. */
function usualFix(cause: string): string {
  const name = cause.slice(0, cause.indexOf(':'));
  if (/^[A-Za-z]+_\w+$/.test(name)) return `Correct the environment variable ${name} of the step, job or runner`;
  const verb = /: is required/.test(cause)
    ? 'Set'
    : /can't be used with|works only with/.test(cause)
      ? 'Remove'
      : 'Correct';
  return `${verb} \`${name}\` in the \`with:\` block of the step`;
}

/** Only trusted owners are asked for: no endpoint, no environment. */
function isOwnersOnly(input: InputValue): boolean {
  return input('trusted-owners') !== '' && ['vpc-id', 'endpoint-id', 'environment'].every((name) => input(name) === '');
}

/** Trusted owners by number are the Cloud's alone; `self` and the guard need to know the account. */
function needsAws(input: InputValue): boolean {
  return (
    !isOwnersOnly(input) ||
    listEntries(input('trusted-owners')).entries.includes('self') ||
    input('allowed-account-ids') !== ''
  );
}

/** Reports a mistake where there is one. */
type MistakeIf = (when: boolean, text: string) => void;

/** The rules that hold between inputs. */
function checkTogether(request: ActionInputs, input: InputValue, mistakes: InputMistake[]): void {
  const mistake: MistakeIf = (when, text) => {
    if (when) mistakes.push(text);
  };
  mistake(request.driftIssue && request.operation !== 'verify', 'drift-issue: works only with operation verify');
  checkPlace(request, input, mistake);
  if (request.endpointId !== undefined) {
    const makers = ['subnet-ids', 'security-group-ids', 'allowed-cidrs', 'allowed-security-group-ids', 'tags'];
    for (const name of makers) {
      mistake(input(name) !== '', `${name}: can't be used with endpoint-id, which is never created or modified`);
    }
  }
  if (request.securityGroupIds.length > 0) {
    for (const name of ['allowed-cidrs', 'allowed-security-group-ids']) {
      mistake(input(name) !== '', `${name}: can't be used with security-group-ids, whose rules are never changed`);
    }
  }
  const partition = request.roleArn === undefined ? undefined : request.roleArn.split(':')[1];
  mistake(
    partition !== undefined && request.region !== '' && partition !== partitionOf(request.region),
    `role-to-assume: is in partition ${partition}, but region ${request.region} is in ${partitionOf(request.region)}`,
  );
}

/** What each operation must be told about where, and must not be told. */
function checkPlace({ operation, ownersOnly }: ActionInputs, input: InputValue, mistake: MistakeIf): void {
  const given = (name: string) => input(name) !== '';
  const builds = operation === 'ensure' || operation === 'verify';
  mistake(
    (builds || ownersOnly) && operation !== 'sweep' && !given('cluster'),
    'cluster: is required; give a cluster ID or an exact cluster name',
  );
  mistake(
    operation !== 'sweep' && !given('vpc-id') && !given('endpoint-id') && !ownersOnly,
    builds
      ? 'vpc-id: is required (or endpoint-id, to connect an existing VPC endpoint)'
      : 'vpc-id: is required (or endpoint-id and cluster, to disconnect an endpoint of another owner)',
  );
  if (operation === 'delete' && !ownersOnly) checkDelete(given, mistake);
  if (operation === 'sweep') checkSweep(input, mistake);
  mistake(
    (operation === 'delete' || operation === 'sweep') && input('probe').toLowerCase() === 'true',
    `probe: can't be used with operation ${operation}`,
  );
}

/** `delete` deletes what is named, nothing else. */
function checkDelete(given: (name: string) => boolean, mistake: MistakeIf): void {
  mistake(
    !given('environment') && !given('cluster'),
    'environment: `delete` needs `environment` or `cluster`, so that nothing is deleted by accident',
  );
  mistake(
    given('endpoint-id') && !given('cluster'),
    'cluster: is required with endpoint-id, since no claim names the clusters of that endpoint',
  );
}

/** `sweep` finds by itself what it deletes: none of it is named. */
function checkSweep(input: InputValue, mistake: MistakeIf): void {
  for (const name of ['cluster', 'environment', 'endpoint-id', 'trusted-owners', 'comment']) {
    const asked = name === 'comment' ? input(name).toLowerCase() === 'true' : input(name) !== '';
    mistake(asked, `${name}: can't be used with operation sweep, which looks for environments that are gone`);
  }
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

/**
 * Cluster names are 6 to 20 lower-case characters today; older ones may be wider, so only what cannot be a name is
 * refused.
 */
const CLUSTER_REFERENCE = /^[A-Za-z0-9][\w.-]{0,63}$/;

function seconds(
  env: Env,
  { name, fallback, min }: { name: string; fallback: number; min: number },
  mistakes: InputMistake[],
): number {
  const value = trimAscii(env[name] ?? '');
  const number = value === '' ? fallback : Number(value);
  if (Number.isFinite(number) && number >= min && number <= 3600) return number * 1000;
  mistakes.push(`${name}: must be a number of seconds from ${min} to 3600`);
  return fallback * 1000;
}
