import { ActionError } from '../support/errors.ts';
import type { GithubApi } from './api.ts';

/** How often a text is written again that another run overwrote. */
const MOST_REPEATS = 3;

/**
 * Writes a text that other runs may write at the same time. GitHub has no condition on a write, so of two runs that
 * read before either has written, the later one overwrites the other. So the run reads again after its write, late
 * enough for writes that rest on an older read to have landed, and writes again where its own part is missing.
 * @param look reads, and gives the write that is missing; undefined where the run's own part stands
 * @param what the text, for the error: `drift issue #7`
 * @throws ActionError `github-unavailable` where it was overwritten each time
 */
export async function writeUntilItStays(
  api: Pick<GithubApi, 'settle'>,
  look: (isFirst: boolean) => Promise<(() => Promise<void>) | undefined>,
  what: string,
): Promise<void> {
  let write = await look(true);
  for (let repeats = 0; write !== undefined; repeats += 1) {
    if (repeats > MOST_REPEATS) throw overwritten(what);
    await write();
    await api.settle();
    write = await look(false);
  }
}

function overwritten(what: string): ActionError {
  return new ActionError('github-unavailable', {
    cause: `Other runs overwrote ${what} ${MOST_REPEATS + 1} times in a row`,
    fix: 'Run again. Let the jobs that share it run one after another: a concurrency group with queue: max.',
  });
}
