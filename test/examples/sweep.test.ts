import { describe, expect, it } from 'vitest';
import { judgeClaim, type LiveRefs } from '../../src/reconcile/departure/sweep-rules.ts';
import { readClaims } from '../../src/reconcile/model/claims.ts';
import { wallTime } from '../../src/support/moment.ts';
import { claims, MADE_BY_ACTION, NOW } from './finished.ts';
import {
  all,
  asked,
  endpoint,
  endpointIs,
  given,
  leaving,
  securityGroup,
  withoutConnection,
  withoutEndpoint,
} from './given.ts';
import { planOf } from './plan-lines.ts';
import { thisRunMarked } from './this-run.ts';

/** The endpoint has these claims and no others. */
const claimedBy = (...tags: readonly Readonly<Record<string, string>>[]) =>
  endpoint({ tags: Object.assign({ ...MADE_BY_ACTION }, ...tags) });

/** `sweep` gives up exactly these claims on vpce-1, since their branches are deleted. */
const sweeping = (tags: Readonly<Record<string, string>>) =>
  all(
    leaving(),
    asked({ clusters: [], goal: { kind: 'leave-endpoint', vpcId: 'vpc-1', endpointId: 'vpce-1', claims: tags } }),
  );

const ofDeletedBranch = claims(['branch:deleted'], { hoursAgo: 48 });

describe('sweep and an endpoint', () => {
  it('only a deleted branch claims it -> mark it, and delete it later', () => {
    expect(planOf(given(sweeping(ofDeletedBranch), claimedBy(ofDeletedBranch)))).toEqual([
      'mark vpce-1 and sg-1 by this-run (bookkeeping)',
      'disconnect c-1 from vpce-1 [after: every run can see its removal mark]',
      'delete-endpoint vpce-1 [after: every run can see its removal mark]',
      'delete-group sg-1 [after: its VPC endpoint is deleted]',
    ]);
  });

  it('a living branch claims it too -> remove the claim of the deleted branch alone', () => {
    const both = claimedBy(ofDeletedBranch, claims(['branch:search']));
    expect(planOf(given(sweeping(ofDeletedBranch), both, thisRunMarked(60)))).toEqual([
      'unclaim vpce-1 for branch:deleted on c-1 (bookkeeping)',
      'stays VPC endpoint vpce-1: still used by branch:search, $14.60 a month',
    ]);
  });

  it('the deleted branch was made again and has renewed its claim since -> leave it', () => {
    expect(planOf(given(sweeping(ofDeletedBranch), claimedBy(claims(['branch:deleted']))))).toEqual([]);
  });

  it('nobody claims it at all and EC2 shows it as failed -> mark it, and delete it later', () => {
    expect(planOf(given(sweeping({}), claimedBy(), endpointIs('failed')))).toEqual([
      'mark vpce-1 and sg-1 by this-run (bookkeeping)',
      'disconnect c-1 from vpce-1 [after: every run can see its removal mark]',
      'delete-endpoint vpce-1 [after: every run can see its removal mark]',
      'delete-group sg-1 [after: its VPC endpoint is deleted]',
    ]);
  });

  it('nobody claims it at all, and EC2 shows it as available since -> it may be in use, leave it without a mark', () => {
    expect(planOf(given(sweeping({}), claimedBy()))).toEqual([]);
  });

  it('it was to be swept as claimed by nobody, and somebody has claimed it since -> leave it', () => {
    expect(planOf(given(sweeping({}), claimedBy(claims(['branch:search']))))).toEqual([]);
  });
});

describe('sweep and a security group', () => {
  const sweepingGroup = all(
    leaving(),
    asked({ clusters: [], goal: { kind: 'leave-group', vpcId: 'vpc-1', groupId: 'sg-1' } }),
  );

  it('no endpoint uses it -> delete it', () => {
    expect(planOf(given(sweepingGroup, withoutEndpoint(), withoutConnection()))).toEqual(['delete-group sg-1']);
  });

  it('an endpoint uses it again -> leave it', () => {
    expect(planOf(given(sweepingGroup))).toEqual([]);
  });

  it('the endpoint that it was made for has another group now -> leave it, the next `ensure` attaches it again', () => {
    expect(planOf(given(sweepingGroup, endpoint({ groupIds: ['sg-9'] })))).toEqual([]);
  });

  it('somebody has taken the tag of the action off it -> it is theirs now, leave it', () => {
    expect(planOf(given(sweepingGroup, withoutEndpoint(), securityGroup({ tags: {} })))).toEqual([]);
  });
});

describe('sweep and a claim that it may give up', () => {
  const living: LiveRefs = {
    branches: new Set(['search']),
    pulls: new Map([
      [7, 'closed'],
      [8, 'open'],
    ]),
  };

  /** What `sweep` says of the claim that an environment last renewed that many hours ago; the grace is a day. */
  function judged(name: string, hoursAgo: number, repositoryId = '42'): string {
    const [claim] = readClaims(claims([name], { hoursAgo }));
    if (claim === undefined) throw new Error('the claim cannot be read');
    const rules = { serverUrl: 'https://github.com', repositoryId, graceMs: 24 * 3_600_000, wallNow: wallTime(NOW) };
    const { gone, why } = judgeClaim(claim, rules, living);
    return `${gone ? 'give up' : 'keep'}: ${why}`;
  }

  it('its branch is deleted, and it was last renewed two days ago -> give it up', () => {
    expect(judged('branch:deleted', 48)).toBe('give up: its branch is deleted; last used 48 h 0 min ago');
  });

  it('its branch is deleted, and it was renewed an hour ago -> keep it until the grace is over', () => {
    expect(judged('branch:deleted', 1)).toBe(
      'keep: its branch is deleted, but it was last used 60 min ago; the grace period is 24 h 0 min',
    );
  });

  it('its branch exists -> keep it', () => {
    expect(judged('branch:search', 480)).toBe('keep: its branch exists');
  });

  it('its pull request is closed -> give it up', () => {
    expect(judged('pr:7', 48)).toBe('give up: pull request #7 is closed; last used 48 h 0 min ago');
  });

  it('its pull request is open -> keep it', () => {
    expect(judged('pr:8', 48)).toBe('keep: pull request #8 is open');
  });

  it('GitHub shows no such pull request -> keep it', () => {
    expect(judged('pr:9', 48)).toBe('keep: GitHub shows no pull request #9');
  });

  it('it is of a named environment -> keep it for ever', () => {
    expect(judged('staging', 4800)).toBe('keep: a named environment, which sweep never removes');
  });

  it('it is of another repository -> keep it', () => {
    expect(judged('branch:deleted', 48, '43')).toBe('keep: claimed by another repository');
  });
});
