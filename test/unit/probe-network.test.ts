import { subscribe, unsubscribe } from 'node:diagnostics_channel';
import { getEventListeners } from 'node:events';
import type { Socket } from 'node:net';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { probe } from '../../src/probe/probe.ts';
import { isReached } from '../../src/probe/steps.ts';
import type { ProbeResult } from '../../src/probe/types.ts';
import { createAuthority } from '../harness/certificates.ts';
import {
  afterSslRequest,
  type BlackHole,
  FIRST,
  freePort,
  type Peer,
  SECOND,
  type Seen,
  speakTls,
  startBlackHole,
  startPeer,
} from '../harness/postgres-peers.ts';

const HOST = 'internal-orders-abc.aws-us-east-1.cockroachlabs.cloud';
const authority = createAuthority('CA of orders');
const identity = authority.issue([HOST]);
const open: { close(): Promise<void> }[] = [];
afterEach(async () => {
  await Promise.all(open.splice(0).map((one) => one.close()));
});

async function peer(...args: Parameters<typeof startPeer>): Promise<Peer> {
  const started = await startPeer(...args);
  open.push(started);
  return started;
}

async function blackHole(address: string, port?: number): Promise<BlackHole> {
  const started = await startBlackHole(address, port);
  open.push(started);
  return started;
}

function probeAt(
  port: number,
  changes: { host?: string; addresses?: readonly string[]; signal?: AbortSignal; timeoutMs?: number } = {},
): Promise<ProbeResult> {
  const { host = HOST, addresses = [FIRST, SECOND], signal = new AbortController().signal, timeoutMs = 400 } = changes;
  return probe(
    { cluster: 'orders', host, port, endpointId: 'vpce-0a', addresses, others: [], ca: authority.certificate },
    { resolve: async () => addresses, signal, timeoutMs },
  );
}

const shape = (result: ProbeResult) => result.checks.map((one) => `${one.check} ${one.ok ? 'ok' : 'fails'}`);
const servesTls = speakTls(() => identity, []);

