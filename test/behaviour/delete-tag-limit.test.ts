import { describe, expect } from 'vitest';
import { ids, type Sandbox } from '../sandbox/index.ts';
import { claimants, expectDeparted, fill, leave, SHORT, sharedPath, sweepRun } from '../support/departures.ts';
import { behaviour } from '../support/in-memory.ts';
import {
  errorText,
  expectFailure,
  expectNothingLeft,
  expectOnePath,
  expectRefusal,
  expectSuccess,
  leavingMarks,
  liveEndpoints,
  ownedGroups,
  standard,
  theEndpoint,
} from '../support/paths.ts';
import { mutations, run } from '../support/run.ts';

const A = { environment: 'branch:a' };
const B = { environment: 'branch:b' };
const SECOND = { ...A, cluster: ids.secondStandardCluster };

/** A leaving mark of a run that died, with the clusters that it was to disconnect. */
function deadMark(box: Sandbox, nonce: string, clusters: string): Record<string, string> {
  const at = new Date(box.clock.now() - 3_600_000).toISOString();
  return { [`cockroachdb-privatelink/leaving/${nonce}`]: `v1 at=${at} by= clusters=${clusters}` };
}

/** The tags that something writes on the endpoint as soon as a claim was removed from it. */
function taken(box: Sandbox, tags: () => Record<string, string>): void {
  let done = false;
  box.onRequest(({ request, when }) => {
    if (when !== 'after' || request.action !== 'DeleteTags' || done) return;
    done = true;
    box.world.setTags(theEndpoint(box).id, tags());
  });
}

