import { describe, expect } from 'vitest';
import { ids } from '../sandbox/index.ts';
import { claimants, claimTags, expectDeparted, leave, sharedPath } from '../support/departures.ts';
import { behaviour } from '../support/in-memory.ts';
import { advanced, errorText, expectNothingLeft, expectRefusal, expectSuccess, standard } from '../support/paths.ts';
import { mutations, plannedSteps } from '../support/run.ts';
import { doneSteps, toldPlan } from '../support/told-steps.ts';

const A = { environment: 'branch:a' };

describe('the inputs of delete', () => {
  const wrong = {
    'neither environment nor cluster': [
      { environment: '', cluster: '' },
      /environment: `delete` needs `environment` or `cluster`/,
    ],
    'endpoint-id without cluster': [
      { 'endpoint-id': 'vpce-0123456789abcdef0', 'vpc-id': '' },
      /cluster: is required with endpoint-id/,
    ],
    'no cluster between two commas': [{ environment: '', cluster: ',' }, /cluster: contains only separators/],
    'endpoint-id with a comma for a cluster': [
      { 'endpoint-id': 'vpce-0123456789abcdef0', 'vpc-id': '', cluster: ',' },
      /cluster: contains only separators/,
    ],
    'no vpc-id': [{ 'vpc-id': '' }, /vpc-id: is required/],
    'an account that is not allowed': [{ 'allowed-account-ids': ids.otherAccount }, /isn't in allowed-account-ids/],
  } as const;
  for (const [what, [inputs, says]] of Object.entries(wrong)) {
    behaviour(`${what}: an error, and nothing is done`, standard(), async (box) => {
      sharedPath(box, [A]);
      const result = await leave(box, 'branch:a', { inputs });
      expectRefusal(result, what.includes('account') ? 'wrong-account' : 'input-invalid');
      expect(errorText(result)).toMatch(says);
    });
  }

  const ways = {
    environment: { environment: 'branch:a' },
    'cluster, for the default environment': { environment: '', cluster: ids.standardName },
    'both, by name': { environment: 'branch:a', cluster: ids.standardName },
    'both, by ID': { environment: 'branch:a', cluster: ids.standardCluster },
  };
  for (const [what, inputs] of Object.entries(ways)) {
    behaviour(`by ${what}`, standard(), async (box) => {
      const environment = inputs.environment || 'default';
      const { endpoint } = sharedPath(box, [{ environment }, { environment, cluster: ids.secondStandardCluster }]);
      const result = await leave(box, 'unused', { inputs });
      expectDeparted(result, 'deleted');
      if (!('cluster' in inputs)) return expectNothingLeft(box, ids.standardCluster);
      // The other cluster of the same environment stays, with everything that it needs.
      expect(Object.keys(claimTags(box, [{ environment, cluster: ids.secondStandardCluster }]))).toEqual(
        Object.keys(endpoint.tags).filter((key) => key.includes('/claim/')),
      );
      expect(box.world.connections().map(({ clusterId, status }) => [clusterId, status])).toEqual([
        [ids.secondStandardCluster, 'AVAILABLE'],
      ]);
      expect(result.log).toContain(`still used by ${environment} for another cluster`);
    });
  }

  behaviour('of another environment or an unknown cluster find nothing', standard(), async (box) => {
    const { endpoint } = sharedPath(box, [A]);
    expectDeparted(await leave(box, 'branch:A'), 'absent');
    expectDeparted(await leave(box, 'branch:a', { inputs: { cluster: ids.secondStandardName } }), 'absent');
    expectDeparted(await leave(box, 'branch:a', { inputs: { cluster: 'no-such-cluster' } }), 'absent');
    expectDeparted(await leave(box, 'branch:a', { inputs: { 'vpc-id': 'vpc-0123456789abcdef0' } }), 'absent');
    expect(claimants(endpoint)).toEqual(['branch:a']);
  });

  behaviour('with trusted owners beside an environment leave the owners alone', advanced(), async (box) => {
    sharedPath(box, [{ ...A, cluster: ids.advancedCluster }]);
    box.world.addTrustedOwner(ids.advancedCluster, ids.otherAccount);
    const inputs = { 'trusted-owners': ids.otherAccount, cluster: ids.advancedCluster };
    expectDeparted(await leave(box, 'branch:a', { inputs }), 'deleted');
    expectNothingLeft(box, ids.advancedCluster);
    expect(box.world.tables.trustedOwner.size).toBe(1);
  });
});

describe('a dry run', () => {
  behaviour('changes nothing, and its plan is the one that is applied', standard(), async (box) => {
    sharedPath(box, [A]);
    const planned = await leave(box, 'branch:a', { inputs: { 'dry-run': 'true' } });
    expectSuccess(planned);
    expect(mutations(planned)).toEqual([]);
    expect(planned.summary).toMatch(/dry run: \d+ steps? planned, nothing was changed/);
    const applied = await leave(box, 'branch:a');
    expectDeparted(applied, 'deleted');
    expect(applied.outputs['plan']).toBe(planned.outputs['plan']);
    const steps = plannedSteps(planned).map((one) => one.step);
    expect(steps).toHaveLength(mutations(applied).length);
    expect(doneSteps(applied.log).toSorted()).toEqual(toldPlan(planned.log).steps.toSorted());
  });
});

describe('wait: false', () => {
  behaviour(
    'returns as soon as AWS is at work, and a later run ends it',
    standard({ seconds: { delete: 3600 } }),
    async (box) => {
      sharedPath(box, [A]);
      const first = await leave(box, 'branch:a', { inputs: { wait: 'false' } });
      expectSuccess(first);
      expect(first.outputs['status']).toBe('pending');
      expect(first.summary).toContain('being removed');
      expect(box.world.endpoints().map((one) => one.state)).toEqual(['deleting']);
      const second = await leave(box, 'branch:a', { inputs: { wait: 'false' } });
      expect(second.outputs['status']).toBe('pending');
      box.clock.advance(3_600_000);
      const last = await leave(box, 'branch:a');
      expectDeparted(last, 'deleted');
      expectNothingLeft(box, ids.standardCluster);
    },
  );
});
