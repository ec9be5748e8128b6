import { Broken, whatIsHalf, whatIsLeft } from './promises.ts';
import { isOver, newRun } from './run.ts';
import { isEnd, movesOf, play, type State } from './state.ts';

const UNTROUBLED = {
  frozen: [undefined],
  freezes: 0,
  spoiled: [false],
  paused: [false],
  rested: [false],
  troubles: 0,
  kills: 0,
  losses: 0,
  sheds: 0,
};

/** Moves of one undisturbed run; far more than any needs. */
const MOST_MOVES = 400;

/**
 * Judges a state in which every run is over: what ended well is whole, and once a last `delete` of every environment that
 * may have left something has run, nothing is there.
 * @throws Broken
 */
export async function judgeEnd(state: State): Promise<void> {
  if (state.runs.every((run) => run.phase.kind === 'done')) {
    const half = whatIsHalf(state.world);
    if (half !== '') throw new Broken(`every run ended well, but ${half}`);
  }
  let last = state;
  for (const environment of Object.keys(state.clusters).filter((one) => !state.left.includes(one))) {
    const run = newRun({ operation: 'delete', environment, clusters: [] }, `last${environment}`.padEnd(12, '-'));
    last = await finish({ ...last, runs: [run], ...UNTROUBLED });
  }
  const left = whatIsLeft(last.world);
  if (left !== '') throw new Broken(`everybody left, but there is ${left}`);
}

/** Lets the runs go on, each as soon as it can, with reads that show how things are. */
async function finish(state: State): Promise<State> {
  let now = state;
  for (let moves = 0; !isEnd(now); moves += 1) {
    if (moves > MOST_MOVES) throw new Broken('a run that nobody disturbs does not end');
    const move = movesOf(now).find(({ kind }) => kind !== 'look' || !now.rested.includes(true));
    if (move === undefined) throw new Broken('nothing can happen any more');
    now = await play(now, move);
  }
  const failed = now.runs.find((run) => isOver(run) && run.phase.kind === 'failed');
  if (failed?.phase.kind === 'failed') throw new Broken(`the last delete failed: ${failed.phase.why}`);
  return now;
}
