import type { Ending, Replay } from './run.ts';

/** What a replay showed, in lines; `same`: the replayed run ended as the recorded one. */
export function replayLines(replay: Replay): { readonly lines: readonly string[]; readonly same: boolean } {
  const { expected, replayed, requests, deviations, unsent } = replay;
  const lines = [`Replayed ${requests} requests against the recorded answers.`];
  const differences = expected === undefined ? [] : differencesOf(expected, replayed);
  if (expected === undefined) {
    lines.push('The recorded run was killed, so that there is no end to compare with. The replay ended like this:');
    lines.push(...rows(replayed).map(([name, value]) => `  ${name.padEnd(10)} ${value}`));
  } else if (differences.length === 0) {
    lines.push('It ended as recorded:', ...rows(expected).map(([name, value]) => `  ${name.padEnd(10)} ${value}`));
  } else lines.push('It ended otherwise than recorded:', ...differences);
  const unknown = deviations.filter(({ what }) => what === 'unknown').map(({ call }) => call);
  const similar = deviations.filter(({ what }) => what === 'other-parameters').map(({ call }) => call);
  lines.push(...listed('Requests that are not in the recording (answered with HTTP 418):', unknown));
  lines.push(
    ...listed('Requests whose parameters are not in the recording (answered by another of the same call):', similar),
  );
  lines.push(...listed('Recorded changes that were not requested:', unsent));
  return { lines, same: differences.length === 0 };
}

function rows({ exit, status, errorCode, steps }: Ending): [string, string][] {
  return [
    ['exit', String(exit ?? 'killed')],
    ['status', status],
    ['error-code', errorCode === '' ? 'none' : errorCode],
    ['steps', steps.length === 0 ? 'none' : steps.join(', ')],
  ];
}

function differencesOf(expected: Ending, replayed: Ending): string[] {
  const now = new Map(rows(replayed));
  return rows(expected)
    .filter(([name, value]) => now.get(name) !== value)
    .map(([name, value]) => `  ${name.padEnd(10)} recorded: ${value}; replayed: ${now.get(name)}`);
}

/** Each call once, with how often it came. */
function listed(title: string, calls: readonly string[]): string[] {
  if (calls.length === 0) return [];
  const counts = [...Map.groupBy(calls, (call) => call)].map(
    ([call, all]) => `  ${call}${all.length > 1 ? ` (${all.length} times)` : ''}`,
  );
  return [title, ...counts];
}
