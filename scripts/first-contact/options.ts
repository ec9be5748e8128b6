import { type Forms, keyMistake, optionMistake, splitWords } from '../local/words.ts';
import { QUESTIONS } from './questions.ts';

/** The options of the command. Those that the action has too go to its runs as they are. */
export const OPTIONS: Forms = {
  cluster: 'value',
  'vpc-id': 'value',
  'aws-region': 'value',
  'subnet-ids': 'list',
  tags: 'list',
  'role-to-assume': 'value',
  audience: 'value',
  'private-dns': 'switch',
  'cockroach-api-url': 'value',
  ask: 'list',
  out: 'value',
  yes: 'switch',
  'only-questions': 'switch',
  'clean-up': 'switch',
};

/** Options that are inputs of the action by the same name. */
const OF_THE_ACTION = [
  ...['cluster', 'vpc-id', 'aws-region', 'subnet-ids', 'tags', 'role-to-assume', 'audience'],
  ...['private-dns', 'cockroach-api-url'],
];

const NOT_HERE: Readonly<Record<string, string>> = {
  'cockroach-api-key': 'is no option, since other users of this machine can read command lines. Set COCKROACH_API_KEY.',
  environment: 'is chosen by this command, which deletes what it creates.',
};

/** What a person wants of the command. */
export interface Request {
  /** Inputs of the action, with which each of its runs is started. */
  readonly inputs: Readonly<Record<string, string>>;
  /** IDs of the questions, in the order of the list. */
  readonly ask: readonly string[];
  /** The folder for the results; undefined: one with the date in its name. */
  readonly out: string | undefined;
  /** Said in the command that everything printed may be made. */
  readonly consented: boolean;
  readonly onlyQuestions: boolean;
  readonly cleanUp: boolean;
}

export type Asked =
  | { readonly kind: 'help' }
  | { readonly kind: 'mistakes'; readonly mistakes: readonly string[] }
  | { readonly kind: 'run'; readonly request: Request };

/** Reads the words after `npm run first-contact --`. Values are never repeated in a mistake: one could be a key. */
export function readCommandLine(words: readonly string[], env: NodeJS.ProcessEnv): Asked {
  const { others, given, wantsHelp } = splitWords(words, OPTIONS);
  if (wantsHelp || words.length === 0) return { kind: 'help' };
  const mistakes: string[] = [];
  if (others.length > 0) mistakes.push(`${others.length} of the words belong to no option. An option is --name value.`);
  const values: Record<string, string[]> = {};
  for (const [name, all] of given) {
    const mistake = optionMistake(name, all, { forms: OPTIONS, notHere: NOT_HERE });
    if (mistake !== undefined) mistakes.push(mistake);
    values[name] = all.map((one) => one ?? 'true');
  }
  const region = env['AWS_REGION'] || env['AWS_DEFAULT_REGION'];
  if (values['aws-region'] === undefined && region) values['aws-region'] = [region];
  const { ids, mistakes: unknown } = questionsOf(values['ask'] ?? []);
  const noKey = keyMistake(env);
  mistakes.push(...placeMistakes(values), ...unknown, ...(noKey === undefined ? [] : [noKey]));
  if (mistakes.length > 0) return { kind: 'mistakes', mistakes };
  return { kind: 'run', request: requestOf(values, ids) };
}

function placeMistakes(values: Readonly<Record<string, readonly string[]>>): string[] {
  const missing = ['cluster', 'vpc-id', 'aws-region'].filter((name) => values[name] === undefined);
  const vpc = values['vpc-id']?.[0] || undefined;
  return [
    ...missing.map((name) => `--${name}: is required`),
    ...(vpc === undefined || /^vpc-[0-9a-f]{8,17}$/.test(vpc) ? [] : ['--vpc-id: is no VPC ID (vpc-...)']),
    ...(values['only-questions'] !== undefined && values['ask'] === undefined ? ['--only-questions: needs --ask'] : []),
  ];
}

function requestOf(values: Readonly<Record<string, string[]>>, ask: readonly string[]): Request {
  const isOn = (name: string) => values[name]?.[0]?.toLowerCase() === 'true';
  const inputs = OF_THE_ACTION.flatMap((name) => {
    const all = values[name];
    return all === undefined ? [] : [[name, all.join('\n')] as const];
  });
  return {
    inputs: Object.fromEntries(inputs),
    ask,
    out: values['out']?.[0],
    consented: isOn('yes'),
    onlyQuestions: isOn('only-questions'),
    cleanUp: isOn('clean-up'),
  };
}

/** `all` is every question that can be undone; the others have to be named. */
function questionsOf(asked: readonly string[]): { ids: string[]; mistakes: string[] } {
  const words = asked.flatMap((one) => one.split(/[\s,]+/)).filter((one) => one !== '');
  const known = QUESTIONS.map(({ id }) => id);
  const named = words.filter((one) => one !== 'all' && known.includes(one));
  const all = words.includes('all') ? QUESTIONS.filter(({ lasting }) => lasting !== true).map(({ id }) => id) : [];
  const wrong = words.filter((one) => one !== 'all' && !known.includes(one));
  return {
    ids: known.filter((id) => named.includes(id) || all.includes(id)),
    mistakes:
      wrong.length === 0
        ? []
        : [`--ask: ${wrong.length} of its values are no question. There are: all, ${known.join(', ')}`],
  };
}
