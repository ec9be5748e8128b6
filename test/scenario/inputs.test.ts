import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type RunResult, runAction } from '../harness/run-action.ts';
import { ids, type Sandbox, standardWorld, startSandbox } from '../sandbox/index.ts';
import { errorsOf, expectFailure } from './expectations.ts';
import { step } from './support.ts';

/** One mistake: an input, a value that is wrong, and what its line says besides the name of the input. */
type Mistake = readonly [input: string, value: string, says: RegExp];

const MISTAKES: readonly Mistake[] = [
  ['operation', 'create', /"create" is none of ensure, verify, delete, sweep/],
  ['operation', 'Ensure', /"Ensure" is none of/],
  ['cluster', '', /is required/],
  ['cluster', '../clusters', /"\.\.\/clusters" is not a cluster ID or cluster name/],
  ['cluster', 'orders?limit=1', /is not a cluster ID/],
  ['cockroach-api-key', '', /is required.*COCKROACH_API_KEY/],
  ['cockroach-api-key', 'CCDB1 with spaces in it', /white space/],
  ['cockroach-api-url', 'http://cockroachlabs.cloud', /https/],
  ['cockroach-api-url', 'http://localhost.evil.example', /https/],
  ['cockroach-api-url', 'ftp://cockroachlabs.cloud', /https/],
  ['cockroach-api-url', 'cockroachlabs.cloud', /https/],
  ['cockroach-api-url', 'https://user:urlPassword1@cockroachlabs.cloud', /plain address/],
  ['aws-region', '', /is required \(or AWS_REGION\)/],
  ['aws-region', 'us-east-1a', /"us-east-1a" is not an AWS region/],
  ['aws-region', 'US East (N. Virginia)', /is not an AWS region/],
  ['role-to-assume', 'privatelink-deployer', /is not an IAM role ARN/],
  ['role-to-assume', 'arn:aws:iam::111122223333:user/deployer', /is not an IAM role ARN/],
  ['role-to-assume', 'arn:aws:iam::1111:role/deployer', /is not an IAM role ARN/],
  ['role-to-assume', 'arn:aws-cn:iam::111122223333:role/deployer', /partition aws-cn, but region us-east-1 is in aws/],
  ['role-session-name', 'has space', /2 to 64/],
  ['role-session-name', 'x', /2 to 64/],
  ['role-duration-seconds', '899', /from 900 to 43200/],
  ['role-duration-seconds', '43201', /from 900 to 43200/],
  ['role-duration-seconds', '1h', /"1h" is not a whole number/],
  ['audience', 'two words', /printable/],
  ['allowed-account-ids', '11112222333', /"11112222333" is not a 12-digit AWS account ID/],
  ['allowed-account-ids', 'self', /12-digit/],
  ['vpc-id', 'vpc-xyz', /is not a VPC ID/],
  ['vpc-id', '', /is required \(or endpoint-id/],
  ['subnet-ids', 'subnet-0aaaaaaaaaaaaaaa1,subnet-ONE', /"subnet-ONE" is not a subnet ID/],
  ['security-group-ids', 'default', /is not a security group ID/],
  ['allowed-cidrs', '10.0.0.0/33', /"10\.0\.0\.0\/33" is not an IPv4 CIDR block/],
  ['allowed-cidrs', '10.0.0', /is not an IPv4 CIDR block/],
  ['allowed-cidrs', '::/0', /is not an IPv4 CIDR block/],
  ['allowed-security-group-ids', 'web', /is not a security group ID/],
  ['endpoint-id', 'vpce-svc-0bbbbbbbbbbbbbbb1', /is not a VPC endpoint ID/],
  ['environment', 'branch:', /needs the name of a branch/],
  ['environment', 'pr:abc', /number of a pull request/],
  ['environment', 'pr:0', /number of a pull request/],
  ['private-dns', 'yes', /"yes" is neither true nor false/],
  ['trusted-owners', 'nobody', /./],
  ['trusted-owners-mode', 'replace', /./],
  ['tags', 'no-equals-sign', /is not key=value/],
  ['tags', 'aws:owner=me', /reserved prefix/],
  ['tags', 'cockroachdb-privatelink/managed-by=me', /reserved prefix/],
  ['tags', 'team=a\nteam=b', /"team" is given twice/],
  ['tags', 'team=<b>', /is not a tag value/],
  ['probe', 'maybe', /./],
  ['wait', 'later', /neither true nor false/],
  ['timeout-seconds', '29', /from 30 to 21000/],
  ['timeout-seconds', '21001', /from 30 to 21000/],
  ['timeout-seconds', '-60', /whole number/],
  ['dry-run', 'y', /neither true nor false/],
  ['fail-on-drift', 'maybe', /./],
  ['drift-issue', 'maybe', /./],
  ['comment', 'maybe', /./],
  ['sweep-grace-hours', '12', /./],
];

/** Each run takes one mistake of every input that has any left, so that few runs show them all. */
function inRuns(mistakes: readonly Mistake[]): Mistake[][] {
  const runs: Mistake[][] = [];
  for (const mistake of mistakes) {
    const free = runs.find((one) => one.every(([input]) => input !== mistake[0]));
    if (free === undefined) runs.push([mistake]);
    else free.push(mistake);
  }
  return runs;
}

let sandbox: Sandbox;
beforeAll(async () => {
  sandbox = await startSandbox(standardWorld());
  sandbox.world.secrets.add('urlPassword1').add('CCDB1 with spaces in it');
});
afterAll(() => sandbox.close());

const start = (inputs: Record<string, string>, env: Record<string, string | undefined> = {}): Promise<RunResult> =>
  runAction(sandbox, { inputs: step(inputs), env });

describe.each(inRuns(MISTAKES).map((mistakes, index) => ({ name: `bad inputs, run ${index + 1}`, mistakes })))(
  '$name',
  ({ mistakes }) => {
    let result: RunResult;
    beforeAll(async () => {
      const env = { AWS_REGION: undefined, AWS_DEFAULT_REGION: undefined, COCKROACH_API_KEY: undefined };
      result = await start(Object.fromEntries(mistakes.map(([input, value]) => [input, value])), env);
    });

    it('fails before any request, with one annotation', () => {
      expectFailure(result, 'input-invalid', /nothing was sent to AWS or CockroachDB Cloud/);
      expect(result.requests).toEqual([]);
      expect(result.outputs['status']).toBe('failed');
    });

    it.each(mistakes)('names %s when it is %j', (input, _value, says) => {
      const told = [result.log, result.summary.replaceAll('\\', '')].map((shown) =>
        shown.split('\n').find((line) => line.includes(`${input}:`)),
      );
      expect(told[0], result.log).toBeDefined();
      expect(told[0]).toMatch(says);
      expect(told[1], result.summary).toBeDefined();
    });
  },
);

describe('mistakes between inputs', () => {
  it.each([
    {
      more: { 'endpoint-id': 'vpce-0aaaaaaaaaaaaaaaa', 'subnet-ids': ids.subnets[0] },
      says: /^subnet-ids: .*endpoint-id/,
    },
    { more: { 'endpoint-id': 'vpce-0aaaaaaaaaaaaaaaa', tags: 'team=a' }, says: /^tags: .*endpoint-id/ },
    { more: { 'security-group-ids': 'sg-0aaaaaaaaaaaaaaaa', 'allowed-cidrs': '10.0.0.0/8' }, says: /^allowed-cidrs: / },
    { more: { 'aws-region': 'cn-north-1' }, says: /^role-to-assume: .*partition aws/ },
  ])('are named: $says', async ({ more, says }) => {
    const result = await start(more);
    expectFailure(result, 'input-invalid', says);
    expect(result.requests).toEqual([]);
  });

  it('names a variable of the environment that is wrong', async () => {
    const result = await start({}, { PRIVATELINK_READ_LAG_SECONDS: 'soon' });
    expectFailure(result, 'input-invalid', /^PRIVATELINK_READ_LAG_SECONDS: /);
    expect(result.requests).toEqual([]);
  });
});

describe('what a mistake shows', () => {
  it('never shows a key that was put into the wrong input beside its own', async () => {
    const result = await start({ cluster: `${ids.standardCluster},${ids.apiKey}!` });
    expect(result.outputs['error-code']).toBe('input-invalid');
    expect(result.log).not.toContain(ids.apiKey);
    expect(errorsOf(result)).toHaveLength(1);
  });

  it('masks a key that comes from the environment', async () => {
    const result = await start({ 'cockroach-api-key': '', wait: 'no' }, { COCKROACH_API_KEY: ids.apiKey });
    expectFailure(result, 'input-invalid', /^wait: /);
    expect(result.masks).toContain(ids.apiKey);
  });

  it('cuts long values and shows hostile ones on one line', async () => {
    const result = await start({ 'vpc-id': `vpc-\n::error::owned ${'x'.repeat(5000)}` });
    expectFailure(result, 'input-invalid', /^vpc-id: /);
    expect(result.log.length).toBeLessThan(2000);
  });
});

it('takes values written in other usual ways', async () => {
  const result = await start({
    cluster: ` ${ids.standardName} ,\n${ids.standardName}`,
    'private-dns': 'True',
    'dry-run': 'TRUE',
    'allowed-cidrs': '10.1.2.3/16, 10.9.9.9',
    tags: 'team = data\nempty=\nurl=https://x.example/?a=b'.replace('?a=b', 'a=b'),
  });
  expect([result.exitCode, result.outputs['error-code']], result.log).toEqual([0, '']);
  expect(result.log).toContain('10.1.0.0/16, 10.9.9.9/32');
});
