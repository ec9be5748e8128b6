import type { Clock } from './clock.ts';

/** What a server takes: `perSecond` requests, and up to `size` at once. */
export interface Rate {
  readonly size: number;
  readonly perSecond: number;
}

/** The pace of a run's requests to a server whose rate others may use too. */
export interface Pacer {
  /**
   * Resolves when it is the caller's turn; turns are given in the order of the calls.
   * @throws `cancelled`
   */
  turn(signal: AbortSignal): Promise<void>;
  /** The server answered a request. */
  answered(): void;
  /**
   * The server refused a request for its rate.
   * @param sentAt when it was sent, by the monotonic clock
   * @param pauseMs how long the server wants to be left alone; that holds for all requests of the run
   */
  refused(sentAt: number, pauseMs: number): void;
  /** The least time (ms) between two looks of so many requests: 0 for a run that meets no others, and at most 30 s. */
  pause(requests: number): number;
}

/** No refusal slows a run down below this, in requests a second. */
const SLOWEST = 0.2;
/** So many answers double the pace again: at most about one request of fifty then meets the end of the rate. */
const DOUBLING_ANSWERS = 50;
/** The share of its pace that a run takes for looks at what it waits for: others of its kind wait for the same. */
const LOOKS = 0.5;
/** What was refused itself waits as long as the server says; all others at most this long. */
const LONGEST_HOLD_MS = 10_000;
/** However many others there are, what is waited for is looked at from time to time. */
const LONGEST_PAUSE_MS = 30_000;

/**
 * Paces requests by the rate of the server, and by less once it refuses: then others use that rate too, and nobody
 * tells a run how many they are. Each refusal halves the pace, as in TCP; those of requests that were sent before
 * count as the same one. The pace grows with what is answered, not with time: a run that only waits has learned
 * nothing new.
 */
export function createPacer(full: Rate, clock: Clock): Pacer {
  let { perSecond, size: tokens } = full;
  /** Until when tokens are counted; in the future while the server wants to be left alone. */
  let countedAt = clock.now();
  let slowedAt = Number.NEGATIVE_INFINITY;
  let last: Promise<void> = Promise.resolve();

  function count(now: number): void {
    if (now <= countedAt) return;
    const size = Math.max(1, (full.size * perSecond) / full.perSecond);
    tokens = Math.min(size, tokens + ((now - countedAt) / 1000) * perSecond);
    countedAt = now;
  }

  async function take(signal: AbortSignal): Promise<void> {
    for (;;) {
      const now = clock.now();
      count(now);
      const missing = 1 - tokens;
      if (now >= countedAt && missing <= 0) break;
      // Whole milliseconds: less may be lost to rounding, and then no time would pass.
      await clock.sleep(Math.ceil(countedAt - now + Math.max(0, (missing / perSecond) * 1000)), signal);
    }
    tokens -= 1;
  }

  return {
    turn(signal) {
      const mine = last.then(() => take(signal));
      last = mine.catch(() => undefined);
      return mine;
    },
    answered() {
      count(clock.now());
      perSecond = Math.min(full.perSecond, perSecond * 2 ** (1 / DOUBLING_ANSWERS));
    },
    refused(sentAt, pauseMs) {
      const now = clock.now();
      count(now);
      tokens = Math.min(tokens, 0);
      countedAt = Math.max(countedAt, now + Math.min(pauseMs, LONGEST_HOLD_MS));
      if (sentAt < slowedAt) return;
      slowedAt = now;
      perSecond = Math.max(SLOWEST, perSecond / 2);
    },
    pause(requests) {
      if (perSecond >= full.perSecond) return 0;
      return Math.min(LONGEST_PAUSE_MS, (requests / (perSecond * LOOKS)) * 1000);
    },
  };
}
