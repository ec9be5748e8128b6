import { spawnSync } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { checkRecording } from '../../scripts/recording/check.ts';
import { NotARecording, readRecordingFile, readRecordingText } from '../../scripts/recording/read.ts';
import { showRecording } from '../../scripts/recording/show.ts';
import { knownWords } from '../../scripts/recording/words.ts';
import { DICTIONARY } from '../../src/recorder/dictionary.ts';
import * as fields from '../../src/recorder/fields.ts';

const root = join(import.meta.dirname, '../..');
const home = mkdtempSync(join(tmpdir(), 'recording-scripts-'));
afterAll(() => rmSync(home, { recursive: true }));

const ID = 'b1a97a14-fade-4f54-8ed3-9df5f95fd8bf';
const HEAD = {
  recording: 1,
  action: 'v1',
  node: '24.21.0',
  platform: 'linux',
  started: '2026-12',
  run: { event: 'push', server: 'https://github.com', repositoryId: '992127200' },
  inputs: { operation: 'ensure', cluster: [ID] },
};
const exchange = (n: number, more: object = {}) => ({
  n,
  after: [],
  start: n * 1000,
  ms: 100,
  service: 'ec2',
  host: 'localhost',
  call: 'DescribeVpcEndpoints',
  params: { 'Filter.1.Name': 'vpc-id', 'Filter.1.Value.1': 'vpc-0fade967c513795f1' },
  status: 200,
  headers: {},
  body: { state: 'pending' },
  ...more,
});
const END = { end: { exit: 0, ms: 5000, outputs: { status: 'available', 'error-code': '' }, steps: ['create-group'] } };
const text = (...lines: object[]) => `${lines.map((line) => JSON.stringify(line)).join('\n')}\n`;
const found = (...lines: object[]) => checkRecording(readRecordingText(text(HEAD, ...lines), 'it'));

describe('the check of recordings', () => {
  it('knows nothing of the recorder', () => {
    const own = readdirSync(join(root, 'scripts/recording')).filter((name) => name.endsWith('.ts'));
    const files = ['recording.ts', ...own.map((name) => `recording/${name}`)];
    expect(files.length).toBeGreaterThan(6);
    for (const file of files) {
      const imported = [...readFileSync(join(root, 'scripts', file), 'utf8').matchAll(/from '([^']+)'/g)].map(
        ([, one = '']) => one,
      );
      expect(imported.filter((one) => !/^node:|^\.\/(?:recording\/)?[a-z]+\.ts$/.test(one))).toEqual([]);
    }
  });

  it('knows every word and field that the recorder may write, so that a find is one', () => {
    expect([...DICTIONARY].filter((word) => word !== '' && !knownWords().has(word))).toEqual([]);
    const names = [
      fields.AWS_ANSWER,
      fields.AWS_PARAMETER,
      fields.CLOUD,
      fields.GITHUB,
      fields.QUERY,
      fields.OUTPUT,
    ].flatMap((one) => [...one.keys()]);
    const line = (name: string) => exchange(1, { body: { [name.split('.').at(-1) ?? '']: '' } });
    expect(names.filter((name) => found(line(name)).length > 0)).toEqual([]);
  });

  it.each([
    ['AKIAIOSFODNN7EXAMPLE', 'access key ID of AWS'],
    ['eyJhbGciOi.eyJzdWIi.c2ln', 'JSON web token'],
    ['ghs_0123456789abcdef', 'token of GitHub'],
    ['CCDB1_abc_def', 'API key of CockroachDB Cloud'],
    ['-----BEGIN PRIVATE KEY-----', 'private key or certificate'],
    ['b2222222-2222-4222-8222-222222222222', 'UUID'],
    ['111122223333', 'AWS account ID'],
    ['10.20.0.0/16', 'IPv4 address'],
    ['239.1.2.3', 'IPv4 address'],
    ['2600:1f18:1234::1', 'IPv6 address'],
    ['2001:db8:0:1::/64', 'IPv6 address'],
    ['jo@acme.example', 'e-mail address'],
    ['orders.cockroachlabs.cloud', 'host'],
    ['customer.service.com', 'host'],
    ['vpc-0123456789abcdef0', 'ID of a resource'],
    ['0123456789abcdef0123', 'hexadecimal value'],
    ['shopkeeper', 'unknown word or name'],
    ['4111 1111 1111 1111', 'number'],
    ['is it in', 'something spelled out'],
    ['ünter', 'characters that no word has'],
    ['The vpc-0fade967c513795f1 of shopkeeper', 'unknown word or name'],
  ])('finds %j as %s, and does not print it', (value, what) => {
    const [find, ...more] = found(exchange(1, { body: { Message: value } }));
    expect(find).toMatchObject({ line: 2, path: 'body.Message', what });
    for (const one of [find, ...more]) expect(`${one?.shown}`).not.toContain(value);
    // Also as the name of a field, where the path must not hold it either.
    const [key] = found(exchange(1, { body: { [value]: 'string(3)' } }));
    expect(key?.line).toBe(2);
    expect(JSON.stringify(key)).not.toContain(value);
  });

  it('accepts the digests that follow from the first line, and no others', () => {
    // sha256 of ["https://github.com","992127200","default","<id>"] and of the server alone.
    const own = 'cockroachdb-privatelink/claim/';
    const { createHash } = process.getBuiltinModule('node:crypto');
    const digest = createHash('sha256')
      .update(JSON.stringify(['https://github.com', '992127200', 'default', ID]))
      .digest('hex')
      .slice(0, 40);
    expect(found(exchange(1, { body: { key: `${own}${digest}`, value: 'v1 on=2c829a31' } }))).toEqual([]);
    const other = digest.replace(/^./, (first) => (first === '0' ? '1' : '0'));
    expect(found(exchange(1, { body: { key: `${own}${other}` } }))).toHaveLength(1);
  });

  it.each(['shop-eu', 'SHOP-EU', 'ue-pohs', 'shop-eu2'].map((value) => [value]))(
    'finds what must not be there: %s',
    (value) => {
      const line = exchange(1, { body: { Message: `the ${value} is` } });
      expect(
        checkRecording(readRecordingText(text(HEAD, line), 'it'), ['shop-eu']).some(({ what }) =>
          what.startsWith('a value'),
        ),
      ).toBe(true);
    },
  );
  it.each([
    ['in Base64', Buffer.from('x-shop-eu').toString('base64')],
    ['in hexadecimal', Buffer.from('shop-eu').toString('hex')],
    ['of a URL', '%73%68%6f%70%2d%65%75'],
  ])('finds it %s', (how, value) => {
    const line = exchange(1, { body: { Message: value } });
    expect(checkRecording(readRecordingText(text(HEAD, line), 'it'), ['shop-eu']).map(({ what }) => what)).toContain(
      `a value that must not be in it, ${how}`,
    );
  });
  it('takes a short word for one where it stands alone only', () => {
    const forbidden = (message: string) =>
      checkRecording(readRecordingText(text(HEAD, exchange(1, { body: { Message: message } })), 'it'), ['main']);
    expect(forbidden('the domain remains')).toEqual([]);
    expect(forbidden('the main branch').map(({ what }) => what)).toContain('a value that must not be in it, as it is');
  });

  it('tells a line that was cut off from a find, and looks into it', () => {
    const whole = text(HEAD, exchange(1), exchange(2));
    for (let length = text(HEAD, exchange(1)).length + 1; length < whole.length - 1; length += 1)
      expect([length, checkRecording(readRecordingText(whole.slice(0, length), 'it'))]).toEqual([length, []]);
    const bad = text(HEAD, exchange(1, { body: { Message: 'AKIAIOSFODNN7EXAMPLE', state: 'pending' } }));
    expect(checkRecording(readRecordingText(bad.slice(0, -15), 'it')).map(({ what }) => what)).toContain(
      'access key ID of AWS',
    );
  });
});

