import { listEntries } from '../inputs/parsers.ts';
import { placeholder } from './clean.ts';
import { cleanHost } from './hosts.ts';
import type { StandIns } from './stand-ins.ts';
import { environment, type RunOwner, type TagCleaner } from './tags.ts';
import type { TextCleaner } from './words.ts';

type Env = Readonly<Record<string, string | undefined>>;
/** The value of an input, '' when unset. */
type Input = (name: string) => string;

/** How an input is written. */
type InputType =
  | 'text'
  | 'number'
  | 'list'
  | 'clusters'
  | 'owners'
  | 'environment'
  | 'tags'
  | 'address'
  | 'role'
  | 'session'
  | 'closed';

/** Every input of action.yml. */
export const INPUT_TYPES: Readonly<Record<string, InputType>> = {
  operation: 'text',
  cluster: 'clusters',
  environment: 'environment',
  'private-dns': 'text',
  'aws-region': 'text',
  'vpc-id': 'text',
  'subnet-ids': 'list',
  'endpoint-id': 'text',
  tags: 'tags',
  'cockroach-api-key': 'closed',
  'cockroach-api-url': 'address',
  'role-to-assume': 'role',
  'role-session-name': 'session',
  'role-duration-seconds': 'number',
  audience: 'text',
  'allowed-account-ids': 'list',
  'security-group-ids': 'list',
  'allowed-cidrs': 'list',
  'allowed-security-group-ids': 'list',
  'trusted-owners': 'owners',
  'trusted-owners-mode': 'text',
  'dry-run': 'text',
  wait: 'text',
  'timeout-seconds': 'number',
  probe: 'text',
  'fail-on-drift': 'text',
  'sweep-grace-hours': 'number',
  comment: 'text',
  'drift-issue': 'text',
  'github-token': 'closed',
  record: 'closed',
};

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** The names that a run is about, each with its stand-in; they are looked for in every text. */
export function namesOfRun(input: Input, env: Env, standIns: StandIns): string[] {
  const [owner = '', repo = ''] = (env['GITHUB_REPOSITORY'] ?? '').split('/');
  const branches = [env['GITHUB_REF_NAME'], env['GITHUB_HEAD_REF'], env['GITHUB_BASE_REF']];
  const given = input('environment');
  if (given.startsWith('branch:')) branches.push(given.slice('branch:'.length));
  const role = /:role\/(.*)$/.exec(input('role-to-assume'))?.[1] ?? '';
  const names: [Parameters<StandIns['name']>[0], string | undefined][] = [
    ...listEntries(input('cluster'))
      .entries.filter((one) => !UUID.test(one))
      .map((one) => ['cluster', one] as ['cluster', string]),
    ...branches.map((one) => ['branch', one] as ['branch', string | undefined]),
    ['owner', owner],
    ['repo', repo],
    ['user', env['GITHUB_ACTOR']],
    ['user', env['GITHUB_TRIGGERING_ACTOR']],
    ...role.split('/').map((one) => ['role', one] as ['role', string]),
    ['name', input('role-session-name')],
  ];
  const known = names.flatMap(([kind, name]) => {
    if (name === undefined || name === '') return [];
    standIns.name(kind, name);
    return [name];
  });
  // A branch is looked for by its own name, a pull request by its shape.
  if (!/^(?:branch|pr):/.test(given) && environment(given, standIns) !== given) known.push(given);
  return known;
}

/** What claims have in place of a repository where a run has none. */
const NO_REPOSITORY = 'local';

/** Whose run it is, for the digests in claims. */
export function ownerOfRun(input: Input, env: Env, standIns: StandIns): RunOwner {
  const serverUrl = env['GITHUB_SERVER_URL'] ?? '';
  const real = {
    serverUrl,
    repositoryId: env['GITHUB_REPOSITORY_ID'] || env['GITHUB_REPOSITORY'] || NO_REPOSITORY,
    environment: input('environment') || 'default',
  };
  return {
    real,
    standIn: {
      serverUrl: serverStandIn(serverUrl, standIns),
      repositoryId: repositoryIdStandIn(real.repositoryId, standIns),
      environment: environment(real.environment, standIns),
    },
  };
}

function serverStandIn(url: string, standIns: StandIns): string {
  if (!URL.canParse(url)) return '';
  const { protocol, hostname } = new URL(url);
  return `${protocol}//${cleanHost(hostname, { standIns })}`;
}

function repositoryIdStandIn(id: string, standIns: StandIns): string {
  if (/^\d+$/.test(id)) return standIns.number(id);
  const [owner, repo] = id.split('/');
  return repo === undefined || owner === undefined
    ? id
    : `${standIns.name('owner', owner)}/${standIns.name('repo', repo)}`;
}

