/**
 * Where the token is sent: to the API at GITHUB_API_URL and nowhere else. GitHub's answers lead on by `Link` (the next
 * page of a list) and by redirects; both are followed only to the same origin (scheme, host, port) and below the same
 * path.
 */
import { shortened } from '../support/errors.ts';
import { wholeBody } from '../support/whole-body.ts';

/** Thrown instead of a request to an address that an answer leads to. */
export class RefusedAddress extends Error {
  override readonly name = 'RefusedAddress' as const;
  readonly fix: string;

  /** @param answer what GitHub's answer does: "points to https://…" */
  constructor(api: string, answer: string, fix?: string) {
    super(answer);
    this.fix =
      fix ?? `Check GITHUB_API_URL (${api}) and the proxy between the runner and GitHub; nothing was sent there.`;
  }
}

/**
 * The whole address of `target`, which may be relative to `from`. Throws RefusedAddress unless it lies within the API.
 * Nothing in it is taken for a variable by octokit.
 */
function within(api: string, target: string, from: string): string {
  const base = new URL(api);
  const address = URL.canParse(target, from) ? new URL(target, from) : undefined;
  const refuse = (where: string) => new RefusedAddress(api, `points to ${where}`);
  if (address === undefined) throw refuse('an invalid address');
  const { protocol, host, origin, pathname, search } = address;
  if (origin !== base.origin) throw refuse(host === '' ? protocol : `${protocol}//${host}`);
  if (address.username !== '' || address.password !== '') throw refuse(`${origin} with a user name`);
  if (!pathname.startsWith(`${base.pathname.replace(/\/+$/, '')}/`))
    throw refuse(shortened(`${origin}${pathname}`, 200));
  return origin + `${pathname}${search}`.replace(/[:{}]/g, encodeURIComponent);
}

/**
 * The address of the next page by a `Link` header (RFC 8288), undefined if there is none. Throws RefusedAddress for one
 * outside the API.
 * @param from the address of this page
 */
export function nextPage(api: string, link: string | undefined, from: string): string | undefined {
  for (const [, target = '', parameters = ''] of (link ?? '').matchAll(LINK)) {
    const rel = [...parameters.matchAll(PARAMETER)].find(([, name = '']) => name.toLowerCase() === 'rel');
    const words = (rel?.[2] ?? rel?.[3] ?? '').toLowerCase().split(/\s+/);
    if (words.includes('next')) return within(api, target.trim(), from);
  }
  return undefined;
}

const QUOTED = '"((?:[^"\\\\]|\\\\.)*)"';
const PARAMETER = new RegExp(`;\\s*([^\\s=;,"]+)(?:\\s*=\\s*(?:${QUOTED}|([^\\s;,"]*)))?`, 'g');
const LINK = new RegExp(`<([^<>]*)>((?:\\s*${PARAMETER.source.replace(/\((?!\?)/g, '(?:')})*)`, 'g');

const REDIRECTS: readonly number[] = [301, 302, 303, 307, 308];
/** These let a request that changes something be sent again as it is; the others may mean another object. */
const REPEATING: readonly number[] = [307, 308];
const MOST_REDIRECTS = 5;
const MOVED =
  'Check whether the repository was renamed or the issue was transferred, then run again; nothing was changed.';

/**
 * The answer with its whole body, as long as it may be once it is unpacked: little can unpack to very much. Octokit
 * would take a body that breaks off for an empty one.
 */
async function read(answer: Response): Promise<Response> {
  if (answer.body === null) return answer;
  const { status, statusText, headers, url } = answer;
  const whole = new Response(await wholeBody(answer.body), { status, statusText, headers });
  return Object.defineProperty(whole, 'url', { value: url });
}

/** A fetch that follows redirects within the API only, and throws RefusedAddress for others. Bodies are bounded. */
export function fetchWithin(api: string, send: typeof fetch): typeof fetch {
  return async (input, init) => {
    let address = String(input);
    for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
      const answer = await send(address, { ...init, redirect: 'manual' });
      if (!REDIRECTS.includes(answer.status)) return read(answer);
      await answer.body?.cancel();
      const location = answer.headers.get('location');
      if (location === null) throw new RefusedAddress(api, `redirects without an address (HTTP ${answer.status})`);
      address = within(api, location, address);
      const reads = init?.method === undefined || init.method === 'GET';
      if (!reads && !REPEATING.includes(answer.status)) throw new RefusedAddress(api, `moves it to ${address}`, MOVED);
    }
    throw new RefusedAddress(api, `redirects more than ${MOST_REDIRECTS} times`);
  };
}

/** The RefusedAddress in an error or its causes: octokit wraps what its fetch throws. */
export function refusedAddress(error: unknown): RefusedAddress | undefined {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 5; at = at.cause, depth += 1) {
    if (at.name === 'RefusedAddress') return at as RefusedAddress;
  }
  return undefined;
}
