import { setImmediate as endOfTurn, setTimeout as realTime } from 'node:timers/promises';

/** Enough for a connection that is taken at once. */
const ON_THE_WIRE_MS = 2;

/**
 * Lets a request that was just begun leave, before work that keeps the thread, such as loading code, would hold it back.
 * A timer alone does not do: it counts from the beginning of the turn of the event loop, and may be over before anything is sent.
 */
export async function letRequestLeave(): Promise<void> {
  await endOfTurn();
  await realTime(ON_THE_WIRE_MS);
}
