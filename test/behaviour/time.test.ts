import { describe, expect, it } from 'vitest';
import { advancedWorld, ids, standardWorld } from '../sandbox/index.ts';
import { leave, sharedPath } from '../support/departures.ts';
import { countOf, expectFailure, expectSuccess } from '../support/expectations.ts';
import { memoryFor } from '../support/in-memory.ts';
import { mutations, run } from '../support/run.ts';

describe('wait: false', () => {
  it('does what can be done, says pending, and later runs go on until the path is available', async () => {
    const sandbox = await memoryFor(advancedWorld());
    const inputs = { cluster: ids.advancedCluster, wait: 'false' };
    const first = await run(sandbox, inputs);
    expectSuccess(first);
    expect(first.outputs).toMatchObject({ status: 'pending', changed: 'true' });
    expect(mutations(first)).toEqual([expect.stringMatching(/^POST .*\/private-endpoint-services$/)]);
    expect(first.log).toMatch(
      /^Still pending: waiting for .*\nNot waiting because `wait: false`; run again to continue\.$/m,
    );

    const statuses: (string | undefined)[] = [];
    for (let turn = 0; turn < 12 && statuses.at(-1) !== 'available'; turn += 1) {
      await sandbox.clock.sleep(20_000);
      const next = await run(sandbox, inputs);
      expectSuccess(next);
      statuses.push(next.outputs['status']);
    }
    expect(statuses.at(-1)).toBe('available');
    expect(new Set(statuses)).toEqual(new Set(['pending', 'available']));
    expect(sandbox.world.endpoints()).toHaveLength(1);
    expect(sandbox.world.endpoints()[0]?.privateDnsEnabled).toBe(true);
    expect([sandbox.count('CreateVpcEndpoint'), sandbox.count(/^POST .*connections$/)]).toEqual([1, 1]);
  });

  it('has the endpoint among its outputs as soon as there is one', async () => {
    const sandbox = await memoryFor({ ...standardWorld(), settings: { seconds: { connection: 500 } } });
    const result = await run(sandbox, { wait: 'false' });
    expectSuccess(result);
    const [endpoint] = sandbox.world.endpoints();
    expect(result.outputs).toMatchObject({ status: 'pending', 'endpoint-id': endpoint?.id, created: 'true' });
    expect(result.outputs['private-dns-enabled']).toBe('false');
    expect(countOf(result, 'ModifyVpcEndpoint')).toBe(0);
  });

  it('says available and changes nothing when the path is finished', async () => {
    const sandbox = await memoryFor(standardWorld());
    await run(sandbox);
    const result = await run(sandbox, { wait: 'false' });
    expectSuccess(result);
    expect(result.outputs).toMatchObject({ status: 'available', changed: 'false' });
    expect(mutations(result)).toEqual([]);
  });
});

