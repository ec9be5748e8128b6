import { advancedWorld, ids, standardWorld } from '../../test/sandbox/index.ts';
import type { WorldSeed } from '../../test/sandbox/seed.ts';
import type { Seconds, Settings } from '../../test/sandbox/settings.ts';
import { virtualEnsure } from './virtual-run.ts';
import { virtualTime } from './virtual-time.ts';
import { virtualWorld } from './virtual-world.ts';

/** The slow world: what each change takes at least and at most, in seconds; `step` has no factor in common with the runs. */
const SLOW = {
  acceptance: { span: [20, 60], step: 1 },
  available: { span: [60, 120], step: 7 },
  dns: { span: [30, 240], step: 19 },
  serviceCreate: { span: [30, 240], step: 11 },
} as const;

const LATENCY_MS = 30;

export interface Change {
  readonly change: string;
  /** When it came about, virtual or real milliseconds, and how many seconds it took. */
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
        changes.push({ change, at: now() + took * 1000, took });
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

/** Where the first request that can show a change is seen. */
const SHOWN_BY: Readonly<Record<string, RegExp>> = { serviceCreate: /services$/ };

function judge(
  requests: readonly Seen[],
  changes: readonly Change[],
  run: { startedAt: number; endedAt: number },
): Omit<WaitRun, 'others'> {
  const lateness = changes.map(({ change, at }) => {
    const shows = SHOWN_BY[change] ?? /^DescribeVpcEndpoints$/;
    const seen = requests.find((look) => look.at >= at && shows.test(look.action))?.at ?? run.endedAt;
    return { change, seconds: (seen - at) / 1000 };
  });
  const known = new Set<string>();
  // Whatever is read for the second time is read because of a wait, but for what is read once more to confirm a change.
  const polls = requests.filter(({ action }) => {
    const again = known.has(action);
    known.add(action);
    return again && /DescribeVpcEndpoints|^GET .*(services|connections)$/.test(action);
  }).length;
  const took = changes.reduce((sum, one) => sum + one.took, 0);
  return { lateness, polls, overhead: (run.endedAt - run.startedAt) / 1000 - took };
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
    settings: { seconds: { connection: 0, createEndpoint: 0 }, cloud: { standardAccept: 'first-connection' } },
  });
  const times = Object.entries(SLOW).map(([change, { span, step }]) => {
    const share = (((number * step) % of) + 0.5) / of;
    return [change, () => span[0] + share * (span[1] - span[0])] as const;
  });
  const changes = draw(world.state.settings, world.state.now, Object.fromEntries(times));
  const startedAt = time.clock.now();
  const cluster = plan === 'standard' ? ids.standardCluster : ids.advancedCluster;
  const result = await time.drive(virtualEnsure(1, { cluster }, { time, world }));
  if (result.end !== 'done') throw new Error(`the run ended ${result.end}`);
  const judged = judge(world.requests, changes, { startedAt, endedAt: time.clock.now() });
  return { ...judged, others: world.requests.length + 2 - judged.polls };
}
