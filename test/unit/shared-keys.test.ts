import { readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { parse } from 'yaml';
import { commentBody } from '../../src/github/comment.ts';
import { driftMarker } from '../../src/github/drift-body.ts';
import { mergedChecks, NOTHING, withReport } from '../../src/github/drift-checks.ts';
import { readSections, sectionOf, withSection } from '../../src/github/sections.ts';
import { readInputs } from '../../src/inputs/inputs.ts';
import { commentPlace, driftPlace } from '../../src/operations/github-reports.ts';
import type { Contexts } from '../harness/expressions.ts';
import { callableOf } from '../harness/workflow-files.ts';
import { finding, report, said } from './github-support.ts';
import { deleteEvent, eventOf, fileOf, givenBy, jobOf, pullEvent, pushEvent } from './reusable-workflows-support.ts';
import { EVENT_ROWS, FIRST, FIRST_STEP, KEY_ROWS, TARGET, type Waiting, WORKFLOW_ROWS } from './shared-keys.ts';

type Name = keyof typeof FIRST;

/** The group of a run, as GitHub compares it. */
function groupOf(name: Name, inputs: Record<string, unknown>, contexts: Contexts, target = {}): string {
  const all = { ...contexts, matrix: { target: { ...TARGET, ...target } } };
  return (givenBy(fileOf(name), { ...FIRST[name], ...inputs }, all)['group'] ?? '').toLowerCase();
}

/** What GitHub does with a run that waits when another of the same workflow comes. */
function waitingOf(name: Name, first: string, second: string): Waiting {
  const { concurrency } = jobOf(fileOf(name));
  expect(concurrency?.['cancel-in-progress']).toBe(false);
  if (first !== second) return 'apart';
  return concurrency?.queue === 'max' ? 'waits' : 'replaced';
}

const EVENT = {
  preview: pullEvent('synchronize'),
  verify: eventOf('schedule'),
  'fan-out': pushEvent('main'),
  sweep: eventOf('schedule'),
};

describe('two runs of a reusable workflow that differ in one input', () => {
  it.each(WORKFLOW_ROWS)('%s: %s %s: %s, since %s', (name, input, second, waiting) => {
    const [ofTarget, key = ''] = input.startsWith('targets.') ? ['targets', input.slice(8)] : ['', input];
    const before = groupOf(name, {}, EVENT[name]);
    const changed = { [key]: second };
    const after = ofTarget === '' ? groupOf(name, changed, EVENT[name]) : groupOf(name, {}, EVENT[name], changed);
    expect(waitingOf(name, before, after)).toBe(waiting);
  });

  it.each(Object.keys(FIRST) as Name[])('%s: every input is tried', (name) => {
    const tried = WORKFLOW_ROWS.filter(([workflow]) => workflow === name).map(([, input]) => input.replace(/\..*/, ''));
    expect([...new Set(tried)].toSorted()).toEqual(Object.keys(callableOf(fileOf(name)).inputs).toSorted());
  });

  it('every key of a target is tried', () => {
    const tried = WORKFLOW_ROWS.flatMap(([, input]) => (input.startsWith('targets.') ? [input.slice(8)] : []));
    const used = [...JSON.stringify(jobOf(fileOf('fan-out'))).matchAll(/matrix\.target\.([a-z-]+)/g)].map(
      (one) => one[1],
    );
    expect([...new Set(tried)].toSorted()).toEqual([...new Set(used)].toSorted());
  });

  it('only runs of a pull request or branch may be replaced', () => {
    expect(WORKFLOW_ROWS.filter(([name, , , waiting]) => waiting === 'replaced' && name !== 'preview')).toEqual([]);
  });
});

describe('two events', () => {
  const eventFor = (text: string): Contexts => {
    const [kind, of = ''] = text.split(' ');
    if (kind === 'push') return withRef(pushEvent(of), of);
    if (kind === 'delete') return deleteEvent(of);
    const { github } = pullEvent(kind ?? '') as { github: { event: object } };
    return { github: { ...github, event: { ...github.event, number: Number(of) } } };
  };
  const withRef = ({ github }: Contexts, branch: string): Contexts => ({
    github: { ...(github as object), ref: `refs/heads/${branch}` },
  });

  it.each(EVENT_ROWS)('%s: %s, then %s: %s, since %s', (workflow, first, second, waiting) => {
    const name = workflow === 'check' ? 'fan-out' : workflow;
    const inputs = workflow === 'check' ? { operation: 'verify' } : {};
    const groups = [first, second].map((one) => groupOf(name, inputs, eventFor(one)));
    expect(waitingOf(name, groups[0] ?? '', groups[1] ?? '')).toBe(waiting);
  });
});

describe('two steps that differ in one input', () => {
  const home = { owner: 'acme', repo: 'shop', runUrl: '', runNumber: '', commit: '', pullNumber: 12 };
  const requestOf = (inputs: Record<string, string>) => {
    // Issue and comment are kept by the operations that can; what keeps none has no key to be compared.
    const all: Record<string, string> = { ...FIRST_STEP, ...inputs };
    if (all['operation'] !== 'verify') all['drift-issue'] = 'false';
    return readInputs((name) => all[name] ?? '', {});
  };
  const issueOf = (inputs: Record<string, string>) => driftMarker(driftPlace(requestOf(inputs), home));
  const commentOf = (inputs: Record<string, string>) => commentPlace(requestOf(inputs), home).key;
  const same = (one: string, other: string) => (one === other ? 'same' : 'different');

  it.each(KEY_ROWS)('%s %s: the issue is the %s, the comment is the %s, the other’s part is %s, since %s', (...row) => {
    const [input, second, issue, comment, other] = row;
    const changed = { [input]: second, ...(input === 'trusted-owners-mode' ? { 'trusted-owners': 'self' } : {}) };
    expect(same(issueOf({}), issueOf(changed))).toBe(issue);
    expect(same(commentOf({}), commentOf(changed))).toBe(comment);
    if (issue === 'different') return;
    const mine = requestOf({}).clusters;
    const theirs = requestOf(changed).clusters;
    const before = withReport(NOTHING, report([finding()], 1, mine));
    const after = withReport(before, report([], 2, theirs));
    expect(after.findings).toEqual(other === 'kept' ? before.findings : []);
    const place = commentPlace(requestOf({}), home);
    const sections = withSection(readSections(commentBody(place, said('mine', mine))), sectionOf(theirs, 'theirs'));
    expect(sections.map(({ text }) => text).toSorted()).toEqual(other === 'kept' ? ['mine', 'theirs'] : ['theirs']);
  });

  it('every input is tried', () => {
    const { inputs } = parse(readFileSync('action.yml', 'utf8')) as { inputs: object };
    expect([...new Set(KEY_ROWS.map(([input]) => input))].toSorted()).toEqual(Object.keys(inputs).toSorted());
  });

  it('trusted owners alone: the issue is one for all clusters, in whatever order they are given', () => {
    const alone = { 'vpc-id': '', environment: '', 'trusted-owners': '444455556666' };
    expect(issueOf({ ...alone, cluster: 'orders, billing' })).toBe(issueOf({ ...alone, cluster: 'billing' }));
  });
});

describe('the checks of duplicates', () => {
  it('are merged: of each cluster the newest', () => {
    const later = { ...report([finding({ found: 'new' })], 3, ['orders']), at: report([]).at };
    const old = withReport(NOTHING, { ...report([finding()], 1, ['orders', 'billing']), at: 1 as typeof later.at });
    const merged = mergedChecks([old, withReport(NOTHING, later)]);
    expect(merged.findings.map(({ found, clusters }) => [found, clusters])).toEqual([
      ['new', ['orders']],
      ['no rule', ['billing']],
    ]);
  });
});
