import { beforeAll, describe, expect, it } from 'vitest';
import type { RunResult } from '../harness/step.ts';
import { advancedWorld, ids, type SandboxOptions, standardWorld } from '../sandbox/index.ts';
import { expectFailure, expectSuccess, titlesOf, warningsOf } from '../support/expectations.ts';
import { inMemory, memoryFor } from '../support/in-memory.ts';
import { run } from '../support/run.ts';
import { doneSteps, toldPlan } from '../support/told-steps.ts';

/** Runs once in a world of its own that is gone afterwards, for tests that only read the result. */
const runOnce = (options: SandboxOptions, cluster: string) => inMemory(options, (box) => run(box, { cluster }));

const linesOf = (result: RunResult) => result.log.split('\n').filter((line) => !line.startsWith('##[debug]'));

describe('the log of a first run', () => {
  let result: RunResult;
  let lines: string[];
  beforeAll(async () => {
    const settings = { seconds: { serviceCreate: 40, connection: 80 } };
    result = await runOnce({ ...advancedWorld(), settings }, ids.advancedCluster);
    lines = linesOf(result);
  });

  it('has its groups in order, opened and closed', () => {
    expectSuccess(result);
    const frames = lines.filter((line) => /^##\[(end)?group\]/.test(line));
    expect(frames).toEqual(['##[group]Current state', '##[endgroup]']);
  });

  it('says what was found before what is planned', () => {
    const look = lines.slice(lines.indexOf('##[group]Current state'), lines.indexOf('##[endgroup]'));
    for (const part of [ids.account, ids.advancedName, ids.vpc, '10.20.0.0/16', 'DNS hostnames on'])
      expect(look.join('\n')).toContain(part);
    const told = toldPlan(result.log);
    expect([told.steps.length, told.counted]).toEqual([6, 6]);
    expect(lines.findIndex((line) => line.startsWith('Plan: '))).toBe(lines.indexOf('##[endgroup]') + 1);
    expect(doneSteps(result.log).toSorted()).toEqual(told.steps.toSorted());
  });

  it('has one line for each state that a wait shows, and none twice in a row', () => {
    const states = lines.filter((line) => /^… Waiting for .*: (?!\d)/.test(line) && !/elapsed/.test(line));
    const bare = states.map((line) => line.replace(/ \([^)]*\)$|\. .*$/, ''));
    expect(bare.length).toBeGreaterThanOrEqual(3);
    // The endpoint is waited for twice: until it is made, and until private DNS is on.
    const repeats = bare.filter((line, index) => bare.indexOf(line) !== index);
    expect(repeats.length, repeats.join('\n')).toBeLessThanOrEqual(1);
    const ended = lines.filter((line) => /^✔ .* is (available|on) \(\d+ s\)$/.test(line));
    expect(ended.length).toBeGreaterThanOrEqual(4);
  });

  it('beats while nothing changes, with the time gone and the time left', () => {
    const beats = lines.filter((line) => line.startsWith('… Waiting for') && line.includes(' elapsed'));
    expect(beats.length).toBeGreaterThanOrEqual(2);
    expect(beats.length).toBeLessThanOrEqual(14);
    for (const beat of beats)
      expect(beat).toMatch(/: (\d+(\.\d)? s|\d+ min( \d+ s)?) elapsed, times out in 5\d min(\. .*)?$/);
  });

  it('ends with what is reachable now', () => {
    const { 'internal-dns': host, 'endpoint-id': endpoint } = result.outputs;
    expect(lines.filter(Boolean).at(-1)).toMatch(
      new RegExp(`^Connected: ${ids.advancedName} → ${host}:26257 through ${endpoint}; 6 changes in \\d+ (s|min)`),
    );
    expect(result.annotations.filter(({ level }) => level !== 'debug')).toEqual([]);
    expect(result.stderr).toBe('');
  });

  it('is followed by a summary without the options that only Standard clusters need', () => {
    expect(result.outputs['connection-options']).toBe('');
    expect(result.summary).not.toContain('options=');
    expect(result.summary).toContain(`internal-${ids.advancedName}-x1y.aws-us-east-1.crdb.io:26257`);
  });
});

