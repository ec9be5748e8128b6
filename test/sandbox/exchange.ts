import type { IncomingHttpHeaders } from 'node:http';
import type { PolicyDocument } from './aws/iam.ts';
import type { Fault, Faults, WireKind } from './faults.ts';
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
  /** Lets the latency of the settings pass. */
  latency(ms: number): Promise<void>;
}

/** A request as it arrives, over whatever it came. */
export interface Arrival {
  method: string;
  /** Path and query. */
  path: string;
  /** With names in lower case. */
  headers: IncomingHttpHeaders;
  body: string;
}

/** What a client gets: an answer, half of one, or a connection that ends or stays silent. */
export type Outcome =
  | { kind: 'answer' | 'cut'; status: number; headers: Record<string, string>; body: string }
  | { kind: 'drop' | 'reset' | 'hang' }
  | { kind: 'wire'; wire: WireKind };

/** Carries one request to a service, with the faults and hooks that befall it, and notes it. */
export async function exchange(
  definition: ServiceDefinition,
  context: ServiceContext,
  { method, path, headers, body }: Arrival,
): Promise<Outcome> {
  const { world, faults, requests, hooks } = context;
  const url = new URL(path, 'http://sandbox');
  const form = String(headers['content-type']).startsWith('application/x-www-form-urlencoded');
  const params = Object.fromEntries([...url.searchParams, ...(form ? new URLSearchParams(body) : [])]);
  const bare = { method, url, headers, body, params, policies: context.policies };
  const request: LoggedRequest = {
    n: requests.length + 1,
    at: world.clock.now(),
    realAt: Date.now(),
    service: definition.service,
    door: context.door,
    ...definition.describe(bare),
    params: redactParams(params),
    headers: redactHeaders(headers),
    body: form ? '' : body,
    misplaced: misplacedSecrets(world, definition.service, { headers, url, body, params }),
    status: 0,
    errorCode: null,
  };
  requests.push(request);
  const runHooks = async (when: 'before' | 'after') => {
    for (const hook of [...hooks]) if ((await hook({ request, when })) === 'drop') return true;
    return false;
  };
  if (world.settings.latencyMs > 0) await context.latency(world.settings.latencyMs);
  if (await runHooks('before')) return { kind: 'drop' };

  const early = faults.take(request, 'before');
  let answer: Answer | null = early ? faultAnswer(definition, early) : null;
  if (early && !answer && early.kind !== 'truncated') return misbehave(early, request);
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
  if (await runHooks('after')) return { kind: 'drop' };
  const late = early?.kind === 'truncated' ? early : faults.take(request, 'after');
  if (answer.hangs) return misbehave({ match: {}, kind: 'hang' }, request);
  if (answer.delaySeconds) await world.clock.sleep(answer.delaySeconds * 1000);
  if (late) {
    answer = { ...answer, ...(faultAnswer(definition, late) ?? late.rewrite?.(answer)) };
    if (late.kind === 'reset' || late.kind === 'hang') return misbehave(late, request);
  }
  request.status = answer.status;
  request.errorCode = answer.errorCode ?? null;
  return {
    kind: late?.kind === 'truncated' ? 'cut' : 'answer',
    status: answer.status,
    headers: { Date: world.clock.date().toUTCString(), ...answer.headers },
    body: answer.body,
  };
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

function misbehave(fault: Fault, request: LoggedRequest): Outcome {
  request.errorCode = fault.kind;
  if (fault.kind === 'wire') return { kind: 'wire', wire: fault.wire ?? 'refused' };
  return { kind: fault.kind === 'reset' ? 'reset' : 'hang' };
}
