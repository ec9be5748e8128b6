import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { request } from 'node:http';
import { createServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

export interface TlsFront {
  /** Where it listens: `http://127.0.0.1:port`, as a route of the test proxy. */
  address: string;
  /** File of the certificate, for NODE_EXTRA_CA_CERTS. */
  certificate: string;
  close(): Promise<void>;
}

/**
 * An https server with a certificate made for the occasion (by the openssl command), which hands every request on.
 * @param hosts where a request goes, by the host name that it was sent to
 */
export async function startTlsFront(hosts: Record<string, string>): Promise<TlsFront> {
  const home = mkdtempSync(join(tmpdir(), 'tls-front-'));
  const [key, cert] = [join(home, 'key.pem'), join(home, 'cert.pem')];
  const names = Object.keys(hosts).map((host) => `DNS:${host}`);
  const made = ['req', '-x509', '-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:prime256v1', '-nodes', '-days', '30'];
  const about = ['-subj', '/CN=sandbox', '-addext', `subjectAltName=${names.join(',')}`];
  execFileSync('openssl', [...made, '-keyout', key, '-out', cert, ...about], { stdio: 'pipe' });
  const server = createServer({ key: readFileSync(key), cert: readFileSync(cert) }, (incoming, outgoing) => {
    const destination = hosts[(incoming.headers.host ?? '').replace(/:\d+$/, '')];
    if (destination === undefined) return void outgoing.writeHead(421).end();
    const onward = request(
      new URL(incoming.url ?? '/', destination),
      { method: incoming.method ?? 'GET', headers: incoming.headers },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      },
    );
    onward.on('error', () => outgoing.writeHead(502).end());
    incoming.pipe(onward);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    address: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    certificate: cert,
    close: () =>
      new Promise((resolve) => {
        rmSync(home, { recursive: true, force: true });
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
