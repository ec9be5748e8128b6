import { describe, expect, it } from 'vitest';
import { REFUSALS } from '../../src/aws/refusals.ts';
import { CLOUD_REFUSALS } from '../../src/cockroach/refusals.ts';
import type { RunResult } from '../harness/step.ts';
import { TORTURE } from '../harness/torture.ts';
import { type DeepPartial, ids, type Sandbox, type SandboxOptions, type Settings } from '../sandbox/index.ts';
import { claimants, leave, SHORT, sharedPath } from '../support/departures.ts';
import { behaviour, inMemory } from '../support/in-memory.ts';
import {
  advanced,
  expectFailure,
  expectNothingLeft,
  expectOnePath,
  expectSuccess,
  standard,
  theEndpoint,
} from '../support/paths.ts';
import { run } from '../support/run.ts';

const A = { environment: 'branch:a' };
const BUSY = { code: 'OperationInProgress', message: 'VpcEndpoint modify operation in progress' };
const IDEMPOTENT = {
  code: 'InvalidParameter',
  message: 'Cannot modify VPC Endpoint vpce-1 at this time because there is an idempotent operation going on',
};
const NOT_ACCEPTED = {
  code: 'InvalidParameter',
  message: 'Private DNS can only be enabled after the endpoint connection is accepted by the owner of the service.',
};
const CONFLICT = {
  code: 'InvalidParameter',
  message: 'private-dns-enabled cannot be set because there is already a conflicting DNS domain for x in the VPC vpc-1',
};

/** The next calls of this action are refused so. */
function refuse(box: Sandbox, action: string | RegExp, refusal: { code: string; message: string }, times = 1): void {
  box.faults.add({ match: { action }, kind: 'status', status: 400, ...refusal, times });
}

const triesOf = (result: RunResult, action: string) => result.requests.filter((one) => one.action === action).length;

describe('a refusal of EC2 that passes', () => {
  it.each([
    { action: 'ModifyVpcEndpoint', what: BUSY },
    { action: 'ModifyVpcEndpoint', what: IDEMPOTENT },
    { action: 'ModifyVpcEndpoint', what: { code: 'IncorrectState', message: 'The endpoint is being modified' } },
    { action: 'ModifyVpcEndpoint', what: NOT_ACCEPTED },
    { action: 'ModifyVpcEndpoint', what: CONFLICT },
    { action: 'CreateVpcEndpoint', what: BUSY },
    { action: 'CreateSecurityGroup', what: BUSY },
    { action: 'AuthorizeSecurityGroupIngress', what: BUSY },
    { action: 'ModifyVpcEndpoint', what: { code: 'ConcurrentTagAccess', message: 'Tags are being changed' } },
  ])('ends in a whole private connection: $action, $what.code', async ({ action, what }) => {
    for (const times of [1, 3]) {
      // A name that is held three times in a row is held by somebody.
      if (what === CONFLICT && times > 1) continue;
      await inMemory(standard(), async (box) => {
        refuse(box, action, what, times);
        const result = await run(box, A, { env: SHORT });
        expectSuccess(result);
        expect(triesOf(result, action)).toBe(times + 1);
        expectOnePath(box, ids.standardCluster);
      });
    }
  });

  behaviour(
    'a DNS name that stays in use is an error after one more try, a read lag later',
    standard(),
    async (box) => {
      refuse(box, 'ModifyVpcEndpoint', CONFLICT, 9);
      const result = await run(box, A, { env: SHORT });
      expectFailure(result, 'dns-conflict');
      const [first, second, ...more] = result.requests.filter((one) => one.action === 'ModifyVpcEndpoint');
      expect(more).toEqual([]);
      expect((second?.at ?? 0) - (first?.at ?? 0)).toBeGreaterThanOrEqual(4_000);
    },
  );

  behaviour('an acceptance that EC2 goes on to deny is an error with its words', standard(), async (box) => {
    refuse(box, 'ModifyVpcEndpoint', NOT_ACCEPTED, 999);
    const result = await run(box, A, { env: SHORT });
    expectFailure(result, 'aws-refused');
    expect(result.log).toContain('can only be enabled after the endpoint connection is accepted');
  });
});

