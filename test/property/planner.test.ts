import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Endpoint, Group } from '../../src/aws/types.ts';
import { planSuperseded } from '../../src/reconcile/membership/replace.ts';
import { claimKey, leavingMark, otherClaims, readClaims, readMarks } from '../../src/reconcile/model/claims.ts';
import { readTimes } from '../../src/reconcile/model/observed.ts';
import type { Plan } from '../../src/reconcile/model/plan.ts';
import { hasDoneAnything } from '../../src/reconcile/model/recall.ts';
import type { Step } from '../../src/reconcile/model/steps.ts';
import { startDraft } from '../../src/reconcile/plan/plan-draft.ts';
import { makePlan } from '../../src/reconcile/plan/planner.ts';
import { connectionReports, outputsOf } from '../../src/runner/outputs.ts';
import { wallTime } from '../../src/support/moment.ts';
import { endpoint } from './aws-side.ts';
import { NONCE, NOW } from './made-up.ts';
import { nearlyFinished } from './nearly-finished.ts';
import { anySituation, type Situation } from './situations.ts';

const RUNS = 5_000;

const situation: fc.Arbitrary<Situation> = fc.oneof(
  { arbitrary: anySituation, weight: 4 },
  { arbitrary: nearlyFinished, weight: 1 },
);

/** Checks a property of the plan over arbitrary situations. */
function always(check: (plan: Plan, given: Situation) => void, numRuns = RUNS): void {
  fc.assert(
    fc.property(situation, (given) => {
      check(makePlan(given), given);
    }),
    { numRuns },
  );
}

const endpointOf = (step: Step, given: Situation) =>
  'endpointId' in step.action
    ? given.observed.endpoints.find((one) => one.id === ('endpointId' in step.action ? step.action.endpointId : ''))
    : undefined;

/** What makes an endpoint the action's, said once more here: the tag, and what the action always makes with it. */
const isOurs = (one: Endpoint) =>
  one.tags['cockroachdb-privatelink/managed-by'] === 'github-action' &&
  one.tags['cockroachdb-privatelink/service'] === one.serviceName &&
  one.interface &&
  !one.requesterManaged;
const isOurGroup = (one: Group) =>
  one.tags['cockroachdb-privatelink/managed-by'] === 'github-action' &&
  one.name === `cockroachdb-privatelink ${one.tags['cockroachdb-privatelink/service']?.split('.').at(-1)}`;

const AWS_CHANGES = ['claim', 'mark', 'unmark', 'modify-endpoint', 'set-private-dns', 'delete-endpoint'];

