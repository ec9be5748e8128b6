import type { Answer } from '../exchange.ts';

/** A refusal by the Cloud API: gRPC code, and the HTTP status it maps to. */
export class CloudError extends Error {
  readonly code: number;
  readonly status: number;
  readonly retryAfter: number | undefined;
  constructor(code: number, message: string, extra: { status?: number; retryAfter?: number } = {}) {
    super(message);
    this.code = code;
    this.status = extra.status ?? HTTP_STATUS[code] ?? 500;
    this.retryAfter = extra.retryAfter;
  }
}

// The standard mapping of the gateway in front of gRPC services.
const HTTP_STATUS: Record<number, number> = {
  2: 500,
  3: 400,
  5: 404,
  6: 409,
  7: 403,
  8: 429,
  9: 400,
  10: 409,
  12: 501,
  13: 500,
  14: 503,
  16: 401,
};

export const badRequest = (message: string) => new CloudError(3, `invalid argument: ${message}`);
export const notFound = (message: string) => new CloudError(5, message);
export const denied = () => new CloudError(7, 'user does not have permission');

/** The gRPC code that a plain HTTP status most likely stands for. */
export function codeOf(status: number): number {
  return Number(Object.entries(HTTP_STATUS).find(([, value]) => value === status)?.[0] ?? 2);
}

/** A JSON answer with the headers of the real one. */
export function json(status: number, value: unknown, headers: Record<string, string> = {}): Answer {
  return {
    status,
    headers: { 'Content-Type': 'application/json', Via: '1.1 google', ...headers },
    body: JSON.stringify(value, null, 2),
  };
}

/** The error body: Status with an empty list of details. */
export function errorAnswer(error: CloudError, headers: Record<string, string> = {}): Answer {
  const retry: Record<string, string> =
    error.retryAfter === undefined ? {} : { 'Retry-After': String(error.retryAfter) };
  const answer = json(
    error.status,
    { code: error.code, message: error.message, details: [] },
    { ...headers, ...retry },
  );
  return { ...answer, errorCode: String(error.code) };
}
