import { standardWorld } from '../../test/sandbox/index.ts';
import type { WorldSeed } from '../../test/sandbox/seed.ts';
import type { Seconds } from '../../test/sandbox/settings.ts';
import { virtualEnsure } from './virtual-run.ts';
import { virtualTime } from './virtual-time.ts';
import { virtualWorld } from './virtual-world.ts';

/** The slow world: what each change takes at least and at most, in seconds; `step` has no factor in common with the runs. */
const SLOW = {
  acceptance: { span: [20, 60], step: 1 },
  available: { span: [60, 120], step: 7 },
  dns: { span: [30, 240], step: 19 },
} as const;
type Drawn = keyof typeof SLOW;

export interface WaitRun {
  /** Seconds from each change until a request that shows it, by the state that it led to. */
  lateness: { change: Drawn; seconds: number }[];
  /** Requests that were sent to see whether something had changed. */
  polls: number;
  requests: number;
  /** Seconds beyond those that the world itself took. */
  overhead: number;
  seconds: number;
}

/**
 * One first run of many in the slow world. The times are spread evenly over their spans, in another order for each
 * change, so that a few dozen runs stand for all.
 */
export async function slowRun({ number, of }: { number: number; of: number }): Promise<WaitRun> {
  const latencyMs = 30;
  const time = virtualTime();
  const shareOf = (step: number) => (((number * step) % of) + 0.5) / of;
  const changes: { change: Drawn; at: number; took: number }[] = [];
  const world = virtualWorld({
    time,
    seed: standardWorld().world as WorldSeed,
    latencyMs,
    randomSeed: number + 1,
    settings: { seconds: { connection: 0, createEndpoint: 0 }, cloud: { standardAccept: 'first-connection' } },
  });
  for (const [change, { span, step }] of Object.entries(SLOW)) {
    Object.defineProperty(world.state.settings.seconds, change satisfies string as keyof Seconds, {
      get() {
        const took = span[0] + shareOf(step) * (span[1] - span[0]);
        changes.push({ change: change as Drawn, at: world.state.now() + took * 1000, took });
        return took;
      },
    });
  }
  const startedAt = time.clock.now();
  const result = await time.drive(virtualEnsure(1, {}, { time, world }));
  if (result.end !== 'done') throw new Error(`the run ended ${result.end}`);
  const endedAt = time.clock.now();
  const looks = world.requests.filter(({ action }) => action === 'DescribeVpcEndpoints');
  const firstLook = world.requests.filter(({ at }) => at <= startedAt + latencyMs);
  const confirmations = world.requests.filter(
    ({ action, at }) => action === 'DescribeSecurityGroups' && at > startedAt + latencyMs,
  ).length;
  const writes = world.requests.filter(({ action }) => !/^(Describe|GET)/.test(action));
  return {
    lateness: changes.map(({ change, at }) => {
      const seen = looks.find((look) => look.at >= at)?.at ?? endedAt;
      return { change, seconds: (seen - at) / 1000 };
    }),
    polls: world.requests.length - firstLook.length - writes.length - confirmations,
    requests: world.requests.length,
    overhead: (endedAt - startedAt) / 1000 - changes.reduce((sum, { took }) => sum + took, 0),
    seconds: (endedAt - startedAt) / 1000,
  };
}
