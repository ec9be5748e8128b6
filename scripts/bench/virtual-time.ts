import { setImmediate as turn } from 'node:timers/promises';
import type { Clock } from '../../src/support/clock.ts';
import { cancelled } from '../../src/support/errors.ts';
import type { Clock as SandboxClock } from '../../test/sandbox/index.ts';

export interface VirtualTime {
  /** For the action. */
  readonly clock: Clock;
  /** The same time for the sandbox. */
  readonly sandbox: SandboxClock;
  /** Lets time pass, from one thing that is waited for to the next, until the work is done. */
  drive<T>(work: Promise<T>): Promise<T>;
}

/** Turns of the event loop in which work that is not waiting for time comes to rest: streams and promises, no files or sockets. */
const TURNS_TO_REST = 4;

/** Time that stands still while anything is at work and jumps to the next sleeper when nothing is. */
export function virtualTime(): VirtualTime {
  let now = Date.now();
  let order = 0;
  const sleepers = new Map<number, { at: number; wake(): void }>();
  const add = (ms: number, wake: () => void) => {
    order += 1;
    sleepers.set(order, { at: now + Math.max(0, ms), wake });
    return order;
  };
  const clock: Clock = {
    now: () => now,
    sleep: (ms, signal) =>
      new Promise((resolve, reject) => {
        if (signal.aborted) {
          reject(cancelled());
          return;
        }
        const id = add(ms, () => {
          signal.removeEventListener('abort', stop);
          resolve();
        });
        function stop() {
          sleepers.delete(id);
          reject(cancelled());
        }
        signal.addEventListener('abort', stop, { once: true });
      }),
  };
  return {
    clock,
    sandbox: {
      rate: 1,
      now: () => now,
      date: () => new Date(now),
      sleep: (ms) => new Promise((resolve) => add(ms, resolve)),
      advance(ms) {
        now += ms;
      },
      env: () => ({}),
    },
    async drive(work) {
      let over = false;
      const done = work.finally(() => {
        over = true;
      });
      done.catch(() => undefined);
      for (;;) {
        for (let count = 0; count < TURNS_TO_REST; count += 1) await turn();
        if (over) return done;
        let first: number | undefined;
        for (const [id, sleeper] of sleepers) {
          const best = first === undefined ? undefined : sleepers.get(first);
          if (best === undefined || sleeper.at < best.at) first = id;
        }
        const next = first === undefined ? undefined : sleepers.get(first);
        if (first === undefined || next === undefined) throw new Error('everything rests and nothing is waited for');
        sleepers.delete(first);
        now = Math.max(now, next.at);
        next.wake();
      }
    },
  };
}
