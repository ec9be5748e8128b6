import { BlockList, isIPv4, isIPv6 } from 'node:net';
import type { ProbeTarget } from './types.ts';

/** What an answer of the resolver is: this endpoint's own, another endpoint's, nobody's but not public, or public. */
export type Answer =
  | { readonly address: string; readonly kind: 'own' | 'stray' | 'public' }
  | { readonly address: string; readonly kind: 'other'; readonly endpointId: string };

/** Ranges that no host of the internet has. */
const NOT_PUBLIC = new BlockList();
for (const [network, prefix] of [
  ['0.0.0.0', 8],
  ['10.0.0.0', 8],
  ['100.64.0.0', 10],
  ['127.0.0.0', 8],
  ['169.254.0.0', 16],
  ['172.16.0.0', 12],
  ['192.168.0.0', 16],
  ['198.18.0.0', 15],
] as const) {
  NOT_PUBLIC.addSubnet(network, prefix, 'ipv4');
}
NOT_PUBLIC.addSubnet('fc00::', 7, 'ipv6');
NOT_PUBLIC.addSubnet('fe80::', 10, 'ipv6');
NOT_PUBLIC.addSubnet('::', 127, 'ipv6');

/** Tells what each answer is. A VPC may use public ranges, so the endpoints' own addresses are looked at first. */
export function classifyAnswers(
  answers: readonly string[],
  target: Pick<ProbeTarget, 'addresses' | 'others'>,
): readonly Answer[] {
  const own = setOf(target.addresses);
  const others = target.others.map((one) => ({ endpointId: one.endpointId, set: setOf(one.addresses) }));
  return answers.map((address) => {
    if (holds(own, address)) return { address, kind: 'own' };
    const other = others.find((one) => holds(one.set, address));
    if (other !== undefined) return { address, kind: 'other', endpointId: other.endpointId };
    return { address, kind: holds(NOT_PUBLIC, address) ? 'stray' : 'public' };
  });
}

/** `10.0.1.5:26257`, `[fd00::5]:26257`. */
export function withPort(address: string, port: number): string {
  return isIPv6(address) ? `[${address}]:${port}` : `${address}:${port}`;
}

/** Compares addresses and not their spellings: `FD00:0::1` is `fd00::1`, `::ffff:10.0.0.1` is `10.0.0.1`. */
function setOf(addresses: readonly string[]): BlockList {
  const set = new BlockList();
  for (const address of addresses) {
    if (isIPv4(address)) set.addAddress(address, 'ipv4');
    else if (isIPv6(address)) set.addAddress(address, 'ipv6');
  }
  return set;
}

function holds(set: BlockList, address: string): boolean {
  if (isIPv4(address)) return set.check(address, 'ipv4');
  return isIPv6(address) && set.check(address, 'ipv6');
}
