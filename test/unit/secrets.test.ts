import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { posted } from '../../src/github/markdown.ts';
import { shortened } from '../../src/support/errors.ts';
import { code, text } from '../../src/support/markdown.ts';
import { canBeSecret, type SecretKind } from '../../src/support/secret-kinds.ts';
import { createSecrets } from '../../src/support/secrets.ts';

const KEY = 'CCDB1_sandbox*Key|Id_<sandbox>&Secret$0123456789';
/** Passwords of proxies, which are hidden whatever they look like. */
const PROXY = { kind: 'password', name: 'HTTPS_PROXY' } as const;

function hiding(...values: string[]) {
  const masked: string[] = [];
  const secrets = createSecrets((secret) => masked.push(secret));
  secrets.add(PROXY, ...values);
  return { ...secrets, masked };
}

const base64 = (value: string) => Buffer.from(value).toString('base64');
const hex = (value: string) => Buffer.from(value).toString('hex');
const each = (value: string, spell: (code: string) => string) =>
  value.replace(/./gs, (one) => spell(one.charCodeAt(0).toString(16)));

describe('secrets', () => {
  it('are told to the runner once each, short and empty ones never', () => {
    expect(hiding(KEY, '', ' ', 'short', 'hunter2', KEY).masked).toEqual([KEY, 'hunter2']);
  });

  it.each([
    ['as they are', KEY],
    ['escaped for Markdown', text(KEY)],
    ['as code', code(KEY).replace(/<\/?code>/g, '')],
    ['as shown in an issue', posted(KEY)],
    ['cut off', KEY.slice(0, 20)],
    ['cut off and escaped', text(KEY.slice(0, 20))],
    ['without their beginning', KEY.slice(27)],
    ['their first 12 characters', KEY.slice(0, 12)],
    ['any 20 characters', KEY.slice(17, 37)],
    ['twice', `${KEY}${KEY}`],
    ['as part of a URL', encodeURIComponent(KEY)],
    [
      'as part of a URL, with small hexadecimal digits',
      encodeURIComponent(KEY).replace(/%../g, (one) => one.toLowerCase()),
    ],
    ['as part of a URL, cut off', encodeURIComponent(KEY).slice(0, 26)],
    ['percent-encoded, each character', each(KEY, (code) => `%${code}`)],
    ['percent-encoded twice', encodeURIComponent(encodeURIComponent(KEY))],
    ['with \\u for each character', each(KEY, (code) => `\\u${code.padStart(4, '0')}`)],
    ['with \\U and capitals', each(KEY, (code) => `\\u${code.padStart(4, '0').toUpperCase()}`)],
    ['with \\u for the odd ones', KEY.replace(/[<>&]/g, (one) => `\\u00${one.charCodeAt(0).toString(16)}`)],
    ['with \\x', each(KEY, (code) => `\\x${code}`)],
    ['in HTML', each(KEY, (code) => `&#x${code};`)],
    ['in JSON in JSON', JSON.stringify(JSON.stringify(KEY)).slice(3, -3)],
    ['in Base64', base64(KEY)],
    ['in Base64 of URLs', Buffer.from(KEY).toString('base64url')],
    ['in hexadecimal', hex(KEY)],
    ['in hexadecimal with capitals', hex(KEY).toUpperCase()],
    ['in hexadecimal, cut off', hex(KEY).slice(40)],
  ])('%s are hidden, and nothing else', (_how, given) => {
    expect(hiding(KEY).hide(`a ${given} b`)).toBe('a *** b');
  });

  it.each([
    // user:KEY and Bearer KEY: no, one or two bytes of a group of three come before the key.
    ['no byte', 'abc'],
    ['one byte', 'Bearer '],
    ['two bytes', 'admin'],
  ])('are hidden in Base64 with something before and after them (%s over)', (_how, before) => {
    for (const after of ['', '\n', '@h', ' x ']) {
      const whole = base64(`${before}${KEY}${after}`);
      const shown = hiding(KEY).hide(`a ${whole} b`);
      // What stays is of the words around it, and of nothing of the key.
      const [, left = '', right = ''] = /^a (.*)\*\*\*(.*) b$/.exec(shown) ?? ['', whole];
      expect([shown, Buffer.from(left, 'base64').toString()]).toEqual([shown, before.slice(0, left.length * 0.75)]);
      const padding = right.split('=').length - 1;
      expect((right.length - padding) * 6 - padding * 2, shown).toBeLessThanOrEqual(after.length * 8);
      expect(hiding(KEY).hide(whole.replaceAll('+', '%2B').replaceAll('/', '\\/'))).toBe(`${left}***${right}`);
    }
  });

  it('are hidden in Base64 of URLs, where it has letters of its own', () => {
    const odd = '>>>???~~~ and >>>???~~~';
    const spelled = Buffer.from(odd).toString('base64url');
    expect(spelled).toMatch(/-.*_/);
    expect(hiding(odd).hide(`a ${spelled} b`)).toBe('a *** b');
  });

  it('are hidden in halves, where a half is less than 20 characters', () => {
    expect(hiding('Tr0ub4dor&3horse').hide('r0ub4dor&3ho ub4dor&3ho')).toBe('*** ub4dor&3ho');
  });

  it('are hidden in JSON, with what is escaped there', () => {
    const odd = 'p"ss\\word\twith\neverything';
    expect(hiding(odd).hide(JSON.stringify({ odd }))).toBe('{"odd":"***"}');
  });

  it.each(['pässword', '%41bcdef', 'a&amp;b', 'p%41ss_word*'])('are hidden where they are odd: %s', (odd) => {
    for (const given of [odd, encodeURIComponent(odd), encodeURIComponent(odd).toLowerCase(), text(odd)]) {
      expect(hiding(odd).hide(`a ${given} b`), given).toBe('a *** b');
    }
  });

  it('are hidden however short, also in other spellings', () => {
    expect(hiding('x').hide('extra \\u0078 %78')).toBe('e***tra *** ***');
    expect(hiding('hunter2').hide(`${base64('joe:hunter2')} ${hex('hunter2')}`)).toMatch(/^am9lO\*\*\* \*\*\*$/);
  });

  it.each([4, 7, 11, 12, 46])('are hidden where %i characters of them were left by a cut', (kept) => {
    const shown = hiding(KEY).hide(shortened(`said ${KEY}`, 'said '.length + kept + 1));
    expect(shown).toBe('said ***…');
    expect(hiding('hunter2').hide('said hunt…')).toBe('said ***…');
  });

  it('leave other texts alone, also those that begin like them', () => {
    for (const other of [
      '',
      'CCDB1_',
      'CCDB1_sandb',
      'CCD…',
      'nothing',
      '&&&&&lt;',
      '\\\\\\',
      '50 % of %zz &x; …',
      KEY.slice(17, 36),
      KEY.slice(29),
    ]) {
      expect(hiding(KEY).hide(other)).toBe(other);
    }
  });

  it('never come out of any text that holds them', () => {
    const any = fc.string({ unit: 'binary', maxLength: 60 });
    fc.assert(
      fc.property(any, fc.string({ minLength: 1, maxLength: 60 }), any, (before, secret, after) => {
        const { hide } = hiding(secret);
        // Stars stand for what is hidden; a secret of stars only has nothing to hide behind. White space is no secret.
        fc.pre(!/^\*+$/.test(secret) && secret.trim() !== '');
        expect(hide(`${before}${secret}${after}`).split('***').join('\u0000')).not.toContain(secret);
      }),
    );
  });

  it('cost as much time as the text is long, however many they are', () => {
    const keys = Array.from({ length: 20 }, (_, index) => base64(`${index} of the keys`.repeat(20)));
    const innocent = (length: number) => 'the endpoint vpce-0a1b2c3d is \\_pending\\_ &amp; '.repeat(length / 48);
    // What the search likes least: pieces that are just too short, of all keys by turns.
    const teasing = (length: number) =>
      Array.from({ length: length / 12 }, (_, index) => keys[index % 20]?.slice(index % 300, (index % 300) + 11)).join(
        ' ',
      );
    for (const given of [innocent, teasing]) {
      const small = charactersRead(() => hiding(...keys).hide(given(2 ** 18)));
      const large = charactersRead(() => hiding(...keys).hide(given(2 ** 20)));
      expect(large / small, given.name).toBeLessThan(4.1);
      expect(large, given.name).toBeLessThan(60 * 2 ** 20);
    }
    // One that repeats itself, and a text that does so too.
    const same = charactersRead(() => hiding('a'.repeat(2_000)).hide('a'.repeat(2 ** 18)));
    expect(same).toBeLessThan(80 * 2 ** 18);
    const one = charactersRead(() => hiding(keys[0] ?? '').hide(innocent(2 ** 20)));
    expect(charactersRead(() => hiding(...keys).hide(innocent(2 ** 20))) / one).toBeLessThan(1.2);
  });
});

