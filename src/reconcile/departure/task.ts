import type { Task } from '../loop.ts';
import { observeDeparture, observeDepartureAgain } from './observe.ts';
import { makeDeparturePlan } from './planner.ts';

/** Gives a path up, and takes down what nobody else uses. In a file of its own, since a run that makes a path never loads it. */
export const LEAVE_PATH: Task = {
  observe: observeDeparture,
  observeAgain: observeDepartureAgain,
  plan: makeDeparturePlan,
};
