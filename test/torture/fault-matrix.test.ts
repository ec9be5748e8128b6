import { describe, expect, it } from 'vitest';
import type { RunResult } from '../harness/run-action.ts';
import { TORTURE } from '../harness/torture.ts';
import { ids, type LoggedRequest, type Sandbox } from '../sandbox/index.ts';
import { claimants } from '../support/departures.ts';
import { expectOnePath, liveEndpoints, ownedGroups, theEndpoint } from '../support/paths.ts';
import { run } from '../support/run.ts';
import { type Case, inWorld, playAll } from './cases.ts';
import { FAULT_NAMES, type FaultName, isPossible, kindOf, LASTING_NAMES, requestName } from './fault-kinds.ts';
import { ALWAYS, type Ending, ONCE, rowOf } from './fault-table.ts';
import { looksFirst } from './lost-answers.ts';
import { attempt, expectEnd, WORKS, type Work } from './works.ts';

const HOUR = 3_600_000;

/** The rest makes no request that these do not make. */
const TRIED = WORKS.filter(({ name }) => !/two clusters|two environments$/.test(name) || name.startsWith('sweep'));

/** Longer than a read is tried for and a write to the Cloud is not answered, shorter than three writes to AWS without an answer take. */
const LASTS_SECONDS = '200';

interface Pair {
  work: Work;
  request: string;
  fault: FaultName;
}

/** Those of a plain `npm test`: answers that are lost, and each service once. */
const USUAL: Readonly<Record<string, readonly (readonly [request: string, fault: FaultName])[]>> = {
  'ensure, Advanced': [
    ['GET token', 'status 500'],
    ['AssumeRoleWithWebIdentity', 'throttled: IDPCommunicationError'],
    ['DescribeSubnets', 'an HTML page that claims success'],
    ['GET connections', 'throttled: 400 with Retry-After'],
    ['POST services', 'an HTML page, done'],
    ['CreateSecurityGroup', 'status 500, done'],
    ['AuthorizeSecurityGroupIngress', 'connection reset, done'],
    ['CreateVpcEndpoint', 'an answer cut short'],
    ['POST connections', 'connection reset, done'],
    ['ModifyVpcEndpoint', 'status 503, done'],
  ],
  'delete, Standard': [
    ['CreateTags', 'connection reset, done'],
    ['DELETE connection', 'status 500'],
    ['DeleteVpcEndpoints', 'an answer cut short'],
    ['DeleteSecurityGroup', 'an HTML page, done'],
  ],
  verify: [['GET connections', 'expired credentials']],
  'sweep, shared by two environments': [
    ['GET branches', 'throttled: 403 with Retry-After'],
    ['DeleteTags', 'connection reset, done'],
  ],
};

describe('a request that fails once', () => {
  for (const work of TORTURE ? TRIED : TRIED.filter(({ name }) => USUAL[name] !== undefined))
    it(`${work.name}: ends as the table says, and the next run finishes`, { timeout: HOUR }, async ({ task }) => {
      const usual = (USUAL[work.name] ?? []).map(([request, fault]) => ({ work, request, fault }));
      const pairs = TORTURE ? await pairsOf(work, FAULT_NAMES) : usual;
      await playAll(
        task,
        pairs.map((pair) => failing(pair, { lasting: false })),
      );
    });
});

describe.runIf(TORTURE)('a request that fails as often as it is made', () => {
  for (const work of TRIED)
    it(`${work.name}: ends as the table says, and the next run finishes`, { timeout: HOUR }, async ({ task }) => {
      const pairs = await pairsOf(work, LASTING_NAMES);
      await playAll(
        task,
        pairs.map((pair) => failing(pair, { lasting: true })),
      );
    });
});

/** Every request of an undisturbed run with every fault that it can have. */
async function pairsOf(work: Work, faults: readonly FaultName[]): Promise<Pair[]> {
  const { requests } = await inWorld(work, (box) => attempt(box, work));
  const distinct = new Map(requests.map((one) => [requestName(one), one]));
  return [...distinct].flatMap(([request, sent]) =>
    faults.filter((fault) => isPossible(fault, sent)).map((fault) => ({ work, request, fault })),
  );
}

function failing(pair: Pair, { lasting }: { lasting: boolean }): Case {
  const { work, request, fault } = pair;
  const play = () =>
    inWorld(work, async (box) => {
      const { ending: expected, leavesConnection = false } = rowOf(lasting ? ALWAYS : ONCE, pair);
      const { result, hit } = await faultyRun(box, pair, lasting);
      expectEnding(result, expected);
      expect(hit.length, 'requests that failed').toBeGreaterThan(0);
      if (kindOf(fault).lost) for (const one of hit) expect(looksFirst(result.requests, one)).toBe('');
      if (leavesConnection) await removeAsTold(box, result);
      else if (expected !== 'well') {
        expectNoWorse(box, work);
        expectEnding(await attempt(box, work), 'well');
      }
      expectEnd(box, work);
      return true;
    });
  return { name: `${request}: ${fault}`, play };
}

/** Runs the command that the error names for a connection that could not be removed. */
async function removeAsTold(box: Sandbox, { log }: RunResult): Promise<void> {
  const told = /with operation: delete, endpoint-id: (vpce-\w+) and cluster: ([0-9a-f-]+)/.exec(log);
  const [, endpoint = '', cluster = ''] = told ?? [];
  const inputs = { operation: 'delete', 'endpoint-id': endpoint, cluster, 'vpc-id': '' };
  // A person reads that some minutes later; EC2 then lists a deleted endpoint, and its claims, no more.
  box.clock.advance(300_000);
  expectEnding(await run(box, inputs), 'well');
}

async function faultyRun(box: Sandbox, { work, request, fault }: Pair, lasting: boolean) {
  const hit: LoggedRequest[] = [];
  const mend = box.faults.add({
    ...kindOf(fault).fault,
    match: (one) => {
      if (requestName(one) !== request) return false;
      hit.push(one);
      return true;
    },
    times: lasting ? Number.POSITIVE_INFINITY : 1,
  });
  const result = await attempt(box, work, { inputs: lasting ? { 'timeout-seconds': LASTS_SECONDS } : {} });
  mend();
  return { result, hit };
}

function expectEnding(result: RunResult, ending: Ending): void {
  const { exitCode, outputs, log } = result;
  const expected = ending === 'well' ? { exit: 0, code: '' } : { exit: 1, code: ending };
  expect({ exit: exitCode, code: outputs['error-code'] }, log).toEqual(expected);
}

/** Nothing is doubled, and who was not to be touched has all that it had. */
function expectNoWorse(box: Sandbox, { before, after }: Work): void {
  expect(liveEndpoints(box).length).toBeLessThanOrEqual(1);
  expect(ownedGroups(box).length).toBeLessThanOrEqual(1);
  const staying = before.filter((user) => after.some((one) => one.environment === user.environment));
  if (staying.length === 0) return;
  expect(claimants(theEndpoint(box))).toEqual(expect.arrayContaining(staying.map((one) => one.environment)));
  for (const user of staying) expectOnePath(box, user.cluster ?? ids.standardCluster);
}
