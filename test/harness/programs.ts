import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'vitest';

/** True for a program that this machine finds. */
function isInstalled(name: string): boolean {
  return (process.env['PATH'] ?? '').split(path.delimiter).some((folder) => {
    try {
      accessSync(path.join(folder, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/**
 * Tests that run programs which no package of npm brings: psql, the AWS CLI, gh. Where one is missing they are skipped and
 * named as such; in CI that is a failure. `.ci/run` installs them.
 */
export function describeWith(programs: readonly string[], name: string, tests: () => void): void {
  const missing = programs.filter((program) => !isInstalled(program));
  if (missing.length === 0) describe(name, tests);
  else if (process.env['CI'] !== 'true') describe.skip(`${name} (not installed: ${missing.join(', ')})`, tests);
  else
    describe(name, () => {
      it(`has ${programs.join(' and ')}`, () => {
        throw new Error(`not installed: ${missing.join(', ')}`);
      });
    });
}
