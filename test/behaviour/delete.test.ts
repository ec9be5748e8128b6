import { describe, expect } from 'vitest';
import { ids } from '../sandbox/index.ts';
import { claimants, expectDeparted, leave, SHORT } from '../support/departures.ts';
import { behaviour } from '../support/in-memory.ts';
import { expectNothingLeft, expectSuccess, leavingMarks, PLANS, standard, theEndpoint } from '../support/paths.ts';
import { mutations, run } from '../support/run.ts';

const branch = (name: string) => ({ environment: `branch:${name}` });

describe('delete', () => {
  for (const { plan, worldOf, clusterId } of PLANS) {
    behaviour(`takes down the path of an environment, then finds nothing (${plan})`, worldOf(), async (box) => {
      expectSuccess(await run(box, { cluster: clusterId, ...branch('a') }, { env: SHORT }));
      const endpoint = theEndpoint(box);
      const result = await leave(box, 'branch:a');
      expectDeparted(result, 'deleted');
      expect(mutations(result)).toEqual([
        'CreateTags',
        expect.stringMatching(/^DELETE .*private-endpoint-connections/),
        'DeleteVpcEndpoints',
        'DeleteSecurityGroup',
      ]);
      expect(result.outputs).toMatchObject({ changed: 'true', created: 'false', 'endpoint-id': endpoint.id });
      expectNothingLeft(box, clusterId);
      const again = await leave(box, 'branch:a');
      expectDeparted(again, 'absent');
    });
  }

  behaviour('the last of two environments takes the endpoint down', standard(), async (box) => {
    expectSuccess(await run(box, branch('a'), { env: SHORT }));
    expectSuccess(await run(box, branch('b'), { env: SHORT }));
    const first = await leave(box, 'branch:a');
    expectDeparted(first, 'deleted');
    expect(mutations(first)).toEqual(['CreateTags', 'DeleteTags', 'DeleteTags']);
    expect(first.log).toMatch(/Remaining: VPC endpoint vpce-\w+, still used by branch:b, about \$21\.90 a month/);
    expect(claimants(theEndpoint(box))).toEqual(['branch:b']);
    expect(leavingMarks(theEndpoint(box))).toEqual([]);
    expect(box.world.connections(ids.standardCluster)).toHaveLength(1);
    const last = await leave(box, 'branch:b');
    expectDeparted(last, 'deleted');
    expectNothingLeft(box, ids.standardCluster);
  });
});
