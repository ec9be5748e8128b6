import { afterEach, it } from 'vitest';
import { type Sandbox, type SandboxOptions, startSandbox } from '../sandbox/index.ts';

/**
 * How many times faster than real time processes and their sandbox run. The action's time-outs run on this clock too (10
 * virtual seconds to connect, 30 for a token), and a machine with a load of 15 must not be mistaken for a server that does
 * not answer. What needs more time than that is tried in memory.
 */
const RATE = 5;
/** How many scenarios of one file run beside each other: more would only make them wait for the processor. */
const MOST_AT_ONCE = 3;
const LONGEST_MS = 240_000;
const waiting: (() => void)[] = [];
let running = 0;

async function takeTurn(): Promise<() => void> {
  if (running >= MOST_AT_ONCE) await new Promise<void>((resolve) => waiting.push(resolve));
  else running += 1;
  return () => {
    const next = waiting.shift();
    if (next === undefined) running -= 1;
    else next();
  };
}

/** One test of processes in a world of its own, run beside others of its file and closed when it ends. */
export function scenario(name: string, options: SandboxOptions, play: (sandbox: Sandbox) => Promise<void>): void {
  it.concurrent(name, { timeout: LONGEST_MS }, async () => {
    const endTurn = await takeTurn();
    try {
      const sandbox = await startSandbox({ rate: RATE, ...options });
      try {
        await play(sandbox);
      } finally {
        await sandbox.close();
      }
    } finally {
      endTurn();
    }
  });
}

const open: Sandbox[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((sandbox) => sandbox.close()));
});

/** A sandbox for processes that is closed when the test ends. */
export async function sandboxFor(options: SandboxOptions): Promise<Sandbox> {
  const sandbox = await startSandbox({ rate: RATE, ...options });
  open.push(sandbox);
  return sandbox;
}
