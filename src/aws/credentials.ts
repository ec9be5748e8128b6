import { AssumeRoleWithWebIdentityCommand, STSClient, type STSClientConfig } from '@aws-sdk/client-sts';
import type { Clock } from '../support/clock.ts';
import { ActionError, describeError, isActionError, oneLine, shortened } from '../support/errors.ts';
import { elapsedAtMost, type Moment, momentOf } from '../support/moment.ts';
import { withRetry } from '../support/retry.ts';
import type { Secrets } from '../support/secrets.ts';
import { type AwsConnection, refuseForeignAnswers } from './connection.ts';
import { awsCode, awsError, classifyAwsError, hasAwsCode, isAwsRefusal, meaningOf } from './errors.ts';
import { bothSubjects, fetchToken, readClaims, type TokenClaims, type TokenSource } from './identity-token.ts';
import { addTokensOfFiles } from './token-files.ts';

/** What the SDK's providers give: keys, session token, end, and the account where the source tells it. */
export type AwsCredentials = Awaited<ReturnType<Extract<STSClientConfig['credentials'], (...input: never) => unknown>>>;

export interface RoleRequest {
  roleArn: string;
  sessionName: string;
  durationSeconds: number;
  audience: string;
}

export interface CredentialDeps {
  env: NodeJS.ProcessEnv;
  connection: AwsConnection;
  clock: Clock;
  signal: AbortSignal;
  deadline: number;
  token: TokenSource;
  secrets: Secrets;
  debug(line: string): void;
}

/** Renew this long before a session ends, so that no request is signed with credentials that die on the way. */
const RENEW_BEFORE_MS = 5 * 60_000;
/** A role that does not trust the token stays so: signing in gives up after a minute. */
const SIGN_IN_BUDGET_MS = 60_000;

/** STS answers in well under a second. Shorter than the time of a read, which waits for the sign-in that it needs. */
const STS_TIMEOUT_MS = 20_000;

/** Whom the run acts as at AWS. */
export interface AwsIdentity {
  /** Gives valid credentials, renewing them when they are about to end. */
  credentials(): Promise<AwsCredentials>;
  /** The session that the action began itself; undefined where it was given credentials. */
  readonly session?: {
    /** When it began, by the run's own clock. */
    since(): number;
    /** How often one was given up before its end. */
    generation(): number;
    /** Gives it up, so that the next `credentials` sign in anew. */
    renew(): void;
  };
}

/**
 * Credentials by GitHub OIDC: every renewal asks for a fresh token, since GitHub's lives about five minutes.
 * @throws (from `credentials`) ActionError `oidc-unavailable`, `oidc-failed`, `oidc-provider-missing`, `role-not-assumed`, `aws-*`
 */
export function assumeRole(role: RoleRequest, deps: CredentialDeps): AwsIdentity {
  const client = refuseForeignAnswers(new STSClient(deps.connection.settings));
  const assume = async (): Promise<AwsCredentials> => {
    let claims: TokenClaims | undefined;
    try {
      return await withRetry(
        async () => {
          const token = await fetchToken(deps.token, role.audience);
          deps.secrets.add({ kind: 'token', name: 'the OIDC token' }, token);
          claims = readClaims(token);
          return await exchange(client, token, role);
        },
        {
          clock: deps.clock,
          signal: deps.signal,
          deadline: Math.min(deps.deadline, deps.clock.now() + SIGN_IN_BUDGET_MS),
          repeatable: true,
          classify: classifySignIn,
          onRetry: ({ number }) =>
            deps.debug(`AWS sts:AssumeRoleWithWebIdentity: try ${number} failed, again with a fresh token`),
        },
      );
    } catch (error) {
      throw signInError(error, role, claims);
    }
  };
  // Reckoned from the request, so that no clock but this machine's own counts.
  return renewing({ load: assume, lastsMs: () => role.durationSeconds * 1000 }, deps);
}

/** One AssumeRoleWithWebIdentity; the account is that of the session's ARN (`arn:aws:sts::<account>:assumed-role/...`). */
async function exchange(client: STSClient, token: string, role: RoleRequest): Promise<AwsCredentials> {
  const { Credentials, AssumedRoleUser } = await client.send(
    new AssumeRoleWithWebIdentityCommand({
      RoleArn: role.roleArn,
      RoleSessionName: role.sessionName,
      DurationSeconds: role.durationSeconds,
      WebIdentityToken: token,
    }),
    { requestTimeout: STS_TIMEOUT_MS },
  );
  const { AccessKeyId = '', SecretAccessKey = '', SessionToken = '' } = Credentials ?? {};
  if (AccessKeyId === '' || SecretAccessKey === '') throw new Error('the answer of STS holds no credentials');
  const accountId = AssumedRoleUser?.Arn?.split(':')[4] ?? '';
  return {
    accessKeyId: AccessKeyId,
    secretAccessKey: SecretAccessKey,
    sessionToken: SessionToken,
    ...(accountId === '' ? {} : { accountId }),
  };
}

