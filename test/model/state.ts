import type { Facet } from '../../src/reconcile/model/observed.ts';
import type { Fate, Sight } from './clients.ts';
import { Broken, type Promises, renewed, whatIsMissing } from './promises.ts';
import { act, type Conditions, dueFacets, isOver, look, type Run } from './run.ts';
import { views } from './shelf.ts';
import { shed, TICK_MS, tick, type World } from './world.ts';

/** The world, the runs, and what may still befall them. */
export interface State extends Promises {
  readonly conditions: Conditions;
  readonly world: World;
  readonly runs: readonly Run[];
  /** The clusters of each environment. */
  readonly clusters: Readonly<Record<string, readonly string[]>>;
  /** What may still go wrong in all: a kill, a lost answer, a read that is not up to date, a run that pauses. */
  readonly troubles: number;
  /** How many runs may still be killed. */
  readonly kills: number;
  /** How many answers may still be lost. */
  readonly losses: number;
  /** How often a hand may still take tags of others off the endpoints, so that others find room in the meantime. */
  readonly sheds: number;
  /** How many times a run may still freeze, for whatever time; in searches at random only. */
  readonly freezes: number;
  /** By run: how it stands still, if it does. */
  readonly frozen: readonly (undefined | 'stopped' | 'suspended')[];
  /** By run: it could have gone on before, and has not. */
  readonly paused: readonly boolean[];
  /** By run: it has looked since the last tick, and waits for the next. */
  readonly rested: readonly boolean[];
}

/** What may happen next. */
export type Move =
  | { readonly kind: 'tick' }
  | { readonly kind: 'look'; readonly run: number; readonly sight: Sight; readonly stale: boolean }
  | { readonly kind: 'act'; readonly run: number; readonly index: number; readonly fate: Fate }
  | { readonly kind: 'kill'; readonly run: number }
  | { readonly kind: 'shed' }
  /** The run stands still: its process is stopped, or its machine suspended, so that its monotonic clock stands still too. */
  | { readonly kind: 'freeze'; readonly run: number; readonly how: 'stopped' | 'suspended' }
  | { readonly kind: 'thaw'; readonly run: number };

export function isEnd(state: State): boolean {
  return state.runs.every(isOver);
}

export function movesOf(state: State): Move[] {
  const { runs, world } = state;
  const moves: Move[] = [];
  for (const [index, run] of runs.entries()) {
    if (state.frozen[index] !== undefined) {
      moves.push({ kind: 'thaw', run: index });
      continue;
    }
    if (state.freezes > 0 && !isOver(run) && run.phase.kind !== 'new')
      for (const how of ['stopped', 'suspended'] as const) moves.push({ kind: 'freeze', run: index, how });
    const facets = dueFacets(run, world.now);
    if (facets !== undefined) {
      const sights = sightsOf(state, facets).slice(0, state.troubles > 0 ? undefined : 1);
      for (const [at, sight] of sights.entries()) moves.push({ kind: 'look', run: index, sight, stale: at > 0 });
    }
    if (run.phase.kind === 'acting') {
      for (const at of run.phase.pending.keys()) {
        moves.push({ kind: 'act', run: index, index: at, fate: 'done' });
        if (Math.min(state.losses, state.troubles) === 0) continue;
        moves.push({ kind: 'act', run: index, index: at, fate: 'lost-before' });
        moves.push({ kind: 'act', run: index, index: at, fate: 'lost-after' });
      }
    }
    // Before it has done anything, a run that is killed is one that never began.
    if (Math.min(state.kills, state.troubles) > 0 && !isOver(run) && run.phase.kind !== 'new')
      moves.push({ kind: 'kill', run: index });
  }
  const late = runs.some(
    (run, index) =>
      state.frozen[index] === undefined &&
      run.phase.kind === 'acting' &&
      run.phase.pending.some(({ until }) => until <= world.now),
  );
  if (state.sheds > 0) moves.push({ kind: 'shed' });
  if (!late && pausing(state).length <= state.troubles) moves.push({ kind: 'tick' });
  return moves;
}

