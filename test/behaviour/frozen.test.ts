import { describe, expect, it } from 'vitest';
import type { RunResult } from '../harness/run-action.ts';
import { ids, type LoggedRequest, type MemorySandbox } from '../sandbox/index.ts';
import { claimants, sharedPath, type User } from '../support/departures.ts';
import { expectSuccess } from '../support/expectations.ts';
import { inMemory } from '../support/in-memory.ts';
import { expectOnePath, standard, theEndpoint } from '../support/paths.ts';
import { run } from '../support/run.ts';
import { type Freeze, freezing } from '../support/troubled-time.ts';

/** A mark is waited out in 2 s and dead after 13 s. */
const ENV = { PRIVATELINK_READ_LAG_SECONDS: '1', PRIVATELINK_DECISION_SECONDS: '5' };
const DECISION_MS = 5_000;

const A: User = { environment: 'branch:a' };
const JOINS = { environment: 'branch:b' };

/** A call that takes something away, and the run that decides on it. */
interface Destruction {
  what: string;
  /** Who has a path before; `made`: branch:a, by a run of its own, so that the rules are the action's. */
  before: readonly User[] | 'made';
  inputs: Record<string, string>;
  isIt(request: LoggedRequest): boolean;
}

const leaves = { operation: 'delete', environment: 'branch:a', cluster: '' };
const DESTRUCTIONS: readonly Destruction[] = [
  {
    what: 'disconnecting the cluster',
    before: [A],
    inputs: leaves,
    isIt: ({ action }) => /^DELETE .*connections/.test(action),
  },
  {
    what: 'deleting the VPC endpoint',
    before: [A],
    inputs: leaves,
    isIt: ({ action }) => action === 'DeleteVpcEndpoints',
  },
  {
    what: 'removing a claim',
    before: [A, { environment: 'branch:c' }],
    inputs: leaves,
    isIt: ({ action, params }) => action === 'DeleteTags' && JSON.stringify(params).includes('privatelink/claim/'),
  },
  {
    what: 'deleting the security group',
    before: [A],
    inputs: leaves,
    isIt: ({ action }) => action === 'DeleteSecurityGroup',
  },
  {
    what: 'removing subnets',
    before: [A],
    inputs: { environment: 'branch:a', 'subnet-ids': ids.subnets[0] ?? '' },
    isIt: ({ action }) => action === 'ModifyVpcEndpoint',
  },
  {
    what: 'turning private DNS off',
    before: [A],
    inputs: { environment: 'branch:a', 'private-dns': 'false' },
    isIt: ({ action }) => action === 'ModifyVpcEndpoint',
  },
  {
    what: 'removing rules',
    before: 'made',
    inputs: { environment: 'branch:a', 'allowed-cidrs': '10.20.0.0/16' },
    isIt: ({ action }) => action === 'RevokeSecurityGroupIngress',
  },
];

/** Where the run stands still: given what it does undisturbed. */
type Where = (box: MemorySandbox, destruction: Destruction, undisturbed: RunResult) => Pick<Freeze, 'at' | 'afterMs'>;

const WHERE: Readonly<Record<string, Where>> = {
  'when it has read what it decides on': (_, { isIt }, { requests }) => {
    const before = requests.slice(0, requests.findIndex(isIt));
    const reads = before.filter(({ action }) => action === 'DescribeVpcEndpoints').length;
    let seen = 0;
    return { at: ({ action }) => action === 'DescribeVpcEndpoints' && ++seen === reads };
  },
  'before it sends again what was refused for its rate': (box, { isIt }) => {
    box.faults.add({ match: isIt, kind: 'throttle', times: 1 });
    return { at: isIt, afterMs: 40 };
  },
  'while its session is renewed for the call': (box, { isIt }) => {
    let over = false;
    box.onRequest(({ request, when }) => {
      if (over || when !== 'before' || !isIt(request)) return;
      over = true;
      for (const key of box.world.accessKeys.values()) key.expiresAt = box.clock.now();
    });
    return { at: ({ action }) => over && action === 'AssumeRoleWithWebIdentity' };
  },
};

const CASES = DESTRUCTIONS.flatMap((destruction) =>
  Object.entries(WHERE).flatMap(([where, freezeOf]) =>
    (['stopped', 'suspended'] as const).map((how) => ({ destruction, where, freezeOf, how })),
  ),
);

describe('a run that stands still for longer than the decision time', () => {
  for (const { destruction, where, freezeOf, how } of CASES) {
    const { what, inputs, isIt } = destruction;
    if (what.startsWith('disconnecting') && where.includes('session')) continue;
    it(`${how} ${where}: ${what} is decided anew, and who joined keeps all`, async () => {
      const undisturbed = await inMemory(standard(), async (box) => {
        await prepare(box, destruction);
        return run(box, inputs, { env: ENV });
      });
      expect(undisturbed.requests.some(isIt)).toBe(true);
      await inMemory(standard(), (box) => playFrozen(box, { destruction, how, freezeOf, undisturbed }));
    });
  }
});

async function prepare(box: MemorySandbox, { before }: Destruction): Promise<void> {
  if (before === 'made') expectSuccess(await run(box, { environment: 'branch:a' }, { env: ENV }));
  else sharedPath(box, before);
}

interface Play {
  destruction: Destruction;
  how: Freeze['how'];
  freezeOf: Where;
  undisturbed: RunResult;
}

async function playFrozen(box: MemorySandbox, { destruction, how, freezeOf, undisturbed }: Play): Promise<void> {
  const { inputs, isIt } = destruction;
  await prepare(box, destruction);
  let goesOn = -1;
  const freeze = freezing(box, {
    how,
    ...freezeOf(box, destruction, undisturbed),
    async meanwhile() {
      expectSuccess(await run(box, JOINS, { env: ENV }));
      await box.clock.sleep(DECISION_MS + 1_000);
      goesOn = box.requests.length;
    },
  });
  const result = await run(box, inputs, { env: ENV, ...freeze });
  expect(goesOn).toBeGreaterThan(0);
  expectSuccess(result);

  const since = box.requests.slice(goesOn).filter((one) => one.door === result.requests[0]?.door);
  const made = since.findIndex(isIt);
  const read = since.findIndex(({ action }) => action === 'DescribeVpcEndpoints');
  expect(made < 0 || (read >= 0 && read < made), result.log).toBe(true);
  expectOnePath(box, ids.standardCluster);
  expect(claimants(theEndpoint(box))).toContain('branch:b');
  expectSuccess(await run(box, { operation: 'verify', ...JOINS }, { env: ENV }));
}
