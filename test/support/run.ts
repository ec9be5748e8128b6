import { type RunOptions, runAction } from '../harness/run-action.ts';
import type { RunResult, StepOptions } from '../harness/step.ts';
import { ids, type MemorySandbox, type Sandbox } from '../sandbox/index.ts';

/** The inputs of an ordinary step, with what a scenario changes. */
export function step(inputs: Record<string, string> = {}): Record<string, string> {
  return {
    cluster: ids.standardCluster,
    'cockroach-api-key': ids.apiKey,
    'aws-region': ids.region,
    'role-to-assume': ids.role,
    'vpc-id': ids.vpc,
    ...inputs,
  };
}

/**
 * Runs one step, the way that its sandbox is made for: the committed bundle in a child process, as a runner would, or `src/`
 * in this process on virtual time.
 */
export async function run(
  sandbox: Sandbox,
  inputs: Record<string, string> = {},
  options: Omit<RunOptions, 'inputs'> = {},
): Promise<RunResult> {
  if (!isInMemory(sandbox)) return runAction(sandbox, { ...options, inputs: step(inputs) });
  const { runInMemory } = await import('../harness/run-in-memory.ts');
  const { timeoutMs, nodeArgs, script, actionFile, stopAt, closeLogAt, ...rest } = options;
  if ((nodeArgs ?? script ?? actionFile ?? stopAt ?? closeLogAt) !== undefined)
    throw new Error('that needs a process: a scenario test');
  return runInMemory(sandbox, { ...rest, inputs: step(inputs) } satisfies StepOptions);
}

function isInMemory(sandbox: Sandbox): sandbox is MemorySandbox {
  return 'time' in sandbox;
}

/** The requests of a run that change something at AWS or CockroachDB Cloud. */
export function mutations(result: RunResult): string[] {
  return result.requests
    .filter((request) => request.mutating && request.service !== 'oidc' && request.service !== 'sts')
    .map((request) => request.action);
}

/** One step as the output `plan` tells it. */
export interface PlannedStep {
  id: string;
  step: string;
  after: string;
  bookkeeping: boolean;
}

/** The steps that a run of `ensure` or `delete` planned. */
export function plannedSteps(result: RunResult): PlannedStep[] {
  return JSON.parse(result.outputs['plan'] ?? 'null') as PlannedStep[];
}
