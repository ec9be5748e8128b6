import { expect, it } from 'vitest';
import type { Facet, Observed } from '../../src/reconcile/model/observed.ts';
import type { Plan } from '../../src/reconcile/model/plan.ts';
import type { ReadyStep, StepAction } from '../../src/reconcile/model/steps.ts';
import { stepId } from '../../src/reconcile/model/steps.ts';
import { startRunLog } from '../../src/report/run-log.ts';

const ENDPOINT = 'vpce-0123456789abcdef0';
const CLUSTER = 'b2222222-2222-4222-8222-222222222222';
const READ_LAG_MS = 60_000;

/** A run in which one change got no answer, at second 0. */
function lost(action: StepAction, id: ReadyStep['id']) {
  let now = 0;
  const silent = { line() {}, startGroup() {}, endGroup() {}, warning() {} };
  const runLog = startRunLog(silent, { now: () => now, readLagMs: READ_LAG_MS, planTitle: 'Plan', onPlan() {} });
  runLog.stepEnded({ id, action, title: 'change it', ready: true }, 'cancelled', 10);
  return {
    /** Whether it may still be under way once these parts were read, each at its time in seconds. */
    after(seconds: Partial<Record<Facet, number>>): boolean {
      now = 600_000;
      const readAt = Object.fromEntries(Object.entries(seconds).map(([facet, at]) => [facet, (at ?? 0) * 1000]));
      const observed = { readAt, clusters: [], subnets: [], endpoints: [], groups: [] } as unknown as Observed;
      runLog.planned(
        { steps: [], waits: [], blockers: [], notes: [], paths: [], leftOvers: [] } as unknown as Plan,
        observed,
      );
      return runLog.mayBeUnderWay;
    },
  };
}

it('an unanswered change at CockroachDB Cloud is under way until its connections were read, whatever else was', () => {
  const connect = () =>
    lost(
      { kind: 'connect', clusterRef: CLUSTER, clusterId: CLUSTER, endpointId: ENDPOINT },
      stepId.connect(CLUSTER, ENDPOINT),
    );
  expect(connect().after({ endpoints: 61 })).toBe(true);
  expect(connect().after({ endpoints: 61, [`connections:${CLUSTER}`]: 59 })).toBe(true);
  expect(connect().after({ endpoints: 61, [`connections:${CLUSTER}`]: 61 })).toBe(false);
});

it('an unanswered change of an endpoint is under way until the endpoints were read', () => {
  const dnsOn = () => lost({ kind: 'set-private-dns', endpointId: ENDPOINT, enabled: true }, stepId.dnsOn(ENDPOINT));
  expect(dnsOn().after({ [`connections:${CLUSTER}`]: 61 })).toBe(true);
  expect(dnsOn().after({ endpoints: 61 })).toBe(false);
});

it('a change without an answer is told as done once a read shows it, and not because it is no longer planned', () => {
  const lines: string[] = [];
  const log = { line: (text: string) => void lines.push(text), startGroup() {}, endGroup() {}, warning() {} };
  const runLog = startRunLog(log, { now: () => 0, readLagMs: READ_LAG_MS, planTitle: 'Plan', onPlan() {} });
  const action = { kind: 'connect', clusterRef: CLUSTER, clusterId: CLUSTER, endpointId: ENDPOINT } as const;
  const outcome = { kind: 'requeue', facets: [], unanswered: true, why: 'no answer', result: { kind: 'unanswered' } };
  runLog.stepEnded(
    { id: stepId.connect(CLUSTER, ENDPOINT), action, title: 'connect', ready: true },
    outcome as never,
    1,
  );
  const read = (connections: unknown[]) => {
    const clusters = [
      { ref: CLUSTER, matches: [{ id: CLUSTER, name: 'orders', regions: [] }], connections, failure: undefined },
    ];
    const readAt = { endpoints: 5, [`connections:${CLUSTER}`]: 5 };
    const observed = { readAt, clusters, subnets: [], endpoints: [], groups: [] } as unknown as Observed;
    const plan = { steps: [], waits: [], blockers: [], notes: [], paths: [], leftOvers: [] } as unknown as Plan;
    lines.length = 0;
    runLog.planned(plan, observed);
    return [lines.filter((line) => line.startsWith('✔')).length, runLog.seen.length];
  };
  expect(read([])).toEqual([0, 0]);
  expect(read([{ endpointId: ENDPOINT, status: 'PENDING' }])).toEqual([1, 1]);
  expect(read([{ endpointId: ENDPOINT, status: 'PENDING' }])).toEqual([0, 1]);
});
