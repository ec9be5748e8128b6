import { callerAccount } from './caller.ts';
import type { AwsConnection } from './connection.ts';
import { assumeRole, type RoleRequest } from './credentials.ts';
import { createEc2, type Ec2 } from './ec2.ts';
import type { TokenSource } from './identity-token.ts';
import { ambientCredentials } from './sources/ambient.ts';
import type { SourceDeps } from './sources/source.ts';

export { openAwsConnection } from './connection.ts';

export interface AwsRequest {
  /** Undefined: the credentials that the runner has already. */
  readonly role: RoleRequest | undefined;
  readonly connection: AwsConnection;
}

export interface Aws {
  readonly ec2: Ec2;
  /** The account in use: as STS tells it. */
  account(): Promise<string>;
  close(): void;
}

/**
 * Opens AWS for a run. Nothing is sent before the first call.
 * This is the only file through which the rest reaches the AWS SDK, so that the SDK is loaded as one chunk when it is
 * needed.
 */
export function openAws(request: AwsRequest, context: Omit<SourceDeps, 'connection'> & { token: TokenSource }): Aws {
  const { connection } = request;
  const deps = { ...context, connection };
  const identity = request.role === undefined ? ambientCredentials(deps) : assumeRole(request.role, deps);
  const ec2 = createEc2({ ...deps, identity });
  return {
    ec2,
    async account() {
      const { accountId = '' } = await identity.credentials();
      // Only STS's own answer counts: the default chain repeats whatever AWS_ACCOUNT_ID says.
      if (request.role !== undefined && accountId !== '') return accountId;
      return callerAccount(identity, deps);
    },
    close() {
      ec2.close();
      connection.close();
    },
  };
}
