import type { RunResult } from '../harness/run-action.ts';
import { ids, type Sandbox, type WorldSeed } from '../sandbox/index.ts';
import { run } from '../support/run.ts';

/** Seeds so many Standard clusters, all behind the one endpoint service of their region, and returns their IDs. */
export function manyClusters(seed: WorldSeed, many: number): string[] {
  const [model] = seed.clusters;
  if (model === undefined) throw new Error('this world has no cluster to make others like');
  return Array.from({ length: many }, (_, index) => {
    const id = `d4444444-4444-4444-8444-${String(index).padStart(12, '0')}`;
    seed.clusters.push({ ...model, id, name: `branch-${index}` });
    seed.clusterServices.push({ clusterId: id, region: ids.region, serviceId: ids.standardService });
    return id;
  });
}

/** Runs the action for each cluster in attach mode, so many at once, and returns what each came to. */
export async function attachedRuns(
  box: Sandbox,
  clusters: readonly string[],
  given: { operation: 'ensure' | 'delete'; endpointId: string; atOnce: number; env: Record<string, string> },
): Promise<RunResult[]> {
  const results: RunResult[] = [];
  let next = 0;
  async function worker(): Promise<void> {
    for (let index = next++; index < clusters.length; index = next++) {
      const cluster = clusters[index] ?? '';
      const inputs = { operation: given.operation, cluster, 'endpoint-id': given.endpointId, 'vpc-id': '' };
      results[index] = await run(box, inputs, { env: given.env });
    }
  }
  await Promise.all(Array.from({ length: given.atOnce }, worker));
  return results;
}
