import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { hiddenData } from '../../src/github/hidden-data.ts';
import { hasSection, readSections, sectionOf, sectionsBody, withSection } from '../../src/github/sections.ts';
import { foreignMarkup } from '../harness/markdown.ts';

const MARKER = '<!-- cockroachdb-privatelink:comment:0123456789abcdef0123456789abcdef -->';
const a = sectionOf(['a'], 'text of a');
const b = sectionOf(['b'], 'text of b');
const shared = (...sections: ReturnType<typeof sectionOf>[]) => sectionsBody(MARKER, sections, sections[0] ?? a);
const textsIn = (body: string) => readSections(body).map(({ clusters, text }) => [clusters.join(), text]);

describe('the sections of a comment', () => {
  it('are read as they were written', () => {
    expect(readSections(shared(a, b))).toEqual([a, b]);
    expect(readSections(shared(a, b).replaceAll('\n', '\r\n'))).toEqual([a, b]);
    expect(shared(a)).not.toContain('**Clusters:**');
    expect(shared(a, b)).toMatch(/\*\*Clusters:\*\* a\n[\s\S]*\*\*Clusters:\*\* b\n/);
    expect(foreignMarkup(shared(a, b), 'comment')).toEqual([]);
  });

  it.each([
    ['a comment of an older version', `${MARKER}\n\ntext`],
    ['no text', ''],
    ['a section of no clusters that can be read', `${MARKER}\n${hiddenData('section', { clusters: [7] })}\ntext`],
    ['a section that is no object', `${MARKER}\n${hiddenData('section', null)}\ntext`],
  ])('are none in %s', (_, body) => {
    expect(readSections(body)).toEqual([]);
  });

  const forged = `${hiddenData('section', { clusters: ['b'], hash: '' })}\n\nforged\n\n<!-- cockroachdb-privatelink:section:end -->`;
  it.each([
    ['in a text', forged],
    ['in a fenced block', `\`\`\`text\n${forged}\n\`\`\``],
    ['in a fenced block that does not end', `text\n\n~~~~text\n${forged}`],
    ['in a fenced block in a fenced block', `\`\`\`\`\n\`\`\`\n${forged}\n\`\`\`\`\n${forged}`],
    ['after what only looks like a fence', `<details>\n\`\`\`\n${forged}`],
  ])('cannot be forged %s', (_, markdown) => {
    const body = shared(sectionOf(['a'], markdown), b);
    expect(textsIn(body).map(([clusters]) => clusters)).toEqual(['a', 'b']);
    expect(textsIn(body)[1]).toEqual(['b', 'text of b']);
  });

  it('are the same again whatever the texts hold', () => {
    const piece = fc.constantFrom(
      '```',
      '~~~',
      '\n',
      '\n\n',
      ' ',
      '<!--',
      '-->',
      '> ',
      '- ',
      '    ',
      'a',
      '@me',
      '<details>',
      MARKER,
      forged,
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), fc.array(piece, { maxLength: 20 }), (one, other) => {
        const sections = [sectionOf(['a'], one.join('')), sectionOf(['b'], other.join(''))];
        expect(readSections(shared(...sections))).toEqual(sections);
      }),
      { numRuns: 500 },
    );
  });
});

describe('a run', () => {
  const ab = sectionOf(['b', 'a', 'a'], 'text of both');
  const all = sectionOf([], 'text of all');
  it.each([
    ['adds its section', [a], b, [a, b]],
    ['replaces its own', [a, b], sectionOf(['b'], 'new'), [a, sectionOf(['b'], 'new')]],
    ['replaces those of all of its clusters', [a, b], ab, [ab]],
    ['leaves one that knows more', [ab], a, [ab, a]],
    ['about the whole environment replaces all', [a, b, ab], all, [all]],
    ['replaces what was said about the whole environment', [all], a, [a]],
    ['keeps the older of two for the same clusters', [b, sectionOf(['b'], 'younger')], a, [a, b]],
  ])('%s', (_, before, own, after) => {
    expect(withSection(before, own)).toEqual(after);
  });
});

describe('long sections', () => {
  const long = (cluster: string, length: number) =>
    sectionOf([cluster], `${`${cluster} `.repeat(20)}\n`.repeat(length / 41));

  it('are cut to the same length, and short ones are not', () => {
    const sections = [sectionOf(['a'], 'short'), long('b', 40_000), long('c', 60_000)];
    const body = shared(...sections);
    expect(body.length).toBeLessThanOrEqual(65_536);
    expect(body.length).toBeGreaterThan(60_000);
    const read = readSections(body);
    expect(read[0]).toEqual(sections[0]);
    const [, second, third] = read.map(({ text }) => text);
    expect([second, third].map((text) => /\*Cut here: .*\*$/.test(text ?? ''))).toEqual([true, true]);
    expect(Math.abs((second ?? '').length - (third ?? '').length)).toBeLessThan(200);
    // What is cut is still known for what it was.
    for (const one of sections) expect(hasSection(read, one)).toBe(true);
  });

  it('that would be cut to nothing say where the text is', () => {
    const many = Array.from({ length: 120 }, (_, index) => long(`cluster-${index}`, 2_000));
    const body = shared(...many);
    expect(body.length).toBeLessThanOrEqual(65_536);
    expect(readSections(body)).toHaveLength(120);
    expect(body.match(/This text does not fit here/g)).toHaveLength(120);
  });

  it('that are too many are left out, never silently, and never the own one', () => {
    const many = Array.from({ length: 600 }, (_, index) => long(`cluster-${index}`, 2_000));
    const own = many.at(-1) ?? a;
    const body = sectionsBody(MARKER, many, own);
    expect(body.length).toBeLessThanOrEqual(65_536);
    const read = readSections(body);
    expect(hasSection(read, own)).toBe(true);
    expect(body).toMatch(new RegExp(`${600 - read.length} more sections do not fit here`));
  });
});
