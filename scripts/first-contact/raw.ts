import type { EC2Client } from '@aws-sdk/client-ec2';
import { isActionError } from '../../src/support/errors.ts';
import type { Session } from './session.ts';

/** What one request was answered, with the exchange of the recording that holds it. */
export interface Reply {
  /** Number of the exchange in the recording. */
  readonly n: number;
  /** When it was sent, and when its answer was there; milliseconds of the run's clock. */
  readonly sentAt: number;
  readonly at: number;
  /** 0 where no answer came. */
  readonly status: number;
  /** '' for a success; otherwise the code of AWS, the number that the Cloud gives, or `no answer`. */
  readonly code: string;
}

export interface Ec2Reply<T> extends Reply {
  readonly value: T | undefined;
}

export interface CloudReply extends Reply {
  readonly body: unknown;
  readonly message: string;
  /** `application/json`, without its parameters; '' where there is none. */
  readonly contentType: string;
}

/** Both services, a single request at a time. */
export interface Raw {
  ec2<T>(run: (client: EC2Client, sending: { abortSignal: AbortSignal }) => Promise<T>): Promise<Ec2Reply<T>>;
  /** @param path below `/api/v1/clusters/<cluster>`, or the whole path where it begins with `/api` */
  cloud(method: 'GET' | 'POST' | 'DELETE', path: string, body?: object): Promise<CloudReply>;
  /** The same without a second try where the rate is limited: for the question about just that. */
  cloudOnce(method: 'GET', path: string): Promise<CloudReply>;
  /** Number of the newest exchange. */
  last(): number;
  /** Milliseconds of the run's clock. */
  now(): number;
  /** @throws `cancelled` */
  pause(ms: number): Promise<void>;
}

const API_VERSION = '2024-09-16';
/** One request of the Cloud API, as the action waits for it. */
const ANSWER_MS = 60_000;
const PAUSE_MS = 5_000;
/** How often a request is sent again that was refused for its rate or for a lock, which no question is about. */
const MOST_TRIES = 24;

/**
 * Requests without the retries of the action. Only what says "later" is sent again: a rate, a lock of the cluster.
 * @param last number of the newest exchange of the recording
 */
export function rawCalls(session: Session, clusterId: string, last: () => number): Raw {
  const { clock, signal } = session;
  const again = async <R extends Reply>(ask: () => Promise<R>, isLater: (reply: R) => boolean): Promise<R> => {
    for (let tries = 1; ; tries += 1) {
      const reply = await ask();
      if (tries >= MOST_TRIES || !isLater(reply)) return reply;
      await clock.sleep(PAUSE_MS, signal);
    }
  };
  const askOnce = (method: CloudMethod, path: string, body?: object) =>
    askCloud(session, { method, path: wholePath(path, clusterId), body }, last);
  return {
    ec2: (run) => again(() => askEc2(session, run, last), isThrottled),
    cloud: (method, path, body) => again(() => askOnce(method, path, body), isLater),
    cloudOnce: askOnce,
    last,
    now: () => clock.now(),
    pause: (ms) => clock.sleep(ms, signal),
  };
}

type CloudMethod = 'GET' | 'POST' | 'DELETE';

const wholePath = (path: string, clusterId: string) =>
  path.startsWith('/api') ? path : `/api/v1/clusters/${encodeURIComponent(clusterId)}${path}`;

const isThrottled = ({ code }: Reply) => /^(RequestLimitExceeded|Throttl|EC2ThrottledException)/.test(code);

/** Refused for its rate, in any of the forms that it may have, or for a lock of the cluster. */
function isLater({ status, code, message }: CloudReply): boolean {
  if (status >= 200 && status < 300) return false;
  return status === 429 || status === 503 || code === '8' || /rate limit|\block\b/i.test(message);
}

async function askEc2<T>(
  { bareEc2, clock, signal }: Session,
  run: (client: EC2Client, sending: { abortSignal: AbortSignal }) => Promise<T>,
  last: () => number,
): Promise<Ec2Reply<T>> {
  const sentAt = clock.now();
  try {
    const value = await run(bareEc2, { abortSignal: signal });
    return { n: last(), sentAt, at: clock.now(), status: 200, code: '', value };
  } catch (error) {
    // A sign-in that failed is no answer of EC2.
    if (signal.aborted || isActionError(error)) throw error;
    const { status, code } = refusalOf(error);
    return { n: last(), sentAt, at: clock.now(), status, code, value: undefined };
  }
}

function refusalOf(error: unknown): { status: number; code: string } {
  const { name, $metadata } = error as { name?: unknown; $metadata?: { httpStatusCode?: number } };
  const status = $metadata?.httpStatusCode ?? 0;
  return status > 0 ? { status, code: word(String(name)) } : { status: 0, code: 'no answer' };
}

/** Codes as AWS spells them; whatever has another form could hold anything. */
function word(text: string): string {
  return /^[A-Za-z][A-Za-z0-9._-]{0,80}$/.test(text) ? text : 'unreadable code';
}

async function askCloud(
  session: Session,
  { method, path, body }: { method: CloudMethod; path: string; body?: object | undefined },
  last: () => number,
): Promise<CloudReply> {
  const { apiUrl, apiKey, userAgent, bareCloud, clock, signal } = session;
  const sentAt = clock.now();
  try {
    const answer = await bareCloud.send({
      method,
      url: new URL(`${apiUrl.pathname.replace(/\/+$/, '')}${path}`, apiUrl),
      headers: {
        authorization: `Bearer ${apiKey}`,
        accept: 'application/json',
        'cc-version': API_VERSION,
        'user-agent': userAgent,
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
      },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
      signal: AbortSignal.any([signal, AbortSignal.timeout(ANSWER_MS)]),
    });
    const json = parsed(answer.body);
    const isOk = answer.status >= 200 && answer.status < 300;
    const { code, message } = (json ?? {}) as { code?: unknown; message?: unknown };
    return {
      ...{ n: last(), sentAt, at: clock.now(), status: answer.status, body: json },
      code: isOk ? '' : Number.isInteger(code) ? String(code) : 'no code',
      message: typeof message === 'string' ? message : '',
      contentType: (answer.contentType ?? '').split(';')[0]?.trim() ?? '',
    };
  } catch (error) {
    if (signal.aborted) throw error;
    return {
      ...{ n: last(), sentAt, at: clock.now(), status: 0, code: 'no answer' },
      ...{ body: undefined, message: '', contentType: '' },
    };
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
