import { describe, expect, it } from 'vitest';
import type { RunResult, StepOptions } from '../harness/step.ts';
import { ids, type Sandbox, type SandboxOptions } from '../sandbox/index.ts';
import { madeHoursAgo, SHORT, sharedPath } from '../support/departures.ts';
import { inMemory } from '../support/in-memory.ts';
import { managedTags } from '../support/managed.ts';
import { advanced, standard } from '../support/paths.ts';
import { sandboxFor } from '../support/processes.ts';
import { run } from '../support/run.ts';

/** A step and the world that it finds; played by the committed bundle as a process and by `src/` in memory. */
interface Play {
  name: string;
  world?: () => SandboxOptions;
  before?: (box: Sandbox) => void;
  inputs: Record<string, string>;
  options?: Omit<StepOptions, 'inputs'>;
  /** How the run ends; so that no two failures pass for a likeness. */
  ends: { exit: number; code?: string };
}

const A = { environment: 'branch:a' };
const B = { environment: 'branch:b' };
const advancedInputs = { cluster: ids.advancedCluster };
const withPullRequest = (box: Sandbox) => {
  const pull = { title: '', body: '', labels: [], user: 'octocat', pullHead: 'a', createdAt: 0, updatedAt: 0 };
  box.world.issues.set(7, { ...pull, number: 7, state: 'open' });
};

const PLAYS: readonly Play[] = [
  { name: 'a first run on Standard', inputs: A, ends: { exit: 0 } },
  { name: 'a first run on Advanced', world: advanced, inputs: advancedInputs, ends: { exit: 0 } },
  { name: 'a run that has nothing to do', before: (box) => sharedPath(box, [A]), inputs: A, ends: { exit: 0 } },
  { name: 'a run that joins', before: (box) => sharedPath(box, [B]), inputs: A, ends: { exit: 0 } },
  { name: 'a dry run', inputs: { 'dry-run': 'true' }, ends: { exit: 0 } },
  { name: 'a run that does not wait', inputs: { wait: 'false' }, ends: { exit: 0 } },
  {
    name: 'a verify of a whole path',
    before: (box) => sharedPath(box, [A]),
    inputs: { operation: 'verify', ...A },
    ends: { exit: 0 },
  },
  {
    name: 'a verify that finds drift and opens an issue',
    before: (box) => box.world.setPrivateDns(sharedPath(box, [A]).endpoint.id, false),
    inputs: { operation: 'verify', 'drift-issue': 'true', ...A },
    ends: { exit: 1, code: 'drift' },
  },
  {
    name: 'a delete of the last environment',
    before: (box) => sharedPath(box, [A]),
    inputs: { operation: 'delete', cluster: '', ...A },
    ends: { exit: 0 },
  },
  {
    name: 'a delete of one of two environments',
    before: (box) => sharedPath(box, [A, B]),
    inputs: { operation: 'delete', cluster: '', ...A },
    ends: { exit: 0 },
  },
  {
    name: 'a sweep',
    before: (box) => sharedPath(box, [{ environment: 'branch:gone', idleHours: 30 }]),
    inputs: { operation: 'sweep', cluster: '', 'vpc-id': '' },
    ends: { exit: 0 },
  },
  {
    name: 'trusted owners',
    world: advanced,
    inputs: { ...advancedInputs, 'vpc-id': '', 'trusted-owners': ids.otherAccount },
    ends: { exit: 0 },
  },
  {
    name: 'a comment on a pull request',
    before: withPullRequest,
    inputs: { environment: 'pr:7', comment: 'true', 'dry-run': 'true' },
    ends: { exit: 0 },
  },
  {
    name: 'wrong inputs',
    inputs: { 'vpc-id': 'vpc', wait: 'perhaps', tags: 'a' },
    ends: { exit: 1, code: 'input-invalid' },
  },
  {
    name: 'a blocker',
    before: (box) => box.world.setVpcDns(ids.vpc, { support: false }),
    inputs: {},
    ends: { exit: 1, code: 'vpc-dns-off' },
  },
  {
    name: 'a role that does not trust the job',
    before: (box) => {
      box.settings.oidc.subject = 'repo:acme/other:ref:refs/heads/main';
    },
    inputs: {},
    ends: { exit: 1, code: 'role-not-assumed' },
  },
  {
    name: 'a time-out',
    world: () => standard({ seconds: { connection: 600 } }),
    inputs: { 'timeout-seconds': '45' },
    ends: { exit: 1, code: 'timeout' },
  },
  {
    name: 'an orphaned group',
    before: (box) =>
      void box.world.createGroup({
        vpcId: ids.vpc,
        name: `cockroachdb-privatelink ${ids.standardService}`,
        tags: { ...madeHoursAgo(box, 99), ...managedTags(ids.standardServiceName) },
      }),
    inputs: { operation: 'sweep', cluster: '', 'vpc-id': '' },
    ends: { exit: 0 },
  },
];

function playIn(box: Sandbox, { before, inputs, options = {} }: Play): Promise<RunResult> {
  before?.(box);
  return run(box, inputs, { ...options, env: { ...SHORT, ...options.env } });
}

/** A run without what differs from one to the next: IDs, times, where the Cloud is, and how often a wait looked. */
function digest(result: RunResult) {
  const plain = (text: string) =>
    text
      .replace(/\b(vpce|sg|sgr|subnet|vpc)-0[0-9a-f]{16}\b/g, '$1-ID')
      .replace(/[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}/g, 'UUID')
      .replace(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, 'TIME')
      .replace(/actions\/runs\/\d+/g, 'actions/runs/RUN')
      .replace(/\/[\w/.-]+\/temp\/(?=cockroachdb-ca-)/g, 'TEMP/')
      .replace(/(?:https:\/\/cockroachlabs\.cloud|http:\/\/127\.0\.0\.1:\d+)\/clusters/g, 'CLOUD/clusters')
      .replace(/\b\d+(\.\d+)? (s|min|h)\b( \d+ (s|min))?/g, 'SPAN')
      .replace(/≤? ?\bSPAN\b/g, 'SPAN');
  const lines = (text: string) => [...new Set(plain(text).split('\n'))].toSorted();
  const waits = /Waiting for|SPAN elapsed/;
  // Which other reads were under way when a run failed is a matter of time.
  const compared = result.requests.filter((one) => result.exitCode === 0 || one.mutating);
  return {
    exit: result.exitCode,
    outputs: Object.fromEntries(
      Object.entries(result.outputs).map(([name, value]) => [name, name === 'summary-markdown' ? '' : plain(value)]),
    ),
    log: lines(result.log).filter((line) => !waits.test(line)),
    // What takes no time here is left out of the table of times.
    summary: lines(result.summary.replace(/<details>[\s\S]*?<\/details>/g, '')),
    annotations: result.annotations.filter(({ level }) => level !== 'debug').map((one) => plain(JSON.stringify(one))),
    requests: [...new Set(compared.map(({ action }) => plain(action)))].toSorted(),
    stderr: result.stderr,
  };
}

describe('the committed bundle as a process and src/ in memory do and say the same', () => {
  it.each(PLAYS)('$name', async (play) => {
    const world = play.world ?? standard;
    const memory = await inMemory(world(), (box) => playIn(box, play));
    const process = await playIn(await sandboxFor(world()), play);
    const { exit, code = '' } = play.ends;
    expect([process.exitCode, process.outputs['error-code']], process.log).toEqual([exit, code]);
    expect(digest(memory)).toEqual(digest(process));
  });
});
