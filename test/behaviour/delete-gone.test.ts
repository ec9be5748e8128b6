import { describe, expect } from 'vitest';
import { ids } from '../sandbox/index.ts';
import { leave, sharedPath } from '../support/departures.ts';
import { countOf, expectFailure, expectSuccess } from '../support/expectations.ts';
import { behaviour } from '../support/in-memory.ts';
import { expectNothingLeft, standard } from '../support/paths.ts';

const A = { environment: 'branch:a', cluster: ids.standardCluster };

/**
 * Policies allow a deletion by the tags of its resource. What is gone has none, so EC2 answers that the role may not do it: two
 * runs that leave at once both delete, and the later one must not be told to change its policy.
 */
describe('a deletion that EC2 denies since its resource is gone', () => {
  behaviour('is none that is left to do: the endpoint', standard(), async (box) => {
    const { endpoint } = sharedPath(box, [A]);
    let denied = 0;
    box.onRequest(({ request, when }) => {
      const row = box.world.tables.endpoint.get(endpoint.id);
      if (request.action !== 'DeleteVpcEndpoints' || when !== 'before' || row === undefined) return;
      box.world.deleteEndpoint(endpoint.id);
      row.state = 'deleted';
      denied += 1;
    });
    const result = await leave(box, A.environment);
    expectSuccess(result);
    expect(denied).toBe(1);
    expectNothingLeft(box, ids.standardCluster);
  });

  behaviour('is a missing permission where the resource is there', standard(), async (box) => {
    sharedPath(box, [A]);
    box.faults.add({
      match: { action: 'DeleteVpcEndpoints' },
      kind: 'status',
      status: 403,
      code: 'UnauthorizedOperation',
      message: 'You are not authorized to perform this operation.',
      times: 1_000,
    });
    const result = await leave(box, A.environment);
    expectFailure(result, 'aws-denied');
    expect(countOf(result, 'DeleteVpcEndpoints')).toBe(1);
  });
});
