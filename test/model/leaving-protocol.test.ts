import { describe, expect, it } from 'vitest';
import { TORTURE } from '../harness/torture.ts';
import { createRandom } from '../sandbox/random.ts';
import { tally } from '../torture/tally.ts';
import { AS_SHIPPED, MUTATIONS, type Mutation } from './mutations.ts';
import { beginning, type Scenario } from './scenarios.ts';
import { type Found, searchAll, searchRandomly } from './search.ts';

// What is shown, and how far. A search goes through every order of the calls and looks of two runs in which at most one
// thing goes wrong (`troubles`), and of three runs in which nothing does. What may go wrong: a read that misses any of the
// writes of the last Δ, a run that pauses (up to L before a call that destroys nothing, else without end), a run that is killed, an answer
// that is lost. Random schedules of four runs have pauses and such reads without number, and one kill and one lost answer; in
// some of them runs freeze too, for any time and at any moment between what they see and what they do: the process is stopped,
// or its machine is suspended, and the monotonic clock with it. A call that destroys may be as late as it likes in all of
// them: the run itself has to notice. Time goes in ticks, Δ and L are two each. Calls take effect at one moment; an endpoint is available at once, and gone a tick
// after its deletion. A run that fails with an error promises nothing, so that only what it leaves behind is judged.

const BOUNDS = { lag: 2, decision: 2 };
const LONG = 600_000;

interface Row extends Scenario {
  /** What may go wrong in a plain run, and under torture. */
  readonly least: number;
  readonly most: number;
}

const TWO: readonly Row[] = [
  { name: 'the last one out, next one in', there: ['a'], runs: ['delete a', 'ensure b'], least: 0, most: 1 },
  {
    name: 'one of two out, while the other runs again',
    there: ['a', 'b'],
    runs: ['delete a', 'ensure b'],
    least: 1,
    most: 1,
  },
  { name: 'both out at once', there: ['a', 'b'], runs: ['delete a', 'delete b'], least: 0, most: 1 },
  { name: 'out and in again', there: ['a'], runs: ['delete a', 'ensure a'], least: 0, most: 1 },
  { name: 'swept while it is used again', there: ['a'], runs: ['sweep a', 'ensure a'], least: 0, most: 1 },
  { name: 'two that come first', there: [], runs: ['ensure a', 'ensure b'], least: 0, most: 1 },
  { name: 'in, and out at once', there: [], runs: ['ensure a', 'delete a'], least: 0, most: 1 },
  {
    name: 'a run that slept until its mark was dead',
    there: ['a'],
    runs: ['delete a', 'ensure b'],
    late: true,
    least: 0,
    most: 1,
  },
];

/** On an endpoint that has all the tags that EC2 allows. */
const FULL: readonly Row[] = [
  {
    name: 'full: the last one out',
    there: ['a'],
    runs: ['delete a', 'ensure b'],
    full: true,
    sheds: 1,
    least: 0,
    most: 1,
  },
  { name: 'full: killed, and out again', there: ['a'], runs: ['delete a', 'delete a'], full: true, least: 0, most: 1 },
  {
    name: 'full: one of two out, while the other runs again',
    there: ['a', 'b'],
    runs: ['delete a', 'ensure b'],
    full: true,
    sheds: 1,
    least: 0,
    most: 1,
  },
  { name: 'full: both out at once', there: ['a', 'b'], runs: ['delete a', 'delete b'], full: true, least: 0, most: 1 },
  {
    name: 'full: a cluster of its own',
    there: ['a', 'y'],
    runs: ['delete a', 'delete y'],
    full: true,
    least: 0,
    most: 1,
  },
  {
    name: 'full: swept while it is used again',
    there: ['a'],
    runs: ['sweep a', 'ensure a'],
    full: true,
    sheds: 1,
    least: 0,
    most: 1,
  },
  {
    name: 'full: out and in again',
    there: ['a'],
    runs: ['delete a', 'ensure a'],
    full: true,
    sheds: 1,
    least: 0,
    most: 1,
  },
];

/** Searched under torture only. */
const THREE: readonly Row[] = [
  { name: 'two out, one in', there: ['a', 'b'], runs: ['delete a', 'delete b', 'ensure c'], least: 0, most: 0 },
  { name: 'one out, one in and out', there: ['a'], runs: ['delete a', 'ensure b', 'delete b'], least: 0, most: 0 },
  {
    name: 'two clusters out, one in',
    there: ['a', 'y'],
    runs: ['delete a', 'delete y', 'ensure b'],
    least: 0,
    most: 0,
  },
];

