import { type Endpoint, isDead, isGone } from '../../aws/types.ts';
import type { NamedService } from '../../cockroach/types.ts';
import { joinShort } from '../../support/text.ts';
import { livingClaims } from '../membership/released-claims.ts';
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
import { createdEndpoints, takenToken } from '../model/recall.ts';
import { type StepId, stepId } from '../model/steps.ts';
import type { GroupChoice } from './groups.ts';
import { addStep, addWait, block, type PathDraft, type PlanDraft, SERVICE_FIRST } from './plan-draft.ts';
import { rulesFirst } from './rules.ts';
import { chooseSubnets, refusedZones, type SubnetChoice } from './subnets.ts';

/** Which endpoint serves a path. */
export interface EndpointChoice {
  readonly kind: 'none' | 'ours' | 'not-ours' | 'ambiguous';
  readonly endpoint: Endpoint | undefined;
  /** Endpoints of ours that are to go: failed, expired, rejected for good, or the younger of two. */
  readonly superseded: readonly Endpoint[];
}

/** Endpoints that one run makes for a service before it says that they do not last. */
const MOST_CREATIONS = 3;

/**
 * Picks the endpoint of a service in the VPC: ours before others', the oldest of ours (then the smallest ID) before the
 * rest. Never the first hit: several that are not ours are an error that lists them.
 * @param rejected IDs of endpoints of ours that stayed rejected in this run
 */
export function chooseEndpoint(
  endpoints: readonly Endpoint[],
  serviceName: string,
  rejected: ReadonlySet<string>,
): EndpointChoice {
  const live = endpoints.filter((one) => one.serviceName === serviceName && !isGone(one));
  const ours = live.filter(isManagedEndpoint).toSorted(olderFirst);
  const usable = ours.filter((one) => !isDead(one) && !rejected.has(one.id));
  const winner = usable.find((one) => one.state !== 'rejected') ?? usable[0];
  if (ours.length > 0) {
    return {
      kind: winner === undefined ? 'none' : 'ours',
      endpoint: winner,
      superseded: ours.filter((one) => one !== winner),
    };
  }
  const healthy = live.filter((one) => !isDead(one) && one.state !== 'rejected');
  const others = healthy.length > 0 ? healthy : live;
  if (others.length > 1) return { kind: 'ambiguous', endpoint: undefined, superseded: [] };
  return { kind: others.length === 1 ? 'not-ours' : 'none', endpoint: others[0], superseded: [] };
}

/** Order in which every run sees endpoints, so that all keep the same one. */
export function olderFirst(one: Endpoint, other: Endpoint): number {
  return one.createdAt - other.createdAt || (one.id < other.id ? -1 : 1);
}

/** The endpoint to be created for a path. */
interface Creation {
  readonly group: { readonly service: NamedService | undefined; readonly label: string };
  readonly groups: GroupChoice;
  /** Claims of this run, as tags. */
  readonly claims: Readonly<Record<string, string>>;
  /** Endpoints that it replaces. */
  readonly superseded: readonly Endpoint[];
  /** What must come first. */
  readonly after: string | undefined;
}

/**
 * Plans the creation of a path's endpoint.
 * The creation token is made of what every run sees alike (the owned group, the service, what is replaced), so that EC2
 * itself merges two runs that create at once. With explicit groups there is no such common thing: the token is the
 * run's own.
 * @returns the subnets of the endpoint, undefined where they are not known or a blocker was raised instead
 */
