import { describe, expect, it } from 'vitest';
import { type CloudClient, createCloudClient } from '../../src/cockroach/client.ts';
import type { HttpAnswer } from '../../src/cockroach/http.ts';
import { type Clock, systemClock } from '../../src/support/clock.ts';

const ID = 'b2222222-2222-4222-8222-222222222222';
const ENDPOINT = 'vpce-0123456789abcdef0';
/** Pauses take no time. */
const clock: Clock = { ...systemClock, sleep: (ms, signal) => systemClock.sleep(ms < 20_000 ? 0 : ms, signal) };

/** A client that gets these answers with status 200, the last one for ever. */
function answered(bodies: readonly string[], status = 200) {
  let sent = 0;
  const send = async (): Promise<HttpAnswer> => {
    sent += 1;
    const body = bodies[Math.min(sent, bodies.length) - 1] ?? '';
    const contentType = body.startsWith('{') ? 'application/json' : 'text/html';
    const isFirst = sent === 1;
    return { status: isFirst ? status : 200, body, contentType, retryAfter: undefined, version: undefined };
  };
  const cloud = createCloudClient({
    ...{ baseUrl: new URL('https://cloud.example'), apiKey: 'key', userAgent: 'test', clock },
    ...{ signal: new AbortController().signal, deadline: clock.now() + 600_000, debug: () => undefined },
    http: Promise.resolve({ send, close: async () => undefined }),
  });
  return { cloud, sent: () => sent };
}

const CALLS: Readonly<
  Record<string, { ask: (cloud: CloudClient) => Promise<unknown>; good: string; isRead: boolean }>
> = {
  clusterCa: {
    ask: (cloud) => cloud.clusterCa(ID),
    good: '-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----\n',
    isRead: true,
  },
  getTrustedOwner: {
    ask: (cloud) => cloud.getTrustedOwner(ID, 'owner-1'),
    good: '{"trusted_owner":{"id":"owner-1","external_owner_id":"111122223333"}}',
    isRead: true,
  },
  addTrustedOwner: {
    ask: (cloud) => cloud.addTrustedOwner(ID, '111122223333'),
    good: '{"trusted_owner":{"id":"owner-1","external_owner_id":"111122223333"}}',
    isRead: false,
  },
  addConnection: {
    ask: (cloud) => cloud.addConnection(ID, ENDPOINT),
    good: `{"endpoint_id":"${ENDPOINT}","status":"PENDING"}`,
    isRead: false,
  },
  createServices: { ask: (cloud) => cloud.createServices(ID), good: '{"services":[]}', isRead: false },
};

describe('an answer with status 200 that is not the one asked for', () => {
  for (const [name, { ask, good, isRead }] of Object.entries(CALLS))
    for (const other of ['{"blocked":true}', '<html>Sign in</html>'])
      it(`${name}: ${other}`, async () => {
        const { cloud, sent } = answered([other, good]);
        if (isRead) {
          expect(await ask(cloud)).toBeTruthy();
          expect(sent()).toBe(2);
        } else {
          // Whether the change was made is not known: it is looked for, not sent again.
          await expect(ask(cloud)).rejects.toMatchObject({
            code: 'cloud-unavailable',
            message: expect.stringContaining('The answer is not from CockroachDB Cloud: HTTP 200'),
          });
          expect(sent()).toBe(1);
        }
      });
});

it.each([408, 429, 500, 502, 503, 504])(
  'a read that a load balancer answers with HTTP %i is sent again',
  async (status) => {
    const { cloud, sent } = answered(['<html></html>', '{"services":[]}'], status);
    expect(await cloud.listServices(ID)).toEqual([]);
    expect(sent()).toBe(2);
  },
);
