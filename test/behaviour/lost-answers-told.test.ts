import { describe, expect } from 'vitest';
import { ids } from '../sandbox/index.ts';
import { leave, sharedPath } from '../support/departures.ts';
import { expectSuccess } from '../support/expectations.ts';
import { behaviour } from '../support/in-memory.ts';
import { liveEndpoints, ownedGroups, standard, theEndpoint } from '../support/paths.ts';
import { run } from '../support/run.ts';

const WRITES = [
  'CreateSecurityGroup',
  'AuthorizeSecurityGroupIngress',
  'CreateVpcEndpoint',
  'ModifyVpcEndpoint',
  'DeleteVpcEndpoints',
  'DeleteSecurityGroup',
  /^(POST|DELETE) .*private-endpoint-connections/,
];

describe('changes whose answers were lost', () => {
  behaviour('count once a read shows them: ensure', standard(), async (box) => {
    for (const action of WRITES) box.faults.add({ match: { action }, kind: 'reset', when: 'after' });
    const result = await run(box);
    expectSuccess(result);
    const { id } = theEndpoint(box);
    expect(result.log).toMatch(new RegExp(`^Connected: .* through ${id}; 5 changes in `, 'm'));
    expect(result.summary).toContain('5 completed steps');
    expect(result.outputs['changed']).toBe('true');
  });

  behaviour('are told as deleted: delete', standard(), async (box) => {
    const { endpoint, groupId } = sharedPath(box, [{ environment: 'branch:a' }]);
    for (const action of WRITES) box.faults.add({ match: { action }, kind: 'reset', when: 'after' });
    const result = await leave(box, 'branch:a');
    expectSuccess(result);
    expect([liveEndpoints(box), ownedGroups(box)]).toEqual([[], []]);
    const last = `Deleted for environment branch:a: the connection of cluster ${ids.standardName} to ${endpoint.id}, VPC endpoint ${endpoint.id} and security group ${groupId}`;
    expect(result.log.split('\n')).toContain(last);
    expect(result.outputs['status']).toBe('deleted');
  });
});
