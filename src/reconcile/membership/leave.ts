import type { Endpoint, Group } from '../../aws/types.ts';
import { earliest, type WallTime } from '../../support/moment.ts';
import { claimantsOf } from '../model/claimants.ts';
import { type Claim, isFull, type LeavingMark, leavingMark, readClaims, readMarks } from '../model/claims.ts';
import { type Facet, readMoment } from '../model/observed.ts';
import { doneAt, released } from '../model/recall.ts';
import { stepId } from '../model/steps.ts';
import { deletionTitle } from '../plan/members.ts';
import { addStep, addWait, type PlanDraft, presentMoment, tagTime } from '../plan/plan-draft.ts';
import { addTagStep } from '../plan/tagging.ts';
import { type Held, heldMark, isMarkAlive, lagMover, leaseOf, MARKED } from './lease.ts';
import { planRoom } from './make-room.ts';
import { blockFull, groupMarks } from './tag-room.ts';

/**
 * Leaving an endpoint: what is done in each state of the lease (lease.ts). Pure.
 *
 * The claims that are given up stay where they are until what hangs on them is gone, so that a run that is killed
 * anywhere leaves nothing behind that the next one cannot find.
 */

/** What is given up on one endpoint, and how its connections are told apart. */
export interface Departure {
  /**
   * True for a claim that is being released. `markedAt`: an owner's claim that is younger is another run's, which
   * stays.
   */
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
): { released: Claim[]; remaining: Claim[] } {
  const claims = readClaims(endpoint.tags);
  const given = claims.filter((claim) => gives(claim, markedAt));
  return { released: given, remaining: claims.filter((claim) => !given.includes(claim)) };
}

/** Plans how claims are given up on one endpoint, and the endpoint with them where nobody else claims it. */
export function planLeaving(draft: PlanDraft, endpoint: Endpoint, departure: Departure): void {
  const { observed, desired } = draft;
  const task = taskOf(draft, endpoint, departure);
  const { held } = task;
  // A mark would tell a later sweep that a run was deleting the endpoint, if this one dies before it can remove it.
  if (held === undefined && departure.keeps && !hasWork(task)) return;
  const shown = readMoment(observed, 'endpoints');
  // The group too: it may have been made a moment before the endpoint, and without a mark it would be lost with it.
  const decidedOn = earliest([shown, readMoment(observed, 'groups')]);
  const lease = leaseOf(held, { shown, decidedOn, now: presentMoment(draft), hasWork: hasWork(task) }, desired);
  switch (lease.state) {
    case 'none':
      if (isFull(endpoint.tags)) planRoom(draft, endpoint, { ...departure, ...task });
      else planMark(draft, task);
      break;
    case 'expired':
      planMark(draft, task);
      break;
    case 'settling':
      waitSettled(draft, task, lease.until);
      break;
    case 'quiescing':
      waitQuiet(draft, task, lease.until);
      break;
    case 'idle':
      planUnmark(draft, task);
      break;
    case 'may-decide':
      planEnd(draft, task, undefined);
      return;
    default:
      lease satisfies never;
  }
  planEnd(draft, task, MARKED);
}

/** What is left to be done on an endpoint, as the last read shows it. */
function taskOf(draft: PlanDraft, endpoint: Endpoint, departure: Departure): Task {
  const { desired, journal, observed } = draft;
  const held = heldMark(journal, endpoint);
  const { wall } = readMoment(observed, 'endpoints');
  const onGroup = groupMarks(observed.groups, endpoint);
  const marks = [...readMarks(endpoint.tags), ...onGroup];
  const dead = marks.filter((one) => one.nonce !== journal.nonce && !isMarkAlive(one, wall, desired));
  const markedAt = (held?.mark ?? onGroup.find((one) => one.nonce === journal.nonce))?.at;
  const { released: given, remaining: left } = divideClaims(endpoint, departure.gives, markedAt ?? tagTime(draft));
  const clusterIds = [
    ...new Set([
      ...given.map((claim) => claim.clusterId),
      ...(released(journal).get(endpoint.id) ?? []),
      // Of living marks too: their runs may have died a moment ago, and what nobody claims by then goes in any case.
      ...marks.flatMap((one) => one.clusterIds),
    ]),
  ].filter((id) => id !== '');
  const used = new Set(left.map((claim) => claim.clusterId));
  const stays = left.length > 0 || departure.keeps;
  const unused = departure.connected.filter((id) => !stays || (clusterIds.includes(id) && !used.has(id)));
  return { endpoint, departure, held, dead, given, stays, clusterIds, orphaned: departure.keeps ? [] : unused };
}

