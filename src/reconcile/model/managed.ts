import type { Endpoint, Group } from '../../aws/types.ts';
import { MANAGED_BY, MANAGED_BY_VALUE, SERVICE, tagText } from './claims.ts';

/**
 * What this action manages: the only place that decides it. A tag proves little, since others may write it too: a
 * resource is managed if it has the tag and also is what the action always makes with that tag. Only then are its
 * claims and marks believed. What has the tag and differs in anything belongs to another owner. All functions here are
 * pure.
 */

/** How a service of another account is named; those of AWS itself have names such as com.amazonaws.us-east-1.ssm. */
const ENDPOINT_SERVICE = /^com\.amazonaws\.vpce\.[a-z0-9-]+\.vpce-svc-./;

/** What speaks against a resource that has the tag. */
export interface Mismatch {
  readonly why: string;
  /** True where the tag `service` is missing, and all that can be judged without it fits. */
  readonly lacksService: boolean;
}

type Tagged = { readonly tags: Readonly<Record<string, string>> };
type EndpointTraits = Tagged & Pick<Endpoint, 'serviceName' | 'interface' | 'requesterManaged'>;
type GroupTraits = Tagged & Pick<Group, 'name'>;

/** True for an endpoint that this action created or took over: it may be changed and deleted. */
export function isManagedEndpoint(endpoint: EndpointTraits): boolean {
  return isTagged(endpoint) && mismatchOfEndpoint(endpoint) === undefined;
}

/** True for a security group that this action created: it may be changed and deleted. */
export function isManagedGroup(group: GroupTraits): boolean {
  return isTagged(group) && mismatchOfGroup(group) === undefined;
}

/** Why an endpoint with the tag isn't managed; undefined where it is managed, or has no such tag. */
export function endpointMismatch(endpoint: EndpointTraits): Mismatch | undefined {
  return isTagged(endpoint) ? mismatchOfEndpoint(endpoint) : undefined;
}

/** Why a group with the tag isn't managed; undefined where it is managed, or has no such tag. */
export function groupMismatch(group: GroupTraits): Mismatch | undefined {
  return isTagged(group) ? mismatchOfGroup(group) : undefined;
}

/** True for the name of an endpoint service that the action makes endpoints for. */
export function isEndpointService(serviceName: string): boolean {
  return ENDPOINT_SERVICE.test(serviceName);
}

/**
 * Name of the group for a service: the lock that keeps two runs from making two, since EC2 allows each name once a VPC.
 */
export function groupName(serviceName: string): string {
  return sanitise(`cockroachdb-privatelink ${serviceName.split('.').at(-1) ?? serviceName}`);
}

/** Text in the characters that EC2 allows in names and descriptions of groups and rules (at most 255). */
export function sanitise(text: string): string {
  return text.replace(/[^A-Za-z0-9 ._\-:/()#,@[\]+=&;{}!$*]/g, '_').slice(0, 255);
}

/** The tag alone, which proves nothing yet. */
function isTagged({ tags }: Tagged): boolean {
  return tags[MANAGED_BY] === MANAGED_BY_VALUE;
}

function mismatchOfEndpoint(endpoint: EndpointTraits): Mismatch | undefined {
  const service = endpoint.tags[SERVICE];
  if (endpoint.requesterManaged) return mismatch('an AWS service manages it');
  if (!endpoint.interface) return mismatch("its type isn't Interface");
  if (!isEndpointService(endpoint.serviceName)) return mismatch(`${endpoint.serviceName} isn't a vpce-svc service`);
  if (service === undefined) return { why: `tag ${SERVICE} is missing`, lacksService: true };
  if (service !== tagText(endpoint.serviceName)) return mismatch(`its tag ${SERVICE} names another service`);
  return undefined;
}

function mismatchOfGroup({ name, tags }: GroupTraits): Mismatch | undefined {
  const service = tags[SERVICE];
  if (service === undefined) return { why: `tag ${SERVICE} is missing`, lacksService: true };
  if (!isEndpointService(service)) return mismatch(`its tag ${SERVICE} names no vpce-svc service`);
  // EC2 compares names without regard to case; the action writes one spelling, and no name ever changes.
  if (name !== groupName(service)) return mismatch(`its name doesn't fit its tag ${SERVICE}`);
  return undefined;
}

function mismatch(why: string): Mismatch {
  return { why, lacksService: false };
}
