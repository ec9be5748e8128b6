import { expect, it } from 'vitest';
import { verifyMany } from '../../scripts/bench/scale.ts';

it('many clusters are read at the pace that the Cloud API allows: three requests for each, one list, none refused', async () => {
  const clusters = 40;
  const found = await verifyMany(clusters);
  expect(found).toMatchObject({ cloudRequests: 3 * clusters + 1, throttled: 0 });
  expect(found.seconds).toBeGreaterThanOrEqual(found.boundSeconds - 0.1);
});
