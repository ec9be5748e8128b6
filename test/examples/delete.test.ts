import { describe, expect, it } from 'vitest';
import { everyOutcomeHasAnExample } from './complete.ts';
import { claims, MADE_BY_ACTION, OTHER_ACCOUNT } from './finished.ts';
import {
  alsoSecurityGroup,
  asked,
  connectionIs,
  endpoint,
  endpointIs,
  endpointOfSomebodyElse,
  endpointTags,
  given,
  leaving,
  nothingMade,
  readBefore,
  securityGroup,
  withoutConnection,
  withoutEndpoint,
  withoutSecurityGroup,
} from './given.ts';
import { planOf } from './plan-lines.ts';
import {
  groupIsStillUsed,
  thisRunBegan,
  thisRunChanged,
  thisRunDisconnected,
  thisRunGaveUp,
  thisRunMarked,
} from './this-run.ts';

describe('delete, where no other environment uses the endpoint', () => {
  it('nobody has marked it -> mark endpoint and group as leaving; everything else comes later', () => {
    expect(planOf(given(leaving()))).toEqual([
      'mark vpce-1 and sg-1 by this-run (bookkeeping)',
      'disconnect c-1 from vpce-1 [after: every run can see its removal mark]',
      'delete-endpoint vpce-1 [after: every run can see its removal mark]',
      'delete-group sg-1 [after: its VPC endpoint is deleted]',
    ]);
  });

  it('this run marked it five seconds ago -> wait until every run can see the mark', () => {
    expect(planOf(given(leaving(), thisRunMarked(5)))).toEqual([
      'disconnect c-1 from vpce-1 [after: every run can see its removal mark]',
      'delete-endpoint vpce-1 [after: every run can see its removal mark]',
      'delete-group sg-1 [after: its VPC endpoint is deleted]',
      'wait briefly mark vpce-1: marked; reads endpoints, groups, connections:orders in 55 s',
    ]);
  });

  it('this run marked it a minute ago -> disconnect the cluster, then delete the endpoint and its group', () => {
    expect(planOf(given(leaving(), thisRunMarked(60)))).toEqual([
      'disconnect c-1 from vpce-1',
      'delete-endpoint vpce-1 [after: its connections are removed]',
      'delete-group sg-1 [after: its VPC endpoint is deleted]',
    ]);
  });

  it('the read is 31 seconds old -> decide on a younger one', () => {
    expect(planOf(given(leaving(), thisRunMarked(95), readBefore(31, 'groups')))).toEqual([
      'disconnect c-1 from vpce-1 [after: every run can see its removal mark]',
      'delete-endpoint vpce-1 [after: every run can see its removal mark]',
      'delete-group sg-1 [after: its VPC endpoint is deleted]',
      'wait briefly mark vpce-1: marked; reads endpoints, groups, connections:orders',
    ]);
  });

  it('this run marked it more than two minutes ago -> too late to decide under that mark, mark it again', () => {
    expect(planOf(given(leaving(), thisRunMarked(121)))).toEqual([
      'mark vpce-1 and sg-1 by this-run (bookkeeping)',
      'disconnect c-1 from vpce-1 [after: every run can see its removal mark]',
      'delete-endpoint vpce-1 [after: every run can see its removal mark]',
      'delete-group sg-1 [after: its VPC endpoint is deleted]',
    ]);
  });

  it('its group was not visible when the endpoint was marked -> mark the group before the endpoint goes', () => {
    expect(planOf(given(leaving(), thisRunMarked(60, { group: false })))).toEqual([
      'disconnect c-1 from vpce-1',
      'mark vpce-1 and sg-1 by this-run (bookkeeping)',
      'delete-endpoint vpce-1 [after: its security group is marked]',
      'delete-group sg-1 [after: its VPC endpoint is deleted]',
    ]);
  });

  it('the connection is being removed -> delete the endpoint meanwhile', () => {
    expect(planOf(given(leaving(), thisRunMarked(70), thisRunDisconnected(5), connectionIs('DELETING')))).toEqual([
      'delete-endpoint vpce-1',
      'delete-group sg-1 [after: its VPC endpoint is deleted]',
      'wait disconnected c-1 vpce-1: DELETING; reads connections:orders',
    ]);
  });

  it('the endpoint is being deleted -> wait until it is gone', () => {
    expect(planOf(given(leaving(), endpointIs('deleting'), withoutConnection()))).toEqual([
      'delete-group sg-1 [after: its VPC endpoint is deleted]',
      'wait gone vpce-1: deleting; reads endpoints',
    ]);
  });
});

