import { describe, expect, it } from 'vitest';
import { advancedWorld, ids, type LoggedRequest, type Sandbox, standardWorld } from '../sandbox/index.ts';
import { SHORT } from './departures.ts';
import { countOf, expectFailure, expectSuccess } from './expectations.ts';
import { expectNothingLeft, expectOnePath } from './paths.ts';
import { mutations, run, sandboxFor } from './support.ts';

const HOUR = 3_600_000;
const AMBIENT = { AWS_ACCESS_KEY_ID: ids.accessKeyId, AWS_SECRET_ACCESS_KEY: ids.secretAccessKey };

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
    const sandbox = await sandboxFor(standardWorld());
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
    const sandbox = await sandboxFor(advancedWorld());
    let looks = 0;
    endSessionsAt(sandbox, (request) => request.action === 'DescribeVpcEndpoints' && ++looks === 4);
    const result = await run(sandbox, { cluster: ids.advancedCluster });
    expectSuccess(result);
    expect(countOf(result, 'AssumeRoleWithWebIdentity')).toBe(2);
    expect(result.requests.filter(({ service }) => service === 'oidc')).toHaveLength(2);
  });

  it('lets a delete decide anew', async () => {
    const sandbox = await sandboxFor(standardWorld());
    expectSuccess(await run(sandbox));
    endSessionsAt(sandbox, (request) => request.action === 'DeleteVpcEndpoints');
    const result = await run(sandbox, { operation: 'delete', environment: 'default' }, { env: SHORT });
    expectSuccess(result);
    expect(countOf(result, 'AssumeRoleWithWebIdentity')).toBe(2);
    expectNothingLeft(sandbox, ids.standardCluster);
  });

  it('ends the run where a new one is refused too', async () => {
    const sandbox = await sandboxFor(standardWorld());
    sandbox.faults.add({
      ...{ match: { service: 'ec2', action: 'CreateSecurityGroup' }, times: 1_000 },
      ...{ kind: 'status', status: 400, code: 'RequestExpired', message: 'Request has expired.' },
    });
    const result = await run(sandbox);
    expectFailure(result, 'aws-credentials-invalid', /Request has expired/);
    expect(countOf(result, 'AssumeRoleWithWebIdentity')).toBe(2);
    expect(countOf(result, 'CreateSecurityGroup')).toBe(2);
  });

  it('ends the run where the session is that of an earlier step, and says how to have a longer one', async () => {
    const sandbox = await sandboxFor(standardWorld());
    endSessionsAt(sandbox, (request) => request.action === 'CreateVpcEndpoint');
    const result = await run(sandbox, { 'role-to-assume': '' }, { env: AMBIENT });
    expectFailure(result, 'aws-credentials-invalid', /create a VPC endpoint/, /longer session/, /role-to-assume/);
    expect(countOf(result, 'CreateVpcEndpoint')).toBe(1);
    expect(sandbox.world.endpoints()).toEqual([]);
  });

  it('begins although the token was too old when STS saw it', async () => {
    const sandbox = await sandboxFor(standardWorld());
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
  const sandbox = await sandboxFor({ ...standardWorld(), rate: 5, settings: { sts: { freshKeySeconds: 6 } } });
  const result = await run(sandbox, { 'dry-run': 'true' });
  expectSuccess(result);
  expect(result.requests.some(({ errorCode }) => errorCode === 'AuthFailure')).toBe(true);
  expect(countOf(result, 'AssumeRoleWithWebIdentity')).toBe(1);
});

describe.each([
  { how: 'an hour ahead', ms: HOUR },
  { how: 'an hour behind', ms: -HOUR },
])('on a runner whose clock is $how', ({ ms }) => {
  const skewed = (sandbox: Sandbox) => ({
    env: { ...SHORT, ...sandbox.clock.env(), SANDBOX_CLOCK_JUMP_MS: String(ms) },
  });

  it('a path is made, found whole again and taken down', async () => {
    const sandbox = await sandboxFor(standardWorld());
    const first = await run(sandbox, {}, skewed(sandbox));
    expectSuccess(first);
    expect(first.outputs).toMatchObject({ status: 'available', created: 'true' });
    expect(first.requests.some(({ errorCode }) => errorCode === 'RequestExpired')).toBe(true);
    expect(countOf(first, 'AssumeRoleWithWebIdentity')).toBe(1);
    expectOnePath(sandbox, ids.standardCluster);
    const second = await run(sandbox, {}, skewed(sandbox));
    expectSuccess(second);
    expect(mutations(second)).toEqual([]);
    expectSuccess(await run(sandbox, { operation: 'verify' }, skewed(sandbox)));
    expectSuccess(await run(sandbox, { operation: 'delete', environment: 'default' }, skewed(sandbox)));
    expectNothingLeft(sandbox, ids.standardCluster);
  });

  it('so it is with the credentials of an earlier step', async () => {
    const sandbox = await sandboxFor(standardWorld());
    const { env } = skewed(sandbox);
    const inputs = { 'role-to-assume': '', 'dry-run': 'true' };
    const result = await run(sandbox, inputs, { env: { ...env, ...AMBIENT } });
    expectSuccess(result);
    expect(result.outputs['aws-account-id']).toBe(ids.account);
  });
});
