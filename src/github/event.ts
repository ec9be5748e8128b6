import { describeError } from '../support/errors.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** The payload of an event as GitHub sent it; nothing in it is checked yet. */
export type Payload = Readonly<Record<string, unknown>>;

/** What the event of a run says about the names of branches, tags and pull requests. */
export interface EventNames {
  /** Head of the pull request, or of the workflow run, that the event is about. */
  readonly head: Head | undefined;
  /** Number of the pull request of the event, 0 if it is for none. */
  readonly pullNumber: number;
  /** Base branch of the pull request. */
  readonly base: string | undefined;
  readonly defaultBranch: string | undefined;
  /** Tags that the run or its event is for. */
  readonly tags: readonly string[];
  /** What an event `delete` is about. */
  readonly deleted: { readonly name: string; readonly type: string } | undefined;
  /** Number of the issue of the event, if it is no pull request. */
  readonly issue: number | undefined;
  /** Numbers of pull requests of other repositories, and of no pull request of this one. */
  readonly foreignPulls: readonly number[];
  /** Why the payload could not be read, in an event whose names only the payload tells. */
  readonly unread?: string | undefined;
}

/** A branch, and the repository that it is in. */
export interface Head {
  readonly branch: string;
  /** True where the branch is in this repository. */
  readonly own: boolean;
  /** `owner/name`; '' for a repository that is deleted. */
  readonly repository: string;
  /** Its newest commit, where the event names it. */
  readonly commit?: string;
}

/** The payload of the event, empty where the runner's file could not be read, and why that was. */
export interface EventFile {
  readonly payload: Payload;
  readonly unread?: string;
}

/** Reads the event; never throws. */
export async function readEvent(read: () => Promise<unknown>): Promise<EventFile> {
  try {
    const payload = objectAt(await read());
    return payload === undefined ? { payload: {}, unread: 'it contains no JSON object' } : { payload };
  } catch (error) {
    return { payload: {}, unread: describeError(error) };
  }
}

/**
 * Events of this repository alone: what names mean in them is told by the runner's variables, and their payload adds
 * nothing. Every other event can be about a pull request, an issue, a deleted ref or another repository.
 */
const TOLD_BY_VARIABLES = new Set(['', 'push', 'schedule', 'workflow_dispatch', 'repository_dispatch', 'merge_group']);

/** The pull request that an event is for, 0 if it is for none. */
export function pullNumberOfEvent(payload: Payload): number {
  const issue = objectAt(payload, 'issue');
  const isPull = issue !== undefined && objectAt(issue, 'pull_request') !== undefined;
  return numberAt(payload, 'pull_request', 'number') ?? (isPull ? numberAt(issue, 'number') : undefined) ?? 0;
}

/**
 * True for a pull request from a fork, to which GitHub gives neither tokens nor secrets (but for
 * `pull_request_target`).
 * @param env variables of the runner, which name the repository that the workflow runs in
 */
export function isForkEvent(payload: Payload, env: Env): boolean {
  const head = objectAt(payload, 'pull_request', 'head');
  return head !== undefined && isOther(head['repo'], env);
}

/** The names in an event, and what the runner's variables add to them. */
export function namesOfEvent({ payload, unread }: EventFile, env: Env): EventNames {
  const issue = objectAt(payload, 'issue');
  return {
    head: headOf(payload, env),
    pullNumber: pullNumberOfEvent(payload),
    base: textAt(payload, 'pull_request', 'base', 'ref'),
    defaultBranch: textAt(payload, 'repository', 'default_branch'),
    tags: tagsOf(payload, env),
    deleted: deletedBy(payload, env),
    issue: objectAt(issue, 'pull_request') === undefined ? numberAt(issue, 'number') : undefined,
    foreignPulls: foreignPullsOf(payload, env),
    unread: TOLD_BY_VARIABLES.has(env['GITHUB_EVENT_NAME'] ?? '') ? undefined : unread,
  };
}

