import type { Clock } from './clock.ts';
import { cancelled } from './errors.ts';
import { isTooLate, type Limit, refuseLate, timeLeft, tooLate } from './moment.ts';

/**
 * What a failed request says about trying it again.
 * - `throttled`: refused for its rate and not executed; any request may be repeated.
 * - `transient`: the answer was lost or the server failed; only a request that changes nothing may be repeated.
 * - `not-sent`: no connection was made, so nothing was executed; any request may be repeated.
 * - `final`: the answer stands.
 */
export type Failure = 'throttled' | 'transient' | 'not-sent' | 'final';

export interface RetryRules {
  clock: Clock;
  signal: AbortSignal;
  /** When the whole run must be over, by the monotonic clock; no try starts after it. */
  deadline: number;
  /** How long the decision behind the request holds; no try is sent after it. Where absent, that does not matter. */
  limit?: Limit | undefined;
  /** True when repeating the request cannot do anything twice. */
  repeatable: boolean;
  classify(error: unknown): { failure: Failure; retryAfterMs?: number };
  /** Waits until the next try may be sent; not part of the time that a try may take. */
  turn?(): Promise<void>;
  /** How soon what was refused for its rate may be worth another try; two seconds, and up to twenty, if not given. */
  refill?: Refill;
  /** How long one try may take before its answer is given up as lost; 150 s if not given. */
  tryMs?: number;
  onRetry?(attempt: { number: number; delayMs: number; error: unknown }): void;
}

/** The pace at which a bucket of tokens fills again, as pauses between tries: the first one and the longest. */
export interface Refill {
  readonly firstMs: number;
  readonly longestMs: number;
}

/** How long one request may be repeated for: outages are given up sooner than mere throttling. */
const BUDGET_MS = { throttled: 15 * 60_000, transient: 90_000, 'not-sent': 90_000 } as const;
const PAUSES: Readonly<Record<Exclude<Failure, 'final'>, Refill>> = {
  throttled: { firstMs: 2_000, longestMs: 20_000 },
  transient: { firstMs: 250, longestMs: 15_000 },
  'not-sent': { firstMs: 500, longestMs: 15_000 },
};

/** The longest pause (ms) after so many failures in a row: pauses double. */
function longest({ firstMs, longestMs }: Refill, failures: number): number {
  return Math.min(longestMs, firstMs * 2 ** Math.min(failures - 1, 10));
}

/**
 * How long to stay away (ms) after so many refusals in a row for the rate. At least half of the pause is kept: whoever
 * comes back at once only takes part in refusing the others.
 */
export function stayAway(refill: Refill, refusals: number): number {
  return longest(refill, refusals) * (0.5 + Math.random() / 2);
}

/**
 * Runs `call` until it succeeds, fails for good, or its time budget is spent.
 * Pauses double, with jitter, and are never shorter than a server's Retry-After.
 * @param call one try; its signal aborts when the try is over, whatever way it ended
 * @throws what `call` threw last, `cancelled`, or an error that `isTooLate` knows
 */
export async function withRetry<T>(call: (over: AbortSignal) => Promise<T>, rules: RetryRules): Promise<T> {
  const started = rules.clock.now();
  for (let number = 1; ; number += 1) {
    if (rules.signal.aborted) throw cancelled();
    await rules.turn?.();
    refuseLate(rules.limit, rules.clock);
    try {
      return await oneTry(call, rules);
    } catch (error) {
      if (rules.signal.aborted) throw cancelled();
      if (isTooLate(error)) throw error;
      const { failure, retryAfterMs = 0 } = rules.classify(error);
      if (failure === 'final' || (failure === 'transient' && !rules.repeatable)) throw error;
      const pace = (failure === 'throttled' ? rules.refill : undefined) ?? PAUSES[failure];
      const delayMs = Math.max(
        retryAfterMs,
        failure === 'throttled' ? stayAway(pace, number) : longest(pace, number) * Math.random(),
        50,
      );
      const giveUpAt = Math.min(rules.deadline, started + BUDGET_MS[failure]);
      if (rules.clock.now() + delayMs > giveUpAt) throw error;
      if (rules.limit !== undefined && delayMs > timeLeft(rules.limit, rules.clock)) throw tooLate(error);
      rules.onRetry?.({ number, delayMs, error });
      await rules.clock.sleep(delayMs, rules.signal);
    }
  }
}

const OVER = 'the try is over';

/** Ends with the call, at the abort signal (`cancelled`), or when the try takes too long, whichever is first. */
async function oneTry<T>(call: (over: AbortSignal) => Promise<T>, rules: RetryRules): Promise<T> {
  const over = new AbortController();
  const tryMs = rules.tryMs ?? 150_000;
  const late = rules.clock.sleep(tryMs, AbortSignal.any([rules.signal, over.signal])).then(() => {
    throw Object.assign(new Error(`no answer in ${tryMs / 1000} s`), { name: 'TimeoutError' });
  });
  try {
    return await Promise.race([call(over.signal), late]);
  } finally {
    // With a reason of its own, since making the usual one takes a while.
    over.abort(OVER);
  }
}

/** Codes of Node and undici for a connection that never came to be: the request cannot have been executed. */
const NOT_SENT = new Set([
  'ECONNREFUSED',
  'ENOTFOUND',
  'EAI_AGAIN',
  'UND_ERR_CONNECT_TIMEOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
]);
const LOST = new Set([
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'UND_ERR_SOCKET',
  'UND_ERR_HEADERS_TIMEOUT',
  'UND_ERR_BODY_TIMEOUT',
  'UND_ERR_RESPONSE',
  'HPE_INVALID_CONSTANT',
  'ERR_HTTP2_STREAM_ERROR',
  'ERR_HTTP2_STREAM_CANCEL',
  'ERR_HTTP2_SESSION_ERROR',
  'ERR_HTTP2_GOAWAY_SESSION',
  'ERR_STREAM_PREMATURE_CLOSE',
]);

/** Classifies an error of the network itself (no HTTP answer), looking through its `cause` chain; undefined if it is none. */
export function networkFailure(error: unknown): Failure | undefined {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    const code = 'code' in at ? String(at.code) : '';
    if (NOT_SENT.has(code)) return 'not-sent';
    if (LOST.has(code) || at.name === 'TimeoutError') return 'transient';
  }
  return undefined;
}
