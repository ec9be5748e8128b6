import type { Clock } from './clock.ts';
import { cancelled } from './errors.ts';
import { isTooLate, type Limit, refuseLate, timeLeft, tooLate } from './moment.ts';
import type { Progress } from './progress.ts';
import { withTimeLimit } from './time-limit.ts';
import type { Failure } from './wire.ts';

export interface RetryRules {
  clock: Clock;
  signal: AbortSignal;
  /** When the whole run must be over, by the monotonic clock; no try starts after it. */
  deadline: number;
  /** How long the decision behind the request holds; no try is sent after it. Where absent, that does not matter. */
  limit?: Limit | undefined;
  /** True when repeating the request cannot do anything twice. */
  repeatable: boolean;
  classify(error: unknown): Classified;
  /** Waits until the next try may be sent; not part of the time that a try may take. */
  turn?(): Promise<void>;
  /** How soon what was refused for its rate may be worth another try; two seconds, and up to twenty, if not given. */
  refill?: Refill;
  /** How long one try may take before its answer is given up as lost; 150 s if not given. */
  tryMs?: number;
  /** How the log calls it, and what a failed try is called there; who listens. */
  readonly telling?: {
    readonly progress: Progress | undefined;
    readonly what: string;
    why(error: unknown): string;
    /** Other calls wait for it. */
    readonly isAwaited?: boolean;
    /** True where the caller says it in words of its own. */
    isTold?(error: unknown): boolean;
  };
  onRetry?(attempt: { number: number; delayMs: number; error: unknown }): void;
}

/** What a failed request says about trying it again, and when. */
export interface Classified {
  readonly failure: Failure;
  /** Not sooner than this. */
  readonly retryAfterMs?: number;
  /** How long it is worth repeating, where that is less than for others of the kind. */
  readonly budgetMs?: number;
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
  const followed = rules.telling?.progress?.follow(rules.telling.what, rules.telling.isAwaited);
  try {
    return await retrying(call, rules, followed);
  } finally {
    followed?.ended();
  }
}

async function retrying<T>(
  call: (over: AbortSignal) => Promise<T>,
  rules: RetryRules,
  followed: ReturnType<Progress['follow']> | undefined,
): Promise<T> {
  const started = rules.clock.now();
  for (let number = 1; ; number += 1) {
    if (rules.signal.aborted) throw cancelled();
    await rules.turn?.();
    refuseLate(rules.limit, rules.clock);
    followed?.sent();
    try {
      return await withTimeLimit(call, { ms: rules.tryMs ?? 150_000, clock: rules.clock, signal: rules.signal });
    } catch (error) {
      const { delayMs, giveUpAt } = nextTry(rules, { number, error, started });
      rules.onRetry?.({ number, delayMs, error });
      followed?.failed({
        ...{ number, delayMs, why: rules.telling?.why(error) ?? '', leftMs: giveUpAt - rules.clock.now() },
        isTold: rules.telling?.isTold?.(error) ?? false,
      });
      await rules.clock.sleep(delayMs, rules.signal);
    }
  }
}

/**
 * When a failed try is followed by another one, and until when there may be more.
 * @throws what the call fails with instead
 */
function nextTry(
  rules: RetryRules,
  { number, error, started }: { number: number; error: unknown; started: number },
): { delayMs: number; giveUpAt: number } {
  if (rules.signal.aborted) throw cancelled();
  if (isTooLate(error)) throw error;
  const { failure, retryAfterMs = 0, budgetMs } = rules.classify(error);
  if (failure === 'final' || (failure === 'transient' && !rules.repeatable)) throw error;
  const pauseMs =
    failure === 'throttled'
      ? stayAway(rules.refill ?? PAUSES.throttled, number)
      : longest(PAUSES[failure], number) * Math.random();
  const delayMs = Math.max(retryAfterMs, pauseMs, 50);
  const giveUpAt = Math.min(rules.deadline, started + (budgetMs ?? BUDGET_MS[failure]));
  if (rules.clock.now() + delayMs > giveUpAt) throw error;
  if (rules.limit !== undefined && delayMs > timeLeft(rules.limit, rules.clock)) throw tooLate(error);
  return { delayMs, giveUpAt };
}