export function planCreation(draft: PathDraft, creation: Creation): SubnetChoice | undefined {
  const { service, label } = creation.group;
  const { desired, journal } = draft;
  if (service === undefined) {
    // Nothing is picked yet; what no service could cure is said now.
    chooseSubnets(draft, { serviceName: undefined, zoneIds: undefined, endpoint: undefined });
    addCreation(draft, creation, { id: stepId.createEndpoint(label, 0, 0), salt: 0, made: [], subnets: undefined });
    return undefined;
  }
  const serviceName = service.name;
  const subnets = chooseSubnets(draft, { serviceName, zoneIds: service.zoneIds, endpoint: undefined });
  const made = createdEndpoints(journal)
    .filter((one) => one.endpoint.serviceName === serviceName)
    .map((one) => one.endpoint.id);
  if (made.length >= MOST_CREATIONS) {
    block(draft, 'endpoint-failed', {
      cause: `This run created ${made.length} VPC endpoints, and all of them disappeared`,
      fix: `Find out what deletes VPC endpoints in this account (CloudTrail, DeleteVpcEndpoints), and stop it. Created for ${serviceName}: ${joinShort(made)}.`,
    });
    return subnets;
  }
  const taken = takenToken(journal, serviceName);
  if (taken?.spent === false && draft.now - taken.at < 2 * desired.readLagMs) {
    addWait(draft, {
      kind: 'creation',
      subject: serviceName,
      what: 'the VPC endpoint that another run is creating to show',
      seen: 'not visible yet',
      waitingOn: 'another run of this action created it a moment ago, or EC2 still remembers its client token',
      facets: ['endpoints'],
    });
    return subnets;
  }
  const salt = taken === undefined ? 0 : taken.salt + 1;
  const id = stepId.createEndpoint(serviceName, salt, made.length);
  addCreation(draft, creation, { id, salt, made, subnets });
  return subnets;
}

function addCreation(
  draft: PathDraft,
  { group: { service, label }, groups, claims, superseded, after: first }: Creation,
  token: { id: StepId; salt: number; made: readonly string[]; subnets: SubnetChoice | undefined },
): void {
  const { desired, journal } = draft;
  const { id, salt, made } = token;
  const subnets = token.subnets?.subnets ?? [];
  const replacing = superseded.map((one) => one.id).toSorted();
  const tags = creationTags(draft, claims, { serviceName: service?.name ?? '', superseded });
  if (!hasRoomFor(tags, 0)) {
    block(draft, 'tag-limit', {
      cause: `The VPC endpoint would need ${Object.keys(tags).length} tags with its claims; EC2 has no room for that many`,
      fix: 'Use endpoint-id (attach only, no claims) for some of the clusters, or fewer tags.',
    });
  }
  const zones =
    token.subnets === undefined ? '' : ` in ${joinShort(subnets.map((one) => `${one.id} (${one.zoneId})`))}`;
  const title = `create VPC endpoint for ${label}${zones}${replacing.length > 0 ? `, replacing ${joinShort(replacing)}` : ''}`;
  const action = {
    kind: 'create-endpoint',
    vpcId: desired.goal.vpcId,
    subnetIds: subnets.map((one) => one.id),
    groupIds: groups.groupIds ?? [],
    tokenParts: [groups.owned?.id ?? journal.nonce, service?.name ?? '', ...replacing, ...made],
    salt,
    replacing,
    tags,
  } as const;
  const groupFirst = groups.groupIds === undefined ? 'the security group and its rules exist' : undefined;
  const after = first ?? groupFirst ?? rulesFirst(draft, groups.owned?.id);
  addStep(draft, {
    id,
    title,
    ...(service === undefined
      ? { action: { ...action, serviceName: undefined }, after: after ?? SERVICE_FIRST }
      : { action: { ...action, serviceName: service.name }, after }),
  });
}

/** Tags of a new endpoint: whose it is, every living claim of what it replaces, and the claims of this run. */
function creationTags(
  draft: PlanDraft,
  claims: Readonly<Record<string, string>>,
  made: { serviceName: string; superseded: readonly Endpoint[] },
): Record<string, string> {
  const { desired, journal } = draft;
  const inherited = made.superseded.flatMap((one) => livingClaims(draft, one)).map((claim) => [claim.key, claim.value]);
  return {
    Name: tagText(`cockroachdb-privatelink ${made.serviceName.split('.').at(-1) ?? ''}`).trim(),
    ...desired.tags,
    [MANAGED_BY]: MANAGED_BY_VALUE,
    [CREATED_AT]: timeTag(journal.startedAtWall),
    [SERVICE]: tagText(made.serviceName),
    ...withoutZones(draft, made.serviceName, undefined),
    ...Object.fromEntries(inherited),
    ...claims,
  };
}

/** The tag that keeps what EC2 refused, {} where it refused nothing. */
export function withoutZones(
  draft: PlanDraft,
  serviceName: string,
  endpoint: Endpoint | undefined,
): Record<string, string> {
  const zones = [...refusedZones(draft, serviceName, endpoint)].toSorted().join(' ');
  return zones === '' ? {} : { [WITHOUT_ZONES]: tagText(zones) };
}
