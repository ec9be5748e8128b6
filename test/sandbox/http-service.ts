import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { exchange, type ServiceContext, type ServiceDefinition } from './exchange.ts';

/** Serves one service on a free port of 127.0.0.1. */
export async function startHttpService(
  definition: ServiceDefinition,
  context: ServiceContext,
): Promise<{ url: string; close(): Promise<void> }> {
  const server = createServer((incoming, outgoing) => {
    void serve(definition, context, { incoming, outgoing });
  });
  server.keepAliveTimeout = 60_000;
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

async function serve(
  definition: ServiceDefinition,
  context: ServiceContext,
  { incoming, outgoing }: { incoming: IncomingMessage; outgoing: ServerResponse },
): Promise<void> {
  incoming.on('error', () => {});
  outgoing.on('error', () => {});
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
  } catch {
    return; // the client went away before it had asked
  }
  const { method = 'GET', url: path = '/', headers, socket } = incoming;
  const body = Buffer.concat(chunks).toString('utf8');
  const outcome = await exchange(definition, context, { method, path, headers, body });
  if (outcome.kind === 'drop') socket.destroy();
  else if (outcome.kind === 'reset') socket.resetAndDestroy();
  // A request without an answer is left open until the client or close() ends it.
  if (outcome.kind !== 'answer' && outcome.kind !== 'cut') return;
  const bytes = Buffer.from(outcome.body);
  outgoing.writeHead(outcome.status, { ...outcome.headers, 'Content-Length': bytes.length });
  if (outcome.kind === 'answer') outgoing.end(bytes);
  else outgoing.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => socket.destroy());
}
