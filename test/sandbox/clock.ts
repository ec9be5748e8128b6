import { fileURLToPath, pathToFileURL } from 'node:url';

/** Accelerated time: every server of the sandbox and every child process read the same virtual now. */
export interface Clock {
  readonly rate: number;
  /** Virtual milliseconds since 1970. */
  now(): number;
  /** Virtual now as a Date. */
  date(): Date;
  /** Resolves after so many virtual milliseconds. */
  sleep(virtualMs: number): Promise<void>;
  /** Jumps forward. Children that already run do not see the jump; those started later do. */
  advance(virtualMs: number): void;
  /** What a child process needs to run on this clock; empty at rate 1 without a jump. */
  env(): Record<string, string>;
}

const preload = pathToFileURL(fileURLToPath(new URL('./clock-preload.mjs', import.meta.url))).href;

/** Makes a clock that starts at the real time and runs `rate` times as fast. */
export function createClock(options: { rate?: number } = {}): Clock {
  const rate = options.rate ?? 1;
  if (!(rate > 0)) throw new Error('the clock needs a rate above 0');
  const epoch = Date.now();
  let jumped = 0;
  const now = () => epoch + (Date.now() - epoch) * rate + jumped;
  return {
    rate,
    now,
    date: () => new Date(now()),
    sleep: (virtualMs) => new Promise((resolve) => setTimeout(resolve, virtualMs / rate)),
    advance(virtualMs) {
      jumped += virtualMs;
    },
    env() {
      if (rate === 1 && jumped === 0) return {};
      return {
        NODE_OPTIONS: `--import=${preload}`,
        SANDBOX_CLOCK_EPOCH_MS: String(epoch),
        SANDBOX_CLOCK_RATE: String(rate),
        SANDBOX_CLOCK_JUMP_MS: String(jumped),
      };
    },
  };
}
