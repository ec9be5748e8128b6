import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';
import { emptySeed, ids, type Sandbox, startSandbox } from '../../test/sandbox/index.ts';
import { root } from '../bundle/bundle.ts';
import { type Cost, cost, node, type Program } from './child.ts';
import { memoryByClusters } from './memory.ts';
import { action, ownLogin, peerLogin, shellLogin } from './programs.ts';
import { finishedPathTrips, finishedWorld } from './round-trips.ts';
import { crowd, matrix, verifyMany } from './scale.ts';
import { alternate, mean, median, quantile, ratios } from './statistics.ts';
import { limited, type Row } from './table.ts';
import { tricksSave } from './tricks.ts';
import { billOf, type FirstRun, firstRun, quickRun, type WaitRun, type WaitWorld } from './waits.ts';

export interface Options {
  /** Folder of a checkout of aws-actions/configure-aws-credentials. */
  readonly peer: string | undefined;
}

const times = (value: number) => `${value.toFixed(2)}×`;
const seconds = (value: number) => `${value.toFixed(2)} s`;
const count = (value: number) => String(Math.round(value * 10) / 10);
const mebibytes = (value: number) => `${value.toFixed(0)} MiB`;
const kilobytes = (value: number) => `${Math.round(value / 1000)} kB`;

/** Many rounds, since all that counts is a ratio and the machine may have other work. */
const ROUNDS = 40;
const SHELL_ROUNDS = 8;
const LATENCY_MS = 30;

/** The median of the ratios of neighbours, and between which the middle half of them lies. */
function compared(
  what: string,
  { ones, others, of, limit }: { ones: readonly Cost[]; others: readonly Cost[]; of: keyof Cost; limit?: number },
): Row {
  const all = ratios(
    ones.map((one) => one[of]),
    others.map((one) => one[of]),
  );
  const middle = `${quantile(all, 0.25).toFixed(2)} to ${quantile(all, 0.75).toFixed(2)}`;
  const value = median(all);
  const measured = `${times(value)} (${middle})`;
  return limit === undefined
    ? { what, measured, asked: '' }
    : { what, measured, asked: `at most ${times(limit)}`, met: value <= limit };
}

const absent = (what: string, why: string): Row => ({ what, measured: `not measured: ${why}`, asked: '' });
const NO_PEER = 'no checkout of it was given (`--peer`)';

/** How large the bundle is, and how long it takes to start and find that the inputs are wrong. */
export async function start({ peer }: Options): Promise<Row[]> {
  const dist = path.join(root, 'dist');
  const sizes = readdirSync(dist).map((name) => statSync(path.join(dist, name)).size);
  const size = sizes.reduce((sum, one) => sum + one, 0);
  const wrong = { ...action({ 'vpc-id': 'wrong' }), exitCode: 1 };
  const nothing: Program = { command: [node, '-e', '0'] };
  const other = peerLogin(peer);
  const otherWrong = { ...(other ?? nothing), inputs: { ...other?.inputs, 'aws-region': '' }, exitCode: other ? 1 : 0 };
  const sandbox = await startSandbox({ world: emptySeed(), rate: 1 });
  try {
    const runs = await alternate(
      {
        nothing: () => cost(nothing, sandbox),
        ours: () => cost(wrong, sandbox),
        peer: () => cost(otherWrong, sandbox),
      },
      ROUNDS,
    );
    const against = 'Start with an input that is wrong, until the exit, against';
    return [
      limited('Size of `dist/index.js`', statSync(path.join(dist, 'index.js')).size, {
        limit: 450_000,
        told: kilobytes,
      }),
      limited('Size of `dist/`', size, { limit: 3_000_000, told: kilobytes }),
      compared(`${against} \`node -e 0\``, { ones: runs.ours, others: runs.nothing, of: 'wallMs' }),
      other === undefined
        ? absent(`${against} configure-aws-credentials`, NO_PEER)
        : compared(`${against} configure-aws-credentials`, { ones: runs.ours, others: runs.peer, of: 'wallMs' }),
    ];
  } finally {
    await sandbox.close();
  }
}

