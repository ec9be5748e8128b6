import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeEach, describe, expect, test } from 'vitest';
import { inputVariable, readActionInputs } from '../harness/action-inputs.ts';
import { findLeaks } from '../harness/misconduct.ts';
import { type RunOptions, runAction } from '../harness/run-action.ts';
import { parseLog, parseRunnerFile } from '../harness/runner-files.ts';
import { ids, type Sandbox, startSandbox } from '../sandbox/index.ts';

const home = mkdtempSync(join(tmpdir(), 'harness-test-'));
afterAll(() => rmSync(home, { recursive: true, force: true }));
let sandbox: Sandbox;
beforeEach(async () => {
  sandbox = await startSandbox({ rate: 100 });
});
afterEach(() => sandbox.close());

const actionFile = join(home, 'action.yml');
const githubToken = ['$', '{{ github.token }}'].join('');
writeFileSync(
  actionFile,
  `name: x
inputs:
  vpc-id:
    description: 'a: b'
  private-dns:
    default: 'true'
  two words:
    default: |
      a
      b
  github-token:
    default: ${githubToken}
runs:
  using: node24
`,
);

let scripts = 0;
function run(source: string, options: RunOptions = {}) {
  scripts += 1;
  const script = join(home, `script-${scripts}.mjs`);
  writeFileSync(
    script,
    `import fs from 'node:fs';\nconst write = (name, text) => fs.appendFileSync(process.env[name], text);\n${source}`,
  );
  return runAction(sandbox, { script, actionFile, forgiving: true, ...options });
}

const callCloud = `await fetch(process.env.COCKROACH_SERVER + '/api/v1/clusters', { headers: { authorization: 'Bearer ${ids.apiKey}' } });`;

