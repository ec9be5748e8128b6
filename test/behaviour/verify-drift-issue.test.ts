import { expect } from 'vitest';
import { readOnlyPolicy } from '../sandbox/aws/iam.ts';
import { githubKnobs } from '../sandbox/github/knobs.ts';
import { ids, type Sandbox, standardRegion } from '../sandbox/index.ts';
import { expectFailure, warningsOf } from '../support/expectations.ts';
import { behaviour } from '../support/in-memory.ts';
import { mutations } from '../support/run.ts';
import {
  buildPath,
  closedWorld,
  ensure,
  expectClean,
  expectOutcome,
  namesOf,
  type Path,
  verify,
} from '../support/verify.ts';

const KEPT = { 'drift-issue': 'true' };

/** The issues of the repository, pull requests left out. */
const issues = ({ world }: Sandbox) => [...world.issues.values()].filter((one) => one.pullHead === null);
const states = (sandbox: Sandbox) => issues(sandbox).map((one) => one.state);
function spoil({ world }: Sandbox, { endpoint }: Path): void {
  world.setPrivateDns(endpoint, false);
}
function mend({ world }: Sandbox, { endpoint }: Path): void {
  world.setPrivateDns(endpoint, true);
}

behaviour('one issue: opened, left as it is, edited, closed, opened again', closedWorld(), async (sandbox) => {
  const path = buildPath(sandbox);
  const { world } = sandbox;
  const quiet = await verify(sandbox, KEPT);
  expectClean(quiet);
  expect(issues(sandbox)).toEqual([]);

  spoil(sandbox, path);
  const opened = await verify(sandbox, KEPT);
  expectOutcome(opened, ['error private-dns-off']);
  expect(states(sandbox)).toEqual(['open']);
  const [issue] = issues(sandbox);
  if (issue === undefined) throw new Error('no issue');
  const body = issue.body;
  expect(issue.title).toContain(`default in ${ids.vpc} (${ids.region})`);
  expect(body.replaceAll('\\', '')).toContain('private-dns-off');
  expect(body).toContain(path.endpoint);
  expect(body).toMatch(/https:\/\/github\.com\/acme\/shop\/actions\/runs\/\d+/);
  expect(opened.log).toContain(`https://github.com/acme/shop/issues/${issue.number}`);

  const same = await verify(sandbox, KEPT);
  expectOutcome(same, ['error private-dns-off']);
  expect(mutations(same)).toEqual([]);
  expect(issues(sandbox).map((one) => one.body)).toEqual([body]);

  world.removeRule(world.rules(path.group)[0]?.id ?? '');
  expectOutcome(await verify(sandbox, KEPT), ['error private-dns-off', 'error rule-missing']);
  expect(states(sandbox)).toEqual(['open']);
  expect(issue.body.replaceAll('\\', '')).toContain('rule-missing');

  expect((await ensure(sandbox)).exitCode).toBe(0);
  expectClean(await verify(sandbox, KEPT));
  expect(states(sandbox)).toEqual(['closed']);

  spoil(sandbox, path);
  expectOutcome(await verify(sandbox, KEPT), ['error private-dns-off']);
  expect(issues(sandbox).map(({ number, state }) => ({ number, state }))).toEqual([
    { number: issue.number, state: 'open' },
  ]);
  expect(issue.body.replaceAll('\\', '')).not.toContain('rule-missing');
});

behaviour('one issue for each environment, and one for each VPC', closedWorld(), async (sandbox) => {
  const path = buildPath(sandbox);
  const other = { id: 'vpc-0ccc1111bbb22220c', subnet: 'subnet-0cccccccccccccccc' };
  const vpc = sandbox.world.tables.vpc.get(ids.vpc);
  if (vpc !== undefined) sandbox.world.tables.vpc.set(other.id, { ...vpc, id: other.id });
  sandbox.world.addSubnet({ id: other.subnet, vpcId: other.id, azId: 'use1-az1', cidr: '10.20.1.0/24' });
  spoil(sandbox, path);
  const places = [{}, { environment: 'staging' }, { 'vpc-id': other.id }];
  for (const place of [...places, ...places]) await verify(sandbox, { ...KEPT, ...place });
  const titles = issues(sandbox).map((one) => one.title);
  expect(titles).toEqual([
    expect.stringContaining(`default in ${ids.vpc}`),
    expect.stringContaining(`staging in ${ids.vpc}`),
    expect.stringContaining(`default in ${other.id}`),
  ]);

  mend(sandbox, path);
  await verify(sandbox, KEPT);
  expect(states(sandbox)).toEqual(['closed', 'open', 'open']);
});

