import { describe, expect, it } from 'vitest';
import { everyOutcomeHasAnExample } from './complete.ts';
import { claims, OTHER_ACCOUNT } from './finished.ts';
import {
  alsoConnection,
  alsoEndpoint,
  asked,
  cluster,
  connectionIs,
  endpoint,
  endpointIs,
  endpointOfSomebodyElse,
  endpointTags,
  given,
  secondCluster,
  withoutConnection,
} from './given.ts';
import { planOf } from './plan-lines.ts';
import {
  privateDnsWasRefused,
  thisRunConnected,
  thisRunCreatedEndpoint,
  thisRunSawNoHostName,
  thisRunTurnedOnPrivateDns,
} from './this-run.ts';

describe('ensure and the private endpoint connection', () => {
  it('the cluster has no connection to the endpoint -> connect it', () => {
    expect(planOf(given(withoutConnection()))).toEqual(['connect c-1 to vpce-1']);
  });

  it('the connection was deleted -> connect again', () => {
    expect(planOf(given(connectionIs('DELETED')))).toEqual(['connect c-1 to vpce-1']);
  });

  it('the endpoint knocked at the service before anybody asked for it -> connect it', () => {
    expect(planOf(given(connectionIs('PENDING_ACCEPTANCE')))).toEqual(['connect c-1 to vpce-1']);
  });

  it('this run connected five seconds ago and the connection is not listed -> do not ask twice', () => {
    expect(planOf(given(withoutConnection(), thisRunConnected(5)))).toEqual([
      'wait shown connect c-1 vpce-1: requested, not visible yet; reads connections:orders, endpoints',
    ]);
  });

  it('this run connected a minute ago and the connection is not listed -> connect again', () => {
    expect(planOf(given(withoutConnection(), thisRunConnected(60)))).toEqual(['connect c-1 to vpce-1']);
  });

  it('CockroachDB Cloud has not accepted it -> wait for it', () => {
    expect(planOf(given(connectionIs('PENDING')))).toEqual([
      'wait connection c-1 vpce-1: PENDING; reads connections:orders',
    ]);
  });

  it('neither side is available -> watch the endpoint; the connection follows it', () => {
    expect(planOf(given(connectionIs('PENDING'), endpointIs('pending')))).toEqual([
      'wait connection-behind c-1 vpce-1: PENDING; reads connections:orders',
      'wait available vpce-1: pending; reads endpoints',
    ]);
  });

  it('it failed in an earlier run -> remove it, then connect again', () => {
    expect(planOf(given(connectionIs('FAILED')))).toEqual([
      'disconnect c-1 from vpce-1',
      'connect c-1 to vpce-1 [after: the earlier connection is removed]',
    ]);
  });

  it('it failed after this run asked for it -> the run says so', () => {
    expect(planOf(given(connectionIs('FAILED'), thisRunConnected(40)))).toEqual(['blocked connection-failed']);
  });

  it('it is stale although its endpoint is there -> remove it, then connect again', () => {
    expect(planOf(given(connectionIs('STALE'), thisRunConnected(40)))).toEqual([
      'disconnect c-1 from vpce-1',
      'connect c-1 to vpce-1 [after: the earlier connection is removed]',
    ]);
  });

  it('it is being removed -> wait for that, then connect again', () => {
    expect(planOf(given(connectionIs('DELETING')))).toEqual([
      'connect c-1 to vpce-1 [after: the earlier connection is removed]',
      'wait connection c-1 vpce-1: DELETING; reads connections:orders',
    ]);
  });

  it('an endpoint of this account was deleted by hand -> remove the stale connection that it left', () => {
    expect(planOf(given(alsoConnection({ endpointId: 'vpce-0', status: 'STALE' })))).toEqual([
      'disconnect c-1 from vpce-0',
    ]);
  });

  it('an endpoint of another account left a stale connection -> that is for the other account to remove', () => {
    const theirs = alsoConnection({ endpointId: 'vpce-0', status: 'STALE', ownerAccount: OTHER_ACCOUNT });
    expect(planOf(given(theirs))).toEqual([]);
  });
});

