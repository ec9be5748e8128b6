import { describe, expect, it } from 'vitest';
import { ownerDigest } from '../../src/reconcile/model/claims.ts';
import { everyOutcomeHasAnExample } from './complete.ts';
import { claims, environment, MADE_BY_ACTION, mark } from './finished.ts';
import { endpoint, endpointTags, given, groupTags, leaving, withoutConnection } from './given.ts';
import { planOf } from './plan-lines.ts';
import { thisRunDisconnected, thisRunMarked, thisRunUnclaimed, thisRunUnmarked } from './this-run.ts';

/** Another environment uses the same cluster through the endpoint. */
const sharedCluster = () => endpointTags(claims(['branch:search']));

/** Another environment uses another cluster through the endpoint. */
const sharedEndpoint = () => endpointTags(claims(['branch:search'], { cluster: 'c-2' }));

describe('delete, where another environment uses the same cluster', () => {
  it('nobody has marked the endpoint -> mark it; later only the claim goes', () => {
    expect(planOf(given(leaving(), sharedCluster()))).toEqual([
      'mark vpce-1 and sg-1 by this-run (bookkeeping)',
      'unclaim vpce-1 for staging on c-1 (bookkeeping) [after: every run can see its removal mark]',
      'stays VPC endpoint vpce-1: still used by branch:search, $14.60 a month',
    ]);
  });

  it('this run marked it a minute ago -> remove the claim, and leave cluster and endpoint connected', () => {
    expect(planOf(given(leaving(), sharedCluster(), thisRunMarked(60)))).toEqual([
      'unclaim vpce-1 for staging on c-1 (bookkeeping)',
      'stays VPC endpoint vpce-1: still used by branch:search, $14.60 a month',
    ]);
  });

  it('the claim was removed ten seconds ago -> another may leave at the same time, wait and decide again', () => {
    expect(planOf(given(leaving(), sharedCluster(), thisRunMarked(70), thisRunUnclaimed(10)))).toEqual([
      'wait briefly mark vpce-1: claim released; reads endpoints, groups, connections:orders in 20 s',
      'stays VPC endpoint vpce-1: still used by branch:search, $14.60 a month',
    ]);
  });

  it('the claim was removed 30 seconds ago and the other one is there -> remove the leaving mark', () => {
    expect(planOf(given(leaving(), sharedCluster(), thisRunMarked(100), thisRunUnclaimed(30)))).toEqual([
      'unmark vpce-1 and sg-1 by this-run (bookkeeping)',
      'stays VPC endpoint vpce-1: still used by branch:search, $14.60 a month',
    ]);
  });

  it('a run that died left a mark too -> its work is done, remove both marks', () => {
    const dead = mark('dead-run', 300);
    expect(
      planOf(given(leaving(), sharedCluster(), endpointTags(dead), thisRunMarked(100), thisRunUnclaimed(30))),
    ).toEqual([
      'unmark vpce-1 and sg-1 by this-run (bookkeeping)',
      'unmark vpce-1 and sg-1 by dead-run (bookkeeping)',
      'stays VPC endpoint vpce-1: still used by branch:search, $14.60 a month',
    ]);
  });

  it('the claim was removed 30 seconds ago and the other one is gone too -> this run is the last, delete the endpoint', () => {
    expect(planOf(given(leaving(), thisRunMarked(100), thisRunUnclaimed(30)))).toEqual([
      'disconnect c-1 from vpce-1',
      'delete-endpoint vpce-1 [after: its connections are removed]',
      'delete-group sg-1 [after: its VPC endpoint is deleted]',
    ]);
  });

  it('this run has removed its mark -> it is done, and tells what stays', () => {
    expect(planOf(given(leaving(), sharedCluster(), thisRunUnclaimed(60), thisRunUnmarked(5)))).toEqual([
      'stays VPC endpoint vpce-1: still used by branch:search, $14.60 a month',
    ]);
  });
});

describe('delete, where another environment uses another cluster through the endpoint', () => {
  it('this run marked it a minute ago -> disconnect the cluster that nobody else claims, then remove the claim', () => {
    expect(planOf(given(leaving(), sharedEndpoint(), thisRunMarked(60)))).toEqual([
      'disconnect c-1 from vpce-1',
      'unclaim vpce-1 for staging on c-1 (bookkeeping) [after: its connections are removed]',
      'stays VPC endpoint vpce-1: still used by branch:search, $14.60 a month',
    ]);
  });

  it('the cluster was disconnected ten seconds ago -> keep the mark until every run can see that', () => {
    const gone = [thisRunUnclaimed(60), thisRunDisconnected(10), withoutConnection()];
    expect(planOf(given(leaving(), sharedEndpoint(), thisRunMarked(110), ...gone))).toEqual([
      'wait briefly mark vpce-1: removed; reads endpoints, connections:orders in 20 s',
      'stays VPC endpoint vpce-1: still used by branch:search, $14.60 a month',
    ]);
  });

  it('it was disconnected ten seconds ago and the mark is too old -> wait before it is marked again', () => {
    const gone = [thisRunDisconnected(10), withoutConnection()];
    expect(planOf(given(leaving(), sharedEndpoint(), thisRunMarked(121), ...gone))).toEqual([
      'unclaim vpce-1 for staging on c-1 (bookkeeping) [after: every run can see its removal mark]',
      'wait briefly mark vpce-1: removed; reads endpoints, connections:orders in 20 s',
      'stays VPC endpoint vpce-1: still used by branch:search, $14.60 a month',
    ]);
  });

  it('an earlier run of this environment died between claim and connection -> disconnect what its mark names', () => {
    const dead = mark('dead-run', 300, { by: ownerDigest(environment('staging')), clusterIds: ['c-1'] });
    const other = { ...MADE_BY_ACTION, ...claims(['branch:search'], { cluster: 'c-2' }) };
    expect(planOf(given(leaving(), endpoint({ tags: { ...other, ...dead } }), groupTags(dead)))).toEqual([
      'mark vpce-1 and sg-1 by this-run (bookkeeping)',
      'disconnect c-1 from vpce-1 [after: every run can see its removal mark]',
      'stays VPC endpoint vpce-1: still used by branch:search, $14.60 a month',
    ]);
  });
});

everyOutcomeHasAnExample(import.meta.url, ['membership/leave.ts']);
