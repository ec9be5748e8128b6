import type { Desired } from '../../src/reconcile/model/desired.ts';
import type { Observed } from '../../src/reconcile/model/observed.ts';
import type { Step } from '../../src/reconcile/model/step.ts';
import type { Errand } from './run.ts';

/** What is taken away from the protocol, to see that the model misses it. */
export interface Mutation {
  readonly name: string;
  /** What the planner believes of what is wanted. */
  planFor(desired: Desired): Desired;
  /** The steps that are ready, as the run takes them. */
  ready(steps: readonly Step[]): readonly Step[];
  /** What a run believes to have seen once its steps are done. */
  afterSteps(given: { errand: Errand; observed: Observed; now: number }): Observed;
  /** False where the world removes a tag whatever its value. */
  readonly matchesValues: boolean;
  /** True where all runs that leave mark under one key. */
  readonly sharesMarks: boolean;
}

/** The protocol as it is shipped. */
export const AS_SHIPPED: Mutation = {
  name: 'as shipped',
  planFor: (desired) => desired,
  ready: (steps) => steps.filter((step) => step.ready),
  afterSteps: ({ observed }) => observed,
  matchesValues: true,
  sharesMarks: false,
};

/** Each takes one part of the protocol away. */
export const MUTATIONS = {
  readAfterClaim: {
    ...AS_SHIPPED,
    name: "without the adopter's read after its claim",
    // What the run did passes for what it would see.
    afterSteps: ({ errand, observed, now }) =>
      errand.operation === 'ensure' ? { ...observed, readAt: every(observed.readAt, now + 1) } : observed,
  },
  twoLags: {
    ...AS_SHIPPED,
    name: 'without the wait of two read lags',
    planFor: (desired) => (desired.leave === undefined ? desired : { ...desired, readLagMs: 0 }),
  },
  valueMatch: { ...AS_SHIPPED, name: 'without matching values when tags are deleted', matchesValues: false },
  groupMark: {
    ...AS_SHIPPED,
    name: 'without the mark on the group before a claim makes room',
    ready: (steps) => {
      const isFirst = ({ id }: Step) => id.startsWith('mark-group:');
      return steps.filter((one) => (steps.some(isFirst) ? one.action.kind === 'unclaim' : one.ready));
    },
  },
  ownKey: { ...AS_SHIPPED, name: 'without a key of its own for each mark', sharesMarks: true },
} satisfies Record<string, Mutation>;

function every(readAt: Observed['readAt'], at: number): Observed['readAt'] {
  return Object.fromEntries(Object.keys(readAt).map((facet) => [facet, at])) as Observed['readAt'];
}
