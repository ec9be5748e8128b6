import type { Play } from '../harness/recorded-run.ts';
import {
  advancedWorld,
  type DeepPartial,
  ids,
  type MemorySandbox,
  type Settings,
  standardWorld,
} from '../sandbox/index.ts';

const inputs = {
  cluster: ids.standardCluster,
  'cockroach-api-key': ids.apiKey,
  'aws-region': ids.region,
  'role-to-assume': ids.role,
  'vpc-id': ids.vpc,
};

/** A connection that a run of `ensure` has left. */
function connected(cluster: string) {
  return async (box: MemorySandbox): Promise<void> => {
    const { runInMemory } = await import('../harness/run-in-memory.ts');
    await runInMemory(box, { inputs: { ...inputs, cluster }, forgiving: true });
  };
}

/** Runs whose recordings are compared, by name. */
export const COMPARED = {
  'a first run on Standard': (settings) => ({ world: { ...standardWorld(), settings }, inputs }),
  'a first run on Advanced': (settings) => ({
    world: { ...advancedWorld(), settings },
    inputs: { ...inputs, cluster: ids.advancedCluster },
  }),
  'a verify': (settings) => ({
    world: { ...standardWorld(), settings },
    inputs: { ...inputs, operation: 'verify' },
    before: connected(ids.standardCluster),
  }),
  'a delete': (settings) => ({
    world: { ...standardWorld(), settings },
    inputs: { ...inputs, operation: 'delete' },
    before: connected(ids.standardCluster),
  }),
} satisfies Record<string, (settings: DeepPartial<Settings>) => Play>;
