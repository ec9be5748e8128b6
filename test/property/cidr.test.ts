import fc from 'fast-check';
import { expect, it } from 'vitest';
import { canonicalCidr, covers } from '../../src/support/cidr.ts';

/** Blocks among the 64 addresses of 10.0.0.0/26. */
const block = fc
  .record({ host: fc.integer({ min: 0, max: 63 }), bits: fc.integer({ min: 26, max: 32 }) })
  .map(({ host, bits }) => canonicalCidr(`10.0.0.${host}/${bits}`) ?? '');

/** The addresses of such a block, one by one. */
function addresses(cidr: string): number[] {
  const [address = '', bits] = cidr.split('/');
  const first = Number(address.split('.').at(-1));
  return Array.from({ length: 2 ** (32 - Number(bits)) }, (_, index) => first + index);
}

it('blocks cover another one if each of its addresses is in one of them', () => {
  fc.assert(
    fc.property(fc.array(block, { maxLength: 8 }), block, (blocks, cidr) => {
      const held = new Set(blocks.flatMap(addresses));
      expect(covers(blocks, cidr)).toBe(addresses(cidr).every((one) => held.has(one)));
    }),
    { numRuns: 2000 },
  );
});

it.each([
  [['0.0.0.0/0'], '255.255.255.255/32', true],
  [['0.0.0.0/1', '128.0.0.0/1'], '0.0.0.0/0', true],
  [['0.0.0.0/1', '192.0.0.0/2'], '0.0.0.0/0', false],
  [['255.255.255.254/31'], '255.255.255.255/32', true],
  [[], '10.0.0.0/8', false],
] as const)('%j cover %s: %s', (blocks, cidr, covered) => {
  expect(covers(blocks, cidr)).toBe(covered);
});
