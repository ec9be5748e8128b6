import { readFileSync } from 'node:fs';

type Json = Readonly<Record<string, unknown>>;

/** The first line: what was run. */
export interface Head extends Json {
  readonly recording: number;
  readonly run?: Json;
  readonly inputs?: Json;
}

/** One request with its answer, or with what came in place of it. */
export interface Exchange extends Json {
  readonly n: number;
  readonly start: number;
  readonly ms: number;
  readonly service: string;
  readonly call: string;
  readonly waits?: readonly string[];
  readonly params?: Json;
  readonly status?: number;
  readonly headers?: Json;
  readonly body?: unknown;
  readonly same?: number;
  readonly error?: string;
}

/** The last line: how the run ended. */
export interface End {
  readonly exit: number;
  readonly ms: number;
  readonly outputs: Json;
  readonly steps: readonly string[];
}

/** A recording as it stands in a file. */
export interface RecordingFile {
  readonly lines: readonly { readonly number: number; readonly value: Json; readonly text: string }[];
  readonly head: Head;
  readonly exchanges: readonly Exchange[];
  /** Undefined where the run was killed. */
  readonly end: End | undefined;
  /** A last line that was cut off, '' where there is none. */
  readonly cut: string;
}

/** A file that is no recording, in words for the person who named it. */
export class NotARecording extends Error {}

/**
 * Reads a recording.
 * @throws NotARecording where the file can't be read or is none
 */
export function readRecordingFile(file: string): RecordingFile {
  let text: string;
  try {
    text = readFileSync(file, 'utf8');
  } catch (error) {
    const code = error instanceof Error && 'code' in error ? String(error.code) : String(error);
    throw new NotARecording(`${file} can't be read: ${code === 'ENOENT' ? 'there is no such file' : code}.`);
  }
  return readRecordingText(text, file);
}

/**
 * Reads a recording from its text.
 * @param file named in errors
 * @throws NotARecording
 */
export function readRecordingText(text: string, file: string): RecordingFile {
  if (text === '') throw new NotARecording(`${file} is empty: the run ended before it wrote the first line.`);
  const all = text.split('\n');
  // Each line ends with a line feed; what stands behind the last one is a line that was cut off.
  const cut = all.pop() ?? '';
  const lines = all.map((line, index) => ({ number: index + 1, value: parsed(line, file, index + 1), text: line }));
  const head = lines[0]?.value;
  if (head === undefined || typeof head['recording'] !== 'number')
    throw new NotARecording(`${file} is not a recording: its first line has no "recording".`);
  if (head['recording'] !== 1)
    throw new NotARecording(`${file} is a recording of format ${head['recording']}; this program reads format 1.`);
  const last = lines.at(-1)?.value;
  const end = last !== undefined && 'end' in last ? (last['end'] as End) : undefined;
  const between = lines.slice(1, end === undefined ? undefined : -1);
  for (const { number, value } of between) {
    if (typeof value['n'] !== 'number' || typeof value['call'] !== 'string')
      throw new NotARecording(`Line ${number} of ${file} is no exchange: it has no "n" and "call".`);
  }
  return { lines, head: head as Head, exchanges: between.map(({ value }) => value as Exchange), end, cut };
}

function parsed(line: string, file: string, number: number): Json {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    value = undefined;
  }
  if (typeof value === 'object' && value !== null && !Array.isArray(value)) return value as Json;
  throw new NotARecording(
    number === 1
      ? `${file} is not a recording: its first line is no JSON object.`
      : `Line ${number} of ${file} is no JSON object.`,
  );
}
