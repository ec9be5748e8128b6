import { advancedWorld, ids, standardWorld, startSandbox } from '../../test/sandbox/index.ts';
import type { WorldSeed } from '../../test/sandbox/seed.ts';
import type { Seconds, Settings } from '../../test/sandbox/settings.ts';
import { virtualTime } from '../../test/sandbox/virtual-time.ts';
import { cost } from './child.ts';
import { action } from './programs.ts';
import { median } from './statistics.ts';
import { virtualEnsure } from './virtual-run.ts';
import { virtualWorld } from './virtual-world.ts';

/**
 * The worlds on virtual time: what each change takes at least and at most, in seconds. `step` has no factor in common
 * with the runs.
 */
const WORLDS = {
  slow: {
    acceptance: { span: [20, 60], step: 1 },
    available: { span: [60, 120], step: 7 },
    dns: { span: [30, 240], step: 19 },
    serviceCreate: { span: [30, 240], step: 11 },
  },
  usual: {
    acceptance: { span: [0, 0], step: 1 },
    available: { span: [60, 120], step: 7 },
    dns: { span: [30, 60], step: 19 },
    serviceCreate: { span: [30, 60], step: 11 },
  },
} as const;

export type WaitWorld = keyof typeof WORLDS;

const LATENCY_MS = 30;
/** Requests of the login, which the runs on virtual time do without. */
const LOGIN = 2;
/** The beginning of a wait, for which there is a goal of its own. */
const EARLY_MS = 10_000;

interface Change {
  readonly change: string;
  /** When it was asked for and when it came about, virtual or real milliseconds, and how many seconds that took. */
  readonly begunAt: number;
  readonly at: number;
  readonly took: number;
}

export interface WaitRun {
  /** Seconds from each change until a request that shows it. */
  lateness: { change: string; seconds: number }[];
  /** Requests that were sent to see whether something had changed. */
  polls: number;
  /** All others, with the two that log in. */
  others: number;
  /** Seconds beyond those that the world itself took. */
  overhead: number;
}

/** A run on virtual time. */
export interface FirstRun extends WaitRun {
  /** Everything that was sent, with the login. */
  requests: number;
  /** The most that was sent in the first ten seconds of a wait, or after it showed another state. */
  early: number;
}

/** Draws what a change takes whenever the world asks for it, and notes when it will come about. */
function draw(settings: Settings, now: () => number, times: Partial<Record<keyof Seconds, () => number>>): Change[] {
  const changes: Change[] = [];
  for (const [change, take] of Object.entries(times)) {
    Object.defineProperty(settings.seconds, change, {
      get() {
        const took = take();
        changes.push({ change, begunAt: now(), at: now() + took * 1000, took });
        return took;
      },
    });
  }
  return changes;
}

interface Seen {
  readonly at: number;
  readonly action: string;
}

/** The requests that can show a change. */
const SHOWN_BY: Readonly<Record<string, RegExp>> = {
  serviceCreate: /^GET .*services$/,
  connection: /^GET .*connections$/,
};
const ENDPOINTS = /^DescribeVpcEndpoints$/;

function judge(
  requests: readonly Seen[],
  changes: readonly Change[],
  run: { startedAt: number; endedAt: number },
): Omit<WaitRun, 'others'> {
  const noticed = changes.map((change, index) => {
    const shows = SHOWN_BY[change.change] ?? ENDPOINTS;
    // A connection follows from the change before it; the sandbox asks only when that has come about.
    const begunAt = change.change === 'connection' ? (changes[index - 1]?.at ?? change.begunAt) : change.begunAt;
    return {
      ...change,
      begunAt,
      seenAt: requests.find((look) => look.at >= change.at && shows.test(look.action))?.at ?? run.endedAt,
    };
  });
  const polls = requests.filter(
    ({ action, at }) =>
      [ENDPOINTS, ...Object.values(SHOWN_BY)].some((shows) => shows.test(action)) &&
      noticed.some(({ begunAt, seenAt }) => begunAt < at && at <= seenAt),
  ).length;
  const took = changes.reduce((sum, one) => sum + one.took, 0);
  return {
    // The Cloud calls a connection available because the endpoint is; that is no change of its own.
    lateness: noticed
      .filter(({ change }) => change !== 'connection')
      .map(({ change, at, seenAt }) => ({ change, seconds: (seenAt - at) / 1000 })),
    polls,
    overhead: (run.endedAt - run.startedAt) / 1000 - took,
  };
}

interface Which {
  readonly number: number;
  readonly of: number;
  readonly plan?: 'standard' | 'advanced';
}

/**
 * One of many worlds of a kind, on virtual time. The times are spread evenly over their spans, in another order for
 * each change, so that a few dozen runs stand for all.
 */
