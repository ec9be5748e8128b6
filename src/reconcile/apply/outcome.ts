import type { Deferred } from '../../aws/ec2/refusals.ts';
import { classifyAwsError, meaningOf } from '../../aws/errors.ts';
import { type ActionError, isActionError } from '../../support/errors.ts';
import type { Desired } from '../model/desired.ts';
import type { Result, RunJournal } from '../model/journal.ts';
import type { Facet, Observed } from '../model/observed.ts';
import { outdatedSince } from '../model/recall.ts';
import type { Clients } from '../observe.ts';

/** What a step is done with. */
export interface Applying {
  readonly desired: Desired;
  readonly observed: Observed;
  readonly journal: RunJournal;
  readonly clients: Clients;
  log(line: string): void;
}

/** What a step came to. */
export type Outcome =
  /** Done; `patch` shows its effect until the next read does; `created` is the ID of what came to be. */
  | {
      readonly kind: 'done';
      readonly patch: (observed: Observed) => Observed;
      readonly created?: string;
      readonly result?: Result;
    }
  /** Not done, or nobody knows: read these facets again and plan anew. `unanswered` where the answer was lost. */
  | {
      readonly kind: 'requeue';
      readonly facets: readonly Facet[];
      readonly unanswered?: boolean;
      readonly why: string;
      readonly patch?: (observed: Observed) => Observed;
      /** What the journal says of it, where that is more than `not-done`. */
      readonly result?: Result;
    };

/** How long EC2 may not know a service, and the Cloud not know an endpoint, that were made a moment ago. */
export const PROPAGATION_MS = 60_000;

/**
 * For a destructive call. Where AWS refuses it for its rate, or because another change is under way, what it rests on
 * is read again and the planner decides.
 * @param name of the API call
 * @returns what the call came to, or why it is to be decided again
 */
export async function whileDecided<T>(name: string, call: Promise<T>): Promise<T | Deferred> {
  try {
    return await call;
  } catch (error) {
    if (!isActionError(error)) throw error;
    if (classifyAwsError(error.cause).failure === 'throttled' || meaningOf(error.cause, name) === 'busy')
      return { kind: 'requeue', why: error.message };
    throw error;
  }
}

/**
 * For a call that was refused because its endpoint is not as it was seen: another run or a person has changed it, and a
 * read that shows that comes within the read lag. The read is what counts: a run may be suspended between it and the
 * call.
 * @throws the refusal where a read that began two read lags after the first one still shows the endpoint as it was then
 */
export function outdated(endpointId: string, error: ActionError, context: Applying): Outcome {
  const { journal, clients, observed, desired } = context;
  const shown = shownOf(endpointId, observed);
  const since = outdatedSince(journal, endpointId, shown) ?? clients.clock.now();
  if ((observed.readAt.endpoints ?? 0) - since > 2 * desired.readLagMs) throw error;
  // The security group may be what is gone, or has no room for a mark any more.
  const facets = ['endpoints', 'groups'] as const;
  const why = `${endpointId} has changed since it was read: ${error.message}`;
  return { kind: 'requeue', facets, why, result: { kind: 'outdated', shown } };
}

/** What calls about an endpoint rest on. Its state is not part of it: that changes by itself. */
function shownOf(endpointId: string, { endpoints, groups }: Observed): string {
  const endpoint = endpoints.find((one) => one.id === endpointId);
  const { subnetIds = [], groupIds = [], privateDns, tags = {} } = endpoint ?? {};
  const ofGroups = groups.map((one) => [one.id, Object.entries(one.tags).sort()]).sort();
  return JSON.stringify([
    [...subnetIds].sort(),
    [...groupIds].sort(),
    privateDns,
    Object.entries(tags).sort(),
    ofGroups,
  ]);
}
