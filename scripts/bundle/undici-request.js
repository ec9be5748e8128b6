/**
 * The part of undici that the action uses: requests through an Agent or ProxyAgent, and both for the fetch of Node. undici's
 * own index also loads fetch, WebSocket, caches and mocks, which is more than half of the package and of the time that
 * loading it takes. The index gives the dispatchers their `request` (and `connect`, for tunnels) in the same way.
 */
import api from 'undici/lib/api/index.js';
import Dispatcher from 'undici/lib/dispatcher/dispatcher.js';

Object.assign(Dispatcher.prototype, api);

export { default as Agent } from 'undici/lib/dispatcher/agent.js';
export { default as Dispatcher1Wrapper } from 'undici/lib/dispatcher/dispatcher1-wrapper.js';
export { default as Pool } from 'undici/lib/dispatcher/pool.js';
export { default as ProxyAgent } from 'undici/lib/dispatcher/proxy-agent.js';
