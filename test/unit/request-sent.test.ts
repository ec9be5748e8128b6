import { Agent, request } from 'node:http';
import { connect } from 'node:net';
import { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { nextRequestSent } from '../../src/startup/request-sent.ts';

/** A server with a thread of its own, which answers with the time at which the request arrived. */
const SERVER = `
  const { createServer } = require('node:http');
  const { parentPort } = require('node:worker_threads');
  createServer((_, response) => response.end(String(Date.now())))
    .listen(0, '127.0.0.1', function () { parentPort.postMessage(this.address().port); });
`;

function keepThread(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}

/** An agent whose connections take so long to be ready, as those do that agree on TLS with a server far away. */
function agentOf(port: number, readyAfterMs: number): Agent {
  const agent = new Agent();
  agent.createConnection = (_, ready) => {
    setTimeout(() => ready?.(null, connect(port, '127.0.0.1')), readyAfterMs);
    return undefined;
  };
  return agent;
}

describe('the next request', () => {
  it.each([0, 40])(
    'is sent before what keeps the thread afterwards, over a connection that takes %i ms',
    async (ms) => {
      const server = new Worker(SERVER, { eval: true });
      try {
        const port = await new Promise<number>((resolve) => server.once('message', resolve));
        const agent = ms === 0 ? undefined : agentOf(port, ms);
        // As in a run: much is done before the request in the same turn, and timers are next in the event loop.
        await new Promise((resolve) => setImmediate(resolve));
        keepThread(50);
        const sent = nextRequestSent(5_000);
        const arrivedAt = new Promise<number>((resolve, reject) => {
          request({ host: '127.0.0.1', port, agent }, (response) => {
            response.on('data', (time: Buffer) => resolve(Number(time)));
          })
            .on('error', reject)
            .end();
        });
        await sent;
        keepThread(1_000);
        const freeAt = Date.now();
        expect(freeAt - (await arrivedAt)).toBeGreaterThan(500);
      } finally {
        await server.terminate();
      }
    },
  );

  it('is not waited for where it never begins, or fails', async () => {
    const began = Date.now();
    await nextRequestSent(20);
    const failing = nextRequestSent(60_000);
    request({ host: '127.0.0.1', port: 1 })
      .on('error', () => undefined)
      .end();
    await failing;
    expect(Date.now() - began).toBeLessThan(30_000);
  });
});
