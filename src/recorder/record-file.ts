import { existsSync, fchmodSync, openSync, realpathSync } from 'node:fs';
import { basename, dirname, isAbsolute, join, relative, resolve, sep } from 'node:path';

/** Readable by the account of the runner alone: it is clean, but not for everybody on the machine. */
const PRIVATE = 0o600;

/** Where recordings may be: folders that belong to the job. '' where the runner does not name one. */
export interface JobFolders {
  readonly workspace: string;
  readonly temp: string;
}

/**
 * Opens a new file for a recording. Its folder must really be in one of the job's, whatever links lead there, so that
 * an untrusted path can't have the action write elsewhere. A file that exists is never written to.
 * @param path relative to the workspace, or absolute
 * @throws Error that says what is wrong with the path, or the error of the file system
 */
export function openRecordFile(path: string, folders: JobFolders): number {
  const whole = resolve(folders.workspace || process.cwd(), path);
  const name = basename(whole);
  if (/\p{Cc}/u.test(path) || name === '' || path.endsWith(sep)) throw new Error('it is not the path of a file');
  const folder = realpathSync(dirname(whole));
  // A folder of the job that isn't there has nothing in it.
  const isInside = [folders.workspace, folders.temp].some(
    (one) => existsSync(one) && isWithin(folder, realpathSync(one)),
  );
  if (!isInside) throw new Error('it is neither in the workspace nor in RUNNER_TEMP');
  const file = openSync(join(folder, name), 'ax', PRIVATE);
  // Whatever the umask of the runner is.
  fchmodSync(file, PRIVATE);
  return file;
}

function isWithin(folder: string, outer: string): boolean {
  const from = relative(outer, folder);
  return from === '' || (from !== '..' && !from.startsWith(`..${sep}`) && !isAbsolute(from));
}
