import { describe, expect, it } from 'vitest';
import { advancedWorld, ids, type SandboxOptions, standardWorld } from '../sandbox/index.ts';
import { countOf, expectFailure, expectSuccess } from '../support/expectations.ts';
import { memoryFor } from '../support/in-memory.ts';
import { mutations, run } from '../support/run.ts';

const NO_TOKEN = { ACTIONS_ID_TOKEN_REQUEST_URL: undefined, ACTIONS_ID_TOKEN_REQUEST_TOKEN: undefined };
const ISSUER = 'https://token.actions.githubusercontent.com';

/** The Standard world with a role whose trust policy accepts only these subjects. */
function trusting(subjects: string[], settings: SandboxOptions['settings'] = {}): SandboxOptions {
  const options = standardWorld();
  for (const role of options.world?.roles ?? []) role.subjects = subjects;
  return { ...options, settings };
}

/** The Standard world whose account and role expect these audiences; null: the account has no OIDC provider. */
function expecting(audiences: string[] | null): SandboxOptions {
  const options = standardWorld();
  for (const account of options.world?.accounts ?? []) account.oidcAudiences = audiences;
  for (const role of options.world?.roles ?? []) role.audiences = audiences ?? ['sts.amazonaws.com'];
  return options;
}

describe('signing in with OIDC', () => {
  it('asks GitHub for a token with the usual audience and assumes the role with it', async () => {
    const sandbox = await memoryFor(standardWorld());
    const result = await run(sandbox, { 'role-session-name': 'deploy-42', 'role-duration-seconds': '1800' });
    expectSuccess(result);
    const token = result.requests.filter(({ service }) => service === 'oidc');
    expect(token.map(({ params }) => params['audience'])).toEqual(['sts.amazonaws.com']);
    const assumed = result.requests.filter(({ service }) => service === 'sts');
    expect(assumed.map(({ action }) => action)).toEqual(['AssumeRoleWithWebIdentity']);
    expect(assumed[0]?.params).toMatchObject({
      RoleArn: ids.role,
      RoleSessionName: 'deploy-42',
      DurationSeconds: '1800',
    });
    expect(result.outputs['aws-account-id']).toBe(ids.account);
  });

  it('passes the audience of the input on, and names the session after the run where nothing is given', async () => {
    const sandbox = await memoryFor(expecting(['https://sts.acme.example']));
    const result = await run(sandbox, { audience: 'https://sts.acme.example' });
    expectSuccess(result);
    const [token] = result.requests.filter(({ service }) => service === 'oidc');
    expect(token?.params['audience']).toBe('https://sts.acme.example');
    const [assumed] = result.requests.filter(({ service }) => service === 'sts');
    expect(assumed?.params['RoleSessionName']).toMatch(/^cockroachdb-privatelink-\d+$/);
  });

  it('goes on after a token endpoint and an STS that fail for a moment', async () => {
    const sandbox = await memoryFor({ ...standardWorld(), settings: { sts: { idpUnreachable: 2 } } });
    sandbox.faults.add({ match: { service: 'oidc' }, kind: 'status', status: 503, times: 2 });
    sandbox.faults.add({ match: { service: 'sts', nth: 3 }, kind: 'reset' });
    const result = await run(sandbox, { 'dry-run': 'true' });
    expectSuccess(result);
    expect(countOf(result, 'AssumeRoleWithWebIdentity')).toBeGreaterThanOrEqual(4);
  });
});

