// What hands in the two consoles do to a path, each as one change of the sandbox's world.
import { readClaims } from '../../../src/reconcile/model/claims.ts';
import { groupName } from '../../../src/reconcile/model/managed.ts';
import { RULE_DESCRIPTION } from '../../../src/reconcile/plan/rules.ts';
import { ids } from '../../sandbox/index.ts';
import { isManaged, isOwned } from '../../support/managed.ts';
import type { Bench } from '../in-memory/bench.ts';

type World = Bench['world'];
/** Takes one of several; undefined where there are none. */
type Pick = <T>(list: readonly T[]) => T | undefined;

const PREFIX = 'cockroachdb-privatelink/';
const live = (world: World) => world.endpoints((one) => one.state !== 'deleting' && one.state !== 'deleted');
const ours = (world: World) => live(world).filter(isManaged);
const strangers = (world: World) => live(world).filter((one) => !isManaged(one));
const ownGroups = (world: World) => world.groups(isOwned);
const connected = (world: World) => world.connections().filter((one) => one.status === 'AVAILABLE');

/** A change of one of several things, nothing where there are none. */
function onOne<T>(list: (world: World) => readonly T[], change: (world: World, one: T, pick: Pick) => void) {
  return (world: World, pick: Pick) => {
    const one = pick(list(world));
    if (one !== undefined) change(world, one, pick);
  };
}

const retag = (tags: Record<string, string | null>) => onOne(ours, (world, { id }) => world.setTags(id, tags));

/** A mark as a run leaves it that dies right after writing it. */
const freshMark = (world: World) => `v1 at=${new Date(world.now()).toISOString()} by= clusters=`;

