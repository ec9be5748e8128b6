import { isIPv4 } from 'node:net';

/**
 * The canonical form of an IPv4 CIDR block (`10.1.2.3/16` → `10.1.0.0/16`), or undefined if it is none.
 * EC2 stores rules in this form and refuses the other spelling as a duplicate (EC2 API reference, IpRange).
 */
export function canonicalCidr(text: string): string | undefined {
  const match = /^([0-9.]+)\/([0-9]{1,2})$/.exec(text);
  const address = match?.[1];
  const bits = Number(match?.[2]);
  if (address === undefined || !isIPv4(address) || bits > 32) return undefined;
  const number = address.split('.').reduce((sum, octet) => sum * 256 + Number(octet), 0);
  const network = number - (number % 2 ** (32 - bits));
  return `${[24, 16, 8, 0].map((shift) => Math.floor(network / 2 ** shift) % 256).join('.')}/${bits}`;
}