behaviour('warnings alone open no issue, and close one', closedWorld(), async (sandbox) => {
  const path = buildPath(sandbox);
  sandbox.world.addRule({ groupId: path.group, cidr: '192.0.2.0/24', fromPort: 443, toPort: 443 });
  expectOutcome(await verify(sandbox, KEPT), ['warning rule-stranger']);
  expect(issues(sandbox)).toEqual([]);
  spoil(sandbox, path);
  expectOutcome(await verify(sandbox, KEPT), ['error private-dns-off', 'warning rule-stranger']);
  mend(sandbox, path);
  expectOutcome(await verify(sandbox, KEPT), ['warning rule-stranger']);
  expect(states(sandbox)).toEqual(['closed']);
});

behaviour('fail-on-drift: false keeps the issue all the same', closedWorld(), async (sandbox) => {
  spoil(sandbox, buildPath(sandbox));
  const result = await verify(sandbox, { ...KEPT, 'fail-on-drift': 'false' });
  expect({ exit: result.exitCode, names: namesOf(result) }).toEqual({ exit: 0, names: ['error private-dns-off'] });
  expect(states(sandbox)).toEqual(['open']);
});

behaviour('a run that could not check leaves the issue alone, open or not there', closedWorld(), async (sandbox) => {
  const path = buildPath(sandbox);
  const blind = async () => {
    const deny = { Effect: 'Deny', Action: 'ec2:DescribeSubnets', Resource: '*' } as const;
    sandbox.iam.policies = [readOnlyPolicy, { Statement: deny }];
    const result = await verify(sandbox, KEPT);
    expect(result.outputs['error-code']).toBe('could-not-check');
    expect(result.requests.filter((one) => one.service === 'github')).toEqual([]);
  };
  spoil(sandbox, path);
  await blind();
  expect(issues(sandbox)).toEqual([]);
  await verify(sandbox, KEPT);
  const before = structuredClone(issues(sandbox));
  mend(sandbox, path);
  await blind();
  expect(issues(sandbox)).toEqual(before);
  expect(states(sandbox)).toEqual(['open']);
});

behaviour(
  'a probe from outside the VPC is a check that could not be made: the issue is left alone',
  closedWorld(),
  async (sandbox) => {
    const path = buildPath(sandbox);
    spoil(sandbox, path);
    await verify(sandbox, KEPT);
    mend(sandbox, path);
    sandbox.inside.isOutside = true;
    const result = await verify(sandbox, { ...KEPT, probe: 'true' });
    expect(result.outputs['error-code']).toBe('probe-outside');
    expect(states(sandbox)).toEqual(['open']);
  },
);

behaviour(
  'a token that may not write issues is told by name, and the step fails with the drift',
  closedWorld(),
  async (sandbox) => {
    spoil(sandbox, buildPath(sandbox));
    githubKnobs(sandbox.world).permissions = { contents: 'read', issues: 'read' };
    const result = await verify(sandbox, KEPT);
    expect({ exit: result.exitCode, code: result.outputs['error-code'] }).toEqual({ exit: 1, code: 'drift' });
    expect(namesOf(result)).toEqual(['error private-dns-off']);
    expect(result.annotations.map((one) => one.message).join('\n')).toMatch(/issues: write/);
    expect(issues(sandbox)).toEqual([]);
  },
);

