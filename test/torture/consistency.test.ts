import { afterEach, describe, expect, it, vi } from 'vitest';
import { TORTURE } from '../harness/torture.ts';
import { type DeepPartial, ids, type SandboxOptions, type Settings } from '../sandbox/index.ts';
import { createRandom } from '../sandbox/random.ts';
import { isManaged, isOwned } from '../support/managed.ts';
import { type Bench, type Ending, LAG_MS, MARK_LIFE_MS, makeBench, play, type Step } from './in-memory/bench.ts';
import { tally } from './tally.ts';
import { liveEndpoints, missingFrom } from './walks/truth.ts';
import { BRISK, seedOf } from './walks/walk.ts';

const KINDS = [
  'endpoint',
  'group',
  'rule',
  'connection',
  'cloudService',
  'cluster',
  'service',
  'vpc',
  'subnet',
  'trustedOwner',
] as const;
const SEEDS = TORTURE ? 30 : 1;
const PLANS = [
  { plans: 'standard', cluster: ids.standardCluster },
  { plans: 'both', cluster: ids.advancedCluster },
] as const;

afterEach(() => void vi.restoreAllMocks());

function benchOf(seed: number, options: SandboxOptions): Bench {
  const random = createRandom(seed);
  vi.spyOn(Math, 'random').mockImplementation(() => random.next());
  return makeBench(options, (waiting) => Math.floor(random.next() * waiting.length));
}

function worldOf(plans: 'standard' | 'both', stale: DeepPartial<Settings['stale']>): SandboxOptions {
  return { ...seedOf({ plans }), settings: { seconds: BRISK, stale } };
}

function expectDone(ending: Ending, what: string): void {
  expect(ending.kind === 'failed' ? `${ending.error.code}: ${ending.error.message}` : ending.kind, what).toBe('done');
}

/** What hands change in the consoles a moment before a run, so that its reads show neither the new nor the end of the old. */
const CHANGES: Readonly<Record<string, (bench: Bench, endpointId: string) => void>> = {
  nothing: () => undefined,
  'the endpoint is deleted': ({ world }, id) => world.deleteEndpoint(id),
  'private DNS is turned off': ({ world }, id) => world.setPrivateDns(id, false),
  'the claims are taken off': ({ world }, id) => world.setTags(id, noClaims(world.endpoint(id).tags)),
  'the rules are removed': ({ world }) => {
    for (const { id } of world.groups(isOwned)) for (const rule of world.rules(id)) world.removeRule(rule.id);
  },
  'the connection is removed': ({ world }, id) => {
    for (const one of world.connections()) if (one.endpointId === id) world.disconnect(one.clusterId, id);
  },
  'the connection is rejected': ({ world }, id) => {
    for (const one of world.connections()) if (one.endpointId === id) world.rejectConnection(one.clusterId, id);
  },
  'the trusted owner is removed': ({ world }) => world.tables.trustedOwner.clear(),
};

function noClaims(tags: Readonly<Record<string, string>>): Record<string, null> {
  return Object.fromEntries(Object.keys(tags).flatMap((key) => (key.includes('/claim/') ? [[key, null]] : [])));
}

describe('reads that lag by Δ', () => {
  for (const kind of [...KINDS, 'everything'] as const) {
    const kinds = kind === 'everything' ? KINDS : [kind];
    const seconds = Object.fromEntries(kinds.map((one) => [one, LAG_MS / 1000]));
    it.for(PLANS)(
      `${kind}: runs end as without it on $plans`,
      { timeout: 3_600_000 },
      async ({ plans, cluster }, { task }) => {
        for (let seed = 1; seed <= SEEDS; seed += 1) {
          for (const [what, change] of Object.entries(CHANGES)) {
            const said = `${what}, seed ${seed}`;
            const mode = seed % 2 === 0 ? 'random' : 'max';
            const bench = benchOf(seed, worldOf(plans, { mode, seconds }));
            const { world, turns } = bench;
            const inputs = { cluster, ...(plans === 'both' ? { 'trusted-owners': 'self' } : {}) };
            const step: Step = { operation: 'ensure', environment: 'main', inputs };
            expectDone(await turns.drive(play(bench, step)), said);
            expect(missingFrom(world, cluster, 'main'), said).toEqual([]);
            change(bench, liveEndpoints(world, isManaged)[0]?.id ?? '');
            // A run right after it may take the old state for the present; the next one, Δ later, may not.
            const second = await turns.drive(play(bench, step));
            expect(second.kind, said).not.toBe('killed');
            turns.pass(LAG_MS);
            expectDone(await turns.drive(play(bench, step)), said);
            expect(missingFrom(world, cluster, 'main'), said).toEqual([]);
            if (plans === 'both') expect([...world.tables.trustedOwner.values()], said).toHaveLength(1);
            turns.pass(LAG_MS);
            const last = await turns.drive(play(bench, step));
            expect(last, said).toEqual({ kind: 'done', writes: 0 });
            expectDone(await turns.drive(play(bench, { ...step, operation: 'delete', inputs: { cluster } })), said);
            expect([liveEndpoints(world, isManaged), world.groups(isOwned), world.connections(cluster)], said).toEqual([
              [],
              [],
              [],
            ]);
          }
        }
        tally(task, SEEDS * Object.keys(CHANGES).length);
      },
    );
  }
});

