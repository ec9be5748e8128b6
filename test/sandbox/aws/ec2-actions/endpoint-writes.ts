import { changeEndpoint, detachInterfaces, networkInterfacesFor, startDeletingEndpoint } from '../../lifecycle.ts';
import type { Endpoint } from '../../types.ts';
import type { Ec2Action, Ec2Context } from '../ec2-context.ts';
import { byIds } from '../listing.ts';
import { AwsError, type Xml } from '../query-protocol.ts';
import { createVpcEndpoint } from './create-endpoint.ts';
import {
  checkGroupsOfVpc,
  checkSubnets,
  groupResource,
  policyRefused,
  subnetResource,
  vpcResource,
} from './endpoint-parts.ts';
import { ENDPOINT_ID } from './endpoint-reads.ts';
import { checkPrivateDns, hangsForHostedZone } from './private-dns.ts';
import { findService } from './views.ts';

/** The caller's endpoint of this ID, as the service itself knows it. */
function ownEndpoint({ world, caller }: Ec2Context, id: string): Endpoint {
  const own = [...world.tables.endpoint.values()].filter((endpoint) => {
    const young = world.now() - endpoint.createdAt < world.settings.propagation.endpoint * 1000;
    const mine = endpoint.accountId === caller.accountId && endpoint.region === caller.region;
    return mine && endpoint.state !== 'deleted' && !young;
  });
  const [endpoint] = byIds(own, [id], ENDPOINT_ID);
  if (!endpoint) throw new AwsError('InvalidVpcEndpointId.NotFound', `The Vpc Endpoint Id '${id}' does not exist`);
  return endpoint;
}

const ModifyVpcEndpoint: Ec2Action = (context) => {
  const { world, params } = context;
  const endpoint = ownEndpoint(context, params.get('VpcEndpointId') ?? '');
  const addSubnets = params.list('AddSubnetId');
  const removeSubnets = params.list('RemoveSubnetId');
  const addGroups = params.list('AddSecurityGroupId');
  const removeGroups = params.list('RemoveSecurityGroupId');
  const dns = params.flag('PrivateDnsEnabled');
  context.authorize([
    { path: `vpc-endpoint/${endpoint.id}`, tags: endpoint.tags },
    ...(world.settings.iam.modifyChecksVpc ? [vpcResource(world, endpoint.vpcId)] : []),
    ...[...addSubnets, ...removeSubnets].map((id) => subnetResource(world, id)),
    ...[...addGroups, ...removeGroups].map((id) => groupResource(world, id)),
  ]);
  if (params.get('PolicyDocument')) throw policyRefused(endpoint.serviceName);
  if (params.has('DnsOptions')) throw new AwsError('InvalidParameter', 'DnsOptions are not supported for this service');
  const over = ['rejected', 'failed', 'expired', 'deleting'].includes(endpoint.state);
  const busy = endpoint.state !== 'available' && world.settings.ec2.modifyWhileNotAvailable === 'refuse';
  // Private DNS before acceptance has an error of its own.
  const service = findService(world, endpoint.serviceName);
  if (dns && hangsForHostedZone(context)) return { $hangs: true };
  if (dns && service && !over) checkPrivateDns(world, { service, vpcId: endpoint.vpcId, endpoint });
  if (busy && !over) throw underWay(context, endpoint);
  if (over) {
    throw new AwsError(
      'IncorrectState',
      `The VPC endpoint ${endpoint.id} is in the state ${endpoint.state}, which does not allow this operation`,
    );
  }
  const unknownSubnet = removeSubnets.find((id) => !endpoint.subnetIds.includes(id));
  if (unknownSubnet) {
    throw new AwsError('InvalidParameter', `The subnet ${unknownSubnet} is not associated with ${endpoint.id}`);
  }
  checkSubnets(world, { subnetIds: addSubnets, vpcId: endpoint.vpcId, service, present: endpoint.subnetIds });
  checkGroupsOfVpc(context, { groupIds: addGroups, vpcId: endpoint.vpcId });
  const unknownGroup = removeGroups.find((id) => !endpoint.groupIds.includes(id));
  if (unknownGroup) {
    throw new AwsError('InvalidParameter', `The security group ${unknownGroup} is not associated with ${endpoint.id}`);
  }
  const kept = endpoint.groupIds.filter((id) => !removeGroups.includes(id));
  const groups = [...new Set([...kept, ...addGroups])];
  if (groups.length === 0) {
    throw new AwsError('InvalidParameter', 'An interface endpoint must keep at least one security group');
  }
  if (groups.length > 5) {
    throw new AwsError('SecurityGroupsPerInterfaceLimitExceeded', 'The maximum number of groups per interface is 5');
  }

  detachInterfaces(world, endpoint, removeSubnets);
  endpoint.subnetIds = [...endpoint.subnetIds.filter((id) => !removeSubnets.includes(id)), ...addSubnets];
  endpoint.groupIds = groups;
  for (const eni of world.tables.eni.values()) {
    if (eni.endpointId === endpoint.id && !eni.detaching) eni.groupIds = [...groups];
  }
  networkInterfacesFor(world, endpoint, addSubnets);
  if (dns !== undefined) endpoint.privateDnsTarget = dns;
  changeEndpoint(world, endpoint, dns === undefined ? world.settings.seconds.modify : world.settings.seconds.dns);
  return { return: true };
};

