import { readFileSync } from 'node:fs';
import { parse } from 'yaml';

const known = new Map<string, Record<string, string>>();

/** Inputs of an action.yml with their defaults; '' where there is none, as the runner has it. */
export function readActionInputs(file: string): Record<string, string> {
  const read = known.get(file);
  if (read !== undefined) return read;
  const document = parse(readFileSync(file, 'utf8')) as { inputs?: Record<string, { default?: unknown } | null> };
  const inputs = Object.fromEntries(
    Object.entries(document.inputs ?? {}).map(([name, input]) => [name, String(input?.default ?? '')]),
  );
  known.set(file, inputs);
  return inputs;
}

/** Name of the environment variable in which the runner hands over an input: dashes stay. */
export function inputVariable(name: string): string {
  return `INPUT_${name.replaceAll(' ', '_').toUpperCase()}`;
}
