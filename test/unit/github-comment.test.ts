import { describe, expect, it } from 'vitest';
import { type CommentPlace, commentBody, keepComment } from '../../src/github/comment.ts';
import { readSections } from '../../src/github/sections.ts';
import { failure, type GithubWorld, githubWorld, REPOSITORY, said, twoAtOnce } from './github-support.ts';

const PLACE: CommentPlace = { ...REPOSITORY, pullNumber: 12, key: 'pr:12 vpc-0aaa' };
const URL_OF_FIRST = 'https://github.com/acme/shop/pull/12#issuecomment-9001';

async function pullWorld(): Promise<GithubWorld> {
  const world = await githubWorld();
  world.addIssue({ number: 12, pullHead: 'feature' });
  return world;
}

function addComment({ sandbox: { world } }: GithubWorld, comment: { id: number; body: string; user?: string }): void {
  world.comments.set(comment.id, { issue: 12, user: 'github-actions[bot]', createdAt: world.now(), ...comment });
}

describe('the comment on a pull request', () => {
  it('is one, edited in place, and left alone while its text is the same', async () => {
    const { api, sandbox, commentsOf, changes } = await pullWorld();
    expect(await keepComment(api, PLACE, said('## one'))).toEqual({ action: 'created', url: URL_OF_FIRST });
    const comment = sandbox.world.comments.get(9001);
    if (comment) comment.body = `${comment.body.replaceAll('\n', '\r\n')}\r\n`;
    expect(await keepComment(api, PLACE, said('## one\r\n'))).toEqual({ action: 'unchanged', url: URL_OF_FIRST });
    expect(await keepComment(api, PLACE, said('## two'))).toEqual({ action: 'updated', url: URL_OF_FIRST });
    expect(commentsOf(12)).toEqual([
      expect.stringMatching(/^<!-- [^>]+ -->\n\n<!-- [^>]+ -->\n\n## two\n\n<!-- [^>]+ -->$/),
    ]);
    expect(changes()).toEqual([
      'POST /repos/acme/shop/issues/12/comments',
      'PATCH /repos/acme/shop/issues/comments/9001',
    ]);
  });

  it('is one for each key', async () => {
    const { api, commentsOf } = await pullWorld();
    await keepComment(api, PLACE, said('a'));
    expect((await keepComment(api, { ...PLACE, key: 'pr:12 vpc-0def' }, said('a'))).action).toBe('created');
    expect((await keepComment(api, PLACE, said('a'))).action).toBe('unchanged');
    expect(commentsOf(12)).toHaveLength(2);
  });

  it('is found among 250 others, on the last page', async () => {
    const world = await pullWorld();
    for (let id = 1; id <= 250; id += 1) addComment(world, { id, body: `${id}`, user: 'octocat' });
    await keepComment(world.api, PLACE, said('a'));
    expect(await keepComment(world.api, PLACE, said('b'))).toMatchObject({ action: 'updated' });
    expect(world.commentsOf(12)).toHaveLength(251);
    // For the first text, for what other runs have created meanwhile, and for the second text.
    expect(world.reads(/\/comments$/).map(({ params }) => params['page'])).toEqual(
      Array.from({ length: 3 }, () => [undefined, '2', '3']).flat(),
    );
  });

  it('is never one that somebody else wrote, nor one that only quotes the marker', async () => {
    const world = await pullWorld();
    const copied = commentBody(PLACE, said('copied'));
    addComment(world, { id: 1, body: copied, user: 'mallory' });
    addComment(world, { id: 2, body: `You wrote:\n${copied}` });
    expect(await keepComment(world.api, PLACE, said('mine'))).toMatchObject({ action: 'created' });
    expect(await keepComment(world.api, PLACE, said('mine again'))).toMatchObject({
      action: 'updated',
      url: URL_OF_FIRST,
    });
    expect(world.commentsOf(12)).toEqual([copied, `You wrote:\n${copied}`, expect.stringContaining('mine again')]);
  });

  it('is one again after two runs at once', async () => {
    const world = await pullWorld();
    const { api, commentsOf } = world;
    await twoAtOnce(world, () => keepComment(api, PLACE, said('a')));
    expect(commentsOf(12)).toHaveLength(1);
    expect(await keepComment(api, PLACE, said('a'))).toEqual({ action: 'unchanged', url: URL_OF_FIRST });
  });

  it('of which there are several is one again, with the texts of all', async () => {
    const world = await pullWorld();
    addComment(world, { id: 7, body: commentBody(PLACE, said('one', ['orders'])) });
    addComment(world, { id: 8, body: commentBody(PLACE, said('two', ['billing'])) });
    expect((await keepComment(world.api, PLACE, said('one', ['orders']))).action).toBe('updated');
    expect(world.commentsOf(12)).toEqual([expect.stringMatching(/two[\s\S]*one/)]);
  });

  it('is not doubled by a lost answer', async () => {
    const { api, sandbox, commentsOf, changes } = await pullWorld();
    const match = { service: 'github', action: /^POST .*comments$/ } as const;
    sandbox.faults.add({ match, kind: 'reset', when: 'after' });
    expect(await keepComment(api, PLACE, said('a'))).toEqual({ action: 'created', url: URL_OF_FIRST });
    expect(commentsOf(12)).toHaveLength(1);
    expect(changes()).toHaveLength(1);
  });

  it('needs either permission, and says which where both are missing', async () => {
    const { api, knobs, changes } = await pullWorld();
    knobs.permissions = { 'pull-requests': 'write' };
    expect((await keepComment(api, PLACE, said('a'))).action).toBe('created');
    knobs.permissions = { contents: 'read', 'pull-requests': 'read' };
    const error = await failure(keepComment(api, PLACE, said('b')));
    expect(error).toMatchObject({ code: 'github-denied', fix: expect.stringContaining('pull-requests: write') });
    expect(error.message).toBe(
      'Missing permission: the GitHub token needs `pull-requests: write`.\nGitHub, asked to change the comment on pull request #12 of acme/shop: "Resource not accessible by integration" (HTTP 403)',
    );
    expect(changes()).toHaveLength(2);
  });

  it('cannot be put on what is not there', async () => {
    const { api, changes } = await pullWorld();
    const error = await failure(keepComment(api, { ...PLACE, pullNumber: 99 }, said('a')));
    expect(error).toMatchObject({ code: 'github-denied', message: expect.stringContaining('pull request #99') });
    expect(changes()).toEqual([]);
  });
});

describe('its text', () => {
  const bodyOf = (markdown: string) => commentBody(PLACE, said(markdown)).split('\n').slice(4, -2).join('\n');
  const mention = /(?<![A-Za-z0-9_])(@|&#0*64;|&#x0*40;|&commat;)(?=[A-Za-z0-9&])/i;

  it('mentions nobody, however the sign is written, and is otherwise as it was', () => {
    for (const sign of ['@', '\\@', '&#64;', '&#064;', '&#x40;', '&COMMAT;']) {
      const body = bodyOf(`a ${sign}octocat, (${sign}acme/admins) | **${sign}x**`);
      expect(body).not.toMatch(mention);
      expect(body.replaceAll('\u200b', '')).toBe(`a ${sign}octocat, (${sign}acme/admins) | **${sign}x**`);
    }
    expect(bodyOf('me@example.com uses: actions/checkout@v6')).toBe('me@example.com uses: actions/checkout@v6');
  });

  it('keeps fenced blocks as they are, so that they can be copied', () => {
    const block = '```text\npostgresql://<user>:<password>@host:26257 <!-- @me\n```';
    expect(bodyOf(`# a\n\n${block}\n\n@you`)).toBe(`# a\n\n${block}\n\n@\u200byou`);
    expect(bodyOf('~~~~\n~~~\n@in\n~~~~\n@out')).toBe('~~~~\n~~~\n@in\n~~~~\n@\u200bout');
  });

  it('takes for a fence only what GitHub does', () => {
    for (const fake of ['<details>\n```\n@me', 'text\n\n``` a`b\n@me', 'text\n\n    ```\n@me', '``\n@me']) {
      expect(bodyOf(fake)).not.toMatch(mention);
    }
  });

  it('opens no hidden part, whatever it holds', () => {
    const body = commentBody({ ...PLACE, key: 'pr:12 --> <b>' }, said('--> <!-- hidden\n\n<!-- cockroachdb -->'));
    expect(body.match(/<!--/g)).toHaveLength(3);
    expect(body).toMatch(
      /^<!-- cockroachdb-privatelink:comment:[0-9a-f]{32} -->\n\n<!-- \S+ -->\n\n--> &lt;!-- hidden/,
    );
    expect(readSections(body)).toMatchObject([{ clusters: ['orders'] }]);
  });

  it('is cut to what GitHub takes, after a whole line, with what is open closed', async () => {
    const { api, commentsOf } = await pullWorld();
    const row = `| ${'😀'.repeat(40)} |\n`;
    const open = `<details><summary>more</summary>\n\n\`\`\`\`text\n${row.repeat(2_000)}`;
    expect((await keepComment(api, PLACE, said(open))).action).toBe('created');
    const [body = ''] = commentsOf(12);
    expect(body.length).toBeLessThanOrEqual(65_536);
    expect(body.length).toBeGreaterThan(65_000);
    expect(body).toMatch(/😀 \|\n````\n\n<\/details>\n\n\*Cut here: .*\*\n\n<!-- .*$/u);
    expect(body.isWellFormed()).toBe(true);
    expect((await keepComment(api, PLACE, said(open))).action).toBe('unchanged');

    const oneLine = commentBody(PLACE, said('😀'.repeat(50_000)));
    expect(oneLine.length).toBeLessThanOrEqual(65_536);
    expect(oneLine.isWellFormed()).toBe(true);
  });

  it('of just the length that GitHub takes is not cut', () => {
    const room = 65_536 - commentBody(PLACE, said('')).length;
    const exact = commentBody(PLACE, said('x'.repeat(room)));
    expect(exact).toHaveLength(65_536);
    expect(exact).toMatch(/x\n\n<!-- .*$/);
    expect(commentBody(PLACE, said('x'.repeat(room + 1)))).toMatch(/\*Cut here: .*\*\n\n<!-- .*$/);
  });
});
