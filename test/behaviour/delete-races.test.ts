import { describe, expect } from 'vitest';
import type { RunResult } from '../harness/run-action.ts';
import { atPlaces } from '../harness/torture.ts';
import { ids, type Sandbox } from '../sandbox/index.ts';
import { claimants, expectDeparted, leave, SHORT, sharedPath } from '../support/departures.ts';
import { behaviour } from '../support/in-memory.ts';
import {
  claims,
  expectNothingLeft,
  expectOnePath,
  expectSuccess,
  liveEndpoints,
  PLANS,
  standard,
  theEndpoint,
} from '../support/paths.ts';
import { run } from '../support/run.ts';

const A = { environment: 'branch:a' };
const B = { environment: 'branch:b' };

/** Starts `play` once, when somebody's first request of this kind has taken effect. */
function whenever(box: Sandbox, action: string | RegExp, play: () => Promise<unknown>): () => Promise<unknown> {
  let started: Promise<unknown> | undefined;
  box.onRequest(({ request, when }) => {
    const matches = typeof action === 'string' ? request.action === action : action.test(request.action);
    if (when === 'after' && matches) started ??= play();
    return undefined;
  });
  return async () => {
    expect(started).toBeDefined();
    return started;
  };
}

const ANEW = PLANS.flatMap((plan) =>
  (['replay-dead-id', 'create-new'] as const).flatMap((deadToken) =>
    [0, 600].map((deletedVisible) => ({ ...plan, deadToken, deletedVisible })),
  ),
);

describe('ensure after delete', () => {
  for (const { plan, worldOf, clusterId, deadToken, deletedVisible } of atPlaces(ANEW, 1, 6)) {
    const how = `${plan}, ${deadToken}, deleted ones listed for ${deletedVisible} s`;
    behaviour(
      `makes the path anew (${how})`,
      worldOf({ ec2: { deadToken }, seconds: { deletedVisible } }),
      async (box) => {
        const inputs = { ...A, cluster: clusterId };
        const { endpoint, groupId } = sharedPath(box, [inputs]);
        expectDeparted(await leave(box, 'branch:a'), 'deleted');
        expectSuccess(await run(box, inputs, { env: SHORT }));
        expect(theEndpoint(box).id).not.toBe(endpoint.id);
        expectOnePath(box, clusterId);
        expect(theEndpoint(box).groupIds).not.toContain(groupId);
        expectDeparted(await leave(box, 'branch:a'), 'deleted');
        expectNothingLeft(box, clusterId);
      },
    );
  }

  for (const deadToken of ['replay-dead-id', 'create-new'] as const) {
    behaviour(
      `of a delete that was killed before the group went: same group, same token (${deadToken})`,
      standard({ ec2: { deadToken } }),
      async (box) => {
        expectSuccess(await run(box, A, { env: SHORT }));
        const { groupIds } = theEndpoint(box);
        const killed = await leave(box, 'branch:a', { killAtRequest: { n: 4, when: 'before', mutatingOnly: true } });
        expect(killed.signal).toBe('SIGKILL');
        expect(liveEndpoints(box)).toEqual([]);
        expectSuccess(await run(box, A, { env: SHORT }));
        expect(theEndpoint(box).groupIds).toEqual(groupIds);
        expectOnePath(box, ids.standardCluster);
        expectDeparted(await leave(box, 'branch:a'), 'deleted');
        expectNothingLeft(box, ids.standardCluster);
      },
    );
  }
});

describe('ensure while a delete runs', () => {
  const moments = {
    'after its mark': 'CreateTags',
    'after the connection went': /^DELETE .*connections/,
    'after the endpoint was deleted': 'DeleteVpcEndpoints',
    'after the group went': 'DeleteSecurityGroup',
  };
  for (const [moment, action] of atPlaces(Object.entries(moments), 0, 2)) {
    behaviour(`of another environment, ${moment}: has its path in the end`, standard(), async (box) => {
      sharedPath(box, [A]);
      const ensured = whenever(box, action, async () => expectSuccess(await run(box, B, { env: SHORT })));
      expectSuccess(await leave(box, 'branch:a'));
      await ensured();
      expectOnePath(box, ids.standardCluster);
      expect(claimants(theEndpoint(box))).toEqual(['branch:b']);
      expectDeparted(await leave(box, 'branch:b'), 'deleted');
      expectNothingLeft(box, ids.standardCluster);
    });

    behaviour(`of the same environment, ${moment}: whole or gone`, standard(), async (box) => {
      sharedPath(box, [A]);
      const ensured = whenever(box, action, async () => expectSuccess(await run(box, A, { env: SHORT })));
      expectSuccess(await leave(box, 'branch:a'));
      await ensured();
      if (liveEndpoints(box).length === 0) return expectNothingLeft(box, ids.standardCluster);
      expectOnePath(box, ids.standardCluster);
      expect(Object.keys(claims(theEndpoint(box)))).toHaveLength(1);
    });
  }
});

