import { type Endpoint, type EndpointMeaning, endpointMeaning, type Group } from '../../aws/types.ts';
import { duration } from '../../support/clock.ts';
import type { WallTime } from '../../support/moment.ts';
import { isOfRepository } from '../model/claimants.ts';
import { type Claim, CREATED_AT, claimKey, readClaims } from '../model/claims.ts';
import { marksOn, usersOf } from '../plan/owned-group.ts';

/** What GitHub knows of this repository, as far as claims need it. */
export interface LiveRefs {
  readonly branches: ReadonlySet<string>;
  /** By number. */
  readonly pulls: ReadonlyMap<number, 'open' | 'closed' | 'absent'>;
}

/** Whose claims may be swept, and how long they must have been idle. */
export interface SweepRules {
  readonly serverUrl: string;
  readonly repositoryId: string;
  readonly graceMs: number;
  /** What other runs noted is compared with it. */
  readonly wallNow: WallTime;
}

/** What becomes of a claim, and why. */
export interface Judgement {
  readonly gone: boolean;
  readonly why: string;
}

/** True for claims of this repository whose environment may be swept at all. */
export function isSweepable(claim: Claim, rules: SweepRules): boolean {
  return isOfRepository(claim, rules) && claim.kind !== 'none';
}

/** The number of the pull request that a claim is for; undefined where its value does not prove one. */
export function pullOf(claim: Claim, rules: SweepRules): number | undefined {
  const number = /^pr:([1-9]\d{0,9})$/.exec(claim.name)?.[1];
  if (number === undefined || !isNamed(claim, rules)) return undefined;
  return Number(number);
}

/**
 * Judges one claim: gone only if it is this repository's, for a branch that is deleted or a pull request that is
 * closed, and was last used longer ago than the grace. Branch names may be longer than a tag has room for, so the names
 * of all living branches are hashed forward and the claim's key is looked up among them.
 */
export function judgeClaim(claim: Claim, rules: SweepRules, living: LiveRefs): Judgement {
  if (!isOfRepository(claim, rules)) return keep('claimed by another repository');
  if (claim.kind === 'none') return keep('a named environment, which sweep never removes');
  const gone = claim.kind === 'branch' ? judgeBranch(claim, rules, living) : judgePull(claim, rules, living);
  if (!gone.gone) return gone;
  if (claim.lastUsed === 0) return keep(`${gone.why}, but its tag has no time of last use`);
  const idleMs = rules.wallNow - claim.lastUsed;
  if (idleMs >= rules.graceMs) return { gone: true, why: `${gone.why}; last used ${duration(idleMs)} ago` };
  return keep(
    `${gone.why}, but it was last used ${duration(idleMs)} ago; the grace period is ${duration(rules.graceMs)}`,
  );
}

function judgeBranch(claim: Claim, rules: SweepRules, { branches }: LiveRefs): Judgement {
  const { serverUrl, repositoryId } = rules;
  const alive = isNamed(claim, rules)
    ? branches.has(claim.name.slice('branch:'.length))
    : [...branches].some(
        (branch) =>
          claimKey({ serverUrl, repositoryId, environment: `branch:${branch}` }, claim.clusterId) === claim.key,
      );
  return alive ? keep('its branch exists') : { gone: true, why: 'its branch is deleted' };
}

function judgePull(claim: Claim, rules: SweepRules, { pulls }: LiveRefs): Judgement {
  const number = pullOf(claim, rules);
  if (number === undefined) return keep('its tag does not identify its pull request');
  const state = pulls.get(number);
  if (state === 'closed') return { gone: true, why: `pull request #${number} is closed` };
  return keep(state === 'open' ? `pull request #${number} is open` : `GitHub shows no pull request #${number}`);
}

/** True where the readable name in a claim is the whole name of its environment. */
function isNamed(claim: Claim, { serverUrl, repositoryId }: SweepRules): boolean {
  return claimKey({ serverUrl, repositoryId, environment: claim.name }, claim.clusterId) === claim.key;
}

function keep(why: string): Judgement {
  return { gone: false, why };
}

/** How old a resource is by its own creation tag, milliseconds; undefined where the tag cannot be read. */
export function ageOf(
  { tags }: { readonly tags: Readonly<Record<string, string>> },
  now: WallTime,
): number | undefined {
  const at = Date.parse(tags[CREATED_AT] ?? '');
  return Number.isNaN(at) ? undefined : now - at;
}

/** Those of the managed groups that no endpoint uses. */
export function unusedGroups(groups: readonly Group[], endpoints: readonly Endpoint[]): Group[] {
  return groups.filter((group) => usersOf(group, endpoints).length === 0);
}

/**
 * IDs of the clusters that the claims of an endpoint name; undefined where not all claims are this repository's,
 * readable and idle for the grace. An environment that used its path since then has seen its cluster.
 */
export function idleOwnClusters(endpoint: Endpoint, rules: SweepRules): string[] | undefined {
  const claims = readClaims(endpoint.tags);
  const all = claims.every(
    (claim) =>
      isOfRepository(claim, rules) &&
      claim.clusterId !== '' &&
      claim.lastUsed > 0 &&
      rules.wallNow - claim.lastUsed >= rules.graceMs,
  );
  return all && claims.length > 0 ? [...new Set(claims.map((claim) => claim.clusterId))] : undefined;
}

/** Whether an endpoint may carry traffic. EC2 also shows one that is in use as `pending` while it is changed. */
const MAY_SERVE: Readonly<Record<EndpointMeaning, boolean>> = {
  'awaits-acceptance': false,
  changing: true,
  available: true,
  rejected: false,
  dead: false,
  deleting: false,
  deleted: false,
};

/**
 * True for an endpoint without claims that may be in use all the same. A leaving mark, on it or on its group, shows
 * that its last environments were being removed; nothing else does.
 * @param nonce of the run that asks, whose own mark shows nothing
 */
export function mayBeInUse(endpoint: Endpoint, groups: readonly Group[], nonce: string): boolean {
  return MAY_SERVE[endpointMeaning(endpoint)] && marksOn(endpoint, groups).every((mark) => mark.nonce === nonce);
}
