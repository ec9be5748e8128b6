import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LoggedRequest, Sandbox } from '../sandbox/index.ts';
import { parseRunnerFile } from './runner-files.ts';
import { prepareStep, type RunResult, resultOf, type StepOptions } from './step.ts';

export type { RunResult } from './step.ts';

/** How long a request is held after the signal that is sent at it, or a signal until an answer is there; real milliseconds. */
const SIGNAL_AHEAD_MS = 250;
const root = fileURLToPath(new URL('../../', import.meta.url));
/** What is run where a test names nothing: the committed bundle, or another one that is tried (`npm run try`). */
const BUNDLE = process.env['ACTION_BUNDLE'] ?? join(root, 'dist/index.js');

export interface RunOptions extends StepOptions {
  /** Real milliseconds until the run is killed; default 60,000. */
  timeoutMs?: number;
  /** Stops the process (SIGSTOP) so many real milliseconds after the answer to the first request that fits, until it is over. */
  stopAt?: { fits(request: LoggedRequest): boolean; afterMs: number; meanwhile(): Promise<unknown> };
  /** Stops reading what the process prints after the answer to the first request that fits, as a runner that dies. */
  closeLogAt?: (request: LoggedRequest) => boolean;
  nodeArgs?: string[];
  /** What to run instead of the bundle, and the action.yml that goes with it. */
  script?: string;
  actionFile?: string;
}

/**
 * Runs the bundle in a child process, exactly as a GitHub runner would start it, with debug logging on and under the
 * policies of docs/iam.md.
 * @throws Error for misconduct, see misconduct.ts
 */
export async function runAction(sandbox: Sandbox, options: RunOptions = {}): Promise<RunResult> {
  const home = mkdtempSync(join(tmpdir(), 'action-run-'));
  const file = (name: string) => join(home, name);
  for (const name of ['output', 'state', 'env', 'path', 'summary']) writeFileSync(file(name), '');
  mkdirSync(file('workspace'));
  mkdirSync(file('temp'));
  writeFileSync(file('event.json'), JSON.stringify(options.event?.payload ?? {}));
  const { door, env } = await prepareStep(sandbox, options, { home, actionFile: options.actionFile });

  const started = performance.now();
  const child = spawn(join(root, 'node_modules/.bin/node'), [...(options.nodeArgs ?? []), options.script ?? BUNDLE], {
    cwd: file('workspace'),
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let signalledAt: number | null = null;
  const send = (signal: NodeJS.Signals) => {
    signalledAt ??= performance.now();
    child.kill(signal);
  };
  let timedOut = false;
  const timers = [
    setTimeout(() => {
      timedOut = true;
      child.kill('SIGKILL');
    }, options.timeoutMs ?? 60_000),
  ];
  const { signalAt, killAtRequest, stopAt, closeLogAt } = options;
  let stopped: Promise<unknown> | undefined;
  const standStill = async ({ meanwhile, afterMs }: NonNullable<typeof stopAt>) => {
    await new Promise((resolve) => setTimeout(resolve, afterMs));
    child.kill('SIGSTOP');
    await meanwhile().finally(() => child.kill('SIGCONT'));
  };
  if (signalAt && 'ms' in signalAt) {
    timers.push(setTimeout(() => send(signalAt.signal ?? 'SIGINT'), signalAt.ms));
  }
  const exited = new Promise<{ exitCode: number | null; signal: NodeJS.Signals | null }>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (exitCode, signal) => resolve({ exitCode, signal }));
  });
  let arrived = 0;
  let answered = 0;
  let counted = 0;
  const removeHook = sandbox.onRequest(async ({ request, when }) => {
    if (request.door !== door.name) return undefined;
    if (when === 'before') arrived += 1;
    if (when === 'before' && signalAt && 'request' in signalAt && arrived === signalAt.request) {
      send(signalAt.signal ?? 'SIGINT');
      // On a busy machine the answer would otherwise be there before the signal, and the last request's the end of the run.
      await new Promise((resolve) => setTimeout(resolve, SIGNAL_AHEAD_MS));
    }
    if (when === 'before' && signalAt && 'when' in signalAt && signalledAt === null && signalAt.when(request)) {
      send(signalAt.signal ?? 'SIGINT');
    }
    if (when === 'after') answered += 1;
    if (when === 'after' && stopAt?.fits(request)) stopped ??= standStill(stopAt);
    if (when === 'after' && closeLogAt?.(request)) {
      child.stdout.destroy();
      child.stderr.destroy();
    }
    if (when === 'after' && signalAt && 'answer' in signalAt && answered === signalAt.answer) {
      child.kill('SIGSTOP');
      timers.push(
        setTimeout(() => {
          send(signalAt.signal ?? 'SIGINT');
          child.kill('SIGCONT');
        }, SIGNAL_AHEAD_MS),
      );
    }
    if (!killAtRequest || when !== killAtRequest.when) return undefined;
    if (killAtRequest.mutatingOnly && !request.mutating) return undefined;
    if (killAtRequest.of?.(request) === false) return undefined;
    counted += 1;
    if (counted < killAtRequest.n) return undefined;
    child.kill('SIGKILL');
    await exited;
    return 'drop';
  });
  const stdout = collect(child.stdout);
  const stderr = collect(child.stderr);
  try {
    const end = await exited;
    await stopped;
    const ended = performance.now();
    const killed = end.signal !== null;
    const files = Object.fromEntries(
      ['output', 'state', 'env', 'summary'].map((name) => [name, readFileSync(file(name), 'utf8')]),
    ) as Record<'output' | 'state' | 'env' | 'summary', string>;
    return resultOf(sandbox, options, {
      door,
      env,
      end,
      timedOut,
      stdout: await stdout,
      stderr: await stderr,
      outputs: tolerant(files.output, killed),
      state: tolerant(files.state, killed),
      exportedEnv: tolerant(files.env, killed),
      summary: files.summary,
      files,
      durationMs: ended - started,
      signalToExitMs: signalledAt === null ? null : ended - signalledAt,
    });
  } finally {
    removeHook();
    await door.close();
    for (const timer of timers) clearTimeout(timer);
    rmSync(home, { recursive: true, force: true });
  }
}

/** A killed process may leave half a line behind; only then is that forgiven. */
function tolerant(text: string, killed: boolean): Record<string, string> {
  try {
    return parseRunnerFile(text);
  } catch (error) {
    if (killed) return {};
    throw error;
  }
}

async function collect(stream: NodeJS.ReadableStream): Promise<string> {
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  } catch {
    // The test stopped reading.
  }
  return Buffer.concat(chunks).toString('utf8');
}
