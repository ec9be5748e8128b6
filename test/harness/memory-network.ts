import { Readable } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { parseXML } from '@aws-sdk/xml-builder';
import type { AwsConnection } from '../../src/aws/connection.ts';
import type { HttpAnswer } from '../../src/cockroach/http.ts';
import type { Network } from '../../src/network.ts';
import type { Clock } from '../../src/support/clock.ts';
import type { Arrival, Outcome } from '../sandbox/exchange.ts';
import type { MemoryDoor, ServiceName } from '../sandbox/index.ts';
import type { VpcRunner } from '../sandbox/vpc-runner.ts';
import { memoryProbe } from './memory-probe.ts';
import { wireError } from './wire-errors.ts';

/** How long the clients of the real network wait for an answer, in milliseconds; see src/aws/connection.ts and src/cockroach/http.ts. */
const AWS_ANSWER_MS = 120_000;
const CLOUD_ANSWER_MS = 30_000;
const TOKEN_ANSWER_MS = 30_000;

interface Line {
  door: MemoryDoor;
  clock: Clock;
  inside: VpcRunner;
  /** Resolves while the run does not stand still. */
  awake(): Promise<void>;
  /** True once the run was killed; then nothing is sent, and no answer arrives. */
  isDead(): boolean;
}

type Answered = Extract<Outcome, { status: number }>;
interface Patience {
  signal: AbortSignal;
  /** Milliseconds until the client gives up. */
  ms: number;
  /** What it gives up with. */
  late(): Error;
}

/**
 * The network of one run in memory. Each client gets what its own HTTP library would give it: an answer, or the error that
 * this library throws for a connection that was cut, reset or never answered.
 */
export function memoryNetwork(line: Line): Network {
  return {
    async getJson(url, headers) {
      const late = () => failure('Request timeout', 'ETIMEDOUT');
      const patience = { signal: NEVER, ms: TOKEN_ANSWER_MS, late };
      const { pathname, search } = new URL(url);
      const arrival = { method: 'GET', path: `${pathname}${search}`, headers: lowerCase(headers), body: '' };
      const answer = await ask(line, { service: 'oidc', arrival, patience });
      if (answer.kind === 'cut') throw failure('aborted', 'ECONNRESET');
      return readJson(answer);
    },
    async metadata({ method, url, headers, signal }) {
      // What is at the metadata services of this machine must not be asked for by a test.
      const arrival = { method, path: `${url.pathname}${url.search}`, headers: lowerCase(headers), body: '' };
      const patience = { signal, ms: Number.POSITIVE_INFINITY, late: () => new Error('never') };
      const answer = await ask(line, { service: 'metadata', arrival, patience });
      if (answer.kind === 'cut') throw failure('aborted', 'ECONNRESET');
      return { status: answer.status, body: answer.body };
    },
    aws: async (region) => awsConnection(line, region),
    cloud: async () => ({
      async send({ method, url, headers, body = '', signal }): Promise<HttpAnswer> {
        const late = () => failure('Headers Timeout Error', 'UND_ERR_HEADERS_TIMEOUT');
        const patience = { signal, ms: CLOUD_ANSWER_MS, late };
        const arrival = { method, path: `${url.pathname}${url.search}`, headers: lowerCase(headers), body };
        const answer = await ask(line, { service: 'cloud', arrival, patience });
        if (answer.kind === 'cut') throw failure('other side closed', 'UND_ERR_SOCKET');
        const {
          'retry-after': retryAfter,
          'content-type': contentType,
          'cc-version': version,
        } = lowerCase(answer.headers);
        return { status: answer.status, body: answer.body, retryAfter, contentType, version };
      },
      close: async () => undefined,
    }),
    githubFetch: (input, init) => githubFetch(line, input, init),
    probe: async () => memoryProbe(line.inside, line.clock),
    requestSent: async () => undefined,
  };
}

/** As REAL_URLS of the sandbox has them. */
const HOSTS: Readonly<Record<ServiceName, string>> = {
  oidc: 'pipelines.actions.githubusercontent.com',
  sts: 'sts.us-east-1.amazonaws.com',
  ec2: 'ec2.us-east-1.amazonaws.com',
  cloud: 'cockroachlabs.cloud',
  github: 'api.github.com',
  metadata: '169.254.169.254',
};
const NEVER = new AbortController().signal;

/** The service that an AWS host stands for: `ec2.us-east-1.amazonaws.com`. */
function awsServiceOf(hostname: string): ServiceName {
  const [service] = hostname.split('.');
  if (service !== 'ec2' && service !== 'sts') throw failure(`getaddrinfo ENOTFOUND ${hostname}`, 'ENOTFOUND');
  return service;
}

