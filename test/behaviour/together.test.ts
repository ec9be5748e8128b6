import { describe, expect } from 'vitest';
import { TORTURE } from '../harness/torture.ts';
import { behaviour } from '../support/in-memory.ts';
import {
  claims,
  expectNothingLeft,
  expectOnePath,
  expectSuccess,
  liveEndpoints,
  PLANS,
  theEndpoint,
} from '../support/paths.ts';
import { run } from '../support/run.ts';

const environments = {
  'two of one environment': ['', ''],
  'four of one environment': ['', '', '', ''],
  'two of two environments': ['branch:one', 'branch:two'],
  'four of two environments': ['branch:one', 'branch:two', 'branch:one', 'branch:two'],
};

describe('runs at the same time end in one path', () => {
  for (const { plan, worldOf, clusterId } of PLANS) {
    for (const [what, names] of Object.entries(environments)) {
      behaviour(`${plan}: ${what}`, worldOf(), async (box) => {
        const results = await Promise.all(names.map((environment) => run(box, { cluster: clusterId, environment })));
        for (const result of results) expectSuccess(result);
        expect(new Set(results.map((one) => one.outputs['endpoint-id'])).size).toBe(1);
        expectOnePath(box, clusterId);
        expect(box.world.endpoints()).toHaveLength(1);
        expect(Object.keys(claims(theEndpoint(box)))).toHaveLength(new Set(names).size);
      });
    }
  }

  const [{ worldOf, clusterId }] = PLANS;
  // Slow, so that processes that wait for a processor are not taken for servers that do not answer.
  const slow = { rate: TORTURE ? 3 : 12 };

  if (TORTURE) {
    behaviour('sixteen of one environment', { ...worldOf(), ...slow }, async (box) => {
      const results = await Promise.all(
        Array.from({ length: 16 }, () => run(box, { cluster: clusterId }, { timeoutMs: 300_000 })),
      );
      for (const result of results) expectSuccess(result);
      expectOnePath(box, clusterId);
      expect(box.world.endpoints()).toHaveLength(1);
    });
  }

  behaviour('makers and leavers of one environment: whole or gone', { ...worldOf(), ...slow }, async (box) => {
    expectSuccess(await run(box, { cluster: clusterId }));
    const operations = Array.from({ length: TORTURE ? 8 : 2 }, (_, index) => (index % 2 === 0 ? 'ensure' : 'delete'));
    const env = { PRIVATELINK_READ_LAG_SECONDS: '4' };
    const results = await Promise.all(
      operations.map((operation) =>
        run(box, { operation, cluster: clusterId, environment: 'default' }, { env, timeoutMs: 300_000 }),
      ),
    );
    for (const result of results) expectSuccess(result);
    if (liveEndpoints(box).length > 0) expectOnePath(box, clusterId);
    expectSuccess(await run(box, { operation: 'delete', cluster: clusterId, environment: 'default' }, { env }));
    expectNothingLeft(box, clusterId);
  });
});
