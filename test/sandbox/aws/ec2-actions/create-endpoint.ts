import { acceptEndpoint, endEndpoint, endpointAfter, networkInterfacesFor } from '../../lifecycle.ts';
import type { Endpoint, Service } from '../../types.ts';
import { defaultGroupOf } from '../default-group.ts';
import { type Ec2Action, type Ec2Context, requestTagKeys } from '../ec2-context.ts';
import { AwsError } from '../query-protocol.ts';
import { readTagSpecification } from '../tag-rules.ts';
import {
  acceptanceRequired,
  checkGroupsOfVpc,
  checkSubnets,
  groupResource,
  policyRefused,
  subnetResource,
  withoutVpcKey,
} from './endpoint-parts.ts';
import { serviceIsKnownTo } from './endpoint-reads.ts';
import { checkPrivateDns, hangsForHostedZone } from './private-dns.ts';
import { endpointView, findService } from './views.ts';

/** CreateVpcEndpoint, with the client token's promises. */
export const createVpcEndpoint: Ec2Action = (context) => {
  const { world, caller, params } = context;
  const vpcId = params.get('VpcId') ?? '';
  const serviceName = params.get('ServiceName') ?? '';
  const tags = readTagSpecification(context, 'vpc-endpoint');
  const subnetIds = params.list('SubnetId');
  const groupIds = params.list('SecurityGroupId');
  const vpc = world.tables.vpc.get(vpcId);
  if (!vpcId || !serviceName) throw new AwsError('MissingParameter', 'The request must contain VpcId and ServiceName');
  const owned = vpc && vpc.region === caller.region && vpc.accountId === caller.accountId;
  const keys = { ...requestTagKeys(tags), 'ec2:VpceServiceName': serviceName };
  const resources = [
    { path: `vpc/${vpcId}`, tags: vpc?.tags ?? {}, keys: { 'ec2:VpcID': vpcId } },
    { path: 'vpc-endpoint/*', keys },
    ...subnetIds.map((id) => withoutVpcKey(subnetResource(world, id))),
    ...groupIds.map((id) => withoutVpcKey(groupResource(world, id))),
  ];
  const createTags = { path: 'vpc-endpoint/*', keys: { ...keys, 'ec2:CreateAction': 'CreateVpcEndpoint' } };
  const tagged = Object.keys(tags).length > 0;
  context.authorize(resources, tagged ? { action: 'CreateTags', resources: [createTags] } : undefined);

  const token = params.get('ClientToken');
  const replayed = token === undefined ? undefined : replay(context, token);
  if (replayed) return answer(context, replayed);

  if (!vpc || (!owned && !vpc.sharedWith.includes(caller.accountId))) {
    throw new AwsError('InvalidVpcId.NotFound', `The Vpc Id ${vpcId} does not exist`);
  }
  const service = owned ? findService(world, serviceName) : undefined;
  const trusted = service ? serviceIsKnownTo(service, caller.accountId) : false;
  const hidden = !trusted && world.settings.ec2.untrusted === 'does-not-exist';
  if (!service || service.region !== caller.region || hidden) {
    throw new AwsError('InvalidServiceName', `The Vpc Endpoint Service '${serviceName}' does not exist`);
  }
  const type = params.get('VpcEndpointType') ?? 'Gateway';
  if (type !== 'Interface') {
    if (subnetIds.length) {
      const kinds = 'Interface and GatewayLoadBalancer type VPC Endpoints';
      throw new AwsError('InvalidParameter', `Subnet IDs are only supported for ${kinds}.`);
    }
    const text = `The Vpc Endpoint Service '${serviceName}' does not support the endpoint type '${type}'.`;
    throw new AwsError('InvalidServiceName', text);
  }
  if (params.get('PolicyDocument')) throw policyRefused(serviceName);
  if (params.has('DnsOptions')) throw new AwsError('InvalidParameter', 'DnsOptions are not supported for this service');
  const ipAddressType = params.get('IpAddressType') ?? 'ipv4';
  if (ipAddressType !== 'ipv4') {
    throw new AwsError('InvalidParameter', `The service ${serviceName} does not support ${ipAddressType}`);
  }
  const dns = params.flag('PrivateDnsEnabled') ?? world.settings.ec2.privateDnsDefault;
  if (dns && hangsForHostedZone(context)) return { $hangs: true };
  if (dns) checkPrivateDns(world, { service, vpcId, endpoint: null });
  checkSubnets(world, { subnetIds, vpcId, service, present: [] });
  checkGroupsOfVpc(context, { groupIds, vpcId });
  const used = [...world.tables.endpoint.values()].filter((one) => one.vpcId === vpcId && one.state !== 'deleted');
  if (used.length >= world.settings.ec2.quotas.endpointsPerVpc) {
    throw new AwsError('VpcEndpointLimitExceeded', 'The maximum number of VPC endpoints has been reached.');
  }
  const endpoint: Endpoint = {
    id: world.id('vpce'),
    accountId: caller.accountId,
    region: caller.region,
    vpcId,
    serviceName,
    type,
    state: 'pendingAcceptance',
    accepted: false,
    subnetIds,
    groupIds: groupIds.length ? groupIds : [defaultGroupOf(world, vpcId)],
    privateDnsEnabled: false,
    privateDnsTarget: dns,
    ipAddressType,
    clientToken: token ?? null,
    requesterManaged: false,
    createdAt: world.now(),
    lastError: null,
    generation: 0,
    tags,
  };
  world.tables.endpoint.set(endpoint.id, endpoint);
  networkInterfacesFor(world, endpoint, subnetIds);
  if (token !== undefined) {
    const print = params.fingerprint(['ClientToken', 'DryRun']);
    world.clientTokens.set(tokenKey(context, token), { params: print, endpointId: endpoint.id, at: world.now() });
  }
  begin(context, { endpoint, service, trusted });
  return { ...answer(context, endpoint), $delaySeconds: world.settings.seconds.createEndpoint };
};

