import { expect } from 'vitest';
import type { RunResult } from '../harness/run-action.ts';
import { readOnlyPolicy } from '../sandbox/aws/iam.ts';
import { ids, type Sandbox } from '../sandbox/index.ts';
import { errorsOf } from '../support/expectations.ts';
import { behaviour } from '../support/in-memory.ts';
import { buildPath, closedWorld, expectClean, namesOf, type Path, verify } from '../support/verify.ts';

/** A path on which something of every kind is wrong, and what all of that is called. */
const EVERYTHING = [
  'error connection-failed',
  'error groups',
  'error private-dns-off',
  'error rule-public',
  'error subnets',
  'warning public-access',
];

function spoiledPath(sandbox: Sandbox): Path {
  const { world } = sandbox;
  const path = buildPath(sandbox);
  const all = { cidr_ip: '0.0.0.0', cidr_mask: 0, name: 'everybody', sql: true, ui: false };
  world.setConnectionStatus(path.cluster, path.endpoint, 'FAILED');
  world.setEndpointGroups(
    path.endpoint,
    world.groups((one) => one.name === 'default').map((one) => one.id),
  );
  world.setPrivateDns(path.endpoint, false);
  // Of somebody else: whether one of ours is wanted depends on who claims the endpoint.
  world.addRule({ groupId: path.group, cidr: '0.0.0.0/0', description: 'debugging' });
  world.setEndpointSubnets(path.endpoint, [ids.subnets[0], ids.subnets[1]]);
  world.changeCluster(path.cluster, { allowlist: [all] });
  return path;
}

/** Neither clean nor drift, said in every place alike, and still with everything that could be seen. */
function expectUnchecked(result: RunResult, seen: readonly string[], ...says: (string | RegExp)[]): void {
  expect({ exit: result.exitCode, code: result.outputs['error-code'] }, result.log).toEqual({
    exit: 1,
    code: 'could-not-check',
  });
  expect(namesOf(result), result.log).toEqual([...seen].toSorted());
  const errors = seen.filter((one) => one.startsWith('error ')).length;
  expect(result.outputs['drift-count']).toBe(String(errors));
  // One annotation for each finding, and one for each reason why something could not be checked.
  const [unchecked, found] = [true, false].map((is) =>
    errorsOf(result).filter((one) => one.title.includes('could-not-check') === is),
  );
  expect(found).toHaveLength(errors);
  const told = (unchecked ?? []).map((one) => one.message).join('\n');
  expect(told).not.toBe('');
  for (const text of says) {
    expect(told).toMatch(text);
    expect(result.summary.replaceAll('\\', '')).toMatch(text);
  }
  expect(result.log).not.toContain('No drift:');
  expect(
    errorsOf(result)
      .map((one) => one.title)
      .join(),
  ).not.toMatch(/: drift\b/);
  expect(result.summary.split('\n')[0]).toMatch(/could not check/);
}

const without = (...checks: string[]) => EVERYTHING.filter((one) => !checks.includes(one.split(' ')[1] ?? ''));
const only = (...checks: string[]) => EVERYTHING.filter((one) => checks.includes(one.split(' ')[1] ?? ''));

for (const { action, seen } of [
  { action: 'DescribeVpcs', seen: without('rule-public') },
  { action: 'DescribeVpcAttribute', seen: EVERYTHING },
  { action: 'DescribeSubnets', seen: without('subnets') },
  { action: 'DescribeVpcEndpoints', seen: only('rule-public', 'public-access') },
  { action: 'DescribeSecurityGroups', seen: without('rule-public', 'groups') },
]) {
  behaviour(`without ec2:${action} the others still run`, closedWorld(), async (sandbox) => {
    spoiledPath(sandbox);
    const deny = { Effect: 'Deny', Action: `ec2:${action}`, Resource: '*' } as const;
    sandbox.iam.policies = [readOnlyPolicy, { Statement: deny }];
    expectUnchecked(await verify(sandbox), seen, `ec2:${action}`);
  });
}

const under = (tail: string) => `GET /api/v1/clusters/${ids.standardCluster}${tail}`;
const CLOUD_READS = [
  { what: 'the cluster', action: under(''), seen: [] },
  { what: 'the services', action: under('/networking/private-endpoint-services'), seen: only('public-access') },
  {
    what: 'the connections',
    action: under('/networking/private-endpoint-connections'),
    seen: without('connection-failed'),
  },
  { what: 'the allowlist', action: under('/networking/allowlist'), seen: without('public-access') },
];
for (const { what, action, seen } of CLOUD_READS) {
  for (const how of ['no role', 'answers 503 for good'] as const) {
    behaviour(`${what}: ${how}, and the others still run`, closedWorld(), async (sandbox) => {
      spoiledPath(sandbox);
      const [status, message] = how === 'no role' ? [403, 'user does not have permission'] : [503, 'unavailable'];
      sandbox.faults.add({ match: { service: 'cloud', action }, kind: 'status', status, message, times: 1000 });
      const result = await verify(sandbox, { 'timeout-seconds': '30' });
      expectUnchecked(result, seen, how === 'no role' ? 'CLUSTER_OPERATOR_WRITER' : /HTTP 503/);
    });
  }
}

behaviour('a cluster given by name, and no right to list clusters', closedWorld(), async (sandbox) => {
  spoiledPath(sandbox);
  const match = { service: 'cloud', action: 'GET /api/v1/clusters' } as const;
  sandbox.faults.add({ match, kind: 'status', status: 403, message: 'user does not have permission', times: 1000 });
  expectUnchecked(await verify(sandbox, { cluster: ids.standardName }), [], 'CLUSTER_OPERATOR_WRITER');
});

