import type { WorldState } from '../world.ts';

/** ID of a VPC's default security group; made on first use. */
export function defaultGroupOf(world: WorldState, vpcId: string): string {
  for (const group of world.tables.group.values()) {
    if (group.vpcId === vpcId && group.name === 'default') return group.id;
  }
  const vpc = world.tables.vpc.get(vpcId);
  const id = world.id('sg');
  world.tables.group.set(id, {
    id,
    accountId: vpc?.accountId ?? '',
    region: vpc?.region ?? world.region,
    vpcId,
    name: 'default',
    description: 'default VPC security group',
    createdAt: world.now(),
    tags: {},
  });
  return id;
}
