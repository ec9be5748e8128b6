import {
  earliest,
  elapsedAtLeast,
  elapsedAtMost,
  type Limit,
  type Moment,
  overAt,
  type WallTime,
} from '../../support/moment.ts';
import { type LeavingMark, readMarks } from '../model/claims.ts';
import type { Journal } from '../model/journal.ts';
import { lastTry, markBegun, triedAt } from '../model/recall.ts';
import { stepId } from '../model/steps.ts';

/**
 * The lease under which a run may destroy something of an endpoint: its leaving mark, a tag. Whatever deletes an
 * endpoint, removes a claim or disconnects a cluster asks `leaseOf` whether it may, and `limitUnder` for how long.
 * Pure.
 *
 *   none ──── the run writes its mark ────▶ settling ◀─────────────── the read is too old ───────────────┐
 *    ▲                                       ▲    │                                                      │
 *    │                                       │    ├─ 2Δ since the mark, Δ since it removed claims ─▶ may-decide
 *    │                                       │    │     (both clocks)                                     │
 *    │                        a new mark ────┤    └─ 2Δ + L since the mark (either clock) ─┐              │
 *    │                                       │                                             ▼              │
 *    │                                    expired ◀── Δ since the last change ──┬──── quiescing ◀─────────┤
 *    │                                                                          ▼                         │
 *    └──────────────── the run removes its mark ───────────────────────────── idle ◀── nothing is left ───┘
 *
 * Δ is the read lag, L the decision time (docs/reliability.md). Everything is counted from what the run itself did, by
 * both clocks: a wait is over when both say so, and a mark or a read is too old when either says so.
 */
export type Lease =
  /** The run has no mark on the endpoint. */
  | { readonly state: 'none' }
  /** A claim may stand that no read shows yet; `until`: when a read can tell, by the run's own clock. */
  | { readonly state: 'settling'; readonly until: number }
  /** Every run has seen the mark, or its claim is seen here: what the read shows may be decided on. */
  | { readonly state: 'may-decide' }
  /** Other runs may take the mark for dead before a call that is decided now has ended. */
  | { readonly state: 'expired' }
  /** What was destroyed under the mark does not show in every read yet, and the mark has to stay until it does. */
  | { readonly state: 'quiescing'; readonly until: number }
  /** Nothing is left to be done under the mark. */
  | { readonly state: 'idle' };

/** What everything that destroys comes after, while the lease is not there yet. */
export const MARKED = 'every run can see its removal mark';

/** Who has to move where only time passes. */
export function lagMover({ readLagMs }: Terms): string {
  return `reads may lag by ${readLagMs / 1000} s`;
}

/** Δ and L, milliseconds. */
export interface Terms {
  readonly readLagMs: number;
  readonly decisionMs: number;
}

/** The mark of this run on an endpoint, and what it has done under it. */
export interface Held {
  readonly mark: LeavingMark;
  /** When it began to be written; other runs count from the time in it. */
  readonly begun: Moment;
  /** When the call that wrote it ended, which may have taken long; this run counts from here. */
  readonly written: Moment;
  /** When this run last removed claims. */
  readonly unclaimed: Moment | undefined;
  /** When it last removed a claim or a connection, by its own clock; 0 if it did not. */
  readonly changedAt: number;
}

/** The mark of this run on an endpoint, alive or not. */
export function heldMark(
  journal: Journal,
  { id, tags }: { readonly id: string; readonly tags: Readonly<Record<string, string>> },
): Held | undefined {
  const mark = readMarks(tags).find((one) => one.nonce === journal.nonce);
  if (mark === undefined) return undefined;
  const begun = markBegun(journal, mark);
  const unclaimed = triedAt(journal, stepId.unclaim(id));
  const disconnected = lastTry(journal, (action) => action.kind === 'disconnect' && action.endpointId === id);
  const written = triedAt(journal, stepId.mark(id)) ?? begun;
  return { mark, begun, written, unclaimed, changedAt: Math.max(disconnected, unclaimed?.mono ?? 0) };
}

/** What the state of a lease depends on besides the mark. */
export interface LeaseReads {
  /** The read that shows the mark. */
  readonly shown: Moment;
  /** The oldest of the reads that a decision rests on. */
  readonly decidedOn: Moment;
  readonly now: Moment;
  /** False where nothing is left to be done under the mark. */
  readonly hasWork: boolean;
}

