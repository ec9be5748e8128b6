import { describe, expect, it } from 'vitest';
import { slowRun } from '../../scripts/bench/waits.ts';
import { looksPromising, nextLook, type Pace, paceOf } from '../../src/reconcile/poll-schedule.ts';

const TEMPOS: readonly Pace[] = ['unknown', 'quick', 'usual'];
const KINDS = ['service', 'acceptance', 'available', 'private-dns', 'connection', 'deletion', undefined] as const;

/** Ages in seconds at which something is looked at, up to an hour. */
function looks(kind: (typeof KINDS)[number], pace: Pace, until = 3600): number[] {
  const ages: number[] = [];
  for (let age = nextLook(kind, 0, pace); age <= until; age += nextLook(kind, age, pace)) ages.push(age);
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
      expect(Math.max(...gaps(4))).toBeLessThanOrEqual(0.2);
      expect(Math.max(...gaps(10))).toBeLessThanOrEqual(1);
      // Few changes of AWS are done within a minute of their beginning, even where the first one was.
      expect(looks(kind, 'quick', 60).length).toBeLessThanOrEqual(80);
    }
  });

  it('has the connection read beside the few early looks at an accepted endpoint, and at no other time', () => {
    const beside = (kind: (typeof KINDS)[number], pace: Pace) =>
      looks(kind, pace).filter((age) => looksPromising(kind, age, pace)).length;
    expect(beside('available', 'unknown')).toBe(3);
    for (const kind of KINDS)
      for (const pace of TEMPOS) if (kind !== 'available' || pace !== 'unknown') expect(beside(kind, pace)).toBe(0);
  });

  it('takes a change long before its time for a quick world, and one in its time for the usual', () => {
    expect(paceOf('acceptance', 3, 'unknown')).toBe('quick');
    expect(paceOf('acceptance', 15, 'unknown')).toBe('unknown');
    expect(paceOf('acceptance', 40, 'quick')).toBe('usual');
    expect(paceOf('connection', 0.1, 'usual')).toBe('usual');
    expect(paceOf(undefined, 0.1, 'usual')).toBe('usual');
  });
});

describe('a first run in a slow world', () => {
  async function runs(plan: 'standard' | 'advanced', of: number) {
    const all = [];
    for (let number = 0; number < of; number += 1) all.push(await slowRun({ number, of, plan }));
    return all;
  }

  it('waits with 60 requests on average, and sends at most 18 others', async () => {
    const all = await runs('standard', 24);
    const polls = all.map((run) => run.polls);
    // Jitter moves the mean of so few runs by about one.
    expect(polls.reduce((sum, one) => sum + one, 0) / polls.length).toBeLessThanOrEqual(62);
    expect(Math.max(...polls)).toBeLessThanOrEqual(110);
    expect(Math.max(...all.map((run) => run.others))).toBeLessThanOrEqual(18);
  });

  it('sends at most 20 others where the services of an Advanced cluster must be made first', async () => {
    const all = await runs('advanced', 5);
    expect(Math.max(...all.map((run) => run.others))).toBeLessThanOrEqual(20);
  });
});
