import { request } from 'node:http';
import { Worker } from 'node:worker_threads';
import { expect, it } from 'vitest';
import { letRequestLeave } from '../../src/support/request-leaves.ts';

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

it('a request leaves before what keeps the thread afterwards, however long the turn took in which it was begun', async () => {
  const server = new Worker(SERVER, { eval: true });
  try {
    const port = await new Promise<number>((resolve) => server.once('message', resolve));
    // As in a run: what comes before the request takes longer than any pause after it, and timers are next in the event loop.
    await new Promise((resolve) => setImmediate(resolve));
    keepThread(50);
    const arrivedAt = new Promise<number>((resolve, reject) => {
      request({ host: '127.0.0.1', port }, (response) => {
        response.on('data', (time: Buffer) => resolve(Number(time)));
      })
        .on('error', reject)
        .end();
    });
    await letRequestLeave();
    keepThread(1_000);
    const freeAt = Date.now();
    expect(freeAt - (await arrivedAt)).toBeGreaterThan(500);
  } finally {
    await server.terminate();
  }
});
