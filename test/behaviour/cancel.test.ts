import { describe, expect, it } from 'vitest';
import type { RunResult } from '../harness/run-action.ts';
import { sample, TORTURE } from '../harness/torture.ts';
import { standardWorld } from '../sandbox/index.ts';
import { expectCancelled, expectSuccess } from '../support/expectations.ts';
import { memoryFor } from '../support/in-memory.ts';
import { asks, cancelAt, expectCancelledIn, FAST, PHASES, worldOf } from '../support/phases.ts';
import { run } from '../support/run.ts';
import { tally } from '../torture/tally.ts';
import { attempt, prepare, WORKS } from '../torture/works.ts';

const SIGNALS = ['SIGINT', 'SIGTERM'] as const;

const HOUR = 3_600_000;
/** Those of a plain `npm test`. */
const USUAL = ['ensure, Standard', 'verify', 'delete, Standard', 'sweep'];

const everyRequest = (requests: number) =>
  Array.from({ length: requests }, (_, index) => index + 1).flatMap((request) =>
    SIGNALS.map((signal) => ({ request, signal })),
  );

/** It was quick, and what it left is whole. */
function expectStopped(result: RunResult, whole: RunResult, which: string): void {
  const where = `${which}\n${result.log}`;
  expect(result.signalToExitMs, where).not.toBeNull();
  expect(result.signalToExitMs, where).toBeLessThan(5000);
  expect(Object.keys(result.outputs), where).toEqual(Object.keys(whole.outputs));
  for (const list of ['connections', 'plan', 'drift', 'trusted-owners']) JSON.parse(result.outputs[list] ?? '');
  expect(result.outputs['summary-markdown'], where).toBe(result.summary);
}

describe('a run that is cancelled', () => {
  // SIGBREAK is Ctrl+Break, which only runners on Windows send.
  const signals = [...SIGNALS, 'SIGBREAK'] as const;
  const cases = PHASES.flatMap((phase) => signals.map((signal) => ({ name: phase.name, phase, signal })));
  it.each(cases)('stops within 5 s $name, by $signal', async ({ phase, signal }) => {
    const { cluster, options } = worldOf(phase);
    const sandbox = await memoryFor(options);
    expectCancelledIn(phase, sandbox, await cancelAt(phase, { sandbox, cluster, signal }));
  });

  for (const work of TORTURE ? WORKS : WORKS.filter(({ name }) => USUAL.includes(name))) {
    const world = async () => {
      const sandbox = await memoryFor({ ...work.world(), settings: { seconds: FAST } });
      prepare(sandbox, work);
      return sandbox;
    };
    const env = { PRIVATELINK_READ_LAG_SECONDS: '0' };

    it(`stops within 5 s at any request of ${work.name}, and leaves whole outputs`, { timeout: HOUR }, async ({
      task,
    }) => {
      const whole = await attempt(await world(), work, { env });
      expectSuccess(whole);
      // The last ones may or may not be sent: how often a wait looks differs from run to run.
      const requests = whole.requests.length - 2;
      expect(requests).toBeGreaterThan(8);
      const cases = sample(everyRequest(requests), 10);
      for (const { request, signal } of cases) {
        const sandbox = await world();
        const result = await attempt(sandbox, work, { env, signalAt: { request, signal } });
        expectCancelled(result);
        const known = result.outputs['endpoint-id'] ?? '';
        if (known !== '') expect(sandbox.world.endpoints().map(({ id }) => id)).toEqual([known]);
        expectStopped(result, whole, `${signal} at request ${request} of ${requests}`);
      }
      tally(task, cases.length);
    });

    it(`ends in one way where the signal comes with an answer of ${work.name}`, { timeout: HOUR }, async ({ task }) => {
      const whole = await attempt(await world(), work, { env });
      const requests = whole.requests.length;
      // The last answer is where a run may be over before it sees the signal.
      const cases = TORTURE ? everyRequest(requests) : SIGNALS.map((signal) => ({ request: requests, signal }));
      for (const { request: answer, signal } of cases) {
        const sandbox = await world();
        const result = await attempt(sandbox, work, { env, signalAt: { answer, signal } });
        // A wait may have looked less often, so that there was no such answer.
        if (result.signalToExitMs === null) continue;
        if (result.log.includes('stopping')) expectCancelled(result);
        else expectSuccess(result);
        expectStopped(result, whole, `${signal} with answer ${answer} of ${requests}`);
      }
      tally(task, cases.length);
    });
  }

  it('leaves what it began to the next run, which doubles nothing', async () => {
    const sandbox = await memoryFor({ ...standardWorld(), settings: { seconds: { createEndpoint: 60 } } });
    const cancelled = await run(sandbox, {}, { signalAt: { when: asks('CreateVpcEndpoint') } });
    expectCancelled(cancelled);
    const [endpoint] = sandbox.world.endpoints();
    const next = await run(sandbox);
    expectSuccess(next);
    expect(next.outputs).toMatchObject({ status: 'available', 'endpoint-id': endpoint?.id, created: 'false' });
    expect(sandbox.world.endpoints()).toHaveLength(1);
  });
});
