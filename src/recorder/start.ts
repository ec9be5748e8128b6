import type { Network } from '../network.ts';
import type { Outputs } from '../runner/outputs.ts';
import type { Clock } from '../support/clock.ts';
import { headLine, namesOfRun, ownerOfRun } from './about.ts';
import { type Cleaner, cleanScalar, cleanValue, placeholder } from './clean.ts';
import { OUTPUT } from './fields.ts';
import { recordedNetwork } from './network.ts';
import { type JobFolders, openRecordFile } from './record-file.ts';
import { createRecorder } from './recorder.ts';
import { createStandIns } from './stand-ins.ts';
import { createTagCleaner } from './tags.ts';
import { createTextCleaner } from './words.ts';

/** What a recording is of: one run, or calls that belong to none. */
export interface Recorded {
  readonly env: NodeJS.ProcessEnv;
  readonly clock: Clock;
  /** The value of an input, '' when unset. */
  input(name: string): string;
}

/** How a run ended. */
export interface RunEnd {
  readonly exitCode: number;
  readonly outputs: Outputs;
  /** The kinds of the steps that were done, in their order. */
  readonly steps: readonly string[];
}

/** One recording: a file of JSON lines, see docs/recordings.md. */
export interface Recording {
  /** The network with every exchange written down. */
  through(network: Network): Network;
  /** Notes what the run waits for. */
  waiting(kinds: readonly string[]): void;
  /** The number of the newest exchange, 0 before the first. */
  last(): number;
  /** Writes the last line and closes the file. `trouble`: the first error of writing, if there was one. */
  end(run: RunEnd): { readonly exchanges: number; readonly trouble: unknown };
}

/**
 * Begins a recording in a new file.
 * @param path relative to the workspace, or absolute
 * @throws Error where the file can't be made there: see openRecordFile
 */
export function startRecording(path: string, { env, clock, input }: Recorded): Recording {
  const folders: JobFolders = { workspace: env['GITHUB_WORKSPACE'] ?? '', temp: env['RUNNER_TEMP'] ?? '' };
  const file = openRecordFile(path, folders);
  const startedWall = clock.wall();
  const started = clock.now();
  const relative = (time: number) => `t${time < startedWall ? '' : '+'}${((time - startedWall) / 1000).toFixed(3)}`;
  const standIns = createStandIns();
  const owner = ownerOfRun(input, env, standIns);
  const words = createTextCleaner({ standIns, names: namesOfRun(input, env, standIns), relative });
  const tags = createTagCleaner({ standIns, words, owner });
  const cleaner: Cleaner = { standIns, words, tags, relative };
  const recorder = createRecorder({ file, clock, cleaner });
  recorder.line(headLine({ input, env, wall: startedWall }, { standIns, words, tags, owner }));
  return {
    through: (network) => recordedNetwork(network, recorder, cleaner),
    waiting: recorder.waiting,
    last: recorder.last,
    end({ exitCode, outputs, steps }) {
      const ms = Math.round(clock.now() - started);
      recorder.line({ end: { exit: exitCode, ms, outputs: cleanOutputs(outputs, cleaner), steps } });
      recorder.close();
      return { exchanges: recorder.last(), trouble: recorder.trouble() };
    },
  };
}

/** Outputs that are no words, states or IDs. */
const CLOSED: ReadonlySet<string> = new Set(['summary-markdown', 'ca-cert-path', 'connection-options']);

function cleanOutputs(outputs: Outputs, cleaner: Cleaner): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(outputs).map(([name, value]) => {
      if (CLOSED.has(name)) return [name, value === '' ? '' : placeholder(value)];
      if (name === 'internal-dns') return [name, cleanScalar(value, 'host', cleaner)];
      if (name === 'trusted-owners') return [name, cleanJsonOutput(value, cleaner)];
      return [name, /^[[{]/.test(value) ? cleanJsonOutput(value, cleaner) : cleaner.words.text(value)];
    }),
  );
}

/** The action wrote it, so that it is JSON. */
function cleanJsonOutput(value: string, cleaner: Cleaner): unknown {
  const parsed: unknown = JSON.parse(value);
  if (!Array.isArray(parsed)) return placeholder(value);
  return parsed.map((one: unknown) =>
    typeof one === 'string' ? cleaner.words.text(one) : cleanValue(one, OUTPUT, cleaner),
  );
}
