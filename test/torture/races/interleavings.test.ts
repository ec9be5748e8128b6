import { afterEach, describe, expect, it, vi } from 'vitest';
import { readClaims } from '../../../src/reconcile/model/claims.ts';
import { TORTURE } from '../../harness/torture.ts';
import { type DeepPartial, ids, type Settings, standardWorld } from '../../sandbox/index.ts';
import { createRandom } from '../../sandbox/random.ts';
import { isManaged, isOwned } from '../../support/managed.ts';
import { type Bench, type Ending, MARK_LIFE_MS, makeBench, play, type Step } from '../in-memory/bench.ts';
import { tally } from '../tally.ts';
import { missingFrom } from '../walks/truth.ts';

const BRISK: DeepPartial<Settings> = {
  seconds: { acceptance: 1, available: 1, connection: 1, modify: 1, dns: 2, delete: 2, eniDetach: 3 },
};
const ensure = (environment: string): Step => ({ operation: 'ensure', environment });
const leave = (environment: string): Step => ({ operation: 'delete', environment });

afterEach(() => void vi.restoreAllMocks());

/** Plays steps beside each other, with everything that is left to chance drawn from one seed. */
async function race(
  seed: number,
  before: readonly Step[],
  steps: readonly Step[] | ((bench: Bench) => readonly Step[]),
) {
  const random = createRandom(seed);
  vi.spyOn(Math, 'random').mockImplementation(() => random.next());
  const bench = makeBench({ ...standardWorld(), settings: BRISK }, (waiting) =>
    Math.floor(random.next() * waiting.length),
  );
  for (const step of before) expectDone(await bench.turns.drive(play(bench, step)), seed);
  const all = typeof steps === 'function' ? steps(bench) : steps;
  const began = bench.turns.now();
  const endings = await bench.turns.drive(Promise.all(all.map((step) => play(bench, step))));
  for (const ending of endings) expectDone(ending, seed);
  return { bench, lasted: bench.turns.now() - began };
}

function expectDone(ending: Ending, seed: number): void {
  const said = ending.kind === 'failed' ? `${ending.error.code}: ${ending.error.message}` : ending.kind;
  expect(said, `seed ${seed}`).toBe('done');
}

function left({ world }: Bench) {
  const endpoints = world.endpoints(isManaged);
  return {
    made: endpoints.length,
    living: endpoints.filter((one) => one.state !== 'deleted' && one.state !== 'deleting').length,
    groups: world.groups(isOwned).length,
    connections: world.connections().length,
  };
}

const RACES = TORTURE ? 3_000 : 100;

describe('interleavings of runs', () => {
  it.for([
    { what: 'two creators', steps: [ensure('main'), ensure('main')] },
    {
      what: 'four creators of two environments',
      steps: [ensure('main'), ensure('branch:b'), ensure('main'), ensure('branch:b')],
    },
    { what: 'sixteen creators', steps: Array.from({ length: 16 }, () => ensure('main')), share: 0.1 },
  ])(
    '$what make one endpoint, one group, one connection',
    { timeout: 600_000 },
    async ({ steps, share = 1 }, { task }) => {
      for (let seed = 1; seed <= RACES * share; seed += 1) {
        const { bench } = await race(seed, [], steps);
        expect(left(bench), `seed ${seed}`).toEqual({ made: 1, living: 1, groups: 1, connections: 1 });
      }
      tally(task, RACES * share);
    },
  );

  it('an ensure and a delete of one environment end soon, either way whole', { timeout: 600_000 }, async ({ task }) => {
    const ends = { kept: 0, gone: 0 };
    for (let seed = 1; seed <= RACES; seed += 1) {
      const { bench, lasted } = await race(seed, [ensure('main')], [ensure('main'), leave('main')]);
      const { living, groups, connections } = left(bench);
      expect([living, groups, connections], `seed ${seed}`).toEqual([living, living, living]);
      // Nobody waits longer than for a mark to die, whatever the other does.
      expect(lasted, `seed ${seed}`).toBeLessThan(MARK_LIFE_MS + 60_000);
      ends[living === 1 ? 'kept' : 'gone'] += 1;
    }
    tally(task, RACES);
    console.log(`ensure beside delete of one environment: ${JSON.stringify(ends)}`);
  });

  it('ensures and deletes of two environments, all at once, end with whole paths and nothing else', {
    timeout: 600_000,
  }, async ({ task }) => {
    const steps = [ensure('main'), leave('main'), ensure('branch:b'), leave('branch:b'), ensure('main'), leave('main')];
    for (let seed = 1; seed <= RACES; seed += 1) {
      const { bench } = await race(seed, [ensure('main')], steps);
      const { living, groups, connections } = left(bench);
      expect([living, groups, connections], `seed ${seed}`).toEqual([living, living, living]);
      expect(living, `seed ${seed}`).toBeLessThanOrEqual(1);
      for (const environment of ['main', 'branch:b']) {
        expectDone(await bench.turns.drive(play(bench, leave(environment))), seed);
      }
      expect({ ...left(bench), made: 0 }, `seed ${seed}`).toEqual({ made: 0, living: 0, groups: 0, connections: 0 });
    }
    tally(task, RACES);
  });

  it('a sweep beside an ensure of an environment that has come back keeps the path', { timeout: 600_000 }, async ({
    task,
  }) => {
    for (let seed = 1; seed <= RACES; seed += 1) {
      const { bench } = await race(seed, [ensure('branch:b')], ({ world }) => {
        const [endpoint] = world.endpoints(isManaged);
        const [claim] = readClaims(endpoint?.tags ?? {});
        if (endpoint === undefined || claim === undefined) throw new Error('no claim to sweep');
        // Idle for long, as what is swept has been.
        const idle = new Date(world.now() - 7 * 86_400_000).toISOString();
        const value = claim.value.replace(/used=\S+/, `used=${idle}`);
        world.setTags(endpoint.id, { [claim.key]: value });
        const { id: endpointId, vpcId } = endpoint;
        const goal = { kind: 'leave-endpoint', vpcId, endpointId, claims: { [claim.key]: value } } as const;
        return [{ operation: 'sweep', environment: '', goal }, ensure('branch:b')];
      });
      expect(missingFrom(bench.world, ids.standardCluster, 'branch:b'), `seed ${seed}`).toEqual([]);
    }
    tally(task, RACES);
  });

  it('an ensure beside a delete of another environment keeps the path', { timeout: 600_000 }, async ({ task }) => {
    for (let seed = 1; seed <= RACES; seed += 1) {
      const { bench, lasted } = await race(seed, [ensure('branch:b')], [ensure('main'), leave('branch:b')]);
      expect({ ...left(bench), made: 0 }, `seed ${seed}`).toEqual({ made: 0, living: 1, groups: 1, connections: 1 });
      expect(lasted, `seed ${seed}`).toBeLessThan(MARK_LIFE_MS + 60_000);
    }
    tally(task, RACES);
  });

  it('two environments that leave at once leave nothing', { timeout: 600_000 }, async ({ task }) => {
    for (let seed = 1; seed <= RACES; seed += 1) {
      const { bench } = await race(seed, [ensure('main'), ensure('branch:b')], [leave('main'), leave('branch:b')]);
      expect({ ...left(bench), made: 0 }, `seed ${seed}`).toEqual({ made: 0, living: 0, groups: 0, connections: 0 });
    }
    tally(task, RACES);
  });
});
