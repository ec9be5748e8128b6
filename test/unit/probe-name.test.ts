import { getEventListeners } from 'node:events';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { classifyAnswers, withPort } from '../../src/probe/addresses.ts';
import { probe } from '../../src/probe/probe.ts';
import { systemResolve } from '../../src/probe/resolve.ts';
import type { ProbeDeps, ProbeResult, ProbeTarget } from '../../src/probe/types.ts';
import { judgeWalks } from '../../src/probe/walk-verdict.ts';
import {
  type BlackHole,
  FIRST,
  freePort,
  type Peer,
  SECOND,
  startBlackHole,
  startPeer,
} from '../harness/postgres-peers.ts';

const HOST = 'internal-orders-abc.aws-us-east-1.cockroachlabs.cloud';
const OTHERS = [{ endpointId: 'vpce-0b', addresses: ['10.0.7.7', 'fd00:7::7'] }];

function targetAt(port: number, addresses: readonly string[] = [FIRST, SECOND]): ProbeTarget {
  return {
    cluster: 'orders',
    host: HOST,
    port,
    endpointId: 'vpce-0a',
    vpcId: 'vpc-0a',
    privateDns: true,
    addresses,
    others: OTHERS,
    ca: undefined,
  };
}

describe.runIf(process.platform === 'linux')('what the name resolves to', () => {
  let listening: Peer;
  let closed: number;
  let hole: BlackHole;
  beforeAll(async () => {
    listening = await startPeer((socket) => socket.on('data', () => {}), [SECOND]);
    closed = await freePort();
    hole = await startBlackHole(FIRST);
  });
  afterAll(() => Promise.all([listening?.close(), hole?.close()]));

  function ask(
    answers: readonly string[] | ProbeDeps['resolve'],
    target: ProbeTarget,
    timeoutMs = 300,
  ): Promise<ProbeResult> {
    const resolve = typeof answers === 'function' ? answers : async () => answers;
    return probe(target, { resolve, signal: new AbortController().signal, timeoutMs });
  }

  const unavailable = async () => {
    throw Object.assign(new Error(`getaddrinfo EAI_AGAIN ${HOST}`), { code: 'EAI_AGAIN' });
  };
  const neverAnswers: ProbeDeps['resolve'] = (_, signal) =>
    new Promise((_, reject) => signal.addEventListener('abort', () => reject(new Error('stopped')), { once: true }));

  const elsewhere: [string, readonly string[] | ProbeDeps['resolve'], ProbeResult['code'], string][] = [
    ['nothing', [], 'probe-name-unknown', `${HOST} does not resolve on this runner`],
    [
      'public addresses',
      ['203.0.113.7', '10.9.9.9'],
      'probe-public-address',
      `${HOST} resolves publicly, to 203.0.113.7, and not to VPC endpoint vpce-0a`,
    ],
    [
      'a private address of nobody',
      ['10.9.9.9'],
      'probe-other-endpoint',
      `${HOST} resolves to 10.9.9.9, which belongs neither to VPC endpoint vpce-0a nor to another one in its VPC`,
    ],
    [
      'no answer for now',
      unavailable,
      'probe-name-unknown',
      `The resolver of this runner gives no answer for ${HOST}: getaddrinfo EAI_AGAIN ${HOST}`,
    ],
    [
      'silence',
      neverAnswers,
      'probe-name-unknown',
      `The resolver of this runner gives no answer for ${HOST}: timed out after 0.3 s`,
    ],
  ];

  it.each(elsewhere)(
    '%s, but the endpoint can be reached: the name is what is wrong',
    async (_, answers, code, cause) => {
      // One of the two addresses is enough of a sign.
      const result = await ask(answers, targetAt(listening.port));
      expect(result).toMatchObject({ outcome: 'failed', code, cause, certificateExpires: undefined });
      expect(result.fix).not.toBe('');
      expect(result.checks).toEqual([
        expect.objectContaining({ check: 'dns', ok: false }),
        { check: 'tcp', ok: true, detail: `${SECOND} of vpce-0a can be reached by address` },
      ]);
      await listening.idle();
    },
  );

  it.each([
    ['nothing', [], 'no address'],
    ['no answer for now', unavailable, 'no answer: getaddrinfo EAI_AGAIN'],
    ['silence', neverAnswers, 'no answer: timed out after 0.3 s'],
  ] as const)('what was answered is told without the name: %s', async (_, answers, answered) => {
    expect(await ask(answers, targetAt(closed))).toMatchObject({ answered });
  });

  it.each(elsewhere)('%s, and nothing answers at the endpoint: outside', async (_, answers) => {
    const result = await ask(answers, targetAt(hole.port, [FIRST]));
    expect(result).toMatchObject({ outcome: 'outside', code: 'probe-outside', certificateExpires: undefined });
    expect(result.cause).toMatch(
      /^Could not check: this runner seems to be outside the VPC of vpce-0a \(internal-orders/,
    );
    expect(result.cause).toContain(`none of ${FIRST} takes a connection on port ${hole.port} within 0.3 s)`);
    expect(result.cause).not.toContain('\n');
    expect(result.checks.map((one) => [one.check, one.ok])).toEqual([
      ['dns', false],
      ['tcp', false],
    ]);
  });

  it('public addresses, and a refusal: another host may have the private address out there', async () => {
    const result = await ask(['203.0.113.7'], targetAt(closed));
    expect(result).toMatchObject({ outcome: 'outside', code: 'probe-outside' });
  });

  it('does not wait the whole time of a step to find that it is outside', async () => {
    const started = performance.now();
    const result = await ask(['203.0.113.7'], targetAt(hole.port, [FIRST]), 30_000);
    expect(result).toMatchObject({ outcome: 'outside' });
    expect(result.cause).toContain('within 3.0 s)');
    expect(performance.now() - started).toBeLessThan(4_500);
  });

  it('own addresses, and nothing answers: inside, so a failure and not outside', async () => {
    const result = await ask([FIRST], targetAt(hole.port, [FIRST]));
    expect(result).toMatchObject({ outcome: 'failed', code: 'probe-time-out' });
  });

  it('fewer answers than the endpoint has addresses are right, and yet every address is tried', async () => {
    const result = await ask([SECOND], targetAt(listening.port));
    expect(result.checks[0]).toMatchObject({ check: 'dns', ok: true });
    expect(result.checks[1]).toMatchObject({ check: 'tcp', ok: false });
    expect(result).toMatchObject({ code: 'probe-refused' });
    await listening.idle();
  });

  it('another endpoint of the VPC: inside by that alone, so nothing is tried', async () => {
    const before = listening.came.length;
    for (const answer of ['10.0.7.7', 'FD00:7:0::7']) {
      const result = await ask([answer], targetAt(listening.port));
      expect(result).toMatchObject({
        outcome: 'failed',
        code: 'probe-other-endpoint',
        cause: `${HOST} resolves to ${answer} of VPC endpoint vpce-0b, not to vpce-0a`,
      });
      expect(result.fix).toContain('vpce-0b');
      expect(result.checks).toEqual([{ check: 'dns', ok: false, detail: `${HOST} resolves to ${answer}` }]);
    }
    expect(listening.came).toHaveLength(before);
  });

  it.each([
    ['a public IPv4 address', '203.0.113.7', 'probe-public-address'],
    ['a public IPv6 address', '2600:1f18::1', 'probe-public-address'],
    ['a private address of nobody', '10.9.9.9', 'probe-other-endpoint'],
    ['another endpoint’s address', '10.0.7.7', 'probe-other-endpoint'],
  ])('one wrong answer among the own ones fails, and is never outside: %s', async (_, wrong, code) => {
    const result = await ask([FIRST, wrong], targetAt(closed));
    expect(result).toMatchObject({ outcome: 'failed', code });
    expect(result.cause).toContain(wrong);
    expect(result.checks).toHaveLength(1);
  });

  it('an endpoint without a known address cannot be checked', async () => {
    const result = await ask(['203.0.113.7'], targetAt(closed, []));
    expect(result).toMatchObject({
      outcome: 'outside',
      code: 'probe-outside',
      cause: 'Could not check: no IP address of VPC endpoint vpce-0a is known',
    });
  });

  it('an abort ends the wait for the resolver', async () => {
    const controller = new AbortController();
    setTimeout(() => controller.abort(), 50);
    const run = probe(targetAt(closed), { resolve: neverAnswers, signal: controller.signal });
    await expect(run).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('an abort is no answer, whatever the resolver makes of it', async () => {
    for (const [answers, addresses] of [
      [[FIRST], [FIRST]],
      [[], [FIRST]],
    ]) {
      const controller = new AbortController();
      const resolve = async () => {
        controller.abort();
        return answers ?? [];
      };
      const run = probe(targetAt(hole.port, addresses), { resolve, signal: controller.signal });
      await expect(run).rejects.toMatchObject({ code: 'cancelled' });
    }
    const controller = new AbortController();
    const resolve = async () => {
      controller.abort();
      throw new Error('stopped');
    };
    const run = probe(targetAt(closed, []), { resolve, signal: controller.signal });
    await expect(run).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('an abort before the start asks nobody', async () => {
    const resolve = vi.fn(async () => [FIRST]);
    const run = probe(targetAt(closed), { resolve, signal: AbortSignal.abort() });
    await expect(run).rejects.toMatchObject({ code: 'cancelled' });
    expect(resolve).not.toHaveBeenCalled();
  });
});

describe('addresses', () => {
  const kinds = (answers: readonly string[], own: readonly string[]) =>
    classifyAnswers(answers, { addresses: own, others: OTHERS }).map((one) => one.kind);

  it('are compared as addresses and not as texts', () => {
    expect(kinds(['FD00:0:0::5', 'fd00::5%eth0', '::ffff:10.0.1.5', 'fd00::6'], ['fd00::5', '10.0.1.5'])).toEqual([
      'own',
      'own',
      'own',
      'stray',
    ]);
  });

  it('of the endpoint may be public ones that the VPC uses', () => {
    expect(kinds(['198.51.100.5', '198.51.100.6', '2600:1f18::5'], ['198.51.100.5', '2600:1f18::5'])).toEqual([
      'own',
      'public',
      'own',
    ]);
  });

  it('are public unless in a range that no host of the internet has', () => {
    const strays = [
      '10.0.0.1',
      '172.16.0.1',
      '172.31.255.254',
      '192.168.0.1',
      '100.64.0.1',
      '100.127.0.1',
      '127.0.0.1',
    ];
    const more = ['169.254.169.253', '0.0.0.0', '198.19.0.1', 'fd12::1', 'fc00::1', 'fe80::1', '::1', '::'];
    expect(new Set(kinds([...strays, ...more], []))).toEqual(new Set(['stray']));
    const open = [
      '172.15.0.1',
      '172.32.0.1',
      '100.128.0.1',
      '198.20.0.1',
      '11.0.0.1',
      '::2',
      '2001:db8::1',
      '64:ff9b::1',
    ];
    expect(new Set(kinds(open, []))).toEqual(new Set(['public']));
  });

  it('are written with their port as a person would', () => {
    expect([withPort('10.0.1.5', 26257), withPort('fd00::5', 26257)]).toEqual(['10.0.1.5:26257', '[fd00::5]:26257']);
  });

  it('to which the runner has no route are told from those that are silent', () => {
    const walk = {
      address: '10.0.1.5',
      fault: { step: 'tcp', kind: 'no-route', words: 'ENETUNREACH' },
      certificate: undefined,
    } as const;
    expect(judgeWalks([walk], targetAt(26257), 10_000)).toMatchObject({
      code: 'probe-time-out',
      cause: 'This runner has no route to 10.0.1.5:26257: ENETUNREACH',
    });
  });
});

describe('the runner’s own resolver', () => {
  const { signal } = new AbortController();

  it('knows the hosts file', async () => {
    expect(await systemResolve('localhost', signal)).toEqual(
      expect.arrayContaining([expect.stringMatching(/^(127\.0\.0\.1|::1)$/)]),
    );
    expect(getEventListeners(signal, 'abort')).toEqual([]);
  });

  it('has no address for a name that cannot be', async () => {
    expect(await systemResolve(`${'a'.repeat(64)}.invalid`, signal)).toEqual([]);
  });

  it('is not asked, or not waited for, after an abort', async () => {
    await expect(systemResolve('localhost', AbortSignal.abort())).rejects.toMatchObject({ code: 'cancelled' });
    const controller = new AbortController();
    const asked = systemResolve('localhost', controller.signal);
    controller.abort();
    await expect(asked).rejects.toMatchObject({ code: 'cancelled' });
    expect(getEventListeners(controller.signal, 'abort')).toEqual([]);
  });
});
