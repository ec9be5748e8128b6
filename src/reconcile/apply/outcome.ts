import { classifyAwsError, meaningOf } from '../../aws/errors.ts';
import { type ActionError, isActionError } from '../../support/errors.ts';
import type { Desired } from '../model/desired.ts';
import type { RunMemory } from '../model/memory.ts';
import type { Facet, Observed } from '../model/observed.ts';
import type { StepAction } from '../model/step.ts';
import type { Worlds } from '../observe.ts';

/** What a step is done with. */
export interface Applying {
  readonly desired: Desired;
  readonly observed: Observed;
  readonly memory: RunMemory;
  readonly worlds: Worlds;
  log(line: string): void;
}

/** What a step came to. */
export type Outcome =
  /** Done; `patch` shows its effect until the next read does; `created` is the ID of what came to be. */
  | { readonly kind: 'done'; readonly patch: (observed: Observed) => Observed; readonly created?: string }
  /** Not done, or nobody knows: read these facets again and plan anew. `lost` where the answer was lost. */
  | {
      readonly kind: 'look-again';
      readonly facets: readonly Facet[];
      readonly lost?: boolean;
      readonly why: string;
      readonly patch?: (observed: Observed) => Observed;
    };

/** The action of one kind. */
export type Of<K extends StepAction['kind']> = Extract<StepAction, { kind: K }>;

/** How long EC2 may not know a service, and the Cloud not know an endpoint, that were made a moment ago. */
export const PROPAGATION_MS = 60_000;

/**
 * `look-again` for a destructive call that AWS refused for its rate for as long as its decision held, or because another
 * change is under way: that is decided anew.
 * @param name of the API call
 */
export async function whileDecided<T>(name: string, call: Promise<T>): Promise<T | 'look-again'> {
  try {
    return await call;
  } catch (error) {
    if (!isActionError(error)) throw error;
    if (classifyAwsError(error.cause).failure === 'throttled' || meaningOf(error.cause, name) === 'busy')
      return 'look-again';
    throw error;
  }
}

/**
 * For a call that was refused because its endpoint is not as it was seen: another run or a person has changed it, and a read
 * that shows that comes within the read lag.
 * @throws the refusal where reads go on to show the endpoint as before
 */
export function outdated(endpointId: string, error: ActionError, { memory, worlds, desired }: Applying): Outcome {
  const now = worlds.clock.now();
  const since = memory.outdatedSince.get(endpointId) ?? now;
  memory.outdatedSince.set(endpointId, since);
  if (now - since > 2 * desired.readLagMs) throw error;
  return { kind: 'look-again', facets: ['endpoints'], why: `${endpointId} is not as it was seen: ${error.message}` };
}