/** A security group with the claim of this environment, for which no endpoint was created. */
const groupOfDeadRun = () =>
  alsoSecurityGroup('sg-2', {
    name: 'cockroachdb-privatelink vpce-svc-1',
    tags: { ...MADE_BY_ACTION, ...claims(['staging']) },
  });

describe('delete and the security group', () => {
  it('EC2 still lists the endpoint as deleted -> it is gone, delete the group', () => {
    expect(planOf(given(leaving(), endpointIs('deleted'), withoutConnection()))).toEqual(['delete-group sg-1']);
  });

  it('no environment claims the group, and it is for the service of the cluster that is named -> delete it', () => {
    const unclaimed = securityGroup({ tags: MADE_BY_ACTION });
    expect(planOf(given(leaving(), withoutEndpoint(), withoutConnection(), unclaimed))).toEqual(['delete-group sg-1']);
  });

  it('the environment claims the group, and no cluster is named -> a run died before it had an endpoint, delete it', () => {
    expect(planOf(given(leaving(), nothingMade(), groupOfDeadRun(), asked({ clusters: [] })))).toEqual([
      'delete-group sg-2',
    ]);
  });

  it('no environment claims the group, and no cluster is named -> it may be in the making by another run, leave it', () => {
    const unclaimed = securityGroup({ tags: MADE_BY_ACTION });
    expect(
      planOf(given(leaving(), withoutEndpoint(), withoutConnection(), unclaimed, asked({ clusters: [] }))),
    ).toEqual([]);
  });

  it('the endpoint is gone -> delete the group', () => {
    expect(planOf(given(leaving(), withoutEndpoint(), withoutConnection()))).toEqual(['delete-group sg-1']);
  });

  it('EC2 said two seconds ago that the group is in use -> the network interfaces still go, try again in three', () => {
    expect(planOf(given(leaving(), withoutEndpoint(), withoutConnection(), groupIsStillUsed(2, 60)))).toEqual([
      'wait detached sg-1: still in use; reads groups in 3 s',
    ]);
  });

  it('EC2 said so six seconds ago -> try again', () => {
    expect(planOf(given(leaving(), withoutEndpoint(), withoutConnection(), groupIsStillUsed(6, 60)))).toEqual([
      'delete-group sg-1',
      'wait detached sg-1: still in use; reads groups',
    ]);
  });

  it('EC2 has said so for ten minutes -> something else uses the group, the run says so after all else is done', () => {
    expect(planOf(given(leaving(), withoutEndpoint(), withoutConnection(), groupIsStillUsed(6, 606)))).toEqual([
      'blocked group-in-use sg-1 (late)',
      'stays security group sg-1: something still uses it, $0.00 a month',
    ]);
  });
});

describe('delete, where nothing is left', () => {
  it('nothing is there -> nothing is left to do', () => {
    expect(planOf(given(leaving(), nothingMade()))).toEqual([]);
  });

  it('this run began ten seconds ago -> another run may have created something just before, read once more', () => {
    expect(planOf(given(leaving(), nothingMade(), thisRunBegan(10)))).toEqual([
      'wait briefly lag: reads may lag; reads endpoints, groups in 20 s',
    ]);
  });

  it('this run deleted the group after the last read -> read once more before it ends', () => {
    expect(planOf(given(leaving(), nothingMade(), thisRunChanged(1, 'groups'), readBefore(5, 'groups')))).toEqual([
      'wait briefly confirm: not read again yet; reads groups',
    ]);
  });

  it('connections were read before the endpoint was gone -> CockroachDB Cloud may list it as stale, read once more', () => {
    expect(
      planOf(given(leaving(), nothingMade(), thisRunGaveUp('vpce-1'), readBefore(5, 'connections:orders'))),
    ).toEqual(['wait briefly confirm: not read again yet; reads connections:orders']);
  });
});

