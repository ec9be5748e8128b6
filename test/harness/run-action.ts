import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { LoggedRequest, Sandbox } from '../sandbox/index.ts';
import { inputVariable, readActionInputs } from './action-inputs.ts';
import { findMisconduct } from './misconduct.ts';
import { policiesForStep } from './readme-policies.ts';
import { runnerEnvironment } from './runner-environment.ts';
import { type Annotation, parseLog, parseRunnerFile } from './runner-files.ts';

let runs = 0;
/** How long a request is held after the signal that is sent at it, or a signal until an answer is there; real milliseconds. */
const SIGNAL_AHEAD_MS = 250;
const root = fileURLToPath(new URL('../../', import.meta.url));

export interface RunOptions {
  /** Inputs of the step; all others get their default from action.yml. */
  inputs?: Record<string, string>;
  /** Laid over the runner's environment; undefined takes a variable away. */
  env?: Record<string, string | undefined>;
  event?: { name?: string; payload?: unknown };
  /**
   * When a signal is sent: real milliseconds after the start, at the n-th request, at the first that `when` picks, or
   * together with the n-th answer, so that the process finds both at once. Default SIGINT.
   */
  signalAt?: (
    | { ms: number }
    | { request: number }
    | { when: (request: LoggedRequest) => boolean }
    | { answer: number }
  ) & {
    signal?: NodeJS.Signals;
  };
  /** SIGKILL at the n-th request of this run, before or after it took effect. */
  killAtRequest?: {
    n: number;
    when: 'before' | 'after';
    mutatingOnly?: boolean;
    /** Which requests count besides; all if left out. */
    of?: (request: LoggedRequest) => boolean;
  };
  /** Real milliseconds until the run is killed; default 60,000. */
  timeoutMs?: number;
  nodeArgs?: string[];
  /** What to run instead of dist/index.js, and the action.yml that goes with it. */
  script?: string;
  actionFile?: string;
  /** Misconduct (misconduct.ts) is left to the caller to find in `misconduct`; else it throws. For tests of the harness itself. */
  forgiving?: boolean;
}

export interface RunResult {
  exitCode: number | null;
  signal: NodeJS.Signals | null;
  timedOut: boolean;
  stdout: string;
  stderr: string;
  /** Standard output as the runner shows it: commands rendered, masks applied. */
  log: string;
  outputs: Record<string, string>;
  state: Record<string, string>;
  exportedEnv: Record<string, string>;
  summary: string;
  annotations: Annotation[];
  masks: string[];
  durationMs: number;
  /** Real milliseconds from the signal to the exit; null without one. */
  signalToExitMs: number | null;
  /** Requests of this run, also when others run beside it. */
  requests: LoggedRequest[];
  /** What no run may do, whatever it is asked: see misconduct.ts. Empty, since it throws, unless the run was `forgiving`. */
  misconduct: string[];
}

/**
 * Runs the committed action in a child process, exactly as a GitHub runner would start it, with debug logging on (shown
 * only where `env` asks for it, so that secrets are looked for in it too) and under the policies of the README.
 * @throws Error for misconduct, see misconduct.ts
 */
export async function runAction(sandbox: Sandbox, options: RunOptions = {}): Promise<RunResult> {
  const home = mkdtempSync(join(tmpdir(), 'action-run-'));
  const file = (name: string) => join(home, name);
  for (const name of ['output', 'state', 'env', 'path', 'summary']) writeFileSync(file(name), '');
  mkdirSync(file('workspace'));
  mkdirSync(file('temp'));
  writeFileSync(file('event.json'), JSON.stringify(options.event?.payload ?? {}));

  const actionFile = options.actionFile ?? join(root, 'action.yml');
  const defaults = existsSync(actionFile) ? readActionInputs(actionFile) : {};
  runs += 1;
  const inputs = { ...defaults, ...options.inputs };
  const door = await sandbox.openDoor(`run-${runs}`, policiesForStep(sandbox, inputs));
  const env = runnerEnvironment(sandbox, { home, event: options.event?.name ?? 'push', door });
  for (const [name, value] of Object.entries(inputs)) {
    env[inputVariable(name)] = value.replace(/\$\{\{\s*github\.token\s*\}\}/g, sandbox.tokens.github);
  }
  env['RUNNER_DEBUG'] = '1';
  for (const [name, value] of Object.entries(options.env ?? {})) {
    if (value === undefined) delete env[name];
    else env[name] = value;
  }
  const debug = options.env?.['RUNNER_DEBUG'] === '1';

  const started = performance.now();
  const script = options.script ?? join(root, 'dist/index.js');
  const child = spawn(join(root, 'node_modules/.bin/node'), [...(options.nodeArgs ?? []), script], {
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
  const { signalAt, killAtRequest } = options;
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
    const ended = performance.now();
    const out = await stdout;
    const err = await stderr;
    const printed = parseLog(out);
    const files = Object.fromEntries(
      ['output', 'state', 'env', 'summary'].map((name) => [name, readFileSync(file(name), 'utf8')]),
    ) as Record<'output' | 'state' | 'env' | 'summary', string>;
    const killed = end.signal !== null;
    const requests = sandbox.requests.filter((request) => request.door === door.name);
    const outputs = tolerant(files.output, killed);
    const misconduct = findMisconduct({
      sandbox,
      given: Object.values(env),
      places: { ...files, stdout: printed.withoutMaskLines, stderr: err },
      masks: printed.masks,
      requests,
      errorCode: outputs['error-code'] ?? '',
      timedOut,
    });
    if (misconduct.length > 0 && options.forgiving !== true) {
      throw new Error(`the run must not have done this:\n${misconduct.join('\n')}\n\n${printed.log}\n${err}`);
    }
    const { log, annotations } = debug ? printed : parseLog(withoutDebug(out));
    return {
      ...end,
      timedOut,
      stdout: debug ? out : withoutDebug(out),
      stderr: err,
      log,
      outputs,
      state: tolerant(files.state, killed),
      exportedEnv: tolerant(files.env, killed),
      summary: files.summary,
      annotations,
      masks: printed.masks,
      durationMs: ended - started,
      signalToExitMs: signalledAt === null ? null : ended - signalledAt,
      requests,
      misconduct,
    };
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
  for await (const chunk of stream) chunks.push(Buffer.from(chunk));
  return Buffer.concat(chunks).toString('utf8');
}

/** What a job without debug logging prints. */
function withoutDebug(stdout: string): string {
  return stdout
    .split('\n')
    .filter((line) => !line.startsWith('::debug::'))
    .join('\n');
}
