import { describeError, oneLine, quoted } from './errors.ts';

/**
 * What a failed request says about trying it again.
 * - `throttled`: refused for its rate and not executed; any request may be repeated.
 * - `transient`: the answer was lost or the server failed; only a request that changes nothing may be repeated.
 * - `not-sent`: no connection was made, so nothing was executed; any request may be repeated.
 * - `final`: the answer stands.
 */
export type Failure = 'throttled' | 'transient' | 'not-sent' | 'final';

/** What came in place of an HTTP answer. */
interface WireProblem {
  readonly failure: Failure;
  /** How long it is worth repeating, where that is less than for others of the kind. */
  readonly budgetMs?: number;
  /** What happened, as the end of "EC2 can't be reached: ". */
  readonly words: string;
  /** What Node or a library said, without what only their authors understand. */
  readonly said: string;
  /** Its code, such as `ECONNREFUSED`. */
  readonly code: string;
  readonly fix: string;
}

/** One error of a chain of causes. */
interface Link extends Error {
  readonly code?: unknown;
  readonly statusCode?: unknown;
  readonly syscall?: unknown;
  readonly reason?: unknown;
}

interface Row {
  readonly codes?: readonly string[] | RegExp;
  readonly fits?: (error: Link) => boolean;
  readonly failure: Failure;
  readonly budgetMs?: number;
  readonly words: string | ((error: Link) => string);
  readonly said?: (error: Link) => string;
  /** Where the one of the error misleads. */
  readonly code?: string;
  readonly fix: string;
}

const NETWORK = 'Check the network, DNS and proxy of the runner, then run again.';
const CA_VARIABLES = 'NODE_EXTRA_CA_CERTS adds a private CA and does not change this; AWS_CA_BUNDLE is not read.';
/** A proxy that forbids a host goes on doing so, but for one whose rules are just being loaded. */
const FORBIDDEN_MS = 15_000;

/** Each library says this in words of its own, some as an abort. */
const TUNNEL = {
  said: (error: Link) => `CONNECT was answered with HTTP ${tunnelStatus(error)}`,
  code: 'ERR_PROXY_TUNNEL',
};

/**
 * Every way in which no HTTP answer comes, by the errors that Node 24, undici, tunnel and the AWS SDK throw; the first
 * row that fits counts. Each is tried with real sockets in test/scenario/wire.test.ts.
 */
