import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { claimKey, claimValue } from '../../src/reconcile/model/claims.ts';
import { wallTime } from '../../src/support/moment.ts';
import { fencedBlocks, withoutBlocks } from '../harness/fenced-blocks.ts';
import { type Machine, startMachine } from '../harness/paste.ts';
import { describeWith } from '../harness/programs.ts';
import { ids, type MemorySandbox, standardWorld } from '../sandbox/index.ts';
import { inMemory } from '../support/in-memory.ts';
import { buildPath, type Path } from '../support/verify.ts';

const root = path.resolve(import.meta.dirname, '../..');
const PAGES = ['README.md', 'SECURITY.md', 'CONTRIBUTING.md', ...globSync('docs/*.md', { cwd: root })];
const PROGRAM = /^(?:aws|gh|git|psql|terraform|curl|npm|npx) \S/;
const ID = '0123456789abcdef0';

/** Each command of the pages: those in blocks, a line each but for continued ones, and those in the text. */
function commandsOf(page: string): string[] {
  const blocks = fencedBlocks(page).filter(({ language }) => language === 'sh');
  const lines = blocks.flatMap(({ text }) => text.trim().split(/(?<!\\)\n/));
  const spans = [...withoutBlocks(readFileSync(path.join(root, page), 'utf8')).matchAll(/`([^`\n]+)`/g)];
  return [...lines, ...spans.map(([, text = '']) => text).filter((text) => PROGRAM.test(text))];
}

const commands = [...new Set(PAGES.flatMap(commandsOf))];
const scripts = (JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8')) as { scripts: object }).scripts;

/** Commands that are tried elsewhere, and those that can't be tried. */
const ELSEWHERE: readonly [RegExp, string][] = [
  [/^curl /, 'connection-strings.test.ts, aws-setup-pasted.test.ts'],
  [/^PROVIDER=/, 'aws-setup-pasted.test.ts'],
  [/^psql 'postgresql:/, 'connection-strings.test.ts'],
  [/^gh secret set COCKROACH_API_KEY$/, 'needs a repository that takes secrets'],
  [/^git (tag|push) /, 'publish-job.test.ts'],
  [/^git grep /, 'reads this repository'],
  [/^npm (ci|test|version)\b/, 'documents.test.ts, .ci/run'],
  [/^npx vitest run (test\/examples )?test\/unit\/docs\.test\.ts$/, 'docs.test.ts'],
  [/^terraform (plan|destroy)$/, 'needs the providers, which nothing here can download'],
  [/^aws sts$/, 'names what docs/performance.md compares with'],
  // It asks Sigstore. Source: cli.github.com/manual/gh_attestation_verify.
  [/^gh attestation verify \S+ --repo \S+$/, 'needs a release'],
];

describe('commands of the pages', () => {
  it('are for programs that have a test', () => {
    const untried = commands.filter(
      (one) => !/^(aws|gh api) \w/.test(one) && !ELSEWHERE.some(([form]) => form.test(one)),
    );
    const named = untried.map((one) => /^npm run ([\w:-]+)/.exec(one)?.[1] ?? one);
    expect(named.filter((one) => !Object.hasOwn(scripts, one))).toEqual([]);
    expect(commands.filter((one) => one.startsWith('aws ')).length).toBeGreaterThan(15);
  });

  it('quote what PowerShell takes for a list, and zsh for file names', () => {
    const bare = commands.map((one) => one.replace(/'[^']*'/g, '')).filter((one) => /^(aws|gh|git|curl) /.test(one));
    expect(bare.filter((one) => /[,[\]{}*?]/.test(one) && !one.startsWith('npm'))).toEqual([]);
  });
});

/** A command with what the sandbox has in place of what the page has for the reader's own. */
function filledIn(command: string, { endpoint, group }: Path): string {
  return command
    .replaceAll(`vpce-svc-${ID}`, ids.standardService)
    .replaceAll(/VPCE_ID|vpce-0123456789abcdef0/g, endpoint)
    .replaceAll(/SG_ID|sg-0123456789abcdef0/g, group)
    .replaceAll(/VPC_ID|vpc-0123456789abcdef0/g, ids.vpc)
    .replaceAll('SERVICE_NAME', ids.standardServiceName)
    .replaceAll('REGION', ids.region);
}

/** A path, and a machine to paste on. */
async function onMachine(play: (place: { box: MemorySandbox; machine: Machine; path: Path }) => Promise<void>) {
  await inMemory(standardWorld(), async (box) => {
    const machine = await startMachine(box);
    try {
      await play({ box, machine, path: buildPath(box) });
    } finally {
      await machine.close();
    }
  });
}

const only = (beginning: string) => {
  const found = commands.filter((one) => one.startsWith(beginning));
  expect(found).toHaveLength(1);
  return found[0] ?? '';
};

describeWith(['aws'], 'the AWS CLI', () => {
  it('takes every one of its commands that reads', { timeout: 120_000 }, async () => {
    await onMachine(async ({ machine, path: place }) => {
      const reads = commands.filter((one) => /^aws \w+ (describe|list|get)-/.test(one));
      // What differs in placeholders alone is one command.
      const waiting = [...new Set(reads.map((one) => filledIn(one, place)))];
      const failed: string[] = [];
      const work = async () => {
        for (let one = waiting.shift(); one !== undefined; one = waiting.shift()) {
          const { exitCode, stderr } = await machine.paste(one);
          // An older CLI does not know every service of today (Debian 12 has 2.9).
          if (exitCode !== 0 && !/argument operation: Invalid choice/.test(stderr)) failed.push(`${one}: ${stderr}`);
        }
      };
      await Promise.all([work(), work(), work()]);
      expect(failed).toEqual([]);
      expect(reads.length).toBeGreaterThan(10);
    });
  });

  it('sets and removes the tags that hand an endpoint over', async () => {
    await onMachine(async ({ box, machine, path: place }) => {
      const tags = () => Object.keys(box.world.endpoint(place.endpoint)?.tags ?? {});
      expect(
        (
          await machine.paste(
            filledIn(only('aws ec2 delete-tags --region us-east-1 --resources vpce-0123456789abcdef0 sg-'), place),
          )
        ).stderr,
      ).toBe('');
      expect(tags()).not.toContain('cockroachdb-privatelink/managed-by');
      box.world.setTags(place.endpoint, { 'cockroachdb-privatelink/service': null });
      expect((await machine.paste(filledIn(only('aws ec2 create-tags '), place))).stderr).toBe('');
      expect(box.world.endpoint(place.endpoint)?.tags).toMatchObject({
        'cockroachdb-privatelink/managed-by': 'github-action',
        'cockroachdb-privatelink/service': ids.standardServiceName,
      });
    });
  });

  it('lists and removes the claims of another repository', async () => {
    await onMachine(async ({ box, machine, path: place }) => {
      const owner = { serverUrl: 'https://github.com', repositoryId: '700000055', environment: 'staging' };
      const key = claimKey(owner, place.cluster);
      const cluster = { id: place.cluster, name: ids.standardName };
      const value = claimValue(owner, cluster, { at: wallTime(box.clock.now()), nonce: '0123456789ab' });
      box.world.setTags(place.endpoint, { [key]: value });
      const { stdout } = await machine.paste(filledIn(only('aws ec2 describe-tags '), place));
      expect(stdout).toBe(`${key}\t${value}\n`);
      const remove = commands.find((one) => /^aws ec2 delete-tags .*\n.*claim\//.test(one)) ?? '';
      await machine.paste(filledIn(remove, place).replace(/cockroachdb-privatelink\/claim\/\w+/, key));
      expect(Object.keys(box.world.endpoint(place.endpoint)?.tags ?? {})).not.toContain(key);
    });
  });

  it('removes the rule of the example', async () => {
    await onMachine(async ({ box, machine, path: place }) => {
      const rules = box.world.rules(place.group).length;
      box.world.addRule({ groupId: place.group, cidr: '192.0.2.0/24' });
      expect((await machine.paste(filledIn(only('aws ec2 revoke-security-group-ingress '), place))).stderr).toBe('');
      expect(box.world.rules(place.group)).toHaveLength(rules);
    });
  });
});

describeWith(['gh'], 'gh', () => {
  it('finds a repository by its ID', async () => {
    await onMachine(async ({ machine }) => {
      const command = only('gh api repositories/700000055').replace('700000055', ids.repositoryId);
      expect(await machine.paste(command)).toMatchObject({ stdout: `${ids.repository}\n`, exitCode: 0 });
    });
  });
});