/** How many characters a call looks at, one by one. */
function charactersRead(call: () => void): number {
  const original = String.prototype.charCodeAt;
  let read = 0;
  String.prototype.charCodeAt = function (at) {
    read += 1;
    return original.call(this, at);
  };
  try {
    call();
  } finally {
    String.prototype.charCodeAt = original;
  }
  return read;
}

const JWT = 'eyJ0eXAiOiJKV1QiLCJhbGciOiJSUzI1NiJ9.eyJzdWIiOiJyZXBvOmFjbWUvc2hvcCJ9.c2lnbmF0dXJlLW9mLXRoaXM';

/** By hand: a value, and each kind that it can be a secret of. */
const VALUES: readonly (readonly [value: string, of: readonly SecretKind[], why: string])[] = [
  ['', [], 'nothing'],
  ['x', [], 'one letter'],
  ['1', [], 'one digit'],
  ['test', [], 'left by a mock'],
  ['testing', [], 'left by a mock (getmoto/moto docs: AWS_SECRET_ACCESS_KEY=testing)'],
  ['us-east-1', [], 'a region'],
  ['vpc-0123456789abcdef0', [], 'a VPC'],
  ['vpce-svc-0123456789abcdef0', [], 'a service'],
  ['com.amazonaws.vpce.us-east-1.vpce-svc-0123456789abcdef0', [], 'the name of a service'],
  ['internal-orders-standard.aws-us-east-1.cockroachlabs.cloud', [], 'a host'],
  ['b2222222-2222-4222-8222-222222222222', [], 'a cluster'],
  ['arn:aws:iam::111122223333:role/privatelink-deployer', [], 'a role'],
  ['PENDING_ACCEPTANCE', [], 'a state of the Cloud'],
  ['AKIAIOSFODNN7EXAMPLE', [], 'an access key ID (AWS docs), which is no secret'],
  [
    'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY',
    ['aws-key', 'token', 'cloud-key', 'password'],
    'a secret key (AWS docs)',
  ],
  [`${'IQoJb3JpZ2luX2VjEJr'.repeat(20)}==`, ['aws-key', 'token', 'cloud-key', 'password'], 'a session token'],
  [`ghs_${'16C7e42F292c6912E7'.repeat(2)}`, ['token', 'cloud-key', 'password'], 'a token of GitHub (GitHub docs)'],
  ['0123456789abcdef0123456789abcdef01234567', ['aws-key', 'token', 'cloud-key', 'password'], 'one from before 2021'],
  [`ghs_12345_${JWT}`, ['token', 'cloud-key', 'password'], 'one from after April 2026 (GitHub changelog)'],
  [JWT, ['token', 'cloud-key', 'password'], 'an OIDC token'],
  [
    'CCDB1_kIVv6l2dbvVk0JSR4k0fW1_q1w2e3r4t5z6u7i8o9p0a1s2d3f4g5h6j7k8l9y0',
    ['token', 'cloud-key', 'password'],
    'a key of the Cloud',
  ],
  ['Tr0ub4dor&3 is too short', ['password'], 'a password with white space'],
];

