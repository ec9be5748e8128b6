import type { RecordingFile } from '../read.ts';
import { toldBy } from './phases.ts';
import { type Traits, traitsOf } from './traits.ts';

/** One thing that two recordings do not have in common. */
export interface Difference {
  readonly service: string;
  readonly call: string;
  readonly what: string;
  readonly recorded: string;
  readonly sandbox: string;
  /** For a time: the setting of the sandbox that decides it, and what was recorded in whole seconds. */
  readonly time?: { readonly knob: string; readonly seconds: number };
}

const NONE = 'none';
/** A run that reads at other moments misses a state: that alone is no difference. */
const STATE = /(?:^|\.)(?:state|status)$/;

/** Everything that differs in structure, words, states and times. Values that identify are no difference. */
export function differencesOf(recorded: RecordingFile, sandbox: RecordingFile): Difference[] {
  const ours = traitsOf(sandbox);
  const theirs = traitsOf(recorded);
  const calls = [...new Set([...theirs.keys(), ...ours.keys()])].toSorted();
  return [
    ...endDifferences(recorded, sandbox),
    ...calls.flatMap((key) => callDifferences(theirs.get(key), ours.get(key))),
    ...timeDifferences(recorded, sandbox),
  ];
}

function endDifferences({ end: theirs }: RecordingFile, { end: ours }: RecordingFile): Difference[] {
  if (theirs === undefined || ours === undefined) return [];
  const rows = [
    ['exit', String(theirs.exit), String(ours.exit)],
    ['status', String(theirs.outputs['status'] ?? ''), String(ours.outputs['status'] ?? '')],
    ['error-code', String(theirs.outputs['error-code'] ?? ''), String(ours.outputs['error-code'] ?? '')],
    ['steps', theirs.steps.toSorted().join(', '), ours.steps.toSorted().join(', ')],
  ] as const;
  return rows.flatMap(([what, a, b]) =>
    a === b ? [] : [{ service: 'run', call: 'end', what, recorded: a || NONE, sandbox: b || NONE }],
  );
}

function callDifferences(theirs: Traits | undefined, ours: Traits | undefined): Difference[] {
  if (theirs === undefined || ours === undefined) {
    const { service, call } = (theirs ?? ours) as Traits;
    const [recorded, sandbox] = theirs === undefined ? ['not sent', 'sent'] : ['sent', 'not sent'];
    return [{ service, call, what: 'request', recorded, sandbox }];
  }
  const { service, call } = theirs;
  const sets = (what: string, a: ReadonlySet<string>, b: ReadonlySet<string>): Difference[] => {
    const [recorded, sandbox] = [only(a, b), only(b, a)];
    return recorded === NONE && sandbox === NONE ? [] : [{ service, call, what, recorded, sandbox }];
  };
  return [
    ...sets('parameters', theirs.parameters, ours.parameters),
    ...sets('status', theirs.statuses, ours.statuses),
    ...sets('headers', theirs.headers, ours.headers),
    ...fieldDifferences(theirs, ours),
    ...[...theirs.words].flatMap(([path, a]) => {
      const b = ours.words.get(path);
      if (b === undefined || (STATE.test(path) && (a.isSubsetOf(b) || b.isSubsetOf(a)))) return [];
      return sets(`words of ${path}`, a, b);
    }),
  ];
}

function only(a: ReadonlySet<string>, b: ReadonlySet<string>): string {
  return [...a.difference(b)].toSorted().join(', ') || NONE;
}

/** Fields that one of the two never had, where it had what they belong to, or had as something else. */
function fieldDifferences(theirs: Traits, ours: Traits): Difference[] {
  const { service, call } = theirs;
  const paths = [...new Set([...theirs.fields.keys(), ...ours.fields.keys()])].toSorted();
  return paths.flatMap((path) => {
    const [a, b] = [theirs.fields.get(path), ours.fields.get(path)];
    const pair = a === undefined || b === undefined ? presence(path, theirs, ours) : types(a, b);
    return pair === undefined ? [] : [{ service, call, what: `field ${path}`, recorded: pair[0], sandbox: pair[1] }];
  });
}

/** A field that only one of the two has. */
function presence(path: string, theirs: Traits, ours: Traits): [string, string] | undefined {
  const isTheirs = theirs.fields.has(path);
  const parent = path.split('.').slice(0, -1).join('.');
  const lacking = isTheirs ? ours : theirs;
  if (parent !== '' && lacking.fields.get(parent)?.has('object') !== true) return undefined;
  return isTheirs ? ['there', 'missing'] : ['missing', 'there'];
}

/** A field that both have, with other types, or empty in one of them only. */
function types(a: ReadonlySet<string>, b: ReadonlySet<string>): [string, string] | undefined {
  const EMPTY = new Set(['empty']);
  const [some, others] = [a.difference(EMPTY), b.difference(EMPTY)];
  if (some.size > 0 && others.size > 0)
    return some.symmetricDifference(others).size === 0 ? undefined : [[...some].join(', '), [...others].join(', ')];
  if (some.size === 0 && !b.has('empty')) return ['always empty', 'never empty'];
  return others.size === 0 && !a.has('empty') ? ['never empty', 'always empty'] : undefined;
}

function timeDifferences(recorded: RecordingFile, sandbox: RecordingFile): Difference[] {
  const [theirs, ours] = [toldBy(recorded), toldBy(sandbox)];
  const orders = [...theirs.states].flatMap(([call, states]): Difference[] => {
    const others = ours.states.get(call) ?? [];
    const [a, b] = [states.join(' → '), others.join(' → ')];
    return isPart(states, others) || isPart(others, states)
      ? []
      : [{ service: 'states', call, what: 'order', recorded: a, sandbox: b || NONE }];
  });
  const times = theirs.phases.flatMap((phase): Difference[] => {
    const other = ours.phases.find(({ what }) => what === phase.what);
    if (other === undefined || (phase.from <= other.to && other.from <= phase.to)) return [];
    const seconds = Math.max(0, Math.round((phase.from + phase.to) / 2));
    const time = { knob: phase.knob, seconds };
    return [{ service: 'times', call: phase.what, what: 'seconds', recorded: span(phase), sandbox: span(other), time }];
  });
  return [...orders, ...times];
}

/** True where a list has all of the other in its order, with or without more between. */
function isPart(some: readonly string[], all: readonly string[]): boolean {
  let next = 0;
  for (const one of all) if (one === some[next]) next += 1;
  return next === some.length;
}

function span({ from, to }: { from: number; to: number }): string {
  return `${from.toFixed(1)} to ${to.toFixed(1)}`;
}
