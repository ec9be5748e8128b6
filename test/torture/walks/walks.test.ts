import fc from 'fast-check';
import { expect, it } from 'vitest';
import { TORTURE } from '../../harness/torture.ts';
import { tally } from '../tally.ts';
import { FOUND } from './found.ts';
import { playWalk } from './play.ts';
import { walks } from './walk.ts';

const WALKS = Number(process.env['WALKS'] ?? (TORTURE ? 10_000 : 150));
/** `SEED` repeats the walks of a run; without it they are others each time under torture, and always the same otherwise. */
const SEED = Number(process.env['SEED'] ?? (TORTURE ? Date.now() % 1_000_000 : 11));

it('from wherever runs, faults and hands have led, ensure mends or names what is in the way, and delete leaves nothing', {
  timeout: 3 * 3_600_000,
}, async ({ task }) => {
  const ends = { whole: 0, blocked: 0 };
  await fc.assert(
    fc.asyncProperty(walks, async (walk) => {
      ends[await playWalk(walk)] += 1;
    }),
    { numRuns: WALKS, seed: SEED },
  );
  console.log(`walks with seed ${SEED}: ${JSON.stringify(ends)}`);
  tally(task, WALKS);
  // A walk that ends at a blocker proves less: they are the fewer.
  expect(ends.whole).toBeGreaterThan(ends.blocked);
});

it.for(FOUND)('no more: $what', async ({ walk }) => {
  await playWalk(walk);
});
