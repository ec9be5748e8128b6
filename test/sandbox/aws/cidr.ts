import { isIPv4, isIPv6 } from 'node:net';

/** The form in which EC2 stores an IPv4 block (host bits cleared); null when it is not one. */
export function canonicalIpv4(cidr: string): string | null {
  const [address = '', bits = ''] = cidr.split('/');
  const size = Number(bits);
  if (!isIPv4(address) || !/^\d{1,2}$/.test(bits) || size > 32) return null;
  const number = address.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
  const block = 2 ** (32 - size);
  const base = Math.floor(number / block) * block;
  return `${[24, 16, 8, 0].map((shift) => Math.floor(base / 2 ** shift) % 256).join('.')}/${size}`;
}

/** Same for IPv6, as far as its address has no host bits set. */
export function canonicalIpv6(cidr: string): string | null {
  const [address = '', bits = ''] = cidr.split('/');
  if (!isIPv6(address) || !/^\d{1,3}$/.test(bits) || Number(bits) > 128) return null;
  return `${new URL(`http://[${address}]`).hostname.slice(1, -1)}/${Number(bits)}`;
}
