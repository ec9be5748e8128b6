import type { Clock } from '../support/clock.ts';
import { type AwsRefusal, hasAwsCode, meaningOf } from './errors.ts';
import type { AwsIdentity } from './identity.ts';
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
 * Runs the tries of one call. What AWS refused for its signature alone was not executed, so it is sent again where the
 * next request is signed better:
 * - the clock of this machine is wrong, or has just stepped: the SDK has learnt the time from the answer; at once, once
 * a call;
 * - the session is over: the source of the credentials is asked for another one; at once, once a call;
 * - the key was given a moment ago: it will be known soon, so the refusal becomes one that may be repeated as if the
 * request had been throttled (`REFUSED_UNSEEN`).
 */
export function retrySignature(identity: Pick<AwsIdentity, 'session'>, clock: Clock) {
  let corrected = false;
  let renewed = false;
  return async function attempt<T>(run: () => Promise<T>): Promise<T> {
    for (;;) {
      const sentIn = identity.session?.generation();
      try {
        return await run();
      } catch (error) {
        if (!isSignedBetterNow(error, sentIn)) throw isKeyUnknownYet(error) ? refusedUnseen(error) : error;
      }
    }
  };

  function isSignedBetterNow(error: unknown, sentIn: number | undefined): boolean {
    if (!corrected && hasAwsCode(error, ...WRONG_TIME) && isClockCorrected(error)) {
      corrected = true;
      return true;
    }
    const { session } = identity;
    if (session === undefined || renewed || isKeyUnknownYet(error) || meaningOf(error) !== 'session-over') return false;
    renewed = true;
    // Another call may have had it renewed since this one was sent.
    if (session.generation() === sentIn) session.renew();
    return true;
  }

  function isKeyUnknownYet(error: unknown): error is AwsRefusal {
    const { session } = identity;
    if (session === undefined || !hasAwsCode(error, ...UNKNOWN_KEY)) return false;
    return clock.now() - session.since() < KEY_SETTLES_MS;
  }
}

/** A refusal as one that may be repeated as if the request had been throttled. */
function refusedUnseen(error: AwsRefusal): Error {
  const { message, $metadata } = error;
  return Object.assign(new Error(message, { cause: error }), { name: REFUSED_UNSEEN, $metadata });
}

/** True where the SDK found this machine's clock minutes off and goes by AWS's from now on. */
function isClockCorrected(error: unknown): boolean {
  const { $metadata } = error as { $metadata?: { clockSkewCorrected?: boolean } };
  return $metadata?.clockSkewCorrected === true;
}
