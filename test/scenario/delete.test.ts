import { describe, expect } from 'vitest';
import type { RunResult } from '../harness/run-action.ts';
import { ids } from '../sandbox/index.ts';
import {
  claims,
  expectNothingLeft,
  expectSuccess,
  leavingMarks,
  PLANS,
  scenario,
  standard,
  theEndpoint,
} from './paths.ts';
import { mutations, run } from './support.ts';

const branch = (name: string) => ({ environment: `branch:${name}` });
const leave = (inputs: Record<string, string>) => ({ operation: 'delete', cluster: '', ...inputs });

function expectDeparted(result: RunResult, status: 'deleted' | 'absent'): void {
  expectSuccess(result);
  expect(result.outputs['status'], result.log).toBe(status);
}

describe('delete', () => {
  for (const { plan, worldOf, clusterId } of PLANS) {
    scenario(`takes down the path of an environment, then finds nothing (${plan})`, worldOf(), async (box) => {
      expectSuccess(await run(box, { cluster: clusterId, ...branch('a') }));
      const endpoint = theEndpoint(box);
      const result = await run(box, leave(branch('a')));
      expectDeparted(result, 'deleted');
      expect(mutations(result)).toEqual([
        'CreateTags',
        expect.stringMatching(/^DELETE .*private-endpoint-connections/),
        'DeleteVpcEndpoints',
        'DeleteSecurityGroup',
      ]);
      expect(result.outputs).toMatchObject({ changed: 'true', created: 'false', 'endpoint-id': endpoint.id });
      expectNothingLeft(box, clusterId);
      const again = await run(box, leave(branch('a')));
      expectDeparted(again, 'absent');
      expect(mutations(again)).toEqual([]);
      expect(again.outputs['changed']).toBe('false');
    });
  }

  scenario('the last of two environments takes the endpoint down', standard(), async (box) => {
    expectSuccess(await run(box, branch('a')));
    expectSuccess(await run(box, branch('b')));
    const first = await run(box, leave(branch('a')));
    expectDeparted(first, 'deleted');
    expect(mutations(first)).toEqual(['CreateTags', 'DeleteTags', 'DeleteTags']);
    expect(first.log).toMatch(/left: VPC endpoint vpce-\w+, still used by branch:b, about \$21\.90 a month/);
    expect(Object.values(claims(theEndpoint(box))).join()).toMatch(/name=branch:b$/);
    expect(leavingMarks(theEndpoint(box))).toEqual([]);
    expect(box.world.connections(ids.standardCluster)).toHaveLength(1);
    const last = await run(box, leave(branch('b')));
    expectDeparted(last, 'deleted');
    expectNothingLeft(box, ids.standardCluster);
  });
});