/** The login alone, and a whole run that finds nothing to do, against what workflows log in with today. */
export async function againstOthers(sandbox: Sandbox, { peer }: Options): Promise<Row[]> {
  const own = await ownLogin();
  const [other, shell] = [peerLogin(peer), shellLogin(sandbox)];
  const rows: Row[] = [];
  for (const latencyMs of [0, LATENCY_MS]) {
    sandbox.settings.latencyMs = latencyMs;
    const runs = await alternate(
      {
        login: () => cost(own, sandbox),
        other: () => cost(other ?? own, sandbox),
        ensure: () => cost(action(), sandbox),
      },
      ROUNDS,
    );
    const at = `at ${latencyMs} ms a request`;
    if (other === undefined) {
      rows.push(
        absent(`Login against configure-aws-credentials, ${at}`, NO_PEER),
        compared(`\`ensure\` of a finished path against our own login, CPU, ${at}`, {
          ones: runs.ensure,
          others: runs.login,
          of: 'cpuMs',
        }),
      );
      continue;
    }
    const login = { ones: runs.login, others: runs.other, limit: 0.6 };
    const ensure = { ones: runs.ensure, others: runs.other };
    rows.push(
      compared(`Login against configure-aws-credentials, wall, ${at}`, { ...login, of: 'wallMs' }),
      compared(`Login against configure-aws-credentials, CPU, ${at}`, { ...login, of: 'cpuMs' }),
      compared(`\`ensure\` of a finished path against configure-aws-credentials alone, CPU, ${at}`, {
        ...ensure,
        of: 'cpuMs',
        limit: 1.3,
      }),
      compared(`\`ensure\` of a finished path against configure-aws-credentials alone, wall, ${at}`, {
        ...ensure,
        of: 'wallMs',
        ...(latencyMs === 0 ? {} : { limit: 1.2 }),
      }),
    );
  }
  if (shell === undefined) rows.push(absent('Login against `curl` and `aws sts`', 'they are not installed'));
  else {
    const runs = await alternate({ login: () => cost(own, sandbox), shell: () => cost(shell, sandbox) }, SHELL_ROUNDS);
    rows.push(
      compared('Login against `curl` and `aws sts`, wall', { ones: runs.login, others: runs.shell, of: 'wallMs' }),
      compared('Login against `curl` and `aws sts`, CPU', { ones: runs.login, others: runs.shell, of: 'cpuMs' }),
    );
  }
  return rows;
}

/** Peak memory of a run that finds nothing to do, and how it grows with the number of clusters. */
export async function memory(sandbox: Sandbox, { peer }: Options): Promise<Row[]> {
  const programs = { ensure: action(), other: peerLogin(peer) ?? action() };
  const { ensure, other } = await alternate(
    {
      ensure: () => cost(programs.ensure, sandbox, { peak: true }),
      other: () => cost(programs.other, sandbox, { peak: true }),
    },
    9,
  );
  const peak = (runs: readonly Cost[]) => median(runs.map(({ peakMiB }) => peakMiB));
  const [one = 0, many = 0] = await memoryByClusters([1, 500]);
  return [
    limited('Peak memory of `ensure` of a finished path', peak(ensure), { limit: 85, told: mebibytes }),
    peer === undefined
      ? absent('Peak memory of configure-aws-credentials', NO_PEER)
      : { what: 'Peak memory of configure-aws-credentials', measured: mebibytes(peak(other)), asked: '' },
    limited('Memory that `verify` of 500 clusters takes more than that of one', many - one, {
      limit: 40,
      told: mebibytes,
    }),
  ];
}

