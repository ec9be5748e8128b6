import { ActionError, describeError, oneLine } from '../support/errors.ts';

/** Longer values (plan, summary) are named in the log, not repeated. */
const LONGEST_SHOWN = 300;

/** What a run tells the runner beside its log. */
export interface OutputKeeper {
  /** Never throws; what could not be written is kept for `trouble`. */
  setOutput(name: string, value: string): void;
  /**
   * The failure of a run whose outputs or log could not be written, with each lost output as one of its details;
   * undefined where all was written.
   */
  trouble(): ActionError | undefined;
}

/**
 * Keeps a run going whose outputs can't be written: the file is missing, a folder, read-only or on a full disk, from
 * the beginning or in mid-run. One failure counts although later writes succeed: half a record may stand in the file.
 * @param logFailure the first error of writing to the log, where there was one
 */
export function keepOutputs(write: (name: string, value: string) => void, logFailure: () => unknown): OutputKeeper {
  const lost = new Map<string, string>();
  let first: unknown;
  return {
    setOutput(name, value) {
      if (lost.has(name)) lost.set(name, value);
      try {
        write(name, value);
      } catch (error) {
        first ??= error;
        lost.set(name, value);
      }
    },
    trouble() {
      if (lost.size > 0) return unwritten('The outputs of this step', first, [...lost].map(shown));
      const failure = logFailure();
      return failure === undefined ? undefined : unwritten('The log of this step', failure, []);
    },
  };
}

function unwritten(what: string, error: unknown, details: readonly string[]): ActionError {
  const said = describeError(error);
  // The path may be long; the whole message stands below.
  const why = error instanceof Error && 'code' in error ? String(error.code) : (said.split(':')[0] ?? '');
  return new ActionError(
    'runner-files',
    {
      cause: `${what} could not be written: ${why}`,
      fix: "Check the runner's disk and the permissions of its work folder, then run again. The changes of this run remain.",
      details: [`Reason: ${said}`, ...details],
    },
    { cause: error },
  );
}

function shown([name, value]: [string, string]): string {
  if (value === '') return `Not written: ${name} (empty)`;
  return `Not written: ${name}${value.length > LONGEST_SHOWN ? ` (${value.length} characters)` : `: ${oneLine(value)}`}`;
}

/**
 * The event of the run says whose branch or pull request a name means. Where it can't be read, a fork's branch would
 * pass for the branch of that name here, so nothing is changed.
 * @param input what needs the event
 */
export function eventUnread(input: 'environment' | 'comment', why: string): ActionError {
  const meant = {
    environment: 'the branch or pull request that environment names',
    comment: 'the pull request to comment on',
  }[input];
  return new ActionError('runner-files', {
    cause: 'The event of this run (GITHUB_EVENT_PATH) could not be read',
    fix: `Check the disk of the runner and run again; only the event names ${meant}. Nothing was sent to AWS or CockroachDB Cloud.`,
    details: [`Reason: ${why}`],
  });
}
