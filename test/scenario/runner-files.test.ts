import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect } from 'vitest';
import type { RunOptions } from '../harness/run-action.ts';
import { parseRunnerFile } from '../harness/runner-files.ts';
import type { LoggedRequest, Sandbox } from '../sandbox/index.ts';
import { expectSuccess, warningsOf } from '../support/expectations.ts';
import { standard, theEndpoint } from '../support/paths.ts';
import { scenario } from '../support/processes.ts';
import { run } from '../support/run.ts';

// All moments and troubles are tried in memory (test/behaviour/runner-files.test.ts). Here they are real files and pipes.

/** A file of the runner in trouble: its path, and what happens to it after the answer to a request. */
interface Trouble {
  path: string;
  later?: { fits(request: LoggedRequest): boolean; happens(): void };
}

const created = (request: LoggedRequest) => request.action === 'CreateVpcEndpoint';

/** In a folder of its own: the account of the machine may be one that no permission stops. */
const TROUBLES: Readonly<Record<string, (folder: string) => Trouble>> = {
  'is missing': (folder) => ({ path: path.join(folder, 'missing') }),
  'is a folder': (folder) => {
    mkdirSync(path.join(folder, 'folder'));
    return { path: path.join(folder, 'folder') };
  },
  'is on a full disk': () => ({ path: '/dev/full' }),
  'is read-only': (folder) => {
    if (process.getuid?.() === 0) return { path: '/proc/version' };
    writeFileSync(path.join(folder, 'read-only'), '');
    chmodSync(path.join(folder, 'read-only'), 0o444);
    return { path: path.join(folder, 'read-only') };
  },
  'is deleted in mid-run': (folder) => {
    const file = path.join(folder, 'deleted');
    writeFileSync(file, '');
    return { path: file, later: { fits: created, happens: () => rmSync(file) } };
  },
  'becomes a folder in mid-run': (folder) => {
    const file = path.join(folder, 'replaced');
    writeFileSync(file, '');
    return {
      path: file,
      later: {
        fits: created,
        happens() {
          rmSync(file);
          mkdirSync(file);
        },
      },
    };
  },
};

async function troubled(sandbox: Sandbox, variable: string, trouble: (folder: string) => Trouble) {
  const folder = mkdtempSync(path.join(tmpdir(), 'runner-files-'));
  try {
    const { path: file, later } = trouble(folder);
    let happened = later === undefined;
    sandbox.onRequest(({ request, when }) => {
      if (later !== undefined && !happened && when === 'after' && later.fits(request)) {
        happened = true;
        later.happens();
      }
    });
    const result = await run(sandbox, {}, { env: { [variable]: file } });
    expect(happened).toBe(true);
    return result;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

const expectWhole = (sandbox: Sandbox) => {
  expect(theEndpoint(sandbox)).toMatchObject({ state: 'available', privateDnsEnabled: true });
  expect(sandbox.world.connections().map(({ status }) => status)).toEqual(['AVAILABLE']);
};

describe.runIf(process.platform === 'linux')('a file of the runner', () => {
  for (const [how, trouble] of Object.entries(TROUBLES)) {
    scenario(`GITHUB_OUTPUT ${how}`, standard(), async (sandbox) => {
      const result = await troubled(sandbox, 'GITHUB_OUTPUT', trouble);
      expect([result.exitCode, result.stderr]).toEqual([1, '']);
      expect(result.annotations.filter(({ level }) => level === 'error').map(({ title }) => title)).toEqual([
        'CockroachDB PrivateLink: runner-files',
      ]);
      expect(result.log).toMatch(/^Not written: status: available$/m);
      expect(result.summary).toMatch(/`runner-files`/);
      expectWhole(sandbox);
    });

    scenario(`GITHUB_STEP_SUMMARY ${how}`, standard(), async (sandbox) => {
      const result = await troubled(sandbox, 'GITHUB_STEP_SUMMARY', trouble);
      expectSuccess(result);
      expect(result.stderr).toBe('');
      expect(warningsOf(result).map(({ message }) => message)).toEqual([expect.stringMatching(/job summary/)]);
      expectWhole(sandbox);
    });
  }

  // The action writes none of these: it has no step that runs after the job, and hands nothing on but outputs.
  for (const variable of ['GITHUB_STATE', 'GITHUB_ENV', 'GITHUB_PATH']) {
    scenario(`${variable} in trouble changes nothing`, standard(), async (sandbox) => {
      const result = await run(sandbox, { 'dry-run': 'true' }, { env: { [variable]: '/nowhere/at/all' } });
      expectSuccess(result);
    });
  }

  scenario('both on a full disk: nothing is lost but the log has it', standard(), async (sandbox) => {
    const env = { GITHUB_OUTPUT: '/dev/full', GITHUB_STEP_SUMMARY: '/dev/full' };
    const result = await run(sandbox, {}, { env });
    expect([result.exitCode, result.stderr]).toEqual([1, '']);
    expect(warningsOf(result)).toHaveLength(1);
    expect(result.log).toContain(`Not written: endpoint-id: ${theEndpoint(sandbox).id}`);
    expectWhole(sandbox);
  });
});

/** The outputs as the runner would read them, although nobody reads the log. */
async function unread(sandbox: Sandbox, options: Omit<RunOptions, 'inputs'>) {
  const folder = mkdtempSync(path.join(tmpdir(), 'runner-files-'));
  const output = path.join(folder, 'output');
  writeFileSync(output, '');
  try {
    const result = await run(sandbox, {}, { ...options, env: { GITHUB_OUTPUT: output } });
    return { result, outputs: existsSync(output) ? parseRunnerFile(readFileSync(output, 'utf8')) : {} };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

for (const [when, closeLogAt] of [
  ['from the first answer on', () => true],
  ['in mid-run', created],
] as const) {
  scenario(`a log that nobody reads ${when} does not end the run`, standard(), async (sandbox) => {
    const { result, outputs } = await unread(sandbox, { closeLogAt });
    expect([result.exitCode, result.signal]).toEqual([1, null]);
    expect([outputs['status'], outputs['error-code']]).toEqual(['available', 'runner-files']);
    expect(result.summary).toMatch(/`runner-files`\*\* The log of this step could not be written: EPIPE/);
    expectWhole(sandbox);
  });
}