/** Exchanges of the run by which the recorder is measured, about 20. */
const RECORDED = { operation: 'verify', cluster: `${ids.standardCluster}, ${ids.secondStandardCluster}` };

/** What a recording costs: the processor time of a run with one, less that of its neighbour without. */
export async function recorder(sandbox: Sandbox): Promise<Row[]> {
  await cost(action({ cluster: RECORDED.cluster }), sandbox);
  const before = sandbox.requests.length;
  await cost({ ...action(RECORDED), exitCode: 0 }, sandbox);
  const exchanges = sandbox.requests.length - before;
  const { off, on } = await alternate(
    {
      off: () => cost(action(RECORDED), sandbox),
      on: () => cost(action({ ...RECORDED, record: 'run.jsonl' }), sandbox),
    },
    ROUNDS,
  );
  const more = on.map(({ cpuMs }, at) => cpuMs - (off[at]?.cpuMs ?? Number.NaN));
  return [
    limited(`Processor time that \`record\` adds to a run of ${exchanges} exchanges, median`, median(more), {
      limit: 5,
      told: (value) => `${value.toFixed(1)} ms`,
    }),
  ];
}

/** Requests, and how many of them stand one after another. */
export async function trips(sandbox: Sandbox): Promise<Row[]> {
  const found = await finishedPathTrips(sandbox);
  return found.flatMap(({ by, requests, rounds }) => [
    limited(`Requests of \`ensure\` of a finished path, cluster given by ${by}`, requests, { limit: 11, told: count }),
    limited('One after another', rounds, { limit: by === 'ID' ? 3 : 4, told: count }),
  ]);
}

/** What the tricks of src/startup/ save: a run without one, against a run with it. */
export async function tricks(sandbox: Sandbox): Promise<Row[]> {
  const found = await tricksSave(sandbox);
  return found.map(({ what, ratio }) => ({ what, measured: times(ratio), asked: '' }));
}

const SLOW_RUNS = 1440;

/** First runs in the slow world, on virtual time. */
export async function slowWorld(): Promise<Row[]> {
  const rows: Row[] = [];
  for (const { plan, of, most } of [
    { plan: 'standard', of: SLOW_RUNS, most: 18 },
    { plan: 'advanced', of: SLOW_RUNS / 3, most: 20 },
  ] as const) {
    const runs = await firstRuns('slow', { of, plan });
    const others = Math.max(...runs.map((run) => run.others));
    rows.push(limited(`First run, ${plan}: requests besides polls`, others, { limit: most, told: count }));
    if (plan === 'advanced') continue;
    const polls = runs.map((run) => run.polls);
    rows.push(
      ...noticed('Slow world', runs, { half: 1.5, most: 3 }),
      limited('Slow world: polls per run, mean', mean(polls), { limit: 60, told: count }),
      limited('Slow world: polls per run, most', Math.max(...polls), { limit: 60, told: count }),
    );
  }
  return rows;
}

async function firstRuns(
  world: WaitWorld,
  { of, plan }: { of: number; plan: 'standard' | 'advanced' },
): Promise<FirstRun[]> {
  const runs: FirstRun[] = [];
  for (let number = 0; number < of; number += 1) runs.push(await firstRun(world, { number, of, plan }));
  return runs;
}

const USUAL_RUNS = 360;

/** First runs where the Cloud accepts at once and AWS takes its usual time, and what they cost on a hosted runner. */
export async function usualWorld(): Promise<Row[]> {
  const runs = await firstRuns('usual', { of: USUAL_RUNS, plan: 'standard' });
  const advanced = await firstRuns('usual', { of: USUAL_RUNS / 3, plan: 'advanced' });
  const early = Math.max(...[...runs, ...advanced].map((run) => run.early));
  const bill = await billOf();
  return [
    limited('Usual world: requests of a first run, median', median(runs.map((run) => run.requests)), {
      limit: 45,
      told: count,
    }),
    ...noticed('Usual world', runs, { half: 2, most: 4 }),
    limited('Usual world: requests in the first 10 s of a wait, most', early, { limit: 25, told: count }),
    ...bill.map(({ what, heldSeconds, billedMinutes }) => ({
      what: `Usual world: runner time of a first run, ${what}, median`,
      measured: `${heldSeconds.map((one) => `${one.toFixed(0)} s`).join(' + ')}, billed ${billedMinutes} min`,
      asked: '',
    })),
  ];
}

