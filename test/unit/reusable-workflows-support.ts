import { readInputs } from '../../src/inputs/inputs.ts';
import { isActionError } from '../../src/support/errors.ts';
import { type Contexts, filledValue, fillIn } from '../harness/expressions.ts';
import { callableOf, type Job, reusableWorkflows, type WorkflowFile } from '../harness/workflow-files.ts';

export const files = reusableWorkflows();

/** The reusable workflow of this name. */
export const fileOf = (name: string): WorkflowFile => {
  const file = files.find((one) => one.name === `.github/workflows/${name}.yml`);
  if (file === undefined) throw new Error(`no reusable workflow ${name}`);
  return file;
};
/** Its one job. */
export const jobOf = ({ document }: WorkflowFile): Job => {
  const [job, ...more] = Object.values(document.jobs);
  if (job === undefined || more.length > 0) throw new Error('a reusable workflow has one job');
  return job;
};
/** What that job's last step gives the action. */
export const stepOf = (file: WorkflowFile) => jobOf(file).steps?.at(-1)?.with ?? {};

/** Contexts of a run for an event, as GitHub gives them. */
export function eventOf(
  name: string,
  event: Record<string, unknown> = {},
  github: Record<string, unknown> = {},
): Contexts {
  const repository = { fork: false, ...(event['repository'] as object | undefined) };
  return {
    github: {
      event_name: name,
      repository: 'acme/shop',
      ref: 'refs/heads/main',
      ref_name: 'main',
      ref_type: 'branch',
      ...github,
      event: { ...event, repository },
    },
  };
}

export function pullEvent(action: string, { from = 'acme/shop', by = 'octocat' } = {}): Contexts {
  const pull = { head: { repo: from === '' ? null : { full_name: from } }, user: { login: by } };
  const event = { action, number: 12, pull_request: pull };
  return eventOf('pull_request', event, { ref_name: '12/merge', ref: 'refs/pull/12/merge' });
}
export const pushEvent = (branch: string, type = 'branch') =>
  eventOf('push', { ref: `refs/heads/${branch}` }, { ref_name: branch, ref_type: type });
export const deleteEvent = (ref: string, type = 'branch') => eventOf('delete', { ref, ref_type: type });

function defaultsOf(file: WorkflowFile): Record<string, unknown> {
  return Object.fromEntries(Object.entries(callableOf(file).inputs).map(([name, one]) => [name, one.default ?? '']));
}

/** Where the job of a reusable workflow runs, and how long at most. */
export function placeOf(file: WorkflowFile, given: Record<string, unknown>) {
  const contexts: Contexts = { inputs: { ...defaultsOf(file), ...given } };
  const job = jobOf(file);
  return {
    runsOn: filledValue(job['runs-on'], contexts),
    environment: filledValue(job.environment, contexts),
    minutes: filledValue(job['timeout-minutes'], contexts),
  };
}

/** What the step of a reusable workflow is given: all of its inputs filled in. */
export function givenBy(
  file: WorkflowFile,
  inputs: Record<string, unknown>,
  contexts: Contexts,
): Record<string, string> {
  const all: Contexts = {
    matrix: {},
    ...contexts,
    inputs: { ...defaultsOf(file), ...inputs },
    secrets: { 'cockroach-api-key': 'CCDB1_key' },
  };
  const fill = (values: Record<string, unknown>, more: Contexts) =>
    Object.fromEntries(Object.entries(values).map(([name, value]) => [name, fillIn(value, more)]));
  const env = fill(jobOf(file).env ?? {}, all);
  const group = fillIn(jobOf(file).concurrency?.group, all).replace(/\s+/g, ' ').trim();
  return { ...fill(stepOf(file), { ...all, env }), group };
}

/** Mistakes in inputs, as the action itself finds them. */
export function mistakesIn({ group: _, ...values }: Record<string, string>): string[] {
  try {
    readInputs((name) => (values[name] ?? '').trim(), {});
    return [];
  } catch (error) {
    if (!isActionError(error)) throw error;
    return [error.message, ...error.details];
  }
}

export const settings = {
  cluster: 'orders',
  'aws-region': 'us-east-1',
  'role-to-assume': 'arn:aws:iam::111122223333:role/privatelink',
  'vpc-id': 'vpc-0123456789abcdef0',
};
