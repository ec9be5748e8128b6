import { expect } from 'vitest';
import { ids } from '../sandbox/index.ts';
import { expectSuccess } from '../support/expectations.ts';
import { behaviour } from '../support/in-memory.ts';
import { mutations } from '../support/run.ts';
import { buildPath, closedWorld, ensure, expectClean, verify } from '../support/verify.ts';

for (const [plan, cluster] of [
  ['Standard', ids.standardCluster],
  ['Advanced', ids.advancedCluster],
] as const) {
  behaviour(`${plan}: what ensure made is clean`, closedWorld(plan), async (sandbox) => {
    expectSuccess(await ensure(sandbox, { cluster }));
    expectClean(await verify(sandbox, { cluster }));
  });

  behaviour(
    `${plan}: the path that the tables start from is one that ensure leaves as it is`,
    closedWorld(plan),
    async (sandbox) => {
      buildPath(sandbox, cluster);
      expectClean(await verify(sandbox, { cluster }));
      const again = await ensure(sandbox, { cluster });
      expectSuccess(again);
      expect(mutations(again)).toEqual([]);
    },
  );
}
