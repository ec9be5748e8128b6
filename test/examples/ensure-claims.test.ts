import { describe, expect, it } from 'vitest';
import { ownerDigest } from '../../src/reconcile/model/claims.ts';
import { everyOutcomeHasAnExample } from './complete.ts';
import { claims, environment, MADE_BY_ACTION, mark, THIS_RUN } from './finished.ts';
import {
  alsoEndpoint,
  cluster,
  endpoint,
  endpointTags,
  given,
  groupTags,
  observed,
  readBefore,
  secondCluster,
} from './given.ts';
import { planOf } from './plan-lines.ts';
import {
  claimKnownFor,
  thisRunChanged,
  thisRunClaimed,
  thisRunCreatedEndpoint,
  thisRunLostClaim,
  thisRunModifiedEndpoint,
  thisRunTurnedOnPrivateDns,
} from './this-run.ts';

/** The endpoint has these tags and that of the action, and no others. */
const onlyTags = (tags: Readonly<Record<string, string>>) => endpoint({ tags: { ...MADE_BY_ACTION, ...tags } });

/** A leaving mark that another run wrote a few seconds ago, and may not give up what `staging` claims. */
const otherIsLeaving = (ago: number) =>
  endpointTags(mark('other-run', ago, { by: ownerDigest(environment('branch:search')) }));

describe('ensure and the claim of its environment', () => {
  it('another environment has made the endpoint -> write a claim of this one too', () => {
    expect(planOf(given(onlyTags(claims(['branch:search']))))).toEqual(['claim vpce-1 for staging (bookkeeping)']);
  });

  it('the claim is missing and a setting is wrong -> change nothing before a read has shown the claim', () => {
    const off = endpoint({ privateDns: false });
    expect(planOf(given(onlyTags(claims(['branch:search'])), off))).toEqual([
      'claim vpce-1 for staging (bookkeeping)',
      'set-private-dns vpce-1 on [after: AWS shows the claim of this run]',
    ]);
  });

  it('the claim is six hours old -> write it again, so that it shows that the endpoint is in use', () => {
    expect(planOf(given(endpointTags(claims(['staging'], { hoursAgo: 6 }))))).toEqual([
      'claim vpce-1 for staging (bookkeeping)',
    ]);
  });

  it('the claim is five hours old -> write nothing', () => {
    expect(planOf(given(endpointTags(claims(['staging'], { hoursAgo: 5 }))))).toEqual([]);
  });

  it('the claim was written after the last read -> wait for a read that shows it', () => {
    expect(planOf(given(thisRunClaimed(1), readBefore(5, 'endpoints', 'connections:orders')))).toEqual([
      'wait briefly claimed vpce-1: written; reads endpoints, connections:orders',
    ]);
  });

  it('the workflow names a second cluster with the same endpoint -> claim it for that one too', () => {
    expect(planOf(given(secondCluster()))).toEqual(['claim vpce-1 for staging (bookkeeping)']);
  });

  it('the endpoint has no room for one more claim -> the run says so', () => {
    const names = Array.from({ length: 43 }, (_, index) => `branch:${index}`);
    expect(planOf(given(onlyTags(claims(names))))).toEqual(['blocked tag-limit']);
  });
});

