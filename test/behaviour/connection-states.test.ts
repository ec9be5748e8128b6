import { describe, expect } from 'vitest';
import { ids, type MemorySandbox } from '../sandbox/index.ts';
import type { Connection, Endpoint } from '../sandbox/types.ts';
import { leave, SHORT } from '../support/departures.ts';
import { behaviour } from '../support/in-memory.ts';
import { liveEndpoints, standard, theEndpoint } from '../support/paths.ts';
import { mutations, run } from '../support/run.ts';

/**
 * What each state of the endpoint and of the connection means to each operation, by hand. A finished private connection is put
 * into the state, and nobody else moves it on. Sources of the states: EC2 API reference, VpcEndpoint.State; Cloud API
 * specification, PrivateEndpointConnectionStatus and AWSEndpointConnectionStatus; STALE: CockroachDB docs, Manage AWS PrivateLink.
 */

/** `exit status` of `ensure`, of `ensure` with `wait: false`, of `verify`, and of `delete`. */
type Cells = readonly [string, string, string, string];

const ENDPOINT: Readonly<Record<string, Cells>> = {
  available: ['0 available', '0 available', '0 available', '0 deleted'],
  // Waited for; what is stuck ends at the time-out.
  pending: ['1 pending', '0 pending', '1 pending', '0 deleted'],
  pendingAcceptance: ['1 pending', '0 pending', '1 pending', '0 deleted'],
  // Replaced.
  failed: ['0 available', '0 pending', '1 failed', '0 deleted'],
  expired: ['0 available', '0 pending', '1 failed', '0 deleted'],
  rejected: ['0 available', '0 pending', '1 rejected', '0 deleted'],
  // Deleted by hand: another one is created.
  deleting: ['0 available', '0 pending', '1 absent', '0 deleted'],
  deleted: ['0 available', '0 pending', '1 absent', '0 deleted'],
};

const CONNECTION: Readonly<Record<string, Cells>> = {
  AVAILABLE: ['0 available', '0 available', '0 available', '0 deleted'],
  PENDING: ['1 pending', '0 pending', '1 pending', '0 deleted'],
  // Requested again, and then waited for.
  PENDING_ACCEPTANCE: ['1 pending', '0 pending', '1 pending', '0 deleted'],
  REJECTED: ['0 available', '0 pending', '1 rejected', '0 deleted'],
  FAILED: ['0 available', '0 pending', '1 failed', '0 deleted'],
  EXPIRED: ['0 available', '0 pending', '1 failed', '0 deleted'],
  STALE: ['0 available', '0 pending', '1 pending', '0 deleted'],
  DELETING: ['1 pending', '0 pending', '1 pending', '0 deleted'],
  DELETED: ['0 available', '0 pending', '1 pending', '0 deleted'],
};

const OPERATIONS = ['ensure', 'ensure, wait: false', 'verify', 'delete'] as const;

function play(box: MemorySandbox, operation: (typeof OPERATIONS)[number]) {
  const brief = { 'timeout-seconds': '240' };
  if (operation === 'delete') return leave(box, 'default', { inputs: brief });
  if (operation === 'verify') return run(box, { operation }, { env: SHORT });
  return run(box, operation === 'ensure' ? brief : { wait: 'false' }, { env: SHORT });
}

async function finished(box: MemorySandbox): Promise<string> {
  expect((await run(box, {}, { env: SHORT })).exitCode).toBe(0);
  return theEndpoint(box).id;
}

describe.each(Object.entries(ENDPOINT))('an endpoint in state %s', (state, cells) => {
  for (const [index, operation] of OPERATIONS.entries()) {
    behaviour(`${operation}: ${cells[index]}`, standard(), async (box) => {
      const id = await finished(box);
      if (state === 'failed' || state === 'expired') box.world.endEndpoint(id, state);
      else if (state === 'rejected') box.world.rejectConnection(ids.standardCluster, id);
      else if (state.startsWith('delet')) box.world.deleteEndpoint(id);
      else Object.assign(box.world.endpoint(id) as Endpoint, { state });
      if (state === 'deleted') await box.clock.sleep(60_000);
      const result = await play(box, operation);
      expect(`${result.exitCode} ${result.outputs['status']}`, result.log).toBe(cells[index]);
      if (operation === 'verify') expect(mutations(result)).toEqual([]);
      if (cells[index] === '0 available')
        expect(liveEndpoints(box).some((one) => one.state === 'available')).toBe(true);
    });
  }
});

describe.each(Object.entries(CONNECTION))('a connection in state %s', (state, cells) => {
  for (const [index, operation] of OPERATIONS.entries()) {
    behaviour(`${operation}: ${cells[index]}`, standard(), async (box) => {
      const id = await finished(box);
      if (state === 'REJECTED') box.world.rejectConnection(ids.standardCluster, id);
      else box.world.setConnectionStatus(ids.standardCluster, id, state as Connection['status']);
      const result = await play(box, operation);
      expect(`${result.exitCode} ${result.outputs['status']}`, result.log).toBe(cells[index]);
      if (operation === 'verify') expect(mutations(result)).toEqual([]);
    });
  }
});
