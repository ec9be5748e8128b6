// Runs that are recorded, and what their recordings must hold.
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect } from 'vitest';
import { checkRecording } from '../../scripts/recording/check.ts';
import { type Exchange, type RecordingFile, readRecordingText } from '../../scripts/recording/read.ts';
import { type RunOptions, runAction } from '../harness/run-action.ts';
import type { RunResult } from '../harness/step.ts';
import { ids, type LoggedRequest, type Sandbox } from '../sandbox/index.ts';
import { step } from './run.ts';

export interface RecordedRun {
  readonly result: RunResult;
  readonly text: string;
  readonly recording: RecordingFile;
}

/** Runs a step with a recording, which is checked for everything that the world has. */
export async function recordedRun(
  box: Sandbox,
  inputs: Record<string, string> = {},
  options: Omit<RunOptions, 'inputs'> = {},
): Promise<RecordedRun> {
  const folder = mkdtempSync(join(tmpdir(), 'recordings-'));
  try {
    const result = await runAction(box, {
      ...options,
      inputs: step({ ...inputs, record: join(folder, 'run.jsonl') }),
      env: { RUNNER_TEMP: folder, ...options.env },
    });
    expect(readdirSync(folder).filter((name) => name.endsWith('.jsonl'))).toEqual(['run.jsonl']);
    const text = readFileSync(join(folder, 'run.jsonl'), 'utf8');
    const recording = readRecordingText(text, 'the recording');
    expect(checkRecording(recording, namesOfWorld(box))).toEqual([]);
    return { result, text, recording };
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Everything by which the world of a sandbox can be told from another: IDs, names, addresses, secrets. */
export function namesOfWorld(box: Sandbox): string[] {
  const { secretsSoFar, world } = { secretsSoFar: box.secrets(), world: box.world };
  const rows = JSON.stringify(Object.values(world.tables).map((table) => [...table.values()]));
  const shapes = [
    /[a-z]+(?:-[a-z]+)*-[0-9a-f]{17}/g,
    /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g,
    /\b\d{12}\b/g,
    /\b(?:10|100|172|192)(?:\.\d{1,3}){3}/g,
    /[a-z0-9-]+-(?:x1y|9z8)/g,
  ];
  const found = shapes.flatMap((shape) => rows.match(shape) ?? []);
  const { standardName, advancedName, secondStandardName, repositoryId, apiKey, role } = ids;
  const names = [standardName, advancedName, secondStandardName, repositoryId, apiKey, role.split('/').at(-1) ?? ''];
  const people = ['acme', 'shop', 'octocat', '600000001', '583231', '0123456789abcdef0123456789abcdef01234567'];
  return [...new Set([...found, ...names, ...people, ...secretsSoFar])];
}

const SERVICES: Readonly<Record<string, string>> = { oidc: 'github-token' };

/** Whether an exchange is of this request, as the sandbox saw it. */
function isOf(request: LoggedRequest, { service, call, status, error }: Exchange): boolean {
  if ((SERVICES[request.service] ?? request.service) !== service) return false;
  const isAnswer = request.status === 0 ? error !== undefined : status === request.status;
  if (service === 'github-token') return isAnswer;
  const pattern = call
    .split(/(\{[a-z]+\})/)
    .map((part) => (part.startsWith('{') ? '[^/]+' : part.replace(/[^\w\s]/g, '\\$&')))
    .join('');
  return isAnswer && new RegExp(`^${pattern}$`).test(request.action);
}

/** Every request is in the recording and nothing else is; those that change something are in their order. */
export function expectEveryRequest({ result, recording }: RecordedRun): void {
  const left = [...recording.exchanges];
  const missing = result.requests.filter((request) => {
    const at = left.findIndex((one) => isOf(request, one));
    if (at >= 0) left.splice(at, 1);
    return at < 0;
  });
  expect({
    missing: missing.map(told),
    left: left.map(({ n, call, status, error }) => ({ n, call, status, error })),
  }).toEqual({
    missing: [],
    left: [],
  });
  const changes = result.requests.filter(
    ({ mutating, service }) => mutating && service !== 'sts' && service !== 'oidc',
  );
  const numbered = [...recording.exchanges].toSorted((a, b) => a.n - b.n);
  let from = 0;
  for (const change of changes) {
    const at = numbered.findIndex((one, index) => index >= from && isOf(change, one));
    expect(at, `${told(change)} in its order`).toBeGreaterThanOrEqual(0);
    from = at + 1;
  }
}

const told = ({ service, action, status }: LoggedRequest) => `${service} ${action} ${status}`;

/** The last line says how the run ended, in the shapes of its outputs. */
export function expectEnd({ result, recording }: RecordedRun): void {
  const { end, exchanges } = recording;
  expect(end?.exit).toBe(result.exitCode);
  const words = [
    'status',
    'error-code',
    'changed',
    'created',
    'drift-count',
    'plan-count',
    'endpoint-state',
    'connection-status',
  ];
  for (const name of words) expect([name, end?.outputs[name]]).toEqual([name, result.outputs[name] ?? '']);
  expect(Object.keys(end?.outputs ?? {}).toSorted()).toEqual(Object.keys(result.outputs).toSorted());
  expect(exchanges.map(({ n }) => n).toSorted((a, b) => a - b)).toEqual(exchanges.map((_, at) => at + 1));
  for (const { n, after = [], start, ms } of exchanges as (Exchange & { after?: number[] })[]) {
    expect(after.every((one) => one < n)).toBe(true);
    expect(start >= 0 && ms >= 0).toBe(true);
    // Every exchange that it followed had ended before it began.
    for (const one of after) {
      const before = exchanges.find((other) => other.n === one);
      expect((before?.start ?? 0) + (before?.ms ?? 0)).toBeLessThanOrEqual(start + 0.2);
    }
  }
  expect(result.log).toContain(`Recording of ${exchanges.length} request`);
}
