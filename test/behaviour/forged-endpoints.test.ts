import { describe, expect } from 'vitest';
import type { RunResult } from '../harness/run-action.ts';
import { TORTURE } from '../harness/torture.ts';
import { ids, type Sandbox } from '../sandbox/index.ts';
import { leave, SHORT, sweepRun, sweptRows } from '../support/departures.ts';
import { behaviour } from '../support/in-memory.ts';
import { expectFailure, expectSuccess, standard } from '../support/paths.ts';
import { mutations, run } from '../support/run.ts';
import { toldSwept } from '../support/told-steps.ts';
import { findingsOf } from '../support/verify.ts';
import { ENDPOINTS, type EndpointRow, type Kind, OWN, P, placeEndpoint, type World } from './forged-tags.ts';

/** Every operation that could touch an endpoint. */
const OPERATIONS = {
  ensure: (box: Sandbox) => run(box, { environment: OWN }, { env: SHORT }),
  verify: (box: Sandbox) => run(box, { operation: 'verify', environment: OWN, 'fail-on-drift': 'false' }),
  'delete of the environment': (box: Sandbox) => leave(box, OWN),
  'delete of the cluster': (box: Sandbox) => leave(box, OWN, { inputs: { cluster: ids.standardCluster } }),
  sweep: (box: Sandbox) => sweepRun(box),
};
type Operation = keyof typeof OPERATIONS;

const MAKE = [
  'CreateSecurityGroup',
  'AuthorizeSecurityGroupIngress',
  'CreateVpcEndpoint',
  'connect',
  'ModifyVpcEndpoint',
];
const REMOVE = ['CreateTags', 'DeleteVpcEndpoints', 'DeleteSecurityGroup'];
const REMOVE_LIVE = ['CreateTags', 'disconnect', 'DeleteVpcEndpoints', 'DeleteSecurityGroup'];

/** The requests that change anything, for each operation. */
function writesOf(is: Kind, { mark, live }: World): Record<Operation, readonly string[]> {
  const nothing = { verify: [], 'delete of the environment': [], 'delete of the cluster': [], sweep: [] };
  const removed = live ? REMOVE_LIVE : REMOVE;
  const join = live ? [] : ['connect'];
  switch (is) {
    case 'foreign':
    case 'untagged':
      return { ...nothing, ensure: join };
    case 'elsewhere':
    case 'unseen':
      return { ...nothing, ensure: MAKE };
    case 'unclaimed':
    case 'undated': {
      const finished = mark === 'none' ? [] : removed;
      return {
        ensure: [...claimed(mark), ...join],
        verify: [],
        'delete of the environment': finished,
        'delete of the cluster': removed,
        sweep: is === 'undated' ? [] : finished,
      };
    }
    case 'own':
      return {
        // The mark may be about this very claim, and is older: the dead run did not see it.
        ensure: [...(mark === 'none' ? [] : ['DeleteTags']), ...join],
        verify: [],
        'delete of the environment': removed,
        'delete of the cluster': removed,
        sweep: [],
      };
    case 'theirs':
      return { ...nothing, ensure: [...claimed(mark), ...join] };
  }
}

/** The claim is written, and with it a dead mark of which nothing is left to be done is removed. */
function claimed(mark: World['mark']): string[] {
  return mark === 'none' ? ['CreateTags'] : ['CreateTags', 'DeleteTags'];
}

/** Requests that change anything, those of the Cloud by what they do. */
function writes(result: RunResult): string[] {
  return mutations(result)
    .map((action) =>
      action.replace(/^POST .*connections$/, 'connect').replace(/^DELETE .*connections\/.*$/, 'disconnect'),
    )
    .toSorted();
}

/** All that AWS has of a resource that a tag or a call of the action could change. */
const lookOf = (box: Sandbox, id: string) => structuredClone(box.world.endpoint(id));

const MARKS = ['none', 'endpoint', 'group'] as const;
const worlds = MARKS.flatMap((mark) => [true, false].map((live): World => ({ mark, live })));

/** Of a plain `npm test`: each row with each operation, in every third of the worlds, others from row to row. */
const isTried = (row: number, world: number, operation: number) => TORTURE || (row + world + operation) % 3 === 0;

for (const [at, row] of ENDPOINTS.entries()) {
  describe(`an endpoint with ${row.what}`, () => {
    for (const [place, world] of worlds.entries()) {
      // An endpoint for another service has no connection, and no group of its own.
      const apart = row.is === 'elsewhere' || row.is === 'unseen';
      if (apart && (world.live || world.mark === 'group')) continue;
      const name = `mark on ${world.mark}, ${world.live ? 'connected' : 'not connected'}`;
      for (const [index, [operation, play]] of Object.entries(OPERATIONS).entries()) {
        if (!apart && !isTried(at, place, index)) continue;
        behaviour(`${name}: ${operation}`, standard(), async (box) => {
          const { id } = placeEndpoint(box, row, world);
          const before = lookOf(box, id);
          const result = await play(box);
          expectSuccess(result);
          const expected = writesOf(row.is, world)[operation as Operation];
          expect(writes(result), result.log).toEqual([...expected].toSorted());
          if (['foreign', 'elsewhere', 'unseen', 'untagged'].includes(row.is)) expect(lookOf(box, id)).toEqual(before);
          if (row.why !== '') expectReason(result, { row, id, operation });
          if (['unclaimed', 'undated'].includes(row.is) && operation === 'sweep' && world.mark === 'none')
            expectKept(result, id);
        });
      }
    }
  });
}

