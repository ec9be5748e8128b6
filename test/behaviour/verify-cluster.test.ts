import { ids, standardRegion, type World } from '../sandbox/index.ts';
import { listConnection } from '../support/verify.ts';
import { change, play } from './verify-table.ts';

const ROW = `${ids.standardCluster}/${ids.region}`;
const OTHERS = { id: 'd4444444-4444-4444-8444-444444444444', name: 'elsewhere' };
const advancedService = (world: World, status: 'CREATING' | 'AVAILABLE' | 'CREATE_FAILED') =>
  change(world, 'cloudService', `${ids.advancedCluster}/${ids.region}`, { status });
const openToAll = { cidr_ip: '0.0.0.0', cidr_mask: 0, name: 'everybody', sql: true, ui: false };

play([
  {
    state: 'Advanced: nothing is there',
    plan: 'Advanced',
    empty: true,
    finds: ['error service-missing'],
    mend: 'ensure',
  },
  {
    state: 'Advanced: the service is being made',
    plan: 'Advanced',
    empty: true,
    make(world) {
      world.makeServices(ids.advancedCluster);
      advancedService(world, 'CREATING');
    },
    finds: ['error service-pending'],
    says: /available \| CREATING \| Wait: CockroachDB Cloud/,
  },
  {
    state: 'Advanced: the service of a finished path is being worked on',
    plan: 'Advanced',
    make: (world) => advancedService(world, 'CREATING'),
    // The endpoint still is for the service of the cluster: nobody is to be told to delete it.
    finds: ['error service-pending'],
    mend: (world) => advancedService(world, 'AVAILABLE'),
  },
  {
    state: 'Advanced: the service failed',
    plan: 'Advanced',
    make: (world) => advancedService(world, 'CREATE_FAILED'),
    finds: ['error service-failed'],
  },
  {
    state: 'Standard: the Cloud lists no service',
    make: (world) => void world.tables.cloudService.delete(ROW),
    finds: ['error standard-legacy'],
  },
  { state: 'there is no such cluster', inputs: { cluster: OTHERS.id }, finds: ['error cluster-not-found'] },
  { state: 'there is no cluster of this name', inputs: { cluster: OTHERS.name }, finds: ['error cluster-not-found'] },
  {
    state: 'two clusters have the name',
    inputs: { cluster: ids.standardName },
    make: (world) => world.changeCluster(ids.secondStandardCluster, { name: ids.standardName }),
    finds: ['error cluster-ambiguous'],
    says: new RegExp(ids.secondStandardCluster),
  },
  {
    state: 'the cluster is being created',
    make: (world) => world.changeCluster(ids.standardCluster, { state: 'CREATING' }),
    finds: ['error cluster-not-ready'],
    says: /CREATING/,
    mend: (world) => world.changeCluster(ids.standardCluster, { state: 'CREATED' }),
  },
  {
    state: 'the cluster could not be created',
    make: (world) => world.changeCluster(ids.standardCluster, { state: 'CREATION_FAILED' }),
    finds: ['error cluster-not-ready'],
    says: /CREATION_FAILED/,
    mend: (world) => world.changeCluster(ids.standardCluster, { state: 'CREATED' }),
  },
  {
    state: 'the cluster is on another cloud',
    make: (world) => world.changeCluster(ids.standardCluster, { cloudProvider: 'GCP' }),
    finds: ['error cluster-not-aws'],
  },
  {
    state: 'the cluster is on the Basic plan',
    make: (world) => world.changeCluster(ids.standardCluster, { plan: 'BASIC' }),
    finds: ['error cluster-basic'],
  },
  {
    state: 'the cluster is in another region',
    make: (world) => world.changeCluster(ids.standardCluster, { regions: [standardRegion('eu-west-1')] }),
    finds: ['error cluster-region'],
    says: /eu-west-1/,
  },
  {
    state: 'one of two clusters is not ready, and the endpoint of the other has no private DNS',
    inputs: { cluster: `${ids.standardCluster},${ids.secondStandardCluster}` },
    make(world, { endpoint }) {
      world.changeCluster(ids.secondStandardCluster, { state: 'CREATION_FAILED' });
      world.setPrivateDns(endpoint, false);
    },
    finds: ['error cluster-not-ready', 'error private-dns-off'],
  },
  {
    state: 'everybody may reach the public address',
    make: (world) => world.changeCluster(ids.standardCluster, { allowlist: [openToAll] }),
    finds: ['warning public-access'],
  },
  {
    state: 'everybody may reach the console, and an office the public address',
    make: (world) =>
      world.changeCluster(ids.standardCluster, {
        allowlist: [
          { ...openToAll, sql: false, ui: true },
          { ...openToAll, cidr_ip: '192.0.2.0', cidr_mask: 24 },
        ],
      }),
    finds: [],
  },
  {
    state: 'this account is not trusted',
    plan: 'Advanced',
    inputs: { 'trusted-owners': 'self' },
    finds: ['error owner-missing'],
    says: new RegExp(`${ids.account} trusted \\| not trusted`),
    mend: 'ensure',
  },
  {
    state: 'another account is trusted, and should not be',
    plan: 'Advanced',
    inputs: { 'trusted-owners': 'self', 'trusted-owners-mode': 'exact' },
    make(world, { cluster }) {
      for (const account of [ids.account, ids.otherAccount]) world.addTrustedOwner(cluster, account);
    },
    finds: ['error owner-surplus'],
    says: new RegExp(`${ids.otherAccount} not trusted \\| trusted`),
    mend: 'ensure',
  },
  {
    state: 'another account is trusted beside those that are to be added',
    plan: 'Advanced',
    inputs: { 'trusted-owners': 'self' },
    make(world, { cluster }) {
      for (const account of [ids.account, ids.otherAccount]) world.addTrustedOwner(cluster, account);
    },
    finds: [],
  },
  {
    state: 'an account that should not be trusted has an endpoint connected',
    plan: 'Advanced',
    inputs: { 'trusted-owners': 'self', 'trusted-owners-mode': 'exact' },
    make(world, path) {
      for (const account of [ids.account, ids.otherAccount]) world.addTrustedOwner(path.cluster, account);
      listConnection(world, path, { endpointId: 'vpce-0dead000000000001', ownerId: ids.otherAccount });
    },
    finds: ['error owner-in-use'],
  },
  {
    state: 'every account is trusted, beside a listed one',
    plan: 'Advanced',
    inputs: { 'trusted-owners': 'self' },
    make(world, { cluster }) {
      for (const account of [ids.account, '*']) world.addTrustedOwner(cluster, account);
    },
    finds: ['warning trusts-everyone'],
  },
  {
    state: 'Standard: trusted owners are asked for',
    inputs: { 'trusted-owners': 'self' },
    finds: ['error owners-standard'],
  },
]);
