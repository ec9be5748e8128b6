import { describe, expect } from 'vitest';
import { ids, type MemorySandbox } from '../sandbox/index.ts';
import { standardRegion } from '../sandbox/worlds.ts';
import { SHORT } from '../support/departures.ts';
import { behaviour } from '../support/in-memory.ts';
import { standard } from '../support/paths.ts';
import { run } from '../support/run.ts';

/** The cluster gets its private host name so many seconds after it was first connected. */
function namedAfter(box: MemorySandbox, seconds: number): void {
  box.world.changeCluster(ids.standardCluster, { regions: [{ ...standardRegion(), internalDns: '' }] });
  let connectedAt: number | undefined;
  box.onRequest(({ when }) => {
    if (when !== 'before' || !box.world.connections().some((one) => one.status === 'AVAILABLE')) return;
    connectedAt ??= box.clock.now();
    if (box.clock.now() - connectedAt > seconds * 1000)
      box.world.changeCluster(ids.standardCluster, { regions: [standardRegion()] });
  });
}

const warnings = (annotations: readonly { level: string; message: string }[]) =>
  annotations.filter((one) => one.level === 'warning').map((one) => one.message.replaceAll('\n', ' '));
const MISSING =
  /internal-dns is empty: CockroachDB Cloud lists no private host name for cluster orders-standard in us-east-1/;

describe('a cluster whose private host name comes after its connection', () => {
  behaviour('is waited for by the run that connected it', standard(), async (box) => {
    namedAfter(box, 15);
    const result = await run(box, {}, { env: SHORT });
    expect([result.exitCode, result.outputs['status']], result.log).toEqual([0, 'available']);
    expect(result.outputs['internal-dns']).toBe(standardRegion().internalDns);
    expect(result.log).toContain('Waiting for the private host name of cluster orders-standard: not listed');
    expect(result.summary).toContain('postgresql://');
    expect(warnings(result.annotations)).toEqual([]);
  });

  behaviour('is a warning after half a minute, and in every later run', standard(), async (box) => {
    namedAfter(box, 1e6);
    const result = await run(box, {}, { env: SHORT });
    expect([result.exitCode, result.outputs['status'], result.outputs['internal-dns']]).toEqual([0, 'available', '']);
    expect(warnings(result.annotations)).toEqual([expect.stringMatching(MISSING)]);
    const later = await run(box, {}, { env: SHORT });
    expect(warnings(later.annotations)).toEqual([expect.stringMatching(MISSING)]);
    // Not waited for: this run connected nothing.
    expect(later.log).not.toContain('private host name of cluster orders-standard: not listed');
  });

  behaviour(
    'never fails a run whose time is up',
    standard({ seconds: { acceptance: 10, available: 20, connection: 10 } }),
    async (box) => {
      namedAfter(box, 1e6);
      const result = await run(box, { 'timeout-seconds': '60' }, { env: SHORT });
      expect([result.exitCode, result.outputs['status']], result.log).toEqual([0, 'available']);
    },
  );

  behaviour('is not waited for with wait: false', standard(), async (box) => {
    namedAfter(box, 1e6);
    let result = await run(box, { wait: 'false' }, { env: SHORT });
    for (let turn = 0; turn < 4 && result.outputs['status'] !== 'available'; turn += 1) {
      await box.clock.sleep(20_000);
      result = await run(box, { wait: 'false' }, { env: SHORT });
    }
    expect([result.exitCode, result.outputs['status']], result.log).toEqual([0, 'available']);
  });

  behaviour('is counted from the connection to this endpoint, not to another', standard(), async (box) => {
    const elsewhere = box.world.createEndpoint({
      vpcId: 'vpc-0fedcba9876543210',
      serviceName: ids.standardServiceName,
    });
    box.world.connect(ids.standardCluster, elsewhere.id);
    box.world.setConnectionStatus(ids.standardCluster, elsewhere.id, 'AVAILABLE');
    box.settings.seconds.available = 40;
    box.world.changeCluster(ids.standardCluster, { regions: [{ ...standardRegion(), internalDns: '' }] });
    let availableAt: number | undefined;
    box.onRequest(({ when }) => {
      if (
        when !== 'before' ||
        !box.world.connections().some((one) => one.endpointId !== elsewhere.id && one.status === 'AVAILABLE')
      )
        return;
      availableAt ??= box.clock.now();
      if (box.clock.now() - availableAt > 10_000)
        box.world.changeCluster(ids.standardCluster, { regions: [standardRegion()] });
    });
    const result = await run(box, {}, { env: SHORT });
    expect(result.outputs['internal-dns'], result.log).toBe(standardRegion().internalDns);
  });

  behaviour('is a warning of verify, never drift', standard(), async (box) => {
    expect((await run(box, {}, { env: SHORT })).exitCode).toBe(0);
    box.world.changeCluster(ids.standardCluster, { regions: [{ ...standardRegion(), internalDns: '' }] });
    const result = await run(box, { operation: 'verify' });
    expect([result.exitCode, result.outputs['status'], result.outputs['drift-count']]).toEqual([0, 'available', '0']);
    expect(result.outputs['drift']).toContain('"internal-dns-missing"');
  });
});
