import { EOL } from 'node:os';
import { join } from 'node:path';
import { action, type Host, type Toolkit } from '../../src/action.ts';
import { writeTempFile } from '../../src/runner/temp-file.ts';
import type { MemorySandbox } from '../sandbox/index.ts';
import { inputVariable } from './action-inputs.ts';
import { memoryNetwork } from './memory-network.ts';
import { prepareStep, type RunResult, resultOf, type StepOptions } from './step.ts';

let runs = 0;
/** How long a process takes to start, in virtual milliseconds. */
const START_MS = 400;

/**
 * Runs `src/` as a step in this process, over a sandbox in memory and on its virtual time, under the policies of docs/iam.md:
 * everything of the action but the doorway (`main.ts`), the HTTP libraries and the bundle.
 * @throws Error for misconduct, see misconduct.ts
 */
export async function runInMemory(sandbox: MemorySandbox, options: StepOptions = {}): Promise<RunResult> {
  const { door, env } = await prepareStep(sandbox, options, { home: '/home/runner' });
  const time = sandbox.time.forRun();
  const { clock, end } = time;
  options.onTime?.(time);
  let started = clock.now();
  const { toolkit, printed } = memoryToolkit(env, {
    files: options.runnerFiles,
    onLine: (text) => options.onLine?.(clock.now(), text),
  });
  const listeners = new Map<string, () => void>();
  let dead = false;
  let signalledAt: number | null = null;
  let exit: (end: { exitCode: number | null; signal: NodeJS.Signals | null }) => void = () => undefined;
  const exited = new Promise<Parameters<typeof exit>[0]>((resolve) => {
    exit = resolve;
  });
  const send = (signal: NodeJS.Signals = 'SIGINT') => {
    signalledAt ??= clock.now();
    listeners.get(signal)?.();
  };
  const kill = () => {
    dead = true;
    end();
    exit({ exitCode: null, signal: 'SIGKILL' });
  };
  const removeHook = watchRequests(sandbox, { door: door.name, options, send, kill });
  const never = new AbortController().signal;
  const { signalAt } = options;
  if (signalAt && 'ms' in signalAt) void clock.sleep(signalAt.ms, never).then(() => send(signalAt.signal));
  runs += 1;
  const host: Host = {
    env,
    nodeVersion: process.versions.node,
    toolkit,
    logFailure: () => options.runnerFiles?.logFailure?.(),
    network: memoryNetwork({ door, clock, inside: sandbox.inside, awake: time.awake, isDead: () => dead }),
    clock,
    nonce: runs.toString(16).padStart(12, '0'),
    writeTempFile: (folder, name, content) => {
      options.runnerFiles?.temp?.();
      // A test that gives the folder has it on the disk.
      if (options.env?.['RUNNER_TEMP'] !== undefined) return writeTempFile(folder, name, content);
      printed.temp[name] = content;
      return join(folder, name);
    },
    payload: async () => options.runnerFiles?.event?.() ?? options.event?.payload ?? {},
    onSignal: (signal, listener) => listeners.set(signal, listener),
    exitAfter: (ms, exitCode) => void clock.sleep(ms, never).then(() => exit({ exitCode: exitCode(), signal: null })),
  };
  const starting = clock.sleep(START_MS, never).then(() => {
    started = clock.now();
    return action(host);
  });
  starting.then(
    (exitCode) => exit({ exitCode, signal: null }),
    // As Node ends a process that does not handle a rejection.
    (error: unknown) => {
      printed.stderr += error instanceof Error ? error.stack : String(error);
      exit({ exitCode: 1, signal: null });
    },
  );
  try {
    const ended = await sandbox.time.drive(exited);
    const now = clock.now();
    return resultOf(sandbox, options, {
      door,
      env,
      end: ended,
      timedOut: false,
      stdout: printed.stdout,
      stderr: printed.stderr,
      outputs: { ...printed.outputs },
      state: {},
      exportedEnv: {},
      summary: printed.summary,
      files: { output: JSON.stringify(printed.outputs), summary: printed.summary, ...printed.temp },
      durationMs: now - started,
      signalToExitMs: signalledAt === null ? null : now - signalledAt,
    });
  } finally {
    // Whatever the run still waits for, such as an answer that never comes, ends with its process.
    dead = true;
    end();
    removeHook();
  }
}

/** Sends the signal, or kills, at the request that the options name. */
function watchRequests(
  sandbox: MemorySandbox,
  at: { door: string; options: StepOptions; send(signal?: NodeJS.Signals): void; kill(): void },
): () => void {
  const { signalAt, killAtRequest } = at.options;
  let arrived = 0;
  let answered = 0;
  let counted = 0;
  let sent = false;
  return sandbox.onRequest(({ request, when }) => {
    if (request.door !== at.door) return undefined;
    if (when === 'before') arrived += 1;
    else answered += 1;
    const now =
      signalAt !== undefined &&
      ((when === 'before' && 'request' in signalAt && arrived === signalAt.request) ||
        (when === 'before' && 'when' in signalAt && signalAt.when(request)) ||
        (when === 'after' && 'answer' in signalAt && answered === signalAt.answer));
    if (now && !sent) {
      sent = true;
      at.send(signalAt.signal);
    }
    if (!killAtRequest || when !== killAtRequest.when) return undefined;
    if (killAtRequest.mutatingOnly && !request.mutating) return undefined;
    if (killAtRequest.of?.(request) === false) return undefined;
    counted += 1;
    if (counted < killAtRequest.n) return undefined;
    at.kill();
    return 'drop';
  });
}

interface Printed {
  stdout: string;
  stderr: string;
  outputs: Record<string, string>;
  summary: string;
  /** The runner's temporary files, by name. */
  temp: Record<string, string>;
}

/** `@actions/core` over what one run prints: the same commands, letter for letter, and outputs as the runner reads them. */
function memoryToolkit(
  env: Readonly<Record<string, string>>,
  { files = {}, onLine }: { files?: StepOptions['runnerFiles']; onLine(text: string): void },
): { toolkit: Toolkit; printed: Printed } {
  const printed: Printed = { stdout: '', stderr: '', outputs: {}, summary: '', temp: {} };
  const line = (text: string) => {
    printed.stdout += `${text}${EOL}`;
    if (!/^::(debug|add-mask|endgroup)/.test(text)) onLine(text);
  };
  const command = (name: string, text: string | Error, { title = '' }: { title?: string } = {}) =>
    line(`::${name}${title === '' ? '' : ` title=${escapeProperty(title)}`}::${escapeData(String(text))}`);
  return {
    printed,
    toolkit: {
      getInput: (name, options) => {
        const value = env[inputVariable(name)] ?? '';
        return options?.trimWhitespace === false ? value : value.trim();
      },
      setOutput: (name, value) => {
        files.output?.();
        printed.outputs[name] = String(value);
      },
      setSecret: (secret) => command('add-mask', secret),
      info: line,
      debug: (text) => command('debug', text),
      isDebug: () => env['RUNNER_DEBUG'] === '1',
      startGroup: (name) => command('group', name),
      endGroup: () => command('endgroup', ''),
      error: (text, properties) => command('error', text, properties),
      warning: (text, properties) => command('warning', text, properties),
      writeSummary: async (markdown) => {
        files.summary?.();
        printed.summary += markdown;
      },
    },
  };
}

function escapeData(text: string): string {
  return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
  return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