/** The first line of a recording. */
export function headLine(
  { input, env, wall }: { input: Input; env: Env; wall: number },
  { standIns, words, tags, owner }: { standIns: StandIns; words: TextCleaner; tags: TagCleaner; owner: RunOwner },
) {
  const inputs = Object.keys(INPUT_TYPES).flatMap((name) => {
    const value = input(name);
    return value === '' ? [] : [[name, cleanInput(name, value, { standIns, words, tags })] as const];
  });
  const [login = '', repo = ''] = (env['GITHUB_REPOSITORY'] ?? '').split('/');
  const ref = env['GITHUB_ACTION_REF'] ?? '';
  return {
    recording: 1,
    action: /^(?:[0-9a-f]{40}|v\d+(?:\.\d+){0,2}|main)$/.test(ref) ? ref : placeholder(ref),
    node: process.versions.node,
    platform: process.platform,
    started: new Date(wall).toISOString().slice(0, 7),
    run: {
      event: words.text(env['GITHUB_EVENT_NAME'] ?? ''),
      server: owner.standIn.serverUrl,
      repository:
        login === '' ? '' : `${standIns.name('owner', login)}/${repo === '' ? '' : standIns.name('repo', repo)}`,
      repositoryId: owner.standIn.repositoryId === NO_REPOSITORY ? '' : owner.standIn.repositoryId,
      ref: refStandIn(env['GITHUB_REF'] ?? '', standIns),
      head: branchStandIn(env['GITHUB_HEAD_REF'], standIns),
      base: branchStandIn(env['GITHUB_BASE_REF'], standIns),
      runner: words.text(env['RUNNER_ENVIRONMENT'] ?? ''),
      variables: SETTINGS.filter((name) => (env[name] ?? '') !== ''),
      seconds: Object.fromEntries(
        DURATIONS.flatMap((name) => (/^\d{1,5}$/.test(env[name] ?? '') ? [[name, env[name]]] : [])),
      ),
    },
    inputs: Object.fromEntries(inputs),
  };
}

/** Variables of which the value is written: they change how long a run waits. */
const DURATIONS = ['PRIVATELINK_READ_LAG_SECONDS', 'PRIVATELINK_DECISION_SECONDS'];
/** Variables that change what a run does; which of them are set is written, and never their values. */
const SETTINGS = [
  ...[
    'HTTPS_PROXY',
    'https_proxy',
    'ALL_PROXY',
    'NO_PROXY',
    'NODE_EXTRA_CA_CERTS',
    'COCKROACH_API_KEY',
    'COCKROACH_SERVER',
  ],
  ...['AWS_ACCESS_KEY_ID', 'AWS_SESSION_TOKEN', 'AWS_PROFILE', 'AWS_WEB_IDENTITY_TOKEN_FILE', 'AWS_REGION'],
  ...['AWS_CONTAINER_CREDENTIALS_FULL_URI', 'AWS_CONTAINER_CREDENTIALS_RELATIVE_URI', 'AWS_EC2_METADATA_DISABLED'],
  ...['ACTIONS_ID_TOKEN_REQUEST_URL', 'RUNNER_DEBUG', 'GITHUB_STEP_SUMMARY'],
];

function branchStandIn(name: string | undefined, standIns: StandIns): string {
  return name === undefined || name === '' ? '' : standIns.name('branch', name);
}

function refStandIn(ref: string, standIns: StandIns): string {
  const [, kind = '', name = ''] = /^refs\/(heads|tags|pull)\/(.+)$/.exec(ref) ?? [];
  if (kind === 'pull')
    return `refs/pull/${name.replace(/^\d+/, (digits) => standIns.number(digits)).replace(/\/(?!merge$|head$).*/, '')}`;
  return kind === '' ? '' : `refs/${kind}/${standIns.name('branch', name)}`;
}

function cleanInput(
  name: string,
  value: string,
  { standIns, words, tags }: { standIns: StandIns; words: TextCleaner; tags: TagCleaner },
): unknown {
  const type = INPUT_TYPES[name];
  switch (type) {
    case 'text':
      return words.text(value);
    case 'number':
      return /^\d{1,5}$/.test(value) ? value : placeholder(value);
    case 'list':
      return entries(value, words.text);
    case 'clusters':
      return entries(value, (one) => (UUID.test(one) ? standIns.uuid(one) : standIns.name('cluster', one)));
    case 'owners':
      return entries(value, (one) => (one === 'self' || one === '*' ? one : words.text(one)));
    case 'environment':
      return environment(value, standIns);
    case 'tags':
      return tagsInput(value, tags);
    case 'address':
      return URL.canParse(value) ? serverStandIn(value, standIns) : placeholder(value);
    case 'role':
      return roleInput(value, { standIns, words });
    case 'session':
      return standIns.name('name', value);
    default:
      return placeholder(value);
  }
}

function entries(value: string, clean: (one: string) => string): string[] {
  return listEntries(value).entries.map(clean);
}

function tagsInput(value: string, { tag }: TagCleaner): unknown {
  const lines = value.split('\n').filter((line) => line.trim() !== '');
  if (!lines.every((line) => /^[^=]+=/.test(line))) return placeholder(value);
  return lines.map((line) => {
    const at = line.indexOf('=');
    const { key, value: text } = tag(line.slice(0, at).trim(), line.slice(at + 1).trim());
    return `${key}=${text}`;
  });
}

function roleInput(value: string, { standIns, words }: { standIns: StandIns; words: TextCleaner }): string | null {
  const [, head, path] = /^(arn:[a-z-]+:iam::\d{12}:role\/)(.+)$/.exec(value) ?? [];
  if (head === undefined || path === undefined) return placeholder(value);
  return `${words.text(head)}${path
    .split('/')
    .map((one) => standIns.name('role', one))
    .join('/')}`;
}
