import type { Endpoint } from '../../aws/types.ts';
import { connectionMeaning } from '../../cockroach/types.ts';
import { claimKey, hasRoomFor, isFull, isMarkAlive, leavingMark, readMarks } from '../model/claims.ts';
import { readMoment } from '../model/observed.ts';
import type { Member } from '../model/plan.ts';
import { stepId } from '../model/steps.ts';
import { decidingReadAt, hasLapsed, isStale, markWritten, ripeness } from './decision.ts';
import { addStep, addWait, block, type Draft, tagTime } from './drafting.ts';
import { connectionOf, disconnectStep } from './members.ts';
import { livingClaims } from './release.ts';
import { blockFull } from './tag-limit.ts';
import { addTagStep } from './tagging.ts';

/**
 * Plans the end of endpoints of ours that are not to live: mark, wait two read lags, look, move every claim to the
 * endpoint that takes over, delete. Destruction under the same mark as leaving (docs/reliability.md).
 * @param heir the endpoint that takes over; nothing is deleted before it is there
 */
export function planCondemned(
  draft: Draft,
  condemned: readonly Endpoint[],
  given: { heir: Endpoint | undefined; members: readonly Member[] },
): void {
  for (const endpoint of condemned) planEnd(draft, endpoint, given);
}

function planEnd(
  draft: Draft,
  endpoint: Endpoint,
  { heir, members }: { heir: Endpoint | undefined; members: readonly Member[] },
): void {
  const { desired, journal, observed } = draft;
  const marks = readMarks(endpoint.tags);
  const mark = marks.find((one) => one.nonce === journal.nonce);
  const read = readMoment(observed, 'endpoints');
  const others = marks.filter((one) => one !== mark && isMarkAlive(one, read.wall, desired));
  const title = `delete VPC endpoint ${endpoint.id} (${endpoint.rawState})`;
  const connected = members.filter((member) => {
    const connection = connectionOf(member.view, endpoint.id);
    return connection !== undefined && ['pending', 'available', 'failed'].includes(connectionMeaning(connection));
  });
  const remove = (after: string) => {
    for (const member of connected) addStep(draft, { ...disconnectStep(member, endpoint.id), after });
    end(after);
  };
  const end = (after: string | undefined) =>
    addStep(draft, {
      id: stepId.deleteEndpoint(endpoint.id),
      title,
      action: { kind: 'delete-endpoint', endpointId: endpoint.id },
      after,
    });

  if (mark === undefined && others.length > 0) {
    addWait(draft, {
      kind: 'leaving',
      subject: endpoint.id,
      endpointId: endpoint.id,
      what: `another run that is taking down ${endpoint.id} to be done`,
      seen: endpoint.rawState,
      mover: 'another run of the action; its mark dies by itself',
      facets: ['endpoints'],
    });
    return;
  }
  if (mark === undefined && isFull(endpoint.tags)) {
    blockFull(draft, endpoint, true);
    remove('it has room for a leaving mark');
    return;
  }
  if (mark === undefined || hasLapsed(draft, mark, read)) {
    const fresh = leavingMark(journal.nonce, tagTime(draft), { by: '', clusterIds: [] });
    addTagStep(draft, {
      id: stepId.mark(endpoint.id),
      title: `mark ${endpoint.id} as leaving`,
      action: { kind: 'mark', endpointId: endpoint.id, groupId: undefined, tags: { [fresh.key]: fresh.value } },
    });
    remove('its leaving mark has been visible to every run');
    return;
  }
  const spacings = [{ since: markWritten(draft, endpoint.id, mark), ms: 2 * desired.readLagMs }];
  if (ripeness(spacings, read) !== 'ripe' || isStale(draft, read)) {
    addWait(draft, {
      kind: 'mark',
      subject: endpoint.id,
      what: `every run to see that ${endpoint.id} is leaving`,
      seen: 'marked',
      mover: `time: reads may lag by ${desired.readLagMs / 1000} s`,
      facets: ['endpoints'],
      notBefore: decidingReadAt(draft, mark, spacings),
      brief: true,
    });
    remove('its leaving mark has been visible to every run');
    return;
  }
  if (heir === undefined || (endpoint.state === 'available' && heir.state !== 'available')) {
    remove('its replacement is there');
    return;
  }
  if (!claimsMoved(draft, endpoint, { heir, members })) {
    remove('its claims are moved');
    return;
  }
  for (const member of connected) addStep(draft, disconnectStep(member, endpoint.id));
  end(connected.length > 0 ? 'its connections are removed' : undefined);
}

/** True when every claim on the endpoint stands on its heir too; else the claims are moved, this run's own by its own step. */
function claimsMoved(
  draft: Draft,
  endpoint: Endpoint,
  { heir, members }: { heir: Endpoint; members: readonly Member[] },
): boolean {
  const unmoved = livingClaims(draft, endpoint).filter((claim) => heir.tags[claim.key] === undefined);
  if (unmoved.length === 0) return true;
  const own = new Set(members.map((member) => claimKey(draft.desired.owner, member.cluster.id)));
  const others = unmoved.filter((claim) => !own.has(claim.key));
  if (!hasRoomFor(heir.tags, unmoved.length)) {
    block(draft, 'tag-limit', {
      cause: `The ${unmoved.length} claims of ${endpoint.id} do not fit on ${heir.id}, which takes its place`,
      fix: 'Remove the claim tags of environments that are gone, or use endpoint-id (attach only, no claims) for some.',
      late: true,
    });
  } else if (others.length > 0) {
    addTagStep(draft, {
      id: stepId.moveClaims(
        endpoint.id,
        heir.id,
        others.map((claim) => claim.key),
      ),
      title: `move ${others.length} claim${others.length > 1 ? 's' : ''} from ${endpoint.id} to ${heir.id}`,
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
