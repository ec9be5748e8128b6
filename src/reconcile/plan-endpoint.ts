import type { Endpoint } from '../aws/types.ts';
import type { EndpointService } from '../cockroach/types.ts';
import {
  CREATED_AT,
  claimKey,
  claimValue,
  hasRoomFor,
  isMarkAlive,
  isOurs,
  leavingMark,
  MANAGED_BY,
  MANAGED_BY_VALUE,
  needsClaim,
  otherClaims,
  readClaims,
  readMarks,
  SERVICE,
  tagText,
  WITHOUT_ZONES,
} from './claims.ts';
import { addStep, addWait, block, type Draft, note } from './drafting.ts';
import { connectionOf, disconnectStep, isGone } from './members.ts';
import type { Member } from './model.ts';
import { chooseSubnets, type GroupChoice, list, refusedZones } from './plan-network.ts';

/** Which endpoint serves a path. */
export interface EndpointChoice {
  readonly kind: 'none' | 'ours' | 'not-ours' | 'ambiguous';
  readonly endpoint: Endpoint | undefined;
  /** Endpoints of ours that are to go: failed, expired, rejected for good, or the younger of two. */
  readonly condemned: readonly Endpoint[];
}

const DEAD = new Set(['failed', 'expired']);
/** Endpoints that one run makes for a service before it says that they do not last. */
const MOST_CREATIONS = 3;

/**
 * Picks the endpoint of a service in the VPC: ours before others', the oldest of ours (then the smallest ID) before the rest.
 * Never the first hit: several that are not ours are an error that lists them.
 * @param givenUp IDs of endpoints of ours that stayed rejected in this run
 */
export function chooseEndpoint(
  endpoints: readonly Endpoint[],
  serviceName: string,
  givenUp: ReadonlySet<string>,
): EndpointChoice {
  const live = endpoints.filter((one) => one.serviceName === serviceName && !isGone(one));
  const ours = live.filter((one) => isOurs(one) && !one.requesterManaged).toSorted(olderFirst);
  const usable = ours.filter((one) => !DEAD.has(one.state) && !givenUp.has(one.id));
  const winner = usable[0];
  if (ours.length > 0) {
    return {
      kind: winner === undefined ? 'none' : 'ours',
      endpoint: winner,
      condemned: ours.filter((one) => one !== winner),
    };
  }
  const healthy = live.filter((one) => !DEAD.has(one.state) && one.state !== 'rejected');
  const others = healthy.length > 0 ? healthy : live;
  if (others.length > 1) return { kind: 'ambiguous', endpoint: undefined, condemned: [] };
  return { kind: others.length === 1 ? 'not-ours' : 'none', endpoint: others[0], condemned: [] };
}

export function olderFirst(one: Endpoint, other: Endpoint): number {
  return one.createdAt - other.createdAt || (one.id < other.id ? -1 : 1);
}

/** Names of the other environments whose claims keep an endpoint as it is. */
export function sharers(draft: Draft, endpoint: Endpoint | undefined): string[] {
  if (endpoint === undefined) return [];
  return [
    ...new Set(otherClaims(endpoint.tags, draft.desired.owner).map((claim) => claim.name || 'another environment')),
  ];
}

/**
 * Plans the creation of a path's endpoint.
 * The creation token is made of what every run sees alike (the owned group, the service, what is replaced), so that EC2
 * itself merges two runs that create at once. With explicit groups there is no such common thing: the token is the run's own.
 * @param zoneIds undefined while the service is not there
 */
