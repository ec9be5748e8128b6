import type { STSClientConfig } from '@aws-sdk/client-sts';
import type { Clock } from '../support/clock.ts';
import { elapsedAtMost, type Moment, momentOf } from '../support/moment.ts';
import type { Progress } from '../support/progress.ts';
import type { Secrets } from '../support/secrets.ts';
import type { AwsConnection } from './connection.ts';

/** What the SDK's providers give: keys, session token, end, and the account where the source tells it. */
export type AwsCredentials = Awaited<ReturnType<Extract<STSClientConfig['credentials'], (...input: never) => unknown>>>;

/** What every way to sign in needs. */
export interface CredentialDeps {
  connection: AwsConnection;
  clock: Clock;
  signal: AbortSignal;
  deadline: number;
  secrets: Secrets;
  /** Told what takes long and what is tried again. */
  readonly progress: Progress;
  /** The normal log. */
  info(line: string): void;
  debug(line: string): void;
}

/** Renew this long before a session ends, so that no request is signed with credentials that die on the way. */
const RENEW_BEFORE_MS = 5 * 60_000;
/** What was given a moment ago holds for a while, whatever this machine's clock makes of its end. */
const KEPT_AT_LEAST_MS = 30_000;
/** A sign-in that failed has had its tries: whoever looks once more at how things are gets the same answer. */
const FAILURE_STANDS_MS = 10_000;

/** Whom the run acts as at AWS. */
export interface AwsIdentity {
  /** Gives valid credentials, renewing them when they are about to end. */
  credentials(): Promise<AwsCredentials>;
  /**
   * A session that can be begun again; undefined where the credentials are fixed, and until they were loaded first. To
   * be read when it is used.
   */
  readonly session?: Session | undefined;
}

/** A session that can be given up for another one. */
export interface Session {
  /** When it was given, by the run's own clock. */
  since(): number;
  /** How often one was given up before its end. */
  generation(): number;
  /** Gives it up, so that the next `credentials` sign in anew. */
  renew(): void;
}

/** The SDK asks again for what ends at this time, whenever it signs. */
const ASK_EACH_TIME = new Date(0);

/**
 * Keeps one set of credentials until shortly before its end; callers at the same time share one request. The end has
 * come when either clock says so: a wall clock that stepped back does not put it off, and a suspended machine counts.
 * The SDK would go by the wall clock alone, so it is not told the end and asks each time.
 * @param source how to load them, and how long they last from the request (role) or from when they were loaded
 * (`expiration`)
 */
export function renewing(
  { load, lastsMs }: { load(): Promise<AwsCredentials>; lastsMs(credentials: AwsCredentials): number },
  { clock, secrets }: Pick<CredentialDeps, 'clock' | 'secrets'>,
): { credentials(): Promise<AwsCredentials>; session: Session } {
  let current: Promise<AwsCredentials> | undefined;
  let since: Moment = { mono: 0, wall: clock.wall() };
  let given = 0;
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
          given = clock.now();
          const left = lastsMs(credentials);
          validMs = Math.max(KEPT_AT_LEAST_MS, left - Math.min(RENEW_BEFORE_MS, left / 5));
          return { ...credentials, expiration: ASK_EACH_TIME };
        },
        (error: unknown) => {
          since = momentOf(clock);
          validMs = FAILURE_STANDS_MS;
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
  return { credentials, session: { since: () => given, generation: () => generation, renew } };
}
