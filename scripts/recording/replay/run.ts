import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parse } from 'yaml';
import { inputVariable } from '../../../test/harness/action-inputs.ts';
import { createClock } from '../../../test/sandbox/clock.ts';
import { inputOfRecording } from '../inputs.ts';
import { type End, type Head, type RecordingFile, readRecordingFile } from '../read.ts';
import { type Deviation, startReplayServer } from './server.ts';
import { createTape } from './tape.ts';

const root = fileURLToPath(new URL('../../../', import.meta.url));
const ACTION = join(root, 'dist/index.js');
/** A replay takes about so long, however long the recorded run was; real milliseconds. */
const WANTED_MS = 4_000;
const FASTEST = 40;
/** How much longer than the recorded run a replay may take on its own clock. */
const PATIENCE = 3;
const LEAST_PATIENCE_MS = 60_000;

/** What is compared of a recorded run and its replay. */
export interface Ending {
  readonly exit: number | null;
  readonly status: string;
  readonly errorCode: string;
  /** Sorted: steps that go on side by side end in any order. */
  readonly steps: readonly string[];
}

export interface Replay {
  /** Undefined where the recorded run was killed. */
  readonly expected: Ending | undefined;
  readonly replayed: Ending;
  readonly requests: number;
  readonly deviations: readonly Deviation[];
  /** Calls of recorded changes that the replayed run did not make. */
  readonly unsent: readonly string[];
  /** What the replayed run printed. */
  readonly log: string;
}

/**
 * Runs the committed bundle against the answers of a recording.
 * @param recording of one run
 * @param action another bundle, to try a change before it is built into `dist/`
 */
export async function replayRecording(recording: RecordingFile, action = ACTION): Promise<Replay> {
  const { head, exchanges, end } = recording;
  const tape = createTape(exchanges);
  const recordedMs = end?.ms ?? Math.max(0, ...exchanges.map(({ start, ms }) => start + ms));
  const rate = Math.min(FASTEST, Math.max(1, Math.ceil(recordedMs / WANTED_MS)));
  const clock = createClock({ rate });
  const home = mkdtempSync(join(tmpdir(), 'replay-'));
  let startedAt: number | undefined;
  let stop: () => void = () => undefined;
  const server = await startReplayServer(tape, {
    rate,
    startedAt: () => (startedAt ??= clock.now() - (exchanges[0]?.start ?? 0)),
    // A recorded run that was cancelled made no more requests.
    onServed: () => {
      if (end?.exit === 130 && tape.isOver()) stop();
    },
  });
  try {
    prepareHome(home, head);
    const env = { ...environmentOf(head, home, server.urls), ...clock.env() };
    const ended = runAction({
      action,
      home,
      env,
      patienceMs: Math.max(LEAST_PATIENCE_MS, (recordedMs * PATIENCE) / rate),
    });
    stop = ended.interrupt;
    const { exit, log } = await ended.over;
    const own = readRecordingFile(join(home, 'temp/replayed.jsonl'));
    return {
      expected: end === undefined ? undefined : endingOf(end, end.exit),
      replayed: endingOf(own.end, exit),
      requests: server.requests(),
      deviations: server.deviations,
      unsent: tape.unsent().map(({ exchange }) => exchange.call),
      log,
    };
  } finally {
    await server.close();
    rmSync(home, { recursive: true, force: true });
  }
}

function endingOf(end: End | undefined, exit: number | null): Ending {
  return {
    exit,
    status: String(end?.outputs['status'] ?? ''),
    errorCode: String(end?.outputs['error-code'] ?? ''),
    steps: (end?.steps ?? []).toSorted(),
  };
}

/** The files and folders that a runner gives to a step. */
function prepareHome(home: string, head: Head): void {
  for (const name of ['output', 'state', 'env', 'path', 'summary']) writeFileSync(join(home, name), '');
  for (const name of ['workspace', 'temp']) mkdirSync(join(home, name));
  writeFileSync(join(home, 'event.json'), JSON.stringify(eventOf(head)));
}

function text(value: unknown): string {
  return typeof value === 'string' ? value : '';
}

/** As much of the event as a recording tells: the number of a pull request of this repository, and its branches. */
function eventOf({ run = {}, inputs = {} }: Head): unknown {
  const named = /^refs\/pull\/(\d+)\//.exec(text(run['ref'])) ?? /^pr:(\d+)$/.exec(text(inputs['environment']));
  if (named === null || !text(run['event']).startsWith('pull_request')) return {};
  const number = Number(named[1]);
  const repo = { full_name: text(run['repository']) };
  const head = { ref: text(run['head']), repo };
  return { number, pull_request: { number, head, base: { ref: text(run['base']), repo } } };
}