describe('timeout-seconds', () => {
  it('ends the wait for a connection, naming what was last seen and who has to move', async () => {
    const sandbox = await memoryFor({ ...standardWorld(), settings: { seconds: { connection: 100 } } });
    const result = await run(sandbox, { 'timeout-seconds': '60' });
    const [endpoint] = sandbox.world.endpoints();
    expectFailure(
      result,
      'timeout',
      /60 s/,
      `connection of cluster ${ids.standardName} to ${endpoint?.id}`,
      /Last seen: PENDING/,
    );
    expectFailure(result, 'timeout', /CockroachDB Cloud/, /timeout-seconds/);
    expect(result.outputs).toMatchObject({ status: 'pending', 'endpoint-id': endpoint?.id, changed: 'true' });
    const lived = ((result.requests.at(-1)?.at ?? 0) - (result.requests[0]?.at ?? 0)) / 1000;
    expect(lived).toBeLessThan(70);

    await sandbox.clock.sleep(60_000);
    const again = await run(sandbox);
    expectSuccess(again);
    expect(again.outputs).toMatchObject({ status: 'available', 'endpoint-id': endpoint?.id, created: 'false' });
  });

  it('ends the wait for a service the same way', async () => {
    const sandbox = await memoryFor({ ...advancedWorld(), settings: { seconds: { serviceCreate: 500 } } });
    const result = await run(sandbox, { cluster: ids.advancedCluster, 'timeout-seconds': '30' });
    expectFailure(result, 'timeout', /30 s/, /service/, /Last seen/, /CockroachDB Cloud/);
    expect(result.outputs).toMatchObject({ 'endpoint-id': '', changed: 'true' });
    expect(sandbox.world.endpoints()).toEqual([]);
  });

  it('names AWS when it is AWS that has to move', async () => {
    const sandbox = await memoryFor({ ...standardWorld(), settings: { seconds: { dns: 500 } } });
    const result = await run(sandbox, { 'timeout-seconds': '90' });
    const [endpoint] = sandbox.world.endpoints();
    expectFailure(result, 'timeout', `${endpoint?.id}`, /last seen: pending/i, /AWS/);
    expect(result.outputs['status']).toBe('pending');
  });

  it('names the refusal that a deletion ran into when the time is up, not another wait', async () => {
    const box = await memoryFor(standardWorld());
    sharedPath(box, [{ environment: 'branch:a' }]);
    box.faults.add({ match: { action: 'DeleteVpcEndpoints' }, kind: 'throttle', times: 10_000 });
    const result = await leave(box, 'branch:a', { inputs: { 'timeout-seconds': '200' } });
    expectFailure(result, 'timeout', /did not succeed[\s\S]*RequestLimitExceeded/);
  });

  it('is kept when CockroachDB Cloud throttles every request', async () => {
    const sandbox = await memoryFor(standardWorld());
    sandbox.faults.add({ match: { service: 'cloud' }, kind: 'throttle', times: 10_000 });
    const result = await run(sandbox, { 'timeout-seconds': '40' });
    expect(result.exitCode, result.log).toBe(1);
    expect(result.outputs['error-code']).toMatch(/^(timeout|cloud-unavailable)$/);
    const lived = ((result.requests.at(-1)?.at ?? 0) - (result.requests[0]?.at ?? 0)) / 1000;
    expect(lived).toBeLessThan(45);
    expect(mutations(result)).toEqual([]);
  });

  it('does not wait for ever on an AWS that does not answer', async () => {
    const sandbox = await memoryFor(standardWorld());
    sandbox.faults.add({ match: { service: 'ec2', action: 'DescribeVpcs' }, kind: 'hang', times: 100 });
    const started = sandbox.clock.now();
    const result = await run(sandbox, { 'timeout-seconds': '30' });
    expectFailure(result, 'aws-unavailable', /^EC2 did not answer: no answer in time/);
    // Beyond the budget at most one request's own time-out, two minutes: CreateVpcEndpoint may need that long.
    expect((sandbox.clock.now() - started) / 1000).toBeLessThan(30 + 120 + 20);
    expect(mutations(result)).toEqual([]);
  });
});

describe('standing in line at AWS, whose endpoint calls are few for each account', () => {
  it('is told while it lasts, with what is waited for and how long', async () => {
    const sandbox = await memoryFor(standardWorld());
    sandbox.faults.add({ match: { action: 'CreateVpcEndpoint' }, kind: 'throttle', times: 2 });
    sandbox.faults.add({ match: { action: 'ModifyVpcEndpoint' }, kind: 'throttle', times: 1 });
    const result = await run(sandbox);
    expectSuccess(result);
    expect(result.outputs).toMatchObject({ status: 'available', created: 'true' });
    const told = result.log.split('\n').filter((line) => line.includes('AWS throttles'));
    expect(told).toEqual(
      ['CreateVpcEndpoint calls from this account (try 1)', '(try 2)', 'ModifyVpcEndpoint'].map((part) =>
        expect.stringContaining(part),
      ),
    );
    expect(told).toEqual(told.map(() => expect.stringMatching(/; next try in [\d.]+ s$/)));
    expect(result.log).toMatch(
      /Requesting private DNS on for vpce-\w+: reading again, since AWS throttled the request/,
    );
  });

  it('ends with the time of the run, and says what AWS refused', async () => {
    const sandbox = await memoryFor(standardWorld());
    sandbox.faults.add({ match: { action: 'CreateVpcEndpoint' }, kind: 'throttle', times: 1000 });
    const result = await run(sandbox, { 'timeout-seconds': '60' });
    expectFailure(result, 'aws-unavailable', /RequestLimitExceeded/);
    expect(sandbox.world.endpoints()).toEqual([]);
  });
});
