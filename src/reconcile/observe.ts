import type { Ec2 } from '../aws/ec2.ts';
import type { Endpoint, Group, Vpc } from '../aws/types.ts';
import type { CloudClient } from '../cockroach/client.ts';
import type { Cluster } from '../cockroach/types.ts';
import type { Clock } from '../support/clock.ts';
import { ActionError, isOwnFailure } from '../support/errors.ts';
import { mapConcurrent } from '../support/map-concurrent.ts';
import { momentOf, wallTime } from '../support/moment.ts';
import { MANAGED_BY, readClaims } from './model/claims.ts';
import { readinessOf } from './model/cluster-state.ts';
import type { Desired } from './model/desired.ts';
import { type Goal, namedEndpoint, vpcOf } from './model/goal.ts';
import { isManagedEndpoint, isManagedGroup } from './model/managed.ts';
import { type ClusterView, type Facet, type Observed, readTimes } from './model/observed.ts';
import { claimsToRelease } from './model/own-claims.ts';
import { type ClusterReading, isClusterId, memoise, observeCluster, refreshCluster } from './observe-clusters.ts';
import { marksOn } from './plan/owned-group.ts';
import { accountProblem, vpcProblem } from './plan/vpc.ts';

/** The two clients as the reconciler reaches them. */
export interface Clients {
  readonly ec2: Ec2;
  readonly cloud: CloudClient;
  /** The AWS account in use; asked for once. */
  account(): Promise<string | undefined>;
  readonly clock: Clock;
  /** Is told of each cluster of the run that is ready, as soon as it was read. */
  onCluster?(cluster: Cluster): void;
}

/** More than the Cloud API takes in a second from one service account, so that none of its turns is missed. */
export const CLUSTERS_AT_ONCE = 30;

/** What a goal needs to read, and how much of it may fail. */
interface Reads {
  /** The VPC that is named, and its DNS attributes. */
  readonly vpc: boolean;
  readonly subnets: boolean;
  /** All endpoints of the VPC, the one that is named, or none. */
  readonly endpoints: 'of-vpc' | 'named' | 'none';
  /** Groups that the workflow names or else managed ones and those of clients, only managed ones, or none. */
  readonly groups: 'configured' | 'managed' | 'none';
  /**
   * `strict`: a cluster that cannot be read fails the run. `tolerant`: what stands in the way is kept with the cluster,
   * and the AWS side goes on without it; clusters that are deleted count as absent.
   */
  readonly clusters: 'strict' | 'tolerant';
  /** Clusters that claims to be given up, or marks, name and the workflow does not. */
  readonly claimedClusters: boolean;
}

const CONNECTING = { clusters: 'strict', claimedClusters: false } as const;
const LEAVING = { vpc: false, subnets: false, clusters: 'tolerant' } as const;
const LEAVING_VPC = { ...LEAVING, endpoints: 'of-vpc', groups: 'managed', claimedClusters: true } as const;
const READS: Readonly<Record<Goal['kind'], Reads>> = {
  'make-path': { ...CONNECTING, vpc: true, subnets: true, endpoints: 'of-vpc', groups: 'configured' },
  'attach-endpoint': { ...CONNECTING, vpc: true, subnets: false, endpoints: 'named', groups: 'none' },
  'trusted-owners-only': { ...CONNECTING, vpc: false, subnets: false, endpoints: 'none', groups: 'none' },
  'leave-environment': LEAVING_VPC,
  'leave-endpoint': LEAVING_VPC,
  'leave-group': LEAVING_VPC,
  'detach-endpoint': { ...LEAVING, endpoints: 'named', groups: 'none', claimedClusters: false },
};

/**
 * Reads everything that the goal needs, all at the same time: the Cloud half needs no AWS credentials and does not wait
 * for them.
 * @throws ActionError where AWS or the Cloud cannot be read; clusters that are not there are no error here
 */
