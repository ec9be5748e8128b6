import { mkdtempSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { isForkEvent, namesOfEvent, type Payload, pullNumberOfEvent, readEvent } from '../../src/github/event.ts';
import { environmentMistake } from '../../src/inputs/environment-name.ts';

const env = { GITHUB_REPOSITORY: 'acme/shop', GITHUB_REPOSITORY_ID: '7', GITHUB_EVENT_NAME: 'pull_request' };

describe('the file of the event', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'event-'));
  const file = (name: string, text: string) => {
    writeFileSync(path.join(folder, name), text);
    return path.join(folder, name);
  };
  const read = (name: string) => readEvent(async () => JSON.parse(await readFile(name, 'utf8')) as unknown);

  it.each([
    ['a file that is missing', path.join(folder, 'missing.json'), /ENOENT/],
    ['no path', '', /ENOENT/],
    ['a folder', folder, /EISDIR/],
    ['an empty file', file('empty.json', ''), /JSON/],
    ['half a file', file('half.json', '{"pull_request":{"num'), /JSON/],
    ['null', file('null.json', 'null'), /no JSON object/],
    ['a list', file('list.json', '[{"number":12}]'), /no JSON object/],
    ['text', file('text.json', '"pull_request"'), /no JSON object/],
  ])('%s is not read, and says why', async (_, name, why) => {
    expect(await read(name)).toEqual({ payload: {}, unread: expect.stringMatching(why) });
  });

  it('is read', async () => {
    expect(await read(file('good.json', '{"number":12}'))).toEqual({ payload: { number: 12 } });
  });

  it.each([
    ...['pull_request', 'pull_request_target', 'workflow_run', 'check_run', 'delete', 'create', 'issue_comment'],
    ...['release', 'some_event_of_tomorrow'],
  ])('tells the names of %s, which are unknown without it', (name) => {
    const event = { payload: {}, unread: 'no such file' };
    expect(namesOfEvent(event, { GITHUB_EVENT_NAME: name }).unread).toBe('no such file');
  });

  it.each(['push', 'schedule', 'workflow_dispatch', 'repository_dispatch', 'merge_group', ''])(
    'adds nothing to the names of %s',
    (name) => {
      const event = { payload: {}, unread: 'no such file' };
      expect(namesOfEvent(event, { GITHUB_EVENT_NAME: name }).unread).toBeUndefined();
    },
  );
});

/** No number of a pull request: GitHub counts from 1. */
const ODD_NUMBERS = [0, -1, 1.5, 1e21, Number.POSITIVE_INFINITY, '12', '12/merge', true, null, [12], { valueOf: 12 }];

describe('a payload of another form', () => {
  it.each<[Payload]>([
    [{}],
    [{ pull_request: null }],
    [{ pull_request: [] }],
    [{ pull_request: 'head' }],
    [{ pull_request: { number: '12', head: [] } }],
    [{ pull_request: { number: Number.NaN, head: 'main' } }],
    ...ODD_NUMBERS.map((number): [Payload] => [{ pull_request: { number }, issue: { number, pull_request: {} } }]),
    [{ issue: { number: {} }, workflow_run: 3, check_run: { pull_requests: {} } }],
    [{ check_suite: { pull_requests: [null, 3, {}, { number: 12 }, { number: 12, base: { repo: { id: '9' } } }] } }],
    [JSON.parse('{"__proto__":{"pull_request":{"number":12}}}') as Record<string, unknown>],
  ])('names nothing: %j', (payload) => {
    const nothing = { pullNumber: 0, tags: [], foreignPulls: [] };
    expect(namesOfEvent({ payload }, env)).toEqual({
      ...nothing,
      ...{ head: undefined, base: undefined, defaultBranch: undefined, deleted: undefined, issue: undefined },
    });
    expect([pullNumberOfEvent(payload), isForkEvent(payload, env)]).toEqual([0, false]);
  });
});

it('calls no pull request foreign on a server that tells no ID of its repository', () => {
  const pull_requests = [{ number: 12, base: { repo: { id: 9 } } }];
  const foreign = (id: string | undefined) =>
    namesOfEvent({ payload: { check_run: { pull_requests } } }, { ...env, GITHUB_REPOSITORY_ID: id }).foreignPulls;
  expect([foreign('7'), foreign('9'), foreign(''), foreign(undefined)]).toEqual([[12], [], [], []]);
});

it('says in a line what a name of the event means, however long that is', () => {
  const long = 'x'.repeat(50_000);
  const repo = { id: 9, full_name: `mallory/${long}` };
  const deleted = { ...env, GITHUB_EVENT_NAME: 'delete' };
  const events = [
    namesOfEvent({ payload: { pull_request: { number: 1, head: { ref: 'main', repo } } } }, env),
    namesOfEvent({ payload: { ref: long, ref_type: long, repository: { default_branch: 'main' } } }, deleted),
    namesOfEvent(
      { payload: { pull_request: { number: 1, head: { ref: long, repo: { id: 7 } }, base: { ref: 'main' } } } },
      env,
    ),
  ];
  for (const event of events) {
    const { cause = '', fix = '' } = environmentMistake('branch:main', { operation: 'delete', event }) ?? {};
    expect(cause.length).toBeGreaterThan(10);
    expect(cause.length + fix.length).toBeLessThan(1_000);
  }
});
