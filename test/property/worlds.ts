import fc from 'fast-check';
import type { Endpoint, Group, IngressRule, Subnet } from '../../src/aws/types.ts';
import type { Cluster, Connection, EndpointService } from '../../src/cockroach/types.ts';
import { claimKey, claimValue, leavingMark, MANAGED_BY, MANAGED_BY_VALUE } from '../../src/reconcile/claims.ts';
import { type RunMemory, startMemory } from '../../src/reconcile/memory.ts';
import type { Desired, Facet, Observed } from '../../src/reconcile/model.ts';
import { groupName } from '../../src/reconcile/owned-group.ts';
import { RULE_DESCRIPTION } from '../../src/reconcile/plan-rules.ts';

/** Arbitrary worlds as the planner may see them: everything that states, owners, claims and left-overs can make of one VPC. */

export const NOW = Date.UTC(2026, 10, 23);
const VPC = 'vpc-1';
const REGION = 'us-east-1';
const ACCOUNT = '111122223333';
export const NONCE = 'aaaaaaaaaaaa';
const SERVICES: [string, ...string[]] = [
  'com.amazonaws.vpce.us-east-1.vpce-svc-1',
  'com.amazonaws.vpce.us-east-1.vpce-svc-2',
];
const ZONES = ['use1-az1', 'use1-az2', 'use1-az3'];
const SUBNETS = ['subnet-1', 'subnet-2', 'subnet-3', 'subnet-4'];
const ENDPOINTS = ['vpce-1', 'vpce-2', 'vpce-3'];
const GROUPS = ['sg-1', 'sg-2'];
const CLUSTERS = ['c-1', 'c-2'];
const ME = { serverUrl: 'https://github.com', repositoryId: '1', environment: 'default' };
const OTHER = { ...ME, environment: 'branch:other' };

/** Mostly the first value, so that worlds in which something can go on are common. */
function mostly<T>(usual: T, ...others: readonly T[]): fc.Arbitrary<T> {
  return fc.oneof(
    { arbitrary: fc.constant(usual), weight: 12 },
    { arbitrary: fc.constantFrom(usual, ...others), weight: 3 },
  );
}

const subnet: fc.Arbitrary<Subnet> = fc.record({
  id: fc.constantFrom(...SUBNETS),
  vpcId: fc.constant(VPC),
  zoneId: fc.constantFrom(...ZONES),
  zoneName: fc.constant('us-east-1a'),
  freeAddresses: fc.constantFrom(0, 10),
  unfit: fc.boolean(),
});

const tags: fc.Arbitrary<Record<string, string>> = fc
  .record({
    ours: fc.constantFrom(true, true, false),
    mine: fc.subarray(CLUSTERS),
    others: fc.subarray(CLUSTERS),
    age: fc.constantFrom(0, 7 * 3_600_000),
    marks: fc.array(
      fc.record({ nonce: fc.constantFrom(NONCE, 'bbbbbbbbbbbb'), age: fc.constantFrom(0, 61_000, 90_000, 400_000) }),
      { maxLength: 2 },
    ),
  })
  .map(({ ours, mine, others, age, marks }) => {
    const at = NOW - age;
    return Object.fromEntries([
      ...(ours ? [[MANAGED_BY, MANAGED_BY_VALUE]] : []),
      ...mine.map((id) => [claimKey(ME, id), claimValue(ME, { id, name: `name-${id}` }, { at, nonce: 'old' })]),
      ...others.map((id) => [claimKey(OTHER, id), claimValue(OTHER, { id, name: `name-${id}` }, { at, nonce: 'old' })]),
      ...marks.map((mark) => {
        const { key, value } = leavingMark(mark.nonce, NOW - mark.age, { by: '', clusterIds: [] });
        return [key, value];
      }),
    ]) as Record<string, string>;
  });

