import { isSimilar } from '../../src/support/nearest.ts';
import { NOT_HERE, OPTIONS } from './options.ts';
import { keyMistake, optionMistake, splitWords } from './words.ts';

/** What a person wants: the help, a run with these inputs, or neither because of mistakes. */
export type Asked =
  | { readonly kind: 'help' }
  | { readonly kind: 'mistakes'; readonly mistakes: readonly string[] }
  | { readonly kind: 'run'; readonly inputs: Readonly<Record<string, string>> };

const OPERATIONS = ['verify', 'ensure'];

/** Reads the words after `npm run local --`. What would change something is a mistake, whatever else is there. */
export function readCommandLine(words: readonly string[], env: NodeJS.ProcessEnv): Asked {
  const { others: operations, given, wantsHelp } = splitWords(words, OPTIONS);
  if (wantsHelp || words.length === 0) return { kind: 'help' };
  const inputs: Record<string, string> = { operation: operations[0] ?? '' };
  const mistakes = operationMistakes(operations);
  for (const [name, values] of given) {
    const mistake = optionMistake(name, values, { forms: OPTIONS, notHere: NOT_HERE }) ?? wetMistake(name, values);
    if (mistake === undefined) inputs[name] = values.map((one) => one ?? 'true').join('\n');
    else mistakes.push(mistake);
  }
  const noKey = keyMistake(env);
  if (noKey !== undefined) mistakes.push(noKey);
  if (mistakes.length > 0) return { kind: 'mistakes', mistakes };
  // Not an option that could be lost on the way: `ensure` never runs without it.
  return { kind: 'run', inputs: inputs['operation'] === 'ensure' ? { ...inputs, 'dry-run': 'true' } : inputs };
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

/** What would change something. */
function wetMistake(name: string, values: readonly (string | undefined)[]): string | undefined {
  if (name === 'dry-run' && values.some((one) => one !== undefined && one.toLowerCase() !== 'true'))
    return '--dry-run: can not be turned off here. To change something, run the action in a workflow.';
  return undefined;
}
