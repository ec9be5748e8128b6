import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { getEventListeners } from 'node:events';
import type { Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { isReached } from '../../src/probe/steps.ts';
import {
  afterSslRequest,
  type BlackHole,
  FIRST,
  SECOND,
  type Seen,
  speakTls,
  startBlackHole,
} from '../harness/postgres-peers.ts';
import { authority, HOST, identity, peer, probeAt, servesTls } from './probe-support.ts';

describe.runIf(process.platform === 'linux')('what the probe does to the server', () => {
  it('asks every address by the host name, says nothing over TLS and hangs up', async () => {
    const seen: Seen[] = [];
    const server = await peer(speakTls(() => identity, seen));
    const result = await probeAt(server.port, { host: `${HOST}.` });
    expect(result).toMatchObject({ outcome: 'proved' });
    await expect.poll(() => seen).toHaveLength(2);
    await server.idle();
    expect([...server.came].sort()).toEqual([FIRST, SECOND]);
    expect(seen).toEqual([
      { servername: HOST, bytes: 0 },
      { servername: HOST, bytes: 0 },
    ]);
  });

  it('leaves no timer, no socket and no listener behind', async () => {
    const made: Socket[] = [];
    const note = (message: unknown) => made.push((message as { socket: Socket }).socket);
    const { port } = await peer(servesTls);
    const controller = new AbortController();
    subscribe('net.client.socket', note);
    vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
    try {
      const result = await probeAt(port, { signal: controller.signal });
      expect(result).toMatchObject({ outcome: 'proved' });
      expect(vi.getTimerCount()).toBe(0);
    } finally {
      vi.useRealTimers();
      unsubscribe('net.client.socket', note);
    }
    expect(made).toHaveLength(2);
    for (const socket of made) {
      expect(socket.destroyed).toBe(true);
      expect(socket.listenerCount('data')).toBe(0);
    }
    expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
  });

  it('reports the certificate that ends first', async () => {
    const from = new Date('2020-01-01T00:00:00Z');
    const ends = { [FIRST]: new Date('2051-01-01T00:00:00Z'), [SECOND]: new Date('2050-01-01T00:00:00Z') };
    const identities = Object.fromEntries(
      Object.entries(ends).map(([address, until]) => [address, authority.issue([HOST], { from, until })]),
    );
    const { port } = await peer(speakTls((address) => identities[address] ?? identity, []));
    const result = await probeAt(port);
    expect(result).toMatchObject({ outcome: 'proved', certificateExpires: '2050-01-01T00:00:00.000Z' });
  });

  it('a second mention of an address is not a second try', async () => {
    const server = await peer(servesTls);
    const result = await probeAt(server.port, { addresses: [FIRST, FIRST] });
    expect(result.outcome).toBe('proved');
    expect(server.came).toEqual([FIRST]);
  });

  it.each<[string, (socket: Socket) => void]>([
    ['the SSLRequest', (socket) => socket.resume()],
    ['TLS', afterSslRequest((socket) => socket.write('S'))],
    ['the rest of an answer', afterSslRequest((socket) => socket.write('garbage'))],
  ])('hangs up also when it waited in vain: %s', async (_, treat) => {
    const server = await peer(treat);
    await probeAt(server.port, { timeoutMs: 100 });
    await server.idle();
    expect(server.came).toHaveLength(2);
  });
});

describe.runIf(process.platform === 'linux')('an abort', () => {
  let hole: BlackHole;
  beforeAll(async () => {
    hole = await startBlackHole(FIRST);
  });
  afterAll(() => hole.close());

  async function abortedAfter(ms: number, port: number): Promise<AbortSignal> {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), ms);
    const started = performance.now();
    const run = probeAt(port, { addresses: [FIRST], signal: controller.signal, timeoutMs: 20_000 });
    await expect(run).rejects.toMatchObject({ code: 'cancelled' });
    expect(performance.now() - started).toBeLessThan(1_500);
    return controller.signal;
  }

  it('ends a connection attempt', async () => {
    const signal = await abortedAfter(100, hole.port);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  it.each<[string, (socket: Socket) => void]>([
    ['the wait for an answer', (socket) => socket.resume()],
    ['a TLS handshake', afterSslRequest((socket) => socket.write('S'))],
  ])('ends %s and closes the socket', async (_, treat) => {
    const server = await peer(treat);
    const signal = await abortedAfter(150, server.port);
    await server.idle();
    expect(server.came).toHaveLength(1);
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  it('ends the attempt to reach an address from outside', async () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 100);
    const limits = { signal: controller.signal, timeoutMs: 20_000 };
    await expect(isReached(FIRST, hole.port, limits)).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('before the start lets nothing begin', async () => {
    const server = await peer(() => {});
    await expect(probeAt(server.port, { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'cancelled' });
    expect(server.came).toEqual([]);
  });
});
