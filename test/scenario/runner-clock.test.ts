import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { ids, type Sandbox } from '../sandbox/index.ts';
import { SHORT } from '../support/departures.ts';
import { countOf, expectSuccess } from '../support/expectations.ts';
import { expectNothingLeft, expectOnePath, standard } from '../support/paths.ts';
import { sandboxFor } from '../support/processes.ts';
import { mutations, run } from '../support/run.ts';

const PROFILE_ROLE = 'arn:aws:iam::111122223333:role/from-a-profile';
const HOUR = 3_600_000;
const AMBIENT = { AWS_ACCESS_KEY_ID: ids.accessKeyId, AWS_SECRET_ACCESS_KEY: ids.secretAccessKey };

describe.each([
  { how: 'an hour ahead', ms: HOUR },
  { how: 'an hour behind', ms: -HOUR },
])('on a runner whose clock is $how', ({ ms }) => {
  const skewed = (sandbox: Sandbox) => ({
    env: { ...SHORT, ...sandbox.clock.env(), SANDBOX_CLOCK_JUMP_MS: String(ms) },
  });

  it('a path is made, found whole again and taken down', async () => {
    const sandbox = await sandboxFor(standard());
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
    const sandbox = await sandboxFor(standard());
    const { env } = skewed(sandbox);
    const inputs = { 'role-to-assume': '', 'dry-run': 'true' };
    const result = await run(sandbox, inputs, { env: { ...env, ...AMBIENT } });
    expectSuccess(result);
    expect(result.outputs['aws-account-id']).toBe(ids.account);
  });

  it('so it is with a role of a profile, and with a session of the container that seems over', async () => {
    const options = standard();
    options.world?.roles.push({ arn: PROFILE_ROLE, principals: ['arn:aws:iam::111122223333:user/deployer'] });
    const sandbox = await sandboxFor({ ...options, settings: { metadata: { lifetimeSeconds: 1800 } } });
    const { env } = skewed(sandbox);
    const inputs = { 'role-to-assume': '', 'dry-run': 'true' };
    const folder = mkdtempSync(join(tmpdir(), 'profile-'));
    const AWS_CONFIG_FILE = join(folder, 'config');
    const keys = `aws_access_key_id = ${ids.accessKeyId}\naws_secret_access_key = ${ids.secretAccessKey}\n`;
    writeFileSync(
      AWS_CONFIG_FILE,
      `[profile ci]\nrole_arn = ${PROFILE_ROLE}\nsource_profile = base\n[profile base]\n${keys}`,
    );
    const ofProfile = await run(sandbox, inputs, { env: { ...env, AWS_CONFIG_FILE, AWS_PROFILE: 'ci' } });
    rmSync(folder, { recursive: true });
    expectSuccess(ofProfile);
    expect(countOf(ofProfile, 'AssumeRole')).toBe(2);
    const AWS_CONTAINER_CREDENTIALS_FULL_URI = `${sandbox.urls.metadata}/v1/credentials`;
    expectSuccess(await run(sandbox, inputs, { env: { ...env, AWS_CONTAINER_CREDENTIALS_FULL_URI } }));
    expect(sandbox.requests.filter(({ service }) => service === 'metadata')).toHaveLength(1);
  });
});
