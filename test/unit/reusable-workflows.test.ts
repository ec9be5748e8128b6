import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { type Contexts, fillIn, holds } from '../harness/expressions.ts';
import { callableOf, workflowsIn } from '../harness/workflow-files.ts';
import {
  deleteEvent,
  eventOf,
  fileOf,
  files,
  givenBy,
  jobOf,
  mistakesIn,
  pullEvent,
  pushEvent,
  settings,
  stepOf,
} from './reusable-workflows-support.ts';

const examples = workflowsIn('examples');
const expression = (text: string) => ['$', '{{ ', text, ' }}'].join('');
const skipped: [string, Contexts][] = [
  ['a pull request of a fork', pullEvent('opened', { from: 'mallory/shop' })],
  ['a pull request of a fork that is gone', pullEvent('closed', { from: '' })],
  ['a pull request of Dependabot', pullEvent('synchronize', { by: 'dependabot[bot]' })],
  ['a push of Dependabot', pushEvent('dependabot/npm_and_yarn/undici-9')],
  ['a schedule in a fork', eventOf('schedule', { repository: { fork: true } })],
];

describe.each(files.map((file) => [file.name, file] as const))('%s', (_, file) => {
  it.each(skipped)('is skipped for %s, and says why', (__, contexts) => {
    expect(holds(jobOf(file).if, contexts)).toBe(false);
    expect(file.text).toMatch(/# Runs of forks and of Dependabot get neither secrets nor an OIDC token.*\n +if:/);
  });

  it.each([
    ['a pull request of the repository', pullEvent('synchronize')],
    ['a push', pushEvent('main')],
    ['a schedule', eventOf('schedule')],
    ['a run by hand', eventOf('workflow_dispatch')],
  ])('runs for %s', (__, contexts) => {
    expect(holds(jobOf(file).if, contexts)).toBe(true);
  });

  it('never cancels a run', () => {
    expect(jobOf(file).concurrency?.['cancel-in-progress']).toBe(false);
    expect(file.document.concurrency).toBeUndefined();
  });

  it('hands on every input and secret', () => {
    const { inputs, secrets } = callableOf(file);
    for (const name of Object.keys(inputs)) expect(JSON.stringify(jobOf(file)), name).toContain(`inputs.${name}`);
    for (const name of Object.keys(secrets)) expect(JSON.stringify(stepOf(file))).toContain(`secrets.${name}`);
  });

  it('has the same defaults as the action', () => {
    const { inputs } = parse(readFileSync(new URL('../../action.yml', import.meta.url), 'utf8')) as {
      inputs: Record<string, { default?: string }>;
    };
    // Those that are on purpose others have a test of their own below.
    const own = new Set(['comment', 'drift-issue', ...(file.name.endsWith('/sweep.yml') ? ['dry-run'] : [])]);
    for (const [name, input] of Object.entries(callableOf(file).inputs)) {
      if (input.required === true || own.has(name) || inputs[name] === undefined) continue;
      expect(String(input.default), name).toBe(inputs[name].default ?? '');
    }
  });

  it('uses the action of the commit that it is of itself', () => {
    const [fetch, run] = jobOf(file).steps ?? [];
    expect(fetch?.with).toMatchObject({
      repository: expression('job.workflow_repository'),
      ref: expression('job.workflow_sha'),
      path: 'privatelink-action',
    });
    expect(run?.uses).toBe('./privatelink-action');
  });
});

describe('preview', () => {
  const file = fileOf('preview');
  it.each([
    ['opened', pullEvent('opened'), 'ensure', 'pr:12', 'true'],
    ['reopened', pullEvent('reopened'), 'ensure', 'pr:12', 'true'],
    ['pushed to', pullEvent('synchronize'), 'ensure', 'pr:12', 'true'],
    ['closed', pullEvent('closed'), 'delete', 'pr:12', 'true'],
    ['a branch that is pushed', pushEvent('feature/Login'), 'ensure', 'branch:feature/Login', 'false'],
    ['a branch that is deleted', deleteEvent('feature/Login'), 'delete', 'branch:feature/Login', 'false'],
  ] as const)('%s', (_, contexts, operation, environment, comment) => {
    expect(holds(jobOf(file).if, contexts)).toBe(true);
    const given = givenBy(file, settings, contexts);
    const cluster = operation === 'ensure' ? 'orders' : '';
    expect(given).toMatchObject({ operation, environment, comment, cluster, 'vpc-id': settings['vpc-id'] });
    expect(given['group']).toBe(`cockroachdb-privatelink ${environment} vpc-0123456789abcdef0 us-east-1`);
    expect(mistakesIn(given)).toEqual([]);
  });

  it.each([
    ['a deleted tag', deleteEvent('v1', 'tag')],
    ['a deleted branch of Dependabot', deleteEvent('dependabot/npm_and_yarn/undici-9')],
    ['a pushed tag', pushEvent('v1', 'tag')],
  ])('is skipped for %s', (_, contexts) => {
    expect(holds(jobOf(file).if, contexts)).toBe(false);
  });

  it('writes no comment where none is asked for', () => {
    expect(givenBy(file, { ...settings, comment: false }, pullEvent('opened'))['comment']).toBe('false');
  });
});

describe('sweep', () => {
  const file = fileOf('sweep');
  it('is a dry run unless told otherwise', () => {
    const given = givenBy(file, settings, eventOf('schedule'));
    expect(given).toMatchObject({ operation: 'sweep', 'dry-run': 'true', 'sweep-grace-hours': '24' });
    expect(givenBy(file, { ...settings, 'dry-run': false }, eventOf('schedule'))['dry-run']).toBe('false');
    expect(mistakesIn(given)).toEqual([]);
  });

  it.each([
    ['undefined', {}, 'true'],
    ['something else', { PRIVATELINK_SWEEP: 'yes' }, 'true'],
    ['delete', { PRIVATELINK_SWEEP: 'delete' }, 'false'],
  ])('as the example calls it, with the variable %s', (_, vars, dryRun) => {
    const call = examples.find(({ name }) => name === 'examples/sweep.yml')?.document.jobs['sweep'];
    expect(fillIn(call?.with?.['dry-run'], { vars })).toBe(dryRun);
  });
});

describe('verify', () => {
  it('keeps an issue, fails on drift, and has a group of its own', () => {
    const given = givenBy(fileOf('verify'), { ...settings, environment: 'staging' }, eventOf('schedule'));
    expect(given).toMatchObject({ operation: 'verify', 'drift-issue': 'true', 'fail-on-drift': 'true' });
    expect(given['group']).toBe('cockroachdb-privatelink verify staging vpc-0123456789abcdef0 us-east-1');
    expect(mistakesIn(given)).toEqual([]);
  });
});

describe('fan-out', () => {
  const file = fileOf('fan-out');
  const call = examples.find(({ name }) => name === 'examples/fan-out.yml')?.document.jobs['paths']?.with ?? {};
  const targets = JSON.parse(String(call['targets'])) as Record<string, unknown>[];

  it('runs some at a time, and goes on when one fails', () => {
    const { strategy } = jobOf(file);
    expect(strategy).toMatchObject({ 'fail-fast': false, 'max-parallel': expression('inputs.max-parallel') });
    expect(fillIn(JSON.stringify(strategy), { inputs: { 'max-parallel': 4, targets: '[]' } })).toContain('"4"');
  });

  it('takes from each target what its input says, and no more', () => {
    const said = callableOf(file).inputs['targets']?.description ?? '';
    const used = [...JSON.stringify(jobOf(file)).matchAll(/matrix\.target\.([a-z-]+)/g)].map((match) => match[1]);
    const names = said.split('Each has')[1]?.match(/[a-z]+(-[a-z]+)+|cluster|environment/g) ?? [];
    expect([...new Set(used)].toSorted()).toEqual(names.toSorted());
  });

  it.each(targets.map((target) => [target['aws-region'], target]))('to %s, as in the example', (_, target) => {
    const inputs = { ...call, 'dry-run': false };
    const given = givenBy(file, inputs, { ...pushEvent('main'), matrix: { target } });
    const role = target['role-to-assume'] ?? call['role-to-assume'];
    expect(given).toMatchObject({ operation: 'ensure', 'vpc-id': target['vpc-id'], 'role-to-assume': role });
    expect(given['group']).toBe(`cockroachdb-privatelink default ${target['vpc-id']} ${target['aws-region']}`);
    expect(mistakesIn(given)).toEqual([]);
  });

  it.each([
    ['a dry run', { 'dry-run': true }],
    ['a check', { operation: 'verify' }],
  ])('%s does not wait among the runs that change something', (_, inputs) => {
    const contexts = { ...pullEvent('opened'), matrix: { target: targets[0] } };
    const given = givenBy(file, { ...call, 'dry-run': false, ...inputs }, contexts);
    expect(given['group']).toBe(
      'cockroachdb-privatelink check refs/pull/12/merge default vpc-0123456789abcdef0 us-east-1',
    );
    expect(mistakesIn(given)).toEqual([]);
  });
});
