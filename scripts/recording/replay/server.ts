import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { text } from 'node:stream/consumers';
import { answerOf } from './answers.ts';
import { type Arrival, keyOf, questionOf, type ReplayedService, SERVICES } from './questions.ts';
import type { Recorded, Tape } from './tape.ts';

/** A request that the recording does not have as it was sent. */
export interface Deviation {
  readonly call: string;
  /** `other-parameters`: the recording has the call with other ones. `unknown`: it does not have the call. */
  readonly what: 'other-parameters' | 'unknown';
}

export interface ReplayServer {
  readonly urls: Readonly<Record<ReplayedService, string>>;
  readonly deviations: readonly Deviation[];
  /** How many requests came. */
  requests(): number;
  close(): Promise<void>;
}

/** Errors after which a client may take the request for one that never left. A cut connection is the nearest. */
const SILENT = /TIMEOUT|TimeoutError/i;
/** A recorded answer is given after the time that it took, at most this long (ms on the clock of the run). */
const LONGEST_DELAY_MS = 60_000;

/**
 * Serves the answers of a recording on this machine.
 * @param rate how many times faster the replayed run's clock goes
 */
export async function startReplayServer(
  tape: Tape,
  { rate, startedAt, onServed }: { rate: number; startedAt(): number; onServed(): void },
): Promise<ReplayServer> {
  const sameAs = new Map<string, string>();
  const deviations: Deviation[] = [];
  let requests = 0;

  async function answer(service: ReplayedService, request: IncomingMessage, response: ServerResponse): Promise<void> {
    requests += 1;
    startedAt();
    const body = await text(request);
    const url = new URL(request.url ?? '/', `http://${request.headers.host}`);
    const arrival = { service, method: request.method ?? 'GET', url, body };
    const asked = questionOf(arrival);
    const match = tape.next({ call: asked.call, service: asked.service, key: keyOf(asked.call, asked.params) });
    if (match?.how !== 'exact')
      deviations.push({ call: asked.call, what: match === undefined ? 'unknown' : 'other-parameters' });
    if (match === undefined) return refuse(response);
    learn(arrival, match.recorded, sameAs);
    await serve(match.recorded, response, url);
    onServed();
  }

  async function serve(recorded: Recorded, response: ServerResponse, url: URL): Promise<void> {
    const { error, ms } = recorded.exchange;
    const delay = Math.min(ms, LONGEST_DELAY_MS) / rate;
    if (error !== undefined && SILENT.test(error)) return;
    await new Promise((resolve) => setTimeout(resolve, delay));
    const given = answerOf(recorded, { startedAt: startedAt(), sameAs, url });
    if (given === undefined) {
      response.destroy();
      return;
    }
    response.writeHead(given.status, given.headers).end(given.body);
  }

  const servers = await Promise.all(
    SERVICES.map(async (service) => {
      const server = createServer((request, response) => {
        answer(service, request, response).catch(() => response.destroy());
      });
      return [service, await listening(server)] as const;
    }),
  );
  const addressOf = (server: Server) => `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
  return {
    urls: Object.fromEntries(servers.map(([service, server]) => [service, addressOf(server)])) as ReplayServer['urls'],
    deviations,
    requests: () => requests,
    async close() {
      for (const [, server] of servers) server.closeAllConnections();
      await Promise.all(servers.map(([, server]) => new Promise((resolve) => server.close(resolve))));
    },
  };
}

async function listening(server: Server): Promise<Server> {
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return server;
}

/** No service answers like that, so that a run which depends on it fails and says where. */
function refuse(response: ServerResponse): void {
  response.writeHead(418, { 'content-type': 'text/plain' }).end('not in the recording');
}

/**
 * Remembers what a text of the recorded request is in this one: the run's own number and the times in tags. What is
 * read later holds them again.
 */
function learn({ service, body }: Arrival, { exchange }: Recorded, sameAs: Map<string, string>): void {
  if (service !== 'ec2') return;
  const sent = new URLSearchParams(body);
  for (const [name, text] of Object.entries(exchange.params ?? {})) {
    const real = sent.get(name);
    if (typeof text !== 'string' || real === null || real === text) continue;
    if (/\bt[+-]\d+\.\d{3}\b|\brun=|\/leaving\//.test(text)) sameAs.set(text, real);
  }
}
