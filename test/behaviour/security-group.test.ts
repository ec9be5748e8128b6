import { describe, expect } from 'vitest';
import { emptySeed, ids } from '../sandbox/index.ts';
import { behaviour } from '../support/in-memory.ts';
import {
  errorText,
  expectFailure,
  expectRefusal,
  expectSuccess,
  liveEndpoints,
  ownedGroups,
  sources,
  standard,
  theEndpoint,
} from '../support/paths.ts';
import { mutations, run } from '../support/run.ts';

const GROUP_NAME = `cockroachdb-privatelink ${ids.standardService}`;
/** Description of the rules that the action adds. */
const OURS = 'cockroachdb-privatelink';
/** What EC2 allows in names and descriptions of groups and rules. */
const EC2_TEXT = /^[a-zA-Z0-9 ._\-:/()#,@[\]+=&;{}!$*]{1,255}$/;

describe('who may come in', () => {
  behaviour('every associated CIDR block of the VPC, and only those', standard(), async (box) => {
    box.world.addCidr(ids.vpc, '10.99.0.0/16');
    for (const state of ['associating', 'disassociating', 'disassociated', 'failing', 'failed'])
      box.world.addCidr(ids.vpc, `172.${16 + state.length}.0.0/16`, state);
    expectSuccess(await run(box));
    const [group] = ownedGroups(box);
    expect(sources(box, group?.id)).toEqual(['10.20.0.0/16', '10.99.0.0/16', '100.64.0.0/20']);
    const rules = box.world.rules(group?.id ?? '');
    expect(new Set(rules.map((rule) => `${rule.protocol} ${rule.fromPort}-${rule.toPort}`))).toEqual(
      new Set(['tcp 26257-26257']),
    );
    expect(theEndpoint(box).groupIds).toEqual([group?.id]);
  });

  behaviour('allowed-cidrs in their canonical form, and the next run agrees', standard(), async (box) => {
    const inputs = { 'allowed-cidrs': '10.0.0.5/16\n10.0.200.1/16, 192.168.7.9' };
    expectSuccess(await run(box, inputs));
    expect(sources(box, ownedGroups(box)[0]?.id)).toEqual(['10.0.0.0/16', '192.168.7.9/32']);
    expect(mutations(await run(box, inputs))).toEqual([]);
  });

  behaviour('allowed-security-group-ids alone, then beside CIDR blocks', standard(), async (box) => {
    const app = box.world.createGroup({ vpcId: ids.vpc, name: 'app' });
    expectSuccess(await run(box, { 'allowed-security-group-ids': app.id }));
    expect(sources(box, ownedGroups(box)[0]?.id)).toEqual([app.id]);
    expectSuccess(await run(box, { 'allowed-security-group-ids': app.id, 'allowed-cidrs': '10.7.0.0/24' }));
    expect(sources(box, ownedGroups(box)[0]?.id)).toEqual(['10.7.0.0/24', app.id]);
    expect(ownedGroups(box)).toHaveLength(1);
  });

  behaviour('stale rules of ours go, rules of others stay', standard(), async (box) => {
    expectSuccess(await run(box));
    const groupId = ownedGroups(box)[0]?.id ?? '';
    box.world.addRule({ groupId, cidr: '10.88.0.0/16', description: OURS });
    box.world.addRule({ groupId, cidr: '10.89.0.0/16', description: 'bastion' });
    box.world.addRule({ groupId, cidr: '10.90.0.0/16', fromPort: 443, toPort: 443, description: null });
    const result = await run(box);
    expectSuccess(result);
    expect(mutations(result)).toEqual(['RevokeSecurityGroupIngress']);
    expect(result.outputs['changed']).toBe('true');
    expect(sources(box, groupId)).toEqual(['10.20.0.0/16', '10.89.0.0/16', '10.90.0.0/16', '100.64.0.0/20']);
  });

  behaviour('a rule taken away by hand comes back', standard(), async (box) => {
    expectSuccess(await run(box));
    const groupId = ownedGroups(box)[0]?.id ?? '';
    box.world.removeRule(box.world.rules(groupId)[0]?.id ?? '');
    const result = await run(box);
    expectSuccess(result);
    expect(mutations(result)).toEqual(['AuthorizeSecurityGroupIngress']);
    expect(sources(box, groupId)).toEqual(['10.20.0.0/16', '100.64.0.0/20']);
  });
});

describe('the owned group', () => {
  // EC2 takes names that differ only in case for the same.
  for (const name of [GROUP_NAME, GROUP_NAME.toUpperCase()]) {
    behaviour(`a stranger's group "${name}" is never taken`, standard(), async (box) => {
      const stranger = box.world.createGroup({ vpcId: ids.vpc, name });
      const result = await run(box, { 'timeout-seconds': '60' });
      expectFailure(result, 'group-name-taken');
      expect(errorText(result)).toContain(stranger.id);
      expect(box.world.rules(stranger.id)).toEqual([]);
      expect(stranger.tags).toEqual({});
      expect(box.world.endpoints()).toEqual([]);
      expect(result.requests.filter((one) => one.action === 'CreateSecurityGroup').length).toBeLessThan(5);
    });
  }

  behaviour('and the endpoint get tags of any characters', standard(), async (box) => {
    expectSuccess(await run(box, { tags: 'team=Data, Infra & co\n<owner>=é | 🦗' }));
    const wanted = { team: 'Data, Infra & co', '<owner>': 'é | 🦗' };
    expect(ownedGroups(box)[0]?.tags).toMatchObject(wanted);
    expect(theEndpoint(box).tags).toMatchObject(wanted);
  });

  behaviour('is tagged, and its texts are such as EC2 takes', standard(), async (box) => {
    expectSuccess(await run(box, { tags: 'team=data\ncost centre=7' }));
    const [group] = ownedGroups(box);
    expect(group?.name).toMatch(EC2_TEXT);
    expect(group?.description).toMatch(EC2_TEXT);
    expect(group?.tags).toMatchObject({
      team: 'data',
      'cost centre': '7',
      'cockroachdb-privatelink/managed-by': 'github-action',
      'cockroachdb-privatelink/service': ids.standardServiceName,
    });
    expect(Date.parse(group?.tags['cockroachdb-privatelink/created-at'] ?? '')).toBeGreaterThan(0);
    for (const rule of box.world.rules(group?.id ?? '')) expect(rule.description).toMatch(EC2_TEXT);
  });

  const oddName = `größe "x" <y> | z? % ^ ~ '${'n'.repeat(300)}`;
  const oddWorlds = {
    'of the cluster': standard({}, (seed) => {
      for (const cluster of seed.clusters) cluster.name = oddName;
    }),
    'of the service': standard({}, (seed) => {
      for (const service of seed.services) service.name = `${ids.standardServiceName}-<ü?>`;
    }),
  };
  for (const [what, world] of Object.entries(oddWorlds)) {
    behaviour(`an odd name ${what} cannot break EC2’s character set`, world, async (box) => {
      const odd = { environment: 'branch:feat/ü <|> ?' };
      expectSuccess(await run(box, odd));
      const [group] = ownedGroups(box);
      expect(group?.name).toMatch(EC2_TEXT);
      expect(group?.description).toMatch(EC2_TEXT);
      expect(mutations(await run(box, odd))).toEqual([]);
    });
  }
});

describe('security-group-ids', () => {
  behaviour('are used and never changed', standard(), async (box) => {
    const own = box.world.createGroup({ vpcId: ids.vpc, name: 'mine' });
    box.world.addRule({ groupId: own.id, cidr: '10.1.0.0/16', description: OURS });
    const result = await run(box, { 'security-group-ids': own.id });
    expectSuccess(result);
    expect(theEndpoint(box).groupIds).toEqual([own.id]);
    expect(ownedGroups(box)).toEqual([]);
    expect(sources(box, own.id)).toEqual(['10.1.0.0/16']);
    expect(mutations(result).filter((action) => action.includes('SecurityGroup'))).toEqual([]);
    expect(own.tags).toEqual({});
    expect(mutations(await run(box, { 'security-group-ids': own.id }))).toEqual([]);
  });

  behaviour('replace the owned group on an endpoint of ours', standard(), async (box) => {
    expectSuccess(await run(box));
    const own = box.world.createGroup({ vpcId: ids.vpc, name: 'mine' });
    expectSuccess(await run(box, { 'security-group-ids': own.id }));
    expect(theEndpoint(box).groupIds).toEqual([own.id]);
  });

  const seed = emptySeed();
  const otherVpc = { ...seed.vpcs[0], id: 'vpc-0ddd1111bbb22220c', accountId: ids.account };
  behaviour(
    'one of another VPC is refused before any write',
    standard({}, (world) => void world.vpcs.push(otherVpc)),
    async (box) => {
      const foreign = box.world.createGroup({ vpcId: otherVpc.id, name: 'mine' });
      const result = await run(box, { 'security-group-ids': foreign.id });
      expectRefusal(result, 'group-invalid');
      expect(errorText(result)).toContain(otherVpc.id);
    },
  );

  behaviour('one that is not there is refused before any write', standard(), async (box) => {
    const result = await run(box, { 'security-group-ids': 'sg-0123456789abcdef0' });
    expectRefusal(result, 'group-invalid');
    expect(liveEndpoints(box)).toEqual([]);
  });
});
