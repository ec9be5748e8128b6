/**
 * The part of undici that the Cloud API's client uses: requests through an EnvHttpProxyAgent. undici's own index also
 * loads fetch, WebSocket, caches and mocks, which is more than half of the package and of the time that loading it takes.
 * The index gives the dispatchers their `request` (and `connect`, for tunnels) in the same way.
 */
import api from 'undici/lib/api/index.js';
import Dispatcher from 'undici/lib/dispatcher/dispatcher.js';

Object.assign(Dispatcher.prototype, api);

export { default as EnvHttpProxyAgent } from 'undici/lib/dispatcher/env-http-proxy-agent.js';
