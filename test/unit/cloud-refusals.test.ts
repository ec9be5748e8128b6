import { describe, expect, test } from 'vitest';
import {
  CloudRefusal,
  classifyCloudError,
  cloudError,
  isRateRefusal,
  meaningOfCloud,
} from '../../src/cockroach/errors.ts';

const CONNECT = 'POST /api/v1/clusters/c/networking/private-endpoint-connections';
const SERVICES = 'POST /api/v1/clusters/c/networking/private-endpoint-services';
const OWNERS = 'POST /api/v1/clusters/c/networking/private-endpoint-trusted-owners';
const REMOVE = 'DELETE /api/v1/clusters/c/networking/private-endpoint-connections/vpce-1';

interface Body {
  code?: number | string;
  message?: string;
}

/** `byApi`: with the Cc-Version that the API echoes on every answer. */
function refusal(call: string, status: number, body: Body | string, byApi = false): CloudRefusal {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  const contentType = typeof body === 'string' ? 'text/html' : 'application/json';
  const version = byApi ? { version: '2024-09-16' } : {};
  return new CloudRefusal(
    call,
    { status, body: text, contentType, retryAfter: undefined, ...version },
    'cloud.example',
  );
}

describe('who answered', () => {
  test.each<[string, Body | string, boolean, boolean]>([
    ['a gRPC code', { code: 5, message: 'not found' }, false, true],
    ['the highest gRPC code', { code: 16 }, false, true],
    ['the status as code, as gateways write it', { code: 404, message: 'no route' }, false, false],
    ['code 0, which is no refusal', { code: 0 }, false, false],
    ['a code that is no integer', { code: 5.5 }, false, false],
    ['a code that is text', { code: '5' }, false, false],
    ['a message alone, as gateways send it', { message: 'no Route matched with those values' }, false, false],
    ['a message alone with Cc-Version', { message: 'internal' }, true, true],
    ['no field at all with Cc-Version: all are optional', {}, true, true],
    ['a page with Cc-Version', '<html></html>', true, false],
  ])('%s', (_, body, byApi, expected) => {
    expect(refusal(REMOVE, 404, body, byApi).ofApi).toBe(expected);
  });

  test('what somebody else says is quoted', () => {
    const error = cloudError(refusal(REMOVE, 403, { code: 403, message: 'blocked by policy 7' }), 'remove it');
    expect(error).toMatchObject({ code: 'cloud-unavailable' });
    expect(error.message).toContain('blocked by policy 7');
    expect(error.message).toContain('cloud.example');
  });

  test('a page to sign in on, with status 200, is named and asked for again', () => {
    const page = refusal('GET /api/v1/clusters', 200, '<html></html>');
    expect(classifyCloudError(page, 0).failure).toBe('transient');
    expect(cloudError(page, 'list the clusters').message).toMatch(/cloud\.example answered HTTP 200 with text\/html/);
  });
});

describe('the rate limit', () => {
  const limited = (body: string, retryAfter: string | undefined) =>
    classifyCloudError(new CloudRefusal(CONNECT, { status: 429, body, retryAfter }), 0).failure;

  test("is the API's own", () => {
    expect(limited('{"code":8,"message":"rate limit exceeded"}', undefined)).toBe('throttled');
    expect(limited('{"code":8,"message":"rate limit exceeded"}', '3')).toBe('throttled');
  });

  test('of something in between says nothing about whether a change was made', () => {
    expect(limited('<html></html>', undefined)).toBe('transient');
    expect(limited('<html></html>', '3')).toBe('transient');
    expect(limited('{"message":"API rate limit exceeded"}', '3')).toBe('transient');
  });
});

// Its status code is not documented on purpose (cockroachdb/docs PR 20356).
describe('a refusal that slows the run down', () => {
  const limited = '{"code":8,"message":"rate limit exceeded"}';
  test.each<[string, string, number, string, string | undefined, boolean]>([
    ['429', 'GET /api/v1/clusters', 429, limited, undefined, true],
    ['503 with the words', 'GET /api/v1/clusters', 503, limited, '1', true],
    ['400 with the words', CONNECT, 400, limited, undefined, true],
    ['409 with Retry-After and other words', CONNECT, 409, '{"code":2,"message":"slow down"}', '1', true],
    ['a cluster that is locked', REMOVE, 409, '{"code":10,"message":"cluster lock is held"}', '1', false],
    ['a role that is missing', REMOVE, 403, '{"code":7,"message":"denied"}', '1', false],
    ['429 of something in between', 'GET /api/v1/clusters', 429, '<html></html>', '1', false],
  ])('%s', (_, call, status, body, retryAfter, expected) => {
    expect(isRateRefusal(new CloudRefusal(call, { status, body, retryAfter }))).toBe(expected);
  });

  test('an error of the wire is none', () => {
    expect(isRateRefusal(Object.assign(new Error('reset'), { code: 'ECONNRESET' }))).toBe(false);
  });
});

describe('what the API means', () => {
  test.each([
    [CONNECT, 409, { code: 6, message: 'already exists' }, 'exists'],
    [SERVICES, 409, { code: 6, message: 'already exists' }, 'exists'],
    [OWNERS, 409, { code: 6, message: 'already exists' }, 'exists'],
    [CONNECT, 409, { code: 10, message: 'another operation is in progress' }, 'locked'],
    [SERVICES, 409, { code: 10, message: 'another operation is in progress' }, 'locked'],
    [OWNERS, 409, { code: 10, message: 'another operation is in progress' }, 'locked'],
    [REMOVE, 409, { code: 10, message: 'try again' }, 'locked'],
    [CONNECT, 403, { code: 7, message: 'AWS account 1 is not a trusted owner of this cluster' }, 'untrusted'],
    [CONNECT, 403, { code: 7, message: 'user does not have permission' }, 'denied'],
  ])('%s %i %j', (call, status, body, meaning) => {
    expect(meaningOfCloud(refusal(call, status, body))).toBe(meaning);
  });

  test('a held lock without a code is waited for', () => {
    const held = refusal(REMOVE, 400, { message: "couldn't lock cluster" }, true);
    expect(classifyCloudError(held, 0).failure).toBe('throttled');
  });

  test('an account that is not trusted needs no other role', () => {
    const words = 'AWS account 111 is not a trusted owner of this cluster';
    const error = cloudError(refusal(CONNECT, 403, { code: 7, message: words }), 'connect it');
    expect(error.code).toBe('cloud-refused');
    expect(error.message).toContain(words);
    expect(error.fix).toMatch(/trusted-owners/);
    expect(error.fix).not.toMatch(/role/);
  });
});
