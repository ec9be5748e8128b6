import { createHash } from 'node:crypto';
import { type WallTime, wallTime } from '../../support/moment.ts';

/**
 * Claims: who uses an endpoint that the action made, kept as tags on the endpoint itself (docs/reliability.md).
 * All functions here are pure. Times in tags are wall times.
 */

const PREFIX = 'cockroachdb-privatelink/';
const CLAIM = `${PREFIX}claim/`;
const LEAVING = `${PREFIX}leaving/`;
/** Carried by every endpoint and group that the action made. It proves nothing by itself: model/managed.ts decides. */
export const MANAGED_BY = `${PREFIX}managed-by`;
export const MANAGED_BY_VALUE = 'github-action';
/** When it was made, ISO 8601; `sweep` reckons an orphan's age by it. */
export const CREATED_AT = `${PREFIX}created-at`;
/** A wall time as the value of a tag. */
export function timeTag(at: WallTime): string {
  return new Date(at).toISOString();
}

/** The endpoint service that a group or endpoint is for. */
export const SERVICE = `${PREFIX}service`;

/** Zones that EC2 refused for the service although its list has them; kept so that no later run tries them again. */
export const WITHOUT_ZONES = `${PREFIX}without-zones`;

/** A tag value in the characters that every AWS service allows (at most 256). */
export function tagText(text: string): string {
  return text.replace(/[^A-Za-z0-9 _.:/=+@-]/g, '_').slice(0, 256);
}

/** EC2's limit of tags on one resource. */
const MOST_TAGS = 50;
/** Kept free, so that a full endpoint can always be marked and left. */
const RESERVED_TAGS = 6;
/** Last-used is rewritten at this age; the least grace of `sweep` (13 h) is more than twice that. */
const REFRESH_AFTER_MS = 6 * 3_600_000;

export type ClaimKind = 'branch' | 'pr' | 'none';

/** Who wants a path: the key of ownership, together with a cluster. */
export interface Owner {
  readonly serverUrl: string;
  readonly repositoryId: string;
  readonly environment: string;
}

export interface Claim {
  readonly key: string;
  /** The tag's value as read, needed to delete exactly this tag and no newer one. */
  readonly value: string;
  readonly repositoryId: string;
  /** Digest of the GitHub server; two servers may number their repositories alike. */
  readonly server: string;
  readonly kind: ClaimKind;
  readonly clusterId: string;
  /** In the characters and length that the tag has room for; what a deleted cluster is known by. */
  readonly clusterName: string;
  /** Milliseconds; 0 where the value cannot be read. */
  readonly lastUsed: WallTime;
  readonly nonce: string;
  /** Readable beginning of the environment's name, for people only. */
  readonly name: string;
}

export interface LeavingMark {
  readonly key: string;
  readonly value: string;
  readonly nonce: string;
  readonly at: WallTime;
  /** Digest of the owner that leaves; '' where several do, or where it cannot be read. */
  readonly by: string;
  /** The clusters that may be disconnected under this mark, as far as the tag has room for them. */
  readonly clusterIds: readonly string[];
}

type Tags = Readonly<Record<string, string>>;

/** `branch:<name>` and `pr:<number>` are what `sweep` may take down; any other name never. */
export function kindOf(environment: string): ClaimKind {
  if (environment.startsWith('branch:')) return 'branch';
  return environment.startsWith('pr:') ? 'pr' : 'none';
}

/**
 * The tag key of an owner's claim on a cluster: stable, free of collisions and safe whatever the branch is called.
 * The fields are hashed with their lengths, so that no two owners share a spelling.
 */
export function claimKey(owner: Owner, clusterId: string): string {
  return `${CLAIM}${digest([owner.serverUrl, owner.repositoryId, owner.environment, clusterId]).slice(0, 40)}`;
}

/** The value of a claim: at most 256 characters out of those that every AWS service allows in tags. */
export function claimValue(
  owner: Owner,
  cluster: { readonly id: string; readonly name: string },
  use: { at: WallTime; nonce: string },
): string {
  const fields = [
    'v1',
    `repo=${safe(owner.repositoryId, 24)}`,
    `on=${serverDigest(owner.serverUrl)}`,
    `kind=${kindOf(owner.environment)}`,
    `cluster=${safe(cluster.id, 36)}`,
    `of=${clusterNameInClaim(cluster.name)}`,
    `used=${timeTag(use.at)}`,
    `run=${safe(use.nonce, 24)}`,
    `name=${safe(owner.environment, 50)}`,
  ];
  return fields.join(' ');
}

/** A cluster's name as a claim stores it. */
export function clusterNameInClaim(name: string): string {
  return safe(name, 24);
}

/** Short digest of a GitHub server's address, as claims store it. */
export function serverDigest(serverUrl: string): string {
  return digest([serverUrl]).slice(0, 8);
}

