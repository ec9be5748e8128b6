import { describe, expect, it } from 'vitest';
import { driftMarker } from '../../src/github/drift-body.ts';
import { keepDriftIssue } from '../../src/github/drift-issue.ts';
import { CLEAN, DRIFT, failure, finding, type GithubWorld, githubWorld, PLACE, report } from './github-support.ts';

const LABEL = 'cockroachdb-privatelink';
const BOT = 'github-actions[bot]';

describe('the drift issue of a path', () => {
  it('is opened, edited, closed and opened again, and is always the same one', async () => {
    const { api, sandbox, openIssues, commentsOf, changes } = await githubWorld();
    const opened = await keepDriftIssue(api, PLACE, DRIFT);
    expect(opened).toEqual({ action: 'opened', url: 'https://github.com/acme/shop/issues/101' });
    expect(openIssues()).toMatchObject([
      { number: 101, title: 'PrivateLink drift: staging in vpc-0aaa (us-east-1)', labels: [LABEL], user: BOT },
    ]);

    const more = report([finding(), finding({ check: 'private-dns-off', subject: 'vpce-0def' })], 3);
    expect(await keepDriftIssue(api, PLACE, more)).toEqual({ ...opened, action: 'updated' });
    expect(openIssues()[0]?.body).toContain('private-dns-off');
    expect(openIssues()[0]?.body).toContain('2 differences');
    expect(openIssues()[0]?.body).toMatch(
      /\n<sub>Last changed by \[run 3\]\(.*\), commit <code>0123456<\/code>, 2026-11-02 03:17 UTC: 1 new<\/sub>\n/,
    );

    expect(await keepDriftIssue(api, PLACE, CLEAN)).toEqual({ ...opened, action: 'closed' });
    expect(openIssues()).toEqual([]);
    expect(commentsOf(101)).toEqual([
      'The check found no drift: [run 2](https://github.example/acme/shop/actions/runs/2), commit <code>0123456</code>, 2026-11-02 03:17 UTC. This issue is opened again if drift returns.',
    ]);
    expect(await keepDriftIssue(api, PLACE, CLEAN)).toEqual({ action: 'none', url: '' });
    expect(commentsOf(101)).toHaveLength(1);

    expect(await keepDriftIssue(api, PLACE, report([finding()], 4))).toEqual({ ...opened, action: 'reopened' });
    expect(openIssues()).toHaveLength(1);
    expect(openIssues()[0]?.body).not.toContain('private-dns-off');
    expect([...sandbox.world.issues.keys()]).toEqual([101]);
    expect(changes()).toEqual([
      'POST /repos/acme/shop/issues',
      'PATCH /repos/acme/shop/issues/101',
      'PATCH /repos/acme/shop/issues/101',
      'POST /repos/acme/shop/issues/101/comments',
      'PATCH /repos/acme/shop/issues/101',
    ]);
  });

  it('is left as it is while the findings are the same, whichever run found them and in whichever order', async () => {
    const { api, sandbox, openIssues, changes } = await githubWorld();
    const findings = [finding(), finding({ check: 'private-dns-off' }), finding({ severity: 'warning', check: 'a' })];
    await keepDriftIssue(api, PLACE, report(findings, 1));
    const written = openIssues()[0]?.body ?? '';
    expect(written).toContain('/actions/runs/1)');
    expect((await keepDriftIssue(api, PLACE, report(findings.toReversed(), 2))).action).toBe('unchanged');
    const issue = sandbox.world.issues.get(101);
    if (issue) issue.body = `${written.replaceAll('\n', '\r\n')}\r\n`;
    expect((await keepDriftIssue(api, PLACE, report(findings, 3))).action).toBe('unchanged');
    expect(changes()).toEqual(['POST /repos/acme/shop/issues']);
    if (issue) issue.body = `${written.replace('no rule', 'nothing')}\n\nMy notes`;
    expect((await keepDriftIssue(api, PLACE, report(findings, 4))).action).toBe('updated');
    expect(openIssues()[0]?.body).toContain('/actions/runs/4)');
    const other = report([finding({ check: 'rule-stale' }), ...findings.slice(1)], 5);
    expect((await keepDriftIssue(api, PLACE, other)).action).toBe('updated');
    expect(openIssues()[0]?.body).toContain('UTC: 1 new, 1 no longer found</sub>');
  });

  it('is not opened for warnings, lists them while it is open, and is closed when only they are left', async () => {
    const { api, openIssues } = await githubWorld();
    const warning = finding({ severity: 'warning', check: 'public-access' });
    expect(await keepDriftIssue(api, PLACE, report([warning]))).toEqual({ action: 'none', url: '' });
    await keepDriftIssue(api, PLACE, report([warning, finding()]));
    expect(openIssues()[0]?.body).toMatch(/1 difference and 1 warning[\s\S]*ingress-missing[\s\S]*public-access/);
    expect((await keepDriftIssue(api, PLACE, report([warning]))).action).toBe('closed');
    expect(openIssues()).toEqual([]);
  });

  it('is one for each environment, VPC or endpoint, and region', async () => {
    const { api, openIssues } = await githubWorld();
    const places = [
      PLACE,
      { ...PLACE, environment: 'production' },
      { ...PLACE, resource: 'vpce-0def' },
      { ...PLACE, region: 'eu-west-1' },
    ];
    for (const place of places) expect((await keepDriftIssue(api, place, DRIFT)).action).toBe('opened');
    for (const place of places) expect((await keepDriftIssue(api, place, DRIFT)).action).toBe('unchanged');
    await keepDriftIssue(api, places[1] ?? PLACE, CLEAN);
    expect(openIssues().map(({ number }) => number)).toEqual([101, 103, 104]);
    expect((await keepDriftIssue(api, { ...PLACE, environment: '' }, DRIFT)).action).toBe('opened');
    expect((await keepDriftIssue(api, { ...PLACE, environment: 'default' }, DRIFT)).action).toBe('unchanged');
  });

  it('is not found by its title', async () => {
    const { api, addIssue, sandbox, openIssues } = await githubWorld();
    addIssue({ number: 5, title: 'PrivateLink drift: staging in vpc-0aaa (us-east-1)', user: BOT, labels: [LABEL] });
    expect((await keepDriftIssue(api, PLACE, DRIFT)).action).toBe('opened');
    const ours = sandbox.world.issues.get(101);
    if (ours) ours.title = 'Somebody gave it another name';
    const more = report([finding(), finding({ check: 'other' })]);
    expect((await keepDriftIssue(api, PLACE, more)).action).toBe('updated');
    expect(openIssues().map(({ title }) => title)).toEqual([
      'PrivateLink drift: staging in vpc-0aaa (us-east-1)',
      'Somebody gave it another name',
    ]);
  });
});

