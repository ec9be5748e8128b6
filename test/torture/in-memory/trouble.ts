/** What befalls a run inside this process. */
export interface Trouble {
  /** At which request of the run, from 1; of the writes where `writes` is set. */
  readonly at: number;
  readonly writes: boolean;
  /** `lose`: the answer is lost; `kill`: the run ends there; `freeze`: it stands still for a while. */
  readonly how: 'lose' | 'kill' | 'freeze';
  readonly when: 'before' | 'after';
  /** How long a freeze lasts; less than the decision time if not given. */
  readonly ms?: number;
}

/** Ends a run from outside. No error of the project's own: nothing may catch it. */
export class Killed extends Error {
  override readonly name = 'Killed';
}

/** How long a frozen run stands still: less than the decision time, which is what the guarantee allows. */
const FREEZE_MS = 20_000;

export interface Line {
  /** Carries a request to its effect, with the trouble that befalls it. */
  carry<T>(write: boolean, effect: () => T): Promise<T>;
}

/**
 * The line between a run and the world.
 * @param wait waits for the run's turn, or for some time
 */
export function createLine(
  trouble: Trouble | undefined,
  wait: { turn(write: boolean): Promise<void>; sleep(ms: number): Promise<void> },
): Line {
  let requests = 0;
  let dead = false;
  return {
    async carry(write, effect) {
      await wait.turn(write);
      if (dead) throw new Killed();
      if (trouble === undefined || (trouble.writes && !write)) return effect();
      requests += 1;
      if (requests !== trouble.at) return effect();
      if (trouble.how === 'freeze') {
        await wait.sleep(trouble.ms ?? FREEZE_MS);
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
