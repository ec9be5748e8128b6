import { describe, expect } from 'vitest';
import type { DeepPartial, Settings } from '../sandbox/index.ts';
import { behaviour } from '../support/in-memory.ts';
import { expectOnePath, expectSuccess, PLANS } from '../support/paths.ts';
import { mutations, run } from '../support/run.ts';

const lag = (seconds: number) => ({
  endpoint: seconds,
  group: seconds,
  rule: seconds,
  connection: seconds,
  cloudService: seconds,
});
const worlds: Record<string, DeepPartial<Settings>> = {
  'everything lags by 5 s': { stale: { mode: 'max', seconds: lag(5) } },
  'everything lags by 29 s': { stale: { mode: 'max', seconds: lag(29) } },
  'everything lags by up to 10 s, each read by another time': { stale: { mode: 'random', seconds: lag(10) } },
  'everything lags by up to 29 s, each read by another time': { stale: { mode: 'random', seconds: lag(29) } },
  'only endpoints lag': { stale: { mode: 'max', seconds: { endpoint: 25 } } },
  'only groups and rules lag': { stale: { mode: 'max', seconds: { group: 25, rule: 25 } } },
  'only connections lag': { stale: { mode: 'random', seconds: { connection: 25 } } },
  'a new group is unknown to writes for 10 s': { propagation: { group: 10 } },
  'a new endpoint is unknown to writes for 10 s': { propagation: { endpoint: 10 } },
  'lag and propagation together': {
    stale: { mode: 'random', seconds: lag(15) },
    propagation: { group: 10, endpoint: 10 },
  },
};

describe('reads that lag behind', () => {
  for (const { plan, worldOf, clusterId } of PLANS) {
    for (const [what, settings] of Object.entries(worlds)) {
      behaviour(`${plan}: ${what}`, { rate: 25, ...worldOf(settings) }, async (box) => {
        expectSuccess(await run(box, { cluster: clusterId }));
        expectOnePath(box, clusterId);
        expect(box.world.endpoints()).toHaveLength(1);
        if (plan === 'Advanced') return;
        await box.clock.sleep(30_000);
        const second = await run(box, { cluster: clusterId });
        expectSuccess(second);
        expect(mutations(second)).toEqual([]);
      });
    }
  }

  const { worldOf, clusterId } = PLANS[0];
  behaviour(
    'two runs at once while everything lags',
    { ...worldOf(worlds['everything lags by up to 10 s, each read by another time']) },
    async (box) => {
      const pair = await Promise.all(
        ['branch:one', 'branch:two'].map((environment) => run(box, { cluster: clusterId, environment })),
      );
      for (const result of pair) expectSuccess(result);
      expectOnePath(box, clusterId);
      expect(box.world.endpoints()).toHaveLength(1);
    },
  );
});
