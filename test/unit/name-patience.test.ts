import { describe, expect, it } from 'vitest';
import type { Endpoint } from '../../src/aws/types.ts';
import { namePatience } from '../../src/operations/name-patience.ts';
import { claims, finished, NOW } from '../examples/finished.ts';

const MINUTE = 60_000;
const minutesAgo = (minutes: number) => NOW - minutes * MINUTE;
const DAYS = 5 * 24 * 60;

/** Seconds for which the name of an endpoint of days ago is asked for again, with what else is known of it. */
const secondsFor = (known: Partial<Endpoint>, fresh = false) =>
  namePatience(
    { ...finished.endpoint, privateDns: true, state: 'available', createdAt: minutesAgo(DAYS), tags: {}, ...known },
    { fresh, wallNow: NOW },
  ) / 1000;

describe('how long the name of an endpoint is asked for again', () => {
  // The seconds that a resolver of a VPC keeps an answer at most, and those that a verify may be slowed by.
  const [STALE, SETTLED] = [300, 30];
  const rows: [string, Partial<Endpoint>, boolean, number][] = [
    ['nothing tells of a change', {}, false, SETTLED],
    ['the run waited for something to change', {}, true, STALE],
    ['EC2 shows it as pending, so it is being changed', { state: 'pending' }, false, STALE],
    ['created a minute ago', { createdAt: minutesAgo(1) }, false, STALE],
    ['created just before half an hour ago', { createdAt: minutesAgo(29.9) }, false, STALE],
    ['created half an hour ago', { createdAt: minutesAgo(30) }, false, SETTLED],
    ['created in the future, by a clock that is wrong', { createdAt: minutesAgo(-60) }, false, STALE],
    ['EC2 does not tell when it was created', { createdAt: 0 }, false, SETTLED],
    ['claimed ten minutes ago', { tags: claims(['staging'], { hoursAgo: 1 / 6 }) }, false, STALE],
    ['claimed an hour ago', { tags: claims(['staging'], { hoursAgo: 1 }) }, false, SETTLED],
    [
      'one of its claims is of ten minutes ago',
      { tags: { ...claims(['a']), ...claims(['b'], { hoursAgo: 1 / 6 }) } },
      false,
      STALE,
    ],
    ['a claim that cannot be read', { tags: { 'cockroachdb-privatelink/claim/x': 'y' } }, false, SETTLED],
    ['private DNS is off', { privateDns: false }, false, 0],
    ['private DNS is off, and the run waited for something to change', { privateDns: false }, true, 0],
  ];
  it.each(rows)('%s', (_, known, fresh, seconds) => {
    expect(secondsFor(known, fresh)).toBe(seconds);
  });
});
