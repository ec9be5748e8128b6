import { duration } from '../support/clock.ts';
import { describeError, shortened } from '../support/errors.ts';
import { withRetry } from '../support/retry.ts';
import type { classifyAwsError } from './errors.ts';
import type { CredentialDeps } from './identity.ts';

/** A source that does not trust the job stays so, and a silent one too: signing in gives up after a minute. */
const BUDGET_MS = 60_000;
/** A silence that is longer is told. */
const BEAT_MS = 10_000;

/** Enough of an error for a line of the log; the whole of it ends the run, if anything does. */
const WORDS_OF_LOG = 35;

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
 * Signs in within a minute, or half of the time that the run has left: the rest of the run needs some too. The log tells
 * each further try, and what is waited for.
 * @throws what the last try threw, or `cancelled`
 */
export function signIn<T>(what: SignIn<T>, deps: CredentialDeps): Promise<T> {
  const { clock, signal, info } = deps;
  const started = clock.now();
  const budgetMs = Math.min(BUDGET_MS, Math.max(0, deps.deadline - started) / 2);
  return withRetry((over) => toldWhileSilent(what, over, deps), {
    clock,
    signal,
    deadline: started + budgetMs,
    repeatable: true,
    tryMs: Math.min(what.tryMs, Math.max(1_000, budgetMs)),
    classify: (error) => what.classify(error, clock.now() - started),
    onRetry: ({ number, delayMs, error }) => {
      const left = duration(Math.max(0, started + budgetMs - clock.now()));
      const silent = error instanceof Error && error.name === 'TimeoutError';
      const why = shortened(silent ? 'no answer' : describeError(error), WORDS_OF_LOG);
      info(`… ${what.source}: ${why} (try ${number}); next try in ${duration(delayMs)}, for up to ${left}`);
    },
  });
}

async function toldWhileSilent<T>(
  { source, load }: SignIn<T>,
  over: AbortSignal,
  { clock, info }: CredentialDeps,
): Promise<T> {
  const answered = new AbortController();
  const stop = AbortSignal.any([over, answered.signal]);
  const beat = (elapsedMs: number): Promise<void> =>
    clock.sleep(BEAT_MS, stop).then(
      () => {
        info(`… waiting for AWS credentials from ${source} (${duration(elapsedMs)})`);
        return beat(elapsedMs + BEAT_MS);
      },
      () => undefined,
    );
  void beat(BEAT_MS);
  try {
    return await load(over);
  } finally {
    answered.abort('answered');
  }
}
