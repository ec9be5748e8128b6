import { nameOf } from '../cockroach/types.ts';
import type { Observed } from '../reconcile/model/observed.ts';
import type { Plan, Wait } from '../reconcile/model/plan.ts';
import { duration } from '../support/clock.ts';
import { capitalized } from '../support/text.ts';

/** What the last reads show, and the plan that rests on them. */
interface Known {
  readonly plan: Plan;
  readonly observed: Observed;
}

/**
 * What a wait ended in, as a sentence without its full stop. A wait also ends where a state went wrong or where
 * something else has to come first, so nothing is said that the last reads do not show.
 * @returns undefined where there is nothing to say: other lines tell what follows
 */
export function endedText(wait: Wait, { plan, observed }: Known): string | undefined {
  switch (wait.kind) {
    case 'endpoint':
      return endpointEnded(wait, observed);
    case 'connection':
    case 'disconnected':
      return connectionEnded(wait, observed);
    case 'gone': {
      const isThere = observed.endpoints.some((one) => one.id === wait.subject && one.state !== 'deleted');
      return isThere ? undefined : `VPC endpoint ${wait.subject} is deleted`;
    }
    case 'service': {
      const path = plan.paths.find(({ members }) => members.some(({ cluster }) => cluster.id === wait.subject));
      const isThere = path?.service?.status === 'AVAILABLE';
      return isThere ? `Endpoint service of cluster ${clusterName(wait.subject, observed)} is available` : undefined;
    }
    default:
      return undefined;
  }
}

/** EC2 shows an endpoint as pending too while private DNS is turned on or off. */
function endpointEnded({ subject, change }: Wait, { endpoints }: Observed): string | undefined {
  const endpoint = endpoints.find((one) => one.id === subject);
  if (endpoint?.state !== 'available') return undefined;
  if (change === 'private-dns') return `Private DNS of ${subject} is ${endpoint.privateDns ? 'on' : 'off'}`;
  return `VPC endpoint ${subject} is available`;
}

function connectionEnded({ kind, subject }: Wait, { clusters }: Observed): string | undefined {
  const view = clusters.find(({ matches }) => matches.some(({ id }) => subject.startsWith(`${id}:`)));
  const cluster = view?.matches.find(({ id }) => subject.startsWith(`${id}:`));
  if (view === undefined || cluster === undefined) return undefined;
  const connection = view.connections.find((one) => `${cluster.id}:${one.endpointId}` === subject);
  const isOver = kind === 'disconnected' ? connection === undefined : connection?.status === 'AVAILABLE';
  if (!isOver) return undefined;
  const name = nameOf(cluster);
  return kind === 'disconnected' ? `Cluster ${name} is disconnected` : `Connection of cluster ${name} is available`;
}

function clusterName(clusterId: string, { clusters }: Observed): string {
  const found = clusters.flatMap((view) => view.matches).find((one) => one.id === clusterId);
  return found === undefined ? clusterId : nameOf(found);
}

/** Longer lines leave out who has to move; the line with which the wait began has it. */
const MAX_LINE = 120;
const MINUTE_MS = 60_000;

/** What is awaited while nothing changes: each wait with its state, for how long, and who has to move. */
export function awaitedText(waits: readonly Wait[], elapsedMs: number, remainingMs: number): string {
  const awaited = waits.map(({ what, seen }) => `${what} (${seen})`).join('; also for ');
  const line = `… Waiting for ${awaited}: ${duration(elapsedMs)} elapsed, times out in ${roughly(remainingMs)}`;
  const movers = new Set(waits.map(({ waitingOn }) => waitingOn));
  const whole = `${line}. ${capitalized([...movers].join('; '))}`;
  return movers.size === 1 && whole.length <= MAX_LINE ? whole : line;
}

/** Seconds count only where few minutes are left. */
function roughly(ms: number): string {
  return duration(ms < 2 * MINUTE_MS ? Math.max(0, ms) : ms - (ms % MINUTE_MS));
}

/** The line with which a wait begins, or shows another state after a while. */
export function waitingText({ what, waitingOn }: Wait, seen: string, time: string): string {
  return `… Waiting for ${what}: ${seen}${time}${time === '' ? `. ${capitalized(waitingOn)}` : ''}`;
}