export async function observeAll(desired: Desired, clients: Clients): Promise<Observed> {
  const began = momentOf(clients.clock);
  const reads = READS[desired.goal.kind];
  const vpcId = vpcOf(desired.goal);
  const reading = readingOf(desired, clients);
  const found = observeEndpoints(desired, clients);
  found.catch(() => undefined);
  const home = {
    account: needsAccount(desired) ? clients.account() : Promise.resolve(undefined),
    vpc: vpcId === undefined || !reads.vpc ? undefined : clients.ec2.vpc(vpcId),
  };
  // What fails at AWS first tells more: a departure fails for it before it fails for a cluster.
  const named = mapConcurrent(desired.clusters, CLUSTERS_AT_ONCE, (ref) => observeCluster(ref, reading));
  named.catch(() => undefined);
  const ofAws = Promise.all([
    home.account,
    home.vpc,
    reads.vpc ? observeVpcDns(desired, { clients, found }) : undefined,
    vpcId === undefined || !reads.subnets ? [] : clients.ec2.subnets(vpcId),
    found,
    observeGroups(desired, clients),
    reads.clusters === 'strict' ? named : undefined,
  ]);
  const [account, vpc, vpcDns, subnets, endpoints, groups] = await ofAws.catch(async (error: unknown) => {
    throw await outranked(error, desired, home);
  });
  const views = await named;
  const clusters = [...views, ...(await observeClaimed({ views, endpoints, groups }, desired, reading))];
  const facets: Facet[] = ['account', 'vpc', 'subnets', 'endpoints', 'groups', ...clusters.flatMap(facetsOf)];
  return { account, clusters, vpc, vpcDns, subnets, endpoints, groups, ...readTimes(facets, began) };
}

/**
 * Reads the given facets again, all at the same time, and returns the rest as it was; clusters that claims name since
 * are read too.
 */
export async function observeAgain(
  observed: Observed,
  facets: Iterable<Facet>,
  { desired, clients }: { desired: Desired; clients: Clients },
): Promise<Observed> {
  const began = momentOf(clients.clock);
  const wanted = new Set(facets);
  const reading = readingOf(desired, clients);
  const [endpoints, groups, views] = await Promise.all([
    wanted.has('endpoints') ? observeEndpoints(desired, clients) : observed.endpoints,
    wanted.has('groups') ? observeGroups(desired, clients) : observed.groups,
    mapConcurrent(observed.clusters, CLUSTERS_AT_ONCE, (view) => refreshCluster(view, wanted, reading)),
  ]);
  const more = await observeClaimed({ views, endpoints, groups }, desired, reading);
  const read = readTimes([...wanted, ...more.flatMap(facetsOf)], began, observed);
  return { ...observed, endpoints, groups, clusters: [...views, ...more], ...read };
}

function readingOf(desired: Desired, clients: Clients): ClusterReading {
  const isTolerant = READS[desired.goal.kind].clusters === 'tolerant';
  return {
    desired,
    cloud: clients.cloud,
    isTolerant,
    clusterList: memoise(() => clients.cloud.listClusters()),
    firstClusters: memoise(() => clients.cloud.listClusters(1)),
    found(cluster) {
      if (readinessOf(cluster) === 'ready') clients.onCluster?.(cluster);
    },
  };
}

function facetsOf({ ref }: Pick<ClusterView, 'ref'>): Facet[] {
  return [`cluster:${ref}`, `services:${ref}`, `connections:${ref}`, `owners:${ref}`];
}

/**
 * A read that failed, or what explains it: in another account, or for a VPC that is not there or belongs to somebody
 * else, most reads are denied, and no permission would help.
 */
export async function outranked(
  error: unknown,
  { goal, region, allowedAccountIds }: Pick<Desired, 'region' | 'allowedAccountIds'> & { readonly goal?: Goal },
  home: { readonly account: Promise<string | undefined>; readonly vpc?: Promise<Vpc | undefined> | undefined },
): Promise<unknown> {
  if (!isOwnFailure(error)) return error;
  const [account, vpc] = await Promise.allSettled([home.account, home.vpc]);
  if (account.status === 'rejected') return error;
  const vpcId = goal === undefined ? undefined : vpcOf(goal);
  const isVpcRead = vpcId !== undefined && home.vpc !== undefined && vpc.status === 'fulfilled';
  const problem =
    accountProblem(account.value, allowedAccountIds) ??
    (isVpcRead ? vpcProblem(vpc.value, { vpcId, region, account: account.value }) : undefined);
  return problem === undefined ? error : new ActionError(problem.code, problem, { cause: error });
}

