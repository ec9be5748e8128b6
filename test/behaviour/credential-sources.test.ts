import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { ids, type MemorySandbox, type SandboxOptions, standardWorld } from '../sandbox/index.ts';
import { issueToken } from '../sandbox/oidc-server.ts';
import { countOf, expectFailure, expectSuccess } from '../support/expectations.ts';
import { memoryFor } from '../support/in-memory.ts';
import { mutations, run } from '../support/run.ts';
import { METADATA_ROWS } from './credential-metadata.ts';
import { ROLE_ROWS } from './credential-roles.ts';
import { ORDER, PROFILE_ROLE, type Row, SUBJECT, serviceOf, TRUSTS } from './credential-sources.ts';

const ROWS = [...ROLE_ROWS, ...METADATA_ROWS];
const CONTAINER_TOKEN = 'eyJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJwb2QtaWRlbnRpdHkifQ.c2lnbmF0dXJl';
const AMBIENT = { 'role-to-assume': '', 'dry-run': 'true' };

let folder = '';
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'sources-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** A Standard world whose runner has credentials of any kind. */
async function runner({ settings = {}, trusts = {} }: Pick<Row, 'settings' | 'trusts'> = {}): Promise<MemorySandbox> {
  const options = standardWorld();
  const { principals, subjects } = { ...TRUSTS, ...trusts };
  for (const role of options.world?.roles ?? []) role.subjects = subjects;
  options.world?.roles.push({ arn: PROFILE_ROLE, principals });
  const usual = { oidc: { subject: SUBJECT, lifetimeSeconds: 86_400 }, metadata: { containerToken: CONTAINER_TOKEN } };
  const all: SandboxOptions['settings'] = {
    oidc: { ...usual.oidc, ...settings.oidc },
    metadata: { ...usual.metadata, ...settings.metadata },
  };
  const sandbox = await memoryFor({ ...options, settings: all });
  sandbox.world.secrets.add(CONTAINER_TOKEN);
  sandbox.world.secretHomes.set(CONTAINER_TOKEN, 'metadata authorization');
  return sandbox;
}

describe('each source of credentials in each trouble', () => {
  it.each(ROWS)('$name: $trouble → "$code"', async (row) => {
    const sandbox = await runner(row);
    const service = serviceOf(row);
    const asks = (action: string) => service === 'metadata' || action.startsWith('AssumeRole');
    if (row.fault !== undefined)
      sandbox.faults.add({ kind: 'hang', match: (one) => one.service === service && asks(one.action), ...row.fault });
    const result = await run(sandbox, AMBIENT, { env: row.place(folder, sandbox) });
    if (row.code === '') expectSuccess(result);
    else expectFailure(result, row.code, ...(row.says ?? []));
    for (const text of row.logs ?? []) expect(result.log).toMatch(text);
    const tries = result.requests.filter((one) => one.service === service && asks(one.action)).length;
    if (typeof row.tries === 'number') expect(tries, result.log).toBe(row.tries);
    else expect(tries, result.log).toBeGreaterThanOrEqual(row.tries.least);
    expect(result.durationMs / 1000, result.log).toBeLessThan(row.within ?? 30);
    expect(result.log).not.toMatch(/Could not load credentials|CredentialsProviderError/);
    expect(result.requests.filter((one) => one.service === 'oidc')).toEqual([]);
    expect(mutations(result)).toEqual([]);
  });
});

describe('a source that is silent', () => {
  const [silent] = METADATA_ROWS.filter(
    ({ name, trouble }) => name.startsWith('AWS_CONT') && trouble === 'silent for ever',
  );

  it('ends a short run before its time is up', async () => {
    const sandbox = await runner();
    sandbox.faults.add({ match: { service: 'metadata' }, kind: 'hang', times: 100 });
    const env = silent?.place(folder, sandbox) ?? {};
    const result = await run(sandbox, { ...AMBIENT, 'timeout-seconds': '30' }, { env });
    expectFailure(result, 'aws-credentials-failed', 'AWS_CONTAINER_CREDENTIALS_FULL_URI');
    expect(result.durationMs).toBeLessThan(26_000);
  });

  it('when a session has ended gets one minute, not one for each call', async () => {
    const sandbox = await runner();
    let endedAt = 0;
    endSessionsAt(sandbox, 'CreateVpcEndpoint', (now) => {
      endedAt = now;
      sandbox.faults.add({ match: { service: 'metadata' }, kind: 'reset', times: 1_000 });
    });
    const env = silent?.place(folder, sandbox) ?? {};
    const result = await run(sandbox, { 'role-to-assume': '' }, { env });
    expectFailure(result, 'aws-credentials-failed', 'AWS_CONTAINER_CREDENTIALS_FULL_URI');
    expect(countOf(result, 'CreateVpcEndpoint')).toBe(1);
    expect(sandbox.clock.now() - endedAt, result.log).toBeLessThan(65_000);
  });
});

describe('of several sources', () => {
  it.each(ORDER)('$there: the first is used, and the others are not asked', async ({ place, log }) => {
    const sandbox = await runner();
    const result = await run(sandbox, AMBIENT, { env: place(folder, sandbox) });
    expectSuccess(result);
    expect(result.log.split('\n').find((line) => line.startsWith('AWS credentials:'))).toBe(log);
    const asked = result.requests.filter(
      ({ service, action }) => service === 'metadata' || action.startsWith('AssumeRole'),
    );
    const metadata = log.includes('(169.254') ? 1 : 0;
    const roles = log.includes(': profile "ci"') || log.includes(': AWS_WEB') ? 1 : 0;
    expect(asked.map(({ action }) => action)).toHaveLength(metadata + roles);
  });
});