export const endpoint: fc.Arbitrary<Endpoint> = fc
  .record({
    id: fc.constantFrom(...ENDPOINTS),
    serviceName: mostly(...SERVICES),
    state: fc.constantFrom(
      'pendingacceptance',
      'pending',
      'available',
      'rejected',
      'failed',
      'expired',
      'deleting',
      'deleted',
      'partial',
    ),
    subnetIds: fc.subarray(SUBNETS, { minLength: 1 }),
    groupIds: fc.subarray(GROUPS),
    privateDns: fc.boolean(),
    createdAt: fc.constantFrom(NOW - 1_000, NOW - 100_000),
    tags,
    requesterManaged: fc.constantFrom(false, false, false, true),
  })
  .map((one) => ({
    ...one,
    rawState: one.state,
    vpcId: VPC,
    ownerId: ACCOUNT,
    interface: true,
    networkInterfaceIds: [],
    failure: '',
  }));

const rule: fc.Arbitrary<IngressRule> = fc.record({
  protocol: fc.constantFrom('tcp', '-1', 'udp'),
  fromPort: fc.constantFrom(26257, 0, 443),
  toPort: fc.constantFrom(26257, 65535),
  source: fc.constantFrom({ cidr: '10.0.0.0/16' }, { cidr: '10.9.0.0/16' }, { groupId: 'sg-9' }, undefined),
  from: fc.constantFrom('10.0.0.0/16', '0.0.0.0/0'),
  description: fc.constantFrom(RULE_DESCRIPTION, ''),
});

const group: fc.Arbitrary<Group> = fc
  .record({
    id: fc.constantFrom(...GROUPS),
    service: fc.constantFrom(...SERVICES),
    ours: fc.boolean(),
    ingress: fc.array(rule, { maxLength: 4 }),
  })
  .map(({ id, service, ours, ingress }) => ({
    id,
    name: groupName(service),
    vpcId: VPC,
    ownerId: ACCOUNT,
    tags: ours ? { [MANAGED_BY]: MANAGED_BY_VALUE } : ({} as Record<string, string>),
    ingress,
  }));

const connection: fc.Arbitrary<Connection> = fc
  .record({
    endpointId: mostly('vpce-1', 'vpce-2', 'vpce-3', 'vpce-9'),
    status: fc.constantFrom(
      'PENDING',
      'PENDING_ACCEPTANCE',
      'AVAILABLE',
      'REJECTED',
      'STALE',
      'FAILED',
      'EXPIRED',
      'DELETING',
      'DELETED',
      'SOMETHING_NEW',
    ),
    ownerAccount: fc.constantFrom(ACCOUNT, '', '999999999999'),
  })
  .map((one) => ({ ...one, region: REGION, serviceName: SERVICES[0] ?? '', rawStatus: `STATUS_${one.status}` }));

const cluster = (id: string): fc.Arbitrary<Cluster> =>
  fc.record({
    id: fc.constant(id),
    name: fc.constant(`name-${id}`),
    plan: mostly('standard', 'advanced', 'basic'),
    cloudProvider: mostly('AWS', 'GCP'),
    state: mostly('CREATED', 'LOCKED'),
    serverless: fc.boolean(),
    routingId: fc.constant('r'),
    regions: mostly([{ name: REGION, internalDns: 'h' }], [], [{ name: 'eu-west-1', internalDns: 'h' }]),
  });

const service: fc.Arbitrary<EndpointService> = fc.record({
  region: mostly(REGION, 'eu-west-1'),
  cloudProvider: fc.constant('AWS'),
  status: mostly('AVAILABLE', 'CREATING', 'CREATE_FAILED'),
  name: mostly(...SERVICES),
  zoneIds: fc.subarray(ZONES),
});

