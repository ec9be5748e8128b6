import { createDispatchers } from '../support/dispatchers.ts';
import type { ProxyFor } from '../support/proxies.ts';

/**
 * Node's own `fetch` over connections that go by the one decision about proxies. Octokit's would read the variables
 * itself, when it is loaded, and by rules of its own.
 */
export function createFetch(proxyFor: ProxyFor): typeof fetch {
  const dispatchers = createDispatchers(proxyFor);
  return (input, init) => {
    const dispatcher = dispatchers.forFetch(new URL(input instanceof Request ? input.url : input));
    // An option that only Node's own fetch has.
    return fetch(input, { ...init, dispatcher } as RequestInit);
  };
}
