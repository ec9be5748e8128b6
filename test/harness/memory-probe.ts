import type { ProbeNetwork } from '../../src/probe/types.ts';
import type { Clock } from '../../src/support/clock.ts';
import type { VpcRunner } from '../sandbox/vpc-runner.ts';

const DAY_MS = 86_400_000;

/** The resolver and the sockets of a runner inside the VPC, on the time of its run. What serves at all serves as it should. */
export function memoryProbe(inside: VpcRunner, clock: Clock): ProbeNetwork {
  return {
    async resolve(host) {
      return inside.lookUp(host);
    },
    async isReached(address) {
      return inside.serves(address);
    },
    async walk(address, { host }) {
      if (!inside.serves(address)) return { address, fault: { step: 'tcp', kind: 'silent' }, certificate: undefined };
      const [from, until] = [new Date(clock.wall() - DAY_MS), new Date(clock.wall() + 90 * DAY_MS)];
      return { address, fault: undefined, certificate: { from, until, names: [host], issuer: 'CN=sandbox' } };
    },
  };
}
