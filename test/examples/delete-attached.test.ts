import { describe, expect, it } from 'vitest';
import { everyOutcomeHasAnExample } from './complete.ts';
import {
  all,
  attached,
  connectionIs,
  endpointIs,
  endpointOfSomebodyElse,
  given,
  leaving,
  readBefore,
  view,
  withoutConnection,
} from './given.ts';
import { planOf } from './plan-lines.ts';
import { refusal, thisRunChanged } from './this-run.ts';

/** A `delete` with `endpoint-id`, of an endpoint that the action did not make. */
const detaching = () => all(leaving(), attached(), endpointOfSomebodyElse());

describe('delete with endpoint-id', () => {
  it('the cluster is connected -> disconnect it, never touch the endpoint, and warn that this cuts every user', () => {
    expect(planOf(given(detaching()))).toEqual(['disconnect c-1 from vpce-1', 'warning not-ours']);
  });

  it('the cluster is not connected -> nothing is left to do', () => {
    expect(planOf(given(detaching(), withoutConnection()))).toEqual([]);
  });

  it('the connection is being removed -> wait for that', () => {
    expect(planOf(given(detaching(), connectionIs('DELETING')))).toEqual([
      'wait disconnected c-1 vpce-1: DELETING; reads connections:orders',
    ]);
  });

  it('the connection is gone, as a read before the last change shows -> read once more before the run ends', () => {
    const lagging = [thisRunChanged(1, 'connections:orders'), readBefore(5, 'connections:orders')];
    expect(planOf(given(detaching(), connectionIs('DELETED'), ...lagging))).toEqual([
      'wait briefly confirm: not read again yet; reads connections:orders',
    ]);
  });

  it('the connection is rejected -> nobody can use it, and it is listed until the endpoint is gone', () => {
    expect(planOf(given(detaching(), connectionIs('REJECTED')))).toEqual(['note departure']);
  });

  it('the action made the endpoint and an environment claims it -> leave by environment, not by endpoint', () => {
    expect(planOf(given(leaving(), attached()))).toEqual(['blocked endpoint-claimed orders']);
  });

  it('the action made the endpoint and EC2 still lists it as deleted -> its claims count no more', () => {
    expect(planOf(given(leaving(), attached(), endpointIs('deleted')))).toEqual([
      'disconnect c-1 from vpce-1',
      'warning not-ours',
    ]);
  });

  it('the endpoint is in another VPC than vpc-id says -> the run stops before it disconnects', () => {
    expect(planOf(given(detaching(), attached('vpc-2')))).toEqual([
      'disconnect c-1 from vpce-1',
      'blocked endpoint-not-found',
      'warning not-ours',
    ]);
  });

  it('no such cluster is visible -> there is nothing to disconnect', () => {
    expect(planOf(given(detaching(), view({ matches: [], connections: [] })))).toEqual(['warning departure']);
  });

  it('the API key may not read the cluster -> the run ends with that code', () => {
    expect(planOf(given(detaching(), view({ matches: [], failure: refusal('cloud-denied') })))).toEqual([
      'blocked cloud-denied orders',
    ]);
  });

  it('two clusters have the name -> the run cannot tell which one is meant', () => {
    const twice = view(({ matches }) => ({ matches: [...matches, ...matches], connections: [] }));
    expect(planOf(given(detaching(), twice))).toEqual(['blocked cluster-ambiguous orders']);
  });
});

everyOutcomeHasAnExample(import.meta.url, ['departure/disconnect-attached.ts']);
