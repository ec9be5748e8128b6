import { setTimeout as realTime, setImmediate as turn } from 'node:timers/promises';
import type { Clock } from '../../src/support/clock.ts';
import { cancelled } from '../../src/support/errors.ts';
import { wallTime } from '../../src/support/moment.ts';
import type { Clock as SandboxClock } from './clock.ts';

/** The time of one run, and what may befall its machine. */
export interface RunTime {
  readonly clock: Clock;
  /** The run is no more: nothing that it waits for comes to pass. */
  end(): void;
  /** The wall clock of its machine steps; the world's time and the monotonic clock go on. */
  stepWall(ms: number): void;
  /**
   * The run stands still: nothing that it waits for comes to pass. `stopped` (SIGSTOP): time passes by both clocks, and what
   * was due meanwhile comes at once afterwards. `suspended` (its machine): only wall time passes.
   */
  freeze(how: 'stopped' | 'suspended'): void;
  /** It goes on. */
  thaw(): void;
  /** Resolves while the run does not stand still: at once, or when it goes on. */
  awake(): Promise<void>;
}

export interface VirtualTime {
  /** For one that nobody ends. */
  readonly clock: Clock;
  /** The same time for one run, which may be killed. */
  forRun(): RunTime;
  /** The same time for the sandbox; its `sleep` lets the time pass by itself. */
  readonly sandbox: SandboxClock;
  /** Lets time pass, from one thing that is waited for to the next, until the work is done; may be called for several. */
  drive<T>(work: Promise<T>): Promise<T>;
}

/** Turns of the event loop in which work that is not waiting for time comes to rest: streams and promises, no files or sockets. */
const TURNS_TO_REST = 4;
/** Real milliseconds that work may take which waits for no time, such as loading code; more is a mistake in a test. */
const LOADING_MS = 20_000;

/** True while files are read: the only work of a run in memory that is neither streams nor promises. */
function isReadingFiles(): boolean {
  return process.getActiveResourcesInfo().some((resource) => /^(FSReq|CloseReq)/.test(resource));
}

/** What every stopped sleep ends with: one for all, since most are the limits of requests that were answered in time. */
const STOPPED = cancelled();

interface Sleeper {
  at: number;
  wake(): void;
}

/**
 * Time that stands still while anything is at work and jumps to the next sleeper when nothing is. It knows nothing of the
 * machine's time, so it passes alike on a quick machine and on a busy one. What the sandbox tells is the true time; each run
 * has two clocks of its own, which agree with it until something befalls its machine.
 * @param onChange is told each new wall time (ms since the epoch), with the step of the run whose clock stepped last
 */
export function virtualTime(onChange: (now: number) => void = () => undefined): VirtualTime {
  let now = Date.now();
  /** Of the run whose wall clock stepped last: dates are the whole process's. */
  let stepShown = 0;
  let works = 0;
  let pump: Promise<void> | undefined;
  const sleepers = new Set<Sleeper>();

  function setTime(time: number): void {
    now = time;
    onChange(now + stepShown);
  }

  /** The one that is due first; of several, the one that went to sleep first. */
  function nextSleeper(): Sleeper | undefined {
    let first: Sleeper | undefined;
    for (const sleeper of sleepers) if (first === undefined || sleeper.at < first.at) first = sleeper;
    return first;
  }

  async function passTime(): Promise<void> {
    let idleSince: number | undefined;
    for (;;) {
      for (let count = 0; count < TURNS_TO_REST; count += 1) await turn();
      // The AWS SDK reads its files at first use; on a busy machine that takes longer than those turns.
      if (isReadingFiles()) continue;
      const next = works === 0 ? undefined : nextSleeper();
      if (works === 0) {
        // In the same turn, so that whoever comes next starts it again.
        pump = undefined;
        return;
      }
      if (next === undefined) {
        idleSince ??= performance.now();
        if (performance.now() - idleSince > LOADING_MS) throw new Error('everything rests and nothing is waited for');
        await realTime(1);
        continue;
      }
      idleSince = undefined;
      sleepers.delete(next);
      if (next.at > now) setTime(next.at);
      next.wake();
    }
  }

  async function drive<T>(work: Promise<T>): Promise<T> {
    works += 1;
    const done = work.finally(() => {
      works -= 1;
    });
    done.catch(() => undefined);
    pump ??= passTime();
    // Where everything rests for ever the work does not end, and the pump says so.
    const stuck = pump.then(() => done);
    return Promise.race([done, stuck]);
  }

  function forRun(): RunTime {
    const own = new Set<Sleeper>();
    const overdue: Sleeper[] = [];
    const awaken: (() => void)[] = [];
    let ended = false;
    let step = 0;
    /** How long the monotonic clock stood still. */
    let stood = 0;
    let frozen: { readonly how: 'stopped' | 'suspended'; readonly since: number } | undefined;
    const clock: Clock = {
      now: () => (frozen?.how === 'suspended' ? frozen.since : now) - stood,
      wall: () => wallTime(now + step),
      sleep: (ms, signal) =>
        new Promise((resolve, reject) => {
          if (ended) return;
          if (signal.aborted) {
            reject(cancelled());
            return;
          }
          const sleeper = {
            at: now + Math.max(0, ms),
            wake() {
              if (frozen !== undefined) {
                overdue.push(sleeper);
                return;
              }
              own.delete(sleeper);
              signal.removeEventListener('abort', stop);
              resolve();
            },
          };
          function stop() {
            sleepers.delete(sleeper);
            own.delete(sleeper);
            if (!ended) reject(STOPPED);
          }
          sleepers.add(sleeper);
          own.add(sleeper);
          signal.addEventListener('abort', stop, { once: true });
        }),
    };
    return {
      clock,
      end() {
        ended = true;
        for (const sleeper of own) sleepers.delete(sleeper);
        own.clear();
        if (step !== 0) showStep(0);
      },
      stepWall(ms) {
        step += ms;
        showStep(step);
      },
      freeze(how) {
        frozen = { how, since: now };
        if (how === 'suspended') for (const sleeper of own) sleepers.delete(sleeper);
      },
      thaw() {
        if (frozen === undefined) return;
        const { how, since } = frozen;
        frozen = undefined;
        if (how === 'suspended') {
          stood += now - since;
          for (const sleeper of own) {
            sleeper.at += now - since;
            if (!ended) sleepers.add(sleeper);
          }
        }
        // As an event loop does: first what is due, then what has arrived.
        for (const sleeper of overdue.splice(0)) sleeper.wake();
        for (const goOn of awaken.splice(0)) goOn();
      },
      awake: () => (frozen === undefined ? Promise.resolve() : new Promise((resolve) => awaken.push(resolve))),
    };
  }

  function showStep(ms: number): void {
    stepShown = ms;
    onChange(now + stepShown);
  }

  const sleep = (ms: number) =>
    new Promise<void>((resolve) => sleepers.add({ at: now + Math.max(0, ms), wake: resolve }));
  return {
    clock: forRun().clock,
    forRun,
    sandbox: {
      rate: 1,
      now: () => now,
      date: () => new Date(now),
      sleep: (ms) => drive(sleep(ms)),
      advance: (ms) => setTime(now + ms),
      env: () => ({}),
    },
    drive,
  };
}
