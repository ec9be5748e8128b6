import type { TestContext } from 'vitest';

declare module 'vitest' {
  interface TaskMeta {
    /** How many cases a test has tried, where it is more than one. */
    cases?: number;
  }
}

/** Counts the cases of a test for the table at the end of `npm run torture`. */
export function tally(task: TestContext['task'], cases: number): void {
  task.meta.cases = cases;
}
