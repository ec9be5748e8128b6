import { openAwsConnection } from './aws/connection.ts';
import { ambientCredentials, assumeRole, type CredentialDeps } from './aws/credentials.ts';
import { createEc2 } from './aws/ec2.ts';
import type { TokenSource } from './aws/identity-token.ts';
import { createCloudClient } from './cockroach/client.ts';
import type { Request } from './inputs.ts';
import type { Worlds } from './reconcile/observe.ts';
import type { Clock } from './support/clock.ts';

export interface Surroundings {
  readonly env: NodeJS.ProcessEnv;
  readonly clock: Clock;
  readonly signal: AbortSignal;
  readonly deadline: number;
  readonly token: TokenSource;
  readonly userAgent: string;
  debug(line: string): void;
}

/**
 * Opens both worlds for a request. Nothing is sent before the first read; signing in starts with it.
 * The Cloud API's HTTP client is loaded here, while the first request to GitHub or AWS is under way.
 */
export function openWorlds(request: Request, around: Surroundings): Worlds & { close(): Promise<void> } {
  const connection = openAwsConnection(request.region, around.env, around.userAgent);
  const deps: CredentialDeps = { ...around, connection };
  const identity =
    request.roleArn === undefined
      ? ambientCredentials(deps)
      : assumeRole(
          {
            roleArn: request.roleArn,
            sessionName: request.roleSessionName,
            durationSeconds: request.roleDurationSeconds,
            audience: request.audience,
          },
          deps,
        );
  const http = import('./cockroach/http.ts').then(({ createHttpClient }) => createHttpClient());
  http.catch(() => undefined);
  const ec2 = createEc2({ ...around, connection, identity });
  const cloud = createCloudClient({
    baseUrl: request.apiUrl,
    apiKey: request.apiKey,
    userAgent: around.userAgent,
    clock: around.clock,
    signal: around.signal,
    deadline: around.deadline,
    http,
    debug: around.debug,
  });
  return {
    ec2,
    cloud,
    clock: around.clock,
    async account() {
      const { accountId = '' } = await identity.credentials();
      // Only STS's own answer counts: the default chain repeats whatever AWS_ACCOUNT_ID says.
      if (request.roleArn !== undefined && accountId !== '') return accountId;
      const { callerAccount } = await import('./aws/caller.ts');
      return callerAccount(identity, deps);
    },
    async close() {
      ec2.close();
      connection.close();
      await (await http).close();
    },
  };
}
