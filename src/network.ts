import http from 'node:http';
import type { AwsConnection } from './aws/connection.ts';
import { type SendMetadataRequest, sendMetadataRequest } from './aws/metadata-request.ts';
import type { GetJson } from './aws/token-request.ts';
import type { HttpClient } from './cockroach/http.ts';
import type { ProbeNetwork } from './probe/types.ts';
import { nextRequestSent } from './startup/request-sent.ts';
import { getJson } from './support/get-json.ts';
import { readProxies } from './support/proxies.ts';

/** How a run reaches the outside: one way for each client, which a test replaces as a whole. */
export interface Network {
  /** One GET of JSON at GitHub's token service. */
  readonly getJson: GetJson;
  /** The connection pool that all AWS clients of a run share. */
  aws(region: string, userAgent: string): Promise<AwsConnection>;
  /** One request to the metadata service of the runner's instance or container. */
  readonly metadata: SendMetadataRequest;
  /** The HTTP client of the Cloud API. */
  cloud(): Promise<HttpClient>;
  /** `fetch` for GitHub's API. */
  readonly githubFetch: typeof fetch;
  /** What a probe asks and tries. */
  probe(): Promise<ProbeNetwork>;
  /** Resolves when the next request that begins has been sent, or after `longestMs` (real milliseconds). */
  requestSent(longestMs?: number): Promise<void>;
}

/**
 * The network of this machine. What is large is loaded when it is asked for. Every client is given the same decision
 * about proxies, and none reads the environment itself.
 */
export function systemNetwork(env: NodeJS.ProcessEnv): Network {
  const { proxyFor } = readProxies(env);
  // The AWS SDK asks the machine or container itself for credentials through this agent. Under NODE_USE_ENV_PROXY it
  // would ask a proxy, which could answer with the credentials of another machine.
  http.globalAgent = new http.Agent();
  let githubFetch: Promise<typeof fetch> | undefined;
  return {
    getJson: (url, headers) => getJson(new URL(url), headers, proxyFor),
    aws: async (region, userAgent) => (await import('./aws/open.ts')).openAwsConnection(region, proxyFor, userAgent),
    metadata: sendMetadataRequest,
    cloud: async () => (await import('./cockroach/http.ts')).createHttpClient(proxyFor),
    async githubFetch(input, init) {
      githubFetch ??= import('./github/fetch.ts').then(({ createFetch }) => createFetch(proxyFor));
      return (await githubFetch)(input, init);
    },
    async probe() {
      const [{ systemResolve }, { walk, isReached }] = await Promise.all([
        import('./probe/resolve.ts'),
        import('./probe/steps.ts'),
      ]);
      return { resolve: systemResolve, walk, isReached };
    },
    requestSent: nextRequestSent,
  };
}