const ROWS: readonly Row[] = [
  {
    fits: (error) => tunnelStatus(error) === 407,
    ...TUNNEL,
    failure: 'final',
    words: 'the proxy requires valid credentials (HTTP 407)',
    // Whoever repeats a wrong password locks the account.
    fix: 'Set the correct user and password in HTTPS_PROXY, or name the host in NO_PROXY.',
  },
  {
    fits: (error) => {
      const status = tunnelStatus(error);
      return status !== undefined && status >= 400 && status < 500 && status !== 408 && status !== 429;
    },
    ...TUNNEL,
    failure: 'not-sent',
    budgetMs: FORBIDDEN_MS,
    words: (error) => `the proxy forbids it (CONNECT: HTTP ${tunnelStatus(error)})`,
    fix: 'Allow the host in the proxy, or name it in NO_PROXY.',
  },
  {
    fits: (error) => tunnelStatus(error) !== undefined,
    ...TUNNEL,
    failure: 'not-sent',
    words: (error) => `the proxy answered CONNECT with HTTP ${tunnelStatus(error)}`,
    fix: 'Check the proxy in HTTPS_PROXY, then run again.',
  },
  {
    fits: (error) => isTunnel(error) && /certificate/i.test(error.message),
    failure: 'final',
    words: 'the TLS certificate of the proxy is not trusted',
    fix: 'Put the CA of the proxy, as PEM, into a file on the runner, and its path into NODE_EXTRA_CA_CERTS (AWS_CA_BUNDLE is not read).',
  },
  {
    fits: (error) => isTunnel(error) && /^no answer to CONNECT/.test(error.message),
    failure: 'not-sent',
    words: 'the proxy did not answer CONNECT',
    fix: 'Check the proxy in HTTPS_PROXY, then run again.',
  },
  {
    fits: isTunnel,
    code: 'ERR_PROXY_TUNNEL',
    failure: 'not-sent',
    words: 'the connection to the proxy failed or was closed',
    fix: 'Check the proxy in HTTPS_PROXY, then run again.',
  },
  {
    codes: [
      ...['DEPTH_ZERO_SELF_SIGNED_CERT', 'SELF_SIGNED_CERT_IN_CHAIN', 'UNABLE_TO_VERIFY_LEAF_SIGNATURE'],
      ...['UNABLE_TO_GET_ISSUER_CERT', 'UNABLE_TO_GET_ISSUER_CERT_LOCALLY', 'CERT_UNTRUSTED', 'INVALID_CA'],
    ],
    failure: 'final',
    words: ({ code }) =>
      code === 'DEPTH_ZERO_SELF_SIGNED_CERT'
        ? 'its TLS certificate is self-signed'
        : 'its TLS certificate is from an unknown CA',
    fix: 'Put the CA of your network, as PEM, into a file on the runner, and its path into NODE_EXTRA_CA_CERTS in the env of the job (AWS_CA_BUNDLE is not read).',
  },
  {
    codes: ['ERR_TLS_CERT_ALTNAME_INVALID', 'HOSTNAME_MISMATCH'],
    failure: 'final',
    words: 'its TLS certificate is for another name',
    fix: `Check DNS, the proxy and the address: something else answers there. ${CA_VARIABLES}`,
  },
  {
    codes: ['CERT_HAS_EXPIRED'],
    failure: 'final',
    words: 'its TLS certificate has expired',
    fix: `Renew the certificate (of the proxy, where one opens TLS), or set the clock of the runner. ${CA_VARIABLES}`,
  },
  {
    codes: ['CERT_NOT_YET_VALID'],
    failure: 'final',
    words: 'its TLS certificate is not valid yet',
    fix: `Set the clock of the runner, or replace the certificate (of the proxy, where one opens TLS). ${CA_VARIABLES}`,
  },
  {
    codes: /^(CERT_|CRL_|UNABLE_TO_|INVALID_PURPOSE|PATH_LENGTH_EXCEEDED|ERR_TLS_CERT)/,
    failure: 'final',
    words: 'its TLS certificate is not accepted',
    fix: `Check the certificate, and NODE_EXTRA_CA_CERTS where it is from a private CA (AWS_CA_BUNDLE is not read).`,
  },
  {
    codes: /^(EPROTO$|ERR_SSL_)/,
    fits: (error) =>
      /wrong version|unsupported protocol|handshake failure|http request|alert|no cipher/i.test(tlsReason(error)),
    failure: 'final',
    words: (error) => `no agreement on TLS (${tlsReason(error)})`,
    said: tlsReason,
    fix: 'Check the address and the proxy: https:// in HTTPS_PROXY is for a proxy that speaks TLS itself.',
  },
  {
    codes: /^(EPROTO$|ERR_SSL_)/,
    failure: 'transient',
    words: 'the TLS connection broke',
    said: tlsReason,
    fix: NETWORK,
  },
  {
    codes: ['ENOTFOUND', 'EAI_AGAIN', 'EAI_FAIL', 'EAI_NODATA', 'ENODATA', 'ESERVFAIL'],
    failure: 'not-sent',
    words: ({ code }) => (code === 'ENOTFOUND' ? 'DNS has no address for it' : 'DNS gives no answer'),
    fix: NETWORK,
  },
  {
    codes: ['ECONNREFUSED'],
    failure: 'not-sent',
    words: 'the connection was refused',
    fix: NETWORK,
  },
  {
    codes: ['EHOSTUNREACH', 'ENETUNREACH', 'ENETDOWN', 'EADDRNOTAVAIL'],
    failure: 'not-sent',
    words: 'there is no route to it',
    fix: NETWORK,
  },
  {
    codes: /^(UND_ERR_CONNECT_TIMEOUT|ETIMEDOUT)$/,
    fits: ({ code, syscall, name }) => code !== 'ETIMEDOUT' || syscall === 'connect' || name === 'AggregateError',
    failure: 'not-sent',
    words: 'no connection in time',
    fix: NETWORK,
  },
  {
    fits: ({ message }) => /did not establish a connection/.test(message),
    failure: 'not-sent',
    words: 'no connection in time',
    said: ({ message }) => `no connection within ${/(\d+) ms/.exec(message)?.[1] ?? ''} ms`,
    fix: NETWORK,
  },
  {
    fits: ({ message }) => /before secure TLS connection was established/.test(message),
    failure: 'not-sent',
    words: 'the connection was closed before TLS began',
    fix: NETWORK,
  },
  {
    codes: [
      ...['ECONNRESET', 'EPIPE', 'ECONNABORTED', 'UND_ERR_SOCKET', 'ERR_STREAM_PREMATURE_CLOSE'],
      ...['ERR_HTTP2_STREAM_ERROR', 'ERR_HTTP2_STREAM_CANCEL', 'ERR_HTTP2_SESSION_ERROR', 'ERR_HTTP2_GOAWAY_SESSION'],
    ],
    failure: 'transient',
    words: 'the connection broke before the answer was complete',
    fix: NETWORK,
  },
  {
    codes: ['ETIMEDOUT', 'UND_ERR_HEADERS_TIMEOUT', 'UND_ERR_BODY_TIMEOUT'],
    failure: 'transient',
    words: 'no answer in time',
    fix: NETWORK,
  },
  {
    fits: ({ name, message }) => name === 'TimeoutError' || /^(Request timeout\b|no answer in \d)/.test(message),
    failure: 'transient',
    words: 'no answer in time',
    said: ({ message }) =>
      /smithy/.test(message) ? `no answer within ${/(\d+) ms/.exec(message)?.[1] ?? ''} ms` : message,
    fix: NETWORK,
  },
  {
    codes: ['ERR_BODY_TOO_LONG'],
    failure: 'transient',
    budgetMs: FORBIDDEN_MS,
    words: 'the answer is too long',
    fix: 'Check the proxy and the address: something else answers there.',
  },
  {
    codes: /^(HPE_|UND_ERR_RESPONSE$)/,
    failure: 'transient',
    words: 'the answer is not HTTP',
    fix: NETWORK,
  },
  {
    fits: ({ name }) => name === 'HTTPParserError',
    failure: 'transient',
    words: 'the answer is not HTTP',
    fix: NETWORK,
  },
];

