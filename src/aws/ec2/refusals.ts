import type { ActionError } from '../../support/errors.ts';
import { awsError, classifyAwsError, meaningOf } from '../errors.ts';
import type { Meaning } from '../refusals.ts';
import type { Endpoint } from '../types.ts';

/** A subnet's zone is not offered by the service, whatever its list says. */
export interface ZoneRefusal {
  readonly kind: 'zone-refused';
  readonly subnetId: string | undefined;
  readonly message: string;
}

/** A change that was not made: what it rests on is to be read again before it is decided again. */
export interface Deferred {
  readonly kind: 'requeue';
  readonly why: string;
}

/** What CreateVpcEndpoint can end in besides an error that ends the run. */
export type Creation =
  | { readonly kind: 'created'; readonly endpoint: Endpoint }
  /** The token was used with other parameters: another run is creating, or one did and its endpoint is gone. */
  | { readonly kind: 'token-taken' }
  /** EC2 does not know the service (yet), or does not let this account see it; it says the same in both cases. */
  | { readonly kind: 'service-unknown'; readonly message: string }
  | ZoneRefusal
  /** The security group is not visible yet everywhere. */
  | { readonly kind: 'group-unknown' };

/** `outdated`: the endpoint is not as it was seen; what was seen of it, or what EC2 goes by, is behind. */
export type Modification =
  | 'done'
  | 'throttled'
  | Deferred
  | { readonly kind: 'outdated'; readonly error: ActionError }
  | ZoneRefusal;

/** The zone that a call was refused for; undefined for any other refusal. */
function zoneRefusal(error: unknown): ZoneRefusal | undefined {
  if (meaningOf(error) !== 'zone-refused') return undefined;
  const { message } = error as Error;
  return { kind: 'zone-refused', subnetId: /subnet-[0-9a-f]+/.exec(message)?.[0], message };
}

/** True for a call that was refused for its rate, or for a moment. */
export function isThrottled(error: unknown): boolean {
  return classifyAwsError(error).failure === 'throttled';
}

/** True for a call that never left. */
function isNotSent(error: unknown): boolean {
  return classifyAwsError(error).failure === 'not-sent';
}

/** `requeue` for a refusal of the call that means one of these, for `recover`. */
export function requeueOn(call: string, ...meanings: readonly Meaning[]): (error: unknown) => 'requeue' | undefined {
  return (error) => {
    const meaning = meaningOf(error, call);
    return meaning !== undefined && meanings.includes(meaning) ? 'requeue' : undefined;
  };
}

/** What a refusal of ModifyVpcEndpoint comes to, for `recover`; undefined where it is an error. */
export function modificationRefusal(error: unknown, endpointId: string): Modification | undefined {
  if (isThrottled(error)) return 'throttled';
  const refused = () => awsError(error, 'ec2:ModifyVpcEndpoint', `modify VPC endpoint ${endpointId}`);
  if (isNotSent(error)) return { kind: 'requeue', why: refused().message };
  switch (meaningOf(error, 'ModifyVpcEndpoint')) {
    case 'endpoint-gone':
    case 'busy':
      return { kind: 'requeue', why: refused().message };
    case 'group-gone':
    case 'not-accepted':
    case 'outdated':
      return { kind: 'outdated', error: refused() };
    default:
      return zoneRefusal(error);
  }
}

/** What a refusal of CreateVpcEndpoint comes to, for `recover`; undefined where it is an error. */
export function creationRefusal(error: unknown): Creation | undefined {
  switch (meaningOf(error, 'CreateVpcEndpoint')) {
    case 'token-taken':
      return { kind: 'token-taken' };
    case 'service-unknown':
      return { kind: 'service-unknown', message: (error as Error).message };
    case 'group-gone':
      return { kind: 'group-unknown' };
    default:
      return zoneRefusal(error);
  }
}
