import { describe, expect } from 'vitest';
import { clusterIds, seedWithClusters } from '../../scripts/bench/scale.ts';
import type { RunResult } from '../harness/run-action.ts';
import { ids, type MemorySandbox, type SandboxOptions, standardWorld } from '../sandbox/index.ts';
import type { DeepPartial, Settings } from '../sandbox/settings.ts';
import { expectFailure, expectSuccess } from '../support/expectations.ts';
import { behaviour } from '../support/in-memory.ts';
import { mutations, run } from '../support/run.ts';

const TEN = clusterIds(10);
const seconds = { acceptance: 0, available: 1, connection: 0, dns: 1, createEndpoint: 0 };
const NARROW = 'key-of-two-clusters';

/** A world of ten clusters more, and a key that sees two of them. */
function tenClusters(settings: DeepPartial<Settings> = {}): SandboxOptions {
  const world = seedWithClusters(TEN.length);
  world.serviceAccounts.push({ key: NARROW, name: 'narrow', clusterIds: TEN.slice(0, 2) });
  return { ...standardWorld(), world, settings: { seconds, ...settings } };
}

/** How many requests of each kind a run sent to the Cloud. */
function askedOf({ requests }: RunResult): Record<string, number> {
  const asked: Record<string, number> = {};
  for (const { service, action } of requests) {
    if (service !== 'cloud') continue;
    const kind = action.replace(/^GET \/api\/v1/, '').replace(/[0-9a-f-]{36}/, 'ID');
    asked[kind] = (asked[kind] ?? 0) + 1;
  }
  return asked;
}

const networking = (count: number) => ({
  '/clusters/ID/networking/private-endpoint-services': count,
  '/clusters/ID/networking/private-endpoint-connections': count,
});

/** What a run on a finished path asks the Cloud. */
async function askedAgain(box: MemorySandbox, cluster: string): Promise<Record<string, number>> {
  expectSuccess(await run(box, { cluster }));
  const again = await run(box, { cluster });
  expectSuccess(again);
  expect(again.outputs).toMatchObject({ status: 'available', changed: 'false' });
  return askedOf(again);
}

describe('clusters that are given by ID', () => {
  behaviour('ten of them are one list and two requests each', tenClusters(), async (box) => {
    expect(await askedAgain(box, TEN.join('\n'))).toEqual({ '/clusters': 1, ...networking(10) });
  });

  behaviour('two of them are cheaper by the list, too', tenClusters(), async (box) => {
    const two = TEN.slice(0, 2).join('\n');
    expect(await askedAgain(box, two)).toEqual({ '/clusters': 1, ...networking(2) });
  });

  behaviour('one of them is read by itself', tenClusters(), async (box) => {
    expect(await askedAgain(box, TEN[0] ?? '')).toEqual({ '/clusters/ID': 1, ...networking(1) });
  });

  behaviour('a name among them has the list read anyway', tenClusters(), async (box) => {
    expect(await askedAgain(box, `${TEN[0]}\nshop-0001`)).toEqual({ '/clusters': 1, ...networking(2) });
  });

  // The standard world has clusters of its own before these.
  behaviour(
    'of a long list one page is read, and what it lacks by itself',
    tenClusters({ cloud: { pageSize: 5 } }),
    async (box) => {
      const listed = seedWithClusters(TEN.length)
        .clusters.slice(0, 5)
        .filter(({ id }) => TEN.includes(id)).length;
      expect(listed).toBeGreaterThan(0);
      const asked = await askedAgain(box, TEN.join('\n'));
      expect(asked).toEqual({ '/clusters': 1, '/clusters/ID': 10 - listed, ...networking(10) });
    },
  );

  behaviour('a name on a later page has all pages read, and then nothing by itself', tenClusters(), async (box) => {
    box.settings.cloud.pageSize = 5;
    const asked = await askedAgain(box, `${TEN[0]}\nshop-0009`);
    expect(asked).toEqual({ '/clusters': Math.ceil(box.world.tables.cluster.size / 5), ...networking(2) });
  });

  behaviour('a key that may not list clusters reads each by itself', tenClusters(), async (box) => {
    const match = { service: 'cloud', action: 'GET /api/v1/clusters' } as const;
    box.faults.add({ match, kind: 'status', status: 403, times: 1_000 });
    const asked = await askedAgain(box, TEN.slice(0, 3).join('\n'));
    expect(asked).toEqual({ '/clusters': 1, '/clusters/ID': 3, ...networking(3) });
  });

  behaviour('an outage of the list ends the run as any other does', tenClusters(), async (box) => {
    const match = { service: 'cloud', action: 'GET /api/v1/clusters' } as const;
    box.faults.add({ match, kind: 'status', status: 503, times: 1_000 });
    const result = await run(box, { cluster: TEN.slice(0, 3).join('\n') });
    expectFailure(result, 'cloud-unavailable', 'list the clusters');
    expect(mutations(result)).toEqual([]);
  });
});

// cases.md A1: that the list lacks a cluster says neither that it is gone nor that the key can't see it.
describe('a cluster that the list lacks', () => {
  const absent = 'e9999999-9999-4999-8999-999999999999';

  behaviour('does not exist', tenClusters(), async (box) => {
    const result = await run(box, { cluster: `${TEN[0]}\n${absent}` });
    expectFailure(result, 'cluster-not-found', absent);
    expect(askedOf(result)).toMatchObject({ '/clusters': 1, '/clusters/ID': 1 });
    expect(mutations(result)).toEqual([]);
  });

  behaviour('exists, and the key cannot see it', tenClusters({ cloud: { unseen: 403 } }), async (box) => {
    const result = await run(box, { cluster: `${TEN[0]}\n${ids.standardCluster}`, 'cockroach-api-key': NARROW });
    expectFailure(result, 'cloud-denied', ids.standardCluster);
    expect(mutations(result)).toEqual([]);
  });

  behaviour('exists, and an answer of something else is no word of the API', tenClusters(), async (box) => {
    box.faults.add({
      match: { service: 'cloud', action: `GET /api/v1/clusters/${absent}` },
      kind: 'rewrite',
      rewrite: () => ({ status: 404, headers: { 'content-type': 'text/html' }, body: '<html></html>' }),
      times: 1_000,
    });
    const result = await run(box, { cluster: `${TEN[0]}\n${absent}` });
    expectFailure(result, 'cloud-unavailable', 'text/html');
    expect(mutations(result)).toEqual([]);
  });
});