/** What kept an HTTP answer from coming, looking through the `cause` chain; undefined for an error of another kind. */
export function wireProblem(error: unknown): WireProblem | undefined {
  for (let at: unknown = error, depth = 0; at instanceof Error && depth < 6; at = at.cause, depth += 1) {
    const link: Link = at;
    const row = ROWS.find((one) => isOf(one, link));
    if (row === undefined) continue;
    const { failure, budgetMs, words, said = ({ message }) => message, fix } = row;
    const own = typeof link.code === 'string' ? link.code : link.name;
    return {
      failure,
      ...(budgetMs === undefined ? {} : { budgetMs }),
      words: typeof words === 'string' ? words : words(link),
      // Node's hint about its own options helps nobody who doesn't start it.
      said: oneLine(said(link)).replace(/; if the root CA is installed locally.*$/, ''),
      code: row.code ?? own,
      fix,
    };
  }
  return undefined;
}

/**
 * The text of an error for a service that gave no HTTP answer.
 * @param who the service, and what it was asked: "read VPC vpc-1"
 */
export function unreachable(
  error: unknown,
  { who, doing, host }: { readonly who: string; readonly doing: string; readonly host: string },
): { readonly cause: string; readonly said: string; readonly fix: string } {
  const about = `${who}${host === '' ? '' : ` at ${host}`}, asked to ${doing}`;
  const problem = wireProblem(error);
  if (problem === undefined) {
    const said = quoted(about, describeError(error), error instanceof Error ? error.name : 'no answer');
    return { cause: `${who} can't be reached`, said, fix: NETWORK };
  }
  const said = quoted(about, problem.said, problem.code);
  const fact = problem.failure === 'transient' ? 'did not answer' : "can't be reached";
  return { cause: `${who} ${fact}: ${problem.words}`, said, fix: problem.fix };
}

function isOf({ codes, fits }: Row, error: Link): boolean {
  const code = typeof error.code === 'string' ? error.code : '';
  if (codes !== undefined && !(codes instanceof RegExp ? codes.test(code) : codes.includes(code))) return false;
  return fits === undefined || fits(error);
}

/** A tunnel through a proxy that did not come to be; `tunnel` gives all of these the code ECONNRESET. */
function isTunnel({ code, message }: Link): boolean {
  return (
    code === 'ERR_PROXY_TUNNEL' ||
    code === 'UND_ERR_PRX_CONN' ||
    /tunneling socket could not be established|when HTTP Tunneling|establish (a |the )?(proxy )?tunnel/i.test(message)
  );
}

/** With which status a proxy answered CONNECT. */
function tunnelStatus(error: Link): number | undefined {
  if (!isTunnel(error)) return undefined;
  const [, told] =
    /statusCode=(\d{3})|Proxy response \((\d{3})\)|HTTP\/\d(?:\.\d)? (\d{3})/
      .exec(error.message)
      ?.filter((one) => one !== undefined) ?? [];
  const status = typeof error.statusCode === 'number' ? error.statusCode : Number(told);
  return Number.isInteger(status) ? status : undefined;
}

/** `wrong version number`, out of what OpenSSL says. */
function tlsReason({ reason, message }: Link): string {
  if (typeof reason === 'string') return reason;
  return oneLine(/:SSL routines:[^:]*:([^:]+)/.exec(message)?.[1] ?? message);
}
