import { ownDigests } from './digests.ts';
import type { RecordingFile } from './read.ts';
import { PLACEHOLDER } from './shapes.ts';
import { spellingsOf } from './spellings.ts';
import { type Suspect, suspectsIn } from './tokens.ts';
import { isFieldName } from './words.ts';

/** Something in a recording that must not be shared. */
export interface Find {
  readonly line: number;
  /** Where in the line: `body.clusters[0].name`. */
  readonly path: string;
  readonly what: string;
  /** The first characters and the length: the report of a find must be shareable itself. */
  readonly shown: string;
}

const LINES: Readonly<Record<'head' | 'exchange' | 'end', ReadonlySet<string>>> = {
  head: new Set('recording action node platform started run inputs'.split(' ')),
  exchange: new Set('n after start ms waits service host call params status headers body same error'.split(' ')),
  end: new Set(['end']),
};
/** Places where a value is accepted by its form alone. */
const FORMS: readonly (readonly [RegExp, RegExp])[] = [
  [/^action$/, /^(?:[0-9a-f]{40}|v?\d{1,3}(?:\.\d{1,3}){0,2}|main)$/],
  [/^node$/, /^\d{2}\.\d{1,3}\.\d{1,3}$/],
  [/^started$/, /^20\d\d-(?:0[1-9]|1[0-2])$/],
  [/^headers\.cc-version$/, /^20\d\d-(?:0[1-9]|1[0-2])-[0-3]\d$/],
  [/^(?:n|after\[\d+\]|same|start|ms|end\.ms)$/, /^\d{1,9}(?:\.\d)?$/],
];
/** Numbers that stand in place of those that identify. */
const IDENT = /^99[1-9]\d{6}$/;

/**
 * Everything in a recording that is not known to be clean.
 * @param forbidden values that must not be in it in any spelling
 */
export function checkRecording(recording: RecordingFile, forbidden: readonly string[] = []): Find[] {
  const text = recording.lines.map((line) => line.text).join('\n');
  const accepted = ownDigests(recording.head, text);
  const finds = recording.lines.flatMap(({ number, value }) => {
    const kind = number === 1 ? 'head' : 'end' in value ? 'end' : 'exchange';
    const strange = Object.keys(value).filter((key) => !LINES[kind].has(key));
    return [
      ...strange.map((key) => ({ line: number, path: '', what: 'unknown field of a line', shown: masked(key) })),
      ...walk(value, '', accepted).map((one) => ({ line: number, ...one })),
    ];
  });
  const cut = { number: recording.lines.length + 1, text: recording.cut };
  return [
    ...finds,
    ...cutFinds(cut.text, accepted).map((one) => ({ line: cut.number, path: '(cut off)', ...one })),
    ...[...recording.lines, cut].flatMap((line) => forbiddenIn(line, forbidden)),
  ];
}

type Placed = Omit<Find, 'line'>;

function walk(value: unknown, path: string, accepted: ReadonlySet<string>): Placed[] {
  if (Array.isArray(value)) return value.flatMap((one, at) => walk(one, `${path}[${at}]`, accepted));
  if (typeof value !== 'object' || value === null) return scalar(value, path, accepted);
  return Object.entries(value).flatMap(([key, inner]) => {
    const suspects = isFieldName(key) ? [] : suspectsIn(key, accepted);
    const name = suspects.length === 0 ? key : masked(key);
    const inside = `${path}${path === '' ? '' : '.'}${name}`;
    return [...suspects.map((one) => told(one, `${inside} (the key)`)), ...walk(inner, inside, accepted)];
  });
}

function scalar(value: unknown, path: string, accepted: ReadonlySet<string>): Placed[] {
  if (value === null || typeof value === 'boolean') return [];
  const text = String(value);
  const isFormed = FORMS.some(([place, form]) => place.test(path) && form.test(text));
  if (isFormed || /^-?\d{1,5}$/.test(text) || (typeof value === 'number' && IDENT.test(text))) return [];
  if (typeof value === 'number') return [told({ what: 'number', found: text }, path)];
  return PLACEHOLDER.test(text) ? [] : suspectsIn(text, accepted).map((one) => told(one, path));
}

function told({ what, found }: Suspect, path: string): Placed {
  return { path, what, shown: masked(found) };
}

/** A line that was cut off has neither keys nor values; its last word may be the half of anything clean. */
function cutFinds(text: string, accepted: ReadonlySet<string>): Omit<Placed, 'path'>[] {
  const whole = text
    .replace(/[^"\s]*$/, '')
    .replace(/"(?:n|start|ms|status|same)":[\d.]+|"after":\[[\d,]*\]?/g, '')
    .replace(/"([\w.-]+)":?/g, (_, key: string) => (isFieldName(key) ? ' ' : ` ${key} `))
    .replace(/"20\d\d-\d\d-\d\d"/g, ' ')
    .replace(/[{}[\]":,]+/g, ' ');
  return suspectsIn(whole, accepted)
    .filter(({ what }) => !/in parts|spelled/.test(what))
    .map(({ what, found }) => ({ what, shown: masked(found) }));
}

function forbiddenIn(line: { number: number; text: string }, forbidden: readonly string[]): Find[] {
  return forbidden.flatMap((value) => {
    const spelling = spellingsOf(value).find(({ isIn }) => isIn(line.text));
    return spelling === undefined
      ? []
      : [
          {
            line: line.number,
            path: '',
            what: `a value that must not be in it, ${spelling.how}`,
            shown: masked(value),
          },
        ];
  });
}

/** The first three characters and the length; of a short one less. */
export function masked(found: string): string {
  const first = found.slice(0, Math.min(3, Math.floor(found.length / 2))).replace(/[^\x20-\x7e]/g, '?');
  return `${first}… (${found.length} characters)`;
}
