import { CreateVpcEndpointCommand, DeleteVpcEndpointsCommand, ModifyVpcEndpointCommand } from '@aws-sdk/client-ec2';
import { meaningOf } from '../errors.ts';
import { parseEndpoint } from '../parse.ts';
import { type Caller, tagged } from './call.ts';
import { type Creation, creationRefusal, type Modification, modificationRefusal } from './refusals.ts';

export interface NewEndpoint {
  readonly vpcId: string;
  readonly serviceName: string;
  readonly subnetIds: readonly string[];
  readonly groupIds: readonly string[];
  /** At most 64 ASCII characters; the same token with the same parameters gives the same endpoint. */
  readonly clientToken: string;
  readonly tags: Readonly<Record<string, string>>;
}

export interface EndpointChange {
  readonly addSubnetIds?: readonly string[];
  readonly removeSubnetIds?: readonly string[];
  readonly addGroupIds?: readonly string[];
  readonly removeGroupIds?: readonly string[];
  readonly privateDns?: boolean;
}

export interface EndpointWrites {
  createEndpoint(endpoint: NewEndpoint): Promise<Creation>;
  /**
   * `requeue` with the reason where the endpoint is not visible (yet or any more) or still being changed. `throttled`
   * after a pause: the endpoint may be shared, and another run may have made the change by then, so it is not sent
   * again on the same read.
   */
  modifyEndpoint(endpointId: string, change: EndpointChange): Promise<Modification>;
  /** One that is not there counts as deleted. */
  deleteEndpoint(endpointId: string): Promise<void>;
}

/** What is changed about VPC endpoints. */
export function endpointWrites({ client, sending, call }: Caller): EndpointWrites {
  return {
    createEndpoint: (endpoint) =>
      call<Creation>(
        {
          action: 'CreateVpcEndpoint',
          doing: `create a VPC endpoint in ${endpoint.vpcId} for ${endpoint.serviceName}`,
          recover: creationRefusal,
        },
        async () => {
          // No policy and no DnsOptions: third-party services refuse both. Private DNS is refused before the Cloud
          // accepts.
          const answer = await client().send(
            new CreateVpcEndpointCommand({
              VpcId: endpoint.vpcId,
              ServiceName: endpoint.serviceName,
              VpcEndpointType: 'Interface',
              SubnetIds: [...endpoint.subnetIds],
              SecurityGroupIds: [...endpoint.groupIds],
              PrivateDnsEnabled: false,
              ClientToken: endpoint.clientToken,
              TagSpecifications: tagged('vpc-endpoint', endpoint.tags),
            }),
            sending,
          );
          return { kind: 'created', endpoint: parseEndpoint(answer.VpcEndpoint ?? {}) };
        },
      ),

    modifyEndpoint: (endpointId, change) =>
      call<Modification>(
        {
          action: 'ModifyVpcEndpoint',
          doing: `modify VPC endpoint ${endpointId}`,
          recover: (error) => modificationRefusal(error, endpointId),
          once: true,
        },
        async () => {
          await client().send(
            new ModifyVpcEndpointCommand({
              VpcEndpointId: endpointId,
              ...some('AddSubnetIds', change.addSubnetIds),
              ...some('RemoveSubnetIds', change.removeSubnetIds),
              ...some('AddSecurityGroupIds', change.addGroupIds),
              ...some('RemoveSecurityGroupIds', change.removeGroupIds),
              ...(change.privateDns === undefined ? {} : { PrivateDnsEnabled: change.privateDns }),
            }),
            sending,
          );
          return 'done';
        },
      ),

    deleteEndpoint: (endpointId) =>
      call({ action: 'DeleteVpcEndpoints', doing: `delete VPC endpoint ${endpointId}` }, async () => {
        // EC2 answers 200 even where it did not delete; the truth stands in Unsuccessful.
        const answer = await client().send(new DeleteVpcEndpointsCommand({ VpcEndpointIds: [endpointId] }), sending);
        for (const { Error: refused } of answer.Unsuccessful ?? []) {
          const error = asRefusal(refused?.Code ?? 'no code', refused?.Message ?? 'no reason given');
          if (meaningOf(error, 'DeleteVpcEndpoints') !== 'endpoint-gone') throw error;
        }
      }),
  };
}

/** Codes that EC2 gives a status of the server elsewhere. */
const OF_SERVER: ReadonlySet<string> = new Set([
  'InternalError',
  'InternalFailure',
  'ServiceUnavailable',
  'Unavailable',
]);

/** A refusal that stands in an answer of 200, in the shape of any other. */
function asRefusal(code: string, message: string): Error {
  const httpStatusCode = OF_SERVER.has(code) ? 500 : 400;
  return Object.assign(new Error(message), { name: code, Code: code, $metadata: { httpStatusCode } });
}

function some<K extends string>(key: K, values: readonly string[] | undefined): { [name in K]?: string[] } {
  return (values === undefined || values.length === 0 ? {} : { [key]: [...values] }) as { [name in K]?: string[] };
}
