import { describe, expect, it } from 'vitest';
import type { RunResult } from '../harness/run-action.ts';
import { TORTURE } from '../harness/torture.ts';
import type { MemorySandbox } from '../sandbox/index.ts';
import { expectSuccess } from '../support/expectations.ts';
import { inMemory } from '../support/in-memory.ts';
import { theEndpoint } from '../support/paths.ts';
import { steppingAt } from '../support/troubled-time.ts';
import { type Case, playAll } from '../torture/cases.ts';
import { attempt, expectEnd, expectTakenDown, prepare, WORKS, type Work } from '../torture/works.ts';

/** Δ and L of these runs; see test/support/departures.ts. */
const LAG_MS = 4_000;
const DECISION_MS = 60_000;
const HOUR = 3_600_000;

/** How far the wall clock steps. */
const STEPS: Readonly<Record<string, number>> = {
  'back by an hour': -HOUR,
  'back by a minute': -60_000,
  'back by two read lags': -2 * LAG_MS,
  'ahead by two read lags': 2 * LAG_MS,
  'ahead by the decision time': DECISION_MS,
  'ahead by an hour': HOUR,
};

const named = (name: string) => WORKS.filter((one) => one.name === name);
const REPLACEMENT: Work = {
  ...(named('ensure, Standard')[0] as Work),
  name: 'ensure, replacing the endpoint of two environments',
  before: [{ environment: 'branch:a' }, { environment: 'branch:b' }],
  after: [{ environment: 'branch:a' }, { environment: 'branch:b' }],
};
const TRIED: readonly Work[] = [
  ...named('ensure, Standard'),
  ...named('ensure, joining another environment'),
  ...named('delete, Standard'),
  ...named('delete, shared, with a cluster of its own'),
  ...named('sweep'),
  ...named('sweep, shared by two environments'),
  REPLACEMENT,
];

/** What a run may take longer than an undisturbed one: signing in and reading once more. */
const SLACK_MS = 6_000;
/**
 * Where it decides under a leaving mark: after a step ahead the mark may be as good as dead and is written anew. After one back
 * the wait for both clocks would last as long as the step, so the mark is written anew as soon as it is too old.
 */
const decisionMs = (step: number) => 2 * LAG_MS + (step < 0 ? 2 * LAG_MS + DECISION_MS : 0);

function begin(box: MemorySandbox, work: Work): void {
  prepare(box, work);
  if (work === REPLACEMENT) box.world.endEndpoint(theEndpoint(box).id, 'failed');
}

/** Each request of the run, and under a plain `npm test` every twenty-first, others for each step. */
function placesOf(undisturbed: RunResult, offset: number): number[] {
  const all = undisturbed.requests.map((_, index) => index + 1);
  return all.filter((n) => TORTURE || n % 21 === 3 * offset);
}

describe('a wall clock that steps while the run goes on', () => {
  for (const work of TRIED) {
    for (const [index, [how, ms]] of Object.entries(STEPS).entries()) {
      it(`${how}: ${work.name} ends as undisturbed`, { timeout: HOUR }, async ({ task }) => {
        const plain = await inMemory(work.world(), async (box) => {
          begin(box, work);
          return attempt(box, work);
        });
        const cases = placesOf(plain, index).map((n) => stepped(work, { n, ms, plain }));
        await playAll(task, cases);
      });
    }
  }
});

/** Whatever its clocks say, nothing that a mark stands for is taken away before two read lags have passed in the world. */
function expectWaited({ requests, log }: RunResult): void {
  const marks = requests.filter(
    ({ action, params }) => action === 'CreateTags' && JSON.stringify(params).includes('/leaving/'),
  );
  const taken = requests.filter(
    ({ action, params }) =>
      /^DELETE |^DeleteVpcEndpoints$/.test(action) ||
      (action === 'DeleteTags' && JSON.stringify(params).includes('/claim/')),
  );
  for (const { at, action } of taken) {
    const since = marks.filter((mark) => mark.at < at).map((mark) => at - mark.at);
    expect(Math.min(...since), `${action}\n${log}`).toBeGreaterThanOrEqual(2 * LAG_MS);
  }
}

function stepped(work: Work, { n, ms, plain }: { n: number; ms: number; plain: RunResult }): Case {
  const destroys = plain.requests.some(({ action }) => /^(?:Delete|DELETE )/.test(action));
  return {
    name: `at request ${n}, ${plain.requests[n - 1]?.action}`,
    play: () =>
      inMemory(work.world(), async (box) => {
        begin(box, work);
        const result = await attempt(box, work, steppingAt(box, n, ms));
        expectSuccess(result);
        expectEnd(box, work);
        expectWaited(result);
        expect(result.durationMs, result.log).toBeLessThan(
          plain.durationMs + SLACK_MS + (destroys ? decisionMs(ms) : 0),
        );
        await expectTakenDown(box, work);
        return true;
      }),
  };
}
