import type { Endpoint, Group, IngressRule, Subnet, Vpc } from '../../src/aws/types.ts';
import type { Cluster, Connection, EndpointService } from '../../src/cockroach/types.ts';
import {
  claimKey,
  claimValue,
  leavingMark,
  MANAGED_BY,
  MANAGED_BY_VALUE,
  SERVICE as SERVICE_TAG,
} from '../../src/reconcile/model/claims.ts';
import type { Desired } from '../../src/reconcile/model/desired.ts';
import { type Journal, startJournal } from '../../src/reconcile/model/journal.ts';
import type { Observed } from '../../src/reconcile/model/observed.ts';
import { type Moment, wallTime } from '../../src/support/moment.ts';

/**
 * What every example begins with: a finished private connection on which nothing is left to do. The Standard cluster
 * `orders` (ID c-1) has the endpoint service vpce-svc-1; vpc-1 (10.0.0.0/16) has for it the VPC endpoint vpce-1 with
 * the security group sg-1, one subnet in each of two availability zones, and private DNS on. The action made the
 * endpoint and the group a day ago, environment `staging` claims them, and this run acts for `staging`.
 */

/** What a planner is given: what is asked for, what was read, what this run did so far, and the time. */
export interface Situation {
  readonly desired: Desired;
  readonly observed: Omit<Observed, 'readAtWall'>;
  readonly journal: Journal;
  readonly now: number;
}

export const NOW = Date.UTC(2026, 5, 1, 12);
export const ACCOUNT = '111122223333';
export const OTHER_ACCOUNT = '444455556666';
export const THIS_RUN = 'this-run';
export const SERVICE = 'com.amazonaws.vpce.us-east-1.vpce-svc-1';

const HOUR = 3600;
const CLUSTER_NAMES: Readonly<Record<string, string>> = { 'c-1': 'orders', 'c-2': 'billing' };

/** A time that many seconds before now. */
export const secondsAgo = (seconds: number) => wallTime(NOW - seconds * 1000);

/** The same as a moment of this run: in the examples both clocks agree. */
export const momentAgo = (seconds: number): Moment => ({ mono: secondsAgo(seconds), wall: secondsAgo(seconds) });

/** The environment of that name in this repository, as claims know it. */
export const environment = (name: string) => ({
  serverUrl: 'https://github.com',
  repositoryId: '42',
  environment: name,
});

/** The tags of claims, each written an hour ago unless told otherwise. */
export function claims(
  names: readonly string[],
  { hoursAgo = 1, cluster: id = 'c-1' }: { hoursAgo?: number; cluster?: string } = {},
): Record<string, string> {
  const use = { at: secondsAgo(hoursAgo * HOUR), nonce: 'earlier-run' };
  const tag = (name: string) => {
    const owner = environment(name);
    return [claimKey(owner, id), claimValue(owner, { id, name: CLUSTER_NAMES[id] ?? id }, use)];
  };
  return Object.fromEntries(names.map(tag)) as Record<string, string>;
}

/** The tags of a leaving mark that a run wrote that many seconds ago. */
export function mark(
  run: string,
  ago: number,
  left: { by?: string; clusterIds?: string[] } = {},
): Record<string, string> {
  const { key, value } = leavingMark(run, secondsAgo(ago), { by: left.by ?? '', clusterIds: left.clusterIds ?? [] });
  return { [key]: value };
}

/** The tags of everything that the action made for the service. */
export const MADE_BY_ACTION: Readonly<Record<string, string>> = {
  [MANAGED_BY]: MANAGED_BY_VALUE,
  [SERVICE_TAG]: SERVICE,
};

/** A rule of a security group for the SQL port, as the action writes it. */
export function sqlRule(cidr: string, change: Partial<IngressRule> = {}): IngressRule {
  const description = 'cockroachdb-privatelink';
  return { protocol: 'tcp', fromPort: 26257, toPort: 26257, source: { cidr }, from: cidr, description, ...change };
}

