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

describe('the licences beside the bundle', () => {
  const root = join(dist, '..');
  const sheet = textOf('licenses.txt');
  const named = [...sheet.matchAll(/^(\S+) [\d.]+ \([^)]+\)$/gm)].map(([, name]) => name);
  /** The bundler writes above each module of the bundle where it comes from, and in which copy of a package. */
  const comments = scripts.flatMap(({ name }) => [
    ...textOf(name).matchAll(/^\/\/ (?<folder>(?:[^\n]*\/)?node_modules\/(?:@[^/\n]+\/)?[^/\n]+)\/[^\n]+$/gm),
  ]);
  const folders = [...new Set(comments.map(({ groups }) => groups?.['folder'] ?? ''))];
  const manifest = (folder: string) =>
    JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as { name: string; version: string };

  it('are those of the packages that the modules are of, and of the bundlers', () => {
    const shipped = folders.map((folder) => manifest(folder).name);
    expect(shipped).toEqual(expect.arrayContaining(['@aws-sdk/client-ec2', '@smithy/core', 'undici', '@octokit/core']));
    expect(named.toSorted()).toEqual([...new Set([...shipped, 'rolldown', '@vercel/ncc'])].toSorted());
  });

  it('say which version, and hold the text that the package ships', () => {
    const without: string[] = [];
    for (const folder of folders) {
      const { name, version } = manifest(folder);
      expect(sheet).toContain(`${name} ${version} (`);
      const texts = readdirSync(join(root, folder)).filter((file) => /licen[cs]e|notice/i.test(file));
      if (texts.length === 0) without.push(name);
      for (const file of texts) expect(sheet).toContain(readFileSync(join(root, folder, file), 'utf8').trim());
    }
    // These ship none, and stand above the text of another package of their owner under the same licence.
    for (const name of without)
      expect(sheet).toMatch(new RegExp(`^${name} [\\d.]+ \\(Apache-2.0\\)\n+(@.*\n+)* *Apache License`, 'm'));
    expect(without.every((name) => name.startsWith('@aws-sdk/'))).toBe(true);
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
  const refusals = holding(/^const REFUSALS = /m);
  const cloud = holding(/function createHttpClient\(/);
  const octokit = holding(/Octokit = class/);
  const undici = holding(/function createDispatchers\(/);
  const probe = holding(/async function probe\(/);
  const apply = holding(/function applyStep\(/);
  const verify = holding(/function pathFindings\(/);
  const recorder = holding(/function startRecording\(/);

  it('has each part that not every run needs in a chunk of its own', () => {
    const parts = [aws, cloud, octokit, probe, apply, undici, verify, recorder];
    expect(parts.map((part) => part.length)).toEqual(parts.map(() => 1));
    expect(new Set(['index.js', ...parts.flat()]).size).toBe(9);
  });

  it('is the doorway alone where the inputs are wrong', async () => {
    expect(await loadedBy({ 'vpc-id': 'not-a-vpc' })).toEqual(['index.js']);
  });

  it('is the doorway, AWS and the Cloud API for a look', async () => {
    const wanted = ['index.js', ...aws, ...refusals, ...cloud, ...undici].toSorted();
    expect(await loadedBy({ 'dry-run': 'true' })).toEqual(wanted);
  });

  it('includes the recorder only where a recording is requested', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'recorded-'));
    folders.push(folder);
    const record = { 'dry-run': 'true', record: join(folder, 'run.jsonl') };
    expect(await loadedBy(record, { env: { RUNNER_TEMP: folder } })).toEqual(expect.arrayContaining(recorder));
    expect(await loadedBy({ 'vpc-id': 'wrong' })).not.toEqual(expect.arrayContaining(recorder));
  });

  it('includes GitHub only when a comment is asked for', async () => {
    const comment = { 'dry-run': 'true', comment: 'true', environment: 'pr:7' };
    expect(await loadedBy(comment)).toEqual(expect.arrayContaining(octokit));
  });
});