describe('what destroys is decided again, never repeated on the same read', () => {
  const leaving = [
    { action: 'DeleteTags', what: BUSY, users: [A, { environment: 'branch:b' }] },
    { action: 'DeleteVpcEndpoints', what: BUSY, users: [A] },
    { action: 'DeleteSecurityGroup', what: BUSY, users: [A] },
  ];
  it.each(leaving)('$action: refused while another change is under way', async ({ action, what, users }) => {
    await inMemory(standard(), async (box) => {
      sharedPath(box, users);
      refuse(box, action, what, 2);
      const result = await leave(box, 'branch:a');
      expectSuccess(result);
      const names = result.requests.map((one) => one.action);
      const tries = names.flatMap((name, index) => (name === action ? [index] : []));
      for (const [at, before] of tries.slice(1, 3).map((index, n) => [index, tries[n] ?? 0] as const))
        expect(names.slice(before + 1, at)).toContain(
          action === 'DeleteSecurityGroup' ? 'DescribeSecurityGroups' : 'DescribeVpcEndpoints',
        );
      if (users.length === 1) expectNothingLeft(box, ids.standardCluster);
      else expect(claimants(theEndpoint(box))).toEqual(['branch:b']);
    });
  });

  behaviour('DeleteVpcEndpoints that lists the endpoint as unsuccessful', standard(), async (box) => {
    sharedPath(box, [A]);
    Object.assign(box.settings.ec2.deletionRefused, { ...BUSY, times: 2 });
    expectSuccess(await leave(box, 'branch:a'));
    expectNothingLeft(box, ids.standardCluster);
  });

  behaviour('and what is refused for good keeps the words and the code of EC2', standard(), async (box) => {
    sharedPath(box, [A]);
    const refusal = { code: 'OperationNotPermitted', message: 'vpce-1 is managed by the requester' };
    Object.assign(box.settings.ec2.deletionRefused, { ...refusal, times: 99 });
    const result = await leave(box, 'branch:a');
    expectFailure(result, 'aws-refused');
    expect(result.log).toContain('"vpce-1 is managed by the requester" (OperationNotPermitted)');
  });
});

describe('what the Cloud says is there already', () => {
  const cases: { name: string; world: () => SandboxOptions; cloud: DeepPartial<Settings['cloud']>; stale: object }[] = [
    ...([409, 400] as const).map((addAgain) => ({
      ...{ name: `a connection: ${addAgain}`, world: standard, cloud: { addAgain }, stale: { connection: 12 } },
    })),
    ...([409, 400] as const).map((servicesAgain) => ({
      ...{ name: `services: ${servicesAgain}`, world: advanced, cloud: { servicesAgain }, stale: { cloudService: 12 } },
    })),
  ];
  it.each(cases)('$name, where the list lags', async ({ world, cloud, stale }) => {
    const options = world();
    const settings = { ...options.settings, cloud, stale: { seconds: stale, mode: 'max' as const } };
    await inMemory({ ...options, settings }, async (box) => {
      const cluster = world === advanced ? ids.advancedCluster : ids.standardCluster;
      const first = await run(box, { ...A, cluster, wait: 'false' }, { env: SHORT });
      expectSuccess(first);
      // The next run asks again for what its lists do not show yet.
      const second = await run(box, { ...A, cluster }, { env: SHORT });
      expectSuccess(second);
      expectOnePath(box, cluster);
    });
  });

  behaviour(
    'a trusted owner: 400',
    advanced({ cloud: { ownerAgain: 400 }, stale: { seconds: { trustedOwner: 8 } } }),
    async (box) => {
      box.world.addTrustedOwner(ids.advancedCluster, ids.otherAccount);
      const inputs = { cluster: ids.advancedCluster, 'vpc-id': '', 'trusted-owners': ids.otherAccount };
      expectSuccess(await run(box, inputs, { env: SHORT }));
    },
  );

  behaviour('trusted owners that are not enabled: 400', advanced({ cloud: { trustedOwners: 400 } }), async (box) => {
    const inputs = { cluster: ids.advancedCluster, 'vpc-id': '', 'trusted-owners': ids.otherAccount };
    expectFailure(await run(box, inputs, { env: SHORT }), 'owners-not-enabled');
  });
});

describe('three environments that join one endpoint at once', () => {
  it.each(['OperationInProgress', 'InvalidParameter', 'IncorrectState'] as const)(
    'end well round after round, where a change under way is answered with %s',
    async (underWay) => {
      for (let round = 1; round <= (TORTURE ? 10 : 4); round += 1) {
        const options = standard({ ec2: { underWay } });
        await inMemory({ ...options, seed: round }, async (box) => {
          const { endpoint } = sharedPath(box, [{ environment: 'branch:z' }]);
          // Each has something to change at the endpoint: its subnets, and private DNS.
          box.world.setPrivateDns(endpoint.id, false);
          box.world.setEndpointSubnets(endpoint.id, [ids.subnets[0]]);
          const joins = ['branch:a', 'branch:b', 'branch:c'].map(async (environment, index) => {
            await box.clock.sleep(index * 137 * round);
            return run(box, { environment }, { env: SHORT });
          });
          for (const result of await Promise.all(joins)) expectSuccess(result);
          expect(claimants(theEndpoint(box))).toEqual(['branch:a', 'branch:b', 'branch:c', 'branch:z']);
          expectOnePath(box, ids.standardCluster);
        });
      }
    },
  );
});

it('every refusal that is known has its source', () => {
  expect(REFUSALS.length).toBeGreaterThan(20);
  for (const row of [...REFUSALS, ...CLOUD_REFUSALS]) expect(row.source.length, row.meaning).toBeGreaterThan(5);
});
