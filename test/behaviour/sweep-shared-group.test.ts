import { expect } from 'vitest';
import { ids } from '../sandbox/index.ts';
import { sharedPath, sweepRun } from '../support/departures.ts';
import { behaviour } from '../support/in-memory.ts';
import { liveEndpoints, standard } from '../support/paths.ts';

behaviour('sweep keeps an endpoint that shares the security group of one that it deletes', standard(), async (box) => {
  const { endpoint, groupId } = sharedPath(box, [{ environment: 'branch:gone', idleHours: 90 }], { ageHours: 200 });
  const tags = Object.fromEntries(
    Object.entries(endpoint.tags).filter(([key]) => !key.startsWith('cockroachdb-privatelink/claim/')),
  );
  const other = box.world.createEndpoint({
    vpcId: ids.vpc,
    serviceName: ids.standardServiceName,
    subnetIds: [...ids.subnets],
    groupIds: [groupId],
    tags,
  });
  const result = await sweepRun(box);
  expect(result.log).toContain('kept');
  expect(liveEndpoints(box).map(({ id }) => id)).toEqual([other.id]);
});
