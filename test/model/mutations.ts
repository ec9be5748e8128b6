import type { Desired } from '../../src/reconcile/model/desired.ts';
import { isLeaving } from '../../src/reconcile/model/goal.ts';
import { type Facet, type Observed, readTimes } from '../../src/reconcile/model/observed.ts';
import { isReady, type ReadyStep, type Step } from '../../src/reconcile/model/steps.ts';
import { type Moment, wallTime } from '../../src/support/moment.ts';
import type { Errand } from './run.ts';

/** What is taken away from the protocol, to see that the model misses it. */
export interface Mutation {
  readonly name: string;
  /** What the planner believes of what is wanted. */
  planFor(desired: Desired): Desired;
  /** The steps that are ready, as the run takes them. */
  ready(steps: readonly Step[]): readonly ReadyStep[];
  /** What a run believes to have seen once its steps are done. */
  afterSteps(given: { errand: Errand; observed: Observed; at: Moment }): Observed;
  /** What a run believes about the time when it makes a call that it decided on what it saw. */
  whileActing(base: Observed, at: Moment): { readonly wall?: number };
  /** False where the world removes a tag whatever its value. */
  readonly matchesValues: boolean;
  /** True where all runs that leave mark under one key. */
  readonly sharesMarks: boolean;
}

/** The protocol as it is shipped. */
export const AS_SHIPPED: Mutation = {
  name: 'as shipped',
  planFor: (desired) => desired,
  ready: (steps) => steps.filter(isReady),
  afterSteps: ({ observed }) => observed,
  whileActing: () => ({}),
  matchesValues: true,
  sharesMarks: false,
};

/** Each takes one part of the protocol away. */
export const MUTATIONS = {
  readAfterClaim: {
    ...AS_SHIPPED,
    name: "without the adopter's read after its claim",
    // What the run did passes for what it would see.
    afterSteps: ({ errand, observed, at }) =>
      errand.operation === 'ensure'
        ? {
            ...observed,
            ...readTimes(Object.keys(observed.readAt) as Facet[], { mono: at.mono + 1, wall: wallTime(at.wall + 1) }),
          }
        : observed,
  },
  twoLags: {
    ...AS_SHIPPED,
    name: 'without the wait of two read lags',
    planFor: (desired) => (!isLeaving(desired.goal) ? desired : { ...desired, readLagMs: 0 }),
  },
  valueMatch: { ...AS_SHIPPED, name: 'without matching values when tags are deleted', matchesValues: false },
  groupMark: {
    ...AS_SHIPPED,
    name: 'without the mark on the group before a claim makes room',
    ready: (steps) => {
      const isFirst = ({ action }: Step) => action.kind === 'mark' && action.groupOnly === true;
      if (!steps.some(isFirst)) return steps.filter(isReady);
      return steps.flatMap(({ id, title, action }) =>
        action.kind === 'unclaim' ? [{ id, title, action, ready: true }] : [],
      );
    },
  },
  bothClocks: {
    ...AS_SHIPPED,
    name: 'with a deadline by the monotonic clock only',
    // The wall clock has gone on no more than the monotonic one since what the call is decided on was read.
    whileActing: ({ readAt, readAtWall }, { mono }) => ({
      wall: (readAtWall.endpoints ?? 0) + mono - (readAt.endpoints ?? 0),
    }),
  },
  ownKey: { ...AS_SHIPPED, name: 'without a key of its own for each mark', sharesMarks: true },
} satisfies Record<string, Mutation>;