describe('the runner’s side', () => {
  test('inputs: every one of action.yml, dashes kept', async () => {
    expect(readActionInputs(actionFile)).toMatchObject({ 'vpc-id': '', 'two words': 'a\nb\n' });
    expect(inputVariable('two words-x')).toBe('INPUT_TWO_WORDS-X');
    process.env.AWS_PROFILE = 'of this machine';
    const result = await run('console.log(JSON.stringify(process.env));', { inputs: { 'vpc-id': 'vpc-1' } });
    delete process.env.AWS_PROFILE;
    const env = JSON.parse(result.stdout) as Record<string, string>;
    expect(env).toMatchObject({
      'INPUT_VPC-ID': 'vpc-1',
      'INPUT_PRIVATE-DNS': 'true',
      'INPUT_GITHUB-TOKEN': sandbox.tokens.github,
      GITHUB_REPOSITORY: ids.repository,
      AWS_EC2_METADATA_DISABLED: 'true',
    });
    expect(env).not.toHaveProperty('AWS_PROFILE');
    expect(result.misconduct.length).toBeGreaterThan(0);
  });

  test('outputs, summary, annotations and masks', async () => {
    const result = await run(`
      write('GITHUB_OUTPUT', 'a<<X_1\\none\\ntwo\\nX_1\\nb=c=d\\n');
      write('GITHUB_STEP_SUMMARY', '# Done');
      console.log('::add-mask::s3cret%0Aother');
      console.log('the s3cret and other');
      console.log('::error title=No VPC,file=x::first%0Asecond 100%25');
      process.exitCode = 3;`);
    expect(result).toMatchObject({
      exitCode: 3,
      outputs: { a: 'one\ntwo', b: 'c=d' },
      summary: '# Done',
      annotations: [{ level: 'error', title: 'No VPC', message: 'first\nsecond 100%' }],
      masks: ['s3cret\nother', 's3cret', 'other'],
    });
    expect(result.log).toContain('the *** and ***');
    expect(() => parseRunnerFile('a<<X\nno end')).toThrow();
    expect(parseLog('::stop-commands::t\n::error::x\n::t::\n::warning::y').annotations).toHaveLength(1);
  });

  test('a secret that comes out is found, its mask line is not', async () => {
    const key = ids.apiKey;
    const env = { KEY: key };
    expect((await run(`console.log('::add-mask::${key}');`, { env })).misconduct).toEqual([]);
    const output = "((text) => write('GITHUB_OUTPUT', 'x=' + text + '\\n'))";
    for (const place of ['console.error', 'console.log', output, "((text) => console.log('::debug::' + text))"]) {
      const { misconduct } = await run(`console.log('::add-mask::${key}');\n${place}('${key}');`, { env });
      expect(misconduct).toEqual([expect.stringContaining('CCDB1_')]);
    }
  });

  test('a secret that comes out in part, or escaped, is found', () => {
    const secret = 'CCDB1_sandboxKeyId_sandboxSecret0123456789abcdef';
    const found = (text: string) => findLeaks([secret], { here: text }).length;
    expect(found('nothing')).toBe(0);
    expect(found(`cut ${secret.slice(0, 30)}`)).toBe(1);
    expect(found(`cut ${secret.slice(20)}`)).toBe(1);
    expect(found(secret.replaceAll('_', '\\_'))).toBe(1);
    expect(found(secret.replaceAll('_', '&#95;'))).toBe(1);
  });

  test.each([
    ['console.log("::stop-commands::x")', /not meant: ::stop-commands/],
    ['console.log("  ::error title=owned::x")', /not meant: {3}::error/],
    ['console.log("\\u0085::error title=owned::x")', /not meant: .::error/],
    ['console.log("so ##[error]owned")', /not meant: so ##/],
    ['console.error("::error::x")', /standard error/],
    ['console.log("::add-mask::available")', /no secret: available/],
    ["write('GITHUB_OUTPUT', 'error-code=internal\\n')", /internal/],
  ])('%s is misconduct', async (source, says) => {
    expect((await run(source)).misconduct).toContainEqual(expect.stringMatching(says));
    await expect(run(source, { forgiving: false })).rejects.toThrow(says);
  });

  test('a secret that is sent elsewhere than where it belongs is found', async () => {
    const elsewhere = `await fetch(process.env.GITHUB_API_URL + '/repos/acme/shop', { headers: { authorization: 'Bearer ${ids.apiKey}' } });`;
    expect((await run(callCloud)).misconduct).toEqual([]);
    expect((await run(elsewhere)).misconduct).toEqual([
      expect.stringMatching(/^CCDB1_.* in authorization of a request to github$/),
    ]);
  });
});

describe('time and death', () => {
  test('the child lives on the fast clock', async () => {
    const result = await run(`
      import { setTimeout as sleep } from 'node:timers/promises';
      const at = Date.now(), p = performance.now();
      await new Promise((resolve) => setTimeout(resolve, 5000));
      await sleep(5000);
      const slow = await new Promise((resolve) => AbortSignal.timeout(5000).addEventListener('abort', () => resolve(true)) ?? setTimeout(resolve, 20000, false));
      console.log(JSON.stringify([Date.now() - at, performance.now() - p, new Date() instanceof Date, slow, Math.abs(new Date().getTime() - Date.now()) < 1000]));`);
    const [dates, monotonic, isDate, slow, same] = JSON.parse(result.stdout);
    expect(dates).toBeGreaterThan(14_000);
    expect(monotonic).toBeGreaterThan(14_000);
    expect([isDate, slow, same]).toEqual([true, true, true]);
    expect(result.durationMs).toBeLessThan(5000);
  });

  test('killed at a request, before or after it took effect', async () => {
    const add = `for (const n of [1, 2, 3]) await fetch(process.env.COCKROACH_SERVER + '/api/v1/clusters/${ids.advancedCluster}/networking/private-endpoint-trusted-owners', { method: 'POST', body: JSON.stringify({ type: 'AWS_ACCOUNT_ID', external_owner_id: '00000000000' + n }), headers: { authorization: 'Bearer ${ids.apiKey}' } });`;
    const owners = () => sandbox.world.tables.trustedOwner.size;
    const before = await run(add, { killAtRequest: { n: 2, when: 'before' } });
    expect(before).toMatchObject({ exitCode: null, signal: 'SIGKILL' });
    expect(owners()).toBe(1);
    await run(add, { killAtRequest: { n: 2, when: 'after' } });
    expect(owners()).toBe(2);
  });

  test('two runs at once have their own requests', async () => {
    const twice = `${callCloud}\n${callCloud}`;
    const [one, two] = await Promise.all([run(callCloud), run(twice)]);
    expect([one.requests.length, two.requests.length, sandbox.requests.length]).toEqual([1, 2, 3]);
  });

  test('a signal, and how long the run took to leave', async () => {
    const result = await run(
      `process.on('SIGINT', () => { console.log('leaving'); process.exit(130); });\n${callCloud}\nsetInterval(() => {}, 1000);`,
      { signalAt: { request: 1 } },
    );
    expect(result).toMatchObject({ exitCode: 130, timedOut: false });
    expect(result.signalToExitMs).toBeLessThan(2000);
    expect(result.requests).toHaveLength(1);
    const hanging = await run('setInterval(() => {}, 1000);', { timeoutMs: 300 });
    expect(hanging).toMatchObject({ timedOut: true, signal: 'SIGKILL' });
  });
});
