import { expect, it } from 'vitest';
import { createPacer, type Pacer } from '../../src/support/pacer.ts';
import { virtualTime } from '../sandbox/virtual-time.ts';

const RATE = { size: 10, perSecond: 10 };
const never = new AbortController().signal;

/** A pacer on virtual time, and when each of so many turns comes if all are requested now, in milliseconds. */
function paced(rate = RATE) {
  const time = virtualTime();
  const pacer = createPacer(rate, time.clock);
  const turns = async (count: number) => {
    const began = time.clock.now();
    const at: number[] = [];
    const each = Array.from({ length: count }, () =>
      pacer.turn(never).then(() => void at.push(Math.round(time.clock.now() - began))),
    );
    await time.drive(Promise.all(each));
    return at;
  };
  return { time, pacer, turns, refuse: (pauseMs = 0) => pacer.refused(time.clock.now(), pauseMs) };
}

function answer(pacer: Pacer, times: number): void {
  for (let count = 0; count < times; count += 1) pacer.answered();
}

/** Within the milliseconds to which a sleep is rounded. */
function expectAbout(found: readonly number[], expected: readonly number[]): void {
  expect(found).toHaveLength(expected.length);
  for (const [index, at] of expected.entries()) {
    expect(found[index]).toBeGreaterThanOrEqual(at);
    expect(found[index]).toBeLessThanOrEqual(at + 2);
  }
}

it('takes the whole rate while nothing is refused: ten at once, then ten a second', async () => {
  const { turns, pacer } = paced();
  expectAbout(await turns(13), [...new Array<number>(10).fill(0), 100, 200, 300]);
  answer(pacer, 1_000);
  expectAbout(await turns(2), [100, 200]);
  expect(pacer.pause(1)).toBe(0);
});

it('halves the pace at a refusal, also for turns that were requested before', async () => {
  const { time, turns, refuse } = paced();
  await turns(10);
  const waiting = turns(4);
  void time.clock.sleep(50, never).then(() => refuse());
  expectAbout(await waiting, [250, 450, 650, 850]);
});

it('leaves the server alone for as long as it says, with every request', async () => {
  const { turns, refuse } = paced();
  await turns(3);
  refuse(1_000);
  expectAbout(await turns(3), [1_200, 1_400, 1_600]);
});

it('does not let one answer hold up a run for minutes', async () => {
  const { turns, refuse } = paced();
  refuse(300_000);
  expectAbout(await turns(1), [10_200]);
});

it('takes the refusals of requests that were sent before for the same one', async () => {
  const { time, pacer, turns, refuse } = paced();
  const sentAt = time.clock.now();
  await time.drive(time.clock.sleep(30, never));
  for (let count = 0; count < 3; count += 1) pacer.refused(sentAt, 0);
  expectAbout(await turns(2), [200, 400]);
  refuse();
  expectAbout(await turns(2), [400, 800]);
});

it('grows with answers, and not while a run only waits', async () => {
  const { time, pacer, turns, refuse } = paced();
  refuse();
  refuse();
  await time.drive(time.clock.sleep(3_600_000, never));
  // What was saved up, at most what this pace takes in a second.
  await turns(2);
  const [first = 0, second = 0] = (await turns(2)).slice(-2);
  expect(second - first).toBeGreaterThanOrEqual(395);
  answer(pacer, 50);
  await turns(5);
  const [third = 0, fourth = 0] = (await turns(2)).slice(-2);
  expect(Math.abs(fourth - third - 200)).toBeLessThanOrEqual(2);
});

it('never slows down to nothing', async () => {
  const { time, turns, refuse } = paced();
  for (let count = 0; count < 50; count += 1) {
    await time.drive(time.clock.sleep(1, never));
    refuse();
  }
  expectAbout(await turns(1), [5_000]);
});

it('tells how far apart looks must be once there are others, and gives half of the pace to them', () => {
  const { pacer, refuse } = paced();
  refuse();
  expect(pacer.pause(1)).toBe(400);
  expect(pacer.pause(4)).toBe(1_600);
  expect(pacer.pause(1_000)).toBe(30_000);
  answer(pacer, 100);
  expect(pacer.pause(4)).toBe(0);
});

it('gives turns in order, and one that is cancelled is no turn', async () => {
  const { time, pacer } = paced({ size: 1, perSecond: 1 });
  const gone = new AbortController();
  const order: string[] = [];
  const all = ['a', 'b', 'c'].map((name) =>
    pacer.turn(name === 'b' ? gone.signal : never).then(
      () => order.push(`${name} ${Math.round(time.clock.now() - began)}`),
      () => order.push(`${name} cancelled`),
    ),
  );
  const began = time.clock.now();
  void time.clock.sleep(400, never).then(() => gone.abort());
  await time.drive(Promise.all(all));
  expect(order).toEqual(['a 0', 'b cancelled', 'c 1000']);
});