it.each(VALUES)('%s can be a secret of: %s (%s)', (value, of) => {
  const kinds: readonly SecretKind[] = ['aws-key', 'token', 'cloud-key', 'password'];
  expect(kinds.filter((kind) => canBeSecret(kind, value))).toEqual(of);
});

describe('a text for machines', () => {
  const SECRET = 'wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY';
  const AWS = { kind: 'aws-key', name: 'AWS_SECRET_ACCESS_KEY' } as const;

  it('names the secret that it holds, in any spelling and in part', () => {
    const { heldBy, add } = createSecrets(() => undefined);
    expect(heldBy(SECRET)).toBeUndefined();
    add(AWS, SECRET);
    for (const held of [SECRET, hex(SECRET), base64(`ab${SECRET}`), encodeURIComponent(SECRET), SECRET.slice(10, 34)]) {
      expect(heldBy(`["${held}"]`), held).toBe('AWS_SECRET_ACCESS_KEY');
    }
    expect(heldBy(`["${SECRET.slice(10, 33)}"]`)).toBeUndefined();
  });

  it('may hold a word by chance, and a password that is a word', () => {
    const { heldBy, hide, add } = createSecrets(() => undefined);
    add(AWS, 'testing');
    add(PROXY, 'cockroachlabs.cloud');
    expect(heldBy('internal-testing.cockroachlabs.cloud')).toBeUndefined();
    expect(hide('internal-testing.cockroachlabs.cloud')).toBe('internal-testing.***');
    // The same word is a secret where it can be one.
    add(PROXY, SECRET);
    expect(heldBy(SECRET)).toBe('HTTPS_PROXY');
  });

  it('is judged by words: one that was pasted with others around it is found', () => {
    const { hide, add } = createSecrets(() => undefined);
    add({ kind: 'cloud-key', name: 'cockroach-api-key' }, ` Bearer ${SECRET}\n`);
    expect(hide(`Bearer ${SECRET}`)).toBe('Bearer ***');
  });
});
