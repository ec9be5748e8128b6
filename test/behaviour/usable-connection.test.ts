import { describe, expect } from 'vitest';
import type { RunResult } from '../harness/run-action.ts';
import { bothPlans, ids, standardWorld } from '../sandbox/index.ts';
import { expectSuccess } from '../support/expectations.ts';
import { behaviour } from '../support/in-memory.ts';
import { advanced, standard, theEndpoint } from '../support/paths.ts';
import { plannedSteps, run } from '../support/run.ts';

/** What the outputs say of each cluster. */
const reportsOf = ({ outputs }: RunResult) =>
  JSON.parse(outputs['connections'] ?? '[]') as { cluster_id: string; connection_url: string; ca_cert_path: string }[];

const routed = (routingId: string) => `options=--cluster%3D${routingId}`;

describe('connection-url', () => {
  behaviour('names host and cluster of a Standard cluster, and neither login nor file', standard(), async (box) => {
    const result = await run(box);
    expectSuccess(result);
    const routingId = box.world.tables.cluster.get(ids.standardCluster)?.routingId ?? '';
    const { 'internal-dns': host, 'connection-url': url = '' } = result.outputs;
    expect(routingId).not.toBe('');
    expect(url).toBe(`postgresql://${host}:26257/defaultdb?sslmode=verify-full&${routed(routingId)}`);
    expect(reportsOf(result).map((one) => one.connection_url)).toEqual([url]);
    const { username, password, searchParams } = new URL(url);
    expect([username, password, [...searchParams.keys()]]).toEqual(['', '', ['sslmode', 'options']]);
  });

  behaviour('of an Advanced cluster has no options', advanced(), async (box) => {
    const result = await run(box, { cluster: ids.advancedCluster });
    expectSuccess(result);
    const host = result.outputs['internal-dns'];
    expect(result.outputs['connection-url']).toBe(`postgresql://${host}:26257/defaultdb?sslmode=verify-full`);
  });

  behaviour('is with each of several clusters, and empty where they differ', bothPlans(), async (box) => {
    const cluster = `${ids.standardCluster}, ${ids.advancedCluster}`;
    const result = await run(box, { cluster });
    expectSuccess(result);
    const urls = reportsOf(result).map((one) => one.connection_url);
    expect(urls).toEqual([expect.stringContaining('options='), expect.not.stringContaining('options=')]);
    expect(result.outputs['connection-url']).toBe('');
  });

  behaviour('is there while a private connection is: verify has it, a removal has not', standard(), async (box) => {
    expect((await run(box, { 'dry-run': 'true' })).outputs['connection-url']).toBe('');
    const made = await run(box);
    const url = made.outputs['connection-url'];
    expect(url).not.toBe('');
    for (const inputs of [{ operation: 'verify', 'fail-on-drift': 'false' }, { 'dry-run': 'true' }])
      expect((await run(box, inputs as Record<string, string>)).outputs['connection-url']).toBe(url);
    const removed = await run(box, { operation: 'delete' });
    expectSuccess(removed);
    expect([removed.outputs['status'], removed.outputs['connection-url']]).toEqual(['deleted', '']);
    expect(reportsOf(removed).map((one) => one.connection_url)).toEqual(['']);
  });

  behaviour(
    'is empty for a Standard cluster whose routing ID the API does not tell',
    standard({}, (seed) => {
      for (const cluster of seed.clusters) cluster.routingId = '';
    }),
    async (box) => {
      const result = await run(box);
      expectSuccess(result);
      expect(result.outputs['internal-dns']).not.toBe('');
      expect(result.outputs['connection-url']).toBe('');
      expect(result.summary).not.toContain('Connection string');
    },
  );
});

describe('plan-count and monthly-cost', () => {
  behaviour('are those of the plan that the summary shows, and nothing on a finished path', standard(), async (box) => {
    const dry = await run(box, { 'dry-run': 'true' });
    const steps = plannedSteps(dry).filter((step) => !step.bookkeeping);
    expect(steps.length).toBeGreaterThan(3);
    expect(dry.outputs['plan-count']).toBe(String(steps.length));
    const [, dollars] = /about \$([\d.]+) a month/.exec(dry.summary.replaceAll('\\', '')) ?? [];
    expect(dollars).toMatch(/^\d+\.\d\d$/);
    expect(dry.outputs['monthly-cost']).toBe(dollars);
    await run(box);
    // Price and hours: model/cost.ts.
    expect(Number(dollars)).toBe(theEndpoint(box).subnetIds.length * 7.3);
    expect((await run(box, { 'dry-run': 'true' })).outputs).toMatchObject({ 'plan-count': '0', 'monthly-cost': '0' });
  });

  behaviour('have no cost where the zones are not known yet', advanced(), async (box) => {
    const { outputs } = await run(box, { cluster: ids.advancedCluster, 'dry-run': 'true' });
    expect(Number(outputs['plan-count'])).toBeGreaterThan(3);
    expect(outputs['monthly-cost']).toBe('');
  });

  behaviour('are empty where no plan was made', standardWorld(), async (box) => {
    const { outputs } = await run(box, { 'vpc-id': 'vpc-none' });
    expect([outputs['plan-count'], outputs['monthly-cost']]).toEqual(['', '']);
  });
});

describe('a list as a JSON array', () => {
  behaviour('is the same list in every input', standard(), async (box) => {
    const [first] = ids.subnets;
    const inputs = {
      cluster: JSON.stringify([ids.standardName]),
      'subnet-ids': JSON.stringify([first], null, 2),
      'allowed-cidrs': '["10.20.0.0/16", "10.20.0.0/16"]',
      'allowed-account-ids': `["${ids.account}"]`,
    };
    expectSuccess(await run(box, inputs));
    expect(theEndpoint(box).subnetIds).toEqual([first]);
  });

  behaviour('knows self among trusted owners, so that AWS is asked for the account', advanced(), async (box) => {
    const inputs = { cluster: ids.advancedCluster, 'vpc-id': '', 'trusted-owners': '["self"]' };
    const result = await run(box, inputs);
    expectSuccess(result);
    expect(JSON.parse(result.outputs['trusted-owners'] ?? '')).toMatchObject([{ account: ids.account }]);
  });
});
