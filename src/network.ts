import { HttpClient as ToolkitClient } from '@actions/http-client';
import type { AwsConnection } from './aws/connection.ts';
import type { GetJson } from './aws/token-request.ts';
import type { HttpClient } from './cockroach/http.ts';
import type { ProbeNetwork } from './probe/types.ts';
import { nextRequestSent } from './support/request-sent.ts';

/** How a run reaches the outside: one way for each client, which a test replaces as a whole. */
export interface Network {
  /** One GET of JSON at GitHub's token service. */
  readonly getJson: GetJson;
  /** The connection pool that all AWS clients of a run share. */
  aws(region: string, env: NodeJS.ProcessEnv, userAgent: string): Promise<AwsConnection>;
  /** The HTTP client of the Cloud API. */
  cloud(): Promise<HttpClient>;
  /** `fetch` for GitHub's API; undefined: octokit's own, which knows the proxies. */
  readonly githubFetch: typeof fetch | undefined;
  /** What a probe asks and tries. */
  probe(): Promise<ProbeNetwork>;
  /** Resolves when the next request that begins has been sent, or after `longestMs` (real milliseconds). */
  requestSent(longestMs?: number): Promise<void>;
}

/** The network of this machine. What is large is loaded when it is asked for. */
export const systemNetwork: Network = {
  async getJson(url, headers) {
    const options = { allowRedirects: false, socketTimeout: 30_000 };
    const client = new ToolkitClient('cockroachdb-privatelink-action', [], options);
    try {
      return await client.getJson(url, headers);
    } finally {
      client.dispose();
    }
  },
  aws: async (...place) => (await import('./aws/open.ts')).openAwsConnection(...place),
  cloud: async () => (await import('./cockroach/http.ts')).createHttpClient(),
  githubFetch: undefined,
  async probe() {
    const [{ systemResolve }, { walk, isReached }] = await Promise.all([
      import('./probe/resolve.ts'),
      import('./probe/steps.ts'),
    ]);
    return { resolve: systemResolve, walk, isReached };
  },
  requestSent: nextRequestSent,
};
