import type { Cluster, TrustedOwner } from '../types.ts';
import type { WorldState } from '../world.ts';
import { badRequest, CloudError, codeOf, notFound } from './responses.ts';

/** Refuses where the feature is not for this organization or plan. */
function checkEnrolled(world: WorldState, cluster: Cluster): void {
  const { trustedOwners } = world.settings.cloud;
  if (trustedOwners !== 'enrolled') {
    throw new CloudError(codeOf(trustedOwners), 'this feature is not enabled for your organization', {
      status: trustedOwners,
    });
  }
  if (cluster.plan !== 'ADVANCED') throw badRequest('trusted owners are not supported on this cluster');
}

/** GET private-endpoint-trusted-owners. */
export function listOwners(world: WorldState, cluster: Cluster): TrustedOwner[] {
  checkEnrolled(world, cluster);
  return world.read('trustedOwner').filter((owner) => owner.clusterId === cluster.id);
}

/** GET private-endpoint-trusted-owners/{id}. */
export function findOwner(world: WorldState, cluster: Cluster, id: string): TrustedOwner | undefined {
  return listOwners(world, cluster).find((owner) => owner.id === id);
}

/** POST private-endpoint-trusted-owners. */
export function addOwner(world: WorldState, cluster: Cluster, externalOwnerId: string): TrustedOwner {
  checkEnrolled(world, cluster);
  if (!/^(\d{12}|\*)$/.test(externalOwnerId)) throw badRequest(`invalid AWS account id "${externalOwnerId}"`);
  const present = [...world.tables.trustedOwner.values()].find(
    (owner) => owner.clusterId === cluster.id && owner.externalOwnerId === externalOwnerId,
  );
  if (present) {
    const status = world.settings.cloud.ownerAgain;
    if (status !== 200) throw new CloudError(6, 'trusted owner already exists', { status });
    return present;
  }
  const owner = { id: world.random.uuid(), clusterId: cluster.id, externalOwnerId, createdAt: world.now() };
  world.tables.trustedOwner.set(owner.id, owner);
  return owner;
}

/** DELETE private-endpoint-trusted-owners/{id}. */
export function removeOwner(world: WorldState, cluster: Cluster, id: string): TrustedOwner {
  checkEnrolled(world, cluster);
  const owner = world.tables.trustedOwner.get(id);
  if (!owner || owner.clusterId !== cluster.id) throw notFound(`trusted owner ${id} not found`);
  world.tables.trustedOwner.delete(id);
  return owner;
}
