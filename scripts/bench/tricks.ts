import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import type { Sandbox } from '../../test/sandbox/index.ts';
import { startSandbox } from '../../test/sandbox/index.ts';
import { bundle, root } from '../bundle/bundle.ts';
import { type Cost, cost, node, type Program } from './child.ts';
import { action } from './programs.ts';
import { clusterIds, seedWithClusters } from './scale.ts';
import { alternate, median, ratios } from './statistics.ts';

/** A trick of src/startup/, removed: a text of one file, and what takes its place. */
interface Trick {
  readonly name: string;
  readonly file: string;
  readonly text: string;
  readonly instead: string;
  /** What it is for. */
  readonly of: keyof Cost;
  readonly unit: string;
}

const FINISHED: readonly Trick[] = [
  {
    name: 'requesting the first token while code is loaded',
    file: 'startup/first-token.ts',
    text: '  if (!service.offered) return undefined;',
    instead: '  if (service.offered || !service.offered) return undefined;',
    of: 'wallMs',
    unit: 'wall',
  },
  {
    name: 'loading code once requests are sent',
    file: 'startup/request-sent.ts',
    text: '  return new Promise((resolve) => {',
    instead: '  if (longestMs > 0) return Promise.resolve();\n  return new Promise((resolve) => {',
    of: 'wallMs',
    unit: 'wall',
  },
  {
    name: 'the own collector of streams',
    file: 'aws/connection.ts',
    text: '      streamCollector,\n',
    instead: '',
    of: 'cpuMs',
    unit: 'CPU',
  },
  {
    name: 'the limit for compiling the HTTP parser again',
    file: 'startup/v8.ts',
    text: "  setFlagsFromString('--wasm-tiering-budget=1000000000');\n",
    instead: '',
    of: 'cpuMs',
    unit: 'CPU',
  },
];
const MANY: Trick = {
  name: 'a small heap for many clusters',
  file: 'startup/v8.ts',
  text: "  if (clusters >= LONG_RUN_CLUSTERS) setFlagsFromString('--optimize-for-size');\n",
  instead: '',
  of: 'peakMiB',
  unit: 'peak memory of `verify` of 500 clusters',
};

const ROUNDS = 40;
const MANY_ROUNDS = 5;
const LATENCY_MS = 30;

export interface TrickCost {
  readonly what: string;
  /** What a run costs without the trick, against one with it: the median of neighbours. */
  readonly ratio: number;
}

/**
 * What each trick of src/startup/ saves: the action with and without it, in turn, on a finished path or on many
 * clusters.
 */
export async function tricksSave(sandbox: Sandbox): Promise<TrickCost[]> {
  const whole = await bundled('whole');
  sandbox.settings.latencyMs = LATENCY_MS;
  const found: TrickCost[] = [];
  for (const trick of FINISHED) {
    const less = await bundled('less', trick);
    const runs = await alternate(
      { whole: () => cost({ ...action(), ...whole }, sandbox), less: () => cost({ ...action(), ...less }, sandbox) },
      ROUNDS,
    );
    found.push(saved(trick, runs));
  }
  found.push(await manySave(whole));
  return found;
}

/** The same for what concerns runs of many clusters, which are played ten times as fast. */
async function manySave(whole: Pick<Program, 'command'>): Promise<TrickCost> {
  const less = await bundled('less', MANY);
  const many = await startSandbox({ world: seedWithClusters(500), rate: 10 });
  const inputs = { operation: 'verify', 'fail-on-drift': 'false', cluster: clusterIds(500).join('\n') };
  const played = (program: Pick<Program, 'command'>) => cost({ ...action(inputs), ...program }, many, { peak: true });
  try {
    return saved(MANY, await alternate({ whole: () => played(whole), less: () => played(less) }, MANY_ROUNDS));
  } finally {
    await many.close();
  }
}

function saved(
  { name, of, unit }: Trick,
  { whole, less }: { whole: readonly Cost[]; less: readonly Cost[] },
): TrickCost {
  const all = ratios(
    less.map((one) => one[of]),
    whole.map((one) => one[of]),
  );
  return { what: `Without ${name}, ${unit}`, ratio: median(all) };
}

/**
 * The action bundled from a copy of src/, without one trick, if one is named.
 * @throws Error where the file does not have its text any more
 */
async function bundled(name: string, trick?: Trick): Promise<Pick<Program, 'command'>> {
  const home = path.join(root, 'tmp/bench/tricks', name);
  rmSync(home, { recursive: true, force: true });
  cpSync(path.join(root, 'src'), path.join(home, 'src'), { recursive: true });
  if (trick !== undefined) {
    const file = path.join(home, 'src', trick.file);
    const text = readFileSync(file, 'utf8');
    if (!text.includes(trick.text)) throw new Error(`${trick.file} has no line for ${trick.name}`);
    writeFileSync(file, text.replace(trick.text, trick.instead));
  }
  const out = path.join(home, 'dist');
  await bundle({ input: path.join(home, 'src/main.ts'), out, work: path.join(home, 'work') });
  return { command: [node, path.join(out, 'index.js')] };
}
