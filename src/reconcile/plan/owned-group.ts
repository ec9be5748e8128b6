import type { Endpoint, Group } from '../../aws/types.ts';
import { type LeavingMark, readMarks } from '../model/claims.ts';
import { groupName, isManagedEndpoint, isManagedGroup } from '../model/managed.ts';

/** True for the group that the action makes for a service, by its name: that is what is unique in a VPC. */
export function isGroupOf(group: Group, serviceName: string): boolean {
  return group.name.toLowerCase() === groupName(serviceName).toLowerCase();
}

/** The endpoints that keep a managed group: those that have it, and managed ones that it was made for. */
export function usersOf(group: Group, endpoints: readonly Endpoint[]): Endpoint[] {
  return endpoints.filter((one) => {
    if (one.state === 'deleted') return false;
    const madeFor = isManagedEndpoint(one) && one.vpcId === group.vpcId && isGroupOf(group, one.serviceName);
    return madeFor || one.groupIds.includes(group.id);
  });
}

/** The group that the action owns for a service, if it is there. */
export function ownedGroup(
  groups: readonly Group[],
  vpcId: string | undefined,
  serviceName: string,
): Group | undefined {
  return groups.find((group) => group.vpcId === vpcId && isGroupOf(group, serviceName) && isManagedGroup(group));
}

/** The leaving marks on a managed endpoint, and those that stand only on the group that the action owns for it. */
export function marksOn(endpoint: Endpoint, groups: readonly Group[]): LeavingMark[] {
  const group = ownedGroup(groups, endpoint.vpcId, endpoint.serviceName);
  const ofGroup = group === undefined ? [] : readMarks(group.tags);
  return [...readMarks(endpoint.tags), ...ofGroup.filter((mark) => endpoint.tags[mark.key] === undefined)];
}
