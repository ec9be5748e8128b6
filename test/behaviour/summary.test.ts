import { describe, expect } from 'vitest';
import type { RunResult } from '../harness/run-action.ts';
import { bothPlans, ids, type Sandbox } from '../sandbox/index.ts';
import { leave, SHORT, sharedPath } from '../support/departures.ts';
import { expectCancelled, expectFailure, expectSuccess } from '../support/expectations.ts';
import { behaviour } from '../support/in-memory.ts';
import { standard, theEndpoint } from '../support/paths.ts';
import { run } from '../support/run.ts';
import { buildPath, closedWorld, verify } from '../support/verify.ts';

/** What each situation begins with, in which order, and what it leaves out. */

const BOTH = { cluster: `${ids.standardCluster}, ${ids.secondStandardCluster}` };
const headings = ({ summary }: RunResult) => [...summary.matchAll(/^### (.*)$/gm)].map(([, heading]) => heading);
const plain = (markdown: string) => markdown.replaceAll('\\', '').replace(/<\/?code>/g, '');
/** A picture, or a connection string. */
const REFERENCE = /```mermaid|postgresql:\/\//;

describe('the summary', () => {
  behaviour('of a success: status, connection string, resources, then the picture', standard(), async (box) => {
    const first = await run(box, {}, { env: SHORT });
    expectSuccess(first);
    expect(headings(first)).toEqual(['Status', 'Connection string', 'Resources', 'Diagram']);
    expect(first.summary.trimEnd().endsWith('```')).toBe(true);
    const again = await run(box, {}, { env: SHORT });
    expect(again.summary).toMatch(/^## .*: ✅ available, no changes needed\n\n### Status\n/);
    expect(again.summary).not.toContain('created by this run');
  });

  behaviour('of a dry run: the plan first, and no picture of what does not exist', standard(), async (box) => {
    const result = await run(box, { 'dry-run': 'true' });
    expectSuccess(result);
    expect(headings(result)).toEqual(['Plan', 'Status', 'Resources']);
    expect(result.summary).not.toMatch(REFERENCE);
  });

  behaviour('of a failure before any change: problem, fix, what exists, what to run next', standard(), async (box) => {
    box.world.setVpcDns(ids.vpc, { hostnames: false });
    const result = await run(box, { ...BOTH, 'subnet-ids': 'subnet-0dead000000000000' });
    expectFailure(result, 'vpc-dns-off');
    expect(headings(result)).toEqual(['Details', 'Status', 'Resources', 'Next step']);
    expect(result.summary).toMatch(/^## .*: ❌ failed\n\n> \[!CAUTION\]\n> \*\*.*\*\*\n>\n> Fix: /);
    for (const code of ['vpc-dns-off: ', 'subnet-invalid: ']) expect(result.summary).toContain(`\n- ${code}`);
    expect(result.summary).toContain('After the fix, run this step again.');
    expect(result.summary).not.toContain('operation&#58; delete');
    expect(result.summary).not.toMatch(REFERENCE);
  });

  behaviour('of wrong inputs: all of them, and nothing else', standard(), async (box) => {
    const result = await run(box, { 'vpc-id': 'vpc-x', 'private-dns': 'maybe' });
    expectFailure(result, 'input-invalid');
    expect(headings(result)).toEqual(['Details']);
    expect(result.summary.match(/^- /gm)).toHaveLength(2);
  });

  behaviour(
    'of a time-out: what was created, and how to remove it',
    standard({ seconds: { dns: 1e6 } }),
    async (box) => {
      const result = await run(box, { 'timeout-seconds': '30', environment: 'branch:a' });
      expectFailure(result, 'timeout');
      const { id } = theEndpoint(box);
      const text = plain(result.summary);
      expect(text).toContain(`| VPC endpoint ${id} | this action, created by this run |`);
      expect(text).toContain('run the action with operation&#58; delete and environment&#58; branch&#58;a.');
      // The fix of a time-out is to run again: said once.
      expect(text).toContain('> Fix: Run again to continue');
      expect(text).not.toContain('After the fix');
      expect(result.summary).not.toMatch(REFERENCE);
    },
  );

  behaviour('of a cancelled run says cancelled, and what exists', standard(), async (box) => {
    const when = () => box.count('CreateVpcEndpoint') > 0;
    const result = await run(box, {}, { signalAt: { when, signal: 'SIGINT' } });
    expectCancelled(result);
    expect(result.summary).toMatch(/^## .*: ⚪ cancelled\n\n> \[!WARNING\]\n/);
    expect(result.summary).not.toContain('failed');
    expect(result.summary).not.toMatch(REFERENCE);
  });

  behaviour('of a run that does not wait names what is pending, and who has to move', standard(), async (box) => {
    const result = await run(box, { wait: 'false' });
    expectSuccess(result);
    expect(result.outputs['status']).toBe('pending');
    expect(result.summary).toMatch(
      /### Pending\n\n(- .*\n)*- VPC endpoint vpce-\w+ .*: pending; AWS .*\n(- .*\n)*\nRun this step again/,
    );
    expect(result.summary).not.toContain('postgresql://');
  });

  behaviour('of a delete in a dry run: the plan, then what remains', standard(), async (box) => {
    sharedPath(box, [{ environment: 'branch:a' }, { environment: 'pr:9' }]);
    const result = await leave(box, 'branch:a', { inputs: { 'dry-run': 'true' } });
    expectSuccess(result);
    expect(headings(result)).toEqual(['Plan', 'Remaining after the run']);
  });

  behaviour(
    'of drift names the clusters of each finding, also of one about the endpoint',
    closedWorld(),
    async (box) => {
      const { endpoint } = buildPath(box);
      box.world.connect(ids.secondStandardCluster, endpoint);
      box.world.setConnectionStatus(ids.secondStandardCluster, endpoint, 'AVAILABLE');
      box.world.setPrivateDns(endpoint, false);
      const result = await verify(box, { ...BOTH, 'drift-issue': 'true' });
      expect(result.outputs['error-code']).toBe('drift');
      expect(headings(result).slice(0, 2)).toEqual(['Findings', 'Status']);
      const names = [ids.standardName, box.world.tables.cluster.get(ids.secondStandardCluster)?.name ?? ''];
      expect(plain(result.summary)).toContain(`| ❌ private-dns-off<br/>${endpoint} | ${names.join(', ')} |`);
      expect(result.summary).not.toMatch(REFERENCE);
      const issue = [...box.world.issues.values()].find(({ pullHead }) => pullHead === null);
      expect(plain(issue?.body ?? '')).toContain(`| ❌ private-dns-off<br/>${endpoint} | ${names.join(', ')} |`);
    },
  );

  behaviour('of drift names no cluster that another endpoint serves', bothPlans(), async (box) => {
    const cluster = `${ids.standardCluster}, ${ids.advancedCluster}`;
    expectSuccess(await run(box, { cluster }, { env: SHORT }));
    const [endpoint] = box.world.endpoints((one) => one.serviceName === ids.standardServiceName);
    box.world.setPrivateDns(endpoint?.id ?? '', false);
    const result = await verify(box, { cluster, 'drift-issue': 'true' });
    expect(result.outputs['error-code']).toBe('drift');
    const row = `| ❌ private-dns-off<br/>${endpoint?.id} |`;
    expect(plain(result.summary)).toContain(`${row} ${ids.standardName} |`);
    const issue = [...box.world.issues.values()].find(({ pullHead }) => pullHead === null);
    expect(plain(issue?.body ?? '')).toContain(`${row} ${ids.standardName} |`);
  });

  behaviour(
    'of a check that could not read says what was not read, apart from findings',
    closedWorld(),
    async (box) => {
      buildPath(box);
      const result = await verify(box, { 'cockroach-api-key': ids.readOnlyApiKey });
      expectFailure(result, 'could-not-check');
      expect(headings(result)).toEqual(['Not checked']);
    },
  );
});

describe('the comment', () => {
  const number = 41;
  const world = () => standard({}, (seed) => seed.pulls.push({ number, state: 'open', head: 'feature' }));
  const bodyOf = (box: Sandbox) => [...box.world.comments.values()].find(({ issue }) => issue === number)?.body ?? '';
  const head = 'feedc0de00feedc0de00feedc0de00feedc0de00';
  const event = {
    name: 'pull_request',
    payload: { pull_request: { number, head: { sha: head, ref: 'feature', repo: { full_name: ids.repository } } } },
  };

  behaviour('has the result and the run, and folds all reference', world(), async (box) => {
    const result = await run(box, { comment: 'true', environment: `pr:${number}` }, { env: SHORT, event });
    expectSuccess(result);
    const body = bodyOf(box);
    expect(body).toMatch(
      /## .*: ✅ available\n\n<sub>Written by \[run \d+\]\(https:[^)]*\), commit <code>feedc0d<\/code>, \d{4}-\d\d-\d\d \d\d:\d\d UTC<\/sub>\n/,
    );
    const [shown = '', folded = ''] = body.split('<details><summary>Details</summary>');
    expect(shown).toContain('### Status');
    expect(shown).not.toMatch(REFERENCE);
    expect(folded).toMatch(REFERENCE);
    for (const heading of ['Connection string', 'Resources', 'Diagram']) expect(folded).toContain(`### ${heading}`);
    const { id, groupIds } = theEndpoint(box);
    expect(shown).toContain(
      `\n5 changes: created security group ${groupIds[0]}, allowed 26257/tcp from 10.20.0.0/16, 100.64.0.0/20 in ${groupIds[0]}, created VPC endpoint ${id}, connected cluster ${ids.standardName} to ${id}, requested private DNS on for ${id}\n`,
    );
    expect(folded).toContain('### 5 completed steps\n\n- create security group');
    expect(body.match(/<details>/g)).toHaveLength(1);
    expect(result.summary).toContain('<details><summary>5 completed steps</summary>');
    expect(result.summary).not.toContain('5 changes: ');

    const again = await run(box, { comment: 'true', environment: `pr:${number}` }, { env: SHORT, event });
    expectSuccess(again);
    expect(bodyOf(box)).not.toMatch(/changes?: /);
  });

  behaviour(
    'of a failure has the problem, the status and what changed; the rest is in one fold',
    standard({ seconds: { dns: 1e6 } }, (seed) => seed.pulls.push({ number, state: 'open', head: 'feature' })),
    async (box) => {
      const inputs = { comment: 'true', environment: `pr:${number}`, 'timeout-seconds': '30' };
      expectFailure(await run(box, inputs, { event }), 'timeout');
      const body = bodyOf(box);
      const [shown = '', rest = ''] = body.split('<details><summary>Details</summary>');
      expect(shown).toMatch(/> \[!CAUTION\]\n[\s\S]*### Status\n[\s\S]*\n\n5 changes: created security group sg-\w+, /);
      expect(shown.match(/^### .*/gm)).toEqual(['### Status']);
      const headings = ['Resources', 'Next step', '5 completed steps', expect.stringMatching(/^Time: /)];
      expect([...rest.matchAll(/^### (.*)/gm)].map(([, heading]) => heading)).toEqual(headings);
      expect(body.match(/<details>/g)).toHaveLength(1);
    },
  );

  behaviour('of a delete says once what was released', world(), async (box) => {
    sharedPath(box, [{ environment: `pr:${number}` }, { environment: 'branch:a' }]);
    expectSuccess(await leave(box, `pr:${number}`, { inputs: { comment: 'true' }, event }));
    const [shown = '', rest = ''] = bodyOf(box).split('<details><summary>Details</summary>');
    expect(shown).toContain(`Released for environment pr:${number}: the claim`);
    expect(shown).not.toMatch(/changes?: |<details>/);
    expect(rest).toContain('### 3 completed steps\n\n- mark');
    expect(rest).not.toContain('<details>');
  });

  behaviour('names the clusters of each part', world(), async (box) => {
    const inputs = { comment: 'true', environment: `pr:${number}` };
    for (const cluster of [ids.standardCluster, ids.secondStandardCluster])
      expectSuccess(await run(box, { ...inputs, cluster }, { env: SHORT, event }));
    const other = box.world.tables.cluster.get(ids.secondStandardCluster)?.name;
    expect(bodyOf(box).match(/^\*\*Clusters:\*\* .*$/gm)).toEqual([
      `**Clusters:** ${ids.standardName}`,
      `**Clusters:** ${other}`,
    ]);
  });

  behaviour('of a dry run shows the plan', world(), async (box) => {
    expectSuccess(await run(box, { comment: 'true', 'dry-run': 'true' }, { env: SHORT, event }));
    const [shown = ''] = bodyOf(box).split('<details><summary>Details</summary>');
    expect(shown).toMatch(/### Plan\n\n1\. /);
  });
});
