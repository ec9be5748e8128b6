import { type Limit, momentOf } from '../../support/moment.ts';
import { type Held, heldMark, limitUnder } from '../membership/lease.ts';
import { type Facet, readMoment } from '../model/observed.ts';
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
      return heldFor(action, context) === undefined ? [`connections:${action.clusterRef}`] : ['endpoints'];
    case 'modify-endpoint':
      return action.removeSubnetIds.length + action.removeGroupIds.length > 0 ? ['endpoints'] : [];
    case 'set-private-dns':
      return action.enabled ? [] : ['endpoints'];
    case 'revoke-ingress':
      return ['endpoints', 'groups'];
    case 'untrust':
      return [`owners:${action.clusterRef}`, `connections:${action.clusterRef}`];
    case 'create-services':
    case 'create-group':
    case 'authorize-ingress':
    case 'create-endpoint':
    case 'claim':
    case 'mark':
    case 'unmark':
    case 'connect':
    case 'trust':
      return [];
  }
}

/** How long a step that takes something away may still be sent. */
export function limitOf(action: StepAction, context: Applying): Limit {
  const { observed, desired, clients } = context;
  const known = decidedOn(action, context).filter((facet) => observed.readAt[facet] !== undefined);
  const reads = known.map((facet) => readMoment(observed, facet));
  return limitUnder(heldFor(action, context), { reads, now: momentOf(clients.clock) }, desired);
}

/** The mark of this run on the endpoint that a step is about. */
function heldFor(action: StepAction, { observed, journal }: Applying): Held | undefined {
  if (!('endpointId' in action)) return undefined;
  const endpoint = observed.endpoints.find((one) => one.id === action.endpointId);
  return endpoint === undefined ? undefined : heldMark(journal, endpoint);
}
