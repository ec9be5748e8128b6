import { expect } from 'vitest';
import type { RunResult } from '../harness/run-action.ts';
import { ids, type World } from '../sandbox/index.ts';
import { expectSuccess } from '../support/expectations.ts';
import { behaviour } from '../support/in-memory.ts';
import { mutations, plannedSteps } from '../support/run.ts';
import { buildPath, closedWorld, ensure, listConnection, ownEndpoint, type Path, verify } from '../support/verify.ts';

/** The titles of the steps that a run did, as its log has them. */
const doneBy = (result: RunResult) =>
  [...result.log.matchAll(/^✔ (?!no longer waiting)(.*) \([^()]*\)$/gm)].map(([, title = '']) => title);
/** What a step does, without what it is called once it is known: `create VPC endpoint`, `turn on private`. */
const kindOf = (title: string) =>
  /^(create the (?:private endpoint service|security group|VPC endpoint)|\w+ (?:\w+ )?\w+)/.exec(title)?.[0] ?? title;

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
        expect(dry.log).toContain(`${index + 1}. ${title}`);
        expect(dry.summary.replaceAll('\\', '')).toContain(`${index + 1}. ${title}`);
      });
      expect(plannedSteps(await verify(sandbox))).toEqual(plannedSteps(dry));

      const real = await ensure(sandbox);
      expectSuccess(real);
      const kinds = (titles: readonly string[]) => [...new Set(titles.map(kindOf))].toSorted();
      expect(kinds(doneBy(real))).toEqual(kinds(planned));
    },
  );
}

behaviour('an empty world: the steps and the price of the endpoint', closedWorld(), async (sandbox) => {
  const dry = await ensure(sandbox, { 'dry-run': 'true' });
  expectSuccess(dry);
  expect(mutations(dry)).toEqual([]);
  const price = /about \$21\.90 a month \(3 availability zones at \$0\.01 an hour/;
  expect(dry.log).toMatch(price);
  expect(dry.summary.replaceAll('\\', '')).toMatch(price);
  const real = await ensure(sandbox);
  expectSuccess(real);
  // The rules and the endpoint are made side by side, so their order is open.
  expect(doneBy(real).map(kindOf).toSorted()).toEqual(
    plannedSteps(dry)
      .map((one) => kindOf(one.step))
      .toSorted(),
  );
});

behaviour('an empty world of an Advanced cluster: the whole way', closedWorld('Advanced'), async (sandbox) => {
  const inputs = { cluster: ids.advancedCluster };
  const dry = await ensure(sandbox, { ...inputs, 'dry-run': 'true' });
  expectSuccess(dry);
  const real = await ensure(sandbox, inputs);
  expectSuccess(real);
  // The rules and the endpoint are made side by side, so their order is open.
  expect(doneBy(real).map(kindOf).toSorted()).toEqual(
    plannedSteps(dry)
      .map((one) => kindOf(one.step))
      .toSorted(),
  );
});

behaviour('an endpoint whose zones are not known yet has a price too', closedWorld('Advanced'), async (sandbox) => {
  const dry = await ensure(sandbox, { cluster: ids.advancedCluster, 'dry-run': 'true' });
  expectSuccess(dry);
  for (const text of [dry.log, dry.summary.replaceAll('\\', '')])
    expect(text).toMatch(/cost of the new VPC endpoint: about \$[\d.]+ a month/);
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
  expect(doneBy(real)).toEqual(plannedSteps(dry).map((one) => one.step));
  expect(sandbox.world.endpoint(endpoint)?.subnetIds.toSorted()).toEqual(
    [other.id, ...ids.subnets.slice(1)].toSorted(),
  );
});
