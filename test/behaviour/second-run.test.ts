import { describe, expect } from 'vitest';
import { behaviour } from '../support/in-memory.ts';
import { expectSuccess, PLANS, theEndpoint } from '../support/paths.ts';
import { mutations, run } from '../support/run.ts';

/** Requests of a first run that change something. */
const WRITES = { Standard: 5, Advanced: 6 } as const;

describe('a second run on a finished path', () => {
  for (const { plan, worldOf, clusterId } of PLANS) {
    behaviour(`${plan}: changes nothing and says so`, worldOf(), async (box) => {
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
      expect(second.log).toMatch(/^Plan: no changes$/m);
      // With the CA certificate of an Advanced cluster.
      expect(second.requests.length).toBeLessThanOrEqual(plan === 'Advanced' ? 12 : 11);
      expect(theEndpoint(box)).toEqual(before);
    });
  }
});
