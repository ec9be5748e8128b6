import { recordInMemory } from '../../../test/harness/recorded-run.ts';
import { applySettings, type DeepPartial, defaultSettings, type Settings } from '../../../test/sandbox/settings.ts';
import { type RecordingFile, readRecordingText } from '../read.ts';
import { type Difference, differencesOf } from './differences.ts';
import { type Candidate, candidatesFor } from './settings.ts';
import { seededFrom } from './world.ts';

export interface Comparison {
  readonly differences: readonly Difference[];
  /** Settings that make the sandbox answer as recorded; each with others that fit as well. */
  readonly explained: readonly (readonly string[])[];
  /** What differs with those settings too. */
  readonly unexplained: readonly Difference[];
  /** What of the recorded world the sandbox was not given. */
  readonly left: readonly string[];
}

/**
 * Runs the recorded step against the sandbox, in the world that the recording began in, and compares what was answered.
 * Then it looks for the settings of the sandbox that leave the fewest differences, one after the other.
 * @param against settings that are not the usual ones
 */
export async function compareRecording(
  recording: RecordingFile,
  against: readonly Candidate[] = [],
): Promise<Comparison> {
  const chosen = [...against];
  const differences = await tried(recording, chosen);
  const explained: string[][] = [];
  let rest: readonly Difference[] = differences;
  while (rest.length > 0) {
    const results: { one: Candidate; rest: Difference[] }[] = [];
    for (const one of candidatesFor(rest, settingsOf(chosen)))
      results.push({ one, rest: await tried(recording, [...chosen, one]) });
    // What brings in another difference explains nothing: it only stops the run earlier.
    const fitting = results.filter((result) => isPartOf(result.rest, rest));
    const fewest = Math.min(...fitting.map((result) => result.rest.length));
    if (fewest >= rest.length) break;
    const best = fitting.filter((result) => result.rest.length === fewest);
    const [first] = best;
    if (first === undefined) break;
    explained.push(best.map(({ one }) => one.text));
    chosen.push(first.one);
    rest = first.rest;
  }
  return { differences, explained, unexplained: rest, left: seededFrom(recording, {}).left };
}

async function tried(recording: RecordingFile, chosen: readonly Candidate[]): Promise<Difference[]> {
  const { play } = seededFrom(recording, settingsOf(chosen) as DeepPartial<Settings>);
  const { text } = await recordInMemory(play);
  return differencesOf(recording, readRecordingText(text, 'the run against the sandbox'));
}

function settingsOf(chosen: readonly Candidate[]): Settings {
  return chosen.reduce<Settings>((all, one) => applySettings(all, one.settings), defaultSettings());
}

/** True where some differences are all among others. A time is never quite the same again. */
function isPartOf(some: readonly Difference[], others: readonly Difference[]): boolean {
  const keyOf = ({ service, call, what, recorded, sandbox }: Difference) =>
    JSON.stringify(service === 'times' ? [call] : [service, call, what, recorded, sandbox]);
  const keys = new Set(others.map(keyOf));
  return some.every((one) => keys.has(keyOf(one)));
}
