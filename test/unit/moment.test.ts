import { expect, it } from 'vitest';
import {
  earliest,
  elapsedAtLeast,
  elapsedAtMost,
  isTooLate,
  type Moment,
  overAt,
  refuseLate,
  wallTime,
} from '../../src/support/moment.ts';

const at = (mono: number, wall: number): Moment => ({ mono, wall: wallTime(wall) });
const clockAt = ({ mono, wall }: Moment) => ({ now: () => mono, wall: () => wall });

it.each([
  { what: 'both clocks go on alike', now: at(60_000, 60_000), most: 60_000, least: 60_000 },
  { what: 'the machine was suspended', now: at(1_000, 61_000), most: 61_000, least: 1_000 },
  { what: 'the wall clock stepped ahead', now: at(5_000, 3_605_000), most: 3_605_000, least: 5_000 },
  { what: 'the wall clock stepped back', now: at(5_000, -55_000), most: 5_000, least: -54_998 },
])('a deadline goes by the clock that says more, a wait by the one that says less: $what', ({ now, most, least }) => {
  const since = at(0, 0);
  expect([elapsedAtMost(since, now), elapsedAtLeast(since, now)]).toEqual([most, least]);
});

it('a wait is over when the slower clock has caught up', () => {
  expect(overAt(at(0, 0), 60_000, at(10_000, 10_000))).toBe(60_000);
  expect(overAt(at(0, 0), 60_000, at(10_000, -50_000))).toBe(10_000 + 110_000 - 2);
});

it('a decision that rests on several reads is as old as the oldest by either clock', () => {
  expect(earliest([at(1, 9), at(5, 2)])).toEqual(at(1, 2));
});

it.each([
  { now: at(5_000, 5_000), refused: false },
  { now: at(5_001, 0), refused: true },
  { now: at(0, 5_001), refused: true },
])('a request is refused once its decision is too old by either clock', ({ now, refused }) => {
  const limit = { since: at(0, 0), ms: 5_000 };
  let error: unknown;
  try {
    refuseLate(limit, clockAt(now));
  } catch (thrown) {
    error = thrown;
  }
  expect([error !== undefined, isTooLate(error)]).toEqual([refused, refused]);
  expect(() => refuseLate(undefined, clockAt(now))).not.toThrow();
});
