import type { Clock } from './clock.ts';

/**
 * Paces requests to a server that takes `perSecond` and up to `size` at once: resolves when it is the caller's turn.
 * Turns are given in the order in which they are asked for.
 * @throws (from the returned function) `cancelled`
 */
export function tokenBucket(
  { size, perSecond }: { size: number; perSecond: number },
  clock: Clock,
): (signal: AbortSignal) => Promise<void> {
  let tokens = size;
  let filledAt = clock.now();
  return async (signal) => {
    const now = clock.now();
    tokens = Math.min(size, tokens + ((now - filledAt) / 1000) * perSecond);
    filledAt = now;
    // Below zero are the turns that others were promised already.
    tokens -= 1;
    if (tokens < 0) await clock.sleep((-tokens / perSecond) * 1000, signal);
  };
}