/** Each operation that meets the endpoint says why it isn't managed. */
function expectReason(
  result: RunResult,
  { row, id, operation }: { row: EndpointRow; id: string; operation: string },
): void {
  const said = `VPC endpoint ${id} isn't managed: ${row.why}`;
  const missing = row.why.endsWith('is missing');
  const command = `aws ec2 create-tags --region us-east-1 --resources ${id} --tags 'Key=${P}service,Value=${ids.standardServiceName}'`;
  if (operation === 'sweep') {
    expect(sweptRows(result)[`VPC endpoint ${id}`]).toMatchObject({ outcome: 'kept', why: `not managed: ${row.why}` });
    expect(toldSwept(result.log, id)).toContainEqual({ outcome: 'kept', why: `not managed: ${row.why}` });
  } else if (operation === 'verify') {
    const [finding] = findingsOf(result).filter((one) => one.check === 'not-ours');
    // Nothing advises to delete it.
    expect(findingsOf(result).filter((one) => one.fix.includes('delete-vpc-endpoints'))).toEqual([]);
    expect(findingsOf(result).map((one) => one.check)).not.toContain('endpoint-unclaimed');
    expect([finding?.severity, finding?.found]).toEqual(['warning', expect.stringContaining(row.why)]);
    expect(`${finding?.subject} ${finding?.found}`).toContain(id);
    if (row.is === 'elsewhere') expect(finding?.fix).toContain(`--resources ${id} --tags Key=${P}managed-by`);
  } else if (row.is === 'foreign' && operation !== 'delete of the environment') {
    expect(result.log.split('\n')).toContain(`Note: ${said}`);
    expect(result.log.split('\n').includes(command), result.log).toBe(missing);
  } else if (operation === 'delete of the environment') {
    const mine = Object.values(row.tags({ clock: { now: () => 0 } } as Sandbox)).some((one) => one.endsWith(OWN));
    expect(result.log.includes(said), result.log).toBe(mine);
  }
}

/** The row of an endpoint that nobody claims: what it costs, and the command that deletes it. */
function expectKept(result: RunResult, id: string): void {
  const command = `aws ec2 delete-vpc-endpoints --region us-east-1 --vpc-endpoint-ids ${id}`;
  const why = 'no environment claims it; EC2 reports it as available; about $21.90 a month';
  expect(sweptRows(result)[`VPC endpoint ${id}`]).toMatchObject({ outcome: 'kept', why, command });
  const lines = result.log.split('\n');
  expect(toldSwept(result.log, id)).toContainEqual({ outcome: 'kept', why });
  expect(lines[lines.indexOf(`To delete ${id} yourself:`) + 1], result.log).toBe(command);
  expect(result.summary).toContain(`--vpc-endpoint-ids ${id}`);
}

describe('delete with endpoint-id', () => {
  for (const row of ENDPOINTS.filter(({ change }) => change?.serviceName === undefined)) {
    const claims = ['own', 'theirs'].includes(row.is);
    behaviour(
      `of an endpoint with ${row.what}: ${claims ? 'its claims count' : 'disconnects'}`,
      standard(),
      async (box) => {
        const { id } = placeEndpoint(box, row, { mark: 'none', live: true });
        const before = lookOf(box, id);
        const inputs = { cluster: ids.standardCluster, environment: '', 'endpoint-id': id, 'vpc-id': '' };
        const result = await leave(box, '', { inputs });
        if (claims) expectFailure(result, 'endpoint-claimed');
        else expectSuccess(result);
        expect(writes(result)).toEqual(claims ? [] : ['disconnect']);
        expect(lookOf(box, id)).toEqual(before);
      },
    );
  }
});

describe('ensure never replaces an endpoint of another owner', () => {
  for (const row of ENDPOINTS.filter(({ is }) => is === 'foreign')) {
    for (const state of ['failed', 'expired', 'rejected'] as const) {
      behaviour(`with ${row.what}, ${state}`, standard(), async (box) => {
        const { id } = placeEndpoint(box, row, { mark: 'none', live: false });
        box.world.endEndpoint(id, state);
        const before = lookOf(box, id);
        const result = await run(box, { environment: OWN, 'timeout-seconds': '60' }, { env: SHORT });
        expect(mutations(result).filter((action) => !action.includes('private-endpoint-connections'))).toEqual([]);
        if (state !== 'rejected') expectFailure(result, 'not-ours');
        // A connection that is tried again may bring a rejected endpoint back; nothing else changes.
        const { tags, subnetIds, groupIds, privateDnsEnabled } = before;
        expect(lookOf(box, id)).toMatchObject({ tags, subnetIds, groupIds, privateDnsEnabled });
      });
    }

    behaviour(`with ${row.what}, which is older than its own for the service`, standard(), async (box) => {
      expectSuccess(await run(box, { environment: OWN }, { env: SHORT }));
      const [own] = box.world.endpoints();
      box.world.setPrivateDns(own?.id ?? '', true);
      const change = { groupIds: [...(own?.groupIds ?? [])], privateDnsEnabled: false, privateDnsTarget: false };
      const twin = box.world.createEndpoint({
        vpcId: ids.vpc,
        serviceName: ids.standardServiceName,
        createdAt: 1,
        tags: row.tags(box),
        ...change,
        ...row.change,
      });
      const before = lookOf(box, twin.id);
      const result = await run(box, { environment: OWN }, { env: SHORT });
      expectSuccess(result);
      expect(mutations(result)).toEqual([]);
      expect(result.outputs['endpoint-id']).toBe(own?.id);
      const verified = await run(box, { operation: 'verify', environment: OWN });
      expectSuccess(verified);
      expect(findingsOf(verified).map((one) => `${one.severity} ${one.check} ${one.subject}`)).toContain(
        `warning endpoint-duplicate ${twin.id}`,
      );
      expect(lookOf(box, twin.id)).toEqual(before);
    });
  }
});