function begin(
  { world }: Ec2Context,
  { endpoint, service, trusted }: { endpoint: Endpoint; service: Service; trusted: boolean },
): void {
  if (!trusted) {
    const end = world.settings.ec2.untrusted === 'created-then-failed' ? 'failed' : 'rejected';
    const { acceptance } = world.settings.seconds;
    endpointAfter(world, endpoint, { seconds: acceptance, change: () => endEndpoint(endpoint, end) });
  } else if (!acceptanceRequired(world, service)) acceptEndpoint(world, endpoint);
}

function answer({ world }: Ec2Context, endpoint: Endpoint) {
  return { vpcEndpoint: endpointView(world, endpoint), clientToken: endpoint.clientToken };
}

const tokenKey = ({ caller }: Ec2Context, token: string) => `${caller.accountId}/${caller.region}/${token}`;

/** The endpoint that this token made before, if the token still stands for one. */
function replay(context: Ec2Context, token: string): Endpoint | undefined {
  const { world, params } = context;
  if (token.length > 64 || !/^[\x21-\x7e]+$/.test(token)) {
    throw new AwsError('InvalidClientToken', 'The client token is not valid');
  }
  const known = world.clientTokens.get(tokenKey(context, token));
  if (!known || world.now() - known.at > world.settings.ec2.tokenSeconds * 1000) return undefined;
  const endpoint = world.tables.endpoint.get(known.endpointId);
  const dead = !endpoint || endpoint.state === 'deleted' || endpoint.state === 'deleting';
  if (dead && world.settings.ec2.deadToken === 'create-new') return undefined;
  if (known.params !== params.fingerprint(['ClientToken', 'DryRun'])) {
    throw new AwsError(
      'IdempotentParameterMismatch',
      'The request uses the same client token as a previous, but non-identical request.',
    );
  }
  return endpoint ?? ghost(context, { id: known.endpointId, token });
}

/** What a replay answers about an endpoint that is long gone: its ID and what was asked for. */
function ghost({ params, caller }: Ec2Context, { id, token }: { id: string; token: string }): Endpoint {
  return {
    id,
    accountId: caller.accountId,
    region: caller.region,
    vpcId: params.get('VpcId') ?? '',
    serviceName: params.get('ServiceName') ?? '',
    type: params.get('VpcEndpointType') ?? 'Gateway',
    state: 'deleted',
    accepted: false,
    subnetIds: [],
    groupIds: [],
    privateDnsEnabled: false,
    privateDnsTarget: false,
    ipAddressType: 'ipv4',
    clientToken: token,
    requesterManaged: false,
    createdAt: 0,
    lastError: null,
    generation: 0,
    tags: {},
  };
}
