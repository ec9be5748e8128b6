import { describe, expect, it } from 'vitest';
import { probeWithRetries } from '../../src/operations/name-retries.ts';
import type { ProbeResult, ProbeTarget } from '../../src/probe/types.ts';
import { createProgress } from '../../src/support/progress.ts';
import { virtualTime } from '../sandbox/virtual-time.ts';

interface Played {
  readonly results: readonly ProbeResult[];
  /** Seconds since the beginning, and the line. */
  readonly lines: readonly (readonly [number, string])[];
  readonly seconds: number;
}

const targetOf = (cluster: string, host = `${cluster}.example`): ProbeTarget => ({
  ...{
    cluster,
    host,
    port: 26257,
    endpointId: 'vpce-1',
    vpcId: 'vpc-1',
    privateDns: true,
    addresses: ['10.0.1.5'],
    others: [],
    ca: undefined,
  },
});

/** A result of a probe, by what the resolver answered. */
function resultOf({ cluster, host }: ProbeTarget, code: ProbeResult['code'], answered: string): ProbeResult {
  const outcome = code === undefined ? 'proved' : 'failed';
  return { cluster, host, answered, outcome, code, cause: '', fix: '', checks: [], certificateExpires: undefined };
}

/** Probes clusters on virtual time; `answer` is asked for each try of each, and how many seconds it takes. */
async function play(
  clusters: readonly { cluster: string; patience: number; host?: string }[],
  answer: (cluster: string, second: number) => { code: ProbeResult['code']; answered?: string; takes?: number },
  { timeout = 3600, abortAt = 0 } = {},
): Promise<Played> {
  const time = virtualTime();
  const { clock } = time;
  const began = clock.now();
  const abort = new AbortController();
  const lines: [number, string][] = [];
  const seconds = () => (clock.now() - began) / 1000;
  const targets = clusters.map(({ cluster, patience, host }) => ({
    target: targetOf(cluster, host),
    patienceMs: patience * 1000,
  }));
  if (abortAt > 0) void clock.sleep(abortAt * 1000, new AbortController().signal).then(() => abort.abort());
  const told = (line: string) => {
    progress.heard();
    lines.push([seconds(), line]);
  };
  const progress = createProgress({ clock, line: told });
  const over = new AbortController();
  void progress.watch(over.signal);
  const results = await time.drive(
    probeWithRetries(targets, {
      clock,
      signal: abort.signal,
      deadline: began + timeout * 1000,
      async probe(target) {
        const { code, answered = 'no address', takes = 0 } = answer(target.cluster, seconds());
        await clock.sleep(takes * 1000, abort.signal);
        return resultOf(target, code, answered);
      },
      progress,
      log: told,
    }).finally(() => over.abort()),
  );
  return { results, lines, seconds: seconds() };
}

const MISSING = { code: 'probe-name-unknown' } as const;
const FOUND = { code: undefined, answered: '10.0.1.5' } as const;

