import { describe, expect, it } from 'vitest';
import type { RunOptions } from '../harness/run-action.ts';
import { TORTURE } from '../harness/torture.ts';
import { leave } from '../support/departures.ts';
import { expectSuccess } from '../support/expectations.ts';
import { type Case, inWorld, playAll } from './cases.ts';
import { attempt, expectEnd, expectNothing, expectTakenDown, WORKS, type Work } from './works.ts';

/** Where a run is killed: before or after its n-th request (or n-th that changes something) took effect. */
type Kill = NonNullable<RunOptions['killAtRequest']>;
const HOUR = 3_600_000;

const afterWrite = (n: number): Kill => ({ n, when: 'after', mutatingOnly: true });
const beforeWrite = (n: number): Kill => ({ n, when: 'before', mutatingOnly: true });

/** The kills of a plain `npm test`, by work: those after which least is left to go by. */
const DELICATE: Readonly<Record<string, { again?: Kill[]; left?: Kill[] }>> = {
  'ensure, Standard': {
    again: [afterWrite(1), afterWrite(3), beforeWrite(4), afterWrite(5)],
    left: [afterWrite(1), beforeWrite(3), afterWrite(3)],
  },
  'ensure, Advanced': { again: [afterWrite(1), afterWrite(4), afterWrite(5)], left: [afterWrite(4)] },
  'ensure, joining another environment': { again: [afterWrite(1)], left: [afterWrite(1)] },
  'delete, Standard': { again: [afterWrite(3)] },
  'delete, Advanced': { again: [afterWrite(2), beforeWrite(4)] },
  'delete, two clusters': { again: [afterWrite(2)] },
  'delete, shared by two environments': { again: [afterWrite(2)] },
  'delete, shared, with a cluster of its own': { again: [afterWrite(2), afterWrite(3)] },
  'delete at 50 tags': { again: [afterWrite(1), afterWrite(2), beforeWrite(4)] },
  'delete at 50 tags, shared, with a cluster of its own': { again: [afterWrite(1), afterWrite(2)] },
  'sweep at 50 tags': { again: [afterWrite(1), afterWrite(2)] },
  sweep: { again: [afterWrite(3)] },
};

describe('killed at a request', () => {
  for (const work of WORKS) {
    const { again = [], left = [] } = DELICATE[work.name] ?? {};
    if (TORTURE || again.length > 0)
      it(`${work.name}: a second run ends as an undisturbed one, and all can be taken down`, { timeout: HOUR }, async ({
        task,
      }) => {
        await playAll(
          task,
          (await killsOf(work, again)).map((kill) => killed(work, kill, startedAgain)),
        );
      });
    if (work.operation === 'ensure' && (TORTURE || left.length > 0))
      it(`${work.name}: what it left is taken down by its environment alone`, { timeout: HOUR }, async ({ task }) => {
        await playAll(
          task,
          (await killsOf(work, left)).map((kill) => killed(work, kill, leftAtOnce)),
        );
      });
  }
});

/** Every request of an undisturbed run, before and after it takes effect; under a plain `npm test` those given. */
async function killsOf(work: Work, delicate: readonly Kill[]): Promise<readonly Kill[]> {
  if (!TORTURE) return delicate;
  const requests = await inWorld(work, async (box) => {
    const result = await attempt(box, work);
    expectSuccess(result);
    expectEnd(box, work);
    return result.requests.length;
  });
  return Array.from({ length: requests }, (_, index) => index + 1).flatMap((n) => [
    { n, when: 'before' },
    { n, when: 'after' },
  ]);
}

type Box = Parameters<Parameters<typeof inWorld>[1]>[0];

function killed(work: Work, kill: Kill, goOn: (box: Box, work: Work) => Promise<void>): Case {
  const name = `killed ${kill.when} ${kill.mutatingOnly ? 'write' : 'request'} ${kill.n}`;
  const play = () =>
    inWorld(work, async (box) => {
      const result = await attempt(box, work, { killAtRequest: kill });
      if (result.signal !== 'SIGKILL') return false;
      try {
        await goOn(box, work);
      } catch (error) {
        const at = result.requests.map((one) => one.action).join(', ');
        throw new Error(`${error instanceof Error ? error.message : error}\nrequests until then: ${at}`);
      }
      return true;
    });
  return { name, play };
}

async function startedAgain(box: Box, work: Work): Promise<void> {
  expectSuccess(await attempt(box, work));
  expectEnd(box, work);
  expect(box.world.endpoints().length, 'endpoints ever made').toBeLessThanOrEqual(1);
  await expectTakenDown(box, work);
}

async function leftAtOnce(box: Box, work: Work): Promise<void> {
  expectSuccess(await leave(box, 'branch:a'));
  const others = work.before.filter((user) => user.environment !== 'branch:a');
  const end = { ...work, after: others };
  if (others.length === 0) expectNothing(box);
  else expectEnd(box, end);
  await expectTakenDown(box, end);
}
