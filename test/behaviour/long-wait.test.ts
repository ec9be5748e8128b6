import { expect, it } from 'vitest';
import { advancedWorld, ids } from '../sandbox/index.ts';
import { countOf, expectSuccess } from '../support/expectations.ts';
import { memoryFor } from '../support/in-memory.ts';
import { run } from '../support/run.ts';
import { freezing, steppingAt } from '../support/troubled-time.ts';

it('renews credentials during waits that outlive them, each time with a fresh OIDC token', async () => {
  // GitHub's tokens live 5 minutes and each session 15: one token used twice, or one session kept, would be refused.
  const sandbox = await memoryFor({
    ...advancedWorld(),
    settings: { seconds: { serviceCreate: 800, connection: 720 }, oidc: { lifetimeSeconds: 300 } },
  });
  const result = await run(sandbox, { cluster: ids.advancedCluster, 'role-duration-seconds': '900' });
  expectSuccess(result);
  expect(result.outputs['status']).toBe('available');
  const sessions = result.requests.filter(({ action }) => action === 'AssumeRoleWithWebIdentity');
  expect(sessions.map(({ status }) => status)).toEqual(sessions.map(() => 200));
  expect(sessions.length).toBeGreaterThanOrEqual(3);
  expect(result.requests.filter(({ service }) => service === 'oidc')).toHaveLength(sessions.length);
  const lived = ((result.requests.at(-1)?.at ?? 0) - (result.requests[0]?.at ?? 0)) / 1000;
  expect(lived).toBeGreaterThan(1500);
  expect(result.requests.filter(({ errorCode }) => errorCode !== null)).toEqual([]);
  expect(countOf(result, 'CreateVpcEndpoint')).toBe(1);
});

const LONG = { ...advancedWorld(), settings: { seconds: { serviceCreate: 300, connection: 650 } } };
const INPUTS = { cluster: ids.advancedCluster, 'role-duration-seconds': '900' };

it('renews credentials in time although the wall clock stepped back', async () => {
  const sandbox = await memoryFor(LONG);
  // By less than what AWS lets a signature be off by: then only the end of the session matters.
  const result = await run(sandbox, INPUTS, steppingAt(sandbox, 12, -14 * 60_000));
  expectSuccess(result);
  expect(result.requests.filter(({ errorCode }) => errorCode !== null)).toEqual([]);
});

it('renews credentials in time although the machine was suspended', async () => {
  const sandbox = await memoryFor(LONG);
  let looks = 0;
  const result = await run(
    sandbox,
    INPUTS,
    freezing(sandbox, {
      how: 'suspended',
      at: ({ action }) => action.startsWith('GET') && ++looks === 6,
      meanwhile: () => sandbox.clock.sleep(16 * 60_000),
    }),
  );
  expectSuccess(result);
  expect(result.requests.filter(({ errorCode }) => errorCode !== null)).toEqual([]);
});
