import type { Observed } from '../reconcile/model/observed.ts';
import type { Plan, Wait } from '../reconcile/model/plan.ts';
import { planCost } from './cost.ts';
import { plannedLine } from './step-lines.ts';

/** Marks of the lines of a plan, as a diff has them; in the order in which their numbers are told. */
const SIGNS = { create: '+', change: '~', delete: '-', tag: '#' } as const;
/** The longest noun of a step. */
const NOUN_WIDTH = 16;

/** The waits of a plan that are for a change; the others are for reads that lag. */
export function plannedWaits({ waits }: Plan): Wait[] {
  return waits.filter(({ kind }) => kind !== 'confirm' && kind !== 'lag');
}

/**
 * A plan for the log: its numbers and cost, then a line for each of what is counted.
 * @param title what the plan is here, such as `Plan`
 */
export function planLines(plan: Plan, observed: Observed, title: string): string[] {
  const steps = plan.steps.map(({ action }) => plannedLine(action, observed));
  const waits = plannedWaits(plan);
  const numbers = [
    ...(['create', 'change', 'delete', 'tag'] as const).map((effect) => ({
      word: effect,
      count: steps.filter((step) => step.effect === effect).length,
    })),
    { word: 'wait for', count: waits.length },
    { word: 'blocked by', count: plan.blockers.length },
  ].filter(({ count }) => count > 0);
  const isUnread = plan.unread !== undefined;
  const counts = numbers.map(({ word, count }) => `${word} ${count}`).join(', ');
  const cost = planCost(plan);
  return [
    `${title}: ${counts || (isUnread ? 'incomplete' : 'no changes')}${cost === undefined ? '' : ` (${cost})`}`,
    ...steps.map(({ effect, noun, detail }) => `  ${SIGNS[effect]} ${noun.padEnd(NOUN_WIDTH)}  ${detail}`),
    ...waits.map(({ what, seen, waitingOn }) => `  … ${what} (${seen}): ${waitingOn}`),
    ...plan.blockers.flatMap(({ cause, log = [] }) => [`  ! ${cause}`, ...log]),
    ...(isUnread ? [`Not planned, because it was not read: ${[...plan.unread.values()].join(', ')}`] : []),
  ];
}
