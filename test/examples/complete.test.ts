import { readdirSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { exemplified, found, outcomesOf, sorted, source } from './complete.ts';

const folder = new URL('./', import.meta.url);
const examples = sorted(
  readdirSync(folder)
    .filter((file) => file.endsWith('.test.ts') && file !== 'complete.test.ts')
    .flatMap((file) => exemplified(new URL(file, folder))),
);

/** The files of both planners. */
const planners = ['plan', 'membership', 'departure'].flatMap((room) =>
  readdirSync(new URL(`../../src/reconcile/${room}/`, import.meta.url)).map((file) => `${room}/${file}`),
);

const shown = (verb: string) =>
  examples.filter((one) => one.startsWith(`${verb} `)).map((one) => one.slice(verb.length + 1));
const steps = examples.filter((one) => !one.includes(' ') && one !== 'stays');

/** The union of words that a type is. */
const words = (file: string, pattern: RegExp) => sorted(found(found(source(file), pattern)[0] ?? '', /'([a-z-]+)'/g));

/**
 * Where a planner blocks with a code that is not written there. `problem` is made in plan/clusters.ts. `failure` is
 * what CockroachDB Cloud refused a read or a removal with, and its code is passed on as it is; so every code that the
 * client of the Cloud can put there has an example.
 */
const PASSED_ON: Readonly<Record<string, readonly string[]>> = {
  'problem.code': [
    'cluster-ambiguous',
    'cluster-basic',
    'cluster-not-aws',
    'cluster-not-found',
    'cluster-not-ready',
    'cluster-region',
  ],
  'view.failure.code': [
    'cloud-denied',
    'cloud-key-rejected',
    'cloud-refused',
    'cloud-unavailable',
    'owners-denied',
    'owners-not-enabled',
  ],
  'failure.code': ['cloud-denied', 'cloud-key-rejected', 'cloud-refused'],
};

describe('the examples', () => {
  it('show every step that there is, and none that there is not', () => {
    const union = found(source('model/steps.ts'), /export type StepAction =(.*?)\n\n/gs)[0] ?? '';
    const kinds = sorted(found(union, /readonly kind: '([a-z-]+)'/g));
    expect(kinds).toContain('create-endpoint');
    expect(steps).toEqual(kinds);
  });

  it('show every kind of change that is waited for, and every wait that is for none of the long changes', () => {
    const kinds = words('model/plan.ts', /export type ChangeKind =(.*?);/gs);
    const named = planners.flatMap(outcomesOf).filter((one) => one.startsWith('wait '));
    expect(kinds).toContain('private-dns');
    expect(shown('wait')).toEqual(sorted([...kinds, ...named.map((one) => one.slice('wait '.length))]));
  });

  it('show every error code that a planner can block with, and none that it cannot', () => {
    const named = planners.flatMap(outcomesOf).filter((one) => one.startsWith('blocked '));
    const chosen = named.map((one) => one.slice('blocked '.length));
    expect(chosen).toContain('vpc-dns-off');
    expect(shown('blocked')).toEqual(sorted([...chosen, ...Object.values(PASSED_ON).flat()]));
  });

  it('know every place where a planner blocks with a code that it does not choose', () => {
    const all = planners.flatMap((file) => found(source(file), /\bblock\(\s*draft,\s*([^',]+),/g));
    expect(sorted(all)).toEqual(sorted(Object.keys(PASSED_ON)));
  });

  it('show every note, as a note or as a warning', () => {
    const own = words('model/plan.ts', /interface Note \{\s*readonly code:\s*([^;]+);/g);
    const ofDepartures = words('model/plan.ts', /type DepartureNote = ([^;]+);/g);
    expect(sorted([...shown('note'), ...shown('warning')])).toEqual(sorted([...own, ...ofDepartures]));
  });
});
