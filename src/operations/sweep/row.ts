import type { Observed } from '../../reconcile/model/observed.ts';
import type { StepAction } from '../../reconcile/model/steps.ts';
import type { ActionError } from '../../support/errors.ts';

/** One line of what `sweep` came to. */
export interface SweepRow {
  /** The environment's readable name, or what the orphan is. */
  readonly what: string;
  /** The endpoint or group that it is on. */
  readonly resource: string;
  readonly vpcId: string;
  readonly outcome: 'swept' | 'would be swept' | 'kept' | 'failed';
  readonly why: string;
  /** Deletes the resource, where sweep keeps it and people may not want it. */
  readonly command?: string;
  readonly error?: ActionError;
  /** What was done, and what was read last, of a resource that was swept. */
  readonly removal?: Removal;
}

/** The steps that a sweep took on one resource. */
export interface Removal {
  readonly actions: readonly StepAction[];
  readonly observed: Observed;
}

/** True where a row is about its resource as a whole, not about a claim on it. */
export function isWhole({ what, resource }: SweepRow): boolean {
  return what.endsWith(resource);
}