behaviour('a cluster given by name, and no right to its services', closedWorld(), async (sandbox) => {
  spoiledPath(sandbox);
  const match = { service: 'cloud', action: under('/networking/private-endpoint-services') } as const;
  sandbox.faults.add({ match, kind: 'status', status: 403, message: 'user does not have permission', times: 1000 });
  expectUnchecked(
    await verify(sandbox, { cluster: ids.standardName }),
    only('public-access'),
    'CLUSTER_OPERATOR_WRITER',
  );
});

behaviour('a key that may only look (Cluster Developer) sees no services', closedWorld(), async (sandbox) => {
  spoiledPath(sandbox);
  const result = await verify(sandbox, { 'cockroach-api-key': ids.readOnlyApiKey });
  expectUnchecked(result, only('public-access'), 'CLUSTER_OPERATOR_WRITER');
  expect(result.log).toMatch(
    /Not checked \(cloud-denied\):\s+the private endpoint services [\s\S]*Not checked \(cloud-denied\):\s+the private endpoint connections/,
  );
});

behaviour('a key that does not see the cluster', closedWorld(), async (sandbox) => {
  buildPath(sandbox);
  const key = sandbox.world.serviceAccounts.get(ids.apiKey);
  if (key !== undefined) key.clusterIds = [ids.secondStandardCluster];
  expectUnchecked(await verify(sandbox), [], 'CLUSTER_OPERATOR_WRITER');
});

behaviour('trusted owners that may not be read', closedWorld('Advanced'), async (sandbox) => {
  const { endpoint } = buildPath(sandbox, ids.advancedCluster);
  sandbox.world.setPrivateDns(endpoint, false);
  sandbox.settings.cloud.trustedOwners = 403;
  const inputs = { cluster: ids.advancedCluster, 'trusted-owners': 'self' };
  expectUnchecked(await verify(sandbox, inputs), ['error private-dns-off'], /not enabled for this organization/);
});

for (const service of ['cloud', 'ec2'] as const) {
  behaviour(`everything of ${service} is down`, closedWorld(), async (sandbox) => {
    spoiledPath(sandbox);
    sandbox.faults.add({ match: { service }, kind: 'status', status: 503, code: 'Down', times: 1000 });
    const seen = service === 'cloud' ? [] : only('public-access');
    expectUnchecked(await verify(sandbox, { 'timeout-seconds': '30' }), seen, service === 'cloud' ? /503/ : /Down/);
  });
}

behaviour('a role that cannot be assumed', closedWorld(), async (sandbox) => {
  spoiledPath(sandbox);
  const role = sandbox.world.roles.get(ids.role);
  if (role !== undefined) role.subjects = ['repo:somebody/else:*'];
  expectUnchecked(await verify(sandbox), only('public-access'), ids.role);
});

behaviour(
  'an endpoint without claims is not called unclaimed when its cluster could not be asked',
  closedWorld(),
  async (sandbox) => {
    const { endpoint } = buildPath(sandbox);
    const claim = Object.keys(sandbox.world.endpoint(endpoint).tags).find((key) => key.includes('/claim/')) ?? '';
    sandbox.world.setTags(endpoint, { [claim]: null });
    const match = { service: 'cloud', action: under('/networking/private-endpoint-services') } as const;
    const fault = { match, kind: 'status', status: 403, message: 'user does not have permission', times: 1 } as const;
    sandbox.faults.add(fault);
    expectUnchecked(await verify(sandbox), [], 'CLUSTER_OPERATOR_WRITER');
    expectClean(await verify(sandbox));
  },
);

behaviour(
  'a rule that another environment may want is not called stale when its claim could not be read',
  closedWorld(),
  async (sandbox) => {
    const { group } = buildPath(sandbox);
    sandbox.world.addRule({ groupId: group, cidr: '192.0.2.0/24', description: 'cockroachdb-privatelink' });
    const deny = { Effect: 'Deny', Action: 'ec2:DescribeVpcEndpoints', Resource: '*' } as const;
    sandbox.iam.policies = [readOnlyPolicy, { Statement: deny }];
    expectUnchecked(await verify(sandbox), [], 'ec2:DescribeVpcEndpoints');
  },
);

behaviour(
  'what was not read is not planned for either: no new endpoint, no price, no problem',
  closedWorld(),
  async (sandbox) => {
    buildPath(sandbox);
    const Action = ['ec2:DescribeVpcEndpoints', 'ec2:DescribeSubnets'];
    sandbox.iam.policies = [readOnlyPolicy, { Statement: { Effect: 'Deny', Action, Resource: '*' } }];
    const result = await verify(sandbox);
    expectUnchecked(result, [], 'ec2:Describe');
    expect(result.log).not.toMatch(/\+ VPC endpoint|^ {2}! |a month/m);
    expect(result.outputs['plan']).toBe('[]');
  },
);

behaviour(
  'a service that failed is told although the endpoints could not be read',
  closedWorld('Advanced'),
  async (sandbox) => {
    const { cluster } = buildPath(sandbox, ids.advancedCluster);
    const service = sandbox.world.tables.cloudService.get(`${cluster}/${ids.region}`);
    if (service !== undefined) service.status = 'CREATE_FAILED';
    const deny = { Effect: 'Deny', Action: 'ec2:DescribeVpcEndpoints', Resource: '*' } as const;
    sandbox.iam.policies = [readOnlyPolicy, { Statement: deny }];
    expectUnchecked(await verify(sandbox, { cluster }), ['error service-failed'], 'ec2:DescribeVpcEndpoints');
  },
);
