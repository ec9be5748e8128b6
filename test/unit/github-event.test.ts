import { mkdtempSync, writeFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { isForkEvent, namesOfEvent, payloadOf, pullNumberOfEvent } from '../../src/github/event.ts';

const env = { GITHUB_REPOSITORY: 'acme/shop', GITHUB_REPOSITORY_ID: '7', GITHUB_EVENT_NAME: 'pull_request' };

describe('the file of the event', () => {
  const folder = mkdtempSync(path.join(tmpdir(), 'event-'));
  const file = (name: string, text: string) => {
    writeFileSync(path.join(folder, name), text);
    return path.join(folder, name);
  };
  const read = (name: string) => payloadOf(async () => JSON.parse(await readFile(name, 'utf8')) as unknown);

  it.each([
    ['a payload', file('good.json', '{"number":12}'), { number: 12 }],
    ['a file that is missing', path.join(folder, 'missing.json'), {}],
    ['no path', '', {}],
    ['a folder', folder, {}],
    ['an empty file', file('empty.json', ''), {}],
    ['half a file', file('half.json', '{"pull_request":{"num'), {}],
    ['null', file('null.json', 'null'), {}],
    ['a list', file('list.json', '[{"number":12}]'), {}],
    ['text', file('text.json', '"pull_request"'), {}],
  ])('%s', async (_, name, payload) => {
    expect(await read(name)).toEqual(payload);
  });
});

describe('a payload of another form', () => {
  it.each([
    [{}],
    [{ pull_request: null }],
    [{ pull_request: [] }],
    [{ pull_request: 'head' }],
    [{ pull_request: { number: '12', head: [] } }],
    [{ pull_request: { number: Number.NaN, head: 'main' } }],
    [{ issue: { number: {} }, workflow_run: 3, check_run: { pull_requests: {} } }],
    [{ check_suite: { pull_requests: [null, 3, {}, { number: 12 }, { number: 12, base: { repo: { id: '9' } } }] } }],
    [JSON.parse('{"__proto__":{"pull_request":{"number":12}}}') as Record<string, unknown>],
  ])('names nothing: %j', (payload) => {
    const nothing = { pullNumber: 0, tags: [], foreignPulls: [] };
    expect(namesOfEvent(payload, env)).toEqual({
      ...nothing,
      ...{ head: undefined, base: undefined, defaultBranch: undefined, deleted: undefined, issue: undefined },
    });
    expect([pullNumberOfEvent(payload), isForkEvent(payload, env)]).toEqual([0, false]);
  });
});

it('calls no pull request foreign on a server that tells no ID of its repository', () => {
  const pull_requests = [{ number: 12, base: { repo: { id: 9 } } }];
  const foreign = (id: string | undefined) =>
    namesOfEvent({ check_run: { pull_requests } }, { ...env, GITHUB_REPOSITORY_ID: id }).foreignPulls;
  expect([foreign('7'), foreign('9'), foreign(''), foreign(undefined)]).toEqual([[12], [], [], []]);
});
