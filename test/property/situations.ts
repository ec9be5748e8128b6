import fc from 'fast-check';
import type { Desired } from '../../src/reconcile/model/desired.ts';
import { type RunJournal, startJournal } from '../../src/reconcile/model/journal.ts';
import { type Facet, type Observed, readTimes } from '../../src/reconcile/model/observed.ts';
import { stepId } from '../../src/reconcile/model/steps.ts';
import { type WallTime, wallTime } from '../../src/support/moment.ts';
import { endpoint, group, subnet } from './aws-side.ts';
import { cluster, connection, service } from './cloud-side.ts';
import { ACCOUNT, CLUSTERS, ENDPOINTS, GROUPS, ME, mostly, NONCE, NOW, REGION, SUBNETS, VPC } from './made-up.ts';

/** Arbitrary situations of the planner: everything that states, owners, claims and left-overs can make of one VPC. */

export interface Situation {
  desired: Desired;
  observed: Observed;
  journal: RunJournal;
  now: number;
  wallNow: WallTime;
}

const desired: fc.Arbitrary<Desired> = fc.record({
  clusters: fc.constantFrom(CLUSTERS, CLUSTERS.slice(0, 1)),
  region: fc.constant(REGION),
  goal: fc
    .option(fc.constantFrom(...ENDPOINTS), { nil: undefined, freq: 1 })
    .map((endpointId) =>
      endpointId === undefined
        ? ({ kind: 'make-path', vpcId: VPC } as const)
        : ({ kind: 'attach-endpoint', endpointId, vpcId: VPC } as const),
    ),
  subnetIds: fc.oneof(fc.constant([] as string[]), fc.subarray(SUBNETS)),
  securityGroupIds: fc.oneof(fc.constant([] as string[]), fc.subarray(GROUPS)),
  allowedCidrs: fc.constantFrom([], ['10.0.0.0/16']),
  allowedSecurityGroupIds: fc.constantFrom([], ['sg-9']),
  privateDns: fc.boolean(),
  trustedOwners: fc.constant(undefined),
  tags: fc.constant({}),
  allowedAccountIds: fc.constantFrom([], [ACCOUNT]),
  owner: fc.constant(ME),
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
      ...readTimes(facets, { mono: NOW - readAgo, wall: wallTime(NOW - readAgo) }),
    };
  });

/** What a run may have done before: asked for connections, made endpoints. */
const journal: fc.Arbitrary<RunJournal> = fc
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
    const written = startJournal(NONCE, { mono: NOW - 600_000, wall: wallTime(NOW - 600_000) });
    for (const { cluster: clusterId, endpoint: endpointId, ago } of asked) {
      written.entries.push({
        kind: 'call',
        step: {
          id: stepId.connect(clusterId, endpointId),
          action: { kind: 'connect', clusterRef: clusterId, clusterId, endpointId },
        },
        at: { mono: NOW - ago, wall: wallTime(NOW - ago) },
        result: { kind: 'done' },
      });
    }
    if (touched) written.entries.push({ kind: 'settled', facets: ['endpoints'], at: NOW - 10_000 });
    return written;
  });

export const anySituation: fc.Arbitrary<Situation> = fc
  .record({ desired, observed, journal, now: fc.constant(NOW), wallNow: fc.constant(wallTime(NOW)) })
  .map((one) => ({
    ...one,
    observed: {
      ...one.observed,
      clusters: one.observed.clusters.filter((view) => one.desired.clusters.includes(view.ref)),
    },
  }));
