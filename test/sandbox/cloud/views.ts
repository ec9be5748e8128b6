// Cloud objects as JSON, in the shape of API version 2024-09-16.
import type { CloudService, Cluster, Connection, TrustedOwner } from '../types.ts';
import type { WorldState } from '../world.ts';

/** GET /clusters/{id}. */
export function clusterView(cluster: Cluster): Record<string, unknown> {
  const advanced = cluster.plan === 'ADVANCED';
  const dedicated = { machine_type: 'm6i.xlarge', num_virtual_cpus: 4, storage_gib: 150, memory_gib: 16, disk_iops: 0 };
  const serverless = { routing_id: cluster.routingId ?? '', upgrade_type: 'AUTOMATIC' };
  return {
    id: cluster.id,
    name: cluster.name,
    cockroach_version: 'v25.4.2',
    upgrade_status: 'FINALIZED',
    plan: cluster.plan,
    cloud_provider: cluster.cloudProvider,
    account_id: advanced ? '900000000001' : '',
    state: cluster.state,
    creator_id: '00000000-0000-4000-8000-000000000001',
    operation_status: 'UNSPECIFIED',
    config: advanced ? { dedicated } : { serverless },
    regions: cluster.regions.map((region, index) => ({
      name: region.name,
      sql_dns: region.sqlDns,
      ui_dns: region.uiDns,
      internal_dns: region.internalDns,
      private_endpoint_dns: '',
      node_count: region.nodeCount,
      ...(advanced ? { s3_vpc_endpoint_id: 'vpce-0aaaaaaaaaaaaaaaa' } : { primary: index === 0 }),
    })),
    created_at: new Date(cluster.createdAt).toISOString(),
    updated_at: new Date(cluster.createdAt).toISOString(),
    deleted_at: cluster.state === 'DELETED' ? new Date(cluster.createdAt).toISOString() : undefined,
    sql_dns: cluster.regions[0]?.sqlDns ?? '',
    network_visibility: 'PUBLIC',
    egress_traffic_policy: 'UNSPECIFIED',
    cidr_range: '',
    parent_id: 'root',
    delete_protection: 'DISABLED',
    labels: {},
  };
}

/** One row of private-endpoint-services. */
export function serviceView(world: WorldState, service: CloudService): Record<string, unknown> {
  const aws = service.serviceId ? world.tables.service.get(service.serviceId) : undefined;
  const ready = service.status !== 'CREATING' ? aws : undefined;
  const zones = ready?.azIds ?? [];
  return {
    region_name: service.region,
    cloud_provider: world.tables.cluster.get(service.clusterId)?.cloudProvider ?? 'AWS',
    status: service.status,
    name: ready?.name ?? '',
    endpoint_service_id: ready?.id ?? '',
    availability_zone_ids: zones,
    ...(world.settings.cloud.awsSubObject
      ? { aws: { service_name: ready?.name ?? '', service_id: ready?.id ?? '', availability_zone_ids: zones } }
      : {}),
  };
}

/** One row of private-endpoint-connections. */
export function connectionView(world: WorldState, connection: Connection): Record<string, unknown> {
  const { regionField, statusPrefix } = world.settings.cloud;
  const region = connection.region;
  return {
    ...(regionField === 'region_name' || regionField === 'both' ? { region_name: region } : {}),
    ...(regionField === 'region' || regionField === 'both' ? { region } : {}),
    cloud_provider: 'AWS',
    status: `${statusPrefix ? 'STATUS_' : ''}${connection.status}`,
    endpoint_id: connection.endpointId,
    endpoint_service_id: connection.serviceId,
    service_name: connection.serviceName,
    ...(connection.ownerId ? { external_owner_id: connection.ownerId } : {}),
  };
}

/** One trusted owner. */
export function ownerView(owner: TrustedOwner): Record<string, unknown> {
  return {
    id: owner.id,
    cluster_id: owner.clusterId,
    type: 'AWS_ACCOUNT_ID',
    external_owner_id: owner.externalOwnerId,
    created_at: new Date(owner.createdAt).toISOString(),
  };
}
