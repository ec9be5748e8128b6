import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { describe, expect, it, onTestFinished } from 'vitest';
import { getJson } from '../../src/support/get-json.ts';

async function asked(answer: (outgoing: ServerResponse, incoming: IncomingMessage) => void, path = '/token?a=b') {
  const got: IncomingMessage[] = [];
  const server = createServer((incoming, outgoing) => {
    got.push(incoming);
    answer(outgoing, incoming);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const address = new URL(path, `http://127.0.0.1:${(server.address() as AddressInfo).port}`);
  const result = await getJson(address, { authorization: 'Bearer a' }, () => undefined).catch(
    (error: unknown) => error,
  );
  return { result, got };
}

const says = (status: number, body: string) => (outgoing: ServerResponse) => void outgoing.writeHead(status).end(body);

describe('one GET of JSON', () => {
  it('sends what it is given, once', async () => {
    const { result, got } = await asked(says(200, '{"value":"a.b.c"}'));
    expect(result).toEqual({ statusCode: 200, result: { value: 'a.b.c' } });
    expect(got.map(({ method, url, headers }) => [method, url, headers.authorization, headers.accept])).toEqual([
      ['GET', '/token?a=b', 'Bearer a', 'application/json'],
    ]);
  });

  it.each([
    {
      what: 'nothing there',
      answer: says(404, 'not found'),
      is: { statusCode: 404, message: 'not found', result: null },
    },
    {
      what: 'nothing there, in JSON',
      answer: says(404, '{"message":"no such job"}'),
      is: { statusCode: 404, message: 'no such job' },
    },
    { what: 'a page in place of JSON', answer: says(200, '<html>'), is: { statusCode: 200, result: null } },
    { what: 'an empty answer', answer: says(200, ''), is: { statusCode: 200, result: null } },
    { what: 'a refusal', answer: says(403, '{"message":"no token"}'), is: { statusCode: 403, message: 'no token' } },
    { what: 'a refusal in words', answer: says(500, 'oh no'), is: { statusCode: 500, message: 'oh no' } },
    { what: 'a refusal without any', answer: says(503, ''), is: { statusCode: 503, message: 'Failed request: (503)' } },
    {
      what: 'a redirect, which is not followed',
      answer: (outgoing: ServerResponse) => void outgoing.writeHead(302, { location: '/other' }).end(),
      is: { statusCode: 302 },
    },
    {
      what: 'an answer that is cut',
      answer: (outgoing: ServerResponse) => {
        outgoing.writeHead(200, { 'content-length': '100' });
        outgoing.write('{"value":', () => outgoing.destroy());
      },
      is: { code: 'ECONNRESET' },
    },
    {
      what: 'a connection that is reset',
      answer: (outgoing: ServerResponse) => void outgoing.socket?.resetAndDestroy(),
      is: { code: 'ECONNRESET' },
    },
    {
      what: 'more than any token is long',
      answer: says(200, `"${'x'.repeat(2 * 1024 * 1024)}"`),
      is: { code: 'ERR_BODY_TOO_LONG' },
    },
  ])('$what', async ({ answer, is }) => {
    const { result, got } = await asked(answer);
    expect(result).toMatchObject(is);
    expect(got).toHaveLength(1);
  });
});
