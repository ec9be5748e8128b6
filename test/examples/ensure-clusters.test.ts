import { describe, expect, it } from 'vitest';
import type { ErrorCode } from '../../src/support/errors.ts';
import { everyOutcomeHasAnExample } from './complete.ts';
import { claims, SERVICE } from './finished.ts';
import {
  advancedCluster,
  all,
  cluster,
  endpointService,
  endpointTags,
  given,
  nothingMade,
  readBefore,
  secondCluster,
  view,
  withoutConnection,
  withoutEndpointService,
} from './given.ts';
import { planOf } from './plan-lines.ts';
import { refusal, thisRunAskedForServices, thisRunMetLock, thisRunSawCreated } from './this-run.ts';

describe('ensure and the cluster', () => {
  it('everything is as asked for -> nothing is left to do', () => {
    expect(planOf(given())).toEqual([]);
  });

  it('no cluster of that name is visible to the API key -> the run cannot go on', () => {
    expect(planOf(given(view({ matches: [] })))).toEqual(['blocked cluster-not-found orders']);
  });

  it('two clusters have the name -> the run cannot tell which one is meant', () => {
    const twice = view(({ matches }) => ({ matches: [...matches, ...matches.map((one) => ({ ...one, id: 'c-2' }))] }));
    expect(planOf(given(twice))).toEqual(['blocked cluster-ambiguous orders']);
  });

  it('the cluster runs on Google Cloud -> AWS PrivateLink cannot reach it', () => {
    expect(planOf(given(cluster({ cloudProvider: 'GCP' })))).toEqual(['blocked cluster-not-aws orders']);
  });

  it('the cluster is on the Basic plan -> it has no private connectivity', () => {
    expect(planOf(given(cluster({ plan: 'basic' })))).toEqual(['blocked cluster-basic orders']);
  });

  it('the cluster is being created -> wait for it', () => {
    expect(planOf(given(cluster({ state: 'CREATING' })))).toEqual(['wait cluster c-1: CREATING; reads cluster:orders']);
  });

  it('the cluster could not be created -> the run cannot go on', () => {
    expect(planOf(given(cluster({ state: 'CREATION_FAILED' })))).toEqual(['blocked cluster-not-ready orders']);
  });

  it('the cluster was created while this run waited -> read its networking before anything is planned for it', () => {
    const stale = all(thisRunSawCreated(5), readBefore(60, 'services:orders'));
    expect(planOf(given(stale))).toEqual([
      'wait briefly cluster-read c-1: not read since it was created; reads services:orders, connections:orders',
    ]);
  });

  it('a Standard cluster was created a moment ago and lists no service -> wait until it does', () => {
    const fresh = all(thisRunSawCreated(30), withoutEndpointService(), nothingMade());
    expect(planOf(given(fresh))).toContain('wait service c-1: not listed; reads services:orders, then cluster:orders');
  });

  it('a Standard cluster was created a minute ago and lists no service -> it has none', () => {
    const old = all(thisRunSawCreated(61), withoutEndpointService(), nothingMade());
    expect(planOf(given(old))).toContain('blocked standard-legacy orders');
  });

  it('the cluster is locked and nothing has to change there -> the run ends well', () => {
    expect(planOf(given(cluster({ state: 'LOCKED' })))).toEqual(['note cluster-locked']);
  });

  it('the cluster is locked and is to be connected -> wait for the lock', () => {
    expect(planOf(given(cluster({ state: 'LOCKED' }), withoutConnection()))).toEqual([
      'connect c-1 to vpce-1 [after: cluster orders is unlocked]',
      'wait unlocked c-1: LOCKED; reads cluster:orders',
    ]);
  });

  it('a change was refused for its lock a moment ago -> wait before it is sent again', () => {
    expect(planOf(given(thisRunMetLock(3), withoutConnection()))).toEqual([
      'connect c-1 to vpce-1 [after: cluster orders is unlocked]',
      'wait unlocked c-1: CREATED, but a change was refused because the cluster is locked; reads cluster:orders in 7 s',
    ]);
  });

  it('a change was refused for its lock long ago -> send it again', () => {
    expect(planOf(given(thisRunMetLock(11), withoutConnection()))).toEqual(['connect c-1 to vpce-1']);
  });

  it('the cluster has no node in the region of the VPC -> the run cannot go on', () => {
    const inIreland = cluster({ regions: [{ name: 'eu-west-1', internalDns: undefined }] });
    expect(planOf(given(inIreland))).toEqual(['blocked cluster-region orders']);
  });

  it('one of two clusters cannot be used -> the run stops before it changes anything for the other', () => {
    expect(planOf(given(nothingMade(), secondCluster({ matches: [] })))).toEqual([
      'create-group for vpce-svc-1 in vpc-1, for staging',
      'authorize-ingress new group from 10.0.0.0/16 [after: the security group exists]',
      'create-endpoint for vpce-svc-1 in subnet-1, subnet-2 with new group for staging [after: the security group and its rules exist]',
      'connect c-1 to new endpoint [after: the endpoint exists]',
      'set-private-dns new endpoint on [after: the endpoint and its connections are available]',
      'blocked cluster-not-found billing',
    ]);
  });

  it('two clusters have one endpoint service -> one VPC endpoint serves both', () => {
    expect(planOf(given(nothingMade(), secondCluster()))).toEqual([
      'create-group for vpce-svc-1 in vpc-1, for staging',
      'authorize-ingress new group from 10.0.0.0/16 [after: the security group exists]',
      'create-endpoint for vpce-svc-1 in subnet-1, subnet-2 with new group for staging [after: the security group and its rules exist]',
      'connect c-1 to new endpoint [after: the endpoint exists]',
      'connect c-2 to new endpoint [after: the endpoint exists]',
      'set-private-dns new endpoint on [after: the endpoint and its connections are available]',
    ]);
  });
});

