import { afterAll, describe, expect } from 'vitest';
import type { RunResult } from '../harness/run-action.ts';
import { ids, type MemorySandbox } from '../sandbox/index.ts';
import { behaviour } from '../support/in-memory.ts';
import { liveEndpoints, standard } from '../support/paths.ts';
import { ENDS_OF_ENSURE, type EndRow } from './outputs-at-the-end.ts';
import { ENDS_OF_REMOVAL } from './outputs-of-removal.ts';
import { ENDS_OF_VERIFY } from './outputs-of-verify.ts';

const shown: string[][] = [];

function valuesOf({ exitCode, outputs }: RunResult) {
  return {
    exit: exitCode,
    code: outputs['error-code'],
    status: outputs['status'],
    endpoint: outputs['endpoint-id'] !== '',
    seen: [outputs['endpoint-state'], outputs['connection-status'], outputs['private-dns-enabled']],
    changed: outputs['changed'] === 'true',
    created: outputs['created'] === 'true',
    drift: Number(outputs['drift-count']),
  };
}

/** What must be true of the sandbox at that moment for a status to be told. */
const TRUE_OF: Readonly<Record<string, (box: MemorySandbox) => boolean>> = {
  available: (box) =>
    liveEndpoints(box).some((one) => one.state === 'available') && statuses(box).includes('AVAILABLE'),
  degraded: (box) => liveEndpoints(box).some((one) => one.state === 'available') && statuses(box).includes('AVAILABLE'),
  pending: (box) => box.world.endpoints().length > 0,
  absent: (box) => statuses(box).length === 0 || liveEndpoints(box).length > 0,
  deleted: () => true,
  failed: () => true,
};
const statuses = (box: MemorySandbox) => box.world.connections().map((one) => one.status);

function expectTrue(box: MemorySandbox, { outputs }: RunResult, { operation }: EndRow): void {
  const { status = '', 'endpoint-id': id = '', 'private-dns-enabled': dns } = outputs;
  expect(TRUE_OF[status]?.(box), `status ${status}`).toBe(true);
  if (operation === 'ensure' && status === 'absent') expect(liveEndpoints(box)).toEqual([]);
  const endpoint = box.world.endpoints().find((one) => one.id === id);
  if (id !== '' && status !== 'deleted') expect(endpoint, 'the endpoint of endpoint-id').toBeDefined();
  if (dns === 'true' && endpoint !== undefined) expect(endpoint.privateDnsEnabled).toBe(true);
  const reports = JSON.parse(outputs['connections'] ?? '[]') as Record<string, unknown>[];
  for (const report of reports) {
    expect(report['cluster_id']).toBe(ids.standardCluster);
    expect([report['endpoint_id'], report['endpoint_state'], report['connection_status']]).toEqual([
      id,
      outputs['endpoint-state'],
      outputs['connection-status'],
    ]);
  }
}

describe('outputs tell what is, whatever way a run ends', () => {
  for (const row of [...ENDS_OF_ENSURE, ...ENDS_OF_VERIFY, ...ENDS_OF_REMOVAL]) {
    const { operation, end, play, ...expected } = row;
    behaviour(`${operation}: ${end}`, standard(), async (box) => {
      const result = await play(box);
      const values = valuesOf(result);
      shown.push([
        operation,
        end,
        ...[values.exit, values.code, values.status, ...values.seen].map(String),
        ...[values.changed, values.created, values.drift].map(String),
      ]);
      expect(values, result.log).toEqual(expected);
      expectTrue(box, result, row);
    });
  }

  afterAll(() => {
    if (process.env['TABLES'] === '1') console.table(shown);
  });
});
