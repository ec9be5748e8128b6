import { describe, expect, it } from 'vitest';
import { everyOutcomeHasAnExample } from './complete.ts';
import { claims, sqlRule } from './finished.ts';
import {
  alsoSecurityGroup,
  asked,
  endpoint,
  endpointTags,
  given,
  nothingMade,
  securityGroup,
  vpc,
  withoutConnection,
  withoutEndpoint,
  withoutSecurityGroup,
} from './given.ts';
import { planOf } from './plan-lines.ts';
import { groupNameWasTaken } from './this-run.ts';

describe('ensure and the security group of the action', () => {
  it('nothing was made yet -> create the security group first, with the claim of this environment', () => {
    expect(planOf(given(nothingMade()))).toEqual([
      'create-group for vpce-svc-1 in vpc-1, for staging',
      'authorize-ingress new group from 10.0.0.0/16 [after: the security group exists]',
      'create-endpoint for vpce-svc-1 in subnet-1, subnet-2 with new group for staging [after: the security group and its rules exist]',
      'connect c-1 to new endpoint [after: the endpoint exists]',
      'set-private-dns new endpoint on [after: the endpoint and its connections are available]',
    ]);
  });

  it('somebody else has given the name to a security group -> the run cannot create its own', () => {
    expect(
      planOf(given(nothingMade(), alsoSecurityGroup('sg-9', { name: 'CockroachDB-PrivateLink vpce-svc-1' }))),
    ).toEqual([
      'create-endpoint for vpce-svc-1 in subnet-1, subnet-2 with new group for staging [after: the security group and its rules exist]',
      'connect c-1 to new endpoint [after: the endpoint exists]',
      'set-private-dns new endpoint on [after: the endpoint and its connections are available]',
      'blocked group-name-taken',
    ]);
  });

  it('EC2 said twice that the name is taken and shows no such group -> another run may have deleted it, so try again', () => {
    expect(planOf(given(nothingMade(), groupNameWasTaken(2)))[0]).toBe(
      'create-group for vpce-svc-1 in vpc-1, for staging',
    );
  });

  it('EC2 said six times that the name is taken and shows no such group -> the run cannot go on', () => {
    expect(planOf(given(nothingMade(), groupNameWasTaken(6)))).toEqual([
      'create-endpoint for vpce-svc-1 in subnet-1, subnet-2 with new group for staging [after: the security group and its rules exist]',
      'connect c-1 to new endpoint [after: the endpoint exists]',
      'set-private-dns new endpoint on [after: the endpoint and its connections are available]',
      'blocked group-name-taken',
    ]);
  });

  it('the endpoint has a security group of somebody else instead -> attach that of the action, detach the other', () => {
    expect(planOf(given(endpoint({ groupIds: ['sg-9'] })))).toEqual([
      'modify-endpoint vpce-1 attach sg-1, detach sg-9',
    ]);
  });

  it('the endpoint has one more security group, and another environment uses it -> leave it and tell why', () => {
    expect(planOf(given(endpoint({ groupIds: ['sg-1', 'sg-9'] }), endpointTags(claims(['branch:search']))))).toEqual([
      'note shared-setting',
    ]);
  });

  it('the security group is gone from under the endpoint -> create it; it is attached once it is there', () => {
    expect(planOf(given(withoutSecurityGroup(), endpoint({ groupIds: ['sg-9'] })))).toEqual([
      'create-group for vpce-svc-1 in vpc-1, for staging',
      'authorize-ingress new group from 10.0.0.0/16 [after: the security group exists]',
    ]);
  });
});

