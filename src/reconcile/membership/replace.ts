import type { Endpoint } from '../../aws/types.ts';
import { connectionMeaning } from '../../cockroach/types.ts';
import { counted } from '../../support/text.ts';
import { claimKey, hasRoomFor, isFull, leavingMark, readMarks } from '../model/claims.ts';
import { readMoment } from '../model/observed.ts';
import type { Member } from '../model/plan.ts';
import { stepId } from '../model/steps.ts';
import { connectionOf, deletionTitle, disconnectStep } from '../plan/members.ts';
import { addStep, addWait, block, type PlanDraft, presentMoment, tagTime } from '../plan/plan-draft.ts';
import { addTagStep } from '../plan/tagging.ts';
import { heldMark, isMarkAlive, lagMover, leaseOf, MARKED } from './lease.ts';
import { livingClaims } from './released-claims.ts';
import { blockFull } from './tag-room.ts';

/** What takes over from an endpoint that is to go. */
interface Succession {
  /** Nothing is deleted before it is there. */
  readonly heir: Endpoint | undefined;
  readonly members: readonly Member[];
}

/**
 * Plans the end of endpoints of ours that are not to live: every claim is moved to the endpoint that takes over, then
 * they are deleted, under the same lease as in leaving (lease.ts).
 */
export function planSuperseded(draft: PlanDraft, superseded: readonly Endpoint[], given: Succession): void {
  for (const endpoint of superseded) planEnd(draft, endpoint, given);
}

function planEnd(draft: PlanDraft, endpoint: Endpoint, given: Succession): void {
  const { desired, journal, observed } = draft;
  const shown = readMoment(observed, 'endpoints');
  const held = heldMark(journal, endpoint);
  const lease = leaseOf(held, { shown, decidedOn: shown, now: presentMoment(draft), hasWork: true }, desired);
  const connected = given.members.filter((member) => {
    const connection = connectionOf(member.view, endpoint.id);
    return connection !== undefined && ['pending', 'available', 'failed'].includes(connectionMeaning(connection));
  });
  switch (lease.state) {
    case 'none':
      planFirstMark(draft, endpoint, connected);
      return;
    case 'expired':
    case 'idle':
      planMark(draft, endpoint);
      planRemoval(draft, endpoint, { connected, after: MARKED });
      return;
    case 'settling':
    case 'quiescing':
      addWait(draft, {
        kind: 'mark',
        subject: endpoint.id,
        what: `concurrent runs to see the removal mark on ${endpoint.id}`,
        seen: 'marked',
        waitingOn: lagMover(draft.desired),
        facets: ['endpoints'],
        notBefore: lease.until,
        brief: true,
      });
      planRemoval(draft, endpoint, { connected, after: MARKED });
      return;
    case 'may-decide':
      decide(draft, endpoint, { ...given, connected });
      return;
    default:
      lease satisfies never;
  }
}

function planFirstMark(draft: PlanDraft, endpoint: Endpoint, connected: readonly Member[]): void {
  const { wall } = readMoment(draft.observed, 'endpoints');
  if (readMarks(endpoint.tags).some((one) => isMarkAlive(one, wall, draft.desired))) {
    addWait(draft, {
      kind: 'leaving',
      subject: endpoint.id,
      endpointId: endpoint.id,
      what: `another run that has marked ${endpoint.id} for removal to finish`,
      seen: endpoint.rawState,
      waitingOn: 'another run of this action; its mark expires by itself',
      facets: ['endpoints'],
    });
  } else if (isFull(endpoint.tags)) {
    blockFull(draft, endpoint, true);
    planRemoval(draft, endpoint, { connected, after: 'it has room for a removal mark' });
  } else {
    planMark(draft, endpoint);
    planRemoval(draft, endpoint, { connected, after: MARKED });
  }
}

function planMark(draft: PlanDraft, { id }: Endpoint): void {
  const fresh = leavingMark(draft.journal.nonce, tagTime(draft), { by: '', clusterIds: [] });
  addTagStep(draft, {
    id: stepId.mark(id),
    title: `mark ${id} for removal`,
    action: { kind: 'mark', endpointId: id, groupId: undefined, tags: { [fresh.key]: fresh.value } },
  });
}

/** Under the lease: nothing is deleted before its successor serves and has all its claims. */
function decide(
  draft: PlanDraft,
  endpoint: Endpoint,
  given: { heir: Endpoint | undefined; members: readonly Member[]; connected: readonly Member[] },
): void {
  const { heir, members, connected } = given;
  if (heir === undefined || (endpoint.state === 'available' && heir.state !== 'available'))
    planRemoval(draft, endpoint, { connected, after: 'its replacement is ready' });
  else if (!claimsMoved(draft, endpoint, { heir, members }))
    planRemoval(draft, endpoint, { connected, after: 'its claims are registered on its replacement' });
  else planRemoval(draft, endpoint, { connected, after: undefined });
}

/** First its connections, then the endpoint. */
function planRemoval(
  draft: PlanDraft,
  endpoint: Endpoint,
  { connected, after }: { connected: readonly Member[]; after: string | undefined },
): void {
  for (const member of connected) addStep(draft, { ...disconnectStep(member, endpoint.id), after });
  addStep(draft, {
    id: stepId.deleteEndpoint(endpoint.id),
    title: deletionTitle(endpoint),
    action: { kind: 'delete-endpoint', endpointId: endpoint.id },
    after: after ?? (connected.length > 0 ? 'its connections are removed' : undefined),
  });
}

/**
 * True when every claim on the endpoint stands on its heir too; else the claims are moved, this run's own by its own
 * step.
 */
function claimsMoved(
  draft: PlanDraft,
  endpoint: Endpoint,
  { heir, members }: { heir: Endpoint; members: readonly Member[] },
): boolean {
  const unmoved = livingClaims(draft, endpoint).filter((claim) => heir.tags[claim.key] === undefined);
  if (unmoved.length === 0) return true;
  const own = new Set(members.map((member) => claimKey(draft.desired.owner, member.cluster.id)));
  const others = unmoved.filter((claim) => !own.has(claim.key));
  if (!hasRoomFor(heir.tags, unmoved.length)) {
    block(draft, 'tag-limit', {
      cause: `VPC endpoint ${heir.id}, which replaces ${endpoint.id}, has no room for ${counted(unmoved.length, 'more claim')}`,
      fix: 'Remove the claim tags of environments that no longer exist, or use endpoint-id (attach only, no claims) for some.',
      late: true,
    });
  } else if (others.length > 0) {
    addTagStep(draft, {
      id: stepId.moveClaims(
        endpoint.id,
        heir.id,
        others.map((claim) => claim.key),
      ),
      title: `register ${counted(others.length, 'claim')} of ${endpoint.id} on ${heir.id}`,
      action: {
        kind: 'claim',
        what: 'moved',
        endpointId: heir.id,
        tags: Object.fromEntries(others.map((claim) => [claim.key, claim.value])),
      },
    });
  }
  return false;
}
