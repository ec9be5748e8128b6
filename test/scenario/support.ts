import { afterEach } from 'vitest';
import { type RunOptions, type RunResult, runAction } from '../harness/run-action.ts';
import { ids, type Sandbox, type SandboxOptions, startSandbox } from '../sandbox/index.ts';

/** Runs of a scenario take virtual minutes. At a higher rate the time-outs of the action are too short in real time for a busy machine. */
const RATE = 25;

const open: Sandbox[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((sandbox) => sandbox.close()));
});

/** A sandbox that is closed when the test ends. */
export async function sandboxFor(options: SandboxOptions): Promise<Sandbox> {
  const sandbox = await startSandbox({ rate: RATE, ...options });
  open.push(sandbox);
  return sandbox;
}

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

/** Runs the committed action as a runner would. */
export function run(
  sandbox: Sandbox,
  inputs: Record<string, string> = {},
  options: Omit<RunOptions, 'inputs'> = {},
): Promise<RunResult> {
  return runAction(sandbox, { ...options, inputs: step(inputs) });
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
