import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ids, type Sandbox } from '../sandbox/index.ts';
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

const folder = mkdtempSync(join(tmpdir(), 'credentials-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));
let files = 0;
const file = (text: string) => {
  files += 1;
  const path = join(folder, String(files));
  writeFileSync(path, text);
  return path;
};
/** The requests to metadata services, whichever door they came through. */
const asked = ({ requests }: Sandbox) =>
  requests.filter(({ service }) => service === 'metadata').map(({ action }) => action);
const FROM_PROFILE = 'arn:aws:iam::111122223333:role/from-a-profile';
const DRY = { 'role-to-assume': '', 'dry-run': 'true' };

describe('credential_process', () => {
  /** A profile whose program runs these lines of a shell. */
  const profile = (...lines: string[]) => ({
    AWS_PROFILE: 'ci',
    AWS_CONFIG_FILE: file(
      `[profile ci]\ncredential_process = /bin/sh ${file(lines.join('\n'))} --password hunter2-hunter2\n`,
    ),
  });
  const answer = JSON.stringify({ Version: 1, AccessKeyId: ids.accessKeyId, SecretAccessKey: ids.secretAccessKey });

  it('gives the credentials', async () => {
    const sandbox = await sandboxFor(standard());
    const result = await run(sandbox, DRY, { env: profile(`echo '${answer}'`) });
    expectSuccess(result);
    expect(result.outputs['aws-account-id']).toBe(ids.account);
    expect(result.log).toContain('AWS credentials: profile "ci" (AWS_PROFILE, credential_process)');
  });

  it.each([
    {
      how: 'fails',
      lines: ['echo "no session for you" >&2', 'exit 3'],
      says: 'the command failed: no session for you',
    },
    { how: 'prints something else', lines: ['echo welcome'], says: 'credential_process returned invalid JSON' },
    // 60 seconds of the 3600 that the run has, at five times the speed.
    { how: 'never ends', lines: ['exec sleep 600'], says: 'no answer in 60 s' },
  ])('that $how is named, without its command line', async ({ lines, says }) => {
    const sandbox = await sandboxFor(standard());
    sandbox.world.secrets.add('hunter2-hunter2');
    const ran = file('');
    const result = await run(sandbox, DRY, { env: profile(`echo once >> ${ran}`, ...lines) });
    expectFailure(
      result,
      'aws-credentials-failed',
      'Profile "ci" (AWS_PROFILE, credential_process)',
      says,
      'Run the command',
    );
    expect(readFileSync(ran, 'utf8')).toBe('once\n');
    expect(result.requests.filter(({ service }) => service === 'ec2' || service === 'sts')).toEqual([]);
  });
});

it('a profile that needs a login names it, without a request', async () => {
  const sandbox = await sandboxFor(standard());
  const lines = ['[profile ci]', 'sso_start_url = https://acme.awsapps.com/start', 'sso_region = eu-west-1'];
  const config = file([...lines, `sso_account_id = ${ids.account}`, 'sso_role_name = ci', ''].join('\n'));
  const result = await run(sandbox, DRY, { env: { AWS_PROFILE: 'ci', AWS_CONFIG_FILE: config } });
  const says = ['Profile "ci" (AWS_PROFILE, IAM Identity Center)', 'SSO session', 'nobody can log in on a runner'];
  expectFailure(result, 'aws-credentials-failed', ...says);
  expect(result.requests.filter(({ service }) => service === 'ec2' || service === 'sts')).toEqual([]);
});

it('a program that a source_profile runs is named without its command line', async () => {
  const sandbox = await sandboxFor(standard());
  sandbox.world.secrets.add('hunter2-hunter2');
  const lines = ['[profile ci]', `role_arn = ${ids.role}`, 'source_profile = base', '[profile base]'];
  const program = `credential_process = /bin/sh ${file('echo ECONNREFUSED >&2; exit 1')} hunter2-hunter2`;
  const env = { AWS_PROFILE: 'ci', AWS_CONFIG_FILE: file([...lines, program, ''].join('\n')) };
  const result = await run(sandbox, DRY, { env });
  expectFailure(result, 'aws-credentials-failed', 'Profile "ci"', 'the command failed: ECONNREFUSED');
});

describe('a metadata service', () => {
  const self = { RUNNER_ENVIRONMENT: 'self-hosted', AWS_EC2_METADATA_DISABLED: undefined };

  it('of a container gives the credentials, and is asked again after a failure', async () => {
    const sandbox = await sandboxFor(standard());
    const token = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJwb2QtaWRlbnRpdHkifQ.c2lnbmF0dXJl';
    sandbox.settings.metadata.containerToken = token;
    sandbox.world.secrets.add(token);
    sandbox.world.secretHomes.set(token, 'metadata authorization');
    sandbox.faults.add({ match: { service: 'metadata' }, kind: 'reset' });
    sandbox.faults.add({ match: { service: 'metadata' }, kind: 'status', status: 503 });
    const env = {
      AWS_CONTAINER_CREDENTIALS_FULL_URI: `${sandbox.urls.metadata}/v1/credentials`,
      AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE: file(`${token}\n`),
    };
    const result = await run(sandbox, DRY, { env });
    expectSuccess(result);
    expect(asked(sandbox)).toEqual(Array.from({ length: 3 }, () => 'GET /v1/credentials'));
  });

  it('of an instance gives the credentials with a token', async () => {
    const sandbox = await sandboxFor(standard());
    const env = { ...self, AWS_EC2_METADATA_SERVICE_ENDPOINT: sandbox.urls.metadata };
    const result = await run(sandbox, DRY, { env });
    expectSuccess(result);
    expect(asked(sandbox)[0]).toBe('PUT /latest/api/token');
  });

  it('of an instance, as the credential_source of a profile, is asked again after a failure', async () => {
    const options = standard();
    options.world?.roles.push({ arn: FROM_PROFILE, principals: ['*'] });
    const sandbox = await sandboxFor(options);
    const config = `[profile ci]\nrole_arn = ${FROM_PROFILE}\ncredential_source = Ec2InstanceMetadata\n`;
    const env = { ...self, AWS_EC2_METADATA_SERVICE_ENDPOINT: sandbox.urls.metadata, AWS_PROFILE: 'ci' };
    sandbox.faults.add({ match: { service: 'metadata', nth: 2 }, kind: 'status', status: 503 });
    sandbox.faults.add({ match: { service: 'metadata', nth: 5 }, kind: 'reset' });
    const result = await run(sandbox, DRY, { env: { ...env, AWS_CONFIG_FILE: file(config) } });
    expectSuccess(result);
    expect(asked(sandbox).length).toBeGreaterThan(3);
  });

  it('that nobody is at, as the credential_source of a profile, is named', async () => {
    const sandbox = await sandboxFor(standard());
    const config = `[profile ci]\nrole_arn = ${FROM_PROFILE}\ncredential_source = Ec2InstanceMetadata\n`;
    const env = { ...self, AWS_EC2_METADATA_SERVICE_ENDPOINT: 'http://127.0.0.99:9', AWS_PROFILE: 'ci' };
    const result = await run(
      sandbox,
      { ...DRY, 'timeout-seconds': '30' },
      { env: { ...env, AWS_CONFIG_FILE: file(config) } },
    );
    expectFailure(result, 'aws-credentials-failed', 'Profile "ci"', 'gets credentials from Ec2InstanceMetadata');
  });

  it('that is silent ends the run in a minute', async () => {
    const sandbox = await sandboxFor(standard());
    sandbox.faults.add({ match: { service: 'metadata' }, kind: 'hang', times: 100 });
    const env = { AWS_CONTAINER_CREDENTIALS_FULL_URI: `${sandbox.urls.metadata}/v1/credentials` };
    const started = sandbox.clock.now();
    const result = await run(sandbox, DRY, { env });
    expectFailure(result, 'aws-credentials-failed', 'AWS_CONTAINER_CREDENTIALS_FULL_URI', 'no answer in 10 s');
    expect(sandbox.clock.now() - started).toBeLessThan(120_000);
  });

  it('that nobody is at is named', async () => {
    const sandbox = await sandboxFor(standard());
    const env = { AWS_CONTAINER_CREDENTIALS_FULL_URI: 'http://127.0.0.99:9/v1/credentials' };
    const result = await run(sandbox, { ...DRY, 'timeout-seconds': '30' }, { env });
    expectFailure(
      result,
      'aws-credentials-failed',
      'AWS_CONTAINER_CREDENTIALS_FULL_URI (127.0.0.99:9)',
      'ECONNREFUSED',
    );
  });

  it('is not asked where there are keys, however many of them are set', async () => {
    const sandbox = await sandboxFor(standard());
    const env = {
      ...AMBIENT,
      ...self,
      AWS_EC2_METADATA_SERVICE_ENDPOINT: sandbox.urls.metadata,
      AWS_CONTAINER_CREDENTIALS_FULL_URI: `${sandbox.urls.metadata}/v1/credentials`,
      AWS_PROFILE: 'nobody',
    };
    const result = await run(sandbox, DRY, { env });
    expectSuccess(result);
    expect(asked(sandbox)).toEqual([]);
    expect(result.stderr).toBe('');
  });
});
