import { findService } from './aws/ec2-actions/views.ts';
import type { Endpoint, Eni } from './types.ts';
import type { WorldState } from './world.ts';

/**
 * The resolver of a VPC keeps an answer for 300 s at most, also the one that there is no such name.
 * Source: repost.aws QUvpuFJT94QXefYL1jJuvKTw, aws/aws-app-mesh-roadmap 221.
 */
const KEPT_MS = 300_000;
/** The TTL of the records that AWS makes for an endpoint. */
const ENDPOINT_MS = 60_000;

/** What a runner gets from its resolver and from the addresses of endpoints. */
export interface VpcRunner {
  /** A runner on the internet: another resolver, and no way to private addresses. */
  isOutside: boolean;
  /** Makes the resolver fail, with this error, while it is set. */
  failure: Error | undefined;
  /** The answer for names that no endpoint of the VPC has: public records, or those of a zone of one's own. */
  records: readonly string[];
  /** Times at which somebody asked the resolver. */
  readonly asked: number[];
  /** The resolver's answer, which it keeps. */
  lookUp(host: string): readonly string[];
  /** True where an endpoint takes connections at the address. */
  serves(address: string): boolean;
}

/** A runner in a VPC of the world, until a test says otherwise. */
export function vpcRunner(world: WorldState, vpcId: string): VpcRunner {
  const kept = new Map<string, { readonly answer: readonly string[]; readonly until: number }>();
  const enisOf = ({ id }: Endpoint) => [...world.tables.eni.values()].filter((eni) => eni.endpointId === id);
  const servedBy = (eni: Eni) => world.tables.endpoint.get(eni.endpointId)?.state === 'available';

  function ownAnswer(host: string): string[] {
    const holder = [...world.tables.endpoint.values()].find(
      (one) =>
        one.vpcId === vpcId &&
        one.privateDnsEnabled &&
        one.state === 'available' &&
        findService(world, one.serviceName)?.privateDnsName === host,
    );
    return holder === undefined ? [] : enisOf(holder).map((eni) => eni.ip);
  }

  const runner: VpcRunner = {
    isOutside: false,
    failure: undefined,
    records: [],
    asked: [],
    lookUp(host) {
      const now = world.now();
      runner.asked.push(now);
      world.tick();
      if (runner.failure !== undefined) throw runner.failure;
      const old = kept.get(host);
      if (old !== undefined && now < old.until) return old.answer;
      const own = runner.isOutside ? [] : ownAnswer(host);
      const answer = own.length > 0 ? own : runner.records;
      kept.set(host, { answer, until: now + (own.length > 0 ? ENDPOINT_MS : KEPT_MS) });
      return answer;
    },
    serves(address) {
      world.tick();
      return !runner.isOutside && [...world.tables.eni.values()].some((eni) => eni.ip === address && servedBy(eni));
    },
  };
  return runner;
}
