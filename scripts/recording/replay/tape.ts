import type { Exchange } from '../read.ts';
import { keyOf } from './questions.ts';

/** An exchange of the recording with its body, which the file may only name. */
export interface Recorded {
  readonly exchange: Exchange;
  readonly body: unknown;
  readonly key: string;
  /** True for a request that changes something at AWS, CockroachDB Cloud or GitHub. */
  readonly isWrite: boolean;
  readonly endedAt: number;
}

/** How a request of the replayed run was matched. */
export interface Match {
  readonly recorded: Recorded;
  /** `exact`: the same parameters. `similar`: the same call with others. */
  readonly how: 'exact' | 'similar';
}

/** The recorded answers, and how far a replay has come with them. */
export interface Tape {
  /** The answer to the next request of a key; undefined where the recording has no such call. */
  next(asked: { readonly call: string; readonly service: string; readonly key: string }): Match | undefined;
  /** Writes of the recording that were not sent. */
  unsent(): Recorded[];
  /** True once every recorded exchange was served. */
  isOver(): boolean;
}

/**
 * Recorded answers by what was asked. Several answers to the same question are given in their order. What is read after
 * a change is answered with what was recorded after it, and before it with what was recorded before: a change is what
 * causes another answer. Otherwise the order of requests is free.
 */
export function createTape(exchanges: readonly Exchange[]): Tape {
  const all = withBodies(exchanges);
  const writes = all.filter(({ isWrite }) => isWrite);
  const served = new Set<Recorded>();
  const byKey = Map.groupBy(all, ({ key }) => key);
  const byCall = Map.groupBy(all, ({ exchange }) => `${exchange.service} ${exchange.call}`);

  /** What was known of the changes that were made: all that had ended before it, and none that came after it. */
  function isOfNow({ exchange, endedAt }: Recorded): boolean {
    return writes.every((write) =>
      served.has(write) ? write.exchange.start <= endedAt : write.endedAt > exchange.start,
    );
  }

  function choose(candidates: readonly Recorded[]): Recorded | undefined {
    const [first] = candidates;
    if (first === undefined) return undefined;
    if (first.isWrite) return candidates.find((one) => !served.has(one)) ?? candidates.at(-1);
    const ofNow = candidates.filter(isOfNow);
    // Where nothing was recorded between two changes, what was read last before them is the nearest.
    const reached = candidates.filter((one) =>
      writes.every((write) => served.has(write) || write.endedAt > one.exchange.start),
    );
    const some = ofNow.length > 0 ? ofNow : reached.slice(-1);
    return some.find((one) => !served.has(one)) ?? some.at(-1) ?? first;
  }

  return {
    next({ call, service, key }) {
      const exact = choose(byKey.get(key) ?? []);
      const recorded = exact ?? choose(byCall.get(`${service} ${call}`) ?? []);
      if (recorded === undefined) return undefined;
      served.add(recorded);
      return { recorded, how: exact === undefined ? 'similar' : 'exact' };
    },
    unsent: () => writes.filter((one) => !served.has(one)),
    isOver: () => all.every((one) => served.has(one)),
  };
}

function withBodies(exchanges: readonly Exchange[]): Recorded[] {
  const bodies = new Map<number, unknown>();
  return exchanges.map((exchange) => {
    const body = exchange.same === undefined ? exchange.body : bodies.get(exchange.same);
    bodies.set(exchange.n, body);
    return {
      exchange,
      body,
      key: keyOf(exchange.call, exchange.params ?? {}),
      isWrite: isWrite(exchange),
      endedAt: exchange.start + exchange.ms,
    };
  });
}

function isWrite({ service, call }: Exchange): boolean {
  if (service === 'ec2') return !call.startsWith('Describe');
  if (service === 'cloud' || service === 'github') return !call.startsWith('GET ') && call !== 'POST /graphql';
  return false;
}