describe('a job that gets no token', () => {
  it('names the permission when id-token: write is missing', async () => {
    const sandbox = await memoryFor(standardWorld());
    const result = await run(sandbox, {}, { env: NO_TOKEN });
    expectFailure(
      result,
      'oidc-unavailable',
      /^Missing permission: this job needs `id-token: write`$/m,
      /permissions: \{ id-token: write/,
    );
    expect(result.requests.filter(({ service }) => service === 'sts' || service === 'ec2')).toEqual([]);
    expect(result.log).not.toMatch(/fork|Enterprise/);
  });

  it('says so when the run is for a pull request from a fork', async () => {
    const sandbox = await memoryFor(standardWorld());
    const payload = { number: 7, pull_request: { number: 7, head: { repo: { full_name: 'mallory/shop' } } } };
    const result = await run(sandbox, {}, { env: NO_TOKEN, event: { name: 'pull_request', payload } });
    expectFailure(result, 'oidc-unavailable', /pull request from a fork/, /Skip the step for forks/);
    expect(mutations(result)).toEqual([]);
  });

  it('does not blame a fork when the pull request is from the same repository', async () => {
    const sandbox = await memoryFor(standardWorld());
    const payload = { number: 7, pull_request: { number: 7, head: { repo: { full_name: 'acme/shop' } } } };
    const result = await run(sandbox, {}, { env: NO_TOKEN, event: { name: 'pull_request', payload } });
    expectFailure(result, 'oidc-unavailable', /^Missing permission: this job needs `id-token: write`$/m);
    expect(result.log).not.toContain('from a fork');
  });

  it('says fork also when the fork was deleted, so that GitHub names no head repository', async () => {
    const sandbox = await memoryFor(standardWorld());
    const payload = { number: 7, pull_request: { number: 7, head: { repo: null } } };
    const result = await run(sandbox, {}, { env: NO_TOKEN, event: { name: 'pull_request', payload } });
    expectFailure(result, 'oidc-unavailable', /pull request from a fork/);
  });

  it('says which GitHub Enterprise Server has no OIDC', async () => {
    const sandbox = await memoryFor(standardWorld());
    const env = { ...NO_TOKEN, GITHUB_SERVER_URL: 'https://github.acme.example', GITHUB_ACTION_REPOSITORY: '' };
    const result = await run(sandbox, {}, { env });
    expect([result.exitCode, result.outputs['error-code']]).toEqual([1, 'oidc-unavailable']);
    expect(result.log).toMatch(/id-token: write[\s\S]*GitHub Enterprise Server is older than 3\.5/);
  });

  it('does not take GitHub Enterprise Cloud with data residency for a server', async () => {
    const sandbox = await memoryFor(standardWorld());
    const env = { ...NO_TOKEN, GITHUB_SERVER_URL: 'https://acme.ghe.com', GITHUB_ACTION_REPOSITORY: '' };
    const result = await run(sandbox, {}, { env });
    expect([result.exitCode, result.outputs['error-code']]).toEqual([1, 'oidc-unavailable']);
    expect(result.log).not.toContain('Enterprise Server');
  });
});

describe('a token that AWS does not accept', () => {
  it('names the provider and the audience when the audience is wrong', async () => {
    const sandbox = await memoryFor(standardWorld());
    const result = await run(sandbox, { audience: 'https://elsewhere.example' });
    expectFailure(
      result,
      'oidc-provider-missing',
      /Incorrect token audience/,
      'Add the audience https://elsewhere.example to the IAM OIDC provider',
    );
    expect(countOf(result, 'AssumeRoleWithWebIdentity')).toBe(1);
  });

  it('names the provider when the account has none', async () => {
    const sandbox = await memoryFor(expecting(null));
    const result = await run(sandbox);
    expectFailure(result, 'oidc-provider-missing', /No OpenIDConnect provider/, `IAM OIDC provider ${ISSUER}`);
  });

  it.each([
    { form: 'old', subject: '', trusted: 'repo:acme@600000001/shop@700000001:*' },
    {
      form: 'immutable',
      subject: 'repo:acme@600000001/shop@700000001:ref:refs/heads/main',
      trusted: 'repo:acme/shop:*',
    },
  ])('prints the claims in both forms when the trust policy does not match a token of the $form form', async (one) => {
    const sandbox = await memoryFor(trusting([one.trusted], { oidc: { subject: one.subject } }));
    const result = await run(sandbox);
    expectFailure(result, 'role-not-assumed', ids.role, /trust policy/);
    const claims = result.log.split('\n').filter((line) => /^(iss|aud|sub)\b/.test(line));
    expect(claims).toContain(`iss: ${ISSUER}`);
    expect(claims).toContain('aud: sts.amazonaws.com');
    expect(claims).toContain(`sub: ${one.subject || 'repo:acme/shop:ref:refs/heads/main'}`);
    expect(claims.filter((line) => line.endsWith(': repo:acme/shop:ref:refs/heads/main'))).not.toEqual([]);
    expect(
      claims.filter((line) => line.endsWith(': repo:acme@600000001/shop@700000001:ref:refs/heads/main')),
    ).not.toEqual([]);
    expect(`${result.log}${result.stderr}${result.summary}${JSON.stringify(result.outputs)}`).not.toContain('eyJ0eXAi');
    expect(mutations(result)).toEqual([]);
  });

  it('refuses a longer session than the role allows with the words of AWS', async () => {
    const options = standardWorld();
    for (const role of options.world?.roles ?? []) role.maxSessionSeconds = 3600;
    const sandbox = await memoryFor(options);
    const result = await run(sandbox, { 'role-duration-seconds': '7200' });
    expectFailure(result, 'aws-refused', /MaxSessionDuration/);
  });
});

describe("GitHub's token endpoint out of order", () => {
  it.each([
    { how: 'fails', fault: { kind: 'status', status: 500 }, says: /returned no OIDC token: HTTP 500/ },
    {
      how: 'is behind a broken gateway',
      fault: { kind: 'html', status: 502 },
      says: /answer is not from .*: HTTP 502, HTML/,
    },
    { how: 'cuts the connection', fault: { kind: 'reset' }, says: /did not answer: the connection broke/ },
    { how: 'never answers', fault: { kind: 'hang' }, says: /"no answer in 30 s"/ },
  ] as const)('ends in oidc-failed when it $how', async ({ fault, says }) => {
    const sandbox = await memoryFor(standardWorld());
    sandbox.faults.add({ match: { service: 'oidc' }, times: 100, ...fault });
    const result = await run(sandbox);
    expectFailure(result, 'oidc-failed', says);
    expect(countOf(result, 'AssumeRoleWithWebIdentity')).toBe(0);
    expect(mutations(result)).toEqual([]);
  });

  it('ends in oidc-failed when it refuses', async () => {
    const sandbox = await memoryFor({ ...standardWorld(), settings: { oidc: { refuse: true } } });
    expectFailure(await run(sandbox), 'oidc-failed');
  });
});

describe('one bad moment while signing in', () => {
  it.each([
    { how: 'GitHub throttles', service: 'oidc', fault: { kind: 'throttle' } },
    { how: 'STS never answers', service: 'sts', fault: { kind: 'hang' } },
    { how: 'a proxy answers in place of STS', service: 'sts', fault: { kind: 'html', status: 200 } },
  ] as const)('is got over when $how', async ({ service, fault }) => {
    const sandbox = await memoryFor(standardWorld());
    sandbox.faults.add({ match: { service }, ...fault });
    const result = await run(sandbox, { 'dry-run': 'true' });
    expectSuccess(result);
    expect(result.requests.filter((one) => one.service === service)).toHaveLength(2);
  });
});

describe('allowed-account-ids', () => {
  it('is enforced before the first write, also before a write at CockroachDB Cloud', async () => {
    const sandbox = await memoryFor(advancedWorld());
    const result = await run(sandbox, { cluster: ids.advancedCluster, 'allowed-account-ids': ids.otherAccount });
    expectFailure(result, 'wrong-account', ids.account, 'allowed-account-ids');
    expect(mutations(result)).toEqual([]);
    expect(sandbox.world.services()).toEqual([]);
  });

  it('lets a run through in an account of the list', async () => {
    const sandbox = await memoryFor(standardWorld());
    const result = await run(sandbox, { 'allowed-account-ids': `${ids.otherAccount}\n${ids.account}` });
    expectSuccess(result);
    expect(result.outputs['status']).toBe('available');
  });
});
