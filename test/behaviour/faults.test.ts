import { describe, expect } from 'vitest';
import { behaviour } from '../support/in-memory.ts';
import { standard } from '../support/paths.ts';
import { mutations, run } from '../support/run.ts';

// A request that fails is the matter of test/torture/fault-matrix.test.ts.
describe('an outage of a whole service that lasts', () => {
  for (const { service, code } of [
    { service: 'ec2', code: 'aws-unavailable' },
    { service: 'cloud', code: 'cloud-unavailable' },
  ] as const)
    behaviour(`of ${service}`, { rate: 15, ...standard() }, async (box) => {
      box.faults.add({ match: { service }, kind: 'status', status: 500, times: Number.POSITIVE_INFINITY });
      const result = await run(box);
      expect(result.exitCode).toBe(1);
      expect(result.outputs['error-code']).toBe(code);
      expect(mutations(result)).toEqual([]);
    });
});
