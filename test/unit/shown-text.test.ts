import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { commentBody } from '../../src/github/comment.ts';
import { driftBody, driftTitle } from '../../src/github/drift-body.ts';
import { NOTHING, withReport } from '../../src/github/drift-checks.ts';
import { posted, postedWithCommand } from '../../src/github/markdown.ts';
import { pathDiagram } from '../../src/report/diagram.ts';
import { summaryMarkdown } from '../../src/report/summary.ts';
import { logLine } from '../../src/runner/log-line.ts';
import { code, table, text, textAndCommand } from '../../src/support/markdown.ts';
import { wallTime } from '../../src/support/moment.ts';
import { HARMLESS_ENVIRONMENTS, MISTAKES } from '../behaviour/bad-values.ts';
import { foreignMarkup } from '../harness/markdown.ts';
import { parseLog } from '../harness/runner-files.ts';

const VALUES = [...new Set([...HARMLESS_ENVIRONMENTS, ...MISTAKES.map(([, value]) => value.slice(0, 2_000))])].filter(
  (value) => value !== '',
);
const PLACE = { owner: 'acme', repo: 'shop', resource: 'vpc-0aaa', region: 'us-east-1' };
const NOW = wallTime(Date.UTC(2026, 10, 2));
const RUN = 'https://github.example/acme/shop/actions/runs/1';

/** The value in every place of Markdown that the action has for a text from elsewhere. */
function inSummary(value: string): string {
  return [
    `## Title: ${text(value)}`,
    `> [!CAUTION]\n> **${text(value)}**\n>\n> ${text(value)}\n>\n> ${code(value)}: x`,
    table(['A', 'B'], [[`${text(value)}<br/>${code(value)}`, text(value)]]),
    `- ${text(value)}\n- ${code(value)}`,
    `- ${textAndCommand(value)}\n- ${textAndCommand(`run \`delete\` with \`${value}\` and ${value}`)}`,
    `1. ${text(value)} *(once ${text(value)})*`,
    `<details><summary>x</summary>\n\n- ${text(value)}\n\n</details>`,
  ].join('\n\n');
}

function issueAbout(value: string): string {
  const finding = { check: 'x', severity: 'error', subject: value, expected: value, found: value, fix: value } as const;
  const run = { runUrl: RUN, runNumber: '1', commit: '' };
  const report = { clusters: [value, 'b'], findings: [{ ...finding, clusters: [value, 'b'] }], ...run, at: NOW };
  return driftBody({ ...PLACE, environment: value }, withReport(NOTHING, report), { run, now: NOW });
}

const commentAbout = (value: string) =>
  commentBody({ ...PLACE, pullNumber: 7, key: value }, { clusters: [value], markdown: inSummary(value) });

function pictureOf(value: string): string {
  const cluster = {
    id: value,
    name: value,
    plan: value,
    cloudProvider: '',
    state: '',
    serverless: true,
    routingId: '',
  };
  const member = { cluster: { ...cluster, regions: [] }, connection: { status: value } };
  const endpoint = { id: value, rawState: value, privateDns: true };
  const path = { subnets: [{ id: value, zoneId: value }], endpoint, serviceName: value, members: [member] };
  return pathDiagram([path as never], value, value);
}

const cells = (line = '') => line.split(/(?<!\\)\|/).length;

/** What the text must be, wherever it is shown. */
function expectHarmless(value: string): void {
  expect(foreignMarkup(inSummary(value))).toEqual([]);
  expect(foreignMarkup(pictureOf(value))).toEqual([]);
  expect(foreignMarkup(issueAbout(value), 'comment')).toEqual([]);
  expect(foreignMarkup(commentAbout(value), 'comment')).toEqual([]);
  const [head, , row] = table(['A', 'B'], [[text(value), code(value)]]).split('\n');
  expect(cells(row)).toBe(cells(head));
  const [, , spans] = table(
    ['A', 'B'],
    [[textAndCommand(`see \`${value}\`.`), postedWithCommand(`\`${value}\``)]],
  ).split('\n');
  expect(cells(spans)).toBe(cells(head));
  expect(driftTitle({ ...PLACE, environment: value }).length).toBeLessThanOrEqual(200);
  const line = logLine(value);
  expect(parseLog(line).annotations.concat(parseLog(` \u0085${line}`).annotations)).toEqual([]);
  expect(line).not.toMatch(/##\[|[\p{Cc}\u2028-\u202e\u2066-\u2069]/u);
}

