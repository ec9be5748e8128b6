import { expect, it } from 'vitest';
import { matrix, verifyMany } from '../../scripts/bench/scale.ts';

it('many clusters are read at the pace that the Cloud API allows: three requests for each, one list, none refused', async () => {
  const clusters = 40;
  const found = await verifyMany(clusters);
  expect(found).toMatchObject({ cloudRequests: 3 * clusters + 1, throttled: 0 });
  expect(found.seconds).toBeGreaterThanOrEqual(found.boundSeconds - 0.1);
});

it.each([
  { what: 'first runs of one cluster each, which share an endpoint', clusters: undefined },
  { what: 'checks of ten clusters each', clusters: 10 },
])(
  '20 jobs with one service account, $what: all end well, and after 10 s at most 2 % is refused',
  async ({ clusters }) => {
    const found = await matrix(20, clusters);
    expect(found.done).toBe(20);
    expect(found.refusedLater).toBeLessThanOrEqual(0.02);
    // What they ask anyway, and not much more: three requests each and the polls, or a list and three for each cluster.
    expect(found.cloudRequests).toBeGreaterThan(clusters === undefined ? 80 : 619);
    expect(found.cloudRequests).toBeLessThan(clusters === undefined ? 400 : 1_000);
  },
);
