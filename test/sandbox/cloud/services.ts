import type { CloudService, Cluster } from '../types.ts';
import type { WorldState } from '../world.ts';
import { CloudError } from './responses.ts';

/** POST private-endpoint-services: one for each region, made once; later calls answer what is there. */
export function createServices(world: WorldState, cluster: Cluster): CloudService[] {
  if (cluster.plan !== 'ADVANCED') {
    throw new CloudError(12, 'private endpoint services cannot be created for this cluster');
  }
  if (cluster.state !== 'CREATED') throw new CloudError(9, `cluster is in state ${cluster.state}`);
  const { servicesAgain: status } = world.settings.cloud;
  const present = [...world.tables.cloudService.values()].some((one) => one.clusterId === cluster.id);
  if (present && status !== 200) throw new CloudError(6, 'private endpoint services already exist', { status });
  for (const region of cluster.regions) {
    const id = `${cluster.id}/${region.name}`;
    if (world.tables.cloudService.has(id)) continue;
    const service: CloudService = {
      id,
      clusterId: cluster.id,
      region: region.name,
      status: 'CREATING',
      serviceId: null,
    };
    world.tables.cloudService.set(id, service);
    world.after(world.settings.seconds.serviceCreate, () => {
      const serviceId = world.id('vpce-svc');
      world.tables.service.set(serviceId, {
        id: serviceId,
        name: `com.amazonaws.vpce.${region.name}.${serviceId}`,
        region: region.name,
        ownerId: '900000000001',
        azIds: region.azIds,
        acceptanceRequired: true,
        privateDnsName: region.internalDns,
        verification: 'verified',
        allowed: 'all',
        tags: {},
      });
      service.serviceId = serviceId;
      service.status = 'AVAILABLE';
    });
  }
  return [...world.tables.cloudService.values()].filter((service) => service.clusterId === cluster.id);
}
