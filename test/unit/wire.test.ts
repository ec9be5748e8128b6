import { describe, expect, it } from 'vitest';
import { contentTypeOf } from '../../src/support/foreign-page.ts';
import { wireProblem } from '../../src/support/wire.ts';

const error = (message: string, more: object = {}) => Object.assign(new Error(message), more);

/** Errors that test/behaviour/wire.test.ts has no request for: what the libraries throw, and what is made of it. */
const ROWS: readonly [string, Error, string, string][] = [
  [
    'a proxy that is spoken to over TLS and is not trusted',
    error('tunneling socket could not be established, cause=self-signed certificate', { code: 'ECONNRESET' }),
    ...(['final', 'the TLS certificate of the proxy is not trusted'] as const),
  ],
  [
    'a revoked certificate',
    error('certificate revoked', { code: 'CERT_REVOKED' }),
    'final',
    'its TLS certificate is not accepted',
  ],
  [
    'a damaged TLS record',
    error(
      'write EPROTO 40BD:error:0A000119:SSL routines:tls_get_more_records:decryption failed or bad record mac:x.c:1:',
      { code: 'EPROTO' },
    ),
    ...(['transient', 'the TLS connection broke'] as const),
  ],
  [
    'a client certificate that is asked for',
    error('x', { code: 'ERR_SSL_TLSV13_ALERT_CERTIFICATE_REQUIRED', reason: 'tlsv13 alert certificate required' }),
    ...(['final', 'no agreement on TLS (tlsv13 alert certificate required)'] as const),
  ],
  [
    'no route',
    error('connect EHOSTUNREACH 192.0.2.1:443', { code: 'EHOSTUNREACH' }),
    'not-sent',
    'there is no route to it',
  ],
  [
    'a lost SYN',
    error('connect ETIMEDOUT 192.0.2.1:443', { code: 'ETIMEDOUT', syscall: 'connect' }),
    'not-sent',
    'no connection in time',
  ],
  ['a lost answer', error('read ETIMEDOUT', { code: 'ETIMEDOUT', syscall: 'read' }), 'transient', 'no answer in time'],
  [
    'the connection time-out of the AWS SDK',
    error(
      '@smithy/node-http-handler - the request socket did not establish a connection with the server within the configured timeout of 10000 ms.',
      { name: 'TimeoutError' },
    ),
    ...(['not-sent', 'no connection in time'] as const),
  ],
  [
    'undici without headers',
    error('Headers Timeout Error', { code: 'UND_ERR_HEADERS_TIMEOUT' }),
    'transient',
    'no answer in time',
  ],
  ['the limit of the action itself', error('no answer in 30 s'), 'transient', 'no answer in time'],
  [
    'an answer that is no HTTP',
    error('Parse Error: Expected HTTP/', { code: 'HPE_INVALID_CONSTANT' }),
    'transient',
    'the answer is not HTTP',
  ],
  [
    'undici on an answer that is no HTTP',
    error('Response does not match the HTTP/1.1 protocol', { name: 'HTTPParserError' }),
    'transient',
    'the answer is not HTTP',
  ],
  [
    'a reset stream of HTTP/2',
    error('Stream closed', { code: 'ERR_HTTP2_STREAM_ERROR' }),
    'transient',
    'the connection broke before the answer was complete',
  ],
];

describe('what came in place of an answer', () => {
  it.each(ROWS)('%s', (_, thrown, failure, words) => {
    expect(wireProblem(thrown)).toMatchObject({ failure, words });
    expect(wireProblem(new TypeError('fetch failed', { cause: thrown }))).toMatchObject({ failure, words });
  });

  it('is nothing of the wire for other errors', () => {
    for (const thrown of [error('Region is missing'), error('x', { code: 'ERR_INVALID_URL' }), 'text', undefined])
      expect(wireProblem(thrown)).toBeUndefined();
  });

  it('is told without what only the authors of a library understand', () => {
    for (const [, thrown] of ROWS) expect(JSON.stringify(wireProblem(thrown))).not.toMatch(/smithy|SSL routines|\.c:/);
  });
});

it('a content type is short, and shows where it was cut', () => {
  expect(contentTypeOf('text/html; charset=utf-8')).toBe('text/html');
  expect(contentTypeOf(undefined)).toBe('no content type');
  expect(contentTypeOf('application/vnd.company.error+json')).toBe('application/vnd.company…');
});
