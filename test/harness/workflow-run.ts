import { execFileSync } from 'node:child_process';
import { githubKnobs } from '../sandbox/github/knobs.ts';
import type { Sandbox } from '../sandbox/index.ts';
import { type Contexts, fillIn, holds } from './expressions.ts';
import { type RunResult, runAction } from './run-action.ts';
import { ACTION, callableOf, calledBy, type Job, type JobStep, type Workflow } from './workflow-files.ts';

/** What sets a workflow off, and what the repository gives it. */
export interface Trigger {
  event: string;
  payload?: Record<string, unknown>;
  /** Inputs of `workflow_dispatch`. */
  inputs?: Record<string, string>;
  vars?: Record<string, string>;
  secrets?: Record<string, string>;
  /** Of the machine that the runner is on. */
  env?: Record<string, string>;
}

/** What a workflow came to: the runs of the action and what its scripts printed, in their order. */
export interface WorkflowRun {
  runs: RunResult[];
  printed: string[];
}

/** GitHub's own setting for a job: what its tokens may do. */
type Permissions = Readonly<Record<string, string>>;

const ACTION_STEP = new RegExp(`^(${ACTION}@COMMIT_SHA|\\./privatelink-action)$`);
const NO_OIDC = { ACTIONS_ID_TOKEN_REQUEST_URL: undefined, ACTIONS_ID_TOKEN_REQUEST_TOKEN: undefined };

/**
 * Runs a workflow of a user against the sandbox as GitHub would: jobs and their matrix one after the other, the action and
 * reusable workflows of this repository for real, with the tokens that the job's permissions give and no others.
 * @throws Error where the event does not start the workflow, or a step is neither a script nor the action
 */
export async function runWorkflow(sandbox: Sandbox, workflow: Workflow, trigger: Trigger): Promise<WorkflowRun> {
  const events = typeof workflow.on === 'string' ? [workflow.on] : Object.keys(workflow.on);
  if (!events.includes(trigger.event)) throw new Error(`the workflow does not run on ${trigger.event}`);
  const done: WorkflowRun = { runs: [], printed: [] };
  const contexts = contextsOf(sandbox, trigger);
  for (const job of Object.values(workflow.jobs)) {
    const permissions = job.permissions ?? workflow.permissions ?? {};
    for (const matrix of rowsOf(job)) {
      const around = { ...contexts, matrix };
      if (!holds(job.if, around)) continue;
      const run = { sandbox, trigger, permissions, done };
      if (job.uses === undefined) await runJob(job, around, run);
      else await callWorkflow(job, around, run);
    }
  }
  return done;
}

interface JobRun {
  sandbox: Sandbox;
  trigger: Trigger;
  permissions: Permissions;
  done: WorkflowRun;
}

function contextsOf({ world, tokens }: Sandbox, trigger: Trigger): Contexts {
  const { repository } = world;
  const github = {
    event_name: trigger.event,
    event: { repository: { fork: false }, ...trigger.payload },
    repository: `${repository.owner}/${repository.name}`,
    ref: repository.ref,
    ref_name: repository.ref.replace('refs/heads/', ''),
    ref_type: 'branch',
    token: tokens.github,
  };
  const { secrets = {}, vars = {}, inputs = {} } = trigger;
  return { github, secrets, vars, inputs };
}

/** The rows of a job's matrix of plain lists; one empty row without a matrix. */
function rowsOf({ strategy }: Job): Record<string, unknown>[] {
  const lists = Object.entries((strategy?.['matrix'] ?? {}) as Record<string, unknown[]>);
  return lists.reduce<Record<string, unknown>[]>(
    (rows, [name, values]) => rows.flatMap((row) => values.map((value) => ({ ...row, [name]: value }))),
    [{}],
  );
}

/** Runs the one job of a reusable workflow with what the caller gives it. */
async function callWorkflow(call: Job, contexts: Contexts, run: JobRun): Promise<void> {
  const called = calledBy(call.uses ?? '');
  const { inputs } = callableOf(called);
  const defaults = Object.fromEntries(Object.entries(inputs).map(([name, one]) => [name, one.default ?? '']));
  const given = { ...defaults, ...filled(call.with, contexts) };
  for (const [name, { type }] of Object.entries(inputs))
    if (type === 'boolean') given[name] = `${given[name]}` === 'true';
  const around: Contexts = { ...contexts, inputs: given, secrets: filled(call.secrets, contexts) };
  for (const job of Object.values(called.document.jobs)) if (holds(job.if, around)) await runJob(job, around, run);
}

async function runJob(job: Job, contexts: Contexts, run: JobRun): Promise<void> {
  const env = filled(job.env, contexts);
  const steps: Record<string, { outputs: Record<string, string> }> = {};
  for (const step of job.steps ?? []) {
    if (step.uses?.startsWith('actions/checkout@')) continue;
    const around = { ...contexts, env, steps };
    const outputs = await runStep(step, around, { ...run, env: { ...env, ...filled(step.env, around) } });
    if (step.id !== undefined) steps[step.id] = { outputs };
  }
}

async function runStep(
  step: JobStep,
  contexts: Contexts,
  { sandbox, trigger, permissions, done, env }: JobRun & { env: Record<string, string> },
): Promise<Record<string, string>> {
  if (step.run !== undefined) {
    const options = { env: { ...env, PATH: process.env['PATH'] ?? '' }, encoding: 'utf8' } as const;
    done.printed.push(execFileSync('bash', ['--noprofile', '--norc', '-eo', 'pipefail', '-c', step.run], options));
    return {};
  }
  if (!ACTION_STEP.test(step.uses ?? '')) throw new Error(`${step.uses} is not the action`);
  const { contents, issues, 'pull-requests': pulls } = permissions;
  Object.assign(githubKnobs(sandbox.world), {
    permissions: JSON.parse(JSON.stringify({ contents, issues, 'pull-requests': pulls })),
    visibility: 'private',
  });
  const result = await runAction(sandbox, {
    inputs: filled(step.with, contexts),
    env: { ...(permissions['id-token'] === 'write' ? {} : NO_OIDC), ...trigger.env, ...env },
    event: { name: trigger.event, payload: trigger.payload ?? {} },
  });
  done.runs.push(result);
  return result.outputs;
}

function filled(values: Readonly<Record<string, unknown>> | undefined, contexts: Contexts): Record<string, string> {
  return Object.fromEntries(Object.entries(values ?? {}).map(([name, value]) => [name, fillIn(value, contexts)]));
}
