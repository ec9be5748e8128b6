import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { type IncomingHttpHeaders, request } from 'node:http';
import { createSecureServer, type Http2ServerRequest, type Http2ServerResponse } from 'node:http2';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TLSSocket } from 'node:tls';

export interface TlsFront {
  /** Where it listens: `http://127.0.0.1:port`, as a route of the test proxy. */
  address: string;
  port: number;
  /** File of the certificate, for NODE_EXTRA_CA_CERTS. */
  certificate: string;
  /** One entry for each TLS set-up: what it was made for, and whether an earlier session was taken up again. */
  setUps: { host: string; protocol: string; resumed: boolean }[];
  close(): Promise<void>;
}

export interface TlsFrontOptions {
  /** Hosts that are spoken to in HTTP/2 where the client offers it; all others in HTTP/1.1. */
  http2?: readonly string[];
  /** Sees each request before it is handed on; `reset` ends it with an error of HTTP/2 instead. */
  meddle?: (incoming: { host: string; method: string; path: string }) => 'reset' | undefined;
}

const bare = (host: string | undefined) => (host ?? '').replace(/:\d+$/, '');

/**
 * An https server with a certificate made for the occasion (by the openssl command), which hands every request on.
 * @param hosts where a request goes, by the host name that it was sent to
 */
export async function startTlsFront(hosts: Record<string, string>, options: TlsFrontOptions = {}): Promise<TlsFront> {
  const home = mkdtempSync(join(tmpdir(), 'tls-front-'));
  const [key, cert] = [join(home, 'key.pem'), join(home, 'cert.pem')];
  const names = Object.keys(hosts).map((host) => `DNS:${host}`);
  const made = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '30'];
  const about = ['-subj', '/CN=sandbox', '-addext', `subjectAltName=${names.join(',')}`];
  execFileSync('openssl', [...made, '-keyout', key, '-out', cert, ...about], { stdio: 'pipe' });
  const setUps: TlsFront['setUps'] = [];
  const server = createSecureServer(
    {
      key: readFileSync(key),
      cert: readFileSync(cert),
      allowHTTP1: true,
      ALPNCallback: ({ servername, protocols }) =>
        ['h2', 'http/1.1'].find(
          (one) => protocols.includes(one) && (one !== 'h2' || (options.http2 ?? []).includes(servername)),
        ),
    },
    (incoming, outgoing) => {
      const host = bare(incoming.headers[':authority'] ?? incoming.headers.host);
      const path = incoming.url;
      if (options.meddle?.({ host, method: incoming.method, path }) === 'reset')
        return void incoming.stream.close(INTERNAL_ERROR);
      handOn({ host, destination: hosts[host] }, incoming, outgoing);
    },
  );
  const sockets = new Set<TLSSocket>();
  server.on('secureConnection', (socket: TLSSocket) => {
    sockets.add(socket);
    setUps.push({
      host: String(socket.servername),
      protocol: socket.alpnProtocol || 'http/1.1',
      resumed: socket.isSessionReused(),
    });
  });
  // A client may go away at any time.
  server.on('sessionError', () => {});
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    address: `http://127.0.0.1:${port}`,
    port,
    certificate: cert,
    setUps,
    close: () =>
      new Promise((resolve) => {
        rmSync(home, { recursive: true, force: true });
        server.close(() => resolve());
        for (const socket of sockets) socket.destroy();
      }),
  };
}

const INTERNAL_ERROR = 2;
/** Headers that HTTP/2 does not know, or that this hop makes for itself. */
const OF_THE_HOP = new Set(['connection', 'keep-alive', 'transfer-encoding', 'host']);

function handOn(
  { host, destination }: { host: string; destination: string | undefined },
  incoming: Http2ServerRequest,
  outgoing: Http2ServerResponse,
): void {
  if (destination === undefined) return void outgoing.writeHead(421).end();
  const onward = request(
    new URL(incoming.url, destination),
    { method: incoming.method, headers: { ...endToEnd(incoming.headers), host } },
    (answer) => {
      outgoing.writeHead(answer.statusCode ?? 502, endToEnd(answer.headers));
      answer.pipe(outgoing);
    },
  );
  onward.on('error', () => outgoing.writeHead(502).end());
  incoming.pipe(onward);
}

function endToEnd(headers: IncomingHttpHeaders): IncomingHttpHeaders {
  return Object.fromEntries(Object.entries(headers).filter(([name]) => !name.startsWith(':') && !OF_THE_HOP.has(name)));
}
