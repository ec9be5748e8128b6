import { elapsedAtLeast, elapsedAtMost, type Moment, overAt } from '../../support/moment.ts';
import { decisionsUntil, type LeavingMark } from '../model/claims.ts';
import { markBegun, triedAt } from '../model/recall.ts';
import { stepId } from '../model/steps.ts';
import { type Draft, presentMoment } from './drafting.ts';

/**
 * When a run may decide under its own leaving mark (docs/reliability.md). Everything is counted from what the run itself did,
 * by both clocks: a wait is over when both say so, and a mark or a read is too old when either says so.
 */

/** Something of this run that a deciding read must not be closer to than so many milliseconds. */
export interface Spacing {
  readonly since: Moment;
  readonly ms: number;
}

/** When the mark of this run on an endpoint was written: when the call ended, which may have taken long. */
export function markWritten({ journal }: Draft, endpointId: string, mark: LeavingMark): Moment {
  return triedAt(journal, stepId.mark(endpointId)) ?? markBegun(journal, mark);
}

/** True where a read began too late to decide under the mark, which other runs may take for dead before its calls have ended. */
export function hasLapsed({ journal, desired }: Draft, mark: LeavingMark, read: Moment): boolean {
  return elapsedAtMost(markBegun(journal, mark), read) > decisionsUntil(desired);
}

/** `early`: not all has passed. `stalled`: it has but for the wall clock, which stepped back and may need hours to catch up. */
export function ripeness(spacings: readonly Spacing[], read: Moment): 'ripe' | 'early' | 'stalled' {
  if (spacings.every(({ since, ms }) => elapsedAtLeast(since, read) >= ms)) return 'ripe';
  return spacings.every(({ since, ms }) => read.mono - since.mono >= ms) ? 'stalled' : 'early';
}

/** True where a read is too old to decide on: half of the decision time is left for the call. */
export function isStale(draft: Draft, read: Moment): boolean {
  return elapsedAtMost(read, presentMoment(draft)) > draft.desired.decisionMs / 2;
}

/** When the deciding read is due: once all has passed, or once the mark must be written anew in any case. */
export function decidingReadAt(draft: Draft, mark: LeavingMark, spacings: readonly Spacing[]): number {
  const now = presentMoment(draft);
  const ripe = Math.max(...spacings.map(({ since, ms }) => overAt(since, ms, now)));
  return Math.min(ripe, markBegun(draft.journal, mark).mono + decisionsUntil(draft.desired) + 1);
}