describe('ensure and a claim of its environment on a cluster that the workflow no longer names', () => {
  const former = (hoursAgo = 1) => endpointTags(claims(['staging', 'branch:search'], { cluster: 'c-2', hoursAgo }));
  const gone = (proof: 'deleted' | 'absent') => observed({ goneClusters: { 'c-2': proof } });

  it('the state of the cluster is DELETED -> release the claim, and no claim of another environment', () => {
    expect(planOf(given(former(), gone('deleted')))).toEqual(['unclaim vpce-1 for staging on c-2 (bookkeeping)']);
  });

  it('the API has no such cluster, and the claim was used an hour ago -> keep it: the key may not see the cluster', () => {
    expect(planOf(given(former(), gone('absent')))).toEqual([]);
  });

  it('the API has no such cluster, and the claim was last used seven days ago -> release it', () => {
    expect(planOf(given(former(7 * 24), gone('absent')))).toEqual(['unclaim vpce-1 for staging on c-2 (bookkeeping)']);
  });

  it('the API has no such cluster, and a cluster of this run has its name -> release it', () => {
    expect(planOf(given(former(), gone('absent'), cluster({ name: 'billing' })))).toEqual([
      'unclaim vpce-1 for staging on c-2 (bookkeeping)',
    ]);
  });

  it('nothing is known of the cluster -> keep the claim', () => {
    expect(planOf(given(former(7 * 24)))).toEqual([]);
  });

  it('the claim of this run is missing -> release nothing before a read has shown it', () => {
    const tags = onlyTags(claims(['staging'], { cluster: 'c-2' }));
    expect(planOf(given(tags, gone('deleted')))).toEqual(['claim vpce-1 for staging (bookkeeping)']);
  });

  it('another run is about to leave -> release nothing until its mark is gone', () => {
    expect(planOf(given(former(), gone('deleted'), otherIsLeaving(5)))).toEqual([
      'wait leaving vpce-1: 1 removal mark; reads endpoints, connections:orders',
    ]);
  });

  it('such claims fill the endpoint -> write the claim of this run in the reserve, then release them', () => {
    const many = Array.from({ length: 43 }, (_, n) => claims(['staging'], { cluster: `c-${n + 2}` }));
    const proofs = Object.fromEntries(many.map((_, n) => [`c-${n + 2}`, 'deleted' as const]));
    const full = onlyTags(Object.assign({}, ...many));
    expect(planOf(given(full, observed({ goneClusters: proofs })))).toEqual(['claim vpce-1 for staging (bookkeeping)']);
  });
});

describe('ensure and a run that is leaving the endpoint', () => {
  it('another run has just marked it as leaving -> wait until the mark is gone, whatever else is to do', () => {
    expect(planOf(given(otherIsLeaving(5), endpoint({ privateDns: false })))).toEqual([
      'wait leaving vpce-1: 1 removal mark; reads endpoints, connections:orders',
    ]);
  });

  it('this run knew of its claim before the mark was written -> that run will see the claim, go on', () => {
    expect(planOf(given(otherIsLeaving(5), claimKnownFor(10)))).toEqual([]);
  });

  it('the mark may give up the claim of this environment -> write a younger claim and wait', () => {
    const ownIsLeaving = endpointTags(mark('other-run', 5, { by: ownerDigest(environment('staging')) }));
    expect(planOf(given(ownIsLeaving, claimKnownFor(10)))).toEqual([
      'claim vpce-1 for staging (bookkeeping)',
      'wait leaving vpce-1: 1 removal mark; reads endpoints, connections:orders',
    ]);
  });

  it('the mark is four minutes old -> its run died, remove the mark', () => {
    expect(planOf(given(otherIsLeaving(240)))).toEqual(['unmark vpce-1 by other-run (bookkeeping)']);
  });

  it('the dead mark names a cluster that nobody claims -> it stays for the next run that leaves, who disconnects it', () => {
    const unclaimed = mark('other-run', 240, { by: ownerDigest(environment('branch:search')), clusterIds: ['c-2'] });
    expect(planOf(given(endpointTags(unclaimed)))).toEqual([]);
  });

  it('two dead marks of one environment name the same cluster that nobody claims -> only the younger one stays', () => {
    const unclaimed = { by: ownerDigest(environment('branch:search')), clusterIds: ['c-2'] };
    const both = { ...mark('first-run', 9000, unclaimed), ...mark('second-run', 240, unclaimed) };
    expect(planOf(given(endpointTags(both)))).toEqual(['unmark vpce-1 by first-run (bookkeeping)']);
  });

  it('of two environments -> both stay: each of them goes on from its own', () => {
    const of = (name: string) => ({ by: ownerDigest(environment(name)), clusterIds: ['c-2'] });
    const both = { ...mark('first-run', 9000, of('branch:search')), ...mark('second-run', 240, of('branch:other')) };
    expect(planOf(given(endpointTags(both)))).toEqual([]);
  });

  it('only the group has a dead mark -> remove it there', () => {
    expect(planOf(given(groupTags(mark('other-run', 240))))).toEqual([
      'unmark vpce-1 and sg-1 by other-run (bookkeeping)',
    ]);
  });

  it('only the group has a living mark -> go on: nothing is destroyed before the endpoint has shown one', () => {
    expect(planOf(given(groupTags(mark('other-run', 5))))).toEqual([]);
  });

  it('this run marked the endpoint before it turned out to stay -> remove its own mark', () => {
    expect(planOf(given(endpointTags(mark(THIS_RUN, 40))))).toEqual(['unmark vpce-1 by this-run (bookkeeping)']);
  });
});

