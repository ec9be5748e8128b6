import { githubKnobs } from '../sandbox/github/knobs.ts';
import type { Sandbox } from '../sandbox/index.ts';
import { runChild } from './child.ts';
import { type Contexts, filledValue, fillIn, holds } from './expressions.ts';
import { type RunResult, runAction } from './run-action.ts';
import { signIn } from './sign-in-step.ts';
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
  /** What scripts have of that machine; its PATH alone if left out. */
  scripts?: Record<string, string>;
}

/** What a workflow came to: its jobs, the runs of the action and what its scripts printed, in their order. */
export interface WorkflowRun {
  jobs: JobPlace[];
  runs: RunResult[];
  printed: string[];
  /** What would be uploaded as artifacts, by path. */
  uploaded: string[];
}

/** Where a job ran, as its `runs-on` and `environment` came out. */
export interface JobPlace {
  runsOn: unknown;
  environment: string;
}

/** GitHub's own setting for a job: what its tokens may do. */
type Permissions = Readonly<Record<string, string>>;

interface JobEnd {
  result: 'success' | 'failure' | 'skipped';
  outputs: Record<string, string>;
}

const ACTION_STEP = new RegExp(`^(${ACTION}@COMMIT_SHA|\\./privatelink-action)$`);
const SIGN_IN_STEP = /^aws-actions\/configure-aws-credentials@/;
const UPLOAD_STEP = /^actions\/upload-artifact@[0-9a-f]{40}$/;
const NO_OIDC = { ACTIONS_ID_TOKEN_REQUEST_URL: undefined, ACTIONS_ID_TOKEN_REQUEST_TOKEN: undefined };

/**
 * Runs a workflow of a user against the sandbox as GitHub would: jobs and their matrix one after the other, each after those
 * that it needs, the action and reusable workflows of this repository for real, with the tokens that the job's permissions
 * give and no others. A job in a deployment environment has that environment as the subject of its OIDC token.
 * @throws Error where the event does not start the workflow, a script fails, or a step is no action that it knows
 */