describe('delete, where another run of the same environment has claimed again', () => {
  it('the claim is younger than the leaving mark -> it is the claim of that run, remove the mark and warn', () => {
    const younger = endpointTags(claims(['staging'], { hoursAgo: 5 / 3600 }));
    expect(planOf(given(leaving(), younger, thisRunMarked(60)))).toEqual([
      'unmark vpce-1 and sg-1 by this-run (bookkeeping)',
      'warning departure',
      'stays VPC endpoint vpce-1: still used by staging, $14.60 a month',
    ]);
  });
});

describe('delete and an endpoint that the action did not make', () => {
  it('it serves the cluster -> leave it with its connection, and tell it', () => {
    expect(planOf(given(leaving(), endpointOfSomebodyElse(), withoutSecurityGroup()))).toEqual([
      'note not-ours',
      'stays VPC endpoint vpce-1: not created by this action; connection of cluster orders: AVAILABLE, $14.60 a month',
    ]);
  });
});

describe('delete and an endpoint that an AWS service manages', () => {
  it('it has the tags of the action all the same -> nobody but AWS can delete it, leave it', () => {
    expect(planOf(given(leaving(), endpoint({ requesterManaged: true })))).toEqual([
      'note not-ours',
      'stays security group sg-1: used by VPC endpoint vpce-1, $0.00 a month',
      'stays VPC endpoint vpce-1: not managed: an AWS service manages it, $14.60 a month',
    ]);
  });
});

describe('delete and what it is asked for', () => {
  it('no environment claims the endpoint, and it is for the service of the cluster that is named -> take it', () => {
    expect(planOf(given(leaving(), endpoint({ tags: MADE_BY_ACTION })))).toEqual([
      'mark vpce-1 and sg-1 by this-run (bookkeeping)',
      'disconnect c-1 from vpce-1 [after: every run can see its removal mark]',
      'delete-endpoint vpce-1 [after: every run can see its removal mark]',
      'delete-group sg-1 [after: its VPC endpoint is deleted]',
    ]);
  });

  it('this environment has no claim and another one has -> leave everything', () => {
    const theirs = { ...MADE_BY_ACTION, ...claims(['branch:search']) };
    expect(planOf(given(leaving(), endpoint({ tags: theirs }), securityGroup({ tags: theirs })))).toEqual([]);
  });

  it('the credentials are of an account that is not allowed -> nothing is changed in it', () => {
    expect(planOf(given(leaving(), asked({ allowedAccountIds: [OTHER_ACCOUNT] })))).toEqual([
      'mark vpce-1 and sg-1 by this-run (bookkeeping)',
      'disconnect c-1 from vpce-1 [after: every run can see its removal mark]',
      'delete-endpoint vpce-1 [after: every run can see its removal mark]',
      'delete-group sg-1 [after: its VPC endpoint is deleted]',
      'blocked wrong-account',
    ]);
  });

  it('one of two clusters of the environment is named -> only that one is disconnected and loses its claim', () => {
    expect(planOf(given(leaving(), endpointTags(claims(['staging'], { cluster: 'c-2' }))))).toEqual([
      'mark vpce-1 and sg-1 by this-run (bookkeeping)',
      'disconnect c-1 from vpce-1 [after: every run can see its removal mark]',
      'unclaim vpce-1 for staging on c-1 (bookkeeping) [after: every run can see its removal mark]',
      'stays VPC endpoint vpce-1: still used by staging for another cluster, $14.60 a month',
    ]);
  });

  it('no cluster is named -> everything that the environment claims is given up', () => {
    const both = endpointTags(claims(['staging'], { cluster: 'c-2' }));
    expect(planOf(given(leaving(), asked({ clusters: [] }), both))).toEqual([
      'mark vpce-1 and sg-1 by this-run (bookkeeping)',
      'disconnect c-1 from vpce-1 [after: every run can see its removal mark]',
      'delete-endpoint vpce-1 [after: every run can see its removal mark]',
      'delete-group sg-1 [after: its VPC endpoint is deleted]',
    ]);
  });
});

everyOutcomeHasAnExample(import.meta.url, ['departure/planner.ts', 'departure/security-group-deletion.ts']);
