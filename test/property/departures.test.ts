import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Endpoint, Group } from '../../src/aws/types.ts';
import { makeDeparturePlan } from '../../src/reconcile/departure/planner.ts';
import { readClaims, readMarks } from '../../src/reconcile/model/claims.ts';
import type { LeaveGoal } from '../../src/reconcile/model/goal.ts';
import type { Plan } from '../../src/reconcile/model/plan.ts';
import { ENDPOINTS, GROUPS, NONCE, VPC } from './made-up.ts';
import { anySituation, type Situation } from './situations.ts';

const RUNS = 10_000;

/** What may be deleted, said once more here: the tag, and what the action always makes with it. */
const isManaged = (one: Endpoint) =>
  one.tags['cockroachdb-privatelink/managed-by'] === 'github-action' &&
  one.tags['cockroachdb-privatelink/service'] === one.serviceName &&
  one.interface &&
  !one.requesterManaged;
const isManagedGroup = (one: Group) =>
  one.tags['cockroachdb-privatelink/managed-by'] === 'github-action' &&
  one.name === `cockroachdb-privatelink ${one.tags['cockroachdb-privatelink/service']?.split('.').at(-1)}`;

/** Whatever may be given up: what an environment claims, one endpoint with all or none of its claims, one group. */
const departure: fc.Arbitrary<Situation> = fc
  .record({
    given: anySituation,
    kind: fc.constantFrom('environment', 'endpoint', 'unclaimed endpoint', 'group'),
    endpointId: fc.constantFrom(...ENDPOINTS),
    groupId: fc.constantFrom(...GROUPS),
    named: fc.boolean(),
  })
  .map(({ given, kind, endpointId, groupId, named }) => {
    const tags = given.observed.endpoints.find((one) => one.id === endpointId)?.tags ?? {};
    const claims = kind === 'endpoint' ? readClaims(tags).map(({ key, value }) => [key, value]) : [];
    const goal: LeaveGoal =
      kind === 'environment'
        ? { kind: 'leave-environment', vpcId: VPC }
        : kind === 'group'
          ? { kind: 'leave-group', vpcId: VPC, groupId }
          : { kind: 'leave-endpoint', vpcId: VPC, endpointId, claims: Object.fromEntries(claims) };
    const clusters = named ? given.desired.clusters : [];
    return { ...given, desired: { ...given.desired, clusters, goal, allowedAccountIds: [] } };
  });

/** Checks every step of a plan, those that wait for something too. */
function always(check: (plan: Plan, given: Situation) => void): void {
  fc.assert(
    fc.property(departure, (given) => check(makeDeparturePlan(given), given)),
    { numRuns: RUNS },
  );
}

describe('whatever is given up, a plan', () => {
  it('touches no endpoint and no group that is not managed, and disconnects none', () => {
    let touched = 0;
    always((plan, { observed }) => {
      for (const { action, title } of plan.steps) {
        const [endpoint] = observed.endpoints.filter((one) => 'endpointId' in action && one.id === action.endpointId);
        const [group] = observed.groups.filter((one) => 'groupId' in action && one.id === action.groupId);
        // The connection of an endpoint that is gone is what a departure clears away.
        const gone = endpoint?.state === 'deleted' || endpoint?.state === 'deleting';
        if (endpoint !== undefined && !gone) expect(isManaged(endpoint), title).toBe(true);
        if (group !== undefined) expect(isManagedGroup(group), title).toBe(true);
        if (endpoint !== undefined || group !== undefined) touched += 1;
      }
    });
    expect(touched).toBeGreaterThan(1_000);
  });

  it('deletes no endpoint that nobody claims and that EC2 shows as available, but for a mark of another run', () => {
    let kept = 0;
    always((plan, { observed, desired }) => {
      const { goal } = desired;
      if (goal.kind !== 'leave-endpoint' || Object.keys(goal.claims).length > 0) return;
      for (const endpoint of observed.endpoints) {
        const groups = observed.groups.filter(
          (one) => isManagedGroup(one) && one.tags['cockroachdb-privatelink/service'] === endpoint.serviceName,
        );
        const marks = [endpoint, ...groups].flatMap((one) => readMarks(one.tags));
        if (endpoint.state !== 'available' || marks.some((mark) => mark.nonce !== NONCE)) continue;
        kept += 1;
        expect(
          plan.steps.filter(({ action }) => action.kind === 'delete-endpoint' && action.endpointId === endpoint.id),
        ).toEqual([]);
      }
    });
    expect(kept).toBeGreaterThan(100);
  });
});
