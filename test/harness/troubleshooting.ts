import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { CHECKS } from '../../src/reconcile/findings/finding.ts';
import { ERROR_CODES } from '../../src/support/errors.ts';
import type { Annotation } from './runner-files.ts';

const PAGE = fileURLToPath(new URL('../../docs/troubleshooting.md', import.meta.url));

/** What a section of the page shows: lines as the log has them, with `…` for what differs from run to run. */
export interface Shown {
  readonly sentences: readonly string[];
  /** What findings expected and found, of either form in which the log has them. */
  readonly findings: readonly (readonly [expected: string, found: string])[];
}

let read: ReadonlyMap<string, Shown> | undefined;

/** The messages of the page by the heading that they stand under: the first block of each section. */
export function shownMessages(): ReadonlyMap<string, Shown> {
  read ??= new Map(
    readFileSync(PAGE, 'utf8')
      .split(/^##+ /m)
      .flatMap((section) => {
        const [, code = '', block] = /^([a-z-]+)\n\n```text\n(.*?)\n```\n/s.exec(section) ?? [];
        return block === undefined ? [] : [[code, parsed(block.split('\n'))] as const];
      }),
  );
  return read;
}

function parsed(lines: readonly string[]): Shown {
  const findings: [string, string][] = [];
  const sentences = lines.filter((line, index) => {
    const [, expected, found] = /^…: expected (.+); found (.+)$/.exec(line) ?? [];
    if (expected !== undefined && found !== undefined) findings.push([expected, found]);
    if (line.startsWith('Expected: ')) findings.push([line.slice(10), (lines[index + 1] ?? '').replace('Found: ', '')]);
    return expected === undefined && !/^(Expected|Found): /.test(line);
  });
  return { sentences, findings };
}

/** A text with `…` in it as an expression: each stands for anything. */
export function asPattern(text: string): string {
  return text
    .split('…')
    .map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&').replace(/\s+/g, '\\s+'))
    .join('.+?');
}

const KNOWN: ReadonlySet<string> = new Set([...ERROR_CODES, ...CHECKS]);

/** What the run said and the page does not show under the heading that the annotation links to. */
export function unexplained(annotations: readonly Annotation[]): string[] {
  return annotations
    .filter(({ level }) => level === 'error' || level === 'warning')
    .flatMap(({ title, message }) => parts(title.replace('CockroachDB PrivateLink: ', ''), message))
    .filter(([code, lines]) => (KNOWN.has(code) || shownMessages().has(code)) && !isShown(code, lines))
    .map(([code, lines]) => `docs/troubleshooting.md does not show under ${code}: ${lines.slice(0, 3).join(' / ')}`);
}

/** An annotation that holds all that remain has several problems, each begun by its code. */
function parts(code: string, message: string): (readonly [string, readonly string[]])[] {
  if (!/^\d+ more$/.test(code)) return [[codeIn(code, message), message.split('\n')]];
  const KEYED = /^([a-z-]+): (.*)$/s;
  return message.split('\n\n').flatMap((part) => {
    const [, own = '', text = ''] = KEYED.exec(part) ?? [];
    return own === '' ? [] : [[codeIn(own, text), text.split('\n')] as const];
  });
}

/** What could not be checked begins as the failure does that kept it from being read. */
function codeIn(code: string, message: string): string {
  return (code === 'could-not-check' && /^Not checked \(([a-z-]+)\): /m.exec(message)?.[1]) || code;
}

function isShown(code: string, lines: readonly string[]): boolean {
  const shown = shownMessages().get(code);
  if (shown === undefined) return false;
  const [expected, found] = ['Expected: ', 'Found: '].map((label) => {
    const at = lines.findIndex((line) => line.startsWith(label));
    return at < 0 ? undefined : lines.slice(at).join(' ').slice(label.length);
  });
  // A long first line goes on in the next one, and a name may hold line breaks.
  const text = lines.join(' ');
  // What a finding is about comes before it: a cluster and an endpoint, or a group and a source.
  const begins = (pattern: string, whole: string) =>
    new RegExp(`^(?:\\S+(?: \\S+)?: )?${asPattern(pattern)}(?=$|[\\s.:,;])`, 's').test(whole);
  return (
    shown.sentences.some((one) => begins(one, text) || (found !== undefined && begins(one, found))) ||
    shown.findings.some(
      ([wanted, had]) =>
        begins(`expected ${wanted}; found ${had}`, text) ||
        (expected !== undefined && begins(wanted, expected) && begins(had, found ?? text)),
    )
  );
}
