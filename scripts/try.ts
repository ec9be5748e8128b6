/**
 * Shows a change in a real process: bundles `src/` for development (tree-shaken, without ncc) and runs the scenario
 * files whose names hold one of the words given, over that bundle. `dist/` stays as it is.
 *
 *     npm run try -- proxies cancel
 */
import { spawnSync } from 'node:child_process';
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { root, shake } from './bundle/bundle.ts';

const words = process.argv.slice(2);
const folder = path.join(root, 'test/scenario');
// What is said of the committed bundle itself can't be true of another one.
const scenarios = readdirSync(folder).flatMap((file) => /^(?!bundle)(.+)\.test\.ts$/.exec(file)?.[1] ?? []);
const files = scenarios.filter((name) => words.some((word) => name.includes(word))).map((name) => `${name}.test.ts`);
if (files.length === 0) {
  console.error(`Name scenarios by words of their files: npm run try -- proxies\nThere are: ${scenarios.join(', ')}`);
  process.exit(1);
}
const out = path.join(root, 'tmp/try');
await shake({ input: path.join(root, 'src/main.ts'), out });
const { status } = spawnSync(
  process.execPath,
  [path.join(root, 'node_modules/vitest/vitest.mjs'), 'run', ...files.map((file) => path.join('test/scenario', file))],
  { cwd: root, stdio: 'inherit', env: { ...process.env, ACTION_BUNDLE: path.join(out, 'index.js') } },
);
process.exit(status ?? 1);