function openWorld(where: WaitWorld, { number, of, plan = 'standard' }: Which) {
  const time = virtualTime();
  const { world: seed } = plan === 'standard' ? standardWorld() : advancedWorld();
  const world = virtualWorld({
    time,
    seed: seed as WorldSeed,
    latencyMs: LATENCY_MS,
    randomSeed: number + 1,
    settings: { seconds: { createEndpoint: 0 }, cloud: { standardAccept: 'first-connection' } },
  });
  const times = Object.entries(WORLDS[where]).map(([change, { span, step }]) => {
    const share = (((number * step) % of) + 0.5) / of;
    return [change, () => span[0] + share * (span[1] - span[0])] as const;
  });
  const changes = draw(world.state.settings, world.state.now, { ...Object.fromEntries(times), connection: () => 0 });
  const cluster = plan === 'standard' ? ids.standardCluster : ids.advancedCluster;
  return { time, world, changes, cluster };
}

/** One first run of many in one of the worlds. */
export async function firstRun(where: WaitWorld, which: Which): Promise<FirstRun> {
  const { time, world, changes, cluster } = openWorld(where, which);
  const startedAt = time.clock.now();
  const begun: number[] = [];
  const waiting = (_: unknown, seen: string | undefined) => void (seen !== undefined && begun.push(time.clock.now()));
  const result = await time.drive(virtualEnsure(1, { cluster }, { time, world, waiting }));
  if (result.end !== 'done') throw new Error(`the run ended ${result.end}`);
  const judged = judge(world.requests, changes, { startedAt, endedAt: time.clock.now() });
  const requests = world.requests.length + LOGIN;
  return { ...judged, others: requests - judged.polls, requests, early: mostAfter(begun, world.requests) };
}

/** The most requests, of whatever kind, that were sent in the first seconds after one of these moments. */
function mostAfter(moments: readonly number[], requests: readonly Seen[]): number {
  const after = (begun: number) => requests.filter(({ at }) => at > begun && at <= begun + EARLY_MS).length;
  return Math.max(0, ...moments.map(after));
}

/** What the jobs of a first run hold a runner for. */
export interface Bill {
  readonly what: string;
  /** Seconds of each of its steps, median. */
  readonly heldSeconds: readonly number[];
  /** GitHub rounds each job up to a whole minute; the start of a job comes on top. */
  readonly billedMinutes: number;
}

/** Between two runs of a workflow that does not wait. */
const LATER_MS = 5 * 60_000;
const BILLED_RUNS = 60;

/** What a first run in the usual world holds a runner for, by how it waits. */
export async function billOf(): Promise<Bill[]> {
  const ways = [
    { what: '`wait: true`', waits: [true] },
    { what: '`wait: false`, then `wait: true`', waits: [false, true] },
    { what: '`wait: false` until it is finished', waits: [false, false, false] },
  ];
  const bills: Bill[] = [];
  for (const { what, waits } of ways) {
    const runs: number[][] = [];
    for (let number = 0; number < BILLED_RUNS; number += 1) runs.push(await heldBy(waits, { number, of: BILLED_RUNS }));
    bills.push({
      what,
      heldSeconds: waits.map((_, step) => median(runs.map((held) => held[step] ?? Number.NaN))),
      billedMinutes: median(runs.map((held) => held.reduce((sum, one) => sum + Math.ceil(one / 60), 0))),
    });
  }
  return bills;
}

/**
 * Seconds of each run of a workflow, one after another; the last one ends with a finished path and no one before it.
 */
async function heldBy(waits: readonly boolean[], which: Which): Promise<number[]> {
  const { time, world, cluster } = openWorld('usual', which);
  const held: number[] = [];
  for (const [index, wait] of waits.entries()) {
    if (index > 0) time.sandbox.advance(LATER_MS);
    const startedAt = time.clock.now();
    const { end } = await time.drive(virtualEnsure(index + 1, { cluster, wait: String(wait) }, { time, world }));
    const expected = index === waits.length - 1 ? 'done' : 'pending';
    if (end !== expected) throw new Error(`run ${index + 1} ended ${end} instead of ${expected}`);
    held.push((time.clock.now() - startedAt) / 1000);
  }
  return held;
}

/** The quick world, in real time. */
const QUICK = { available: 3, dns: 2, connection: 0 };

/** One first run of `dist/` in the quick world. */
export async function quickRun(): Promise<WaitRun> {
  const sandbox = await startSandbox({
    ...standardWorld(),
    rate: 1,
    settings: { latencyMs: LATENCY_MS, seconds: { acceptance: 0, createEndpoint: 0 } },
  });
  const changes = draw(
    sandbox.settings,
    () => sandbox.clock.now(),
    Object.fromEntries(Object.entries(QUICK).map(([change, seconds]) => [change, () => seconds])),
  );
  const startedAt = sandbox.clock.now();
  try {
    const { wallMs } = await cost(action(), sandbox);
    // The sandbox answers with what it has after the latency; the log has when a request arrived.
    const requests = sandbox.requests.map(({ at, action: name }) => ({ at: at + LATENCY_MS, action: name }));
    const judged = judge(requests, changes, { startedAt, endedAt: startedAt + wallMs });
    return { ...judged, others: requests.length - judged.polls };
  } finally {
    await sandbox.close();
  }
}
