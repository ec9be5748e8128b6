/**
 * Stands for undici inside octokit and @actions/http-client. Octokit makes a dispatcher from the proxy variables when it is
 * loaded, whether it is needed or not. This action gives it a `fetch` that goes by its own decision about proxies.
 */
export class ProxyAgent {}

export function fetch() {
  throw new Error('octokit was asked for a fetch of its own, which could go around the proxy');
}
