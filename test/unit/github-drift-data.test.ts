import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { driftBody, driftMarker } from '../../src/github/drift-body.ts';
import { countsOf, NOTHING, withReport } from '../../src/github/drift-checks.ts';
import { readChecks } from '../../src/github/drift-data.ts';
import { keepDriftIssue } from '../../src/github/drift-issue.ts';
import { hiddenData, readHiddenData } from '../../src/github/hidden-data.ts';
import { wallTime } from '../../src/support/moment.ts';
import { CHECKED_AT, CLEAN, DRIFT, failure, finding, githubWorld, PLACE, report } from './github-support.ts';

const BOT = 'github-actions[bot]';
const LABEL = 'cockroachdb-privatelink';
const ABOUT = { run: { ...DRIFT, runUrl: 'https://github.example/acme/shop/actions/runs/9' }, now: CHECKED_AT };
const other = report([finding({ subject: 'of billing' })], 1, ['billing']);
const bodyOf = (...reports: Parameters<typeof withReport>[1][]) =>
  driftBody(PLACE, reports.reduce(withReport, NOTHING), ABOUT);
const withData = (value: unknown) => `${driftMarker(PLACE)}\n\ntext\n\n${hiddenData('checks', value)}`;
const row = ['error', 'subject', 'check', 'expected', 'found', 'fix'];
const at = CHECKED_AT;

describe('the data of an issue', () => {
  it('is read as it was written, whatever the findings say', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 60 });
    const one = fc.record({
      subject: text,
      expected: text,
      found: text,
      fix: text,
      check: text,
      severity: fc.constantFrom('error' as const, 'warning' as const),
    });
    fc.assert(
      fc.property(fc.array(one, { minLength: 1, maxLength: 5 }), (findings) => {
        const checks = withReport(NOTHING, report(findings));
        const read = readChecks(driftBody(PLACE, checks, ABOUT));
        expect(read.findings).toEqual(checks.findings);
        expect(read.clusters).toEqual(checks.clusters);
      }),
      { numRuns: 200 },
    );
  });

  it('keeps the names of clusters for the runs of others, and shows them in place of IDs', () => {
    const id = 'b2222222-2222-4222-8222-222222222222';
    const named = {
      ...report([finding({ subject: 'of both' })], 1, [id, 'billing']),
      names: new Map([
        [id, 'orders | *x*'],
        ['billing', 'billing'],
      ]),
    };
    const body = bodyOf(named);
    expect(body).toContain('| orders \\| \\*x\\*, billing |');
    expect(body.replace(/<!-- .* -->/g, '')).not.toContain(id);
    const read = readChecks(body);
    expect([...read.clusters].map(([cluster, { name }]) => [cluster, name])).toEqual([
      [id, 'orders | *x*'],
      ['billing', undefined],
    ]);
    // A run for another cluster knows no name, and neither does one that could not read the cluster.
    for (const next of [other, report([finding({ subject: 'of both' })], 1, [id])])
      expect(withReport(read, next).clusters.get(id)?.name).toBe('orders | *x*');
  });

  it('survives the line ends and the notes of an editor', () => {
    const body = bodyOf(DRIFT, other);
    expect(readChecks(`${body.replaceAll('\n', '\r\n')}\r\n\r\nMy notes`)).toEqual(readChecks(body));
    expect([...readChecks(body).clusters.keys()]).toEqual(['orders', 'billing'].toSorted());
  });

  const damaged: readonly [what: string, body: string][] = [
    ['an issue of an older version', `${driftMarker(PLACE)}\n\n| ❌ error | a | b | c | d | e |`],
    ['no text', ''],
    ['no Base64', '<!-- cockroachdb-privatelink:checks:v1:?? -->'],
    ['nothing compressed', '<!-- cockroachdb-privatelink:checks:v1:AAAA -->'],
    ['half of the line', bodyOf(DRIFT).slice(0, -40)],
    ['another version', bodyOf(DRIFT).replace('checks:v1:', 'checks:v2:')],
    ['more on its line', bodyOf(DRIFT).replace(/ -->$/, ' --> and more')],
    [
      'too much when it is unpacked',
      withData({ clusters: [['orders', at, '']], findings: [], more: 'x'.repeat(3_000_000) }),
    ],
    ['null', withData(null)],
    ['a list', withData([])],
    ['clusters that are no list', withData({ clusters: { length: 1e9 }, findings: 7 })],
    ['rows that are no lists', withData({ clusters: [null, 7, 'x'], findings: [null, {}, 'x'] })],
    ['findings of no cluster', withData({ clusters: [['orders', at, '']], findings: [[[], ...row]] })],
    [
      'findings of a cluster that is not there',
      withData({ clusters: [['orders', at, '']], findings: [[[7, -1, 0.5, 'x'], ...row]] }),
    ],
    ['findings that lack a word', withData({ clusters: [['orders', at, '']], findings: [[[0], ...row.slice(1)]] })],
    [
      'a severity of its own',
      withData({ clusters: [['orders', at, '']], findings: [[[0], 'fatal', ...row.slice(1)]] }),
    ],
    [
      'names that are none',
      withData({
        clusters: [
          ['', at, ''],
          ['a\nb', at, ''],
          [7, at, ''],
        ],
        findings: [[[0, 1, 2], ...row]],
      }),
    ],
    [
      'times that are none',
      withData({
        clusters: [
          ['orders', 'now', ''],
          ['a', -1, ''],
          ['b', 1e300, ''],
        ],
        findings: [[[0, 1, 2], ...row]],
      }),
    ],
  ];
  it.each(damaged)('that is damaged counts as none: %s', (_, body) => {
    expect(readChecks(body)).toEqual(NOTHING);
  });

  it('of which a part is damaged keeps the rest', () => {
    const clusters = [
      ['orders', at, ''],
      ['', at, ''],
      ['billing', at, 7],
    ];
    const read = readChecks(withData({ clusters, findings: [[[0, 1, 2], ...row], [[1], ...row], 'x'] }));
    expect(read.findings).toMatchObject([{ clusters: ['billing', 'orders'], subject: 'subject' }]);
  });

  it('cannot make the issue say more than text', () => {
    const hostile = '--> <script>@octocat</script> ![x](https://evil.example) #12 | `';
    const clusters = [
      [hostile.slice(0, 90), at, 'javascript:alert(1)', 1, 0],
      ['orders', at, hostile],
    ];
    const body = driftBody(
      PLACE,
      readChecks(withData({ clusters, findings: [[[1], 'error', ...Array.from({ length: 5 }, () => hostile)]] })),
      ABOUT,
    );
    const shown = body.split('\n').slice(1, -1).join('\n');
    expect(shown).toContain('octocat');
    expect(shown).not.toMatch(
      /<(?!\/?(sub|br|details|summary|code)\/?>)|(?<!\\)\]\((?!https:\/\/github\.example\/)|(?<!\\)!\[|@[a-z]|#\d+(?!\d*;)/,
    );
  });

  it('is left alone where it is packed in other characters', async () => {
    const { api, openIssues, changes } = await githubWorld();
    await keepDriftIssue(api, PLACE, DRIFT);
    const [issue] = openIssues();
    const line = issue?.body.split('\n').at(-1) ?? '';
    const spaced = JSON.parse(JSON.stringify(readHiddenData('checks', line))) as object;
    if (issue) issue.body = issue.body.replace(line, hiddenData('checks', { v: 1, ...spaced }));
    expect((await keepDriftIssue(api, PLACE, DRIFT)).action).toBe('unchanged');
    expect(changes()).toHaveLength(1);
  });
});

