import { createServer, type Socket } from 'node:net';
import { createSecureContext, TLSSocket } from 'node:tls';
import type { Identity } from './certificates.ts';
import { afterSslRequest, freePort } from './postgres-peers.ts';

/** How a client introduced itself. */
export interface Login {
  /** The host that it named in TLS; '' for none. */
  readonly servername: string;
  /** `user`, `database`, `options` and what else the startup message has. */
  readonly parameters: Readonly<Record<string, string>>;
  readonly password: string;
}

/**
 * The front of a Standard cluster as clients see it: TLS, a clear-text password, and an answer to `SELECT 1`. A PostgreSQL server
 * can't stand for it, since it knows no option `--cluster`. Source: the protocol (PostgreSQL docs, Message Formats), sqlproxyccl.
 * @param fixed the port, otherwise a free one
 */
export async function startSqlFront(identity: Identity, address = '127.0.0.1', fixed?: number) {
  const logins: Login[] = [];
  const queries: string[] = [];
  const server = createServer((socket) => {
    socket.on('error', () => {});
    afterSslRequest((plain) => logIn(plain, identity, { logins, queries }))(socket);
  });
  const port = fixed ?? (await freePort([address]));
  await new Promise<void>((resolve) => server.listen(port, address, resolve));
  return { port, logins, queries, close: () => new Promise<void>((resolve) => void server.close(() => resolve())) };
}

/** What clients did, in order. */
interface Heard {
  readonly logins: Login[];
  readonly queries: string[];
}

function logIn(plain: Socket, { certificate, key }: Identity, { logins, queries }: Heard): void {
  let servername = '';
  plain.write('S');
  const secured = new TLSSocket(plain, {
    isServer: true,
    cert: certificate,
    key,
    SNICallback: (name, answer) => {
      servername = name;
      answer(null, createSecureContext({ cert: certificate, key }));
    },
  });
  let rest = Buffer.alloc(0);
  let parameters: Record<string, string> | undefined;
  secured.on('error', () => {});
  secured.on('data', (chunk: Buffer) => {
    rest = Buffer.concat([rest, chunk]);
    // The first message has no type, all others have one before their length.
    for (let head = parameters ? 1 : 0; rest.length >= head + 4; head = 1) {
      const length = rest.readInt32BE(head) + head;
      if (rest.length < length) return;
      const [type, body] = [rest.toString('latin1', 0, head), rest.subarray(head + 4, length)];
      rest = rest.subarray(length);
      if (type === 'Q') queries.push(body.toString().replace(/\0$/, ''));
      if (parameters === undefined) {
        const [, ...words] = [body.subarray(0, 4), ...body.subarray(4).toString().split('\0')];
        parameters = Object.fromEntries(pairs(words as string[]));
        secured.write(message('R', int32(3)));
      } else if (type === 'p') {
        logins.push({ servername, parameters, password: body.toString().replace(/\0$/, '') });
        const said = message('S', Buffer.from('server_version\x0013.0.0\0'));
        const encoding = message('S', Buffer.from('client_encoding\0UTF8\0'));
        // pgx sends a simple query only where it knows that strings are as in the standard.
        const strings = message('S', Buffer.from('standard_conforming_strings\0on\0'));
        secured.write(Buffer.concat([message('R', int32(0)), said, encoding, strings, READY]));
      } else if (type === 'Q') secured.write(Buffer.concat([/^SELECT/.test(body.toString()) ? ONE_ROW : SET, READY]));
      else secured.end();
    }
  });
}

function pairs(words: readonly string[]): string[][] {
  const found: string[][] = [];
  for (let at = 0; words[at]; at += 2) found.push([words[at] ?? '', words[at + 1] ?? '']);
  return found;
}

function int32(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeInt32BE(value);
  return bytes;
}

function int16(value: number): Buffer {
  return int32(value).subarray(2);
}

function message(type: string, body: Buffer): Buffer {
  return Buffer.concat([Buffer.from(type), int32(body.length + 4), body]);
}

/** pgjdbc sets what it needs first. */
const SET = message('C', Buffer.from('SET\0'));
const READY = message('Z', Buffer.from('I'));
/** A column of type int4, in text, with the value 1. */
const COLUMN = Buffer.concat([Buffer.from('one\0'), int32(0), int16(0), int32(23), int16(4), int32(-1), int16(0)]);
const ONE_ROW = Buffer.concat([
  message('T', Buffer.concat([int16(1), COLUMN])),
  message('D', Buffer.concat([int16(1), int32(1), Buffer.from('1')])),
  message('C', Buffer.from('SELECT 1\0')),
]);
