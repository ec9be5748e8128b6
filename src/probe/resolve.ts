import { lookup } from 'node:dns/promises';
import { cancelled } from '../support/errors.ts';

/** The libc's words for "this name has no address", which is an answer and no failure. */
const NO_ADDRESS = new Set(['ENOTFOUND', 'ENODATA']);

/**
 * Every address, IPv4 and IPv6, that the runner's own resolver has for a name: getaddrinfo, hence the hosts file and
 * search domains too, as any database client on this runner would get it.
 * @throws `cancelled`, or the resolver's error if it gave no answer at all
 */
export async function systemResolve(host: string, signal: AbortSignal): Promise<readonly string[]> {
  if (signal.aborted) throw cancelled();
  let stop = () => {};
  // getaddrinfo cannot be interrupted: after an abort it ends in the background and nobody listens.
  const aborted = new Promise<never>((_, reject) => {
    stop = () => reject(cancelled());
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    const answers = await Promise.race([lookup(host, { all: true, order: 'verbatim' }), aborted]);
    return [...new Set(answers.map((one) => one.address))];
  } catch (error) {
    if (error instanceof Error && 'code' in error && NO_ADDRESS.has(String(error.code))) return [];
    throw error;
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
