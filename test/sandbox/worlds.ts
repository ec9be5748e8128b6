// Ready-made worlds: an AWS account with a VPC, CockroachDB Cloud clusters of one or both plans, and a repository.
import type { SandboxOptions } from './index.ts';
import type { WorldSeed } from './seed.ts';
import type { ClusterRegion } from './types.ts';

/** IDs that the ready-made worlds use; also found as `sandbox.world.ids`. */
export const ids = {
  region: 'us-east-1',
  account: '111122223333',
  otherAccount: '444455556666',
  role: 'arn:aws:iam::111122223333:role/privatelink-deployer',
  apiKey: 'CCDB1_sandboxKeyId_sandboxSecret0123456789abcdef',
  readOnlyApiKey: 'CCDB1_readerKeyId_readerSecret0123456789abcdef00',
  accessKeyId: 'AKIA0SANDBOX00000001',
  secretAccessKey: 'sandboxSecretAccessKey/0123456789abcdefg',
  otherAccessKeyId: 'AKIA0SANDBOX00000002',
  otherSecretAccessKey: 'otherSecretAccessKey/0123456789abcdefghi',
  vpc: 'vpc-0aaa1111bbb22220c',
  /** In the zones of the service: use1-az1, use1-az2, use1-az4. */
  subnets: ['subnet-0aaaaaaaaaaaaaaa1', 'subnet-0aaaaaaaaaaaaaaa2', 'subnet-0aaaaaaaaaaaaaaa4'],
  /** In use1-az3, where the service is not. */
  oddSubnet: 'subnet-0aaaaaaaaaaaaaaa3',
  advancedCluster: 'a1111111-1111-4111-8111-111111111111',
  advancedName: 'orders-advanced',
  standardCluster: 'b2222222-2222-4222-8222-222222222222',
  standardName: 'orders-standard',
  secondStandardCluster: 'c3333333-3333-4333-8333-333333333333',
  secondStandardName: 'billing-standard',
  /** The service of the shared Standard host. */
  standardService: 'vpce-svc-0bbbbbbbbbbbbbbb1',
  standardServiceName: 'com.amazonaws.vpce.us-east-1.vpce-svc-0bbbbbbbbbbbbbbb1',
  repository: 'acme/shop',
  repositoryId: '700000001',
} as const;

const ZONES = ['use1-az1', 'use1-az2', 'use1-az4'];

/** Region of an Advanced cluster, with names of its own. */
export function advancedRegion(cluster: string, name: string = ids.region, azIds: string[] = ZONES): ClusterRegion {
  const host = `${cluster}-x1y.aws-${name}.crdb.io`;
  return {
    name,
    sqlDns: host,
    uiDns: `admin-${host}`,
    internalDns: `internal-${host}`,
    nodeCount: 3,
    azIds,
  };
}

/** Region of a Standard cluster: names of the host that it shares. */
export function standardRegion(name: string = ids.region): ClusterRegion {
  const host = `shared-9z8.aws-${name}.cockroachlabs.cloud`;
  return { name, sqlDns: host, uiDns: '', internalDns: `internal-${host}`, nodeCount: 0, azIds: ZONES };
}

/** A world with AWS and GitHub set up and no cluster. */
export function emptySeed(): WorldSeed {
  const network = { vpcId: ids.vpc, accountId: ids.account, region: ids.region };
  return {
    region: ids.region,
    repository: {
      owner: 'acme',
      ownerId: '600000001',
      name: 'shop',
      id: ids.repositoryId,
      ref: 'refs/heads/main',
      defaultBranch: 'main',
    },
    accounts: [{ id: ids.account }, { id: ids.otherAccount, zoneShift: 1 }],
    // The two lines of the README's trust policy; a test keeps them equal.
    roles: [
      {
        arn: ids.role,
        subjects: ['repo:acme/shop:ref:refs/heads/main', 'repo:acme@600000001/shop@700000001:ref:refs/heads/main'],
      },
    ],
    accessKeys: [
      { accessKeyId: ids.accessKeyId, secretAccessKey: ids.secretAccessKey, accountId: ids.account },
      { accessKeyId: ids.otherAccessKeyId, secretAccessKey: ids.otherSecretAccessKey, accountId: ids.otherAccount },
    ],
    vpcs: [
      {
        id: ids.vpc,
        accountId: ids.account,
        cidrs: [
          { cidr: '10.20.0.0/16', state: 'associated' },
          { cidr: '100.64.0.0/20', state: 'associated' },
        ],
        tags: { Name: 'shop' },
      },
    ],
    subnets: [
      { id: ids.subnets[0], azId: 'use1-az1', cidr: '10.20.1.0/24', ...network },
      { id: ids.subnets[1], azId: 'use1-az2', cidr: '10.20.2.0/24', ...network },
      { id: ids.oddSubnet, azId: 'use1-az3', cidr: '10.20.3.0/24', ...network },
      { id: ids.subnets[2], azId: 'use1-az4', cidr: '10.20.4.0/24', ...network },
    ],
    groups: [],
    rules: [],
    services: [],
    endpoints: [],
    clusters: [],
    clusterServices: [],
    serviceAccounts: [
      { key: ids.apiKey, name: 'deployer' },
      { key: ids.readOnlyApiKey, name: 'reader', roles: ['CLUSTER_DEVELOPER'] },
    ],
    branches: ['main'],
    pulls: [],
  };
}

function withAdvanced(seed: WorldSeed): WorldSeed {
  const regions = [advancedRegion(ids.advancedName)];
  seed.clusters.push({ id: ids.advancedCluster, name: ids.advancedName, plan: 'ADVANCED', regions });
  return seed;
}

function withStandard(seed: WorldSeed): WorldSeed {
  seed.services.push({
    id: ids.standardService,
    region: ids.region,
    azIds: ZONES,
    privateDnsName: standardRegion().internalDns,
  });
  const clusters = [
    { id: ids.standardCluster, name: ids.standardName },
    { id: ids.secondStandardCluster, name: ids.secondStandardName },
  ];
  for (const cluster of clusters) {
    seed.clusters.push({ ...cluster, plan: 'STANDARD', regions: [standardRegion()] });
    seed.clusterServices.push({ clusterId: cluster.id, region: ids.region, serviceId: ids.standardService });
  }
  return seed;
}

/** One Advanced cluster without endpoint services yet. */
export const advancedWorld = (): SandboxOptions => ({ world: withAdvanced(emptySeed()) });

/** Two Standard clusters that share a host, and so an endpoint service. */
export const standardWorld = (): SandboxOptions => ({ world: withStandard(emptySeed()) });

/** The clusters of both. */
export const bothPlans = (): SandboxOptions => ({ world: withStandard(withAdvanced(emptySeed())) });
