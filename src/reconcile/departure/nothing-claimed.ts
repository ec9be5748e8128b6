import { isGone } from '../../aws/types.ts';
import { isSimilar, nearestOf } from '../../support/nearest.ts';
import { counted, joinShort } from '../../support/text.ts';
import { isOfRepository } from '../model/claimants.ts';
import { type Claim, isOwnClaim, kindOf, ownerDigest, readClaims, readMarks } from '../model/claims.ts';
import type { Desired } from '../model/desired.ts';
import { vpcOf } from '../model/goal.ts';
import { isEndpointService, isManagedEndpoint, isManagedGroup } from '../model/managed.ts';
import type { Observed } from '../model/observed.ts';
import { ownClaims } from '../model/own-claims.ts';
import type { Note } from '../model/plan.ts';

/** More environments or endpoints than this are a count. */
const MOST_LISTED = 10;

/**
 * What to report where `delete` found no claim of its environment. A pull request or a branch without a private
 * connection is ordinary; any other name is probably misspelt, so that is a warning. Environments of other repositories
 * are only counted, since logs of public repositories are public; those of this one stand in the log, and the nearest
 * one in the warning.
 */
export function nothingClaimed(desired: Desired, observed: Observed): Note[] {
  const { owner } = desired;
  const place = vpcOf(desired.goal) ?? desired.region;
  const claims = claimsIn(observed);
  const elsewhere = claims.filter((claim) => isOwnClaim(claim, owner));
  const isOrdinary = kindOf(owner.environment) !== 'none';
  const note: Note = {
    code: 'departure',
    warning: !isOrdinary,
    text:
      elsewhere.length > 0
        ? otherClusters(desired, place)
        : `Environment ${owner.environment} claims nothing in ${place}${nearestTo(desired, claims)}`,
    log: isOrdinary ? [] : environmentLines(desired, claims),
  };
  return [note, ...unmanagedNotes(observed, place)];
}

/** True where a claim or a leaving mark of this environment is seen, on a cluster of this run. */
export function claimsAnything(desired: Desired, observed: Observed): boolean {
  const isOwn = ownClaims(desired, observed.clusters);
  const digest = ownerDigest(desired.owner);
  const managed = [...observed.endpoints.filter(isManagedEndpoint), ...observed.groups.filter(isManagedGroup)];
  return managed.some(
    ({ tags }) => readClaims(tags).some(isOwn) || readMarks(tags).some((mark) => mark.by === digest || mark.by === ''),
  );
}

function claimsIn({ endpoints, groups }: Observed): Claim[] {
  const resources = [
    ...endpoints.filter((one) => isManagedEndpoint(one) && !isGone(one)),
    ...groups.filter(isManagedGroup),
  ];
  return resources.flatMap((one) => readClaims(one.tags));
}

function otherClusters({ owner, clusters }: Desired, place: string): string {
  return `Environment ${owner.environment} claims other clusters in ${place}, but not ${clusters.join(', ')}`;
}

function ownEnvironments({ owner }: Desired, claims: readonly Claim[]): string[] {
  const own = claims.filter((claim) => isOfRepository(claim, owner) && claim.name !== '');
  return [...new Set(own.map((claim) => claim.name))].sort();
}

function nearestTo(desired: Desired, claims: readonly Claim[]): string {
  const names = ownEnvironments(desired, claims);
  const nearest = names.length === 0 ? undefined : nearestOf(desired.owner.environment, names);
  return nearest === undefined || !isSimilar(desired.owner.environment, nearest)
    ? ''
    : `; the nearest environment of this repository is ${nearest}`;
}

function environmentLines(desired: Desired, claims: readonly Claim[]): string[] {
  const names = ownEnvironments(desired, claims);
  const others = new Set(claims.filter((claim) => !isOfRepository(claim, desired.owner)).map((claim) => claim.key));
  return [
    ...(names.length === 0 ? [] : [`Environments of this repository here: ${joinShort(names, MOST_LISTED)}`]),
    ...(others.size === 0 ? [] : [`Claims of other repositories here: ${others.size}`]),
  ];
}

/** Endpoints of other owners keep no claims: a connection of this environment through one of them is not known. */
function unmanagedNotes({ endpoints }: Observed, place: string): Note[] {
  const ids = endpoints
    .filter((one) => one.interface && isEndpointService(one.serviceName) && !isManagedEndpoint(one) && !isGone(one))
    .map((one) => one.id);
  if (ids.length === 0) return [];
  return [
    {
      code: 'departure',
      warning: false,
      text: `${counted(ids.length, 'VPC endpoint')} in ${place} ${ids.length === 1 ? "isn't" : "aren't"} managed by this action, and connections through ${ids.length === 1 ? 'it' : 'them'} were not checked: ${joinShort(ids, MOST_LISTED)}`,
      more: ['To disconnect a cluster from one of them, run `operation: delete` with `endpoint-id` and `cluster`.'],
    },
  ];
}
