// Virtual time for runs inside this process. Nothing waits: whenever every run has asked for its turn or sleeps, one goes on.

/** How long a request takes, in virtual milliseconds. */
const LATENCY_MS = 80;

interface Waiting {
  /** Which run. */
  readonly who: string;
  /** Not before this time. */
  readonly at: number;
  readonly write: boolean;
  readonly goOn: () => void;
}

export interface Turns {
  now(): number;
  /** Time passes while nobody runs. */
  pass(ms: number): void;
  sleep(who: string, ms: number): Promise<void>;
  /** Waits until the run may send its next request. Reads that a run sends together go together. */
  turn(who: string, write: boolean): Promise<void>;
  /** Lets runs go on in turns until the work is done, and returns what it came to. */
  drive<T>(work: Promise<T>): Promise<T>;
}

/** @param choose which of the runs that could go on does; given their names, it returns an index */
export function createTurns(start: number, choose: (waiting: readonly string[]) => number): Turns {
  let time = start;
  const waiting: Waiting[] = [];
  const batches = new Map<string, Promise<void>>();

  const enqueue = (entry: Omit<Waiting, 'goOn'>) =>
    new Promise<void>((resolve) => waiting.push({ ...entry, goOn: resolve }));

  function next(): Waiting {
    const soonest = Math.min(...waiting.map((one) => one.at));
    time = Math.max(time, soonest);
    const ready = waiting.filter((one) => one.at <= time);
    const chosen = ready[ready.length === 1 ? 0 : choose(ready.map((one) => one.who))];
    if (chosen === undefined) throw new Error('nobody can go on, and the work is not done');
    waiting.splice(waiting.indexOf(chosen), 1);
    return chosen;
  }

  return {
    now: () => time,
    pass: (ms) => {
      time += ms;
    },
    sleep: (who, ms) => enqueue({ who, at: time + Math.max(0, ms), write: false }),
    turn(who, write) {
      if (write) return enqueue({ who, at: time, write });
      const open = batches.get(who);
      if (open !== undefined) return open;
      const batch = enqueue({ who, at: time, write }).finally(() => batches.delete(who));
      batches.set(who, batch);
      return batch;
    },
    async drive(work) {
      const state = { over: false };
      work.then(
        () => Object.assign(state, { over: true }),
        () => Object.assign(state, { over: true }),
      );
      for (;;) {
        // Everything that can run without a turn runs first.
        await new Promise((resolve) => setImmediate(resolve));
        if (state.over) return work;
        const chosen = next();
        time += chosen.write ? LATENCY_MS : LATENCY_MS / 2;
        chosen.goOn();
      }
    },
  };
}
