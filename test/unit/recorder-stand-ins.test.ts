import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createStandIns } from '../../src/recorder/stand-ins.ts';

const key = Buffer.alloc(32, 7);
const make = () => createStandIns(key);

describe('stand-ins', () => {
  it('are the same for the same thing, others for others, and others in each recording', () => {
    const [one, other] = [createStandIns(), createStandIns()];
    const id = 'vpce-0123456789abcdef0';
    expect(one.resource(id)).toBe(one.resource(id));
    expect(one.resource(id)).not.toBe(one.resource('vpce-0123456789abcdef1'));
    expect(one.resource(id)).not.toBe(other.resource(id));
    expect(one.known(id)).toBe(one.resource(id));
    expect(one.known('vpce-0123456789abcdef1x')).toBeUndefined();
    // Names of different kinds are different things.
    expect(one.name('cluster', 'orders')).not.toBe(one.name('branch', 'orders'));
  });

  it.each([
    ['resource', 'vpce-svc-0123456789abcdef0', /^vpce-svc-0fade[0-9a-f]{12}$/],
    ['resource', 'sg-01234567', /^sg-fade[0-9a-f]{4}$/],
    ['uuid', 'B2222222-2222-4222-8222-222222222222', /^[0-9a-f]{8}-fade-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/],
    ['account', '111122223333', /^0000\d{8}$/],
    ['hex', '0123456789abcdef0123456789abcdef01234567', /^fade[0-9a-f]{36}$/],
    ['hex', '2c829a31', /^fade[0-9a-f]{4}$/],
    ['number', '12', /^99\d{7}$/],
    ['email', 'Jo@Acme.Example', /^user-fade[0-9a-f]{8}@example\.invalid$/],
    ['ipv6', '2600:1f18:1234:5600::/56', /^2001:db8:fade:[0-9a-f]{4}::\/56$/],
    ['ipv6', '2600:1f18:1234:5600::1', /^2001:db8:fade(?::[0-9a-f]{4}){5}$/],
  ] as const)('keep their shape: %s of %s', (kind, value, shape) => {
    expect(make()[kind](value)).toMatch(shape);
  });

  it('are the same in capitals where the thing is', () => {
    const standIns = make();
    expect(standIns.uuid('B2222222-2222-4222-8222-22222222222A')).toBe(
      standIns.uuid('b2222222-2222-4222-8222-22222222222a'),
    );
    expect(standIns.email('A@b.example')).toBe(standIns.email('a@B.example'));
  });

  it('never meet, also where the shape is short', () => {
    const standIns = make();
    // 65,536 stand-ins are possible: by the birthday of chances some of 3,000 would meet.
    const all = Array.from({ length: 3000 }, (_, at) => standIns.resource(`sg-${at.toString(16).padStart(8, '0')}`));
    expect(new Set(all).size).toBe(all.length);
    const accounts = Array.from({ length: 3000 }, (_, at) => standIns.account(String(100_000_000_000 + at)));
    expect(new Set(accounts).size).toBe(accounts.length);
  });

  it('can follow from other stand-ins', () => {
    const standIns = make();
    standIns.assign('hex', 'abcd', 'fade1234');
    expect([standIns.hex('abcd'), standIns.known('abcd')]).toEqual(['fade1234', 'fade1234']);
  });

  it('of tags and of tokens of pages are no names that texts are searched for', () => {
    const standIns = make();
    standIns.name('tag', 'available');
    standIns.name('page', 'next');
    expect([standIns.known('available'), standIns.known('next')]).toEqual([undefined, undefined]);
  });
});

const octet = fc.integer({ min: 0, max: 255 });
const address = fc.tuple(octet, octet, octet, octet);
const text = (octets: readonly number[]) => octets.join('.');
const number = (ip: string) => ip.split('.').reduce((sum, one) => sum * 256 + Number(one), 0);
const shared = (a: string, b: string) => Math.clz32((number(a) ^ number(b)) >>> 0);
const COMMON = /^(?:0\.0\.0\.0|127\.0\.0\.1|169\.254\.(?:169\.254|170\.2|170\.23))$/;

describe('stand-ins of IPv4 addresses', () => {
  it('share as many leading bits as the addresses do, within one block of the first octet', () => {
    const standIns = make();
    fc.assert(
      fc.property(address, octet, octet, octet, (one, b, c, d) => {
        const [first, other] = [text(one), text([one[0], b, c, d])];
        if (COMMON.test(first) || COMMON.test(other)) return;
        // Private and public parts of 172, 192 and 100 go to different blocks.
        if (
          [172, 192, 100].includes(one[0]) &&
          standIns.ipv4(first).split('.')[0] !== standIns.ipv4(other).split('.')[0]
        )
          return;
        expect(shared(standIns.ipv4(first), standIns.ipv4(other))).toBe(shared(first, other));
      }),
      { numRuns: 2000 },
    );
  });

  it('lie in the stand-in of every block that the address lies in, and blocks keep their length', () => {
    const standIns = make();
    fc.assert(
      fc.property(address, fc.integer({ min: 8, max: 32 }), (one, length) => {
        const ip = text(one);
        const bits = length === 32 ? 0xff_ff_ff_ff : ~(0xff_ff_ff_ff >>> length);
        const base = (number(ip) & bits) >>> 0;
        const block = text([24, 16, 8, 0].map((shift) => (base >>> shift) & 255));
        // 172.0.0.0/8 holds both private and public addresses, which stay apart.
        const isMixed = [172, 192, 100].includes(one[0]) && length < 16;
        if (COMMON.test(ip) || COMMON.test(block) || isMixed) return;
        const [standIn = '', kept] = standIns.ipv4(`${block}/${length}`).split('/');
        expect(kept).toBe(String(length));
        expect(((number(standIn) ^ number(standIns.ipv4(ip))) & bits) >>> 0).toBe(0);
        expect(number(standIn) & ~bits).toBe(0);
      }),
      { numRuns: 2000 },
    );
  });

  it('show the private ranges apart, and lie where no VPC can be', () => {
    const standIns = make();
    const first = (ip: string) => Number(standIns.ipv4(ip).split('.')[0]);
    expect(['10.1.2.3', '172.16.0.1', '172.31.255.1', '192.168.1.1', '100.64.0.1', '100.127.0.1'].map(first)).toEqual([
      240, 241, 241, 242, 243, 243,
    ]);
    for (const ip of ['172.32.0.1', '192.169.0.1', '100.128.0.1', '3.4.5.6', '255.1.1.1']) {
      expect(first(ip)).toBeGreaterThanOrEqual(244);
      expect(first(ip)).toBeLessThan(256);
    }
    // Also a block that is larger than an octet.
    expect(standIns.ipv4('192.0.0.0/2')).toMatch(/^2[45]\d\.0\.0\.0\/2$/);
  });

  it('are none for addresses that mean the same everywhere', () => {
    for (const ip of ['0.0.0.0/0', '127.0.0.1', '169.254.169.254', '169.254.170.2']) expect(make().ipv4(ip)).toBe(ip);
    for (const ip of ['::/0', '::1']) expect(make().ipv6(ip)).toBe(ip);
  });
});
