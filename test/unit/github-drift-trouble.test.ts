import { describe, expect, it } from 'vitest';
import { driftBody, driftMarker } from '../../src/github/drift-body.ts';
import { NOTHING, withReport } from '../../src/github/drift-checks.ts';
import { keepDriftIssue } from '../../src/github/drift-issue.ts';
import { CHECKED_AT, CLEAN, DRIFT, failure, finding, githubWorld, PLACE, report, twoAtOnce } from './github-support.ts';

describe('two runs at once', () => {
  it('may open two issues; the younger is closed by the run that opened it', async () => {
    const world = await githubWorld();
    const { api, openIssues, commentsOf, knobs } = world;
    await twoAtOnce(world, () => keepDriftIssue(api, PLACE, DRIFT));
    expect(openIssues().map(({ number }) => number)).toEqual([101]);
    expect(await keepDriftIssue(api, PLACE, DRIFT)).toMatchObject({
      action: 'unchanged',
      url: expect.stringMatching(/\/101$/),
    });
    expect(openIssues().map(({ number }) => number)).toEqual([101]);
    expect(knobs.reasons.get(102)).toBe('not_planned');
    expect(commentsOf(102)).toEqual([expect.stringMatching(/^A duplicate of #101, which is kept/)]);
    expect((await keepDriftIssue(api, PLACE, CLEAN)).action).toBe('closed');
    expect(await keepDriftIssue(api, PLACE, DRIFT)).toMatchObject({
      action: 'reopened',
      url: expect.stringMatching(/\/101$/),
    });
    expect(openIssues()).toHaveLength(1);
    expect(commentsOf(102)).toHaveLength(1);
  });

  it('leave nothing open when the path is clean by then', async () => {
    const world = await githubWorld();
    const { api, openIssues, commentsOf } = world;
    await twoAtOnce(world, () => keepDriftIssue(api, PLACE, DRIFT));
    expect(await keepDriftIssue(api, PLACE, CLEAN)).toMatchObject({
      action: 'closed',
      url: expect.stringMatching(/\/101$/),
    });
    expect(openIssues()).toEqual([]);
    expect([commentsOf(101).length, commentsOf(102).length]).toEqual([1, 1]);
  });
});

describe('trouble while it is opened', () => {
  const match = { service: 'github', action: 'POST /repos/acme/shop/issues' } as const;

  it('a lost answer is followed by a look, and not by a second issue', async () => {
    const { api, sandbox, openIssues, changes } = await githubWorld();
    sandbox.faults.add({ match, kind: 'reset', when: 'after' });
    expect(await keepDriftIssue(api, PLACE, DRIFT)).toMatchObject({
      action: 'opened',
      url: expect.stringMatching(/\/101$/),
    });
    expect(openIssues()).toHaveLength(1);
    expect(changes()).toHaveLength(1);
  });

  it('half an answer is a lost one', async () => {
    const { api, sandbox, openIssues } = await githubWorld();
    sandbox.faults.add({ match, kind: 'truncated' });
    expect(await keepDriftIssue(api, PLACE, DRIFT)).toMatchObject({
      action: 'opened',
      url: expect.stringMatching(/\/101$/),
    });
    expect(openIssues()).toHaveLength(1);
  });

  it('a request that had no effect is sent once more', async () => {
    const { api, sandbox, openIssues, changes } = await githubWorld();
    sandbox.faults.add({ match, kind: 'status', status: 502 });
    expect((await keepDriftIssue(api, PLACE, DRIFT)).action).toBe('opened');
    expect(openIssues()).toHaveLength(1);
    expect(changes()).toHaveLength(2);
    sandbox.faults.add({ match, kind: 'status', status: 502, times: 5 });
    const other = { ...PLACE, environment: 'production' };
    expect(await failure(keepDriftIssue(api, other, DRIFT))).toMatchObject({ code: 'github-unavailable' });
    expect(changes()).toHaveLength(4);
  });

  it('a label that may not be put on is no failure', async () => {
    const { api, knobs, openIssues, sandbox } = await githubWorld();
    knobs.mayLabel = false;
    expect((await keepDriftIssue(api, PLACE, DRIFT)).action).toBe('opened');
    expect((await keepDriftIssue(api, PLACE, DRIFT)).action).toBe('unchanged');
    expect(openIssues()).toMatchObject([{ labels: [] }]);
    sandbox.faults.add({ match, kind: 'status', status: 422, message: 'Label does not exist' });
    const other = { ...PLACE, environment: 'production' };
    expect((await keepDriftIssue(api, other, DRIFT)).action).toBe('opened');
    expect(openIssues()).toHaveLength(2);
  });
});

describe('trouble while it is closed', () => {
  it('the state counts: a comment that fails is no failure and is not made up for', async () => {
    const { api, sandbox, openIssues, commentsOf, abort } = await githubWorld();
    const comment = { service: 'github', action: /comments$/ } as const;
    await keepDriftIssue(api, PLACE, DRIFT);
    sandbox.faults.add({ match: comment, kind: 'status', status: 500 });
    expect((await keepDriftIssue(api, PLACE, CLEAN)).action).toBe('closed');
    expect(openIssues()).toEqual([]);
    expect((await keepDriftIssue(api, PLACE, CLEAN)).action).toBe('none');
    expect(commentsOf(101)).toEqual([]);
    await keepDriftIssue(api, PLACE, DRIFT);
    sandbox.onRequest(({ request }) => void (comment.action.test(request.action) && abort.abort()));
    expect(await failure(keepDriftIssue(api, PLACE, CLEAN))).toMatchObject({ code: 'cancelled' });
  });

  it('a state that cannot be changed is told, and the next run changes it', async () => {
    const { api, knobs, openIssues, commentsOf } = await githubWorld();
    await keepDriftIssue(api, PLACE, DRIFT);
    knobs.permissions = { contents: 'read', issues: 'read' };
    expect((await failure(keepDriftIssue(api, PLACE, CLEAN))).message).toMatch(/asked to change issue #101 of acme/);
    expect(commentsOf(101)).toEqual([]);
    knobs.permissions = { issues: 'write' };
    expect((await keepDriftIssue(api, PLACE, CLEAN)).action).toBe('closed');
    expect(openIssues()).toEqual([]);
    expect(commentsOf(101)).toHaveLength(1);
  });
});

describe('hostile text', () => {
  const hostile = [
    'x --> <script>alert(1)</script> <!-- ',
    '| @octocat @acme/admins | # not a heading',
    '[a](javascript:alert(1)) ![b](https://evil.example/x.png) `code` **bold** www #1',
    '\u202e\u0000\r\n```',
  ].join('\n');
  const place = { ...PLACE, environment: `branch:${hostile}` };

  it('stays text in title and table, mentions nobody and closes no marker', async () => {
    const { api, openIssues } = await githubWorld();
    const findings = [
      finding({ check: hostile, subject: hostile, expected: hostile, found: hostile, fix: hostile }),
      finding(),
    ];
    expect((await keepDriftIssue(api, place, report(findings))).action).toBe('opened');
    expect((await keepDriftIssue(api, place, report(findings))).action).toBe('unchanged');
    const [{ title, body } = { title: '', body: '' }] = openIssues();
    expect(title).not.toMatch(/[\p{Cc}\u202e]/u);
    // GitHub looks for mentions and references in what Markdown leaves, without entities.
    const left = body.replace(/&#(\d+);/g, (_, code: string) => String.fromCodePoint(Number(code)));
    for (const text of [title, body, left]) expect(text).not.toMatch(/(^|[^\w])@[a-z]|#\d+(?!\d*;)/i);
    const [marker, ...rest] = body.split('\n');
    expect(marker).toBe(driftMarker(place));
    expect(rest.slice(0, -1).join('\n')).not.toMatch(/<(?!\/?(sub|br|details|summary|code)\/?>)/);
    expect(rest.at(-1)).toMatch(/^<!-- cockroachdb-privatelink:checks:v1:[A-Za-z0-9+/=]+ -->$/);
    expect(rest.join('\n')).not.toMatch(/(?<!\\)\]\((?!https:\/\/github\.example\/)|(?<!\\)!\[|^```|^# /m);
    const table = rest.filter((line) => line.startsWith('|'));
    expect(table).toHaveLength(4);
    for (const line of table) expect(line.split(/(?<!\\)\|/)).toHaveLength(7);
  });

  it('fits into what GitHub takes, however long it is', async () => {
    const { api, openIssues } = await githubWorld();
    const long = '😀|@a'.repeat(10_000);
    const findings = Array.from({ length: 300 }, (_, index) => finding({ subject: `${index} ${long}`, found: long }));
    const huge = { ...PLACE, environment: `branch:${long}` };
    expect((await keepDriftIssue(api, huge, report(findings))).action).toBe('opened');
    const [{ title, body } = { title: '', body: '' }] = openIssues();
    expect(title.length).toBeLessThanOrEqual(256);
    expect(title).toMatch(/… in vpc-0aaa \(us-east-1\)$/);
    expect(body.length).toBeLessThanOrEqual(65_536);
    expect(body.length).toBeGreaterThan(50_000);
    expect(body).toMatch(/\n\*\d+ more findings do not fit here/);
    expect(body).toContain('/actions/runs/1)');
    expect(title.isWellFormed() && body.isWellFormed()).toBe(true);
  });

  it('an address that is none is not linked', () => {
    const bodyOf = (runUrl: string) =>
      driftBody(PLACE, withReport(NOTHING, DRIFT), {
        run: { ...DRIFT, runUrl, runNumber: '', commit: '' },
        now: CHECKED_AT,
      });
    for (const runUrl of ['', 'javascript:alert(1)', 'https://']) {
      const body = bodyOf(runUrl);
      expect(body).toContain('Last changed by this run, 2026-11-02 03:17 UTC');
      expect(body).not.toContain('](');
    }
    const odd = 'https://github.example/a)b|c\\d(e runs/1';
    expect(bodyOf(odd)).toMatch(/\(https:\/\/github\.example\/a%29b%7cc\/d%28e%20runs\/1\)/);
  });
});

describe('an issue that is asked for by its number', () => {
  const answered = async (message: string) => {
    const { api, sandbox } = await githubWorld();
    const rewrite = () => ({
      status: 410,
      body: JSON.stringify({ message, documentation_url: 'https://docs.github.com' }),
    });
    sandbox.faults.add({ match: { service: 'github' }, kind: 'rewrite', rewrite, times: 9 });
    const ask = {
      route: 'GET /repos/acme/shop/issues/7' as const,
      params: {},
      doing: 'read issue 7',
      permission: 'issues: write',
    };
    return api.sendIfThere(ask, (data) => data);
  };

  it('is not there once it was deleted, which GitHub answers with 410', async () => {
    expect(await answered('This issue was deleted')).toBeUndefined();
  });

  it('is no proof of that where issues are disabled', async () => {
    expect(await failure(answered('Issues are disabled for this repo'))).toMatchObject({ code: 'github-denied' });
  });
});
