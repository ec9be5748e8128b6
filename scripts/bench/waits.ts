import { advancedWorld, ids, standardWorld, startSandbox } from '../../test/sandbox/index.ts';
import type { WorldSeed } from '../../test/sandbox/seed.ts';
import type { Seconds, Settings } from '../../test/sandbox/settings.ts';
import { virtualTime } from '../../test/sandbox/virtual-time.ts';
import { cost } from './child.ts';
import { action } from './programs.ts';
import { virtualEnsure } from './virtual-run.ts';
import { virtualWorld } from './virtual-world.ts';

/**
 * The slow world: what each change takes at least and at most, in seconds; `step` has no factor in common with the
 * runs.
 */
const SLOW = {
  acceptance: { span: [20, 60], step: 1 },
  available: { span: [60, 120], step: 7 },
  dns: { span: [30, 240], step: 19 },
  serviceCreate: { span: [30, 240], step: 11 },
} as const;

const LATENCY_MS = 30;

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

/**
 * One first run of many in the slow world, on virtual time. The times are spread evenly over their spans, in another
 * order for each change, so that a few dozen runs stand for all.
 */
export async function slowRun({
  number,
  of,
  plan = 'standard',
}: {
  number: number;
  of: number;
  plan?: 'standard' | 'advanced';
}): Promise<WaitRun> {
  const time = virtualTime();
  const { world: seed } = plan === 'standard' ? standardWorld() : advancedWorld();
  const world = virtualWorld({
    time,
    seed: seed as WorldSeed,
    latencyMs: LATENCY_MS,
    randomSeed: number + 1,
    settings: { seconds: { createEndpoint: 0 }, cloud: { standardAccept: 'first-connection' } },
  });
  const times = Object.entries(SLOW).map(([change, { span, step }]) => {
    const share = (((number * step) % of) + 0.5) / of;
    return [change, () => span[0] + share * (span[1] - span[0])] as const;
  });
  const changes = draw(world.state.settings, world.state.now, { ...Object.fromEntries(times), connection: () => 0 });
  const startedAt = time.clock.now();
  const cluster = plan === 'standard' ? ids.standardCluster : ids.advancedCluster;
  const result = await time.drive(virtualEnsure(1, { cluster }, { time, world }));
  if (result.end !== 'done') throw new Error(`the run ended ${result.end}`);
  const judged = judge(world.requests, changes, { startedAt, endedAt: time.clock.now() });
  return { ...judged, others: world.requests.length + 2 - judged.polls };
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
