import type { Service } from '../../types.ts';
import type { Ec2Action, Ec2Context } from '../ec2-context.ts';
import { applyFilters, byIds, paginate, tagSet } from '../listing.ts';
import { AwsError } from '../query-protocol.ts';
import { zoneName } from '../zones.ts';
import { acceptanceRequired } from './endpoint-parts.ts';
import { endpointView } from './views.ts';

export const ENDPOINT_ID = {
  prefix: 'vpce',
  notFound: 'InvalidVpcEndpointId.NotFound',
  malformed: 'InvalidVpcEndpointId.Malformed',
  label: 'Vpc Endpoint Id',
};

/** Endpoints are seen by the account that owns them, never by those that share the VPC. */
const DescribeVpcEndpoints: Ec2Action = (context) => {
  context.authorize([{ path: '*' }]);
  const { world, caller } = context;
  const own = world
    .read('endpoint')
    .filter((endpoint) => endpoint.region === caller.region && endpoint.accountId === caller.accountId);
  const found = byIds(own, context.params.list('VpcEndpointId'), ENDPOINT_ID);
  const rows = applyFilters(context, found, {
    'vpc-id': (endpoint) => [endpoint.vpcId],
    'vpc-endpoint-id': (endpoint) => [endpoint.id],
    'vpc-endpoint-state': (endpoint) => [endpoint.state],
    'vpc-endpoint-type': (endpoint) => [endpoint.type],
    'service-name': (endpoint) => [endpoint.serviceName],
    'service-region': (endpoint) => [endpoint.region],
    'ip-address-type': (endpoint) => [endpoint.ipAddressType],
  });
  const { page, nextToken } = paginate(context, rows, { least: 1 });
  return { vpcEndpointSet: page.map((endpoint) => endpointView(world, endpoint)), nextToken };
};

const DescribeVpcEndpointServices: Ec2Action = (context) => {
  context.authorize([{ path: '*' }]);
  const { world, caller, params } = context;
  const known = world
    .read('service')
    .filter((service) => service.region === caller.region)
    .filter(
      (service) => serviceIsKnownTo(service, caller.accountId) || world.settings.ec2.untrusted !== 'does-not-exist',
    );
  const names = params.list('ServiceName');
  for (const name of names) {
    if (!known.some((service) => service.name === name)) {
      throw new AwsError('InvalidServiceName', `The Vpc Endpoint Service '${name}' does not exist`);
    }
  }
  const found = names.length ? known.filter((service) => names.includes(service.name)) : known;
  const rows = applyFilters(context, found, {
    'service-name': (service) => [service.name],
    'service-type': () => ['Interface'],
    owner: (service) => [service.ownerId],
    'service-region': (service) => [service.region],
    'supported-ip-address-types': () => ['ipv4'],
  });
  const { page, nextToken } = paginate(context, rows, { least: 1 });
  return {
    serviceNameSet: page.map(({ name }) => name),
    serviceDetailSet: page.map((service) => serviceView(context, service)),
    nextToken,
  };
};

/** Whether an account may use (and so find) a service. */
export function serviceIsKnownTo(service: Service, accountId: string): boolean {
  return service.allowed === 'all' || service.allowed.includes(accountId);
}

function serviceView({ world, caller }: Ec2Context, service: Service) {
  const zone = (azId: string) => zoneName(world, { accountId: caller.accountId, region: caller.region, azId });
  return {
    serviceName: service.name,
    serviceId: service.id,
    serviceType: [{ serviceType: 'Interface' }],
    serviceRegion: service.region,
    availabilityZoneIdSet: service.azIds,
    availabilityZoneSet: service.azIds.map(zone),
    owner: service.ownerId,
    baseEndpointDnsNameSet: [`${service.id}.${service.region}.vpce.amazonaws.com`],
    privateDnsName: service.privateDnsName,
    privateDnsNameSet: service.privateDnsName ? [{ privateDnsName: service.privateDnsName }] : [],
    privateDnsNameVerificationState: service.privateDnsName ? service.verification : undefined,
    vpcEndpointPolicySupported: false,
    acceptanceRequired: acceptanceRequired(world, service),
    managesVpcEndpoints: false,
    supportedIpAddressTypeSet: ['ipv4'],
    tagSet: tagSet(service.tags),
  };
}

export const endpointReads = { DescribeVpcEndpoints, DescribeVpcEndpointServices };
