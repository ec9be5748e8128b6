import type { Endpoint } from '../../aws/types.ts';
import type { EndpointService } from '../../cockroach/types.ts';
import { list } from '../../support/words.ts';
import {
  CREATED_AT,
  hasRoomFor,
  MANAGED_BY,
  MANAGED_BY_VALUE,
  SERVICE,
  tagText,
  timeTag,
  WITHOUT_ZONES,
} from '../model/claims.ts';
import { isManagedEndpoint } from '../model/managed.ts';
import { addStep, addWait, block, type Draft } from './drafting.ts';
import type { GroupChoice } from './groups.ts';
import { isGone } from './members.ts';
import { livingClaims } from './release.ts';
import { rulesFirst } from './rules.ts';
import { chooseSubnets, refusedZones } from './subnets.ts';

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
  const ours = live.filter(isManagedEndpoint).toSorted(olderFirst);
  const usable = ours.filter((one) => !DEAD.has(one.state) && !givenUp.has(one.id));
  const winner = usable.find((one) => one.state !== 'rejected') ?? usable[0];
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

/** Order in which every run sees endpoints, so that all keep the same one. */
export function olderFirst(one: Endpoint, other: Endpoint): number {
  return one.createdAt - other.createdAt || (one.id < other.id ? -1 : 1);
}

/**
 * Plans the creation of a path's endpoint.
 * The creation token is made of what every run sees alike (the owned group, the service, what is replaced), so that EC2
 * itself merges two runs that create at once. With explicit groups there is no such common thing: the token is the run's own.
 * @param zoneIds undefined while the service is not there
 */
export function planCreation(
  draft: Draft,
  path: {
    serviceName: string;
    service: EndpointService | undefined;
    claims: Readonly<Record<string, string>>;
    label: string;
  },
  given: { groups: GroupChoice; condemned: readonly Endpoint[]; after: string },
): { subnets: ReturnType<typeof chooseSubnets> } {
  const { desired, memory } = draft;
  const { service, serviceName } = path;
  const subnets = chooseSubnets(draft, { serviceName, zoneIds: service?.zoneIds, endpoint: undefined });
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
  const groupFirst = given.groups.groupIds === undefined ? 'the security group and its rules are there' : '';
  const after = given.after || groupFirst || rulesFirst(draft, group);
  const tags = creationTags(draft, path.claims, { serviceName, condemned: given.condemned });
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
  claims: Readonly<Record<string, string>>,
  made: { serviceName: string; condemned: readonly Endpoint[] },
): Record<string, string> {
  const { desired, memory } = draft;
  const inherited = made.condemned.flatMap((one) => livingClaims(draft, one)).map((claim) => [claim.key, claim.value]);
  return {
    Name: tagText(`cockroachdb-privatelink ${made.serviceName.split('.').at(-1) ?? ''}`).trim(),
    ...desired.tags,
    [MANAGED_BY]: MANAGED_BY_VALUE,
    [CREATED_AT]: timeTag(memory.startedAtWall),
    [SERVICE]: tagText(made.serviceName),
    ...withoutZones(draft, made.serviceName, undefined),
    ...Object.fromEntries(inherited),
    ...claims,
  };
}

/** The tag that keeps what EC2 refused, {} where it refused nothing. */
export function withoutZones(
  draft: Draft,
  serviceName: string,
  endpoint: Endpoint | undefined,
): Record<string, string> {
  const zones = [...refusedZones(draft, serviceName, endpoint)].toSorted().join(' ');
  return zones === '' ? {} : { [WITHOUT_ZONES]: tagText(zones) };
}
