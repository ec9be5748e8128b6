import { describe, expect } from 'vitest';
import type { Fault, Sandbox } from '../sandbox/index.ts';
import { ids } from '../sandbox/index.ts';
import { advanced, expectOnePath, expectSuccess, scenario, standard } from './paths.ts';
import { mutations, run } from './support.ts';

const networking = `/api/v1/clusters/${ids.advancedCluster}/networking`;
const WRITES = [
  `POST ${networking}/private-endpoint-services`,
  'CreateSecurityGroup',
  'AuthorizeSecurityGroupIngress',
  'CreateVpcEndpoint',
  `POST ${networking}/private-endpoint-connections`,
  'ModifyVpcEndpoint',
];
const READS = ['DescribeVpcEndpoints', `GET ${networking}/private-endpoint-connections`, 'AssumeRoleWithWebIdentity'];
const FAULTS: Record<string, Omit<Fault, 'match' | 'when'>> = {
  'status 500': { kind: 'status', status: 500 },
  'status 503 with Retry-After': { kind: 'status', status: 503, code: 'Unavailable', retryAfter: 2 },
  'connection reset': { kind: 'reset' },
  'no answer': { kind: 'hang' },
  'an HTML page': { kind: 'html' },
  'an HTML page that claims success': { kind: 'html', status: 200 },
  'an answer cut short': { kind: 'truncated' },
  'too fast': { kind: 'throttle' },
};

async function expectRightInTheEnd(box: Sandbox): Promise<void> {
  const result = await run(box, { cluster: ids.advancedCluster });
  expectSuccess(result);
  expectOnePath(box, ids.advancedCluster);
  expect(box.world.endpoints()).toHaveLength(1);
}

/** The last part of a path, or the action: enough to tell them apart. */
const short = (action: string) => action.replace(/ .*\//, ' ');

/** Waiting out the time-out of a request takes minutes, so that is shown where it matters most. */
const HUNG = ['CreateVpcEndpoint', `POST ${networking}/private-endpoint-connections`, 'DescribeVpcEndpoints'];
const pace = (what: string) => ({ rate: what === 'no answer' ? 30 : 12, ...advanced() });

describe('one fault in a write', () => {
  WRITES.forEach((action, index) => {
    Object.entries(FAULTS).forEach(([what, fault], other) => {
      // Each fault at each write, before and after in turn; the full matrix would only take longer.
      if (what === 'no answer' && !HUNG.includes(action)) return;
      const when = (index + other) % 2 === 0 ? 'before' : 'after';
      scenario(`${short(action)}: ${what}, ${when} it took effect`, pace(what), async (box) => {
        box.faults.add({ match: { action }, when, ...fault });
        await expectRightInTheEnd(box);
      });
    });
  });
});

describe('one fault in a read', () => {
  for (const action of READS) {
    for (const [what, fault] of Object.entries(FAULTS)) {
      if (what === 'no answer' && !HUNG.includes(action)) continue;
      scenario(`${short(action)}: ${what}`, pace(what), async (box) => {
        box.faults.add({ match: { action }, ...fault });
        await expectRightInTheEnd(box);
      });
    }
  }
});

describe('an outage that lasts', () => {
  const lasting = { kind: 'status', status: 500, times: Number.POSITIVE_INFINITY } as const;
  scenario('of EC2', { rate: 30, ...standard() }, async (box) => {
    box.faults.add({ match: { service: 'ec2' }, ...lasting });
    const result = await run(box);
    expect(result.exitCode).toBe(1);
    expect(result.outputs['error-code']).toBe('aws-unavailable');
    expect(mutations(result)).toEqual([]);
  });

  scenario('of CockroachDB Cloud', { rate: 30, ...standard() }, async (box) => {
    box.faults.add({ match: { service: 'cloud' }, ...lasting });
    const result = await run(box);
    expect(result.exitCode).toBe(1);
    expect(result.outputs['error-code']).toBe('cloud-unavailable');
    expect(mutations(result)).toEqual([]);
  });

  scenario('of one write at EC2', { rate: 30, ...standard() }, async (box) => {
    box.faults.add({ match: { action: 'CreateVpcEndpoint' }, ...lasting });
    const result = await run(box);
    expect(result.exitCode).toBe(1);
    expect(result.outputs['error-code']).toBe('aws-unavailable');
    expect(box.world.endpoints()).toEqual([]);
  });

  scenario('of one write at CockroachDB Cloud', { rate: 30, ...standard() }, async (box) => {
    box.faults.add({ match: { action: /^POST .*private-endpoint-connections$/ }, ...lasting });
    const result = await run(box);
    expect(result.exitCode).toBe(1);
    expect(result.outputs['error-code']).toBe('cloud-unavailable');
    expect(box.world.connections()).toEqual([]);
  });
});