describe('ensure and the rules of the security group', () => {
  it('the VPC got a second CIDR block -> let it in', () => {
    expect(planOf(given(vpc({ cidrs: ['10.0.0.0/16', '10.1.0.0/16'] })))).toEqual([
      'authorize-ingress sg-1 from 10.1.0.0/16',
    ]);
  });

  it('the workflow names who may come in -> let them in and take out the rule that nobody asked for', () => {
    const named = asked({ allowedCidrs: ['10.0.7.0/24'], allowedSecurityGroupIds: ['sg-app'] });
    expect(planOf(given(named, alsoSecurityGroup('sg-app', { vpcId: 'vpc-peer' })))).toEqual([
      'authorize-ingress sg-1 from 10.0.7.0/24, sg-app',
      'revoke-ingress sg-1 from 10.0.0.0/16',
    ]);
  });

  it('the workflow names a client group that the account does not show -> tell it: EC2 may refuse its rule', () => {
    expect(planOf(given(asked({ allowedCidrs: ['10.0.0.0/16'], allowedSecurityGroupIds: ['sg-app'] })))).toEqual([
      'authorize-ingress sg-1 from sg-app',
      'warning client-group-unseen',
    ]);
  });

  it('there is a group whose rules are not in yet, and no endpoint -> the rules first', () => {
    const bare = [securityGroup({ ingress: [] }), withoutEndpoint(), withoutConnection()];
    expect(planOf(given(...bare))).toEqual([
      'authorize-ingress sg-1 from 10.0.0.0/16',
      'create-endpoint for vpce-svc-1 in subnet-1, subnet-2 with sg-1 for staging [after: the rules of the security group exist]',
      'connect c-1 to new endpoint [after: the endpoint exists]',
      'set-private-dns new endpoint on [after: the endpoint and its connections are available]',
    ]);
  });

  it('the endpoint is to get a group whose rules are not in yet -> the rules first, so that it is never shut', () => {
    expect(planOf(given(securityGroup({ ingress: [] }), endpoint({ groupIds: ['sg-9'] })))).toEqual([
      'authorize-ingress sg-1 from 10.0.0.0/16',
      'modify-endpoint vpce-1 attach sg-1, detach sg-9 [after: the rules of the security group exist]',
    ]);
  });

  it('a rule is not asked for, and another environment uses the endpoint -> leave it and tell why', () => {
    const stale = securityGroup({ ingress: [sqlRule('10.0.0.0/16'), sqlRule('10.9.0.0/16')] });
    expect(planOf(given(stale, endpointTags(claims(['branch:search']))))).toEqual(['note shared-setting']);
  });

  it('somebody widened a rule of the action to all ports -> write the narrow rule and take out the wide one', () => {
    expect(planOf(given(securityGroup({ ingress: [sqlRule('10.0.0.0/16', { fromPort: 0, toPort: 65535 })] })))).toEqual(
      ['authorize-ingress sg-1 from 10.0.0.0/16', 'revoke-ingress sg-1 from 10.0.0.0/16'],
    );
  });

  it('a manual rule lets somebody else in -> it stays, with a note', () => {
    const theirs = sqlRule('10.9.0.0/16', { description: 'jump host' });
    expect(planOf(given(securityGroup({ ingress: [sqlRule('10.0.0.0/16'), theirs] })))).toEqual(['note manual-rules']);
  });

  it('the same, and another environment uses the endpoint -> it is nobody’s: the same note', () => {
    const theirs = sqlRule('10.9.0.0/16', { description: 'jump host' });
    const manual = securityGroup({ ingress: [sqlRule('10.0.0.0/16'), theirs] });
    expect(planOf(given(manual, endpointTags(claims(['branch:search']))))).toEqual(['note manual-rules']);
  });

  it('a manual rule lets in part of what is configured -> nothing to say', () => {
    const theirs = sqlRule('10.0.7.0/24', { description: 'jump host' });
    expect(planOf(given(securityGroup({ ingress: [sqlRule('10.0.0.0/16'), theirs] })))).toEqual([]);
  });

  // EC2 shows TCP by its name; other implementations may show its number, and all ports without a range.
  it.each([
    ['TCP by number', { protocol: '6' }],
    ['TCP without ports', { fromPort: -1, toPort: -1 }],
  ])('a manual rule for %s lets the VPC in already -> no rule of the action is needed', (_, change) => {
    const theirs = sqlRule('10.0.0.0/16', { ...change, description: 'everything inside' });
    expect(planOf(given(securityGroup({ ingress: [theirs] })))).toEqual([]);
  });

  it('UDP by number lets nobody in at the SQL port -> write the rule of the action', () => {
    const theirs = sqlRule('10.0.0.0/16', { protocol: '17', description: 'dns' });
    expect(planOf(given(securityGroup({ ingress: [theirs] })))).toEqual([
      'authorize-ingress sg-1 from 10.0.0.0/16',
      'note manual-rules',
    ]);
  });

  it('a rule of somebody else lets all traffic of the VPC in -> no rule of the action is needed', () => {
    const theirs = sqlRule('10.0.0.0/16', { protocol: '-1', fromPort: -1, toPort: -1, description: 'everything' });
    expect(planOf(given(securityGroup({ ingress: [theirs] })))).toEqual([]);
  });

  it('a rule of somebody else lets the VPC in on another port -> write the rule of the action', () => {
    const theirs = sqlRule('10.0.0.0/16', { fromPort: 443, toPort: 443, description: 'web' });
    expect(planOf(given(securityGroup({ ingress: [theirs] })))).toEqual([
      'authorize-ingress sg-1 from 10.0.0.0/16',
      'note manual-rules',
    ]);
  });

  it('a rule of somebody else lets the VPC in already -> no rule of the action is needed', () => {
    const theirs = sqlRule('10.0.0.0/16', { fromPort: 0, toPort: 65535, description: 'everything inside' });
    expect(planOf(given(securityGroup({ ingress: [theirs] })))).toEqual([]);
  });
});

describe('ensure and security groups that the workflow names', () => {
  it('the endpoint has that of the action -> attach the named one, detach the other', () => {
    expect(planOf(given(asked({ securityGroupIds: ['sg-7'] }), alsoSecurityGroup('sg-7')))).toEqual([
      'modify-endpoint vpce-1 attach sg-7, detach sg-1',
    ]);
  });

  it('the named one has no rule for the SQL port -> its rules are not changed', () => {
    const named = [asked({ securityGroupIds: ['sg-7'] }), alsoSecurityGroup('sg-7', { ingress: [] })];
    expect(planOf(given(...named, endpoint({ groupIds: ['sg-7'] })))).toEqual([]);
  });

  it('there is no such security group -> the run cannot go on', () => {
    expect(planOf(given(asked({ securityGroupIds: ['sg-7'] })))).toEqual([
      'modify-endpoint vpce-1 attach sg-7, detach sg-1',
      'blocked group-invalid',
    ]);
  });

  it('it is in another VPC -> the run cannot go on', () => {
    const elsewhere = alsoSecurityGroup('sg-7', { vpcId: 'vpc-2' });
    expect(planOf(given(asked({ securityGroupIds: ['sg-7'] }), elsewhere, endpoint({ groupIds: ['sg-7'] })))).toEqual([
      'blocked group-invalid',
    ]);
  });
});

everyOutcomeHasAnExample(import.meta.url, ['plan/groups.ts', 'plan/rules.ts', 'plan/manual-rules.ts']);
