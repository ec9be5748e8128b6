import { describe, expect } from 'vitest';
import { ids, type MemorySandbox } from '../sandbox/index.ts';
import { leave, sharedPath, sweepRun } from '../support/departures.ts';
import { behaviour } from '../support/in-memory.ts';
import { liveEndpoints, standard } from '../support/paths.ts';

const GONE = [{ environment: 'branch:gone', idleHours: 90 }];

/** An endpoint that the environment claims, and another of this action without claims, with the same security group. */
function twoOnOneGroup(box: MemorySandbox): { readonly other: string } {
  const { endpoint, groupId } = sharedPath(box, GONE, { ageHours: 200 });
  const isClaim = (key: string) => key.startsWith('cockroachdb-privatelink/claim/');
  const tags = Object.fromEntries(Object.entries(endpoint.tags).filter(([key]) => !isClaim(key)));
  const place = { vpcId: ids.vpc, serviceName: ids.standardServiceName, subnetIds: [...ids.subnets] };
  return { other: box.world.createEndpoint({ ...place, groupIds: [groupId], tags }).id };
}

describe('an endpoint without claims that shares the security group of one that is deleted', () => {
  behaviour('stays, as the table of sweep says', standard(), async (box) => {
    const { other } = twoOnOneGroup(box);
    const result = await sweepRun(box);
    expect(result.log).toContain('kept');
    expect(liveEndpoints(box).map(({ id }) => id)).toEqual([other]);
  });

  behaviour('stays, as the plan of delete says', standard(), async (box) => {
    const { other } = twoOnOneGroup(box);
    const result = await leave(box, 'branch:gone', { inputs: { cluster: '' } });
    expect(result.log).not.toContain(`deletion of VPC endpoint ${other}`);
    expect(liveEndpoints(box).map(({ id }) => id)).toEqual([other]);
  });
});
