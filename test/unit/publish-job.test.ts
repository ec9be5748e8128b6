import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { github } from '../../scripts/release/github.ts';
import { publish } from '../../scripts/release/publish.ts';
import { fencedBlocks } from '../harness/fenced-blocks.ts';
import { type GithubOfReleases, startGithubOfReleases } from '../harness/github-releases.ts';
import { runSteps } from '../harness/job-runner.ts';
import { workflowsIn } from '../harness/workflow-files.ts';

const root = path.resolve(import.meta.dirname, '../..');
const release = workflowsIn('.github/workflows').find(({ name }) => name.endsWith('/release.yml'));
/** How a release manager pushes a version, as CONTRIBUTING.md has it. */
const [push] = fencedBlocks('CONTRIBUTING.md').filter(({ key }) => key === 'CONTRIBUTING.md#releasing');
const open: (() => unknown)[] = [];
afterEach(async () => {
  for (const close of open.splice(0).toReversed()) await close();
});

/** A repository with an origin on disk, and GitHub's API over that. */
async function project() {
  const home = mkdtempSync(path.join(tmpdir(), 'release-'));
  open.push(() => rmSync(home, { recursive: true, force: true }));
  const [workspace, origin] = [path.join(home, 'repository'), path.join(home, 'origin.git')];
  const write = (file: string, text: string) => {
    mkdirSync(path.dirname(path.join(workspace, file)), { recursive: true });
    writeFileSync(path.join(workspace, file), text);
  };
  const identity = ['-c', 'user.name=t', '-c', 'user.email=t@example.org'];
  const git = (...args: string[]) =>
    execFileSync('git', [...identity, ...args], { cwd: workspace, encoding: 'utf8', stdio: 'pipe' }).trim();
  mkdirSync(workspace);
  execFileSync('git', ['init', '--quiet', '--bare', '--initial-branch=main', origin]);
  git('init', '--quiet', '--initial-branch=main');
  git('remote', 'add', 'origin', origin);
  for (const name of ['release.ts', 'release']) {
    mkdirSync(path.join(workspace, 'scripts'), { recursive: true });
    cpSync(path.join(root, 'scripts', name), path.join(workspace, 'scripts', name), { recursive: true });
  }
  const api = await startGithubOfReleases(origin, 'ghs_tokenOfTheJob');
  open.push(() => api.close());
  const commit = (message: string) => {
    git('add', '.');
    git('commit', '--quiet', '--allow-empty', `--message=${message}`);
    git('push', '--quiet', 'origin', 'main');
    return git('rev-parse', 'HEAD');
  };
  return {
    github: api,
    git,
    workspace,
    /** Merges a version and pushes its tag; `alone` without what CONTRIBUTING.md has beside it. */
    version(version: string, { alone = false } = {}): string {
      write('package.json', JSON.stringify({ version, type: 'module' }));
      write('CHANGELOG.md', `# Changelog\n\n## [${version}] - 2026-12-01\n\n- News of ${version}.\n`);
      const sha = commit(version);
      const major = version.split('.')[0] ?? '';
      const commands = push?.text.replaceAll('vX.Y.Z', `v${version}`).replaceAll('vX', `v${major}`) ?? '';
      const given = alone ? `git tag v${version} && git push --quiet origin v${version}` : commands;
      execFileSync('bash', ['-ec', given], { cwd: workspace, stdio: 'pipe' });
      return sha;
    },
    /** Main goes on, and what it says of workflows changes. */
    moveMain() {
      write('.github/workflows/new.yml', `on: push # after ${git('rev-parse', 'HEAD')}\n`);
      return commit('other workflows');
    },
    /** Where a tag is at GitHub; '' where there is none. */
    tag: (name: string) => git('ls-remote', 'origin', `refs/tags/${name}`).split('\t')[0] ?? '',
  };
}

type Project = Awaited<ReturnType<typeof project>>;