describe('ensure and the state of the VPC endpoint', () => {
  it('CockroachDB Cloud has not accepted it -> wait for its acceptance', () => {
    expect(planOf(given(endpointIs('pendingAcceptance'), connectionIs('PENDING')))).toEqual([
      'wait connection-behind c-1 vpce-1: PENDING; reads connections:orders',
      'wait acceptance vpce-1: pendingAcceptance; reads endpoints',
    ]);
  });

  it('AWS is making it available -> wait for it', () => {
    expect(planOf(given(endpointIs('pending')))).toEqual(['wait available vpce-1: pending; reads endpoints']);
  });

  it('AWS is turning on private DNS, as this run asked -> wait for it, which can take minutes', () => {
    expect(planOf(given(endpointIs('pending'), thisRunTurnedOnPrivateDns(20)))).toEqual([
      'wait private-dns vpce-1: pending; reads endpoints',
    ]);
  });
});

describe('ensure and a rejected connection', () => {
  it('it was rejected in an earlier run -> ask once more', () => {
    expect(planOf(given(connectionIs('REJECTED')))).toEqual(['connect c-1 to vpce-1']);
  });

  it('it is rejected half a minute after this run asked -> the status may be the old one, wait', () => {
    expect(planOf(given(connectionIs('REJECTED'), thisRunConnected(30)))).toEqual([
      'wait connection c-1 vpce-1: REJECTED; reads connections:orders',
    ]);
  });

  it('it is rejected two minutes after this run asked -> replace the endpoint', () => {
    expect(planOf(given(connectionIs('REJECTED'), thisRunConnected(120)))).toEqual([
      'create-endpoint for vpce-svc-1 in subnet-1, subnet-2 with sg-1 for staging replacing vpce-1',
      'connect c-1 to new endpoint [after: the endpoint exists]',
      'set-private-dns new endpoint on [after: the endpoint and its connections are available]',
      'mark vpce-1 by this-run (bookkeeping)',
      'delete-endpoint vpce-1 [after: every run can see its removal mark]',
    ]);
  });

  it('it is rejected for good, and another environment uses the endpoint -> do not replace it, the run says so', () => {
    const shared = endpointTags(claims(['branch:search'], { cluster: 'c-2' }));
    expect(planOf(given(connectionIs('REJECTED'), thisRunConnected(120), shared))).toEqual([
      'blocked connection-rejected',
    ]);
  });

  it('it is rejected for good, and another cluster of this step uses the endpoint -> do not replace it, the run says so', () => {
    const both = [secondCluster(), endpointTags(claims(['staging'], { cluster: 'c-2' }))];
    expect(planOf(given(...both, connectionIs('REJECTED'), thisRunConnected(120)))).toEqual([
      'blocked connection-rejected',
    ]);
  });

  it('EC2 itself shows the endpoint as rejected -> it serves nobody, replace it even if others claim it', () => {
    const rejected = [endpointIs('rejected'), connectionIs('REJECTED'), thisRunConnected(120)];
    expect(planOf(given(...rejected, endpointTags(claims(['branch:search']))))).toEqual([
      'create-endpoint for vpce-svc-1 in subnet-1, subnet-2 with sg-1 for staging for branch:search replacing vpce-1',
      'connect c-1 to new endpoint [after: the endpoint exists]',
      'set-private-dns new endpoint on [after: the endpoint and its connections are available]',
      'mark vpce-1 by this-run (bookkeeping)',
      'delete-endpoint vpce-1 [after: every run can see its removal mark]',
    ]);
  });

  it('the replacement is rejected too -> replace once in a run, then the run says so', () => {
    const replacement = thisRunCreatedEndpoint('vpce-1', ['vpce-0']);
    expect(planOf(given(connectionIs('REJECTED'), thisRunConnected(120), replacement))).toEqual([
      'blocked connection-rejected',
    ]);
  });
});