export function planCreation(
  draft: Draft,
  path: { serviceName: string; service: EndpointService | undefined; clusterIds: readonly string[]; label: string },
  given: { groups: GroupChoice; condemned: readonly Endpoint[]; after: string },
): { subnets: ReturnType<typeof chooseSubnets> } {
  const { desired, memory } = draft;
  const { service, serviceName } = path;
  const subnets =
    service === undefined
      ? undefined
      : chooseSubnets(draft, { serviceName, zoneIds: service.zoneIds, endpoint: undefined });
  const made = memory.createdEndpoints.filter((one) => one.endpoint.serviceName === serviceName);
  if (made.length >= MOST_CREATIONS) {
    block(draft, 'endpoint-failed', {
      cause: `EC2 took ${made.length} creations of an endpoint for ${serviceName} and none of them lasted: ${list(made.map((one) => one.endpoint.id))}`,
      fix: 'Look for a policy or a person that deletes VPC endpoints in this account (CloudTrail, DeleteVpcEndpoints).',
    });
    return { subnets };
  }
  const taken = memory.tokenTaken.get(serviceName);
  if (taken !== undefined && draft.now - taken.at < 2 * desired.readLagMs) {
    addWait(draft, {
      id: `creation:${serviceName}`,
      what: 'the VPC endpoint that another run is creating',
      seen: 'not visible yet',
      mover: 'another run of the action created it a moment ago, or its creation token is still remembered by EC2',
      facets: ['endpoints'],
    });
    return { subnets };
  }
  const salt = taken === undefined ? 0 : taken.salt + 1;
  const replacing = given.condemned.map((one) => one.id).toSorted();
  const group = given.groups.owned?.id;
  const after =
    given.after !== '' ? given.after : given.groups.groupIds === undefined ? 'the security group is there' : '';
  const tags = creationTags(draft, path.clusterIds, { serviceName, condemned: given.condemned });
  if (!hasRoomFor(tags, 0)) {
    block(draft, 'tag-limit', {
      cause: `The endpoint would need ${Object.keys(tags).length} tags for its claims, more than EC2 has room for`,
      fix: 'Use endpoint-id (attach only, no claims) for some of the clusters, or fewer tags.',
    });
  }
  const zones = subnets === undefined ? '' : ` in ${list(subnets.subnets.map((one) => `${one.id} (${one.zoneId})`))}`;
  addStep(draft, {
    id: `create-endpoint:${serviceName || path.label}:${salt}:${made.length}`,
    title: `create the VPC endpoint for ${path.label}${zones}${replacing.length > 0 ? `, replacing ${list(replacing)}` : ''}`,
    action: {
      kind: 'create-endpoint',
      serviceName,
      vpcId: desired.vpcId ?? '',
      subnetIds: subnets?.subnets.map((one) => one.id) ?? [],
      groupIds: given.groups.groupIds ?? [],
      tokenParts: [group ?? memory.nonce, serviceName, ...replacing, ...made.map((one) => one.endpoint.id)],
      salt,
      replacing,
      tags,
    },
    after,
    facets: ['endpoints'],
  });
  return { subnets };
}

/** Tags of a new endpoint: whose it is, every living claim of what it replaces, and the claims of this run. */
function creationTags(
  draft: Draft,
  clusterIds: readonly string[],
  made: { serviceName: string; condemned: readonly Endpoint[] },
): Record<string, string> {
  const { desired, memory } = draft;
  const inherited = made.condemned.flatMap((one) => readClaims(one.tags)).map((claim) => [claim.key, claim.value]);
  const own = clusterIds.map((id) => [
    claimKey(desired.owner, id),
    claimValue(desired.owner, id, { at: memory.startedAt, nonce: memory.nonce }),
  ]);
  return {
    Name: tagText(`cockroachdb-privatelink ${made.serviceName.split('.').at(-1) ?? ''}`).trim(),
    ...desired.tags,
    [MANAGED_BY]: MANAGED_BY_VALUE,
    [CREATED_AT]: new Date(memory.startedAt).toISOString(),
    [SERVICE]: tagText(made.serviceName),
    ...withoutZones(draft, made.serviceName, undefined),
    ...Object.fromEntries(inherited),
    ...Object.fromEntries(own),
  };
}

/**
 * Plans the claims of this run on an endpoint of ours, and respects the leaving marks of others on it.
 * @returns false while a living mark says that the endpoint may be about to go: then only the claim is written
 */
