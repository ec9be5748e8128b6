import { Agent as HttpAgent } from 'node:http';
import { Agent as HttpsAgent } from 'node:https';
import type { EC2ClientConfig } from '@aws-sdk/client-ec2';

/** What every AWS client of the run shares: one pool of connections, its proxies and time-outs, and no retries of its own. */
export interface AwsConnection {
  readonly settings: Pick<EC2ClientConfig, 'region' | 'requestHandler' | 'maxAttempts' | 'customUserAgent'>;
  close(): void;
}

/** CreateVpcEndpoint is synchronous and takes about 30 s; ModifyVpcEndpoint can hang for minutes where a permission is missing. */
const REQUEST_TIMEOUT_MS = 120_000;
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
    },
    close() {
      httpAgent.destroy();
      httpsAgent.destroy();
    },
  };
}
