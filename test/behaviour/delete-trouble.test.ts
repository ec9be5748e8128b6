import { describe, expect } from 'vitest';
import { atPlaces } from '../harness/torture.ts';
import { ids, type Sandbox } from '../sandbox/index.ts';
import { expectDeparted, leave, SHORT, sharedPath } from '../support/departures.ts';
import { behaviour } from '../support/in-memory.ts';
import {
  errorLine,
  errorText,
  expectFailure,
  expectNothingLeft,
  liveEndpoints,
  ownedGroups,
  standard,
  theEndpoint,
} from '../support/paths.ts';
import { mutations, run } from '../support/run.ts';

const A = { environment: 'branch:a' };

describe('an endpoint that AWS does not let go of', () => {
  behaviour(
    'a time-out says what was last seen, who has to move and what is left',
    standard({ seconds: { delete: 1e6 } }),
    async (box) => {
      const { endpoint } = sharedPath(box, [A]);
      const result = await leave(box, 'branch:a', { inputs: { 'timeout-seconds': '40' } });
      expectFailure(result, 'timeout');
      expect(errorLine(result)).toMatch(
        /VPC endpoint vpce-\w+ to be deleted\.? Last seen: deleting; AWS is deleting it/,
      );
      expect(result.summary).toContain('### Remaining');
      expect(result.summary).toMatch(new RegExp(`${endpoint.id} \\| AWS is deleting it`));
    },
  );

  const refusals = {
    'aws-denied': (box: Sandbox) => {
      const all = { Effect: 'Allow', Action: '*', Resource: '*' } as const;
      const but = { Effect: 'Deny', Action: 'ec2:DeleteVpcEndpoints', Resource: '*' } as const;
      box.iam.policies = [{ Version: '2012-10-17', Statement: [all, but] }];
    },
    // EC2 answers 200 and tells the refusal in `Unsuccessful`.
    'aws-refused': (box: Sandbox) =>
      void box.onRequest(({ request, when }) => {
        if (when === 'before' && request.action === 'DeleteVpcEndpoints') theEndpoint(box).requesterManaged = true;
        return undefined;
      }),
  };
  for (const [code, refuse] of Object.entries(refusals)) {
    behaviour(`a refusal is told in its words, with what is left (${code})`, standard(), async (box) => {
      const { endpoint } = sharedPath(box, [A]);
      refuse(box);
      const result = await leave(box, 'branch:a');
      expectFailure(result, code);
      expect(errorText(result)).toMatch(code === 'aws-denied' ? /ec2:DeleteVpcEndpoints/ : /managed by the requester/);
      expect(result.summary).toMatch(/Remaining[\s\S]*not deleted yet[\s\S]*about \$21\.90 a month/);
      expect(result.log).toContain(`Remaining: VPC endpoint ${endpoint.id}, not deleted yet, about $21.90 a month`);
    });
  }

  behaviour(
    'an internal error of EC2 in `Unsuccessful` is no refusal: the endpoint is read again',
    standard(),
    async (box) => {
      const { endpoint } = sharedPath(box, [A]);
      const failed = `<item><error><code>InternalError</code><message>An internal error has occurred</message></error><resourceId>${endpoint.id}</resourceId></item>`;
      box.faults.add({
        match: { action: 'DeleteVpcEndpoints' },
        kind: 'rewrite',
        rewrite: ({ body }) => ({
          body: body.replace(
            /<unsuccessful\s*\/>|<unsuccessful><\/unsuccessful>/,
            `<unsuccessful>${failed}</unsuccessful>`,
          ),
        }),
      });
      const result = await leave(box, 'branch:a');
      expectDeparted(result, 'deleted');
      expectNothingLeft(box, ids.standardCluster);
    },
  );

  for (const groupInUse of atPlaces(['DependencyViolation', 'InvalidGroup.InUse'] as const, 1)) {
    behaviour(
      `the group is tried until its interfaces are gone (${groupInUse})`,
      standard({ ec2: { groupInUse }, seconds: { eniDetach: 60 } }),
      async (box) => {
        sharedPath(box, [A]);
        const result = await leave(box, 'branch:a');
        expectDeparted(result, 'deleted');
        expect(mutations(result).filter((one) => one === 'DeleteSecurityGroup').length).toBeGreaterThan(3);
        expect(result.log.split('\n').filter((line) => line.includes('still in use')).length).toBeLessThanOrEqual(7);
        expectNothingLeft(box, ids.standardCluster);
      },
    );
  }

  // Ten minutes of patience.
  for (const rate of atPlaces([60])) {
    behaviour(
      'a group that something else uses for good fails the step and is listed as left',
      { ...standard(), rate },
      async (box) => {
        const { groupId } = sharedPath(box, [A]);
        const other = box.world.createGroup({ vpcId: ids.vpc, name: 'other' });
        box.world.addRule({ groupId: other.id, sourceGroupId: groupId });
        const result = await leave(box, 'branch:a');
        expectFailure(result, 'group-in-use');
        expect(liveEndpoints(box)).toEqual([]);
        expect(result.summary).toMatch(/Remaining[\s\S]*Security group/i);
        expect(result.log.split('\n').length).toBeLessThan(80);
        box.world.deleteGroup(other.id);
        expectDeparted(await leave(box, 'branch:a'), 'deleted');
        expectNothingLeft(box, ids.standardCluster);
      },
    );
  }

  behaviour(
    'cancelled while waiting: ends at once, and the next run goes on',
    standard({ seconds: { delete: 60 } }),
    async (box) => {
      sharedPath(box, [A]);
      const cancelled = await leave(box, 'branch:a', {
        signalAt: { when: (request) => request.action === 'DeleteVpcEndpoints' },
      });
      expect([cancelled.exitCode, cancelled.outputs['error-code']]).toEqual([130, 'cancelled']);
      expect(cancelled.signalToExitMs ?? 9e9).toBeLessThan(5_000);
      expectDeparted(await leave(box, 'branch:a'), 'deleted');
      expectNothingLeft(box, ids.standardCluster);
    },
  );
});