export async function runWorkflow(sandbox: Sandbox, workflow: Workflow, trigger: Trigger): Promise<WorkflowRun> {
  const events = typeof workflow.on === 'string' ? [workflow.on] : Object.keys(workflow.on);
  if (!events.includes(trigger.event)) throw new Error(`the workflow does not run on ${trigger.event}`);
  const done: WorkflowRun = { jobs: [], runs: [], printed: [], uploaded: [] };
  const contexts = contextsOf(sandbox, trigger);
  const needs: Record<string, JobEnd> = {};
  for (const [id, job] of Object.entries(workflow.jobs)) {
    const permissions = job.permissions ?? workflow.permissions ?? {};
    needs[id] = { result: 'skipped', outputs: {} };
    const needed = [job.needs ?? []].flat();
    if (needed.some((one) => needs[one]?.result !== 'success')) continue;
    for (const matrix of rowsOf(job)) {
      const around = { ...contexts, matrix, needs };
      if (!holds(job.if, around)) continue;
      const run = { sandbox, trigger, permissions, done };
      needs[id] = await (job.uses === undefined ? runJob(job, around, run) : callWorkflow(job, around, run));
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
    server_url: 'https://github.com',
    run_id: '1001',
  };
  // The reusable workflows fetch the action at their own commit.
  const job = {
    workflow_repository: 'acme/privatelink-action',
    workflow_sha: '0123456789abcdef0123456789abcdef01234567',
  };
  const { secrets = {}, vars = {}, inputs = {} } = trigger;
  return { github, job, secrets, vars, inputs };
}

/** The rows of a job's matrix: of plain lists, or those of `include`; one empty row without a matrix. */
function rowsOf({ strategy }: Job): Record<string, unknown>[] {
  const { include, ...matrix } = (strategy?.['matrix'] ?? {}) as Record<string, unknown[]>;
  const lists = Object.entries(matrix);
  if (include !== undefined) {
    if (lists.length > 0) throw new Error('a matrix of lists together with include is not known here');
    return include as Record<string, unknown>[];
  }
  return lists.reduce<Record<string, unknown>[]>(
    (rows, [name, values]) => rows.flatMap((row) => values.map((value) => ({ ...row, [name]: value }))),
    [{}],
  );
}

/** Runs the one job of a reusable workflow with what the caller gives it, in each row of its matrix. */
async function callWorkflow(call: Job, contexts: Contexts, run: JobRun): Promise<JobEnd> {
  const called = calledBy(call.uses ?? '');
  const { inputs, outputs = {} } = callableOf(called);
  const defaults = Object.fromEntries(Object.entries(inputs).map(([name, one]) => [name, one.default ?? '']));
  const given: Record<string, unknown> = { ...defaults, ...filled(call.with, contexts) };
  for (const [name, { type }] of Object.entries(inputs)) {
    if (type === 'boolean') given[name] = `${given[name]}` === 'true';
    if (type === 'number') given[name] = Number(given[name]);
  }
  const around: Contexts = { ...contexts, inputs: given, secrets: filled(call.secrets, contexts) };
  const jobs: Record<string, JobEnd> = {};
  for (const [id, job] of Object.entries(called.document.jobs)) {
    jobs[id] = { result: 'skipped', outputs: {} };
    for (const matrix of rowsOfCalled(job, around)) {
      const place = { ...around, matrix };
      if (holds(job.if, place)) jobs[id] = await runJob(job, place, run);
    }
  }
  const ends = Object.values(jobs).map(({ result }) => result);
  const result = ends.find((one) => one !== 'success') ?? 'success';
  const told = Object.entries(outputs).map(([name, { value }]) => [name, fillIn(value, { jobs })]);
  return { result, outputs: Object.fromEntries(told) };
}

/** The matrix of a reusable workflow, whose one list is an expression. */
function rowsOfCalled({ strategy }: Job, contexts: Contexts): Record<string, unknown>[] {
  const lists = Object.entries((strategy?.['matrix'] ?? {}) as Record<string, unknown>);
  const matrix = Object.fromEntries(lists.map(([name, list]) => [name, filledValue(list, contexts)]));
  return rowsOf({ strategy: { matrix } });
}

async function runJob(job: Job, contexts: Contexts, run: JobRun): Promise<JobEnd> {
  const { sandbox, done } = run;
  const env = filled(job.env, contexts);
  const steps: Record<string, { outputs: Record<string, string> }> = {};
  const environment = String(filledValue(job.environment ?? '', contexts));
  done.jobs.push({ runsOn: filledValue(job['runs-on'], contexts), environment });
  const { owner, name } = sandbox.world.repository;
  const { oidc } = sandbox.settings;
  const before = oidc.subject;
  if (environment !== '') oidc.subject = `repo:${owner}/${name}:environment:${environment}`;
  // What steps set for those after them.
  const exported: Record<string, string> = {};
  let failed = false;
  try {
    for (const step of job.steps ?? []) {
      const around = { ...contexts, env, steps };
      if (step.uses?.startsWith('actions/checkout@') || !runsAfter(step, around, failed)) continue;
      const stepEnv = { ...env, ...filled(step.env, around) };
      const end = await runStep(step, around, { ...run, env: stepEnv, exported });
      failed ||= end.failed;
      if (step.id !== undefined) steps[step.id] = { outputs: end.outputs };
    }
  } finally {
    oidc.subject = before;
  }
  return { result: failed ? 'failure' : 'success', outputs: filled(job.outputs, { ...contexts, steps }) };
}

/** Whether a step runs: where one failed, only those that say so. */
function runsAfter({ if: condition }: JobStep, contexts: Contexts, failed: boolean): boolean {
  const text = String(condition ?? '').replace(/^\s*\$\{\{(.*)\}\}\s*$/s, '$1');
  const status = /\b(?:failure|always|success)\(\)|!cancelled\(\)/g;
  if (!status.test(text)) return !failed && holds(condition, contexts);
  const told = text.replace(status, (word) => String(word === 'failure()' ? failed : word !== 'success()' || !failed));
  return holds(told, contexts);
}

interface StepEnd {
  failed: boolean;
  outputs: Record<string, string>;
}

type StepRun = JobRun & { env: Record<string, string>; exported: Record<string, string> };

async function runStep(step: JobStep, contexts: Contexts, run: StepRun): Promise<StepEnd> {
  const { sandbox, trigger, permissions, done, env, exported } = run;
  if (step.run !== undefined) return runScript(step.run, run);
  if (SIGN_IN_STEP.test(step.uses ?? '')) {
    if (permissions['id-token'] !== 'write') throw new Error('the job has no OIDC token');
    Object.assign(exported, await signIn(sandbox, filled(step.with, contexts)));
    return { failed: false, outputs: {} };
  }
  if (UPLOAD_STEP.test(step.uses ?? '')) {
    done.uploaded.push(filled(step.with, contexts)['path'] ?? '');
    return { failed: false, outputs: {} };
  }
  if (!ACTION_STEP.test(step.uses ?? '')) throw new Error(`${step.uses} is not the action`);
  const { contents, issues, 'pull-requests': pulls } = permissions;
  Object.assign(githubKnobs(sandbox.world), {
    permissions: JSON.parse(JSON.stringify({ contents, issues, 'pull-requests': pulls })),
    visibility: 'private',
  });
  const result = await runAction(sandbox, {
    inputs: filled(step.with, contexts),
    env: { ...(permissions['id-token'] === 'write' ? {} : NO_OIDC), ...trigger.env, ...exported, ...env },
    event: { name: trigger.event, payload: trigger.payload ?? {} },
  });
  done.runs.push(result);
  return { failed: result.exitCode !== 0, outputs: result.outputs };
}

/** A script, beside which this process goes on: it may serve what the script asks. */
async function runScript(script: string, { trigger, done, env, exported }: StepRun): Promise<StepEnd> {
  const around = { PATH: process.env['PATH'] ?? '', ...trigger.scripts, ...exported, ...env };
  const bash = ['bash', '--noprofile', '--norc', '-eo', 'pipefail', '-c', script];
  const { exitCode, stdout, stderr } = await runChild(bash, { env: around, cwd: trigger.scripts?.['HOME'] ?? '/tmp' });
  if (exitCode !== 0) throw new Error(`a script ended with ${exitCode}: ${stderr}`);
  done.printed.push(stdout);
  return { failed: false, outputs: {} };
}

function filled(values: Readonly<Record<string, unknown>> | undefined, contexts: Contexts): Record<string, string> {
  return Object.fromEntries(Object.entries(values ?? {}).map(([name, value]) => [name, fillIn(value, contexts)]));
}
