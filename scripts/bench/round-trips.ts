import { ids, type LoggedRequest, type Sandbox, standardWorld, startSandbox } from '../../test/sandbox/index.ts';
import { cost } from './child.ts';
import { action } from './programs.ts';

/** How many requests stand one after another: each is one round later than the last whose answer it can have seen. */
export function rounds(requests: readonly LoggedRequest[], latencyMs: number): number {
  const found: { endedAt: number; round: number }[] = [];
  for (const { realAt } of requests) {
    const before = found.filter(({ endedAt }) => endedAt <= realAt).map(({ round }) => round);
    found.push({ endedAt: realAt + latencyMs, round: 1 + Math.max(0, ...before) });
  }
  return Math.max(0, ...found.map(({ round }) => round));
}

/** Every change is there as soon as it is asked for. */
export const AT_ONCE = { acceptance: 0, available: 0, connection: 0, dns: 0, createEndpoint: 0 };

/** A world whose path is finished; as long as it is open, runs find nothing to do. */
export async function finishedWorld(): Promise<Sandbox> {
  const sandbox = await startSandbox({ ...standardWorld(), rate: 1, settings: { seconds: AT_ONCE } });
  await cost(action(), sandbox);
  return sandbox;
}

/**
 * Far above what a busy machine adds, so that requests of one round can be told from those that waited for an answer.
 */
const LATENCY_MS = 400;

/** What a run that finds nothing to do asks, with the cluster given by its ID and by its name. */
export async function finishedPathTrips(sandbox: Sandbox): Promise<{ by: string; requests: number; rounds: number }[]> {
  const before = sandbox.settings.latencyMs;
  sandbox.settings.latencyMs = LATENCY_MS;
  const trips = [];
  for (const [by, cluster] of [
    ['ID', ids.standardCluster],
    ['name', ids.standardName],
  ] as const) {
    const seen = sandbox.requests.length;
    await cost(action({ cluster }), sandbox);
    const requests = sandbox.requests.slice(seen);
    trips.push({ by, requests: requests.length, rounds: rounds(requests, LATENCY_MS) });
  }
  sandbox.settings.latencyMs = before;
  return trips;
}
