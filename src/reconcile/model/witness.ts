import { isGone } from '../../aws/types.ts';
import type { WallTime } from '../../support/moment.ts';
import { isOwnClaim, type Owner, readClaims } from './claims.ts';
import { readinessOf, sameRegion } from './cluster-state.ts';
import type { RunJournal } from './journal.ts';
import type { Facet, Observed } from './observed.ts';
import { claimsKnown, createdEndpoints, createdGroups, type KnownClaim, namelessSince, wasCreating } from './recall.ts';
import { writtenTags } from './written-tags.ts';

/** What a run goes by when it writes down what its reads show. */
export interface Witness {
  readonly owner: Owner;
  readonly region: string;
  readonly readLagMs: number;
  readonly now: number;
  readonly wallNow: WallTime;
}

/** Writes down what the last reads show for the first time. Each fact stands in the journal once, when it changes. */
export function witness(journal: RunJournal, observed: Observed, by: Witness): void {
  noteClaims(journal, observed, by);
  noteClusterStates(journal, observed, by);
  noteHostNames(journal, observed, by);
  noteLostTags(journal, observed, by);
}

type ClaimOn = Pick<KnownClaim, 'endpointId' | 'key'>;

/**
 * Since when the owner's claims are known to stand. A mark that is younger than a claim holds nobody back: its run
 * cannot but see the claim before it decides.
 */
function noteClaims(journal: RunJournal, { endpoints }: Observed, { owner, wallNow }: Witness): void {
  const known = claimsKnown(journal);
  const standing = endpoints.flatMap(({ id, tags }) =>
    readClaims(tags)
      .filter((claim) => isOwnClaim(claim, owner))
      .map(({ key }) => ({ endpointId: id, key })),
  );
  const isIn = (claims: readonly ClaimOn[], { endpointId, key }: ClaimOn) =>
    claims.some((one) => one.endpointId === endpointId && one.key === key);
  for (const { endpointId, key } of known.filter((one) => !isIn(standing, one)))
    journal.entries.push({ kind: 'claim', endpointId, key, stands: false, at: wallNow });
  for (const { endpointId, key } of standing.filter((one) => !isIn(known, one)))
    journal.entries.push({ kind: 'claim', endpointId, key, stands: true, at: wallNow });
}

/** Which clusters are being created, and when this run saw that one of them was. */
function noteClusterStates(journal: RunJournal, { clusters }: Observed, { now }: Witness): void {
  for (const cluster of clusters.flatMap((view) => view.matches)) {
    const isCreating = readinessOf(cluster) === 'creating';
    if (isCreating !== wasCreating(journal, cluster.id))
      journal.entries.push({ kind: 'cluster', clusterId: cluster.id, isCreating, at: now });
  }
}

/** Since when a cluster that is connected to an endpoint of this run lacks its private host name in the region. */
function noteHostNames(journal: RunJournal, { clusters, endpoints }: Observed, { now, region }: Witness): void {
  const ids = new Set(endpoints.map((one) => one.id));
  for (const { matches, connections } of clusters) {
    const isConnected = connections.some((one) => one.status === 'AVAILABLE' && ids.has(one.endpointId));
    for (const { id, regions } of matches) {
      const isNameless = regions.every((one) => !sameRegion(one.name, region) || one.internalDns === undefined);
      const isMissing = isConnected && isNameless;
      if (isMissing !== (namelessSince(journal, id) !== undefined))
        journal.entries.push({ kind: 'host-name', clusterId: id, isMissing, at: now });
    }
  }
}

/** Which tags of this run something removed: a read that began a read lag after the write does not show them. */
function noteLostTags(journal: RunJournal, observed: Observed, { now, readLagMs }: Witness): void {
  const tagged: { id: string; tags: Readonly<Record<string, string>>; facet: Facet }[] = [
    ...observed.endpoints
      .filter((one) => !isGone(one))
      .map(({ id, tags }) => ({ id, tags, facet: 'endpoints' as const })),
    ...observed.groups.map(({ id, tags }) => ({ id, tags, facet: 'groups' as const })),
  ];
  for (const { resourceId, key, at, stands } of writtenTags(journal)) {
    const found = tagged.find((one) => one.id === resourceId);
    if (found === undefined || !stands || found.tags[key] !== undefined) continue;
    const readAt = observed.readAt[found.facet] ?? 0;
    if (readAt > at && readAt >= at + readLagMs) journal.entries.push({ kind: 'tag-lost', resourceId, key, at: now });
  }
}

/**
 * Puts back what this run created a moment ago and a lagging read does not show yet. What a read still does not show
 * after the read lag is gone, and the planner is to see that.
 */
export function withCreated(observed: Observed, journal: RunJournal, readLagMs: number): Observed {
  const young = (at: number, readAt: number | undefined) => (readAt ?? 0) < at + readLagMs;
  const endpoints = createdEndpoints(journal)
    .filter(
      ({ endpoint, at }) =>
        young(at, observed.readAt.endpoints) && !observed.endpoints.some((one) => one.id === endpoint.id),
    )
    .map(({ endpoint }) => endpoint);
  const groups = createdGroups(journal)
    .filter(({ group, at }) => young(at, observed.readAt.groups) && !observed.groups.some((one) => one.id === group.id))
    .map(({ group }) => group);
  if (endpoints.length + groups.length === 0) return observed;
  return { ...observed, endpoints: [...observed.endpoints, ...endpoints], groups: [...observed.groups, ...groups] };
}
