import { expect, it } from 'vitest';
import { TORTURE } from '../harness/torture.ts';
import { ids, type Sandbox, type SandboxOptions, startSandbox } from '../sandbox/index.ts';
import { claimants } from '../support/departures.ts';
import { inMemory } from '../support/in-memory.ts';
import { expectNothingLeft, expectSuccess, standard } from '../support/paths.ts';
import { attachedRuns, manyClusters } from './attached.ts';
import { playBranches } from './branches.ts';

/** `TORTURE=1` plays the shows at full size, `SEED` says in which order; otherwise they are small and always the same. */
const FULL = TORTURE;
const SEED = Number(process.env['SEED'] ?? (FULL ? Date.now() % 100_000 : 7));
const ENV = { PRIVATELINK_READ_LAG_SECONDS: '8' };
const HOUR = 3_600_000;

/** The small shows are played in memory, those of full size by processes. */
async function play(options: SandboxOptions, show: (box: Sandbox) => Promise<void>): Promise<void> {
  if (!FULL) return inMemory(options, show);
  // Slower than elsewhere: many processes share the machine, and none may be held up for longer than the decision time.
  const box = await startSandbox({ ...options, rate: 8 });
  try {
    await show(box);
  } finally {
    await box.close();
  }
}

const branches = FULL ? 20 : 4;
it(`${branches} branches come and go on one shared endpoint, none ever without its path`, {
  timeout: HOUR,
}, async () => {
  const lag = { endpoint: 4, group: 4, connection: 4 };
  await play(standard({ stale: { seconds: lag, mode: 'random' } }), async (box) => {
    const rules = { seed: SEED, branches, atOnce: FULL ? 8 : 3, killed: 0.25, env: ENV };
    const numbers = await playBranches(box, rules);
    console.log(`shared endpoint: ${JSON.stringify(numbers)}`);
    expect(numbers.violations).toEqual([]);
    expect(numbers.paths).toBeGreaterThan(branches);
    expectNothingLeft(box, ids.standardCluster);
    expectNothingLeft(box, ids.secondStandardCluster);
  });
});

const attached = FULL ? 50 : 3;
it(`${attached} branches with a cluster each share an endpoint that is not the action's`, {
  timeout: HOUR,
}, async () => {
  let clusters: string[] = [];
  const options = standard({}, (seed) => {
    clusters = manyClusters(seed, attached);
  });
  await play(options, async (box) => {
    const began = performance.now();
    const made = box.world.createEndpoint({
      vpcId: ids.vpc,
      serviceName: ids.standardServiceName,
      subnetIds: [...ids.subnets],
      privateDnsEnabled: true,
      tags: { owner: 'the platform team' },
    });
    const before = structuredClone(made);
    const given = { endpointId: made.id, atOnce: FULL ? 8 : 3, env: ENV };
    for (const result of await attachedRuns(box, clusters, { operation: 'ensure', ...given })) expectSuccess(result);
    const connected = box.world.connections().filter((one) => one.status === 'AVAILABLE' && one.endpointId === made.id);
    expect(connected.map((one) => one.clusterId).toSorted()).toEqual(clusters.toSorted());
    const gone = await attachedRuns(box, clusters, { operation: 'delete', ...given });
    for (const result of gone) expectSuccess(result);
    expect(gone.map((one) => one.outputs['status'])).toEqual(clusters.map(() => 'deleted'));
    expect(box.world.connections()).toEqual([]);
    expect(box.world.endpoint(made.id)).toEqual(before);
    expect(claimants(made)).toEqual([]);
    const numbers = { clusters: clusters.length, connected: connected.length, left: box.world.connections().length };
    const calls = box.mutations().filter((one) => one.service === 'ec2').length;
    const seconds = Math.round((performance.now() - began) / 1000);
    console.log(`attached endpoint: ${JSON.stringify({ ...numbers, changesAtAws: calls, seconds })}`);
    expect(calls).toBe(0);
  });
});