const desired: fc.Arbitrary<Desired> = fc.record({
  clusters: fc.constantFrom(CLUSTERS, CLUSTERS.slice(0, 1)),
  region: fc.constant(REGION),
  vpcId: fc.constant(VPC),
  endpointId: fc.option(fc.constantFrom(...ENDPOINTS), { nil: undefined, freq: 1 }),
  subnetIds: fc.oneof(fc.constant([] as string[]), fc.subarray(SUBNETS)),
  securityGroupIds: fc.oneof(fc.constant([] as string[]), fc.subarray(GROUPS)),
  allowedCidrs: fc.constantFrom([], ['10.0.0.0/16']),
  allowedSecurityGroupIds: fc.constantFrom([], ['sg-9']),
  privateDns: fc.boolean(),
  trustedOwners: fc.constant(undefined),
  ownersOnly: fc.constant(false),
  tags: fc.constant({}),
  allowedAccountIds: fc.constantFrom([], [ACCOUNT]),
  owner: fc.constant(ME),
  leave: fc.constant(undefined),
  readLagMs: fc.constant(30_000),
  decisionMs: fc.constant(60_000),
});

const unique = <T>(items: readonly T[], key: (item: T) => string): T[] => [
  ...new Map(items.map((item) => [key(item), item])).values(),
];

const observed: fc.Arbitrary<Observed> = fc
  .record({
    views: fc.tuple(
      ...CLUSTERS.map((id) =>
        fc.record({
          cluster: fc.option(cluster(id), { nil: undefined, freq: 12 }),
          services: fc.array(service, { minLength: 1, maxLength: 2 }),
          connections: fc.array(connection, { maxLength: 3 }),
        }),
      ),
    ),
    subnets: fc.array(subnet, { maxLength: 4 }),
    endpoints: fc.array(endpoint, { maxLength: 3 }),
    groups: fc.array(group, { maxLength: 2 }),
    vpcDns: fc.record({ support: fc.constant(true), hostnames: mostly(true, false) }),
    readAgo: fc.constantFrom(0, 0, 45_000),
  })
  .map(({ views, subnets, endpoints, groups, vpcDns, readAgo }) => {
    const facets: Facet[] = ['endpoints', 'groups', 'subnets', 'vpc', 'account'];
    return {
      account: ACCOUNT,
      clusters: views.map((view, index) => ({
        ref: CLUSTERS[index] ?? '',
        matches: view.cluster === undefined ? [] : [view.cluster],
        services: unique(view.services, (one) => one.region),
        connections: unique(view.connections, (one) => one.endpointId),
        owners: undefined,
        failure: undefined,
      })),
      vpc: { id: VPC, ownerId: ACCOUNT, cidrs: ['10.0.0.0/16', '10.1.0.0/16'] },
      vpcDns,
      subnets: unique(subnets, (one) => one.id),
      endpoints: unique(endpoints, (one) => one.id),
      groups: unique(groups, (one) => one.id),
      readAt: Object.fromEntries(facets.map((facet) => [facet, NOW - readAgo])) as Observed['readAt'],
    };
  });

/** What a run may have done before: asked for connections, made endpoints. */
const memory: fc.Arbitrary<RunMemory> = fc
  .record({
    asked: fc.array(
      fc.record({
        cluster: fc.constantFrom(...CLUSTERS),
        endpoint: fc.constantFrom(...ENDPOINTS),
        ago: fc.constantFrom(5_000, 121_000),
      }),
      { maxLength: 2 },
    ),
    touched: fc.boolean(),
  })
  .map(({ asked, touched }) => {
    const written = startMemory(NONCE, NOW - 600_000);
    for (const one of asked)
      written.done.set(`connect:${one.cluster}:${one.endpoint}`, { at: NOW - one.ago, times: 1 });
    if (touched) written.touched.set('endpoints', NOW - 10_000);
    return written;
  });

export interface Situation {
  desired: Desired;
  observed: Observed;
  memory: RunMemory;
  now: number;
}

const anySituation: fc.Arbitrary<Situation> = fc
  .record({ desired, observed, memory, now: fc.constant(NOW) })
  .map((one) => ({
    ...one,
    observed: {
      ...one.observed,
      clusters: one.observed.clusters.filter((view) => one.desired.clusters.includes(view.ref)),
    },
  }));

