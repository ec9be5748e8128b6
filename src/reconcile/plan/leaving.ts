import type { Endpoint, Group } from '../../aws/types.ts';
import { earliest, type WallTime } from '../../support/moment.ts';
import { claimantsOf } from '../model/claimants.ts';
import {
  type Claim,
  isFull,
  isMarkAlive,
  type LeavingMark,
  leavingMark,
  readClaims,
  readMarks,
} from '../model/claims.ts';
import { type Facet, readMoment } from '../model/observed.ts';
import { doneAt, lastTry, released, triedAt } from '../model/recall.ts';
import { stepId } from '../model/steps.ts';
import { decidingReadAt, hasLapsed, isStale, markWritten, ripeness, type Spacing } from './decision.ts';
import { addStep, addWait, type Draft, tagTime } from './drafting.ts';
import { blockFull, groupMarks, planRoom } from './tag-limit.ts';
import { addTagStep } from './tagging.ts';

/**
 * The destroyer's part of the protocol that keeps "last one out" apart from "next one in" (docs/reliability.md). Pure.
 *
 * Mark, wait two read lags, read, decide within the decision time. The claims that are given up stay where they are until
 * what hangs on them is gone, so that a run that is killed anywhere leaves nothing behind that the next one cannot find.
 */

/** What is given up on one endpoint, and how its connections are told apart. */
export interface Departure {
  /** True for a claim that is being released. `markedAt`: an owner's claim that is younger is another run's, which stays. */
  gives(claim: Claim, markedAt: WallTime): boolean;
  /** Digest of the owner that leaves, '' where several do. */
  readonly by: string;
  /** True where the endpoint stays although no claim is left on it, since it may be in use. */
  readonly keeps: boolean;
  /** The group that the action owns for the endpoint; it is marked too, since it outlives the endpoint. */
  readonly group: Group | undefined;
  /** IDs of the clusters that still have a connection to be removed. */
  readonly connected: readonly string[];
  /** The reads that show which clusters are connected. */
  readonly connections: readonly Facet[];
  /** Adds the step that removes the connection of a cluster. */
  disconnect(clusterId: string, after: string | undefined): void;
}

/** Claims on an endpoint that are given up, and those that stay. */
export function divideClaims(
  endpoint: Endpoint,
  gives: Departure['gives'],
  markedAt: WallTime,
): { given: Claim[]; left: Claim[] } {
  const claims = readClaims(endpoint.tags);
  const given = claims.filter((claim) => gives(claim, markedAt));
  return { given, left: claims.filter((claim) => !given.includes(claim)) };
}

/** The mark of this run on an endpoint, alive or not. */
export function ownMark(draft: Draft, endpoint: Endpoint): LeavingMark | undefined {
  return readMarks(endpoint.tags).find((mark) => mark.nonce === draft.journal.nonce);
}

