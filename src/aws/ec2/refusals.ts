import { classifyAwsError, meaningOf } from '../errors.ts';
import type { Meaning } from '../refusals.ts';

/** A subnet's zone is not offered by the service, whatever its list says. */
export interface ZoneRefusal {
  readonly kind: 'zone-refused';
  readonly subnetId: string | undefined;
  readonly message: string;
}

/** A change that was not made: what it rests on is to be read again before it is decided again. */
export interface Deferred {
  readonly kind: 'look-again';
  readonly why: string;
}

/** The zone that a call was refused for; undefined for any other refusal. */
export function zoneRefusal(error: unknown): ZoneRefusal | undefined {
  if (meaningOf(error) !== 'zone-refused') return undefined;
  const { message } = error as Error;
  return { kind: 'zone-refused', subnetId: /subnet-[0-9a-f]+/.exec(message)?.[0], message };
}

/** True for a call that was refused for its rate, or for a moment. */
export function isThrottled(error: unknown): boolean {
  return classifyAwsError(error).failure === 'throttled';
}

/** True for a call that never left. */
export function isNotSent(error: unknown): boolean {
  return classifyAwsError(error).failure === 'not-sent';
}

/** `look-again` for a refusal of the call that means one of these, for `recover`. */
export function lookAgain(call: string, ...meanings: readonly Meaning[]): (error: unknown) => 'look-again' | undefined {
  return (error) => {
    const meaning = meaningOf(error, call);
    return meaning !== undefined && meanings.includes(meaning) ? 'look-again' : undefined;
  };
}
