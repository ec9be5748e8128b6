import { describe, expect } from 'vitest';
import { ids, type Sandbox } from '../sandbox/index.ts';
import { leave, sharedPath, sweepRun } from '../support/departures.ts';
import { behaviour } from '../support/in-memory.ts';
import {
  errorText,
  expectFailure,
  expectSuccess,
  liveEndpoints,
  ownedGroups,
  standard,
  theEndpoint,
} from '../support/paths.ts';
import { run } from '../support/run.ts';

const A = { environment: 'branch:a' };
const B = { environment: 'branch:b' };
const CLAIM = /\/claim\//;
const MARK = /\/leaving\//;

/** A rule of the account that removes new tags as soon as they are written, so many times; tells when each call was. */
function remover(box: Sandbox, keys: RegExp, most = Number.POSITIVE_INFINITY): number[] {
  const { endpoint, group } = box.world.tables;
  const tagged = () => [...endpoint.values(), ...group.values()];
  const before = new Set(tagged().flatMap((one) => Object.keys(one.tags).map((key) => `${one.id} ${key}`)));
  const calls: number[] = [];
  box.onRequest(({ request, when }) => {
    if (when !== 'after' || request.action !== 'CreateTags') return;
    calls.push(box.clock.now());
    if (calls.length > most) return;
    for (const one of tagged())
      for (const key of Object.keys(one.tags))
        if (keys.test(key) && !before.has(`${one.id} ${key}`)) box.world.setTags(one.id, { [key]: null });
  });
  return calls;
}

const seconds = (calls: readonly number[]) =>
  calls.slice(1).map((at, index) => Math.round((at - (calls[index] ?? 0)) / 1000));

/** Reads do not lag and are not thought to. */
const NO_LAG = { PRIVATELINK_READ_LAG_SECONDS: '0' };

describe('something removes the tags that the action writes', () => {
  behaviour('the claim of an environment that joins: ever longer pauses, then the error', standard(), async (box) => {
    sharedPath(box, [B]);
    const calls = remover(box, CLAIM);
    const result = await run(box, A, { env: NO_LAG });
    expectFailure(result, 'tags-removed');
    expect(seconds(calls)).toEqual([2, 4, 8, 16, 32]);
    expect(errorText(result)).toContain(theEndpoint(box).id);
    expect(errorText(result)).toMatch(/cockroachdb-privatelink\/claim\/[0-9a-f]{40}/);
    expect(result.log).toMatch(/was removed 2 times/);
    expect(
      result.requests.filter((one) => one.mutating && one.action !== 'CreateTags' && one.service === 'ec2'),
    ).toEqual([]);
  });

  behaviour('and the usual read lag: as many attempts', standard(), async (box) => {
    sharedPath(box, [B]);
    const calls = remover(box, CLAIM);
    expectFailure(await run(box, A), 'tags-removed');
    expect(calls).toHaveLength(6);
    for (const pause of seconds(calls)) expect(pause).toBeGreaterThanOrEqual(30);
  });

  behaviour('three times only: the run goes on', standard(), async (box) => {
    sharedPath(box, [B]);
    const calls = remover(box, CLAIM, 3);
    expectSuccess(await run(box, A, { env: NO_LAG }));
    expect(seconds(calls)).toEqual([2, 4, 8]);
  });

  behaviour('the leaving mark of a delete: nothing else is written', standard(), async (box) => {
    sharedPath(box, [A, B]);
    const calls = remover(box, MARK);
    const result = await leave(box, A.environment, { env: NO_LAG });
    expectFailure(result, 'tags-removed');
    expect(seconds(calls)).toEqual([2, 4, 8, 16, 32]);
    expect(errorText(result)).toMatch(/cockroachdb-privatelink\/leaving\//);
    expect(liveEndpoints(box)).toHaveLength(1);
    expect(box.world.connections(ids.standardCluster)).toHaveLength(1);
  });

  behaviour('the leaving mark of a sweep', standard(), async (box) => {
    sharedPath(box, [{ environment: 'branch:gone', idleHours: 30 }]);
    const calls = remover(box, MARK);
    const result = await sweepRun(box);
    expectFailure(result, 'sweep-incomplete');
    expect(calls.length).toBeLessThanOrEqual(6);
    expect(errorText(result)).toMatch(/Something removed a tag of vpce-\S+ 6 times/);
    expect(liveEndpoints(box)).toHaveLength(1);
  });

  behaviour('the leaving mark on a younger endpoint that is to go', standard(), async (box) => {
    sharedPath(box, [A]);
    box.clock.advance(1_000);
    const { endpoint } = sharedPath(box, [A]);
    const [first, ...others] = ownedGroups(box);
    box.world.setEndpointGroups(endpoint.id, [first?.id ?? '']);
    for (const one of others) box.world.deleteGroup(one.id);
    const calls = remover(box, MARK);
    const result = await run(box, A, { env: NO_LAG });
    expectFailure(result, 'tags-removed');
    expect(calls).toHaveLength(6);
    expect(errorText(result)).toContain(endpoint.id);
  });

  behaviour('the note of zones that EC2 refused', standard(), async (box) => {
    sharedPath(box, [A, B]);
    box.world.setEndpointSubnets(theEndpoint(box).id, ids.subnets.slice(0, 2));
    const match = { action: 'ModifyVpcEndpoint' };
    const message = `The VPC endpoint service ${ids.standardServiceName} does not support the availability zone of the subnet: ${ids.subnets[2]}.`;
    box.faults.add({ match, kind: 'status', status: 400, code: 'InvalidParameter', message, times: 99 });
    const calls = remover(box, /without-zones/);
    const result = await run(box, A, { env: NO_LAG });
    expectFailure(result, 'tags-removed');
    expect(calls).toHaveLength(6);
  });
});