/** Plans how claims are given up on one endpoint, and the endpoint with them where nobody else claims it. */
export function planLeaving(draft: Draft, endpoint: Endpoint, departure: Departure): void {
  const { desired, journal, observed } = draft;
  const mark = ownMark(draft, endpoint);
  const read = readMoment(observed, 'endpoints');
  const onGroup = groupMarks(observed.groups, endpoint);
  const marks = [...readMarks(endpoint.tags), ...onGroup];
  const dead = marks.filter((one) => one.nonce !== journal.nonce && !isMarkAlive(one, read.wall, desired));
  const markedAt = (mark ?? onGroup.find((one) => one.nonce === journal.nonce))?.at;
  const { given, left } = divideClaims(endpoint, departure.gives, markedAt ?? tagTime(draft));
  const inQuestion = [
    ...new Set([
      ...given.map((claim) => claim.clusterId),
      ...(released(journal).get(endpoint.id) ?? []),
      // Of living marks too: their runs may have died a moment ago, and what nobody claims by then goes in any case.
      ...marks.flatMap((one) => one.clusterIds),
    ]),
  ].filter((id) => id !== '');
  const used = new Set(left.map((claim) => claim.clusterId));
  const stays = left.length > 0 || departure.keeps;
  const unused = stays
    ? departure.connected.filter((id) => inQuestion.includes(id) && !used.has(id))
    : departure.connected;
  const orphaned = departure.keeps ? [] : unused;
  const task: Task = { endpoint, departure, mark, dead, given, stays, orphaned };
  // A mark would tell a later sweep that a run was deleting the endpoint, if this one dies before it can remove it.
  if (mark === undefined && departure.keeps && !hasWork(task)) return;

  const shownAt = lastChange(draft, endpoint) + desired.readLagMs;
  // The group too: it may have been made a moment before the endpoint, and without a mark it would be lost with it.
  const decidedOn = earliest([read, readMoment(observed, 'groups')]);
  const spacings = mark === undefined ? [] : spacingsOf(draft, task, mark);
  const ripe = ripeness(spacings, decidedOn);
  if (mark === undefined || (hasLapsed(draft, mark, read) && (hasWork(task) || ripe === 'stalled'))) {
    // A new mark takes the place of the old one, which has to stay until what was done under it shows.
    if (mark === undefined && isFull(endpoint.tags))
      planRoom(draft, endpoint, { ...departure, given, dead, clusterIds: inQuestion });
    else if (mark === undefined || read.mono >= shownAt) planMark(draft, task, inQuestion);
    else planShown(draft, task, shownAt);
    planEnd(draft, task, 'its leaving mark has been visible to every run');
    return;
  }
  if (ripe !== 'ripe' || isStale(draft, decidedOn)) {
    const unclaimed = doneAt(journal, stepId.unclaim(endpoint.id)) !== undefined;
    addWait(draft, {
      kind: 'mark',
      subject: endpoint.id,
      what: `every run to see that ${endpoint.id} is being left`,
      seen: unclaimed ? 'its claim is removed' : 'marked',
      mover: `time: reads may lag by ${desired.readLagMs / 1000} s`,
      facets: ['endpoints', 'groups', ...departure.connections],
      notBefore: decidingReadAt(draft, mark, spacings),
      brief: true,
    });
    planEnd(draft, task, 'its leaving mark has been visible to every run');
    return;
  }
  if (!hasWork(task) && read.mono < shownAt) {
    planShown(draft, task, shownAt);
    return;
  }
  if (!hasWork(task)) {
    planUnmark(draft, task, mark);
    return;
  }
  planEnd(draft, task, undefined);
}

/** Waits until every read shows what this run took away under its mark. */
function planShown(draft: Draft, { endpoint, departure }: Task, shownAt: number): void {
  addWait(draft, {
    kind: 'mark',
    subject: endpoint.id,
    what: `every run to see what was given up on ${endpoint.id}`,
    seen: 'given up',
    mover: `time: reads may lag by ${draft.desired.readLagMs / 1000} s`,
    facets: ['endpoints', ...departure.connections],
    notBefore: shownAt,
    brief: true,
  });
}

interface Task {
  readonly endpoint: Endpoint;
  readonly departure: Departure;
  readonly mark: LeavingMark | undefined;
  /** Marks that died; what their runs did not get to is done here. */
  readonly dead: readonly LeavingMark[];
  readonly given: readonly Claim[];
  /** True where another environment uses the endpoint, or may. */
  readonly stays: boolean;
  /** Connected clusters that no claim names. */
  readonly orphaned: readonly string[];
}

function hasWork({ stays, given, orphaned }: Task): boolean {
  return !stays || given.length > 0 || orphaned.length > 0;
}

function planMark(draft: Draft, { endpoint, departure }: Task, clusterIds: readonly string[]): void {
  const fresh = leavingMark(draft.journal.nonce, tagTime(draft), { by: departure.by, clusterIds });
  const { group } = departure;
  if (group !== undefined && group.tags[fresh.key] === undefined && isFull(group.tags)) {
    blockFull(draft, group);
    return;
  }
  addTagStep(draft, {
    id: stepId.mark(endpoint.id),
    title: `mark ${endpoint.id} as being left`,
    action: {
      kind: 'mark',
      endpointId: endpoint.id,
      groupId: group?.id,
      tags: { [fresh.key]: fresh.value },
    },
  });
}

