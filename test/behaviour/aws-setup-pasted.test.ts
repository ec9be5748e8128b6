import { expect, it } from 'vitest';
import { repositoryFile, setupServices } from '../harness/aws-setup/stand-in.ts';
import { fencedBlocks } from '../harness/fenced-blocks.ts';
import { startMachine } from '../harness/paste.ts';
import { describeWith } from '../harness/programs.ts';
import { ids, type MemorySandbox, standardWorld } from '../sandbox/index.ts';
import { expectFailure, expectSuccess } from '../support/expectations.ts';
import { inMemory } from '../support/in-memory.ts';
import { run } from '../support/run.ts';

/** The commands of a page that set the AWS side up, with the sandbox's VPC and repository. */
function commandsOf(page: string): string {
  const block = fencedBlocks(page).find(({ text }) => text.includes('aws cloudformation deploy'));
  return (block?.text ?? '').replaceAll('vpc-0123456789abcdef0', ids.vpc).replaceAll('ORG/REPO', 'acme/shop');
}

/** Pastes commands on a machine that knows CloudFormation, IAM and this repository at GitHub. */
async function pasted(box: MemorySandbox, commands: string) {
  const machine = await startMachine(box, { ...setupServices(box), files: repositoryFile });
  try {
    return await machine.paste(commands);
  } finally {
    await machine.close();
  }
}

/** What the last command printed: lines for `with:`. */
const withLines = (stdout: string) =>
  Object.fromEntries(
    [...stdout.matchAll(/^(aws-region|role-to-assume|vpc-id|tags): (.*)$/gm)].map(([, name, value]) => [name, value]),
  );

const ROLE = `arn:aws:iam::${ids.account}:role/cockroachdb-privatelink-change`;
const USUAL = { 'aws-region': ids.region, 'role-to-assume': ROLE, 'vpc-id': ids.vpc };

/** An account with or without GitHub's OIDC provider. */
const account = (oidcAudiences: string[] | null) => {
  const options = standardWorld();
  for (const one of options.world?.accounts ?? []) one.oidcAudiences = oidcAudiences;
  return options;
};

describeWith(['aws', 'curl'], 'the set-up that is pasted', () => {
  it.each(['README.md', 'docs/iam.md'])('of %s: an empty account gets a connection', { timeout: 120_000 }, (page) =>
    inMemory(account(null), async (box) => {
      const { exitCode, stdout, stderr } = await pasted(box, commandsOf(page));
      expect([exitCode, stderr]).toEqual([0, '']);
      expect(withLines(stdout)).toEqual(USUAL);
      expectSuccess(await run(box, withLines(stdout)));
    }),
  );

  it('keeps the OIDC provider that an account has', { timeout: 120_000 }, () =>
    inMemory(account(['sts.amazonaws.com', 'other']), async (box) => {
      const { exitCode, stdout } = await pasted(box, commandsOf('README.md'));
      expect([exitCode, withLines(stdout)]).toEqual([0, USUAL]);
      expect(box.world.accounts.get(ids.account)?.oidcAudiences).toEqual(['sts.amazonaws.com', 'other']);
    }),
  );

  it('can be pasted again with one more parameter, and keeps the others', { timeout: 120_000 }, () =>
    inMemory(account(null), async (box) => {
      const again = commandsOf('README.md').replace('VpcId=', 'Team=payments VpcId=');
      const { exitCode, stdout, stderr } = await pasted(box, `${commandsOf('README.md')}\n${again}`);
      expect([exitCode, stderr]).toEqual([0, '']);
      expect(withLines(stdout)).toEqual({ ...USUAL, tags: 'team=payments' });
      expectFailure(await run(box, USUAL), 'aws-denied');
      expectSuccess(await run(box, withLines(stdout)));
    }),
  );

  it('says what is wrong with a parameter', { timeout: 120_000 }, () =>
    inMemory(account(null), async (box) => {
      const { exitCode, stderr } = await pasted(box, `set -e\n${commandsOf('README.md').replace('acme/shop', 'acme')}`);
      expect(exitCode).not.toBe(0);
      expect(stderr).toContain("Parameter 'Repository'");
      expect(box.world.roles.has(ROLE)).toBe(false);
    }),
  );
});
