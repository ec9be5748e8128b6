import { Agent, type Dispatcher, Dispatcher1Wrapper, Pool, ProxyAgent } from 'undici';
import type { ProxyFor } from './proxies.ts';

/** Dispatchers of undici, one for each way out. */
export interface Dispatchers {
  /** Sends requests to an address the way that is right for it; keeps its connections. */
  to(address: URL): Dispatcher;
  /** The same for Node's own `fetch`, which brings an undici of another version. */
  forFetch(address: URL): Dispatcher;
  destroy(): Promise<void>;
}

/** Every request has time-outs: 10 s to connect, which is undici's own, 30 s for headers and for the body. */
const OPTIONS = { headersTimeout: 30_000, bodyTimeout: 30_000, keepAliveTimeout: 20_000, connections: 8 } as const;

/** How long a proxy may take to answer CONNECT; undici's own limit is five minutes. */
const TUNNEL_MS = 10_000;

function throughProxy(uri: string): Dispatcher {
  const toProxy = (origin: URL, options: object) => new Pool(origin, { ...options, headersTimeout: TUNNEL_MS });
  return new ProxyAgent({ ...OPTIONS, uri, clientFactory: toProxy });
}

/**
 * Opens nothing before the first request. This is the only file that knows undici. Its EnvHttpProxyAgent would read the
 * variables by rules of its own; a ProxyAgent is told the proxy, so that it decides nothing.
 */
export function createDispatchers(proxyFor: ProxyFor): Dispatchers {
  const waysOut = new Map<string, Dispatcher>();
  const to = (address: URL) => {
    const uri = proxyFor(address)?.href ?? '';
    const dispatcher = waysOut.get(uri) ?? (uri === '' ? new Agent(OPTIONS) : throughProxy(uri));
    waysOut.set(uri, dispatcher);
    return dispatcher;
  };
  return {
    to,
    forFetch: (address) => new Dispatcher1Wrapper(to(address)),
    async destroy() {
      await Promise.all([...waysOut.values()].map((one) => one.destroy()));
    },
  };
}