describe('an issue without data', () => {
  it.each([
    ['drift: it gets the data', DRIFT, 'updated'],
    ['no drift: it is closed, as an older version would', CLEAN, 'closed'],
  ] as const)('%s', async (_, found, action) => {
    const { api, addIssue } = await githubWorld();
    const issue = addIssue({ number: 7, user: BOT, labels: [LABEL], body: `${driftMarker(PLACE)}\n\nold text` });
    expect((await keepDriftIssue(api, PLACE, found)).action).toBe(action);
    expect(issue.state).toBe(action === 'closed' ? 'closed' : 'open');
    if (action === 'updated') expect(readChecks(issue.body).findings).toHaveLength(1);
  });
});

describe('duplicates', () => {
  it('give their findings to the oldest before they are closed', async () => {
    const { api, addIssue, changes } = await githubWorld();
    const common = { user: BOT, labels: [LABEL] };
    const kept = addIssue({ ...common, number: 7, body: bodyOf(DRIFT) });
    const younger = addIssue({ ...common, number: 8, body: bodyOf(other) });
    expect((await keepDriftIssue(api, PLACE, { ...CLEAN, clusters: ['payments'] })).action).toBe('updated');
    expect([...readChecks(kept.body).clusters.keys()]).toEqual(['billing', 'orders']);
    expect(younger.state).toBe('closed');
    expect(changes().slice(0, 2)).toEqual(['PATCH /repos/acme/shop/issues/7', 'PATCH /repos/acme/shop/issues/8']);
  });
});

