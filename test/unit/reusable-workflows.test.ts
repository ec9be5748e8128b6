import { readFileSync } from 'node:fs';
import path from 'node:path';
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
  placeOf,
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
    const ownOf: Record<string, string> = { sweep: 'dry-run', verify: 'timeout-seconds' };
    const own = new Set(['comment', 'drift-issue', ownOf[path.basename(file.name, '.yml')]]);
    for (const [name, input] of Object.entries(callableOf(file).inputs)) {
      if (input.required === true || own.has(name) || inputs[name] === undefined) continue;
      expect(String(input.default), name).toBe(inputs[name].default ?? '');
    }
  });

  it.each([
    ['nothing', undefined, 'ubuntu-latest'],
    ['a variable that is not set', '', 'ubuntu-latest'],
    ['a label', 'vpc-runner', 'vpc-runner'],
    ['labels', '["self-hosted", "vpc"]', ['self-hosted', 'vpc']],
    ['a group', '{"group": "inside", "labels": ["linux"]}', { group: 'inside', labels: ['linux'] }],
  ])('runs on %s', (_, given, runsOn) => {
    expect(placeOf(file, given === undefined ? {} : { 'runs-on': given })).toMatchObject({ runsOn, environment: '' });
  });

  it('runs in the deployment environment of the caller', () => {
    expect(placeOf(file, { 'deployment-environment': 'production' })).toMatchObject({ environment: 'production' });
  });

  it('outlives its step, whose limit the caller sets', () => {
    const normal = Number(callableOf(file).inputs['timeout-seconds']?.default);
    for (const seconds of [30, normal, normal + 1, 21_000]) {
      const { minutes } = placeOf(file, { 'timeout-seconds': seconds });
      expect(Number(minutes) * 60 - seconds, String(seconds)).toBeGreaterThanOrEqual(180);
      expect(Number(minutes)).toBeLessThanOrEqual(360);
    }
  });

  it('names its repository and commit, for the links of messages', () => {
    expect(jobOf(file).steps?.at(-1)?.env).toEqual({
      PRIVATELINK_ACTION_REPOSITORY: expression('job.workflow_repository'),
      PRIVATELINK_ACTION_REF: expression('job.workflow_sha'),
    });
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

  it.each([
    ['opened', 'true'],
    ['closed', 'false'],
  ])('probes a path that is there, not one that goes: %s', (action, probe) => {
    const given = givenBy(file, { ...settings, probe: true, 'timeout-seconds': 600 }, pullEvent(action));
    expect(given).toMatchObject({ probe, 'timeout-seconds': '600' });
    expect(mistakesIn(given)).toEqual([]);
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
    ['ensure', 'true'],
    ['verify', 'true'],
    ['delete', 'false'],
  ])('probes with %s: %s', (operation, probe) => {
    const contexts = { ...pushEvent('main'), matrix: { target: { ...targets[0], environment: 'staging' } } };
    const given = givenBy(file, { ...call, 'dry-run': false, operation, probe: true }, contexts);
    expect(given['probe']).toBe(probe);
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
