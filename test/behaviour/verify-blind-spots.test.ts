import { describe, expect } from 'vitest';
import { ids } from '../sandbox/index.ts';
import { claimTags, madeHoursAgo } from '../support/departures.ts';
import { behaviour } from '../support/in-memory.ts';
import { expectSuccess } from '../support/paths.ts';
import { mutations } from '../support/run.ts';
import { buildPath, closedWorld, ensure, expectClean, expectOutcome, findingsOf, verify } from '../support/verify.ts';

/** A UUID that no cluster of the sandbox has. */
const NO_CLUSTER = 'ffffffff-ffff-4fff-8fff-ffffffffffff';

describe('verify does not overlook', () => {
  behaviour('a rule of the action that was widened to more ports', closedWorld(), async (box) => {
    const path = buildPath(box);
    for (const rule of box.world.rules(path.group)) rule.toPort = 65_535;
    expectOutcome(await verify(box), ['error rule-stale', 'error rule-stale']);
    expectSuccess(await ensure(box));
    expect(box.world.rules(path.group).map((rule) => rule.toPort)).toEqual([26_257, 26_257]);
    expectClean(await verify(box));
  });

  behaviour('a rule that lets all of IPv6 in', closedWorld(), async (box) => {
    const path = buildPath(box);
    box.world.addRule({ groupId: path.group, cidr6: '::/0' });
    const result = await verify(box);
    expectOutcome(result, ['error rule-public']);
    expect(findingsOf(result)[0]?.found).toContain('::/0');
  });

  behaviour('a further security group on the endpoint', closedWorld(), async (box) => {
    const path = buildPath(box);
    const open = box.world.createGroup({ vpcId: ids.vpc, name: 'wide open' });
    box.world.addRule({ groupId: open.id, cidr: '0.0.0.0/0' });
    box.world.setEndpointGroups(path.endpoint, [path.group, open.id]);
    const result = await verify(box);
    expectOutcome(result, ['error groups']);
    expect(findingsOf(result)[0]?.found).toContain(open.id);
  });
});

describe('verify does not cry wolf', () => {
  behaviour('over two zones that EC2 refused and the endpoint remembers', closedWorld(), async (box) => {
    const path = buildPath(box);
    const [first, ...others] = box.world.endpoint(path.endpoint).subnetIds;
    const zones = others
      .map((id) => box.world.tables.subnet.get(id)?.azId ?? '')
      .filter((zone) => /az[24]$/.test(zone));
    expect(zones).toHaveLength(2);
    box.world.setEndpointSubnets(path.endpoint, [first ?? '']);
    box.world.setTags(path.endpoint, { 'cockroachdb-privatelink/without-zones': zones.join(' ') });
    expectClean(await verify(box));
    const result = await ensure(box);
    expectSuccess(result);
    expect(mutations(result)).toEqual([]);
  });

  behaviour('over an endpoint that a living cluster of another step uses', closedWorld(), async (box) => {
    buildPath(box);
    const tags = claimTags(box, [
      { environment: 'branch:x', cluster: NO_CLUSTER },
      { environment: 'branch:y', cluster: ids.secondStandardCluster },
    ]);
    const serviceName = 'com.amazonaws.vpce.us-east-1.vpce-svc-0ccccccccccccccc3';
    const service = { 'cockroachdb-privatelink/service': serviceName };
    box.world.createEndpoint({ vpcId: ids.vpc, serviceName, tags: { ...madeHoursAgo(box, 99), ...service, ...tags } });
    expectClean(await verify(box));
  });
});
