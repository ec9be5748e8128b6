import type { Clock } from '../../../src/support/clock.ts';
import { wallTime } from '../../../src/support/moment.ts';

/** What befalls a run inside this process. */
export interface Trouble {
  /** At which request of the run, from 1; of the writes where `writes` is set. */
  readonly at: number;
  readonly writes: boolean;
  /**
   * `lose`: the answer is lost; `kill`: the run ends there; `freeze`: it stands still for a while before it sends the request;
   * `suspend`: its machine does, and with it the monotonic clock; `delay`: the request is under way for as long.
   */
  readonly how: 'lose' | 'kill' | 'freeze' | 'suspend' | 'delay';
  readonly when: 'before' | 'after';
  /** How long that lasts; less than the decision time if not given. */
  readonly ms?: number;
}

/** Ends a run from outside. No error of the project's own: nothing may catch it. */
export class Killed extends Error {
  override readonly name = 'Killed';
}

/** How long a frozen run stands still: less than the decision time, which is what the guarantee allows. */
const FREEZE_MS = 20_000;

export interface Line {
  /**
   * Carries a request to its effect, with the trouble that befalls it.
   * @param send is called when nothing is left but to send it, and may refuse
   */
  carry<T>(write: boolean, effect: () => T, send?: () => void): Promise<T>;
  readonly clock: Clock;
}

/**
 * The line between a run and the world.
 * @param wait waits for the run's turn, or for some time
 */
export function createLine(
  trouble: Trouble | undefined,
  wait: { now(): number; turn(write: boolean): Promise<void>; sleep(ms: number): Promise<void> },
): Line {
  let requests = 0;
  let dead = false;
  let stood = 0;
  const clock: Clock = { now: () => wait.now() - stood, wall: () => wallTime(wait.now()), sleep: wait.sleep };
  return {
    clock,
    async carry(write, effect, send = () => undefined) {
      await wait.turn(write);
      if (dead) throw new Killed();
      const sent = () => {
        send();
        return effect();
      };
      if (trouble === undefined || (trouble.writes && !write)) return sent();
      requests += 1;
      if (requests !== trouble.at) return sent();
      const ms = trouble.ms ?? FREEZE_MS;
      if (trouble.how === 'freeze' || trouble.how === 'suspend') {
        await wait.sleep(ms);
        if (trouble.how === 'suspend') stood += ms;
        return sent();
      }
      send();
      if (trouble.how === 'delay') {
        await wait.sleep(ms);
        return effect();
      }
      if (trouble.when === 'after') effect();
      if (trouble.how === 'kill') {
        dead = true;
        throw new Killed();
      }
      // Reads are repeated by the clients until they are answered.
      if (!write) return effect();
      throw Object.assign(new Error('socket hang up'), { code: 'ECONNRESET' });
    },
  };
}
