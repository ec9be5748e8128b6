import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import { describe, expect, it } from 'vitest';
import { type CloudClient, createCloudClient } from '../../src/cockroach/client.ts';
import { systemNetwork } from '../../src/network.ts';
import { systemClock } from '../../src/support/clock.ts';

const REFUSED = 'HTTP/1.1 407 Proxy Authentication Required\r\nContent-Length: 0\r\n\r\n';

/** A proxy that takes the first connection and never answers CONNECT on it. */
async function proxyThatHangs(): Promise<{ address: string; connects: () => number; close: () => void }> {
  let connects = 0;
  const server = createServer((socket) => {
    socket.on('error', () => undefined);
    socket.once('data', () => {
      connects += 1;
      if (connects > 1) socket.end(REFUSED);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return { address, connects: () => connects, close: () => void server.close() };
}

describe('a proxy that does not answer CONNECT', () => {
  it.concurrent.each([
    ['a read', (cloud: CloudClient) => cloud.listClusters()],
    ['a change, which was never sent', (cloud: CloudClient) => cloud.addConnection('c', 'vpce-1')],
  ] as const)('is tried again, long before a run gives up: %s', { timeout: 60_000 }, async (_, ask) => {
    const proxy = await proxyThatHangs();
    const http = systemNetwork({ HTTPS_PROXY: proxy.address }).cloud();
    const cloud = createCloudClient({
      baseUrl: new URL('https://cloud.invalid'),
      apiKey: 'key',
      userAgent: 'test',
      clock: systemClock,
      signal: new AbortController().signal,
      deadline: systemClock.now() + 600_000,
      http,
      debug: () => undefined,
    });
    await expect(ask(cloud)).rejects.toMatchObject({
      code: 'cloud-unavailable',
      message: expect.stringContaining('the proxy requires valid credentials'),
    });
    expect(proxy.connects()).toBe(2);
    proxy.close();
    await (await http).close();
  });
});