describe('text from elsewhere', () => {
  it.each(VALUES.map((value) => ({ name: JSON.stringify(value.slice(0, 60)), value })))(
    'does nothing where it is shown: $name',
    ({ value }) => expectHarmless(value),
  );

  it('does nothing where it is shown, whatever it is', () => {
    const piece = fc.oneof(
      fc.constantFrom(...'<>&"\'`*_[](){}#+-.!|\\~$@:;/%=\n\r\t '),
      fc.constantFrom(
        '::',
        '##[',
        '<!--',
        '-->',
        '```',
        '](',
        'http://',
        'www.',
        '&#60;',
        '\u2028',
        '\u0085',
        '\u202e',
        '#1',
        'GH-1',
        'gh-',
        'closes acme/shop#1',
        'deadbee',
        'aba315b0',
        '484350121c131b1818df6fac8c7561aeb9947251',
        'https://github.com/acme/shop/issues/3',
        '/pull/',
        'acme@',
      ),
      fc.string({ unit: 'binary', maxLength: 4 }),
      fc.constantFrom('a', 'error', 'script', 'evil.example', 'octocat', '1'),
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 24 }), (pieces) => {
        const value = pieces.join('');
        fc.pre(text(value) !== '');
        expectHarmless(value);
      }),
      { numRuns: 300 },
    );
  });

  it('is seen by the check where it does something', () => {
    const of = (markdown: string) => foreignMarkup(markdown).length;
    expect([of('plain'), of('**bold** `code`'), of('| a |\n|---|\n| b |')]).toEqual([0, 0, 0]);
    for (const bad of [
      '<script>x</script>',
      '[x](javascript:x)',
      '![x](y)',
      'www.evil.example',
      'https://evil.example',
      '<!-- x -->',
      '<details open>',
      '```mermaid\nclick x\n```',
    ])
      expect(of(bad), bad).toBeGreaterThan(0);
    const references = ['@octocat', 'see #1', 'GH-1', 'by (gh-12)', 'in aba315b', 'acme/shop/pull/7'];
    for (const bad of [...references, '- 484350121c131b1818df6fac8c7561aeb9947251'])
      expect(foreignMarkup(bad, 'comment'), bad).toHaveLength(1);
  });

  it('shows as it is', () => {
    expect(posted('me@evil.example, #1')).toBe('me\\@\u200bevil.example, \\#\u200b1');
    expect(posted('GH-3, in aba315b, by 484350121c131b1818df6fac8c7561aeb9947251')).toBe(
      'GH-\u200b3, in aba315\u200bb, by 484350\u200b121c13\u200b1b1818\u200bdf6fac\u200b8c7561\u200baeb994\u200b7251',
    );
    expect(posted('https://github.com/acme/shop/issues/3')).toBe('https&#58;//github.com/acme/shop/issues/\u200b3');
    // What people copy out of an issue stays as it is.
    for (const id of ['vpce-0abcdef0123456789', '111122223333', 'a1b2c3d4-aaaa-4bbb-8ccc-0123456789ab', 'use1-az1'])
      expect(posted(`in ${id}.`)).toBe(`in ${id}.`);
    expect(text('- vpce-0aaa')).toBe('\\- vpce-0aaa');
    expect(text('https://x.example')).toBe('https&#58;//x.example');
    expect(text('repo:acme@600/shop@700:ref')).toBe('repo:acme\\@600/shop\\@700:ref');
  });

  it('is code where our own text has it in backticks, and escaped where backticks mean nothing', () => {
    const said = "keeps no claim: `delete` and `sweep` won't; run `operation: delete`.";
    const shown =
      "keeps no claim: <code>delete</code> and <code>sweep</code> won't; run <code>operation&#58; delete</code>.";
    expect([textAndCommand(said), postedWithCommand(said)]).toEqual([shown, shown]);
    expect(textAndCommand('set `private-dns`, or run: aws x `y`')).toBe(
      'set <code>private-dns</code>, or run:<br/><code>aws x &#96;y&#96;</code>',
    );
    expect(textAndCommand('a`b` and `c`d')).toBe('a\\`b\\` and \\`c\\`d');
    expect(textAndCommand('`<img src=x>` <img src=x>')).toBe('<code>&lt;img src=x&gt;</code> &lt;img src=x&gt;');
    expect(postedWithCommand('`@octocat #1` @octocat #1')).toBe(
      '<code>&#64;octocat #1</code> \\@\u200boctocat \\#\u200b1',
    );
  });

  it('is cut where a job summary would be larger than GitHub takes', () => {
    const facts = {
      ...{ plan: undefined, observed: undefined, swept: undefined, verdict: undefined, error: undefined },
      ...{
        ...{ operation: 'delete' as const, environment: '', attached: false },
        region: 'us-east-1',
        apiUrl: undefined,
        reports: [],
        removal: [],
        changes: [],
        spans: [],
        created: new Set<string>(),
        probes: [],
      },
      ...{ changed: true, dryRun: false, departure: true, totalMs: 0, errorLink: '' },
    };
    const whole = summaryMarkdown({ ...facts, done: ['remove 中'] });
    expect(whole).toContain('remove 中');
    const cut = summaryMarkdown({ ...facts, done: Array.from({ length: 9_000 }, () => `remove ${'中'.repeat(40)}`) });
    expect(Buffer.byteLength(cut)).toBeLessThan(1_048_576);
    expect(cut).toMatch(/\n\*Cut here: .*For the rest, see the log and the outputs\.\*$/);
  });
});