describe('ensure that has read the connection before it is removed, and claims after that', () => {
  for (const lag of [0, 3]) {
    behaviour(
      `connects its cluster again (connection reads lag ${lag} s)`,
      standard({ stale: { seconds: { connection: lag }, mode: 'max' } }),
      async (box) => {
        const second = ids.secondStandardCluster;
        sharedPath(box, [{ environment: 'c' }, { ...A, cluster: second }]);
        await box.clock.sleep(5_000);
        const claiming = Promise.withResolvers<void>();
        const removed = Promise.withResolvers<void>();
        let tagging = 0;
        let joined: Promise<RunResult> | undefined;
        box.onRequest(async ({ request, when }) => {
          const removal = /^DELETE .*connections/.test(request.action);
          // The decision to disconnect stands when the other has read the connection; its claim comes after that.
          if (removal && when === 'before') await claiming.promise;
          if (removal && when === 'after') removed.resolve();
          if (request.action !== 'CreateTags') return undefined;
          if (when === 'before') tagging += 1;
          if (when === 'before' && tagging === 2) {
            claiming.resolve();
            await removed.promise;
          }
          // The first is the mark of the delete.
          if (when === 'after') joined ??= run(box, { ...B, cluster: second }, { env: SHORT });
          return undefined;
        });
        expectDeparted(await leave(box, 'branch:a'), 'deleted');
        expectSuccess((await joined) as RunResult);
        expect(claimants(theEndpoint(box))).toEqual(['branch:b', 'c']);
        expect(
          box.world
            .connections()
            .map(({ clusterId, status }) => [clusterId, status])
            .toSorted(),
        ).toEqual([
          [ids.standardCluster, 'AVAILABLE'],
          [second, 'AVAILABLE'],
        ]);
      },
    );
  }
});

describe('a change of a shared endpoint that EC2 throttles', () => {
  behaviour(
    'is decided anew, not sent again blindly: somebody else may have made it by then',
    standard(),
    async (box) => {
      const { endpoint } = sharedPath(box, [A]);
      box.world.setPrivateDns(endpoint.id, false);
      box.faults.add({ match: { action: 'ModifyVpcEndpoint' }, kind: 'throttle', times: 1 });
      box.onRequest(({ request, when }) => {
        if (when === 'before' && request.action === 'ModifyVpcEndpoint') box.world.setPrivateDns(endpoint.id, true);
        return undefined;
      });
      expectSuccess(await run(box, B, { env: SHORT }));
      expect(box.count('ModifyVpcEndpoint')).toBe(1);
      expectOnePath(box, ids.standardCluster);
    },
  );
});

describe('a claim that EC2 throttles the removal of', () => {
  behaviour('past the decision time is decided on anew', standard(), async (box) => {
    const { endpoint } = sharedPath(box, [A, B]);
    box.faults.add({ match: { action: 'DeleteTags' }, kind: 'throttle', times: 5 });
    const env = { PRIVATELINK_DECISION_SECONDS: '6' };
    expectDeparted(await leave(box, 'branch:a', { env }), 'deleted');
    expect(claimants(endpoint)).toEqual(['branch:b']);
    expectOnePath(box, ids.standardCluster);
  });
});

describe('reads that lag', () => {
  const lags = {
    'of everything, at most': { seconds: { endpoint: 6, group: 6, connection: 6 }, mode: 'max' },
    'of everything, at random': { seconds: { endpoint: 7, group: 7, connection: 7 }, mode: 'random' },
    'of endpoints only': { seconds: { endpoint: 7 }, mode: 'max' },
    'of connections only': { seconds: { connection: 7 }, mode: 'max' },
    'of groups only': { seconds: { group: 7 }, mode: 'max' },
  } as const;
  const env = { PRIVATELINK_READ_LAG_SECONDS: '8' };
  const cases = Object.entries(lags).flatMap(([what, stale]) => PLANS.map((plan) => ({ ...plan, what, stale })));
  for (const { plan, worldOf, clusterId, what, stale } of atPlaces(cases, 1, 2, 6, 8)) {
    behaviour(
      `${what} (${plan}): a path that was made a moment ago goes whole, and stays gone`,
      worldOf({ stale }),
      async (box) => {
        sharedPath(box, [{ ...A, cluster: clusterId }]);
        expectDeparted(await leave(box, 'branch:a', { env }), 'deleted');
        expectNothingLeft(box, clusterId);
        // Reads still show what is gone: the next run must not be fooled for good.
        expectSuccess(await leave(box, 'branch:a', { env }));
        expectNothingLeft(box, clusterId);
      },
    );
  }

  behaviour(
    'a last user that reads do not show yet keeps its path',
    standard({ stale: { seconds: { endpoint: 6 }, mode: 'max' } }),
    async (box) => {
      const { endpoint } = sharedPath(box, [A]);
      await box.clock.sleep(10_000);
      const [left, came] = await Promise.all([leave(box, 'branch:a', { env }), run(box, B, { env })]);
      expectSuccess(left);
      expectSuccess(came);
      expectOnePath(box, ids.standardCluster);
      expect(claimants(theEndpoint(box))).toEqual(['branch:b']);
      expect([endpoint.id, theEndpoint(box).id]).toContain(came.outputs['endpoint-id']);
    },
  );
});