function noticed(world: string, runs: readonly WaitRun[], limits: { half: number; most: number }): Row[] {
  const late = runs.flatMap((run) => run.lateness.map((one) => one.seconds));
  return [
    limited(`${world}: a change is noticed after, median`, median(late), { limit: limits.half, told: seconds }),
    limited(`${world}: a change is noticed after, p95`, quantile(late, 0.95), { limit: limits.most, told: seconds }),
  ];
}

const QUICK_RUNS = 16;

/** First runs in the quick world, in real time: one after another, so that none waits for the processor of another. */
export async function quickWorld(): Promise<Row[]> {
  const runs: WaitRun[] = [];
  for (let number = 0; number < QUICK_RUNS; number += 1) runs.push(await quickRun());
  const overhead = median(runs.map((run) => run.overhead));
  return [
    ...noticed('Quick world', runs, { half: 1.1, most: 1.5 }),
    limited('Quick world: time beyond the delays of the services, median', overhead, { limit: 2.5, told: seconds }),
  ];
}

/** Many runs at once, and one run of many clusters, on virtual time. */
export async function scale(): Promise<Row[]> {
  const many = await crowd(100);
  const jobs = await matrix(20, { operation: 'ensure', clusters: 1 });
  const checks = await matrix(20, { operation: 'verify', clusters: 10 });
  const swept = await verifyMany(500);
  return [
    {
      what: '100 first runs at once: how many ended well',
      measured: count(many.done),
      asked: '100',
      met: many.done === 100,
    },
    limited('Until the last of them ended, against the bound', many.makespanSeconds / many.boundSeconds, {
      limit: 1.15,
      told: times,
    }),
    limited('Throttled tries of endpoint writes, of the run with most', many.throttled.endpointWrites.most, {
      limit: 8,
      told: count,
    }),
    { what: 'Throttled tries of all requests, mean of a run', measured: count(many.throttled.all.mean), asked: '' },
    ...[
      { what: '20 first runs of a matrix with one service account', found: jobs },
      { what: '20 checks of 10 clusters each with one service account', found: checks },
    ].flatMap(({ what, found }) => [
      { what: `${what}: how many ended well`, measured: count(found.done), asked: '20', met: found.done === 20 },
      limited('Refused of their requests to the Cloud, after the first 10 s', found.refusedLater * 100, {
        limit: 2,
        told: (share) => `${share.toFixed(2)} %`,
      }),
    ]),
    limited('`verify` of 500 clusters, against the bound', swept.seconds / swept.boundSeconds, {
      limit: 1.1,
      told: times,
    }),
  ];
}

/** All parts by name, in the order of the table. */
export const PARTS: Readonly<Record<string, (options: Options) => Promise<Row[]>>> = {
  start,
  login: (options) => withFinishedPath((sandbox) => againstOthers(sandbox, options)),
  memory: (options) => withFinishedPath((sandbox) => memory(sandbox, options)),
  trips: () => withFinishedPath(trips),
  tricks: () => withFinishedPath(tricks),
  recorder: () => withFinishedPath(recorder),
  slow: slowWorld,
  usual: usualWorld,
  quick: quickWorld,
  scale,
};

async function withFinishedPath(measure: (sandbox: Sandbox) => Promise<Row[]>): Promise<Row[]> {
  const sandbox = await finishedWorld();
  try {
    return await measure(sandbox);
  } finally {
    await sandbox.close();
  }
}
