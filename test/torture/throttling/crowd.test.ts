import { beforeAll, describe, expect, it } from 'vitest';
import { crowd, seedWithVpcs, vpcId } from '../../../scripts/bench/scale.ts';
import { TORTURE } from '../../harness/torture.ts';
import { standardWorld, startSandbox } from '../../sandbox/index.ts';
import { expectSuccess } from '../../support/paths.ts';
import { run } from '../../support/run.ts';
import { tally } from '../tally.ts';

const RUNS = 20;
/** Other jitter each time. */
const ROUNDS = TORTURE ? 10 : 1;
/** Requests of one run that it would not send if it were alone: tries that are refused, and looks at what comes later. */
const MOST_BEYOND = 15;
/** Tries of one endpoint write. */
const MOST_REFUSED_WRITES = 8;

// The first run loads code, which takes real time while virtual time does not stand still.
beforeAll(() => crowd(1).then(undefined, () => undefined));

describe(`${RUNS} first runs at once in one account and with one API key`, () => {
  it.for(
    [
      { what: 'have the rate of the account for themselves', elsewhere: 0 },
      { what: 'share the rate of the organization with other accounts', elsewhere: 0.5 },
    ].slice(0, TORTURE ? 2 : 1),
  )(
    'all end well where they $what, with few requests beyond the minimum',
    { timeout: 600_000 },
    async ({ elsewhere }, { task }) => {
      const { requests: alone } = await crowd(1);
      const beyond: number[] = [];
      for (let round = 0; round < ROUNDS; round += 1) {
        const all = await crowd(RUNS, elsewhere);
        expect(all.done).toBe(RUNS);
        // What is bounded here did happen.
        expect(all.refused.ec2).toBeGreaterThan(0);
        expect(all.refused.cloud).toBeGreaterThan(0);
        expect(all.throttled.endpointWrites.most).toBeLessThanOrEqual(MOST_REFUSED_WRITES * (1 + elsewhere));
        beyond.push((all.requests - RUNS * alone) / RUNS);
        expect(all.makespanSeconds).toBeLessThan(1.5 * all.boundSeconds);
      }
      console.log(
        `requests beyond the ${alone} of a run alone, for each run: ${beyond.map((one) => one.toFixed(1)).join(' ')}`,
      );
      expect(Math.max(...beyond)).toBeLessThanOrEqual(MOST_BEYOND);
      tally(task, RUNS * ROUNDS);
    },
  );

  it.runIf(TORTURE)(
    'of a hundred at once all end well too, near the pace of the bucket',
    { timeout: 600_000 },
    async ({ task }) => {
      const all = await crowd(100);
      expect(all.done).toBe(100);
      // Almost every one has at most eight.
      expect(all.throttled.endpointWrites.most).toBeLessThanOrEqual(9);
      expect(all.makespanSeconds).toBeLessThan(1.25 * all.boundSeconds);
      tally(task, 100);
    },
  );

  it.runIf(TORTURE)('all end well as processes of their own', { timeout: 600_000 }, async ({ task }) => {
    // Slow, so that twenty processes starting on few processors are not taken for servers that do not answer.
    const box = await startSandbox({ ...standardWorld(), world: seedWithVpcs(RUNS), rate: 4 });
    try {
      const results = await Promise.all(
        Array.from({ length: RUNS }, (_, index) => run(box, { 'vpc-id': vpcId(index) }, { timeoutMs: 400_000 })),
      );
      for (const result of results) expectSuccess(result);
      expect(box.world.endpoints().map((one) => [one.vpcId, one.state, one.privateDnsEnabled])).toEqual(
        expect.arrayContaining(Array.from({ length: RUNS }, (_, index) => [vpcId(index), 'available', true])),
      );
      expect(box.world.endpoints()).toHaveLength(RUNS);
      const refused = box.requests.filter((one) => one.status === 429 || one.status === 503).length;
      expect(refused).toBeGreaterThan(0);
      console.log(`${box.requests.length} requests of ${RUNS} processes, ${refused} of them refused for their rate`);
      expect(refused / RUNS).toBeLessThanOrEqual(MOST_BEYOND);
      tally(task, RUNS);
    } finally {
      await box.close();
    }
  });
});
