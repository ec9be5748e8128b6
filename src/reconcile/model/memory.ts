import type { Endpoint, Group } from '../../aws/types.ts';
import type { ActionError } from '../../support/errors.ts';
import { earliest, type Moment, type WallTime } from '../../support/moment.ts';
import { isOwnClaim, type LeavingMark, type Owner, readClaims } from './claims.ts';
import { readinessOf, sameRegion } from './cluster-state.ts';
import type { Facet, Observed } from './observed.ts';
import type { WrittenTag } from './written.ts';

/** What this run did so far; the only thing the planner knows besides the two worlds. Times are the run's own unless they say more. */
export interface Memory {
  readonly nonce: string;
  readonly startedAt: number;
  readonly startedAtWall: WallTime;
  /** By step ID: when it was last done, and how often. */
  readonly done: ReadonlyMap<string, { readonly at: number; readonly times: number }>;
  /** By step ID: when a call of it last ended, answered or not. One without an answer may have taken effect. */
  readonly tried: ReadonlyMap<string, Moment>;
  /** By the value of the tag: when this run began to write a leaving mark. */
  readonly marked: ReadonlyMap<string, Moment>;
  /** When a step last changed a facet. */
  readonly touched: ReadonlyMap<Facet, number>;
  /** By endpoint: when this run last asked EC2 to change it. */
  readonly modified: ReadonlyMap<string, number>;
  /** Endpoints that this run created, as EC2 answered, newest last. */
  readonly createdEndpoints: readonly {
    readonly endpoint: Endpoint;
    readonly at: number;
    readonly replacing: readonly string[];
  }[];
  readonly createdGroups: readonly { readonly group: Group; readonly at: number }[];
  /** By service: when EC2 said that the creation token is taken, and how many tokens were tried before. */
  readonly tokenTaken: ReadonlyMap<string, { readonly at: number; readonly salt: number }>;
  /** By service: since when EC2 says that it does not know it. */
  readonly serviceUnknownSince: ReadonlyMap<string, number>;
  /** By service: zones that EC2 refused although the service lists them. */
  readonly refusedZones: ReadonlyMap<string, ReadonlySet<string>>;
  /** By endpoint and key: since when this run knows of its claims, at the latest; compared with marks of other runs. */
  readonly claimSeen: ReadonlyMap<string, WallTime>;
  /** By endpoint: clusters whose claims this run has given up, by removing them or with the endpoint. */
  readonly givenUp: ReadonlyMap<string, ReadonlySet<string>>;
  /** By resource and key (`writtenKey`): tags that this run wrote on what was there. */
  readonly written: ReadonlyMap<string, WrittenTag>;
  /** By step: how it was refused, where the run goes on all the same. */
  readonly refused: ReadonlyMap<string, ActionError>;
  /** By group: when EC2 last said that something still uses it, since when it says so, and in which words. */
  readonly heldGroups: ReadonlyMap<string, { readonly at: number; readonly since: number; readonly why: string }>;
  /** By cluster ID: when this run saw that it had become CREATED. */
  readonly becameCreated: ReadonlyMap<string, number>;
  /** By cluster ID: since when this run sees it connected without a private host name. */
  readonly namelessSince: ReadonlyMap<string, number>;
  /** The time for optional waits is over. */
  readonly isOutOfPatience: boolean;
  /** By cluster ID: when a change was last refused because the cluster is locked. */
  readonly lockedAt: ReadonlyMap<string, number>;
}

/** What this run did, as the loop writes it and the planner reads it. */
export interface RunMemory extends Memory {
  readonly done: Map<string, { at: number; times: number }>;
  readonly tried: Map<string, Moment>;
  readonly marked: Map<string, Moment>;
  readonly touched: Map<Facet, number>;
  readonly modified: Map<string, number>;
  readonly createdEndpoints: { endpoint: Endpoint; at: number; replacing: readonly string[] }[];
  readonly createdGroups: { group: Group; at: number }[];
  readonly tokenTaken: Map<string, { at: number; salt: number }>;
  readonly serviceUnknownSince: Map<string, number>;
  /** The first refusal because EC2 does not know a source group, by step. */
  readonly sourceUnknownSince: Map<string, number>;
  readonly refusedZones: Map<string, Set<string>>;
  readonly claimSeen: Map<string, WallTime>;
  readonly givenUp: Map<string, Set<string>>;
  readonly written: Map<string, WrittenTag>;
  readonly refused: Map<string, ActionError>;
  readonly heldGroups: Map<string, { at: number; since: number; why: string }>;
  readonly becameCreated: Map<string, number>;
  readonly namelessSince: Map<string, number>;
  isOutOfPatience: boolean;
  readonly lockedAt: Map<string, number>;
  /** IDs of clusters that this run saw while they were being created. */
  readonly creating: Set<string>;
  /** The first refusal because the endpoint is not as reads show it: when, and how they showed it; by endpoint ID. */
  readonly outdatedSince: Map<string, { readonly at: number; readonly shown: string }>;
}

