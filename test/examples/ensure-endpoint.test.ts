import { describe, expect, it } from 'vitest';
import { everyOutcomeHasAnExample } from './complete.ts';
import {
  alsoEndpoint,
  asked,
  connectionIs,
  endpointIs,
  endpointOfSomebodyElse,
  given,
  withoutConnection,
  withoutEndpoint,
} from './given.ts';
import { planOf } from './plan-lines.ts';
import { creationTokenWasTaken, thisRunCreatedEndpoint } from './this-run.ts';

describe('ensure and the creation of the VPC endpoint', () => {
  it('the security group exists and no endpoint -> create it; the rest comes later', () => {
    expect(planOf(given(withoutEndpoint(), withoutConnection()))).toEqual([
      'create-endpoint for vpce-svc-1 in subnet-1, subnet-2 with sg-1 for staging',
      'connect c-1 to new endpoint [after: the endpoint exists]',
      'set-private-dns new endpoint on [after: the endpoint and its connections are available]',
    ]);
  });

  it('private DNS is not asked for -> it is not turned on later either', () => {
    expect(planOf(given(withoutEndpoint(), withoutConnection(), asked({ privateDns: false })))).toEqual([
      'create-endpoint for vpce-svc-1 in subnet-1, subnet-2 with sg-1 for staging',
      'connect c-1 to new endpoint [after: the endpoint exists]',
    ]);
  });

  it('somebody deleted the endpoint by hand -> create another, and remove the connection that it left', () => {
    expect(planOf(given(withoutEndpoint(), connectionIs('STALE')))).toEqual([
      'create-endpoint for vpce-svc-1 in subnet-1, subnet-2 with sg-1 for staging',
      'disconnect c-1 from vpce-1',
      'connect c-1 to new endpoint [after: the endpoint exists]',
      'set-private-dns new endpoint on [after: the endpoint and its connections are available]',
    ]);
  });

  it('EC2 says that another run is creating it -> wait until that endpoint is visible', () => {
    expect(planOf(given(withoutEndpoint(), withoutConnection(), creationTokenWasTaken(10)))).toEqual([
      'connect c-1 to new endpoint [after: the endpoint exists]',
      'set-private-dns new endpoint on [after: the endpoint and its connections are available]',
      'wait creation vpce-svc-1: not visible yet; reads endpoints',
    ]);
  });

  it('EC2 said so a minute ago and no endpoint is visible -> that one is gone, create it by another token', () => {
    expect(planOf(given(withoutEndpoint(), withoutConnection(), creationTokenWasTaken(60)))).toEqual([
      'create-endpoint for vpce-svc-1 in subnet-1, subnet-2 with sg-1 for staging by creation token 2',
      'connect c-1 to new endpoint [after: the endpoint exists]',
      'set-private-dns new endpoint on [after: the endpoint and its connections are available]',
    ]);
  });

  it('three endpoints that this run created are gone -> something in the account deletes them', () => {
    const three = ['vpce-7', 'vpce-8', 'vpce-9'].map((id) => thisRunCreatedEndpoint(id));
    expect(planOf(given(withoutEndpoint(), withoutConnection(), ...three))).toEqual([
      'connect c-1 to new endpoint [after: the endpoint exists]',
      'set-private-dns new endpoint on [after: the endpoint and its connections are available]',
      'blocked endpoint-failed',
    ]);
  });

  it('the workflow sets so many tags that a claim has no room -> the run cannot go on', () => {
    const tags = Object.fromEntries(Array.from({ length: 44 }, (_, index) => [`cost-${index}`, 'x']));
    expect(planOf(given(withoutEndpoint(), withoutConnection(), asked({ tags })))).toEqual([
      'create-endpoint for vpce-svc-1 in subnet-1, subnet-2 with sg-1 for staging',
      'connect c-1 to new endpoint [after: the endpoint exists]',
      'set-private-dns new endpoint on [after: the endpoint and its connections are available]',
      'blocked tag-limit',
    ]);
  });
});

describe('ensure and a VPC endpoint that failed', () => {
  it('it failed in an earlier run -> create another, and delete the failed one under a leaving mark', () => {
    expect(planOf(given(endpointIs('failed'), connectionIs('FAILED')))).toEqual([
      'create-endpoint for vpce-svc-1 in subnet-1, subnet-2 with sg-1 for staging replacing vpce-1',
      'connect c-1 to new endpoint [after: the endpoint exists]',
      'set-private-dns new endpoint on [after: the endpoint and its connections are available]',
      'mark vpce-1 by this-run (bookkeeping)',
      'disconnect c-1 from vpce-1 [after: every run can see its removal mark]',
      'delete-endpoint vpce-1 [after: every run can see its removal mark]',
    ]);
  });

  it('the endpoint that this run created failed -> the run says so, and the next one replaces it', () => {
    expect(planOf(given(endpointIs('failed'), withoutConnection(), thisRunCreatedEndpoint('vpce-1')))).toEqual([
      'create-endpoint for vpce-svc-1 in subnet-1, subnet-2 with sg-1 for staging replacing vpce-1',
      'connect c-1 to new endpoint [after: the endpoint exists]',
      'set-private-dns new endpoint on [after: the endpoint and its connections are available]',
      'mark vpce-1 by this-run (bookkeeping)',
      'delete-endpoint vpce-1 [after: every run can see its removal mark]',
      'blocked endpoint-failed',
    ]);
  });
});

describe('ensure and VPC endpoints that the action did not make', () => {
  it('there is one, finished -> use it, change nothing and tell it', () => {
    expect(planOf(given(endpointOfSomebodyElse()))).toEqual(['note not-ours', 'note no-claim']);
  });

  it('there is one, not connected -> connect it', () => {
    expect(planOf(given(endpointOfSomebodyElse(), withoutConnection()))).toEqual([
      'connect c-1 to vpce-1',
      'note not-ours',
      'note no-claim',
    ]);
  });

  it('there are two -> the run cannot tell which one is meant', () => {
    expect(planOf(given(endpointOfSomebodyElse(), alsoEndpoint('vpce-2', { tags: {} })))).toEqual([
      'blocked endpoint-ambiguous',
    ]);
  });

  it('there are two, and one of them is failed -> use the other', () => {
    const failed = alsoEndpoint('vpce-2', { tags: {}, state: 'failed', rawState: 'failed' });
    expect(planOf(given(endpointOfSomebodyElse(), failed))).toEqual(['note not-ours', 'note no-claim']);
  });

  it('it is failed -> its owner must delete it', () => {
    expect(planOf(given(endpointOfSomebodyElse(), endpointIs('failed')))).toEqual(['blocked not-ours']);
  });

  it('it is not in a subnet that the workflow names -> its owner must add it', () => {
    expect(planOf(given(endpointOfSomebodyElse(), asked({ subnetIds: ['subnet-9'] })))).toEqual(['blocked not-ours']);
  });

  it('there is one of the action too -> the one of the action counts', () => {
    expect(planOf(given(alsoEndpoint('vpce-0', { tags: {}, privateDns: false, createdAt: 0 })))).toEqual([]);
  });
});

everyOutcomeHasAnExample(import.meta.url, ['plan/endpoint.ts', 'plan/path.ts', 'plan/own-path.ts']);
