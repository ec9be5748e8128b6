import type { Clock } from '../support/clock.ts';
import type { AwsIdentity } from './credentials.ts';
import { hasAwsCode, isAwsRefusal, meaningOf } from './errors.ts';
import { REFUSED_UNSEEN } from './refusals.ts';

/** What AWS says where the time of a signature is too far from its own. */
const WRONG_TIME = [
  ...['RequestExpired', 'RequestInTheFuture', 'RequestTimeTooSkewed'],
  ...['SignatureDoesNotMatch', 'InvalidSignatureException', 'AuthFailure'],
];
/** What AWS says of a key that it does not know: of one that STS gave a moment ago, not yet. */
const UNKNOWN_KEY = ['AuthFailure', 'InvalidClientTokenId', 'UnrecognizedClientException'];
const KEY_SETTLES_MS = 15_000;

/**
 * Runs the tries of one call. What AWS refused for its signature alone was not executed; where the next try is signed
 * better, the refusal becomes one that says so (`REFUSED_UNSEEN`), and may be repeated as if it had been throttled:
 * - the clock of this machine is wrong: the SDK has learnt the time from the answer;
 * - the session is over: the action has its own begun anew, once a call;
 * - the key was given a moment ago: it will be known soon.
 */
export function signedAnew({ session }: Pick<AwsIdentity, 'session'>, clock: Clock) {
  let corrected = false;
  let renewed = false;
  return async function attempt<T>(run: () => Promise<T>): Promise<T> {
    const sentIn = session?.generation();
    try {
      return await run();
    } catch (error) {
      if (!isAwsRefusal(error) || !mends(error, sentIn)) throw error;
      throw Object.assign(new Error(error.message, { cause: error }), {
        name: REFUSED_UNSEEN,
        $metadata: error.$metadata,
      });
    }
  };

  function mends(error: Error, sentIn: number | undefined): boolean {
    if (!corrected && hasAwsCode(error, ...WRONG_TIME) && isClockCorrected(error)) {
      corrected = true;
      return true;
    }
    if (session === undefined) return false;
    if (hasAwsCode(error, ...UNKNOWN_KEY)) return clock.now() - session.since() < KEY_SETTLES_MS;
    if (renewed || meaningOf(error) !== 'session-over') return false;
    renewed = true;
    // Another call may have had it renewed since this one was sent.
    if (session.generation() === sentIn) session.renew();
    return true;
  }
}

/** True where the SDK found this machine's clock minutes off and goes by AWS's from now on. */
function isClockCorrected(error: Error): boolean {
  const { $metadata } = error as Error & { $metadata?: { clockSkewCorrected?: boolean } };
  return $metadata?.clockSkewCorrected === true;
}
