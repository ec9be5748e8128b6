import { describe, expect } from 'vitest';
import { ids, type Sandbox } from '../sandbox/index.ts';
import { claimTags, madeHoursAgo } from '../support/departures.ts';
import { behaviour } from '../support/in-memory.ts';
import { managedTags } from '../support/managed.ts';
import {
  claims,
  errorText,
  expectOnePath,
  expectRefusal,
  expectSuccess,
  leavingMarks,
  ownedGroups,
  sources,
  standard,
  theEndpoint,
} from '../support/paths.ts';
import { mutations, run } from '../support/run.ts';

const HOUR = 3_600_000;
const other = { environment: 'branch:feature/x' };
const mark = (box: Sandbox, ageSeconds: number) => ({
  'cockroachdb-privatelink/leaving/otherrun': `v1 at=${new Date(box.clock.now() - ageSeconds * 1000).toISOString()} clusters=`,
});

describe('claims', () => {
  behaviour('a second environment adopts and adds its own', standard(), async (box) => {
    expectSuccess(await run(box));
    const [first] = Object.entries(claims(theEndpoint(box)));
    const result = await run(box, other);
    expectSuccess(result);
    expect(mutations(result)).toEqual(['CreateTags']);
    expect(result.outputs).toMatchObject({ changed: 'false', created: 'false' });
    const all = claims(theEndpoint(box));
    expect(Object.keys(all)).toHaveLength(2);
    expect(all[first?.[0] ?? '']).toBe(first?.[1]);
    const added = Object.entries(all).find(([key]) => key !== first?.[0])?.[1] ?? '';
    expect(added).toContain(`repo=${ids.repositoryId}`);
    expect(added).toContain('kind=branch');
    expect(added).toContain(`cluster=${ids.standardCluster}`);
    expect(added).toContain('name=branch:feature/x');
    expectOnePath(box, ids.standardCluster);
  });

  behaviour('are refreshed after six hours, not before', standard(), async (box) => {
    expectSuccess(await run(box));
    const before = claims(theEndpoint(box));
    box.clock.advance(5.8 * HOUR);
    expect(mutations(await run(box))).toEqual([]);
    box.clock.advance(0.3 * HOUR);
    const result = await run(box);
    expectSuccess(result);
    expect(mutations(result)).toEqual(['CreateTags']);
    expect(result.outputs['changed']).toBe('false');
    expect(Object.keys(claims(theEndpoint(box)))).toEqual(Object.keys(before));
    expect(Object.values(claims(theEndpoint(box)))).not.toEqual(Object.values(before));
    expect(mutations(await run(box))).toEqual([]);
  });

  behaviour('no room for another: told before anything is done', standard(), async (box) => {
    expectSuccess(await run(box));
    const fill = 44 - Object.keys(theEndpoint(box).tags).length;
    box.world.setTags(
      theEndpoint(box).id,
      Object.fromEntries(Array.from({ length: fill }, (_, i) => [`filler-${i}`, ''])),
    );
    const result = await run(box, other);
    expectRefusal(result, 'tag-limit');
    expect(errorText(result)).toContain('endpoint-id');
    // Who is on it already is not locked out.
    expectSuccess(await run(box));
  });
});

describe('leaving marks of other runs', () => {
  behaviour('a living one holds the run back until it is gone', standard(), async (box) => {
    expectSuccess(await run(box));
    const { id } = theEndpoint(box);
    box.world.setPrivateDns(id, false);
    box.world.setTags(id, mark(box, 0));
    let writesUnderMark = 0;
    let looks = 0;
    box.onRequest(({ request, when }) => {
      if (when !== 'before' || request.service !== 'ec2' || leavingMarks(theEndpoint(box)).length === 0) return;
      if (request.mutating && request.action !== 'CreateTags') writesUnderMark += 1;
      if (request.action !== 'DescribeVpcEndpoints') return;
      looks += 1;
      if (looks === 5) box.world.setTags(id, { 'cockroachdb-privatelink/leaving/otherrun': null });
    });
    const result = await run(box, other);
    expectSuccess(result);
    expect(looks).toBe(5);
    expect(writesUnderMark).toBe(0);
    expect(mutations(result).toSorted()).toEqual(['CreateTags', 'ModifyVpcEndpoint']);
    expectOnePath(box, ids.standardCluster);
  });

  behaviour('a living one dies by itself', { rate: 25, ...standard() }, async (box) => {
    expectSuccess(await run(box));
    box.world.setTags(theEndpoint(box).id, mark(box, 0));
    const env = { PRIVATELINK_READ_LAG_SECONDS: '10', PRIVATELINK_DECISION_SECONDS: '20' };
    const result = await run(box, other, { env });
    expectSuccess(result);
    const unmarked = result.requests.find((one) => one.action === 'DeleteTags');
    expect(unmarked).toBeDefined();
    expect(leavingMarks(theEndpoint(box))).toEqual([]);
  });

  behaviour('a dead one is removed', standard(), async (box) => {
    expectSuccess(await run(box));
    box.world.setTags(theEndpoint(box).id, mark(box, 181));
    const result = await run(box);
    expectSuccess(result);
    expect(mutations(result)).toEqual(['DeleteTags']);
    expect(result.outputs['changed']).toBe('false');
    expect(leavingMarks(theEndpoint(box))).toEqual([]);
    expectOnePath(box, ids.standardCluster);
  });
});