/** Credentials of the SDK's default chain: environment, profile, container, instance ... Loaded only by runs that use it. */
export function ambientCredentials(deps: CredentialDeps): AwsIdentity {
  const loading = import('@aws-sdk/credential-providers').then(({ fromNodeProviderChain }) =>
    fromNodeProviderChain({ clientConfig: deps.connection.settings }),
  );
  loading.catch(() => undefined);
  const load = async () => {
    try {
      const chain = await loading;
      addTokensOfFiles(deps.env, deps.secrets);
      // It keeps what it has for as long as the wall clock says; it is asked only where that is to be renewed.
      return await chain({ forceRefresh: true });
    } catch (error) {
      throw awsError(error, 'sts:AssumeRole', 'load credentials');
    }
  };
  const lastsMs = ({ expiration }: AwsCredentials) =>
    (expiration?.getTime() ?? Number.POSITIVE_INFINITY) - deps.clock.wall();
  const { credentials } = renewing({ load, lastsMs }, deps);
  return { credentials };
}

/** The SDK asks again for what ends at this time, whenever it signs. */
const ASK_EACH_TIME = new Date(0);

/**
 * Keeps one set of credentials until shortly before its end; callers at the same time share one request. The end has come
 * when either clock says so: a wall clock that stepped back does not put it off, and a suspended machine counts. The SDK
 * would go by the wall clock alone, so it is not told the end and asks each time.
 * @param source how to load them, and how long they last from the request (role) or from when they were loaded (`expiration`)
 */
function renewing(
  { load, lastsMs }: { load(): Promise<AwsCredentials>; lastsMs(credentials: AwsCredentials): number },
  { clock, secrets }: Pick<CredentialDeps, 'clock' | 'secrets'>,
): Required<AwsIdentity> {
  let current: Promise<AwsCredentials> | undefined;
  let since: Moment = { mono: 0, wall: clock.wall() };
  let validMs = 0;
  let generation = 0;
  async function credentials(): Promise<AwsCredentials> {
    if (current === undefined || elapsedAtMost(since, momentOf(clock)) >= validMs) {
      validMs = Number.POSITIVE_INFINITY;
      since = momentOf(clock);
      current = load().then(
        (credentials) => {
          const { secretAccessKey, sessionToken = '' } = credentials;
          secrets.add({ kind: 'aws-key', name: 'the AWS session' }, secretAccessKey, sessionToken);
          const left = lastsMs(credentials);
          validMs = left - Math.min(RENEW_BEFORE_MS, left / 5);
          return { ...credentials, expiration: ASK_EACH_TIME };
        },
        (error: unknown) => {
          current = undefined;
          throw error;
        },
      );
    }
    return current;
  }
  function renew(): void {
    current = undefined;
    generation += 1;
  }
  return { credentials, session: { since: () => since.mono, generation: () => generation, renew } };
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

function signInError(error: unknown, role: RoleRequest, claims: TokenClaims | undefined): unknown {
  if (!isAwsRefusal(error))
    return error instanceof Error && error.name === 'ActionError'
      ? error
      : awsError(error, 'sts:AssumeRoleWithWebIdentity', 'sign in');
  const said = `${shortened(oneLine(error.message), 200)} (${awsCode(error)})`;
  const token = claims === undefined ? [] : describeClaims(claims);
  if (meaningOf(error) === 'denied') {
    return new ActionError(
      'role-not-assumed',
      {
        cause: `AWS did not let this job assume ${role.roleArn}: ${said}`,
        fix: 'Compare the trust policy of the role with the claims of the token listed here; `aud` and `sub` must match to the letter.',
        details: token,
      },
      { cause: error },
    );
  }
  if (hasAwsCode(error, 'InvalidIdentityToken', 'InvalidIdentityTokenException')) {
    return new ActionError(
      'oidc-provider-missing',
      {
        cause: `AWS does not accept the OIDC token of this job: ${said}`,
        fix: `Create the IAM OIDC provider ${claims?.iss ?? 'of this GitHub server'} in the account of the role, with the audience ${claims?.aud ?? role.audience}.`,
        details: token,
      },
      { cause: error },
    );
  }
  return awsError(error, 'sts:AssumeRoleWithWebIdentity', `assume ${role.roleArn}`);
}

/** What a trust policy sees, in both forms of the subject. */
function describeClaims(claims: TokenClaims): string[] {
  const { old, immutable } = bothSubjects(claims);
  return [
    `iss: ${oneLine(claims.iss)}`,
    `aud: ${oneLine(claims.aud)}`,
    `sub: ${oneLine(claims.sub)}`,
    `sub, form without IDs: ${oneLine(old)}`,
    `sub, immutable form: ${oneLine(immutable)}`,
  ];
}
