import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { parse } from 'yaml';
import { root } from '../bundle/bundle.ts';
import type { ActionEnd, RunAction } from './life.ts';
import { repositoryOf } from './recording.ts';

/**
 * Runs the committed bundle in a process of its own, as a runner would: inputs as variables, and files for its outputs.
 * Its recording goes into the folder of the results, everything else into one that is removed.
 * @param around.print is given what the run prints, line by line
 */
export function actionProcess(around: {
  env: NodeJS.ProcessEnv;
  folder: string;
  print(line: string): void;
}): RunAction {
  const defaults = readDefaults();
  return async (inputs, record, signal) => {
    const temp = mkdtempSync(path.join(tmpdir(), 'first-contact-'));
    const files = { GITHUB_OUTPUT: path.join(temp, 'output'), GITHUB_STEP_SUMMARY: path.join(temp, 'summary') };
    for (const file of Object.values(files)) writeFileSync(file, '');
    const own = Object.entries(around.env).filter(
      ([name]) => !/^(?:INPUT_|GITHUB_(?:EVENT|BASE|HEAD|STATE|ENV|PATH))/.test(name),
    );
    const env = {
      ...Object.fromEntries(own),
      ...files,
      GITHUB_SERVER_URL: around.env['GITHUB_SERVER_URL'] || 'https://github.com',
      GITHUB_REPOSITORY_ID: repositoryOf(around.env),
      GITHUB_EVENT_NAME: 'workflow_dispatch',
      GITHUB_WORKSPACE: path.resolve(around.folder),
      RUNNER_TEMP: temp,
      ...asVariables({ ...defaults, ...inputs, record }),
    };
    try {
      const exitCode = await runBundle(env, { signal, print: around.print });
      return { exitCode, outputs: readOutputs(readFileSync(files.GITHUB_OUTPUT, 'utf8')) };
    } finally {
      rmSync(temp, { recursive: true, force: true });
    }
  };
}

function readDefaults(): Record<string, string> {
  const { inputs } = parse(readFileSync(path.join(root, 'action.yml'), 'utf8')) as {
    inputs: Record<string, { default?: string }>;
  };
  const given = Object.entries(inputs).map(([name, one]) => [name, one.default ?? ''] as const);
  // An expression is for GitHub to fill in; none of these runs writes to GitHub.
  return Object.fromEntries(given.filter(([, value]) => !value.includes('${{')));
}

function asVariables(inputs: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(inputs).map(([name, value]) => [`INPUT_${name.toUpperCase()}`, value]));
}

function runBundle(
  env: NodeJS.ProcessEnv,
  { signal, print }: { signal: AbortSignal; print(line: string): void },
): Promise<ActionEnd['exitCode']> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [path.join(root, 'dist/index.js')], {
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    // The action ends cleanly at the first one, and a second changes nothing: a terminal sends its own.
    const stop = () => child.kill('SIGINT');
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
    for (const stream of [child.stdout, child.stderr]) byLine(stream, print);
    child.on('error', reject);
    child.on('close', (exitCode) => {
      signal.removeEventListener('abort', stop);
      resolve(exitCode);
    });
  });
}

function byLine(stream: NodeJS.ReadableStream, print: (line: string) => void): void {
  let rest = '';
  stream.setEncoding('utf8');
  stream.on('data', (chunk: string) => {
    const lines = `${rest}${chunk}`.split(/\r?\n/);
    rest = lines.pop() ?? '';
    for (const line of lines) print(line);
  });
  stream.on('end', () => {
    if (rest !== '') print(rest);
  });
}

/** Outputs as `@actions/core` writes them: `name<<delimiter`, the value, the delimiter. */
export function readOutputs(text: string): Record<string, string> {
  const outputs: Record<string, string> = {};
  const lines = text.split(/\r?\n/);
  for (let index = 0; index < lines.length; index += 1) {
    const [, name, delimiter] = /^([^=<]+)<<(.+)$/.exec(lines[index] ?? '') ?? [];
    if (name === undefined || delimiter === undefined) continue;
    const end = lines.indexOf(delimiter, index + 1);
    if (end < 0) break;
    outputs[name] = lines.slice(index + 1, end).join('\n');
    index = end;
  }
  return outputs;
}

/**
 * A line of a run for the log of a job. Masks and groups stay commands; annotations become text, since a drift that the
 * life cycle expects is no error of the job.
 */
export function forRunner(line: string): string | undefined {
  return /^::(?:add-mask|group|endgroup)(?: |::)/.test(line) ? line : forTerminal(line);
}

/** A line of a run for a terminal: without commands for a runner. `undefined`: nothing to show. */
export function forTerminal(line: string): string | undefined {
  const [, name, text = ''] = /^::([a-z-]+)(?: [^:]*)?::(.*)$/.exec(line) ?? [];
  if (name === undefined) return `    ${line}`;
  if (name === 'add-mask' || name === 'debug' || name === 'endgroup') return undefined;
  const plain = text.replaceAll('%0A', '\n      ').replaceAll('%0D', '').replaceAll('%25', '%');
  return `    ${name === 'group' ? '' : `${name}: `}${plain}`;
}
