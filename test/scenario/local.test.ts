import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { checkRecording } from '../../scripts/recording/check.ts';
import { readRecordingFile } from '../../scripts/recording/read.ts';
import { type Ended, runChild } from '../harness/child.ts';
import { filledIn, pagePolicy } from '../harness/role-policies.ts';
import { ids, type LoggedRequest, type Sandbox } from '../sandbox/index.ts';
import { expectSuccess } from '../support/expectations.ts';
import { standard } from '../support/paths.ts';
import { sandboxFor } from '../support/processes.ts';
import { run } from '../support/run.ts';
import { buildPath } from '../support/verify.ts';

const root = path.resolve(import.meta.dirname, '../..');
const NODE = path.join(root, 'node_modules/.bin/node');
const WHERE = ['--cluster', ids.standardName, '--vpc-id', ids.vpc, '--aws-region', ids.region];
const KEYS = { AWS_ACCESS_KEY_ID: ids.accessKeyId, AWS_SECRET_ACCESS_KEY: ids.secretAccessKey };

interface Local extends Ended {
  readonly requests: LoggedRequest[];
}

/**
 * The command on a person's machine: no variable of GitHub, the policy for `verify`, and the sandbox in place of AWS and
 * CockroachDB Cloud.
 */
async function local(box: Sandbox, words: readonly string[], more: Record<string, string> = KEYS): Promise<Local> {
  const home = mkdtempSync(path.join(tmpdir(), 'laptop-'));
  const door = await box.openDoor('laptop', filledIn(box, pagePolicy('verify-policy'), ids.region));
  const own = Object.entries(door.env).filter(([name]) => !/^(ACTIONS|GITHUB|RUNNER)_/.test(name));
  const env = {
    ...Object.fromEntries(own),
    PATH: process.env['PATH'] ?? '',
    HOME: home,
    AWS_EC2_METADATA_DISABLED: 'true',
    COCKROACH_API_KEY: ids.apiKey,
    ...more,
  };
  const since = box.requests.length;
  try {
    const ended = await runChild([NODE, path.join(root, 'scripts/local.ts'), ...words], { env, cwd: root });
    for (const text of [ended.stdout, ended.stderr]) {
      expect(text).not.toContain(ids.apiKey);
      expect(text).not.toContain(ids.secretAccessKey);
      expect(text).not.toMatch(/^\s*::|##\[/m);
    }
    return { ...ended, requests: box.requests.slice(since) };
  } finally {
    await door.close();
    rmSync(home, { recursive: true, force: true });
  }
}

/** No run of this command changes anything, or asks GitHub for anything. */
function expectReadsOnly({ requests }: Local): void {
  expect(requests.length).toBeGreaterThan(0);
  expect(requests.filter(({ mutating, service }) => mutating || service === 'oidc' || service === 'github')).toEqual(
    [],
  );
}

describe('npm run local', () => {
  it('records a run into a folder of its own, and nowhere else', async () => {
    const folder = mkdtempSync(path.join(tmpdir(), 'local-recording-'));
    try {
      const box = await sandboxFor(standard());
      const file = path.join(folder, 'verify.jsonl');
      const recorded = await local(box, ['verify', ...WHERE, '--record', file], { ...KEYS, RUNNER_TEMP: folder });
      expect(recorded.stdout).toMatch(/^Recording of \d+ requests written to /m);
      const recording = readRecordingFile(file);
      expect(recording.exchanges).toHaveLength(recorded.requests.length);
      expect(checkRecording(recording, [ids.vpc, ids.account, ids.standardName])).toEqual([]);
      const elsewhere = await local(box, ['verify', ...WHERE, '--record', path.join(tmpdir(), 'elsewhere.jsonl')]);
      expect(elsewhere).toMatchObject({ exitCode: 1, requests: [] });
      expect(elsewhere.stdout).toMatch(/neither in the workspace nor in\s+RUNNER_TEMP/);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it.each([[['ensure']], [['--dry-run', 'ensure']], [['ensure', '--dry-run', 'true']]])(
    '%j shows the plan for an empty account',
    async (operation) => {
      const result = await local(await sandboxFor(standard()), [...operation, ...WHERE]);
      expect(result).toMatchObject({ exitCode: 0, stderr: '' });
      expect(result.stdout).toMatch(/^ {2} *\+ VPC endpoint +use1-az1/m);
      expect(result.stdout).toContain('Dry run: nothing was changed.');
      expect(result.stdout).toMatch(/\$\d+/);
      expectReadsOnly(result);
    },
  );

  it('verify compares with the path that a workflow made, and sees a manual change', async () => {
    const box = await sandboxFor(standard());
    expectSuccess(await run(box));
    const repository = { ...KEYS, GITHUB_REPOSITORY_ID: ids.repositoryId };
    for (const env of [repository, KEYS]) {
      const clean = await local(box, ['verify', ...WHERE], env);
      expect(clean).toMatchObject({ exitCode: 0, stderr: '' });
      expectReadsOnly(clean);
    }
    const [endpoint] = box.world.endpoints();
    box.world.setPrivateDns(endpoint?.id ?? '', false);
    const drifted = await local(box, ['verify', ...WHERE], repository);
    expect(drifted.exitCode).toBe(1);
    expect(drifted.stdout).toMatch(/^Error \(private-dns-off\): \S/m);
    expectReadsOnly(drifted);
    expect(await local(box, ['verify', ...WHERE, '--fail-on-drift', 'false'], repository)).toMatchObject({
      exitCode: 0,
    });
  });

  it('uses the profile that AWS_PROFILE names', async () => {
    const box = await sandboxFor(standard());
    buildPath(box);
    const folder = mkdtempSync(path.join(tmpdir(), 'profiles-'));
    const file = path.join(folder, 'credentials');
    const keys = `aws_access_key_id = ${ids.accessKeyId}\naws_secret_access_key = ${ids.secretAccessKey}\n`;
    writeFileSync(file, `[shop]\n${keys}`);
    try {
      const env = { AWS_SHARED_CREDENTIALS_FILE: file, AWS_PROFILE: 'shop' };
      const result = await local(box, ['verify', ...WHERE], env);
      expect(result).toMatchObject({ exitCode: 0, stderr: '' });
      expect(result.stdout).toContain('shop');
      expectReadsOnly(result);
    } finally {
      rmSync(folder, { recursive: true, force: true });
    }
  });

  it('without credentials says what to do on this machine', async () => {
    const result = await local(await sandboxFor(standard()), ['verify', ...WHERE], {});
    expect(result.exitCode).toBe(1);
    expect(result.stdout).toMatch(/^Error \(could-not-check\): .*(\n {2}.*)+AWS_PROFILE to that profile\.$/m);
  });

  it('finds mistakes of the inputs as the action does', async () => {
    const result = await local(await sandboxFor(standard()), [
      'verify',
      '--cluster',
      ids.standardName,
      '--vpc-id',
      'vpc-1',
    ]);
    expect(result.exitCode).toBe(1);
    expect(result.stdout).toMatch(/^Error \(input-invalid\): .*vpc-id/m);
    expect(result.requests).toEqual([]);
  });
});

describe('a command that would change something, or has a mistake', () => {
  it.each([
    [['delete', ...WHERE], 'delete: changes things'],
    [['sweep', '--aws-region', ids.region], 'sweep: changes things'],
    [['ensure', ...WHERE, '--dry-run', 'false'], '--dry-run: can not be turned off here'],
    [['ensure', ...WHERE, '--dry-run=false'], '--dry-run: can not be turned off here'],
    [['ensure', ...WHERE, '--no-dry-run'], '--no-dry-run: is no option. Did you mean --dry-run?'],
    [['verify', ...WHERE, '--dry-run', '--dry-run=false'], '--dry-run: is there 2 times'],
    [['verify', ...WHERE, '--operation', 'delete'], '--operation: is the first word'],
    [['verify', ...WHERE, '--cockroach-api-key', ids.apiKey], '--cockroach-api-key: is no option'],
    [['verify', ...WHERE, ids.apiKey], 'verify: is followed by 1 words'],
    [[ids.apiKey, ...WHERE], 'The first word is verify or ensure'],
    [['verify', ...WHERE, '--role-to-assume', ids.role], 'Set AWS_PROFILE'],
    [['verify', ...WHERE, '--drift-issue'], 'writes nothing to GitHub'],
    [['verfy', ...WHERE], 'verfy: is no operation. Did you mean verify?'],
    [['verify', ...WHERE, '--clutser', 'orders'], '--clutser: is no option. Did you mean --cluster?'],
    [['verify', '--vpc-id', '--cluster', 'orders'], '--vpc-id: has no value'],
    [['verify', ...WHERE, '--vpc-id', ids.vpc], '--vpc-id: is there 2 times'],
  ])('%j is refused before any request', async (words, told) => {
    const result = await local(await sandboxFor(standard()), words);
    expect(result.exitCode).toBe(2);
    expect(result.stderr).toContain(told);
    expect([result.stdout, result.requests]).toEqual(['', []]);
  });

  it('COCKROACH_API_KEY is asked for by its name', async () => {
    const result = await local(await sandboxFor(standard()), ['verify', ...WHERE], { ...KEYS, COCKROACH_API_KEY: '' });
    expect([result.exitCode, result.requests]).toEqual([2, []]);
    expect(result.stderr).toContain('COCKROACH_API_KEY: is not set');
  });
});

it('the help of npm run local has every option, with the description of the input', async () => {
  const env = { PATH: process.env['PATH'] ?? '', HOME: process.env['HOME'] ?? '' };
  const { exitCode, stdout } = await runChild(['npm', 'run', '--silent', 'local', '--', '--help'], { env, cwd: root });
  expect(exitCode).toBe(0);
  for (const name of ['cluster', 'vpc-id', 'allowed-cidrs', 'fail-on-drift']) expect(stdout).toContain(`\n  --${name}`);
  expect(stdout).toContain('Fail the step when verify finds drift.');
  for (const name of ['role-to-assume', 'github-token', 'sweep-grace-hours']) expect(stdout).not.toContain(`--${name}`);
});
