import { describe, expect, it } from 'vitest';
import type { RunResult } from '../harness/run-action.ts';
import { sample, TORTURE } from '../harness/torture.ts';
import {
  advancedWorld,
  type Fault,
  ids,
  type LoggedRequest,
  type Sandbox,
  type SandboxOptions,
  standardWorld,
} from '../sandbox/index.ts';
import { tally } from '../torture/tally.ts';
import { attempt, prepare, WORKS } from '../torture/works.ts';
import { expectCancelled, expectSuccess } from './expectations.ts';
import { run, sandboxFor } from './support.ts';

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

/** A few at a time: more would only make each other late. */
async function inTurns<T>(cases: readonly T[], play: (one: T) => Promise<void>): Promise<void> {
  for (let at = 0; at < cases.length; at += 3) await Promise.all(cases.slice(at, at + 3).map(play));
}

const FAST = {
  ...{ serviceCreate: 0, acceptance: 0, available: 0, connection: 0, modify: 0, dns: 0, createEndpoint: 0 },
  ...{ delete: 0, eniDetach: 0, disconnect: 0 },
};

interface Phase {
  name: string;
  plan: 'standard' | 'advanced';
  settings: SandboxOptions['settings'];
  faults?: Fault[];
  /** The request at which the signal is sent. */
  at: (request: LoggedRequest, sandbox: Sandbox) => boolean;
  /** Whether the endpoint is known by then, and so must be among the outputs. */
  endpoint: boolean;
}

const asks = (action: string | RegExp) => (request: LoggedRequest) =>
  typeof action === 'string' ? request.action === action : action.test(request.action);
const hang = (match: Fault['match']): Fault[] => [{ match, kind: 'hang', times: 1000 }];

const PHASES: Phase[] = [
  {
    name: 'asking GitHub for a token that does not come',
    plan: 'standard',
    settings: {},
    faults: hang({ service: 'oidc' }),
    at: ({ service }) => service === 'oidc',
    endpoint: false,
  },
  {
    name: 'assuming the role while STS does not answer',
    plan: 'standard',
    settings: {},
    faults: hang({ service: 'sts' }),
    at: ({ service }) => service === 'sts',
    endpoint: false,
  },
  {
    name: 'reading AWS while EC2 does not answer',
    plan: 'standard',
    settings: {},
    faults: hang({ action: 'DescribeVpcs' }),
    at: asks('DescribeVpcs'),
    endpoint: false,
  },
  {
    name: 'reading CockroachDB Cloud while it does not answer',
    plan: 'standard',
    settings: {},
    faults: hang({ service: 'cloud' }),
    at: ({ service }) => service === 'cloud',
    endpoint: false,
  },
  {
    name: 'backing off from a throttled request',
    plan: 'standard',
    settings: {},
    faults: [{ match: { action: 'DescribeSubnets' }, kind: 'throttle', times: 1000 }],
    at: asks('DescribeSubnets'),
    endpoint: false,
  },
  {
    name: 'waiting for the service',
    plan: 'advanced',
    settings: { seconds: { serviceCreate: 1000 } },
    at: (request, sandbox) =>
      asks(/^GET .*private-endpoint-services$/)(request) && sandbox.count(/^POST .*private-endpoint-services$/) > 0,
    endpoint: false,
  },
  {
    name: 'in the middle of CreateVpcEndpoint',
    plan: 'standard',
    settings: { seconds: { ...FAST, createEndpoint: 40 } },
    at: asks('CreateVpcEndpoint'),
    endpoint: false,
  },
  {
    name: 'waiting for the connection',
    plan: 'standard',
    settings: { seconds: { ...FAST, connection: 1000 } },
    at: (request, sandbox) =>
      asks(/^GET .*private-endpoint-connections$/)(request) && sandbox.count(/^POST .*connections$/) > 0,
    endpoint: true,
  },
  {
    name: 'in the middle of connecting while CockroachDB Cloud does not answer',
    plan: 'standard',
    settings: { seconds: FAST },
    faults: hang({ action: /^POST .*connections$/ }),
    at: asks(/^POST .*connections$/),
    endpoint: true,
  },
  {
    name: 'waiting for private DNS',
    plan: 'standard',
    settings: { seconds: { ...FAST, dns: 1000 } },
    at: (request, sandbox) => request.action === 'DescribeVpcEndpoints' && sandbox.count('ModifyVpcEndpoint') > 0,
    endpoint: true,
  },
];

