import { describe, expect } from 'vitest';
import { claims, expectOnePath, expectSuccess, PLANS, scenario, theEndpoint } from './paths.ts';
import { run } from './support.ts';

const environments = {
  'two of one environment': ['', ''],
  'four of one environment': ['', '', '', ''],
  'two of two environments': ['branch:one', 'branch:two'],
  'four of two environments': ['branch:one', 'branch:two', 'branch:one', 'branch:two'],
};

describe('runs at the same time end in one path', () => {
  for (const { plan, worldOf, clusterId } of PLANS) {
    for (const [what, names] of Object.entries(environments)) {
      scenario(`${plan}: ${what}`, worldOf(), async (box) => {
        const results = await Promise.all(names.map((environment) => run(box, { cluster: clusterId, environment })));
        for (const result of results) expectSuccess(result);
        expect(new Set(results.map((one) => one.outputs['endpoint-id'])).size).toBe(1);
        expectOnePath(box, clusterId);
        expect(box.world.endpoints()).toHaveLength(1);
        expect(Object.keys(claims(theEndpoint(box)))).toHaveLength(new Set(names).size);
      });
    }
  }
});
