import { expect, type TestContext } from 'vitest';
import { TORTURE } from '../harness/torture.ts';
import type { Sandbox } from '../sandbox/index.ts';
import { inMemory } from '../support/in-memory.ts';
import { tally } from './tally.ts';
import { prepare, type Work } from './works.ts';

/** One case of a matrix. */
export interface Case {
  name: string;
  /** Throws where the case does not come out right; false where it did not come about. */
  play(): Promise<boolean>;
}

/** Plays all cases one after the other, counts them, and fails with those that failed. */
export async function playAll(task: TestContext['task'], cases: readonly Case[]): Promise<void> {
  const failed: string[] = [];
  let tried = 0;
  for (const one of cases) {
    try {
      if (await one.play()) tried += 1;
    } catch (error) {
      tried += 1;
      failed.push(`${one.name}: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  tally(task, tried, tried - failed.length);
  if (failed.length > 0) throw new Error(failed.join('\n\n'));
  // How often a wait looks differs from run to run, so the last requests of one may be missing in another.
  expect(cases.length - tried, 'cases that did not come about').toBeLessThanOrEqual(TORTURE ? cases.length / 4 : 0);
}

/** Plays one case in a world of its own, as the work finds it. */
export function inWorld<T>(work: Work, play: (box: Sandbox) => Promise<T>): Promise<T> {
  return inMemory(work.world(), (box) => {
    prepare(box, work);
    return play(box);
  });
}
