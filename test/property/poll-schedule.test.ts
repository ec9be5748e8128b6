import fc from 'fast-check';
import { expect, it } from 'vitest';
import type { ChangeKind } from '../../src/reconcile/model/plan.ts';
import { nextLook, type Pace } from '../../src/reconcile/poll-schedule.ts';

const kinds: (ChangeKind | undefined)[] = [
  ...(['cluster', 'service', 'acceptance', 'available', 'private-dns'] as const),
  ...(['connection', 'connection-behind', 'deletion', undefined] as const),
];
const paces: Pace[] = ['unknown', 'quick', 'usual'];

/** When a wait is looked at within its first ten seconds; what else is known may be another thing at each look. */
function looks(steps: readonly { pace: Pace; jitter: number }[], kind: ChangeKind | undefined, requests: number) {
  const ages: number[] = [];
  let age = 0;
  for (const { pace, jitter } of steps) {
    age += nextLook({ kind, age, pace, requests }) * jitter;
    if (age > 10) return ages;
    ages.push(age);
  }
  return ages;
}

const step = fc.record({
  pace: fc.constantFrom(...paces),
  jitter: fc.oneof(fc.constantFrom(0.95, 1.05), fc.double({ min: 0.95, max: 1.05, noNaN: true })),
});
const steps = fc.array(step, { minLength: 60, maxLength: 60 });

it('the first ten seconds of a wait take at most 25 requests, whatever it is for and however AWS has been', () => {
  fc.assert(
    fc.property(fc.constantFrom(...kinds), fc.integer({ min: 1, max: 25 }), steps, (kind, requests, all) => {
      expect(looks(all, kind, requests).length * requests).toBeLessThanOrEqual(25);
    }),
    { numRuns: 2_000 },
  );
});

it('where one look takes more than that, there is one', () => {
  fc.assert(
    fc.property(fc.constantFrom(...kinds), fc.integer({ min: 26, max: 500 }), steps, (kind, requests, all) => {
      expect(looks(all, kind, requests).length).toBeLessThanOrEqual(1);
    }),
  );
});

it('no wait is put off for good: the longest pause is the one before an endpoint or connection usually shows', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...kinds),
      fc.integer({ min: 1, max: 500 }),
      fc.double({ min: 0, max: 3_600, noNaN: true }),
      fc.constantFrom(...paces),
      (kind, requests, age, pace) => {
        const pause = nextLook({ kind, age, pace, requests });
        expect(pause).toBeGreaterThan(0);
        expect(pause).toBeLessThanOrEqual(kind === 'connection-behind' ? 180 : 60);
      },
    ),
  );
});