describe('a name that is asked for again', () => {
  it('is told with its answer, the number of the try and how long it goes on', async () => {
    const { lines, seconds, results } = await play([{ cluster: 'orders', patience: 30 }], (_, second) =>
      second < 20 ? MISSING : FOUND,
    );
    expect(lines).toEqual([
      [0, '… DNS name of cluster orders: no address (try 1; asking again in 10 s, for up to 30 s)'],
      [10, '… DNS name of cluster orders: no address (try 2; asking again in 10 s, for up to 20 s)'],
    ]);
    expect([seconds, results.map((one) => one.outcome)]).toEqual([20, ['proved']]);
  });

  it('is asked for a last time when its time is up, and the log tells how often it was', async () => {
    const { lines, seconds } = await play([{ cluster: 'orders', patience: 25 }], () => MISSING);
    expect(lines.map(([at]) => at)).toEqual([0, 10, 20, 25]);
    expect(lines.at(-2)?.[1]).toMatch(/try 3; asking again in 5\.0 s, for up to 5\.0 s\)$/);
    expect(lines.at(-1)?.[1]).toBe('… DNS name of cluster orders: no address (asked 4 times in 25 s)');
    expect(seconds).toBe(25);
  });

  // What ends a probe at once: everything but an answer that may be an older one.
  const final: [ProbeResult['code'], number][] = [
    [undefined, 0],
    ['probe-outside', 0],
    ['probe-other-endpoint', 0],
    ['probe-time-out', 0],
    ['probe-certificate', 0],
    ['probe-name-unknown', 30],
    ['probe-public-address', 30],
  ];
  it.each(final)('after %s: for %d s', async (code, expected) => {
    const { seconds, lines } = await play([{ cluster: 'orders', patience: 30 }], () => ({ code }));
    expect([seconds, lines.length > 0]).toEqual([expected, expected > 0]);
  });

  it('is not asked for again where there is none to ask for, or no time', async () => {
    for (const one of [
      { cluster: 'orders', patience: 300, host: '' },
      { cluster: 'orders', patience: 0 },
    ]) {
      expect(await play([one], () => MISSING)).toMatchObject({ lines: [], seconds: 0 });
    }
  });

  it('is asked for no longer than timeout-seconds allows', async () => {
    const { seconds, lines } = await play([{ cluster: 'orders', patience: 300 }], () => MISSING, { timeout: 15 });
    expect(seconds).toBe(15);
    expect(lines[0]?.[1]).toBe(
      '… DNS name of cluster orders: no address (try 1; asking again in 10 s, for up to 15 s, when timeout-seconds is over)',
    );
  });

  it('of several clusters makes one line for each answer, and each cluster has its own time', async () => {
    const clusters = [
      { cluster: 'orders', patience: 30 },
      { cluster: 'search', patience: 300 },
      { cluster: 'billing', patience: 30 },
      { cluster: 'stock', patience: 30 },
    ];
    const { lines, results, seconds } = await play(clusters, (cluster, second) => {
      if (cluster === 'stock') return FOUND;
      if (cluster === 'search') return second < 50 ? MISSING : FOUND;
      return cluster === 'billing' ? { code: 'probe-public-address', answered: '203.0.113.7' } : MISSING;
    });
    expect(lines.slice(0, 2)).toEqual([
      [0, '… DNS name of 2 clusters: no address (try 1; asking again in 10 s, for up to 5 min)'],
      [0, '… DNS name of cluster billing: 203.0.113.7 (try 1; asking again in 10 s, for up to 5 min)'],
    ]);
    expect(lines.filter(([, line]) => line.includes('asked 4 times'))).toEqual([
      [30, '… DNS name of cluster orders: no address (asked 4 times in 30 s)'],
      [30, '… DNS name of cluster billing: 203.0.113.7 (asked 4 times in 30 s)'],
    ]);
    expect(seconds).toBe(50);
    expect(results.map((one) => `${one.cluster} ${one.outcome}`)).toEqual([
      'orders failed',
      'search proved',
      'billing failed',
      'stock proved',
    ]);
  });

  // How long each try takes: at once, as long as a resolver that is silent, as long as all steps of a probe, and in turns.
  it.each([
    ['at once', () => 0, 0],
    ['13 s', () => 13, 13],
    ['33 s', () => 33, 33],
    ['at once or 13 s', (second: number) => (Math.round(second / 10) % 2) * 13, 13],
  ])('is never silent for more than 15 s where a try takes %s', async (_, takes, longest) => {
    const { lines, seconds } = await play([{ cluster: 'orders', patience: 120 }], (_cluster, second) => ({
      ...MISSING,
      takes: takes(second),
    }));
    const moments = [0, ...lines.map(([at]) => at), seconds];
    const gaps = moments.slice(1).map((at, index) => at - (moments[index] ?? 0));
    expect(Math.max(...gaps)).toBeLessThanOrEqual(15);
    expect(seconds).toBeLessThanOrEqual(120 + longest);
  });

  it('is given up at once by a signal, during a pause and during a try', async () => {
    for (const takes of [0, 60]) {
      const run = play([{ cluster: 'orders', patience: 300 }], () => ({ ...MISSING, takes }), { abortAt: 5 });
      await expect(run).rejects.toMatchObject({ code: 'cancelled' });
    }
  });
});
