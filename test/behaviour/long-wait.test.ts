import { expect, it } from 'vitest';
import { advancedWorld, ids } from '../sandbox/index.ts';
import { countOf, expectSuccess } from '../support/expectations.ts';
import { memoryFor } from '../support/in-memory.ts';
import { run } from '../support/run.ts';

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
