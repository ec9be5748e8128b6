import { randomBytes } from 'node:crypto';
import { closeSync, fchmodSync, openSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { isAbsolute, join } from 'node:path';

/** Nothing in it is secret, and a later step may run as another user, as in a container. */
const READABLE = 0o644;

/**
 * Writes a file into the runner's folder for temporary files, in place of one of that name. A link of that name is
 * replaced, never followed, and no step ever reads half a file.
 * @param folder RUNNER_TEMP; '' where it is not set
 * @returns the path
 * @throws the error of the file system
 */
export function writeTempFile(folder: string, name: string, content: string): string {
  if (!isAbsolute(folder)) throw new Error('RUNNER_TEMP is not set');
  const path = join(folder, name);
  const fresh = join(folder, `.${name}.${randomBytes(8).toString('hex')}`);
  const file = openSync(fresh, 'wx', READABLE);
  try {
    try {
      writeFileSync(file, content);
      // Whatever the umask of the runner is.
      fchmodSync(file, READABLE);
    } finally {
      closeSync(file);
    }
    renameSync(fresh, path);
  } catch (error) {
    rmSync(fresh, { force: true });
    throw error;
  }
  return path;
}
