import { describe, expect } from 'vitest';
import type { RunResult } from '../harness/run-action.ts';
import { ids, type Sandbox } from '../sandbox/index.ts';
import { expectDeparted, leave, SHORT, sharedPath, sweepRun } from '../support/departures.ts';
import { behaviour } from '../support/in-memory.ts';
import { expectSuccess, liveEndpoints, ownedGroups, standard, theEndpoint } from '../support/paths.ts';
import { mutations, run } from '../support/run.ts';

const OTHER_REPOSITORY = '700000099';
const warningsOf = (result: RunResult) =>
  result.annotations.filter((one) => one.level === 'warning').map((one) => one.message);
/** All that is public of a run but its log. */
const shown = (result: RunResult) =>
  [result.summary, JSON.stringify(result.outputs), ...result.annotations.map((one) => one.message)].join('\n');
const statuses = (box: Sandbox) => box.world.connections().map((one) => one.status);

describe('delete of an environment that claims nothing', () => {
  behaviour('warns with the nearest one of this repository', standard(), async (box) => {
    const { endpoint } = sharedPath(box, [
      { environment: 'default' },
      { environment: 'staging' },
      { environment: 'defualt-secret', repositoryId: OTHER_REPOSITORY },
    ]);
    const result = await leave(box, 'defualt');
    expectDeparted(result, 'absent');
    expect(mutations(result)).toEqual([]);
    expect(warningsOf(result)).toEqual([
      `Environment defualt claims nothing in ${ids.vpc};\nthe nearest environment of this repository is default`,
    ]);
    expect(result.log).toContain('Environments of this repository here: default, staging');
    expect(result.log).toContain('Claims of other repositories here: 1');
    expect(result.log).toContain('Nothing was deleted.');
    // Lists stand in the log only, and environments of other repositories nowhere.
    expect(shown(result)).not.toContain('staging');
    expect(`${result.log}${shown(result)}`).not.toContain('defualt-secret');
    expect(liveEndpoints(box).map((one) => one.id)).toEqual([endpoint.id]);
  });

  behaviour('lists ten environments at most', standard(), async (box) => {
    sharedPath(
      box,
      Array.from({ length: 12 }, (_, index) => ({ environment: `team-${10 + index}` })),
    );
    const result = await leave(box, 'teem-15');
    expect(warningsOf(result)).toEqual([
      expect.stringContaining('the nearest environment of this repository is team-15'),
    ]);
    expect(result.log).toMatch(/^Environments of this repository here: team-10, .*, team-19 and 2 more$/m);
  });

  behaviour('warns in a dry run too', standard(), async (box) => {
    sharedPath(box, [{ environment: 'default' }]);
    const result = await leave(box, 'defualt', { inputs: { 'dry-run': 'true' } });
    expectSuccess(result);
    expect(result.outputs['status']).toBe('absent');
    expect(warningsOf(result)).toEqual([expect.stringContaining('claims nothing')]);
  });

  behaviour('takes upper and lower case for the least of mistakes', standard(), async (box) => {
    sharedPath(box, [{ environment: 'api' }, { environment: 'default' }]);
    const result = await leave(box, 'DEFAULT');
    expect(warningsOf(result)).toEqual([
      expect.stringContaining('the nearest environment of this repository is default'),
    ]);
  });

  behaviour('warns although it removed a stale connection', standard(), async (box) => {
    sharedPath(box, [{ environment: 'default' }]);
    const old = box.world.createEndpoint({ vpcId: ids.vpc, serviceName: ids.standardServiceName });
    box.world.connect(ids.standardCluster, old.id);
    box.world.setConnectionStatus(ids.standardCluster, old.id, 'AVAILABLE');
    box.world.deleteEndpoint(old.id);
    await box.clock.sleep(3_600_000);
    const result = await leave(box, 'defualt', { inputs: { cluster: ids.standardCluster } });
    expect(warningsOf(result)).toEqual([expect.stringContaining('is default')]);
    expect(liveEndpoints(box)).toHaveLength(1);
  });

  behaviour('keeps the group of an endpoint that another environment is creating', standard(), async (box) => {
    const killed = await run(box, {}, { env: SHORT, killAtRequest: { n: 1, when: 'after', mutatingOnly: true } });
    expect(killed.signal).toBe('SIGKILL');
    expect(ownedGroups(box)).toHaveLength(1);
    await leave(box, 'pr:7', { inputs: { cluster: ids.standardCluster } });
    expect(ownedGroups(box)).toHaveLength(1);
  });

  behaviour('names the mistake where it claims other clusters', standard(), async (box) => {
    sharedPath(box, [{ environment: 'default' }]);
    const result = await leave(box, 'default', { inputs: { cluster: ids.secondStandardCluster } });
    expectSuccess(result);
    expect(mutations(result)).toEqual([]);
    expect(warningsOf(result)).toEqual([
      `Environment default claims other clusters in ${ids.vpc},\nbut not ${ids.secondStandardCluster}`,
    ]);
  });

  // A pull request or a branch that never had a private connection is ordinary.
  for (const environment of ['pr:7', 'branch:gone']) {
    behaviour(`has a line in the log for ${environment}, and no warning`, standard(), async (box) => {
      sharedPath(box, [{ environment: 'default' }]);
      const result = await leave(box, environment);
      expectDeparted(result, 'absent');
      expect(warningsOf(result)).toEqual([]);
      expect(result.log).toMatch(new RegExp(`^Note: Environment ${environment} claims nothing in ${ids.vpc}`, 'm'));
      expect(result.log).not.toContain('Environments of this repository here');
    });
  }
});

