import { createServer, type IncomingMessage, request, type ServerResponse } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import { type AddressInfo, connect } from 'node:net';
import type { Duplex } from 'node:stream';
import type { Identity } from './certificates.ts';

export interface ProxyOptions {
  /** Asked for as Basic credentials; without them anybody may pass. */
  credentials?: { user: string; password: string };
  /** Where a `host:port` leads that only this proxy knows. Hosts it does not name are reached as they are. */
  routes?: Record<string, string>;
  /** TLS to the proxy itself, whose name is `localhost` then. */
  tls?: Identity;
}

export interface TestProxy {
  /** Address for HTTP_PROXY or HTTPS_PROXY, with credentials if there are any. */
  url: string;
  /** Where requests that were let through wanted to go, as `host:port`. */
  passed: string[];
  /** How many were turned away for their credentials. */
  refused(): number;
  close(): Promise<void>;
}

/** A forward proxy on loopback that knows both ways: CONNECT, and a request with the whole address in its first line. */
export async function startProxy(options: ProxyOptions = {}): Promise<TestProxy> {
  const { credentials, routes = {}, tls } = options;
  const passed: string[] = [];
  const open = new Set<Duplex>();
  let turnedAway = 0;
  const secret = credentials && Buffer.from(`${credentials.user}:${credentials.password}`).toString('base64');
  const mayPass = (incoming: IncomingMessage, target: string) => {
    if (secret === undefined || incoming.headers['proxy-authorization'] === `Basic ${secret}`)
      return passed.push(target);
    turnedAway += 1;
    return 0;
  };

  const forward = (incoming: IncomingMessage, outgoing: ServerResponse) => {
    const asked = URL.canParse(incoming.url ?? '') ? new URL(incoming.url ?? '') : undefined;
    if (asked === undefined) return void outgoing.writeHead(400).end();
    const target = `${asked.hostname}:${asked.port || 80}`;
    if (!mayPass(incoming, target)) {
      const page = `credentials not accepted: ${incoming.headers['proxy-authorization']}`;
      return void outgoing.writeHead(407, { 'Proxy-Authenticate': 'Basic realm="test"' }).end(page);
    }
    const { 'proxy-authorization': _credentials, 'proxy-connection': _connection, ...headers } = incoming.headers;
    const destination = new URL(routes[target] ?? asked.origin);
    const onward = request(
      {
        host: destination.hostname,
        port: destination.port,
        method: incoming.method,
        path: `${asked.pathname}${asked.search}`,
        headers,
      },
      (answer) => {
        outgoing.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(outgoing);
      },
    );
    onward.on('error', () => outgoing.writeHead(502).end());
    incoming.pipe(onward);
  };

  const tunnel = (incoming: IncomingMessage, socket: Duplex, head: Buffer) => {
    open.add(socket);
    socket.on('error', () => {}).on('close', () => open.delete(socket));
    const target = incoming.url ?? '';
    if (!mayPass(incoming, target)) {
      return void socket.end(
        'HTTP/1.1 407 Proxy Authentication Required\r\nProxy-Authenticate: Basic realm="test"\r\n\r\n',
      );
    }
    const destination = new URL(routes[target] ?? `http://${target}`);
    const onward = connect(Number(destination.port || 443), destination.hostname, () => {
      socket.write('HTTP/1.1 200 Connection Established\r\n\r\n');
      onward.write(head);
      onward.pipe(socket).pipe(onward);
    });
    open.add(onward);
    onward.on('error', () => socket.destroy()).on('close', () => open.delete(onward));
  };

  const listening =
    tls === undefined ? createServer(forward) : createTlsServer({ key: tls.key, cert: tls.certificate }, forward);
  const server = listening.on('connect', tunnel);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  const url = new URL(tls === undefined ? `http://127.0.0.1:${port}` : `https://localhost:${port}`);
  if (credentials) {
    url.username = encodeURIComponent(credentials.user);
    url.password = encodeURIComponent(credentials.password);
  }
  return {
    url: url.href,
    passed,
    refused: () => turnedAway,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
        for (const socket of open) socket.destroy();
      }),
  };
}