/** The refusal of a change while another is under way (terraform-provider-aws 42875, terraform-provider-mongodbatlas 590). */
function underWay({ world }: Ec2Context, { id, state }: Endpoint): AwsError {
  const code = world.settings.ec2.underWay;
  if (code === 'OperationInProgress') return new AwsError(code, 'VpcEndpoint modify operation in progress');
  if (code === 'InvalidParameter') {
    const why = 'because there is an idempotent operation going on';
    return new AwsError(code, `Cannot modify VPC Endpoint ${id} at this time ${why}`);
  }
  return new AwsError(code, `The VPC endpoint ${id} is in the state ${state}, which does not allow this operation`);
}

const DeleteVpcEndpoints: Ec2Action = (context) => {
  const { world, caller, params } = context;
  const ids = params.list('VpcEndpointId');
  if (ids.length === 0) throw new AwsError('MissingParameter', 'The request must contain the parameter VpcEndpointId');
  const own = (id: string) => {
    const endpoint = world.tables.endpoint.get(id);
    const mine = endpoint?.accountId === caller.accountId && endpoint.region === caller.region;
    return mine && endpoint.state !== 'deleted' ? endpoint : undefined;
  };
  context.authorize(
    ids.map((id) => {
      const endpoint = own(id);
      const keys = { 'ec2:VpceServiceName': endpoint?.serviceName };
      return { path: `vpc-endpoint/${id}`, tags: endpoint?.tags ?? {}, keys };
    }),
  );
  const unsuccessful: Xml[] = [];
  for (const id of ids) {
    const endpoint = own(id);
    const fail = (code: string, message: string) => unsuccessful.push({ resourceId: id, error: { code, message } });
    const { deletionRefused } = world.settings.ec2;
    if (endpoint && deletionRefused.times > 0) {
      deletionRefused.times -= 1;
      fail(deletionRefused.code, deletionRefused.message);
    } else if (!endpoint) fail('InvalidVpcEndpoint.NotFound', `The VpcEndpoint Id '${id}' does not exist`);
    else if (endpoint.requesterManaged) fail('OperationNotPermitted', `${id} is managed by the requester`);
    else if (endpoint.state !== 'deleting') startDeletingEndpoint(world, endpoint);
  }
  return { unsuccessful };
};

export const endpointActions = { CreateVpcEndpoint: createVpcEndpoint, ModifyVpcEndpoint, DeleteVpcEndpoints };