describe('groups', () => {
  behaviour('that the workflow named stay, and so does one of ours that was renamed', standard(), async (box) => {
    const { endpoint } = sharedPath(box, [A]);
    const mine = box.world.createGroup({ vpcId: ids.vpc, name: 'mine' });
    box.world.setEndpointGroups(endpoint.id, [mine.id]);
    for (const group of ownedGroups(box)) group.name = 'renamed';
    const result = await leave(box, 'branch:a');
    expectDeparted(result, 'deleted');
    expect(liveEndpoints(box)).toEqual([]);
    expect(box.world.groups((one) => one.id === mine.id)).toHaveLength(1);
    expect(ownedGroups(box).map((one) => one.name)).toEqual(['renamed']);
  });

  behaviour(
    'an orphan of a run that was killed before its endpoint goes by environment alone',
    standard(),
    async (box) => {
      const killed = await run(box, A, { env: SHORT, killAtRequest: { n: 1, when: 'after', mutatingOnly: true } });
      expect(killed.signal).toBe('SIGKILL');
      expect(ownedGroups(box)).toHaveLength(1);
      expectDeparted(await leave(box, 'branch:b'), 'absent');
      expect(ownedGroups(box)).toHaveLength(1);
      expectDeparted(await leave(box, 'branch:a'), 'deleted');
      expectNothingLeft(box, ids.standardCluster);
    },
  );

  behaviour(
    'of ours in another VPC stay',
    standard({}, (seed) => seed.vpcs.push({ id: 'vpc-0fff1111bbb22220c', accountId: ids.account })),
    async (box) => {
      sharedPath(box, [A]);
      const other = sharedPath(box, [A], { vpcId: 'vpc-0fff1111bbb22220c' });
      expectDeparted(await leave(box, 'branch:a'), 'deleted');
      expect(liveEndpoints(box).map((one) => one.id)).toEqual([other.endpoint.id]);
      expect(ownedGroups(box).map((one) => one.id)).toEqual([other.groupId]);
    },
  );
});
