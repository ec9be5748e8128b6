import { type Clock, duration } from './clock.ts';
import { shortened } from './errors.ts';

/** A log that is silent for longer than this looks like a run that hangs. */
const SILENCE_MS = 12_000;
/** A retry that is over so soon is a hiccup. */
const HICCUP_MS = 2_000;
/** Calls at the same time fail alike; said once in this time. */
const ALIKE_MS = 1_000;
const LONGEST_REASON = 60;

/** A try that failed and is followed by another one. */
interface FailedTry {
  readonly number: number;
  /** What answered, or what came in place of an answer. */
  readonly why: string;
  readonly delayMs: number;
  /** For how long it is tried again at most. */
  readonly leftMs: number;
  /** The caller says it in words of its own. */
  readonly isTold?: boolean;
}

/** One call while it lasts. */
interface Followed {
  sent(): void;
  failed(failure: FailedTry): void;
  ended(): void;
}

/** What a run waits for at the moment, said in the log so that no silence is long. */
export interface Progress {
  /**
   * @param what the call: `EC2 DescribeVpcs`
   * @param isAwaited other calls wait for it, so that it stands for them
   */
  follow(what: string, isAwaited?: boolean): Followed;
}

interface Entry {
  what: string;
  isAwaited: boolean;
  since: number;
  /** When the next try is sent, and why the last one failed; undefined while an answer is waited for. */
  pause: { until: number; why: string } | undefined;
}

/**
 * Follows the calls of one run.
 * @param tell.line the normal log
 */
export function createProgress(tell: {
  clock: Clock;
  line(text: string): void;
}): Progress & { heard(): void; watch(over: AbortSignal): Promise<void> } {
  const { clock } = tell;
  const entries = new Set<Entry>();
  const told = new Map<string, number>();
  let heardAt = clock.now();

  function sayFailed(what: string, began: number, { number, why, delayMs, leftMs, isTold }: FailedTry): void {
    const now = clock.now();
    const reason = shortened(why, LONGEST_REASON);
    const line = `… ${what}: ${reason} (try ${number}); next try in ${duration(delayMs)}, times out in ${duration(leftMs)}`;
    const key = `${what.split(' ')[0]} ${reason}`;
    const isHiccup = now + delayMs - began < HICCUP_MS;
    const isAlike = now - (told.get(key) ?? Number.NEGATIVE_INFINITY) < ALIKE_MS;
    if (isTold === true || isHiccup || isAlike) return;
    told.set(key, now);
    tell.line(line);
  }

  /** The call that lasts longest stands for all, unless the others wait for another one. */
  function sayWaiting(): void {
    const all = [...entries];
    const first = all.find((one) => one.isAwaited) ?? all[0];
    if (first === undefined) return;
    const more = all.filter((one) => one !== first);
    const now = clock.now();
    const { what, since, pause } = first;
    const state =
      pause === undefined
        ? `no answer for ${duration(now - since)}`
        : `${pause.why}, next try in ${duration(pause.until - now)}`;
    tell.line(`… Waiting for ${what}: ${state}${more.length === 0 ? '' : ` (and ${more.length} more)`}`);
  }

  return {
    heard() {
      heardAt = clock.now();
    },
    follow(what, isAwaited = false) {
      const began = clock.now();
      const entry: Entry = { what, isAwaited, since: began, pause: undefined };
      entries.add(entry);
      return {
        sent() {
          Object.assign(entry, { since: clock.now(), pause: undefined });
        },
        failed(failure) {
          entry.pause = { until: clock.now() + failure.delayMs, why: shortened(failure.why, LONGEST_REASON) };
          sayFailed(what, began, failure);
        },
        ended: () => void entries.delete(entry),
      };
    },
    async watch(over) {
      while (!over.aborted) {
        const dueMs = heardAt + SILENCE_MS - clock.now();
        if (dueMs <= 0) {
          sayWaiting();
          heardAt = clock.now();
        }
        await clock.sleep(Math.max(dueMs, 0) || SILENCE_MS, over).catch(() => undefined);
      }
    },
  };
}