/** Trusted owners given by number are the Cloud's business alone: such a run needs no AWS credentials. */
function needsAccount({ goal, trustedOwners, allowedAccountIds }: Desired): boolean {
  if (goal.kind !== 'trusted-owners-only') return true;
  return allowedAccountIds.length > 0 || trustedOwners?.accounts.includes('self') === true;
}

/** The DNS attributes of the VPC that is named, or of the one that an attached endpoint turns out to be in. */
async function observeVpcDns(
  { goal, privateDns }: Desired,
  { clients, found }: { clients: Clients; found: Promise<readonly Endpoint[]> },
): Promise<Observed['vpcDns']> {
  if (!privateDns) return undefined;
  const vpcId = vpcOf(goal) ?? (await found)[0]?.vpcId ?? '';
  return vpcId === '' ? undefined : clients.ec2.vpcDns(vpcId);
}

async function observeEndpoints({ goal }: Desired, { ec2 }: Clients): Promise<readonly Endpoint[]> {
  const [id, vpcId] = [namedEndpoint(goal), vpcOf(goal)];
  if (id !== undefined) return ec2.endpoints({ endpointIds: [id] });
  return vpcId === undefined ? [] : ec2.endpoints({ vpcId });
}

async function observeGroups(
  { goal, securityGroupIds, allowedSecurityGroupIds }: Desired,
  { ec2 }: Clients,
): Promise<readonly Group[]> {
  const { groups } = READS[goal.kind];
  const vpcId = vpcOf(goal);
  if (groups === 'none' || vpcId === undefined) return [];
  if (groups === 'configured' && securityGroupIds.length > 0) return ec2.groups({ ids: securityGroupIds });
  const clients = groups === 'configured' ? allowedSecurityGroupIds : [];
  const [managed, allowed] = await Promise.all([
    ec2.groups({ vpcId, tagKey: MANAGED_BY }),
    clients.length === 0 ? [] : ec2.groups({ ids: clients }),
  ]);
  return [...managed, ...allowed.filter(({ id }) => managed.every((one) => one.id !== id))];
}

/** Views of clusters that no view shows yet and that claims to be given up, or marks, name. */
async function observeClaimed(
  { views, endpoints, groups }: { views: readonly ClusterView[] } & Pick<Observed, 'endpoints' | 'groups'>,
  desired: Desired,
  reading: ClusterReading,
): Promise<ClusterView[]> {
  const { goal } = desired;
  if (!READS[goal.kind].claimedClusters) return [];
  const isReleased = claimsToRelease(desired, views);
  const givenClusters = ({ tags }: Endpoint | Group) =>
    readClaims(tags)
      .filter((claim) => isReleased(claim, wallTime(Number.POSITIVE_INFINITY)))
      .map((claim) => claim.clusterId);
  const ids = endpoints
    .filter((one) => isManagedEndpoint(one) && (goal.kind !== 'leave-endpoint' || one.id === goal.endpointId))
    .flatMap((one) => [...givenClusters(one), ...marksOn(one, groups).flatMap((mark) => mark.clusterIds)]);
  // Where the endpoint was deleted by hand, the group still names the clusters of the run that created both.
  const ofGroups = groups
    .filter(isManagedGroup)
    .flatMap((one) =>
      goal.kind !== 'leave-group'
        ? givenClusters(one)
        : one.id === goal.groupId
          ? readClaims(one.tags).map((claim) => claim.clusterId)
          : [],
    );
  const known = new Set(views.flatMap((view) => [view.ref, ...view.matches.map((one) => one.id)]));
  const fresh = [...new Set([...ids, ...ofGroups])].filter((id) => isClusterId(id) && !known.has(id));
  return mapConcurrent(fresh, CLUSTERS_AT_ONCE, (ref) => observeCluster(ref, { ...reading, onlyConnections: true }));
}
