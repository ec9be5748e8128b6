import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import type { RunOptions } from '../harness/run-action.ts';
import { standard } from '../support/paths.ts';
import { sandboxFor } from '../support/processes.ts';
import { run } from '../support/run.ts';

const dist = fileURLToPath(new URL('../../dist/', import.meta.url));
const files = readdirSync(dist).map((name) => ({ name, bytes: statSync(join(dist, name)).size }));
const scripts = files.filter(({ name }) => name.endsWith('.js'));
const textOf = (name: string) => readFileSync(join(dist, name), 'utf8');
/** The chunks in which this is; a part of the bundle is known by what only it says. */
const holding = (text: RegExp) => scripts.filter(({ name }) => text.test(textOf(name))).map(({ name }) => name);

describe('the size of the bundle', () => {
  it('is at most 450 kB for what every run loads, and 3 MB for all', () => {
    expect(files.find(({ name }) => name === 'index.js')?.bytes).toBeLessThanOrEqual(450_000);
    expect(files.reduce((sum, { bytes }) => sum + bytes, 0)).toBeLessThanOrEqual(3_000_000);
  });

  it('is that of readable code: no minified lines, names as they were', () => {
    for (const { name } of scripts) {
      const lines = textOf(name).split('\n');
      // The parser that undici brings along is one long text in WebAssembly.
      const code = lines.filter((line) => !/"AGFzbQ[A-Za-z0-9+/=]{1000,}"/.test(line));
      const longest = Math.max(...code.map((line) => line.length));
      expect({ name, short: longest < 4_000 }).toEqual({ name, short: true });
    }
    expect(textOf('index.js')).toMatch(/function makePlan\(/);
  });
});

describe('what a run loads', () => {
  const folders: string[] = [];
  afterAll(() => {
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });

  /** The files of dist/ that a run loaded, as Node's own coverage lists them. */
  async function loadedBy(inputs: Record<string, string>, options: Omit<RunOptions, 'inputs'> = {}): Promise<string[]> {
    const sandbox = await sandboxFor(standard());
    const folder = mkdtempSync(join(tmpdir(), 'loaded-'));
    folders.push(folder);
    await run(sandbox, inputs, { ...options, env: { ...options.env, NODE_V8_COVERAGE: folder } });
    const [report] = readdirSync(folder);
    const { result } = JSON.parse(readFileSync(join(folder, report ?? ''), 'utf8')) as { result: { url: string }[] };
    return result
      .filter(({ url }) => url.startsWith('file:') && fileURLToPath(url).startsWith(dist))
      .map(({ url }) => basename(fileURLToPath(url)))
      .toSorted();
  }

  const aws = holding(/EC2Client = class/);
  /** What refusals mean is shared by the AWS client and the steps, so the bundler gives it a chunk of its own. */
  const refusals = holding(/function awsError\(/);
  const cloud = holding(/function createHttpClient\(/);
  const octokit = holding(/Octokit = class/);
  const undici = holding(/function createDispatchers\(/);
  const probe = holding(/async function probe\(/);
  const apply = holding(/function applyStep\(/);
  const verify = holding(/function pathFindings\(/);

  it('has each part that not every run needs in a chunk of its own', () => {
    const parts = [aws, refusals, cloud, octokit, probe, apply, undici, verify];
    expect(parts.map((part) => part.length)).toEqual(parts.map(() => 1));
    expect(new Set(['index.js', ...parts.flat()]).size).toBe(9);
  });

  it('is the doorway alone where the inputs are wrong', async () => {
    expect(await loadedBy({ 'vpc-id': 'not-a-vpc' })).toEqual(['index.js']);
  });

  it('is the doorway, AWS and the Cloud API for a look', async () => {
    expect(await loadedBy({ 'dry-run': 'true' })).toEqual(
      ['index.js', ...aws, ...refusals, ...cloud, ...undici].toSorted(),
    );
  });

  it('includes GitHub only when a comment is asked for', async () => {
    const comment = { 'dry-run': 'true', comment: 'true', environment: 'pr:7' };
    expect(await loadedBy(comment)).toEqual(expect.arrayContaining(octokit));
  });
});
