import { isIPv4 } from 'node:net';

/** True where the blocks, taken together, hold every address of a block; all canonical. */
export function covers(blocks: readonly string[], cidr: string): boolean {
  const touching = blocks.filter((block) => overlap(block, cidr));
  if (touching.some((block) => prefixLength(block) <= prefixLength(cidr))) return true;
  // Only smaller blocks are left: they hold it if they hold each of its halves.
  return touching.length > 0 && halves(cidr).every((half) => covers(touching, half));
}

function prefixLength(cidr: string): number {
  return Number(cidr.split('/')[1]);
}

/** The two halves of a block of more than one address. */
function halves(cidr: string): string[] {
  const [address = ''] = cidr.split('/');
  const bits = prefixLength(cidr) + 1;
  return [numberOf(address), numberOf(address) + 2 ** (32 - bits)].map((network) => `${addressOf(network)}/${bits}`);
}

/** True where two canonical CIDR blocks have an address in common. */
function overlap(one: string, other: string): boolean {
  const bits = Math.min(prefixLength(one), prefixLength(other));
  const network = (cidr: string) => canonicalCidr(`${cidr.split('/')[0]}/${bits}`);
  return network(one) === network(other);
}

/**
 * The canonical form of an IPv4 CIDR block (`10.1.2.3/16` → `10.1.0.0/16`), or undefined if it is none.
 * EC2 stores rules in this form and refuses the other spelling as a duplicate (EC2 API reference, IpRange).
 */
export function canonicalCidr(text: string): string | undefined {
  const match = /^([0-9.]+)\/([0-9]{1,2})$/.exec(text);
  const address = match?.[1];
  const bits = Number(match?.[2]);
  if (address === undefined || !isIPv4(address) || bits > 32) return undefined;
  const number = numberOf(address);
  return `${addressOf(number - (number % 2 ** (32 - bits)))}/${bits}`;
}

function numberOf(address: string): number {
  return address.split('.').reduce((sum, octet) => sum * 256 + Number(octet), 0);
}

function addressOf(number: number): string {
  return [24, 16, 8, 0].map((shift) => Math.floor(number / 2 ** shift) % 256).join('.');
}
