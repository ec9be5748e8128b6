import { describe, expect, it, test } from 'vitest';
import { CloudRefusal, classifyCloudError } from '../../src/cockroach/errors.ts';
import { classifyGithubError } from '../../src/github/errors.ts';
import { retryAfterMs } from '../../src/support/retry-after.ts';

const NOW = Date.parse('2026-11-30T12:00:00Z');
const IN_30_S = 'Mon, 30 Nov 2026 12:00:30 GMT';

test.each([
  ['40', 40_000],
  ['0', 0],
  [IN_30_S, 30_000],
  ['Mon, 30 Nov 2026 11:00:00 GMT', 0],
  ['86400', 300_000],
  ['soon', undefined],
  ['', undefined],
  [undefined, undefined],
])('Retry-After: %s is %s ms', (header, ms) => {
  expect(retryAfterMs(header, NOW)).toBe(ms);
});

describe('a server that fails and says when to come back', () => {
  const github = (status: number, header: string, own = true) =>
    Object.assign(new Error('it failed'), {
      response: {
        status,
        headers: { 'retry-after': header, ...(own ? { 'x-github-request-id': '1' } : {}) },
        data: '',
      },
    });

  it.each([
    ['GitHub, HTTP 503', github(503, '40'), 'transient', 40_000],
    ['GitHub, HTTP 429', github(429, IN_30_S), 'throttled', 30_000],
    ['a proxy before GitHub, HTTP 429', github(429, '40', false), 'transient', 40_000],
  ])('%s', (_, error, failure, retryAfter) => {
    expect(classifyGithubError(error, NOW)).toEqual({ failure, retryAfterMs: retryAfter });
  });

  it.each([[503], [429]])('a load balancer before CockroachDB Cloud, HTTP %i', (status) => {
    const error = new CloudRefusal('GET /api/v1/clusters', { status, body: '<html></html>', retryAfter: IN_30_S });
    expect(classifyCloudError(error, NOW)).toEqual({ failure: 'transient', retryAfterMs: 30_000 });
  });
});
