import { createHash } from 'node:crypto';
import { fences, fitted } from '../support/markdown.ts';
import { hiddenData, readHiddenData } from './hidden-data.ts';
import { harmless, LONGEST_BODY, posted, sameLines } from './markdown.ts';

/**
 * A comment is made of sections, one for each set of clusters that a run was about, so that runs for other clusters
 * keep theirs. Each begins with a hidden line that names its clusters. No text can hold such a line: `harmless` escapes
 * `<!--` outside fenced blocks, and inside them nobody looks for one.
 */
export interface Section {
  /** Sorted; none for all clusters of the environment. */
  readonly clusters: readonly string[];
  /** What people call them, where the names are known and differ. */
  readonly names?: readonly string[];
  readonly text: string;
  /** Of the whole text: what is shown may be cut. */
  readonly hash: string;
}

/** Empty lines before the head, the text and the end of a section. */
const SEPARATORS = 6;
const END = '<!-- cockroachdb-privatelink:section:end -->';
const REST = 'For the rest, see the job summary.';
/** Less than this of a text is no help to anybody. */
const LEAST_TEXT = 1_000;
const NO_ROOM = '*This text does not fit here. See the job summary of the run.*';

/** The section of a run. @param names of its clusters, where those are known */
export function sectionOf(
  clusters: readonly string[],
  markdown: string,
  names: ReadonlyMap<string, string> = new Map(),
): Section {
  const text = closed(withoutMargins(harmless(withoutMargins(markdown))));
  const hash = createHash('sha256').update(text).digest('hex').slice(0, 32);
  const sorted = [...new Set(clusters)].toSorted();
  const shown = sorted.map((one) => names.get(one) ?? one);
  return { clusters: sorted, ...(shown.join('\n') === sorted.join('\n') ? {} : { names: shown }), text, hash };
}

/** The sections of a comment; none in one of an older version, which one run wrote as a whole. */
export function readSections(body: string): Section[] {
  const sections: Section[] = [];
  let open: { section: Omit<Section, 'text'>; text: string[] } | undefined;
  let inFence = fences();
  const close = () => {
    if (open !== undefined) sections.push({ ...open.section, text: withoutMargins(open.text.join('\n')) });
    open = undefined;
  };
  for (const line of sameLines(body).split('\n')) {
    const isText = inFence(line) !== '';
    const section = isText ? undefined : parsedSection(readHiddenData('section', line));
    if (section !== undefined) {
      close();
      open = { section, text: [] };
      inFence = fences();
    } else if (!isText && line === END) close();
    else open?.text.push(line);
  }
  close();
  return sections;
}

function parsedSection(value: unknown): Omit<Section, 'text'> | undefined {
  const { clusters, names, hash } = (value ?? {}) as Record<string, unknown>;
  if (!isTexts(clusters)) return undefined;
  const named = isTexts(names) && names.length === clusters.length ? { names } : {};
  return { clusters, ...named, hash: typeof hash === 'string' ? hash : '' };
}

const isTexts = (value: unknown): value is string[] =>
  Array.isArray(value) && value.every((one) => typeof one === 'string');

/** The sections after a run: its own takes the place of those whose clusters it was about, and of no other. */
export function withSection(sections: readonly Section[], own: Section): Section[] {
  const names = new Set(own.clusters);
  const others = sections.filter(({ clusters }) => names.size > 0 && !clusters.every((name) => names.has(name)));
  const all = new Map([...others.toReversed(), own].map((one) => [JSON.stringify(one.clusters), one]));
  return [...all].toSorted(([one], [other]) => (one < other ? -1 : 1)).map(([, section]) => section);
}

/** True if the section is there as the run wrote it, cut or not. */
export function hasSection(sections: readonly Section[], { clusters, hash }: Section): boolean {
  return sections.some((one) => one.hash === hash && one.clusters.join() === clusters.join());
}

/**
 * The text of a comment, never longer than GitHub takes. Where the sections are too long, the longest are cut to the
 * same length; where even the names of their clusters are too long, the last ones are left out, but never `own`.
 */
export function sectionsBody(marker: string, all: readonly Section[], own: Section): string {
  let shown = [...all];
  const heads = () => shown.map((section) => headOf(section, shown.length > 1));
  const left = () =>
    shown.length === all.length
      ? ''
      : `\n\n*${all.length - shown.length} more sections do not fit here. See the job summaries of the runs.*`;
  const room = () =>
    LONGEST_BODY - [marker, ...heads(), left()].join('').length - shown.length * (END.length + SEPARATORS);
  while (room() < shown.length * NO_ROOM.length && shown.length > 1) {
    const last = shown.findLastIndex((section) => section !== own);
    shown = shown.filter((_, index) => index !== last);
  }
  const max = fairShare(
    shown.map(({ text }) => text.length),
    room(),
  );
  const parts = shown.map((section, index) => `${heads()[index]}\n\n${cut(section.text, max)}\n\n${END}`);
  return `${[marker, ...parts].join('\n\n')}${left()}`;
}

function headOf(section: Section, hasSeveral: boolean): string {
  const { clusters, names, hash } = section;
  const shown = (names ?? clusters).map((name) => posted(name, 100)).join(', ') || 'all clusters of the environment';
  const title = hasSeveral ? `**Clusters:** ${shown}\n\n` : '';
  return `${title}${hiddenData('section', { clusters, ...(names === undefined ? {} : { names }), hash })}`;
}

/** The longest length that all texts can have together in the room that there is. */
function fairShare(lengths: readonly number[], room: number): number {
  let rest = room;
  const rising = lengths.toSorted((one, other) => one - other);
  for (const [index, length] of rising.entries()) {
    const share = Math.floor(rest / (rising.length - index));
    if (length > share) return share;
    rest -= length;
  }
  return room;
}

function cut(text: string, max: number): string {
  if (text.length <= max) return text;
  return max < LEAST_TEXT ? NO_ROOM : fitted(text, { max, rest: REST });
}

/** Markdown without empty lines around it. What its first line begins with stays: four blanks make code of it. */
function withoutMargins(markdown: string): string {
  return sameLines(markdown).replace(/^(\s*\n)+/, '');
}

/** Markdown whose fenced blocks all end, so that what follows is not taken for a part of the last one. */
function closed(markdown: string): string {
  const inFence = fences();
  const open = markdown.split('\n').map(inFence).at(-1) ?? '';
  return open === '' ? markdown : `${markdown}\n${open}`;
}
