import {
  AssumeRoleCommand,
  type AssumeRoleCommandInput,
  type AssumeRoleCommandOutput,
  AssumeRoleWithWebIdentityCommand,
  type AssumeRoleWithWebIdentityCommandInput,
  STSClient,
} from '@aws-sdk/client-sts';
import { isActionError } from '../support/errors.ts';
import { classifyAwsError, meaningOf } from './errors.ts';
import { refuseForeignAnswers } from './foreign-answers.ts';
import { type AwsCredentials, type AwsIdentity, type CredentialDeps, renewing } from './identity.ts';
import { decodeTokenClaims, fetchToken, type TokenClaims, type TokenSource, type WebToken } from './identity-token.ts';
import { regionOf } from './region.ts';
import { signIn } from './sign-in.ts';
import { signInError } from './sign-in-errors.ts';
import { retrySignature } from './signature-retry.ts';
import { classifyTokenError } from './token-errors.ts';

export interface RoleRequest {
  roleArn: string;
  sessionName: string;
  durationSeconds: number;
  audience: string;
}

/** STS answers in well under a second. Shorter than the time of a read, which waits for the sign-in that it needs. */
export const STS_TIMEOUT_MS = 20_000;
/** One try: a token, which may take half a minute, and STS. */
const TRY_MS = 60_000;

/**
 * Credentials by GitHub OIDC: every renewal asks for a fresh token, since GitHub's lives about five minutes.
 * @throws (from `credentials`) ActionError `oidc-unavailable`, `oidc-failed`, `oidc-provider-missing`,
 * `oidc-token-rejected`, `role-not-assumed`, `aws-*`
 */
export function assumeRole(role: RoleRequest, deps: CredentialDeps & { token: TokenSource }): AwsIdentity {
  const token: WebToken = {
    name: 'role-to-assume',
    words: 'the OIDC token of this job',
    get: () => fetchToken(deps.token, role.audience),
    expired: "Run again; if it persists, check the runner's clock and what delays its requests to AWS.",
  };
  const load = tokenSignIn(role, token, deps);
  // Reckoned from the request, so that no clock but this machine's own counts.
  return renewing({ load, lastsMs: () => role.durationSeconds * 1000 }, deps);
}

/** A function that assumes a role with a token, with retries. @throws (from it) ActionError */
export function tokenSignIn(
  role: Omit<RoleRequest, 'audience'> & { audience?: string },
  token: WebToken,
  deps: CredentialDeps,
): () => Promise<AwsCredentials> {
  const sts = stsExchange(deps);
  return async () => {
    let claims: TokenClaims | undefined;
    const tried = {
      source: token.name,
      async load() {
        const text = await token.get();
        deps.secrets.add({ kind: 'token', name: token.name }, text);
        claims = decodeTokenClaims(text);
        return await sts.withToken({
          RoleArn: role.roleArn,
          RoleSessionName: role.sessionName,
          DurationSeconds: role.durationSeconds,
          WebIdentityToken: text,
        });
      },
      classify: classifySignIn,
      tryMs: TRY_MS,
    };
    try {
      return await signIn(tried, deps);
    } catch (error) {
      throw signInError(error, { role, token, region: regionOf(deps.connection) }, claims);
    }
  };
}

/** The calls of STS that give credentials, once each. */
export interface StsExchange {
  withToken(input: AssumeRoleWithWebIdentityCommandInput): Promise<AwsCredentials>;
  withKeys(keys: AwsCredentials, input: AssumeRoleCommandInput): Promise<AwsCredentials>;
}

/** STS over the connections of the run. */
export function stsExchange({ connection, clock }: Pick<CredentialDeps, 'connection' | 'clock'>): StsExchange {
  const patience = { requestTimeout: STS_TIMEOUT_MS };
  /** The end is reckoned from the request, so that no clock but this machine's own counts. */
  const given = (
    answer: AssumeRoleCommandOutput,
    { begun, seconds = 3600 }: { begun: number; seconds?: number | undefined },
  ) => {
    const { AccessKeyId = '', SecretAccessKey = '', SessionToken = '' } = answer.Credentials ?? {};
    if (AccessKeyId === '' || SecretAccessKey === '') throw new Error('the answer from STS contains no credentials');
    // The session's ARN: `arn:aws:sts::<account>:assumed-role/...`.
    const accountId = answer.AssumedRoleUser?.Arn?.split(':')[4] ?? '';
    return {
      accessKeyId: AccessKeyId,
      secretAccessKey: SecretAccessKey,
      sessionToken: SessionToken,
      expiration: new Date(begun + seconds * 1000),
      ...(accountId === '' ? {} : { accountId }),
    };
  };
  let anonymous: STSClient | undefined;
  return {
    async withToken(input) {
      anonymous ??= refuseForeignAnswers(new STSClient(connection.settings));
      const begun = clock.wall();
      const answer = await anonymous.send(new AssumeRoleWithWebIdentityCommand(input), patience);
      return given(answer, { begun, seconds: input.DurationSeconds });
    },
    async withKeys(credentials, input) {
      const client = refuseForeignAnswers(new STSClient({ ...connection.settings, credentials }));
      const begun = clock.wall();
      // The keys are of a source of their own, which gives no others; the clock of the runner may be wrong.
      const attempt = retrySignature({ session: undefined }, clock);
      const answer = await attempt(() => client.send(new AssumeRoleCommand(input), patience));
      return given(answer, { begun, seconds: input.DurationSeconds });
    },
  };
}

/** A token that was too old by the time that STS saw it is followed by a fresh one. */
function classifySignIn(error: unknown): ReturnType<typeof classifyAwsError> {
  if (meaningOf(error) === 'session-over') return { failure: 'transient' };
  return isActionError(error) && error.code === 'oidc-failed'
    ? classifyTokenError(error.cause)
    : classifyAwsError(error);
}