export function planClaims(draft: Draft, endpoint: Endpoint, clusterIds: readonly string[]): boolean {
  const { desired, memory, now } = draft;
  const wanted = clusterIds.filter((id) => needsClaim(endpoint.tags, claimKey(desired.owner, id), now));
  if (wanted.length > 0) {
    const tags = Object.fromEntries(
      wanted.map((id) => [
        claimKey(desired.owner, id),
        claimValue(desired.owner, id, { at: memory.startedAt, nonce: memory.nonce }),
      ]),
    );
    const fresh = Object.keys(tags).filter((key) => endpoint.tags[key] === undefined).length;
    if (fresh > 0 && !hasRoomFor(endpoint.tags, fresh)) {
      block(draft, 'tag-limit', {
        cause: `VPC endpoint ${endpoint.id} has ${Object.keys(endpoint.tags).length} tags and no room for ${fresh} more claims`,
        fix: 'Use endpoint-id (attach only, no claims) for further environments, or sweep the ones that are gone.',
      });
      return true;
    }
    addStep(draft, {
      id: `claim:${endpoint.id}:${Object.keys(tags).join(',')}`,
      title: `note on ${endpoint.id} that environment ${desired.owner.environment} uses it`,
      action: { kind: 'claim', endpointId: endpoint.id, tags },
      bookkeeping: true,
      facets: ['endpoints'],
    });
  }
  const marks = readMarks(endpoint.tags).filter((mark) => mark.nonce !== memory.nonce);
  const alive = marks.filter((mark) => isMarkAlive(mark, now, desired));
  for (const mark of marks.filter((one) => !alive.includes(one))) {
    addStep(draft, {
      id: `unmark:${endpoint.id}:${mark.key}`,
      title: `remove the leaving mark that a dead run left on ${endpoint.id}`,
      action: { kind: 'unmark', endpointId: endpoint.id, tags: { [mark.key]: mark.value } },
      bookkeeping: true,
      facets: ['endpoints'],
    });
  }
  if (alive.length === 0) return true;
  addWait(draft, {
    id: `leaving:${endpoint.id}`,
    what: `a run that may be taking down ${endpoint.id} to be done`,
    seen: `${alive.length} leaving mark${alive.length > 1 ? 's' : ''}`,
    mover: 'another run of the action is leaving; its mark dies by itself',
    facets: ['endpoints'],
  });
  return false;
}

/** The tag that keeps what EC2 refused, {} where it refused nothing. */
function withoutZones(draft: Draft, serviceName: string, endpoint: Endpoint | undefined): Record<string, string> {
  const zones = [...refusedZones(draft, serviceName, endpoint)].toSorted().join(' ');
  return zones === '' ? {} : { [WITHOUT_ZONES]: tagText(zones) };
}

