import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
// What the product loads when it needs it is loaded here before any run: no virtual time may pass meanwhile.
import '@actions/github';
import '../../src/aws/open.ts';
import '../../src/github/api.ts';
import '../../src/github/comment.ts';
import '../../src/github/drift-issue.ts';
import '../../src/github/live-refs.ts';
import '../../src/operations/delete.ts';
import '../../src/operations/sweep/sweep.ts';
import '../../src/operations/verify.ts';
import '../../src/reconcile/apply/apply.ts';
import '../../src/recorder/start.ts';
import { type MemorySandbox, openSandbox, type SandboxOptions } from '../sandbox/index.ts';
import { runInMemory } from './run-in-memory.ts';
import type { RunResult, StepOptions } from './step.ts';

/** A run to record. */
export interface Play extends Pick<StepOptions, 'inputs' | 'event' | 'killAtRequest' | 'signalAt'> {
  readonly world: SandboxOptions;
  /** Variables of the step. */
  readonly env?: Record<string, string>;
  /** What happened before the run. */
  before?(box: MemorySandbox): unknown;
}

export interface RecordedPlay {
  readonly result: RunResult;
  /** The recording. */
  readonly text: string;
}

let warm = false;

/**
 * Records a run of `src/` against the sandbox in memory, on virtual time. Needs no test runner. Not to be used twice at
 * once: Date shows the time of the sandbox meanwhile.
 */
export async function recordInMemory(play: Play): Promise<RecordedPlay> {
  if (!warm) {
    warm = true;
    // The first run reads the SDK's files in the machine's time.
    await record(play);
  }
  return record(play);
}

async function record({ world, env = {}, before, ...step }: Play): Promise<RecordedPlay> {
  const folder = mkdtempSync(join(tmpdir(), 'recorded-'));
  const file = join(folder, 'run.jsonl');
  const date = movableDate();
  const chance = Math.random;
  Math.random = repeatable();
  try {
    const box = openSandbox(world, date.set);
    await before?.(box);
    const inputs = { ...step.inputs, record: file };
    const result = await runInMemory(box, {
      ...step,
      inputs,
      env: { ...env, RUNNER_TEMP: folder, GITHUB_WORKSPACE: folder },
      forgiving: true,
    });
    return { result, text: readFileSync(file, 'utf8') };
  } finally {
    Math.random = chance;
    date.restore();
    rmSync(folder, { recursive: true, force: true });
  }
}

/** The global Date with a time that is set. */
function movableDate(): { set(now: number): void; restore(): void } {
  const Real = Date;
  let time = Real.now();
  class Moved extends Real {
    constructor(...args: [] | [string | number | Date]) {
      if (args.length === 0) super(time);
      else super(...args);
    }
    static override now(): number {
      return time;
    }
  }
  globalThis.Date = Moved as DateConstructor;
  return {
    set(now) {
      time = now;
    },
    restore() {
      globalThis.Date = Real;
    },
  };
}

/** Numbers from 0 to 1, always the same ones. */
function repeatable(): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return state / 2 ** 32;
  };
}