describe('delete of an endpoint that was deleted by hand', () => {
  behaviour('removes the connection that stays, by the claim on the group', standard(), async (box) => {
    expectSuccess(await run(box, {}, { env: SHORT }));
    box.world.deleteEndpoint(theEndpoint(box).id);
    await box.clock.sleep(3_600_000);
    expect(statuses(box)).toEqual(['STALE']);
    const result = await leave(box, 'default');
    expectDeparted(result, 'deleted');
    expect(statuses(box)).toEqual([]);
    expect(ownedGroups(box)).toEqual([]);
    expect(result.log).toMatch(
      /^Deleted for environment default: .*the connection of cluster orders-standard to vpce-/m,
    );
  });

  behaviour(
    'fails, and keeps the group that names the cluster, where the cluster cannot be read',
    standard(),
    async (box) => {
      expectSuccess(await run(box, {}, { env: SHORT }));
      box.world.deleteEndpoint(theEndpoint(box).id);
      await box.clock.sleep(3_600_000);
      const denied = {
        kind: 'status',
        status: 403,
        code: '7',
        message: 'user does not have permission',
        times: 99,
      } as const;
      const allow = box.faults.add({ match: { action: /^GET .*private-endpoint-connections$/ }, ...denied });
      const result = await leave(box, 'default');
      expect([result.exitCode, result.outputs['error-code']], result.log).toEqual([1, 'cloud-denied']);
      expect(ownedGroups(box)).toHaveLength(1);
      allow();
      expectDeparted(await leave(box, 'default'), 'deleted');
      expect([statuses(box), ownedGroups(box)]).toEqual([[], []]);
    },
  );

  behaviour('says so for an environment that only joined the endpoint', standard(), async (box) => {
    expectSuccess(await run(box, {}, { env: SHORT }));
    expectSuccess(await run(box, { environment: 'pr:7' }, { env: SHORT }));
    box.world.deleteEndpoint(theEndpoint(box).id);
    await box.clock.sleep(3_600_000);
    const result = await leave(box, 'pr:7');
    expect(result.log).toContain(
      'Connections at CockroachDB Cloud were not checked: no claim of this environment names a cluster.',
    );
  });

  behaviour('is swept with its stale connection', standard(), async (box) => {
    expectSuccess(await run(box, { environment: 'pr:7' }, { env: SHORT }));
    box.world.deleteEndpoint(theEndpoint(box).id);
    await box.clock.sleep(48 * 3_600_000);
    expectSuccess(await sweepRun(box));
    expect([statuses(box), ownedGroups(box)]).toEqual([[], []]);
  });

  behaviour('says that no connection was checked where no claim names a cluster', standard(), async (box) => {
    sharedPath(box, [{ environment: 'default' }]);
    const [group] = ownedGroups(box);
    box.world.deleteEndpoint(theEndpoint(box).id);
    await box.clock.sleep(3_600_000);
    // The group carries the claim of a cluster that no ID names.
    for (const key of Object.keys(group?.tags ?? {}).filter((one) => one.includes('/claim/'))) delete group?.tags[key];
    const result = await leave(box, 'default');
    expect(statuses(box)).toEqual(['STALE']);
    expect(result.log).not.toMatch(/nothing (is )?left/i);
    expect(warningsOf(result)).toEqual([expect.stringContaining('Environment default claims nothing')]);
  });
});

describe('delete of a connection through an endpoint of another owner', () => {
  const adopted = async (box: Sandbox) => {
    const endpoint = box.world.createEndpoint({
      vpcId: ids.vpc,
      serviceName: ids.standardServiceName,
      subnetIds: [...ids.subnets],
    });
    box.world.setPrivateDns(endpoint.id, true);
    const ensured = await run(box, { environment: 'pr:7' }, { env: SHORT });
    expectSuccess(ensured);
    expect(ensured.log).toContain(`This action keeps no claim on VPC endpoint ${endpoint.id}`);
    expect(ensured.log).toContain(`\`endpoint-id: ${endpoint.id}\``);
    return endpoint;
  };

  for (const cluster of ['', ids.standardCluster]) {
    behaviour(
      `says that it was not looked at, or stays (${cluster === '' ? 'no cluster' : 'cluster'})`,
      standard(),
      async (box) => {
        const { id } = await adopted(box);
        const result = await leave(box, 'pr:7', { inputs: cluster === '' ? {} : { cluster } });
        expectSuccess(result);
        expect(statuses(box)).toEqual(['AVAILABLE']);
        expect(result.log).toContain(id);
        expect(result.log).toContain('Nothing was deleted.');
        expect(result.log).toMatch(
          cluster === ''
            ? /1 VPC endpoint in vpc-\S+ isn't managed by this action, and connections through it were not checked: vpce-/
            : /Remaining: VPC endpoint vpce-\S+, not created by this action; connection of cluster orders-standard: STATUS_AVAILABLE/,
        );
        expect(result.outputs['status']).toBe(cluster === '' ? 'absent' : 'available');
      },
    );
  }
});

describe('a name that sweep does not look for', () => {
  const rows: readonly [string, string | undefined][] = [
    ['PR:12', 'pr:12'],
    ['pr-12', 'pr:12'],
    ['pr/12', 'pr:12'],
    ['Branch:main', 'branch:main'],
    ['pr:12', undefined],
    ['branch:feature', undefined],
    ['production', undefined],
    ['pr-environment', undefined],
    ['branch-office', undefined],
  ];
  for (const [environment, meant] of rows) {
    behaviour(`${environment}: ${meant ?? 'no warning'}`, standard(), async (box) => {
      const result = await run(box, { environment }, { env: SHORT });
      expectSuccess(result);
      expect(warningsOf(result)).toEqual(
        meant === undefined
          ? []
          : [
              `Environment "${environment}" is never swept: sweep needs the exact spelling ${meant}\nSet environment to ${meant}.`,
            ],
      );
    });
  }
});
