import type { RunContext } from '../clients.ts';
import type { EventNames } from '../github/event.ts';
import type { InputMistake } from '../inputs/parsers.ts';
import type { Recording } from '../recorder/start.ts';
import type { Log } from '../report/run-log.ts';
import type { Problem } from '../support/errors.ts';
import type { OutputName } from './outputs.ts';

/** The runner as a run is given it. */
export interface RawRunner extends Omit<RunContext, 'deadline' | 'secrets' | 'info' | 'progress'> {
  /** The value of an input, without the ASCII white space around it; '' when unset. */
  input(name: string): string;
  readonly log: Log;
  setOutput(name: OutputName, value: string): void;
  maskSecret(value: string): void;
  /** Number of the pull request of the event, 0 if it is for none. */
  pullNumber(): Promise<number>;
  /** What the event says about the names of branches, tags and pull requests. */
  eventNames(): Promise<EventNames>;
  /** Shows the Markdown as the job's summary, where the server has summaries. */
  showSummary(markdown: string): Promise<void>;
  /**
   * Writes a file for later steps of the job.
   * @returns its path
   * @throws the error of the file system
   */
  writeTempFile(name: string, content: string): string;
  /** Shows a problem as an annotation. */
  annotate(level: 'error' | 'warning', problem: Problem): void;
  /** How the run ends is certain from here on; what is left is to report it. */
  decided(exitCode: number): void;
  readonly nonce: string;
  /** Undefined: no recording was requested, or none could be begun. */
  readonly recording?: Recording | undefined;
  /** Why none could be begun. */
  readonly recordMistake?: InputMistake | undefined;
}

/** The runner as a run uses it: nothing that it says holds a secret. */
export type Runner = RawRunner & Pick<RunContext, 'secrets' | 'progress'>;