describe('ensure and private DNS', () => {
  it('private DNS is off on an available endpoint -> turn it on', () => {
    expect(planOf(given(endpoint({ privateDns: false })))).toEqual(['set-private-dns vpce-1 on']);
  });

  it('the connection is not available yet -> turn it on later', () => {
    expect(planOf(given(endpoint({ privateDns: false }), connectionIs('PENDING')))).toEqual([
      'set-private-dns vpce-1 on [after: the endpoint and its connections are available]',
      'wait connection c-1 vpce-1: PENDING; reads connections:orders',
    ]);
  });

  it('a subnet is to be added first -> turn it on later, since EC2 makes one change at a time', () => {
    expect(planOf(given(endpoint({ privateDns: false, subnetIds: ['subnet-1'] })))).toEqual([
      'modify-endpoint vpce-1 add subnet-2',
      'set-private-dns vpce-1 on [after: the endpoint and its connections are available]',
    ]);
  });

  it('it is on and not asked for -> turn it off', () => {
    expect(planOf(given(asked({ privateDns: false })))).toEqual(['set-private-dns vpce-1 off']);
  });

  it('it is on and not asked for, and the connection is not available yet -> turn it off later', () => {
    expect(planOf(given(asked({ privateDns: false }), connectionIs('PENDING')))).toEqual([
      'set-private-dns vpce-1 off [after: the endpoint and its connections are available]',
      'wait connection c-1 vpce-1: PENDING; reads connections:orders',
    ]);
  });

  it('it is on and not asked for, and another environment uses the endpoint -> leave it on and tell why', () => {
    expect(planOf(given(asked({ privateDns: false }), endpointTags(claims(['branch:search']))))).toEqual([
      'note shared-setting',
    ]);
  });

  it('an endpoint of somebody else has the DNS name in this VPC -> only one can have it', () => {
    expect(planOf(given(endpoint({ privateDns: false }), alsoEndpoint('vpce-2', { tags: {} })))).toEqual([
      'blocked dns-conflict',
    ]);
  });

  it('an endpoint that is being deleted still has the DNS name -> wait until it is gone', () => {
    const leaving = alsoEndpoint('vpce-0', { state: 'deleting', rawState: 'deleting' });
    expect(planOf(given(endpoint({ privateDns: false }), leaving))).toEqual([
      'set-private-dns vpce-1 on [after: vpce-0, which holds the name, is deleted]',
      'wait deletion vpce-0: deleting; reads endpoints',
    ]);
  });

  it('AWS refused since an endpoint of the action that is being deleted holds the name without showing it -> wait', () => {
    const leaving = alsoEndpoint('vpce-0', { state: 'deleting', rawState: 'deleting', privateDns: false });
    expect(planOf(given(endpoint({ privateDns: false }), leaving, privateDnsWasRefused()))).toEqual([
      'set-private-dns vpce-1 on [after: vpce-0, which holds the name, is deleted]',
      'wait deletion vpce-0: deleting; reads endpoints',
    ]);
  });
});

describe('ensure and a private DNS name that AWS says is in use, though nobody shows it', () => {
  it('AWS refused it ten seconds ago -> wait for the read lag: an endpoint may just have been deleted', () => {
    expect(planOf(given(endpoint({ privateDns: false }), privateDnsWasRefused(10)))).toEqual([
      'wait dns-name vpce-1: in use; reads endpoints in 20 s',
    ]);
  });

  it('the read lag has passed since -> ask once more', () => {
    expect(planOf(given(endpoint({ privateDns: false }), privateDnsWasRefused(40)))).toEqual([
      'set-private-dns vpce-1 on',
    ]);
  });
});

describe('ensure and the private host name of the cluster', () => {
  const nameless = cluster({ regions: [{ name: 'us-east-1', internalDns: undefined }] });

  it('this run connected the cluster and it has none yet -> wait for it', () => {
    expect(planOf(given(nameless, thisRunConnected(40), thisRunSawNoHostName(29)))).toEqual([
      'wait host-name c-1: not listed; reads cluster:orders',
    ]);
  });

  it('it has none half a minute after it was connected -> say so', () => {
    expect(planOf(given(nameless, thisRunConnected(40), thisRunSawNoHostName(30)))).toContain(
      'warning internal-dns-missing',
    );
  });

  it('another run connected the cluster and it has none -> say so', () => {
    expect(planOf(given(nameless))).toEqual(['warning internal-dns-missing']);
  });

  it('the cluster is not connected yet -> say nothing of it', () => {
    expect(planOf(given(nameless, connectionIs('PENDING')))).not.toContain('warning internal-dns-missing');
  });
});

describe('ensure and private DNS of an endpoint of somebody else', () => {
  it('it is off -> do all else, then say that its owner must turn it on', () => {
    expect(planOf(given(endpointOfSomebodyElse(), endpoint({ privateDns: false })))).toEqual([
      'blocked not-ours (late)',
      'note not-ours',
      'note no-claim',
    ]);
  });

  it('it is on and not asked for -> it stays on', () => {
    expect(planOf(given(endpointOfSomebodyElse(), asked({ privateDns: false })))).toEqual([
      'note not-ours',
      'note no-claim',
      'note not-ours',
    ]);
  });
});

everyOutcomeHasAnExample(import.meta.url, ['plan/connections.ts', 'plan/members.ts', 'plan/private-dns.ts']);
