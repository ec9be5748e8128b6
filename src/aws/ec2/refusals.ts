import { awsCode, classifyAwsError, hasAwsCode } from '../errors.ts';

/** A subnet's zone is not offered by the service, whatever its list says. */
export interface ZoneRefusal {
  readonly kind: 'zone-refused';
  readonly subnetId: string | undefined;
  readonly message: string;
}

/** The zone that a call was refused for; undefined for any other refusal. */
export function zoneRefusal(error: unknown): ZoneRefusal | undefined {
  const message = error instanceof Error ? error.message : '';
  if (!/does not support the availability zone of the subnet/i.test(message)) return undefined;
  return { kind: 'zone-refused', subnetId: /subnet-[0-9a-f]+/.exec(message)?.[0], message };
}

/** True for a call that was refused for its rate. */
export function isThrottled(error: unknown): boolean {
  return classifyAwsError(error).failure === 'throttled';
}

/** True for a call that never left. */
export function isNotSent(error: unknown): boolean {
  return classifyAwsError(error).failure === 'not-sent';
}

/**
 * True for the code of an endpoint that is not there: Describe and Modify say InvalidVpcEndpointId.NotFound,
 * DeleteVpcEndpoints InvalidVpcEndpoint.NotFound.
 */
export function isEndpointGone(code: string): boolean {
  return /^InvalidVpcEndpoint(Id)?\.NotFound$/i.test(code);
}

/** True for the refusal to touch a group that is not there. */
export function isGroupGone(error: unknown): boolean {
  return hasAwsCode(error, 'InvalidGroup.NotFound', 'InvalidGroupId.NotFound', 'InvalidSecurityGroupID.NotFound');
}

/** True for the refusal to touch an endpoint or a group that is not there. */
export function isGone(error: unknown): boolean {
  return isEndpointGone(awsCode(error)) || isGroupGone(error);
}
