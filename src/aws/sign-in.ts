import { withRetry } from '../support/retry.ts';
import { type classifyAwsError, reasonOf } from './errors.ts';
import type { CredentialDeps } from './identity.ts';

/** A source that does not trust the job stays so, and a silent one too: signing in gives up after a minute. */
const BUDGET_MS = 60_000;

/** One way to get credentials, as it is tried and told. */
export interface SignIn<T> {
  /** The setting that is asked for credentials. */
  readonly source: string;
  /** One try; `over` aborts when it is over. */
  load(over: AbortSignal): Promise<T>;
  /** What a failed try says about another one. @param sinceMs how long the sign-in has gone on */
  classify(error: unknown, sinceMs: number): ReturnType<typeof classifyAwsError>;
  /** How long one try may take. */
  readonly tryMs: number;
}

/**
 * Signs in within a minute, or half of the remaining time: the rest of the run needs some too. The log tells
 * each further try, and what is waited for.
 * @throws what the last try threw, or `cancelled`
 */
export function signIn<T>({ source, load, classify, tryMs }: SignIn<T>, deps: CredentialDeps): Promise<T> {
  const { clock, signal, progress } = deps;
  const started = clock.now();
  const budgetMs = Math.min(BUDGET_MS, Math.max(0, deps.deadline - started) / 2);
  return withRetry(load, {
    clock,
    signal,
    deadline: started + budgetMs,
    repeatable: true,
    tryMs: Math.min(tryMs, Math.max(1_000, budgetMs)),
    classify: (error) => classify(error, clock.now() - started),
    telling: { progress, what: `AWS credentials from ${source}`, why: reasonOf, isAwaited: true },
  });
}
