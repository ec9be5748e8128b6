import { defineConfig } from 'vitest/config';
import type { Reporter, TestModule } from 'vitest/node';
import { TORTURE } from './test/harness/torture.ts';
import { figures } from './test/torture/figures.ts';
import { PARTS } from './test/torture/parts.ts';

/** Ends a run with one plain line that any CI can read. */
const closingLine: Reporter = {
  onTestRunEnd(modules: readonly TestModule[]) {
    const tests = modules.flatMap((module) => [...module.children.allTests()]);
    const count = (state: string) => tests.filter((test) => test.result().state === state).length;
    const broken = modules.filter((module) => module.state() === 'failed' && module.errors().length > 0).length;
    process.on('exit', () => console.log(`${count('passed')} passed, ${count('failed') + broken} failed`));
  },
};

/** The long version plays the files of its parts only; a project takes those of its own folders. */
const include = TORTURE ? PARTS.flatMap(({ files }) => files) : ['test/**/*.test.ts'];
const PROCESSES = 'test/scenario/**';

export default defineConfig({
  test: {
    // Runner variables of the machine that runs the tests must not reach the action under test or vitest's own output.
    env: { GITHUB_ACTIONS: '' },
    testTimeout: 60_000,
    hookTimeout: 60_000,
    pool: 'forks',
    // Processes mostly wait.
    maxWorkers: 3,
    // What takes an hour tells how far it is.
    reporters: [...(TORTURE ? ['verbose', figures] : ['default']), closingLine],
    projects: [
      {
        extends: true,
        // The modules are loaded once for all files: each test brings its own world, and nothing is left of it.
        test: { name: 'in-process', include, exclude: [PROCESSES], isolate: false },
      },
      {
        extends: true,
        test: { name: 'processes', include, exclude: ['test/!(scenario)/**'] },
      },
    ],
  },
});
