import { describe, expect, it } from 'vitest';
import { advancedWorld, ids, type LoggedRequest, type Sandbox, standardWorld } from '../sandbox/index.ts';
import { SHORT } from '../support/departures.ts';
import { countOf, expectFailure, expectSuccess } from '../support/expectations.ts';
import { memoryFor } from '../support/in-memory.ts';
import { expectNothingLeft, expectOnePath } from '../support/paths.ts';
import { run } from '../support/run.ts';

/** Ends every session that AWS knows, the moment before the first request that fits takes effect. */
function endSessionsAt(sandbox: Sandbox, fits: (request: LoggedRequest) => boolean): void {
  let over = false;
  sandbox.onRequest(({ request, when }) => {
    if (over || when !== 'before' || !fits(request)) return undefined;
    over = true;
    for (const key of sandbox.world.accessKeys.values()) key.expiresAt = sandbox.clock.now();
    return undefined;
  });
}

describe('a session that ends before its time', () => {
  it('is followed by a new one in the middle of a change, and nothing is done twice', async () => {
    const sandbox = await memoryFor(standardWorld());
    endSessionsAt(sandbox, (request) => request.action === 'CreateVpcEndpoint');
    const result = await run(sandbox);
    expectSuccess(result);
    expect(result.outputs['status']).toBe('available');
    expect(countOf(result, 'AssumeRoleWithWebIdentity')).toBe(2);
    expectOnePath(sandbox, ids.standardCluster);
    const done = result.requests.filter((one) => one.mutating && one.status === 200).map((one) => one.action);
    expect(done).toEqual([...new Set(done)]);
  });

  it('is followed by a new one in the middle of a wait, with a fresh token', async () => {
    const sandbox = await memoryFor(advancedWorld());
    let looks = 0;
    endSessionsAt(sandbox, (request) => request.action === 'DescribeVpcEndpoints' && ++looks === 4);
    const result = await run(sandbox, { cluster: ids.advancedCluster });
    expectSuccess(result);
    expect(countOf(result, 'AssumeRoleWithWebIdentity')).toBe(2);
    expect(result.requests.filter(({ service }) => service === 'oidc')).toHaveLength(2);
  });

  it('lets a delete decide anew', async () => {
    const sandbox = await memoryFor(standardWorld());
    expectSuccess(await run(sandbox));
    endSessionsAt(sandbox, (request) => request.action === 'DeleteVpcEndpoints');
    const result = await run(sandbox, { operation: 'delete', environment: 'default' }, { env: SHORT });
    expectSuccess(result);
    expect(countOf(result, 'AssumeRoleWithWebIdentity')).toBe(2);
    expectNothingLeft(sandbox, ids.standardCluster);
  });

  it('ends the run where a new one is refused too', async () => {
    const sandbox = await memoryFor(standardWorld());
    sandbox.faults.add({
      ...{ match: { service: 'ec2', action: 'CreateSecurityGroup' }, times: 1_000 },
      ...{ kind: 'status', status: 400, code: 'RequestExpired', message: 'Request has expired.' },
    });
    const result = await run(sandbox);
    expectFailure(result, 'aws-credentials-invalid', /Request has expired/);
    expect(countOf(result, 'AssumeRoleWithWebIdentity')).toBe(2);
    expect(countOf(result, 'CreateSecurityGroup')).toBe(2);
  });

  it('begins although the token was too old when STS saw it', async () => {
    const sandbox = await memoryFor(standardWorld());
    sandbox.faults.add({
      ...{ match: { service: 'sts' }, kind: 'status', status: 400 },
      ...{ code: 'ExpiredTokenException', message: 'Token expired' },
    });
    const result = await run(sandbox, { 'dry-run': 'true' });
    expectSuccess(result);
    expect(result.requests.filter(({ service }) => service === 'oidc')).toHaveLength(2);
  });
});

it('waits for EC2 to know a key that STS gave a moment ago', async () => {
  const sandbox = await memoryFor({ ...standardWorld(), rate: 5, settings: { sts: { freshKeySeconds: 6 } } });
  const result = await run(sandbox, { 'dry-run': 'true' });
  expectSuccess(result);
  expect(result.requests.some(({ errorCode }) => errorCode === 'AuthFailure')).toBe(true);
  expect(countOf(result, 'AssumeRoleWithWebIdentity')).toBe(1);
});
