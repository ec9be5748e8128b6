import type { ProbeCode, ProbeResult, ProbeTarget } from '../probe/types.ts';
import { type Clock, duration } from '../support/clock.ts';

/** One cluster to probe, and how long its name is asked for again (ms). */
export interface NamedTarget {
  readonly target: ProbeTarget;
  readonly patienceMs: number;
}

interface Trial {
  readonly target: ProbeTarget;
  readonly until: number;
}

interface Around {
  readonly clock: Clock;
  readonly signal: AbortSignal;
  /** When the time of the run is up, by the monotonic clock. */
  readonly deadline: number;
  probe(target: ProbeTarget): Promise<ProbeResult>;
  log(line: string): void;
}

/** What a private DNS name that was turned on a moment ago looks like while resolvers still have the older answer. */
const OLDER_ANSWERS: ReadonlySet<ProbeCode | undefined> = new Set(['probe-name-unknown', 'probe-public-address']);
const PAUSE_MS = 10_000;
/** A log that is silent for longer looks as if the run hung. */
const LONGEST_SILENCE_MS = 14_000;

/**
 * Probes all targets at once, and those again whose name is not there yet, until it is or their time is up.
 * @throws `cancelled` as soon as the signal aborts, and what `probe` throws
 */
export async function probeWithRetries(targets: readonly NamedTarget[], around: Around): Promise<ProbeResult[]> {
  const { clock, signal, deadline } = around;
  const began = clock.now();
  const results = new Map<ProbeTarget, ProbeResult>();
  const log = logSince(around);
  let trials: readonly Trial[] = targets.map(({ target, patienceMs }) => ({
    target,
    until: Math.min(deadline, began + (target.host === '' ? 0 : patienceMs)),
  }));
  for (let number = 1; ; number += 1) {
    const probed = Promise.all(trials.map(({ target }) => around.probe(target)));
    const answers = await withSigns(probed, { ...around, log, what: `probing ${named(trials)} (try ${number})` });
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
      log.line(`… DNS name of ${named(alike)}: ${answer} (${how})`);
    }
  }
}

function named(trials: readonly Trial[]): string {
  const [first] = trials;
  return trials.length === 1 ? `cluster ${first?.target.cluster}` : `${trials.length} clusters`;
}

/** A log that knows how long it has been silent. */
function logSince({ clock, log }: Pick<Around, 'clock' | 'log'>): { line(text: string): void; silentUntil(): number } {
  let at = clock.now();
  return {
    line(text) {
      at = clock.now();
      log(text);
    },
    silentUntil: () => at + LONGEST_SILENCE_MS,
  };
}

/** Waits for work and says so whenever the log has been silent for long. */
async function withSigns<T>(
  work: Promise<T>,
  { clock, signal, log, what }: Omit<Around, 'log'> & { log: ReturnType<typeof logSince>; what: string },
): Promise<T> {
  const over = new AbortController();
  const ended = AbortSignal.any([signal, over.signal]);
  const said = (async () => {
    for (;;) {
      await clock.sleep(log.silentUntil() - clock.now(), ended);
      log.line(`… still ${what}`);
    }
  })().catch(() => undefined);
  try {
    return await work;
  } finally {
    over.abort();
    await said;
  }
}
