import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { AT_ONCE, rounds } from '../../scripts/bench/round-trips.ts';
import { ids, type LoggedRequest, standardWorld } from '../sandbox/index.ts';
import { expectSuccess } from '../support/expectations.ts';
import { memoryFor } from '../support/in-memory.ts';
import { run } from '../support/run.ts';

/** Far above what a busy machine adds, so that requests of one round can be told from those that waited for an answer. */
const LATENCY_MS = 400;

const kindsOf = (requests: readonly LoggedRequest[]) =>
  requests.map(({ action }) => action.replace(/\/[0-9a-f-]{36}/, '/ID')).toSorted();

async function finishedPath(cluster: string) {
  const sandbox = await memoryFor({ ...standardWorld(), rate: 1, settings: { seconds: AT_ONCE } });
  expectSuccess(await run(sandbox));
  sandbox.settings.latencyMs = LATENCY_MS;
  const result = await run(sandbox, { cluster });
  expectSuccess(result);
  expect(result.outputs).toMatchObject({ status: 'available', changed: 'false' });
  return result.requests;
}

it('asks eleven things of a finished path, in three rounds', async () => {
  const requests = await finishedPath(ids.standardCluster);
  expect(kindsOf(requests)).toEqual(
    [
      'GET /token',
      'AssumeRoleWithWebIdentity',
      'GET /api/v1/clusters/ID',
      'GET /api/v1/clusters/ID/networking/private-endpoint-services',
      'GET /api/v1/clusters/ID/networking/private-endpoint-connections',
      'DescribeVpcs',
      'DescribeVpcAttribute',
      'DescribeVpcAttribute',
      'DescribeSubnets',
      'DescribeVpcEndpoints',
      'DescribeSecurityGroups',
    ].toSorted(),
  );
  expect(rounds(requests, LATENCY_MS)).toBeLessThanOrEqual(3);
});

it('docs/performance.md lists these requests, with a reason for each', async () => {
  const page = readFileSync(new URL('../../docs/performance.md', import.meta.url), 'utf8');
  const [, section = ''] = /^## The requests of a finished path$([\s\S]*?)^## /m.exec(page) ?? [];
  const rows = [...section.matchAll(/^\| `([^`]+)` +\| (\d+) +\| (.+?) +\|$/gm)].map(
    ([, action = '', times, why = '']) => ({
      action,
      times: Number(times),
      why,
    }),
  );
  const listed = rows.flatMap(({ action, times }) => new Array<string>(times).fill(action));
  expect(listed.toSorted()).toEqual(kindsOf(await finishedPath(ids.standardCluster)));
  for (const { why } of rows) expect(why.length).toBeGreaterThan(20);
});

it('takes no more requests and at most one round more where the cluster is given by name', async () => {
  const requests = await finishedPath(ids.standardName);
  expect(requests).toHaveLength(11);
  expect(rounds(requests, LATENCY_MS)).toBeLessThanOrEqual(4);
});