/** The environment of a runner for the recorded step; secrets are made up. */
function environmentOf(head: Head, home: string, urls: Awaited<ReturnType<typeof startReplayServer>>['urls']) {
  const run = head.run ?? {};
  const repository = text(run['repository']);
  const ref = text(run['ref']);
  const file = (name: string) => join(home, name);
  return {
    HOME: home,
    PATH: '/usr/local/bin:/usr/bin:/bin',
    GITHUB_ACTIONS: 'true',
    GITHUB_SERVER_URL: text(run['server']),
    GITHUB_REPOSITORY: repository,
    GITHUB_REPOSITORY_ID: text(run['repositoryId']),
    GITHUB_REPOSITORY_OWNER: repository.split('/')[0] ?? '',
    GITHUB_EVENT_NAME: text(run['event']),
    GITHUB_EVENT_PATH: file('event.json'),
    GITHUB_REF: ref,
    GITHUB_REF_NAME: ref.replace(/^refs\/(?:heads|tags|pull)\//, ''),
    GITHUB_HEAD_REF: text(run['head']),
    GITHUB_BASE_REF: text(run['base']),
    ...(run['seconds'] as Record<string, string> | undefined),
    GITHUB_RUN_ID: '1',
    GITHUB_RUN_NUMBER: '1',
    GITHUB_WORKSPACE: file('workspace'),
    GITHUB_OUTPUT: file('output'),
    GITHUB_STATE: file('state'),
    GITHUB_ENV: file('env'),
    GITHUB_PATH: file('path'),
    GITHUB_STEP_SUMMARY: file('summary'),
    GITHUB_API_URL: urls.github,
    RUNNER_TEMP: file('temp'),
    RUNNER_ENVIRONMENT: text(run['runner']),
    AWS_CONFIG_FILE: file('no-aws-config'),
    AWS_SHARED_CREDENTIALS_FILE: file('no-aws-credentials'),
    AWS_EC2_METADATA_DISABLED: 'true',
    AWS_ENDPOINT_URL_EC2: urls.ec2,
    AWS_ENDPOINT_URL_STS: urls.sts,
    COCKROACH_SERVER: urls.cloud,
    ...secretsOf(head, urls.oidc),
    ...inputsOf(head),
  };
}

/** The tokens and keys that the recorded run had, made up. */
function secretsOf({ run, inputs }: Head, oidc: string): Record<string, string> {
  const set = new Set(run?.['variables'] as readonly string[] | undefined);
  const token = { ACTIONS_ID_TOKEN_REQUEST_URL: `${oidc}/token?v=1`, ACTIONS_ID_TOKEN_REQUEST_TOKEN: made('request') };
  const keys = { AWS_ACCESS_KEY_ID: `AKIA${'0'.repeat(16)}`, AWS_SECRET_ACCESS_KEY: made('secret-key') };
  return {
    ...(set.has('ACTIONS_ID_TOKEN_REQUEST_URL') ? token : {}),
    ...(set.has('COCKROACH_API_KEY') ? { COCKROACH_API_KEY: made('api-key') } : {}),
    // Whatever the source was, its credentials are not recorded.
    ...(inputs?.['role-to-assume'] === undefined ? keys : {}),
  };
}

/** A value for a secret that no recording has. */
function made(what: string): string {
  return `replayed-${what}-${'0'.repeat(24)}`;
}

/** Inputs as they were given, and the defaults of action.yml. */
function inputsOf(head: Head): Record<string, string> {
  const { inputs } = parse(readFileSync(join(root, 'action.yml'), 'utf8')) as {
    inputs: Record<string, { default?: string }>;
  };
  return Object.fromEntries(
    Object.entries(inputs).map(([name, { default: fallback = '' }]) => [
      inputVariable(name),
      inputOf(name, head.inputs?.[name], String(fallback)),
    ]),
  );
}

/** The value of an input, from what was recorded of it; undefined where it was not set. */
function inputOf(name: string, recorded: unknown, fallback: string): string {
  if (name === 'record') return '../temp/replayed.jsonl';
  // The replay's own server is named by COCKROACH_SERVER.
  if (name === 'cockroach-api-url') return '';
  if (recorded === undefined) return name === 'github-token' ? '' : fallback;
  if (name === 'github-token' || name === 'cockroach-api-key') return made(name);
  return inputOfRecording(name, recorded, fallback);
}

/** The bundle in a process of its own, on the clock of the replay. */
function runAction({
  action,
  home,
  env,
  patienceMs,
}: {
  readonly action: string;
  readonly home: string;
  readonly env: Readonly<Record<string, string>>;
  /** Real milliseconds until it is killed. */
  readonly patienceMs: number;
}): { readonly over: Promise<{ exit: number | null; log: string }>; interrupt(): void } {
  const child = spawn(process.execPath, [action], {
    cwd: join(home, 'workspace'),
    env,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let log = '';
  child.stdout.on('data', (data: Buffer) => {
    log += data.toString('utf8');
  });
  const timer = setTimeout(() => child.kill('SIGKILL'), patienceMs);
  const over = new Promise<{ exit: number | null; log: string }>((resolve, reject) => {
    child.on('error', reject).on('close', (exit) => {
      clearTimeout(timer);
      resolve({ exit, log });
    });
  });
  return { over, interrupt: () => void child.kill('SIGINT') };
}
