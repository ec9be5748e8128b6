import { parse } from 'yaml';

/** An input or output of action.yml. */
export interface Entry {
  readonly name: string;
  readonly description: string;
  readonly default?: string;
}

/** The entries below a comment of action.yml, which is the name of their group. */
export interface Group {
  readonly name: string;
  readonly entries: readonly Entry[];
}

/** The operations that an input is required for, without a variable of the environment that holds it. */
export const REQUIRED: Readonly<Record<string, readonly string[]>> = {
  cluster: ['ensure', 'verify'],
  'vpc-id': ['ensure', 'verify', 'delete'],
  'aws-region': ['ensure', 'verify', 'delete', 'sweep'],
  'cockroach-api-key': ['ensure', 'verify', 'delete', 'sweep'],
};
const OPERATIONS = 4;

/** What the table says of an input that is required: for which operations, unless it is for all. */
export function requiredText(input: string): string | undefined {
  const operations = REQUIRED[input];
  if (operations === undefined) return undefined;
  const all = operations.length === OPERATIONS;
  return all ? '**required**' : `**required** for ${operations.map((one) => `\`${one}\``).join(', ')}`;
}

/**
 * The inputs or outputs of an action.yml in their order, by the comments above them.
 * @throws Error where an entry has no comment before it
 */
export function groupsOf(metadata: string, of: 'inputs' | 'outputs'): Group[] {
  const lines = metadata.split('\n');
  const all = (parse(metadata) as Record<typeof of, Record<string, Omit<Entry, 'name'>>>)[of];
  const groups: { name: string; entries: Entry[] }[] = [];
  for (const line of lines.slice(lines.indexOf(`${of}:`) + 1)) {
    if (/^\S/.test(line)) break;
    const name = /^ {2}# (.+)$/.exec(line)?.[1];
    if (name !== undefined) groups.push({ name, entries: [] });
    const key = /^ {2}([\w-]+):$/.exec(line)?.[1];
    const entry = key === undefined ? undefined : all[key];
    if (key === undefined || entry === undefined) continue;
    const group = groups.at(-1);
    if (group === undefined) throw new Error(`${key} of action.yml is in no group`);
    group.entries.push({ name: key, ...entry });
  }
  return groups;
}
