import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import type { Sheet } from '../../scripts/first-contact/sheet.ts';
import { checkRecording } from '../../scripts/recording/check.ts';
import { readRecordingText } from '../../scripts/recording/read.ts';
import { type Ended, runChild } from '../harness/child.ts';
import { describeWith } from '../harness/programs.ts';
import { filledIn, pagePolicy } from '../harness/role-policies.ts';
import { ids, type Sandbox } from '../sandbox/index.ts';
import { advanced, expectNothingLeft, liveEndpoints, standard } from '../support/paths.ts';
import { scenario } from '../support/processes.ts';

const root = path.resolve(import.meta.dirname, '../..');
const NODE = path.join(root, 'node_modules/.bin/node');
const SCRIPT = path.join(root, 'scripts/first-contact.ts');
const where = (cluster: string) => ['--cluster', cluster, '--vpc-id', ids.vpc, '--aws-region', ids.region];
/** The claims protocol's waits, short: they are tried elsewhere. */
const SHORT = { PRIVATELINK_READ_LAG_SECONDS: '2' };

interface Contacted extends Ended {
  readonly files: readonly string[];
  readonly recordings: readonly { readonly name: string; readonly lines: readonly string[] }[];
  readonly sheet: Sheet | undefined;
  readonly page: string;
  readonly env: Record<string, string>;
}

interface Options {
  readonly cluster?: string;
  /** Sends the signal to the whole group, as a terminal does, at the first request that fits. */
  readonly signalAt?: (action: string) => boolean;
  readonly signal?: NodeJS.Signals;
}

/** The command on a person's machine, under the policy of the role that changes. */
async function contact(
  box: Sandbox,
  words: readonly string[],
  { cluster = ids.standardName, signalAt, signal = 'SIGINT' }: Options = {},
): Promise<Contacted> {
  const home = mkdtempSync(path.join(tmpdir(), 'contact-'));
  const out = path.join(home, 'out');
  const door = await box.openDoor('contact', filledIn(box, pagePolicy('policy'), ids.region));
  const own = Object.entries(door.env).filter(([name]) => !/^(ACTIONS|GITHUB|RUNNER)_/.test(name));
  const env = {
    ...Object.fromEntries(own),
    PATH: process.env['PATH'] ?? '',
    HOME: home,
    AWS_EC2_METADATA_DISABLED: 'true',
    COCKROACH_API_KEY: ids.apiKey,
    AWS_ACCESS_KEY_ID: ids.accessKeyId,
    AWS_SECRET_ACCESS_KEY: ids.secretAccessKey,
    ...SHORT,
  };
  const command = [SCRIPT, ...where(cluster), '--out', out, ...words];
  try {
    const ended =
      signalAt === undefined
        ? await runChild([NODE, ...command], { env, cwd: home })
        : await interrupted(box, { command, env, home, signalAt, signal });
    for (const text of [ended.stdout, ended.stderr]) {
      expect(text).not.toContain(ids.apiKey);
      expect(text).not.toContain(ids.secretAccessKey);
    }
    const read = (name: string) => (existsSync(path.join(out, name)) ? readFileSync(path.join(out, name), 'utf8') : '');
    const sheet = read('sheet.json');
    const files = existsSync(out) ? readdirSync(out).toSorted() : [];
    const recordings = files.filter((name) => name.endsWith('.jsonl'));
    return {
      ...ended,
      files,
      recordings: recordings.map((name) => ({ name, lines: read(name).trimEnd().split('\n') })),
      sheet: sheet === '' ? undefined : (JSON.parse(sheet) as Sheet),
      page: read('sheet.md'),
      env,
    };
  } finally {
    // The door closes with the sandbox: printed commands lead through it.
    rmSync(home, { recursive: true, force: true });
  }
}

