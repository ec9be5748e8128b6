import { describe, expect } from 'vitest';
import type { RunResult } from '../harness/run-action.ts';
import { ids, type MemorySandbox, type Sandbox } from '../sandbox/index.ts';
import { behaviour } from '../support/in-memory.ts';
import { advanced, errorLine, errorText, liveEndpoints, PLANS, standard } from '../support/paths.ts';
import { mutations, run } from '../support/run.ts';
import { ENSURE_ROWS, EVER, type State } from './cluster-states.ts';

const CLOUD_WRITES = /^(POST|DELETE) .*\/networking\//;

/** From its first request on, the cluster is in these states for so many seconds each; the last one stays. */
function goesThrough(box: MemorySandbox, clusterId: string, ...states: readonly [State, number][]): void {
  let began: number | undefined;
  box.onRequest(({ when }) => {
    if (when !== 'before') return;
    began ??= box.clock.now();
    let end = began;
    const now = states.find(([, seconds]) => {
      end += seconds * 1000;
      return box.clock.now() < end;
    });
    box.world.changeCluster(clusterId, { state: (now ?? states.at(-1))?.[0] ?? 'CREATED' });
  });
}

const cloudWrites = (result: RunResult) => mutations(result).filter((one) => CLOUD_WRITES.test(one));

describe.each(PLANS)('ensure of a cluster on $plan that is', ({ plan, worldOf, clusterId }) => {
  for (const row of ENSURE_ROWS) {
    behaviour(row.is, worldOf(), async (box) => {
      const services = plan === 'Advanced' && !row.finished ? 1 : 0;
      if (row.finished) expect((await run(box, { cluster: clusterId })).exitCode).toBe(0);
      goesThrough(box, clusterId, ...row.states);
      const result = await run(box, { cluster: clusterId, ...row.inputs });
      expect([result.exitCode, result.outputs['error-code'], result.outputs['status']], result.log).toEqual([
        row.exit,
        row.code ?? '',
        (plan === 'Advanced' ? row.advancedStatus : undefined) ?? row.status,
      ]);
      expect(cloudWrites(result)).toHaveLength(row.writes === 0 ? 0 : row.writes + services);
      expect(`${result.log}\n${row.exit === 0 ? '' : errorLine(result)}`).toMatch(row.says);
    });
  }
});

describe('verify of a finished private connection whose cluster is', () => {
  const rows: readonly [State, 0 | 1, string, string[]][] = [
    ['CREATED', 0, 'available', []],
    // A lock is no difference; nor is a state that this project does not know.
    ['LOCKED', 0, 'available', []],
    ['SUSPENDED' as State, 0, 'available', []],
    ['CREATING', 1, 'pending', ['cluster-not-ready']],
    ['CREATION_FAILED', 1, 'absent', ['cluster-not-ready']],
    ['DELETED', 1, 'absent', ['cluster-not-found']],
  ];
  for (const [state, exit, status, checks] of rows) {
    behaviour(state, standard(), async (box) => {
      expect((await run(box)).exitCode).toBe(0);
      box.world.changeCluster(ids.standardCluster, { state });
      const result = await run(box, { operation: 'verify' });
      expect([result.exitCode, result.outputs['status']], result.log).toEqual([exit, status]);
      const found = JSON.parse(result.outputs['drift'] ?? '[]') as { check: string; severity: string }[];
      expect(found.filter((one) => one.severity === 'error').map((one) => one.check)).toEqual(checks);
      expect(mutations(result)).toEqual([]);
      if (state === 'LOCKED') expect(result.log).toMatch(/Note: Cluster \S+ is in state LOCKED/);
    });
  }

  behaviour('LOCKED, and its connection is missing', standard(), async (box) => {
    expect((await run(box)).exitCode).toBe(0);
    box.world.disconnect(ids.standardCluster, liveEndpoints(box)[0]?.id ?? '');
    await box.clock.sleep(60_000);
    box.world.changeCluster(ids.standardCluster, { state: 'LOCKED' });
    const result = await run(box, { operation: 'verify' });
    expect([result.exitCode, result.outputs['error-code']]).toEqual([1, 'drift']);
    expect(result.outputs['drift']).toContain('"connection-missing"');
  });
});

