// Secrets and identifiers that nobody has, and the ways in which a text can hold one. All by chance from a seed.

/** Numbers from a seed (mulberry32). */
export interface Chance {
  below(most: number): number;
  pick<T>(of: readonly T[]): T;
  text(alphabet: string, length: number): string;
}

export function chanceFrom(seed: number): Chance {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let t = state;
    t = Math.imul(t ^ (t >>> 15), t | 1);
    t ^= t + Math.imul(t ^ (t >>> 7), t | 61);
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (most: number) => Math.floor(next() * most);
  return {
    below,
    pick: (of) => of[below(of.length)] as never,
    text: (alphabet, length) => Array.from({ length }, () => alphabet[below(alphabet.length)]).join(''),
  };
}

const UPPER = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';
const LOWER = UPPER.toLowerCase();
const DIGITS = '0123456789';
const HEX = '0123456789abcdef';
const ALNUM = UPPER + LOWER + DIGITS;
/** Letters of names that are no words of any language. */
const ODD = 'bcdfgjkqvwxz';

/** One made-up value. Of a secret no part may be seen, of an identifier not the whole. */
export interface MadeUp {
  readonly kind: string;
  readonly value: string;
  /** The part of a secret that is random; undefined for an identifier. */
  readonly random?: string;
}

type Make = (chance: Chance) => string | { value: string; random: string };
const oddName = (c: Chance) =>
  `${c.pick(['', 'prod-', 'team-', 'x'])}${c.text(ODD, 4 + c.below(6))}${c.pick(['', '-cluster', '-main', '_2', '7'])}`;
const octet = (c: Chance) => c.below(256);
const ip = (c: Chance) => `${c.pick([10, 172, 192, 100, 3, 52, 87, 203])}.${octet(c)}.${octet(c)}.${1 + c.below(254)}`;
const secret =
  (prefix: string, alphabet: string, length: number): Make =>
  (c) => {
    const random = c.text(alphabet, length);
    return { value: prefix + random, random };
  };
const uuid = (c: Chance) => [8, 4, 4, 4, 12].map((length) => c.text('013456789abcd', length)).join('-');

