import { describe, expect } from 'vitest';
import { ids, type Sandbox } from '../sandbox/index.ts';
import {
  claimants,
  claimTags,
  expectDeparted,
  leave,
  sharedPath,
  sweepRun,
  sweptRows,
  type User,
} from '../support/departures.ts';
import { behaviour } from '../support/in-memory.ts';
import {
  expectFailure,
  expectNothingLeft,
  expectRefusal,
  expectSuccess,
  leavingMarks,
  liveEndpoints,
  ownedGroups,
  standard,
} from '../support/paths.ts';
import { mutations, run } from '../support/run.ts';

const GONE: User = { environment: 'branch:gone', idleHours: 30 };
const MAIN: User = { environment: 'branch:main', idleHours: 300 };
const pull = (box: Sandbox, number: number, state: 'open' | 'closed') => {
  const text = { title: 't', body: '', labels: [], user: 'octocat', createdAt: 0, updatedAt: 0 };
  box.world.issues.set(number, { number, state, pullHead: 'gone', ...text });
};

describe('sweep', () => {
  behaviour('gives up the claim of a deleted branch once, on an endpoint that others keep', standard(), async (box) => {
    const { endpoint } = sharedPath(box, [GONE, MAIN]);
    const result = await sweepRun(box);
    expectDeparted(result, 'deleted');
    expect(mutations(result)).toEqual(['CreateTags', 'DeleteTags', 'DeleteTags']);
    expect(claimants(endpoint)).toEqual(['branch:main']);
    const { 'branch:gone': gone, 'branch:main': main } = sweptRows(result);
    expect(gone).toMatchObject({ outcome: 'swept', resource: endpoint.id });
    expect(main).toMatchObject({ outcome: 'kept', why: 'its branch exists' });
    for (const text of [result.log, result.summary])
      expect(text).toMatch(/endpoint-id.*sweep does not (?:see|cover) them/);
    expect(result.summary).toMatch(/^## .*: 🧹 sweep: 1 claim released, 0 deleted, 1 kept\n/);
    expect(result.summary).toContain(`| 🧹 claim released | branch:gone | <code>${endpoint.id}</code>`);
    expect(result.log).toMatch(new RegExp(`^claim released +${endpoint.id} `, 'm'));
    expect(result.log).toContain('Sweep: 1 claim released, 0 deleted, 1 kept, 0 failed');
    for (const text of [result.log, result.summary]) expect(text).not.toContain('swept');
    expect(result.summary).toMatch(/\| Outcome \| Owner \| Resource \| Reason \|/);
  });

  behaviour('judges each kind of claim by itself, and touches nothing of others', standard(), async (box) => {
    pull(box, 7, 'closed');
    pull(box, 8, 'open');
    const long = `branch:${'long/'.repeat(20)}`;
    box.world.branches.add(`${'long/'.repeat(20)}living`);
    const hostile = 'branch:$(rm -rf)|<b>`x`\\[a](b) ::error::x ##[endgroup]';
    const users: (User & { verdict: RegExp })[] = [
      { ...MAIN, verdict: /^kept: its branch exists/ },
      { ...GONE, verdict: /^swept: its branch is deleted; last used 30 h/ },
      {
        environment: 'branch:young',
        idleHours: 20,
        verdict: /^kept: its branch is deleted, but it was last used 20 h/,
      },
      { environment: 'pr:7', idleHours: 30, verdict: /^swept: pull request #7 is closed/ },
      { environment: 'pr:8', idleHours: 300, verdict: /^kept: pull request #8 is open/ },
      { environment: 'pr:9', idleHours: 300, verdict: /^kept: GitHub shows no pull request #9/ },
      { environment: 'production', idleHours: 9999, verdict: /^kept: a named environment/ },
      { environment: `${long}living`, idleHours: 300, verdict: /^kept: its branch exists/ },
      { environment: `${long}dead`, idleHours: 300, verdict: /^swept: its branch is deleted/ },
      { environment: hostile, idleHours: 300, verdict: /^swept: its branch is deleted/ },
    ];
    // The same numbers and names, but not this repository's: a row for each repository.
    const foreign: User[] = [
      { ...GONE, repositoryId: '5' },
      { ...GONE, serverUrl: 'https://github.example.com' },
      { environment: 'pr:7', idleHours: 300, repositoryId: '5' },
    ];
    const { endpoint } = sharedPath(box, [...users, ...foreign]);
    const result = await sweepRun(box);
    expectDeparted(result, 'deleted');
    const rows = JSON.parse(result.outputs['plan'] ?? '[]') as { what: string; outcome: string; why: string }[];
    expect(rows).toHaveLength(users.length + 2);
    const others = rows.filter((row) => row.why.startsWith('another repository; '));
    expect(others.map((row) => `${row.outcome}: ${row.what}`)).toEqual([
      'kept: repository ID 5',
      `kept: repository ID ${ids.repositoryId} of another GitHub server`,
    ]);
    const said = (environment: string) => {
      const name = environment.replace(/[^A-Za-z0-9_.:/=+@-]/g, '_').slice(0, 50);
      return rows.filter((row) => row.what === name).map((row) => `${row.outcome}: ${row.why}`);
    };
    for (const { environment, verdict } of users) {
      expect(said(environment).join('\n'), environment).toMatch(new RegExp(verdict.source, 'm'));
    }
    const kept = [...users.filter(({ verdict }) => verdict.source.startsWith('^kept')), ...foreign];
    const tags = Object.keys(endpoint.tags).filter((key) => key.includes('/claim/'));
    expect(tags.toSorted()).toEqual(Object.keys(claimTags(box, kept)).toSorted());
    expect(leavingMarks(endpoint)).toEqual([]);
  });

  behaviour('keeps a claim that has no time of last use', standard(), async (box) => {
    const { endpoint } = sharedPath(box, [GONE, { ...GONE, environment: 'branch:other' }]);
    const [[key = '', value = ''] = []] = Object.entries(claimTags(box, [GONE]));
    box.world.setTags(endpoint.id, { [key]: value.replace(/used=\S+/, 'used=soon') });
    const result = await sweepRun(box);
    expectDeparted(result, 'deleted');
    expect(claimants(endpoint)).toEqual(['branch:gone']);
    expect(sweptRows(result)['branch:gone']?.why).toMatch(/has no time of last use/);
  });

  behaviour('reads all pages of 300 branches, and a branch of a fork does not count', standard(), async (box) => {
    for (let number = 0; number < 300; number += 1) box.world.branches.add(`b${String(number).padStart(3, '0')}`);
    pull(box, 12, 'open');
    const { endpoint } = sharedPath(box, [
      { environment: 'branch:b299', idleHours: 300 },
      { environment: 'branch:b000', idleHours: 300 },
      // Open from a fork whose branch is called so: no branch of this repository.
      { environment: 'branch:gone', idleHours: 300 },
      { environment: 'pr:12', idleHours: 300 },
    ]);
    expectDeparted(await sweepRun(box), 'deleted');
    expect(claimants(endpoint)).toEqual(['branch:b000', 'branch:b299', 'pr:12']);
  });

  behaviour(
    'takes the whole path down where nobody else is on it, in every VPC or in one',
    standard({}, (seed) => seed.vpcs.push({ id: 'vpc-0fff1111bbb22220c', accountId: ids.account })),
    async (box) => {
      const here = sharedPath(box, [GONE]);
      const there = sharedPath(box, [GONE], { vpcId: 'vpc-0fff1111bbb22220c' });
      expectDeparted(await sweepRun(box, { inputs: { 'vpc-id': ids.vpc } }), 'deleted');
      expect(liveEndpoints(box).map((one) => one.id)).toEqual([there.endpoint.id]);
      expect(ownedGroups(box).map((one) => one.id)).toEqual([there.groupId]);
      expectDeparted(await sweepRun(box), 'deleted');
      expectNothingLeft(box, ids.standardCluster);
      expect(here.endpoint.id).not.toBe(there.endpoint.id);
      const last = await sweepRun(box);
      expectDeparted(last, 'absent');
      expect(last.summary).toContain('No VPC endpoint or security group in this region has the tag of this action.');
    },
  );

  behaviour('in a dry run changes nothing', standard(), async (box) => {
    const { endpoint } = sharedPath(box, [GONE]);
    const before = structuredClone(endpoint);
    const result = await sweepRun(box, { inputs: { 'dry-run': 'true' } });
    expectSuccess(result);
    expect(mutations(result)).toEqual([]);
    expect(sweptRows(result)['branch:gone']?.outcome).toBe('would be swept');
    expect(result.outputs).toMatchObject({ 'plan-count': '1', 'monthly-cost': '0' });
    expect(result.summary).toContain('sweep, dry run: 1 would be swept');
    expect(box.world.endpoint(endpoint.id)).toEqual(before);
  });

  for (const [what, action] of Object.entries({ branches: /branches/, 'a pull request': /pulls/ })) {
    behaviour(`sweeps nothing where GitHub cannot be asked for ${what}`, standard(), async (box) => {
      pull(box, 7, 'closed');
      sharedPath(box, [GONE, { environment: 'pr:7', idleHours: 30 }]);
      box.faults.add({ match: { service: 'github', action }, kind: 'status', status: 500, times: 1e6 });
      expectRefusal(await sweepRun(box, { inputs: { 'timeout-seconds': '60' } }), 'github-unavailable');
    });
  }

  behaviour('is refused inputs that mean something else, and a short grace', standard(), async (box) => {
    const inputs = { environment: 'branch:a', 'sweep-grace-hours': '12', cluster: ids.standardCluster };
    const result = await sweepRun(box, { inputs });
    expectRefusal(result, 'input-invalid');
    for (const name of ['environment', 'cluster', 'sweep-grace-hours']) expect(result.log).toContain(`${name}: `);
  });

  behaviour(
    'goes on past a failure and ends with sweep-incomplete',
    standard({}, (seed) => seed.vpcs.push({ id: 'vpc-0fff1111bbb22220c', accountId: ids.account })),
    async (box) => {
      const here = sharedPath(box, [GONE]);
      const there = sharedPath(box, [GONE], { vpcId: 'vpc-0fff1111bbb22220c' });
      box.onRequest(({ request, when }) => {
        const own = Object.values(request.params).includes(here.endpoint.id);
        if (when === 'before' && request.action === 'DeleteVpcEndpoints' && own) here.endpoint.requesterManaged = true;
        return undefined;
      });
      const result = await sweepRun(box);
      expectFailure(result, 'sweep-incomplete');
      expect(liveEndpoints(box).map((one) => one.id)).toEqual([here.endpoint.id]);
      expect(ownedGroups(box).map((one) => one.id)).not.toContain(there.groupId);
      const rows = JSON.parse(result.outputs['plan'] ?? '[]') as { outcome: string; resource: string }[];
      expect(rows.map((row) => [row.resource, row.outcome]).toSorted()).toEqual(
        [
          [here.endpoint.id, 'failed'],
          [there.endpoint.id, 'swept'],
        ].toSorted(),
      );
      expect(result.summary).toMatch(/❌ failed \|.*managed by the requester/);
    },
  );
});

describe('what sweep says was swept', () => {
  behaviour('names all that it deleted, with the name of the cluster', standard(), async (box) => {
    const { endpoint, groupId } = sharedPath(box, [GONE]);
    const result = await sweepRun(box);
    expectDeparted(result, 'deleted');
    expect(sweptRows(result)['branch:gone']).toEqual({
      what: 'branch:gone',
      resource: endpoint.id,
      vpcId: ids.vpc,
      outcome: 'swept',
      why: expect.stringMatching(/^its branch is deleted; last used/),
    });
    const things = [
      `the connection of cluster ${ids.standardName} to ${endpoint.id}`,
      `VPC endpoint ${endpoint.id}`,
      `security group ${groupId}`,
    ];
    const lines = result.log.split('\n');
    expect(lines.filter((line) => line.startsWith('Deleted '))).toEqual(things.map((one) => `Deleted ${one}`));
    const deleted = `Deleted: ${things.slice(0, 2).join(', ')} and ${things[2]}`;
    expect(result.summary).toMatch(
      new RegExp(`\\| 🧹 deleted \\| branch:gone \\| .* \\| its branch is deleted; [^|]*<br/>${deleted} \\|`),
    );
    expect(result.summary).toMatch(/^## .*: 🧹 sweep: 1 deleted, 0 kept\n/);
    expect(result.log).toContain(`✔ Disconnected cluster ${ids.standardName} from ${endpoint.id}`);
    expect(result.log).toContain('Sweep: 1 deleted, 0 kept, 0 failed');
    for (const text of [result.log, result.summary]) expect(text).not.toContain('swept');
  });

  behaviour('is gone, where an answer was lost or another run was first', standard(), async (box) => {
    const { endpoint } = sharedPath(box, [GONE]);
    box.faults.add({ match: { action: 'DeleteVpcEndpoints' }, kind: 'reset', when: 'after' });
    const result = await sweepRun(box);
    expectDeparted(result, 'deleted');
    expect(result.log).toMatch(new RegExp(`^gone +${endpoint.id} `, 'm'));
  });

  behaviour('is not what came back to life while it waited', standard(), async (box) => {
    const { endpoint } = sharedPath(box, [GONE, MAIN]);
    box.onRequest(({ request, when }) => {
      if (when === 'after' && request.action === 'CreateTags')
        box.world.setTags(endpoint.id, claimTags(box, [{ ...GONE, idleHours: 0 }]));
      return undefined;
    });
    const result = await sweepRun(box);
    expectSuccess(result);
    expect(claimants(endpoint)).toEqual(['branch:gone', 'branch:main']);
    expect(sweptRows(result)['branch:gone']).toMatchObject({
      outcome: 'kept',
      why: expect.stringContaining('used again'),
    });
    expect(result.outputs['status']).toBe('absent');
  });
});

describe('an environment that is used every day', () => {
  behaviour('is kept by its re-runs: idleness counts, not age', standard(), async (box) => {
    const inputs = { environment: 'branch:daily' };
    const { endpoint } = sharedPath(box, [{ ...inputs, idleHours: 30 }], { ageHours: 500 });
    expectSuccess(await run(box, inputs));
    expect(mutations(await run(box, inputs))).toEqual([]);
    box.clock.advance(15 * 3_600_000);
    expectSuccess(await run(box, inputs));
    box.clock.advance(15 * 3_600_000);
    const kept = await sweepRun(box);
    expectSuccess(kept);
    expect(mutations(kept)).toEqual([]);
    expect(claimants(endpoint)).toEqual(['branch:daily']);
    box.clock.advance(10 * 3_600_000);
    expectDeparted(await sweepRun(box), 'deleted');
    expectDeparted(await leave(box, 'branch:daily'), 'absent');
    expectNothingLeft(box, ids.standardCluster);
  });
});