/** The same with a signal. */
async function interrupted(
  box: Sandbox,
  run: { command: string[]; env: Record<string, string>; home: string } & Required<
    Pick<Options, 'signalAt' | 'signal'>
  >,
): Promise<Ended> {
  const child = spawn(NODE, run.command, {
    env: run.env,
    cwd: run.home,
    stdio: ['ignore', 'pipe', 'pipe'],
    detached: true,
  });
  const text = { stdout: '', stderr: '' };
  for (const name of ['stdout', 'stderr'] as const)
    child[name].setEncoding('utf8').on('data', (chunk: string) => {
      text[name] += chunk;
    });
  let sent = false;
  const removeHook = box.onRequest(({ request, when }) => {
    if (when !== 'after' || sent || !run.signalAt(request.action)) return;
    sent = true;
    process.kill(-(child.pid ?? 0), run.signal);
  });
  try {
    const exitCode = await new Promise<number | null>((resolve, reject) => {
      child.on('error', reject);
      child.on('close', resolve);
    });
    return { exitCode, ...text };
  } finally {
    removeHook();
  }
}

describe('npm run first-contact', () => {
  scenario('plays a whole life, asks, cleans up and writes the sheet', standard(), async (box) => {
    const result = await contact(box, ['--yes', '--ask', 'trusted-owners', '--ask', 'group-in-use']);
    expect(result.exitCode, `${result.stdout}\n${result.stderr}`).toBe(0);
    expect(result.stderr).toBe('');
    expect(result.sheet?.life.map(({ step, ok }) => [step, ok])).toEqual([
      ['first ensure', true],
      ['second ensure', true],
      ['verify', true],
      ['change by this command', true],
      ['verify after the change', true],
      ['ensure repairs it', true],
      ['verify after the repair', true],
      ['ensure of a second environment', true],
      ['delete of the second environment', true],
      ['delete of the first environment', true],
      ['delete once more', true],
    ]);
    expect(result.sheet?.questions.map(({ outcome }) => outcome)).toEqual(['answered', 'answered']);
    expect(result.page).toContain('Everything that was created is deleted.');
    const recorded = result.recordings.map(({ lines }) => lines.map((line) => JSON.parse(line) as { end?: object }));
    expect(result.recordings.map(({ name }) => name)).toEqual([
      'ask-group-in-use.jsonl',
      'ask-trusted-owners.jsonl',
      ...(result.sheet?.life.map(({ file }) => file) ?? []),
    ]);
    expect(recorded.every((lines) => lines.at(-1)?.end !== undefined)).toBe(true);
    for (const { name, lines } of result.recordings)
      expect(
        checkRecording(readRecordingText(`${lines.join('\n')}\n`, name), [ids.vpc, ids.standardName]),
        name,
      ).toEqual([]);
    const text = result.recordings.flatMap(({ lines }) => lines).join('\n');
    for (const name of [ids.standardName, ids.standardCluster, ids.vpc, ids.account, ...box.secrets()])
      expect(text).not.toContain(name);
    expectNothingLeft(box, ids.standardCluster);
  });

  scenario('cleans up after Ctrl+C in its first ensure', standard(), async (box) => {
    const result = await contact(box, ['--yes'], { signalAt: (action) => action === 'CreateVpcEndpoint' });
    expect(result.exitCode, result.stdout).toBe(130);
    expect(result.stdout).toContain('Deleting both environments of the life cycle');
    expect(result.sheet?.remaining).toBe(0);
    expectNothingLeft(box, ids.standardCluster);
  });

  scenario('creates the services of an Advanced cluster first, and plays the life', advanced(), async (box) => {
    const result = await contact(box, ['--yes', '--ask', 'advanced-service'], { cluster: ids.advancedName });
    expect(result.exitCode, `${result.stdout}\n${result.stderr}`).toBe(0);
    expect(result.sheet?.life.every(({ ok }) => ok)).toBe(true);
    expect(result.sheet?.rows.find(({ id }) => id === 'services-again')?.answer).toBe('200');
    expectNothingLeft(box, ids.advancedCluster);
  });

  scenario('removes with --clean-up what a killed run left behind', standard(), async (box) => {
    const killed = await contact(box, ['--yes'], {
      signal: 'SIGKILL',
      signalAt: (action) => /^POST .*connections$/.test(action),
    });
    expect([killed.exitCode, killed.sheet, liveEndpoints(box).length]).toEqual([null, undefined, 1]);
    for (const lines of killed.recordings.map((one) => one.lines)) for (const line of lines) JSON.parse(line);
    const result = await contact(box, ['--clean-up']);
    expect(result.exitCode, `${result.stdout}\n${result.stderr}`).toBe(0);
    expectNothingLeft(box, ids.standardCluster);
  });

  scenario('creates nothing without consent where there is no terminal', standard(), async (box) => {
    const result = await contact(box, ['--ask', 'all']);
    expect([result.exitCode, result.files, box.mutations()]).toEqual([1, [], []]);
    expect(result.stdout).toContain('There is no terminal to ask at. Add --yes if you agree.');
    expect(result.stdout).toMatch(/Cost: about \$0\.\d\d/);
  });
});

