import type { TestContext } from 'vitest';

declare module 'vitest' {
  interface TaskMeta {
    /** How many cases a test has tried, where it is more than one. */
    cases?: number;
    /** How many of them passed, where the test as a whole did not. */
    passedCases?: number;
  }
}

/**
 * Counts the cases of a test for the table at the end of `npm run torture`. A test without it counts as one case.
 * @param passed how many passed, for a test that goes on past a case that does not
 */
export function tally(task: TestContext['task'], cases: number, passed?: number): void {
  task.meta.cases = cases;
  if (passed !== undefined) task.meta.passedCases = passed;
}
