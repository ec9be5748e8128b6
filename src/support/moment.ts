/**
 * Time by two clocks. The wall clock may step, back or forward. The monotonic clock never steps, but stands still while
 * the machine is suspended. So neither is believed alone where it matters: what may have taken too long is measured by
 * whichever says more (`elapsedAtMost`), what must have taken long enough by whichever says less (`elapsedAtLeast`).
 */

declare const WALL: unique symbol;
/**
 * Milliseconds since the epoch by a wall clock: what tags, certificates and other machines tell. A type of its own, so
 * that the run's own time (a plain number) is never taken for it.
 */
export type WallTime = number & { readonly [WALL]: true };

/** A number that was read as a wall time, such as a date in a tag. */
export function wallTime(ms: number): WallTime {
  return ms as WallTime;
}

/** A moment of this run. */
export interface Moment {
  /** By the monotonic clock. */
  readonly mono: number;
  /** By the wall clock. */
  readonly wall: WallTime;
}

/** The two readings of a clock; see clock.ts. */
export interface Readings {
  now(): number;
  wall(): WallTime;
}

/** The present moment. */
export function momentOf(clock: Readings): Moment {
  return { mono: clock.now(), wall: clock.wall() };
}

/** Milliseconds that have passed by either clock at most: what a deadline goes by. A suspended machine counts too. */
export function elapsedAtMost(since: Moment, now: Moment): number {
  return Math.max(now.mono - since.mono, now.wall - since.wall);
}

/** Both clocks tell whole milliseconds, and not at the same moment. */
const GRAIN_MS = 2;

/** Milliseconds that have passed by both clocks: what a wait goes by. A clock that stepped forward shortens nothing. */
export function elapsedAtLeast(since: Moment, now: Moment): number {
  return Math.min(now.mono - since.mono, now.wall - since.wall + GRAIN_MS);
}

/** When both clocks will show that `ms` have passed, by the monotonic one, if neither steps until then. */
export function overAt(since: Moment, ms: number, now: Moment): number {
  return now.mono + ms - elapsedAtLeast(since, now);
}

/** A moment that is no later than any of those given by either clock. */
export function earliest(moments: readonly Moment[]): Moment {
  return {
    mono: Math.min(...moments.map((one) => one.mono)),
    wall: wallTime(Math.min(...moments.map((one) => one.wall))),
  };
}

/** The later of two wall times. */
export function later(one: WallTime, other: WallTime): WallTime {
  return one > other ? one : other;
}

/** How long a decision holds: what it decided is not sent later than this. */
export interface Limit {
  readonly since: Moment;
  readonly ms: number;
}

/** Milliseconds for which a decision still holds, negative where it does no longer. */
export function timeLeft({ since, ms }: Limit, clock: Readings): number {
  return ms - elapsedAtMost(since, momentOf(clock));
}

const TOO_LATE = 'DecidedTooLongAgo';

/**
 * To be called at the last moment before a request is sent.
 * @throws an error that `isTooLate` knows, where the decision does not hold any more: nothing was sent
 */
export function refuseLate(limit: Limit | undefined, clock: Readings): void {
  if (limit !== undefined && timeLeft(limit, clock) < 0) throw tooLate();
}

/** The error of a request that was not sent, or not sent again, since its decision does not hold any more. */
export function tooLate(cause?: unknown): Error {
  return Object.assign(new Error('it was decided too long ago', { cause }), { name: TOO_LATE });
}

/** True for a request that was not sent, or not sent again, for its age. */
export function isTooLate(error: unknown): boolean {
  return error instanceof Error && error.name === TOO_LATE;
}
