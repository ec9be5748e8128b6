import { describe, expect, it } from 'vitest';
import { ownerDigest } from '../../src/reconcile/model/claims.ts';
import { everyOutcomeHasAnExample } from './complete.ts';
import { claims, environment, MADE_BY_ACTION, mark } from './finished.ts';
import {
  endpoint,
  endpointFilledTo,
  endpointTags,
  given,
  groupFilledTo,
  groupTags,
  leaving,
  withoutSecurityGroup,
} from './given.ts';
import { planOf } from './plan-lines.ts';
import { thisRunMarkedGroup, thisRunUnclaimed } from './this-run.ts';

const LATER = [
  'disconnect c-1 from vpce-1 [after: every run can see its removal mark]',
  'delete-endpoint vpce-1 [after: every run can see its removal mark]',
  'delete-group sg-1 [after: its VPC endpoint is deleted]',
];
/** Leaving marks of a run that died an hour ago and was to disconnect the cluster. */
const deadMark = mark('dead-run', 3600, { clusterIds: ['c-1'] });

describe('delete, where the endpoint has all the tags that EC2 allows', () => {
  it('nobody has marked anything -> mark the group; one claim makes room after that', () => {
    expect(planOf(given(leaving(), endpointFilledTo(50)))).toEqual([
      'mark sg-1 by this-run (bookkeeping)',
      'unclaim vpce-1 for staging on c-1 (bookkeeping) [after: its security group is marked]',
      ...LATER,
    ]);
  });

  it('there is room for one more -> mark endpoint and group as always', () => {
    expect(planOf(given(leaving(), endpointFilledTo(49)))).toEqual([
      'mark vpce-1 and sg-1 by this-run (bookkeeping)',
      ...LATER,
    ]);
  });

  it("AWS's own tags do not count -> mark endpoint and group as always", () => {
    const own = endpointTags({ 'aws:cloudformation:stack-id': 'x' });
    expect(planOf(given(leaving(), own, endpointFilledTo(50)))).toEqual([
      'mark vpce-1 and sg-1 by this-run (bookkeeping)',
      ...LATER,
    ]);
  });

  it('this run has marked the group -> remove the claim', () => {
    expect(planOf(given(leaving(), endpointFilledTo(50), thisRunMarkedGroup(1)))).toEqual([
      'unclaim vpce-1 for staging on c-1 (bookkeeping)',
      ...LATER,
    ]);
  });

  it('and has removed the claim -> mark the endpoint, and the group anew', () => {
    expect(planOf(given(leaving(), endpointFilledTo(50), thisRunMarkedGroup(2), thisRunUnclaimed(1)))).toEqual([
      'mark vpce-1 and sg-1 by this-run (bookkeeping)',
      ...LATER,
    ]);
  });

  it('and something else has taken the room -> the run says which tags can go', () => {
    const other = endpointTags({ 'a-late-one': '' });
    const taken = [endpointFilledTo(50), thisRunMarkedGroup(2), thisRunUnclaimed(1), other];
    expect(planOf(given(leaving(), ...taken))).toEqual([...LATER, 'blocked tag-limit vpce-1']);
  });

  it('and the mark of another run has taken it -> wait until that is gone', () => {
    const other = endpointTags(mark('other-run', 1));
    const taken = [endpointFilledTo(50), thisRunMarkedGroup(2), thisRunUnclaimed(1), other];
    expect(planOf(given(leaving(), ...taken))).toEqual([
      ...LATER,
      'wait leaving vpce-1: no room for a second removal mark; reads endpoints, groups',
    ]);
  });

  it('nobody claims it, and a run that died has marked it -> its mark makes room', () => {
    const unclaimed = endpoint({ tags: { ...MADE_BY_ACTION, ...deadMark } });
    expect(planOf(given(leaving(), unclaimed, endpointFilledTo(50)))).toEqual([
      'mark sg-1 by this-run (bookkeeping)',
      'unmark vpce-1 by dead-run (bookkeeping) [after: its security group is marked]',
      ...LATER,
    ]);
  });

  it('it has no group of the action -> the run says which tags can go', () => {
    const [disconnect = '', remove = ''] = LATER;
    expect(planOf(given(leaving(), endpointFilledTo(50), withoutSecurityGroup()))).toEqual([
      disconnect,
      remove,
      'blocked tag-limit vpce-1',
    ]);
  });

  it('the group has as many -> the run says which tags of the group can go', () => {
    expect(planOf(given(leaving(), endpointFilledTo(50), groupFilledTo(50)))).toEqual([
      ...LATER,
      'blocked tag-limit sg-1',
    ]);
  });
});

describe('delete, where only the group tells what a run that died has left', () => {
  it('its claim made room, and then the run was killed -> go on from there', () => {
    const unclaimed = endpoint({ tags: MADE_BY_ACTION });
    expect(planOf(given(leaving(), unclaimed, groupTags(deadMark)))).toEqual([
      'mark vpce-1 and sg-1 by this-run (bookkeeping)',
      ...LATER,
    ]);
  });

  it('and others use the endpoint -> disconnect the cluster that nobody claims', () => {
    const others = endpoint({ tags: { ...MADE_BY_ACTION, ...claims(['branch:search'], { cluster: 'c-2' }) } });
    const left = groupTags(mark('dead-run', 3600, { by: ownerDigest(environment('staging')), clusterIds: ['c-1'] }));
    expect(planOf(given(leaving(), others, left))).toEqual([
      'mark vpce-1 and sg-1 by this-run (bookkeeping)',
      'disconnect c-1 from vpce-1 [after: every run can see its removal mark]',
      'stays VPC endpoint vpce-1: still used by branch:search, $14.60 a month',
    ]);
  });
});

everyOutcomeHasAnExample(import.meta.url, ['membership/make-room.ts', 'membership/tag-room.ts']);
