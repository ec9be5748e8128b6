import { setImmediate as turn } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { mapConcurrent } from '../../src/support/map-concurrent.ts';

it('gives the results in the order of the items, with no more at once than asked for', async () => {
  let busy = 0;
  let most = 0;
  const results = await mapConcurrent([3, 1, 2, 5, 4], 2, async (turns) => {
    busy += 1;
    most = Math.max(most, busy);
    for (let count = 0; count < turns; count += 1) await turn();
    busy -= 1;
    return turns * 10;
  });
  expect(results).toEqual([30, 10, 20, 50, 40]);
  expect(most).toBe(2);
});

it('begins nothing more after a failure, and throws the first', async () => {
  const begun: number[] = [];
  const work = mapConcurrent([0, 1, 2, 3, 4, 5], 2, async (item) => {
    begun.push(item);
    await turn();
    if (item === 1) throw new Error('one failed');
    await turn();
  });
  await expect(work).rejects.toThrow('one failed');
  for (let count = 0; count < 5; count += 1) await turn();
  expect(begun).toEqual([0, 1]);
});

it('has nothing to do for no items', async () => {
  expect(await mapConcurrent([], 8, async () => 1)).toEqual([]);
});
