import type { WireKind } from '../sandbox/faults.ts';
import type { ServiceName } from '../sandbox/request-log.ts';

/** The HTTP library by which a run reaches a service. */
const CLIENTS = {
  oidc: 'https',
  sts: 'node',
  ec2: 'node',
  cloud: 'undici',
  github: 'fetch',
  metadata: 'https',
} as const satisfies Record<ServiceName, string>;
type Client = (typeof CLIENTS)[ServiceName];

const HINT = '; if the root CA is installed locally, try running Node.js with --use-system-ca';

/**
 * What the client of a service throws where no HTTP answer comes. Each shape was seen with Node 24.21 and undici 8.12 on real
 * sockets, and test/scenario/wire.test.ts looks whether it is still so.
 */
export function wireError(service: ServiceName, kind: WireKind, host: string): Error {
  const client = CLIENTS[service];
  const error = bareError(client, kind, host);
  // Octokit wraps what fetch throws, and fetch what its undici does.
  return client === 'fetch' ? new TypeError('fetch failed', { cause: error }) : error;
}

function bareError(client: Client, kind: WireKind, host: string): Error {
  const made = (message: string, more: object) => Object.assign(new Error(message), more);
  switch (kind) {
    case 'dns':
      return made(`getaddrinfo ENOTFOUND ${host}`, {
        errno: -3008,
        code: 'ENOTFOUND',
        syscall: 'getaddrinfo',
        hostname: host,
      });
    case 'dns-again':
      return made(`getaddrinfo EAI_AGAIN ${host}`, {
        errno: -3001,
        code: 'EAI_AGAIN',
        syscall: 'getaddrinfo',
        hostname: host,
      });
    case 'refused':
      return made('connect ECONNREFUSED 192.0.2.1:443', {
        ...{ errno: -111, code: 'ECONNREFUSED', syscall: 'connect', address: '192.0.2.1', port: 443 },
      });
    case 'no-connection':
      return noConnection(client, host);
    case 'reset':
      return made('read ECONNRESET', { errno: -104, code: 'ECONNRESET', syscall: 'read' });
    case 'endless':
      return made(`more than ${client === 'https' ? 2 ** 20 : 2 ** 25} bytes came`, { code: 'ERR_BODY_TOO_LONG' });
    case 'tls-closed':
      return made('Client network socket disconnected before secure TLS connection was established', {
        code: 'ECONNRESET',
        host,
        port: 443,
      });
    case 'no-tls':
      return noTls(client);
    case 'self-signed':
      return made(`self-signed certificate${HINT}`, { code: 'DEPTH_ZERO_SELF_SIGNED_CERT' });
    case 'unknown-ca':
      return made(`unable to verify the first certificate${HINT}`, { code: 'UNABLE_TO_VERIFY_LEAF_SIGNATURE' });
    case 'unknown-ca-in-chain':
      return made(`self-signed certificate in certificate chain${HINT}`, { code: 'SELF_SIGNED_CERT_IN_CHAIN' });
    case 'wrong-name':
      return made(
        `Hostname/IP does not match certificate's altnames: Host: ${host}. is not in the cert's altnames: DNS:other.example`,
        {
          ...{ code: 'ERR_TLS_CERT_ALTNAME_INVALID', reason: 'Host is not in the altnames', host },
        },
      );
    case 'expired':
      return made('certificate has expired', { code: 'CERT_HAS_EXPIRED' });
    case 'not-yet-valid':
      return made('certificate is not yet valid', { code: 'CERT_NOT_YET_VALID' });
    case 'connect-cut':
      return tunnelCut(client);
    default:
      return tunnelRefused(client, Number(kind.slice('connect-'.length)), host);
  }
}

function noConnection(client: Client, host: string): Error {
  if (client === 'node') {
    const message = `@smithy/node-http-handler - the request socket did not establish a connection with the server within the configured timeout of 10000 ms.`;
    return Object.assign(new Error(message), { name: 'TimeoutError' });
  }
  if (client === 'https') return Object.assign(new Error('no answer in 30 s'), { code: 'ETIMEDOUT' });
  const message = `Connect Timeout Error (attempted address: ${host}:443, timeout: 10000ms)`;
  return Object.assign(new Error(message), { name: 'ConnectTimeoutError', code: 'UND_ERR_CONNECT_TIMEOUT' });
}

function noTls(client: Client): Error {
  const openssl =
    '40BD4B82527F0000:error:0A00010B:SSL routines:tls_validate_record_header:wrong version number:../deps/openssl/openssl/ssl/record/methods/tlsany_meth.c:77:\n';
  const isNode = client === 'node' || client === 'https';
  return isNode
    ? Object.assign(new Error(`write EPROTO ${openssl}`), { errno: -71, code: 'EPROTO', syscall: 'write' })
    : Object.assign(new Error(openssl), { reason: 'wrong version number', code: 'ERR_SSL_WRONG_VERSION_NUMBER' });
}

function tunnelCut(client: Client): Error {
  if (client === 'node' || client === 'https')
    return Object.assign(new Error('Connection to establish proxy tunnel ended unexpectedly'), {
      code: 'ERR_PROXY_TUNNEL',
    });
  const cause = Object.assign(new Error('other side closed'), { name: 'SocketError', code: 'UND_ERR_SOCKET' });
  return Object.assign(new Error('Proxy Connection failed', { cause }), {
    name: 'ProxyConnectionError',
    code: 'UND_ERR_PRX_CONN',
  });
}

function tunnelRefused(client: Client, status: number, host: string): Error {
  if (client === 'node' || client === 'https')
    return Object.assign(
      new Error(`Failed to establish tunnel to ${host}:443 via http://192.0.2.9:3128: HTTP/1.1 ${status} No`),
      {
        ...{ code: 'ERR_PROXY_TUNNEL', statusCode: status },
      },
    );
  const refused = Object.assign(new Error(`Proxy response (${status}) !== 200 when HTTP Tunneling`), {
    ...{ name: 'AbortError', code: 'UND_ERR_ABORTED' },
  });
  return client === 'undici' ? refused : Object.assign(new DOMException('Request was cancelled.'), { cause: refused });
}