describeWith(['aws', 'curl'], 'what it could not delete', () => {
  scenario('is deleted by the commands that it prints, as pasted', standard(), async (box) => {
    const refuse = { kind: 'status', status: 403, code: '7', message: 'no', times: 1_000 } as const;
    box.faults.add({ match: ({ action }) => /^DELETE /.test(action), ...refuse });
    box.faults.add({ match: { action: 'DeleteVpcEndpoints' }, ...refuse, status: 400, code: 'OperationNotPermitted' });
    const result = await contact(box, ['--yes', '--only-questions', '--ask', 'connection-twice']);
    expect(result.exitCode, result.stdout).toBe(1);
    const [, after = ''] = result.stdout.split('These commands delete them, in this order:\n');
    const commands = after.split('\n').filter((line) => /^(?:aws|printf) /.test(line));
    expect(commands).toHaveLength(3);
    box.faults.clear();
    // The programs sign with the time of this machine.
    box.settings.sts.maxClockSkewSeconds = Number.MAX_SAFE_INTEGER;
    const env = { ...result.env, NODE_OPTIONS: '', AWS_PAGER: '' };
    for (const command of commands) {
      // A group goes once its endpoint is gone.
      if (command.includes('delete-security-group')) await box.clock.sleep(30_000);
      const pasted = await runChild(['bash', '-c', command], { env, cwd: tmpdir() });
      expect(pasted.exitCode, `${command}\n${pasted.stdout}${pasted.stderr}`).toBe(0);
    }
    expect(liveEndpoints(box)).toEqual([]);
    expect(box.world.groups(({ name }) => name !== 'default')).toEqual([]);
    expect(box.world.connections(ids.standardCluster)).toEqual([]);
  });
});

describe('a mistake in the command', () => {
  it.each([
    [['--ask', 'everything'], '--ask: 1 of its values are no question'],
    [['--vpc-id', 'vpc-1', '--vpc-id', ids.vpc], '--vpc-id: is there'],
    [['--only-questions'], '--only-questions: needs --ask'],
    [['--cockroach-api-key', ids.apiKey], '--cockroach-api-key: is no option'],
    [[ids.apiKey], '1 of the words belong to no option'],
  ])('%j is refused before any request', async (words, told) => {
    const env = { PATH: process.env['PATH'] ?? '', HOME: tmpdir(), COCKROACH_API_KEY: ids.apiKey };
    const result = await runChild([NODE, SCRIPT, ...where(ids.standardName), ...words], { env, cwd: tmpdir() });
    expect([result.exitCode, result.stdout]).toEqual([2, '']);
    expect(result.stderr).toContain(told);
    expect(result.stderr).not.toContain(ids.apiKey);
  });
});