for (const [spoiled, exit, code] of [
  [true, 1, 'drift'],
  [false, 0, ''],
] as const) {
  const what = spoiled ? 'drift' : 'no drift';
  behaviour(
    `a token whose account is not told changes no issue and is a warning: ${what}`,
    closedWorld(),
    async (box) => {
      const path = buildPath(box);
      spoil(box, path);
      await verify(box, KEPT);
      const before = structuredClone(issues(box));
      if (!spoiled) mend(box, path);
      githubKnobs(box.world).login = null;
      const result = await verify(box, KEPT);
      expect({ exit: result.exitCode, code: result.outputs['error-code'] }, result.log).toEqual({ exit, code });
      expect(mutations(result)).toEqual([]);
      expect(issues(box)).toEqual(before);
      expect(warningsOf(result).map((one) => one.message)).toEqual([
        "The drift issue was not updated (github-denied)\nGitHub doesn't report whose token this is; unchanged: issue #101\n" +
          "Set github-token to one whose account GraphQL's `viewer` reports, such as the default, and check https://github.com/acme/shop/issues/101",
      ]);
    },
  );
}

for (const [spoiled, exit, code] of [
  [true, 1, 'drift'],
  [false, 0, ''],
] as const) {
  behaviour(
    `issues that are switched off are a warning, never the failure: ${spoiled ? 'drift' : 'no drift'}`,
    closedWorld(),
    async (box) => {
      const path = buildPath(box);
      if (spoiled) spoil(box, path);
      githubKnobs(box.world).issuesEnabled = false;
      const result = await verify(box, KEPT);
      expect({ exit: result.exitCode, code: result.outputs['error-code'] }, result.log).toEqual({ exit, code });
      expect(warningsOf(result).map((one) => one.message)).toEqual([
        expect.stringMatching(
          /^The drift issue was not updated \(github-denied\)\nIssues are disabled in the repository\.\n[\s\S]*\nTurn on issues/,
        ),
      ]);
    },
  );
}

behaviour(
  'an issue of another bot that quotes the marker is not touched, and the own one is kept',
  closedWorld(),
  async (box) => {
    const path = buildPath(box);
    spoil(box, path);
    await verify(box, KEPT);
    const [own] = issues(box);
    if (own === undefined) throw new Error('no issue');
    const quoted = { ...own, number: 5, user: 'digest[bot]', title: 'Digest', body: `Open issues:\n\n${own.body}` };
    const copied = { ...own, number: 6, user: 'mirror[bot]', title: 'Mirror' };
    for (const one of [quoted, copied]) box.world.issues.set(one.number, { ...one });
    mend(box, path);
    expectClean(await verify(box, KEPT));
    expect(own.state).toBe('closed');
    spoil(box, path);
    expectOutcome(await verify(box, KEPT), ['error private-dns-off']);
    expect(own.state).toBe('open');
    expect([box.world.issues.get(5), box.world.issues.get(6)]).toEqual([quoted, copied]);
    expect(issues(box)).toHaveLength(3);
  },
);

behaviour('without drift-issue GitHub is not asked for anything', closedWorld(), async (sandbox) => {
  spoil(sandbox, buildPath(sandbox));
  const result = await verify(sandbox);
  expectOutcome(result, ['error private-dns-off']);
  expect(result.requests.filter((one) => one.service === 'github')).toEqual([]);
});

behaviour('drift-issue without a token fails and says so', closedWorld(), async (sandbox) => {
  buildPath(sandbox);
  const result = await verify(sandbox, { ...KEPT, 'github-token': '' });
  expectFailure(result, 'github-denied', 'github-token');
});

behaviour('a path that a probe disproves is not clean: its issue stays open', closedWorld(), async (sandbox) => {
  const path = buildPath(sandbox);
  spoil(sandbox, path);
  await verify(sandbox, KEPT);
  expect(states(sandbox)).toEqual(['open']);
  mend(sandbox, path);
  // A record leads to an address of another endpoint: the runner is inside and the path is wrong.
  sandbox.world.changeCluster(ids.standardCluster, {
    regions: [{ ...standardRegion(), internalDns: 'records.example' }],
  });
  const other = sandbox.world.createEndpoint({
    vpcId: ids.vpc,
    serviceName: 'com.amazonaws.vpce.us-east-1.vpce-svc-0c1',
    subnetIds: [ids.subnets[0]],
  });
  const enis = [...sandbox.world.tables.eni.values()];
  sandbox.inside.records = enis.filter((one) => one.endpointId === other.id).map((one) => one.ip);
  const result = await verify(sandbox, { ...KEPT, probe: 'true' });
  expect(result.outputs['error-code']).toBe('probe-other-endpoint');
  expect(states(sandbox)).toEqual(['open']);
});
