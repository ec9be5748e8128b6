import { expect } from 'vitest';
import { ids, type World, type WorldSeed } from '../sandbox/index.ts';
import { expectSuccess } from '../support/expectations.ts';
import { behaviour } from '../support/in-memory.ts';
import {
  buildPath,
  closedWorld,
  ensure,
  expectClean,
  expectOutcome,
  findingsOf,
  type Path,
  verify,
} from '../support/verify.ts';

type Inputs = Record<string, string>;

/** One state of the world, and what `verify` says of it. */
export interface Row {
  /** What is different from a finished path. */
  state: string;
  plan?: 'Standard' | 'Advanced';
  /** Nothing was made yet. */
  empty?: boolean;
  seed?: (seed: WorldSeed) => void;
  inputs?: Inputs;
  /** Brings the state about; the answer is laid over the inputs. */
  // biome-ignore lint/suspicious/noConfusingVoidType: most states need no input, and answer nothing at all
  make?: (world: World, path: Path) => Inputs | void;
  /** Every finding, as `error private-dns-off`. */
  finds: readonly string[];
  /** What expected, found and fix of the findings say among them. */
  says?: RegExp | ((path: Path) => RegExp);
  /** Who brings it back: `ensure`, or what people or the other side do; absent where neither is tried here. */
  mend?: 'ensure' | ((world: World, path: Path) => void);
}

/** Plays every row in a world of its own: the state is named, and where it can be mended it is, and is clean after that. */
export function play(rows: readonly Row[]): void {
  for (const row of rows) {
    const { plan = 'Standard', finds } = row;
    const name = `${row.state}: ${finds.join(', ') || 'clean'}${row.mend === 'ensure' ? ', mended by ensure' : ''}`;
    behaviour(name, closedWorld(plan, row.seed), async (sandbox) => {
      const { world } = sandbox;
      const cluster = plan === 'Standard' ? ids.standardCluster : ids.advancedCluster;
      const none = { cluster, endpoint: '', group: '', service: '' };
      const path = row.empty === true ? none : buildPath(sandbox, cluster);
      const inputs = { cluster, ...row.inputs, ...row.make?.(world, path) };

      const result = await verify(sandbox, inputs);
      expectOutcome(result, finds);
      const words = findingsOf(result).map((one) => `${one.subject} | ${one.expected} | ${one.found} | ${one.fix}`);
      if (row.says !== undefined)
        expect(words.join('\n')).toMatch(typeof row.says === 'function' ? row.says(path) : row.says);

      if (row.mend === undefined) return;
      if (row.mend === 'ensure') expectSuccess(await ensure(sandbox, inputs));
      else row.mend(world, path);
      expectClean(await verify(sandbox, inputs));
    });
  }
}

/** Changes a row of the world that no console changes. */
export function change<K extends keyof World['tables']>(
  world: World,
  kind: K,
  id: string,
  values: Partial<World['tables'][K] extends Map<string, infer T> ? T : never>,
): void {
  const found = world.tables[kind].get(id);
  if (found === undefined) throw new Error(`this world has no ${kind} ${id}`);
  world.tick();
  Object.assign(found, values);
  world.tick();
}
