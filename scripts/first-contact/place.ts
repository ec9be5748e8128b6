import { isGone } from '../../src/aws/types.ts';
import type { Cluster, NamedService } from '../../src/cockroach/types.ts';
import { groupName, isManagedGroup } from '../../src/reconcile/model/managed.ts';
import { counted } from '../../src/support/text.ts';
import type { Request } from './options.ts';
import type { Session } from './session.ts';

/** Where everything happens: one VPC and one cluster. */
export interface Place {
  readonly region: string;
  readonly vpcId: string;
  readonly cluster: Cluster;
  /** Undefined on an Advanced cluster without endpoint services. */
  readonly service: NamedService | undefined;
  /** Where the action puts its endpoint: one subnet in each zone. The questions use the first. */
  readonly subnetIds: readonly string[];
  /** Whether the VPC supports private DNS. */
  readonly vpcDns: boolean;
  /** Tags that the person wants on everything. */
  readonly tags: Readonly<Record<string, string>>;
}

/** Why nothing is done here; nothing was changed. */
export class Refused extends Error {}

/**
 * Reads where the command is to work. Changes nothing.
 * @throws Refused where the cluster, the VPC or the service are not what the command needs; ActionError from the reads
 */
export async function readPlace({ inputs }: Request, { ec2, cloud }: Session): Promise<Place> {
  const region = inputs['aws-region'] ?? '';
  const vpcId = inputs['vpc-id'] ?? '';
  const cluster = await findCluster(cloud, inputs['cluster'] ?? '');
  if (cluster.cloudProvider !== 'AWS') throw new Refused('The cluster is not on AWS.');
  if (cluster.state !== 'CREATED')
    throw new Refused(`The cluster is in state ${cluster.stateText}. Run again once it is CREATED.`);
  const listed = (await cloud.listServices(cluster.id)).filter((one) => one.region === region);
  const service = listed.find((one): one is NamedService => one.name !== undefined && one.status === 'AVAILABLE');
  const [first] = listed;
  if (service === undefined && first !== undefined)
    throw new Refused(`The endpoint service in ${region} is ${first.statusText}. Run again once it is AVAILABLE.`);
  if (service === undefined && cluster.serverless)
    throw new Refused(`This ${cluster.plan} cluster has no endpoint service in ${region}.`);
  const [vpc, dns, subnets] = await Promise.all([ec2.vpc(vpcId), ec2.vpcDns(vpcId), ec2.subnets(vpcId)]);
  if (vpc === undefined || dns === undefined)
    throw new Refused(`There is no VPC ${vpcId} in ${region} of this account.`);
  const subnetIds = chooseSubnets(subnets, { zoneIds: service?.zoneIds ?? [], named: words(inputs['subnet-ids']) });
  if (subnetIds.length === 0)
    throw new Refused(`VPC ${vpcId} has no subnet with a free address in a zone of the endpoint service.`);
  return {
    region,
    vpcId,
    cluster,
    service,
    subnetIds,
    vpcDns: dns.support && dns.hostnames,
    tags: tagsOf(inputs['tags']),
  };
}

/**
 * Makes sure that nothing of this service is in the VPC.
 * @throws Refused where it has an endpoint or a managed group for the service
 */
export async function refuseUsedPlace({ vpcId, service }: Place, { ec2 }: Session): Promise<void> {
  const [endpoints, groups] = await Promise.all([ec2.endpoints({ vpcId }), ec2.groups({ vpcId })]);
  const there = endpoints.filter((one) => one.serviceName === service?.name && !isGone(one));
  const managed = groups.filter((one) => one.name === groupName(service?.name ?? ''));
  // Without a service nothing can be told from the name, so any managed group counts.
  const any = service === undefined ? groups.filter(isManagedGroup) : managed;
  if (there.length + any.length === 0) return;
  throw new Refused(
    `VPC ${vpcId} has ${counted(there.length, 'VPC endpoint')} and ${counted(any.length, 'managed security group')} ` +
      "for the cluster's endpoint service. Use a VPC for tests, or one that has neither. " +
      'What an earlier run of this command created is removed with --clean-up.',
  );
}

const UUID = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

async function findCluster(cloud: Session['cloud'], named: string): Promise<Cluster> {
  const found = UUID.test(named)
    ? await cloud.getCluster(named)
    : (await cloud.listClusters()).find(({ name }) => name === named);
  if (found === undefined) throw new Refused('The key sees no cluster of this ID or name.');
  return found;
}

type Subnets = Awaited<ReturnType<Session['ec2']['subnets']>>;

function chooseSubnets(
  subnets: Subnets,
  { zoneIds, named }: { zoneIds: readonly string[]; named: readonly string[] },
): string[] {
  if (named.length > 0) return [...named];
  const fit = subnets
    .filter((one) => one.unfit === '' && one.freeAddresses > 0)
    .filter((one) => zoneIds.length === 0 || zoneIds.includes(one.zoneId))
    .toSorted((one, other) => (one.id < other.id ? -1 : 1));
  const zones = new Map(fit.toReversed().map((one) => [one.zoneId, one.id]));
  return [...zones.values()].toSorted();
}

function words(text: string | undefined): string[] {
  return (text ?? '').split(/[\s,]+/).filter((one) => one !== '');
}

/** `key=value`, a line each, or a JSON object, as the action takes them; its first run refuses what is neither. */
function tagsOf(text = ''): Record<string, string> {
  if (text.trim().startsWith('{')) return parsedTags(text);
  const pairs = text.split('\n').filter((line) => line.includes('='));
  return Object.fromEntries(
    pairs.map((line) => [line.slice(0, line.indexOf('=')).trim(), line.slice(line.indexOf('=') + 1).trim()]),
  );
}

function parsedTags(text: string): Record<string, string> {
  try {
    const tags = Object.entries(JSON.parse(text) as object);
    return Object.fromEntries(tags.map(([key, value]) => [key, String(value)]));
  } catch {
    throw new Refused('--tags: is neither key=value nor a JSON object.');
  }
}