/** Steps of a workflow that a change from a fork can start and that upload something or record. */
function uploadsOfForks(workflow: string): string[] {
  const { on, jobs } = (parse(workflow) ?? {}) as {
    on?: unknown;
    jobs?: Record<string, { steps?: Record<string, unknown>[] }>;
  };
  const events = typeof on === 'string' ? [on] : Array.isArray(on) ? on.map(String) : Object.keys(on ?? {});
  if (!events.some((event) => /^pull_request|^workflow_run$|^issue_comment$/.test(event))) return [];
  const steps = Object.values(jobs ?? {}).flatMap((job) => job.steps ?? []);
  return steps
    .filter((one) => /upload-artifact|jsonl/.test(JSON.stringify(one)) || 'record' in ((one['with'] ?? {}) as object))
    .map((one) => String(one['uses']));
}

it('no page and no example uploads a recording from runs of forks', () => {
  const pages = [
    'README.md',
    'SECURITY.md',
    'CONTRIBUTING.md',
    ...readdirSync(join(root, 'docs'))
      .filter((name) => name.endsWith('.md'))
      .map((name) => `docs/${name}`),
  ];
  const blocks = pages.flatMap((page) =>
    [...readFileSync(join(root, page), 'utf8').matchAll(/```ya?ml\n([\s\S]*?)```/g)].map(([, block = '']) => block),
  );
  const workflows = blocks.filter((block) => /^on:/m.test(block));
  const examples = readdirSync(join(root, 'examples'))
    .filter((name) => /\.ya?ml$/.test(name))
    .map((name) => readFileSync(join(root, 'examples', name), 'utf8'));
  expect(workflows.length + examples.length).toBeGreaterThan(5);
  expect([...workflows, ...examples].flatMap(uploadsOfForks)).toEqual([]);
  const recipes = workflows.filter((block) => block.includes('upload-artifact'));
  const events = recipes.map((block) => (parse(block) as { on: string | object }).on);
  for (const on of events) expect(typeof on === 'string' ? [on] : Object.keys(on)).toEqual(['workflow_dispatch']);
  const recipe = recipes.find((block) => block.includes('on: workflow_dispatch')) ?? '';
  for (const event of ['pull_request', 'pull_request_target', '[push, pull_request]'])
    expect(uploadsOfForks(recipe.replace('workflow_dispatch', event))).toHaveLength(2);
});

