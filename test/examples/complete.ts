import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';

/** Which steps, waits, blockers and notes the sources of the planners name, and which of them the examples show. */

const reconcile = new URL('../../src/reconcile/', import.meta.url);

/** The text of a file of the reconciler. */
export const source = (file: string) => readFileSync(new URL(file, reconcile), 'utf8');

/** What the first group of a pattern finds in a text. */
export const found = (text: string, pattern: RegExp) => [...text.matchAll(pattern)].map((match) => match[1] ?? '');

/** Sorted, and each once. */
export const sorted = (items: Iterable<string>) => [...new Set(items)].toSorted();

/** What a file of a planner can put into a plan, as the beginnings of the lines of an example. */
export function outcomesOf(file: string): string[] {
  const text = source(file);
  const named = (verb: string, pattern: RegExp) => found(text, pattern).map((name) => `${verb}${name}`);
  return sorted([
    ...named('', /\baction: \{\s*kind: '([a-z-]+)'/g),
    ...found(text, /\baddWait\(draft, \{\n(.*?)\n\s*\}\);/gs).flatMap((wait) => waitNames(wait, text)),
    ...named('blocked ', /\bblock\(\s*draft,\s*'([a-z-]+)'/g),
    ...named('blocked ', /\breturn \{\s*code: '([a-z-]+)'/g),
    ...named('note ', /\bnote\(\s*draft,\s*'([a-z-]+)'/g),
    ...named('warning ', /\bwarn\(\s*draft,\s*'([a-z-]+)'/g),
  ]);
}

/** A wait goes by its kind of change, which a function of the same file may choose, or by its own kind. */
function waitNames(wait: string, file: string): string[] {
  const change = /^\s*change: (.*),$/m.exec(wait)?.[1];
  const chooser = /^(\w+)\(/.exec(change ?? '')?.[1];
  const body = chooser === undefined ? '' : (file.split(`function ${chooser}(`)[1]?.split('\n}')[0] ?? '');
  const names = change === undefined ? found(wait, /^\s*kind: '([a-z-]+)'/gm) : literals(`${change}\n${body}`);
  return names.map((name) => `wait ${name}`);
}

/** The word literals of a piece of source, without what is only compared with. */
function literals(text: string): string[] {
  return found(text.replace(/[!=]== '[^']*'/g, ''), /'([a-z-]+)'/g);
}

/** The beginnings of the lines that the examples of a file expect. */
export function exemplified(file: string | URL): string[] {
  const text = readFileSync(new URL(file), 'utf8');
  const lines = found(text, /\.toEqual\(\[(.*?)\]\)/gs).flatMap((expected) => found(expected, /['"]([a-z][^'"]*)/g));
  // Where many codes are told alike, their lines stand in a table.
  return sorted([...lines, ...found(text, /, '(blocked [^']+)'\]/g)].map(beginning));
}

/** What a line is about, without on what: `connect`, `wait available`, `blocked vpc-dns-off`. */
function beginning(line: string): string {
  const [first = '', second = ''] = line.replace(/^wait briefly /, 'wait ').split(/[ :]+/);
  return ['wait', 'blocked', 'note', 'warning'].includes(first) ? `${first} ${second}` : first;
}

/** The last test of a file: nothing that these files of the planners can put into a plan is without an example. */
export function everyOutcomeHasAnExample(testFile: string, files: readonly string[]): void {
  it(`everything that ${files.join(', ')} can put into a plan has an example above`, () => {
    const shown = exemplified(testFile);
    for (const file of files) {
      const outcomes = outcomesOf(file);
      expect(outcomes, file).not.toEqual([]);
      expect(
        outcomes.filter((one) => !shown.includes(one)),
        file,
      ).toEqual([]);
    }
  });
}
