import { connect, type Socket } from 'node:net';
import { connect as connectTls, type TLSSocket } from 'node:tls';
import { cancelled, describeError } from '../support/errors.ts';

/** How long one step may take, and the signal that ends them all. */
export interface Limits {
  readonly signal: AbortSignal;
  readonly timeoutMs: number;
}

/** What ended the walk along one address. */
export type Fault =
  | { readonly step: ProbeStep; readonly kind: 'silent' }
  | { readonly step: ProbeStep; readonly kind: 'cut'; readonly words: string }
  | { readonly step: 'tcp'; readonly kind: 'refused' }
  | { readonly step: 'tcp'; readonly kind: 'no-route'; readonly words: string }
  | { readonly step: 'ssl-request'; readonly kind: 'answer'; readonly answer: Buffer }
  | { readonly step: 'tls'; readonly kind: 'handshake'; readonly words: string }
  | { readonly step: 'tls'; readonly kind: 'untrusted' | 'expired' | 'misnamed'; readonly words: string };

export type ProbeStep = 'tcp' | 'ssl-request' | 'tls';

export interface Certificate {
  readonly from: Date;
  readonly until: Date;
  readonly names: readonly string[];
  readonly issuer: string;
}

/** How far one address went. */
export interface Walk {
  readonly address: string;
  readonly fault: Fault | undefined;
  readonly certificate: Certificate | undefined;
}

export interface WalkTarget {
  readonly host: string;
  readonly port: number;
  readonly ca: string | undefined;
}

/**
 * TCP, SSLRequest and TLS against one address, closing every socket at the end.
 * @throws `cancelled` as soon as the signal aborts
 */
export async function walk(address: string, target: WalkTarget, limits: Limits): Promise<Walk> {
  const opened = await openTcp(address, target.port, limits);
  if ('fault' in opened) return { address, fault: opened.fault, certificate: undefined };
  try {
    const fault = await requestSsl(opened.socket, limits);
    if (fault !== undefined) return { address, fault, certificate: undefined };
    return { address, ...(await completeTls(opened.socket, target, limits)) };
  } finally {
    opened.socket.destroy();
  }
}

/** True if a TCP connection to the address comes to be. */
export async function isReached(address: string, port: number, limits: Limits): Promise<boolean> {
  const opened = await openTcp(address, port, limits);
  if ('fault' in opened) return false;
  opened.socket.destroy();
  return true;
}

async function openTcp(address: string, port: number, limits: Limits): Promise<{ socket: Socket } | { fault: Fault }> {
  const socket = connect({ host: address, port });
  ignoreLateErrors(socket);
  try {
    const fault = await next<Fault | undefined>(socket, limits, {
      connect: () => undefined,
      error: (error) => tcpFault(error),
    });
    if (fault === undefined) return { socket };
    socket.destroy();
    return { fault: fault === SILENT ? { step: 'tcp', kind: 'silent' } : fault };
  } catch (error) {
    socket.destroy();
    throw error;
  }
}

function tcpFault(error: unknown): Fault {
  const code = codeOf(error);
  if (code === 'ECONNREFUSED') return { step: 'tcp', kind: 'refused' };
  if (code === 'ECONNRESET') return { step: 'tcp', kind: 'cut', words: code };
  return { step: 'tcp', kind: 'no-route', words: code === '' ? describeError(error) : code };
}

/** Length 8, then the code 1234.5679: asks a PostgreSQL server for TLS before anything else is said. */
const SSL_REQUEST = Buffer.from([0, 0, 0, 8, 4, 210, 22, 47]);

/** Undefined if the server says exactly `S`: a byte more would be plain text slipped in before TLS. */
async function requestSsl(socket: Socket, limits: Limits): Promise<Fault | undefined> {
  const step = 'ssl-request';
  const answered = next<Fault | undefined>(socket, limits, {
    data: (chunk) => {
      const answer = chunk as Buffer;
      return answer.length === 1 && answer[0] === 0x53 ? undefined : { step, kind: 'answer', answer };
    },
    error: (error) => ({ step, kind: 'cut', words: codeOf(error) || describeError(error) }),
    close: () => ({ step, kind: 'cut', words: 'closed by the other side' }),
  });
  socket.write(SSL_REQUEST);
  const fault = await answered;
  return fault === SILENT ? { step, kind: 'silent' } : fault;
}

