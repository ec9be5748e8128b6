/**
 * Reads recordings of runs (docs/recordings.md).
 *
 *     npm run recording -- show FILE
 *     npm run recording -- check FILE [--not WORD]... [--not-from FILE]
 *     npm run recording -- replay FILE [--log]
 *     npm run recording -- compare FILE [--against SETTING=VALUE]... [--json]
 *
 * `check` ends with 1 where something in the file is not known to be clean, `replay` where the run ends otherwise than
 * recorded, `compare` where the sandbox answers otherwise, and all of them where the file is no recording.
 */
import { readFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { checkRecording } from './recording/check.ts';
import { NotARecording, type RecordingFile, readRecordingFile } from './recording/read.ts';
import { showRecording } from './recording/show.ts';

const USAGE = `npm run recording -- show FILE
npm run recording -- check FILE [--not WORD]... [--not-from FILE]
npm run recording -- replay FILE [--log]
npm run recording -- compare FILE [--against SETTING=VALUE]... [--json]

show   what was recorded, and what was replaced
check  looks for everything that is not known to be clean; exits with 1 where it finds something
  --not WORD       a value that must not be in the file in any spelling
  --not-from FILE  such values, one a line
replay runs dist/index.js against the recorded answers; exits with 1 where it ends otherwise than recorded
  --log            prints the log of the replayed run too
compare runs the recorded step against the sandbox of the tests; lists what differs, exits with 1 where it does
  --against S=V    a setting of the sandbox that is not the usual one, such as cloud.statusPrefix=false
  --json           prints everything as JSON`;
const COMMANDS: readonly string[] = ['show', 'check', 'replay', 'compare'];
/** Most finds that are told one by one. */
const MOST_TOLD = 50;

function check(recording: RecordingFile, forbidden: readonly string[]): number {
  const finds = checkRecording(recording, forbidden);
  for (const { line, path, what, shown } of finds.slice(0, MOST_TOLD))
    console.log(`line ${line}${path === '' ? '' : `, ${path}`}: ${what}: ${shown}`);
  if (finds.length > MOST_TOLD) console.log(`… ${finds.length - MOST_TOLD} more`);
  if (recording.cut !== '')
    console.log(`The last line is cut off after ${recording.cut.length} characters: the run was killed.`);
  else if (recording.end === undefined) console.log('There is no last line: the run was killed.');
  const read = `${recording.lines.length} lines`;
  console.log(
    finds.length === 0
      ? `Nothing found in ${read}. Read it with "npm run recording -- show" before you share it.`
      : `${finds.length} found in ${read}. Do not share this file.`,
  );
  return finds.length === 0 ? 0 : 1;
}

async function replay(recording: RecordingFile, withLog: boolean): Promise<number> {
  // Loaded here only: what checks a recording shares nothing with what wrote it.
  const { replayRecording } = await import('./recording/replay/run.ts');
  const { replayLines } = await import('./recording/replay/telling.ts');
  const replayed = await replayRecording(recording);
  if (withLog) console.log(replayed.log);
  const { lines, same } = replayLines(replayed);
  for (const line of lines) console.log(line);
  return same ? 0 : 1;
}

async function compare(
  recording: RecordingFile,
  { against, json }: { against: readonly string[]; json: boolean },
): Promise<number> {
  const { compareRecording } = await import('./recording/compare/run.ts');
  const { parseAgainst } = await import('./recording/compare/settings.ts');
  const { comparisonLines } = await import('./recording/compare/telling.ts');
  const comparison = await compareRecording(recording, against.map(parseAgainst));
  if (json) console.log(JSON.stringify(comparison, null, 2));
  else for (const line of comparisonLines(comparison)) console.log(line);
  return comparison.differences.length === 0 ? 0 : 1;
}

async function main(): Promise<number> {
  const { values, positionals } = parseArgs({
    allowPositionals: true,
    options: {
      not: { type: 'string', multiple: true, default: [] },
      'not-from': { type: 'string', multiple: true, default: [] },
      log: { type: 'boolean', default: false },
      against: { type: 'string', multiple: true, default: [] },
      json: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
    },
  });
  const [command, file, ...more] = positionals;
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  if (!COMMANDS.includes(command ?? '') || file === undefined || more.length > 0) {
    console.error(USAGE);
    return 2;
  }
  const recording = readRecordingFile(file);
  if (command === 'show') {
    for (const line of showRecording(recording, process.stdout.columns ?? 120)) console.log(line);
    return 0;
  }
  if (command === 'replay') return replay(recording, values.log);
  if (command === 'compare') return compare(recording, values);
  const listed = values['not-from'].flatMap((one) =>
    readFileSync(one, 'utf8')
      .split('\n')
      .map((line) => line.trim()),
  );
  return check(
    recording,
    [...values.not, ...listed].filter((word) => word !== ''),
  );
}

try {
  process.exitCode = await main();
} catch (error) {
  if (!(error instanceof NotARecording) && !(error instanceof TypeError && 'code' in error)) throw error;
  console.error(error.message);
  process.exitCode = error instanceof NotARecording ? 1 : 2;
}
