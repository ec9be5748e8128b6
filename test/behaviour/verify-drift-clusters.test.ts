import { expect } from 'vitest';
import { readOnlyPolicy } from '../sandbox/aws/iam.ts';
import { githubKnobs } from '../sandbox/github/knobs.ts';
import { ids, type Sandbox } from '../sandbox/index.ts';
import { MEETINGS, type Meeting, twoRuns } from '../support/at-once.ts';
import { behaviour } from '../support/in-memory.ts';
import { expectSuccess, theEndpoint } from '../support/paths.ts';
import { closedWorld, ensure, expectClean, verify } from '../support/verify.ts';

// A matrix over the clusters of one VPC: each job knows about its own cluster, and all share one issue.

const A = ids.standardCluster;
const B = ids.secondStandardCluster;
const DAY = 86_400_000;
const KEPT = { 'drift-issue': 'true', 'fail-on-drift': 'false' };
const issues = ({ world }: Sandbox) => [...world.issues.values()].filter((one) => one.pullHead === null);
const openIssues = (box: Sandbox) => issues(box).filter((one) => one.state === 'open');
const nameOf = ({ world }: Sandbox, id: string) => world.tables.cluster.get(id)?.name ?? '';
const said = ({ world }: Sandbox) => [...world.comments.values()].map((one) => one.body);

async function bothConnected(box: Sandbox): Promise<void> {
  expectSuccess(await ensure(box, { cluster: `${A}, ${B}` }));
}

/** The connection of each cluster is as it should be, or failed. */
function setDrift(box: Sandbox, drifted: readonly string[]): void {
  for (const cluster of [A, B])
    box.world.setConnectionStatus(cluster, theEndpoint(box).id, drifted.includes(cluster) ? 'FAILED' : 'AVAILABLE');
}

/** The check of each cluster in a job of its own; each tells what there is for its own cluster. */
async function checkBoth(box: Sandbox, meeting: Meeting, drifted: readonly string[]): Promise<void> {
  const check = (cluster: string) => async () => {
    const result = await verify(box, { ...KEPT, cluster });
    expect(result.exitCode, result.log).toBe(0);
    expect(result.outputs['drift-count'], result.log).toBe(drifted.includes(cluster) ? '1' : '0');
    return result;
  };
  await twoRuns(box, meeting, [check(A), check(B)]);
}

/** The rows of the table in an issue that name a cluster. */
const rowsOf = (body: string, name: string) =>
  body.split('\n').filter((line) => line.startsWith('| ❌') && line.includes(`${name} vpce`));

function expectIssue(box: Sandbox, drifted: readonly string[]): void {
  const [issue, ...more] = openIssues(box);
  expect(more).toEqual([]);
  expect(issue === undefined).toBe(drifted.length === 0);
  const body = (issue?.body ?? '').replaceAll('\\', '');
  expect(
    [A, B].filter((cluster) => rowsOf(body, box.world.tables.cluster.get(cluster)?.name ?? '').length === 1),
  ).toEqual([A, B].filter((cluster) => drifted.includes(cluster)));
}

for (const meeting of MEETINGS) {
  behaviour(`A has drifted and B is clean, four nights: ${meeting}`, closedWorld(), async (box) => {
    await bothConnected(box);
    setDrift(box, [A]);
    for (let night = 1; night <= 4; night += 1) {
      await checkBoth(box, meeting, [A]);
      expectIssue(box, [A]);
      box.clock.advance(DAY);
    }
    expect(issues(box)).toHaveLength(1);
    expect(said(box)).toEqual([]);
    setDrift(box, []);
    await checkBoth(box, meeting, []);
    expect(openIssues(box)).toEqual([]);
    expect(said(box)).toEqual([expect.stringContaining('found no drift')]);
    expect(githubKnobs(box.world).reasons.get(issues(box)[0]?.number ?? 0)).toBe('completed');
  });

  behaviour(`each of both drifts and is repaired in turn: ${meeting}`, closedWorld(), async (box) => {
    await bothConnected(box);
    const nights = [[A, B], [A, B], [B], [A, B], [A], []];
    for (const [night, drifted] of nights.entries()) {
      setDrift(box, drifted);
      await checkBoth(box, meeting, drifted);
      expectIssue(box, drifted);
      // Of two that were opened at once, one is kept from the first night on.
      if (night > 0) expect(openIssues(box).length).toBeLessThanOrEqual(1);
      box.clock.advance(DAY);
    }
    expect(said(box).filter((text) => text.includes('found no drift'))).toHaveLength(1);
  });
}