describe('keys of the environment', () => {
  const given = (changes: Record<string, string>) => ({
    AWS_ACCESS_KEY_ID: ids.accessKeyId,
    AWS_SECRET_ACCESS_KEY: ids.secretAccessKey,
    ...changes,
  });

  it.each([
    {
      what: 'line breaks at the end',
      env: { AWS_ACCESS_KEY_ID: `${ids.accessKeyId}\n`, AWS_SECRET_ACCESS_KEY: `${ids.secretAccessKey}\r\n` },
    },
    { what: 'blanks around them', env: { AWS_ACCESS_KEY_ID: ` ${ids.accessKeyId} `, AWS_SESSION_TOKEN: ' \n' } },
  ])('may have $what', async ({ env }) => {
    const sandbox = await runner();
    const result = await run(sandbox, AMBIENT, { env: given(env) });
    expectSuccess(result);
    expect(result.outputs['aws-account-id']).toBe(ids.account);
  });

  const partial = 'aws-credentials-missing';
  const damaged = 'aws-credentials-invalid';
  it.each([
    {
      what: 'a key without its secret',
      env: { AWS_SECRET_ACCESS_KEY: '' },
      code: partial,
      says: 'AWS_ACCESS_KEY_ID is set, but AWS_SECRET_ACCESS_KEY is empty',
    },
    {
      what: 'a secret without its key',
      env: { AWS_ACCESS_KEY_ID: ' \n' },
      code: partial,
      says: 'AWS_SECRET_ACCESS_KEY is set, but AWS_ACCESS_KEY_ID is empty',
    },
    {
      what: 'a key of a session without its token',
      env: { AWS_ACCESS_KEY_ID: 'ASIA0SANDBOX00000001' },
      code: partial,
      says: 'AWS_ACCESS_KEY_ID is a key of a session, but AWS_SESSION_TOKEN is empty',
    },
    {
      what: 'a line break inside',
      env: { AWS_ACCESS_KEY_ID: 'AKIA0SANDBOX\n00000001' },
      code: damaged,
      says: 'AWS_ACCESS_KEY_ID contains a line break',
    },
    {
      what: 'quotation marks',
      env: { AWS_ACCESS_KEY_ID: `"${ids.accessKeyId}"` },
      code: damaged,
      says: 'AWS_ACCESS_KEY_ID contains a quotation mark',
    },
    {
      what: 'a space of another kind',
      env: { AWS_SECRET_ACCESS_KEY: `${ids.secretAccessKey}\u00a0` },
      code: damaged,
      says: 'AWS_SECRET_ACCESS_KEY contains the character U+00A0',
    },
  ])('with $what end the run before a request', async ({ env, code, says }) => {
    const sandbox = await runner();
    const result = await run(sandbox, AMBIENT, { env: given(env) });
    expectFailure(result, code, says);
    expect(result.requests.filter(({ service }) => service === 'sts' || service === 'ec2')).toEqual([]);
  });
});

/** Ends every session once, the moment before the first request of this action takes effect. */
function endSessionsAt(sandbox: MemorySandbox, action: string, then: (now: number) => void = () => undefined): void {
  let over = false;
  sandbox.onRequest(({ request, when }) => {
    if (over || when !== 'before' || request.action !== action) return;
    over = true;
    const now = sandbox.clock.now();
    for (const key of sandbox.world.accessKeys.values()) if (key.accessKeyId.startsWith('ASIA')) key.expiresAt = now;
    then(now);
  });
}

describe('a session that ends during the run', () => {
  const SOURCES = ROWS.filter((row) => row.trouble === 'nothing' && row.name !== 'profile with keys');

  it.each(SOURCES)('is begun again from $name', async (row) => {
    const sandbox = await runner(row);
    endSessionsAt(sandbox, 'CreateVpcEndpoint');
    const result = await run(sandbox, { 'role-to-assume': '' }, { env: row.place(folder, sandbox) });
    expectSuccess(result);
    expect(sandbox.world.endpoints()).toHaveLength(1);
  });

  // Kubernetes replaces it during a long run.
  it.each([
    { variable: 'AWS_WEB_IDENTITY_TOKEN_FILE', rows: ROLE_ROWS },
    { variable: 'AWS_CONTAINER_AUTHORIZATION_TOKEN_FILE', rows: METADATA_ROWS },
  ])('is begun again with the token that $variable holds then, which is masked', async ({ variable, rows }) => {
    const sandbox = await runner();
    const env = rows.find(({ trouble }) => trouble === 'nothing')?.place(folder, sandbox) ?? {};
    const replaced = issueToken(sandbox.world, 'sts.amazonaws.com');
    endSessionsAt(sandbox, 'CreateSecurityGroup', () => {
      writeFileSync(env[variable] ?? '', `${replaced}\n`);
      sandbox.settings.metadata.containerToken = replaced;
      const home = variable.includes('WEB') ? 'sts WebIdentityToken' : 'metadata authorization';
      sandbox.world.secretHomes.set(replaced, home);
    });
    const result = await run(sandbox, { 'role-to-assume': '' }, { env });
    expectSuccess(result);
    expect(result.masks).toContain(replaced);
  });

  it('ends the run from a profile with keys, which would give the same ones', async () => {
    const sandbox = await runner();
    const [row] = ROWS.filter(({ name, trouble }) => name === 'profile with keys' && trouble === 'nothing');
    sandbox.faults.add({
      match: { action: 'CreateSecurityGroup' },
      kind: 'status',
      status: 400,
      code: 'RequestExpired',
      message: 'Request has expired.',
    });
    const result = await run(sandbox, { 'role-to-assume': '' }, { env: row?.place(folder, sandbox) ?? {} });
    expectFailure(result, 'aws-credentials-invalid', /longer session/);
    expect(countOf(result, 'CreateSecurityGroup')).toBe(1);
  });
});