describe('an endpoint with 50 tags', () => {
  behaviour('the last one out: the group is marked, then a claim makes room for the mark', standard(), async (box) => {
    const { endpoint } = sharedPath(box, [A, SECOND]);
    fill(box, endpoint);
    const result = await leave(box, A.environment);
    expectDeparted(result, 'deleted');
    expect(mutations(result).slice(0, 3)).toEqual(['CreateTags', 'DeleteTags', 'CreateTags']);
    expect(result.outputs['changed']).toBe('true');
    expectNothingLeft(box, ids.standardCluster);
    expectNothingLeft(box, ids.secondStandardCluster);
  });

  behaviour('one of two out: its cluster is disconnected, and no mark stays anywhere', standard(), async (box) => {
    const { endpoint } = sharedPath(box, [SECOND, B]);
    fill(box, endpoint);
    expectDeparted(await leave(box, A.environment), 'deleted');
    expect(claimants(endpoint)).toEqual([B.environment]);
    expectOnePath(box, ids.standardCluster);
    expect(box.world.connections(ids.secondStandardCluster)).toEqual([]);
    expect(leavingMarks(endpoint)).toEqual([]);
    expect(Object.keys(ownedGroups(box)[0]?.tags ?? {}).filter((key) => key.includes('/leaving/'))).toEqual([]);
    expect(Object.keys(endpoint.tags)).toHaveLength(49);
  });

  behaviour('two out at once', standard(), async (box) => {
    const { endpoint } = sharedPath(box, [SECOND, B]);
    fill(box, endpoint);
    const results = await Promise.all([leave(box, A.environment), leave(box, B.environment)]);
    for (const result of results) expectSuccess(result);
    expectNothingLeft(box, ids.standardCluster);
    expectNothingLeft(box, ids.secondStandardCluster);
  });

  behaviour('swept', standard(), async (box) => {
    const { endpoint } = sharedPath(box, [{ environment: 'branch:gone', idleHours: 30 }]);
    fill(box, endpoint);
    expectSuccess(await sweepRun(box));
    expectNothingLeft(box, ids.standardCluster);
  });

  behaviour(
    'without a group of the action: the error names tags that can go, nothing is written',
    standard(),
    async (box) => {
      const { endpoint, groupId } = sharedPath(box, [A]);
      const mine = box.world.createGroup({ vpcId: ids.vpc, name: 'mine' });
      box.world.setEndpointGroups(endpoint.id, [mine.id]);
      box.world.deleteGroup(groupId);
      fill(box, endpoint);
      const result = await leave(box, A.environment);
      expectRefusal(result, 'tag-limit');
      expect(errorText(result)).toContain(endpoint.id);
      for (const key of ['team-10', 'team-17']) expect(errorText(result)).toMatch(new RegExp(`\\b${key}\\b`));
      expect(Object.keys(endpoint.tags)).toEqual(expect.arrayContaining(['team-10', 'team-17']));
      box.world.setTags(endpoint.id, { 'team-10': null });
      expectDeparted(await leave(box, A.environment), 'deleted');
      expectNothingLeft(box, ids.standardCluster);
    },
  );

  behaviour('and a group with 50 tags: the error names tags of the group', standard(), async (box) => {
    const { endpoint, groupId } = sharedPath(box, [A]);
    const [group] = ownedGroups(box);
    if (group === undefined) throw new Error('there is no group');
    fill(box, endpoint);
    fill(box, group);
    const result = await leave(box, A.environment);
    expectRefusal(result, 'tag-limit');
    expect(errorText(result)).toContain(groupId);
    box.world.setTags(groupId, { 'team-20': null });
    expectDeparted(await leave(box, A.environment), 'deleted');
  });

  behaviour('only claims of others besides: the error says whom to ask', standard(), async (box) => {
    const names = Array.from({ length: 47 }, (_, index) => ({ environment: `branch:${index}` }));
    const { endpoint, groupId } = sharedPath(box, names);
    box.world.deleteGroup(groupId);
    fill(box, endpoint);
    const result = await leave(box, 'branch:0');
    expectRefusal(result, 'tag-limit');
    expect(errorText(result)).toContain('delete');
  });

  behaviour('a tag of others takes the room: the error names it, and the next run goes on', standard(), async (box) => {
    const { endpoint } = sharedPath(box, [SECOND, B]);
    fill(box, endpoint);
    taken(box, () => ({ 'a-late-one': 'x' }));
    const result = await leave(box, A.environment);
    expectFailure(result, 'tag-limit');
    expect(errorText(result)).toContain('a-late-one');
    expect(claimants(endpoint)).toEqual([B.environment]);
    expect(box.world.connections(ids.secondStandardCluster)).toHaveLength(1);
    box.world.setTags(endpoint.id, { 'a-late-one': null });
    expectDeparted(await leave(box, A.environment), 'deleted');
    expectOnePath(box, ids.standardCluster);
    expect(box.world.connections(ids.secondStandardCluster)).toEqual([]);
  });

  behaviour('the mark of another run takes the room: this one waits until it is gone', standard(), async (box) => {
    const { endpoint } = sharedPath(box, [SECOND, B]);
    fill(box, endpoint);
    taken(box, () => {
      const key = 'cockroachdb-privatelink/leaving/otherrun';
      void box.clock.sleep(20_000).then(() => box.world.setTags(endpoint.id, { [key]: null }));
      return { [key]: `v1 at=${new Date(box.clock.now()).toISOString()} by=x clusters=` };
    });
    const result = await leave(box, A.environment);
    expectDeparted(result, 'deleted');
    expect(result.log).toContain('no room for a second removal mark');
    expect(box.world.connections(ids.secondStandardCluster)).toEqual([]);
    expectOnePath(box, ids.standardCluster);
  });

  behaviour('marks of dead runs fill it: one of them makes room', standard(), async (box) => {
    const { endpoint } = sharedPath(box, [A]);
    box.world.setTags(
      endpoint.id,
      Object.fromEntries(
        Object.keys(endpoint.tags)
          .filter((key) => key.includes('/claim/'))
          .map((key) => [key, null]),
      ),
    );
    for (let at = 0; at < 6; at += 1) box.world.setTags(endpoint.id, deadMark(box, `dead${at}`, ids.standardCluster));
    fill(box, endpoint);
    const result = await leave(box, A.environment, { inputs: { cluster: ids.standardCluster } });
    expectDeparted(result, 'deleted');
    expectNothingLeft(box, ids.standardCluster);
  });
});

describe('leaving marks of dead runs on the group of an endpoint', () => {
  behaviour('go with the next ensure, also where the endpoint has none', standard(), async (box) => {
    const { endpoint, groupId } = sharedPath(box, [A]);
    for (let at = 0; at < 5; at += 1) box.world.setTags(groupId, deadMark(box, `dead${at}`, ids.standardCluster));
    box.world.setTags(endpoint.id, deadMark(box, 'dead0', ids.standardCluster));
    const result = await run(box, A, { env: SHORT });
    expectSuccess(result);
    expect(result.outputs['changed']).toBe('false');
    expect(leavingMarks(endpoint)).toEqual([]);
    expect(Object.keys(ownedGroups(box)[0]?.tags ?? {}).filter((key) => key.includes('/leaving/'))).toEqual([]);
    expect(mutations(await run(box, A))).toEqual([]);
  });

  behaviour('tell the next delete which clusters are left', standard(), async (box) => {
    const { endpoint, groupId } = sharedPath(box, [SECOND, B]);
    const key = Object.keys(endpoint.tags).find((one) => endpoint.tags[one]?.includes(ids.secondStandardCluster)) ?? '';
    box.world.setTags(endpoint.id, { [key]: null });
    box.world.setTags(groupId, deadMark(box, 'dead', ids.secondStandardCluster));
    expectDeparted(await leave(box, B.environment), 'deleted');
    expect(liveEndpoints(box)).toEqual([]);
    expectNothingLeft(box, ids.secondStandardCluster);
  });
});