describe('the summary of a first run', () => {
  let result: RunResult;
  beforeAll(async () => {
    result = await runOnce(standardWorld(), ids.standardCluster);
  });

  it('is the same text as the output', () => {
    expectSuccess(result);
    expect(result.summary.trim()).toBe(result.outputs['summary-markdown']?.trim());
    expect(result.summary).toMatch(/^## CockroachDB Cloud PrivateLink: ✅ available\n/);
  });

  it('has a table of states', () => {
    const row = result.summary.split('\n').find((line) => line.startsWith(`| ${ids.standardName}`));
    const cells = row?.split(' | ') ?? [];
    expect(cells).toHaveLength(6);
    expect(cells.slice(1, 3)).toEqual(['standard', '**available**']);
    expect(row).toContain(result.outputs['endpoint-id']);
    expect(row).toMatch(/\| on \|$/);
  });

  it('has a Mermaid picture with VPC, zones, endpoint, service and cluster', () => {
    const picture = /```mermaid\n([\s\S]*?)\n```/.exec(result.summary)?.[1] ?? '';
    expect(picture).toMatch(/^flowchart LR\n/);
    const parts = [ids.vpc, 'use1-az1', 'use1-az2', 'use1-az4', ids.standardService, ids.standardName];
    for (const part of [...parts, result.outputs['endpoint-id'] ?? '?']) expect(picture).toContain(part);
    expect(picture.match(/\bsubgraph\b/g)).toHaveLength(picture.match(/^ {2}end$/gm)?.length ?? 0);
  });

  it('says what was made, and how to connect: host, routing ID, keep-alive', () => {
    expect(result.summary).toMatch(
      new RegExp(`VPC endpoint <code>${result.outputs['endpoint-id']}</code> \\| this action, created by this run`),
    );
    expect(result.outputs['internal-dns']).toBe('internal-shared-9z8.aws-us-east-1.cockroachlabs.cloud');
    expect(result.summary).toContain(`@${result.outputs['internal-dns']}:26257/`);
    expect(result.outputs['connection-options']).toMatch(/^options=--cluster%3D[\w-]+$/);
    expect(result.summary).toContain(`sslmode=verify-full&sslrootcert=system&${result.outputs['connection-options']}`);
    expect(result.summary).toMatch(/350 seconds/);
  });

  it('says how long it took, and each step and wait', () => {
    expect(result.summary).toMatch(/<summary>Time: (\d+ s|\d+ min)/);
    expect(result.summary).toMatch(/\| wait for .* \| wait \| \d/);
  });
});

describe('what a failure shows', () => {
  it('is one annotation, a status and a summary with cause, fix and the page that helps', async () => {
    const sandbox = await memoryFor(standardWorld());
    sandbox.world.setVpcDns(ids.vpc, { support: false });
    const result = await run(sandbox);
    expectFailure(result, 'vpc-dns-off', /enableDnsSupport/);
    expect(result.summary).toMatch(/❌ failed/);
    expect(result.summary).toContain('docs/troubleshooting.md#vpc-dns-off');
    expect(result.outputs['summary-markdown']?.trim()).toBe(result.summary.trim());
    expect(result.stderr).toBe('');
  });

  it('names all blockers at once each in an annotation', async () => {
    const sandbox = await memoryFor(standardWorld());
    sandbox.world.setVpcDns(ids.vpc, { support: false });
    const result = await run(sandbox, { 'allowed-account-ids': ids.otherAccount });
    expectFailure(result, 'wrong-account', /isn't in allowed-account-ids/, /enableDnsSupport/);
    expect(titlesOf(result).toSorted()).toEqual(['vpc-dns-off', 'wrong-account']);
  });
});

it('says nothing red or yellow on a run that has nothing to do', async () => {
  const sandbox = await memoryFor(standardWorld());
  await run(sandbox);
  const result = await run(sandbox);
  expectSuccess(result);
  expect(warningsOf(result)).toEqual([]);
  const { 'internal-dns': host, 'endpoint-id': endpoint } = result.outputs;
  const told = result.log.trim().replace(/^##\[group\].*?##\[endgroup\]\n/s, '');
  expect(told).toBe(`Plan: no changes\nConnected: ${ids.standardName} → ${host}:26257 through ${endpoint}`);
  expect(result.summary).toMatch(/✅ available, no changes needed/);
  expect(result.outputs['changed']).toBe('false');
});
