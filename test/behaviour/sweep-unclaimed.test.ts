import { describe, expect } from 'vitest';
import { leavingMark } from '../../src/reconcile/model/claims.ts';
import { wallTime } from '../../src/support/moment.ts';
import { ids, type Sandbox } from '../sandbox/index.ts';
import type { EndpointState } from '../sandbox/types.ts';
import {
  claimTags,
  expectDeparted,
  leave,
  type Shared,
  sharedPath,
  sweepRun,
  sweptRows,
} from '../support/departures.ts';
import { behaviour } from '../support/in-memory.ts';
import {
  expectNothingLeft,
  expectSuccess,
  leavingMarks,
  liveEndpoints,
  ownedGroups,
  standard,
} from '../support/paths.ts';
import { mutations } from '../support/run.ts';

const A = { environment: 'branch:a' };
const HOUR = 3_600_000;

/** A finished path of the action from which somebody took the claim. */
function unclaimed(box: Sandbox, ageHours = 50): Shared {
  const shared = sharedPath(box, [A], { ageHours });
  for (const key of Object.keys(claimTags(box, [A]))) box.world.setTags(shared.endpoint.id, { [key]: null });
  return shared;
}

/** The mark of a run that was killed, under the nonce given. */
function markBy(box: Sandbox, nonce: string): Record<string, string> {
  const left = { by: '', clusterIds: [ids.standardCluster] };
  const { key, value } = leavingMark(nonce, wallTime(box.clock.now() - 30 * HOUR), left);
  return { [key]: value };
}

describe('an endpoint that nobody claims', () => {
  // What EC2 shows, and whether traffic may still pass it. One that is in use is `pending` while it is changed.
  const states: readonly [EndpointState, boolean][] = [
    ['available', true],
    ['pending', true],
    ['pendingAcceptance', false],
    ['rejected', false],
    ['failed', false],
    ['expired', false],
  ];
  for (const [state, mayBeUsed] of states) {
    for (const ageHours of [50, 20]) {
      const goes = !mayBeUsed && ageHours > 24;
      behaviour(`${state}, ${ageHours} h old: ${goes ? 'deleted' : 'kept'}`, standard(), async (box) => {
        const { endpoint } = unclaimed(box, ageHours);
        Object.assign(box.world.tables.endpoint.get(endpoint.id) ?? {}, { state });
        const result = await sweepRun(box);
        expectSuccess(result);
        expect(liveEndpoints(box)).toHaveLength(goes ? 0 : 1);
        expect(ownedGroups(box)).toHaveLength(goes ? 0 : 1);
        if (!goes) expect(mutations(result)).toEqual([]);
        const row = sweptRows(result)[`VPC endpoint ${endpoint.id}`];
        expect(row?.outcome).toBe(goes ? 'swept' : 'kept');
        const command = `aws ec2 delete-vpc-endpoints --region us-east-1 --vpc-endpoint-ids ${endpoint.id}`;
        if (mayBeUsed) {
          const why = `no environment claims it; EC2 reports it as ${state}; about $21.90 a month`;
          expect(row).toMatchObject({ why, command });
        } else expect(row).not.toHaveProperty('command');
      });
    }
  }

  behaviour('and that becomes available while sweep waits stays, without a mark', standard(), async (box) => {
    const { endpoint } = unclaimed(box);
    const stored = box.world.tables.endpoint.get(endpoint.id);
    Object.assign(stored ?? {}, { state: 'pendingAcceptance', accepted: false });
    box.onRequest(({ request, when }) => {
      // Somebody accepts it by hand.
      if (when === 'after' && request.action === 'CreateTags') Object.assign(stored ?? {}, { state: 'available' });
    });
    const result = await sweepRun(box);
    expectSuccess(result);
    expect(mutations(result)).toEqual(['CreateTags', 'DeleteTags']);
    expect(liveEndpoints(box).map((one) => [one.id, one.state])).toEqual([[endpoint.id, 'available']]);
    expect(leavingMarks(endpoint)).toEqual([]);
    expect(sweptRows(result)[`VPC endpoint ${endpoint.id}`]).toMatchObject({
      outcome: 'kept',
      why: expect.stringMatching(/^no environment claims it; created 50 h .*, but EC2 reports it as available now$/),
    });
  });

  behaviour('whose mark another run removes while sweep waits stays, connected', standard(), async (box) => {
    const { endpoint } = unclaimed(box);
    const mark = markBy(box, 'aaaaaaaaaaaa');
    box.world.setTags(endpoint.id, mark);
    let seen = 0;
    box.onRequest(({ request, when }) => {
      if (when !== 'after' || request.action !== 'CreateTags') return;
      seen += 1;
      box.world.setTags(endpoint.id, Object.fromEntries(Object.keys(mark).map((key) => [key, null])));
    });
    const result = await sweepRun(box);
    expectSuccess(result);
    expect([seen, mutations(result)]).toEqual([1, ['CreateTags', 'DeleteTags']]);
    expect(liveEndpoints(box).map((one) => one.id)).toEqual([endpoint.id]);
    expect(box.world.connections().map((one) => one.status)).toEqual(['AVAILABLE']);
  });

  // Each saw the claim of the other, gave up its own, and was killed before it looked again.
  const finishers: Record<string, (box: Sandbox) => ReturnType<typeof sweepRun>> = {
    sweep: (box) => sweepRun(box),
    'delete of another environment': (box) => leave(box, 'production'),
  };
  const places: Record<string, (box: Sandbox, shared: Shared) => void> = {
    'the endpoint': (box, { endpoint }) =>
      box.world.setTags(endpoint.id, { ...markBy(box, 'aaaaaaaaaaaa'), ...markBy(box, 'bbbbbbbbbbbb') }),
    'its group': (box, { groupId }) => box.world.setTags(groupId, markBy(box, 'aaaaaaaaaaaa')),
    both(box, { endpoint, groupId }) {
      for (const id of [endpoint.id, groupId]) box.world.setTags(id, markBy(box, 'aaaaaaaaaaaa'));
    },
  };
  for (const [finisher, finish] of Object.entries(finishers)) {
    for (const [place, mark] of Object.entries(places)) {
      behaviour(
        `since both of its runs were killed, marked on ${place}: ${finisher} finishes`,
        standard(),
        async (box) => {
          mark(box, unclaimed(box));
          expectDeparted(await finish(box), 'deleted');
          expectNothingLeft(box, ids.standardCluster);
        },
      );
    }
  }

  behaviour('is kept where the mark is on another group', standard(), async (box) => {
    const { endpoint } = unclaimed(box);
    const tags = { 'cockroachdb-privatelink/managed-by': 'github-action', ...markBy(box, 'aaaaaaaaaaaa') };
    box.world.createGroup({ vpcId: ids.vpc, name: 'app-servers', tags });
    const result = await sweepRun(box);
    expectSuccess(result);
    expect(mutations(result)).toEqual([]);
    expect(sweptRows(result)[`VPC endpoint ${endpoint.id}`]?.outcome).toBe('kept');
  });

  behaviour('in a dry run is kept, with its command', standard(), async (box) => {
    const { endpoint } = unclaimed(box);
    const result = await sweepRun(box, { inputs: { 'dry-run': 'true' } });
    expectSuccess(result);
    expect(sweptRows(result)[`VPC endpoint ${endpoint.id}`]).toHaveProperty('command');
  });
});
