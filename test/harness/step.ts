import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { Door, LoggedRequest, Sandbox } from '../sandbox/index.ts';
import type { RunTime } from '../sandbox/virtual-time.ts';
import { inputVariable, readActionInputs } from './action-inputs.ts';
import { unwrapped } from './log-width.ts';
import { findMisconduct } from './misconduct.ts';
import { policiesForStep } from './role-policies.ts';
import { runnerEnvironment } from './runner-environment.ts';
import { type Annotation, parseLog } from './runner-files.ts';

const ACTION_FILE = fileURLToPath(new URL('../../action.yml', import.meta.url));

/** One step that runs the action, however it is run. */
export interface StepOptions {
  /** Inputs of the step; all others get their default from action.yml. */
  inputs?: Record<string, string>;
  /** Laid over the runner's environment; undefined takes a variable away. */
  env?: Record<string, string | undefined>;
  event?: { name?: string; payload?: unknown };
  /**
   * When a signal is sent: milliseconds after the start, at the n-th request, at the first that `when` picks, or
   * together with the n-th answer, so that the run finds both at once. Default SIGINT.
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
  /** In memory: is given the time of this run when it starts, to let its clock step or to freeze it. */
  onTime?: (time: RunTime) => void;
  /** In memory: what the runner's files and its log are like at each moment; a function that throws is a file in trouble. */
  runnerFiles?: { output?(): void; summary?(): void; temp?(): void; event?(): unknown; logFailure?(): unknown };
  /** In memory: is given each line of the normal log, with its time. */
  onLine?: (at: number, text: string) => void;
  /** Misconduct (misconduct.ts) is left to the caller to find in `misconduct`; else it throws. For tests of the harness itself. */
  forgiving?: boolean;
}

/** What a step came to. */
export interface RunResult {
  exitCode: number | null;
  signal: NodeJS.Signals | null;
  timedOut: boolean;
  stdout: string;
  stderr: string;
  /** Standard output as the runner shows it: commands rendered, masks applied, and lines that go on joined again. */
  log: string;
  outputs: Record<string, string>;
  state: Record<string, string>;
  exportedEnv: Record<string, string>;
  summary: string;
  annotations: Annotation[];
  masks: string[];
  /** Real milliseconds of a process, virtual ones in memory. */
  durationMs: number;
  /** From the signal to the exit, in the same milliseconds; null without one. */
  signalToExitMs: number | null;
  /** Requests of this run, also when others run beside it. */
  requests: LoggedRequest[];
  /** What no run may do, whatever it is asked: see misconduct.ts. Empty, since it throws, unless the run was `forgiving`. */
  misconduct: string[];
}

let runs = 0;

/** A door for one step, under the policies of docs/iam.md, and the environment that a runner starts it with. */
export async function prepareStep<D extends Door>(
  sandbox: Sandbox<D>,
  { inputs: given = {}, env: changes = {}, event }: StepOptions,
  { home, actionFile = ACTION_FILE }: { home: string; actionFile?: string | undefined },
): Promise<{ door: D; env: Record<string, string> }> {
  const defaults = existsSync(actionFile) ? readActionInputs(actionFile) : {};
  const inputs = { ...defaults, ...given };
  runs += 1;
  const door = await sandbox.openDoor(`run-${runs}`, policiesForStep(sandbox, inputs));
  const env = runnerEnvironment(sandbox, { home, event: event?.name ?? 'push', door });
  for (const [name, value] of Object.entries(inputs)) {
    env[inputVariable(name)] = value.replace(/\$\{\{\s*github\.token\s*\}\}/g, sandbox.tokens.github);
  }
  // Debug logging is on, so that secrets are looked for in it too; it is shown only where `env` asks for it.
  env['RUNNER_DEBUG'] = '1';
  for (const [name, value] of Object.entries(changes)) {
    if (value === undefined) delete env[name];
    else env[name] = value;
  }
  return { door, env };
}

/** What a step left behind, before anybody looked at it. */
export interface Remains {
  door: Door;
  env: Record<string, string>;
  end: { exitCode: number | null; signal: NodeJS.Signals | null };
  timedOut: boolean;
  stdout: string;
  stderr: string;
  outputs: Record<string, string>;
  state: Record<string, string>;
  exportedEnv: Record<string, string>;
  summary: string;
  /** Texts as the runner is handed them, by where; standard output and error apart. */
  files: Record<string, string>;
  durationMs: number;
  signalToExitMs: number | null;
}

/**
 * Reads what a step left as a runner shows it.
 * @throws Error for misconduct, see misconduct.ts
 */
export function resultOf(sandbox: Sandbox<Door>, options: StepOptions, remains: Remains): RunResult {
  const { door, env, end, timedOut, stdout, stderr, files, ...rest } = remains;
  const printed = parseLog(stdout);
  const requests = sandbox.requests.filter((request) => request.door === door.name);
  const misconduct = findMisconduct({
    sandbox,
    given: Object.values(env),
    places: { ...files, stdout: printed.withoutMaskLines, stderr },
    masks: printed.masks,
    annotations: printed.annotations,
    requests,
    errorCode: rest.outputs['error-code'] ?? '',
    timedOut,
  });
  if (misconduct.length > 0 && options.forgiving !== true) {
    throw new Error(`the run must not have done this:\n${misconduct.join('\n')}\n\n${printed.log}\n${stderr}`);
  }
  const debug = options.env?.['RUNNER_DEBUG'] === '1';
  const shown = debug ? stdout : withoutDebug(stdout);
  const { log, annotations } = debug ? printed : parseLog(shown);
  return {
    ...end,
    ...rest,
    timedOut,
    stdout: shown,
    stderr,
    log: unwrapped(log),
    annotations,
    masks: printed.masks,
    requests,
    misconduct,
  };
}

/** What a job without debug logging prints. */
function withoutDebug(stdout: string): string {
  return stdout
    .split('\n')
    .filter((line) => !line.startsWith('::debug::'))
    .join('\n');
}
