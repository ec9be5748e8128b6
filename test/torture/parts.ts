/**
 * What `npm run torture` runs, by the parts of the table "Figures" in docs/reliability.md: globs from the root of the
 * project. A test of `test/torture` or `test/model` belongs to the first part that names it; each must belong to one.
 */
export const PARTS: readonly { readonly part: string; readonly files: readonly string[] }[] = [
  { part: 'Crash matrix', files: ['test/{torture,scenario}/**/*crash*.test.ts'] },
  {
    part: 'Fault matrix',
    files: ['test/{torture,scenario}/**/*fault*.test.ts', 'test/scenario/delete-{cloud,trouble}.test.ts'],
  },
  { part: 'Cancelling', files: ['test/{torture,scenario}/**/*cancel*.test.ts'] },
  { part: 'Consistency', files: ['test/{torture,scenario}/**/*{consistency,lag}*.test.ts'] },
  { part: 'Throttling', files: ['test/torture/**/*{throttl,crowd}*.test.ts'] },
  {
    part: 'Races',
    files: [
      'test/torture/races/**/*.test.ts',
      'test/torture/**/*{race,shows}*.test.ts',
      'test/scenario/{delete-races,together}.test.ts',
    ],
  },
  { part: 'Random walks', files: ['test/torture/**/*walk*.test.ts'] },
  { part: 'Model of the leaving protocol', files: ['test/model/**/*.test.ts'] },
  { part: 'Bad input', files: ['test/scenario/{hostile-*,inputs}.test.ts'] },
  { part: 'Rights', files: ['test/scenario/permissions.test.ts'] },
  { part: 'Long waits', files: ['test/torture/**/*memory*.test.ts', 'test/scenario/long-wait.test.ts'] },
];