behaviour(
  'what is wrong with the VPC stays until the check of every cluster has seen it repaired',
  closedWorld(),
  async (box) => {
    await bothConnected(box);
    const { id } = theEndpoint(box);
    box.world.setPrivateDns(id, false);
    for (const cluster of [A, B]) await verify(box, { ...KEPT, cluster });
    const [issue] = openIssues(box);
    expect(issue?.body.match(/\| ❌ private-dns-off/g)).toHaveLength(1);
    expect(issue?.body.replaceAll('\\', '')).toContain(`| ${nameOf(box, A)}, ${nameOf(box, B)} |`);
    box.world.setPrivateDns(id, true);
    expectClean(await verify(box, { ...KEPT, cluster: A }));
    expect(openIssues(box)[0]?.body.replaceAll('\\', '')).toContain('private-dns-off');
    expectClean(await verify(box, { ...KEPT, cluster: B }));
    expect(openIssues(box)).toEqual([]);
  },
);

behaviour(
  'a finding about one cluster of a list is gone when that cluster alone is checked again',
  closedWorld(),
  async (box) => {
    await bothConnected(box);
    setDrift(box, [A]);
    const checkList = () => verify(box, { ...KEPT, cluster: `${A}, ${B}` });
    await checkList();
    expectIssue(box, [A]);
    expectClean(await verify(box, { ...KEPT, cluster: B }));
    expectIssue(box, [A]);
    await checkList();
    setDrift(box, []);
    expectClean(await verify(box, { ...KEPT, cluster: A }));
    expect(openIssues(box)).toEqual([]);
  },
);

behaviour(
  'a check that could not be made leaves what is known of its cluster and of others',
  closedWorld(),
  async (box) => {
    await bothConnected(box);
    setDrift(box, [A, B]);
    await checkBoth(box, 'the first before the second', [A, B]);
    const before = structuredClone(issues(box));
    setDrift(box, []);
    const deny = { Effect: 'Deny', Action: 'ec2:DescribeSubnets', Resource: '*' } as const;
    box.iam.policies = [readOnlyPolicy, { Statement: deny }];
    const result = await verify(box, { ...KEPT, cluster: A });
    expect(result.outputs['error-code']).toBe('could-not-check');
    expect(issues(box)).toEqual(before);
    expectClean(await verify(box, { ...KEPT, cluster: B }));
    expectIssue(box, [A]);
  },
);

behaviour(
  'a cluster that left the workflow keeps the issue open for 35 days, and the issue says so',
  closedWorld(),
  async (box) => {
    await bothConnected(box);
    setDrift(box, [A]);
    await verify(box, { ...KEPT, cluster: A });
    const checkB = () => verify(box, { ...KEPT, cluster: B });
    box.clock.advance(14 * DAY);
    expectClean(await checkB());
    expect(openIssues(box)[0]?.body).not.toContain('Not checked');
    box.clock.advance(2 * DAY);
    expectClean(await checkB());
    expect(openIssues(box)[0]?.body).toMatch(
      /Not checked for two weeks\. After 35 days .*:\n\n- .*: last checked \d{4}-\d\d-\d\d\n/,
    );
    box.clock.advance(20 * DAY);
    expectClean(await checkB());
    expect(openIssues(box)).toEqual([]);
    expect(said(box).map((text) => text.replaceAll('\\', ''))).toEqual([
      expect.stringContaining(`No run has checked ${nameOf(box, A)} for 35 days`),
    ]);
  },
);

behaviour('drift that lasts is never too old, and is noted once a week', closedWorld(), async (box) => {
  await bothConnected(box);
  setDrift(box, [A]);
  const told: string[] = [];
  for (let night = 0; night < 60; night += 5) {
    told.push(/drift issue: (\w+)/.exec((await verify(box, { ...KEPT, cluster: A })).log)?.[1] ?? '');
    expectClean(await verify(box, { ...KEPT, cluster: B }));
    expectIssue(box, [A]);
    box.clock.advance(5 * DAY);
  }
  expect(told.slice(0, 5)).toEqual(['opened', 'unchanged', 'updated', 'unchanged', 'updated']);
});

behaviour(
  'an issue that a person closed has forgotten what it said: only what is found again opens it',
  closedWorld(),
  async (box) => {
    await bothConnected(box);
    setDrift(box, [A, B]);
    await checkBoth(box, 'the first before the second', [A, B]);
    const [issue] = openIssues(box);
    if (issue !== undefined) issue.state = 'closed';
    await verify(box, { ...KEPT, cluster: B });
    expect(issue?.state).toBe('open');
    expectIssue(box, [B]);
  },
);
