import type { World } from '../sandbox/index.ts';
import { ids } from '../sandbox/index.ts';
import { listConnection, type Path } from '../support/verify.ts';
import { change, play, type Row } from './verify-table.ts';

const GONE = 'vpce-0dead000000000001';
const otherVpc = { id: 'vpc-0ccc1111bbb22220c', accountId: ids.account };
const becomeAvailable = (world: World, { cluster, endpoint }: Path) =>
  world.setConnectionStatus(cluster, endpoint, 'AVAILABLE');

/** A connection that broke, in the ways in which the Cloud tells it. */
const broken = (['FAILED', 'EXPIRED', 'STALE'] as const).flatMap((status): Row[] =>
  (['Standard', 'Advanced'] as const).map((plan) => ({
    state: `${plan}: the connection is ${status}`,
    plan,
    make: (world, { cluster, endpoint }) => world.setConnectionStatus(cluster, endpoint, status),
    finds: [`error connection-${status.toLowerCase()}`],
    says: new RegExp(`STATUS_${status}`),
    mend: 'ensure',
  })),
);

play([
  ...broken,
  {
    state: 'the cluster does not know the endpoint',
    make: (world) => world.tables.connection.clear(),
    finds: ['error connection-missing'],
    says: ({ endpoint }) => new RegExp(`${ids.standardName} ${endpoint} \\| AVAILABLE \\| no connection`),
    mend: 'ensure',
  },
  {
    state: 'Standard: the Cloud turned the connection down',
    make: (world, { cluster, endpoint }) => world.rejectConnection(cluster, endpoint),
    finds: ['error connection-rejected'],
    mend: 'ensure',
  },
  {
    state: 'Advanced: the Cloud turned the connection down',
    plan: 'Advanced',
    make: (world, { cluster, endpoint }) => world.rejectConnection(cluster, endpoint),
    finds: ['error connection-rejected'],
    mend: 'ensure',
  },
  {
    state: 'EC2 shows the rejection before the Cloud does',
    make: (world, { endpoint }) => world.endEndpoint(endpoint, 'rejected'),
    // Not connection-missing: there is one, and the Cloud calls it available.
    finds: ['error connection-rejected'],
    says: /rejected/,
    mend: 'ensure',
  },
  {
    state: 'the connection is on its way',
    make: (world, { cluster, endpoint }) => world.setConnectionStatus(cluster, endpoint, 'PENDING'),
    finds: ['error connection-pending'],
    says: /PENDING .*Wait/,
    mend: becomeAvailable,
  },
  {
    state: 'nobody added the endpoint that asks to be accepted',
    plan: 'Advanced',
    make(world, { endpoint }) {
      world.tables.connection.clear();
      change(world, 'endpoint', endpoint, { state: 'pendingAcceptance', accepted: false });
    },
    finds: ['error connection-pending', 'error endpoint-not-available'],
    mend: 'ensure',
  },
  {
    state: 'an endpoint deleted long ago is still listed',
    make: (world, path) => listConnection(world, path, { endpointId: GONE, status: 'STALE' }),
    finds: ['error connection-stale'],
    says: new RegExp(GONE),
    mend: 'ensure',
  },
  {
    state: 'a connection of this account has no endpoint in the region',
    make: (world, path) => listConnection(world, path, { endpointId: GONE }),
    finds: ['error connection-dangling'],
    says: new RegExp(`${GONE} .*${ids.account}, region ${ids.region}`),
    mend: (world, path) => void world.tables.connection.delete(`${path.cluster}/${GONE}`),
  },
  {
    state: 'the cluster has another endpoint in another VPC of the account',
    seed: (seed) => seed.vpcs.push(otherVpc),
    make(world, path) {
      const { id } = world.createEndpoint({ vpcId: otherVpc.id, serviceName: path.service });
      listConnection(world, path, { endpointId: id });
    },
    finds: [],
  },
  {
    state: 'the cluster has more endpoints in other VPCs than EC2 takes in one filter',
    seed: (seed) => seed.vpcs.push(otherVpc),
    make(world, path) {
      for (let count = 0; count < 230; count += 1) {
        const { id } = world.createEndpoint({ vpcId: otherVpc.id, serviceName: path.service });
        listConnection(world, path, { endpointId: id });
      }
    },
    finds: [],
  },
  {
    state: 'the cluster has an endpoint of another account',
    make: (world, path) => listConnection(world, path, { endpointId: GONE, ownerId: ids.otherAccount }),
    finds: [],
  },
  {
    state: 'the cluster has an endpoint of this account in another of its regions',
    plan: 'Advanced',
    make: (world, path) => listConnection(world, path, { endpointId: GONE, region: 'eu-west-1' }),
    finds: [],
  },
  {
    state: 'the endpoint of a connection of this account is being deleted',
    make(world, path) {
      const { id } = world.createEndpoint({ vpcId: ids.vpc, serviceName: path.service, state: 'deleting' });
      listConnection(world, path, { endpointId: id });
    },
    finds: [],
  },
]);
