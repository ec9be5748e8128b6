import { DescribeVpcsCommand, EC2Client } from '@aws-sdk/client-ec2';
import { AssumeRoleWithWebIdentityCommand, GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { afterEach, expect, test } from 'vitest';
import { type DeepPartial, ids, type Sandbox, type Settings, startSandbox } from '../sandbox/index.ts';

const open: Sandbox[] = [];
afterEach(async () => {
  for (const sandbox of open.splice(0)) await sandbox.close();
});

async function world(settings: DeepPartial<Settings> = {}) {
  const sandbox = await startSandbox({ rate: 1, settings });
  open.push(sandbox);
  const sts = new STSClient({
    region: ids.region,
    endpoint: sandbox.urls.sts,
    maxAttempts: 1,
    credentials: { accessKeyId: ids.accessKeyId, secretAccessKey: ids.secretAccessKey },
  });
  const token = async (audience = 'sts.amazonaws.com') => {
    const { ACTIONS_ID_TOKEN_REQUEST_URL: url, ACTIONS_ID_TOKEN_REQUEST_TOKEN: bearer } = sandbox.env;
    const response = await fetch(`${url}&audience=${audience}`, { headers: { Authorization: `Bearer ${bearer}` } });
    return response.ok ? ((await response.json()) as { value: string }).value : `status ${response.status}`;
  };
  const assume = async (WebIdentityToken: string, RoleArn: string = ids.role, DurationSeconds = 900) => {
    const input = { RoleArn, RoleSessionName: 'a-run', WebIdentityToken, DurationSeconds };
    return sts.send(new AssumeRoleWithWebIdentityCommand(input));
  };
  return { sandbox, sts, token, assume };
}

const refusal = async (promise: Promise<unknown>) => {
  try {
    await promise;
  } catch (error) {
    return `${(error as Error).name}: ${(error as Error).message}`;
  }
  return 'no refusal';
};

test('a fresh token each time, and credentials that expire', async () => {
  const { sandbox, token, assume, sts } = await world();
  const first = await token();
  expect(await token()).not.toBe(first);
  const answer = await assume(first);
  expect(answer.AssumedRoleUser?.Arn).toBe(`arn:aws:sts::${ids.account}:assumed-role/privatelink-deployer/a-run`);
  const given = answer.Credentials;
  expect((given?.Expiration?.getTime() ?? 0) - sandbox.clock.now()).toBeGreaterThan(880_000);
  const credentials = {
    accessKeyId: given?.AccessKeyId ?? '',
    secretAccessKey: given?.SecretAccessKey ?? '',
    sessionToken: given?.SessionToken ?? '',
  };
  const settings = { region: ids.region, endpoint: sandbox.urls.ec2, maxAttempts: 1 };
  const ec2 = new EC2Client({ ...settings, credentials });
  expect((await ec2.send(new DescribeVpcsCommand({}))).Vpcs).toHaveLength(1);
  const half = new EC2Client({ ...settings, credentials: { ...credentials, sessionToken: 'other' } });
  expect(await refusal(half.send(new DescribeVpcsCommand({})))).toMatch(/^AuthFailure/);
  sandbox.settings.sts.maxClockSkewSeconds = 100_000;
  sandbox.clock.advance(901_000);
  expect(await refusal(ec2.send(new DescribeVpcsCommand({})))).toMatch(/^RequestExpired/);
  expect((await sts.send(new GetCallerIdentityCommand({}))).Account).toBe(ids.account);
});

test('what STS refuses', async () => {
  const { sandbox, token, assume } = await world();
  const denied = 'AccessDenied: Not authorized to perform sts:AssumeRoleWithWebIdentity';
  expect(await refusal(assume(await token(), 'arn:aws:iam::111122223333:role/other'))).toBe(denied);
  expect(await refusal(assume(await token('elsewhere')))).toMatch(/^InvalidIdentityToken/);
  expect(await refusal(assume('not.a.token'))).toMatch(/^InvalidIdentityToken/);
  expect(await refusal(assume(await token(), ids.role, 7200))).toMatch(/^ValidationError/);
  sandbox.settings.oidc.subject = 'repo:someone/else:ref:refs/heads/main';
  expect(await refusal(assume(await token()))).toBe(denied);
  sandbox.settings.oidc.subject = 'repo:acme@600000001/shop@700000001:ref:refs/heads/main';
  const good = await token();
  expect(await refusal(assume(good))).toBe('no refusal');
  sandbox.settings.sts.idpUnreachable = 1;
  expect(await refusal(assume(good))).toMatch(/^IDPCommunicationError/);
  sandbox.clock.advance(301_000);
  expect(await refusal(assume(good))).toMatch(/^ExpiredTokenException/);
  sandbox.settings.oidc.refuse = true;
  expect(await token()).toBe('status 403');
  expect(JSON.stringify(sandbox.requests)).not.toContain(good);
});
