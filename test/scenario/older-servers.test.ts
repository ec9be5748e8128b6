import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { errorsOf, expectSuccess, warningsOf } from '../support/expectations.ts';
import { standard } from '../support/paths.ts';
import { sandboxFor } from '../support/processes.ts';
import { run } from '../support/run.ts';

/** A Node of this machine that is too old for the action, if it has one beside the project's own. */
const oldNode = [...(process.env['PATH'] ?? '').split(delimiter), '/usr/bin', '/usr/local/bin']
  .map((folder) => join(folder, 'node'))
  .find((path) => {
    if (!existsSync(path)) return false;
    const major = Number(execFileSync(path, ['-p', 'process.versions.node.split(".")[0]'], { encoding: 'utf8' }));
    return major >= 18 && major < 24;
  });

const pretend = (version: string) => [
  '--import',
  `data:text/javascript,Object.defineProperty(process.versions,"node",{value:"${version}"})`,
];
const HAND_OVER = `
  import { spawnSync } from 'node:child_process';
  process.exitCode = spawnSync(process.env.OLD_NODE, [process.argv[1]], { stdio: 'inherit' }).status;`;

describe('a server or runner that is older', () => {
  it('without job summaries is told which version has them, and the run succeeds', async () => {
    const sandbox = await sandboxFor(standard());
    const result = await run(sandbox, {}, { env: { GITHUB_STEP_SUMMARY: undefined } });
    expectSuccess(result);
    expect(warningsOf(result).map(({ message }) => message)).toEqual([
      expect.stringMatching(
        /job summar.*GitHub Enterprise Server before 3\.6\)\nThe output summary-markdown has the text\./,
      ),
    ]);
    expect(result.outputs['summary-markdown']).toMatch(/^## CockroachDB Cloud PrivateLink/);
  });

  it('with a summary file that cannot be written gets a warning, and the run succeeds', async () => {
    const sandbox = await sandboxFor(standard());
    const env = { GITHUB_STEP_SUMMARY: '/nowhere/at/all/summary.md' };
    const result = await run(sandbox, { 'dry-run': 'true' }, { env });
    expectSuccess(result);
    expect(warningsOf(result).map(({ message }) => message)).toEqual([expect.stringMatching(/summary/i)]);
  });

  const named = (result: Awaited<ReturnType<typeof run>>, version: RegExp) => {
    expect([result.exitCode, result.outputs['error-code']], `${result.log}${result.stderr}`).toEqual([
      1,
      'node-too-old',
    ]);
    const [error, ...more] = errorsOf(result);
    expect(more).toEqual([]);
    expect(error?.message).toMatch(version);
    expect(error?.message).toMatch(/needs Node 24/);
    expect(error?.message).toMatch(/runner to 2\.\d+/);
    expect(error?.message).toContain('docs/troubleshooting.md#node-too-old');
    expect(result.requests).toEqual([]);
  };

  it('that runs the action under Node 20 is named, before anything is sent', async () => {
    const sandbox = await sandboxFor({ ...standard(), rate: 1 });
    const result = await run(sandbox, {}, { nodeArgs: pretend('20.19.4') });
    named(result, /under Node 20\.19\.4/);
  });

  it('that is the first with Node 24 goes around proxies: it is refused where there is one', async () => {
    const sandbox = await sandboxFor({ ...standard(), rate: 1 });
    const nodeArgs = pretend('24.4.0');
    named(
      await run(sandbox, {}, { nodeArgs, env: { https_proxy: 'http://127.0.0.1:9' } }),
      /24\.4\.0.*needs Node 24\.5/,
    );
    expectSuccess(await run(sandbox, { 'dry-run': 'true' }, { nodeArgs }));
  });

  it.runIf(oldNode !== undefined)('is named also by an old Node itself', async () => {
    const sandbox = await sandboxFor({ ...standard(), rate: 1 });
    const nodeArgs = ['--input-type=module', '--eval', HAND_OVER];
    const result = await run(sandbox, {}, { nodeArgs, env: { OLD_NODE: oldNode } });
    named(result, /under Node (18|2[0-3])\./);
  });
});
