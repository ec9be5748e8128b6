import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { withRetry } from '../support/retry.ts';
import { refuseForeignAnswers } from './connection.ts';
import type { AwsIdentity, CredentialDeps } from './credentials.ts';
import { awsError, classifyAwsError } from './errors.ts';
import { signedAnew } from './signed-anew.ts';

/**
 * The account of credentials that do not tell it themselves (STS GetCallerIdentity, which needs no permission).
 */
export async function callerAccount(identity: AwsIdentity, deps: CredentialDeps): Promise<string> {
  const client = refuseForeignAnswers(
    new STSClient({ ...deps.connection.settings, credentials: identity.credentials }),
  );
  try {
    const attempt = signedAnew(identity, deps.clock);
    const ask = () => client.send(new GetCallerIdentityCommand({}), { abortSignal: deps.signal });
    const answer = await withRetry(() => attempt(ask), {
      clock: deps.clock,
      signal: deps.signal,
      deadline: deps.deadline,
      repeatable: true,
      classify: classifyAwsError,
    });
    return answer.Account ?? '';
  } catch (error) {
    if (error instanceof Error && error.name === 'ActionError') throw error;
    throw awsError(error, 'sts:GetCallerIdentity', 'learn which account is in use');
  }
}