/** The state of this run's lease on an endpoint. */
export function leaseOf(held: Held | undefined, reads: LeaseReads, terms: Terms): Lease {
  if (held === undefined) return { state: 'none' };
  const { shown, decidedOn, now, hasWork } = reads;
  const quiet: Lease | undefined = isQuiet(held, shown, terms)
    ? undefined
    : { state: 'quiescing', until: held.changedAt + terms.readLagMs };
  const waits = waitsOf(held, terms);
  const isRipe = waits.every(({ since, ms }) => elapsedAtLeast(since, decidedOn) >= ms);
  // All has passed but for the wall clock, which stepped back and may need hours to catch up.
  const isStalled = !isRipe && waits.every(({ since, ms }) => decidedOn.mono - since.mono >= ms);
  const hasLapsed = elapsedAtMost(held.begun, shown) > decisionsUntil(terms);
  if (hasLapsed && (hasWork || isStalled)) return quiet ?? { state: 'expired' };
  // Half of the decision time is left for the call.
  const isStale = elapsedAtMost(decidedOn, now) > terms.decisionMs / 2;
  if (!isRipe || isStale) return { state: 'settling', until: readDue(held, { waits, now }, terms) };
  if (hasWork) return { state: 'may-decide' };
  return quiet ?? { state: 'idle' };
}

/** True once every read shows what the run destroyed under its mark, which may go then. */
export function isQuiet({ changedAt }: Held, shown: Moment, { readLagMs }: Terms): boolean {
  return shown.mono >= changedAt + readLagMs;
}

/**
 * What a deciding read must keep away from: two read lags from the mark, so that every adopter has seen the mark or its
 * claim is seen here; and one from claims that were given up under it, so that of two runs that leave one sees that it
 * is the last.
 */
function waitsOf({ written, unclaimed }: Held, { readLagMs }: Terms): { since: Moment; ms: number }[] {
  const marked = { since: written, ms: 2 * readLagMs };
  // What was given up before the mark was written is farther away than that by any clock.
  if (unclaimed === undefined || unclaimed.mono < written.mono) return [marked];
  return [marked, { since: unclaimed, ms: readLagMs }];
}

/** When the deciding read is due: once all has passed, or once the mark must be written anew in any case. */
function readDue(
  { begun }: Held,
  { waits, now }: { waits: readonly { since: Moment; ms: number }[]; now: Moment },
  terms: Terms,
): number {
  const ripe = Math.max(...waits.map(({ since, ms }) => overAt(since, ms, now)));
  return Math.min(ripe, begun.mono + decisionsUntil(terms) + 1);
}

/**
 * How long what was decided on some reads may still be sent: for the decision time after the oldest of them, and never
 * past the life of the mark that it stands under. Whichever clock says more counts, so that neither a machine that was
 * suspended nor a process that was stopped goes on with what it decided before.
 */
export function limitUnder(
  held: Held | undefined,
  { reads, now }: { reads: readonly Moment[]; now: Moment },
  terms: Terms,
): Limit {
  const left = terms.decisionMs - elapsedAtMost(reads.length === 0 ? now : earliest(reads), now);
  const ofMark = held === undefined ? left : callsUntil(terms) - elapsedAtMost(held.begun, now);
  return { since: now, ms: Math.min(left, ofMark) };
}

/**
 * Whether the run behind another run's mark may still act, or has acted in a way that a read does not show yet (3Δ +
 * 2L).
 * @param readAt when the read that shows the mark began
 */
export function isMarkAlive(mark: LeavingMark, readAt: WallTime, terms: Terms): boolean {
  return readAt - mark.at < callsUntil(terms) + terms.readLagMs;
}

/** How long after it a decision under a mark may begin at the latest: a decision time after the earliest (2Δ + L). */
function decisionsUntil({ readLagMs, decisionMs }: Terms): number {
  return 2 * readLagMs + decisionMs;
}

/** How long after it the last call that was decided under a mark has ended (2Δ + 2L). */
function callsUntil(terms: Terms): number {
  return decisionsUntil(terms) + terms.decisionMs;
}
