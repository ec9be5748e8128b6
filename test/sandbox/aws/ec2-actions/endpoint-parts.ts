import type { Service } from '../../types.ts';
import type { WorldState } from '../../world.ts';
import type { CheckedResource, Ec2Context } from '../ec2-context.ts';
import { AwsError } from '../query-protocol.ts';

/** ARN of a VPC, as condition key `ec2:Vpc` wants it. */
export function vpcArn(world: WorldState, vpcId: string): string {
  const vpc = world.tables.vpc.get(vpcId);
  const partition = world.accounts.get(vpc?.accountId ?? '')?.partition ?? 'aws';
  return `arn:${partition}:ec2:${vpc?.region}:${vpc?.accountId}:vpc/${vpcId}`;
}

/** A VPC as a resource that IAM checks. */
export function vpcResource(world: WorldState, id: string): CheckedResource {
  return { path: `vpc/${id}`, tags: world.tables.vpc.get(id)?.tags ?? {}, keys: { 'ec2:VpcID': id } };
}

/** A subnet as a resource that IAM checks. */
export function subnetResource(world: WorldState, id: string): CheckedResource {
  const subnet = world.tables.subnet.get(id);
  const keys = { 'ec2:SubnetID': id, 'ec2:Vpc': vpcArn(world, subnet?.vpcId ?? '') };
  return { path: `subnet/${id}`, tags: subnet?.tags ?? {}, keys };
}

/** A security group as a resource that IAM checks. */
export function groupResource(world: WorldState, id: string): CheckedResource {
  const group = world.tables.group.get(id);
  const keys = { 'ec2:SecurityGroupID': id, 'ec2:Vpc': vpcArn(world, group?.vpcId ?? '') };
  return { path: `security-group/${id}`, tags: group?.tags ?? {}, keys };
}

/**
 * A resource in a call for which AWS names no `ec2:Vpc`. Source: Service Authorization Reference, CreateVpcEndpoint and
 * DeleteTags.
 */
export function withoutVpcKey({ keys = {}, ...resource }: CheckedResource): CheckedResource {
  const { 'ec2:Vpc': _, ...others } = keys;
  return { ...resource, keys: others };
}

/** Refuses groups that do not exist, not yet, or in another VPC. */
export function checkGroupsOfVpc(
  { world }: Ec2Context,
  { groupIds, vpcId }: { groupIds: string[]; vpcId: string },
): void {
  for (const id of groupIds) {
    const group = world.tables.group.get(id);
    const young = group && world.now() - group.createdAt < world.settings.propagation.group * 1000;
    if (!group || young) throw new AwsError('InvalidGroup.NotFound', `The security group '${id}' does not exist`);
    if (group.vpcId !== vpcId) {
      const code = world.settings.ec2.foreignGroup;
      const text = `The security group '${id}' does not exist in VPC '${vpcId}'`;
      throw new AwsError(code, code === 'InvalidParameter' ? `${id} belongs to another VPC than ${vpcId}` : text);
    }
  }
}

/** Refuses subnets that an endpoint of this service cannot be in. */
export function checkSubnets(
  world: WorldState,
  wanted: { subnetIds: string[]; vpcId: string; service: Service | undefined; present: string[] },
): void {
  const zoneOf = (id: string) => world.tables.subnet.get(id)?.azId;
  const zones = new Set(wanted.present.map(zoneOf));
  for (const id of wanted.subnetIds) {
    const subnet = world.tables.subnet.get(id);
    if (!subnet) throw new AwsError('InvalidSubnetId.NotFound', `The subnet ID '${id}' does not exist`);
    if (subnet.vpcId !== wanted.vpcId) {
      throw new AwsError('InvalidParameter', `The subnet ${id} does not belong to the VPC ${wanted.vpcId}`);
    }
    if (wanted.service && !wanted.service.azIds.includes(subnet.azId)) {
      throw new AwsError(
        'InvalidParameter',
        `The VPC endpoint service ${wanted.service.name} does not support the availability zone of the subnet: ${id}.`,
      );
    }
    if (zones.has(subnet.azId)) {
      throw new AwsError(
        'DuplicateSubnetsInSameZone',
        `Found another VPC endpoint subnet in the availability zone of ${id}`,
      );
    }
    zones.add(subnet.azId);
    if (subnet.freeIps < 1) {
      throw new AwsError('InsufficientFreeAddressesInSubnet', `The subnet ${id} has no free addresses`);
    }
    // The words are made up: no public source has them.
    if (subnet.outpostArn !== null) throw new AwsError('InvalidParameter', `The subnet ${id} is on an Outpost`);
    if (subnet.ipv6Native) throw new AwsError('InvalidParameter', `The subnet ${id} has no IPv4 addresses`);
  }
}

/** A policy that the service does not take. */
export function policyRefused(serviceName: string): AwsError {
  return new AwsError('InvalidParameter', `Service ${serviceName} only supports the full-access endpoint policy.`);
}

/** Whether an endpoint waits for the service's owner. Standard hosts may accept everybody by themselves. */
export function acceptanceRequired(world: WorldState, service: Service): boolean {
  if (world.settings.cloud.standardAccept === 'first-connection') return service.acceptanceRequired;
  const shared = [...world.tables.cloudService.values()].some(
    (one) => one.serviceId === service.id && world.tables.cluster.get(one.clusterId)?.plan !== 'ADVANCED',
  );
  return service.acceptanceRequired && !shared;
}
