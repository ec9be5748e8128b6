import { parseArgs } from 'node:util';
import { nearestOf } from '../../src/support/nearest.ts';

/** What an option takes: one value, several (each use adds one), or nothing, with true or false allowed. */
export type Form = 'value' | 'list' | 'switch';
export type Forms = Readonly<Record<string, Form>>;

/** The words of a command: what belongs to no option, and the values of each option in the order of its first use. */
export interface Words {
  readonly others: readonly string[];
  readonly given: ReadonlyMap<string, readonly (string | undefined)[]>;
  readonly wantsHelp: boolean;
}

/** Divides the words after `npm run … --` into options with their values, and the rest. */
export function splitWords(words: readonly string[], forms: Forms): Words {
  const { tokens } = parseArgs({ args: joined(words, forms), strict: false, allowPositionals: true, tokens: true });
  const others: string[] = [];
  const given = new Map<string, (string | undefined)[]>();
  for (const token of tokens) {
    if (token.kind === 'positional') others.push(token.value);
    if (token.kind === 'option') given.set(token.name, [...(given.get(token.name) ?? []), token.value]);
  }
  return { others, given, wantsHelp: given.has('help') || given.has('h') };
}

/** `--name value` as `--name=value`. Only true and false belong to a switch, so `--dry-run ensure` has its operation. */
function joined(words: readonly string[], forms: Forms): string[] {
  const result: string[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    const next = words[index + 1];
    const name = /^--([a-z-]+)$/.exec(word)?.[1];
    const takesNext =
      name !== undefined &&
      next !== undefined &&
      (forms[name] === 'switch' ? /^(true|false)$/i.test(next) : name !== 'help' && !next.startsWith('--'));
    result.push(takesNext ? `${word}=${next}` : word);
    if (takesNext) index += 1;
  }
  return result;
}

/** What is wrong with one option; undefined where it is right. */
export function optionMistake(
  name: string,
  values: readonly (string | undefined)[],
  { forms, notHere = {} }: { forms: Forms; notHere?: Readonly<Record<string, string>> },
): string | undefined {
  const form = forms[name];
  const why = notHere[name];
  if (why !== undefined) return `--${name}: ${why}`;
  if (form === undefined) return `--${name}: is no option. Did you mean --${nearestOf(name, Object.keys(forms))}?`;
  if (form !== 'switch' && values.some((one) => one === undefined || one === '')) return `--${name}: has no value`;
  if (form !== 'list' && values.length > 1) return `--${name}: is there ${values.length} times; it takes one value`;
  return undefined;
}

/** The mistake of a command without a key; undefined where there is one. */
export function keyMistake(env: NodeJS.ProcessEnv): string | undefined {
  if ((env['COCKROACH_API_KEY'] ?? '').trim() !== '') return undefined;
  return 'COCKROACH_API_KEY: is not set. Set it to the secret key of a service account.';
}
