import { createServer, type IncomingHttpHeaders, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { PolicyDocument } from './aws/iam.ts';
import type { Fault, Faults } from './faults.ts';
import { type LoggedRequest, redactHeaders, redactParams, type ServiceName } from './request-log.ts';
import { misplacedSecrets } from './secret-places.ts';
import type { WorldState } from './world.ts';

/** A request as a service sees it. */
export interface Exchange {
  method: string;
  url: URL;
  headers: IncomingHttpHeaders;
  body: string;
  /** Query and form parameters. */
  params: Record<string, string>;
  /** Identity policies of callers that come through this door; null allows everything. */
  policies: PolicyDocument[] | null;
  request: LoggedRequest;
}

export interface Answer {
  status: number;
  headers?: Record<string, string>;
  body: string;
  errorCode?: string;
  /** Virtual seconds until the answer leaves. */
  delaySeconds?: number;
  /** It never leaves. */
  hangs?: boolean;
}

export interface ServiceDefinition {
  service: ServiceName;
  /** Names a request for log, faults and buckets. */
  describe(exchange: Omit<Exchange, 'request'>): { action: string; mutating: boolean };
  /** Does it. Runs at one instant of virtual time. */
  handle(exchange: Exchange): Answer;
  /** An error in this service's own form. */
  error(fault: { status: number; code: string; message: string; retryAfter?: number }): Answer;
  /** How this service says "too fast". */
  throttled: { status: number; code: string; message: string; retryAfter?: number };
}

export type RequestHook = (event: {
  request: LoggedRequest;
  when: 'before' | 'after';
  // biome-ignore lint/suspicious/noConfusingVoidType: a hook may answer nothing at all
}) => 'drop' | undefined | void | Promise<'drop' | undefined | void>;

export interface ServiceContext {
  world: WorldState;
  faults: Faults;
  requests: LoggedRequest[];
  hooks: Set<RequestHook>;
  /** Name of the door through which the requests come, and policies of its callers; see `Sandbox.openDoor`. */
  door: string;
  policies: PolicyDocument[] | null;
}

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
  const { world, faults, requests, hooks } = context;
  incoming.on('error', () => {});
  outgoing.on('error', () => {});
  const chunks: Buffer[] = [];
  try {
    for await (const chunk of incoming) chunks.push(chunk as Buffer);
  } catch {
    return; // the client went away before it had asked
  }
  const body = Buffer.concat(chunks).toString('utf8');
  const url = new URL(incoming.url ?? '/', 'http://sandbox');
  const form = String(incoming.headers['content-type']).startsWith('application/x-www-form-urlencoded');
  const params = Object.fromEntries([...url.searchParams, ...(form ? new URLSearchParams(body) : [])]);
  const bare = {
    method: incoming.method ?? 'GET',
    url,
    headers: incoming.headers,
    body,
    params,
    policies: context.policies,
  };
  const request: LoggedRequest = {
    n: requests.length + 1,
    at: world.clock.now(),
    realAt: Date.now(),
    service: definition.service,
    door: context.door,
    ...definition.describe(bare),
    params: redactParams(params),
    headers: redactHeaders(incoming.headers),
    body: form ? '' : body,
    misplaced: misplacedSecrets(world, definition.service, { headers: incoming.headers, url, body, params }),
    status: 0,
    errorCode: null,
  };
  requests.push(request);
  const runHooks = async (when: 'before' | 'after') => {
    for (const hook of [...hooks]) if ((await hook({ request, when })) === 'drop') return true;
    return false;
  };
  if (world.settings.latencyMs > 0) await new Promise((resolve) => setTimeout(resolve, world.settings.latencyMs));
  if (await runHooks('before')) return void incoming.socket.destroy();

  const early = faults.take(request, 'before');
  let answer: Answer | null = early ? faultAnswer(definition, early) : null;
  if (early && !answer && early.kind !== 'truncated') return misbehave(early, { incoming, request });
  if (!answer) {
    world.tick();
    try {
      answer = definition.handle({ ...bare, request });
    } catch (error) {
      console.error(`sandbox: ${request.service} ${request.action} broke`, error);
      answer = definition.error({ status: 500, code: 'InternalError', message: 'An internal error has occurred' });
    }
    world.tick();
  }
  if (await runHooks('after')) return void incoming.socket.destroy();
  const late = early?.kind === 'truncated' ? early : faults.take(request, 'after');
  if (answer.hangs) return misbehave({ match: {}, kind: 'hang' }, { incoming, request });
  if (answer.delaySeconds) await world.clock.sleep(answer.delaySeconds * 1000);
  if (late) {
    answer = { ...answer, ...(faultAnswer(definition, late) ?? late.rewrite?.(answer)) };
    if (late.kind === 'reset' || late.kind === 'hang') return misbehave(late, { incoming, request });
  }
  request.status = answer.status;
  request.errorCode = answer.errorCode ?? null;
  const bytes = Buffer.from(answer.body);
  const date = world.clock.date().toUTCString();
  outgoing.writeHead(answer.status, { Date: date, ...answer.headers, 'Content-Length': bytes.length });
  if (late?.kind === 'truncated') {
    outgoing.write(bytes.subarray(0, Math.floor(bytes.length / 2)), () => incoming.socket.destroy());
  } else outgoing.end(bytes);
}

function faultAnswer(definition: ServiceDefinition, fault: Fault): Answer | null {
  const usual = fault.kind === 'throttle' ? definition.throttled : null;
  if (fault.kind === 'html') {
    const body = '<html><head><title>502 Bad Gateway</title></head><body>Bad Gateway</body></html>';
    const headers = { 'Content-Type': 'text/html; charset=UTF-8' };
    return { status: fault.status ?? 502, headers, body, errorCode: 'html' };
  }
  if (fault.kind !== 'status' && !usual) return null;
  const retryAfter = fault.retryAfter ?? usual?.retryAfter;
  const answer = definition.error({
    status: fault.status ?? usual?.status ?? 500,
    code: fault.code ?? usual?.code ?? 'InternalError',
    message: fault.message ?? usual?.message ?? 'An internal error has occurred',
    ...(retryAfter === undefined ? {} : { retryAfter }),
  });
  // Whatever stands before a service may say so, also where the service itself never does.
  if (fault.retryAfter !== undefined) answer.headers = { ...answer.headers, 'Retry-After': String(fault.retryAfter) };
  return answer;
}

function misbehave(fault: Fault, { incoming, request }: { incoming: IncomingMessage; request: LoggedRequest }): void {
  request.errorCode = fault.kind;
  if (fault.kind === 'reset') incoming.socket.resetAndDestroy();
  // A hanging request is left open until the client or close() ends it.
}
