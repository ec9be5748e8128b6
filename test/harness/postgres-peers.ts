import { once } from 'node:events';
import { connect, createServer, type Server, type Socket } from 'node:net';
import { setImmediate, setTimeout } from 'node:timers/promises';
import { createSecureContext, TLSSocket } from 'node:tls';
import { Worker } from 'node:worker_threads';
import type { Identity } from './certificates.ts';

/** The addresses of the endpoint under test, both on this machine. */
export const FIRST = '127.0.0.2';
export const SECOND = '127.0.0.3';

export interface Peer {
  readonly port: number;
  /** How many connections came, at which address. */
  readonly came: readonly string[];
  /** Resolves when no connection is open any more. */
  idle(): Promise<void>;
  close(): Promise<void>;
}

/** A server on one port of every address, that treats each connection the same way. */
export async function startPeer(
  treat: (socket: Socket, address: string) => void,
  addresses: readonly string[] = [FIRST, SECOND],
  wanted?: number,
): Promise<Peer> {
  const sockets = new Set<Socket>();
  const came: string[] = [];
  const servers: Server[] = [];
  const port = wanted ?? (await freePort());
  for (const address of addresses) {
    const server = createServer((socket) => {
      came.push(address);
      sockets.add(socket.on('error', () => {}).on('close', () => sockets.delete(socket)));
      treat(socket, address);
    });
    await listen(server, port, address);
    servers.push(server);
  }
  return {
    port,
    came,
    async idle() {
      await Promise.all([...sockets].map((socket) => once(socket, 'close')));
    },
    async close() {
      for (const socket of sockets) socket.destroy();
      await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
    },
  };
}

async function listen(server: Server, port: number, address: string): Promise<number> {
  server.listen(port, address);
  await once(server, 'listening');
  const bound = server.address();
  if (bound === null || typeof bound === 'string') throw new Error('not listening on a port');
  return bound.port;
}

/** A port at which nothing listens on any of the addresses. */
export async function freePort(addresses: readonly string[] = [FIRST, SECOND]): Promise<number> {
  for (let tries = 0; tries < 20; tries += 1) {
    const servers = addresses.map(() => createServer());
    let port = 0;
    try {
      for (const [index, server] of servers.entries()) port = await listen(server, port, addresses[index] ?? '');
      return port;
    } catch {
      // The first address has this port free and another has not.
    } finally {
      await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
    }
  }
  throw new Error(`no port is free on all of ${addresses.join(', ')}`);
}

/** Waits for a whole SSLRequest and checks it byte by byte as the protocol has it, then goes on. */
export function afterSslRequest(answer: (socket: Socket) => void): (socket: Socket) => void {
  return (socket) => {
    socket.once('data', (chunk) => {
      const right = chunk.length === 8 && chunk.readInt32BE(0) === 8 && chunk.readInt32BE(4) === 80877103;
      if (right) answer(socket);
      else socket.destroy();
    });
  };
}

/** What a TLS server saw of one client. */
export interface Seen {
  readonly servername: string;
  readonly bytes: number;
}

/** Answers `S` and completes TLS, noting the name asked for and how much is then said. */
export function speakTls(identityFor: (address: string) => Identity, seen: Seen[]) {
  return (socket: Socket, address: string) => {
    afterSslRequest(() => {
      const { certificate, key } = identityFor(address);
      let servername = '';
      let bytes = 0;
      socket.write('S');
      const secured = new TLSSocket(socket, {
        isServer: true,
        cert: certificate,
        key,
        SNICallback: (name, answer) => {
          servername = name;
          answer(null, createSecureContext({ cert: certificate, key }));
        },
      });
      secured.on('error', () => {});
      secured.on('data', (chunk: Buffer) => {
        bytes += chunk.length;
      });
      secured.on('close', () => seen.push({ servername, bytes }));
    })(socket);
  };
}

/** An address where connection requests are dropped without a word, as a security group does it. */
export interface BlackHole {
  readonly port: number;
  close(): Promise<void>;
}

const DEAF = `
const { parentPort, workerData } = require('node:worker_threads');
const server = require('node:net').createServer().listen({ ...workerData, backlog: 1 }, () => {
  parentPort.postMessage('listening');
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
});`;

/** A server that never accepts, its queue filled: the kernel drops every further SYN. */
export async function startBlackHole(address: string, wanted?: number): Promise<BlackHole> {
  const port = wanted ?? (await freePort());
  const worker = new Worker(DEAF, { eval: true, workerData: { host: address, port } });
  await once(worker, 'message');
  const fillers: Socket[] = [];
  const close = async () => {
    for (const filler of fillers) filler.destroy();
    await worker.terminate();
  };
  // Two in a row that hear nothing.
  for (let silent = 0; silent < 2; ) {
    if (fillers.length > 20) throw new Error(`${address}:${port} does not get full`);
    const filler = connect(port, address).on('error', () => {});
    fillers.push(filler);
    await setTimeout(100);
    // The network is looked at after the timers: a test that was busy all the time sees the connection now.
    await setImmediate();
    silent = filler.connecting ? silent + 1 : 0;
  }
  return { port, close };
}
