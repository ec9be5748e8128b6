import { EC2Client } from '@aws-sdk/client-ec2';
import { assumeRole } from '../../src/aws/credentials.ts';
import { createEc2, type Ec2 } from '../../src/aws/ec2.ts';
import { refuseForeignAnswers } from '../../src/aws/foreign-answers.ts';
import { ambientCredentials } from '../../src/aws/sources/ambient.ts';
import type { SourceDeps } from '../../src/aws/sources/source.ts';
import { requestToken } from '../../src/aws/token-request.ts';
import { type CloudClient, createCloudClient } from '../../src/cockroach/client.ts';
import type { HttpClient } from '../../src/cockroach/http.ts';
import type { Network } from '../../src/network.ts';
import type { Clock } from '../../src/support/clock.ts';
import { createSecrets } from '../../src/support/secrets.ts';
import type { Request } from './options.ts';

const USER_AGENT = 'cockroachdb-privatelink-action (first contact)';

/** How this command is told the time and what it is started with. */
export interface Surroundings {
  readonly env: NodeJS.ProcessEnv;
  readonly clock: Clock;
}

/** Both services over one network: with the retries of the action, and bare. */
export interface Session {
  /** With retries and errors in words; for what is not a question. */
  readonly ec2: Ec2;
  readonly cloud: CloudClient;
  /** One request each, whose answer is what is being looked for. */
  readonly bareEc2: EC2Client;
  readonly bareCloud: HttpClient;
  readonly apiUrl: URL;
  readonly apiKey: string;
  readonly userAgent: string;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  close(): Promise<void>;
}

/** How long the clients try to get an answer, far longer than any of their waits. */
const PATIENCE_MS = 3 * 3_600_000;

/** Opens both services. Nothing is sent before the first call. @throws ActionError from the calls */
export async function openSession(
  { inputs }: Pick<Request, 'inputs'>,
  { env, clock }: Surroundings,
  { network, signal }: { network: Network; signal: AbortSignal },
): Promise<Session> {
  const apiKey = env['COCKROACH_API_KEY']?.trim() ?? '';
  const apiUrl = new URL(inputs['cockroach-api-url'] || env['COCKROACH_SERVER'] || 'https://cockroachlabs.cloud');
  const [connection, bareCloud] = await Promise.all([
    network.aws(inputs['aws-region'] ?? '', USER_AGENT),
    network.cloud(),
  ]);
  const secrets = createSecrets(() => undefined);
  secrets.add({ kind: 'cloud-key', name: 'COCKROACH_API_KEY' }, apiKey);
  const quiet = { info: () => undefined, debug: () => undefined, progress: NO_PROGRESS };
  const deps = { connection, clock, signal, secrets, deadline: clock.now() + PATIENCE_MS, ...quiet };
  const identity = identityOf(inputs, { ...deps, env, network });
  const ec2 = createEc2({ ...deps, identity });
  const bareEc2 = refuseForeignAnswers(new EC2Client({ ...connection.settings, credentials: identity.credentials }));
  const http = Promise.resolve(bareCloud);
  const cloud = createCloudClient({ ...deps, baseUrl: apiUrl, apiKey, http, userAgent: USER_AGENT });
  return {
    ...{ ec2, cloud, bareEc2, bareCloud, apiUrl, apiKey, userAgent: USER_AGENT, clock, signal },
    async close() {
      ec2.close();
      bareEc2.destroy();
      connection.close();
      await bareCloud.close();
    },
  };
}

const NO_PROGRESS = {
  follow: () => ({ sent: () => undefined, failed: () => undefined, ended: () => undefined }),
};

/** As the action signs in: with the role where one is named, otherwise with the credentials that are there. */
function identityOf(inputs: Request['inputs'], deps: Omit<SourceDeps, 'metadata'> & { readonly network: Network }) {
  const { env, network } = deps;
  const roleArn = inputs['role-to-assume'];
  if (roleArn === undefined) return ambientCredentials({ ...deps, metadata: network.metadata });
  const token = {
    offered: (env['ACTIONS_ID_TOKEN_REQUEST_URL'] ?? '') !== '',
    isFork: async () => false,
    enterpriseServer: false,
    request: (audience: string) => requestToken(env as NodeJS.ProcessEnv, audience, network.getJson),
  };
  const role = {
    roleArn,
    sessionName: 'cockroachdb-privatelink-first-contact',
    durationSeconds: 3600,
    audience: inputs['audience'] ?? 'sts.amazonaws.com',
  };
  return assumeRole(role, { ...deps, token });
}
