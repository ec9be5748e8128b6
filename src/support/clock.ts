import { cancelled } from './errors.ts';
import { type WallTime, wallTime } from './moment.ts';

/** Time as the run sees it; injected so that a test can bring its own. */
export interface Clock {
  /**
   * Milliseconds by the monotonic clock, which never steps and stands still while the machine is suspended. Counted
   * from the epoch when the run began, but only spans of this one run mean anything.
   */
  now(): number;
  /** Milliseconds since the epoch by the wall clock, which may step. Only for times that others wrote or will read. */
  wall(): WallTime;
  /** Resolves after `ms`; rejects with `cancelled` as soon as `signal` aborts. */
  sleep(ms: number, signal: AbortSignal): Promise<void>;
}

let origin: number | undefined;

/** The machine's own clocks. Uses the global timer, so the process can end as soon as a sleep is aborted. */
export const systemClock: Clock = {
  now() {
    origin ??= Date.now() - performance.now();
    return Math.floor(origin + performance.now());
  },
  wall: () => wallTime(Date.now()),
  sleep(ms, signal) {
    return new Promise((resolve, reject) => {
      if (signal.aborted) {
        reject(cancelled());
        return;
      }
      const onAbort = () => {
        clearTimeout(timer);
        reject(cancelled());
      };
      const timer = setTimeout(
        () => {
          signal.removeEventListener('abort', onAbort);
          resolve();
        },
        Math.max(0, ms),
      );
      signal.addEventListener('abort', onAbort, { once: true });
    });
  },
};

/** `95 s`, `2 min 5 s`, `1 h 4 min`: a span of milliseconds in words. */
export function duration(ms: number): string {
  const seconds = Math.round(ms / 1000);
  if (ms < 9_950) return `${(Math.max(0, ms) / 1000).toFixed(1)} s`;
  if (seconds < 120) return `${seconds} s`;
  const minutes = Math.floor(seconds / 60);
  if (minutes < 120) return seconds % 60 === 0 ? `${minutes} min` : `${minutes} min ${seconds % 60} s`;
  return `${Math.floor(minutes / 60)} h ${minutes % 60} min`;
}
