import { createServer, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { gzipSync } from 'node:zlib';
import { GetCallerIdentityCommand, STSClient } from '@aws-sdk/client-sts';
import { describe, expect, it, onTestFinished } from 'vitest';
import { openAwsConnection } from '../../src/aws/connection.ts';
import { sendMetadataRequest } from '../../src/aws/metadata-request.ts';
import { fetchWithin } from '../../src/github/address.ts';
import { createFetch } from '../../src/github/fetch.ts';
import { wholeBody } from '../../src/support/whole-body.ts';

async function serverFor(answer: (outgoing: ServerResponse) => void): Promise<string> {
  const server = createServer((_, outgoing) => answer(outgoing));
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
}

/** Goes on until the client has had enough. */
function withoutEnd(outgoing: ServerResponse): void {
  outgoing.writeHead(200, { 'Content-Type': 'text/xml' });
  const more = (error?: Error | null) =>
    void (!error && !outgoing.destroyed && outgoing.write(' '.repeat(2 ** 20), more));
  more();
}

const TOO_LONG = { code: 'ERR_BODY_TOO_LONG' };
const GITHUB = { method: 'GET', signal: AbortSignal.timeout(20_000) };

describe('a body is read whole', () => {
  it('up to its limit, and closed beyond it', async () => {
    let isClosed = false;
    async function* chunks(count: number) {
      try {
        for (let index = 0; index < count; index += 1) yield new Uint8Array(10).fill(65 + index);
      } finally {
        isClosed = true;
      }
    }
    expect((await wholeBody(chunks(3), 30)).toString()).toBe(`${'A'.repeat(10)}${'B'.repeat(10)}${'C'.repeat(10)}`);
    isClosed = false;
    await expect(wholeBody(chunks(1e9), 30)).rejects.toMatchObject(TOO_LONG);
    expect(isClosed).toBe(true);
  });

  it('of the metadata service', async () => {
    const url = new URL(await serverFor(withoutEnd));
    const asked = sendMetadataRequest({ method: 'GET', url, headers: {}, signal: AbortSignal.timeout(20_000) });
    await expect(asked).rejects.toMatchObject(TOO_LONG);
  });

  it('of STS', async () => {
    const endpoint = await serverFor(withoutEnd);
    const { settings, close } = openAwsConnection('us-east-1', () => undefined, 'unit-test');
    onTestFinished(close);
    const client = new STSClient({ ...settings, endpoint, credentials: { accessKeyId: 'a', secretAccessKey: 'b' } });
    await expect(client.send(new GetCallerIdentityCommand({}))).rejects.toMatchObject(TOO_LONG);
  });

  it('of GitHub, counted as it is unpacked', async () => {
    const packed = gzipSync(Buffer.alloc(40 * 2 ** 20, ' '));
    expect(packed.length).toBeLessThan(100_000);
    const api = await serverFor((outgoing) => {
      outgoing.writeHead(200, { 'Content-Type': 'application/json', 'Content-Encoding': 'gzip' }).end(packed);
    });
    const send = fetchWithin(
      api,
      createFetch(() => undefined),
    );
    await expect(send(`${api}/x`, GITHUB)).rejects.toMatchObject(TOO_LONG);
  });

  it('of GitHub, with all else of its answer', async () => {
    const api = await serverFor((outgoing) => {
      outgoing.writeHead(201, { 'Content-Type': 'application/json', Link: '<x>; rel="next"' }).end('{"a":"ä"}');
    });
    const answer = await fetchWithin(
      api,
      createFetch(() => undefined),
    )(`${api}/x`, GITHUB);
    expect([answer.status, answer.url, answer.headers.get('link')]).toEqual([201, `${api}/x`, '<x>; rel="next"']);
    expect(await answer.json()).toEqual({ a: 'ä' });
  });
});
