import { startSandbox } from '../../test/sandbox/index.ts';
import { cost } from './child.ts';
import { action } from './programs.ts';
import { clusterIds, seedWithClusters } from './scale.ts';

/** At the pace that the Cloud API allows a run of many clusters takes minutes; on this clock it takes seconds. */
const RATE = 10;

/**
 * Peak memory, in MiB, of one `verify` of so many clusters, none of which has its path: the plan and the findings name
 * each.
 */
export async function memoryByClusters(counts: readonly number[]): Promise<number[]> {
  const sandbox = await startSandbox({ world: seedWithClusters(Math.max(...counts)), rate: RATE });
  try {
    const peaks = [];
    for (const count of counts) {
      const inputs = { operation: 'verify', 'fail-on-drift': 'false', cluster: clusterIds(count).join('\n') };
      peaks.push((await cost(action(inputs), sandbox, { peak: true })).peakMiB);
    }
    return peaks;
  } finally {
    await sandbox.close();
  }
}