/** A path on which nothing is left to do, but for one thing that may be off. */
const nearlyFinished: fc.Arbitrary<Situation> = fc
  .record({
    privateDns: fc.constantFrom(true, true, false),
    wantsDns: fc.constantFrom(true, true, false),
    state: mostly('available', 'pending'),
    status: mostly('AVAILABLE', 'PENDING', 'REJECTED'),
    sources: fc.constantFrom(['10.0.0.0/16', '10.1.0.0/16'], ['10.0.0.0/16', '10.1.0.0/16'], ['10.0.0.0/16']),
    zones: fc.constantFrom(2, 2, 1),
    claimAge: fc.constantFrom(0, 0, 7 * 3_600_000),
    touched: fc.constantFrom(false, false, true),
  })
  .map((one) => {
    const [serviceName] = SERVICES;
    const readAt = { endpoints: NOW, groups: NOW };
    const subnets = [1, 2].map((n) => ({
      id: `subnet-${n}`,
      vpcId: VPC,
      zoneId: `use1-az${n}`,
      zoneName: '',
      freeAddresses: 9,
      unfit: false,
    }));
    const ours = { [MANAGED_BY]: MANAGED_BY_VALUE };
    const written = startMemory(NONCE, NOW - 60_000);
    if (one.touched) written.touched.set('endpoints', NOW + 1);
    return {
      now: NOW,
      memory: written,
      desired: {
        clusters: ['c-1'],
        region: REGION,
        vpcId: VPC,
        endpointId: undefined,
        subnetIds: [],
        securityGroupIds: [],
        allowedCidrs: [],
        allowedSecurityGroupIds: [],
        privateDns: one.wantsDns,
        trustedOwners: undefined,
        ownersOnly: false,
        tags: {},
        allowedAccountIds: [],
        owner: ME,
        leave: undefined,
        readLagMs: 30_000,
        decisionMs: 60_000,
      },
      observed: {
        account: ACCOUNT,
        clusters: [
          {
            ref: 'c-1',
            matches: [
              {
                id: 'c-1',
                name: 'one',
                plan: 'standard',
                cloudProvider: 'AWS',
                state: 'CREATED',
                serverless: true,
                routingId: 'r',
                regions: [{ name: REGION, internalDns: 'h' }],
              },
            ],
            services: [
              {
                region: REGION,
                cloudProvider: 'AWS',
                status: 'AVAILABLE',
                name: serviceName,
                zoneIds: ['use1-az1', 'use1-az2'],
              },
            ],
            connections: [
              {
                endpointId: 'vpce-1',
                region: REGION,
                serviceName,
                status: one.status,
                rawStatus: one.status,
                ownerAccount: ACCOUNT,
              },
            ],
            owners: undefined,
            failure: undefined,
          },
        ],
        vpc: { id: VPC, ownerId: ACCOUNT, cidrs: ['10.0.0.0/16', '10.1.0.0/16'] },
        vpcDns: { support: true, hostnames: true },
        subnets,
        endpoints: [
          {
            id: 'vpce-1',
            vpcId: VPC,
            ownerId: ACCOUNT,
            serviceName,
            state: one.state,
            rawState: one.state,
            interface: true,
            subnetIds: subnets.slice(0, one.zones).map((subnet) => subnet.id),
            groupIds: ['sg-1'],
            networkInterfaceIds: [],
            privateDns: one.privateDns,
            createdAt: NOW - 100_000,
            tags: {
              ...ours,
              [claimKey(ME, 'c-1')]: claimValue(
                ME,
                { id: 'c-1', name: 'name-c-1' },
                { at: NOW - one.claimAge, nonce: 'old' },
              ),
            },
            requesterManaged: false,
            failure: '',
          },
        ],
        groups: [
          {
            id: 'sg-1',
            name: groupName(serviceName),
            vpcId: VPC,
            ownerId: ACCOUNT,
            tags: ours,
            ingress: one.sources.map((cidr) => ({
              protocol: 'tcp',
              fromPort: 26257,
              toPort: 26257,
              source: { cidr },
              from: cidr,
              description: RULE_DESCRIPTION,
            })),
          },
        ],
        readAt,
      },
    };
  });

export const situation: fc.Arbitrary<Situation> = fc.oneof(
  { arbitrary: anySituation, weight: 4 },
  { arbitrary: nearlyFinished, weight: 1 },
);
