import { expect, it } from 'vitest';
import { matrix, verifyMany } from '../../scripts/bench/scale.ts';

it('many clusters are read at the pace that the Cloud API allows: three requests for each, one list, none refused', async () => {
  const clusters = 40;
  const found = await verifyMany(clusters);
  expect(found).toMatchObject({ cloudRequests: 3 * clusters + 1, throttled: 0 });
  expect(found.seconds).toBeGreaterThanOrEqual(found.boundSeconds - 0.1);
});

// What they ask anyway, and how much more at most: `ensure` 4 requests for one cluster, 7 for two, and the polls; `verify` a
// list and 3 for each cluster.
it.each([
  { jobs: 20, operation: 'ensure', clusters: 1, least: 80, most: 400 },
  { jobs: 20, operation: 'ensure', clusters: 2, least: 140, most: 560 },
  { jobs: 30, operation: 'ensure', clusters: 1, least: 120, most: 600 },
  { jobs: 20, operation: 'verify', clusters: 10, least: 620, most: 1_000 },
] as const)(
  '$jobs jobs with one service account, $operation of $clusters each: all end well, and after 10 s at most 2 % is refused',
  async ({ jobs, operation, clusters, least, most }) => {
    const found = await matrix(jobs, { operation, clusters });
    expect(found.done).toBe(jobs);
    expect(found.refusedLater).toBeLessThanOrEqual(0.02);
    expect(found.cloudRequests).toBeGreaterThanOrEqual(least);
    expect(found.cloudRequests).toBeLessThanOrEqual(most);
  },
);
