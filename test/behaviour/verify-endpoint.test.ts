import { ids, type World } from '../sandbox/index.ts';
import { managedTags } from '../support/managed.ts';
import { claimTag, ownEndpoint, type Path } from '../support/verify.ts';
import { change, play } from './verify-table.ts';

const OTHER = 'vpce-svc-0ccccccccccccccc1';
const OTHER_SERVICE = `com.amazonaws.vpce.us-east-1.${OTHER}`;
const otherService = { id: OTHER, region: ids.region, azIds: ['use1-az1', 'use1-az2', 'use1-az4'] };
const MANAGED = 'cockroachdb-privatelink/managed-by';

/** The endpoint of the path as if a person had made it. */
const disown = (world: World, { cluster, endpoint }: Path) =>
  world.setTags(endpoint, { [MANAGED]: null, [Object.keys(claimTag(cluster))[0] ?? '']: null });
/** A second endpoint of the action for the service, younger than the first. */
const second = (world: World, path: Path) =>
  ownEndpoint(world, path.service, { groupIds: [path.group], createdAt: world.now() + 1000 });

play([
  { state: 'Standard: nothing is there', empty: true, finds: ['error endpoint-missing'], mend: 'ensure' },
  {
    state: 'Advanced: only the service is there',
    plan: 'Advanced',
    empty: true,
    make: (world) => void world.makeServices(ids.advancedCluster),
    finds: ['error endpoint-missing'],
    mend: 'ensure',
  },
  {
    state: 'somebody deleted the endpoint',
    make: (world, { endpoint }) => world.vanishEndpoint(endpoint),
    finds: ['error connection-stale', 'error endpoint-missing'],
    mend: 'ensure',
  },
  {
    state: 'the endpoint is being changed',
    make: (world, { endpoint }) => change(world, 'endpoint', endpoint, { state: 'pending' }),
    finds: ['error endpoint-not-available'],
    says: /available \| pending \| Wait: AWS/,
    mend: (world, { endpoint }) => change(world, 'endpoint', endpoint, { state: 'available' }),
  },
  {
    state: 'the endpoint failed',
    make: (world, { endpoint }) => world.endEndpoint(endpoint, 'failed'),
    finds: ['error endpoint-failed'],
    says: /available \| failed: The endpoint could not be made available/,
    mend: 'ensure',
  },
  {
    state: 'the endpoint expired',
    make: (world, { endpoint }) => world.endEndpoint(endpoint, 'expired'),
    finds: ['error endpoint-expired'],
    mend: 'ensure',
  },
  {
    state: 'the action made two for the service',
    make: (world, path) => void second(world, path),
    finds: ['error endpoint-duplicate'],
    mend: 'ensure',
  },
  {
    state: 'the younger of two is rejected',
    make: (world, path) => world.endEndpoint(second(world, path), 'rejected'),
    finds: ['error endpoint-rejected'],
    mend: 'ensure',
  },
  {
    state: 'the cluster reports another service than before',
    seed: (seed) => seed.services.push(otherService),
    make: (world, { cluster }) => change(world, 'cloudService', `${cluster}/${ids.region}`, { serviceId: OTHER }),
    finds: ['error endpoint-missing', 'error service-changed'],
    says: ({ endpoint, service }) =>
      new RegExp(`${endpoint} \\| .*${OTHER}.* \\| ${service}, which cluster ${ids.standardName} no longer reports`),
  },
  {
    state: 'an endpoint of the action that nobody claims, for another service',
    seed: (seed) => seed.services.push(otherService),
    make: (world) => void ownEndpoint(world, OTHER_SERVICE),
    finds: ['warning endpoint-unclaimed'],
  },
  {
    state: 'an endpoint of the action that another environment claims, for another service',
    seed: (seed) => seed.services.push(otherService),
    make: (world) =>
      void ownEndpoint(world, OTHER_SERVICE, {
        tags: { ...managedTags(OTHER_SERVICE), ...claimTag(ids.secondStandardCluster, 'other') },
      }),
    finds: [],
  },
  {
    state: 'an endpoint of the action whose claims are all for clusters that are gone',
    seed: (seed) => seed.services.push(otherService),
    make: (world) =>
      void ownEndpoint(world, OTHER_SERVICE, {
        tags: { ...managedTags(OTHER_SERVICE), ...claimTag(ids.advancedCluster, 'other') },
      }),
    finds: ['warning endpoint-unclaimed'],
    says: new RegExp(`claims only for clusters that no longer exist: ${ids.advancedCluster}`),
  },
  {
    state: 'a further endpoint for the service that somebody else made',
    make: (world, { service }) =>
      void world.createEndpoint({ vpcId: ids.vpc, serviceName: service, subnetIds: [ids.subnets[0]] }),
    finds: ['warning endpoint-duplicate'],
  },
  {
    state: 'private DNS was turned off',
    make: (world, { endpoint }) => world.setPrivateDns(endpoint, false),
    finds: ['error private-dns-off'],
    mend: 'ensure',
  },
  {
    state: 'private DNS is on and not wanted',
    inputs: { 'private-dns': 'false' },
    finds: ['error private-dns-on'],
    mend: 'ensure',
  },
  {
    state: 'private DNS was turned off while another run is leaving the endpoint',
    make(world, { endpoint }) {
      world.setPrivateDns(endpoint, false);
      const at = new Date(world.now()).toISOString();
      world.setTags(endpoint, { 'cockroachdb-privatelink/leaving/0123456789ab': `v1 at=${at} clusters=` });
    },
    finds: ['error private-dns-off'],
  },
  {
    state: 'another endpoint for the service holds the private name',
    make(world, path) {
      world.setPrivateDns(path.endpoint, false);
      world.createEndpoint({ vpcId: ids.vpc, serviceName: path.service, privateDnsEnabled: true });
    },
    finds: ['error dns-conflict'],
  },
  {
    state: 'the endpoint is of somebody else',
    make: disown,
    finds: ['warning not-ours'],
  },
  {
    state: 'the endpoint is of somebody else and has no private DNS',
    make(world, path) {
      disown(world, path);
      world.setPrivateDns(path.endpoint, false);
    },
    finds: ['error not-ours', 'warning not-ours'],
    says: /modify-vpc-endpoint --region us-east-1 --vpc-endpoint-id vpce-/,
  },
  {
    state: 'two endpoints for the service, both of somebody else',
    make(world, path) {
      disown(world, path);
      world.createEndpoint({ vpcId: ids.vpc, serviceName: path.service });
    },
    finds: ['error endpoint-ambiguous'],
  },
  {
    state: 'the endpoint has no room for the claims of this environment',
    inputs: { environment: 'another' },
    make: (world, { endpoint }) =>
      world.setTags(endpoint, Object.fromEntries(Array.from({ length: 45 }, (_, index) => [`tag-${index}`, '']))),
    finds: ['error tag-limit'],
  },
  {
    state: 'attach only: everything is right',
    make: (_, { endpoint }) => ({ 'vpc-id': '', 'endpoint-id': endpoint }),
    finds: [],
  },
  {
    state: 'attach only: the cluster does not know the endpoint',
    make(world, { endpoint }) {
      world.tables.connection.clear();
      return { 'vpc-id': '', 'endpoint-id': endpoint };
    },
    finds: ['error connection-missing'],
    mend: 'ensure',
  },
  {
    state: 'attach only: there is no such endpoint',
    inputs: { 'vpc-id': '', 'endpoint-id': 'vpce-0dead000000000001' },
    finds: ['error endpoint-not-found'],
  },
  {
    state: 'attach only: the endpoint is for another service',
    seed: (seed) => seed.services.push(otherService),
    make: (world) => ({ 'vpc-id': '', 'endpoint-id': ownEndpoint(world, OTHER_SERVICE) }),
    finds: ['error endpoint-other-service'],
  },
  {
    state: 'attach only: private DNS is off',
    make(world, { endpoint }) {
      world.setPrivateDns(endpoint, false);
      return { 'vpc-id': '', 'endpoint-id': endpoint };
    },
    finds: ['error not-ours'],
  },
]);
