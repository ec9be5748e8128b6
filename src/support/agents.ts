import { type AgentOptions, Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';

/**
 * Agents of `node:http` and `node:https` for one way out. Node would read the variables by rules of its own; it is told
 * the proxy alone, so that it decides nothing.
 * @param proxy undefined: directly, whatever NODE_USE_ENV_PROXY says
 */
export function agentsThrough(
  proxy: URL | undefined,
  options: AgentOptions = {},
): { httpAgent: HttpAgent; httpsAgent: HttpsAgent } {
  const proxyEnv = proxy === undefined ? {} : { HTTP_PROXY: proxy.href, HTTPS_PROXY: proxy.href };
  return {
    httpAgent: new HttpAgent({ ...options, proxyEnv }),
    httpsAgent: new HttpsAgent({ ...options, proxyEnv }),
  };
}
