import { hostOf, noProxyMatcher } from './no-proxy.ts';

type Env = Readonly<Record<string, string | undefined>>;

/** The proxy for requests to an address; undefined where they go to it directly. */
export type ProxyFor = (address: URL) => URL | undefined;

/** What the environment says about proxies. */
export interface Proxies {
  /**
   * The one decision that every client goes by.
   * @throws Error where the variable in force holds no usable address: then nothing is sent, least of all around a
   * proxy
   */
  readonly proxyFor: ProxyFor;
  /** True where a variable is in force. */
  readonly given: boolean;
  /**
   * One line for each variable in force that holds no usable address; none shows the value, which may hold a password.
   * ALL_PROXY that is in force for http alone, which few runs ask for, is refused only where it is used.
   */
  readonly mistakes: readonly string[];
}

/**
 * The variables by the scheme of the address that is asked for. The first that is not blank is in force. Lower case
 * comes first, as in curl, Node, undici, the toolkit and the runner; ALL_PROXY last, as in curl. HTTP_PROXY says
 * nothing about https.
 */
const VARIABLES = {
  'https:': ['https_proxy', 'HTTPS_PROXY', 'all_proxy', 'ALL_PROXY'],
  'http:': ['http_proxy', 'HTTP_PROXY', 'all_proxy', 'ALL_PROXY'],
} as const;

/** The names of these variables. */
export const PROXY_VARIABLES: readonly string[] = [...new Set(Object.values(VARIABLES).flat())];

/**
 * Reads the proxy variables as all clients are to take them, in the spelling of whichever tool they were written for.
 */
export function readProxies(env: Env): Proxies {
  const byScheme = { 'https:': inForce(env, 'https:'), 'http:': inForce(env, 'http:') };
  const chosen = Object.values(byScheme).filter((one) => one !== undefined);
  const hasOwnOfHttp = VARIABLES['http:'].slice(0, 2).some((name) => valueIn(env, name) !== '');
  const ownOfHttp = hasOwnOfHttp ? byScheme['http:'] : undefined;
  const isExcepted = noProxyMatcher(valueIn(env, 'no_proxy') || valueIn(env, 'NO_PROXY'));
  return {
    proxyFor(address) {
      const variable = byScheme[address.protocol === 'http:' ? 'http:' : 'https:'];
      if (variable === undefined || isLoopback(hostOf(address)) || isExcepted(address)) return undefined;
      if ('mistake' in variable) throw new Error(variable.mistake);
      return variable.proxy;
    },
    given: chosen.length > 0,
    mistakes: [
      ...new Set(
        [byScheme['https:'], ownOfHttp].flatMap((one) => (one !== undefined && 'mistake' in one ? [one.mistake] : [])),
      ),
    ],
  };
}

/** Without what surrounds it: files of variables and secrets end in line breaks. */
function valueIn(env: Env, name: string): string {
  return (env[name] ?? '').trim();
}

/** A host that a proxy would look for on itself; Go and the toolkit never ask a proxy for it either. */
function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127(\.\d{1,3}){3}$/.test(host);
}

type Variable = { readonly proxy: URL } | { readonly mistake: string };

function inForce(env: Env, scheme: keyof typeof VARIABLES): Variable | undefined {
  const name = VARIABLES[scheme].find((one) => valueIn(env, one) !== '');
  if (name === undefined) return undefined;
  const value = valueIn(env, name);
  const proxy = addressIn(value);
  if (proxy !== undefined) return { proxy };
  return { mistake: /^socks\w*:/i.test(value) ? `${name}: ${NO_SOCKS}` : `${name}: ${UNUSABLE}` };
}

const UNUSABLE =
  'is not a usable address: give http://host:port (special characters in the password must be percent-encoded)';
const NO_SOCKS = 'SOCKS proxies are not supported: give the address of an HTTP proxy (http://host:port)';

/** The address with its scheme, which is http where none is written, as in curl, Go and the runner. */
function addressIn(value: string): URL | undefined {
  const written = value.includes('://') ? value : `http://${value}`;
  // The parser would drop line breaks inside, and take what follows a `#`, `?` or `/` of a password for no part of the
  // host.
  if (/\s/.test(value) || !URL.canParse(written)) return undefined;
  const url = new URL(written);
  const { protocol, hostname, pathname, search, hash, username, password } = url;
  const plain = /^\/*$/.test(pathname) && search === '' && hash === '';
  const usable = /^https?:$/.test(protocol) && /^([\w.-]+|\[[\da-f:.]+\])$/.test(hostname) && plain;
  if (!usable || decoded(`${username}${password}`) === undefined) return undefined;
  url.pathname = '/';
  return url;
}

/**
 * The user and the passwords in a proxy variable, usable or not: what stands before the last `@`, as it is written and
 * meant, and what the proxy is sent of it. No passwords where there is none.
 */
export function credentialsIn(variable: string): { readonly users: string[]; readonly passwords: string[] } {
  const value = variable.trim();
  const [, user = '', written = ''] = /^(?:[a-z][a-z\d+.-]*:\/\/)?([^:@]*):?(?!\/\/)(.*)@/is.exec(value) ?? [];
  const users = [user, decoded(user) ?? user];
  if (written === '') return { users, passwords: [] };
  const password = decoded(written) ?? written;
  const parsed = addressIn(value)?.password ?? written;
  const sent = Buffer.from(`${decoded(user) ?? user}:${password}`).toString('base64');
  return { users, passwords: [written, parsed, password, sent] };
}

function decoded(text: string): string | undefined {
  try {
    return decodeURIComponent(text);
  } catch {
    return undefined;
  }
}
