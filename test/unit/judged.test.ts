import { expect, test } from 'vitest';
import { judgedBy } from '../../src/operations/judged.ts';
import type { BasedFinding } from '../../src/reconcile/findings/finding.ts';
import type { Observed } from '../../src/reconcile/model/observed.ts';
import type { Plan } from '../../src/reconcile/model/plan.ts';

const view = (name: string, id: string) => ({ ref: name, matches: [{ id, name }], connections: [] });

/** IDs of the clusters that a finding about these is held against. */
function concernedBy(about: readonly string[], basis: BasedFinding['basis'] = []): string[] {
  const finding: BasedFinding = {
    ...{ check: 'connection-missing', severity: 'error', subject: '', about, basis },
    ...{ expected: '', found: '', fix: '' },
  };
  const observed = { clusters: [view('search', '1'), view('search-eu', '2'), view('g', '3')] } as unknown as Observed;
  const plan = { paths: [] } as unknown as Plan;
  return [...judgedBy({ findings: [finding], failed: new Set(), observed, plan }).different].toSorted();
}

test.each([
  [['search-eu', 'vpce-0123456789abcdef0'], ['2']],
  [['search', 'vpce-0123456789abcdef0'], ['1']],
  [
    ['search', 'search-eu'],
    ['1', '2'],
  ],
  [['sg-0123456789abcdef0'], ['1', '2', '3']],
  [['vpc-0123456789abcdef0'], ['1', '2', '3']],
])('a finding about %j concerns these clusters: %j', (about, clusters) => {
  expect(concernedBy(about)).toEqual(clusters);
});

test('a finding about a resource that no cluster has is about those whose reads it rests on', () => {
  expect(concernedBy(['vpce-0123456789abcdef0'], ['connections:search-eu'])).toEqual(['2']);
});