function waitSettled(draft: PlanDraft, { endpoint, departure }: Task, until: number): void {
  const hasUnclaimed = doneAt(draft.journal, stepId.unclaim(endpoint.id)) !== undefined;
  addWait(draft, {
    kind: 'mark',
    subject: endpoint.id,
    what: `concurrent runs to see the removal mark on ${endpoint.id}`,
    seen: hasUnclaimed ? 'claim released' : 'marked',
    waitingOn: lagMover(draft.desired),
    facets: ['endpoints', 'groups', ...departure.connections],
    notBefore: until,
    brief: true,
  });
}

/** Waits until every read shows what this run took away under its mark. */
function waitQuiet(draft: PlanDraft, { endpoint, departure }: Task, until: number): void {
  addWait(draft, {
    kind: 'mark',
    subject: endpoint.id,
    what: `concurrent runs to see what was removed from ${endpoint.id}`,
    seen: 'removed',
    waitingOn: lagMover(draft.desired),
    facets: ['endpoints', ...departure.connections],
    notBefore: until,
    brief: true,
  });
}

interface Task {
  readonly endpoint: Endpoint;
  readonly departure: Departure;
  readonly held: Held | undefined;
  /** Marks that died; what their runs did not get to is done here. */
  readonly dead: readonly LeavingMark[];
  readonly given: readonly Claim[];
  /** True where another environment uses the endpoint, or may. */
  readonly stays: boolean;
  /** Clusters that may be disconnected. */
  readonly clusterIds: readonly string[];
  /** Connected clusters that no claim names. */
  readonly orphaned: readonly string[];
}

function hasWork({ stays, given, orphaned }: Task): boolean {
  return !stays || given.length > 0 || orphaned.length > 0;
}

function planMark(draft: PlanDraft, { endpoint, departure, clusterIds }: Task): void {
  const fresh = leavingMark(draft.journal.nonce, tagTime(draft), { by: departure.by, clusterIds });
  const { group } = departure;
  if (group !== undefined && group.tags[fresh.key] === undefined && isFull(group.tags)) {
    blockFull(draft, group);
    return;
  }
  addTagStep(draft, {
    id: stepId.mark(endpoint.id),
    title: `mark ${endpoint.id} for removal`,
    action: {
      kind: 'mark',
      endpointId: endpoint.id,
      groupId: group?.id,
      tags: { [fresh.key]: fresh.value },
    },
  });
}

/**
 * First the connections that nobody claims, then the endpoint or, where others claim it, the claims that are given up.
 */
function planEnd(draft: PlanDraft, task: Task, after: string | undefined): void {
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
      title: deletionTitle(endpoint),
      action: { kind: 'delete-endpoint', endpointId: endpoint.id },
      after: then,
    });
  } else if (given.length > 0) {
    addStep(draft, {
      id: stepId.unclaim(endpoint.id),
      title: `release the claim${given.length > 1 ? 's' : ''} of ${claimantsOf(given, draft.desired.owner).text} on ${endpoint.id}`,
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
 * Marks a group that was not seen when the endpoint was marked: without the mark, the group of an endpoint that is gone
 * would not be found again. True while that is to be done.
 */
function planGroupMark(draft: PlanDraft, { endpoint, departure: { group }, held }: Task): boolean {
  const mark = held?.mark;
  if (group === undefined || mark === undefined || group.tags[mark.key] !== undefined) return false;
  addTagStep(draft, {
    id: stepId.markGroup(group.id),
    title: `mark ${group.id} for removal`,
    action: { kind: 'mark', endpointId: endpoint.id, groupId: group.id, tags: { [mark.key]: mark.value } },
  });
  return true;
}

/** The endpoint stays: the mark goes, and with it those of dead runs, whose work is done. */
function planUnmark(draft: PlanDraft, { endpoint, departure, dead, held }: Task): void {
  for (const one of [...(held === undefined ? [] : [held.mark]), ...dead]) {
    addStep(draft, {
      id: stepId.unmark(endpoint.id, one.key),
      title: `remove the ${one === held?.mark ? '' : 'expired '}removal mark from ${endpoint.id}`,
      action: {
        kind: 'unmark',
        endpointId: endpoint.id,
        groupId: departure.group?.id,
        tags: { [one.key]: one.value },
      },
    });
  }
}
