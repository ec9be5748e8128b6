import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { inputReader } from '../../src/inputs/parsers.ts';

function tagsOf(value: string): { tags: Record<string, string>; mistakes: string[] } {
  const mistakes: string[] = [];
  // The runner's own trimming is part of the input.
  const read = inputReader(() => value.trim(), mistakes, undefined);
  return { tags: { ...read.tags('tags') }, mistakes };
}

/** What EC2 takes: any character that XML can carry, the lengths in characters, and no reserved prefix. */
const character = fc
  .oneof(
    { weight: 4, arbitrary: fc.constantFrom(...'aZ9 ,;&=<>"\'`|$#@:/\\{}[]()%!?*~^äß語🦗\u202e\u00a0') },
    fc.string({ unit: 'grapheme', minLength: 1, maxLength: 1 }),
  )
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what this leaves out
  .filter((one) => !/[\u0000-\u001f\ufffe\uffff]/.test(one) && one.isWellFormed());
const textOf = (most: number, least = 0) =>
  fc
    .array(character, { minLength: least, maxLength: most })
    .map((all) => [...all.join('')].slice(0, most).join(''))
    .filter((text) => text.length >= least);
const isReserved = (key: string) => /^(aws:|cockroachdb-privatelink\/)/i.test(key);
const tag = fc.record({ key: textOf(128, 1), value: textOf(256) }).filter(({ key }) => !isReserved(key));
const some = fc.uniqueArray(tag, { maxLength: 20, minLength: 1, selector: ({ key }) => key });
const isTrimmed = (text: string) => text === text.trim();

describe('tags', () => {
  it('are what a JSON object says, whatever characters are in them', () => {
    fc.assert(
      fc.property(some, (all) => {
        const wanted = Object.fromEntries(all.map(({ key, value }) => [key, value]));
        expect(tagsOf(JSON.stringify(wanted))).toEqual({ tags: wanted, mistakes: [] });
      }),
    );
  });

  it('are what lines say, where no key has an equals sign', () => {
    const line = tag.filter(({ key, value }) => isTrimmed(key) && isTrimmed(value) && !/[={]/.test(key));
    fc.assert(
      fc.property(fc.uniqueArray(line, { maxLength: 20, minLength: 1, selector: ({ key }) => key }), (all) => {
        const wanted = Object.fromEntries(all.map(({ key, value }) => [key, value]));
        const { tags, mistakes } = tagsOf(all.map(({ key, value }) => `${key}=${value}`).join('\n'));
        expect({ tags, mistakes }).toEqual({ tags: wanted, mistakes: [] });
      }),
    );
  });

  it.each([
    ['team=Data, Infra & co', { team: 'Data, Infra & co' }],
    ['a=1, b=2', { a: '1, b=2' }],
    ['  team = Data \r\n\n owner=é<b>|🦗', { team: 'Data', owner: 'é<b>|🦗' }],
    ['{a}=b', { '{a}': 'b' }],
    ['{"a=b": "c", "n": 1, "t": true}', { 'a=b': 'c', n: '1', t: 'true' }],
    ['{}', {}],
    [`k=${'🦗'.repeat(256)}`, { k: '🦗'.repeat(256) }],
    ['__proto__=x', JSON.parse('{"__proto__": "x"}') as object],
  ])('%s', (value, tags) => {
    const read = tagsOf(value);
    expect(read.mistakes).toEqual([]);
    expect(Object.entries(read.tags)).toEqual(Object.entries(tags));
  });

  it('of any text are tags or mistakes, and never throw', () => {
    fc.assert(
      fc.property(fc.oneof(fc.string(), fc.json(), fc.string({ unit: 'binary' })), (value) => {
        const { tags, mistakes } = tagsOf(value);
        for (const [key, said] of Object.entries(tags)) {
          expect([isReserved(key), [...key].length <= 128, [...said].length <= 256]).toEqual([false, true, true]);
        }
        for (const mistake of mistakes) expect(mistake).toMatch(/^tags: [^\n]+$/);
      }),
    );
  });
});

describe('lists', () => {
  const separators = fc
    .array(fc.constantFrom(',', '\n', '\r\n', ' ', '\t'), { minLength: 1, maxLength: 8 })
    .map((all) => all.join('').trim())
    .filter((text) => text !== '');
  const rule = { form: /.*/, what: 'anything', max: 10 };

  it('of separators alone, as expressions without a value leave them, are mistakes and no list that is not there', () => {
    fc.assert(
      fc.property(separators, (value) => {
        const mistakes: string[] = [];
        expect(inputReader(() => value, mistakes, undefined).list('x', rule)).toEqual([]);
        expect(mistakes).toEqual(['x: contains only separators; add an entry or remove the input']);
      }),
    );
  });

  const listed = (text: string) => {
    const mistakes: string[] = [];
    return { entries: inputReader(() => text.trim(), mistakes, undefined).list('x', rule), mistakes };
  };
  const entry = fc.stringMatching(/^[\w.:/*-]{1,20}$/);

  it('are the same as a JSON array, on lines and with commas, however the JSON is laid out', () => {
    fc.assert(
      fc.property(fc.array(entry, { minLength: 1, maxLength: 10 }), fc.nat(4), (all, indent) => {
        const expected = { entries: [...new Set(all)], mistakes: [] };
        expect(listed(JSON.stringify(all, null, indent))).toEqual(expected);
        expect(listed(all.join('\n'))).toEqual(expected);
        expect(listed(all.join(', '))).toEqual(expected);
      }),
    );
  });

  it('take an entry of a JSON array for one entry, whatever is in it', () => {
    fc.assert(
      fc.property(fc.constantFrom(',', '\n', '"', '[', ']'), entry, (separator, word) => {
        expect(listed(JSON.stringify([`${word}${separator}${word}`])).entries).toEqual([`${word}${separator}${word}`]);
      }),
    );
  });

  it('of any JSON array are entries or one mistake, and never throw', () => {
    fc.assert(
      fc.property(fc.array(fc.jsonValue(), { maxLength: 10 }), (all) => {
        const { entries, mistakes } = listed(JSON.stringify(all));
        const texts = all.every((one) => typeof one === 'string');
        expect(mistakes.length).toBe(entries.length > 0 ? 0 : 1);
        if (!texts) expect(mistakes[0]).toMatch(/^x: entry \d+ of the JSON array is not text/);
      }),
    );
  });

  it('that begin with a bracket and are no JSON are a mistake, and no entry', () => {
    fc.assert(
      fc.property(fc.string(), (rest) => {
        const text = `[${rest}`.trim();
        const { entries, mistakes } = listed(text);
        if (!isJson(text)) {
          expect(entries).toEqual([]);
          expect(mistakes).toEqual([expect.stringMatching(/^x: ".* is not a JSON array/)]);
        }
      }),
    );
  });
});

function isJson(text: string): boolean {
  try {
    JSON.parse(text);
    return true;
  } catch {
    return false;
  }
}