describe('a lock delays', () => {
  const TWO = `${ids.standardCluster},${ids.secondStandardCluster}`;
  const connections = (box: Sandbox, clusterId: string) =>
    [...box.world.tables.connection.values()].filter((one) => one.clusterId === clusterId).map((one) => one.status);

  behaviour('no other cluster of the run', standard(), async (box) => {
    goesThrough(box, ids.standardCluster, ['LOCKED', EVER]);
    const result = await run(box, { cluster: TWO, wait: 'false' });
    expect(result.exitCode, result.log).toBe(0);
    expect(connections(box, ids.standardCluster)).toEqual([]);
    await box.clock.sleep(120_000);
    const next = await run(box, { cluster: TWO, 'timeout-seconds': '240' });
    expect(next.outputs['error-code']).toBe('timeout');
    expect(connections(box, ids.secondStandardCluster)).toEqual(['AVAILABLE']);
    const reports = JSON.parse(next.outputs['connections'] ?? '[]') as { status: string }[];
    expect(reports.map((one) => one.status)).toEqual(['pending', 'available']);
    expect(errorText(next)).not.toContain(ids.secondStandardCluster);
  });

  behaviour('nothing at AWS', standard(), async (box) => {
    expect((await run(box)).exitCode).toBe(0);
    for (const { id } of liveEndpoints(box)) box.world.setPrivateDns(id, false);
    box.world.changeCluster(ids.standardCluster, { state: 'LOCKED' });
    const result = await run(box);
    expect([result.exitCode, result.outputs['private-dns-enabled']], result.log).toEqual([0, 'true']);
  });

  behaviour('a change that is refused for it although the state is CREATED', standard(), async (box) => {
    box.settings.cloud.clusterLock = 409;
    let first = 0;
    box.onRequest(({ request, when }) => {
      if (when !== 'before' || request.service !== 'cloud' || !request.mutating) return;
      first ||= box.clock.now();
      if (box.clock.now() - first > 25_000) box.settings.cloud.clusterLock = false;
    });
    const result = await run(box);
    expect([result.exitCode, result.outputs['status']], result.log).toEqual([0, 'available']);
    expect(result.log).toMatch(/to be unlocked: CREATED, but a change was refused because the cluster is locked/);
    // A try each ten seconds or so, not as fast as the API answers.
    expect(cloudWrites(result).length).toBeLessThanOrEqual(5);
  });

  behaviour('such a change until the time is up', standard({ cloud: { clusterLock: 409 } }), async (box) => {
    const result = await run(box, { 'timeout-seconds': '60' });
    expect([result.exitCode, result.outputs['error-code']], result.log).toEqual([1, 'timeout']);
    expect(errorLine(result)).toMatch(
      /to be unlocked\.? Last seen: CREATED, but a change was refused because the cluster is locked;/,
    );
    expect(result.outputs['endpoint-id']).toMatch(/^vpce-/);
  });

  behaviour('such a change: pending with wait: false', standard({ cloud: { clusterLock: 409 } }), async (box) => {
    const result = await run(box, { wait: 'false' });
    expect([result.exitCode, result.outputs['status']], result.log).toEqual([0, 'pending']);
  });

  behaviour('a deletion, which then ends well', standard(), async (box) => {
    expect((await run(box)).exitCode).toBe(0);
    goesThrough(box, ids.standardCluster, ['LOCKED', 20], ['CREATED', EVER]);
    const result = await run(box, { operation: 'delete', environment: 'default' });
    expect([result.exitCode, result.outputs['status']], result.log).toEqual([0, 'deleted']);
    expect(liveEndpoints(box)).toEqual([]);
  });
});