// Five seconds are five seconds: these runs are the only ones on a clock that is not accelerated.
describe('a run that is cancelled', () => {
  it.each(PHASES)('stops within 5 s $name, by either signal', async (phase) => {
    const { plan, settings = {}, faults = [], endpoint } = phase;
    const cluster = plan === 'standard' ? ids.standardCluster : ids.advancedCluster;
    await Promise.all(
      (['SIGINT', 'SIGTERM'] as const).map(async (signal) => {
        const world = plan === 'standard' ? standardWorld() : advancedWorld();
        const sandbox = await sandboxFor({ ...world, rate: 1, settings });
        for (const fault of faults) sandbox.faults.add(fault);
        const when = (request: LoggedRequest) => phase.at(request, sandbox);
        const result = await run(sandbox, { cluster }, { signalAt: { when, signal } });
        expect(result.signalToExitMs, `${signal}\n${result.log}`).not.toBeNull();
        expect(result.signalToExitMs).toBeLessThan(5000);
        expectCancelled(result);
        expect(result.log).toContain(`${signal} received`);
        expect(result.summary).toContain('failed');
        const [made] = sandbox.world.endpoints();
        if (endpoint) expect([made?.id.slice(0, 5), result.outputs['endpoint-id']]).toEqual(['vpce-', made?.id]);
        else expect(result.outputs['endpoint-id']).toBe('');
      }),
    );
  });

  for (const work of TORTURE ? WORKS : WORKS.filter(({ name }) => USUAL.includes(name))) {
    const world = async () => {
      const sandbox = await sandboxFor({ ...work.world(), rate: 1, settings: { seconds: FAST } });
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
      await inTurns(cases, async ({ request, signal }) => {
        const sandbox = await world();
        const result = await attempt(sandbox, work, { env, signalAt: { request, signal } });
        expectCancelled(result);
        const known = result.outputs['endpoint-id'] ?? '';
        if (known !== '') expect(sandbox.world.endpoints().map(({ id }) => id)).toEqual([known]);
        expectStopped(result, whole, `${signal} at request ${request} of ${requests}`);
      });
      tally(task, cases.length);
    });

    it(`ends in one way where the signal comes with an answer of ${work.name}`, { timeout: HOUR }, async ({ task }) => {
      const whole = await attempt(await world(), work, { env });
      const requests = whole.requests.length;
      // The last answer is where a run may be over before it sees the signal.
      const cases = TORTURE ? everyRequest(requests) : SIGNALS.map((signal) => ({ request: requests, signal }));
      await inTurns(cases, async ({ request: answer, signal }) => {
        const sandbox = await world();
        const result = await attempt(sandbox, work, { env, signalAt: { answer, signal } });
        // A wait may have looked less often, so that there was no such answer.
        if (result.signalToExitMs === null) return;
        if (result.log.includes('stopping')) expectCancelled(result);
        else expectSuccess(result);
        expectStopped(result, whole, `${signal} with answer ${answer} of ${requests}`);
      });
      tally(task, cases.length);
    });
  }

  it('leaves what it began to the next run, which doubles nothing', async () => {
    const sandbox = await sandboxFor({ ...standardWorld(), settings: { seconds: { createEndpoint: 60 } } });
    const cancelled = await run(sandbox, {}, { signalAt: { when: asks('CreateVpcEndpoint') } });
    expectCancelled(cancelled);
    const [endpoint] = sandbox.world.endpoints();
    const next = await run(sandbox);
    expectSuccess(next);
    expect(next.outputs).toMatchObject({ status: 'available', 'endpoint-id': endpoint?.id, created: 'false' });
    expect(sandbox.world.endpoints()).toHaveLength(1);
  });
});