describe('while another environment uses the endpoint', () => {
  const less = {
    sources: { 'allowed-cidrs': '10.20.0.0/16' },
    subnets: { 'subnet-ids': ids.subnets.slice(0, 2).join() },
    'private DNS': { 'private-dns': 'false' },
  };
  for (const [what, inputs] of Object.entries(less)) {
    behaviour(`${what}: nothing is taken away, and the run says who is in the way`, standard(), async (box) => {
      expectSuccess(await run(box));
      const subnets = theEndpoint(box).subnetIds;
      const result = await run(box, { ...other, ...inputs });
      expectSuccess(result);
      expect(mutations(result)).toEqual(['CreateTags']);
      expect(result.log).toMatch(/(?:stays|keeps|still allows) .*while default uses the endpoint too/);
      expectOnePath(box, ids.standardCluster);
      expect(theEndpoint(box).subnetIds).toEqual(subnets);
      // Alone again, the same is done.
      const { [Object.keys(claims(theEndpoint(box)))[0] ?? '']: _, ...kept } = claims(theEndpoint(box));
      const gone = Object.keys(claims(theEndpoint(box))).filter((key) => !(key in kept));
      box.world.setTags(theEndpoint(box).id, Object.fromEntries(gone.map((key) => [key, null])));
      const alone = await run(box, { ...other, ...inputs });
      expectSuccess(alone);
      expect(mutations(alone)).toHaveLength(1);
      expect(alone.outputs['changed']).toBe('true');
    });
  }

  behaviour('groups: added, not taken away', standard(), async (box) => {
    expectSuccess(await run(box));
    const [owned] = ownedGroups(box);
    const mine = box.world.createGroup({ vpcId: ids.vpc, name: 'mine' });
    const result = await run(box, { ...other, 'security-group-ids': mine.id });
    expectSuccess(result);
    expect(theEndpoint(box).groupIds.toSorted()).toEqual([owned?.id, mine.id].toSorted());
    expect(result.log).toMatch(new RegExp(`keeps ${owned?.id}.* while default uses`));
  });

  behaviour(
    'or is about to: the sources of its group stay until there is an endpoint that it does not claim',
    standard(),
    async (box) => {
      // The first run of the other one has made the group and waits for EC2 to make the endpoint.
      const claim = claimTags(box, [other]);
      const name = `cockroachdb-privatelink ${ids.standardService}`;
      const group = box.world.createGroup({
        vpcId: ids.vpc,
        name,
        tags: { ...madeHoursAgo(box, 0), ...managedTags(ids.standardServiceName), ...claim },
      });
      box.world.addRule({ groupId: group.id, cidr: '10.77.0.0/16', description: 'cockroachdb-privatelink' });
      const result = await run(box);
      expectSuccess(result);
      const order = mutations(result);
      expect(order.indexOf('RevokeSecurityGroupIngress'), order.join()).toBeGreaterThan(
        order.indexOf('CreateVpcEndpoint'),
      );
      expect(sources(box, group.id)).toEqual(['10.20.0.0/16', '100.64.0.0/20']);
    },
  );

  behaviour('sources are added', standard(), async (box) => {
    expectSuccess(await run(box));
    expectSuccess(await run(box, { ...other, 'allowed-cidrs': '10.77.0.0/16' }));
    expect(sources(box, ownedGroups(box)[0]?.id)).toEqual(['10.20.0.0/16', '10.77.0.0/16', '100.64.0.0/20']);
  });
});
