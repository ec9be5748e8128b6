import { spawn } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { emptySeed } from '../sandbox/index.ts';
import { inputVariable, readActionInputs } from './action-inputs.ts';
import { fillIn } from './expressions.ts';
import { runnerEnvironment } from './runner-environment.ts';
import { parseLog, parseRunnerFile } from './runner-files.ts';

export interface Step {
  id?: string;
  name?: string;
  if?: string;
  uses?: string;
  run?: string;
  with?: Record<string, unknown>;
  env?: Record<string, unknown>;
  'continue-on-error'?: boolean;
}

export interface StepResult {
  name: string;
  exitCode: number;
  log: string;
  outputs: Record<string, string>;
}

/** What the expressions of later steps see of a step. */
export type EarlierSteps = Record<string, { outputs: Record<string, string>; outcome: 'success' | 'failure' }>;

export interface JobOptions {
  /** Steps that count as done. */
  earlier?: EarlierSteps;
  /** Where scripts run; the checkout of this repository unless told otherwise. */
  workspace?: string;
  /** Laid over the runner's environment. */
  env?: Record<string, string>;
}

const root = path.resolve(import.meta.dirname, '../..');
/** The job's own addresses come from its steps. */
const NO_DOOR = { urls: { github: 'https://api.github.com' }, env: {} };
/** Steps that set up the machine; the tests run on one that is set up. */
const SETUP = /^(actions\/(checkout|setup-node)@|npm ci$)/;

/**
 * Runs the steps of a job one after the other as a runner does: `run` with bash, `uses: ./` with the committed bundle. What a
 * step writes to GITHUB_ENV the later steps have.
 */
export async function runSteps(
  steps: readonly Step[],
  { earlier = {}, workspace = root, env = {} }: JobOptions = {},
): Promise<StepResult[]> {
  const home = mkdtempSync(path.join(tmpdir(), 'job-'));
  const contexts = { github: { token: 'ghs_tokenOfTheJob' }, steps: { ...earlier } };
  // All steps of a job share it.
  const temp = path.join(home, 'temp');
  mkdirSync(temp);
  const jobEnv: Record<string, string> = { RUNNER_TEMP: temp, ...env };
  const results: StepResult[] = [];
  let failed = false;
  try {
    for (const [number, step] of steps.entries()) {
      if (SETUP.test(step.uses ?? step.run ?? '')) continue;
      if (failed && step.if !== 'always()') continue;
      const folder = path.join(home, String(number));
      const { exported, ...result } = await runStep(step, { folder, jobEnv, contexts, workspace });
      Object.assign(jobEnv, exported);
      results.push(result);
      const outcome = result.exitCode === 0 ? 'success' : 'failure';
      if (step.id !== undefined) contexts.steps[step.id] = { outputs: result.outputs, outcome };
      failed ||= outcome === 'failure' && step['continue-on-error'] !== true;
    }
    return results;
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}

async function runStep(
  step: Step,
  {
    folder,
    jobEnv,
    contexts,
    workspace,
  }: { folder: string; jobEnv: Record<string, string>; contexts: Record<string, unknown>; workspace: string },
): Promise<StepResult & { exported: Record<string, string> }> {
  for (const name of ['', 'workspace']) mkdirSync(path.join(folder, name), { recursive: true });
  const file = (name: string) => path.join(folder, name);
  for (const name of ['output', 'state', 'env', 'path', 'summary']) writeFileSync(file(name), '');
  writeFileSync(file('event.json'), '{}');
  const filled = (values: Record<string, unknown> = {}) =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, fillIn(value, contexts)]));
  const { repository } = emptySeed();
  const base = runnerEnvironment({ world: { repository } }, { home: folder, event: 'push', door: NO_DOOR });
  const env: Record<string, string> = {
    ...base,
    // What actions/setup-node does.
    PATH: `${path.join(root, 'node_modules/.bin')}:${base['PATH']}`,
    ...jobEnv,
    ...filled(step.env),
  };
  const given = filled({ ...readActionInputs(path.join(root, 'action.yml')), ...step.with });
  if (step.run === undefined) for (const [name, value] of Object.entries(given)) env[inputVariable(name)] = value;
  else writeFileSync(file('script.sh'), step.run);
  const { exitCode, output } =
    step.run === undefined
      ? await execute(['node', path.join(root, 'dist/index.js')], { env, cwd: file('workspace') })
      : await execute(['bash', '--noprofile', '--norc', '-eo', 'pipefail', file('script.sh')], { env, cwd: workspace });
  return {
    name: step.name ?? step.run ?? step.uses ?? '',
    exitCode,
    log: parseLog(output).log,
    outputs: parseRunnerFile(readFileSync(file('output'), 'utf8')),
    exported: parseRunnerFile(readFileSync(file('env'), 'utf8')),
  };
}

async function execute(
  [command = '', ...args]: readonly string[],
  options: { env: Record<string, string>; cwd: string },
): Promise<{ exitCode: number; output: string }> {
  const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  const chunks: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk: Buffer) => chunks.push(chunk));
  const exitCode = await new Promise<number>((resolve, reject) => {
    child.on('error', reject);
    child.on('close', (code) => resolve(code ?? 1));
  });
  return { exitCode, output: Buffer.concat(chunks).toString('utf8') };
}
