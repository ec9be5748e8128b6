import { ids, type World } from '../sandbox/index.ts';
import type { Rule } from '../sandbox/types.ts';
import { claimTag, type Path } from '../support/verify.ts';
import { change, play } from './verify-table.ts';

const [first, second, fourth] = ids.subnets;
const OURS = 'cockroachdb-privatelink';
const emptyVpc = { id: 'vpc-0ccc1111bbb22220c', accountId: ids.account };
const defaultGroup = (world: World) =>
  world.groups((one) => one.vpcId === ids.vpc && one.name === 'default')[0]?.id ?? '';
/** Attaches a group of somebody else, with these rules, and asks for it. */
function explicitGroup(world: World, { endpoint }: Path, ...rules: Partial<Rule>[]) {
  const { id } = world.createGroup({ vpcId: ids.vpc, name: 'shop-clients' });
  for (const rule of rules) world.addRule({ groupId: id, cidr: '10.20.0.0/16', ...rule });
  world.setEndpointGroups(endpoint, [id]);
  return { 'security-group-ids': id };
}

play([
  {
    state: 'a DNS attribute of the VPC is off',
    make: (world) => world.setVpcDns(ids.vpc, { hostnames: false }),
    finds: ['error vpc-dns-off'],
    says: /modify-vpc-attribute .*--enable-dns-hostnames/,
    mend: (world) => world.setVpcDns(ids.vpc, { hostnames: true }),
  },
  { state: 'there is no such VPC', inputs: { 'vpc-id': 'vpc-0ddd1111bbb22220c' }, finds: ['error vpc-not-found'] },
  {
    state: 'the VPC is of another account, which shares it',
    make: (world) => change(world, 'vpc', ids.vpc, { accountId: ids.otherAccount, sharedWith: [ids.account] }),
    finds: ['error vpc-shared'],
  },
  {
    state: 'the credentials are of an account that is not allowed',
    inputs: { 'allowed-account-ids': ids.otherAccount },
    finds: ['error wrong-account'],
  },
  {
    state: 'the endpoint lost an availability zone',
    make: (world, { endpoint }) => world.setEndpointSubnets(endpoint, [first, second]),
    finds: ['error subnets'],
    says: new RegExp(`${fourth} \\(use1-az4\\).* \\| ${first} \\(use1-az1\\), ${second} \\(use1-az2\\) \\|`),
    mend: 'ensure',
  },
  {
    state: 'the endpoint is in more subnets than subnet-ids has',
    inputs: { 'subnet-ids': `${first},${second}` },
    finds: ['error subnets'],
    mend: 'ensure',
  },
  {
    state: 'subnet-ids has one of nowhere',
    inputs: { 'subnet-ids': 'subnet-0ddddddddddddddd1' },
    finds: ['error subnet-invalid'],
  },
  {
    state: 'subnet-ids has one of nowhere and two in one zone',
    make(world) {
      const { id } = world.addSubnet({ vpcId: ids.vpc, azId: 'use1-az1', cidr: '10.20.9.0/24' });
      return { 'subnet-ids': `${first},${id},subnet-0ddddddddddddddd1` };
    },
    // Two mistakes, each told with its own fix.
    finds: ['error subnet-invalid', 'error subnet-invalid'],
  },
  { state: 'subnet-ids has one in another zone', inputs: { 'subnet-ids': ids.oddSubnet }, finds: ['error az-none'] },
  {
    state: 'no subnet has a free address for the endpoint to be made',
    empty: true,
    make: (world) => {
      for (const { id } of world.tables.subnet.values()) change(world, 'subnet', id, { freeIps: 0 });
    },
    finds: ['error endpoint-missing', 'error subnet-full'],
  },
  {
    state: 'the endpoint has another group than its own',
    make: (world, { endpoint }) => world.setEndpointGroups(endpoint, [defaultGroup(world)]),
    finds: ['error groups'],
    says: ({ endpoint, group }) => new RegExp(`${endpoint} \\| ${group} \\| sg-`),
    mend: 'ensure',
  },
  {
    state: 'the group is gone and the endpoint has the default one',
    make(world, { endpoint, group }) {
      world.setEndpointGroups(endpoint, [defaultGroup(world)]);
      world.deleteGroup(group);
    },
    finds: ['error group-missing'],
    mend: 'ensure',
  },
  {
    state: 'a group with the name of ours is marked as of another tool',
    make: (world, { group }) => world.setTags(group, { 'cockroachdb-privatelink/managed-by': 'somebody' }),
    finds: ['error group-name-taken'],
  },
  {
    state: 'security-group-ids has one of nowhere',
    inputs: { 'security-group-ids': 'sg-0ddddddddddddddd1' },
    finds: ['error group-invalid'],
  },
  {
    state: 'security-group-ids has one of another VPC',
    seed: (seed) => seed.vpcs.push(emptyVpc),
    make: (world) => ({ 'security-group-ids': world.createGroup({ vpcId: emptyVpc.id, name: 'clients' }).id }),
    finds: ['error group-invalid'],
  },
  {
    state: 'a rule for a block of the VPC is gone',
    make: (world, { group }) =>
      world.removeRule(world.rules(group).find((one) => one.cidr === '100.64.0.0/20')?.id ?? ''),
    finds: ['error rule-missing'],
    says: /26257\/tcp from 100\.64\.0\.0\/20 \| no such rule/,
    mend: 'ensure',
  },
  {
    state: 'a rule of ours lets in another port',
    make: (world, { group }) =>
      change(world, 'rule', world.rules(group)[0]?.id ?? '', { fromPort: 5432, toPort: 5432 }),
    finds: ['error rule-missing', 'error rule-stale'],
    mend: 'ensure',
  },
  {
    state: 'a rule of ours was widened to every port',
    make: (world, { group }) => change(world, 'rule', world.rules(group)[0]?.id ?? '', { fromPort: 0, toPort: 65535 }),
    finds: ['error rule-stale'],
    mend: 'ensure',
  },
  {
    state: 'a rule of ours lets in what is not asked for any more',
    make: (world, { group }) => void world.addRule({ groupId: group, cidr: '192.0.2.0/24', description: OURS }),
    finds: ['error rule-stale'],
    says: /192\.0\.2\.0\/24/,
    mend: 'ensure',
  },
  {
    state: 'a rule of ours lets in everybody',
    make: (world, { group }) => void world.addRule({ groupId: group, cidr: '0.0.0.0/0', description: OURS }),
    finds: ['error rule-public'],
    mend: 'ensure',
  },
  {
    state: 'a rule of somebody else lets in everybody',
    make: (world, { group }) => void world.addRule({ groupId: group, cidr: '0.0.0.0/0', description: 'debugging' }),
    finds: ['error rule-public'],
    says: /To remove it: aws ec2 revoke-security-group-ingress /,
    mend: (world, { group }) => world.removeRule(world.rules(group).find((one) => one.cidr === '0.0.0.0/0')?.id ?? ''),
  },
  { state: 'everybody is let in on purpose', inputs: { 'allowed-cidrs': '0.0.0.0/0' }, make: openOnPurpose, finds: [] },
  {
    state: 'rules of somebody else are in our group',
    make(world, { group }) {
      world.addRule({ groupId: group, cidr: '192.0.2.0/24', description: 'office' });
      world.addRule({ groupId: group, sourceGroupId: defaultGroup(world) });
    },
    finds: ['error rule-manual', 'error rule-manual'],
  },
  {
    state: 'rules of somebody else let in IPv6 and a prefix list',
    make(world, { group }) {
      world.addRule({ groupId: group, cidr6: '2001:db8::/32' });
      world.addRule({ groupId: group, prefixListId: 'pl-0123456789abcdef0' });
    },
    finds: ['error rule-manual', 'error rule-manual'],
  },
  {
    state: 'a rule of somebody else lets everybody in at a port that is not ours',
    make: (world, { group }) => void world.addRule({ groupId: group, cidr: '0.0.0.0/0', fromPort: 443, toPort: 443 }),
    finds: ['warning rule-stranger'],
    says: /\b443\b/,
  },
  {
    state: 'security-group-ids has one that lets nobody in',
    make: (world, path) => explicitGroup(world, path),
    finds: ['error explicit-group-closed'],
  },
  {
    state: 'security-group-ids has one that lets another port in',
    make: (world, path) => explicitGroup(world, path, { fromPort: 443, toPort: 443 }),
    finds: ['error explicit-group-closed'],
  },
  {
    state: 'security-group-ids has one that lets a wide range of ports in',
    make: (world, path) => explicitGroup(world, path, { fromPort: 0, toPort: 65535 }),
    finds: [],
  },
  {
    state: 'security-group-ids has one that lets the port of UDP in',
    make: (world, path) => explicitGroup(world, path, { protocol: 'udp' }),
    finds: ['error explicit-group-closed'],
    says: /Add an ingress rule for 26257\/tcp from your clients/,
  },
  // Where the clients are, only the owner of the group knows (ministryofjustice/modernisation-platform PR 13403).
  {
    state: 'security-group-ids has one in a hub VPC that lets only the spokes in',
    make: (world, path) => explicitGroup(world, path, { cidr: '10.30.0.0/16' }, { cidr: '10.40.0.0/16' }),
    finds: [],
  },
  {
    state: 'security-group-ids has one that lets only a prefix list in',
    make: (world, path) => explicitGroup(world, path, { cidr: null, prefixListId: 'pl-0123456789abcdef0' }),
    finds: [],
  },
  {
    state: 'security-group-ids has one that lets only IPv6 in',
    make: (world, path) => explicitGroup(world, path, { cidr: null, cidr6: '2001:db8::/32' }),
    finds: [],
  },
  {
    state: 'security-group-ids has one that lets all protocols in from elsewhere',
    make: (world, path) =>
      explicitGroup(world, path, { protocol: '-1', fromPort: -1, toPort: -1, cidr: '192.168.0.0/16' }),
    finds: [],
  },
  {
    state: 'security-group-ids has one that lets nobody in, and another environment keeps an open one on the endpoint',
    make(world, { cluster, endpoint, group }) {
      world.setTags(endpoint, claimTag(cluster, 'other'));
      const { id } = world.createGroup({ vpcId: ids.vpc, name: 'shop-clients' });
      world.setEndpointGroups(endpoint, [id, group]);
      return { 'security-group-ids': id };
    },
    finds: ['warning shared-setting'],
  },
  {
    state:
      'an endpoint of another owner has a group that lets nobody in and one of another account, which is not shown',
    make(world, { endpoint, group }) {
      for (const rule of world.rules(group)) world.removeRule(rule.id);
      change(world, 'group', defaultGroup(world), { accountId: ids.otherAccount });
      world.setEndpointGroups(endpoint, [group, defaultGroup(world)]);
      return { 'vpc-id': '', 'endpoint-id': endpoint };
    },
    finds: [],
  },
  {
    state: 'an endpoint of another owner lets only networks outside the VPC in',
    make(world, { endpoint, group }) {
      for (const rule of world.rules(group)) world.removeRule(rule.id);
      world.addRule({ groupId: group, cidr: '10.30.0.0/16' });
      return { 'vpc-id': '', 'endpoint-id': endpoint };
    },
    finds: [],
  },
  {
    state: 'another environment shares the endpoint, and this one would take a rule away',
    make(world, { cluster, endpoint, group }) {
      world.setTags(endpoint, claimTag(cluster, 'other'));
      world.addRule({ groupId: group, cidr: '192.0.2.0/24', description: OURS });
    },
    finds: ['warning shared-setting'],
    says: /192\.0\.2\.0\/24.*other/,
  },
  {
    state: 'another environment shares the endpoint, and this one wants less of everything',
    inputs: { 'private-dns': 'false', 'subnet-ids': `${first},${second}` },
    make(world, { cluster, endpoint, group }) {
      world.setTags(endpoint, claimTag(cluster, 'other'));
      world.addRule({ groupId: group, cidr: '192.0.2.0/24', description: OURS });
    },
    // The rule, the subnet and private DNS: each stays, and each is told.
    finds: ['warning shared-setting', 'warning shared-setting', 'warning shared-setting'],
  },
]);

function openOnPurpose(world: World, { group }: Path): void {
  for (const rule of world.rules(group)) world.removeRule(rule.id);
  world.addRule({ groupId: group, cidr: '0.0.0.0/0', description: OURS });
}