function awsConnection(line: Line, region: string): AwsConnection {
  const requestHandler = {
    async handle(
      request: Omit<Arrival, 'body'> & { hostname: string; body?: unknown; query?: Record<string, string> },
      {
        abortSignal = NEVER,
        requestTimeout = AWS_ANSWER_MS,
      }: { abortSignal?: AbortSignal; requestTimeout?: number } = {},
    ) {
      const { hostname, method, path, headers } = request;
      const late = () =>
        Object.assign(new Error(`a timeout of ${requestTimeout} ms was reached`), { name: 'TimeoutError' });
      const answer = await ask(line, {
        service: awsServiceOf(hostname),
        arrival: {
          method,
          path,
          headers: lowerCase(headers as Record<string, string>),
          body: String(request.body ?? ''),
        },
        patience: { signal: abortSignal, ms: requestTimeout, late },
      });
      const bytes = Buffer.from(answer.body);
      const body =
        answer.kind === 'cut' ? cutShort(bytes.subarray(0, Math.floor(bytes.length / 2))) : Readable.from([bytes]);
      return { response: { statusCode: answer.status, headers: lowerCase(answer.headers), body } };
    },
  };
  return {
    settings: { region, maxAttempts: 1, customUserAgent: 'in-memory', requestHandler, streamCollector: buffer },
    parseXml: parseXML,
    close: () => undefined,
  };
}

/** A body that ends before it is whole, as `node:http` tells it. */
function cutShort(bytes: Buffer): Readable {
  return Readable.from(
    (async function* () {
      yield bytes;
      throw failure('aborted', 'ECONNRESET');
    })(),
  );
}

async function githubFetch(
  line: Line,
  input: Parameters<typeof fetch>[0],
  init: Parameters<typeof fetch>[1] = {},
): Promise<Response> {
  const { pathname, search } = new URL(String(input));
  const signal = init.signal ?? NEVER;
  const headers = Object.fromEntries(new Headers(init.headers));
  const arrival = {
    method: init.method ?? 'GET',
    path: `${pathname}${search}`,
    headers,
    body: String(init.body ?? ''),
  };
  // Octokit sets no limit of its own; the caller's signal ends the wait.
  const patience = { signal, ms: Number.POSITIVE_INFINITY, late: () => new Error('never') };
  try {
    const answer = await ask(line, { service: 'github', arrival, patience });
    const body = answer.kind === 'cut' ? Readable.toWeb(cutShort(Buffer.from(answer.body))) : Buffer.from(answer.body);
    const none = answer.status === 204 || answer.status === 304;
    return new Response(none ? null : (body as BodyInit), { status: answer.status, headers: answer.headers });
  } catch (error) {
    if (signal.aborted) throw signal.reason;
    throw error instanceof TypeError ? error : new TypeError('fetch failed', { cause: error });
  }
}

/** Sends one request and waits for its answer as long as the client would. */
async function ask(
  line: Line,
  { service, arrival, patience }: { service: ServiceName; arrival: Arrival; patience: Patience },
): Promise<Answered> {
  const { door, clock, awake, isDead } = line;
  patience.signal.throwIfAborted();
  await awake();
  if (isDead()) return forEver();
  const over = new AbortController();
  const outcome = await Promise.race([door.send(service, arrival), givenUp(clock, patience, over.signal)]).finally(() =>
    over.abort('answered'),
  );
  await awake();
  if (isDead()) return forEver();
  if ('status' in outcome) return outcome;
  if (outcome.kind === 'hang') return givenUp(clock, patience, NEVER);
  if (outcome.kind === 'wire') throw wireError(service, outcome.wire, HOSTS[service]);
  throw failure('socket hang up', 'ECONNRESET');
}

/** Rejects when the client gives up waiting, whatever for. */
function givenUp(clock: Clock, { signal, ms, late }: Patience, over: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const abort = () => reject(Object.assign(new Error('The operation was aborted'), { name: 'AbortError' }));
    if (signal.aborted) abort();
    signal.addEventListener('abort', abort, { once: true });
    over.addEventListener('abort', () => signal.removeEventListener('abort', abort), { once: true });
    if (Number.isFinite(ms))
      clock.sleep(ms, AbortSignal.any([signal, over])).then(
        () => reject(late()),
        () => undefined,
      );
  });
}

/** As `@actions/http-client` reads an answer. */
function readJson({ status, body }: Answered): { statusCode: number; result: unknown } {
  const result = parsed(body);
  if (status === 404) return { statusCode: status, result: null };
  if (status < 300) return { statusCode: status, result };
  const said = (result as { message?: unknown } | null)?.message;
  const message = typeof said === 'string' ? said : body === '' ? `Failed request: (${status})` : body;
  throw Object.assign(new Error(message), { statusCode: status, result });
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return null;
  }
}

function forEver(): Promise<never> {
  return new Promise(() => undefined);
}

function failure(message: string, code: string): Error {
  return Object.assign(new Error(message), { code });
}

function lowerCase(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(Object.entries(headers).map(([name, value]) => [name.toLowerCase(), value]));
}