/** Runs the scripts of a job for a version, as pushing its tag does, or repeating it. */
async function playJob({ workspace, github: { url }, git }: Project, job: 'check' | 'publish', tag: string) {
  git('checkout', '--quiet', tag);
  const steps = (release?.document.jobs[job]?.steps ?? []).filter(
    ({ run }) => run !== undefined && !run.startsWith('npm'),
  );
  const results = await runSteps(steps, {
    workspace,
    env: {
      GITHUB_REF_NAME: tag,
      GITHUB_SHA: git('rev-parse', `${tag}^{}`),
      GITHUB_REPOSITORY: 'acme/action',
      GITHUB_API_URL: url,
    },
  });
  git('checkout', '--quiet', 'main');
  return { ok: results.every(({ exitCode }) => exitCode === 0), log: results.map(({ log }) => log).join('\n') };
}

/** What the script of the job `publish` does, without a process of its own. */
async function play({ github: { url }, git }: Project, tag: string, sha = git('rev-parse', `${tag}^{}`)) {
  const client = github({ api: url, repository: 'acme/action', token: 'ghs_tokenOfTheJob' });
  try {
    return { ok: true, log: (await publish(client, { tag, sha, notes: `Notes of ${tag}` })).join('\n') };
  } catch (error) {
    return { ok: false, log: (error as Error).message };
  }
}

const published = ({ releases }: GithubOfReleases) =>
  releases.map(({ tag_name, body, draft }) => `${draft ? 'draft ' : ''}${tag_name}: ${body}`);