describe('whose issue it is', () => {
  const marked = (changes: object) => ({ number: 7, body: `${driftMarker(PLACE)}\nmine`, labels: [LABEL], ...changes });

  it('a marker in an issue of somebody else, or in a pull request, is not taken over', async () => {
    const { api, addIssue, openIssues, sandbox } = await githubWorld();
    addIssue(marked({ number: 7, user: 'mallory' }));
    addIssue(marked({ number: 8, user: 'helper[bot]' }));
    addIssue(marked({ number: 9, user: BOT, pullHead: 'feature' }));
    expect((await keepDriftIssue(api, PLACE, DRIFT)).url).toBe('https://github.com/acme/shop/issues/101');
    expect((await keepDriftIssue(api, PLACE, CLEAN)).action).toBe('closed');
    expect(openIssues().map(({ number }) => number)).toEqual([7, 8]);
    for (const number of [7, 8, 9]) expect(sandbox.world.issues.get(number)?.body).toMatch(/mine$/);
    expect(sandbox.world.issues.get(9)?.state).toBe('open');
  });

  it.each([
    ['a person', 'deployer'],
    ['an app', 'platform-team[bot]'],
  ])('the token of %s goes on with its own issue, and leaves that of the default token alone', async (_, login) => {
    const { api, knobs, addIssue, openIssues } = await githubWorld();
    knobs.login = login;
    addIssue(marked({ user: login }));
    addIssue(marked({ number: 8, user: BOT }));
    expect((await keepDriftIssue(api, PLACE, DRIFT)).action).toBe('updated');
    expect((await keepDriftIssue(api, PLACE, CLEAN)).action).toBe('closed');
    expect(openIssues()).toMatchObject([{ number: 8, user: BOT, body: marked({}).body }]);
  });

  it('is asked once, and not where the label leads to nothing of the action', async () => {
    const { api, reads } = await githubWorld();
    await keepDriftIssue(api, PLACE, CLEAN);
    await keepDriftIssue(api, PLACE, DRIFT);
    await keepDriftIssue(api, PLACE, DRIFT);
    expect(reads(/graphql/)).toHaveLength(1);
  });
});