describe('beyond the guarantee', () => {
  /** Two environments: one has the path and leaves, the other comes; returns whether the other is without its path then. */
  async function leaveBeside(bench: Bench, leave: Step): Promise<boolean> {
    const { turns, world } = bench;
    const { seconds } = world.settings.stale;
    world.settings.stale.seconds = {};
    expectDone(await turns.drive(play(bench, { operation: 'ensure', environment: 'branch:b' })), 'before');
    turns.pass(LAG_MS);
    world.settings.stale.seconds = seconds;
    // The one that comes does so at any time of the other's leaving.
    const comes = turns
      .sleep('late', Math.random() * MARK_LIFE_MS)
      .then(() => play(bench, { operation: 'ensure', environment: 'main' }));
    const [left, came] = await turns.drive(Promise.all([play(bench, leave), comes]));
    expect([left.kind, came.kind]).not.toContain('killed');
    turns.pass(2 * MARK_LIFE_MS);
    world.settings.stale.seconds = {};
    return missingFrom(world, ids.standardCluster, 'main').length > 0;
  }

  const CASES = [
    {
      what: 'reads of endpoints lag by four times Δ',
      stale: { mode: 'max', seconds: { endpoint: (4 * LAG_MS) / 1000 } },
      leave: { operation: 'delete', environment: 'branch:b' },
    },
    {
      what: 'reads lag by up to five times Δ',
      stale: { mode: 'random', seconds: { endpoint: (5 * LAG_MS) / 1000, group: 15, connection: 15 } },
      leave: { operation: 'delete', environment: 'branch:b' },
    },
    {
      what: 'a deletion is under way for longer than a mark lives',
      stale: {},
      leave: {
        operation: 'delete',
        environment: 'branch:b',
        // Its third change: it marks, disconnects and deletes.
        trouble: { at: 3, writes: true, how: 'delay', when: 'before', ms: 2 * MARK_LIFE_MS },
      },
    },
  ] as const satisfies readonly { what: string; stale: DeepPartial<Settings['stale']>; leave: Step }[];

  it.for(CASES)(
    '$what: the next run finds that and mends it',
    { timeout: 3_600_000 },
    async ({ stale, leave }, { task }) => {
      const seeds = TORTURE ? 1_000 : 30;
      let broken = 0;
      let played = 0;
      // What happens in one of forty only may not happen in the first thirty: then it goes on until it has.
      while (played < seeds || (broken === 0 && played < 400)) {
        played += 1;
        const seed = played;
        const bench = benchOf(seed, worldOf('standard', stale));
        const { turns, world } = bench;
        if (await leaveBeside(bench, leave)) broken += 1;
        const again: Step = { operation: 'ensure', environment: 'main' };
        expectDone(await turns.drive(play(bench, again)), `seed ${seed}`);
        expect(missingFrom(world, ids.standardCluster, 'main'), `seed ${seed}`).toEqual([]);
        for (const environment of ['main', 'branch:b'])
          expectDone(await turns.drive(play(bench, { operation: 'delete', environment })), `seed ${seed}`);
        expect([liveEndpoints(world, isManaged), world.groups(isOwned)], `seed ${seed}`).toEqual([[], []]);
      }
      console.log(`beyond the guarantee: ${broken} of ${played} were without their path until the next run`);
      // Else there was nothing to mend.
      expect(broken).toBeGreaterThan(0);
      tally(task, played);
    },
  );
});