describe('a cluster that was just created', () => {
  behaviour(
    'answers networking calls while it is being created',
    advanced({ cloud: { networkingWhileCreating: 200 } }),
    async (box) => {
      goesThrough(box, ids.advancedCluster, ['CREATING', 60], ['CREATED', EVER]);
      const result = await run(box, { cluster: ids.advancedCluster });
      expect([result.exitCode, result.outputs['status']], result.log).toEqual([0, 'available']);
    },
  );

  behaviour('answers networking calls with 404 for a moment longer', standard(), async (box) => {
    goesThrough(box, ids.standardCluster, ['CREATING', 60], ['CREATED', EVER]);
    let until: number | undefined;
    box.faults.add({
      match: ({ action }) => {
        if (box.world.tables.cluster.get(ids.standardCluster)?.state === 'CREATED') until ??= box.clock.now() + 10_000;
        return until !== undefined && box.clock.now() < until && /^GET .*\/networking\//.test(action);
      },
      kind: 'status',
      ...{ status: 404, code: '5', message: 'cluster not found', times: 99 },
    });
    const result = await run(box);
    expect([result.exitCode, result.outputs['status']], result.log).toEqual([0, 'available']);
  });

  for (const [late, exit] of [
    [8, 0],
    [EVER, 1],
  ] as const) {
    behaviour(
      `lists its service ${late === EVER ? 'never' : `${late} s later`} (Standard)`,
      standard(),
      async (box) => {
        const row = `${ids.standardCluster}/${ids.region}`;
        const service = box.world.tables.cloudService.get(row);
        if (service === undefined) throw new Error('the cluster has no service');
        goesThrough(box, ids.standardCluster, ['CREATING', 60], ['CREATED', EVER]);
        let began: number | undefined;
        box.world.tables.cloudService.delete(row);
        box.onRequest(({ when }) => {
          if (when !== 'before') return;
          began ??= box.clock.now();
          if (box.clock.now() - began > (60 + late) * 1000) box.world.tables.cloudService.set(row, service);
        });
        const result = await run(box);
        expect([result.exitCode, result.outputs['error-code']], result.log).toEqual([
          exit,
          exit === 0 ? '' : 'standard-legacy',
        ]);
        expect(result.log).toMatch(/to be listed: not listed/);
      },
    );
  }
});

describe('the status of one cluster', () => {
  const TWO = `${ids.standardCluster}\n${ids.secondStandardCluster}`;
  const statusesOf = ({ outputs }: RunResult) =>
    (JSON.parse(outputs['connections'] ?? '[]') as { status: string }[]).map((one) => one.status);

  behaviour('is not that of another, which is over', standard(), async (box) => {
    expect((await run(box, { cluster: TWO })).exitCode).toBe(0);
    box.world.changeCluster(ids.secondStandardCluster, { state: 'CREATION_FAILED' });
    expect(statusesOf(await run(box, { cluster: TWO }))).toEqual(['available', 'absent']);
  });

  behaviour('is not absent where a read was refused', standard(), async (box) => {
    expect((await run(box)).exitCode).toBe(0);
    const denied = {
      kind: 'status',
      status: 403,
      code: '7',
      message: 'user does not have permission',
      times: 99,
    } as const;
    box.faults.add({ match: { action: /^GET .*private-endpoint-services$/ }, ...denied });
    const result = await run(box);
    expect([result.exitCode, result.outputs['status'], statusesOf(result)]).toEqual([1, 'failed', ['failed']]);
  });
});

describe('a cluster that is over', () => {
  for (const state of ['CREATION_FAILED', 'DELETED'] as const) {
    for (const operation of ['ensure', 'verify', 'delete'] as const) {
      behaviour(`is no second cluster of its name: ${state}, ${operation}`, standard(), async (box) => {
        box.world.changeCluster(ids.secondStandardCluster, { name: ids.standardName });
        box.world.changeCluster(ids.secondStandardCluster, { state });
        const inputs = { cluster: ids.standardName };
        expect((await run(box, inputs)).exitCode).toBe(0);
        const result = await run(box, { ...inputs, operation, environment: 'default' });
        expect(result.exitCode, result.log).toBe(0);
        expect(liveEndpoints(box)).toHaveLength(operation === 'delete' ? 0 : 1);
      });
    }
  }
});
