import { parseArgs } from 'node:util';
import { isSimilar, nearestOf } from '../../src/support/nearest.ts';
import { NOT_HERE, OPTIONS } from './options.ts';

/** What a person wants: the help, a run with these inputs, or neither because of mistakes. */
export type Asked =
  | { readonly kind: 'help' }
  | { readonly kind: 'mistakes'; readonly mistakes: readonly string[] }
  | { readonly kind: 'run'; readonly inputs: Readonly<Record<string, string>> };

const OPERATIONS = ['verify', 'ensure'];

/** Reads the words after `npm run local --`. What would change something is a mistake, whatever else is there. */
export function readCommandLine(words: readonly string[], env: NodeJS.ProcessEnv): Asked {
  const { operations, given, wantsHelp } = split(words);
  if (wantsHelp || words.length === 0) return { kind: 'help' };
  const inputs: Record<string, string> = { operation: operations[0] ?? '' };
  const mistakes = operationMistakes(operations);
  for (const [name, values] of given) {
    const mistake = optionMistake(name, values);
    if (mistake === undefined) inputs[name] = values.map((one) => one ?? 'true').join('\n');
    else mistakes.push(mistake);
  }
  if ((env['COCKROACH_API_KEY'] ?? '').trim() === '')
    mistakes.push('COCKROACH_API_KEY: is not set. Set it to the secret key of a service account.');
  if (mistakes.length > 0) return { kind: 'mistakes', mistakes };
  // Not an option that could be lost on the way: `ensure` never runs without it.
  return { kind: 'run', inputs: inputs['operation'] === 'ensure' ? { ...inputs, 'dry-run': 'true' } : inputs };
}

/** The words as options with their values, in the order of their first use, and the others. */
function split(words: readonly string[]) {
  const { tokens } = parseArgs({ args: joined(words), strict: false, allowPositionals: true, tokens: true });
  const operations: string[] = [];
  const given = new Map<string, (string | undefined)[]>();
  for (const token of tokens) {
    if (token.kind === 'positional') operations.push(token.value);
    if (token.kind === 'option') given.set(token.name, [...(given.get(token.name) ?? []), token.value]);
  }
  return { operations, given, wantsHelp: given.has('help') || given.has('h') };
}

/** `--name value` as `--name=value`. Only true and false belong to a switch, so `--dry-run ensure` has its operation. */
function joined(words: readonly string[]): string[] {
  const result: string[] = [];
  for (let index = 0; index < words.length; index += 1) {
    const word = words[index] ?? '';
    const next = words[index + 1];
    const name = /^--([a-z-]+)$/.exec(word)?.[1];
    const takesNext =
      name !== undefined &&
      next !== undefined &&
      (OPTIONS[name] === 'switch' ? /^(true|false)$/i.test(next) : name !== 'help' && !next.startsWith('--'));
    result.push(takesNext ? `${word}=${next}` : word);
    if (takesNext) index += 1;
  }
  return result;
}

/** Words are repeated only where they look like a word of ours: one that is out of place could be a key. */
function operationMistakes(operations: readonly string[]): string[] {
  const [operation, ...more] = operations;
  if (operation === 'delete' || operation === 'sweep')
    return [`${operation}: changes things, so it runs in a workflow only. Here are verify, and ensure as a dry run.`];
  if (operation === undefined || !OPERATIONS.includes(operation)) {
    const nearest = OPERATIONS.find((one) => operation !== undefined && isSimilar(operation, one));
    return [
      nearest === undefined
        ? 'The first word is verify or ensure, for example: npm run local -- verify --cluster my-cluster'
        : `${operation}: is no operation. Did you mean ${nearest}?`,
    ];
  }
  if (more.length === 0) return [];
  return [`${operation}: is followed by ${more.length} words that belong to no option. An option is --name value.`];
}

function optionMistake(name: string, values: readonly (string | undefined)[]): string | undefined {
  const form = OPTIONS[name];
  const why = NOT_HERE[name];
  if (why !== undefined) return `--${name}: ${why}`;
  if (form === undefined) return `--${name}: is no option. Did you mean --${nearestOf(name, Object.keys(OPTIONS))}?`;
  if (form !== 'switch' && values.some((one) => one === undefined || one === '')) return `--${name}: has no value`;
  if (form !== 'list' && values.length > 1) return `--${name}: is there ${values.length} times; it takes one value`;
  if (name === 'dry-run' && values.some((one) => one !== undefined && one.toLowerCase() !== 'true'))
    return '--dry-run: can not be turned off here. To change something, run the action in a workflow.';
  return undefined;
}
