import { expect, type TestContext } from 'vitest';
import { TORTURE } from '../harness/torture.ts';
import { type Sandbox, startSandbox } from '../sandbox/index.ts';
import { tally } from './tally.ts';
import { prepare, type Work } from './works.ts';

/** Slower than in other scenarios: the action's time-outs run on this clock too, and several runs share the machine. */
const RATE = 8;
/** More at once would only make each other late. */
export const MOST_AT_ONCE = 3;

/** One case of a matrix. */
export interface Case {
  name: string;
  /** Throws where the case does not come out right; false where it did not come about. */
  play(): Promise<boolean>;
}

/** Plays all cases, a few at a time, counts them, and fails with those that failed. */
export async function playAll(task: TestContext['task'], cases: readonly Case[], atOnce = MOST_AT_ONCE): Promise<void> {
  const failed: string[] = [];
  let tried = 0;
  const left = [...cases];
  async function worker(): Promise<void> {
    for (let one = left.shift(); one !== undefined; one = left.shift()) {
      try {
        if (await one.play()) tried += 1;
      } catch (error) {
        tried += 1;
        failed.push(`${one.name}: ${error instanceof Error ? error.message : String(error)}`);
      }
    }
  }
  await Promise.all(Array.from({ length: atOnce }, worker));
  tally(task, tried, tried - failed.length);
  if (failed.length > 0) throw new Error(failed.join('\n\n'));
  // How often a wait looks differs from run to run, so the last requests of one may be missing in another.
  expect(cases.length - tried, 'cases that did not come about').toBeLessThanOrEqual(TORTURE ? cases.length / 4 : 0);
}

/** Plays one case in a world of its own, as the work finds it. */
export async function inWorld<T>(work: Work, play: (box: Sandbox) => Promise<T>, rate = RATE): Promise<T> {
  const box = await startSandbox({ rate, ...work.world() });
  try {
    prepare(box, work);
    return await play(box);
  } finally {
    await box.close();
  }
}
