import fc from 'fast-check';
import type { EndpointState } from '../../src/aws/types.ts';
import type { ConnectionStatus } from '../../src/cockroach/types.ts';
import { claimKey, claimValue, MANAGED_BY, MANAGED_BY_VALUE, SERVICE } from '../../src/reconcile/model/claims.ts';
import { startJournal } from '../../src/reconcile/model/journal.ts';
import { groupName } from '../../src/reconcile/model/managed.ts';
import { readTimes } from '../../src/reconcile/model/observed.ts';
import { RULE_DESCRIPTION } from '../../src/reconcile/plan/rules.ts';
import { wallTime } from '../../src/support/moment.ts';
import { ACCOUNT, ME, mostly, NONCE, NOW, REGION, SERVICES, VPC } from './made-up.ts';
import type { Situation } from './situations.ts';

/** A path on which nothing is left to do, but for one thing that may be off. */
export const nearlyFinished: fc.Arbitrary<Situation> = fc
  .record({
    privateDns: fc.constantFrom(true, true, false),
    wantsDns: fc.constantFrom(true, true, false),
    state: mostly<EndpointState>('available', 'pending'),
    status: mostly<ConnectionStatus>('AVAILABLE', 'PENDING', 'REJECTED'),
    sources: fc.constantFrom(['10.0.0.0/16', '10.1.0.0/16'], ['10.0.0.0/16', '10.1.0.0/16'], ['10.0.0.0/16']),
    zones: fc.constantFrom(2, 2, 1),
    claimAge: fc.constantFrom(0, 0, 7 * 3_600_000),
    touched: fc.constantFrom(false, false, true),
  })
  .map((one) => {
    const [serviceName] = SERVICES;
    const read = readTimes(['endpoints', 'groups'], { mono: NOW, wall: wallTime(NOW) });
    const subnets = [1, 2].map((n) => ({
      id: `subnet-${n}`,
      vpcId: VPC,
      zoneId: `use1-az${n}`,
      zoneName: '',
      freeAddresses: 9,
      unfit: '' as const,
    }));
    const ours = { [MANAGED_BY]: MANAGED_BY_VALUE, [SERVICE]: serviceName };
    const written = startJournal(NONCE, { mono: NOW - 60_000, wall: wallTime(NOW - 60_000) });
    if (one.touched) written.entries.push({ kind: 'settled', facets: ['endpoints'], at: NOW + 1 });
    return {
      now: NOW,
      wallNow: wallTime(NOW),
      journal: written,
      desired: {
        clusters: ['c-1'],
        region: REGION,
        goal: { kind: 'make-path', vpcId: VPC },
        subnetIds: [],
        securityGroupIds: [],
        allowedCidrs: [],
        allowedSecurityGroupIds: [],
        privateDns: one.wantsDns,
        trustedOwners: undefined,
        tags: {},
        allowedAccountIds: [],
        owner: ME,
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
                stateText: 'CREATED',
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
                statusText: 'AVAILABLE',
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
                { at: wallTime(NOW - one.claimAge), nonce: 'old' },
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
        ...read,
      },
    };
  });
