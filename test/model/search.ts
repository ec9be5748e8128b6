import { hash } from 'node:crypto';
import { judgeEnd } from './ending.ts';
import { keyOf } from './key.ts';
import { Broken } from './promises.ts';
import { isEnd, type Move, movesOf, play, type State } from './state.ts';
import { storyOf } from './story.ts';

/** What a search came to. */
export interface Found {
  readonly states: number;
  readonly transitions: number;
  readonly ends: number;
  /** By cause: ends in which a run failed. */
  readonly failures: Readonly<Record<string, number>>;
  /** True where the bound of states was reached. */
  readonly cut: boolean;
  /** Undefined where nothing broke. */
  readonly broken: string | undefined;
}

/** What makes no difference to an end. */
const SPENT = { troubles: 0, kills: 0, losses: 0, paused: [], rested: [], spoiled: [], promised: [] };

interface Frame {
  readonly state: State;
  readonly id: number;
  readonly moves: readonly Move[];
  next: number;
}

/** Goes through every state that can be reached, and sees that each can still come to an end. */
export async function searchAll(start: State, most = Number.POSITIVE_INFINITY): Promise<Found> {
  const known = new Map<string, number>();
  const failures: Record<string, number> = {};
  const edges: [from: number, to: number][] = [];
  const ends: number[] = [];
  /** Ends that are told apart only by what can no longer matter are judged once. */
  const judged = new Set<string>();
  const frame = (state: State, id: number): Frame => ({
    state,
    id,
    moves: isEnd(state) ? [] : movesOf(state),
    next: 0,
  });
  const found = (broken?: string): Found => ({
    states: known.size,
    transitions: edges.length,
    ends: ends.length,
    failures,
    cut: known.size >= most,
    broken,
  });
  known.set(shortKey(start), 0);
  const path: Frame[] = [frame(start, 0)];
  for (let top = path.at(-1); top !== undefined; top = path.at(-1)) {
    const move = top.moves[top.next];
    if (move === undefined || known.size >= most) {
      path.pop();
      continue;
    }
    top.next += 1;
    try {
      const state = await play(top.state, move);
      const key = shortKey(state);
      const before = known.get(key);
      const id = before ?? known.size;
      edges.push([top.id, id]);
      if (before !== undefined) continue;
      known.set(key, id);
      if (isEnd(state)) {
        ends.push(id);
        for (const { phase } of state.runs)
          if (phase.kind === 'failed') failures[phase.why] = (failures[phase.why] ?? 0) + 1;
        const end = shortKey({
          ...state,
          runs: state.runs.filter((run) => run.phase.kind !== 'done').slice(0, 1),
          ...SPENT,
        });
        if (judged.has(end)) continue;
        judged.add(end);
        await judgeEnd(state);
      } else path.push(frame(state, id));
    } catch (error) {
      if (!(error instanceof Broken)) throw error;
      const moves = path.flatMap((one) => one.moves[one.next - 1] ?? []);
      return found(`${error.message}\n${await storyOf(start, moves)}`);
    }
  }
  const stuck = known.size >= most ? 0 : known.size - countReaching(ends, edges, known.size);
  return found(stuck === 0 ? undefined : `${stuck} states from which the runs never end`);
}

/** How many states can reach an end. */
function countReaching(ends: readonly number[], edges: readonly [number, number][], states: number): number {
  const reaching = new Uint8Array(states);
  for (const end of ends) reaching[end] = 1;
  // Later states were found from earlier ones, so that few rounds are needed from the back.
  for (let grown = true; grown; ) {
    grown = false;
    for (let at = edges.length - 1; at >= 0; at -= 1) {
      const [from, to] = edges[at] as [number, number];
      if (reaching[to] === 1 && reaching[from] === 0) {
        reaching[from] = 1;
        grown = true;
      }
    }
  }
  return reaching.reduce((sum, one) => sum + one, 0);
}

/** Goes one random way to the end. */
export async function searchRandomly(start: State, random: () => number): Promise<Found> {
  let state = start;
  let paces = pacesOf(state, random);
  const taken: Move[] = [];
  const found = (broken?: string): Found => ({
    states: taken.length,
    transitions: taken.length,
    ends: 1,
    failures: {},
    cut: false,
    broken,
  });
  try {
    while (!isEnd(state)) {
      if (taken.length >= MOST_MOVES) throw new Broken(`no end after ${MOST_MOVES} moves`);
      if (random() < 0.02) paces = pacesOf(state, random);
      const move = pick(movesOf(state), { random, paces });
      if (move === undefined) throw new Broken('nothing can happen any more');
      taken.push(move);
      state = await play(state, move);
    }
    await judgeEnd(state);
    return found();
  } catch (error) {
    if (!(error instanceof Broken)) throw error;
    return found(`${error.message}\n${await storyOf(start, taken)}`);
  }
}

const MOST_MOVES = 3_000;

/** How likely each run is to go on when something happens, beside the time (1): some are quick, some hardly move. */
function pacesOf({ runs }: State, random: () => number): number[] {
  return runs.map(() => [0.03, 0.3, 1, 3][Math.floor(random() * 4)] ?? 1);
}

/** Among what goes on at a pace of its own: what a hand does. */
const HAND = -2;

/** However many ways a run has, it goes on at its pace. A kill is rare, or no run would live long, and a freeze lasts. */
function pick(
  moves: readonly Move[],
  { random, paces }: { random: () => number; paces: readonly number[] },
): Move | undefined {
  const one = <T>(all: readonly T[]) => all[Math.floor(random() * all.length)];
  const kills = moves.filter((move) => move.kind === 'kill');
  if (kills.length > 0 && random() < 0.02) return one(kills);
  const freezes = moves.filter((move) => move.kind === 'freeze');
  if (freezes.length > 0 && random() < 0.1) return one(freezes);
  const thaws = moves.filter((move) => move.kind === 'thaw');
  if (thaws.length > 0 && random() < 0.03) return one(thaws);
  const ways = [
    ...Map.groupBy(
      moves.filter((move) => !['kill', 'freeze', 'thaw'].includes(move.kind)),
      (move) => ('run' in move ? move.run : move.kind === 'tick' ? -1 : HAND),
    ),
  ];
  const weights = ways.map(([run]) => (run === HAND ? 0.1 : (paces[run] ?? 1)));
  let rest = random() * weights.reduce((sum, weight) => sum + weight, 0);
  for (const [index, [, way]] of ways.entries()) {
    rest -= weights[index] ?? 0;
    if (rest <= 0) return one(way);
  }
  return one(moves);
}

function shortKey(state: State): string {
  return hash('sha1', keyOf(state), 'base64').slice(0, 16);
}
