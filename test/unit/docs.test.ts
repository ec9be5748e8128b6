import { execFileSync, spawnSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { bothSubjects } from '../../src/aws/identity-token.ts';
import { CHECKS } from '../../src/reconcile/findings/finding.ts';
import { ERROR_CODES } from '../../src/support/errors.ts';
import { anchorOf, fencedBlocks, withoutBlocks } from '../harness/fenced-blocks.ts';
import { emptySeed } from '../sandbox/index.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const read = (file: string) => readFileSync(path.join(root, file), 'utf8');
const pages = [
  ...['README.md', 'CONTRIBUTING.md', 'SECURITY.md', 'CHANGELOG.md', 'CODE_OF_CONDUCT.md'],
  ...readdirSync(path.join(root, 'docs'), { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith('.md'))
    .map((file) => path.posix.join('docs', file.replaceAll(path.sep, '/'))),
];
const troubleshooting = read('docs/troubleshooting.md');

/** Contents of the fenced blocks of one language in the README. */
const blocks = (language: string) =>
  fencedBlocks('README.md').flatMap((block) => (block.language === language ? [block.text] : []));

const headings = (markdown: string, level: number) =>
  [...withoutBlocks(markdown).matchAll(new RegExp(`^#{${level}} (.+)$`, 'gm'))].map((match) => match[1] ?? '');

const anchors = (markdown: string) => [1, 2, 3, 4].flatMap((level) => headings(markdown, level).map(anchorOf));

describe('troubleshooting', () => {
  it('has one heading for each error code, in the same order, and none that is dead', () => {
    expect(headings(troubleshooting, 2)).toEqual([
      'Index',
      ...ERROR_CODES,
      ...['Findings', 'Notes', 'Proxies', 'Private certificate authorities', 'Networks'],
    ]);
  });

  it('has each section in its index, once', () => {
    const [, index = ''] = /^## Index$(.*?)^## /ms.exec(troubleshooting) ?? [];
    const linked = [...index.matchAll(/\]\(#([\w-]+)\)/g)].map(([, anchor]) => anchor);
    const probing = anchorOf('How long a probe resolves the name');
    const all = [2, 3].flatMap((level) => headings(troubleshooting, level).map(anchorOf));
    expect(linked.toSorted()).toEqual(all.filter((one) => one !== 'index' && one !== probing).toSorted());
  });

  it('says for each code how it reads, what it means, what to do and what to look at', () => {
    const sections = troubleshooting.split(/^## /m).slice(2, ERROR_CODES.length + 2);
    expect(sections).toHaveLength(ERROR_CODES.length);
    for (const section of sections) {
      expect(section).toMatch(/^[a-z-]+\n\n```text\n(?:\S.*\n)+```\n\n[A-Z`]/);
      expect(section).toMatch(/\n\n- \*\*What to do:\*\* \S.*?\n- \*\*What to look at:\*\* \S/s);
      for (const part of ['do', 'look at']) expect(section.split(`**What to ${part}:**`)).toHaveLength(2);
    }
  });
});

/** Codes of the notes that a plan can have, from their type. */
function noteCodes(): string[] {
  const type = /interface Note \{\s*readonly code:\s*([^;]+);/.exec(read('src/reconcile/model/plan.ts'))?.[1] ?? '';
  return literalsOf(type);
}

/** The string literals of a piece of source, without what is only compared with. */
function literalsOf(source: string): string[] {
  return [...source.replace(/=== '[^']*'/g, '').matchAll(/'([a-z-]+)'/g)].map((match) => match[1] ?? '');
}

describe('findings', () => {
  const [, findings = '', notes = ''] = /^## Findings$(.*)^## Notes$(.*)^## Networks$/ms.exec(troubleshooting) ?? [];
  const withoutHeading = (codes: Iterable<string>) =>
    [...codes].filter((code) => !ERROR_CODES.some((one) => one === code)).toSorted();

  it('have one heading for each check that is no error code, and none that is dead', () => {
    expect(headings(findings, 3).toSorted()).toEqual(withoutHeading(new Set<string>(CHECKS)));
  });

  it('that are notes have their heading among the notes', () => {
    expect(noteCodes()).toContain('zones');
    expect(headings(notes, 3).toSorted()).toEqual(withoutHeading(noteCodes()));
  });

  it('say their severity first', () => {
    const sections = findings.split(/^### /m).slice(1);
    expect(sections.length).toBeGreaterThan(25);
    for (const section of sections) expect(section).toMatch(/^[a-z-]+\n\n```text\n[^`]+```\n\n(Error|Warning)\. [A-Z]/);
  });
});

describe('links', () => {
  const links = pages.flatMap((page) =>
    [...withoutBlocks(read(page)).matchAll(/\]\(([^)\s]+)\)/g)].map((match) => ({ page, target: match[1] ?? '' })),
  );
  const relative = links.filter(({ target }) => !/^[a-z]+:/.test(target));

  it('are there', () => {
    expect(relative.length).toBeGreaterThan(10);
  });

  it.each(relative)('$page → $target', ({ page, target }) => {
    const [file = '', anchor] = target.split('#');
    const full = file === '' ? page : path.join(path.dirname(page), file);
    expect(existsSync(path.join(root, full)), full).toBe(true);
    if (anchor !== undefined) expect(anchors(read(full))).toContain(anchor);
  });
});

describe('files', () => {
  const inside = (folder: string, ending = '.ts') =>
    readdirSync(path.join(root, folder)).filter((file) => file.endsWith(ending));

  it('that the pages name are there', () => {
    const named = pages.flatMap((page) =>
      [...read(page).matchAll(/(?<![\w/-])(?:src|test|scripts|docs)\/[\w./-]*[\w/]/g)].map((match) => match[0]),
    );
    expect(named.length).toBeGreaterThan(20);
    expect([...new Set(named)].filter((file) => !existsSync(path.join(root, file)))).toEqual([]);
  });

  it('have in them what the pages say is there', () => {
    const told = pages.flatMap((page) =>
      [...read(page).matchAll(/`(\w+)`\s(?:of|in)\s`([\w/.-]+\.ts)`/g)].map(([, name = '', file = '']) => ({
        name,
        file,
      })),
    );
    expect(told.length).toBeGreaterThan(8);
    const full = (file: string) => (/^(src|test|scripts)\//.test(file) ? file : `src/reconcile/${file}`);
    expect(told.filter(({ name, file }) => !new RegExp(`\\b${name}\\b`).test(read(full(file))))).toEqual([]);
  });

  it('of the product all have a row in the architecture', () => {
    const page = read('docs/architecture.md');
    const rows = page.split('\n').filter((line) => line.startsWith('| `'));
    const hasRow = (name: string) => rows.some((row) => row.includes(`\`${name}\``));
    const named = [
      'src',
      'src/runner',
      'src/inputs',
      'src/operations',
      'src/probe',
      'src/github',
      'src/report',
    ].flatMap((folder) => inside(folder).map((file) => `${folder}/${file}`));
    expect(named.length).toBeGreaterThan(20);
    expect(named.filter((name) => !hasRow(name))).toEqual([]);
  });

  it('of each room of the reconciler, and of what starts a run, are in its table, and no others', () => {
    const tables = read('docs/architecture.md').matchAll(/^\| File in `([^`]+)`.*\n\|[ |-]+\n((?:\|.*\n)+)/gm);
    const told = [...tables].map(([, room = '', rows = '']) => [
      room.startsWith('src/') ? room : `src/reconcile/${room}`,
      [...rows.matchAll(/^\| (.*?) \|/gm)].flatMap(([, cell = '']) => cell.match(/[\w-]+\.ts/g) ?? []).toSorted(),
    ]);
    const rooms = [
      '',
      ...inside('src/reconcile', '')
        .filter((name) => !name.includes('.'))
        .map((name) => `${name}/`),
    ];
    const there = ['src/startup/', ...rooms.map((room) => `src/reconcile/${room}`)].map((room) => [
      room,
      inside(room).toSorted(),
    ]);
    expect(Object.fromEntries(told)).toEqual(Object.fromEntries(there));
  });
});

describe('status', () => {
  const page = read('docs/status.md');
  const groups = ['Confirmed', 'Inferred', 'Unknown'];
  const partOf = (group: string) => page.split(/^## /m).find((part) => part.startsWith(`${group}\n`)) ?? '';
  const idsOf = (group: string) =>
    [...partOf(group).matchAll(/^\| \[`([a-z0-9]+(?:-[a-z0-9]+)*)`\]\(#\1\) /gm)].map(([, id = '']) => id);

  it('has three groups, each with a table of its topics by their IDs', () => {
    expect(headings(page, 2)).toEqual(groups);
    for (const group of groups) {
      const rows = partOf(group).match(/^\|.*\|$/gm) ?? [];
      expect(idsOf(group).length, group).toBeGreaterThanOrEqual(5);
      // Without the heads and the line below them.
      expect(rows).toHaveLength(idsOf(group).length + 2);
      expect(headings(partOf(group), 3)).toEqual(idsOf(group));
    }
    const all = groups.flatMap(idsOf);
    expect(new Set(all).size).toBe(all.length);
  });

  it.each(groups.flatMap((group) => idsOf(group).map((id) => ({ group, id }))))(
    '$id: what sources say, what the action does, how to find out',
    ({ group, id }) => {
      const section = partOf(group).split(`### ${id}\n`)[1]?.split('### ')[0] ?? '';
      const [sources = '', action, check, ...more] = section
        .trim()
        .split(/^- /m)
        .slice(1)
        .map((one) => one.trim());
      expect(sources).toMatch(/^\*\*Sources:\*\* \S/);
      expect([/\]\(https:/.test(sources), /no public source found/.test(sources)].filter(Boolean)).toHaveLength(1);
      if (group !== 'Unknown') expect(sources).not.toContain('no public source found');
      expect(action).toMatch(/^\*\*Action:\*\* \S.{15,}/);
      expect(check).toMatch(/^\*\*Check:\*\* \S.{15,}/);
      expect(more).toEqual([]);
    },
  );

  it('names only error codes and checks that exist', () => {
    const named = [...page.matchAll(/(?:ends? with|reports|or) `([a-z]+(?:-[a-z]+)+)`/g)].map(([, code = '']) => code);
    expect(named.length).toBeGreaterThan(15);
    const known = new Set<string>([...ERROR_CODES, ...CHECKS]);
    expect(named.filter((code) => !known.has(code))).toEqual([]);
  });
});

describe('public functions', () => {
  it('of the product say what they are for', () => {
    const sources = readdirSync(path.join(root, 'src'), { recursive: true, encoding: 'utf8' }).filter((file) =>
      file.endsWith('.ts'),
    );
    const mute = sources.flatMap((file) =>
      [...read(`src/${file}`).matchAll(/^(.*)\nexport (?:async )?function (\w+)/gm)]
        .filter(([, before = '']) => !before.endsWith('*/'))
        .map(([, , name]) => `${file}: ${name}`),
    );
    expect(sources.length).toBeGreaterThan(100);
    expect(mute).toEqual([]);
  });
});

/** Words of a page without its blocks: what has a letter or a digit in it. */
function wordsOf(markdown: string): number {
  return withoutBlocks(markdown)
    .replaceAll(/<[^>]*>/g, ' ')
    .split(/\s+/)
    .filter((one) => /[\p{L}\p{N}]/u.test(one)).length;
}

describe('README', () => {
  it('has at most 400 lines and 2,800 words without code', () => {
    const page = read('README.md');
    expect(page.trimEnd().split('\n').length).toBeLessThanOrEqual(400);
    expect(wordsOf(page)).toBeLessThanOrEqual(2_800);
    expect(wordsOf(`one <b>two</b> | --- | three.\n\n\`\`\`sh\nfour\n\`\`\`\n`)).toBe(3);
  });

  it('has its parts in the order in which a newcomer asks for them', () => {
    expect(headings(read('README.md'), 2)).toEqual([
      ...['Who it is for', 'Quick start', 'Job summary', 'Operations', 'Recipes', 'Inputs', 'Outputs'],
      ...['Resources', 'Permissions', 'Cost', 'Support'],
    ]);
  });

  it.each(['Environment', 'Claim', 'Drift'])('defines %s once, before its first part, in one sentence', (word) => {
    const [top = '', ...parts] = read('README.md').split(/^## /m);
    const definition = new RegExp(`^- \\*\\*${word}\\*\\*: (.*(?:\\n {2}.*)*)$`, 'gm');
    const [text = '', ...more] = [...top.matchAll(definition)].map(([, one = '']) => one.replaceAll(/\]\(\S*\)/g, ''));
    expect(text).toMatch(/^[^.!?]{20,}\.$/);
    expect([...more, ...parts.join('').matchAll(definition)]).toEqual([]);
  });

  it('leads to each of its parts, in order', () => {
    const [top = ''] = read('README.md').split(/^## /m);
    const led = [...top.matchAll(/\[[^\]]+\]\(#([\w-]+)\)(?= ·|$)/gm)].map(([, anchor]) => anchor);
    expect(led).toEqual(headings(read('README.md'), 2).map(anchorOf));
  });

  it('has the tables that action.yml gives, and every page has its tables aligned', () => {
    const check = spawnSync(process.execPath, [path.join(root, 'scripts/readme-tables.ts'), '--check'], {
      encoding: 'utf8',
    });
    expect(check.stderr).toBe('');
    expect(check.status).toBe(0);
  });

  it('has the two commands, and they are those of CI and package.json', () => {
    const both = blocks('sh').filter((block) => block.startsWith('npm ci '));
    expect(both.map((block) => block.trim())).toEqual(['npm ci && npm run demo', 'npm ci && npm test']);
    const commands = read('.ci/run').match(/^npm .*$/gm);
    expect(commands?.join(' && ')).toBe('npm ci && npm test');
    const { scripts } = JSON.parse(read('package.json')) as { scripts: Record<string, string> };
    expect(Object.keys(scripts)).toEqual(expect.arrayContaining(['demo', 'test']));
    execFileSync(process.execPath, ['--check', path.join(root, scripts['demo']?.split(' ').at(-1) ?? '')]);
  });

  it('shows the subject in both forms that GitHub uses', () => {
    const subjects = [...new Set(read('docs/iam.md').match(/(?<=\| `)repo:[^`]+:ref:refs\/heads\/main(?=`)/g))];
    const { repository: owner } = emptySeed();
    const sub = 'repo:acme/shop:ref:refs/heads/main';
    const claims = { iss: '', aud: '', sub, repository: 'acme/shop', repositoryOwner: 'acme' };
    const { old, immutable } = bothSubjects({ ...claims, repositoryId: owner.id, repositoryOwnerId: owner.ownerId });
    const fill = (text: string) =>
      text
        .replace('ORG_ID', owner.ownerId)
        .replace('REPO_ID', owner.id)
        .replace('ORG', owner.owner)
        .replace('REPO', owner.name);
    const shown = subjects.map(fill);
    expect(shown).toEqual([old, immutable]);
    // Every scenario signs in under exactly this trust policy.
    expect(emptySeed().roles.map((role) => role.subjects)).toEqual([shown]);
  });
});
