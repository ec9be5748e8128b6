import { BlockList, isIP } from 'node:net';

/** One entry of NO_PROXY that can be understood. */
interface Entry {
  /** Undefined: any port. */
  readonly port: number | undefined;
  matches(host: string): boolean;
}

/**
 * Reads NO_PROXY, whose spellings no two tools agree on. Entries are divided by commas or white space, as in curl and
 * undici. An entry that is none of these matches nothing, so that a mistake in it never leads around the proxy:
 *
 * - `*`: every host
 * - `example.com` and `.example.com`: the host of that name and all below it, as in curl, undici and Python
 * - `*.example.com`: only what is below it, as in Go, undici and Node
 * - an IP address or CIDR block: addresses that are written as such. No name is looked up, as in curl and Go
 * - any of them with `:port` (an IPv6 address in brackets then): that port only
 * @returns whether requests to an address go there directly
 */
export function noProxyMatcher(list: string): (address: URL) => boolean {
  const entries = list
    .split(/[\s,]+/)
    .map(readEntry)
    .filter((entry) => entry !== undefined);
  return (address) => {
    const host = hostOf(address);
    const port = Number(address.port) || (address.protocol === 'https:' ? 443 : 80);
    return entries.some((entry) => (entry.port ?? port) === port && entry.matches(host));
  };
}

/** The host as a name or IP address, without what is only spelling. */
export function hostOf({ hostname }: URL): string {
  return hostname
    .toLowerCase()
    .replace(/^\[(.*)\]$/, '$1')
    .replace(/(?<=.)\.$/, '');
}

function readEntry(text: string): Entry | undefined {
  const { host, port } = portOff(text.toLowerCase());
  const matches = addresses(host) ?? names(host);
  return matches === undefined ? undefined : { port, matches };
}

/** An IPv6 address has colons of its own: only one in brackets can have a port. */
function portOff(entry: string): { host: string; port: number | undefined } {
  const [, bracketed, plain, port] = /^(?:\[([^\]]*)\]|([^:]*))(?::(\d{1,5}))?$/.exec(entry) ?? [];
  return { host: bracketed ?? plain ?? entry, port: port === undefined ? undefined : Number(port) };
}

function addresses(host: string): Entry['matches'] | undefined {
  const [, base = '', bits] = /^([^/]+)(?:\/(\d{1,3}))?$/.exec(host) ?? [];
  const version = isIP(base);
  const longest = version === 4 ? 32 : 128;
  const length = bits === undefined ? longest : Number(bits);
  if (version === 0 || length > longest) return undefined;
  const family = (of: number) => (of === 4 ? 'ipv4' : 'ipv6');
  const block = new BlockList();
  block.addSubnet(base, length, family(version));
  return (address) => isIP(address) !== 0 && block.check(address, family(isIP(address)));
}

function names(host: string): Entry['matches'] | undefined {
  if (host === '*') return () => true;
  const [, mark, name] = /^(\*\.|\.)?([\w-]+(?:\.[\w-]+)*)\.?$/.exec(host) ?? [];
  if (name === undefined) return undefined;
  return (address) => isIP(address) === 0 && (address.endsWith(`.${name}`) || (mark !== '*.' && address === name));
}