/** Short digest of an owner, as leaving marks store it. */
export function ownerDigest(owner: Owner): string {
  return digest([owner.serverUrl, owner.repositoryId, owner.environment]).slice(0, 12);
}

function digest(fields: readonly string[]): string {
  return createHash('sha256').update(JSON.stringify(fields)).digest('hex');
}

/** Only characters that tags allow everywhere; spaces become underscores, since they separate the fields. */
function safe(text: string, most: number): string {
  return text.replace(/[^A-Za-z0-9_.:/=+@-]/g, '_').slice(0, most);
}

/**
 * The claims among the tags of an endpoint. One that cannot be read still counts as a claim: it keeps the endpoint
 * alive.
 */
export function readClaims(tags: Tags): Claim[] {
  return Object.entries(tags)
    .filter(([key]) => key.startsWith(CLAIM))
    .map(([key, value]) => {
      const field = fieldsOf(value);
      const kind = field('kind');
      return {
        key,
        value,
        repositoryId: field('repo'),
        server: field('on'),
        kind: kind === 'branch' || kind === 'pr' ? kind : 'none',
        clusterId: field('cluster'),
        clusterName: field('of'),
        lastUsed: time(field('used')),
        nonce: field('run'),
        name: field('name'),
      };
    });
}

/** IDs in one mark: what its value has room for. */
const MOST_MARKED_CLUSTERS = 5;

/**
 * The mark of a run that is about to take down what nobody claims any more.
 * @param left who leaves (`ownerDigest`, '' where several do) and the clusters that may be disconnected
 */
export function leavingMark(
  nonce: string,
  at: WallTime,
  left: { readonly by: string; readonly clusterIds: readonly string[] },
): { key: string; value: string } {
  const clusters = left.clusterIds.slice(0, MOST_MARKED_CLUSTERS).map((id) => safe(id, 36));
  return {
    key: `${LEAVING}${nonce}`,
    value: `v1 at=${timeTag(at)} by=${left.by} clusters=${clusters.join('+')}`,
  };
}

/**
 * The leaving marks among the tags of an endpoint or group. A mark whose time cannot be read is as old as can be: dead.
 */
export function readMarks(tags: Tags): LeavingMark[] {
  return Object.entries(tags)
    .filter(([key]) => key.startsWith(LEAVING))
    .map(([key, value]) => {
      const field = fieldsOf(value);
      return {
        key,
        value,
        nonce: key.slice(LEAVING.length),
        at: time(field('at')),
        by: field('by'),
        clusterIds: field('clusters')
          .split('+')
          .filter((id) => id !== ''),
      };
    });
}

/** True if a claim is to be written: it is missing, unreadable, of a wrong clock or was last written six hours ago. */
export function needsClaim(tags: Tags, key: string, now: WallTime): boolean {
  const claim = readClaims(tags).find((one) => one.key === key);
  return claim === undefined || now - claim.lastUsed >= REFRESH_AFTER_MS || isFromFuture(claim, now);
}

/** No clock of a runner is off by as much; a time that far ahead says nothing. */
const MOST_CLOCK_SKEW_MS = 3_600_000;

/** True where the time in a claim is of a clock that cannot be right. */
export function isFromFuture(claim: Claim, now: WallTime): boolean {
  return claim.lastUsed > now + MOST_CLOCK_SKEW_MS;
}

/**
 * True if that many new tags still fit below the reserve.
 * @param freed tags that go once the new ones are there; until then the reserve makes room
 */
export function hasRoomFor(tags: Tags, more: number, freed = 0): boolean {
  const count = Object.keys(tags).length + more;
  return count <= MOST_TAGS && count - freed <= MOST_TAGS - RESERVED_TAGS;
}

/** True where not one more tag fits, the reserve included. AWS's own tags do not count. */
export function isFull(tags: Tags): boolean {
  return Object.keys(tags).filter((key) => !key.startsWith('aws:')).length >= MOST_TAGS;
}

/** True for the keys of the action's own tags. */
export function isActionTag(key: string): boolean {
  return key.startsWith(PREFIX);
}

/** True for a claim of this very owner. */
export function isOwnClaim(claim: Claim, owner: Owner): boolean {
  return claim.key === claimKey(owner, claim.clusterId);
}

/** Claims of other environments (or repositories) than the owner's; while one lives, settings are only added to. */
export function otherClaims(tags: Tags, owner: Owner): Claim[] {
  return readClaims(tags).filter((claim) => !isOwnClaim(claim, owner));
}

function fieldsOf(value: string): (name: string) => string {
  const fields = new Map(
    value.split(' ').map((part) => [part.slice(0, part.indexOf('=')), part.slice(part.indexOf('=') + 1)]),
  );
  return (name) => fields.get(name) ?? '';
}

function time(text: string): WallTime {
  const ms = Date.parse(text);
  return wallTime(Number.isNaN(ms) ? 0 : ms);
}
