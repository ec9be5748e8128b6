import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { ids, type MemorySandbox, standardWorld } from '../sandbox/index.ts';
import { countOf, expectFailure } from '../support/expectations.ts';
import { memoryFor } from '../support/in-memory.ts';
import { run } from '../support/run.ts';
import { ROLE_ROWS } from './credential-roles.ts';
import { PROFILE_ROLE, TRUSTS } from './credential-sources.ts';

const AMBIENT = { 'role-to-assume': '', 'dry-run': 'true' };
const folder = mkdtempSync(join(tmpdir(), 'regions-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a region that the account has not enabled', () => {
  const region = 'me-south-1';
  async function disabled(regions: string[]): Promise<MemorySandbox> {
    const options = standardWorld();
    for (const account of options.world?.accounts ?? []) account.disabledRegions = regions;
    options.world?.roles.push({ arn: PROFILE_ROLE, principals: TRUSTS.principals });
    return memoryFor(options);
  }
  const KEYS = { AWS_ACCESS_KEY_ID: ids.accessKeyId, AWS_SECRET_ACCESS_KEY: ids.secretAccessKey };

  it('is what AWS means where it calls keys bad', async () => {
    const result = await run(await disabled([region]), { ...AMBIENT, 'aws-region': region }, { env: KEYS });
    expectFailure(
      result,
      'aws-credentials-invalid',
      `in ${region}, which an account must enable first`,
      `aws account enable-region --region-name ${region}`,
    );
  });

  it.each([
    ['region', 'region-not-enabled', `has not enabled ${region}`],
    ['key', 'aws-credentials-invalid', `in ${region}, which an account must enable first`],
  ] as const)('is said by STS where a profile assumes a role, which names the %s', async (named, code, says) => {
    const row = ROLE_ROWS.find((one) => one.name === 'profile with role_arn and source_profile');
    const sandbox = await disabled([region]);
    sandbox.world.settings.sts.keysInDisabledRegion = named;
    const env = row?.place(folder, sandbox) ?? {};
    const result = await run(sandbox, { ...AMBIENT, 'aws-region': region }, { env });
    expectFailure(result, code, says, 'aws account enable-region');
    expect(countOf(result, 'AssumeRole')).toBeGreaterThan(0);
  });

  it('is said by STS', async () => {
    const result = await run(await disabled([region]), { 'dry-run': 'true', 'aws-region': region });
    expectFailure(
      result,
      'region-not-enabled',
      `has not enabled ${region}`,
      'STS is not activated',
      'aws account enable-region',
    );
  });

  it('is not blamed where every account has the region', async () => {
    const result = await run(await disabled([ids.region]), AMBIENT, { env: KEYS });
    expectFailure(result, 'aws-credentials-invalid');
    expect(result.log).not.toMatch(/must enable|enable-region/);
  });
});
