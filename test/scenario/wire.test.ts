import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createServer as createTlsServer } from 'node:tls';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { afterAll, expect, it } from 'vitest';
import { wireProblem } from '../../src/support/wire.ts';
import { createAuthority, endedYesterday, type Identity, notBeforeTomorrow } from '../harness/certificates.ts';
import { wireError } from '../harness/wire-errors.ts';
import type { WireKind } from '../sandbox/faults.ts';
import type { ServiceName } from '../sandbox/index.ts';

// What is thrown in memory stands for what Node and its libraries throw: here both are read by the same table.
const PROBE = fileURLToPath(new URL('../harness/wire-probe.ts', import.meta.url));
const servers: Server[] = [];
const home = mkdtempSync(join(tmpdir(), 'wire-'));
afterAll(() => {
  for (const server of servers) server.close();
  rmSync(home, { recursive: true, force: true });
});

async function portOf(server: Server): Promise<number> {
  servers.push(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return (server.address() as { port: number }).port;
}

const listen = (onData: (socket: Socket, data: Buffer) => void) =>
  portOf(
    createServer((socket) => void socket.on('error', () => undefined).once('data', (data) => onData(socket, data))),
  );

async function tls({ key, certificate }: Identity, chain = ''): Promise<string> {
  const server = createTlsServer(
    { key, cert: certificate + chain },
    (socket) => void socket.on('error', () => undefined),
  );
  server.on('tlsClientError', () => undefined);
  return `https://localhost:${await portOf(server)}`;
}

type Seen = Record<string, Record<string, { failure: string; words: string; fix: string } | string>>;
async function probe(urls: Record<string, string>, env: Record<string, string>): Promise<Seen> {
  const { HTTPS_PROXY: _, HTTP_PROXY: __, ...rest } = process.env;
  const answer = await promisify(execFile)(process.execPath, [PROBE, JSON.stringify(urls)], {
    env: { ...rest, ...env },
  });
  return JSON.parse(answer.stdout) as Seen;
}

function expectAsInMemory(seen: Seen, except: readonly string[] = []): void {
  for (const [kind, clients] of Object.entries(seen))
    for (const [client, problem] of Object.entries(clients)) {
      if (except.includes(`${client} ${kind}`)) continue;
      const { failure, words, fix } =
        wireProblem(wireError(client as ServiceName, kind as WireKind, 'localhost')) ?? {};
      expect(problem, `${client}, ${kind}`).toMatchObject({ failure, words, fix });
    }
}

it('what clients throw without a proxy is what is thrown in memory', async () => {
  const unknown = createAuthority('a CA that nobody knows');
  const known = createAuthority('a CA that is known');
  const bundle = join(home, 'ca.pem');
  writeFileSync(bundle, known.certificate);
  const endless = await listen((socket) => {
    socket.write('HTTP/1.1 200 OK\r\nContent-Type: text/xml\r\nTransfer-Encoding: chunked\r\n\r\n');
    const chunk = `100000\r\n${' '.repeat(2 ** 20)}\r\n`;
    // A socket that has failed would take and fail each write that its last failure calls for, without end.
    const more = (error?: Error | null) => void (!error && !socket.destroyed && socket.write(chunk, more));
    more();
  });
  const closed = await listen(() => undefined);
  servers.at(-1)?.close();
  const seen = await probe(
    {
      refused: `http://127.0.0.1:${closed}`,
      endless: `http://127.0.0.1:${endless}`,
      reset: `http://127.0.0.1:${await listen((socket) => socket.resetAndDestroy())}`,
      'tls-closed': `https://127.0.0.1:${await listen((socket) => socket.destroy())}`,
      'no-tls': `https://127.0.0.1:${await listen((socket) => socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'))}`,
      'self-signed': await tls(unknown),
      'unknown-ca': await tls(unknown.issue(['localhost'])),
      'unknown-ca-in-chain': await tls(unknown.issue(['localhost']), unknown.certificate),
      'wrong-name': await tls(known.issue(['other.example'])),
      expired: await tls(known.issue(['localhost'], endedYesterday())),
      'not-yet-valid': await tls(known.issue(['localhost'], notBeforeTomorrow())),
    },
    { NODE_EXTRA_CA_CERTS: bundle },
  );
  expect(Object.keys(seen)).toHaveLength(11);
  expectAsInMemory(seen);
});

it('a name that DNS does not have is told as that', async () => {
  const seen = await probe({ dns: 'https://nowhere.invalid' }, {});
  // A machine without a resolver gives no answer at all.
  for (const problem of Object.values(seen['dns'] ?? {}))
    expect(problem).toMatchObject({ failure: 'not-sent', words: expect.stringMatching(/^DNS /) });
});

it('what clients throw behind a proxy that refuses CONNECT is what is thrown in memory', async () => {
  const port = await listen((socket, data) => {
    const status = /^CONNECT connect-(\w+)\./.exec(data.toString())?.[1] ?? 'cut';
    if (status === 'cut') socket.destroy();
    else socket.end(`HTTP/1.1 ${status} No\r\nContent-Length: 2\r\n\r\nno`);
  });
  const kinds = ['403', '407', '429', '502', '503', '504', 'cut'].map((one) => `connect-${one}`);
  const urls = Object.fromEntries(kinds.map((kind) => [kind, `https://${kind}.example`]));
  const seen = await probe(urls, { HTTPS_PROXY: `http://127.0.0.1:${port}` });
  expect(Object.keys(seen)).toHaveLength(7);
  // The undici of Node 24 connects again and again (nodejs/undici 3897), until the try is given up.
  expectAsInMemory(seen, ['github connect-cut']);
});
