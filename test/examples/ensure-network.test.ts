import { describe, expect, it } from 'vitest';
import { WITHOUT_ZONES } from '../../src/reconcile/model/claims.ts';
import { everyOutcomeHasAnExample } from './complete.ts';
import { claims, OTHER_ACCOUNT } from './finished.ts';
import {
  asked,
  endpoint,
  endpointIs,
  endpointService,
  endpointTags,
  given,
  observed,
  subnet,
  vpc,
  vpcDns,
  withoutConnection,
  withoutEndpoint,
} from './given.ts';
import { planOf } from './plan-lines.ts';
import { zoneWasRefused } from './this-run.ts';

describe('ensure and the AWS account and VPC', () => {
  it('the credentials are of an account that is not allowed -> nothing is changed in it', () => {
    expect(planOf(given(asked({ allowedAccountIds: [OTHER_ACCOUNT] })))).toEqual(['blocked wrong-account']);
  });

  it('there is no such VPC -> the run cannot go on', () => {
    expect(planOf(given(observed({ vpc: undefined })))).toEqual(['blocked vpc-not-found']);
  });

  it('another account shares the VPC -> only its owner can create VPC endpoints in it', () => {
    expect(planOf(given(vpc({ ownerId: OTHER_ACCOUNT })))).toEqual(['blocked vpc-shared']);
  });

  it('DNS host names are off in the VPC -> private DNS cannot work', () => {
    expect(planOf(given(vpcDns({ hostnames: false })))).toEqual(['blocked vpc-dns-off']);
  });

  it('DNS host names are off and private DNS is not asked for -> nothing is wrong', () => {
    expect(
      planOf(given(vpcDns({ hostnames: false }), asked({ privateDns: false }), endpoint({ privateDns: false }))),
    ).toEqual([]);
  });
});

describe('ensure and the choice of subnets', () => {
  it('the endpoint service is in one more zone, and the VPC has a subnet there -> add it', () => {
    const third = endpointService({ zoneIds: ['use1-az1', 'use1-az2', 'use1-az3'] });
    expect(planOf(given(third, subnet('subnet-3', 'use1-az3')))).toEqual(['modify-endpoint vpce-1 add subnet-3']);
  });

  it('the endpoint service is in one more zone, where the VPC has no subnet -> tell it and do without', () => {
    const third = endpointService({ zoneIds: ['use1-az1', 'use1-az2', 'use1-az3'] });
    expect(planOf(given(third))).toEqual(['note zones']);
  });

  it('a second subnet comes into a zone -> the one that the endpoint is in stays, though the other is the first by ID', () => {
    expect(planOf(given(subnet('subnet-0', 'use1-az1')))).toEqual([]);
  });

  it('of two subnets in a zone the first by ID has no free address -> take the other', () => {
    const full = [subnet('subnet-0', 'use1-az1', { freeAddresses: 0 }), withoutEndpoint(), withoutConnection()];
    expect(planOf(given(...full))).toEqual([
      'create-endpoint for vpce-svc-1 in subnet-1, subnet-2 with sg-1 for staging',
      'connect c-1 to new endpoint [after: the endpoint exists]',
      'set-private-dns new endpoint on [after: the endpoint and its connections are available]',
    ]);
  });

  it('no subnet of one zone has a free address -> warn and do without that zone', () => {
    const full = subnet('subnet-2', 'use1-az2', { freeAddresses: 0 });
    expect(planOf(given(full, withoutEndpoint(), withoutConnection()))).toEqual([
      'create-endpoint for vpce-svc-1 in subnet-1 with sg-1 for staging',
      'connect c-1 to new endpoint [after: the endpoint exists]',
      'set-private-dns new endpoint on [after: the endpoint and its connections are available]',
      'warning zones',
    ]);
  });

  it('no subnet at all has a free address -> the run cannot go on', () => {
    const full = ['1', '2'].map((one) => subnet(`subnet-${one}`, `use1-az${one}`, { freeAddresses: 0 }));
    expect(planOf(given(...full, withoutEndpoint(), withoutConnection()))).toEqual([
      'create-endpoint for vpce-svc-1 in no subnet with sg-1 for staging',
      'connect c-1 to new endpoint [after: the endpoint exists]',
      'set-private-dns new endpoint on [after: the endpoint and its connections are available]',
      'blocked subnet-full',
      'warning zones',
      'warning zones',
    ]);
  });

  it('the VPC has no subnet in any zone of the endpoint service -> the run cannot go on', () => {
    expect(planOf(given(endpointService({ zoneIds: ['use1-az6'] })))).toEqual(['blocked az-none']);
  });

  it('EC2 refused a zone although the endpoint service lists it -> note it on the endpoint, so that no run tries again', () => {
    expect(planOf(given(zoneWasRefused('use1-az2'), endpoint({ subnetIds: ['subnet-1'] })))).toEqual([
      'claim vpce-1 without use1-az2 (bookkeeping)',
      'note zones',
    ]);
  });

  it('an earlier run noted that EC2 refuses a zone -> do without it, and do not note it again', () => {
    const noted = endpointTags({ [WITHOUT_ZONES]: 'use1-az2' });
    expect(planOf(given(noted, endpoint({ subnetIds: ['subnet-1'] })))).toEqual(['note zones']);
  });
});

