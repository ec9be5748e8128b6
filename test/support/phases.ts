import { expect } from 'vitest';
import type { StopSignal } from '../../src/action.ts';
import type { RunResult } from '../harness/step.ts';
import {
  advancedWorld,
  type Fault,
  ids,
  type LoggedRequest,
  type Sandbox,
  type SandboxOptions,
  standardWorld,
} from '../sandbox/index.ts';
import { expectCancelled } from './expectations.ts';
import { run } from './run.ts';

/** Nothing takes any time. */
export const FAST = {
  ...{ serviceCreate: 0, acceptance: 0, available: 0, connection: 0, modify: 0, dns: 0, createEndpoint: 0 },
  ...{ delete: 0, eniDetach: 0, disconnect: 0 },
};

/** A moment of a first run at which it is cancelled. */
export interface Phase {
  name: string;
  plan: 'standard' | 'advanced';
  settings: SandboxOptions['settings'];
  faults?: Fault[];
  /** The request at which the signal is sent. */
  at: (request: LoggedRequest, sandbox: Sandbox) => boolean;
  /** Whether the endpoint is known by then, and so must be among the outputs. */
  endpoint: boolean;
}

export const asks = (action: string | RegExp) => (request: LoggedRequest) =>
  typeof action === 'string' ? request.action === action : action.test(request.action);
const hang = (match: Fault['match']): Fault[] => [{ match, kind: 'hang', times: 1000 }];

export const PHASES: Phase[] = [
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

/** The cluster and the world of a phase. */
export function worldOf({ plan, settings = {} }: Phase): { cluster: string; options: SandboxOptions } {
  const standard = plan === 'standard';
  const cluster = standard ? ids.standardCluster : ids.advancedCluster;
  return { cluster, options: { ...(standard ? standardWorld() : advancedWorld()), settings } };
}

/** A first run that is sent the signal in its phase. */
export function cancelAt(
  phase: Phase,
  { sandbox, cluster, signal }: { sandbox: Sandbox; cluster: string; signal: StopSignal },
): Promise<RunResult> {
  for (const fault of phase.faults ?? []) sandbox.faults.add(fault);
  const when = (request: LoggedRequest) => phase.at(request, sandbox);
  return run(sandbox, { cluster }, { signalAt: { when, signal } });
}

/** It stopped in time, and what it knew is among the outputs. */
export function expectCancelledIn({ endpoint }: Phase, sandbox: Sandbox, result: RunResult): void {
  expect(result.signalToExitMs, result.log).not.toBeNull();
  expect(result.signalToExitMs).toBeLessThan(5000);
  expectCancelled(result);
  expect(result.log).toMatch(/SIG(INT|TERM|BREAK) received/);
  expect(result.summary).toMatch(/^## CockroachDB Cloud PrivateLink: ⚪ cancelled\n/);
  expect(result.summary).not.toMatch(/failed|```/);
  const [made] = sandbox.world.endpoints();
  if (endpoint) expect([made?.id.slice(0, 5), result.outputs['endpoint-id']]).toEqual(['vpce-', made?.id]);
  else expect(result.outputs['endpoint-id']).toBe('');
}
