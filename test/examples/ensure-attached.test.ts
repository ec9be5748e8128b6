import { describe, expect, it } from 'vitest';
import { everyOutcomeHasAnExample } from './complete.ts';
import {
  alsoEndpoint,
  asked,
  attached,
  connectionIs,
  endpoint,
  endpointIs,
  given,
  vpc,
  withoutConnection,
  withoutEndpoint,
} from './given.ts';
import { planOf } from './plan-lines.ts';

describe('ensure with endpoint-id', () => {
  it('the endpoint is connected and private DNS is on -> nothing is left to do', () => {
    expect(planOf(given(attached()))).toEqual(['note no-claim']);
  });

  it('the endpoint is not connected -> connect it, and write no claim on it', () => {
    expect(planOf(given(attached(), withoutConnection(), endpoint({ tags: {} })))).toEqual([
      'connect c-1 to vpce-1',
      'note no-claim',
    ]);
  });

  it('another endpoint of the action is there -> only the named one counts', () => {
    expect(planOf(given(attached(), alsoEndpoint('vpce-2')))).toEqual(['note no-claim']);
  });

  it('CockroachDB Cloud has not accepted the connection -> wait for both sides', () => {
    expect(planOf(given(attached(), endpointIs('pendingAcceptance'), connectionIs('PENDING')))).toEqual([
      'wait connection-behind c-1 vpce-1: PENDING; reads connections:orders',
      'wait acceptance vpce-1: pendingAcceptance; reads endpoints',
      'note no-claim',
    ]);
  });

  it('there is no such endpoint -> the run cannot go on', () => {
    expect(planOf(given(attached(), withoutEndpoint()))).toEqual(['blocked endpoint-not-found']);
  });

  it('the endpoint is in another VPC than vpc-id says -> the run cannot go on', () => {
    expect(planOf(given(attached('vpc-2'), vpc({ id: 'vpc-2' })))).toEqual(['blocked endpoint-not-found']);
  });

  it('the endpoint is for the service of another cluster -> the run cannot go on', () => {
    const other = 'com.amazonaws.vpce.us-east-1.vpce-svc-2';
    expect(planOf(given(attached(), endpoint({ serviceName: other })))).toEqual(['blocked endpoint-other-service']);
  });

  it('its private DNS is off -> even if the action made it, its owner must turn it on', () => {
    expect(planOf(given(attached(), endpoint({ privateDns: false })))).toEqual([
      'blocked not-ours (late)',
      'note no-claim',
    ]);
  });

  it('its private DNS is on and not asked for -> it stays on', () => {
    expect(planOf(given(attached(), asked({ privateDns: false })))).toEqual(['note no-claim', 'note not-ours']);
  });

  it('it is failed -> its owner must delete it', () => {
    expect(planOf(given(attached(), endpointIs('failed')))).toEqual(['blocked not-ours']);
  });
});

everyOutcomeHasAnExample(import.meta.url, ['plan/foreign-path.ts']);
