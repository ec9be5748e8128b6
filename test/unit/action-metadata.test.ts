import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { groupsOf, REQUIRED } from '../../scripts/action-entries.ts';
import { readInputs } from '../../src/inputs/inputs.ts';
import { DEFAULT_OUTPUTS } from '../../src/runner/outputs.ts';
import { isActionError } from '../../src/support/errors.ts';
import { ids } from '../sandbox/index.ts';

const root = fileURLToPath(new URL('../../', import.meta.url));
const action = parse(readFileSync(`${root}action.yml`, 'utf8')) as {
  name: string;
  description: string;
  author: string;
  branding: { icon: string; color: string };
  inputs: Record<string, { description: string; default?: unknown }>;
  outputs: Record<string, { description: string }>;
  runs: Record<string, string>;
};

const sorted = (names: Iterable<string>) => [...names].toSorted();

/** What the inputs' reader complains about, one line for each mistake. */
function mistakesOf(values: Record<string, string>): string[] {
  try {
    readInputs((name) => values[name] ?? '', {});
    return [];
  } catch (error) {
    if (!isActionError(error)) throw error;
    return error.details.length > 0 ? [...error.details] : [error.message];
  }
}

const valid = {
  cluster: ids.standardCluster,
  'cockroach-api-key': 'a-key',
  'aws-region': ids.region,
  'vpc-id': ids.vpc,
};

describe('action.yml', () => {
  it('describes every input that is read, and no other', () => {
    const read = new Set<string>();
    const note = (name: string) => {
      read.add(name);
      return '';
    };
    expect(() => readInputs(note, {})).toThrow('inputs are wrong');
    expect(sorted(read)).toEqual(sorted(Object.keys(action.inputs)));
  });

  it('describes every output that is set, and no other', () => {
    expect(sorted(Object.keys(action.outputs))).toEqual(sorted(Object.keys(DEFAULT_OUTPUTS)));
  });

  it('requires of each operation what the table of the README says, and nothing else', () => {
    for (const operation of ['ensure', 'verify', 'delete', 'sweep']) {
      const required = Object.keys(REQUIRED).filter((name) => REQUIRED[name]?.includes(operation));
      const named = operation === 'delete' ? { environment: 'default' } : {};
      const given = Object.fromEntries(Object.entries(valid).filter(([name]) => required.includes(name)));
      expect(mistakesOf({ operation, ...named, ...given }), operation).toEqual([]);
      for (const name of required)
        expect(
          mistakesOf({ operation, ...named, ...given, [name]: '' }).join(),
          `${operation} without ${name}`,
        ).toMatch(new RegExp(`^${name}: is required`));
    }
  });

  it('has every input and output in a group', () => {
    for (const of of ['inputs', 'outputs'] as const) {
      const groups = groupsOf(readFileSync(`${root}action.yml`, 'utf8'), of);
      expect(groups.flatMap(({ entries }) => entries.map(({ name }) => name))).toEqual(Object.keys(action[of]));
      for (const { name, entries } of groups) expect(entries.length, name).toBeGreaterThan(1);
    }
    expect(() => groupsOf('inputs:\n  lost:\n    description: "Lost."\noutputs:\n', 'inputs')).toThrow('lost');
  });

  it('has a sentence for each input and output', () => {
    for (const [name, entry] of Object.entries({ ...action.inputs, ...action.outputs })) {
      expect(entry.description, name).toMatch(/^\S.{10,}\.$/);
    }
  });

  it('gives defaults as strings, and one to every boolean', () => {
    for (const [name, { default: value }] of Object.entries(action.inputs)) {
      expect(['string', 'undefined'], name).toContain(typeof value);
    }
    const isBoolean = (name: string) =>
      mistakesOf({ ...valid, [name]: 'perhaps' }).some((line) => line.startsWith(`${name}: "perhaps" is neither true`));
    const booleans = Object.keys(action.inputs).filter(isBoolean);
    const known = ['private-dns', 'probe', 'wait', 'dry-run', 'fail-on-drift', 'drift-issue', 'comment'];
    expect(sorted(booleans)).toEqual(sorted(known));
    for (const name of booleans) {
      expect(['true', 'false'], name).toContain(action.inputs[name]?.default);
    }
  });

  it('has the same defaults as the code', () => {
    const defaults = Object.fromEntries(
      Object.entries(action.inputs).map(([name, input]) => [name, String(input.default ?? '')]),
    );
    // An expression, which the runner fills in.
    expect(defaults['github-token']).toMatch(/^\$\{\{ github\.token \}\}$/);
    defaults['github-token'] = '';
    const explicit = readInputs((name) => ({ ...defaults, ...valid })[name] ?? '', {});
    const implied = readInputs((name) => ({ ...valid })[name] ?? '', {});
    expect(explicit).toEqual(implied);
  });

  it('runs the committed bundle under Node 24', () => {
    expect(action.runs).toEqual({ using: 'node24', main: 'dist/index.js' });
    expect(existsSync(`${root}${action.runs['main']}`)).toBe(true);
  });

  it('fits the Marketplace', () => {
    expect(action.name).not.toBe('');
    expect(action.author).not.toBe('');
    expect(action.description.length).toBeLessThanOrEqual(125);
    expect(action.branding).toEqual({ icon: 'link', color: 'purple' });
  });
});