/** How each kind is made. */
export const KINDS: Readonly<Record<string, Make>> = {
  'AWS access key ID': secret('AKIA', `${UPPER}234567`, 16),
  'AWS temporary key ID': secret('ASIA', `${UPPER}234567`, 16),
  'AWS secret key': secret('', `${ALNUM}/+`, 40),
  'AWS session token': secret('IQoJb3JpZ2luX2VjE', `${ALNUM}/+=`, 200),
  'JSON web token': (c) => {
    const random = c.text(`${ALNUM}-_`, 86);
    return {
      value: `eyJhbGciOiJSUzI1NiJ9.${Buffer.from(JSON.stringify({ sub: c.text(LOWER, 20) })).toString('base64url')}.${random}`,
      random,
    };
  },
  'GitHub token': (c) => {
    const random = c.text(ALNUM, 36);
    return { value: `${c.pick(['ghp_', 'ghs_', 'gho_', 'ghu_'])}${random}`, random };
  },
  'GitHub fine-grained token': secret('github_pat_', `${ALNUM}_`, 82),
  'Cloud API key': (c) => {
    const random = c.text(ALNUM, 40);
    return { value: `CCDB1_${c.text(ALNUM, 22)}_${random}`, random };
  },
  password: secret('', `${ALNUM}!@#$%^*-_:.`, 24),
  'PEM key': (c) => {
    const random = c.text(`${ALNUM}+/`, 120);
    return {
      value: `-----BEGIN PRIVATE KEY-----\n${random.slice(0, 64)}\n${random.slice(64)}\n-----END PRIVATE KEY-----`,
      random,
    };
  },
  'AWS account': (c) => `${1 + c.below(9)}${c.text(DIGITS, 11)}`,
  'resource ID': (c) =>
    `${c.pick(['vpc', 'vpce', 'vpce-svc', 'subnet', 'sg', 'sgr', 'eni', 'rtb', 'dopt', 'igw', 'nat', 'i', 'ami', 'tgw', 'pcx', 'acl', 'eipalloc'])}-${c.pick([`0${c.text('0123456789bcd', 16)}`, c.text('0123456789bcd', 8)])}`,
  UUID: uuid,
  'e-mail': (c) => `${oddName(c)}@${c.text(ODD, 7)}.${c.pick(['com', 'io', 'de'])}`,
  host: (c) =>
    `${oddName(c)}.${c.text(ODD, 6)}.${c.pick(['example.com', 'internal', 'corp.net', 'eu-west-1.compute.amazonaws.com'])}`,
  'Cloud host': (c) => `${oddName(c)}-${c.text(HEX.slice(0, 10), 4)}.aws-us-east-1.cockroachlabs.cloud`,
  IPv4: ip,
  CIDR: (c) => `${ip(c)}/${8 + c.below(25)}`,
  IPv6: (c) => `2600:${Array.from({ length: 7 }, () => `${c.text('123456789', 1)}${c.text(HEX, 3)}`).join(':')}`,
  'IPv6 block': (c) => `2600:1f18:${c.text('123456789', 4)}:${c.text('123456789', 2)}00::/56`,
  'cluster name': oddName,
  'organization name': (c) => `${c.text(ODD, 6)} ${c.pick(['Inc', 'GmbH', 'Labs'])}`,
  'repository name': (c) => `${c.text(ODD, 6)}/${oddName(c)}`,
  'branch name': (c) => `feature/${c.text(ODD, 5)}-${oddName(c)}`,
  'environment name': (c) => `${c.pick(['branch:', '', 'staging-'])}${oddName(c)}`,
  'claim digest': secret('', '0123456789abcd', 40),
  nonce: secret('', '0123456789abcd', 12),
  'client token': secret('', '0123456789abcd', 64),
  'phone number': (c) =>
    `+${c.pick(['1', '49', '44'])} ${200 + c.below(700)} ${200 + c.below(700)} ${1000 + c.below(9000)}`,
  'card number': (c) => [4111, 0, 0, 0].map((first) => first || 1000 + c.below(9000)).join(c.pick(['', ' ', '-'])),
};

export function madeUp(kind: string, chance: Chance): MadeUp {
  const made = (KINDS[kind] as Make)(chance);
  return typeof made === 'string' ? { kind, value: made } : { kind, ...made };
}

const inPieces = (text: string, size: number, by: string) =>
  (text.match(new RegExp(`[^]{1,${size}}`, 'g')) ?? []).join(by);

/** Ways to write a value. */
export const WAYS: Readonly<Record<string, (text: string, chance: Chance) => string>> = {
  plain: (text) => text,
  capitals: (text) => text.toUpperCase(),
  'small letters': (text) => text.toLowerCase(),
  backwards: (text) => [...text].reverse().join(''),
  Base64: (text) => Buffer.from(text).toString('base64'),
  'URL-safe Base64': (text) => Buffer.from(`x${text}`).toString('base64url'),
  hexadecimal: (text) => Buffer.from(text).toString('hex'),
  'of a URL': (text) => encodeURIComponent(text),
  'percent signs': (text) => [...Buffer.from(text)].map((one) => `%${one.toString(16)}`).join(''),
  'JSON in JSON': (text) => JSON.stringify({ value: text, list: [text] }),
  'JSON twice': (text) => JSON.stringify(JSON.stringify({ value: text })),
  'JSON escapes': (text) => [...text].map((one) => `\\u${one.charCodeAt(0).toString(16).padStart(4, '0')}`).join(''),
  spaces: (text, c) => inPieces(text, 1 + c.below(8), ' '),
  dashes: (text, c) => inPieces(text, 1 + c.below(8), '-'),
  lines: (text, c) => inPieces(text, 1 + c.below(8), '\n'),
  commas: (text, c) => inPieces(text, 1 + c.below(8), ', '),
  dots: (text, c) => inPieces(text, 2 + c.below(7), '.'),
  'in a sentence': (text) => `The request of ${text} to the endpoint is not allowed`,
  'in quotes': (text) => `Invalid value "${text}" for parameter 'vpc'`,
  'behind a word': (text) => `cluster${text}`,
  'behind an underscore': (text) => `vpc_${text}_id`,
};
