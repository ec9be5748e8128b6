import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { TORTURE } from '../harness/torture.ts';
import { ids, standardWorld, startSandbox } from '../sandbox/index.ts';
import { countOf, expectSuccess } from '../support/expectations.ts';
import { run } from '../support/run.ts';
import { tally } from '../torture/tally.ts';

/** How long CockroachDB Cloud takes to accept, virtual seconds: nearly all of the six hours of a job, or enough to see growth. */
const ACCEPTANCE = TORTURE ? 20_500 : 2_400;
/** The shortest session that STS gives, and how long before its end the SDK asks for the next. */
const SESSION_SECONDS = 900;
const EARLY_SECONDS = 300;
/** As slow as time allows: the time-outs of the action run on this clock too. */
const RATE = TORTURE ? 60 : 16;
const MIB = 2 ** 20;

interface Sample {
  readonly heap: number;
  readonly rss: number;
}

it(`memory stays flat over a wait of ${Math.round(ACCEPTANCE / 60)} minutes, and credentials are renewed in it`, {
  timeout: 900_000,
}, async ({ task }) => {
  const home = mkdtempSync(join(tmpdir(), 'heap-'));
  const file = join(home, 'samples.json');
  const box = await startSandbox({
    ...standardWorld(),
    rate: RATE,
    settings: { seconds: { acceptance: ACCEPTANCE }, cloud: { standardAccept: 'first-connection' } },
  });
  try {
    const result = await run(
      box,
      { cluster: ids.standardCluster, 'role-duration-seconds': `${SESSION_SECONDS}`, 'timeout-seconds': '21000' },
      {
        nodeArgs: ['--expose-gc', `--import=${new URL('heap-preload.mjs', import.meta.url).href}`],
        env: { HEAP_SAMPLES_FILE: file },
        timeoutMs: 800_000,
      },
    );
    expectSuccess(result);
    const samples: Sample[] = JSON.parse(readFileSync(file, 'utf8'));
    const lived = ((result.requests.at(-1)?.at ?? 0) - (result.requests[0]?.at ?? 0)) / 1000;
    const polls = countOf(result, 'DescribeVpcEndpoints');
    const heap = growth(samples.map((one) => one.heap / MIB));
    const rss = growth(samples.map((one) => one.rss / MIB));
    const sessions = countOf(result, 'AssumeRoleWithWebIdentity');
    console.log(
      `${Math.round(lived)} s, ${polls} polls, ${sessions} sessions: heap ${heap.told}, resident ${rss.told}`,
    );
    // A sample a minute, and a poll every ten seconds at the least often.
    expect(samples.length).toBeGreaterThan(ACCEPTANCE / 120);
    expect(polls).toBeGreaterThan(ACCEPTANCE / 15);
    // Holding on to one answer of each poll would be more than twice this.
    expect(heap.by).toBeLessThan(TORTURE ? 2 : 1);
    expect(rss.by).toBeLessThan(16);
    expect(sessions).toBeGreaterThanOrEqual(Math.floor(lived / SESSION_SECONDS));
    expect(sessions).toBeLessThanOrEqual(Math.ceil(lived / (SESSION_SECONDS - EARLY_SECONDS)) + 1);
    tally(task, 1);
  } finally {
    await box.close();
    rmSync(home, { recursive: true, force: true });
  }
});

/** By how much the last third of a series is above the one before it; the first is warming up. */
function growth(series: readonly number[]): { by: number; told: string } {
  const third = Math.floor(series.length / 3);
  const before = median(series.slice(third, 2 * third));
  const after = median(series.slice(2 * third));
  return { by: after - before, told: `${before.toFixed(2)} MiB, then ${after.toFixed(2)} MiB` };
}

function median(values: readonly number[]): number {
  return values.toSorted((one, other) => one - other)[Math.floor(values.length / 2)] ?? Number.NaN;
}
