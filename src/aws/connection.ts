import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import { buffer } from 'node:stream/consumers';
import type { EC2Client, EC2ClientConfig } from '@aws-sdk/client-ec2';
import type { STSClient } from '@aws-sdk/client-sts';

/** What every AWS client of the run shares: one pool of connections, its proxies and time-outs, and no retries of its own. */
export interface AwsConnection {
  readonly settings: Pick<
    EC2ClientConfig,
    'region' | 'requestHandler' | 'maxAttempts' | 'customUserAgent' | 'streamCollector'
  >;
  close(): void;
}

/** CreateVpcEndpoint is synchronous and takes about 30 s; ModifyVpcEndpoint can hang for minutes where a permission is missing. */
const REQUEST_TIMEOUT_MS = 120_000;
/** AWS takes a connection at once or is out of reach; a lost first packet is sent again after 1, 3 and 7 s. */
const CONNECT_TIMEOUT_MS = 10_000;

/**
 * Opens the pool. Node's own agents take the proxies (HTTPS_PROXY, HTTP_PROXY, NO_PROXY) from the environment given,
 * which the AWS SDK by itself does not. Retrying is done in one place for all calls, so the SDK tries once.
 */
export function openAwsConnection(region: string, env: NodeJS.ProcessEnv, userAgent: string): AwsConnection {
  const options = { keepAlive: true, maxSockets: 25, proxyEnv: env };
  const httpAgent = new HttpAgent(options);
  const httpsAgent = new HttpsAgent(options);
  return {
    settings: {
      region,
      maxAttempts: 1,
      customUserAgent: userAgent,
      requestHandler: {
        httpAgent,
        httpsAgent,
        connectionTimeout: CONNECT_TIMEOUT_MS,
        requestTimeout: REQUEST_TIMEOUT_MS,
        throwOnRequestTimeout: true,
      },
      // The SDK's own asks first whether the answer is a web stream, for which Node loads all of them: several milliseconds.
      streamCollector: buffer,
    },
    close() {
      httpAgent.destroy();
      httpsAgent.destroy();
    },
  };
}

/**
 * Makes a client take a 2xx answer that AWS did not give (a page of a proxy) for a lost one. The SDK would read it as an
 * answer with nothing in it: a VPC without endpoints. AWS answers these APIs in XML, and with an ID for the request.
 */
export function refuseForeignAnswers<C extends EC2Client | STSClient>(client: C): C {
  const { middlewareStack } = client as EC2Client;
  middlewareStack.add(
    (next) => async (args) => {
      const result = await next(args);
      const { statusCode = 0, headers = {} } = (result.response ?? {}) as {
        statusCode?: number;
        headers?: Record<string, string | undefined>;
      };
      const type = headers['content-type'] ?? 'no content type';
      const ofAws = headers['x-amzn-requestid'] !== undefined || /\bxml\b/i.test(type);
      if (ofAws || statusCode < 200 || statusCode > 299) return result;
      const foreign = new Error(`something in between answered in place of AWS (${type})`);
      throw Object.assign(foreign, { name: 'ForeignAnswer', $metadata: { httpStatusCode: statusCode } });
    },
    { step: 'deserialize', priority: 'low', name: 'refuseForeignAnswers' },
  );
  return client;
}
