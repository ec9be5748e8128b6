import type { StepOptions } from '../harness/step.ts';
import type { LoggedRequest, MemorySandbox } from '../sandbox/index.ts';
import type { RunTime } from '../sandbox/virtual-time.ts';

/** The options of a run that may be given to more than one sort of run. */
type TimeOptions = Pick<StepOptions, 'onTime'>;

/** Lets the wall clock of the next run's machine step at its n-th request, the moment before it takes effect. */
export function steppingAt(box: MemorySandbox, n: number, ms: number): TimeOptions {
  let requests = 0;
  const time = timeOfNextRun();
  whenRequested(box, () => {
    requests += 1;
    if (requests === n) time.now().stepWall(ms);
  });
  return time.options;
}

/** How a run stands still, and what goes on meanwhile. */
export interface Freeze {
  readonly how: 'stopped' | 'suspended';
  /** At the request that fits, when it has taken effect and its answer is about to arrive. */
  readonly at: (request: LoggedRequest) => boolean;
  /** So many milliseconds after that answer arrived instead. */
  readonly afterMs?: number;
  /** What happens meanwhile, until the run goes on. */
  meanwhile(): Promise<unknown>;
}

/** Freezes the next run once. Nothing of it goes on until what happens meanwhile is over. */
export function freezing(box: MemorySandbox, { how, at, afterMs, meanwhile }: Freeze): TimeOptions {
  const time = timeOfNextRun();
  let door: string | undefined;
  let frozen = false;
  box.onRequest(async ({ request, when }) => {
    door ??= request.door;
    if (frozen || when !== 'after' || request.door !== door || !at(request)) return undefined;
    frozen = true;
    if (afterMs === undefined) return standStill();
    void box.clock.sleep(afterMs).then(standStill);
    return undefined;
  });
  async function standStill(): Promise<undefined> {
    time.now().freeze(how);
    await meanwhile();
    time.now().thaw();
  }
  return time.options;
}

function whenRequested(box: MemorySandbox, play: (request: LoggedRequest) => void): void {
  box.onRequest(({ request, when }) => {
    if (when === 'before') play(request);
  });
}

function timeOfNextRun(): { options: TimeOptions; now(): RunTime } {
  let given: RunTime | undefined;
  return {
    options: {
      onTime: (time) => {
        given = time;
      },
    },
    now() {
      if (given === undefined) throw new Error('the run has not begun');
      return given;
    },
  };
}