/** Plans what brings subnets and groups of our endpoint back to what is asked for. True when something is to be changed. */
export function planRepairs(
  draft: Draft,
  endpoint: Endpoint,
  given: { zoneIds: readonly string[]; serviceName: string; groups: GroupChoice; sharedWith: readonly string[] },
): boolean {
  const { desired } = draft;
  const choice = chooseSubnets(draft, { ...given, endpoint });
  if (choice === undefined) return false;
  const zones = withoutZones(draft, given.serviceName, endpoint);
  if (zones[WITHOUT_ZONES] !== undefined && zones[WITHOUT_ZONES] !== endpoint.tags[WITHOUT_ZONES]) {
    addStep(draft, {
      id: `zones:${endpoint.id}:${zones[WITHOUT_ZONES]}`,
      title: `note on ${endpoint.id} that EC2 refuses ${zones[WITHOUT_ZONES]}`,
      action: { kind: 'claim', endpointId: endpoint.id, tags: zones },
      bookkeeping: true,
      facets: ['endpoints'],
    });
  }
  const wanted = choice.subnets.map((one) => one.id);
  const wantedGroups = given.groups.groupIds ?? [];
  const addSubnetIds = wanted.filter((id) => !endpoint.subnetIds.includes(id));
  const surplusSubnets = desired.subnetIds.length > 0 ? endpoint.subnetIds.filter((id) => !wanted.includes(id)) : [];
  const addGroupIds = wantedGroups.filter((id) => !endpoint.groupIds.includes(id));
  const surplusGroups =
    given.groups.groupIds === undefined ? [] : endpoint.groupIds.filter((id) => !wantedGroups.includes(id));
  const shared = given.sharedWith.length > 0;
  if (shared && surplusSubnets.length + surplusGroups.length > 0) {
    note(
      draft,
      'shared-setting',
      `${endpoint.id} has ${list([...surplusSubnets, ...surplusGroups])}, which is not asked for here; it stays while ${list(given.sharedWith)} uses the endpoint too`,
    );
  }
  const removeSubnetIds = shared ? [] : surplusSubnets;
  const removeGroupIds = shared ? [] : surplusGroups;
  if (addSubnetIds.length + removeSubnetIds.length + addGroupIds.length + removeGroupIds.length === 0) {
    return false;
  }
  const swap = inSequence(draft, {
    addSubnetIds,
    removeSubnetIds,
    keep: endpoint.subnetIds.filter((id) => wanted.includes(id)),
  });
  if (swap === undefined) {
    block(draft, 'subnet-invalid', {
      cause: `VPC endpoint ${endpoint.id} is only in ${list(endpoint.subnetIds)}, in the same availability zone as the asked-for ${list(addSubnetIds)}, and EC2 allows one subnet a zone`,
      fix: 'Add a subnet in a second availability zone to subnet-ids, or delete the endpoint and create it anew.',
    });
    return false;
  }
  const changes = [
    swap.add.length > 0 ? `add ${list(swap.add)}` : '',
    swap.remove.length > 0 ? `remove ${list(swap.remove)}` : '',
    addGroupIds.length > 0 ? `attach ${list(addGroupIds)}` : '',
    removeGroupIds.length > 0 ? `detach ${list(removeGroupIds)}` : '',
  ].filter((one) => one !== '');
  addStep(draft, {
    id: `modify:${endpoint.id}:${changes.join(';')}`,
    title: `mend VPC endpoint ${endpoint.id}: ${changes.join(', ')}`,
    action: {
      kind: 'modify-endpoint',
      endpointId: endpoint.id,
      addSubnetIds: swap.add,
      removeSubnetIds: swap.remove,
      addGroupIds,
      removeGroupIds,
    },
    after: endpoint.state === 'available' ? '' : 'the endpoint is available',
    facets: ['endpoints'],
  });
  return true;
}

/** EC2 refuses a second subnet in a zone, so a swap within a zone removes first and adds in the next round. Undefined: impossible. */
function inSequence(
  draft: Draft,
  change: { addSubnetIds: string[]; removeSubnetIds: string[]; keep: string[] },
): { add: string[]; remove: string[] } | undefined {
  const zone = (id: string) => draft.observed.subnets.find((one) => one.id === id)?.zoneId ?? id;
  const leaving = new Set(change.removeSubnetIds.map(zone));
  const blocked = change.addSubnetIds.filter((id) => leaving.has(zone(id)));
  const free = change.addSubnetIds.filter((id) => !leaving.has(zone(id)));
  if (blocked.length === 0) return { add: free, remove: change.removeSubnetIds };
  if (change.keep.length > 0) return { add: [], remove: change.removeSubnetIds };
  return free.length > 0 ? { add: free, remove: [] } : undefined;
}

/**
 * Plans the end of endpoints of ours that are not to live: mark, wait two read lags, look, move every claim to the
 * endpoint that takes over, delete. Destruction under the same mark as leaving (DESIGN: claims).
 * @param heir the endpoint that takes over; nothing is deleted before it is there
 */
export function planCondemned(
  draft: Draft,
  condemned: readonly Endpoint[],
  given: { heir: Endpoint | undefined; members: readonly Member[] },
): void {
  for (const endpoint of condemned) planEnd(draft, endpoint, given);
}

/** Nothing is left to take away of a connection in one of these states. */
const NOT_CONNECTED = new Set(['REJECTED', 'DELETED', 'DELETING', 'STALE']);

