import { describe, expect, it } from 'vitest';
import { median } from '../../scripts/bench/statistics.ts';
import { firstRun, type WaitWorld } from '../../scripts/bench/waits.ts';
import { nextLook, type Pace, paceOf } from '../../src/reconcile/poll-schedule.ts';

const TEMPOS: readonly Pace[] = ['unknown', 'quick', 'usual'];
const KINDS = ['service', 'acceptance', 'available', 'private-dns', 'connection', 'deletion', undefined] as const;

/** Ages in seconds at which something is looked at, up to an hour. */
function looks(kind: (typeof KINDS)[number], pace: Pace, until = 3600): number[] {
  const next = (age: number) => nextLook({ kind, age, pace, requests: 1 });
  const ages: number[] = [];
  for (let age = next(0); age <= until; age += next(age)) ages.push(age);
  return ages;
}

describe('when to look again', () => {
  it.each(KINDS.flatMap((kind) => TEMPOS.map((pace) => ({ kind, pace }))))(
    '$kind in a world that is $pace: never rarer than promised, never without end',
    ({ kind, pace }) => {
      const ages = looks(kind, pace);
      const gaps = ages.map((age, index) => age - (ages[index - 1] ?? 0));
      // The longest pause of all is the one before an accepted endpoint may become available.
      expect(Math.max(...gaps)).toBeLessThanOrEqual(60);
      expect(Math.max(...gaps.slice(-5))).toBeLessThanOrEqual(10);
      expect(ages.length).toBeLessThanOrEqual(1100);
    },
  );

  it('costs few looks before the usual span, whatever is known of the world but that it is quick', () => {
    expect(looks('acceptance', 'unknown', 19).length).toBeLessThanOrEqual(5);
    expect(looks('available', 'usual', 59)).toEqual([]);
    expect(looks('private-dns', 'usual', 29)).toEqual([]);
  });

  it('is soon where changes have come soon', () => {
    for (const kind of ['available', 'private-dns'] as const) {
      const ages = looks(kind, 'quick', 10);
      const gaps = (until: number) =>
        ages.filter((age) => age <= until).map((age, index) => age - (ages[index - 1] ?? 0));
      expect(Math.max(...gaps(4))).toBeLessThanOrEqual(1);
      expect(Math.max(...gaps(10))).toBeLessThanOrEqual(1.7);
      // Few changes of AWS are done within a minute of their beginning, even where the first one was.
      expect(looks(kind, 'quick', 60).length).toBeLessThanOrEqual(45);
    }
  });

  it('takes AWS for quick where it was long before its time, and for usual where it was not', () => {
    expect(paceOf('available', 3, 'unknown')).toBe('quick');
    expect(paceOf('available', 40, 'quick')).toBe('unknown');
    expect(paceOf('available', 90, 'quick')).toBe('usual');
    expect(paceOf('acceptance', 40, 'quick')).toBe('usual');
    expect(paceOf('connection', 0.1, 'usual')).toBe('usual');
    expect(paceOf(undefined, 0.1, 'usual')).toBe('usual');
  });

  it.each(['acceptance', 'service'] as const)('learns nothing of AWS from a Cloud that is early: %s', (kind) => {
    for (const pace of TEMPOS) expect(paceOf(kind, 0.1, pace)).toBe(pace);
  });

  it('looks for an acceptance at once even where the service took its time', () => {
    expect(looks('acceptance', 'usual', 3)).toEqual(looks('acceptance', 'unknown', 3));
    expect(looks('acceptance', 'usual', 3).length).toBeGreaterThan(0);
  });
});

async function runsIn(world: WaitWorld, plan: 'standard' | 'advanced', of: number) {
  const all = [];
  for (let number = 0; number < of; number += 1) all.push(await firstRun(world, { number, of, plan }));
  return all;
}

describe('a first run where the Cloud accepts at once, the endpoint takes 60 to 120 s and private DNS 30 to 60 s', () => {
  it('sends 45 requests in the median, notices changes within 2 s, and begins no wait with more than 25', async () => {
    const all = await runsIn('usual', 'standard', 24);
    expect(median(all.map((run) => run.requests))).toBeLessThanOrEqual(45);
    expect(median(all.flatMap((run) => run.lateness.map((one) => one.seconds)))).toBeLessThanOrEqual(2);
    expect(Math.max(...all.map((run) => run.early))).toBeLessThanOrEqual(25);
    // Each run waits for three changes, and all of them are noticed.
    expect(all.map((run) => run.lateness.length)).toEqual(all.map(() => 3));
  });

  it('notices an acceptance at once after the service of an Advanced cluster took its time', async () => {
    const all = await runsIn('usual', 'advanced', 5);
    const late = all.flatMap((run) => run.lateness).filter(({ change }) => change === 'acceptance');
    expect(late).toHaveLength(5);
    expect(Math.max(...late.map((one) => one.seconds))).toBeLessThanOrEqual(2);
  });
});

describe('a first run in a slow world', () => {
  it('waits with 60 requests on average, and sends at most 18 others', async () => {
    const all = await runsIn('slow', 'standard', 24);
    const polls = all.map((run) => run.polls);
    // Jitter moves the mean of so few runs by about one.
    expect(polls.reduce((sum, one) => sum + one, 0) / polls.length).toBeLessThanOrEqual(62);
    expect(Math.max(...polls)).toBeLessThanOrEqual(110);
    expect(Math.max(...all.map((run) => run.others))).toBeLessThanOrEqual(18);
  });

  it('sends at most 20 others where the services of an Advanced cluster must be made first', async () => {
    const all = await runsIn('slow', 'advanced', 5);
    expect(Math.max(...all.map((run) => run.others))).toBeLessThanOrEqual(20);
  });
});
