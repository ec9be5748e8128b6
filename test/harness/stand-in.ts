import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type RequestListener } from 'node:http';
import { createServer as createSecureServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { Identity } from './certificates.ts';

/** A request as a service that stands in for a real one is asked. */
export interface Asked {
  method: string;
  url: string;
  headers: Record<string, string>;
  body: string;
}

/** Answers a request. */
export type Answering = (asked: Asked) => Promise<{ status: number; headers: Record<string, string>; body: string }>;

/** A server of this machine that answers so; with TLS where it is given an identity, which must be for `localhost`. */
export async function startServer(answer: Answering, identity?: Identity) {
  const listener: RequestListener = (incoming, outgoing) => {
    const chunks: Buffer[] = [];
    incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
    incoming.on('end', () => {
      const { method = '', url = '', headers } = incoming;
      const asked = { method, url, headers: headers as Record<string, string>, body: Buffer.concat(chunks).toString() };
      answer(asked).then(
        ({ status, headers: told, body }) => outgoing.writeHead(status, told).end(body),
        (error: unknown) => outgoing.destroy(error as Error),
      );
    });
  };
  const server =
    identity === undefined
      ? createServer(listener)
      : createSecureServer({ cert: identity.certificate, key: identity.key }, listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `${identity === undefined ? 'http://127.0.0.1' : 'https://localhost'}:${(server.address() as AddressInfo).port}`,
    close: () => new Promise<void>((resolve) => void server.close(() => resolve())),
  };
}

/**
 * The variables of a runner whose real AWS CLI reaches these addresses, by the CLI's word for a service. An option does it,
 * since a CLI of 2022 knows no variable for that.
 */
export async function withAwsCli(
  urls: Readonly<Record<string, string>>,
  play: (env: Record<string, string>) => Promise<void>,
): Promise<void> {
  const home = mkdtempSync(path.join(tmpdir(), 'runner-'));
  const bin = path.join(home, 'bin');
  mkdirSync(bin);
  // `eks get-token`, which kubectl calls, signs a request and sends none.
  const cases = Object.entries(urls).map(
    ([service, url]) => `  *" ${service} "*) exec aws --endpoint-url '${url}' "$@" ;;`,
  );
  const wrapper = `#!/bin/bash\nPATH="\${PATH#*:}"\ncase " $* " in\n  *" eks get-token "*) exec aws "$@" ;;\n${cases.join('\n')}\n  *) exit 99 ;;\nesac\n`;
  writeFileSync(path.join(bin, 'aws'), wrapper, { mode: 0o755 });
  try {
    await play({
      PATH: `${bin}:${process.env['PATH'] ?? ''}`,
      HOME: home,
      LC_ALL: 'C.UTF-8',
      AWS_EC2_METADATA_DISABLED: 'true',
      AWS_MAX_ATTEMPTS: '1',
      AWS_PAGER: '',
    });
  } finally {
    rmSync(home, { recursive: true, force: true });
  }
}