function planEnd(
  draft: Draft,
  endpoint: Endpoint,
  { heir, members }: { heir: Endpoint | undefined; members: readonly Member[] },
): void {
  const { desired, memory, now, observed } = draft;
  const marks = readMarks(endpoint.tags);
  const mark = marks.find((one) => one.nonce === memory.nonce);
  const others = marks.filter((one) => one !== mark && isMarkAlive(one, now, desired));
  const title = `delete VPC endpoint ${endpoint.id} (${endpoint.rawState})`;
  const remove = (after: string) =>
    addStep(draft, {
      id: `delete-endpoint:${endpoint.id}`,
      title,
      action: { kind: 'delete-endpoint', endpointId: endpoint.id },
      after,
      facets: ['endpoints'],
    });

  if (mark === undefined && others.length > 0) {
    addWait(draft, {
      id: `leaving:${endpoint.id}`,
      what: `another run that is taking down ${endpoint.id} to be done`,
      seen: endpoint.rawState,
      mover: 'another run of the action; its mark dies by itself',
      facets: ['endpoints'],
    });
    return;
  }
  if (mark === undefined || !isMarkAlive(mark, now, desired)) {
    const fresh = leavingMark(memory.nonce, now, []);
    addStep(draft, {
      id: `mark:${endpoint.id}`,
      title: `mark ${endpoint.id} as leaving`,
      action: { kind: 'mark', endpointId: endpoint.id, tags: { [fresh.key]: fresh.value } },
      bookkeeping: true,
      facets: ['endpoints'],
    });
    remove('its leaving mark has been visible to every run');
    return;
  }
  // Counted from when the mark was written, not from the time in it: the call itself may have taken long.
  const writtenAt = memory.done.get(`mark:${endpoint.id}`)?.at ?? mark.at;
  const decideAt = Math.max(mark.at, writtenAt) + 2 * desired.readLagMs;
  const readAt = observed.readAt.endpoints ?? 0;
  if (readAt < decideAt || now - readAt > desired.decisionMs / 2) {
    addWait(draft, {
      id: `mark:${endpoint.id}`,
      what: `every run to see that ${endpoint.id} is leaving`,
      seen: 'marked',
      mover: `time: reads may lag by ${desired.readLagMs / 1000} s`,
      facets: ['endpoints'],
      notBefore: decideAt,
    });
    remove('its leaving mark has been visible to every run');
    return;
  }
  if (heir === undefined) {
    remove('its replacement is there');
    return;
  }
  if (!claimsMoved(draft, endpoint, { heir, members })) {
    remove('its claims are moved');
    return;
  }
  const connected = members.filter((member) => {
    const connection = connectionOf(member.view, endpoint.id);
    return connection !== undefined && !NOT_CONNECTED.has(connection.status);
  });
  for (const member of connected) addStep(draft, disconnectStep(member, endpoint.id));
  remove(connected.length > 0 ? 'its connections are removed' : '');
}

/** True when every claim on the endpoint stands on its heir too; else the claims are moved, this run's own by its own step. */
function claimsMoved(
  draft: Draft,
  endpoint: Endpoint,
  { heir, members }: { heir: Endpoint; members: readonly Member[] },
): boolean {
  const unmoved = readClaims(endpoint.tags).filter((claim) => heir.tags[claim.key] === undefined);
  if (unmoved.length === 0) return true;
  const own = new Set(members.map((member) => claimKey(draft.desired.owner, member.cluster.id)));
  const others = unmoved.filter((claim) => !own.has(claim.key));
  if (!hasRoomFor(heir.tags, unmoved.length)) {
    block(draft, 'tag-limit', {
      cause: `The ${unmoved.length} claims of ${endpoint.id} do not fit on ${heir.id}, which takes its place`,
      fix: 'Sweep environments that are gone, or use endpoint-id (attach only, no claims) for some.',
      late: true,
    });
  } else if (others.length > 0) {
    addStep(draft, {
      id: `move:${heir.id}:${others.map((claim) => claim.key).join(',')}`,
      title: `move ${others.length} claim${others.length > 1 ? 's' : ''} from ${endpoint.id} to ${heir.id}`,
      action: {
        kind: 'claim',
        endpointId: heir.id,
        tags: Object.fromEntries(others.map((claim) => [claim.key, claim.value])),
      },
      bookkeeping: true,
      facets: ['endpoints'],
    });
  }
  return false;
}
