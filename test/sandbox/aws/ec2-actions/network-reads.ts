import type { Ec2Action, Ec2Context } from '../ec2-context.ts';
import { applyFilters, byIds, paginate, tagSet } from '../listing.ts';
import { AwsError } from '../query-protocol.ts';
import { zoneName } from '../zones.ts';
import { groupRefs } from './views.ts';

const VPC_ID = {
  prefix: 'vpc',
  notFound: 'InvalidVpcID.NotFound',
  malformed: 'InvalidVpcID.Malformed',
  label: 'vpc ID',
};
const SUBNET_ID = {
  prefix: 'subnet',
  notFound: 'InvalidSubnetID.NotFound',
  malformed: 'InvalidSubnetID.Malformed',
  label: 'subnet ID',
};
const ENI_ID = {
  prefix: 'eni',
  notFound: 'InvalidNetworkInterfaceID.NotFound',
  malformed: 'InvalidNetworkInterfaceId.Malformed',
  label: 'networkInterface ID',
};

/** VPCs that a caller sees: its own, and those whose subnets are shared with it. */
function visibleVpcs({ world, caller }: Ec2Context) {
  return world
    .read('vpc')
    .filter((vpc) => vpc.region === caller.region)
    .filter((vpc) => vpc.accountId === caller.accountId || vpc.sharedWith.includes(caller.accountId));
}

const DescribeVpcs: Ec2Action = (context) => {
  context.authorize([{ path: '*' }]);
  const found = byIds(visibleVpcs(context), context.params.list('VpcId'), VPC_ID);
  const rows = applyFilters(context, found, {
    'vpc-id': (vpc) => [vpc.id],
    'owner-id': (vpc) => [vpc.accountId],
    state: () => ['available'],
    cidr: (vpc) => [vpc.cidrs[0]?.cidr],
    'cidr-block-association.cidr-block': (vpc) => vpc.cidrs.map(({ cidr }) => cidr),
    'is-default': (vpc) => [String(vpc.isDefault)],
    isDefault: (vpc) => [String(vpc.isDefault)],
  });
  const { page, nextToken } = paginate(context, rows);
  return {
    vpcSet: page.map((vpc) => ({
      vpcId: vpc.id,
      ownerId: vpc.accountId,
      state: 'available',
      cidrBlock: vpc.cidrs[0]?.cidr,
      cidrBlockAssociationSet: vpc.cidrs.map(({ cidr, state }, index) => ({
        cidrBlock: cidr,
        associationId: `vpc-cidr-assoc-${index}${vpc.id.slice(4)}`,
        cidrBlockState: { state },
      })),
      ipv6CidrBlockAssociationSet: vpc.ipv6Cidrs.length
        ? vpc.ipv6Cidrs.map((cidr, index) => ({
            ipv6CidrBlock: cidr,
            associationId: `vpc-cidr-assoc-6${index}${vpc.id.slice(4)}`,
            ipv6CidrBlockState: { state: 'associated' },
          }))
        : undefined,
      dhcpOptionsId: 'dopt-0a1b2c3d',
      instanceTenancy: 'default',
      isDefault: vpc.isDefault,
      tagSet: tagSet(vpc.tags),
    })),
    nextToken,
  };
};

const DescribeVpcAttribute: Ec2Action = (context) => {
  const id = context.params.get('VpcId') ?? '';
  const attribute = context.params.get('Attribute');
  const named = visibleVpcs(context).find((one) => one.id === id);
  // Whether it is there is told only to whoever may read it.
  context.authorize([{ path: `vpc/${id}`, tags: named?.tags ?? {}, keys: { 'ec2:VpcID': id } }]);
  const [vpc] = byIds(visibleVpcs(context), [id], VPC_ID);
  const values: Record<string, boolean> = {
    enableDnsSupport: vpc?.dnsSupport ?? false,
    enableDnsHostnames: vpc?.dnsHostnames ?? false,
    enableNetworkAddressUsageMetrics: false,
  };
  if (!attribute) throw new AwsError('MissingParameter', 'The request must contain the parameter attribute');
  const value = values[attribute];
  if (value === undefined) {
    throw new AwsError('InvalidParameterValue', `Value (${attribute}) for parameter attribute is invalid.`);
  }
  return { vpcId: id, [attribute]: { value } };
};

