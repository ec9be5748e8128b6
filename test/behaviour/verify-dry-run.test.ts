import { expect } from 'vitest';
import { ids, type World } from '../sandbox/index.ts';
import { expectSuccess } from '../support/expectations.ts';
import { behaviour } from '../support/in-memory.ts';
import { mutations, plannedSteps } from '../support/run.ts';
import { doneSteps, toldPlan } from '../support/told-steps.ts';
import { buildPath, closedWorld, ensure, listConnection, ownEndpoint, type Path, verify } from '../support/verify.ts';

/** What a run did or planned, each kind once. */
const kinds = (steps: readonly string[]) => [...new Set(steps)].toSorted();

/** What is done by hand to a finished path before the dry run. */
const DRIFTS: { state: string; make: (world: World, path: Path) => void }[] = [
  { state: 'private DNS is off', make: (world, { endpoint }) => world.setPrivateDns(endpoint, false) },
  {
    state: 'rules are missing and stale',
    make(world, { group }) {
      world.removeRule(world.rules(group)[0]?.id ?? '');
      world.addRule({ groupId: group, cidr: '192.0.2.0/24', description: 'cockroachdb-privatelink' });
    },
  },
  {
    state: 'subnets, groups and private DNS are wrong',
    make(world, { endpoint }) {
      world.setEndpointSubnets(endpoint, [ids.subnets[0]]);
      world.setEndpointGroups(
        endpoint,
        world.groups((one) => one.name === 'default').map((one) => one.id),
      );
      world.setPrivateDns(endpoint, false);
    },
  },
  {
    state: 'the connection was rejected and a dead one is listed',
    make(world, path) {
      world.rejectConnection(path.cluster, path.endpoint);
      listConnection(world, path, { endpointId: 'vpce-0dead000000000001', status: 'STALE' });
    },
  },
  {
    state: 'the endpoint failed',
    make(world, { cluster, endpoint }) {
      world.endEndpoint(endpoint, 'failed');
      world.setConnectionStatus(cluster, endpoint, 'FAILED');
    },
  },
  {
    state: 'there are two endpoints',
    make: (world, { service, group }) =>
      void ownEndpoint(world, service, { groupIds: [group], createdAt: world.now() + 1000 }),
  },
];

for (const { state, make } of DRIFTS) {
  behaviour(
    `${state}: ensure does what the dry run planned, and verify plans the same`,
    closedWorld(),
    async (sandbox) => {
      make(sandbox.world, buildPath(sandbox));
      const dry = await ensure(sandbox, { 'dry-run': 'true' });
      expectSuccess(dry);
      expect(mutations(dry)).toEqual([]);
      const planned = plannedSteps(dry).map((one) => one.step);
      expect(planned.length).toBeGreaterThan(0);
      planned.forEach((title, index) => {
        expect(dry.summary.replaceAll('\\', '')).toContain(`${index + 1}. ${title}`);
      });
      const told = toldPlan(dry.log);
      expect([told.steps.length, told.counted]).toEqual([planned.length, planned.length]);
      const verified = await verify(sandbox);
      expect(plannedSteps(verified)).toEqual(plannedSteps(dry));
      expect(toldPlan(verified.log)).toEqual(told);

      const real = await ensure(sandbox);
      expectSuccess(real);
      expect(kinds(doneSteps(real.log))).toEqual(kinds(told.steps));
    },
  );
}

behaviour('an empty world: the steps and the price of the endpoint', closedWorld(), async (sandbox) => {
  const dry = await ensure(sandbox, { 'dry-run': 'true' });
  expectSuccess(dry);
  expect(mutations(dry)).toEqual([]);
  const price = /about \$21\.90 a month/;
  expect(dry.log).toMatch(
    /^Plan: create 4, change 1 \(about \$21\.90 a month at the price of us-east-1, plus data\)$/m,
  );
  expect(dry.summary.replaceAll('\\', '')).toMatch(price);
  const real = await ensure(sandbox);
  expectSuccess(real);
  // The rules and the endpoint are made side by side, so their order is open.
  expect(doneSteps(real.log).toSorted()).toEqual(toldPlan(dry.log).steps.toSorted());
});

behaviour('an empty world of an Advanced cluster: the whole way', closedWorld('Advanced'), async (sandbox) => {
  const inputs = { cluster: ids.advancedCluster };
  const dry = await ensure(sandbox, { ...inputs, 'dry-run': 'true' });
  expectSuccess(dry);
  const real = await ensure(sandbox, inputs);
  expectSuccess(real);
  // The rules and the endpoint are made side by side, so their order is open.
  expect(doneSteps(real.log).toSorted()).toEqual(toldPlan(dry.log).steps.toSorted());
});

behaviour('an endpoint whose zones are not known yet has a price too', closedWorld('Advanced'), async (sandbox) => {
  const dry = await ensure(sandbox, { cluster: ids.advancedCluster, 'dry-run': 'true' });
  expectSuccess(dry);
  for (const text of [dry.log, dry.summary.replaceAll('\\', '')])
    expect(text).toMatch(/about \$7\.30 a month for each availability zone/);
});

behaviour('a dry run of verify is verify', closedWorld(), async (sandbox) => {
  const { endpoint } = buildPath(sandbox);
  sandbox.world.setPrivateDns(endpoint, false);
  const result = await verify(sandbox, { 'dry-run': 'true' });
  expect(result.outputs).toMatchObject({ 'error-code': 'drift', 'drift-count': '1' });
});

behaviour('a subnet swapped within its zone: both changes are in the plan', closedWorld(), async (sandbox) => {
  const { endpoint } = buildPath(sandbox);
  const zone = sandbox.world.tables.subnet.get(ids.subnets[0])?.azId ?? '';
  const other = sandbox.world.addSubnet({ vpcId: ids.vpc, azId: zone, cidr: '10.20.200.0/24' });
  const inputs = { 'subnet-ids': [other.id, ...ids.subnets.slice(1)].join('\n') };
  const dry = await ensure(sandbox, { ...inputs, 'dry-run': 'true' });
  expectSuccess(dry);
  const real = await ensure(sandbox, inputs);
  expectSuccess(real);
  expect(doneSteps(real.log).toSorted()).toEqual(toldPlan(dry.log).steps.toSorted());
  expect(sandbox.world.endpoint(endpoint)?.subnetIds.toSorted()).toEqual(
    [other.id, ...ids.subnets.slice(1)].toSorted(),
  );
});
