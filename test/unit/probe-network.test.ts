import type { Socket } from 'node:net';
import { describe, expect, it } from 'vitest';
import type { ProbeResult } from '../../src/probe/types.ts';
import { afterSslRequest, FIRST, freePort, SECOND } from '../harness/postgres-peers.ts';
import { blackHole, peer, probeAt, servesTls } from './probe-support.ts';

const shape = (result: ProbeResult) => result.checks.map((one) => `${one.check} ${one.ok ? 'ok' : 'fails'}`);

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
    expect(result.fix).toMatch(new RegExp(`^Allow TCP ${port} from this runner: check the security groups of vpce-0a`));
    expect(shape(result)).toEqual(['dns ok', 'tcp fails']);
    expect(result.certificateExpires).toBeUndefined();
  });

  it('one subnet is silent: its network ACL comes before the groups, which all interfaces share', async () => {
    const { port } = await blackHole(SECOND);
    await peer(servesTls, [FIRST], port);
    const result = await probeAt(port);
    expect(result).toMatchObject({ outcome: 'failed', code: 'probe-time-out' });
    expect(result.cause).toBe(`Nothing answers at ${SECOND}:${port} of vpce-0a within 0.4 s`);
    expect(result.fix).toMatch(new RegExp(`^Check the network ACL .*: ${FIRST} answers\\.$`));
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
    expect(result.cause).toContain(`The connection to ${FIRST}:${port}, ${SECOND}:${port} is closed before TLS`);
    expect(shape(result)).toEqual(['dns ok', 'tcp ok', 'ssl-request fails']);
  });

  it('reset at once, which may be seen as early as in connecting', async () => {
    const { port } = await peer((socket) => socket.resetAndDestroy());
    const result = await probeAt(port, { addresses: [FIRST] });
    expect(result).toMatchObject({ outcome: 'failed', code: 'probe-reset' });
    expect(result.cause).toMatch(new RegExp(`^The connection to ${FIRST}:${port} is closed before TLS \\(`));
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
    expect(result.cause).toContain('is closed during the TLS handshake');
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
    ['a long answer', 'x'.repeat(500), `"${'x'.repeat(40)}…"`],
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
    expect(result.fix).toMatch(/Security groups aren't the cause, as TCP connects\.$/);
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
    expect(result.fix).toMatch(/^Allow TCP/);
  });
});
