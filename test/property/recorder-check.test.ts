import { beforeAll, describe, expect, it } from 'vitest';
import { checkRecording } from '../../scripts/recording/check.ts';
import { readRecordingText } from '../../scripts/recording/read.ts';
import { standInsIn } from '../../scripts/recording/shapes.ts';
import { isWord } from '../../scripts/recording/words.ts';
import { type Chance, chanceFrom, KINDS, madeUp, WAYS } from '../support/made-up-secrets.ts';
import { TEMPLATES, xmlOf } from '../support/recorded-answers.ts';
import { recorded } from '../support/recorded-network.ts';

/** So many values of each kind are put back. */
const EACH = 40;

/** A recording of every answer, with stand-ins in it. */
async function cleanRecording(): Promise<string[]> {
  const chance = chanceFrom(42);
  const run = recorded({
    env: { GITHUB_REPOSITORY: 'zqxv/wqkj', GITHUB_REPOSITORY_ID: '712345678' },
    inputs: { cluster: 'qxjvk', operation: 'ensure' },
  });
  const known = ['resource ID', 'UUID', 'AWS account', 'CIDR', 'host'];
  for (const { service, status, body } of TEMPLATES) {
    const fill = (value: unknown): unknown => {
      if (Array.isArray(value)) return value.map(fill);
      if (typeof value === 'object' && value !== null)
        return Object.fromEntries(Object.entries(value).map(([key, one]) => [key, fill(one)]));
      return value === '' ? madeUp(chance.pick(known), chance).value : value;
    };
    const filled = fill(body) as typeof body;
    const text = service === 'ec2' || service === 'sts' ? xmlOf(filled, 'text', () => false) : JSON.stringify(filled);
    await run.say({ service, status, text });
  }
  return run.end().trimEnd().split('\n');
}

type Path = (string | number)[];

/** Every string of a line, by its path. */
function strings(value: unknown, path: Path = []): Path[] {
  if (typeof value === 'string') return [path];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) =>
    strings(inner, [...path, Array.isArray(value) ? Number(key) : key]),
  );
}

/** Puts a value into a line: in place of a string or of a stand-in within one, or as the name of a field. */
function put(line: string, value: string, chance: Chance): string {
  const tree = JSON.parse(line) as Record<string, unknown>;
  const path = chance.pick(strings(tree));
  const last = path.at(-1) as string;
  const holder = path
    .slice(0, -1)
    .reduce<Record<string, unknown>>((at, key) => at[key] as Record<string, unknown>, tree);
  const text = String(holder[last]);
  const [standIn] = standInsIn(text);
  const how = chance.pick(['whole', 'inside', 'name', 'behind']);
  if (how === 'inside' && standIn !== undefined) holder[last] = text.replace(standIn.standIn, () => value);
  else if (how === 'behind') holder[last] = `The request of ${value} is not allowed`;
  else if (how === 'name' && path.length > 1)
    Object.assign(holder, Array.isArray(holder) ? { [last]: value } : { [value]: 'string(1)' });
  else holder[last] = value;
  return JSON.stringify(tree);
}

describe('the check of a recording into which something was put back', () => {
  let lines: string[] = [];
  beforeAll(async () => {
    lines = await cleanRecording();
    expect(checkRecording(readRecordingText(`${lines.join('\n')}\n`, 'it'))).toEqual([]);
  });

  it.each(Object.keys(KINDS))('finds it: %s', (kind) => {
    const chance = chanceFrom(kind.length * 1009 + 1);
    const missed: string[] = [];
    let tried = 0;
    for (let count = 0; count < EACH; count += 1) {
      const { value } = madeUp(kind, chance);
      const way = chance.pick([
        'plain',
        'plain',
        'plain',
        'Base64',
        'hexadecimal',
        'of a URL',
        'backwards',
        'capitals',
        'JSON in JSON',
        'spaces',
      ]);
      const text = (WAYS[way] as (text: string, chance: Chance) => string)(value, chance);
      // By chance there are words in reverse too, and an address backwards may be a stand-in.
      if (text.split(/[^A-Za-z0-9]+/).every((run) => isWord(run)) || standInsIn(text).length > 0) continue;
      tried += 1;
      const at = chance.below(lines.length);
      const changed = lines.with(at, put(lines[at] ?? '', text, chance));
      const finds = checkRecording(readRecordingText(`${changed.join('\n')}\n`, 'it'));
      if (!finds.some((one) => one.line === at + 1)) missed.push(`${way}: ${text}\n${changed[at]?.slice(0, 300)}`);
      if (finds.some((one) => `${one.path}${one.shown}`.includes(value))) missed.push(`told whole: ${text}`);
    }
    expect(missed).toEqual([]);
    expect(tried).toBeGreaterThan(35);
  });
});
