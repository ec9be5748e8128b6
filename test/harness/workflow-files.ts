import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { parse } from 'yaml';
import { fencedBlocks } from './fenced-blocks.ts';

export interface WorkflowFile {
  /** Path from the root of the repository, with slashes. */
  name: string;
  text: string;
  document: Workflow;
}

export interface Workflow {
  name?: string;
  on: Record<string, unknown> | string | string[];
  permissions?: Record<string, string>;
  concurrency?: Record<string, unknown>;
  jobs: Record<string, Job>;
}

export interface Job {
  name?: string;
  if?: string;
  uses?: string;
  with?: Record<string, unknown>;
  secrets?: Record<string, unknown>;
  permissions?: Record<string, string>;
  concurrency?: { group: string; 'cancel-in-progress': unknown; queue?: string };
  'timeout-minutes'?: number | string;
  'runs-on'?: unknown;
  environment?: string;
  needs?: string | string[];
  outputs?: Record<string, string>;
  env?: Record<string, string>;
  strategy?: Record<string, unknown>;
  steps?: JobStep[];
}

export interface JobStep {
  id?: string;
  uses?: string;
  if?: string;
  run?: string;
  with?: Record<string, unknown>;
  env?: Record<string, unknown>;
}

/** `workflow_call` of a reusable workflow. */
export interface Callable {
  inputs: Record<string, { type: string; required?: boolean; default?: unknown; description: string }>;
  secrets: Record<string, { required?: boolean }>;
  outputs?: Record<string, { value: string }>;
}

const root = path.resolve(import.meta.dirname, '../..');
/** How callers name the repository of the action until it has a home. */
export const ACTION = 'OWNER/cockroachdb-privatelink-action';

/** The workflows of a folder of the repository. */
export function workflowsIn(folder: string): WorkflowFile[] {
  return readdirSync(path.join(root, folder))
    .filter((file) => file.endsWith('.yml'))
    .map((file) => workflowOf(`${folder}/${file}`, readFileSync(path.join(root, folder, file), 'utf8')));
}

/** The YAML blocks of a page: workflows, each whole. */
export function workflowsOf(page: string): WorkflowFile[] {
  return fencedBlocks(page)
    .filter(({ language }) => language === 'yaml')
    .map(({ key, text }) => workflowOf(`${key.replace('.md#', '-')}.yml`, text));
}

function workflowOf(name: string, text: string): WorkflowFile {
  return { name, text, document: parse(text) as Workflow };
}

export const reusableWorkflows = () =>
  workflowsIn('.github/workflows').filter(({ document }) => Object.hasOwn(document.on as object, 'workflow_call'));

export function callableOf({ document }: WorkflowFile): Callable {
  return (document.on as { workflow_call: Callable }).workflow_call;
}

/** The reusable workflow of this repository that a job calls. */
export function calledBy(uses: string): WorkflowFile {
  const [file] = uses.replace(`${ACTION}/`, '').split('@');
  const called = reusableWorkflows().find(({ name }) => name === file);
  if (called === undefined) throw new Error(`${uses} is no workflow of ours`);
  return called;
}
