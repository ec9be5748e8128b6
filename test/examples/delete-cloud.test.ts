import { describe, expect, it } from 'vitest';
import type { ErrorCode } from '../../src/support/errors.ts';
import { everyOutcomeHasAnExample } from './complete.ts';
import { OTHER_ACCOUNT } from './finished.ts';
import {
  all,
  alsoConnection,
  asked,
  type Change,
  connectionIs,
  endpointIs,
  given,
  leaving,
  nothingMade,
  view,
  withoutConnection,
  withoutEndpoint,
  withoutSecurityGroup,
} from './given.ts';
import { planOf } from './plan-lines.ts';
import { disconnectWasRefused, refusal, thisRunDisconnected, thisRunGaveUp, thisRunMarked } from './this-run.ts';

/** No cluster is named, and the one that the claim names cannot be read by its ID. */
const unreadCluster = (code?: ErrorCode): Change => {
  const failure = code === undefined ? undefined : refusal(code);
  return all(asked({ clusters: [] }), view({ ref: 'c-1', matches: [], services: [], connections: [], failure }));
};

/** CockroachDB Cloud refused for good to remove the connection, and nothing is left at AWS. */
const refusedAndGone = (code: ErrorCode): Change =>
  all(withoutEndpoint(), withoutSecurityGroup(), disconnectWasRefused(code), thisRunGaveUp('vpce-1'));

describe('delete and a cluster that cannot be read', () => {
  it('the cluster was deleted -> tell it, and delete what is left at AWS', () => {
    expect(planOf(given(leaving(), unreadCluster()))).toEqual([
      'mark vpce-1 and sg-1 by this-run (bookkeeping)',
      'delete-endpoint vpce-1 [after: every run can see its removal mark]',
      'delete-group sg-1 [after: its VPC endpoint is deleted]',
      'note departure',
    ]);
  });

  it('the API key may not read the cluster -> warn, and delete what is at AWS', () => {
    expect(planOf(given(leaving(), unreadCluster('cloud-denied')))).toEqual([
      'mark vpce-1 and sg-1 by this-run (bookkeeping)',
      'delete-endpoint vpce-1 [after: every run can see its removal mark]',
      'delete-group sg-1 [after: its VPC endpoint is deleted]',
      'warning departure',
    ]);
  });

  it('nothing is left at AWS and the cluster could not be read -> the run says that a connection may be left', () => {
    expect(planOf(given(leaving(), nothingMade(), unreadCluster('cloud-denied'), thisRunGaveUp('vpce-1')))).toEqual([
      'blocked cloud-denied c-1 (late)',
      'stays the connection of cluster c-1 to vpce-1 at CockroachDB Cloud: could not be read, $0.00 a month',
    ]);
  });

  it('two clusters have the name -> the run cannot tell which one is meant', () => {
    const twice = view(({ matches }) => ({
      matches: [...matches, ...matches.map((one) => ({ ...one, id: 'c-2' }))],
      services: [],
      connections: [],
    }));
    expect(planOf(given(leaving(), twice))).toEqual([
      'mark vpce-1 and sg-1 by this-run (bookkeeping)',
      'delete-endpoint vpce-1 [after: every run can see its removal mark]',
      'delete-group sg-1 [after: its VPC endpoint is deleted]',
      'blocked cluster-ambiguous orders',
    ]);
  });
});

describe('delete and connections', () => {
  it('CockroachDB Cloud refused to remove the connection -> delete the endpoint all the same', () => {
    expect(planOf(given(leaving(), thisRunMarked(60), disconnectWasRefused('cloud-denied')))).toEqual([
      'delete-endpoint vpce-1',
      'delete-group sg-1 [after: its VPC endpoint is deleted]',
    ]);
  });

  const refusals: readonly [ErrorCode, string][] = [
    ['cloud-key-rejected', 'blocked cloud-key-rejected c-1 (late)'],
    ['cloud-denied', 'blocked cloud-denied c-1 (late)'],
    ['cloud-refused', 'blocked cloud-refused c-1 (late)'],
  ];

  it.each(refusals)('it refused with %s, and all else is gone -> the run ends with that code', (code, line) => {
    expect(planOf(given(leaving(), refusedAndGone(code)))).toEqual([
      line,
      'stays the connection of cluster orders to vpce-1 at CockroachDB Cloud: could not be removed, $0.00 a month',
    ]);
  });

  it('it refused, and dropped the connection by itself once the endpoint was gone -> nothing is left to do', () => {
    expect(planOf(given(leaving(), refusedAndGone('cloud-refused'), withoutConnection()))).toEqual([]);
  });

  it('the connection is rejected -> remove it once', () => {
    expect(planOf(given(leaving(), thisRunMarked(60), connectionIs('REJECTED')))).toEqual([
      'disconnect c-1 from vpce-1',
      'delete-endpoint vpce-1 [after: its connections are removed]',
      'delete-group sg-1 [after: its VPC endpoint is deleted]',
    ]);
  });

  it('this run has removed a rejected connection and it is still listed -> it goes with the endpoint', () => {
    const listed = [thisRunMarked(100), thisRunDisconnected(40), connectionIs('REJECTED')];
    expect(planOf(given(leaving(), ...listed))).toEqual([
      'delete-endpoint vpce-1',
      'delete-group sg-1 [after: its VPC endpoint is deleted]',
    ]);
  });

  it('an endpoint of this account was deleted by hand -> remove the stale connection that it left', () => {
    expect(planOf(given(leaving(), withoutEndpoint(), withoutSecurityGroup(), connectionIs('STALE')))).toEqual([
      'disconnect c-1 from vpce-1',
    ]);
  });

  it('an endpoint of another account left a stale connection -> that is for the other account to remove', () => {
    const theirs = alsoConnection({ endpointId: 'vpce-0', status: 'STALE', ownerAccount: OTHER_ACCOUNT });
    expect(planOf(given(leaving(), nothingMade(), theirs))).toEqual([]);
  });

  it('the endpoint is gone and its connection is still being removed -> wait for that', () => {
    const going = [withoutEndpoint(), withoutSecurityGroup(), thisRunDisconnected(20), connectionIs('DELETING')];
    expect(planOf(given(leaving(), ...going))).toEqual([
      'wait disconnected c-1 vpce-1: DELETING; reads connections:orders',
    ]);
  });

  it('the endpoint is being deleted and its connection is stale already -> remove the connection meanwhile', () => {
    expect(planOf(given(leaving(), endpointIs('deleting'), connectionIs('STALE')))).toEqual([
      'delete-group sg-1 [after: its VPC endpoint is deleted]',
      'disconnect c-1 from vpce-1',
      'wait gone vpce-1: deleting; reads endpoints',
    ]);
  });
});

everyOutcomeHasAnExample(import.meta.url, ['departure/leftover-connections.ts']);
