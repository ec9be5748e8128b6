import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect } from 'vitest';
import { firstContact } from '../../scripts/first-contact/contact.ts';
import type { RunAction } from '../../scripts/first-contact/life.ts';
import type { Request } from '../../scripts/first-contact/options.ts';
import type { Sheet, SheetRow } from '../../scripts/first-contact/sheet.ts';
import { memoryNetwork } from '../harness/memory-network.ts';
import { filledIn, pagePolicy } from '../harness/role-policies.ts';
import { ids, type MemorySandbox } from '../sandbox/index.ts';

const root = path.resolve(import.meta.dirname, '../..');

/** What a run of the command came to. */
export interface Contacted {
  readonly exitCode: number;
  readonly sheet: Sheet | undefined;
  /** The sheet for people; '' where none was written. */
  readonly page: string;
  readonly said: string;
  /** The recordings by their file: lines as they stand. */
  readonly recordings: Readonly<Record<string, readonly string[]>>;
  row(id: string): SheetRow;
}

interface Options {
  readonly cluster?: string;
  readonly request?: Partial<Request>;
  readonly agrees?: boolean;
  readonly runAction?: RunAction;
  /** Given the controller of the run's signal. */
  readonly onStart?: (stop: AbortController) => void;
}

/** Each run has a nonce of its own, as in reality: it is in its client tokens. */
let runs = 0;

/** No life is played in memory: the action runs in processes. */
const NO_LIFE: RunAction = () => Promise.reject(new Error('no run of the action was expected'));

/** Asks questions in memory, under the policy of the README for the role that changes. */
export async function contact(box: MemorySandbox, ask: readonly string[], options: Options = {}): Promise<Contacted> {
  const { cluster = ids.standardCluster, request = {}, agrees = true, runAction = NO_LIFE } = options;
  const parent = mkdtempSync(path.join(tmpdir(), 'contact-'));
  const folder = path.join(parent, 'out');
  const door = await box.openDoor('contact', filledIn(box, pagePolicy('policy'), ids.region));
  const time = box.time.forRun();
  runs += 1;
  const stop = new AbortController();
  options.onStart?.(stop);
  const lines: string[] = [];
  const inputs = { cluster, 'vpc-id': ids.vpc, 'aws-region': ids.region };
  try {
    const running = firstContact({
      env: {
        COCKROACH_API_KEY: ids.apiKey,
        AWS_ACCESS_KEY_ID: ids.accessKeyId,
        AWS_SECRET_ACCESS_KEY: ids.secretAccessKey,
        HOME: parent,
      },
      request: {
        ask,
        out: folder,
        consented: true,
        onlyQuestions: true,
        cleanUp: false,
        ...request,
        inputs: { ...inputs, ...request.inputs },
      },
      network: memoryNetwork({ door, clock: time.clock, inside: box.inside, awake: time.awake, isDead: () => false }),
      ...{
        clock: time.clock,
        signal: stop.signal,
        folder,
        nonce: String(runs).padStart(10, '0'),
        version: '0.0.0',
        runAction,
      },
      statusPage: readFileSync(path.join(root, 'docs/status.md'), 'utf8'),
      agrees: async () => agrees,
      say: (line) => void lines.push(line),
    });
    const exitCode = await box.time.drive(running);
    const sheet = optional(path.join(folder, 'sheet.json'));
    const found = sheet === '' ? undefined : (JSON.parse(sheet) as Sheet);
    return {
      ...{ exitCode, sheet: found, page: optional(path.join(folder, 'sheet.md')), said: lines.join('\n') },
      recordings: recordingsIn(folder),
      row(id) {
        const row = found?.rows.find((one) => one.id === id);
        if (row === undefined) throw new Error(`the sheet has no row ${id}\n${lines.join('\n')}`);
        return row;
      },
    };
  } finally {
    time.end();
    rmSync(parent, { recursive: true, force: true });
  }
}

function recordingsIn(folder: string): Record<string, readonly string[]> {
  const names = optional(path.join(folder, 'sheet.json')) === '' ? [] : readdirSync(folder);
  const files = names.filter((name) => name.endsWith('.jsonl'));
  return Object.fromEntries(
    files.map((name) => [name, readFileSync(path.join(folder, name), 'utf8').trimEnd().split('\n')]),
  );
}

function optional(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}

/** Nothing of a question is left, and every request stayed within what its role may do. */
export function expectAllRemoved(box: MemorySandbox, cluster: string, { sheet, said }: Contacted): void {
  expect(
    box.world.endpoints((one) => !['deleting', 'deleted'].includes(one.state)),
    said,
  ).toEqual([]);
  expect(
    box.world.groups((one) => one.name !== 'default'),
    said,
  ).toEqual([]);
  expect(box.world.connections(cluster), said).toEqual([]);
  expect(sheet?.remaining, said).toBe(0);
  expect(box.requests.filter(({ errorCode }) => errorCode === 'UnauthorizedOperation')).toEqual([]);
}
