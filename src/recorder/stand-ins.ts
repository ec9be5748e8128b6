import { hash, randomBytes } from 'node:crypto';

/** What is replaced. Names carry their kind, everything else its shape. */
export type StandInKind =
  | 'resource'
  | 'uuid'
  | 'account'
  | 'hex'
  | 'number'
  | 'host'
  | 'address'
  | 'email'
  | 'cluster'
  | 'owner'
  | 'repo'
  | 'branch'
  | 'env'
  | 'role'
  | 'name'
  | 'user'
  | 'routing'
  | 'tag'
  | 'page';

/**
 * Replaces names, IDs and addresses. The same value of a kind gets the same stand-in within a recording, and another
 * one in every other recording: the key of the replacement is made for it and never written. Each stand-in keeps the
 * shape of its kind and carries a mark, by which a reader knows that it is one.
 */
export interface StandIns {
  /** @param id `vpce-0123456789abcdef0`, with 8 or 17 hexadecimal digits */
  resource(id: string): string;
  uuid(id: string): string;
  account(id: string): string;
  /** Digests, nonces, tokens. */
  hex(digits: string): string;
  /** A number that identifies, such as that of a pull request. */
  number(digits: string): string;
  name(
    kind: Exclude<StandInKind, 'resource' | 'uuid' | 'account' | 'hex' | 'address' | 'email'>,
    value: string,
  ): string;
  email(address: string): string;
  /** An IPv4 address or block. Blocks keep their length, and what lies in a block lies in its stand-in. */
  ipv4(text: string): string;
  /** An IPv6 address or block. */
  ipv6(text: string): string;
  /** The stand-in of a value whatever its kind; undefined where there is none. */
  known(value: string): string | undefined;
  /** Has a value stand for another one, which follows from stand-ins itself. */
  assign(kind: StandInKind, value: string, standIn: string): void;
}

/** The mark of stand-ins. */
const MARK = 'fade';
/** Addresses that mean the same on every machine. */
const COMMON_ADDRESSES = new Set([
  ...['0.0.0.0', '127.0.0.1', '169.254.169.254', '169.254.170.2', '169.254.170.23'],
  ...['::', '::1', 'fd00:ec2::254', 'fd00:ec2::23'],
]);

/** Stand-ins of one recording. @param key of the replacement; a test gives one, a recording has a new one */
export function createStandIns(key: Buffer = randomBytes(32)): StandIns {
  // The key never leaves this process, so that a hash behind it does what an HMAC does, in a third of the time.
  const secret = key.toString('hex');
  const digest = (text: string) => hash('sha256', `${secret}\0${text}`, 'hex');
  const made = new Map<string, string>();
  const byValue = new Map<string, string>();
  const used = new Set<string>();

  function assign(kind: StandInKind, value: string, standIn: string): void {
    made.set(`${kind}\0${value}`, standIn);
    // A tag or a token of a page is no name by which anything is called elsewhere.
    if (kind !== 'tag' && kind !== 'page') byValue.set(value, standIn);
    used.add(standIn);
  }

  function replaced(kind: StandInKind, value: string, shape: (random: string) => string): string {
    const before = made.get(`${kind}\0${value}`);
    if (before !== undefined) return before;
    let standIn = '';
    // Short shapes may meet; two things must not become one.
    for (let tries = 0; standIn === '' || (used.has(standIn) && tries < 100); tries += 1) {
      standIn = shape(digest(`${kind}\0${value}\0${tries}`));
    }
    assign(kind, value, standIn);
    return standIn;
  }

  const octets = memo((prefix: string) => Buffer.from(digest(`ipv4\0${prefix}`), 'hex'));
  return {
    resource: (id) => {
      const [, prefix = '', digits = ''] = /^(.*-)([0-9a-f]+)$/.exec(id) ?? [];
      return replaced('resource', id, (random) =>
        digits.length > 8
          ? `${prefix}0${MARK}${random.slice(0, digits.length - 5)}`
          : `${prefix}${MARK}${random.slice(0, 4)}`,
      );
    },
    uuid: (id) =>
      replaced('uuid', id.toLowerCase(), (random) =>
        [random.slice(0, 8), MARK, `4${random.slice(8, 11)}`, `8${random.slice(11, 14)}`, random.slice(14, 26)].join(
          '-',
        ),
      ),
    account: (id) => replaced('account', id, (random) => `0000${decimal(random, 8)}`),
    hex: (digits) =>
      replaced('hex', digits, (random) => `${MARK}${random.padEnd(digits.length, random)}`.slice(0, digits.length)),
    number: (digits) => replaced('number', digits, (random) => `99${decimal(random, 7)}`),
    name: (kind, value) => replaced(kind, value, (random) => `${kind}-${MARK}${random.slice(0, 8)}`),
    email: (address) =>
      replaced('email', address.toLowerCase(), (random) => `user-${MARK}${random.slice(0, 8)}@example.invalid`),
    ipv4: (text) => {
      const [address = '', length] = text.split('/');
      if (COMMON_ADDRESSES.has(address)) return text;
      const standIn = ipv4StandIn(address, Number(length ?? 32), octets);
      const whole = length === undefined ? standIn : `${standIn}/${length}`;
      assign('address', text, whole);
      return whole;
    },
    ipv6: (text) => {
      const [address = '', length] = text.toLowerCase().split('/');
      if (COMMON_ADDRESSES.has(address)) return text;
      return replaced('address', text.toLowerCase(), (random) =>
        length === undefined
          ? `2001:db8:${MARK}:${(random.slice(0, 20).match(/.{4}/g) ?? []).join(':')}`
          : `2001:db8:${MARK}:${random.slice(0, 4)}::/${length}`,
      );
    },
    known: (value) => byValue.get(value),
    assign,
  };
}

