import { describe, expect, it } from 'vitest';
import { liveBranches, pullRequestState } from '../../src/github/live-refs.ts';
import { failure, githubWorld, REPOSITORY } from './github-support.ts';

const BRANCHES = /branches$/;

describe('the living branches', () => {
  it('are all of them, over all pages, whatever they are called', async () => {
    const { api, sandbox } = await githubWorld();
    const odd = ['feature/a?b=c&page=9', 'Main', '@octocat', 'ünï/🦊', 'a b', '%2e%2e', 'x#1', '"; rel="next"'];
    const names = [...odd, ...Array.from({ length: 242 }, (_, index) => `branch-${index}`), 'main'];
    for (const name of names) sandbox.world.branches.add(name);
    expect(await liveBranches(api, REPOSITORY)).toEqual(new Set(names));
  });

  it('are read once where they fit on one page', async () => {
    const { api, reads } = await githubWorld();
    expect(await liveBranches(api, REPOSITORY)).toEqual(new Set(['main']));
    expect(reads(BRANCHES)).toHaveLength(1);
  });

  it('do not miss one that moves to another page while they are read', async () => {
    const { api, sandbox, reads } = await githubWorld();
    const names = Array.from({ length: 250 }, (_, index) => `b${String(index).padStart(3, '0')}`);
    sandbox.world.branches.delete('main');
    for (const name of names) sandbox.world.branches.add(name);
    const { branches } = sandbox.world;
    let pass = 0;
    sandbox.onRequest(({ request, when }) => {
      if (!BRANCHES.test(request.action) || request.params['page'] === '2' || request.params['page'] === '3') return;
      // b100 is on page 2 when page 1 is read, and on page 1 when page 2 is read: in both of the first two passes.
      if (when === 'before') pass += 1;
      if (when === 'before' && pass === 2) branches.add('a');
      if (when === 'after' && pass <= 2) branches.delete(pass === 1 ? 'b000' : 'a');
    });
    const living = await liveBranches(api, REPOSITORY);
    expect(names.slice(1).filter((name) => !living.has(name))).toEqual([]);
    expect(reads(BRANCHES).map(({ params }) => params['page'])).toEqual(
      Array.from({ length: 4 }, () => [undefined, '2', '3']).flat(),
    );
  });

  it('do not end with a full page that leads nowhere', async () => {
    const { api, sandbox, reads } = await githubWorld();
    sandbox.world.branches.clear();
    for (let index = 0; index < 100; index += 1) sandbox.world.branches.add(`b${index}`);
    expect((await liveBranches(api, REPOSITORY)).size).toBe(100);
    expect(reads(BRANCHES).map(({ params }) => params['page'])).toEqual([undefined, '2', undefined, '2']);
  });

  it('are not known when a later page fails', async () => {
    const { api, sandbox } = await githubWorld();
    for (let index = 0; index < 150; index += 1) sandbox.world.branches.add(`b${index}`);
    const match = { service: 'github', action: /^GET \/repositories\/.*branches/ } as const;
    sandbox.faults.add({ match, kind: 'status', status: 500, times: 1e6 });
    expect(await failure(liveBranches(api, REPOSITORY))).toMatchObject({ code: 'github-unavailable' });
    sandbox.faults.clear();
    sandbox.faults.add({ match, kind: 'truncated', times: 1e6 });
    expect(await failure(liveBranches(api, REPOSITORY))).toMatchObject({ code: 'github-unavailable' });
  });

  it('survive half an answer, an HTML page and a reset on the way', async () => {
    const { api, sandbox } = await githubWorld();
    for (const kind of ['truncated', 'html', 'reset'] as const) {
      sandbox.faults.add({ match: { service: 'github' }, kind });
      expect(await liveBranches(api, REPOSITORY)).toEqual(new Set(['main']));
    }
    expect(sandbox.requests).toHaveLength(6);
  });

  it('cannot be none', async () => {
    const { api, sandbox } = await githubWorld();
    sandbox.world.branches.clear();
    const error = await failure(liveBranches(api, REPOSITORY));
    expect(error).toMatchObject({
      code: 'github-unavailable',
      message: expect.stringContaining('GitHub lists no branches in'),
    });
  });

  it('are not those of forks', async () => {
    const { api, addIssue, knobs } = await githubWorld();
    addIssue({ number: 3, pullHead: 'from-a-fork' });
    knobs.forks.set(3, 'mallory/shop');
    expect(await liveBranches(api, REPOSITORY)).toEqual(new Set(['main']));
    expect(await pullRequestState(api, { ...REPOSITORY, number: 3 })).toBe('open');
  });

  it('need the right to read contents', async () => {
    const { api, knobs } = await githubWorld();
    knobs.visibility = 'private';
    knobs.permissions = { issues: 'write' };
    expect(await failure(liveBranches(api, REPOSITORY))).toMatchObject({
      code: 'github-denied',
      message: expect.stringContaining('asked to list the branches of acme/shop'),
      fix: expect.stringContaining('contents: read'),
    });
    knobs.permissions = {};
    expect(await failure(liveBranches(api, REPOSITORY))).toMatchObject({
      code: 'github-denied',
      message: expect.stringContaining('HTTP 404'),
    });
  });
});

describe('the state of a pull request', () => {
  it('is open, closed, or absent; an issue is none', async () => {
    const { api, addIssue } = await githubWorld();
    addIssue({ number: 1, pullHead: 'a' });
    addIssue({ number: 2, pullHead: 'b', state: 'closed' });
    addIssue({ number: 3 });
    const stateOf = (number: number) => pullRequestState(api, { ...REPOSITORY, number });
    expect(await Promise.all([1, 2, 3, 4].map(stateOf))).toEqual(['open', 'closed', 'absent', 'absent']);
  });

  it('is not absent where GitHub hides it', async () => {
    const { api, knobs, addIssue } = await githubWorld();
    addIssue({ number: 1, pullHead: 'a' });
    knobs.visibility = 'private';
    for (const permissions of [{}, { contents: 'read' }] as const) {
      knobs.permissions = permissions;
      expect(await failure(pullRequestState(api, { ...REPOSITORY, number: 1 }))).toMatchObject({
        code: 'github-denied',
        fix: expect.stringContaining('pull-requests: read'),
      });
    }
    expect(await failure(pullRequestState(api, { owner: 'acme', repo: 'elsewhere', number: 1 }))).toMatchObject({
      code: 'github-denied',
    });
  });

  it('is not guessed when GitHub fails', async () => {
    const { api, sandbox } = await githubWorld();
    sandbox.faults.add({ match: { service: 'github', action: /pulls/ }, kind: 'status', status: 503, times: 1e6 });
    expect(await failure(pullRequestState(api, { ...REPOSITORY, number: 1 }))).toMatchObject({
      code: 'github-unavailable',
    });
  });
});