const write = (name: string, content: string) => {
  writeFileSync(join(home, name), content);
  return join(home, name);
};
const call = (...args: string[]) =>
  spawnSync(process.execPath, [join(root, 'scripts/recording.ts'), ...args], { encoding: 'utf8', cwd: root });

describe('a file that is no recording', () => {
  it.each([
    ['', 'is empty'],
    ['hello\n', 'first line is no JSON object'],
    ['[1]\n', 'first line is no JSON object'],
    ['{"a":1}\n', 'has no "recording"'],
    ['{"recording":2}\n', 'of format 2'],
    [`${JSON.stringify(HEAD)}\nx\n`, 'Line 2 of'],
    [`${JSON.stringify(HEAD)}\n{"x":1}\n`, 'is no exchange'],
    [JSON.stringify(HEAD), 'its first line'],
  ])('%j is told from one in words', (content, message) => {
    expect(() => readRecordingText(content, 'it')).toThrow(NotARecording);
    expect(() => readRecordingText(content, 'it')).toThrow(message);
  });
  it('that is not there is told as such', () =>
    expect(() => readRecordingFile(join(home, 'none'))).toThrow('there is no such file'));
});

describe('npm run recording', () => {
  it('shows each exchange once, waits folded, and what was replaced', () => {
    const lines = [
      exchange(1),
      exchange(2, { same: 1, body: undefined }),
      exchange(3, { same: 1, body: undefined }),
      exchange(4, { body: { state: 'available', note: 'string(12)' } }),
      exchange(5, { status: undefined, body: undefined, error: 'ECONNRESET' }),
    ];
    const shown = showRecording(readRecordingText(text(HEAD, ...lines, END), 'it'), 120);
    const table = shown.slice(shown.findIndex((line) => line.startsWith('n ')));
    expect(table.slice(0, 7).map((line) => line.replace(/\s+/g, ' ').trim())).toEqual([
      'n start length service call answer waits for',
      '1 ×3 1.0 s to 3.0 s ec2 DescribeVpcEndpoints 200 pending',
      'vpc-id=vpc-0fade967c513795f1',
      '4 4.0 s 0.1 s ec2 DescribeVpcEndpoints 200 available',
      'vpc-id=vpc-0fade967c513795f1',
      '5 5.0 s 0.1 s ec2 DescribeVpcEndpoints ECONNRESET',
      'vpc-id=vpc-0fade967c513795f1',
    ]);
    expect(shown).toContain('Ended with exit code 0 after 5.0 s: status available');
    expect(shown).toContain('Steps: create-group');
    expect(shown).toContain('      1  resource IDs (vpc-…)');
    expect(shown).toContain('      1  values of which only type and length are written');
    expect(shown.filter((line) => line.length > 120)).toEqual([]);
  });

  it('shows no control characters of a file from another person', () => {
    const shown = showRecording(
      readRecordingText(text(HEAD, exchange(1, { call: 'x\u001b[2Jy\u202e' }), END), 'it'),
      120,
    ).join('\n');
    // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this looks for
    expect(shown).not.toMatch(/[\u0000-\u0009\u000b-\u001f\u202e]/);
  });

  it('ends with 0, 1 or 2', () => {
    const clean = write('clean.jsonl', text(HEAD, exchange(1), END));
    const dirty = write('dirty.jsonl', text(HEAD, exchange(1, { body: { Message: 'AKIAIOSFODNN7EXAMPLE' } }), END));
    const words = write('words.txt', 'pending\n\n');
    const results = [
      call('check', clean),
      call('check', dirty),
      call('check', clean, '--not', 'pending'),
      call('check', clean, '--not-from', words),
      call('show', clean),
      call('show', write('no.txt', 'x\n')),
      call('check'),
      call('check', clean, '--what'),
    ];
    expect(results.map(({ status }) => status)).toEqual([0, 1, 1, 1, 0, 1, 2, 2]);
    expect(results[0]?.stdout).toContain('Nothing found in 3 lines.');
    expect(results[1]?.stdout).toContain('line 2, body.Message: access key ID of AWS: AKI… (20 characters)');
    expect(results[5]?.stderr.trim().split('\n')).toHaveLength(1);
  });

  it('says that a run was killed', () => {
    const cut = write('cut.jsonl', text(HEAD, exchange(1), exchange(2)).slice(0, -20));
    expect(call('check', cut)).toMatchObject({ status: 0, stdout: expect.stringContaining('is cut off after') });
    expect(call('show', cut).stdout).toContain('No last line: the run was killed, in the middle of a line');
  });
});
