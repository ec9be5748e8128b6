import type { LoggedRequest, ServiceName } from './request-log.ts';

export type FaultKind = 'status' | 'reset' | 'hang' | 'html' | 'truncated' | 'throttle' | 'rewrite' | 'wire';

/** Why a request never got to the service, or no connection held. In memory only: a server can't make most of these. */
export type WireKind =
  | ('dns' | 'dns-again' | 'refused' | 'no-connection' | 'reset' | 'tls-closed' | 'no-tls' | 'endless')
  | ('self-signed' | 'unknown-ca' | 'unknown-ca-in-chain' | 'wrong-name' | 'expired' | 'not-yet-valid')
  | ('connect-403' | 'connect-407' | 'connect-429' | 'connect-502' | 'connect-503' | 'connect-504' | 'connect-cut');

/** An answer as it would leave. */
export interface PlainAnswer {
  status: number;
  headers?: Record<string, string>;
  body: string;
}

/** Something that goes wrong with a request. */
export interface Fault {
  /** Which requests: a test, or a service, an action and the how-manieth such request (from 1). */
  match:
    | ((request: LoggedRequest) => boolean)
    | { service?: ServiceName; action?: string | RegExp; nth?: number; mutating?: boolean };
  /** Before the request takes effect, or after (the answer is lost). Default before; a rewrite is always after. */
  when?: 'before' | 'after';
  kind: FaultKind;
  status?: number;
  code?: string;
  message?: string;
  retryAfter?: number;
  /** For the kind `wire`. */
  wire?: WireKind;
  /** For the kind `rewrite`: what becomes of the answer to a request that took its effect. */
  rewrite?: (answer: PlainAnswer) => Partial<PlainAnswer>;
  /** How many requests it hits; default 1. */
  times?: number;
}

export interface Faults {
  /** Adds a fault; the answer takes it away again. */
  add(fault: Fault): () => void;
  clear(): void;
  /** The fault for this request at this moment, if any. Counts it as used. */
  take(request: LoggedRequest, when: 'before' | 'after'): Fault | undefined;
}

/** Makes an empty list of faults. */
export function createFaults(): Faults {
  const list: { fault: Fault; seen: number; left: number; counted: number }[] = [];
  return {
    add(fault) {
      const entry = { fault, seen: 0, left: fault.times ?? 1, counted: 0 };
      list.push(entry);
      return () => {
        const at = list.indexOf(entry);
        if (at >= 0) list.splice(at, 1);
      };
    },
    clear() {
      list.length = 0;
    },
    take(request, when) {
      for (const entry of list) {
        if (entry.left <= 0 || momentOf(entry.fault) !== when || !matches(entry, request)) continue;
        entry.left -= 1;
        return entry.fault;
      }
      return undefined;
    },
  };
}

function momentOf({ kind, when = 'before' }: Fault): 'before' | 'after' {
  return kind === 'rewrite' ? 'after' : when;
}

function matches(entry: { fault: Fault; seen: number; counted: number }, request: LoggedRequest): boolean {
  const { match } = entry.fault;
  if (typeof match === 'function') return match(request);
  if (match.service && match.service !== request.service) return false;
  if (match.mutating !== undefined && match.mutating !== request.mutating) return false;
  if (typeof match.action === 'string' && match.action !== request.action) return false;
  if (match.action instanceof RegExp && !match.action.test(request.action)) return false;
  if (entry.counted !== request.n) {
    entry.counted = request.n;
    entry.seen += 1;
  }
  return match.nth === undefined || entry.seen >= match.nth;
}
