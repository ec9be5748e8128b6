import type { ProbeCode, ProbeResult, ProbeTarget } from '../probe/types.ts';
import { type Clock, duration } from '../support/clock.ts';
import type { Progress } from '../support/progress.ts';

/** One cluster to probe, and how long its name is asked for again (ms). */
export interface NamedTarget {
  readonly target: ProbeTarget;
  readonly patienceMs: number;
}

interface Trial {
  readonly target: ProbeTarget;
  readonly until: number;
}

interface RetryContext {
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** When the time of the run is up, by the monotonic clock. */
  readonly deadline: number;
  probe(target: ProbeTarget): Promise<ProbeResult>;
  /** Told how long a try takes. */
  readonly progress: Progress;
  log(line: string): void;
}

/** What a private DNS name that was turned on a moment ago looks like while resolvers still have the older answer. */
const OLDER_ANSWERS: ReadonlySet<ProbeCode | undefined> = new Set(['probe-name-unknown', 'probe-public-address']);
const PAUSE_MS = 10_000;

/**
 * Probes all targets at once, and those again whose name is not there yet, until it is or their time is up.
 * @throws `cancelled` as soon as the signal aborts, and what `probe` throws
 */
export async function probeWithRetries(targets: readonly NamedTarget[], context: RetryContext): Promise<ProbeResult[]> {
  const { clock, signal, deadline } = context;
  const began = clock.now();
  const results = new Map<ProbeTarget, ProbeResult>();
  let trials: readonly Trial[] = targets.map(({ target, patienceMs }) => ({
    target,
    until: Math.min(deadline, began + (target.host === '' ? 0 : patienceMs)),
  }));
  for (let number = 1; ; number += 1) {
    const followed = context.progress.follow(`the probe of ${named(trials)} (try ${number})`);
    const probed = Promise.all(trials.map(({ target }) => context.probe(target)));
    const answers = await probed.finally(() => followed.ended());
    trials.forEach(({ target }, index) => {
      const result = answers[index];
      if (result !== undefined) results.set(target, result);
    });
    const missing = trials.filter(({ target }) => OLDER_ANSWERS.has(results.get(target)?.code));
    const over = missing.filter(({ until }) => clock.now() >= until);
    if (number > 1) tell(over, `asked ${number} times in ${duration(clock.now() - began)}`);
    trials = missing.filter((one) => !over.includes(one));
    if (trials.length === 0) return targets.flatMap(({ target }) => results.get(target) ?? []);
    const left = Math.max(...trials.map(({ until }) => until)) - clock.now();
    const pause = Math.min(PAUSE_MS, left);
    const end = clock.now() + left === deadline ? ', when timeout-seconds is over' : '';
    tell(trials, `try ${number}; asking again in ${duration(pause)}, for up to ${duration(left)}${end}`);
    await clock.sleep(pause, signal);
  }

  /** A line for each answer that was given, with the clusters that it was given for. */
  function tell(some: readonly Trial[], how: string): void {
    const byAnswer = Map.groupBy(some, ({ target }) => results.get(target)?.answered ?? '');
    for (const [answer, alike] of byAnswer) {
      context.log(`… DNS name of ${named(alike)}: ${answer} (${how})`);
    }
  }
}

function named(trials: readonly Trial[]): string {
  const [first] = trials;
  return trials.length === 1 ? `cluster ${first?.target.cluster}` : `${trials.length} clusters`;
}
