import { afterEach } from 'vitest';
import { probe } from '../../src/probe/probe.ts';
import type { ProbeResult } from '../../src/probe/types.ts';
import { createAuthority } from '../harness/certificates.ts';
import {
  type BlackHole,
  FIRST,
  type Peer,
  SECOND,
  speakTls,
  startBlackHole,
  startPeer,
} from '../harness/postgres-peers.ts';

export const HOST = 'internal-orders-abc.aws-us-east-1.cockroachlabs.cloud';
export const authority = createAuthority('CA of orders');
export const identity = authority.issue([HOST]);
export const servesTls = speakTls(() => identity, []);

const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

/** A server on this machine, until the test is over. */
export async function peer(...args: Parameters<typeof startPeer>): Promise<Peer> {
  const started = await startPeer(...args);
  open.push(started);
  return started;
}

/** An address that takes no connection and refuses none, until the test is over. */
export async function blackHole(address: string, port?: number): Promise<BlackHole> {
  const started = await startBlackHole(address, port);
  open.push(started);
  return started;
}

/** Probes the cluster `orders` at a port of this machine. */
export function probeAt(
  port: number,
  changes: { host?: string; addresses?: readonly string[]; signal?: AbortSignal; timeoutMs?: number } = {},
): Promise<ProbeResult> {
  const { host = HOST, addresses = [FIRST, SECOND], signal = new AbortController().signal, timeoutMs = 400 } = changes;
  return probe(
    {
      cluster: 'orders',
      host,
      port,
      endpointId: 'vpce-0a',
      vpcId: 'vpc-0a',
      privateDns: true,
      addresses,
      others: [],
      ca: authority.certificate,
    },
    { resolve: async () => addresses, signal, timeoutMs },
  );
}
