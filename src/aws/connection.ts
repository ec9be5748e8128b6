import type { EC2ClientConfig } from '@aws-sdk/client-ec2';
import { parseXML } from '@aws-sdk/xml-builder';
import { NodeHttpHandler } from '@smithy/node-http-handler';
import { streamCollector } from '../startup/stream-collector.ts';
import { agentsThrough } from '../support/agents.ts';
import type { ProxyFor } from '../support/proxies.ts';

/**
 * What every AWS client of the run shares: one pool of connections, its proxies and time-outs, and no retries of its
 * own.
 */
export interface AwsConnection {
  readonly settings: Pick<
    EC2ClientConfig,
    'region' | 'requestHandler' | 'maxAttempts' | 'customUserAgent' | 'streamCollector'
  >;
  /** The SDK's own parser of answers, for who looks at them as they came. @throws where the text is no XML */
  readonly parseXml?: (text: string) => unknown;
  close(): void;
}

/**
 * CreateVpcEndpoint is synchronous and takes about 30 s; ModifyVpcEndpoint can hang for minutes where a permission is
 * missing.
 */
const REQUEST_TIMEOUT_MS = 120_000;
/** AWS takes a connection at once or is out of reach; a lost first packet is sent again after 1, 3 and 7 s. */
const CONNECT_TIMEOUT_MS = 10_000;

/**
 * Opens the pool. The AWS SDK by itself knows no proxies, so it is given one handler that passes each request to the
 * connections that are right for its address. Retrying is done in one place for all calls, so the SDK tries once.
 */
export function openAwsConnection(region: string, proxyFor: ProxyFor, userAgent: string): AwsConnection {
  const waysOut = new Map<string, NodeHttpHandler>();
  const handlerFor = (address: URL) => {
    const proxy = proxyFor(address);
    const handler = waysOut.get(proxy?.href ?? '') ?? handlerThrough(proxy);
    waysOut.set(proxy?.href ?? '', handler);
    return handler;
  };
  const requestHandler: Pick<NodeHttpHandler, 'handle'> = {
    async handle(request, options) {
      const { protocol, hostname, port } = request;
      return handlerFor(new URL(`${protocol}//${hostname}:${port ?? ''}`)).handle(request, options);
    },
  };
  return {
    settings: {
      region,
      maxAttempts: 1,
      customUserAgent: userAgent,
      requestHandler: { ...requestHandler },
      streamCollector,
    },
    parseXml: parseXML,
    close() {
      for (const handler of waysOut.values()) handler.destroy();
    },
  };
}

function handlerThrough(proxy: URL | undefined): NodeHttpHandler {
  return new NodeHttpHandler({
    ...agentsThrough(proxy, { keepAlive: true, maxSockets: 25 }),
    connectionTimeout: CONNECT_TIMEOUT_MS,
    requestTimeout: REQUEST_TIMEOUT_MS,
    throwOnRequestTimeout: true,
  });
}
