import { type Endpoint, endpointState, type Group } from '../../../src/aws/types.ts';
import type { Kinds } from '../../sandbox/types.ts';

/** An endpoint of the sandbox as the client parses EC2's answer. */
export function toEndpoint(one: Kinds['endpoint']): Endpoint {
  return {
    id: one.id,
    vpcId: one.vpcId,
    ownerId: one.accountId,
    serviceName: one.serviceName,
    state: endpointState(one.state),
    rawState: one.state,
    interface: one.type === 'Interface',
    subnetIds: [...one.subnetIds],
    groupIds: [...one.groupIds],
    networkInterfaceIds: [],
    privateDns: one.privateDnsEnabled,
    createdAt: one.createdAt,
    tags: { ...one.tags },
    requesterManaged: one.requesterManaged,
    failure: one.lastError?.message ?? '',
  };
}

/** A group with its ingress rules, the same way. */
export function toGroup(group: Kinds['group'], rules: readonly Kinds['rule'][]): Group {
  const own = rules.filter((rule) => rule.groupId === group.id && !rule.egress);
  return {
    id: group.id,
    name: group.name,
    vpcId: group.vpcId,
    ownerId: group.accountId,
    tags: { ...group.tags },
    ingress: own.map((rule) => ({
      protocol: rule.protocol,
      fromPort: rule.fromPort,
      toPort: rule.toPort,
      source:
        rule.cidr === null
          ? rule.sourceGroupId === null
            ? undefined
            : { groupId: rule.sourceGroupId }
          : { cidr: rule.cidr },
      from: rule.cidr ?? rule.sourceGroupId ?? rule.cidr6 ?? rule.prefixListId ?? '',
      description: rule.description ?? '',
    })),
  };
}