/** A subnet of the VPC with free addresses. */
export function subnetIn(id: string, zoneId: string): Subnet {
  return { id, vpcId: 'vpc-1', zoneId, zoneName: '', freeAddresses: 100, unfit: '' };
}

/** The parts of the finished private connection. */
export const finished = {
  vpc: { id: 'vpc-1', ownerId: ACCOUNT, cidrs: ['10.0.0.0/16'] } satisfies Vpc,
  cluster: {
    id: 'c-1',
    name: 'orders',
    plan: 'standard',
    cloudProvider: 'AWS',
    state: 'CREATED',
    stateText: 'CREATED',
    serverless: true,
    routingId: 'orders-1',
    regions: [{ name: 'us-east-1', internalDns: 'internal.example' }],
  } satisfies Cluster,
  service: {
    region: 'us-east-1',
    cloudProvider: 'AWS',
    status: 'AVAILABLE',
    statusText: 'AVAILABLE',
    name: SERVICE,
    zoneIds: ['use1-az1', 'use1-az2'],
  } satisfies EndpointService,
  connection: {
    endpointId: 'vpce-1',
    region: 'us-east-1',
    serviceName: SERVICE,
    status: 'AVAILABLE',
    rawStatus: 'AVAILABLE',
    ownerAccount: ACCOUNT,
  } satisfies Connection,
  endpoint: {
    id: 'vpce-1',
    vpcId: 'vpc-1',
    ownerId: ACCOUNT,
    serviceName: SERVICE,
    state: 'available',
    rawState: 'available',
    interface: true,
    subnetIds: ['subnet-1', 'subnet-2'],
    groupIds: ['sg-1'],
    networkInterfaceIds: ['eni-1', 'eni-2'],
    privateDns: true,
    createdAt: secondsAgo(24 * HOUR),
    tags: { ...MADE_BY_ACTION, ...claims(['staging']) },
    requesterManaged: false,
    failure: '',
  } satisfies Endpoint,
  group: {
    id: 'sg-1',
    name: 'cockroachdb-privatelink vpce-svc-1',
    vpcId: 'vpc-1',
    ownerId: ACCOUNT,
    tags: { ...MADE_BY_ACTION, ...claims(['staging']) },
    ingress: [sqlRule('10.0.0.0/16')],
  } satisfies Group,
};

/** The finished private connection. */
export function finishedConnection(): Situation {
  const { cluster: orders, service, connection } = finished;
  const facets = ['account', 'vpc', 'subnets', 'endpoints', 'groups'] as const;
  const cloudFacets = ['cluster:orders', 'services:orders', 'connections:orders', 'owners:orders'] as const;
  return {
    now: NOW,
    journal: startJournal(THIS_RUN, momentAgo(60)),
    desired: {
      clusters: ['orders'],
      region: 'us-east-1',
      goal: { kind: 'make-path', vpcId: 'vpc-1' },
      subnetIds: [],
      securityGroupIds: [],
      allowedCidrs: [],
      allowedSecurityGroupIds: [],
      privateDns: true,
      trustedOwners: undefined,
      tags: {},
      allowedAccountIds: [],
      owner: environment('staging'),
      readLagMs: 30_000,
      decisionMs: 60_000,
    },
    observed: {
      account: ACCOUNT,
      clusters: [
        {
          ref: 'orders',
          matches: [orders],
          services: [service],
          connections: [connection],
          owners: undefined,
          failure: undefined,
        },
      ],
      vpc: finished.vpc,
      vpcDns: { support: true, hostnames: true },
      subnets: [subnetIn('subnet-1', 'use1-az1'), subnetIn('subnet-2', 'use1-az2')],
      endpoints: [finished.endpoint],
      groups: [finished.group],
      readAt: Object.fromEntries([...facets, ...cloudFacets].map((facet) => [facet, NOW])),
    },
  };
}
