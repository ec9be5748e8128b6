import { execFileSync } from 'node:child_process';
import { cpSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { runSteps } from '../harness/job-runner.ts';
import { workflowsIn } from '../harness/workflow-files.ts';

const root = path.resolve(import.meta.dirname, '../..');
const release = workflowsIn('.github/workflows').find(({ name }) => name.endsWith('/release.yml'));
const homes: string[] = [];
afterEach(() => {
  for (const home of homes.splice(0)) rmSync(home, { recursive: true, force: true });
});

/** Runs the scripts of a job in a repository of its own, with a `gh` that only writes down what it is asked for. */
async function play(job: 'check' | 'publish', { version, tags }: { version: string; tags: string[] }) {
  const home = mkdtempSync(path.join(tmpdir(), 'release-'));
  homes.push(home);
  const workspace = path.join(home, 'repository');
  mkdirSync(path.join(home, 'bin'));
  mkdirSync(path.join(workspace, 'scripts'), { recursive: true });
  cpSync(path.join(root, 'scripts/release.ts'), path.join(workspace, 'scripts/release.ts'));
  writeFileSync(path.join(workspace, 'package.json'), JSON.stringify({ version, type: 'module' }));
  writeFileSync(path.join(workspace, 'CHANGELOG.md'), `# Changelog\n\n## [${version}] - 2026-12-01\n\n- News.\n`);
  const git = (...args: string[]) => execFileSync('git', args, { cwd: workspace, encoding: 'utf8' }).trim();
  git('init', '--quiet', '--initial-branch=main');
  git('add', '.');
  git('-c', 'user.name=t', '-c', 'user.email=t@example.org', 'commit', '--quiet', '--message=release');
  git('update-ref', 'refs/remotes/origin/main', 'HEAD');
  const tag = tags.at(-1) ?? '';
  for (const one of tags) git('tag', one);
  const asked = path.join(home, 'asked.txt');
  writeFileSync(asked, '');
  writeFileSync(path.join(home, 'bin/gh'), `#!/bin/sh\necho "$*" >> "${asked}"\n`, { mode: 0o755 });
  const steps = (release?.document.jobs[job]?.steps ?? []).filter(
    ({ run }) => run !== undefined && !run.startsWith('npm'),
  );
  const sha = git('rev-parse', 'HEAD');
  const results = await runSteps(steps, {
    workspace,
    env: {
      PATH: `${home}/bin:${root}/node_modules/.bin:/usr/local/bin:/usr/bin:/bin`,
      GITHUB_REF_NAME: tag,
      GITHUB_SHA: sha,
      GITHUB_REPOSITORY: 'acme/action',
      RUNNER_TEMP: home,
    },
  });
  const calls = readFileSync(asked, 'utf8').replaceAll(sha, 'SHA').replaceAll(home, 'TEMP').trimEnd().split('\n');
  return {
    exitCodes: results.map(({ exitCode }) => exitCode),
    calls,
    home,
    log: results.map(({ log }) => log).join('\n'),
  };
}

const created = (tag: string) => `release create ${tag} --verify-tag --title ${tag} --notes-file TEMP/notes.md`;

describe('the release', () => {
  it('of a new major version makes its tag', async () => {
    const { calls, home } = await play('publish', { version: '1.0.0', tags: ['v0.9.0', 'v1.0.0'] });
    const post = 'api --method POST repos/acme/action/git/refs -f ref=refs/tags/v1 -f sha=SHA';
    expect(calls).toEqual([created('v1.0.0'), post]);
    expect(readFileSync(path.join(home, 'notes.md'), 'utf8')).toBe('- News.\n');
  });

  it('of a newer version moves the tag of the major version', async () => {
    const { calls } = await play('publish', { version: '1.10.0', tags: ['v1', 'v1.9.0', 'v1.10.0'] });
    const patch = 'api --method PATCH repos/acme/action/git/refs/tags/v1 -f sha=SHA -F force=true';
    expect(calls).toEqual([created('v1.10.0'), patch]);
  });

  it('of an older version leaves the tag of the major version where it is', async () => {
    const { calls, exitCodes } = await play('publish', { version: '1.9.1', tags: ['v1', 'v1.10.0', 'v1.9.1'] });
    expect(calls).toEqual([created('v1.9.1')]);
    expect(exitCodes).toEqual([0, 0]);
  });

  it('is not made for a tag that is not the version', async () => {
    const { calls, exitCodes } = await play('publish', { version: '1.0.0', tags: ['v1.0.1'] });
    expect(calls).toEqual(['']);
    expect(exitCodes).toEqual([1]);
  });

  it.each([
    ['1.0.0', ['v1.0.0'], [0]],
    ['1.0.0', ['v1.0.1'], [1]],
  ])('of version %s with the tags %j is checked first: %j', async (version, tags, expected) => {
    const { exitCodes } = await play('check', { version, tags });
    expect(exitCodes).toEqual(expected);
  });

  it('is published by a job that installs nothing', () => {
    const steps = release?.document.jobs['publish']?.steps ?? [];
    expect(steps.filter(({ run }) => /\bnp[mx]\b/.test(run ?? ''))).toEqual([]);
    expect(release?.document.jobs['publish']).toMatchObject({ needs: 'check', environment: 'release' });
  });
});