describe('ensure and subnets that the workflow names', () => {
  it('a subnet is not in the VPC -> the run cannot go on', () => {
    expect(planOf(given(asked({ subnetIds: ['subnet-1', 'subnet-9'] })))).toEqual(['blocked subnet-invalid']);
  });

  it('two subnets are in one zone -> EC2 allows one', () => {
    const two = asked({ subnetIds: ['subnet-1', 'subnet-3'] });
    expect(planOf(given(two, subnet('subnet-3', 'use1-az1')))).toEqual(['blocked subnet-invalid']);
  });

  it('a subnet is in a zone that the endpoint service is not in -> the run cannot go on', () => {
    const outside = asked({ subnetIds: ['subnet-1', 'subnet-4'] });
    expect(planOf(given(outside, subnet('subnet-4', 'use1-az4')))).toEqual(['blocked az-none']);
  });

  it('the endpoint is in a subnet that is not named -> remove it', () => {
    expect(planOf(given(asked({ subnetIds: ['subnet-1'] })))).toEqual(['modify-endpoint vpce-1 remove subnet-2']);
  });

  it('the endpoint is in a subnet that is not named, and another environment uses it -> leave it and tell why', () => {
    expect(planOf(given(asked({ subnetIds: ['subnet-1'] }), endpointTags(claims(['branch:search']))))).toEqual([
      'note shared-setting',
    ]);
  });

  it('another subnet of the same zone is named -> remove first and add then, since EC2 allows one in a zone', () => {
    const swap = asked({ subnetIds: ['subnet-2', 'subnet-3'] });
    expect(planOf(given(swap, subnet('subnet-3', 'use1-az1')))).toEqual([
      'modify-endpoint vpce-1 remove subnet-1',
      'modify-endpoint vpce-1 add subnet-3, remove subnet-1 [after: the first change is done; EC2 allows one subnet in each zone]',
    ]);
  });

  it('the only subnet is to be swapped within its zone -> an endpoint cannot be without a subnet, so nothing is possible', () => {
    const swap = [asked({ subnetIds: ['subnet-3'] }), subnet('subnet-3', 'use1-az1')];
    expect(planOf(given(...swap, endpoint({ subnetIds: ['subnet-1'] })))).toEqual(['blocked subnet-invalid']);
  });

  it('the endpoint is still pending -> its subnets are changed once it is available', () => {
    expect(planOf(given(asked({ subnetIds: ['subnet-1'] }), endpointIs('pending')))).toEqual([
      'modify-endpoint vpce-1 remove subnet-2 [after: the endpoint is available]',
      'wait available vpce-1: pending; reads endpoints',
    ]);
  });
});

everyOutcomeHasAnExample(import.meta.url, ['plan/vpc.ts', 'plan/subnets.ts', 'plan/repairs.ts']);
