import { accessSync, constants } from 'node:fs';
import path from 'node:path';
import { describe, it } from 'vitest';

/** True for a program that this machine finds, and for a file that is there. */
function isInstalled(name: string): boolean {
  const [folders, mode] = path.isAbsolute(name)
    ? [[''], constants.R_OK]
    : [(process.env['PATH'] ?? '').split(path.delimiter), constants.X_OK];
  return folders.some((folder) => {
    try {
      accessSync(path.join(folder, name), mode);
      return true;
    } catch {
      return false;
    }
  });
}

/**
 * Tests that run programs which no package of npm brings (psql, the AWS CLI, gh), or need files of such packages. On a
 * person's machine that lacks one they are skipped and named as such. In CI that is a failure: `.ci/run` installs them
 * and says that it is CI.
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
