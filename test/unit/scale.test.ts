import { expect, it } from 'vitest';
import { crowd, verifyMany } from '../../scripts/bench/scale.ts';

it('many first runs at once all end well, and none comes back to a full bucket more than a few times', async () => {
  const { runs, done, throttled } = await crowd(12);
  expect(done).toBe(runs);
  // Twelve ask for what the bucket has four of.
  expect(throttled.endpointWrites.most).toBeGreaterThan(0);
  expect(throttled.endpointWrites.most).toBeLessThanOrEqual(8);
});

it('many clusters are read at the pace that the Cloud API allows: three requests for each, one list, none refused', async () => {
  const clusters = 40;
  const found = await verifyMany(clusters);
  expect(found).toMatchObject({ cloudRequests: 3 * clusters + 1, throttled: 0 });
  expect(found.seconds).toBeGreaterThanOrEqual(found.boundSeconds - 0.1);
});