/**
 * What a read must keep away from to decide anything: two read lags from the mark, so that every adopter has seen the mark or
 * its claim is seen here; and one from claims that were given up under it, so that of two runs that leave one sees that it
 * is the last.
 */
function spacingsOf(draft: Draft, { endpoint }: Task, mark: LeavingMark): Spacing[] {
  const { readLagMs } = draft.desired;
  const written = markWritten(draft, endpoint.id, mark);
  const unclaimed = triedAt(draft.journal, stepId.unclaim(endpoint.id));
  const marked = { since: written, ms: 2 * readLagMs };
  // What was given up before the mark was written is farther away than that by any clock.
  if (unclaimed === undefined || unclaimed.mono < written.mono) return [marked];
  return [marked, { since: unclaimed, ms: readLagMs }];
}

/** When this run last took something away under its mark, which stays until every read shows that. */
export function lastChange({ journal }: Draft, { id }: Endpoint): number {
  const disconnected = lastTry(journal, (action) => action.kind === 'disconnect' && action.endpointId === id);
  return Math.max(disconnected, triedAt(journal, stepId.unclaim(id))?.mono ?? 0);
}

/** First the connections that nobody claims, then the endpoint or, where others claim it, the claims that are given up. */
function planEnd(draft: Draft, task: Task, after: string | undefined): void {
  const { endpoint, departure, given, stays, orphaned } = task;
  for (const id of orphaned) departure.disconnect(id, after);
  const unmarked = after === undefined && !stays && planGroupMark(draft, task);
  const first = unmarked
    ? 'its security group is marked'
    : orphaned.length > 0
      ? 'its connections are removed'
      : undefined;
  const then = after ?? first;
  if (!stays) {
    addStep(draft, {
      id: stepId.deleteEndpoint(endpoint.id),
      title: `delete VPC endpoint ${endpoint.id} (${endpoint.rawState})`,
      action: { kind: 'delete-endpoint', endpointId: endpoint.id },
      after: then,
    });
  } else if (given.length > 0) {
    addStep(draft, {
      id: stepId.unclaim(endpoint.id),
      title: `remove the claim${given.length > 1 ? 's' : ''} of ${claimantsOf(given, draft.desired.owner).text} from ${endpoint.id}`,
      action: {
        kind: 'unclaim',
        endpointId: endpoint.id,
        tags: Object.fromEntries(given.map((claim) => [claim.key, claim.value])),
        clusterIds: given.map((claim) => claim.clusterId),
      },
      after: then,
    });
  }
}

/**
 * Marks a group that was not seen when the endpoint was marked: without the mark, the group of an endpoint that is gone would
 * not be found again. True while that is to be done.
 */
function planGroupMark(draft: Draft, { endpoint, departure: { group }, mark }: Task): boolean {
  if (group === undefined || mark === undefined || group.tags[mark.key] !== undefined) return false;
  addTagStep(draft, {
    id: stepId.markGroup(group.id),
    title: `mark ${group.id} as being left`,
    action: { kind: 'mark', endpointId: endpoint.id, groupId: group.id, tags: { [mark.key]: mark.value } },
  });
  return true;
}

/** The endpoint stays: the mark goes, and with it those of dead runs, whose work is done. */
function planUnmark(draft: Draft, { endpoint, departure, dead }: Task, mark: LeavingMark): void {
  for (const one of [mark, ...dead]) {
    addStep(draft, {
      id: stepId.unmark(endpoint.id, one.key),
      title: `remove ${one === mark ? 'the' : "a dead run's"} leaving mark from ${endpoint.id}`,
      action: {
        kind: 'unmark',
        endpointId: endpoint.id,
        groupId: departure.group?.id,
        tags: { [one.key]: one.value },
      },
    });
  }
}
