import { keepParserSimple } from '../startup/v8.ts';
import { createDispatchers } from '../support/dispatchers.ts';
import type { ProxyFor } from '../support/proxies.ts';
import { wholeBody } from '../support/whole-body.ts';

/** One answer of the Cloud API, read whole. */
export interface HttpAnswer {
  readonly status: number;
  readonly body: string;
  readonly retryAfter: string | undefined;
  readonly contentType: string | undefined;
  /** The version of the API that answered. */
  readonly version: string | undefined;
}

export interface HttpCall {
  readonly method: 'GET' | 'POST' | 'DELETE';
  readonly url: URL;
  readonly headers: Readonly<Record<string, string>>;
  readonly body?: string;
  readonly signal: AbortSignal;
}

export interface HttpClient {
  /** Sends one request. Redirects are not followed, so the key never leaves the host it is for. */
  send(call: HttpCall): Promise<HttpAnswer>;
  close(): Promise<void>;
}

/**
 * The HTTP client of the Cloud API: undici with connections kept alive and time-outs on every call. It is loaded while
 * the first AWS request is under way.
 */
export function createHttpClient(proxyFor: ProxyFor): HttpClient {
  keepParserSimple();
  const dispatchers = createDispatchers(proxyFor);
  return {
    async send(call) {
      const answer = await dispatchers.to(call.url).request({
        origin: call.url.origin,
        path: `${call.url.pathname}${call.url.search}`,
        method: call.method,
        headers: call.headers,
        signal: call.signal,
        ...(call.body === undefined ? {} : { body: call.body }),
      });
      const body = new TextDecoder().decode(await wholeBody(answer.body));
      const header = (name: string) => [answer.headers[name]].flat()[0];
      return {
        status: answer.statusCode,
        body,
        retryAfter: header('retry-after'),
        contentType: header('content-type'),
        version: header('cc-version'),
      };
    },
    close: () => dispatchers.destroy(),
  };
}
