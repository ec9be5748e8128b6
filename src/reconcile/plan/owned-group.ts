import type { Endpoint, Group } from '../../aws/types.ts';
import { isOurs } from '../model/claims.ts';

/** Name of the group for a service: the lock that keeps two runs from making two, since EC2 allows each name once a VPC. */
export function groupName(serviceName: string): string {
  return sanitise(`cockroachdb-privatelink ${serviceName.split('.').at(-1) ?? serviceName}`);
}

/** True for the group that the action makes for a service, by its name: that is what is unique in a VPC. */
export function isGroupOf(group: Group, serviceName: string): boolean {
  return group.name.toLowerCase() === groupName(serviceName).toLowerCase();
}

/** The endpoints that keep a group of ours: those that have it, and those of ours that it was made for. */
export function usersOf(group: Group, endpoints: readonly Endpoint[]): Endpoint[] {
  return endpoints.filter((one) => {
    if (one.state === 'deleted') return false;
    const madeFor = isOurs(one) && one.vpcId === group.vpcId && isGroupOf(group, one.serviceName);
    return madeFor || one.groupIds.includes(group.id);
  });
}

/** Text in the characters that EC2 allows in names and descriptions of groups and rules (at most 255). */
export function sanitise(text: string): string {
  return text.replace(/[^A-Za-z0-9 ._\-:/()#,@[\]+=&;{}!$*]/g, '_').slice(0, 255);
}

/** The group that the action owns for a service, if it is there. */
export function ownedGroup(
  groups: readonly Group[],
  vpcId: string | undefined,
  serviceName: string,
): Group | undefined {
  return groups.find((group) => group.vpcId === vpcId && isGroupOf(group, serviceName) && isOurs(group));
}
