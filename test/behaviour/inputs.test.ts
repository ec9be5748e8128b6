import { fileURLToPath } from 'node:url';
import { beforeAll, describe, expect, it } from 'vitest';
import { readActionInputs } from '../harness/action-inputs.ts';
import type { RunResult } from '../harness/step.ts';
import { ids, standardWorld } from '../sandbox/index.ts';
import { errorsOf, expectFailure } from '../support/expectations.ts';
import { inMemory } from '../support/in-memory.ts';
import { run } from '../support/run.ts';
import { MISTAKES, type Mistake } from './bad-values.ts';

const actionFile = fileURLToPath(new URL('../../action.yml', import.meta.url));

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

/** What must not come out although it is wrong. */
const SECRETS = [
  'urlPassword1',
  'proxyPass%word',
  'proxyPass#word',
  'proxyPassWord',
  ...MISTAKES.filter(([name, value]) => name === 'cockroach-api-key' && value !== '').map(([, value]) => value),
];

/** A line of the summary as it shows. */
const unescaped = (line: string) =>
  line
    .replaceAll('\\', '')
    .replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)))
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');

const start = (inputs: Record<string, string>, env: Record<string, string | undefined> = {}): Promise<RunResult> =>
  inMemory(standardWorld(), (box) => {
    for (const secret of SECRETS) box.world.secrets.add(secret);
    return run(box, inputs, { env });
  });

describe.each(inRuns(MISTAKES).map((mistakes, index) => ({ name: `bad inputs, run ${index + 1}`, mistakes })))(
  '$name',
  ({ mistakes }) => {
    let result: RunResult;
    beforeAll(async () => {
      const unset = { AWS_REGION: undefined, AWS_DEFAULT_REGION: undefined, COCKROACH_API_KEY: undefined };
      const [variables, inputs] = [true, false].map((wanted) =>
        Object.fromEntries(mistakes.filter(([name]) => /^[A-Z_]+$/.test(name) === wanted)),
      );
      result = await start(inputs ?? {}, { ...unset, ...variables });
    });

    it('fails before any request, with an annotation for each mistake', () => {
      expectFailure(result, 'input-invalid', /nothing was sent to AWS or CockroachDB Cloud/);
      expect(result.requests).toEqual([]);
      expect(result.outputs['status']).toBe('failed');
    });

    const named = mistakes.map(([input, value, says]) => ({ input, says, given: JSON.stringify(value.slice(0, 60)) }));
    it.each(named)('names $input when it is $given', ({ input, says }) => {
      // A long first line goes on in the second, and the fix stands in a line of its own.
      const parts = errorsOf(result).flatMap(({ message }) => message.split('\n\n'));
      const flat = ['\n', ' ', '. '].flatMap((between) => parts.map((part) => part.replaceAll('\n', between)));
      const told = [`${result.log}\n${flat.join('\n')}`, unescaped(result.summary)].map((shown) =>
        shown.split('\n').find((line) => line.includes(`${input}:`) && says.test(line)),
      );
      expect(told[0], result.log).toBeDefined();
      expect(told[1], result.summary).toBeDefined();
    });
  },
);

it('tries at least 150 values that are wrong, of every input that has a form', () => {
  expect(MISTAKES.length).toBeGreaterThanOrEqual(150);
  const formless = ['github-token'];
  const named = new Set(MISTAKES.map(([name]) => name));
  const inputs = Object.keys(readActionInputs(actionFile));
  expect(inputs.filter((name) => !named.has(name) && !formless.includes(name))).toEqual([]);
});

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
    expectFailure(
      result,
      'input-invalid',
      /^PRIVATELINK_READ_LAG_SECONDS: .*\nCorrect the environment variable PRIVATELINK_READ_LAG_SECONDS of the step, job or runner; nothing was sent/,
    );
    expect(result.requests).toEqual([]);
  });

  it('names all proxy variables that are wrong, in either case, beside an input', async () => {
    const env = {
      https_proxy: 'socks5://proxy:1080',
      HTTPS_PROXY: '"http://not-in-force"',
      HTTP_PROXY: 'http://proxy:0x1',
    };
    const result = await start({ wait: 'no' }, env);
    expectFailure(
      result,
      'input-invalid',
      /^Correct `wait` in the `with:` block of the step/m,
      /^Correct the environment variable https_proxy/m,
    );
    expect(result.requests).toEqual([]);
    const listed = errorsOf(result).map(({ message }) => message.split(':')[0]);
    expect(listed).toEqual(['wait', 'https_proxy', 'HTTP_PROXY']);
  });
});

describe('more mistakes than GitHub shows annotations', () => {
  const wrong = {
    ...Object.fromEntries(['wait', 'probe', 'comment', 'dry-run', 'private-dns'].map((name) => [name, 'no'])),
  };
  const ten = { ...wrong, 'vpc-id': 'a', 'subnet-ids': 'a,b', 'endpoint-id': 'a', operation: 'a' };

  it('the tenth holds the rest in full', async () => {
    const cidrs = Array.from({ length: 8 }, (_, index) => `net-${index}`);
    const result = await start({ ...ten, 'allowed-cidrs': cidrs.join() });
    const errors = errorsOf(result);
    expect(errors).toHaveLength(10);
    expect(errors[9]?.title).toMatch(/^CockroachDB PrivateLink: \d+ more$/);
    const all = errors.map(({ message }) => message).join('\n');
    for (const name of [...Object.keys(ten), 'allowed-cidrs']) expect(all).toMatch(new RegExp(`${name}: `));
    for (const cidr of cidrs) expect(all).toContain(`"${cidr}" is not an IPv4 CIDR block`);
    const parts = errors[9]?.message.split('\n\n') ?? [];
    for (const part of parts.slice(1)) expect(part).toMatch(/\n(Correct|Set|Remove) [\s\S]*\nhttps:/);
  });

  it('ten are each in one of their own', async () => {
    const result = await start({ ...ten, 'subnet-ids': 'a,b' });
    expect(errorsOf(result).map(({ title }) => title)).toEqual(
      Array.from({ length: 10 }, () => 'CockroachDB PrivateLink: input-invalid'),
    );
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

it.each([
  ['aws-us-gov', 'us-gov-west-1', 'role/deployer'],
  ['aws', 'us-east-1', 'role/teams/data+infra=1/it!s/deploy,er@x'],
  ['aws', 'mx-central-1', `role/${'p'.repeat(500)}/${'n'.repeat(64)}`],
  ['aws-eusc', 'eusc-de-east-1', 'role/deployer'],
])('takes every role ARN that IAM makes: %s, %s, %s', async (partition, region, role) => {
  const result = await start({ 'role-to-assume': `arn:${partition}:iam::111122223333:${role}`, 'aws-region': region });
  expect(result.outputs['error-code']).not.toBe('input-invalid');
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