describe('ensure and reads that lag behind', () => {
  it('this run turned on private DNS five seconds ago and no read shows it -> do not ask twice', () => {
    expect(planOf(given(endpoint({ privateDns: false }), thisRunTurnedOnPrivateDns(5)))).toEqual([
      'wait shown dns-on vpce-1: requested, not visible yet; reads endpoints',
    ]);
  });

  it('this run changed the endpoint and the group after they were read -> read them once more before it ends', () => {
    expect(planOf(given(thisRunChanged(1, 'endpoints', 'groups'), readBefore(5, 'endpoints', 'groups')))).toEqual([
      'wait briefly confirm: not read again yet; reads endpoints, groups',
    ]);
  });

  it('another environment may have changed the endpoint too -> believe a read only 30 seconds after the last change', () => {
    expect(planOf(given(thisRunModifiedEndpoint(10), endpointTags(claims(['branch:search']))))).toEqual([
      'wait briefly confirm: not read again yet; reads endpoints in 20 s',
    ]);
  });

  it('this run created the endpoint, and nobody else claims it -> a read after the last change is proof enough', () => {
    expect(planOf(given(thisRunModifiedEndpoint(10), thisRunCreatedEndpoint('vpce-1')))).toEqual([]);
  });

  it('connections were read before this run wrote its claim -> another run may have disconnected until then, read them', () => {
    expect(planOf(given(thisRunClaimed(3), readBefore(5, 'connections:orders')))).toEqual([
      'wait briefly confirm: not read again yet; reads connections:orders',
    ]);
  });
});

describe('ensure and tags of this run that something removes', () => {
  const unclaimed = onlyTags(claims(['branch:search']));
  const lost = (times: number, ago: number) => thisRunLostClaim({ times, ago });

  it('its claim was removed once, a second ago -> wait two seconds before it is written again', () => {
    expect(planOf(given(unclaimed, lost(1, 1)))).toEqual([
      'wait briefly retag vpce-1 claim: its tag was removed once; reads endpoints in 1 s',
    ]);
  });

  it('and two seconds have passed -> write it again', () => {
    expect(planOf(given(unclaimed, lost(1, 2)))).toEqual(['claim vpce-1 for staging (bookkeeping)']);
  });

  it('its claim was removed five times -> wait thirty-two seconds', () => {
    expect(planOf(given(unclaimed, lost(5, 2)))).toEqual([
      'wait briefly retag vpce-1 claim: its tag was removed 5 times; reads endpoints in 30 s',
    ]);
  });

  it('its claim was removed six times -> the run says so', () => {
    expect(planOf(given(unclaimed, lost(6, 2)))).toEqual(['blocked tags-removed vpce-1']);
  });
});

describe('ensure and two endpoints of the action for one service', () => {
  it('two runs have made one each -> keep the older one, delete the younger under a leaving mark', () => {
    expect(planOf(given(alsoEndpoint('vpce-2')))).toEqual([
      'mark vpce-2 by this-run (bookkeeping)',
      'delete-endpoint vpce-2 [after: every run can see its removal mark]',
    ]);
  });

  it('private DNS is asked for and only the younger has it -> turn it on once that one is gone', () => {
    expect(planOf(given(endpoint({ privateDns: false }), alsoEndpoint('vpce-2')))).toEqual([
      'set-private-dns vpce-1 on [after: vpce-2, which holds the name, is deleted]',
      'mark vpce-2 by this-run (bookkeeping)',
      'delete-endpoint vpce-2 [after: every run can see its removal mark]',
    ]);
  });
});

everyOutcomeHasAnExample(import.meta.url, [
  'membership/join.ts',
  'plan/plan-draft.ts',
  'membership/released-claims.ts',
  'plan/tagging.ts',
]);
