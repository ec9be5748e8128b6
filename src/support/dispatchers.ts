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
  return new ProxyAgent({ ...OPTIONS, uri, clientFactory: (origin: URL, options: object) => toProxy(origin, options) });
}

/**
 * Connections to a proxy. A CONNECT that it does not answer is told from a request that a server does not answer: it
 * was never sent.
 */
function toProxy(origin: URL, options: object): Dispatcher {
  const pool = new Pool(origin, { ...options, headersTimeout: TUNNEL_MS });
  const connect = pool.connect.bind(pool) as (request: Dispatcher.ConnectOptions) => Promise<Dispatcher.ConnectData>;
  const orInTime = (request: Dispatcher.ConnectOptions) =>
    connect(request).catch((error: unknown) => {
      if (!(error instanceof Error && 'code' in error && error.code === 'UND_ERR_HEADERS_TIMEOUT')) throw error;
      const message = `no answer to CONNECT in ${TUNNEL_MS / 1000} s`;
      throw Object.assign(new Error(message, { cause: error }), { code: 'ERR_PROXY_TUNNEL' });
    });
  return Object.assign(pool, { connect: orInTime });
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
