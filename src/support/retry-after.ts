/** The longest wait that a server is taken at its word for. */
const LONGEST_MS = 300_000;

/**
 * Retry-After in milliseconds from now, at most five minutes.
 * @param header seconds or an HTTP date (RFC 9110, 10.2.3); undefined or unreadable: undefined
 * @param now wall-clock time in milliseconds
 */
export function retryAfterMs(header: string | undefined, now: number): number | undefined {
  if (header === undefined || header === '') return undefined;
  const ms = /^\d+(\.\d+)?$/.test(header) ? Number(header) * 1000 : Date.parse(header) - now;
  return Number.isFinite(ms) ? Math.min(Math.max(ms, 0), LONGEST_MS) : undefined;
}