const DescribeSubnets: Ec2Action = (context) => {
  context.authorize([{ path: '*' }]);
  const { world, caller } = context;
  const vpcs = new Set(visibleVpcs(context).map(({ id }) => id));
  const visible = world.read('subnet').filter((subnet) => subnet.region === caller.region && vpcs.has(subnet.vpcId));
  const found = byIds(visible, context.params.list('SubnetId'), SUBNET_ID);
  const zone = (azId: string) => zoneName(world, { accountId: caller.accountId, region: caller.region, azId });
  const rows = applyFilters(context, found, {
    'vpc-id': (subnet) => [subnet.vpcId],
    'subnet-id': (subnet) => [subnet.id],
    'owner-id': (subnet) => [subnet.accountId],
    state: () => ['available'],
    'availability-zone-id': (subnet) => [subnet.azId],
    availabilityZoneId: (subnet) => [subnet.azId],
    'availability-zone': (subnet) => [zone(subnet.azId)],
    availabilityZone: (subnet) => [zone(subnet.azId)],
    'cidr-block': (subnet) => [subnet.cidr],
    'ipv6-native': (subnet) => [String(subnet.ipv6Native)],
  });
  const { page, nextToken } = paginate(context, rows);
  return {
    subnetSet: page.map((subnet) => ({
      subnetId: subnet.id,
      subnetArn: `arn:${caller.partition}:ec2:${subnet.region}:${subnet.accountId}:subnet/${subnet.id}`,
      state: 'available',
      ownerId: subnet.accountId,
      vpcId: subnet.vpcId,
      cidrBlock: subnet.ipv6Native ? undefined : subnet.cidr,
      availableIpAddressCount: subnet.freeIps,
      availabilityZone: zone(subnet.azId),
      availabilityZoneId: subnet.azId,
      defaultForAz: false,
      mapPublicIpOnLaunch: false,
      ipv6Native: subnet.ipv6Native,
      outpostArn: subnet.outpostArn ?? undefined,
      tagSet: tagSet(subnet.tags),
    })),
    nextToken,
  };
};

const DescribeNetworkInterfaces: Ec2Action = (context) => {
  context.authorize([{ path: '*' }]);
  const { world, caller } = context;
  const own = world.read('eni').filter((eni) => eni.region === caller.region && eni.accountId === caller.accountId);
  const found = byIds(own, context.params.list('NetworkInterfaceId'), ENI_ID);
  const rows = applyFilters(context, found, {
    'network-interface-id': (eni) => [eni.id],
    'group-id': (eni) => eni.groupIds,
    'vpc-id': (eni) => [eni.vpcId],
    'subnet-id': (eni) => [eni.subnetId],
    'interface-type': () => ['vpc_endpoint'],
    'requester-managed': () => ['true'],
    'private-ip-address': (eni) => [eni.ip],
    description: (eni) => [`VPC Endpoint Interface ${eni.endpointId}`],
    status: (eni) => [eni.detaching ? 'detaching' : 'in-use'],
  });
  const { page, nextToken } = paginate(context, rows);
  return {
    networkInterfaceSet: page.map((eni) => {
      const azId = world.tables.subnet.get(eni.subnetId)?.azId ?? '';
      return {
        networkInterfaceId: eni.id,
        subnetId: eni.subnetId,
        vpcId: eni.vpcId,
        availabilityZone: zoneName(world, { accountId: caller.accountId, region: caller.region, azId }),
        availabilityZoneId: azId,
        description: `VPC Endpoint Interface ${eni.endpointId}`,
        ownerId: eni.accountId,
        requesterId: '727180483921',
        requesterManaged: true,
        status: eni.detaching ? 'detaching' : 'in-use',
        privateIpAddress: eni.ip,
        privateIpAddressesSet: [{ privateIpAddress: eni.ip, primary: true }],
        sourceDestCheck: true,
        groupSet: groupRefs(world, eni.groupIds),
        interfaceType: 'vpc_endpoint',
        tagSet: tagSet(eni.tags),
      };
    }),
    nextToken,
  };
};

/** One attribute at a time. Source: EC2 API reference, ModifyVpcAttribute. */
const ModifyVpcAttribute: Ec2Action = (context) => {
  const id = context.params.get('VpcId') ?? '';
  const vpc = context.world.tables.vpc.get(id);
  context.authorize([{ path: `vpc/${id}`, tags: vpc?.tags ?? {}, keys: { 'ec2:VpcID': id } }]);
  byIds(visibleVpcs(context), [id], VPC_ID);
  const given = ['EnableDnsSupport', 'EnableDnsHostnames'].filter((name) => context.params.has(name));
  if (given.length !== 1) {
    throw new AwsError('InvalidParameterCombination', 'Fields for multiple attribute types specified');
  }
  const value = context.params.flag(`${given[0]}.Value`) ?? false;
  if (vpc) Object.assign(vpc, given[0] === 'EnableDnsSupport' ? { dnsSupport: value } : { dnsHostnames: value });
  return { return: true };
};

export const networkReads = {
  DescribeVpcs,
  DescribeVpcAttribute,
  DescribeSubnets,
  DescribeNetworkInterfaces,
  ModifyVpcAttribute,
};