describe('a run whose findings are overwritten', () => {
  /** Another run that read before each of our writes and writes after it, so often. */
  async function overwritten(times: number) {
    const world = await githubWorld();
    const issue = world.addIssue({ number: 7, user: BOT, labels: [LABEL], body: bodyOf(other) });
    let left = times;
    world.sandbox.onRequest(({ request, when }) => {
      if (when !== 'after' || request.action !== 'PATCH /repos/acme/shop/issues/7' || left === 0) return;
      left -= 1;
      issue.body = bodyOf(other);
    });
    return { ...world, issue };
  }

  it.each([0, 1, 2, 3])('%i times writes them again', async (times) => {
    const { api, issue, changes } = await overwritten(times);
    expect((await keepDriftIssue(api, PLACE, DRIFT)).action).toBe('updated');
    expect([...readChecks(issue.body).clusters.keys()]).toEqual(['billing', 'orders']);
    expect(changes()).toHaveLength(times + 1);
  });

  it('each time says so', async () => {
    const { api, changes } = await overwritten(9);
    const error = await failure(keepDriftIssue(api, PLACE, DRIFT));
    expect(error).toMatchObject({ code: 'github-unavailable', fix: expect.stringContaining('queue: max') });
    expect(error.message).toBe('Other runs overwrote the drift issue of vpc-0aaa in acme/shop 4 times in a row');
    expect(changes()).toHaveLength(4);
  });

  it('is repaired where its cluster was clean: what it had removed is removed again', async () => {
    const world = await githubWorld();
    const issue = world.addIssue({ number: 7, user: BOT, labels: [LABEL], body: bodyOf(DRIFT, other) });
    let left = 1;
    world.sandbox.onRequest(({ request, when }) => {
      if (when !== 'after' || request.action !== 'PATCH /repos/acme/shop/issues/7' || left === 0) return;
      left -= 1;
      issue.body = bodyOf(DRIFT, other);
    });
    await keepDriftIssue(world.api, PLACE, CLEAN);
    expect([...readChecks(issue.body).clusters.keys()]).toEqual(['billing']);
    expect(issue.state).toBe('open');
  });
});

describe('many clusters', () => {
  const names = (count: number) => Array.from({ length: count }, (_, index) => `cluster-${index}`);
  /** Words that do not compress. */
  const words = (seed: string) =>
    fc.sample(fc.stringMatching(/^[a-z0-9]{900}$/), {
      numRuns: 1,
      seed: seed.length * 7919 + Number(seed.split('-')[1]),
    })[0] ?? '';
  const ownReport = (name: string, findings = 1) =>
    report(
      Array.from({ length: findings }, (_, index) => finding({ subject: `${name} ${index}`, found: words(name) })),
      1,
      [name],
    );

  it('that one finding is about take little room', () => {
    const body = bodyOf(report([finding()], 1, names(500)));
    expect(body.length).toBeLessThan(20_000);
    expect(readChecks(body).clusters.size).toBe(500);
    expect(body).toContain('and 480 more');
  });

  it('whose findings have no room keep their number, and count all the same', async () => {
    const { api, openIssues } = await githubWorld();
    const all = names(60);
    for (const name of all) await keepDriftIssue(api, PLACE, ownReport(name, name === 'cluster-7' ? 2 : 1));
    const [issue] = openIssues();
    const body = issue?.body ?? '';
    expect(body.length).toBeLessThanOrEqual(65_536);
    const checks = readChecks(body);
    expect([...checks.clusters.keys()].toSorted()).toEqual(all.toSorted());
    expect(countsOf(checks)).toEqual({ error: 61, warning: 0 });
    expect(body).toContain('61 differences');
    expect(body).toMatch(
      /The findings of these clusters do not fit here\. They count too:\n\n- cluster-\d+: 1 difference; see \[its check\]\(https:/,
    );
    const counted = [...checks.clusters].flatMap(([name, { counts }]) => (counts === undefined ? [] : [name]));
    expect(counted.length).toBeGreaterThan(5);
    // The same findings again are no change, and no findings are the end of them.
    expect((await keepDriftIssue(api, PLACE, ownReport(counted[0] ?? ''))).action).toBe('unchanged');
    expect((await keepDriftIssue(api, PLACE, report([], 2, counted))).action).toBe('updated');
    expect(readChecks(issue?.body ?? '').clusters.size).toBe(60 - counted.length);
    expect((await keepDriftIssue(api, PLACE, report([], 2, all))).action).toBe('closed');
  }, 60_000);

  it('of which not even the names have room are an error, and nothing of the others is lost', async () => {
    const { api, addIssue } = await githubWorld();
    const before = bodyOf(other);
    const issue = addIssue({ number: 7, user: BOT, labels: [LABEL], body: before });
    const huge = fc.sample(fc.stringMatching(/^[a-z0-9]{64}$/), { numRuns: 1_000, seed: 1 });
    const error = await failure(keepDriftIssue(api, PLACE, report([finding()], 1, huge)));
    expect(error).toMatchObject({
      code: 'github-denied',
      message: expect.stringMatching(/has no room for \d+ clusters/),
    });
    expect(issue.body).toBe(before);
  }, 60_000);
});

describe('a check that is old', () => {
  it.each([
    ['35 days and an hour ago', CHECKED_AT - 35 * 86_400_000 - 3_600_000, 'closed'],
    ['34 days ago', CHECKED_AT - 34 * 86_400_000, 'unchanged'],
    ['of tomorrow, by a clock that is wrong', CHECKED_AT + 80_000_000, 'unchanged'],
    ['of next week: nobody wrote that', CHECKED_AT + 7 * 86_400_000, 'closed'],
  ])('%s: %s', async (_, when, action) => {
    const { api, addIssue } = await githubWorld();
    const stored = { ...other, at: wallTime(when) };
    addIssue({ number: 7, user: BOT, labels: [LABEL], body: bodyOf(stored).replace(/runs\/\d+\)/, 'runs/2)') });
    expect((await keepDriftIssue(api, PLACE, CLEAN)).action).toBe(action);
  });
});