describe('finding it among many', () => {
  /** A repository with many issues and pull requests of others, and the requests of one run in it. */
  async function crowded(
    count: number,
    own: (number: number) => Partial<Parameters<GithubWorld['addIssue']>[0]> = () => ({}),
  ) {
    const world = await githubWorld();
    for (let number = 1; number <= count; number += 1) {
      const pullHead = number % 5 === 0 ? `branch-${number}` : null;
      world.addIssue({ number, state: number % 2 === 0 ? 'open' : 'closed', pullHead, ...own(number) });
    }
    world.sandbox.requests.length = 0;
    return world;
  }

  it.each([
    ['the account of the token wrote none', () => ({})],
    ['it wrote thousands', (number: number) => (number % 7 === 0 ? { user: BOT } : {})],
    ['hundreds of others have the label', (number: number) => (number % 7 === 0 ? { user: BOT } : { labels: [LABEL] })],
  ])(
    'opens one with at most ten requests in a repository of 100,000, where %s',
    { timeout: 60_000 },
    async (_, own) => {
      const { api, sandbox } = await crowded(100_000, own);
      expect((await keepDriftIssue(api, PLACE, DRIFT)).action).toBe('opened');
      expect(sandbox.requests.length).toBeLessThanOrEqual(10);
      sandbox.requests.length = 0;
      expect((await keepDriftIssue(api, PLACE, CLEAN)).action).toBe('closed');
      expect((await keepDriftIssue(api, PLACE, CLEAN)).action).toBe('none');
      expect(sandbox.requests.length).toBeLessThanOrEqual(20);
    },
  );

  it('takes one page where the label is there', async () => {
    const { api, reads } = await crowded(250, (number) =>
      number === 7 ? { user: BOT, labels: [LABEL], pullHead: null, body: driftMarker(PLACE), state: 'closed' } : {},
    );
    expect((await keepDriftIssue(api, PLACE, DRIFT)).url).toMatch(/\/7$/);
    expect(reads(/./).map(({ action }) => action)).toEqual([
      'GET /repos/acme/shop/issues',
      'POST /graphql',
      'GET /repos/acme/shop/issues/7',
    ]);
  });

  it.each(['open', 'closed'] as const)(
    'a person took the label off, and it is %s: found by its author',
    async (state) => {
      const world = await crowded(0);
      const { api, sandbox, openIssues } = world;
      await keepDriftIssue(api, PLACE, DRIFT);
      Object.assign(sandbox.world.issues.get(101) ?? {}, { labels: [], state });
      for (let number = 102; number <= 390; number += 1) world.addIssue({ number, state: 'closed', user: BOT });
      sandbox.requests.length = 0;
      expect(await keepDriftIssue(api, PLACE, report([finding({ check: 'other' })]))).toMatchObject({
        action: state === 'open' ? 'updated' : 'reopened',
        url: expect.stringMatching(/\/101$/),
      });
      expect(openIssues()).toHaveLength(1);
      expect(world.reads(/search/)).toHaveLength(0);
    },
  );

  it.each([
    ['hidden text too', true],
    ['no hidden text', false],
  ])('and its author wrote hundreds since: found by search, whose index has %s', async (_, hidden) => {
    const world = await crowded(0);
    const { api, sandbox, openIssues, knobs } = world;
    knobs.search = { lagSeconds: 300, hidden };
    await keepDriftIssue(api, PLACE, DRIFT);
    const issue = sandbox.world.issues.get(101);
    Object.assign(issue ?? {}, {
      labels: [],
      title: 'Somebody gave it another name',
      createdAt: sandbox.world.now() - 1e6,
    });
    // The search finds those of other places beside it.
    world.addIssue({
      number: 102,
      user: BOT,
      body: issue?.body.replace(/^.*/, driftMarker({ ...PLACE, region: 'x' })) ?? '',
    });
    for (let number = 200; number <= 600; number += 1)
      world.addIssue({ number, user: BOT, state: 'closed', createdAt: sandbox.world.now() });
    expect(await keepDriftIssue(api, PLACE, report([finding({ check: 'other' })]))).toMatchObject({
      action: 'updated',
      url: expect.stringMatching(/\/101$/),
    });
    expect(openIssues().map(({ number }) => number)).toEqual([101, 102]);
  });

  it('no label may be put on, and many were opened since: the second run finds the first one’s', async () => {
    const world = await crowded(0);
    world.knobs.mayLabel = false;
    expect((await keepDriftIssue(world.api, PLACE, DRIFT)).action).toBe('opened');
    for (let number = 102; number <= 250; number += 1) world.addIssue({ number, user: BOT, state: 'closed' });
    expect((await keepDriftIssue(world.api, PLACE, DRIFT)).action).toBe('unchanged');
  });

  it.each([
    ['finds nothing', () => true],
    ['is refused', (login: string) => login.endsWith('[bot]')],
  ])('GraphQL names the app without its suffix, by which the list %s', async (_, isAccount) => {
    const { api, knobs, sandbox } = await githubWorld();
    knobs.viewer = { login: 'github-actions', databaseId: 41_898_282 };
    knobs.isAccount = isAccount;
    await keepDriftIssue(api, PLACE, DRIFT);
    Object.assign(sandbox.world.issues.get(101) ?? {}, { labels: [] });
    expect((await keepDriftIssue(api, PLACE, DRIFT)).action).toBe('unchanged');
  });

  it.each([
    ['a page', /repositories.*issues/],
    ['the search', /search/],
  ])('never opens a second one when %s cannot be read', async (_, action) => {
    const { api, sandbox, changes } = await crowded(400, () => ({ user: BOT }));
    sandbox.faults.add({ match: { service: 'github', action }, kind: 'status', status: 502, times: 1e6 });
    expect(await failure(keepDriftIssue(api, PLACE, DRIFT))).toMatchObject({ code: 'github-unavailable' });
    expect(changes()).toEqual([]);
  });
});
