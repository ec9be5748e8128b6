import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { inputVariable } from '../../test/harness/action-inputs.ts';
import { runnerEnvironment } from '../../test/harness/runner-environment.ts';
import type { Sandbox } from '../../test/sandbox/index.ts';
import { root } from '../bundle/bundle.ts';

/** The Node that GitHub's runner would use. */
export const node = path.join(root, 'node_modules/node/bin/node');

export interface Program {
  readonly command: readonly string[];
  /** Inputs of a step. */
  readonly inputs?: Readonly<Record<string, string>>;
  /** Laid over the runner's environment. */
  readonly env?: Readonly<Record<string, string>>;
  readonly exitCode?: number;
}

export interface Cost {
  readonly wallMs: number;
  /** User and system time of the process and its children. */
  readonly cpuMs: number;
  /** Peak of resident memory; 0 unless it was asked for. */
  readonly peakMiB: number;
}

// bash tells both to the millisecond, of any program; its own start is not counted.
const TIMED = `TIMEFORMAT='%R %U %S'; { time "$@" >log 2>&1; } 2>&3`;

/**
 * Runs a program once as a step of a job, with the sandbox in place of the outside world, and measures it.
 * @throws Error with its log where it did not end as it should
 */
export async function cost(
  { command, inputs = {}, env = {}, exitCode = 0 }: Program,
  sandbox: Sandbox,
  { peak = false }: { peak?: boolean } = {},
): Promise<Cost> {
  const home = mkdtempSync(path.join(tmpdir(), 'bench-'));
  try {
    const file = (name: string) => path.join(home, name);
    for (const name of ['output', 'state', 'env', 'path', 'summary', 'event.json']) writeFileSync(file(name), '');
    writeFileSync(file('event.json'), '{}');
    for (const name of ['workspace', 'temp']) mkdirSync(file(name));
    const door = { urls: sandbox.urls, env: sandbox.env };
    const all: Record<string, string> = { ...runnerEnvironment(sandbox, { home, event: 'push', door }), ...env };
    for (const [name, value] of Object.entries(inputs)) all[inputVariable(name)] = value;
    if (peak) {
      all['BENCH_PEAK_FILE'] = file('peak');
      const preload = `--require=${path.join(import.meta.dirname, 'peak.cjs')}`;
      all['NODE_OPTIONS'] = [all['NODE_OPTIONS'], preload].filter(Boolean).join(' ');
    }
    const child = spawn('bash', ['-c', TIMED, 'bash', ...command], {
      cwd: home,
      env: all,
      stdio: ['ignore', 'ignore', 'inherit', 'pipe'],
    });
    let times = '';
    child.stdio[3]?.on('data', (chunk: Buffer) => {
      times += chunk.toString();
    });
    const code = await new Promise((resolve, reject) => child.on('error', reject).on('close', resolve));
    if (code !== exitCode)
      throw new Error(`${command.join(' ')} ended with ${code}:\n${readFileSync(file('log'), 'utf8')}`);
    const [real = 0, user = 0, system = 0] = times.trim().split(' ').map(Number);
    return {
      wallMs: real * 1000,
      cpuMs: (user + system) * 1000,
      peakMiB: peak ? Number(readFileSync(file('peak'), 'utf8')) / 1024 : 0,
    };
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}
