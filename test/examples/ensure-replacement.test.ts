import { describe, expect, it } from 'vitest';
import type { EndpointState } from '../../src/aws/types.ts';
import { everyOutcomeHasAnExample } from './complete.ts';
import { claims, MADE_BY_ACTION, mark } from './finished.ts';
import {
  all,
  alsoConnection,
  alsoEndpoint,
  type Change,
  endpointIs,
  endpointTags,
  given,
  observed,
  readBefore,
  withoutConnection,
} from './given.ts';
import { planOf } from './plan-lines.ts';
import { thisRunCreatedEndpoint, thisRunMarked } from './this-run.ts';

/** Two runs have made an endpoint each: vpce-1, which stays, and vpce-2, which is younger and has these claims. */
const doubled = (tags = claims(['staging'])): Change =>
  alsoEndpoint('vpce-2', { tags: { ...MADE_BY_ACTION, ...tags } });

/** The endpoint that stays is in another state; the other one is not. */
const firstIs = (state: EndpointState) =>
  observed(({ endpoints: [first, ...more] }) => ({
    endpoints: first === undefined ? more : [{ ...first, state, rawState: state }, ...more],
  }));

/** The cluster is connected to this endpoint and to no other. */
const connectionTo = (endpointId: string) => all(withoutConnection(), alsoConnection({ endpointId }));

const marked = (ago: number) => thisRunMarked(ago, { endpoint: 'vpce-2', group: false, clusterIds: [] });

describe('ensure and an endpoint that is to go, since another takes its place', () => {
  it('nobody has marked it -> mark it as leaving; everything else comes later', () => {
    expect(planOf(given(doubled()))).toEqual([
      'mark vpce-2 by this-run (bookkeeping)',
      'delete-endpoint vpce-2 [after: every run can see its removal mark]',
    ]);
  });

  it('another run has just marked it -> leave it to that run', () => {
    expect(planOf(given(doubled({ ...claims(['staging']), ...mark('other-run', 5) })))).toEqual([
      'wait leaving vpce-2: available; reads endpoints',
    ]);
  });

  it('this run marked it five seconds ago -> wait until every run can see the mark', () => {
    expect(planOf(given(doubled(), marked(5)))).toEqual([
      'delete-endpoint vpce-2 [after: every run can see its removal mark]',
      'wait briefly mark vpce-2: marked; reads endpoints in 55 s',
    ]);
  });

  it('this run marked it a minute ago, and the other endpoint has all its claims -> delete it', () => {
    expect(planOf(given(doubled(), marked(60)))).toEqual(['delete-endpoint vpce-2']);
  });

  it('the read is 31 seconds old -> decide on a younger one', () => {
    expect(planOf(given(doubled(), marked(95), readBefore(31, 'endpoints')))).toEqual([
      'delete-endpoint vpce-2 [after: every run can see its removal mark]',
      'wait briefly mark vpce-2: marked; reads endpoints',
    ]);
  });

  it('this run marked it more than two minutes ago -> too late to decide under that mark, mark it again', () => {
    expect(planOf(given(doubled(), marked(121)))).toEqual([
      'mark vpce-2 by this-run (bookkeeping)',
      'delete-endpoint vpce-2 [after: every run can see its removal mark]',
    ]);
  });

  it('the cluster is connected to it -> disconnect first', () => {
    expect(planOf(given(doubled(), marked(60), alsoConnection({ endpointId: 'vpce-2' })))).toEqual([
      'disconnect c-1 from vpce-2',
      'delete-endpoint vpce-2 [after: its connections are removed]',
    ]);
  });

  it('the endpoint that stays is not available yet -> keep this one until it is', () => {
    expect(planOf(given(doubled(), marked(60), firstIs('pending')))).toEqual([
      'delete-endpoint vpce-2 [after: its replacement is ready]',
      'wait available vpce-1: pending; reads endpoints',
    ]);
  });

  it('the older one is rejected -> keep the younger, the older one goes', () => {
    expect(planOf(given(doubled(), firstIs('rejected'), connectionTo('vpce-2')))).toEqual([
      'mark vpce-1 by this-run (bookkeeping)',
      'delete-endpoint vpce-1 [after: every run can see its removal mark]',
    ]);
  });

  it('this run has created the younger one to replace the older -> the older one goes, though it looks healthy', () => {
    expect(planOf(given(doubled(), thisRunCreatedEndpoint('vpce-2', ['vpce-1']), connectionTo('vpce-2')))).toEqual([
      'mark vpce-1 by this-run (bookkeeping)',
      'delete-endpoint vpce-1 [after: every run can see its removal mark]',
    ]);
  });

  it('another environment claims it -> move that claim to the endpoint that stays before it goes', () => {
    expect(planOf(given(doubled(claims(['staging', 'branch:search'])), marked(60)))).toEqual([
      'claim vpce-1 for branch:search (bookkeeping)',
      'delete-endpoint vpce-2 [after: its claims are registered on its replacement]',
    ]);
  });

  it('the claims of others do not fit on the endpoint that stays -> do all else, then say so', () => {
    const full = endpointTags(claims(Array.from({ length: 42 }, (_, index) => `branch:${index}`)));
    expect(planOf(given(full, doubled(claims(['staging', 'branch:search'])), marked(60)))).toEqual([
      'delete-endpoint vpce-2 [after: its claims are registered on its replacement]',
      'blocked tag-limit (late)',
    ]);
  });

  it('it has all the tags that EC2 allows -> do all else, then say which tags can go', () => {
    const tags = Object.fromEntries(Array.from({ length: 50 }, (_, index) => [`team-${index}`, '']));
    const other = alsoEndpoint('vpce-2', { tags: { ...MADE_BY_ACTION, ...tags } });
    expect(planOf(given(other))).toEqual([
      'delete-endpoint vpce-2 [after: it has room for a removal mark]',
      'blocked tag-limit vpce-2 (late)',
    ]);
  });

  it('it failed, it is marked, and there is no other yet -> create the other first', () => {
    expect(planOf(given(endpointIs('failed'), withoutConnection(), thisRunMarked(60, { group: false })))).toEqual([
      'create-endpoint for vpce-svc-1 in subnet-1, subnet-2 with sg-1 for staging replacing vpce-1',
      'connect c-1 to new endpoint [after: the endpoint exists]',
      'set-private-dns new endpoint on [after: the endpoint and its connections are available]',
      'delete-endpoint vpce-1 [after: its replacement is ready]',
    ]);
  });

  it('it failed, and another environment claims it -> the new endpoint has the claims of both', () => {
    expect(planOf(given(endpointIs('failed'), withoutConnection(), endpointTags(claims(['branch:search']))))).toEqual([
      'create-endpoint for vpce-svc-1 in subnet-1, subnet-2 with sg-1 for staging for branch:search replacing vpce-1',
      'connect c-1 to new endpoint [after: the endpoint exists]',
      'set-private-dns new endpoint on [after: the endpoint and its connections are available]',
      'mark vpce-1 by this-run (bookkeeping)',
      'delete-endpoint vpce-1 [after: every run can see its removal mark]',
    ]);
  });
});

everyOutcomeHasAnExample(import.meta.url, ['membership/replace.ts']);