/** @param nonce unique to the run; written into its claims and marks */
export function startMemory(nonce: string, started: Moment): RunMemory {
  return {
    nonce,
    startedAt: started.mono,
    startedAtWall: started.wall,
    done: new Map(),
    tried: new Map(),
    marked: new Map(),
    touched: new Map(),
    modified: new Map(),
    createdEndpoints: [],
    createdGroups: [],
    tokenTaken: new Map(),
    serviceUnknownSince: new Map(),
    sourceUnknownSince: new Map(),
    refusedZones: new Map(),
    claimSeen: new Map(),
    givenUp: new Map(),
    written: new Map(),
    refused: new Map(),
    heldGroups: new Map(),
    becameCreated: new Map(),
    namelessSince: new Map(),
    isOutOfPatience: false,
    lockedAt: new Map(),
    creating: new Set(),
    outdatedSince: new Map(),
  };
}

/** Writes down that a step was done, and which facets must be read again before the run may end. */
export function remember(
  memory: RunMemory,
  stepId: string,
  { at, facets }: { at: Moment; facets: readonly Facet[] },
): void {
  memory.done.set(stepId, { at: at.mono, times: (memory.done.get(stepId)?.times ?? 0) + 1 });
  rememberTry(memory, stepId, { at, facets });
}

/** Writes down that a call of a step was made, whatever came of it. */
export function rememberTry(
  memory: RunMemory,
  stepId: string,
  { at, facets }: { at: Moment; facets: readonly Facet[] },
): void {
  memory.tried.set(stepId, at);
  for (const facet of facets) memory.touched.set(facet, at.mono);
}

/** When a step of those whose IDs fit was last tried, 0 if none was. */
export function lastTry({ tried }: Memory, fits: (stepId: string) => boolean): number {
  return Math.max(0, ...[...tried].filter(([id]) => fits(id)).map(([, at]) => at.mono));
}

/**
 * Puts back what this run created a moment ago and a lagging read does not show yet. What a read still does not show
 * after the read lag is gone, and the planner is to see that.
 */
export function withCreated(observed: Observed, memory: Memory, readLagMs: number): Observed {
  const young = (at: number, readAt: number | undefined) => (readAt ?? 0) < at + readLagMs;
  const endpoints = memory.createdEndpoints
    .filter(
      ({ endpoint, at }) =>
        young(at, observed.readAt.endpoints) && !observed.endpoints.some((one) => one.id === endpoint.id),
    )
    .map(({ endpoint }) => endpoint);
  const groups = memory.createdGroups
    .filter(({ group, at }) => young(at, observed.readAt.groups) && !observed.groups.some((one) => one.id === group.id))
    .map(({ group }) => group);
  if (endpoints.length + groups.length === 0) return observed;
  return { ...observed, endpoints: [...observed.endpoints, ...endpoints], groups: [...observed.groups, ...groups] };
}

/**
 * Writes down since when the owner's claims are known to stand. A mark that is younger than a claim holds nobody back:
 * its run cannot but see the claim before it decides.
 */
export function noteClaims(memory: RunMemory, observed: Observed, given: { owner: Owner; wallNow: WallTime }): void {
  const standing = new Set<string>();
  for (const endpoint of observed.endpoints) {
    for (const claim of readClaims(endpoint.tags)) {
      if (isOwnClaim(claim, given.owner)) standing.add(seenKey(endpoint.id, claim.key));
    }
  }
  for (const key of memory.claimSeen.keys()) if (!standing.has(key)) memory.claimSeen.delete(key);
  for (const key of standing) if (!memory.claimSeen.has(key)) memory.claimSeen.set(key, given.wallNow);
}

/** Writes down which clusters are being created, and when this run saw that one of them was. */
export function noteClusterStates(memory: RunMemory, { clusters }: Observed, now: number): void {
  for (const cluster of clusters.flatMap((view) => view.matches)) {
    const readiness = readinessOf(cluster);
    if (readiness === 'creating') memory.creating.add(cluster.id);
    else if (memory.creating.delete(cluster.id)) memory.becameCreated.set(cluster.id, now);
  }
}

/** Writes down since when a cluster that is connected to an endpoint of this run lacks its private host name in the region. */
export function noteHostNames(
  memory: RunMemory,
  { clusters, endpoints }: Observed,
  { now, region }: { now: number; region: string },
): void {
  const ids = new Set(endpoints.map((one) => one.id));
  for (const { matches, connections } of clusters) {
    const isConnected = connections.some((one) => one.status === 'AVAILABLE' && ids.has(one.endpointId));
    for (const { id, regions } of matches) {
      const isNameless = regions.every((one) => !sameRegion(one.name, region) || one.internalDns === '');
      if (!isConnected || !isNameless) memory.namelessSince.delete(id);
      else if (!memory.namelessSince.has(id)) memory.namelessSince.set(id, now);
    }
  }
}

/** When this run began to write a mark of its own; what only the tag tells (`sweep` has one memory for each endpoint) is reckoned from that. */
export function markBegun({ marked, startedAt, startedAtWall }: Memory, { value, at }: LeavingMark): Moment {
  const mono = startedAt + (at - startedAtWall);
  const noted = marked.get(value) ?? { mono, wall: at };
  return earliest([noted, { mono: noted.mono, wall: at }]);
}

/** Writes down that the claims of these clusters on an endpoint are given up by this run. */
export function noteGivenUp(memory: RunMemory, endpointId: string, clusterIds: readonly string[]): void {
  memory.givenUp.set(endpointId, new Set([...(memory.givenUp.get(endpointId) ?? []), ...clusterIds]));
}

/** The key of `Memory.claimSeen`. */
export function seenKey(endpointId: string, claimKey: string): string {
  return `${endpointId} ${claimKey}`;
}