describe('ensure and a read of CockroachDB Cloud that was refused', () => {
  const refusals: readonly [ErrorCode, string][] = [
    ['cloud-key-rejected', 'blocked cloud-key-rejected orders'],
    ['cloud-denied', 'blocked cloud-denied orders'],
    ['cloud-refused', 'blocked cloud-refused orders'],
    ['cloud-unavailable', 'blocked cloud-unavailable orders'],
    ['owners-denied', 'blocked owners-denied orders'],
    ['owners-not-enabled', 'blocked owners-not-enabled orders'],
  ];

  it.each(refusals)('%s -> the run ends with that code', (code, line) => {
    expect(planOf(given(view({ failure: refusal(code), services: [], connections: [] })))).toEqual([line]);
  });

  it('services cannot be read, since the cluster is on the Basic plan -> the run tells of the plan, not of the read', () => {
    const unread = view({ failure: refusal('cloud-denied'), services: [], connections: [] });
    expect(planOf(given(cluster({ plan: 'basic' }), unread))).toEqual(['blocked cluster-basic orders']);
  });
});

describe('ensure and the endpoint service of the cluster', () => {
  it('an Advanced cluster has no endpoint service -> create it first', () => {
    expect(planOf(given(advancedCluster(), withoutEndpointService(), nothingMade()))).toEqual([
      'create-services c-1',
      'create-group for a service to come in vpc-1, for staging [after: the endpoint service is available]',
      'authorize-ingress new group from 10.0.0.0/16 [after: the security group exists]',
      'create-endpoint for a service to come in no subnet with new group for staging [after: the endpoint service is available]',
      'connect c-1 to new endpoint [after: the endpoint exists]',
      'set-private-dns new endpoint on [after: the endpoint and its connections are available]',
    ]);
  });

  it('this run asked for the service five minutes ago and none is listed -> ask no second time, it can take ten', () => {
    const asked = thisRunAskedForServices(300);
    expect(planOf(given(advancedCluster(), withoutEndpointService(), nothingMade(), asked))).toEqual([
      'create-group for a service to come in vpc-1, for staging [after: the endpoint service is available]',
      'authorize-ingress new group from 10.0.0.0/16 [after: the security group exists]',
      'create-endpoint for a service to come in no subnet with new group for staging [after: the endpoint service is available]',
      'connect c-1 to new endpoint [after: the endpoint exists]',
      'set-private-dns new endpoint on [after: the endpoint and its connections are available]',
      'wait shown create-services c-1: requested, not visible yet; reads services:orders',
    ]);
  });

  it('the service is being created -> wait for it, then read the host name of the cluster', () => {
    expect(
      planOf(given(advancedCluster(), endpointService({ status: 'CREATING', name: undefined }), nothingMade())),
    ).toEqual([
      'create-group for a service to come in vpc-1, for staging [after: the endpoint service is available]',
      'authorize-ingress new group from 10.0.0.0/16 [after: the security group exists]',
      'create-endpoint for a service to come in no subnet with new group for staging [after: the endpoint service is available]',
      'connect c-1 to new endpoint [after: the endpoint exists]',
      'set-private-dns new endpoint on [after: the endpoint and its connections are available]',
      'wait service c-1: CREATING; reads services:orders, then cluster:orders',
    ]);
  });

  it('the service is available and its name is not told yet -> wait for that too', () => {
    expect(planOf(given(advancedCluster(), endpointService({ name: undefined }), nothingMade()))).toEqual([
      'create-group for a service to come in vpc-1, for staging [after: the endpoint service is available]',
      'authorize-ingress new group from 10.0.0.0/16 [after: the security group exists]',
      'create-endpoint for a service to come in no subnet with new group for staging [after: the endpoint service is available]',
      'connect c-1 to new endpoint [after: the endpoint exists]',
      'set-private-dns new endpoint on [after: the endpoint and its connections are available]',
      'wait service c-1: AVAILABLE; reads services:orders, then cluster:orders',
    ]);
  });

  it('the service is on Google Cloud -> AWS PrivateLink cannot reach it', () => {
    const elsewhere = endpointService({ cloudProvider: 'GCP' });
    expect(planOf(given(advancedCluster(), elsewhere, nothingMade()))).toEqual([
      'create-group for a service to come in vpc-1, for staging [after: the endpoint service is available]',
      'authorize-ingress new group from 10.0.0.0/16 [after: the security group exists]',
      'create-endpoint for a service to come in no subnet with new group for staging [after: the endpoint service is available]',
      'connect c-1 to new endpoint [after: the endpoint exists]',
      'set-private-dns new endpoint on [after: the endpoint and its connections are available]',
      'blocked cluster-not-aws orders',
    ]);
  });

  it('the creation of the service failed -> only support can help', () => {
    const failed = endpointService({ status: 'CREATE_FAILED', name: undefined });
    expect(planOf(given(advancedCluster(), failed, nothingMade()))).toEqual([
      'create-group for a service to come in vpc-1, for staging [after: the endpoint service is available]',
      'authorize-ingress new group from 10.0.0.0/16 [after: the security group exists]',
      'create-endpoint for a service to come in no subnet with new group for staging [after: the endpoint service is available]',
      'connect c-1 to new endpoint [after: the endpoint exists]',
      'set-private-dns new endpoint on [after: the endpoint and its connections are available]',
      'blocked service-failed orders',
    ]);
  });

  it('a Standard cluster has no endpoint service -> it is on the legacy architecture, nothing can be created for it', () => {
    expect(planOf(given(withoutEndpointService(), nothingMade()))).toEqual([
      'create-group for a service to come in vpc-1, for staging [after: the endpoint service is available]',
      'authorize-ingress new group from 10.0.0.0/16 [after: the security group exists]',
      'create-endpoint for a service to come in no subnet with new group for staging [after: the endpoint service is available]',
      'connect c-1 to new endpoint [after: the endpoint exists]',
      'set-private-dns new endpoint on [after: the endpoint and its connections are available]',
      'blocked standard-legacy orders',
    ]);
  });

  it('two clusters list different zones for their common service -> those of the first count', () => {
    const narrower = secondCluster({
      services: [
        {
          region: 'us-east-1',
          cloudProvider: 'AWS',
          status: 'AVAILABLE',
          statusText: 'AVAILABLE',
          name: SERVICE,
          zoneIds: ['use1-az1'],
        },
      ],
    });
    expect(planOf(given(narrower, endpointTags(claims(['staging'], { cluster: 'c-2' }))))).toEqual(['warning zones']);
  });
});

everyOutcomeHasAnExample(import.meta.url, ['plan/clusters.ts', 'plan/service-group.ts']);
