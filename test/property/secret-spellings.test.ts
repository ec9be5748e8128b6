import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createSecrets } from '../../src/support/secrets.ts';

/** Keys and tokens, of characters that they have. */
const secret = fc.string({
  unit: fc.constantFrom(...'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/=_-.'),
  minLength: 24,
  maxLength: 80,
});
/** What may stand before and after it in the same Base64 or header: `Bearer `, `user:`, a line break. */
const around = fc.string({ unit: 'grapheme-ascii', maxLength: 12 });
const ways = fc.array(fc.boolean(), { minLength: 200, maxLength: 200 });

const hexOf = (text: string) => Buffer.from(text).toString('hex');
/** Each character spelled in one of two ways, by turns that chance decides. */
const mixed = (text: string, choice: readonly boolean[], [one, other]: readonly ((char: string) => string)[]) =>
  [...text].map((char, index) => (choice[index] ? one : other)?.(char) ?? '').join('');
const plain = (char: string) => char;
const escapes: Readonly<Record<string, (char: string) => string>> = {
  '\\u': (char) => `\\u00${hexOf(char)}`,
  '\\U': (char) => `\\u00${hexOf(char).toUpperCase()}`,
  '\\x': (char) => `\\x${hexOf(char)}`,
  percent: (char) => `%${hexOf(char)}`,
  decimal: (char) => `&#${char.charCodeAt(0)};`,
};

function hidden(value: string, text: string): string {
  const secrets = createSecrets(() => undefined);
  secrets.add({ kind: 'password', name: 'HTTPS_PROXY' }, value);
  return secrets.hide(text);
}

/** Everything that can be read out of the Base64 in a text, from each of its characters on. */
function decoded(text: string): string {
  return (text.match(/[\w+/-]{4,}/g) ?? [])
    .flatMap((word) => [0, 1, 2, 3].map((from) => Buffer.from(word.slice(from), 'base64').toString('latin1')))
    .join('\n');
}

/** Pieces of a secret that nobody may read: a third of it. */
const pieces = (value: string) => {
  const size = Math.max(8, Math.ceil(value.length / 3));
  return Array.from({ length: value.length - size + 1 }, (_, at) => value.slice(at, at + size));
};

describe('a secret in another spelling', () => {
  it.each(Object.keys(escapes))('is hidden where any of its characters are escaped as %s', (name) => {
    fc.assert(
      fc.property(secret, ways, (value, choice) => {
        const spelled = mixed(value, choice, [escapes[name] ?? plain, plain]);
        expect(hidden(value, `a ${spelled} b`)).toBe('a *** b');
      }),
    );
  });

  it('is hidden in hexadecimal, whatever its letters are', () => {
    fc.assert(
      fc.property(secret, ways, (value, choice) => {
        const spelled = mixed(hexOf(value), choice, [(char) => char.toUpperCase(), plain]);
        expect(hidden(value, `a ${spelled} b`)).toBe('a *** b');
      }),
    );
  });

  it.each(['base64', 'base64url'] as const)('can not be read out of %s, whatever is around it', (encoding) => {
    fc.assert(
      fc.property(around, secret, around, (before, value, after) => {
        const shown = hidden(value, `a ${Buffer.from(`${before}${value}${after}`).toString(encoding)} b`);
        const read = decoded(shown);
        expect(pieces(value).filter((piece) => read.includes(piece) && !`${before}\n${after}`.includes(piece))).toEqual(
          [],
        );
        expect(shown).toContain('***');
      }),
    );
  });

  it('is hidden where its end or its beginning was cut', () => {
    fc.assert(
      fc.property(secret, fc.nat(), (value, chance) => {
        const kept = 4 + (chance % (value.length - 4));
        expect(hidden(value, `said ${value.slice(0, kept)}…`)).toBe('said ***…');
        expect(hidden(value, `said …${value.slice(-kept)} then`)).toBe('said …*** then');
      }),
    );
  });

  it('takes nothing away from a text without it', () => {
    fc.assert(
      fc.property(secret, fc.lorem({ mode: 'sentences' }), (value, text) => {
        expect(hidden(value, text)).toBe(text);
      }),
    );
  });
});
