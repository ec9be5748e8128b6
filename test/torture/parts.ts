/**
 * What `npm run torture` runs, by the parts of the table "Figures" in docs/reliability.md: globs from the root of the
 * project. A test of `test/torture` or `test/model` belongs to the first part that names it; each must belong to one.
 */
export const PARTS: readonly { readonly part: string; readonly files: readonly string[] }[] = [
  { part: 'Crash matrix', files: ['test/torture/crash-matrix.test.ts', 'test/scenario/killed.test.ts'] },
  {
    part: 'Fault matrix',
    files: [
      'test/torture/fault-matrix.test.ts',
      'test/behaviour/{faults,foreign-answers,passing-refusals,delete-cloud,delete-trouble}.test.ts',
      'test/scenario/network-faults.test.ts',
    ],
  },
  { part: 'Cancelling', files: ['test/{behaviour,scenario}/cancel.test.ts'] },
  { part: 'Consistency', files: ['test/{torture,behaviour}/consistency.test.ts'] },
  { part: 'Clocks', files: ['test/behaviour/{clock-steps,frozen}.test.ts'] },
  { part: 'Throttling', files: ['test/torture/throttling/**/*.test.ts'] },
  {
    part: 'Races',
    files: [
      'test/torture/races/**/*.test.ts',
      'test/torture/shows.test.ts',
      'test/behaviour/{delete-races,together}.test.ts',
    ],
  },
  { part: 'Random walks', files: ['test/torture/walks/**/*.test.ts'] },
  { part: 'Model of the leaving protocol', files: ['test/model/**/*.test.ts'] },
  { part: 'Bad input', files: ['test/behaviour/{forged-*,hostile-*,inputs}.test.ts'] },
  { part: 'Rights', files: ['test/behaviour/permissions.test.ts'] },
  { part: 'Long waits', files: ['test/scenario/memory.test.ts', 'test/behaviour/long-wait.test.ts'] },
];
