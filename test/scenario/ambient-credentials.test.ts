import { describe, expect, it } from 'vitest';
import { ids } from '../sandbox/index.ts';
import { countOf, expectFailure, expectSuccess } from '../support/expectations.ts';
import { standard } from '../support/paths.ts';
import { sandboxFor } from '../support/processes.ts';
import { mutations, run } from '../support/run.ts';

const AMBIENT = { AWS_ACCESS_KEY_ID: ids.accessKeyId, AWS_SECRET_ACCESS_KEY: ids.secretAccessKey };
const OTHERS = { AWS_ACCESS_KEY_ID: ids.otherAccessKeyId, AWS_SECRET_ACCESS_KEY: ids.otherSecretAccessKey };

describe('without role-to-assume', () => {
  it('works with the credentials of the environment and learns the account from STS', async () => {
    const sandbox = await sandboxFor(standard());
    const result = await run(sandbox, { 'role-to-assume': '' }, { env: AMBIENT });
    expectSuccess(result);
    expect(result.outputs).toMatchObject({ status: 'available', 'aws-account-id': ids.account });
    expect(result.requests.filter(({ service }) => service === 'oidc')).toEqual([]);
    expect(countOf(result, 'GetCallerIdentity')).toBe(1);
    expect(countOf(result, 'AssumeRoleWithWebIdentity')).toBe(0);
  });

  it('needs no id-token: write', async () => {
    const sandbox = await sandboxFor(standard());
    const env = { ...AMBIENT, ACTIONS_ID_TOKEN_REQUEST_URL: undefined, ACTIONS_ID_TOKEN_REQUEST_TOKEN: undefined };
    const result = await run(sandbox, { 'role-to-assume': '', 'dry-run': 'true' }, { env });
    expectSuccess(result);
  });

  it('checks allowed-account-ids against the account that STS names', async () => {
    const sandbox = await sandboxFor(standard());
    const inputs = { 'role-to-assume': '', 'allowed-account-ids': ids.otherAccount };
    const result = await run(sandbox, inputs, { env: AMBIENT });
    expectFailure(result, 'wrong-account', ids.account);
    expect(mutations(result)).toEqual([]);
  });

  it('believes STS, not a variable AWS_ACCOUNT_ID that workflows like to set', async () => {
    const sandbox = await sandboxFor(standard());
    const inputs = { 'role-to-assume': '', 'allowed-account-ids': ids.otherAccount };
    const result = await run(sandbox, inputs, { env: { ...AMBIENT, AWS_ACCOUNT_ID: ids.otherAccount } });
    expectFailure(result, 'wrong-account', ids.account);
    expect(mutations(result)).toEqual([]);
  });

  it('finds no VPC of another account with the credentials of that other account', async () => {
    const sandbox = await sandboxFor(standard());
    const result = await run(sandbox, { 'role-to-assume': '' }, { env: OTHERS });
    expectFailure(result, 'vpc-not-found', ids.vpc);
    expect(mutations(result)).toEqual([]);
  });

  it('says that there are no credentials at all, and both ways to give some', async () => {
    const sandbox = await sandboxFor(standard());
    const result = await run(sandbox, { 'role-to-assume': '' });
    expectFailure(result, 'aws-credentials-missing', /role-to-assume/, /configure-aws-credentials/);
    expect(result.requests.filter(({ service }) => service === 'ec2' || service === 'sts')).toEqual([]);
  });

  it('says that AWS does not know the key', async () => {
    const sandbox = await sandboxFor(standard());
    const env = { AWS_ACCESS_KEY_ID: 'AKIA0000000000000000', AWS_SECRET_ACCESS_KEY: 'a-secret-of-nobody-at-all' };
    sandbox.world.secrets.add(env.AWS_SECRET_ACCESS_KEY);
    const result = await run(sandbox, { 'role-to-assume': '' }, { env });
    expectFailure(result, 'aws-credentials-invalid');
  });

  it('ends with the session of an earlier step, and says how to have a longer one', async () => {
    const sandbox = await sandboxFor(standard());
    sandbox.onRequest(({ request, when }) => {
      if (when !== 'before' || request.action !== 'CreateVpcEndpoint') return;
      for (const key of sandbox.world.accessKeys.values()) key.expiresAt = sandbox.clock.now();
    });
    const result = await run(sandbox, { 'role-to-assume': '' }, { env: AMBIENT });
    expectFailure(result, 'aws-credentials-invalid', /create a VPC endpoint/, /longer session/, /role-to-assume/);
    expect(countOf(result, 'CreateVpcEndpoint')).toBe(1);
    expect(sandbox.world.endpoints()).toEqual([]);
  });
});