// The whole of 127.0.0.0/8 is this machine only on Linux.
describe.runIf(process.platform === 'linux')('what goes wrong on the way', () => {
  it('nothing answers: security groups, network ACLs; inside, though nothing can be reached', async () => {
    const { port } = await blackHole(FIRST);
    await blackHole(SECOND, port);
    const result = await probeAt(port, { timeoutMs: 300 });
    expect(result).toMatchObject({
      outcome: 'failed',
      code: 'probe-time-out',
      cause: `Nothing answers at ${FIRST}:${port}, ${SECOND}:${port} of vpce-0a within 0.3 s`,
    });
    expect(result.fix).toMatch(new RegExp(`^Let TCP ${port} in from this runner: the security groups of vpce-0a`));
    expect(shape(result)).toEqual(['dns ok', 'tcp fails']);
    expect(result.certificateExpires).toBeUndefined();
  });

  it('one subnet is silent: its network ACL comes before the groups, which all interfaces share', async () => {
    const { port } = await blackHole(SECOND);
    await peer(servesTls, [FIRST], port);
    const result = await probeAt(port);
    expect(result).toMatchObject({ outcome: 'failed', code: 'probe-time-out' });
    expect(result.cause).toBe(`Nothing answers at ${SECOND}:${port} of vpce-0a within 0.4 s`);
    expect(result.fix).toMatch(new RegExp(`^From ${FIRST} there is an answer, so look at the network ACL`));
    expect(shape(result)).toEqual(['dns ok', 'tcp fails', 'ssl-request ok', 'tls ok']);
    expect(result.checks[1]?.detail).toBe(`${FIRST}:${port} connects; ${SECOND}:${port} does not answer`);
    expect(result.certificateExpires).toBeDefined();
  });

  it('refused', async () => {
    const port = await freePort();
    const result = await probeAt(port);
    expect(result).toMatchObject({
      outcome: 'failed',
      code: 'probe-refused',
      cause: `Connections to ${FIRST}:${port}, ${SECOND}:${port} of vpce-0a are refused`,
    });
    expect(shape(result)).toEqual(['dns ok', 'tcp fails']);
  });

  it('refused on one address only: every address must connect', async () => {
    const { port } = await peer(servesTls, [FIRST]);
    const result = await probeAt(port);
    expect(result).toMatchObject({ outcome: 'failed', code: 'probe-refused' });
    expect(result.cause).toBe(`Connections to ${SECOND}:${port} of vpce-0a are refused`);
  });

  it.each<[string, (socket: Socket) => void]>([
    ['closed at once', (socket) => socket.end()],
    ['reset on the SSLRequest', afterSslRequest((socket) => socket.resetAndDestroy())],
    ['closed on the SSLRequest', afterSslRequest((socket) => socket.end())],
  ])('%s: before TLS', async (_, treat) => {
    const { port } = await peer(treat);
    const result = await probeAt(port);
    expect(result).toMatchObject({ outcome: 'failed', code: 'probe-reset' });
    expect(result.cause).toContain(`The connection to ${FIRST}:${port}, ${SECOND}:${port} is cut before TLS`);
    expect(shape(result)).toEqual(['dns ok', 'tcp ok', 'ssl-request fails']);
  });

  it('reset at once, which may be seen as early as in connecting', async () => {
    const { port } = await peer((socket) => socket.resetAndDestroy());
    const result = await probeAt(port, { addresses: [FIRST] });
    expect(result).toMatchObject({ outcome: 'failed', code: 'probe-reset' });
    expect(result.cause).toMatch(new RegExp(`^The connection to ${FIRST}:${port} is cut before TLS \\(`));
    expect(result.checks.at(-1)).toMatchObject({ ok: false });
  });

  it.each<[string, (socket: Socket) => void]>([
    ['reset', (socket) => socket.resetAndDestroy()],
    ['closed', (socket) => socket.end()],
  ])('%s in the middle of the TLS handshake', async (_, cut) => {
    const { port } = await peer(
      afterSslRequest((socket) => {
        socket.once('data', () => cut(socket));
        socket.write('S');
      }),
    );
    const result = await probeAt(port);
    expect(result).toMatchObject({ outcome: 'failed', code: 'probe-reset' });
    expect(result.cause).toContain('is cut during the TLS handshake');
    expect(shape(result)).toEqual(['dns ok', 'tcp ok', 'ssl-request ok', 'tls fails']);
  });

  it('closed right behind the S', async () => {
    const { port } = await peer(afterSslRequest((socket) => socket.end('S')));
    const result = await probeAt(port, { timeoutMs: 5_000 });
    expect(result).toMatchObject({ outcome: 'failed', code: 'probe-reset' });
  });

  it('no TLS: N', async () => {
    const { port } = await peer(afterSslRequest((socket) => socket.write('N')));
    const result = await probeAt(port);
    expect(result).toMatchObject({
      outcome: 'failed',
      code: 'probe-not-postgres',
      cause: `The answer of ${FIRST}:${port}, ${SECOND}:${port} to the PostgreSQL SSLRequest is N: no TLS is offered`,
    });
    expect(shape(result)).toEqual(['dns ok', 'tcp ok', 'ssl-request fails']);
  });

  it.each([
    ['HTTP', 'HTTP/1.1 400 Bad Request\r\n\r\n', '"HTTP/1.1 400 Bad Request\\r\\n\\r\\n"'],
    ['a PostgreSQL error', 'E\0\0\0\x0bMno\0\0', '"E\\u0000\\u0000\\u0000\\u000bMno\\u0000\\u0000"'],
    ['plain text slipped in behind the S', 'SE', '"SE"'],
    ['a long answer', 'x'.repeat(500), `"${'x'.repeat(40)}"…`],
  ])('%s is no S, and is shown without its control characters', async (_, answer, shown) => {
    const { port } = await peer(afterSslRequest((socket) => socket.write(answer)));
    const result = await probeAt(port, { addresses: [FIRST] });
    expect(result).toMatchObject({
      outcome: 'failed',
      code: 'probe-not-postgres',
      cause: `The answer of ${FIRST}:${port} to the PostgreSQL SSLRequest is ${shown} instead of S`,
    });
  });

  it('S and then no TLS', async () => {
    const { port } = await peer(
      afterSslRequest((socket) => {
        socket.once('data', () => socket.write('HTTP/1.1 400 Bad Request\r\n\r\n'));
        socket.write('S');
      }),
    );
    const result = await probeAt(port);
    expect(result).toMatchObject({ outcome: 'failed', code: 'probe-not-postgres' });
    expect(result.cause).toMatch(/^TLS with .* fails, though the SSLRequest is answered with S \(ERR_SSL_/);
  });

  it('TCP connects and then nothing is said', async () => {
    const { port } = await peer(() => {});
    const result = await probeAt(port, { timeoutMs: 200 });
    expect(result).toMatchObject({
      outcome: 'failed',
      code: 'probe-time-out',
      cause: `TCP to ${FIRST}:${port}, ${SECOND}:${port} connects, but the PostgreSQL SSLRequest is not answered within 0.2 s`,
    });
    expect(result.fix).toMatch(/^Security groups are not the cause/);
    expect(shape(result)).toEqual(['dns ok', 'tcp ok', 'ssl-request fails']);
  });

  it('TLS hangs', async () => {
    const { port } = await peer(afterSslRequest((socket) => socket.write('S')));
    const result = await probeAt(port, { timeoutMs: 200 });
    expect(result).toMatchObject({
      outcome: 'failed',
      code: 'probe-time-out',
      cause: `TLS with ${FIRST}:${port}, ${SECOND}:${port} does not finish within 0.2 s, though the SSLRequest is answered with S`,
    });
    expect(result.fix).toContain('MTU');
    expect(shape(result)).toEqual(['dns ok', 'tcp ok', 'ssl-request ok', 'tls fails']);
  });

  it('two faults at once: what comes sooner on the way is told', async () => {
    const { port } = await peer(
      afterSslRequest((socket) => socket.write('N')),
      [FIRST],
    );
    const result = await probeAt(port);
    expect(result).toMatchObject({ code: 'probe-refused' });
    expect(result.checks.map((one) => one.detail).slice(1)).toEqual([
      `${FIRST}:${port} connects; ${SECOND}:${port} refuses the connection`,
      `${FIRST}:${port} answers "N"`,
    ]);
  });

  it('two kinds of silence are not one: only the sooner is told', async () => {
    const { port } = await blackHole(SECOND);
    await peer((socket) => socket.resume(), [FIRST], port);
    const result = await probeAt(port, { timeoutMs: 200 });
    expect(result.cause).toBe(`Nothing answers at ${SECOND}:${port} of vpce-0a within 0.2 s`);
    expect(result.fix).toMatch(/^Let TCP/);
  });
});

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
