import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { CHECKS } from '../../src/reconcile/findings/finding.ts';
import { ERROR_CODES } from '../../src/support/errors.ts';
import { allTexts, messageTemplates, wireWords } from '../harness/message-templates.ts';
import { asPattern, shownMessages, unexplained } from '../harness/troubleshooting.ts';

const page = readFileSync(new URL('../../docs/troubleshooting.md', import.meta.url), 'utf8');
/** What the annotations of a step are about that have no section: see `WITHOUT_PAGE` in src/runner/annotations.ts. */
const WITHOUT_PAGE = [
  ...['ca-certificate', 'certificates', 'comment', 'drift-issue', 'environment', 'note', 'record', 'summary'],
];
/** Texts that pass on what another function says, and two that are no error: of a good probe, and of a warning. */
const NO_MESSAGES = [
  ...['…', '… (and … more)', '… (…)', 'environment: …', '… …', '… …: …', 'no problem that blocks ensure; …: …'],
  '… leads through VPC endpoint … to the cluster, on …',
  'Environment … is never swept: sweep needs the exact spelling …',
];

const templates = messageTemplates().filter(
  ({ codes, text }) => !codes.some((code) => WITHOUT_PAGE.includes(code)) && !NO_MESSAGES.includes(text),
);
const whole = (text: string) => new RegExp(`^${asPattern(text)}$`);
const beginning = (text: string) => new RegExp(`^${asPattern(text)}(?=$|[\\s.,:;])`);

/** The page fills in what the source leaves open, or leaves open, above all at the end, what it fills in. */
const fits = (template: string, line: string) => whole(template).test(line) || beginning(line).test(template);

/** True where a section of its codes has a line for a template; any section where the source names no code. */
function isOnPage({ codes, text, finding }: (typeof templates)[number]): boolean {
  const sections = codes.length === 0 ? [...shownMessages().values()] : codes.map((code) => shownMessages().get(code));
  return sections.some((section) =>
    finding === undefined
      ? section?.sentences.some((line) => fits(text, line) || fits(`environment: ${text}`, line))
      : section?.findings.some(
          ([expected, found]) =>
            fits(finding.found, found) &&
            finding.expected.some((one) => fits(one, expected) || fits(`… ${one}`, expected)),
        ),
  );
}

describe('the first lines of messages', () => {
  it('are found in the source', () => {
    expect(templates.length).toBeGreaterThan(200);
    for (const code of ['input-invalid', 'vpc-not-found', 'rule-missing', 'zones']) {
      expect(templates.some((one) => one.codes.includes(code))).toBe(true);
    }
  });

  it('stand in the page under each code and check', () => {
    expect([...shownMessages().keys()].toSorted()).toEqual(
      [...new Set([...ERROR_CODES, ...CHECKS, ...noteSections()])].toSorted(),
    );
  });

  it.each(templates)('$place $codes: $text', (template) => {
    expect(isOnPage(template)).toBe(true);
  });

  it('have words for each failure of the network', () => {
    const words = wireWords();
    expect(words.length).toBeGreaterThan(20);
    const rows = page.slice(page.indexOf('\n## Networks\n')).match(/^\| `.*$/gm) ?? [];
    const lines = rows.flatMap((row) => [...row.matchAll(/`([^`]+)`/g)].map(([, line = '']) => line));
    expect(words.filter((text) => !lines.some((line) => fits(text, line)))).toEqual([]);
  });
});

describe('the lines of the page', () => {
  const lines = [...shownMessages()].flatMap(([code, { sentences, findings }]) => [
    ...sentences.map((line) => ({ code, line })),
    ...findings.flatMap(([expected, found]) => [expected, found].map((line) => ({ code, line }))),
  ]);
  const texts = allTexts();
  /** What the source fills in. */
  const FILLED =
    /\b(?:STS|EC2|AWS_PROFILE|AWS_WEB_IDENTITY_TOKEN_FILE|AWS_ROLE_ARN|26257)\b|GitHub's token service|(?:GitHub|CockroachDB Cloud)(?= can't| did not)/g;

  const said = templates.flatMap(({ text, finding }) => (finding ? [...finding.expected, finding.found] : [text]));
  const inWords = said.filter((text) => /[a-z]{2,}\W+[a-z]{2,}/i.test(text.replaceAll('…', '|')));

  it.each(lines)('$code: $line', ({ line }) => {
    if (inWords.some((text) => whole(text).test(line))) return;
    // Where two texts are put together, each is looked for.
    const pieces = line
      .replace(FILLED, '…')
      .split(/…|^environment: |; add an entry|,(?= while )/)
      .map((piece) => piece.replace(/^[\s,.:;()]+|[\s,.:;(]+$/g, ''))
      .filter((piece) => /[a-z]{2}/i.test(piece));
    expect(pieces.filter((piece) => !texts.some((text) => text.includes(piece)))).toEqual([]);
  });
});

describe('a run whose message is not in the page', () => {
  const annotation = (code: string, message: string) => ({
    level: 'error' as const,
    file: '',
    title: `CockroachDB PrivateLink: ${code}`,
    message,
  });

  it('is seen', () => {
    const good = annotation('cluster-basic', 'Cluster main (b1) is on the Basic plan\nChange the plan.');
    const bad = annotation('cluster-basic', 'Cluster main (b1) is on the small plan\nChange the plan.');
    expect(unexplained([good])).toEqual([]);
    expect(unexplained([bad])).toHaveLength(1);
  });

  it('is seen among several problems, in a finding and in what could not be read', () => {
    const rule = (port: number) => `sg-1: expected ${port}/tcp from 10.0.0.0/16; found no such rule\nRun ensure.`;
    const unread = (code: string) => `Missing role: the service account can't read it.\nNot checked (${code}): cluster`;
    expect(unexplained([annotation('2 more', `2 more problems:\n\nrule-missing: ${rule(26257)}`)])).toEqual([]);
    expect(unexplained([annotation('2 more', `2 more problems:\n\nrule-missing: ${rule(5432)}`)])).toHaveLength(1);
    expect(unexplained([annotation('could-not-check', unread('cloud-denied'))])).toEqual([]);
    expect(unexplained([annotation('could-not-check', unread('aws-denied'))])).toHaveLength(1);
  });
});

/** Sections of notes that are neither errors nor checks. */
function noteSections(): string[] {
  const [, notes = ''] = /^## Notes$(.*)^## Proxies$/ms.exec(page) ?? [];
  return [...notes.matchAll(/^### ([a-z-]+)$/gm)].map(([, code = '']) => code);
}
