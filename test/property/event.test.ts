import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isForkEvent, namesOfEvent, pullNumberOfEvent, readEvent } from '../../src/github/event.ts';
import { environmentMistake } from '../../src/inputs/environment-name.ts';

const KEYS = [
  ...['pull_request', 'issue', 'workflow_run', 'check_run', 'pull_requests', 'repository', 'base', 'head', 'repo'],
  ...['number', 'ref', 'ref_type', 'full_name', 'default_branch', 'head_branch', 'head_repository', 'id', 'event'],
];
/** Payloads with the names that GitHub uses, and anything at all below them. */
const { value } = fc.letrec<{ value: unknown; object: Record<string, unknown> }>((tie) => ({
  value: fc.oneof(
    { maxDepth: 5 },
    fc.constantFrom(
      0,
      -1,
      1,
      7,
      1.5,
      1e21,
      2 ** 53,
      Number.MAX_SAFE_INTEGER,
      '7',
      '',
      'main',
      'x'.repeat(5_000),
      null,
      true,
      'refs/tags/v1',
    ),
    tie('object'),
    fc.array(tie('value'), { maxLength: 3 }),
    fc.string({ unit: 'binary', maxLength: 20 }),
  ),
  object: fc.dictionary(fc.constantFrom(...KEYS), tie('value'), { maxKeys: 6 }),
}));
const some = (shape: Record<string, fc.Arbitrary<unknown>>) => fc.record(shape, { requiredKeys: [] });
const repository = fc.oneof(some({ id: value, full_name: value, default_branch: value }), value);
const pull = fc.oneof(
  some({ number: value, head: some({ ref: value, repo: repository }), base: some({ ref: value, repo: repository }) }),
  value,
);
const run = some({
  event: value,
  head_branch: value,
  head_repository: repository,
  pull_requests: fc.array(pull, { maxLength: 3 }),
});
const shaped = some({
  ...{
    pull_request: pull,
    issue: some({ number: value, pull_request: value }),
    repository,
    ref: value,
    ref_type: value,
  },
  ...{ workflow_run: run, check_run: run, check_suite: run },
});
const env = fc.record({
  GITHUB_EVENT_NAME: fc.constantFrom('pull_request', 'delete', 'check_run', 'issue_comment', 'push', ''),
  GITHUB_REPOSITORY: fc.constantFrom('acme/shop', ''),
  GITHUB_REPOSITORY_ID: fc.constantFrom('7', ''),
});

it('whatever the file of an event holds, it names what can be named or nothing, and never throws', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(shaped, value), env, async (payload, variables) => {
      const event = await readEvent(async () => JSON.parse(JSON.stringify(payload)) as unknown);
      const names = namesOfEvent(event, variables);
      for (const number of [names.pullNumber, names.issue ?? 1, ...names.foreignPulls])
        expect(Number.isSafeInteger(number) && number >= 0 && !Object.is(number, -0)).toBe(true);
      for (const text of [names.base, names.defaultBranch, names.head?.branch, ...names.tags])
        expect(['string', 'undefined']).toContain(typeof text);
      expect(pullNumberOfEvent(event.payload)).toBe(names.pullNumber);
      expect(typeof isForkEvent(event.payload, variables)).toBe('boolean');
      for (const environment of ['branch:main', 'pr:7']) {
        const { cause = '', fix = '' } = environmentMistake(environment, { operation: 'delete', event: names }) ?? {};
        // One line each, however long a name is.
        expect(`${cause}${fix}`).not.toMatch(/[\n\r]/);
        expect(cause.length + fix.length).toBeLessThan(1_000);
      }
    }),
    { numRuns: 500 },
  );
});
