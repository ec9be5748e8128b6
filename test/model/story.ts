import { waitKey } from '../../src/reconcile/model/plan.ts';
import { truth } from './shelf.ts';
import { type Move, play, type State } from './state.ts';
import { START, TICK_MS, type World } from './world.ts';

/** What happened, move by move, for people. */
export async function storyOf(start: State, moves: readonly Move[]): Promise<string> {
  const lines: string[] = [];
  let state = start;
  for (const move of moves) {
    const line = lineOf(state, move);
    try {
      state = await play(state, move);
    } catch {
      lines.push(`${line} !!!`);
      break;
    }
    if (move.kind === 'tick') continue;
    if (move.kind === 'shed') {
      lines.push(line);
      continue;
    }
    lines.push(`${line} -> ${phaseOf(state, move.run)}`);
    if (move.kind === 'act') lines.push(`      ${worldOf(state.world)}`);
  }
  return lines.join('\n');
}

function lineOf({ world, runs }: State, move: Move): string {
  const at = `t=${(world.now - START) / TICK_MS}`.padEnd(6);
  if (move.kind === 'tick') return at;
  if (move.kind === 'shed') return `${at}a hand takes the tags of others off`;
  const run = runs[move.run];
  const who = `${at}${move.run} ${run?.errand.operation} ${run?.errand.environment}`;
  if (move.kind === 'kill') return `${who} is killed`;
  if (move.kind === 'freeze') return `${who} is ${move.how}`;
  if (move.kind === 'thaw') return `${who} goes on`;
  if (move.kind === 'act' && run?.phase.kind === 'acting')
    return `${who}: ${run.phase.pending[move.index]?.step.id} ${move.fate}`;
  if (move.kind !== 'look') return who;
  const shown =
    JSON.stringify(move.sight.endpoints) === JSON.stringify(truth(world.endpoints)) ? '' : ' (endpoints as they were)';
  const late = Object.entries(world.connections).some(
    ([id, shelf]) => JSON.stringify(move.sight.connections[id]) !== JSON.stringify(truth(shelf)),
  );
  return `${who} looks${shown}${late ? ' (connections as they were)' : ''}`;
}

function phaseOf({ runs }: State, index: number): string {
  const phase = runs[index]?.phase;
  switch (phase?.kind) {
    case 'acting':
      return phase.pending.map(({ step, until }) => `${step.id} until ${(until - START) / TICK_MS}`).join(', ');
    case 'waiting':
      return `waits ${phase.waits.map((wait) => `${waitKey(wait)}${wait.notBefore === undefined ? '' : ` from ${(wait.notBefore - START) / TICK_MS}`}`).join(', ')}`;
    case 'failed':
      return phase.why;
    default:
      return phase?.kind ?? '';
  }
}

function worldOf(world: World): string {
  const tags = (all: Readonly<Record<string, string>>) =>
    Object.entries(all)
      .filter(([key]) => /claim|leaving/.test(key))
      .map(
        ([key, value]) =>
          `${key.slice(22, 40)}=${/(?:used|at)=\S*/.exec(value)?.[0]?.slice(-14)} ${/name=\S*/.exec(value)?.[0] ?? ''}`,
      );
  return [
    ...truth(world.endpoints).map((one) => `${one.id} ${one.state} ${tags(one.tags).join(' ')}`),
    ...truth(world.groups).map((one) => one.id),
    ...Object.values(world.connections).map((shelf) => `connected ${truth(shelf).map((one) => one.id)}`),
  ].join(' | ');
}
