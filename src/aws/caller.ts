import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { isActionError } from '../support/errors.ts';
import { withRetry } from '../support/retry.ts';
import { STS_TIMEOUT_MS } from './credentials.ts';
import { awsError, classifyAwsError, reasonOf } from './errors.ts';
import { refuseForeignAnswers } from './foreign-answers.ts';
import type { AwsIdentity, CredentialDeps } from './identity.ts';
import { inRegion, regionOf } from './region.ts';
import { retrySignature } from './signature-retry.ts';

/**
 * The account of credentials that do not tell it themselves (STS GetCallerIdentity, which needs no permission).
 */
export async function callerAccount(identity: AwsIdentity, deps: CredentialDeps): Promise<string> {
  const { connection, signal } = deps;
  const client = refuseForeignAnswers(new STSClient({ ...connection.settings, credentials: identity.credentials }));
  const patience = { abortSignal: signal, requestTimeout: STS_TIMEOUT_MS };
  const ask = () => client.send(new GetCallerIdentityCommand({}), patience);
  try {
    const attempt = retrySignature(identity, deps.clock);
    const answer = await withRetry(() => attempt(ask), {
      clock: deps.clock,
      signal,
      deadline: deps.deadline,
      repeatable: true,
      classify: (error) => (isActionError(error) ? { failure: 'final' } : classifyAwsError(error)),
      telling: { progress: deps.progress, what: 'STS GetCallerIdentity', why: reasonOf },
    });
    return answer.Account ?? '';
  } catch (error) {
    if (isActionError(error)) throw error;
    throw inRegion(regionOf(connection), awsError(error, 'sts:GetCallerIdentity', 'learn which account is in use'));
  }
}
