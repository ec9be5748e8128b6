import { describe, expect } from 'vitest';
import { claims, expectOnePath, expectSuccess, PLANS, scenario, theEndpoint } from './paths.ts';
import { mutations, run } from './support.ts';

/** Requests of a first run that change something; a test below keeps these numbers true. */
const WRITES = { Standard: 5, Advanced: 6 } as const;

describe('a second run on a finished path', () => {
  for (const { plan, worldOf, clusterId } of PLANS) {
    scenario(`${plan}: changes nothing and says so`, worldOf(), async (box) => {
      const first = await run(box, { cluster: clusterId });
      expectSuccess(first);
      expect(mutations(first)).toHaveLength(WRITES[plan]);
      expect(first.outputs['changed']).toBe('true');
      const before = structuredClone(theEndpoint(box));
      const second = await run(box, { cluster: clusterId });
      expectSuccess(second);
      expect(mutations(second)).toEqual([]);
      expect(second.outputs).toMatchObject({ changed: 'false', created: 'false', status: 'available', plan: '[]' });
      expect(second.outputs['endpoint-id']).toBe(first.outputs['endpoint-id']);
      expect(second.log).toContain('Nothing was changed');
      expect(second.requests.length).toBeLessThanOrEqual(11);
      expect(theEndpoint(box)).toEqual(before);
    });
  }
});

describe('killed at a request and started again', () => {
  for (const { plan, worldOf, clusterId } of PLANS) {
    for (let n = 1; n <= WRITES[plan]; n += 1) {
      for (const when of ['before', 'after'] as const) {
        scenario(`${plan}: write ${n}, ${when} it took effect`, worldOf(), async (box) => {
          const env = { PRIVATELINK_READ_LAG_SECONDS: '8' };
          const killed = await run(
            box,
            { cluster: clusterId },
            { env, killAtRequest: { n, when, mutatingOnly: true } },
          );
          expect(killed.signal).toBe('SIGKILL');
          const result = await run(box, { cluster: clusterId }, { env });
          expectSuccess(result);
          expect(result.outputs['status']).toBe('available');
          expectOnePath(box, clusterId);
          expect(box.world.endpoints()).toHaveLength(1);
          expect(Object.keys(claims(theEndpoint(box)))).toHaveLength(1);
        });
      }
    }
  }
});