/** By what they do. None leaves the world in a state that AWS or CockroachDB Cloud could not be in. */
export const HAND: Readonly<Record<string, (world: World, pick: Pick) => void>> = {
  'delete an endpoint': onOne(live, (world, { id }) => world.deleteEndpoint(id)),
  'make an endpoint vanish': onOne(ours, (world, { id }) => world.vanishEndpoint(id)),
  'let an endpoint fail': onOne(ours, (world, { id }) => world.endEndpoint(id, 'failed')),
  'let an endpoint expire': onOne(ours, (world, { id }) => world.endEndpoint(id, 'expired')),
  'turn private DNS off': onOne(ours, (world, { id }) => world.setPrivateDns(id, false)),
  'keep one subnet of an endpoint': onOne(ours, (world, { id, subnetIds }, pick) => {
    const subnet = pick(subnetIds);
    if (subnet !== undefined) world.setEndpointSubnets(id, [subnet]);
  }),
  'give an endpoint the default group alone': onOne(ours, (world, { id, vpcId }) => {
    const group = world.groups((one) => one.vpcId === vpcId && one.name === 'default')[0];
    if (group !== undefined) world.setEndpointGroups(id, [group.id]);
  }),
  'add the default group to an endpoint': onOne(ours, (world, { id, vpcId, groupIds }) => {
    const group = world.groups((one) => one.vpcId === vpcId && one.name === 'default')[0];
    if (group !== undefined) world.setEndpointGroups(id, [...new Set([...groupIds, group.id])]);
  }),
  'make a second endpoint like the first': onOne(ours, (world, { vpcId, serviceName, subnetIds, groupIds, tags }) => {
    world.createEndpoint({ vpcId, serviceName, subnetIds, groupIds, tags: { ...tags } });
  }),
  'make an endpoint without private DNS': onOne(
    (world) => world.services(),
    (world, { name }) => {
      world.createEndpoint({ vpcId: ids.vpc, serviceName: name, subnetIds: [...ids.subnets], tags: { owner: 'else' } });
    },
  ),
  'make an endpoint with private DNS': onOne(
    (world) => world.services(),
    (world, { name }) => {
      if (world.endpoints((one) => one.serviceName === name && one.privateDnsTarget).length > 0) return;
      const own = { subnetIds: [...ids.subnets], privateDnsEnabled: true, tags: { owner: 'else' } };
      world.createEndpoint({ vpcId: ids.vpc, serviceName: name, ...own });
    },
  ),
  'delete an endpoint of a stranger': onOne(strangers, (world, { id }) => world.deleteEndpoint(id)),
  'disown an endpoint': retag({ [`${PREFIX}managed-by`]: null }),
  'take the service tag off an endpoint': retag({ [`${PREFIX}service`]: null }),
  'give an endpoint of a stranger the tag': onOne(strangers, (world, { id }) =>
    world.setTags(id, {
      [`${PREFIX}managed-by`]: 'github-action',
      [`${PREFIX}created-at`]: '2026-01-01T00:00:00.000Z',
    }),
  ),
  'fill up the tags of an endpoint': retag(
    Object.fromEntries(Array.from({ length: 36 }, (_, index) => [`cost-${index}`, 'x'])),
  ),
  'take the noted zones off': retag({ [`${PREFIX}without-zones`]: null }),
  'take all claims off': onOne(ours, (world, { id, tags }) =>
    world.setTags(id, Object.fromEntries(readClaims(tags).map((claim) => [claim.key, null]))),
  ),
  'take a claim off': onOne(ours, (world, { id, tags }, pick) => {
    const claim = pick(readClaims(tags));
    if (claim !== undefined) world.setTags(id, { [claim.key]: null });
  }),
  'spoil a claim': onOne(ours, (world, { id, tags }, pick) => {
    const claim = pick(readClaims(tags));
    if (claim !== undefined) world.setTags(id, { [claim.key]: 'do not touch' });
  }),
  'put a claim of last week on': onOne(ours, (world, { id, tags }, pick) => {
    const claim = pick(readClaims(tags));
    if (claim === undefined) return;
    const old = new Date(world.now() - 7 * 86_400_000).toISOString();
    world.setTags(id, { [claim.key]: claim.value.replace(/used=\S+/, `used=${old}`) });
  }),
  'leave a dead mark': retag({ [`${PREFIX}leaving/dead`]: 'v1 at=2026-01-01T00:00:00.000Z by= clusters=' }),
  'leave a fresh mark': onOne(ours, (world, { id }) =>
    world.setTags(id, { [`${PREFIX}leaving/fresh`]: freshMark(world) }),
  ),
  'leave a fresh mark on a group': onOne(ownGroups, (world, { id }) =>
    world.setTags(id, { [`${PREFIX}leaving/fresh`]: freshMark(world) }),
  ),
  'disown a group': onOne(ownGroups, (world, { id }) => world.setTags(id, { [`${PREFIX}managed-by`]: null })),
  'give a group another service tag': onOne(ownGroups, (world, { id }) =>
    world.setTags(id, { [`${PREFIX}service`]: 'com.amazonaws.vpce.us-east-1.vpce-svc-0ddddddddddddddd1' }),
  ),
  'take the claims off a group': onOne(ownGroups, (world, { id, tags }) =>
    world.setTags(id, Object.fromEntries(readClaims(tags).map((claim) => [claim.key, null]))),
  ),
  'delete a group that nothing uses': onOne(
    (world) => ownGroups(world).filter(({ id }) => !isUsed(world, id)),
    (world, { id }) => world.deleteGroup(id),
  ),
  'take the name of the group': onOne(
    (world) => world.services(),
    (world, { name }) => {
      const wanted = groupName(name);
      if (world.groups((one) => one.name.toLowerCase() === wanted.toLowerCase()).length > 0) return;
      world.createGroup({ vpcId: ids.vpc, name: wanted });
    },
  ),
  'remove a rule': onOne(
    (world) => ownGroups(world).flatMap(({ id }) => world.rules(id)),
    (world, { id }) => world.removeRule(id),
  ),
  'widen a rule': onOne(
    (world) => ownGroups(world).flatMap(({ id }) => world.rules(id)),
    (world, { id }) => Object.assign(world.tables.rule.get(id) ?? {}, { fromPort: 0, toPort: 65_535 }),
  ),
  'add a stale rule of the action': onOne(ownGroups, (world, { id }) => {
    world.addRule({ groupId: id, cidr: '192.168.0.0/24', description: RULE_DESCRIPTION });
  }),
  'add a rule of a stranger': onOne(ownGroups, (world, { id }) => {
    world.addRule({ groupId: id, cidr: '203.0.113.0/24', description: 'office' });
  }),
  'add a CIDR block to the VPC': (world) => {
    const vpc = world.tables.vpc.get(ids.vpc);
    if (vpc !== undefined && vpc.cidrs.length < 4) world.addCidr(ids.vpc, `10.3${vpc.cidrs.length}.0.0/16`);
  },
  'turn a DNS attribute of the VPC off': (world, pick) =>
    world.setVpcDns(ids.vpc, pick([{ support: false }, { hostnames: false }]) ?? {}),
  'turn the DNS attributes of the VPC on': (world) => world.setVpcDns(ids.vpc, { support: true, hostnames: true }),
  'use up the addresses of a subnet': onOne(
    (world) => [...world.tables.subnet.values()],
    // Whatever becomes free is taken again at once.
    (_world, subnet) => Object.assign(subnet, { freeIps: -1_000 }),
  ),
  'reject a connection': onOne(connected, (world, { clusterId, endpointId }) =>
    world.rejectConnection(clusterId, endpointId),
  ),
  'disconnect a cluster': onOne(connected, (world, { clusterId, endpointId }) =>
    world.disconnect(clusterId, endpointId),
  ),
  'let a connection fail': onOne(connected, (world, { clusterId, endpointId }) =>
    world.setConnectionStatus(clusterId, endpointId, 'FAILED'),
  ),
  'let a connection expire': onOne(connected, (world, { clusterId, endpointId }) =>
    world.setConnectionStatus(clusterId, endpointId, 'EXPIRED'),
  ),
  'have the next connection rejected': (world) => world.scriptConnections({ outcome: 'REJECTED' }),
  'have the next connection fail': (world) => world.scriptConnections({ outcome: 'FAILED' }),
  'have the next connection expire': (world) => world.scriptConnections({ outcome: 'EXPIRED' }),
  'delete a cluster': (world, pick) => {
    const cluster = pick([...world.tables.cluster.values()]);
    if (cluster !== undefined) deleteCluster(world, cluster.id);
  },
  'lock a cluster': (world, pick) => {
    const cluster = pick([...world.tables.cluster.values()].filter((one) => one.state === 'CREATED'));
    if (cluster !== undefined) world.changeCluster(cluster.id, { state: 'LOCKED' });
  },
  'unlock a cluster': (world, pick) => {
    const cluster = pick([...world.tables.cluster.values()].filter((one) => one.state === 'LOCKED'));
    if (cluster !== undefined) world.changeCluster(cluster.id, { state: 'CREATED' });
  },
};

/** True where an endpoint or its interfaces still hold a group. */
function isUsed(world: World, groupId: string): boolean {
  const holds = (one: { groupIds: string[] }) => one.groupIds.includes(groupId);
  const rules = [...world.tables.rule.values()];
  return (
    world.endpoints((one) => one.state !== 'deleted' && holds(one)).length > 0 ||
    [...world.tables.eni.values()].some(holds) ||
    rules.some((rule) => rule.sourceGroupId === groupId)
  );
}

/** A cluster goes with all that the Cloud lists of it. */
function deleteCluster(world: World, clusterId: string): void {
  for (const one of world.connections(clusterId)) world.tables.connection.delete(one.id);
  world.changeCluster(clusterId, { state: 'DELETED' });
}

export type { World };
