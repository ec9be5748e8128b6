import { afterEach, expect, it, vi } from 'vitest';
import { systemClock } from '../../src/support/clock.ts';

const HOUR = 3_600_000;

afterEach(() => void vi.restoreAllMocks());

it.each([
  { what: 'back', step: -HOUR },
  { what: 'ahead', step: HOUR },
])('a wall clock that steps $what moves the time of the run not at all', ({ step }) => {
  const [before, wallBefore] = [systemClock.now(), systemClock.wall()];
  vi.spyOn(Date, 'now').mockReturnValue(wallBefore + step);
  expect(Math.abs(systemClock.now() - before)).toBeLessThan(60_000);
  expect(systemClock.wall() - wallBefore).toBe(step);
});
