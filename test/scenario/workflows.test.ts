import { globSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { fillIn } from '../harness/expressions.ts';
import {
  ACTION,
  callableOf,
  calledBy,
  type Job,
  type WorkflowFile,
  workflowsIn,
  workflowsOf,
} from '../harness/workflow-files.ts';
import { actionlintProblems, schemaProblems } from '../harness/workflow-lint.ts';

const own = workflowsIn('.github/workflows');
const examples = workflowsIn('examples');
const recipes = ['README.md', 'docs/recipes.md', 'docs/first-contact.md'].flatMap(workflowsOf);
const byName = (files: readonly WorkflowFile[]) => files.map((file) => [file.name, file] as const);
const jobsOf = (files: readonly WorkflowFile[]) =>
  files.flatMap(({ name, document }) =>
    Object.entries(document.jobs).map(([id, job]) => ({ name: `${name} ${id}`, job })),
  );

describe('every workflow, example and recipe', () => {
  it.each(byName([...own, ...examples, ...recipes]))('%s is right for GitHub and for actionlint', async (_, file) => {
    expect(await schemaProblems(file)).toEqual([]);
    expect(await actionlintProblems(file)).toEqual([]);
  });

  const broken = [
    ['an unknown key', (text: string) => text.replace('runs-on:', 'run-on:'), 'both'],
    ['an unknown input of the action', (text: string) => text.replace('vpc-id:', 'vpcid:'), 'schema'],
    [
      'an unknown context',
      (text: string) => text.replace('secrets.COCKROACH_API_KEY', 'secret.COCKROACH_API_KEY'),
      'both',
    ],
  ] as const;
  it.each(broken)('%s would be found', async (_, breakIt, finder) => {
    const [first] = recipes;
    const file = { name: 'broken.yml', text: breakIt(first?.text ?? '') };
    expect(await schemaProblems(file)).not.toEqual([]);
    if (finder === 'both') expect(await actionlintProblems(file)).not.toEqual([]);
  });

  // What actionlint does not know yet is left out by name, and checked by GitHub's own schema.
  it.each([
    ['queue: most', 'schema'],
    ['queu: max', 'both'],
    ['queue: max\n      cancel-in-progress: true', 'schema'],
  ])('%s in a concurrency group would be found', async (line, finder) => {
    const file = own.find(({ name }) => name === '.github/workflows/verify.yml');
    const text = file?.text.replace('cancel-in-progress: false', '').replace('queue: max', line) ?? '';
    expect(text).toContain(line);
    expect(await schemaProblems({ name: file?.name ?? '', text })).not.toEqual([]);
    if (finder === 'both') expect(await actionlintProblems({ name: file?.name ?? '', text })).not.toEqual([]);
  });

  it('a call with an unknown or missing input would be found', async () => {
    const text = examples.find(({ name }) => name === 'examples/sweep.yml')?.text ?? '';
    expect(text).toContain('aws-region:');
    expect(await schemaProblems({ name: 'broken.yml', text: text.replace('aws-region:', 'region:') })).not.toEqual([]);
  });
});

/** The time limit of a job in minutes; that of a reusable workflow follows from what its caller gives the step. */
function limitOf(job: Job): number {
  return Number(fillIn(job['timeout-minutes'], { inputs: { 'timeout-seconds': 600 } }));
}

describe('permissions', () => {
  it.each(byName([...own, ...examples]))(
    '%s grants nothing by itself, and each job only what it gives a reason for',
    (_, file) => {
      expect(file.document.permissions).toEqual({});
      const grants = [...file.text.matchAll(/^ +[a-z-]+: (?:read|write)\b(.*)$/gm)].map((match) => match[1] ?? '');
      for (const reason of grants) expect(reason).toMatch(/^ # \w{2,}/);
      const given = Object.values(file.document.jobs).flatMap((job) => Object.keys(job.permissions ?? {}));
      expect(grants).toHaveLength(given.length);
    },
  );

  it.each(jobsOf(own))('$name says its permissions and has a time limit', ({ job }) => {
    expect(job.permissions).toBeDefined();
    expect(limitOf(job)).toBeLessThanOrEqual(75);
  });

  it('are those that the called workflow asks for', () => {
    for (const { name, job } of jobsOf(examples).filter((one) => one.job.uses !== undefined)) {
      const called = calledBy(job.uses ?? '');
      const asked = Object.values(called.document.jobs).map((one) => one.permissions ?? {});
      expect(asked, name).toEqual([job.permissions]);
      expect(Object.keys(job.secrets ?? {})).toEqual(Object.keys(callableOf(called).secrets));
    }
  });
});

describe('what workflows use', () => {
  const lines = [...own, ...examples, ...recipes].flatMap(({ name, text }) =>
    [...text.matchAll(/uses: (\S+)(.*)$/gm)].map((match) => ({ name, uses: match[1] ?? '', rest: match[2] ?? '' })),
  );

  it('is pinned, with the version beside it', () => {
    expect(lines.length).toBeGreaterThan(20);
    for (const { name, uses, rest } of lines) {
      if (uses.startsWith('./')) continue;
      if (uses.startsWith(ACTION)) expect(uses, name).toMatch(/@COMMIT_SHA$/);
      else if (uses.startsWith('docker://')) expect(uses, name).toMatch(/:\d+\.\d+\.\d+@sha256:[0-9a-f]{64}$/);
      else expect(`${uses}${rest}`, name).toMatch(/^[\w./-]+@[0-9a-f]{40} # v\d+\.\d+\.\d+$/);
    }
  });

  it('is the same commit wherever the same repository is used', () => {
    const pins = new Map<string, Set<string>>();
    for (const { uses, rest } of lines.filter((line) => /@[0-9a-f]{40}$/.test(line.uses))) {
      const [repository = ''] = uses.split('@')[0]?.match(/^[\w-]+\/[\w-]+/) ?? [];
      pins.set(repository, (pins.get(repository) ?? new Set()).add(`${uses.split('@')[1]}${rest}`));
    }
    expect([...pins].filter(([, commits]) => commits.size > 1)).toEqual([]);
  });

  it('leaves no token behind and keeps no cache', () => {
    for (const { name, job } of jobsOf(own)) {
      for (const step of job.steps ?? []) {
        if (step.uses?.startsWith('actions/checkout@')) expect(step.with?.['persist-credentials'], name).toBe(false);
        if (step.uses?.startsWith('actions/setup-node@'))
          expect(step.with?.['package-manager-cache'], name).toBe(false);
      }
    }
  });

  it('is handed values through the environment, never written into a script', () => {
    const scripts = jobsOf([...own, ...examples, ...recipes]).flatMap(({ job }) =>
      (job.steps ?? []).map((step) => step.run ?? ''),
    );
    expect(scripts.filter((script) => script.includes('${{'))).toEqual([]);
  });
});

it('the tests for other systems are all there', () => {
  const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> };
  const files = globSync('test/**/*.test.ts').map((file) => file.replaceAll('\\', '/'));
  const filters = scripts['test:portable']?.split(' ').slice(2) ?? [];
  expect(filters.length).toBeGreaterThan(5);
  for (const filter of filters)
    expect(
      files.filter((file) => file.includes(filter)),
      filter,
    ).not.toEqual([]);
});
