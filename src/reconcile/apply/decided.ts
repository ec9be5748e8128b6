import { earliest, elapsedAtMost, type Limit, momentOf } from '../../support/moment.ts';
import { callsUntil, type LeavingMark, readMarks } from '../model/claims.ts';
import { type Facet, readMoment } from '../model/observed.ts';
import { markBegun } from '../model/recall.ts';
import type { StepAction } from '../model/steps.ts';
import type { Applying } from './outcome.ts';

/** The reads that a step which takes something away was decided on; none for a step that only adds. */
export function decidedOn(action: StepAction, context: Applying): readonly Facet[] {
  switch (action.kind) {
    case 'unclaim':
    case 'delete-endpoint':
    case 'delete-group':
      return ['endpoints'];
    case 'disconnect':
      return ownMark(action, context) === undefined ? [`connections:${action.clusterRef}`] : ['endpoints'];
    case 'modify-endpoint':
      return action.removeSubnetIds.length + action.removeGroupIds.length > 0 ? ['endpoints'] : [];
    case 'set-private-dns':
      return action.enabled ? [] : ['endpoints'];
    case 'revoke-ingress':
      return ['endpoints', 'groups'];
    case 'untrust':
      return [`owners:${action.clusterRef}`, `connections:${action.clusterRef}`];
    default:
      return [];
  }
}

/**
 * How long a step that takes something away may still be sent: a decision holds for the decision time after its read, and
 * never past the life of the mark that it stands under (L, docs/reliability.md). Whichever clock says more counts, so that
 * neither a machine that was suspended nor a process that was stopped goes on with what it decided before.
 */
export function limitOf(action: StepAction, context: Applying): Limit {
  const { observed, desired, journal, worlds } = context;
  const now = momentOf(worlds.clock);
  const reads = decidedOn(action, context).filter((facet) => observed.readAt[facet] !== undefined);
  const read = reads.length === 0 ? now : earliest(reads.map((facet) => readMoment(observed, facet)));
  const mark = ownMark(action, context);
  const left = desired.decisionMs - elapsedAtMost(read, now);
  const ofMark = mark === undefined ? left : callsUntil(desired) - elapsedAtMost(markBegun(journal, mark), now);
  return { since: now, ms: Math.min(left, ofMark) };
}

function ownMark(action: StepAction, { observed, journal }: Applying): LeavingMark | undefined {
  if (!('endpointId' in action)) return undefined;
  const tags = observed.endpoints.find((one) => one.id === action.endpointId)?.tags ?? {};
  return readMarks(tags).find((mark) => mark.nonce === journal.nonce);
}
