import {
  AssumeRoleCommand,
  type AssumeRoleCommandInput,
  type AssumeRoleCommandOutput,
  AssumeRoleWithWebIdentityCommand,
  type AssumeRoleWithWebIdentityCommandInput,
  STSClient,
} from '@aws-sdk/client-sts';
import { ActionError, describeError, isActionError, oneLine, shortened } from '../support/errors.ts';
import { refuseForeignAnswers } from './connection.ts';
import { awsCode, awsError, classifyAwsError, hasAwsCode, isAwsRefusal, meaningOf } from './errors.ts';
import { type AwsCredentials, type AwsIdentity, type CredentialDeps, renewing } from './identity.ts';
import { bothSubjects, fetchToken, readClaims, type TokenClaims, type TokenSource } from './identity-token.ts';
import { inRegion, regionOf } from './region.ts';
import { signIn } from './sign-in.ts';
import { signedAnew } from './signed-anew.ts';

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
 * @throws (from `credentials`) ActionError `oidc-unavailable`, `oidc-failed`, `oidc-provider-missing`, `role-not-assumed`, `aws-*`
 */
export function assumeRole(role: RoleRequest, deps: CredentialDeps & { token: TokenSource }): AwsIdentity {
  const token: WebToken = {
    name: 'role-to-assume',
    words: 'the OIDC token of this job',
    get: () => fetchToken(deps.token, role.audience),
    expired: 'Check the clock of the runner, and run again.',
  };
  const load = tokenSignIn(role, token, deps);
  // Reckoned from the request, so that no clock but this machine's own counts.
  return renewing({ load, lastsMs: () => role.durationSeconds * 1000 }, deps);
}

/** Where the token comes from that a role is assumed with. */
export interface WebToken {
  /** The setting that asks for it. */
  readonly name: string;
  /** What it is called in a sentence. */
  readonly words: string;
  /** A fresh one. @throws ActionError */
  get(): Promise<string>;
  /** What to do where it is always too old. */
  readonly expired: string;
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
        claims = readClaims(text);
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
    if (AccessKeyId === '' || SecretAccessKey === '') throw new Error('the answer of STS holds no credentials');
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
      const attempt = signedAnew({ session: undefined }, clock);
      const answer = await attempt(() => client.send(new AssumeRoleCommand(input), patience));
      return given(answer, { begun, seconds: input.DurationSeconds });
    },
  };
}

/**
 * GitHub's token service may fail for a moment too; what it refuses (4xx but for 429, and 3xx, which is not followed) stays
 * refused. A token that was too old by the time that STS saw it is followed by a fresh one.
 */
function classifySignIn(error: unknown): ReturnType<typeof classifyAwsError> {
  if (meaningOf(error) === 'session-over') return { failure: 'transient' };
  if (!isActionError(error) || error.code !== 'oidc-failed') return classifyAwsError(error);
  return { failure: /HTTP (?!429)[34]\d\d/.test(describeError(error.cause)) ? 'final' : 'transient' };
}

function signInError(
  error: unknown,
  { role, token, region }: { role: { roleArn: string; audience?: string }; token: WebToken; region: string },
  claims: TokenClaims | undefined,
): unknown {
  if (!isAwsRefusal(error))
    return isActionError(error)
      ? error
      : inRegion(region, awsError(error, 'sts:AssumeRoleWithWebIdentity', `sign in with ${token.words}`));
  const said = `${shortened(oneLine(error.message), 200)} (${awsCode(error)})`;
  const details = claims === undefined ? [] : describeClaims(claims, token);
  const make = (
    code: 'role-not-assumed' | 'oidc-provider-missing' | 'aws-credentials-invalid',
    cause: string,
    fix: string,
  ) => new ActionError(code, { cause, fix, details }, { cause: error });
  if (meaningOf(error) === 'denied') {
    return make(
      'role-not-assumed',
      `AWS did not let this job assume ${role.roleArn} with ${token.words}: ${said}`,
      'Compare the trust policy of the role with the claims of the token listed here; `aud` and `sub` must match to the letter.',
    );
  }
  if (hasAwsCode(error, 'InvalidIdentityToken', 'InvalidIdentityTokenException')) {
    return make(
      'oidc-provider-missing',
      `AWS does not accept ${token.words}: ${said}`,
      `Create the IAM OIDC provider ${claims?.iss ?? 'of this GitHub server'} in the account of the role, with the audience ${claims?.aud ?? role.audience}.`,
    );
  }
  if (meaningOf(error) === 'session-over') {
    return make(
      'aws-credentials-invalid',
      `AWS does not accept ${token.words}, which has expired: ${said}`,
      token.expired,
    );
  }
  return inRegion(
    region,
    awsError(error, 'sts:AssumeRoleWithWebIdentity', `assume ${role.roleArn} with ${token.words}`),
  );
}

/** What a trust policy sees; of a token of GitHub in both forms of the subject. */
function describeClaims(claims: TokenClaims, token: WebToken): string[] {
  const { old, immutable } = bothSubjects(claims);
  const forms = [`sub, form without IDs: ${oneLine(old)}`, `sub, immutable form: ${oneLine(immutable)}`];
  return [
    ...(token.name === 'role-to-assume' ? [] : [`token: ${token.name}`]),
    `iss: ${oneLine(claims.iss)}`,
    `aud: ${oneLine(claims.aud)}`,
    `sub: ${oneLine(claims.sub)}`,
    ...(claims.sub.startsWith('repo:') ? forms : []),
  ];
}