describe('the release', () => {
  it('of a new major version makes its tag, and repeating it changes nothing', async () => {
    const it = await project();
    const sha = it.version('1.0.0');
    expect(await playJob(it, 'publish', 'v1.0.0')).toMatchObject({ ok: true });
    expect([published(it.github), it.tag('v1')]).toEqual([['v1.0.0: - News of 1.0.0.'], sha]);
    expect(it.github.writes.splice(0)).toEqual(['POST releases', 'POST git/refs']);
    const again = await playJob(it, 'publish', 'v1.0.0');
    expect([again.ok, it.github.writes]).toEqual([true, []]);
    expect(again.log).toContain(`Release v1.0.0 is already there\nTag v1 is already at ${sha}`);
  });

  it('of a newer version moves the tag of the major version, an older one leaves it there', async () => {
    const it = await project();
    it.version('1.9.0');
    await play(it, 'v1.9.0');
    const sha = it.version('1.10.0');
    expect(await play(it, 'v1.10.0')).toMatchObject({ ok: true });
    it.version('1.9.1', { alone: true });
    const older = await play(it, 'v1.9.1');
    expect([older.ok, it.tag('v1'), it.github.releases.length]).toEqual([true, sha, 3]);
    expect(older.log).toContain('A newer release has the tag');
  });

  it('moves the tag past a newer version that was never released', async () => {
    const it = await project();
    const sha = it.version('1.0.0');
    it.version('1.0.1');
    await play(it, 'v1.0.0');
    expect(it.tag('v1')).toBe(sha);
  });

  it('is finished by repeating it, whichever request failed and whether it took effect or not', async () => {
    const it = await project();
    const requests = [
      'GET git/ref/tags/TAG',
      'GET releases',
      'POST releases',
      'GET git/ref/tags/v1',
      'PATCH git/refs/tags/v1',
    ];
    it.version('1.0.0');
    await play(it, 'v1.0.0');
    for (const [index, request] of [...requests, ...requests].entries()) {
      const tag = `v1.0.${index + 1}`;
      const sha = it.version(tag.slice(1));
      it.github.failOnce = { request: request.replace('TAG', tag), after: index < requests.length };
      const failed = await play(it, tag);
      expect([failed.ok, failed.log], request).toEqual([false, expect.stringContaining('502')]);
      expect((await play(it, tag)).ok).toBe(true);
      const made = it.github.releases.filter(({ tag_name }) => tag_name === tag);
      expect([made.map(({ body }) => body), it.tag('v1')], request).toEqual([[`Notes of ${tag}`], sha]);
    }
  });

  it('publishes a draft that was left, and finds it among many', async () => {
    const it = await project();
    it.version('1.0.0');
    const rest = { name: '', body: 'half', draft: true };
    it.github.releases.push({ ...rest, id: 1, tag_name: 'v1.0.0' });
    for (let id = 2; id <= 150; id += 1) it.github.releases.push({ ...rest, id, draft: false, tag_name: `v0.0.${id}` });
    expect((await play(it, 'v1.0.0')).ok).toBe(true);
    expect(published(it.github)[0]).toBe('v1.0.0: Notes of v1.0.0');
  });

  it("does not depend on main's workflows: its commit is the tip of a branch of its own", async () => {
    const it = await project();
    const sha = it.version('1.0.0');
    it.moveMain();
    expect((await play(it, 'v1.0.0')).ok).toBe(true);
    const next = it.version('1.0.1');
    it.moveMain();
    expect((await play(it, 'v1.0.1')).ok).toBe(true);
    expect([sha === next, it.tag('v1')]).toEqual([false, next]);
  });

  it('without that branch says what to run, and is finished by that and by repeating it', async () => {
    const it = await project();
    const sha = it.version('1.0.0', { alone: true });
    it.moveMain();
    const refused = await play(it, 'v1.0.0');
    expect([refused.ok, published(it.github).length, it.tag('v1')]).toEqual([false, 1, '']);
    const command = /^git push .*$/m.exec(refused.log)?.[0] ?? '';
    execFileSync('bash', ['-ec', command], { cwd: it.workspace, stdio: 'pipe' });
    expect((await play(it, 'v1.0.0')).ok).toBe(true);
    expect(it.tag('v1')).toBe(sha);
  });

  it('with an annotated tag is that of its commit', async () => {
    const it = await project();
    const sha = it.version('1.0.0', { alone: true });
    it.git('tag', '--force', '--annotate', '--message=1.0.0', 'v1.0.0', sha);
    it.git('push', '--quiet', '--force', 'origin', 'v1.0.0');
    expect((await play(it, 'v1.0.0')).ok).toBe(true);
    expect([it.tag('v1'), it.tag('v1.0.0') === sha]).toEqual([sha, false]);
  });

  it('is not made where the tag was moved after its commit was tested', async () => {
    const it = await project();
    const tested = it.version('1.0.0');
    it.git('push', '--quiet', '--force', 'origin', `${it.moveMain()}:refs/tags/v1.0.0`);
    const { ok, log } = await play(it, 'v1.0.0', tested);
    expect([ok, it.github.writes]).toEqual([false, []]);
    expect(log).toMatch(/v1\.0\.0 is at \w+, but \w+ was tested/);
  });

  it.each([
    ['v1.0.0', true],
    ['v1.0.1', false],
  ])('of version 1.0.0 with the tag %s is checked first: %s', async (tag, ok) => {
    const it = await project();
    it.version('1.0.0');
    if (tag !== 'v1.0.0') it.git('tag', tag);
    expect((await playJob(it, 'check', tag)).ok).toBe(ok);
    if (!ok) expect((await playJob(it, 'publish', tag)).ok).toBe(false);
    expect(it.github.releases).toEqual([]);
  });

  it('is published by a job that installs nothing and imports nothing but Node', () => {
    const steps = release?.document.jobs['publish']?.steps ?? [];
    expect(steps.filter(({ run }) => /\bnp[mx]\b/.test(run ?? ''))).toEqual([]);
    expect(release?.document.jobs['publish']).toMatchObject({ needs: 'check', environment: 'release' });
    for (const file of ['release.ts', 'release/github.ts', 'release/publish.ts', 'release/versions.ts']) {
      const text = readFileSync(path.join(root, 'scripts', file), 'utf8');
      for (const [, from] of text.matchAll(/ from '([^']+)'/g)) expect(from).toMatch(/^(node:|\.\/)/);
    }
  });
});