async function completeTls(
  socket: Socket,
  target: WalkTarget,
  limits: Limits,
): Promise<{ fault: Fault | undefined; certificate: Certificate | undefined }> {
  const step = 'tls';
  const secured = connectTls({
    socket,
    // A trailing dot is no part of a name in TLS.
    servername: target.host.replace(/\.$/, ''),
    // As a list: a single empty string would stand for the public roots.
    ...(target.ca === undefined ? {} : { ca: [target.ca] }),
    // Nothing is sent or read over this socket. A refused certificate is reported below with its dates and names,
    // which Node takes away together with the socket if it does the refusing.
    rejectUnauthorized: false,
  });
  ignoreLateErrors(secured);
  // A connection that ends too soon is an error here, never a mere `close`. The TLS socket closes with the one below
  // it.
  const fault = await next<Fault | undefined>(secured, limits, {
    secureConnect: () => certificateFault(secured),
    error: (error) => tlsFault(error),
  });
  return { fault: fault === SILENT ? { step, kind: 'silent' } : fault, certificate: certificateOf(secured) };
}

function tlsFault(error: unknown): Fault {
  const code = codeOf(error);
  if (code === 'ECONNRESET' || code === 'EPIPE') return { step: 'tls', kind: 'cut', words: code };
  return { step: 'tls', kind: 'handshake', words: code === '' ? describeError(error) : code };
}

/** What Node found when it verified the chain and the host name; undefined if both are right. */
function certificateFault(secured: TLSSocket): Fault | undefined {
  if (secured.authorized) return undefined;
  // Declared as an error, but Node sets the error's code.
  const reason: unknown = secured.authorizationError;
  const words = reason instanceof Error ? describeError(reason) : String(reason);
  if (words === 'ERR_TLS_CERT_ALTNAME_INVALID') return { step: 'tls', kind: 'misnamed', words };
  if (words === 'CERT_HAS_EXPIRED' || words === 'CERT_NOT_YET_VALID') return { step: 'tls', kind: 'expired', words };
  return { step: 'tls', kind: 'untrusted', words };
}

function certificateOf(secured: TLSSocket): Certificate | undefined {
  const shown = secured.getPeerX509Certificate();
  if (shown === undefined) return undefined;
  const names = (shown.subjectAltName ?? '').split(', ').filter((name) => name !== '');
  return {
    from: shown.validFromDate,
    until: shown.validToDate,
    names: names.map((name) => name.replace(/^DNS:/, '')),
    issuer: shown.issuer.split('\n').join(', '),
  };
}

const SILENT = Symbol('no answer in time');

/**
 * Waits for the first of some events of a socket, no longer than the limits allow, and leaves no listener or timer.
 * @throws `cancelled` as soon as the signal aborts
 */
function next<T>(
  socket: Socket,
  limits: Limits,
  events: Readonly<Record<string, (first: unknown) => T>>,
): Promise<T | typeof SILENT> {
  return new Promise((resolve, reject) => {
    const listeners = Object.entries(events).map(
      ([event, tell]) => [event, (first: unknown) => settle(() => resolve(tell(first)))] as const,
    );
    const onAbort = () => settle(() => reject(cancelled()));
    const timer = setTimeout(() => settle(() => resolve(SILENT)), limits.timeoutMs);
    const settle = (end: () => void) => {
      clearTimeout(timer);
      limits.signal.removeEventListener('abort', onAbort);
      for (const [event, listener] of listeners) socket.off(event, listener);
      end();
    };
    for (const [event, listener] of listeners) socket.on(event, listener);
    limits.signal.addEventListener('abort', onAbort, { once: true });
    if (limits.signal.aborted) onAbort();
  });
}

/** An error between two steps, or after the last, must not end the process; the next step sees the socket closed. */
function ignoreLateErrors(socket: Socket): void {
  socket.on('error', () => {});
}

function codeOf(error: unknown): string {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : '';
}