const FOUR: readonly Scenario[] = [
  { name: 'two out, two in', there: ['a', 'b'], runs: ['delete a', 'delete b', 'ensure c', 'ensure d'] },
  { name: 'in and out, twice', there: [], runs: ['ensure a', 'delete a', 'ensure b', 'delete b'] },
  { name: 'swept, out and in', there: ['a', 'b'], runs: ['sweep a', 'ensure a', 'delete b', 'ensure b'] },
  { name: 'two clusters', there: ['a', 'y'], runs: ['delete a', 'delete y', 'ensure b', 'ensure y'] },
  {
    name: 'full: two out, two in',
    there: ['a', 'b'],
    runs: ['delete a', 'delete b', 'ensure c', 'ensure d'],
    full: true,
    sheds: 1,
  },
  {
    name: 'full: swept, out and in',
    there: ['a', 'y'],
    runs: ['sweep a', 'ensure a', 'delete y', 'delete a'],
    full: true,
    sheds: 1,
  },
];

/** Runs that freeze, on two clocks. */
const FROZEN: readonly Scenario[] = [
  { name: 'the last one out freezes', there: ['a'], runs: ['delete a', 'ensure b'], freezes: 3 },
  { name: 'one of two out freezes', there: ['a', 'b'], runs: ['delete a', 'ensure b', 'ensure c'], freezes: 3 },
  { name: 'swept by a run that freezes', there: ['a', 'b'], runs: ['sweep a', 'ensure a', 'delete b'], freezes: 3 },
  { name: 'two clusters, frozen', there: ['a', 'y'], runs: ['delete a', 'delete y', 'ensure b'], freezes: 3 },
];

/** What is taken away, and the schedules among which one shows that it is missed. */
const WITHOUT: readonly { mutation: Mutation; scenario: Scenario; from: number; to: number }[] = [
  {
    mutation: MUTATIONS.readAfterClaim,
    scenario: { name: '', there: ['a'], runs: ['delete a', 'ensure b'] },
    from: 1,
    to: 100,
  },
  {
    mutation: MUTATIONS.twoLags,
    scenario: { name: '', there: ['a'], runs: ['delete a', 'ensure b'] },
    from: 1,
    to: 100,
  },
  {
    mutation: MUTATIONS.valueMatch,
    // A dead mark is taken off at the moment at which its run, which slept, writes it anew.
    scenario: { name: '', there: ['a'], runs: ['delete a', 'ensure b'], late: true },
    from: 1_090,
    to: 1_100,
  },
  {
    mutation: MUTATIONS.groupMark,
    scenario: { name: '', there: ['a'], runs: ['delete a'], full: true },
    from: 1,
    to: 100,
  },
  {
    mutation: MUTATIONS.ownKey,
    scenario: { name: '', there: ['a'], runs: ['delete a', 'ensure b', 'delete b'] },
    from: 1,
    to: 100,
  },
  {
    mutation: MUTATIONS.bothClocks,
    scenario: { name: '', there: ['a'], runs: ['delete a', 'ensure b'], freezes: 3 },
    from: 1,
    to: 100,
  },
];

describe('the leaving protocol keeps every promise and leaves nothing', () => {
  it.for(TORTURE ? [...TWO, ...FULL, ...THREE] : [...TWO, ...FULL])(
    'in every order: $name ($runs)',
    { timeout: LONG },
    async (row, { task }) => {
      const troubles = TORTURE ? row.most : row.least;
      const found = await searchAll(await beginning({ ...row, troubles }, { bounds: BOUNDS }));
      tally(task, found.transitions);
      expect(found.broken).toBeUndefined();
      expect(found.ends).toBeGreaterThan(0);
    },
  );

  it.for([...FOUR, ...FROZEN])('in random orders: $name ($runs)', { timeout: LONG }, async (scenario, { task }) => {
    const schedules = TORTURE ? 3_000 : 25;
    for (let seed = 1; seed <= schedules; seed += 1) {
      const found = await schedule(scenario, seed);
      expect(found.broken, `seed ${seed}`).toBeUndefined();
    }
    console.log(`${scenario.name}: seeds 1 to ${schedules}`);
    tally(task, schedules);
  });
});

describe('the model misses each part of the protocol', () => {
  it.for(WITHOUT)('$mutation.name', { timeout: LONG }, async ({ mutation, scenario, from, to }) => {
    let broken: string | undefined;
    for (let seed = from; seed <= to && broken === undefined; seed += 1) {
      expect((await schedule(scenario, seed)).broken, `seed ${seed}, as shipped`).toBeUndefined();
      ({ broken } = await schedule(scenario, seed, mutation));
    }
    expect(broken).toMatch(/promised its path|ended well, but|everybody left, but/);
  });
});

async function schedule(scenario: Scenario, seed: number, mutation = AS_SHIPPED): Promise<Found> {
  const random = createRandom(seed);
  const start = await beginning(scenario, { bounds: BOUNDS, mutation });
  return searchRandomly(start, () => random.next());
}
