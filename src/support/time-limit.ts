import type { Clock } from './clock.ts';

const OVER = 'the try is over';

/**
 * Runs a call for so many milliseconds at most.
 * @param call its signal aborts when the call is over, whatever way it ended
 * @param limit `signal`: ends the wait for the answer, too (`cancelled`)
 * @throws what the call threw, `cancelled`, or a `TimeoutError`
 */
export async function withTimeLimit<T>(
  call: (over: AbortSignal) => Promise<T>,
  { ms, clock, signal }: { readonly ms: number; readonly clock: Clock; readonly signal?: AbortSignal },
): Promise<T> {
  const over = new AbortController();
  const stop = signal === undefined ? over.signal : AbortSignal.any([signal, over.signal]);
  const late = clock.sleep(ms, stop).then(() => {
    throw Object.assign(new Error(`no answer in ${ms / 1000} s`), { name: 'TimeoutError' });
  });
  try {
    return await Promise.race([call(over.signal), late]);
  } finally {
    // With a reason of its own, since making the usual one takes a while.
    over.abort(OVER);
  }
}
