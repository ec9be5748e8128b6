import { defaultGroupOf } from './aws/default-group.ts';
import { networkInterfacesFor } from './lifecycle.ts';
import type { WorldSeed } from './seed.ts';
import type { Cluster, Endpoint, Rule } from './types.ts';
import type { WorldState } from './world.ts';

/** Fills an empty world from its seed, giving every field left out its usual value. */
export function populate(world: WorldState, seed: WorldSeed): void {
  const { tables } = world;
  for (const account of seed.accounts) {
    world.accounts.set(account.id, {
      partition: 'aws',
      oidcAudiences: ['sts.amazonaws.com'],
      zoneShift: 2,
      disabledRegions: [],
      ...account,
    });
  }
  for (const role of seed.roles) {
    const [, , , , accountId = '', path = ''] = role.arn.split(':');
    const name = path.split('/').at(-1) ?? '';
    const subjects = ['*'];
    const usual = {
      accountId,
      name,
      audiences: ['sts.amazonaws.com'],
      subjects,
      principals: [],
      trust: null,
      maxSessionSeconds: 3600,
    };
    world.roles.set(role.arn, { ...usual, policies: null, ...role });
  }
  for (const key of seed.accessKeys) addAccessKey(world, key);
  for (const vpc of seed.vpcs) {
    tables.vpc.set(vpc.id, {
      region: seed.region,
      cidrs: [{ cidr: '10.0.0.0/16', state: 'associated' }],
      ipv6Cidrs: [],
      isDefault: false,
      dnsSupport: true,
      dnsHostnames: true,
      sharedWith: [],
      privateZones: [],
      tags: {},
      ...vpc,
    });
    defaultGroupOf(world, vpc.id);
  }
  for (const subnet of seed.subnets) {
    const vpc = tables.vpc.get(subnet.vpcId);
    const home = { accountId: vpc?.accountId ?? '', region: vpc?.region ?? seed.region };
    tables.subnet.set(subnet.id, { ...home, freeIps: 250, ipv6Native: false, outpostArn: null, tags: {}, ...subnet });
  }
  for (const group of seed.groups) {
    const vpc = tables.vpc.get(group.vpcId);
    const home = { accountId: vpc?.accountId ?? '', region: vpc?.region ?? seed.region };
    tables.group.set(group.id, { ...home, description: group.name, createdAt: world.now(), tags: {}, ...group });
  }
  for (const rule of seed.rules) addRule(world, rule);
  for (const service of seed.services) {
    tables.service.set(service.id, {
      name: `com.amazonaws.vpce.${service.region}.${service.id}`,
      ownerId: '900000000001',
      acceptanceRequired: true,
      privateDnsName: null,
      verification: 'verified',
      allowed: 'all',
      tags: {},
      ...service,
    });
  }
  for (const cluster of seed.clusters) tables.cluster.set(cluster.id, fullCluster(world, cluster));
  for (const { clusterId, region, serviceId } of seed.clusterServices) {
    const id = `${clusterId}/${region}`;
    tables.cloudService.set(id, { id, clusterId, region, status: 'AVAILABLE', serviceId });
  }
  for (const account of seed.serviceAccounts) {
    world.serviceAccounts.set(account.key, {
      name: 'service-account',
      roles: ['CLUSTER_ADMIN'],
      clusterIds: null,
      ...account,
    });
    world.secrets.add(account.key);
  }
  for (const endpoint of seed.endpoints) addEndpoint(world, endpoint);
  for (const pull of seed.pulls) {
    const times = { createdAt: world.now(), updatedAt: world.now() };
    const text = { title: `Pull request ${pull.number}`, body: '', labels: [], user: 'octocat' };
    const { number, state, head } = pull;
    world.issues.set(number, { number, state, pullHead: head, ...text, ...times });
  }
}

/** Puts a rule into a group, as if it had always been there. */
export function addRule(world: WorldState, rule: Partial<Rule> & { groupId: string }): Rule {
  const group = world.tables.group.get(rule.groupId);
  const full: Rule = {
    id: world.id('sgr'),
    accountId: group?.accountId ?? '',
    region: group?.region ?? world.region,
    egress: false,
    protocol: 'tcp',
    fromPort: 26257,
    toPort: 26257,
    cidr: null,
    cidr6: null,
    sourceGroupId: null,
    prefixListId: null,
    description: null,
    tags: {},
    ...rule,
  };
  world.tables.rule.set(full.id, full);
  return full;
}

/** Puts an endpoint into the world in any state, with its network interfaces. */
export function addEndpoint(
  world: WorldState,
  endpoint: Partial<Endpoint> & { vpcId: string; serviceName: string },
): Endpoint {
  const vpc = world.tables.vpc.get(endpoint.vpcId);
  const state = endpoint.state ?? 'available';
  const full: Endpoint = {
    id: world.id('vpce'),
    accountId: vpc?.accountId ?? '',
    region: vpc?.region ?? world.region,
    type: 'Interface',
    state,
    accepted: state === 'available' || state === 'pending',
    subnetIds: [],
    groupIds: [defaultGroupOf(world, endpoint.vpcId)],
    privateDnsEnabled: false,
    privateDnsTarget: endpoint.privateDnsEnabled ?? false,
    ipAddressType: 'ipv4',
    clientToken: null,
    requesterManaged: false,
    createdAt: world.now(),
    lastError: null,
    generation: 0,
    tags: {},
    ...endpoint,
  };
  world.tables.endpoint.set(full.id, full);
  networkInterfacesFor(world, full, full.subnetIds);
  return full;
}

/** Registers a key that calls may be signed with. */
export function addAccessKey(world: WorldState, key: WorldSeed['accessKeys'][number]): void {
  world.accessKeys.set(key.accessKeyId, {
    sessionToken: null,
    arn: `arn:${world.accounts.get(key.accountId)?.partition ?? 'aws'}:iam::${key.accountId}:user/deployer`,
    validFrom: 0,
    expiresAt: null,
    policies: null,
    ...key,
  });
  world.secrets.add(key.secretAccessKey);
  world.secretHomes.set(key.secretAccessKey, 'nowhere');
  if (key.sessionToken) {
    world.secrets.add(key.sessionToken);
    world.secretHomes.set(key.sessionToken, 'aws x-amz-security-token');
  }
}

function fullCluster(world: WorldState, cluster: WorldSeed['clusters'][number]): Cluster {
  const open = { cidr_ip: '0.0.0.0', cidr_mask: 0, name: 'All Networks', sql: true, ui: true };
  return {
    cloudProvider: 'AWS',
    state: 'CREATED',
    routingId: cluster.plan === 'ADVANCED' ? null : `${cluster.name}-1234`,
    trustEnforced: false,
    allowlist: cluster.plan === 'ADVANCED' ? [] : [open],
    createdAt: world.now(),
    ...cluster,
  };
}