describe('whatever the world looks like, a plan', () => {
  it('is the same for the same arguments', () => {
    always((plan, given) => expect(makePlan(structuredClone(given))).toEqual(plan));
  });

  it('changes no endpoint that is not ours', () => {
    always((plan, given) => {
      for (const step of plan.steps.filter((one) => one.ready && AWS_CHANGES.includes(one.action.kind))) {
        const endpoint = endpointOf(step, given);
        expect(endpoint !== undefined && isOurs(endpoint), step.title).toBe(true);
      }
    });
  });

  it('changes no group that is not ours', () => {
    always((plan, given) => {
      for (const { action, ready } of plan.steps) {
        if (!ready) continue;
        if (action.kind !== 'authorize-ingress' && action.kind !== 'revoke-ingress') continue;
        const group = given.observed.groups.find((one) => one.id === action.groupId);
        expect(group !== undefined && isOurGroup(group)).toBe(true);
      }
    });
  });

  it('only connects and disconnects where endpoint-id is given', () => {
    always((plan, given) => {
      if (given.desired.goal.kind !== 'attach-endpoint') return;
      for (const { action } of plan.steps) expect(['connect', 'disconnect', 'create-services']).toContain(action.kind);
    });
  });

  it('never takes anything away from an endpoint that another environment claims', () => {
    always((plan, given) => {
      for (const step of plan.steps) {
        const { action } = step;
        const endpoint = endpointOf(step, given);
        if (endpoint === undefined || otherClaims(endpoint.tags, given.desired.owner).length === 0) continue;
        if (action.kind === 'modify-endpoint')
          expect([...action.removeSubnetIds, ...action.removeGroupIds]).toEqual([]);
        if (action.kind === 'set-private-dns') expect(action.enabled).toBe(true);
      }
    });
  });

  it('turns private DNS on only once the endpoint and its connections are available', () => {
    always((plan, given) => {
      for (const step of plan.steps.filter((one) => one.ready)) {
        if (step.action.kind !== 'set-private-dns' || !step.action.enabled) continue;
        const endpoint = endpointOf(step, given);
        const path = plan.paths.find((one) => one.endpoint?.id === endpoint?.id);
        expect(endpoint?.state).toBe('available');
        expect(path?.members.map((member) => member.connection?.status)).toEqual(path?.members.map(() => 'AVAILABLE'));
      }
    });
  });

  it('deletes only under its own mark, after two read lags, on a fresh read, and never the last holder of a claim', () => {
    let deletions = 0;
    // Few situations have everything that a deletion needs.
    always((plan, given) => {
      for (const step of plan.steps.filter((one) => one.ready && one.action.kind === 'delete-endpoint')) {
        deletions += 1;
        const endpoint = endpointOf(step, given);
        const mark = readMarks(endpoint?.tags ?? {}).find((one) => one.nonce === NONCE);
        const readAt = given.observed.readAt.endpoints ?? 0;
        expect(
          mark !== undefined &&
            readAt >= mark.at + 2 * given.desired.readLagMs &&
            given.now - readAt <= given.desired.decisionMs,
        ).toBe(true);
        const heirs = given.observed.endpoints.filter((one) => one.id !== endpoint?.id && isOurs(one));
        for (const claim of readClaims(endpoint?.tags ?? {})) {
          expect(
            heirs.some((heir) => heir.tags[claim.key] !== undefined),
            `claim ${claim.name} lives on`,
          ).toBe(true);
        }
      }
    }, 6 * RUNS);
    expect(deletions, 'situations in which something is deleted').toBeGreaterThan(0);
  });

  it('creates at most one endpoint for a service, and none where a usable one of ours is there', () => {
    always((plan, given) => {
      const creations = plan.steps.flatMap(({ action }) =>
        action.kind === 'create-endpoint' && action.serviceName !== undefined ? [action] : [],
      );
      expect(new Set(creations.map((one) => one.serviceName)).size).toBe(creations.length);
      for (const creation of creations) {
        const usable = given.observed.endpoints.filter(
          (one) =>
            one.serviceName === creation.serviceName &&
            isOurs(one) &&
            ['available', 'pending', 'pendingacceptance'].includes(one.state),
        );
        const rejected = hasDoneAnything(given.journal);
        if (!rejected) expect(usable).toEqual([]);
      }
    });
  });

  it('that is empty means that every path is available', () => {
    let finished = 0;
    always((plan, given) => {
      if (plan.steps.length + plan.waits.length + plan.blockers.length > 0) return;
      finished += 1;
      const seen = { plan, observed: given.observed, expected: { ...given.desired, everyCluster: true } };
      expect(outputsOf(seen, connectionReports(seen)).status).toBe('available');
      expect(plan.paths.length).toBeGreaterThan(0);
    });
    expect(finished, 'situations in which nothing is left to do').toBeGreaterThan(0);
  });

  it('gives every step an ID of its own', () => {
    always((plan) => expect(new Set(plan.steps.map((step) => step.id)).size).toBe(plan.steps.length));
  });

  it('moves the claims of two endpoints that go at once in two steps', () => {
    const [given] = fc.sample(situation, { seed: 1, numRuns: 1 });
    const [any] = fc.sample(endpoint, { seed: 1, numRuns: 1 });
    if (given === undefined || any === undefined) throw new Error('nothing was generated');
    const mark = leavingMark(NONCE, wallTime(NOW - 61_000), { by: '', clusterIds: [] });
    const other = claimKey({ ...given.desired.owner, environment: 'branch:other' }, 'c-1');
    const going = {
      ...any,
      state: 'rejected' as const,
      tags: { [mark.key]: mark.value, [other]: 'as it was written' },
    };
    const observed = { ...given.observed, ...readTimes(['endpoints'], { mono: NOW, wall: wallTime(NOW) }) };
    const draft = startDraft({ ...given, desired: { ...given.desired, readLagMs: 30_000 }, observed });
    planSuperseded(
      draft,
      ['vpce-8', 'vpce-9'].map((id) => ({ ...going, id })),
      { heir: { ...any, id: 'vpce-1', state: 'available', tags: {} }, members: [] },
    );
    expect(draft.steps.map((step) => step.action.kind)).toEqual([
      'claim',
      'delete-endpoint',
      'claim',
      'delete-endpoint',
    ]);
    expect(new Set(draft.steps.map((step) => step.id)).size).toBe(4);
  });
});
