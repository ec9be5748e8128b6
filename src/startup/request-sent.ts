import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import type { ClientRequest } from 'node:http';

/** Node tells this channel of each request that `node:http` or `node:https` begins. */
const REQUEST_BEGINS = 'http.client.request.start';
/** Longer than it takes to connect and to agree on TLS, where nothing is wrong. */
const SENT_BY_MS = 100;

/**
 * Resolves when the next request that begins has been handed to the network, or when the time is up. Work that keeps
 * the thread, such as loading code, would hold a request back until it is done, and each step of a TLS handshake before
 * it; once it is sent, that work goes on while the other side prepares its answer.
 * @param longestMs how long that is worth waiting for, 100 ms if not given
 */
export function nextRequestSent(longestMs = SENT_BY_MS): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(done, longestMs);
    subscribe(REQUEST_BEGINS, onRequest);

    function onRequest(message: unknown): void {
      unsubscribe(REQUEST_BEGINS, onRequest);
      const { request } = message as { request: ClientRequest };
      request.once('finish', done).once('close', done);
    }
    function done(): void {
      clearTimeout(timer);
      unsubscribe(REQUEST_BEGINS, onRequest);
      resolve();
    }
  });
}