function headOf(payload: Payload, env: Env): Head | undefined {
  const run = objectAt(payload, 'workflow_run');
  const pull = objectAt(payload, 'pull_request', 'head');
  const branch = textAt(pull, 'ref') ?? textAt(run, 'head_branch');
  if (branch === undefined) return undefined;
  const repository = pull === undefined ? run?.['head_repository'] : pull['repo'];
  const commit = textAt(pull, 'sha');
  return {
    branch,
    own: !isOther(repository, env),
    repository: textAt(repository, 'full_name') ?? '',
    ...(commit === undefined ? {} : { commit }),
  };
}

function tagsOf(payload: Payload, env: Env): string[] {
  const ofRun = /^refs\/tags\/(.+)$/s.exec(env['GITHUB_REF'] ?? '')?.[1];
  const byType = env['GITHUB_REF_TYPE'] === 'tag' ? env['GITHUB_REF_NAME'] : undefined;
  const ofEvent = payload['ref_type'] === 'tag' ? textAt(payload, 'ref') : undefined;
  return [ofRun, byType, ofEvent, releasedBy(payload)].filter((tag) => tag !== undefined);
}

/** A workflow run calls its ref `head_branch` even where it is a tag; that of a release always is one. */
function releasedBy(payload: Payload): string | undefined {
  const run = objectAt(payload, 'workflow_run');
  return run?.['event'] === 'release' ? textAt(run, 'head_branch') : undefined;
}

function deletedBy(payload: Payload, env: Env): EventNames['deleted'] {
  const name = textAt(payload, 'ref');
  if (env['GITHUB_EVENT_NAME'] !== 'delete' || name === undefined) return undefined;
  return { name, type: textAt(payload, 'ref_type') ?? 'ref' };
}

/**
 * Runs and checks list the pull requests of their commit in every repository that has one, with little more than IDs.
 */
function foreignPullsOf(payload: Payload, env: Env): number[] {
  const listed = ['workflow_run', 'check_run', 'check_suite'].flatMap((name) => {
    const pulls = objectAt(payload, name)?.['pull_requests'];
    return Array.isArray(pulls) ? (pulls as unknown[]) : [];
  });
  const foreign = new Set<number>();
  const own = new Set<number>();
  for (const pull of listed) {
    const number = numberAt(pull, 'number');
    const id = numberAt(pull, 'base', 'repo', 'id');
    if (number === undefined || id === undefined) continue;
    (String(id) === env['GITHUB_REPOSITORY_ID'] ? own : foreign).add(number);
  }
  return (env['GITHUB_REPOSITORY_ID'] ?? '') === '' ? [] : [...foreign].filter((number) => !own.has(number));
}

/**
 * True where a repository is not the one that the workflow runs in. One that GitHub does not show is another: it is
 * gone.
 */
function isOther(repository: unknown, env: Env): boolean {
  const id = objectAt(repository)?.['id'];
  const own = env['GITHUB_REPOSITORY_ID'] ?? '';
  if (typeof id === 'number' && own !== '') return String(id) !== own;
  const name = textAt(repository, 'full_name');
  return name === undefined || name.toLowerCase() !== env['GITHUB_REPOSITORY']?.toLowerCase();
}

function valueAt(value: unknown, path: readonly string[]): unknown {
  return path.reduce((at, key) => (typeof at === 'object' && at !== null ? Reflect.get(at, key) : undefined), value);
}

function objectAt(value: unknown, ...path: string[]): Payload | undefined {
  const found = valueAt(value, path);
  return typeof found === 'object' && found !== null && !Array.isArray(found) ? (found as Payload) : undefined;
}

function textAt(value: unknown, ...path: string[]): string | undefined {
  const found = valueAt(value, path);
  return typeof found === 'string' && found !== '' ? found : undefined;
}

/** A number or an ID, which GitHub counts from 1; anything else is none, and goes into no address. */
function numberAt(value: unknown, ...path: string[]): number | undefined {
  const found = valueAt(value, path);
  return typeof found === 'number' && Number.isSafeInteger(found) && found > 0 ? found : undefined;
}