/** Never begins with 0, so that it keeps its length as a number. */
function decimal(hex: string, digits: number): string {
  const all = BigInt(`0x${hex.slice(0, 24)}`).toString();
  return `${1 + (Number(all[0]) % 9)}${all.slice(1, digits)}`;
}

function memo<T>(make: (of: string) => T): (of: string) => T {
  const made = new Map<string, T>();
  return (of) => {
    const value = made.get(of) ?? make(of);
    made.set(of, value);
    return value;
  };
}

/**
 * Keeps prefixes: two addresses that share their first n bits share them afterwards too (Crypto-PAn, Xu et al. 2002).
 * All lie in 240.0.0.0/4, which no VPC can use, which keeps them apart from real ones. The private blocks stay apart.
 * @param length how many bits count; the others become zero, as they are in a block
 */
function ipv4StandIn(address: string, length: number, bitsAfter: (prefix: string) => Buffer): string {
  const real = address.split('.').map(Number);
  const [first = 0, second = 0] = real;
  const { leading, fixedBits } = blockOf(first, second, bitsAfter);
  const mapped = real.map((octet, at) => {
    if (at === 0) return leading;
    const tree = bitsAfter(real.slice(0, at).join('.'));
    let node = 1;
    let out = 0;
    for (let bit = 7; bit >= 0; bit -= 1) {
      const value = (octet >> bit) & 1;
      const position = at * 8 + (7 - bit);
      const flip = position < fixedBits ? 0 : ((tree[node >> 3] ?? 0) >> (node & 7)) & 1;
      out = (out << 1) | (value ^ flip);
      node = (node << 1) | value;
    }
    return out;
  });
  // The first octet stays whole also in a larger block, since it is the mark.
  return mapped.map((octet, at) => (at === 0 ? octet : octet & maskOf(length - at * 8))).join('.');
}

/** The mask of one octet of which so many leading bits count. */
function maskOf(bits: number): number {
  return bits >= 8 ? 255 : bits <= 0 ? 0 : (255 << (8 - bits)) & 255;
}

/** Where an address goes, and how many of its leading bits say no more than that. */
function blockOf(first: number, second: number, bitsAfter: (prefix: string) => Buffer) {
  if (first === 10) return { leading: 240, fixedBits: 8 };
  if (first === 172 && second >= 16 && second < 32) return { leading: 241, fixedBits: 12 };
  if (first === 192 && second === 168) return { leading: 242, fixedBits: 16 };
  if (first === 100 && second >= 64 && second < 128) return { leading: 243, fixedBits: 10 };
  return { leading: 244 + ((bitsAfter(`first ${first}`)[0] ?? 0) % 12), fixedBits: 8 };
}