/** Runs that could go on now and would pause if a tick went by. When a run begins is left open. */
function pausing({ runs, world, paused, rested, frozen }: State): number[] {
  return [...runs.keys()].filter((index) => {
    const run = runs[index];
    if (run === undefined || run.phase.kind === 'new' || paused[index] === true || frozen[index] !== undefined)
      return false;
    if (run.phase.kind === 'acting') return true;
    // The loop takes a breath before it looks again.
    if (run.phase.kind === 'again') return false;
    return rested[index] !== true && dueFacets(run, world.now) !== undefined;
  });
}

/** Every sight that a look at the facets may give; what is not looked at is as it is. */
function sightsOf({ world }: State, facets: readonly Facet[] | 'all'): Sight[] {
  const wanted = (facet: Facet) => facets === 'all' || facets.includes(facet);
  const few = <T>(all: readonly T[], facet: Facet) => (wanted(facet) ? all : all.slice(0, 1));
  let sights: Sight[] = few(views(world.endpoints), 'endpoints').flatMap((endpoints) =>
    few(views(world.groups), 'groups').map((groups) => ({ endpoints, groups, connections: {} })),
  );
  for (const [id, shelf] of Object.entries(world.connections)) {
    const all = few(views(shelf), `connections:${id}`);
    sights = sights.flatMap((sight) =>
      all.map((list) => ({ ...sight, connections: { ...sight.connections, [id]: list } })),
    );
  }
  return sights;
}

/** @throws Broken where the move takes from an environment what it was promised */
export async function play(state: State, move: Move): Promise<State> {
  if (move.kind === 'tick') {
    const fresh = pausing(state);
    const stands = (at: number) => (state.frozen[at] === 'suspended' ? TICK_MS : 0);
    return checked({
      ...state,
      world: tick(state.world, state.conditions.bounds),
      runs: state.runs.map((run, at) => (stands(at) > 0 ? { ...run, stood: run.stood + stands(at) } : run)),
      troubles: state.troubles - fresh.length,
      paused: state.paused.map((one, at) => one || fresh.includes(at)),
      rested: state.rested.map(() => false),
    });
  }
  if (move.kind === 'shed') return { ...state, world: shed(state.world), sheds: state.sheds - 1 };
  const before = state.runs[move.run];
  if (before === undefined) throw new Error('there is no such run');
  if (move.kind === 'freeze' || move.kind === 'thaw') {
    const how = move.kind === 'freeze' ? move.how : undefined;
    const frozen = state.frozen.map((one, at) => (at === move.run ? how : one));
    return { ...state, frozen, freezes: state.freezes - (move.kind === 'freeze' ? 1 : 0) };
  }
  const given = { run: before, world: state.world };
  if (move.kind === 'kill')
    return {
      ...withRun(state, move.run, { ...before, phase: { kind: 'killed' } }),
      kills: state.kills - 1,
      troubles: state.troubles - 1,
    };
  const { run, world } =
    move.kind === 'look'
      ? await look({ ...given, sight: move.sight }, state.conditions)
      : await act({ ...given, index: move.index, fate: move.fate }, state.conditions);
  const lost = move.kind === 'act' && move.fate !== 'done';
  const troubled = lost || (move.kind === 'look' && move.stale);
  const mark = (flags: readonly boolean[], flag: boolean) => flags.map((one, at) => (at === move.run ? flag : one));
  return checked({
    ...withRun({ ...state, world }, move.run, run),
    losses: state.losses - (lost ? 1 : 0),
    troubles: state.troubles - (troubled ? 1 : 0),
    paused: mark(state.paused, false),
    rested: mark(state.rested, run.phase.kind === 'waiting'),
  });
}

function withRun(state: State, index: number, run: Run): State {
  const runs = state.runs.map((one, at) => (at === index ? run : one));
  return { ...state, ...renewed(state, runs, index), runs };
}

function checked(state: State): State {
  for (const environment of state.promised) {
    const clusters = state.clusters[environment] ?? [];
    const missing = whatIsMissing(state.world, { environment, clusters });
    if (missing !== '') throw new Broken(`${environment} was promised its path, but ${missing}`);
  }
  return state;
}
