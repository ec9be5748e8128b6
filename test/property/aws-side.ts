import fc from 'fast-check';
import type { Endpoint, Group, IngressRule, Subnet } from '../../src/aws/types.ts';
import {
  claimKey,
  claimValue,
  leavingMark,
  MANAGED_BY,
  MANAGED_BY_VALUE,
  SERVICE,
} from '../../src/reconcile/model/claims.ts';
import { groupName } from '../../src/reconcile/model/managed.ts';
import { RULE_DESCRIPTION } from '../../src/reconcile/plan/rules.ts';
import { wallTime } from '../../src/support/moment.ts';
import {
  ACCOUNT,
  CLUSTERS,
  ENDPOINTS,
  GROUPS,
  ME,
  mostly,
  NONCE,
  NOW,
  OTHER,
  SERVICES,
  SUBNETS,
  VPC,
  ZONES,
} from './made-up.ts';

/** Whatever AWS may show of one VPC. */

export const subnet: fc.Arbitrary<Subnet> = fc.record({
  id: fc.constantFrom(...SUBNETS),
  vpcId: fc.constant(VPC),
  zoneId: fc.constantFrom(...ZONES),
  zoneName: fc.constant('us-east-1a'),
  freeAddresses: fc.constantFrom(0, 10),
  unfit: fc.constantFrom('', 'is IPv6-only', 'is on an Outpost'),
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
    const at = wallTime(NOW - age);
    return Object.fromEntries([
      ...(ours ? [[MANAGED_BY, MANAGED_BY_VALUE]] : []),
      ...mine.map((id) => [claimKey(ME, id), claimValue(ME, { id, name: `name-${id}` }, { at, nonce: 'old' })]),
      ...others.map((id) => [claimKey(OTHER, id), claimValue(OTHER, { id, name: `name-${id}` }, { at, nonce: 'old' })]),
      ...marks.map((mark) => {
        const { key, value } = leavingMark(mark.nonce, wallTime(NOW - mark.age), { by: '', clusterIds: [] });
        return [key, value];
      }),
    ]) as Record<string, string>;
  });

/** The tag that says what service something was made for, right, copied from elsewhere or lost. */
function serviceTag(taggedFor: 'its own' | 'another' | 'none', service: string): Record<string, string> {
  if (taggedFor === 'none') return {};
  return { [SERVICE]: taggedFor === 'its own' ? service : `${service}0` };
}

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
      'unknown',
    ),
    taggedFor: mostly<'its own' | 'another' | 'none'>('its own', 'another', 'none'),
    interface: fc.constantFrom(true, true, true, true, true, true, true, false),
    subnetIds: fc.subarray(SUBNETS, { minLength: 1 }),
    groupIds: fc.subarray(GROUPS),
    privateDns: fc.boolean(),
    createdAt: fc.constantFrom(NOW - 1_000, NOW - 100_000),
    tags,
    requesterManaged: fc.constantFrom(false, false, false, true),
  })
  .map(({ taggedFor, ...one }) => ({
    ...one,
    tags: { ...one.tags, ...serviceTag(taggedFor, one.serviceName) },
    rawState: one.state,
    vpcId: VPC,
    ownerId: ACCOUNT,
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

export const group: fc.Arbitrary<Group> = fc
  .record({
    id: fc.constantFrom(...GROUPS),
    service: fc.constantFrom(...SERVICES),
    ours: fc.boolean(),
    taggedFor: mostly<'its own' | 'another' | 'none'>('its own', 'another', 'none'),
    ingress: fc.array(rule, { maxLength: 4 }),
  })
  .map(({ id, service, ours, taggedFor, ingress }) => ({
    id,
    name: groupName(service),
    vpcId: VPC,
    ownerId: ACCOUNT,
    tags: { ...(ours ? { [MANAGED_BY]: MANAGED_BY_VALUE } : {}), ...serviceTag(taggedFor, service) },
    ingress,
  }));
